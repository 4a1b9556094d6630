/* SPDX-License-Identifier: MIT */
/* Disks that are full at any size, or read-only: the couple is told so in a sentence, what was said
 * to be saved stays, and with room again it goes on. */
#include "calls.h"
#include "store_kit.h"
#include "tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEP_BYTES = 512, STEPS_MAX = 1000, EVENINGS = 3, PAGE_BYTES = 4096, BEFORE = 5 };

/* Whatever a test made of the disk, the next one finds a good one. */
static int tear_down(void **state) {
    calls_limit_room("", -1);
    calls_make_read_only(false);
    calls_break_file(NULL, 0, 0);
    return kit_tear_down(state);
}

#define DISK_TEST(function) cmocka_unit_test_setup_teardown(function, kit_set_up, tear_down)

static const char full_words[] = "The disk is full.";
static const char read_only_words[] = "read-only";

/* All went well, or the disk is full and the sentence says so. True if it went well. */
static bool is_done_or_full(Err err, const Diag *diag) {
    if (err != ERR_OK) {
        if (err != ERR_FULL) {
            print_error("%s\n", diag->message);
        }
        assert_int_equal(err, ERR_FULL);
        assert_non_null(strstr(diag->message, full_words));
    }
    return err == ERR_OK;
}

/* An export that was said to be done is whole. */
static bool is_exported(Kit *kit, Store *store, int facts) {
    const char *path = kit_path(kit->root, "history.json");
    FactList read = {0};
    Diag diag;
    if (!is_done_or_full(store_export(store, path, &diag), &diag)) {
        return false;
    }
    assert_int_equal(import_read(path, &read, NULL), ERR_OK);
    assert_int_equal(read.count, facts);
    fact_list_free(&read);
    return true;
}

/* Evenings from `first` on, an hour's backup, an export. Gives how many evenings are saved, and in
 * `all_done` whether the disk took everything. */
static int play_on(Kit *kit, int first, bool *all_done) {
    Store *store;
    Diag diag;
    int saved = first;
    *all_done = is_done_or_full(store_open(kit->folder, &store, &diag), &diag);
    if (!*all_done) {
        return saved;
    }
    assert_string_equal(diag.message, "");
    for (int i = 0; i < EVENINGS; i++) {
        Fact fact = kit_fact(saved);
        bool is_saved = is_done_or_full(kit_commit(store, &fact, 1, "here", &diag), &diag);
        saved += is_saved;
        *all_done &= is_saved;
    }
    kit_assert_facts(store, &kit->facts, saved); /* also for the evening that goes on */
    store_tend(store);
    store_flush(store);
    *all_done &= is_done_or_full(store_backup_outcome(store, &diag), &diag);
    *all_done &= is_exported(kit, store, saved);
    store_close(store);
    return saved;
}

static void assert_all_there(Kit *kit, int saved) {
    Store *store = kit_open(kit->folder);
    kit_assert_facts(store, &kit->facts, saved);
    kit_append(store, saved, 1);
    kit_assert_facts(store, &kit->facts, saved + 1);
    store_close(store);
}

/* The whole of it on disks of 0, 512, 1024, ... bytes above what is there, until nothing is
 * refused. */
static int fill_at_each_size(Kit *kit, const Tree *before, int64_t used_bytes, int facts) {
    bool all_done = false;
    int steps = 0;
    for (; !all_done; steps++) {
        assert_true(steps < STEPS_MAX);
        assert_true(tree_remove(kit->root));
        assert_true(tree_write(before, kit->root));
        calls_limit_room(kit->root, used_bytes + steps * (int64_t)STEP_BYTES);
        int saved = play_on(kit, facts, &all_done);
        calls_limit_room(kit->root, -1);
        assert_all_there(kit, saved);
    }
    return steps;
}

static void test_full_at_the_first_start(void **state) {
    Kit *kit = *state;
    Tree *before = tree_read(kit->root);
    assert_non_null(before);
    int steps = fill_at_each_size(kit, before, 0, 0);
    assert_true(steps > 60); /* the file alone has some 30 kB, and there is a backup */
    tree_free(before);
}

/* What is there can be read on a disk without a byte left. */
static void test_full_with_evenings(void **state) {
    Kit *kit = *state;
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, BEFORE);
    store_close(store);
    Tree *before = tree_read(kit->root);
    assert_non_null(before);
    int64_t used_bytes = tree_bytes(before);
    calls_limit_room(kit->root, used_bytes);
    store = kit_open(kit->folder);
    kit_assert_facts(store, &kit->facts, BEFORE);
    store_close(store);
    calls_limit_room(kit->root, -1);
    assert_true(fill_at_each_size(kit, before, used_bytes, BEFORE) > 30);
    tree_free(before);
}

