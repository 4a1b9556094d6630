/* SPDX-License-Identifier: MIT */
/* Backups: made of each day with facts, verified, thinned out by their own days. */
#include "store_kit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static Day day_of(const char *text) {
    Day day = 0;
    assert_true(day_parse(text, &day));
    return day;
}

/* The days kept of `count` days in a row that end with `newest`, as a list of dates. */
static void kept_of_row(const char *newest, int count, char *out, size_t size) {
    Day days[800];
    bool keep[800];
    Day first = day_of(newest);
    for (int i = 0; i < count; i++) {
        days[i] = first - i;
    }
    rotation_keep(days, count, first, keep);
    out[0] = '\0';
    for (int i = 0; i < count; i++) {
        char date[11];
        day_print(days[i], date);
        if (keep[i]) {
            snprintf(out + strlen(out), size - strlen(out), "%s ", date + 2);
        }
    }
}

static void test_seven_days_four_weeks_twelve_months(void **state) {
    (void)state;
    static const struct {
        const char *newest;
        int count;
        const char *kept;
    } rows[] = {
        {"2026-03-11", 1, "26-03-11 "},
        {"2026-03-11", 7, "26-03-11 26-03-10 26-03-09 26-03-08 26-03-07 26-03-06 26-03-05 "},
        /* Wednesday; Sundays close the weeks before, the last of a month its month */
        {"2026-03-11", 30,
         "26-03-11 26-03-10 26-03-09 26-03-08 26-03-07 26-03-06 26-03-05 26-03-01 26-02-28 "
         "26-02-22 "},
        {"2026-03-11", 700,
         "26-03-11 26-03-10 26-03-09 26-03-08 26-03-07 26-03-06 26-03-05 26-03-01 26-02-28 "
         "26-02-22 26-01-31 25-12-31 25-11-30 25-10-31 25-09-30 25-08-31 25-07-31 25-06-30 "
         "25-05-31 25-04-30 "},
    };
    char kept[600];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        kept_of_row(rows[i].newest, rows[i].count, kept, sizeof kept);
        assert_string_equal(kept, rows[i].kept);
    }
}

static void test_the_day_just_made_always_stays(void **state) {
    (void)state;
    /* the clock was in 2031 once and is right again: 2026 is the oldest of nine */
    Day days[9];
    bool keep[9];
    for (int i = 0; i < 8; i++) {
        days[i] = day_of("2031-05-08") - i;
    }
    days[8] = day_of("2031-05-01") - 31;
    rotation_keep(days, 9, days[8], keep);
    assert_true(keep[8]);
    rotation_keep(days, 0, 0, keep);
}

static void test_weeks_around_the_epoch(void **state) {
    (void)state;
    char kept[600];
    kept_of_row("1970-01-20", 20, kept, sizeof kept);
    assert_string_equal(kept, "70-01-20 70-01-19 70-01-18 70-01-17 70-01-16 70-01-15 70-01-14 "
                              "70-01-11 70-01-04 ");
}

static int64_t facts_in(const char *path) {
    Connection connection;
    int64_t count = -1;
    if (connection_open(&connection, path, NULL) != ERR_OK) {
        return -1;
    }
    assert_int_equal(connection_check(connection.db, path, NULL), ERR_OK);
    assert_int_equal(connection_ask(connection.db, "SELECT count(*) FROM fact", &count, path, NULL),
                     ERR_OK);
    connection_close(&connection);
    return count;
}

static void open_and_wait(Kit *kit) {
    Store *store = kit_open(kit->folder);
    Diag diag;
    store_flush(store);
    assert_int_equal(store_backup_outcome(store, &diag), ERR_OK);
    store_close(store);
}

static void test_each_day_with_facts_has_one(void **state) {
    Kit *kit = *state;
    open_and_wait(kit);
    assert_false(kit_exists(kit->folder, "backups")); /* nothing to lose yet */
    for (int day = 0; day < 3; day++) {
        Store *store = kit_open(kit->folder);
        kit_append(store, day, 1); /* kit facts lie a day apart, from 2026-01-01 on */
        store_close(store);
        open_and_wait(kit);
    }
    assert_int_equal(facts_in(kit_path(kit->folder, "backups/2026-01-01.db")), 1);
    assert_int_equal(facts_in(kit_path(kit->folder, "backups/2026-01-02.db")), 2);
    assert_int_equal(facts_in(kit_path(kit->folder, "backups/2026-01-03.db")), 3);
    Fact later = kit_fact(2); /* the same evening goes on */
    Store *store = kit_open(kit->folder);
    assert_int_equal(kit_commit(store, &later, 1, NULL, NULL), ERR_OK);
    store_close(store);
    open_and_wait(kit);
    assert_int_equal(facts_in(kit_path(kit->folder, "backups/2026-01-03.db")), 4);
    assert_false(kit_exists(kit->folder, "backups/2026-01-03.db.new"));
}

