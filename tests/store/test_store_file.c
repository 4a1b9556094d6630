/* SPDX-License-Identifier: MIT */
/* The file and its folder: reopening, permissions, the lock, other people's files, migrations. */
#define _GNU_SOURCE /* setresuid */
#include "store_kit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void test_reopening_finds_everything(void **state) {
    Kit *kit = *state;
    char bookmark[STORE_BOOKMARK_MAX];
    for (int i = 0; i < 5; i++) {
        Store *store = kit_open(kit->folder);
        kit_assert_facts(store, &kit->facts, i * 3);
        kit_append(store, i * 3, 3);
        assert_int_equal(kit_commit(store, NULL, 0, "card 2", NULL), ERR_OK);
        store_close(store);
    }
    Store *store = kit_open(kit->folder);
    kit_assert_facts(store, &kit->facts, 15);
    assert_int_equal(store_load_bookmark(store, bookmark, NULL), ERR_OK);
    assert_string_equal(bookmark, "card 2");
    store_close(store);
}

static void test_closing_waits_for_what_is_queued(void **state) {
    Kit *kit = *state;
    Store *store = kit_open(kit->folder);
    for (int i = 0; i < STORE_QUEUE_MAX; i++) {
        Fact fact = kit_fact(i);
        assert_true(store_append(store, &fact, 1, NULL) > 0);
    }
    store_close(store);
    store = kit_open(kit->folder);
    kit_assert_facts(store, &kit->facts, STORE_QUEUE_MAX);
    store_close(store);
}

/* The journal is there only while a transaction runs: one of our own is held open to see it. */
static void test_only_the_owner_can_read(void **state) {
    Kit *kit = *state;
    mode_t before = umask(0);
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, 1);
    store_close(store);
    store = kit_open(kit->folder);
    store_flush(store);
    store_close(store);
    Connection connection;
    const char *path = kit_path(kit->folder, "tiny-bridges.db");
    assert_int_equal(connection_open(&connection, path, NULL), ERR_OK);
    assert_int_equal(connection_run(connection.db,
                                    "BEGIN; UPDATE meta SET device = 5; PRAGMA cache_spill = 1",
                                    path, NULL),
                     ERR_OK);
    sqlite3_db_cacheflush(connection.db);
    umask(before);
    assert_int_equal(kit_mode(kit_path(kit->folder, "tiny-bridges.db-journal")), 0600);
    connection_close(&connection);
    assert_int_equal(kit_mode(kit->folder), 0700);
    assert_int_equal(kit_mode(kit_path(kit->folder, "tiny-bridges.db")), 0600);
    assert_int_equal(kit_mode(kit_path(kit->folder, "tiny-bridges.lock")), 0600);
    assert_int_equal(kit_mode(kit_path(kit->folder, "backups")), 0700);
    assert_int_equal(kit_mode(kit_path(kit->folder, "backups/2026-01-01.db")), 0600);
}

static void test_our_folder_is_closed_and_other_folders_are_left(void **state) {
    Kit *kit = *state;
    assert_int_equal(mkdir(kit->folder, 0755), 0);
    assert_int_equal(chmod(kit->folder, 0755), 0);
    kit_write(kit_path(kit->folder, "holiday.txt"), "x", 1);
    store_close(kit_open(kit->folder));
    assert_int_equal(kit_mode(kit->folder), 0755);
    assert_int_equal(kit_mode(kit_path(kit->folder, "tiny-bridges.db")), 0600);
    assert_int_equal(unlink(kit_path(kit->folder, "holiday.txt")), 0);
    store_close(kit_open(kit->folder));
    assert_int_equal(kit_mode(kit->folder), 0700);
}

static void test_missing_parents_are_made(void **state) {
    Kit *kit = *state;
    char folder[KIT_PATH_MAX];
    snprintf(folder, sizeof folder, "%s/a/b//ç/", kit->folder);
    Store *store = kit_open(folder);
    kit_append(store, 0, 1);
    store_close(store);
    assert_int_equal(kit_mode(kit->folder), 0700);
    assert_true(kit_exists(folder, "tiny-bridges.db"));
}

