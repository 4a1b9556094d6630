/* SPDX-License-Identifier: MIT */
/* Removing everything, bringing it back within seven days, and what becomes of it afterwards. */
#define _GNU_SOURCE /* memmem */
#include "store_kit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TODAY = 20000 }; /* 2024-10-04 */

static Store *put_aside(Kit *kit, int facts) {
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, facts);
    assert_int_equal(kit_commit(store, NULL, 0, "bookmark", NULL), ERR_OK);
    store_tend(store);
    store_flush(store);
    assert_true(kit_exists(kit->folder, "backups"));
    assert_int_equal(store_put_aside(store, TODAY, NULL), ERR_OK);
    return store;
}

static StoreAside only_one(Store *store) {
    StoreAside asides[STORE_ASIDE_MAX];
    assert_int_equal(store_list_asides(store, asides), 1);
    return asides[0];
}

static int count_of(Store *store) {
    StoreAside asides[STORE_ASIDE_MAX];
    return store_list_asides(store, asides);
}

static void test_a_fresh_start_then_all_of_it_back(void **state) {
    Kit *kit = *state;
    Store *store = put_aside(kit, 3);
    kit_assert_facts(store, &kit->facts, 0);
    assert_false(kit_exists(kit->folder, "tiny-bridges.db"));
    assert_false(kit_exists(kit->folder, "backups"));
    store_close(store);
    store = kit_open(kit->folder); /* no warning: nothing is missed */
    kit_assert_facts(store, &kit->facts, 0);
    StoreAside aside = only_one(store);
    assert_int_equal(aside.day, TODAY);
    assert_true(aside.evenings >= 0);
    assert_int_equal(store_bring_back(store, &aside, TODAY + 3, NULL), ERR_OK);
    kit_assert_facts(store, &kit->facts, 3);
    char bookmark[STORE_BOOKMARK_MAX];
    assert_int_equal(store_load_bookmark(store, bookmark, NULL), ERR_OK);
    assert_string_equal(bookmark, "bookmark");
    assert_true(kit_exists(kit->folder, "backups"));
    assert_int_equal(count_of(store), 0); /* an empty file isn't put aside in its turn */
    kit_append(store, 3, 1);
    store_close(store);
    store = kit_open(kit->folder);
    kit_assert_facts(store, &kit->facts, 4);
    store_close(store);
}

static void test_what_was_played_meanwhile_is_put_aside_in_its_turn(void **state) {
    Kit *kit = *state;
    Store *store = put_aside(kit, 2);
    StoreAside aside = only_one(store);
    kit_append(store, 10, 1);
    assert_int_equal(store_bring_back(store, &aside, TODAY + 1, NULL), ERR_OK);
    kit_assert_facts(store, &kit->facts, 2);
    StoreAside newer = only_one(store);
    assert_int_equal(newer.day, TODAY + 1);
    assert_int_equal(store_bring_back(store, &newer, TODAY + 1, NULL), ERR_OK);
    kit_load(store, &kit->facts);
    assert_int_equal(kit->facts.count, 1);
    Fact given = kit_fact(10);
    kit_assert_same(&kit->facts.items[0], &given);
    assert_int_equal(count_of(store), 1);
    store_close(store);
}

static void test_both_together(void **state) {
    Kit *kit = *state;
    Store *store = put_aside(kit, 2);
    StoreAside aside = only_one(store);
    StoreMerged merged;
    kit_append(store, 10, 1);
    assert_int_equal(store_merge_aside(store, &aside, &merged, NULL), ERR_OK);
    assert_int_equal(merged.added, 2);
    kit_load(store, &kit->facts);
    assert_int_equal(kit->facts.count, 3);
    assert_int_equal(count_of(store), 1);
    store_close(store);
}