static void test_old_ones_go(void **state) {
    Kit *kit = *state;
    Day days[64];
    for (int day = 0; day < 24; day++) {
        Store *store = kit_open(kit->folder);
        kit_append(store, day, 1);
        store_close(store);
        open_and_wait(kit);
    }
    /* 2026-01-24 is a Saturday: 7 days, then the Sundays of the weeks before, of one month */
    const char *const kept[] = {"2026-01-24", "2026-01-23", "2026-01-22",
                                "2026-01-21", "2026-01-20", "2026-01-19",
                                "2026-01-18", "2026-01-11", "2026-01-04"};
    int count = rotation_list(kit_path(kit->folder, "backups"), days, 64);
    assert_int_equal(count, sizeof kept / sizeof *kept);
    for (int i = 0; i < count; i++) {
        assert_int_equal(days[i], day_of(kept[i]));
    }
}

static void test_a_fuller_backup_is_never_replaced(void **state) {
    Kit *kit = *state;
    Store *store = kit_open(kit->folder);
    Fact fact = kit_fact(0);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(kit_commit(store, &fact, 1, NULL, NULL), ERR_OK);
    }
    store_close(store);
    open_and_wait(kit);
    kit_sql(kit_path(kit->folder, "tiny-bridges.db"), "DELETE FROM fact WHERE place > 2");
    open_and_wait(kit);
    assert_int_equal(facts_in(kit_path(kit->folder, "backups/2026-01-01.db")), 5);
}

static void test_a_broken_backup_is_made_again(void **state) {
    Kit *kit = *state;
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, 1);
    store_close(store);
    open_and_wait(kit);
    kit_write(kit_path(kit->folder, "backups/2026-01-01.db"), "mouse", 5);
    kit_write(kit_path(kit->folder, "backups/2026-01-01.db.new"), "left by a crash", 15);
    open_and_wait(kit);
    assert_int_equal(facts_in(kit_path(kit->folder, "backups/2026-01-01.db")), 1);
}

static void test_days_out_of_all_reason(void **state) {
    Kit *kit = *state;
    static const Day days[] = {INT32_MIN, INT32_MAX, -1};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        Fact fact = kit_fact(0);
        fact.day = days[i];
        Store *store = kit_open(kit->folder);
        assert_int_equal(kit_commit(store, &fact, 1, NULL, NULL), ERR_OK);
        store_close(store);
        open_and_wait(kit);
    }
    assert_int_equal(facts_in(kit_path(kit->folder, "backups/9999-12-31.db")), 2);
    assert_int_equal(facts_in(kit_path(kit->folder, "backups/1970-01-01.db")), 3);
}

static void test_no_backup_is_no_reason_not_to_play(void **state) {
    Kit *kit = *state;
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, 1);
    store_close(store);
    open_and_wait(kit);
    assert_int_equal(unlink(kit_path(kit->folder, "backups/2026-01-01.db")), 0);
    assert_int_equal(rmdir(kit_path(kit->folder, "backups")), 0);
    kit_write(kit_path(kit->folder, "backups"), "in the way", 10);
    store = kit_open(kit->folder);
    Diag diag;
    store_flush(store);
    assert_int_equal(store_backup_outcome(store, &diag), ERR_IO);
    assert_true(diag.message[0] != '\0');
    kit_append(store, 1, 1);
    kit_assert_facts(store, &kit->facts, 2);
    store_close(store);
}

/* Facts come in, and are read, while the copy is being made. */
static void test_reading_and_saving_beside_it(void **state) {
    Kit *kit = *state;
    Fact many[STORE_FACTS_MAX];
    Store *store = kit_open(kit->folder);
    for (int i = 0; i < 2048; i += STORE_FACTS_MAX) {
        for (int k = 0; k < STORE_FACTS_MAX; k++) {
            many[k] = kit_fact(i + k);
        }
        assert_int_equal(kit_commit(store, many, STORE_FACTS_MAX, NULL, NULL), ERR_OK);
    }
    store_close(store);
    store = kit_open(kit->folder);
    kit_assert_facts(store, &kit->facts, 2048);
    kit_append(store, 2048, 3);
    kit_assert_facts(store, &kit->facts, 2051);
    store_flush(store);
    assert_int_equal(store_backup_outcome(store, NULL), ERR_OK);
    store_close(store);
}

int main(void) {
    const struct CMUnitTest all[] = {
        cmocka_unit_test(test_seven_days_four_weeks_twelve_months),
        cmocka_unit_test(test_the_day_just_made_always_stays),
        cmocka_unit_test(test_weeks_around_the_epoch),
        KIT_TEST(test_each_day_with_facts_has_one),
        KIT_TEST(test_old_ones_go),
        KIT_TEST(test_a_fuller_backup_is_never_replaced),
        KIT_TEST(test_a_broken_backup_is_made_again),
        KIT_TEST(test_days_out_of_all_reason),
        KIT_TEST(test_no_backup_is_no_reason_not_to_play),
        KIT_TEST(test_reading_and_saving_beside_it),
    };
    return cmocka_run_group_tests(all, NULL, NULL);
}