static void test_relative_folder_that_looks_like_an_address(void **state) {
    Kit *kit = *state;
    char *before = getcwd(NULL, 0);
    assert_int_equal(chdir(kit->root), 0);
    Store *store = kit_open("file:x?mode=memory");
    assert_int_equal(chdir(before), 0);
    free(before);
    kit_append(store, 0, 1);
    assert_string_equal(store_path(store),
                        kit_path(kit->root, "file:x?mode=memory/tiny-bridges.db"));
    store_close(store);
    assert_true(kit_exists(kit->root, "file:x?mode=memory/tiny-bridges.db"));
}

static void test_second_copy_is_refused(void **state) {
    Kit *kit = *state;
    Store *store = kit_open(kit->folder), *second;
    Diag diag;
    kit_append(store, 0, 1);
    assert_int_equal(store_open(kit->folder, &second, &diag), ERR_LOCKED);
    assert_null(second);
    assert_non_null(strstr(diag.message, "open already"));
    kit_append(store, 1, 1);
    kit_assert_facts(store, &kit->facts, 2);
    store_close(store);
    store = kit_open(kit->folder); /* the file of the lock is still there; nobody holds it */
    store_close(store);
}

/* Waits for the child and gives what it found. */
static int outcome_of(pid_t child) {
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void test_second_process_is_refused(void **state) {
    Kit *kit = *state;
    int held[2], finish[2];
    char byte;
    assert_int_equal(pipe(held), 0);
    assert_int_equal(pipe(finish), 0);
    pid_t child = fork();
    if (child == 0) {
        Store *store;
        close(finish[1]);
        Err err = store_open(kit->folder, &store, NULL);
        if (write(held[1], "", 1) != 1 || read(finish[0], &byte, 1) != 0) {
            _exit(99);
        }
        store_close(store);
        _exit((int)err);
    }
    close(finish[0]);
    assert_int_equal(read(held[0], &byte, 1), 1);
    size_t size_before, size_after;
    unsigned char *before = kit_read(kit_path(kit->folder, "tiny-bridges.db"), &size_before);
    Store *store;
    assert_int_equal(store_open(kit->folder, &store, NULL), ERR_LOCKED);
    unsigned char *after = kit_read(kit_path(kit->folder, "tiny-bridges.db"), &size_after);
    assert_int_equal(size_before, size_after);
    assert_memory_equal(before, after, size_after);
    free(before);
    free(after);
    close(finish[1]);
    assert_int_equal(outcome_of(child), ERR_OK);
    close(finish[0]);
    close(held[0]);
    close(held[1]);
    store_close(kit_open(kit->folder));
}

static void test_other_programs_files_are_refused(void **state) {
    Kit *kit = *state;
    assert_int_equal(mkdir(kit->folder, 0700), 0);
    char path[KIT_PATH_MAX];
    snprintf(path, sizeof path, "%s/tiny-bridges.db", kit->folder);
    kit_sql(path, "PRAGMA application_id = 7; CREATE TABLE fact (x); INSERT INTO fact VALUES (1)");
    kit_assert_refused_untouched(kit, ERR_FORMAT, "isn’t a file of Tiny Bridges");
    kit_write(path, "Dear diary,\n", 12);
    kit_assert_refused_untouched(kit, ERR_FORMAT, "isn’t a file of Tiny Bridges");
    char text[9000];
    memset(text, 'x', sizeof text);
    kit_write(path, text, sizeof text);
    kit_assert_refused_untouched(kit, ERR_FORMAT, "isn’t a file of Tiny Bridges");
}

static void test_a_file_in_the_folders_place(void **state) {
    Kit *kit = *state;
    Store *store;
    Diag diag;
    char below[KIT_PATH_MAX];
    kit_write(kit->folder, "x", 1);
    assert_int_equal(store_open(kit->folder, &store, &diag), ERR_IO);
    assert_non_null(strstr(diag.message, "a file where the folder should be"));
    snprintf(below, sizeof below, "%s/below", kit->folder);
    assert_int_equal(store_open(below, &store, &diag), ERR_IO);
    assert_non_null(strstr(diag.message, "a file where the folder should be"));
}

static void test_a_folder_in_the_files_place(void **state) {
    Kit *kit = *state;
    Store *store;
    Diag diag;
    assert_int_equal(mkdir(kit->folder, 0700), 0);
    assert_int_equal(mkdir(kit_path(kit->folder, "tiny-bridges.db"), 0700), 0);
    assert_int_not_equal(store_open(kit->folder, &store, &diag), ERR_OK);
    assert_true(diag.message[0] != '\0');
}

static void test_too_long_a_path(void **state) {
    (void)state;
    static char folder[STORE_FOLDER_MAX + 100];
    memset(folder, 'x', sizeof folder - 1);
    folder[0] = '/';
    Store *store;
    Diag diag;
    assert_int_equal(store_open(folder, &store, &diag), ERR_IO);
    assert_non_null(strstr(diag.message, "too long"));
    assert_int_not_equal(store_open("", &store, &diag), ERR_OK);
}

/* Another program looks into the file for longer than we wait. */
static void test_a_file_held_by_another_program(void **state) {
    Kit *kit = *state;
    Store *store = kit_open(kit->folder);
    sqlite3 *other;
    Diag diag;
    kit_append(store, 0, 1);
    assert_int_equal(sqlite3_open(store_path(store), &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    Fact fact = kit_fact(1);
    assert_int_equal(kit_commit(store, &fact, 1, NULL, &diag), ERR_LOCKED);
    assert_non_null(strstr(diag.message, "Another program holds the file."));
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
    assert_int_equal(kit_commit(store, &fact, 1, NULL, &diag), ERR_OK);
    kit_assert_facts(store, &kit->facts, 2);
    store_close(store);
}

static void test_what_is_asked_of_sqlite(void **state) {
    Kit *kit = *state;
    store_close(kit_open(kit->folder));
    const char *path = kit_path(kit->folder, "tiny-bridges.db");
    assert_int_equal(kit_ask(path, "PRAGMA synchronous"), 3); /* EXTRA */
    assert_int_equal(kit_ask(path, "PRAGMA secure_delete"), 1);
    assert_int_equal(kit_ask(path, "PRAGMA mmap_size"), 0);
    assert_int_equal(kit_ask(path, "PRAGMA temp_store"), 2); /* memory */
    assert_int_equal(kit_ask(path, "SELECT journal_mode = 'delete' FROM pragma_journal_mode"), 1);
    assert_int_equal(kit_ask(path, "PRAGMA user_version"), 2);
    assert_int_equal(kit_ask(path, "PRAGMA application_id"), SCHEMA_APPLICATION_ID);
    assert_int_equal(kit_ask(path, "SELECT count(*) FROM pragma_table_list "
                               "WHERE schema = 'main' AND name NOT LIKE 'sqlite%' AND strict"),
                     3);
}

enum { NOBODY = 65534 };

/* root may write anywhere, so a child without that right tries. */
static int open_without_rights(const char *folder, const char *words) {
    pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && setresuid(NOBODY, NOBODY, NOBODY) != 0) {
            _exit(98);
        }
        Store *store;
        Diag diag;
        Err err = store_open(folder, &store, &diag);
        _exit(strstr(diag.message, words) ? (int)err : 97);
    }
    return outcome_of(child);
}

static void test_no_permission(void **state) {
    Kit *kit = *state;
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, 1);
    store_close(store);
    assert_int_equal(chmod(kit->root, 0755), 0);
    assert_int_equal(chmod(kit->folder, 0500), 0); /* read-only, for its owner too */
    if (geteuid() == 0) {
        assert_int_equal(chmod(kit->folder, 0555), 0);
    }
    assert_int_equal(open_without_rights(kit->folder, "no permission"), ERR_DENIED);
    char below[KIT_PATH_MAX];
    snprintf(below, sizeof below, "%s/below/more", kit->folder);
    assert_int_equal(open_without_rights(below, "no permission"), ERR_DENIED);
    assert_int_equal(chmod(kit->folder, 0700), 0);
}

