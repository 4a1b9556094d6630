/* SPDX-License-Identifier: MIT */
/* Going back to a backup, putting two machines' evenings together, and the history as JSON. */
#include "store_kit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A store in a folder of its own below the test's. */
static Store *open_named(const Kit *kit, const char *name, char folder[KIT_PATH_MAX]) {
    snprintf(folder, KIT_PATH_MAX, "%s/%s", kit->folder, name);
    return kit_open(folder);
}

static void copy_store(const char *from, const char *to) {
    char path[KIT_PATH_MAX];
    snprintf(path, sizeof path, "%s", kit_path(from, "tiny-bridges.db"));
    assert_int_equal(mkdir(to, 0700), 0);
    kit_copy(path, kit_path(to, "tiny-bridges.db"));
}

static void append_play(Store *store, Day day) {
    Fact fact = {.kind = FACT_PLAY,
                 .rules_version = FACT_RULES_VERSION,
                 .utc_ms = (int64_t)day * 86400000 + 72000000,
                 .day = day,
                 .values = {3, 4}};
    assert_int_equal(kit_commit(store, &fact, 1, NULL, NULL), ERR_OK);
}

static void assert_same_histories(Store *a, Store *b, KitFacts *first, KitFacts *second) {
    kit_load(a, first);
    kit_load(b, second);
    assert_int_equal(first->count, second->count);
    for (int i = 0; i < first->count; i++) {
        assert_memory_equal(first->items[i].id, second->items[i].id, 16);
        kit_assert_same(&first->items[i], &second->items[i]);
    }
}

/* Three presses: list, choose, go. The drill of a couple that wants Tuesday's state again. */
static void test_going_back_and_forth(void **state) {
    Kit *kit = *state;
    StoreBackup backups[STORE_BACKUPS_MAX];
    Diag diag;
    for (int day = 0; day < 3; day++) {
        Store *store = kit_open(kit->folder);
        append_play(store, 20000 + day);
        store_close(store);
    }
    Store *store = kit_open(kit->folder); /* the start of the fourth evening: three are safe */
    append_play(store, 20003);
    assert_int_equal(store_list_backups(store, backups), 3);
    assert_int_equal(backups[0].day, 20002);
    assert_int_equal(backups[0].evenings, 3);
    assert_int_equal(backups[2].day, 20000);
    assert_false(backups[2].was_in_use);
    assert_int_equal(store_restore(store, &backups[2], &diag), ERR_OK);
    kit_load(store, &kit->facts);
    assert_int_equal(kit->facts.count, 1);
    append_play(store, 20010);
    assert_int_equal(store_list_backups(store, backups), 4);
    assert_int_equal(backups[0].day, 20003);
    assert_int_equal(backups[0].evenings, 4);
    assert_true(backups[0].was_in_use);
    assert_int_equal(store_restore(store, &backups[0], &diag), ERR_OK);
    kit_load(store, &kit->facts);
    assert_int_equal(kit->facts.count, 4);
    assert_int_equal(kit->facts.items[3].day, 20003);
    store_close(store);
    store = kit_open(kit->folder);
    kit_load(store, &kit->facts);
    assert_int_equal(kit->facts.count, 4);
    store_close(store);
}

static void test_going_back_to_a_broken_copy_changes_nothing(void **state) {
    Kit *kit = *state;
    StoreBackup backups[STORE_BACKUPS_MAX];
    Diag diag;
    Store *store = kit_open(kit->folder);
    append_play(store, 20000);
    store_close(store);
    store = kit_open(kit->folder);
    append_play(store, 20001);
    assert_int_equal(store_list_backups(store, backups), 1);
    kit_write(kit_path(kit->folder, backups[0].name), "gone", 4);
    assert_int_not_equal(store_restore(store, &backups[0], &diag), ERR_OK);
    assert_true(diag.message[0] != '\0');
    kit_load(store, &kit->facts);
    assert_int_equal(kit->facts.count, 2);
    append_play(store, 20002);
    assert_int_equal(store_list_backups(store, backups), 1); /* what was in use, no broken one */
    assert_true(backups[0].was_in_use);
    store_close(store);
}

/* After an hour of play the day's backup holds that hour too. */
static void test_tending_again_takes_in_what_is_new(void **state) {
    Kit *kit = *state;
    Store *store = kit_open(kit->folder);
    append_play(store, 20000);
    store_tend(store);
    store_flush(store);
    const char *backup = kit_path(kit->folder, "backups/2024-10-04.db");
    assert_int_equal(kit_ask(backup, "SELECT count(*) FROM fact"), 1);
    append_play(store, 20000);
    store_tend(store);
    store_flush(store);
    assert_int_equal(kit_ask(backup, "SELECT count(*) FROM fact"), 2);
    store_close(store);
}