/* A file of an earlier version isn't taken on without room for its copy, and isn't touched. */
static void test_full_before_a_migration(void **state) {
    Kit *kit = *state;
    enum { OLD_FACTS = 40 };
    store_close(kit_open(kit->folder));
    kit_copy(TB_SOURCE_DIR "/tests/store/schema-1.db", kit_path(kit->folder, "tiny-bridges.db"));
    Tree *before = tree_read(kit->root);
    assert_non_null(before);
    Err err = ERR_FULL;
    int steps = 0;
    for (; err != ERR_OK; steps++) {
        Store *store;
        Diag diag;
        assert_true(steps < STEPS_MAX);
        assert_true(tree_remove(kit->root));
        assert_true(tree_write(before, kit->root));
        calls_limit_room(kit->root, tree_bytes(before) + steps * (int64_t)STEP_BYTES);
        err = store_open(kit->folder, &store, &diag);
        (void)is_done_or_full(err, &diag);
        store_close(err == ERR_OK ? store : NULL);
        calls_limit_room(kit->root, -1);
        store = kit_open(kit->folder);
        kit_load(store, &kit->facts);
        assert_int_equal(kit->facts.count, OLD_FACTS);
        store_close(store);
    }
    assert_true(steps > 30);
    tree_free(before);
}

/* Going back, or taking in another machine's evenings, is done whole or not at all. */
static Err go_back(Kit *kit, Store *store, Diag *diag) {
    (void)kit;
    StoreBackup backups[STORE_BACKUPS_MAX];
    assert_true(store_list_backups(store, backups) > 0);
    return store_restore(store, &backups[0], diag);
}

static Err take_in(Kit *kit, Store *store, Diag *diag) {
    StoreMerged merged;
    return store_merge(store, kit_path(kit->root, "other/tiny-bridges.db"), &merged, diag);
}

static void try_at_each_size(Kit *kit, Err (*attempt)(Kit *, Store *, Diag *), int facts_before,
                             int facts_after) {
    Tree *before = tree_read(kit->root);
    assert_non_null(before);
    Err err = ERR_FULL;
    int steps = 0;
    for (; err != ERR_OK; steps++) {
        Diag diag;
        assert_true(steps < STEPS_MAX);
        assert_true(tree_remove(kit->root));
        assert_true(tree_write(before, kit->root));
        Store *store = kit_open(kit->folder);
        store_flush(store);
        calls_limit_room(kit->root, tree_bytes(before) + steps * (int64_t)STEP_BYTES);
        err = attempt(kit, store, &diag);
        calls_limit_room(kit->root, -1);
        int facts = is_done_or_full(err, &diag) ? facts_after : facts_before;
        kit_load(store, &kit->facts);
        assert_int_equal(kit->facts.count, facts);
        store_close(store);
        store = kit_open(kit->folder);
        kit_load(store, &kit->facts);
        assert_int_equal(kit->facts.count, facts);
        store_close(store);
    }
    assert_true(steps > 8);
    tree_free(before);
}

static void test_full_when_going_back(void **state) {
    Kit *kit = *state;
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, BEFORE);
    store_tend(store);
    store_flush(store);
    Fact fact = kit_fact(0); /* on the first day, so that its backup is no newer one's */
    assert_int_equal(kit_commit(store, &fact, 1, NULL, NULL), ERR_OK);
    store_close(store);
    store = kit_open(kit->folder);
    store_flush(store);
    store_close(store);
    try_at_each_size(kit, go_back, BEFORE + 1, BEFORE);
}

static void test_full_when_taking_in(void **state) {
    Kit *kit = *state;
    Store *store = kit_open(kit_path(kit->root, "other"));
    kit_append(store, 0, 60);
    store_close(store);
    store = kit_open(kit->folder);
    kit_append(store, 0, BEFORE);
    store_close(store);
    store = kit_open(kit->folder);
    store_flush(store);
    store_close(store);
    try_at_each_size(kit, take_in, BEFORE, BEFORE + 60);
}

static void test_read_only_from_the_start(void **state) {
    Kit *kit = *state;
    Store *store;
    Diag diag;
    calls_make_read_only(true);
    Err err = store_open(kit->folder, &store, &diag);
    calls_make_read_only(false);
    assert_int_equal(err, ERR_DENIED);
    assert_null(store);
    assert_non_null(strstr(diag.message, read_only_words));
    assert_non_null(strstr(diag.message, "--data-dir"));
    assert_false(kit_exists(kit->root, "our evenings, été ’24 %"));
    store = kit_open(kit->folder);
    kit_append(store, 0, BEFORE);
    store_close(store);
    calls_make_read_only(true);
    kit_assert_refused_untouched(kit, ERR_DENIED, read_only_words);
    calls_make_read_only(false);
    assert_all_there(kit, BEFORE);
}

