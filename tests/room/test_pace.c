/* SPDX-License-Identifier: MIT */
/* A flood is slowed, and slows nobody else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pace.h"

static int count_allowed(Pace *pace, uint64_t address, int tries, int64_t now_ms) {
    int allowed = 0;
    for (int i = 0; i < tries; i++) {
        allowed += pace_allows(pace, address, now_ms);
    }
    return allowed;
}

static void a_flood_is_slowed_to_an_even_rate(void **state) {
    Pace pace = {0};
    (void)state;
    assert_int_equal(count_allowed(&pace, 7, 1000, 5000), PACE_BURST);
    assert_int_equal(count_allowed(&pace, 7, 1000, 5010), 0);
    assert_int_equal(count_allowed(&pace, 7, 1000, 6000), PACE_A_SECOND);
    assert_int_equal(count_allowed(&pace, 8, 10, 6000), 10);
    assert_int_equal(count_allowed(&pace, 7, 1000, INT64_C(1) << 50), PACE_BURST);
}

static void phones_that_ask_each_second_are_never_slowed(void **state) {
    Pace pace = {0};
    (void)state;
    for (int64_t second = 0; second < 3600; second++) {
        assert_int_equal(count_allowed(&pace, 7, 8, second * 1000), 8);
    }
}

static void who_was_silent_longest_is_forgotten_first(void **state) {
    Pace pace = {0};
    (void)state;
    assert_int_equal(count_allowed(&pace, 1, 1000, 1000), PACE_BURST);
    for (uint64_t address = 2; address < 2 + PACE_PLACES - 1; address++) {
        assert_true(pace_allows(&pace, address, 1001));
    }
    assert_false(pace_allows(&pace, 1, 1002)); /* it is remembered, and heard of again */
    assert_true(pace_allows(&pace, 9999, 1003));
    assert_false(pace_allows(&pace, 1, 1003));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_flood_is_slowed_to_an_even_rate),
        cmocka_unit_test(phones_that_ask_each_second_are_never_slowed),
        cmocka_unit_test(who_was_silent_longest_is_forgotten_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
