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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_still_clock_moves_by_hand),
        cmocka_unit_test(test_a_given_time_runs_on),
        cmocka_unit_test(test_the_computer_has_a_clock_and_chance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