/* A disk that meets an error is made read-only by the system in the middle of an evening. */
static void test_read_only_from_now_on(void **state) {
    Kit *kit = *state;
    Diag diag;
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, BEFORE);
    Fact fact = kit_fact(BEFORE);
    store_give_ids(&fact, 1);
    calls_make_read_only(true);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(kit_commit(store, &fact, 1, "here", &diag), ERR_DENIED);
        assert_string_equal(diag.message, "The folder can’t be written to. Your earlier evenings "
                                          "are safe; this one isn’t saved yet.");
    }
    const char *export = kit_path(kit->root, "history.json");
    assert_int_equal(store_export(store, export, &diag), ERR_DENIED);
    assert_non_null(strstr(diag.message, read_only_words));
    kit_assert_facts(store, &kit->facts, BEFORE);
    calls_make_read_only(false);
    assert_int_equal(kit_commit(store, &fact, 1, "here", &diag), ERR_OK);
    kit_assert_facts(store, &kit->facts, BEFORE + 1);
    store_close(store);
    assert_all_there(kit, BEFORE + 1);
}

/* A file where the folder should be, also on the way to it. */
static void test_a_file_for_the_folder(void **state) {
    Kit *kit = *state;
    Store *store;
    Diag diag;
    char folder[KIT_PATH_MAX];
    kit_write(kit->folder, "a letter", 8);
    snprintf(folder, sizeof folder, "%s/below it", kit->folder);
    const char *const folders[] = {kit->folder, folder};
    for (int i = 0; i < 2; i++) {
        assert_int_equal(store_open(folders[i], &store, &diag), ERR_IO);
        assert_non_null(strstr(diag.message, "There is a file where the folder should be."));
        assert_string_equal(diag.file, kit->folder);
    }
}

/* --- Disks that can't be read ----------------------------------------------------------------- */

static void prepare_kept(Kit *kit) {
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, BEFORE);
    store_close(store);
    store = kit_open(kit->folder);
    store_flush(store); /* the day's backup */
    store_close(store);
}

/* Nothing of the file can be read, or nothing but its head: that is the disk's trouble. The file
 * stays as it is, and is there again with the disk. */
static void test_a_file_that_cannot_be_read(void **state) {
    Kit *kit = *state;
    prepare_kept(kit);
    for (int page = 0; page < 2; page++) {
        Store *store;
        Diag diag;
        calls_break_file(kit_path(kit->folder, "tiny-bridges.db"), page * PAGE_BYTES, INT64_MAX);
        assert_int_equal(store_open(kit->folder, &store, &diag), ERR_IO);
        assert_non_null(strstr(diag.message, "The disk didn’t answer as it should"));
        calls_break_file(NULL, 0, 0);
        assert_false(kit_exists(kit->folder, "damaged-1.db"));
        assert_false(kit_exists(kit->folder, "tiny-bridges.db.new"));
    }
    assert_all_there(kit, BEFORE);
}

/* A page that has become unreadable is made good from the backup. */
static void test_a_page_that_cannot_be_read(void **state) {
    Kit *kit = *state;
    prepare_kept(kit);
    Tree *before = tree_read(kit->root);
    assert_non_null(before);
    size_t size;
    free(kit_read(kit_path(kit->folder, "tiny-bridges.db"), &size));
    for (int page = 1; page < (int)size / PAGE_BYTES; page++) {
        Store *store;
        Diag diag;
        assert_true(tree_remove(kit->root));
        assert_true(tree_write(before, kit->root));
        int64_t at = page * PAGE_BYTES;
        calls_break_file(kit_path(kit->folder, "tiny-bridges.db"), at, at + PAGE_BYTES);
        assert_int_equal(store_open(kit->folder, &store, &diag), ERR_OK);
        assert_non_null(strstr(diag.message, "kept as damaged-1.db"));
        kit_assert_facts(store, &kit->facts, BEFORE);
        store_close(store);
        calls_break_file(NULL, 0, 0);
        assert_all_there(kit, BEFORE);
    }
    tree_free(before);
}

int main(void) {
    const struct CMUnitTest all[] = {
        DISK_TEST(test_full_at_the_first_start),    DISK_TEST(test_full_with_evenings),
        DISK_TEST(test_full_before_a_migration),    DISK_TEST(test_full_when_going_back),
        DISK_TEST(test_full_when_taking_in),        DISK_TEST(test_read_only_from_the_start),
        DISK_TEST(test_read_only_from_now_on),      DISK_TEST(test_a_file_for_the_folder),
        DISK_TEST(test_a_file_that_cannot_be_read), DISK_TEST(test_a_page_that_cannot_be_read),
    };
    return cmocka_run_group_tests(all, NULL, NULL);
}