static void test_two_machines_become_one(void **state) {
    Kit *kit = *state;
    char here[KIT_PATH_MAX], there[KIT_PATH_MAX];
    KitFacts *second = malloc(sizeof *second);
    StoreMerged merged;
    Store *a = open_named(kit, "a", here);
    Store *b = open_named(kit, "b", there);
    for (int day = 0; day < 10; day++) {
        append_play(day % 3 ? a : b, 20000 + day);
    }
    assert_int_equal(store_merge(a, store_path(b), &merged, NULL), ERR_OK);
    assert_int_equal(merged.added, 4);
    assert_int_equal(merged.known, 0);
    assert_int_equal(store_merge(b, store_path(a), &merged, NULL), ERR_OK);
    assert_int_equal(merged.added, 6);
    assert_int_equal(merged.known, 4);
    assert_same_histories(a, b, &kit->facts, second);
    for (int day = 0; day < 10; day++) {
        assert_int_equal(kit->facts.items[day].day, 20000 + day);
    }
    assert_int_equal(store_merge(b, store_path(a), &merged, NULL), ERR_OK);
    assert_int_equal(merged.added, 0);
    assert_int_equal(store_merge(a, store_path(a), &merged, NULL), ERR_OK);
    assert_int_equal(merged.added, 0);
    store_close(a);
    store_close(b);
    free(second);
}

/* A copied folder numbers its facts like the original: both branches stay, in their order. */
static void test_a_copied_file_that_went_its_own_way(void **state) {
    Kit *kit = *state;
    char here[KIT_PATH_MAX], there[KIT_PATH_MAX];
    KitFacts *second = malloc(sizeof *second);
    StoreMerged merged;
    Store *a = open_named(kit, "a", here);
    append_play(a, 20000);
    store_close(a);
    snprintf(there, sizeof there, "%s/b", kit->folder);
    copy_store(here, there);
    a = kit_open(here);
    Store *b = kit_open(there);
    for (int day = 1; day < 5; day++) {
        append_play(a, 20000 + day);
        append_play(b, 20010 + day);
    }
    assert_int_equal(store_merge(a, store_path(b), &merged, NULL), ERR_OK);
    assert_int_equal(merged.added, 4);
    assert_int_equal(merged.known, 1);
    append_play(b, 20020);
    assert_int_equal(store_merge(a, store_path(b), &merged, NULL), ERR_OK);
    assert_int_equal(merged.added, 1);
    assert_int_equal(store_merge(b, store_path(a), &merged, NULL), ERR_OK);
    assert_int_equal(merged.added, 4);
    assert_same_histories(a, b, &kit->facts, second);
    assert_int_equal(kit->facts.count, 10);
    store_close(a);
    store_close(b);
    free(second);
}

/* What a syncing program leaves behind is taken in at the next start, and kept. */
static void test_a_conflicted_copy_beside_ours(void **state) {
    Kit *kit = *state;
    char here[KIT_PATH_MAX];
    Diag diag;
    Store *a = open_named(kit, "a", here);
    append_play(a, 20000);
    append_play(a, 20001);
    kit_copy(store_path(a), kit_path(here, "tiny-bridges (conflicted copy 2026-11-02).db"));
    store_close(a);
    kit_sql(kit_path(here, "tiny-bridges.db"), "DELETE FROM fact WHERE day = 20001");
    assert_int_equal(store_open(here, &a, &diag), ERR_OK);
    assert_non_null(strstr(diag.message, "1 of its entries were new"));
    kit_load(a, &kit->facts);
    assert_int_equal(kit->facts.count, 2);
    assert_true(kit_exists(here, "merged-1.db"));
    assert_false(kit_exists(here, "tiny-bridges (conflicted copy 2026-11-02).db"));
    store_close(a);
    store_close(kit_open(here)); /* and that is that */
}

