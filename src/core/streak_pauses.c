/* SPDX-License-Identifier: MIT */
/* Planned pauses: the dates that are excused (R6), as ranges that don't touch, in order. */
#include "streak_parts.h"

static bool pause_before(const StreakWork *work, uint32_t a, uint32_t b) {
    return work->pauses[a].first < work->pauses[b].first;
}

/* Adds a pause to those put together so far; they come in order of their first date. */
static void put_together(StreakWork *work, StreakPause pause) {
    StreakExcused *last = work->excused + work->excused_count - 1;
    if (work->excused_count > 0 && pause.first <= last->last + 1) {
        last->last = pause.last > last->last ? pause.last : last->last;
        return;
    }
    int before = work->excused_count > 0 ? last->before + (last->last - last->first) + 1 : 0;
    work->excused[work->excused_count++] = (StreakExcused){pause.first, pause.last, before};
}

void streak_take_pauses(StreakWork *work, const StreakPause *pauses, int count) {
    work->excused_count = 0;
    work->pauses = pauses;
    for (int i = 0; i < count; i++) {
        work->list[i] = (uint32_t)i;
    }
    streak_sort(work, work->list, work->spare, count, pause_before);
    for (int i = 0; i < count; i++) {
        StreakPause pause = pauses[work->list[i]];
        pause.first = streak_clamp_date(pause.first);
        pause.last = streak_clamp_date(pause.last);
        if (pause.first <= pause.last) {
            put_together(work, pause);
        }
    }
}

/* How many excused dates lie before `date`. */
static int excused_before(const StreakWork *work, Day date) {
    int low = 0, high = work->excused_count;
    while (low < high) { /* the first range that doesn't begin before `date` */
        int middle = low + (high - low) / 2;
        if (work->excused[middle].first < date) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == 0) {
        return 0;
    }
    const StreakExcused *range = &work->excused[low - 1];
    Day end = date - 1 < range->last ? date - 1 : range->last;
    return range->before + (end - range->first) + 1;
}

int streak_excused(const StreakWork *work, Day first, Day last) {
    return last < first ? 0 : excused_before(work, last + 1) - excused_before(work, first);
}
