/* SPDX-License-Identifier: MIT */
/* Folders and files in a folder of their own. */
#define _GNU_SOURCE /* mkdtemp */
#include "files.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char root[] = "/tmp/tiny-bridges-files-XXXXXX";

static int make_root(void **state) {
    (void)state;
    return mkdtemp(root) ? 0 : -1;
}

static int remove_root(void **state) {
    (void)state;
    char command[sizeof root + 16];
    snprintf(command, sizeof command, "rm -rf %s", root);
    return system(command);
}

static const char *in_root(const char *name) {
    static char path[FILES_PATH_MAX];
    assert_int_equal(files_join(root, name, path, NULL), ERR_OK);
    return path;
}

static void test_data_dir_follows_the_environment(void **state) {
    (void)state;
    char dir[FILES_PATH_MAX];
    setenv("HOME", "/home/nadia", 1);
    setenv("XDG_DATA_HOME", "/data", 1);
    assert_int_equal(files_data_dir(NULL, dir, NULL), ERR_OK);
    assert_string_equal(dir, "/data/tiny-bridges");
    setenv("XDG_DATA_HOME", "not/absolute", 1);
    assert_int_equal(files_data_dir(NULL, dir, NULL), ERR_OK);
    assert_string_equal(dir, "/home/nadia/.local/share/tiny-bridges");
    assert_int_equal(files_data_dir("here", dir, NULL), ERR_OK);
    assert_string_equal(dir, "here");
}

static void test_no_home_has_its_sentence(void **state) {
    (void)state;
    char dir[FILES_PATH_MAX];
    Diag diag = {0};
    unsetenv("HOME");
    unsetenv("XDG_DATA_HOME");
    assert_int_equal(files_data_dir(NULL, dir, &diag), ERR_NOT_FOUND);
    assert_non_null(strstr(diag.message, "--data-dir"));
}

static void test_documents_where_they_are(void **state) {
    (void)state;
    char dir[FILES_PATH_MAX], documents[FILES_PATH_MAX];
    unsetenv("XDG_DOCUMENTS_DIR");
    setenv("HOME", root, 1);
    assert_int_equal(files_documents_dir(dir), ERR_OK);
    assert_string_equal(dir, root);
    strcpy(documents, in_root("Documents"));
    assert_int_equal(files_make_dir(documents, NULL), ERR_OK);
    assert_int_equal(files_documents_dir(dir), ERR_OK);
    assert_string_equal(dir, documents);
    setenv("XDG_DOCUMENTS_DIR", "/nowhere/at/all", 1);
    assert_int_equal(files_documents_dir(dir), ERR_OK);
    assert_string_equal(dir, documents);
    setenv("HOME", "/nowhere/at/all", 1);
    assert_int_equal(files_documents_dir(dir), ERR_NOT_FOUND);
    unsetenv("XDG_DOCUMENTS_DIR");
}