static void test_a_file_that_cannot_be_written(void **state) {
    Kit *kit = *state;
    store_close(kit_open(kit->folder));
    assert_int_equal(chmod(kit->root, 0755), 0);
    assert_int_equal(chmod(kit_path(kit->folder, "tiny-bridges.db"), 0444), 0);
    if (geteuid() == 0) {
        assert_int_equal(chown(kit->folder, NOBODY, NOBODY), 0);
        assert_int_equal(chown(kit_path(kit->folder, "tiny-bridges.lock"), NOBODY, NOBODY), 0);
    }
    assert_int_equal(open_without_rights(kit->folder, "read-only"), ERR_DENIED);
}

static bool file_holds(const char *path, const char *text) {
    size_t size;
    unsigned char *bytes = kit_read(path, &size);
    bool holds = memmem(bytes, size, text, strlen(text)) != NULL;
    free(bytes);
    return holds;
}

static void test_a_wiped_bookmark_leaves_no_trace(void **state) {
    Kit *kit = *state;
    static const char secret[] = "picked-answer-three-in-secret";
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, 3);
    assert_int_equal(kit_commit(store, NULL, 0, secret, NULL), ERR_OK);
    store_close(store);
    assert_true(file_holds(kit_path(kit->folder, "tiny-bridges.db"), secret));
    store = kit_open(kit->folder); /* makes the day's backup, with the bookmark set */
    store_flush(store);
    assert_int_equal(store_backup_outcome(store, NULL), ERR_OK);
    assert_int_equal(kit_commit(store, NULL, 0, "short", NULL), ERR_OK);
    assert_int_equal(kit_commit(store, NULL, 0, "", NULL), ERR_OK);
    store_close(store);
    assert_false(file_holds(kit_path(kit->folder, "tiny-bridges.db"), secret + 5));
    assert_false(file_holds(kit_path(kit->folder, "tiny-bridges.db"), "short"));
    assert_false(file_holds(kit_path(kit->folder, "backups/2026-01-03.db"), secret + 5));
    assert_false(kit_exists(kit->folder, "tiny-bridges.db-journal"));
}

