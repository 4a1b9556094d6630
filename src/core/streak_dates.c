/* SPDX-License-Identifier: MIT */
/* The streak's dates: who played on each (R3, R4), which are held, and which are repaired (R9). */
#include "streak_parts.h"

enum { REPAIR_EVERY_DAYS = 30 };

/* By date; within a date by instant, then by order of recording (R5). */
static bool entry_before(const StreakWork *work, uint32_t a, uint32_t b) {
    const StreakEntry *x = &work->entries[a];
    const StreakEntry *y = &work->entries[b];
    if (x->date != y->date) {
        return x->date < y->date;
    }
    if (x->at.utc_s != y->at.utc_s) {
        return x->at.utc_s < y->at.utc_s;
    }
    return x->order < y->order;
}

static void judge_date(StreakDate *date, StreakNeed need) {
    bool both = date->who == STREAK_WHO_BOTH;
    bool somebody = date->who != 0;
    date->is_done = need == STREAK_NEED_ANY ? somebody : both;
    bool is_held = need == STREAK_NEED_HOLD && somebody && !both;
    date->is_bridge = !date->is_done && (is_held || date->is_repaired);
}

static void add_entry(StreakDate *date, const StreakEntry *entry) {
    if (entry->who == 0) {
        date->is_repaired = true;
        return;
    }
    if (date->who == 0) {
        date->first = entry->at;
    }
    date->last = entry->at;
    date->who |= entry->who;
}

static void collect_dates(StreakWork *work) {
    for (int i = 0; i < work->entry_count; i++) {
        work->list[i] = (uint32_t)i;
    }
    streak_sort(work, work->list, work->spare, work->entry_count, entry_before);
    work->date_count = 0;
    for (int i = 0; i < work->entry_count; i++) {
        const StreakEntry *entry = &work->entries[work->list[i]];
        if (work->date_count == 0 || work->dates[work->date_count - 1].date != entry->date) {
            work->dates[work->date_count++] = (StreakDate){.date = entry->date};
        }
        add_entry(&work->dates[work->date_count - 1], entry);
    }
    for (int i = 0; i < work->date_count; i++) {
        StreakDate *date = &work->dates[i];
        judge_date(date, work->rules->need);
        date->is_excused = streak_excused(work, date->date, date->date) > 0;
    }
}

static bool is_done(const StreakWork *work, Day date) {
    int low = 0;
    int high = work->date_count;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (work->dates[middle].date < date) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < work->date_count && work->dates[low].date == date && work->dates[low].is_done;
}

/* R9. Adds an entry for each accepted repair; true if there was any. */
static bool accept_repairs(StreakWork *work, const StreakRepair *repairs, int count) {
    bool any = false;
    Day latest = 0; /* of the accepted repairs' own dates: 30 after it is 30 after each of them */
    streak_ids_clear(work);
    for (int i = 0; i < count; i++) {
        const StreakRepair *repair = &repairs[i];
        if (!streak_id_is_new(work, repairs, sizeof *repairs, i)) {
            continue; /* R3 */
        }
        Day own =
            day_of_play(streak_clamp_utc(repair->utc_s), repair->offset_s, repair->rollover_h);
        int64_t after = (int64_t)own - repair->named;
        bool too_soon = any && own - latest < REPAIR_EVERY_DAYS;
        if (after < 1 || after > STREAK_REPAIR_WITHIN || too_soon ||
            is_done(work, repair->named)) {
            continue;
        }
        work->entries[work->entry_count++] = (StreakEntry){.date = repair->named};
        latest = own;
        any = true;
    }
    return any;
}

void streak_make_dates(StreakWork *work, const StreakRepair *repairs, int count) {
    collect_dates(work);
    if (accept_repairs(work, repairs, count)) {
        collect_dates(work);
    }
}
