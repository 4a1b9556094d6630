/* SPDX-License-Identifier: MIT */
/* The streak's walk from date to date: gaps, chains, rest days and now (R5 to R8). */
#include "streak_parts.h"

/* What lies between two done dates, or between the last one and today. */
typedef struct Gap {
    const StreakDate *from;
    Day to;
    int missed;
    bool is_saved; /* the rest days in hand are enough */
} Gap;

/* R5. `bridges` counts the held and repaired dates in between that aren't excused anyway. */
static int count_missed(const StreakWork *work, const StreakDate *from, Day to, StreakMoment first,
                        int bridges) {
    bridges += streak_excused(work, from->date + 1, to - 1);
    Day there = day_of_play(first.utc_s, from->last.offset_s, from->last.rollover_h);
    int civil = to - from->date;
    int old = there - from->date > 1 ? there - from->date : 1;
    int gap = civil < old ? civil : old;
    return gap - 1 - bridges > 0 ? gap - 1 - bridges : 0;
}

/* Draws the dates of a gap that nobody played on: rest days first, then those that were excused
 * because they were no whole date where the couple was. */
static void draw_gap(const StreakWork *work, const Gap *gap, Day today,
                     const StreakWindow *window) {
    int64_t end = (int64_t)window->first + window->count;
    Day last = gap->to < end ? gap->to - 1 : (Day)(end - 1);
    const StreakDate *row = gap->from + 1;
    const StreakDate *row_end = work->dates + work->date_count;
    int bridges = 0;
    for (Day date = gap->from->date + 1; date <= last; date++) {
        while (row < row_end && row->date < date) {
            bridges += row->is_bridge && !row->is_excused;
            row++;
        }
        if (streak_excused(work, date, date) > 0) {
            bridges++;
            continue;
        }
        if (date < window->first || date == today ||
            (row < row_end && row->date == date && row->is_bridge)) {
            continue;
        }
        int quiet = date - gap->from->date - 1 - bridges;
        StreakDay missed = gap->is_saved ? STREAK_DAY_REST : STREAK_DAY_QUIET;
        window->out[date - window->first] = quiet < gap->missed ? missed : STREAK_DAY_HELD;
    }
}

/* What needs no reckoning: dates played, held or repaired, pauses, today, and all to come. */
static void draw_dates(const StreakWork *work, Day today, const StreakWindow *window) {
    for (int i = 0; i < window->count; i++) {
        int64_t date = (int64_t)window->first + i;
        window->out[i] = date < today    ? STREAK_DAY_QUIET
                         : date == today ? STREAK_DAY_TODAY
                                         : STREAK_DAY_FUTURE;
        if (streak_excused(work, (Day)date, (Day)date) > 0) {
            window->out[i] = STREAK_DAY_AWAY;
        }
    }
    for (int i = 0; i < work->date_count; i++) {
        const StreakDate *date = &work->dates[i];
        int64_t place = (int64_t)date->date - window->first;
        if (place < 0 || place >= window->count) {
            continue;
        }
        if (date->is_done) {
            window->out[place] = STREAK_DAY_DONE;
        } else if (date->is_bridge && date->date != today) {
            window->out[place] = date->is_repaired ? STREAK_DAY_REPAIRED : STREAK_DAY_HELD;
        }
    }
}

/* R6: settles a gap by rest days if they are enough; else none is spent. */
static bool spend_rest(StreakResult *result, int missed) {
    if (missed > result->rest_left) {
        return false;
    }
    result->rest_left -= missed;
    result->rest_used += missed;
    return true;
}

/* R6, R7: counts a done date, then earns. */
static void count_date(StreakResult *result, const StreakRules *rules) {
    result->current++;
    result->lifetime_days++;
    if (result->current > result->longest) {
        result->longest = result->current;
    }
    if (rules->rest_every > 0 && result->current % rules->rest_every == 0 &&
        result->rest_left < rules->rest_cap) {
        result->rest_left++;
    }
}

static void settle(const StreakWork *work, StreakResult *result, Gap gap,
                   const StreakWindow *window) {
    gap.is_saved = spend_rest(result, gap.missed);
    if (!gap.is_saved) {
        result->current = 0;
    }
    if (window->out) {
        draw_gap(work, &gap, result->today, window);
    }
}

/* R8, once all done dates are counted. `last` is the last of them. */
static void settle_now(const StreakWork *work, StreakResult *result, const StreakDate *last,
                       StreakMoment now, const StreakWindow *window) {
    if (last->date >= result->today) {
        return;
    }
    int bridges = 0;
    for (const StreakDate *date = last + 1;
         date < work->dates + work->date_count && date->date < result->today; date++) {
        bridges += date->is_bridge && !date->is_excused;
    }
    int missed = count_missed(work, last, result->today, now, bridges);
    settle(work, result, (Gap){last, result->today, missed, false}, window);
}

StreakResult streak_walk(const StreakWork *work, StreakMoment now, const StreakWindow *window) {
    StreakResult result = {.rest_left = work->rules->rest_start};
    result.today = day_of_play(now.utc_s, now.offset_s, now.rollover_h);
    result.away_today = streak_excused(work, result.today, result.today) > 0;
    if (window->out) {
        draw_dates(work, result.today, window);
    }
    const StreakDate *last = NULL;
    int bridges = 0;
    for (int i = 0; i < work->date_count; i++) {
        const StreakDate *date = &work->dates[i];
        if (!date->is_done) {
            bridges += date->is_bridge && !date->is_excused;
            continue;
        }
        if (last) {
            int missed = count_missed(work, last, date->date, date->first, bridges);
            settle(work, &result, (Gap){last, date->date, missed, false}, window);
        }
        count_date(&result, work->rules);
        result.today_done = result.today_done || date->date == result.today;
        last = date;
        bridges = 0;
    }
    if (last) {
        settle_now(work, &result, last, now, window);
    }
    return result;
}
