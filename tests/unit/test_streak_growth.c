/* SPDX-License-Identifier: MIT */
/* The streak's cost grows with the evenings, and not with their square: measured as a ratio within
 * one run, each side at its quickest of several. `tools/bench streak` has the times. */
#include "streak.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { DAY_S = 86400, SHORT = 4000, LONG = 8 * SHORT, TRIES = 9 };

/* n log n takes 8 times as long and a bit; the square would take 64 times as long. */
static const double RATIO_MOST = 20;

static StreakPlay plays[LONG];

/* Evenings without end; every `wrong`-th with the clock a year behind, 0: none. */
static void live(int wrong) {
    for (int i = 0; i < LONG; i++) {
        int64_t late_s = wrong && i % wrong == wrong - 1 ? 365 * (int64_t)DAY_S : 0;
        plays[i] = (StreakPlay){.device = 1,
                                .utc_s = 1714593600 + (int64_t)i * DAY_S - late_s,
                                .offset_s = 3600,
                                .who = STREAK_WHO_BOTH,
                                .rollover_h = 4};
        plays[i].play_date = day_of_play(plays[i].utc_s, 3600, 4);
        memcpy(plays[i].id, &i, sizeof i);
    }
}

static double quickest(int count, void *scratch) {
    StreakRules rules = streak_default_rules();
    StreakLog log = {.plays = plays, .play_count = count};
    StreakNow now = {plays[count - 1].utc_s + 60, 3600};
    clock_t best = 0;
    for (int i = 0; i < TRIES; i++) {
        StreakResult result;
        clock_t start = clock();
        assert_int_equal(streak_reckon(&rules, &log, now, scratch, &result), ERR_OK);
        clock_t took = clock() - start;
        assert_true(result.lifetime_days > count / 2);
        best = i == 0 || took < best ? took : best;
    }
    return (double)(best > 0 ? best : 1);
}

static void it_grows_with_the_evenings(void **state) {
    (void)state;
    static const int wrongs[] = {0, 10};
    void *scratch = malloc(streak_scratch_bytes(LONG, 0, 0));
    assert_non_null(scratch);
    for (size_t i = 0; i < sizeof wrongs / sizeof wrongs[0]; i++) {
        live(wrongs[i]);
        double ratio = quickest(LONG, scratch) / quickest(SHORT, scratch);
        print_message("eight times the evenings, %.1f times as long\n", ratio);
        assert_true(ratio < RATIO_MOST);
    }
    free(scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(it_grows_with_the_evenings)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