static void test_erase_takes_everything_of_ours_and_nothing_else(void **state) {
    Kit *kit = *state;
    static const char *const ours[] = {
        "tiny-bridges.db", "tiny-bridges.db-journal", "damaged-12.db",      "damaged-12.db-journal",
        "backups",         "before-schema-2.db",      "tiny-bridges.db.new"};
    static const char *const others[] = {"damaged-photos.db", "damaged-.db", "before-schema-2.txt",
                                         "tiny-bridges.db.mine"};
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, 1);
    store_close(store);
    store = kit_open(kit->folder);
    store_flush(store);
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++) {
        if (!kit_exists(kit->folder, ours[i])) {
            kit_write(kit_path(kit->folder, ours[i]), "evenings", 8);
        }
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        kit_write(kit_path(kit->folder, others[i]), "mine", 4);
    }
    /* a second name shows what became of the bytes */
    assert_int_equal(link(kit_path(kit->folder, "damaged-12.db"), kit_path(kit->root, "seen")), 0);
    assert_int_equal(store_erase(store, NULL), ERR_OK);
    store_close(store);
    for (size_t i = 0; i < sizeof ours / sizeof *ours; i++) {
        assert_false(kit_exists(kit->folder, ours[i]));
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        assert_true(file_holds(kit_path(kit->folder, others[i]), "mine"));
    }
    assert_false(kit_exists(kit->folder, "tiny-bridges.lock"));
    assert_false(file_holds(kit_path(kit->root, "seen"), "evenings"));
    store_close(kit_open(kit->folder));
}

int main(void) {
    const struct CMUnitTest all[] = {
        KIT_TEST(test_reopening_finds_everything),
        KIT_TEST(test_closing_waits_for_what_is_queued),
        KIT_TEST(test_only_the_owner_can_read),
        KIT_TEST(test_our_folder_is_closed_and_other_folders_are_left),
        KIT_TEST(test_missing_parents_are_made),
        KIT_TEST(test_relative_folder_that_looks_like_an_address),
        KIT_TEST(test_second_copy_is_refused),
        KIT_TEST(test_second_process_is_refused),
        KIT_TEST(test_a_file_held_by_another_program),
        KIT_TEST(test_what_is_asked_of_sqlite),
        KIT_TEST(test_other_programs_files_are_refused),
        KIT_TEST(test_a_file_in_the_folders_place),
        KIT_TEST(test_a_folder_in_the_files_place),
        KIT_TEST(test_too_long_a_path),
        KIT_TEST(test_no_permission),
        KIT_TEST(test_a_file_that_cannot_be_written),
        KIT_TEST(test_a_wiped_bookmark_leaves_no_trace),
        KIT_TEST(test_erase_takes_everything_of_ours_and_nothing_else),
    };
    return cmocka_run_group_tests(all, NULL, NULL);
}