static void test_removing_twice_keeps_both(void **state) {
    Kit *kit = *state;
    StoreAside asides[STORE_ASIDE_MAX];
    Store *store = put_aside(kit, 2);
    assert_int_equal(store_put_aside(store, TODAY, NULL), ERR_OK); /* nothing there: nothing more */
    assert_int_equal(count_of(store), 1);
    kit_append(store, 10, 1);
    assert_int_equal(store_put_aside(store, TODAY, NULL), ERR_OK);
    assert_int_equal(store_list_asides(store, asides), 2);
    assert_string_not_equal(asides[0].name, asides[1].name);
    assert_int_equal(store_erase_aside(store, &asides[0], NULL), ERR_OK);
    StoreAside left = only_one(store);
    assert_string_equal(left.name, asides[1].name);
    store_close(store);
}

/* A start on `day` of those days' clock; how many removals are left. */
static int start(Kit *kit, Day day) {
    Store *store = kit_open(kit->folder);
    assert_int_equal(store_expire(store, day, NULL), ERR_OK);
    int left = count_of(store);
    store_close(store);
    return left;
}

static void test_after_seven_days_it_is_gone(void **state) {
    Kit *kit = *state;
    Store *store = put_aside(kit, 1);
    StoreAside aside = only_one(store);
    assert_int_equal(store_days_left(&aside, TODAY), 7);
    assert_int_equal(store_days_left(&aside, TODAY + 6), 1);
    assert_int_equal(store_days_left(&aside, TODAY + 90), 0);
    assert_int_equal(store_days_left(&aside, TODAY - 90), 7);
    store_close(store);
    char file[96];
    assert_int_equal(start(kit, TODAY), 1);
    assert_int_equal(start(kit, TODAY + 6), 1);
    store = kit_open(kit->folder);
    aside = only_one(store);
    store_close(store);
    snprintf(file, sizeof file, "%s/tiny-bridges.db", aside.name);
    /* a second name shows what became of the bytes */
    assert_int_equal(link(kit_path(kit->folder, file), kit_path(kit->root, "seen")), 0);
    assert_int_equal(start(kit, TODAY + 7), 0);
    assert_false(kit_exists(kit->folder, aside.name));
    size_t size;
    unsigned char *bytes = kit_read(kit_path(kit->root, "seen"), &size);
    assert_null(memmem(bytes, size, "SQLite", 6));
    free(bytes);
}

static void test_a_clock_ahead_for_one_start_erases_nothing(void **state) {
    Kit *kit = *state;
    store_close(put_aside(kit, 1));
    assert_int_equal(start(kit, TODAY + 1), 1);
    assert_int_equal(start(kit, TODAY + 400), 1);
    assert_int_equal(start(kit, TODAY + 400), 1); /* nor on the same wrong day again */
    assert_int_equal(start(kit, TODAY + 2), 1);
    assert_int_equal(start(kit, TODAY + 6), 1);
    assert_int_equal(start(kit, TODAY + 8), 0);
}

static void test_a_clock_set_back_erases_nothing(void **state) {
    Kit *kit = *state;
    store_close(put_aside(kit, 1));
    assert_int_equal(start(kit, TODAY - 4000), 1);
    assert_int_equal(start(kit, 0), 1);
    assert_int_equal(start(kit, TODAY + 5), 1);
    assert_int_equal(start(kit, TODAY + 6), 1);
    assert_int_equal(start(kit, TODAY + 7), 0);
}

static void test_who_starts_rarely_is_asked_once_more(void **state) {
    Kit *kit = *state;
    store_close(put_aside(kit, 1));
    assert_int_equal(start(kit, TODAY + 60), 1);
    assert_int_equal(start(kit, TODAY + 120), 0);
}

static void test_a_stop_in_the_middle_goes_back(void **state) {
    Kit *kit = *state;
    Store *store = put_aside(kit, 2);
    StoreAside aside = only_one(store);
    char from[KIT_PATH_MAX], to[KIT_PATH_MAX];
    store_close(store);
    /* the last renaming wasn't done, and of the others not all */
    snprintf(from, sizeof from, "%s", kit_path(kit->folder, aside.name));
    snprintf(to, sizeof to, "%s", kit_path(kit->folder, "moving-1"));
    assert_int_equal(rename(from, to), 0);
    snprintf(from, sizeof from, "%s", kit_path(to, "backups"));
    assert_int_equal(rename(from, kit_path(kit->folder, "backups")), 0);
    store = kit_open(kit->folder);
    kit_assert_facts(store, &kit->facts, 2);
    assert_int_equal(count_of(store), 0);
    assert_false(kit_exists(kit->folder, "moving-1"));
    store_close(store);
}