static void test_new_folders_are_private(void **state) {
    (void)state;
    struct stat info;
    assert_int_equal(files_make_dir(in_root("a/b"), NULL), ERR_OK);
    assert_int_equal(files_make_dir(in_root("a/b"), NULL), ERR_OK);
    assert_int_equal(stat(in_root("a"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0700);
}

static void test_a_file_in_the_way(void **state) {
    (void)state;
    Diag diag = {0};
    assert_int_equal(files_write(in_root("file"), "x", 1, NULL), ERR_OK);
    assert_int_not_equal(files_make_dir(in_root("file/b"), &diag), ERR_OK);
    assert_string_equal(diag.file, in_root("file"));
}

static void test_write_and_read(void **state) {
    (void)state;
    char *bytes;
    size_t size;
    struct stat info;
    assert_int_equal(files_write(in_root("note"), "stone", 5, NULL), ERR_OK);
    assert_int_equal(stat(in_root("note"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    assert_int_equal(files_read(in_root("note"), 5, &bytes, &size, NULL), ERR_OK);
    assert_int_equal(size, 5);
    assert_string_equal(bytes, "stone");
    free(bytes);
    assert_int_equal(files_read(in_root("note"), 4, &bytes, &size, NULL), ERR_FORMAT);
    assert_null(bytes);
}

static void test_missing_and_unreadable_files_are_named(void **state) {
    (void)state;
    char *bytes;
    size_t size;
    Diag diag = {0};
    assert_int_equal(files_read(in_root("nothing"), 9, &bytes, &size, &diag), ERR_NOT_FOUND);
    assert_string_equal(diag.file, in_root("nothing"));
    assert_int_equal(files_read(root, 9, &bytes, &size, &diag), ERR_FORMAT);
    assert_int_equal(files_write("/proc/tiny-bridges", "x", 1, &diag), ERR_NOT_FOUND);
}

typedef struct Seen {
    char names[128];
    int limit;
} Seen;

static bool note_name(void *context, const char *path) {
    Seen *seen = context;
    strcat(seen->names, path + strlen(root) + 1);
    strcat(seen->names, ";");
    return --seen->limit > 0;
}

static void test_walk_in_order_of_name(void **state) {
    (void)state;
    files_make_dir(in_root("deck/sub/.git"), NULL);
    files_write(in_root("deck/b.yaml"), "", 0, NULL);
    files_write(in_root("deck/a.yaml"), "", 0, NULL);
    files_write(in_root("deck/a.txt"), "", 0, NULL);
    files_write(in_root("deck/sub/c.yaml"), "", 0, NULL);
    files_write(in_root("deck/sub/.git/d.yaml"), "", 0, NULL);
    Seen all = {.limit = 99}, two = {.limit = 2};
    assert_int_equal(files_walk(in_root("deck"), ".yaml", note_name, &all, NULL), ERR_OK);
    assert_string_equal(all.names, "deck/a.yaml;deck/b.yaml;deck/sub/c.yaml;");
    assert_int_equal(files_walk(in_root("deck"), ".yaml", note_name, &two, NULL), ERR_OK);
    assert_string_equal(two.names, "deck/a.yaml;deck/b.yaml;");
    assert_int_equal(files_walk(in_root("none"), ".yaml", note_name, &two, NULL), ERR_NOT_FOUND);
}

static bool join_names(void *context, const char *path) {
    char *names = context;
    strcat(names, strrchr(path, '/'));
    return strstr(names, "3") == NULL;
}

static void test_plain_files_of_a_folder(void **state) {
    (void)state;
    char dir[FILES_PATH_MAX], names[128] = "";
    strcpy(dir, in_root("list"));
    assert_int_equal(files_make_dir(in_root("list/tb-0"), NULL), ERR_OK);
    static const char *const files[] = {"list/tb-4", "list/tb-3", "list/tb-1", "list/other"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        assert_int_equal(files_write(in_root(files[i]), "", 0, NULL), ERR_OK);
    }
    files_list(dir, "tb-", join_names, names);
    assert_string_equal(names, "/tb-1/tb-3");
    names[0] = '\0';
    files_list(in_root("no such folder"), "tb-", join_names, names);
    assert_string_equal(names, "");
}

static void test_resources_beside_the_sources_or_named(void **state) {
    (void)state;
    char dir[FILES_PATH_MAX];
    Diag diag = {0};
    assert_int_equal(files_resource_dir(TB_SOURCE_DIR "/assets", "assets", dir, &diag), ERR_OK);
    assert_string_equal(dir, TB_SOURCE_DIR "/assets");
    assert_int_equal(files_resource_dir("/nowhere/art", "art", dir, &diag), ERR_NOT_FOUND);
    assert_non_null(strstr(diag.message, "/nowhere/art"));
    assert_non_null(strstr(diag.message, "share/tiny-bridges/art"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_data_dir_follows_the_environment),
        cmocka_unit_test(test_no_home_has_its_sentence),
        cmocka_unit_test(test_documents_where_they_are),
        cmocka_unit_test(test_plain_files_of_a_folder),
        cmocka_unit_test(test_new_folders_are_private),
        cmocka_unit_test(test_a_file_in_the_way),
        cmocka_unit_test(test_write_and_read),
        cmocka_unit_test(test_missing_and_unreadable_files_are_named),
        cmocka_unit_test(test_walk_in_order_of_name),
        cmocka_unit_test(test_resources_beside_the_sources_or_named),
    };
    return cmocka_run_group_tests(tests, make_root, remove_root);
}
