/* SPDX-License-Identifier: MIT */
/* Clocks that are given a time; the computer's own is only looked at for being one. */
#include "clock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const Now evening = {.utc_ms = 1792000000000, .offset_min = 120};

static void test_a_still_clock_moves_by_hand(void **state) {
    (void)state;
    Clock clock = clock_start(&evening, true);
    assert_true(clock_now(&clock).utc_ms == evening.utc_ms);
    clock_advance(&clock, 90000);
    assert_true(clock_now(&clock).utc_ms == evening.utc_ms + 90000);
    assert_int_equal(clock_now(&clock).offset_min, 120);
}

static void test_a_given_time_runs_on(void **state) {
    (void)state;
    Clock clock = clock_start(&evening, false);
    clock.start_ms -= 5000; /* as if started five seconds ago */
    assert_true(clock_now(&clock).utc_ms >= evening.utc_ms + 5000);
}

static void test_the_computer_has_a_clock_and_chance(void **state) {
    (void)state;
    Clock clock = clock_start(NULL, false);
    assert_true(clock_now(&clock).utc_ms > 0);
    assert_in_range(clock_now(&clock).offset_min + 24 * 60, 0, 48 * 60);
    int64_t before = clock_monotonic_ms();
    assert_true(clock_monotonic_ms() >= before);
    assert_true(clock_fresh_seed() != clock_fresh_seed());
}

static void test_a_zone_has_a_name_where_the_system_tells_it(void **state) {
    (void)state;
    static const struct {
        const char *tz, *link, *expected;
    } rows[] = {
        {NULL, "/usr/share/zoneinfo/Europe/Lisbon", "Europe/Lisbon"},
        {NULL, "../usr/share/zoneinfo/America/Argentina/Buenos_Aires",
         "America/Argentina/Buenos_Aires"},
        {NULL, "/usr/share/zoneinfo/posix/Asia/Kathmandu", "Asia/Kathmandu"},
        {NULL, "/usr/share/zoneinfo/UTC", "UTC"},
        {NULL, "", ""},                          /* a copy of a zone's file */
        {NULL, "/etc/zones/of-mine", ""},        /* means nothing elsewhere */
        {"Australia/Lord_Howe", "/usr/share/zoneinfo/Europe/Lisbon", "Australia/Lord_Howe"},
        {":Pacific/Kiritimati", "", "Pacific/Kiritimati"},
        {":/usr/share/zoneinfo/Etc/GMT+5", "", "Etc/GMT+5"},
        {"", "/usr/share/zoneinfo/Europe/Lisbon", "UTC"},
        {"CET-1CEST,M3.5.0,M10.5.0/3", "/usr/share/zoneinfo/Europe/Lisbon", ""}, /* a rule */
        {"A/0123456789012345678901234567890123456789012345678901234567890123456789", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char zone[CLOCK_ZONE_MAX];
        clock_zone_from(rows[i].tz, rows[i].link, zone);
        assert_string_equal(zone, rows[i].expected);
    }
}

static void test_a_given_clock_is_nowhere(void **state) {
    (void)state;
    Clock clock = clock_start(&evening, true);
    char zone[CLOCK_ZONE_MAX] = "x";
    clock_zone(&clock, zone);
    assert_string_equal(zone, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_still_clock_moves_by_hand),
        cmocka_unit_test(test_a_given_time_runs_on),
        cmocka_unit_test(test_the_computer_has_a_clock_and_chance),
        cmocka_unit_test(test_a_zone_has_a_name_where_the_system_tells_it),
        cmocka_unit_test(test_a_given_clock_is_nowhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