static void test_erasing_that_was_stopped_goes_on(void **state) {
    Kit *kit = *state;
    Store *store = put_aside(kit, 2);
    StoreAside aside = only_one(store);
    char from[KIT_PATH_MAX];
    store_close(store);
    snprintf(from, sizeof from, "%s", kit_path(kit->folder, aside.name));
    assert_int_equal(rename(from, kit_path(kit->folder, "erasing-1")), 0);
    store_close(kit_open(kit->folder));
    assert_false(kit_exists(kit->folder, "erasing-1"));
}

static void test_erasing_all_takes_what_was_put_aside(void **state) {
    Kit *kit = *state;
    Store *store = put_aside(kit, 2);
    StoreAside aside = only_one(store);
    kit_append(store, 10, 1);
    assert_int_equal(store_erase(store, NULL), ERR_OK);
    assert_int_equal(count_of(store), 0);
    assert_false(kit_exists(kit->folder, aside.name));
    store_close(store);
}

static void test_things_of_others_stay_where_they_are(void **state) {
    Kit *kit = *state;
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, 1);
    kit_write(kit_path(kit->folder, "letter.txt"), "mine", 4);
    assert_int_equal(mkdir(kit_path(kit->folder, "removed-photos"), 0700), 0);
    assert_int_equal(store_put_aside(store, TODAY, NULL), ERR_OK);
    assert_true(kit_exists(kit->folder, "letter.txt"));
    assert_int_equal(count_of(store), 1);
    assert_int_equal(store_erase(store, NULL), ERR_OK);
    assert_true(kit_exists(kit->folder, "letter.txt"));
    assert_true(kit_exists(kit->folder, "removed-photos"));
    store_close(store);
}

static void test_a_folder_that_takes_nothing_changes_nothing(void **state) {
    Kit *kit = *state;
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, 2);
    Diag diag = {0};
    if (geteuid() == 0) { /* to whom nothing is read-only: a folder that can't be made does it */
        for (int i = 1; i <= 9999; i++) {
            char name[24];
            snprintf(name, sizeof name, "moving-%d", i);
            kit_write(kit_path(kit->folder, name), "", 0);
        }
    } else {
        assert_int_equal(chmod(kit->folder, 0500), 0);
    }
    assert_int_not_equal(store_put_aside(store, TODAY, &diag), ERR_OK);
    assert_true(diag.message[0] != '\0');
    chmod(kit->folder, 0700);
    kit_assert_facts(store, &kit->facts, 2);
    kit_append(store, 2, 1);
    assert_int_equal(count_of(store), 0);
    store_close(store);
}

int main(void) {
    const struct CMUnitTest all[] = {
        KIT_TEST(test_a_fresh_start_then_all_of_it_back),
        KIT_TEST(test_what_was_played_meanwhile_is_put_aside_in_its_turn),
        KIT_TEST(test_both_together),
        KIT_TEST(test_removing_twice_keeps_both),
        KIT_TEST(test_after_seven_days_it_is_gone),
        KIT_TEST(test_a_clock_ahead_for_one_start_erases_nothing),
        KIT_TEST(test_a_clock_set_back_erases_nothing),
        KIT_TEST(test_who_starts_rarely_is_asked_once_more),
        KIT_TEST(test_a_stop_in_the_middle_goes_back),
        KIT_TEST(test_erasing_that_was_stopped_goes_on),
        KIT_TEST(test_erasing_all_takes_what_was_put_aside),
        KIT_TEST(test_things_of_others_stay_where_they_are),
        KIT_TEST(test_a_folder_that_takes_nothing_changes_nothing),
    };
    return cmocka_run_group_tests(all, NULL, NULL);
}
