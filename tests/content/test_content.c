/* SPDX-License-Identifier: MIT */
/* All content from folders: what ships is clean, and what isn't a proper file is refused at once.
 */
#define _XOPEN_SOURCE 700 /* mkdtemp, mkfifo, symlink, nftw */
#include <ftw.h>
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

#include "content.h"
#include "content_check.h"
#include "sample_decks.h"
#include "source_file.h"

#define LEVELS TB_SOURCE_DIR "/levels"
#define LANG TB_SOURCE_DIR "/assets/lang"

enum { PATH_SIZE = 512 };

/* An empty folder of the test's own, with levels/daily, lang and extra in it. */
typedef struct Folder {
    char root[PATH_SIZE], daily[PATH_SIZE], lang[PATH_SIZE], extra[PATH_SIZE];
    Content content;
} Folder;

static void make_path(char out[PATH_SIZE], const char *dir, const char *name) {
    assert_true(snprintf(out, PATH_SIZE, "%s/%s", dir, name) < PATH_SIZE);
}

static void make_file(const char *dir, const char *name, const char *text) {
    char path[PATH_SIZE];
    make_path(path, dir, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int start(void **state) {
    Folder *folder = calloc(1, sizeof *folder);
    strcpy(folder->root, "/tmp/tb-content-XXXXXX");
    assert_non_null(mkdtemp(folder->root));
    make_path(folder->daily, folder->root, "daily");
    make_path(folder->lang, folder->root, "lang");
    make_path(folder->extra, folder->root, "extra");
    assert_int_equal(mkdir(folder->daily, 0700), 0);
    assert_int_equal(mkdir(folder->lang, 0700), 0);
    assert_int_equal(mkdir(folder->extra, 0700), 0);
    make_file(folder->lang, "en.yaml", "language: en\nname: English\ndirection: ltr\nhi: Hello\n");
    *state = folder;
    return 0;
}

static int remove_one(const char *path, const struct stat *about, int kind, struct FTW *place) {
    (void)about, (void)kind, (void)place;
    return remove(path);
}

static int finish(void **state) {
    Folder *folder = *state;
    content_free(&folder->content);
    nftw(folder->root, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    free(folder);
    return 0;
}

static Err load_from(Content *content, const char *levels, const char *lang,
                     const char *language, const char *own_decks) {
    return content_load(content, &(ContentFrom){.levels_dir = levels,
                                                .lang_dir = lang,
                                                .language = language,
                                                .own_decks_dir = own_decks});
}

static Err load(Folder *folder, const char *language) {
    return load_from(&folder->content, folder->root, folder->lang, language, folder->extra);
}

static void expect_finding(const Content *content, int index, const char *name,
                           const char *message) {
    assert_true(index < content->finding_count);
    const Diag *diag = &content->findings[index];
    assert_non_null(strstr(diag->file, name));
    assert_string_equal(diag->message, message);
}

static void test_what_ships(void **state) {
    Folder *folder = *state;
    Content *content = &folder->content;
    assert_int_equal(load_from(content, LEVELS, LANG, "en", NULL), ERR_OK);
    assert_int_equal(content->finding_count, 0);
    assert_non_null(content->practice);
    int kinds[CARD_KIND_END] = {0};
    for (int i = 0; i < content->cards.count; i++) {
        kinds[content->cards.cards[i].kind]++;
        assert_string_not_equal(content->cards.cards[i].deck, DECK_PRACTICE);
    }
    assert_true(kinds[CARD_RESPOND] >= 30 && kinds[CARD_SPOT] >= 20 && kinds[CARD_ASK] >= 40 &&
                kinds[CARD_DO] >= 40 && kinds[CARD_TINY] >= 10);
    assert_string_equal(content->strings.own.language, "en");
    assert_string_equal(content->strings.own.name, "English");
}

static void read_without_a_word(void *context, const char *path) {
    Reading *reading = context;
    deck_read_file(reading->decks, path, reading->findings);
}

/* Warnings too, and icons that are there. */
static void test_shipped_decks_are_clean(void **state) {
    (void)state;
    Reading reading;
    reading_start(&reading);
    deck_set_check_icons(reading.decks, TB_SOURCE_DIR "/assets/icons");
    source_dir_each(LEVELS "/daily", read_without_a_word, &reading, reading.findings);
    findings_expect(reading.findings, "");
    reading_free(&reading);
}

static void test_extra_decks(void **state) {
    Folder *folder = *state;
    make_file(folder->daily, "a.yaml", HEAD TINY);
    make_file(folder->extra, "own.yaml", HEAD ASK);
    make_file(folder->extra, ".hidden.yaml", "x");
    make_file(folder->extra, "notes.txt", "x");
    assert_int_equal(load(folder, "en"), ERR_OK);
    assert_int_equal(folder->content.cards.count, 2);
    assert_int_equal(folder->content.finding_count, 0);
    assert_null(folder->content.practice);
    content_free(&folder->content);
    assert_int_equal(
        load_from(&folder->content, folder->root, folder->lang, "en", "/none/there"), ERR_OK);
    assert_int_equal(folder->content.cards.count, 1);
    assert_int_equal(folder->content.finding_count, 0);
}

static void test_things_that_are_no_files(void **state) {
    Folder *folder = *state;
    char path[PATH_SIZE];
    make_path(path, folder->daily, "b-folder.yaml");
    assert_int_equal(mkdir(path, 0700), 0);
    make_path(path, folder->daily, "c-pipe.yaml");
    assert_int_equal(mkfifo(path, 0600), 0);
    make_path(path, folder->daily, "d-loop.yaml");
    assert_int_equal(symlink("d-loop.yaml", path), 0);
    make_path(path, folder->daily, "e-gone.yaml");
    assert_int_equal(symlink("nowhere.yaml", path), 0);
    make_path(path, folder->daily, "f-device.yaml");
    assert_int_equal(symlink("/dev/zero", path), 0);
    make_file(folder->daily, "g.yaml", HEAD TINY);
    make_file(folder->daily, "h-empty.yaml", "");
    make_path(path, folder->daily, "i-huge.yaml");
    make_file(folder->daily, "i-huge.yaml", "a: ");
    assert_int_equal(truncate(path, 10 * 1024 * 1024), 0);
    assert_int_equal(load(folder, "en"), ERR_OK);
    const Content *content = &folder->content;
    assert_int_equal(content->cards.count, 1);
    assert_int_equal(content->finding_count, 7);
    expect_finding(content, 0, "/b-folder.yaml", "This is a folder, not a file.");
    expect_finding(content, 1, "/c-pipe.yaml", "This is a device or a pipe, not a file.");
    expect_finding(content, 2, "/d-loop.yaml", "This is a link that leads in a circle.");
    expect_finding(content, 3, "/e-gone.yaml", "There is no such file.");
    expect_finding(content, 4, "/f-device.yaml", "This is a device or a pipe, not a file.");
    expect_finding(content, 5, "/h-empty.yaml", "There is nothing in this file.");
    expect_finding(content, 6, "/i-huge.yaml",
                   "This file is larger than 4 MB. Divide it into several files.");
}

static void test_nothing_to_play(void **state) {
    Folder *folder = *state;
    assert_int_equal(load(folder, "en"), ERR_NOT_FOUND);
    expect_finding(&folder->content, 0, folder->root, "There is no card that can be played.");
    content_free(&folder->content);
    make_file(folder->daily, "a.yaml", "x");
    assert_int_equal(load(folder, "en"), ERR_FORMAT);
    expect_finding(&folder->content, 0, folder->root, "There is no card that can be played.");
    expect_finding(&folder->content, 1, "/a.yaml",
                   "The file must begin with lines such as “key: text”.");
}

static void test_languages(void **state) {
    Folder *folder = *state;
    make_file(folder->daily, "a.yaml", HEAD TINY);
    make_file(folder->lang, "nl.yaml",
              "language: nl\nname: Nederlands\ndirection: ltr\nhi: Hallo\n");
    make_file(folder->lang, "zz.yaml", "hi: [\n");
    assert_int_equal(load(folder, "nl"), ERR_OK);
    assert_string_equal(strings_get(&folder->content.strings, "hi"), "Hallo");
    content_free(&folder->content);
    static const char *const not_there[] = {"zz", "yy", "../lang/nl", ""};
    for (size_t i = 0; i < sizeof not_there / sizeof *not_there; i++) {
        assert_int_equal(load(folder, not_there[i]), ERR_OK);
        assert_string_equal(strings_get(&folder->content.strings, "hi"), "Hello");
        assert_int_equal(folder->content.finding_count, 1);
        content_free(&folder->content);
    }
    assert_int_equal(load_from(&folder->content, folder->root, folder->daily, "en", NULL),
                     ERR_NOT_FOUND);
    expect_finding(&folder->content, 0, folder->daily, "The texts of the game can't be read.");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_what_ships, start, finish),
        cmocka_unit_test(test_shipped_decks_are_clean),
        cmocka_unit_test_setup_teardown(test_extra_decks, start, finish),
        cmocka_unit_test_setup_teardown(test_things_that_are_no_files, start, finish),
        cmocka_unit_test_setup_teardown(test_nothing_to_play, start, finish),
        cmocka_unit_test_setup_teardown(test_languages, start, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