static void test_out_and_in_again_is_exact(void **state) {
    Kit *kit = *state;
    char here[KIT_PATH_MAX], there[KIT_PATH_MAX];
    KitFacts *second = malloc(sizeof *second);
    StoreMerged merged;
    Store *a = open_named(kit, "a", here);
    Store *b = open_named(kit, "b", there);
    kit_append(a, 0, 40);
    Fact odd = kit_fact(0);
    odd.day = INT32_MIN;
    odd.utc_ms = INT64_MAX;
    snprintf(odd.text, sizeof odd.text, "a\ttab, a \"quote\", a \\ and a line\nend");
    assert_int_equal(kit_commit(a, &odd, 1, NULL, NULL), ERR_OK);
    char *path = kit_path(kit->root, "our evenings.json");
    assert_int_equal(store_export(a, path, NULL), ERR_OK);
    assert_int_equal(kit_mode(path), 0600);
    assert_int_equal(store_merge(b, path, &merged, NULL), ERR_OK);
    assert_int_equal(merged.added, 41);
    assert_same_histories(a, b, &kit->facts, second);
    for (int i = 0; i < second->count; i++) {
        assert_int_equal(second->items[i].device, kit->facts.items[i].device);
        assert_int_equal(second->items[i].seq, kit->facts.items[i].seq);
    }
    size_t size_a, size_b;
    unsigned char *bytes_a = kit_read(path, &size_a);
    assert_int_equal(store_export(b, path, NULL), ERR_OK);
    unsigned char *bytes_b = kit_read(path, &size_b);
    assert_int_equal(size_a, size_b);
    assert_memory_equal(bytes_a, bytes_b, size_a);
    free(bytes_a);
    free(bytes_b);
    free(second);
    store_close(a);
    store_close(b);
}

static void test_imports_that_are_refused(void **state) {
#define HEAD "{\"format\": \"tiny-bridges-history\", \"version\": 1, \"facts\": ["
#define FACT                                                                                       \
    "{\"id\": \"000102030405060708090a0b0c0d0e0f\", \"device\": 1, \"seq\": 1, "                   \
    "\"kind\": 9, \"rules\": 1, \"utc_ms\": 0, \"offset_min\": 0, "                                \
    "\"values\": [3, 4, 0, 0, 0, 0], \"subject\": \"\", \"text\": \"\""
    static const struct {
        const char *text;
        Err err;
        int line;
        const char *words;
    } cases[] = {
        {"{\n \"format\": oops\n}", ERR_FORMAT, 2, "can’t be read"},
        {"{}", ERR_FORMAT, 0, "neither a file of Tiny Bridges nor one of its exports"},
        {"{\"format\": \"tiny-bridges-history\", \"version\": 2, \"facts\": []}", ERR_TOO_NEW, 0,
         "later version"},
        {HEAD "1]}", ERR_FORMAT, 0, "Entry 1 of this export has no “id”"},
        {HEAD FACT ", \"day\": \"2026-02-30\"}]}", ERR_FORMAT, 0, "no “day”"},
        {HEAD FACT ", \"day\": 3000000000}]}", ERR_FORMAT, 0, "no “day”"},
        {HEAD FACT ", \"day\": \"2026-02-03\"}, {}]}", ERR_FORMAT, 0, "Entry 2"},
        {HEAD FACT ", \"day\": 1, \"day\": 2}]}", ERR_FORMAT, 1, "duplicate"},
        {"SQLite format 3", ERR_OK, 0, ""}, /* one of ours that was cut: nothing left in it */
        {"Dear diary", ERR_FORMAT, 0, "neither a file of Tiny Bridges nor one of its exports"},
    };
    Kit *kit = *state;
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, 2);
    char *path = kit_path(kit->root, "given.json");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Diag diag = {0};
        StoreMerged merged;
        kit_write(path, cases[i].text, strlen(cases[i].text));
        assert_int_equal(store_merge(store, path, &merged, &diag), cases[i].err);
        assert_int_equal(diag.line, cases[i].line);
        assert_non_null(strstr(diag.message, cases[i].words));
        assert_int_equal(merged.added, 0);
    }
    StoreMerged merged;
    assert_int_equal(store_merge(store, kit->root, &merged, NULL), ERR_IO);
    assert_int_equal(store_merge(store, kit_path(kit->root, "none"), &merged, NULL), ERR_NOT_FOUND);
    kit_assert_facts(store, &kit->facts, 2);
    store_close(store);
}

int main(void) {
    const struct CMUnitTest all[] = {
        KIT_TEST(test_going_back_and_forth),
        KIT_TEST(test_going_back_to_a_broken_copy_changes_nothing),
        KIT_TEST(test_tending_again_takes_in_what_is_new),
        KIT_TEST(test_two_machines_become_one),
        KIT_TEST(test_a_copied_file_that_went_its_own_way),
        KIT_TEST(test_a_conflicted_copy_beside_ours),
        KIT_TEST(test_out_and_in_again_is_exact),
        KIT_TEST(test_imports_that_are_refused),
    };
    return cmocka_run_group_tests(all, NULL, NULL);
}
