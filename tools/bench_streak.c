/* SPDX-License-Identifier: MIT */
/* How long the streak takes to reckon: years of daily play, with clocks right and wrong. */
#include "random.h"
#include "streak.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { DAY_S = 86400, BEGIN_S = 1000000000, RUNS = 15, YEARS_MAX = 200 };

/* One evening a day on two laptops; `wrong` in a thousand evenings have a clock years off. */
static void live(StreakPlay *plays, int count, int wrong) {
    Random random = {1};
    for (int i = 0; i < count; i++) {
        StreakPlay play = {.device = random_next(&random) % 2, .who = STREAK_WHO_BOTH};
        for (int byte = 0; byte < 16; byte++) {
            play.id[byte] = (uint8_t)random_next(&random);
        }
        play.utc_s = BEGIN_S + (int64_t)i * DAY_S + random_below(&random, 3600);
        if (random_below(&random, 1000) < wrong) {
            play.utc_s = random_below(&random, BEGIN_S);
        }
        play.rollover_h = 4;
        play.play_date = day_of_play(play.utc_s, play.offset_s, play.rollover_h);
        plays[i] = play;
    }
}

static int compare_times(const void *a, const void *b) {
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median_ms(const StreakPlay *plays, int count, void *scratch, int *lifetime) {
    StreakRules rules = streak_default_rules();
    StreakNow now = {plays[count - 1].utc_s > BEGIN_S ? plays[count - 1].utc_s : 0, 0};
    double times[RUNS];
    for (int i = 0; i < RUNS; i++) {
        StreakResult result;
        clock_t start = clock();
        streak_reckon(&rules, &(StreakLog){.plays = plays, .play_count = count}, now, scratch,
                      &result);
        times[i] = (double)(clock() - start) * 1000.0 / CLOCKS_PER_SEC;
        *lifetime = result.lifetime_days;
    }
    qsort(times, RUNS, sizeof times[0], compare_times);
    return times[RUNS / 2];
}

int main(void) {
    static const int years[] = {5, 10, 25, 50, 100, YEARS_MAX};
    static const int wrong[] = {0, 10, 500};
    int most = YEARS_MAX * 366;
    StreakPlay *plays = malloc((size_t)most * sizeof *plays);
    void *scratch = malloc(streak_scratch_bytes(most, 0, 0));
    if (!plays || !scratch) {
        fputs("bench_streak: out of memory\n", stderr);
        return 1;
    }
    printf("years   plays  wrong clocks  dates done  median ms of %d\n", RUNS);
    for (size_t i = 0; i < sizeof years / sizeof years[0]; i++) {
        for (size_t j = 0; j < sizeof wrong / sizeof wrong[0]; j++) {
            int count = (int)(years[i] * 365.25) + 1;
            int lifetime = 0;
            live(plays, count, wrong[j]);
            double ms = median_ms(plays, count, scratch, &lifetime);
            printf("%5d  %6d  %11d%%  %10d  %9.2f\n", years[i], count, wrong[j] / 10, lifetime, ms);
        }
    }
    free(scratch);
    free(plays);
    return 0;
}
