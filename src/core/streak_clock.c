/* SPDX-License-Identifier: MIT */
/* The streak and wrong clocks: which rows to trust, and where to file the strays (R11). */
#include "streak_parts.h"

#include <string.h>

/* --- The longest run of never-decreasing keys, one device at a time -------------------------
 *
 * Patience sorting: row i goes on the first pile whose top key is greater than its own, so its pile
 * says how long a run can end with it. Within a pile keys fall from row to row. A longest run takes
 * one row of each pile, and the one with the greatest sum of keys takes, from the last pile to the
 * first, the earliest row (the greatest key) that still fits under the row above: any choice of
 * earlier rows stays a run, so each pile's best choice is the best of all. */

static int64_t key_at(const StreakWork *work, uint32_t place) {
    return work->rows[work->by_device[place]].key_s;
}

static int find_pile(const StreakWork *work, int piles, int64_t key_s) {
    int low = 0;
    int high = piles;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (key_at(work, work->top[middle]) <= key_s) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static int lay_piles(StreakWork *work, int start, int end, int64_t future_s) {
    int piles = 0;
    for (int i = start; i < end; i++) {
        if (work->rows[work->by_device[i]].at.utc_s > future_s) {
            continue; /* R12, H1 */
        }
        int pile = find_pile(work, piles, key_at(work, (uint32_t)i));
        work->same[i] = pile < piles ? work->top[pile] : STREAK_NOBODY;
        work->below[i] = pile > 0 ? work->top[pile - 1] : STREAK_NOBODY;
        work->top[pile] = (uint32_t)i;
        piles += pile == piles;
    }
    return piles;
}

static void trust_device(StreakWork *work, int start, int end, int64_t future_s) {
    int piles = lay_piles(work, start, end, future_s);
    uint32_t place = piles > 0 ? work->top[piles - 1] : STREAK_NOBODY;
    int64_t limit_s = INT64_MAX;
    while (place != STREAK_NOBODY) {
        while (work->same[place] != STREAK_NOBODY && key_at(work, work->same[place]) <= limit_s) {
            place = work->same[place];
        }
        work->rows[work->by_device[place]].is_trusted = true;
        limit_s = key_at(work, place);
        place = work->below[place];
    }
}

/* The end of the device's rows that begin at `start` of by_device. */
static int device_end(const StreakWork *work, int start) {
    uint64_t device = work->rows[work->by_device[start]].device;
    int end = start + 1;
    while (end < work->row_count && work->rows[work->by_device[end]].device == device) {
        end++;
    }
    return end;
}

void streak_trust_rows(StreakWork *work, int64_t future_s) {
    for (int i = 0; i < work->row_count; i++) {
        work->rows[i].is_trusted = false;
    }
    for (int start = 0, end; start < work->row_count; start = end) {
        end = device_end(work, start);
        trust_device(work, start, end, future_s);
    }
    work->entry_count = 0;
    for (int i = 0; i < work->row_count; i++) {
        const StreakRow *row = &work->rows[i];
        if (row->is_trusted) {
            work->entries[work->entry_count++] =
                (StreakEntry){row->date, (uint32_t)i, row->at, row->who};
        }
    }
}

/* --- Groups of strays ------------------------------------------------------------------------ */

static bool date_before(const StreakWork *work, uint32_t a, uint32_t b) {
    return work->rows[a].date < work->rows[b].date;
}

static bool group_before(const StreakWork *work, uint32_t a, uint32_t b) {
    return work->groups[a].order < work->groups[b].order;
}

/* The dates where strays between two trusted rows may be filed, and the moment that they take. */
static StreakGroup group_range(const StreakRow *before, const StreakRow *after, StreakMoment now) {
    Day today = day_of_play(now.utc_s, now.offset_s, now.rollover_h);
    StreakGroup range = {.high = after ? after->date : today};
    range.low = before ? before->date : range.high;
    range.at = before ? before->at : after ? after->at : now;
    return range;
}

/* Makes the groups of by_device[start..end-1], strays between the same two trusted rows. */
static void group_run(StreakWork *work, int start, int end, StreakGroup range) {
    int count = end - start;
    memcpy(work->list, work->by_device + start, (size_t)count * sizeof *work->list);
    streak_sort(work, work->list, work->spare, count, date_before);
    for (int i = 0; i < count; i++) {
        const StreakRow *row = &work->rows[work->list[i]];
        if (i == 0 || work->rows[work->list[i - 1]].date != row->date) {
            range.order = work->list[i]; /* the sort is stable: the first of them recorded */
            work->groups[work->group_count++] = range;
        }
        work->groups[work->group_count - 1].who |= row->who;
    }
}

static void group_device(StreakWork *work, int start, int end, StreakMoment now) {
    const StreakRow *before = NULL;
    for (int i = start; i < end; i++) {
        const StreakRow *row = &work->rows[work->by_device[i]];
        if (row->is_trusted) {
            before = row;
            continue;
        }
        int run = i;
        while (i < end && !work->rows[work->by_device[i]].is_trusted) {
            i++;
        }
        const StreakRow *after = i < end ? &work->rows[work->by_device[i]] : NULL;
        group_run(work, run, i, group_range(before, after, now));
        before = after;
    }
}

/* --- Filing: who played on which date, and the next date without somebody -------------------- */

static StreakSlot *slot_of(const StreakWork *work, Day date) {
    uint32_t place = (uint32_t)date * 2654435769u;
    place = (place ^ place >> 16) & work->slot_mask;
    while (work->slots[place].is_used && work->slots[place].date != date) {
        place = (place + 1) & work->slot_mask;
    }
    return &work->slots[place];
}

static void note_play(StreakWork *work, Day date, uint8_t who) {
    StreakSlot *slot = slot_of(work, date);
    if (!slot->is_used) {
        *slot = (StreakSlot){date, {date + 1, date + 1}, 0, true};
    }
    slot->who |= who;
}

static bool has_played(const StreakSlot *slot, int partner) {
    return slot->is_used && (slot->who & 1 << partner) != 0;
}

/* The first date from `date` on which `partner` (0 A, 1 B) has no play. Every date passed then
 * points to the answer, so that many strays in a row stay cheap. */
static Day find_vacant(StreakWork *work, Day date, int partner) {
    Day vacant = date;
    for (const StreakSlot *slot = slot_of(work, vacant); has_played(slot, partner);
         slot = slot_of(work, vacant)) {
        vacant = slot->next[partner];
    }
    while (date != vacant) {
        StreakSlot *slot = slot_of(work, date);
        date = slot->next[partner];
        slot->next[partner] = vacant;
    }
    return vacant;
}

static void file_group(StreakWork *work, const StreakGroup *group) {
    Day date = INT32_MAX;
    for (int partner = 0; partner < 2; partner++) {
        if (group->who & 1 << partner) {
            Day vacant = find_vacant(work, group->low, partner);
            date = vacant < date ? vacant : date;
        }
    }
    if (date > group->high) {
        return;
    }
    note_play(work, date, group->who);
    work->entries[work->entry_count++] = (StreakEntry){date, group->order, group->at, group->who};
}

void streak_file_strays(StreakWork *work, StreakMoment now) {
    if (work->entry_count == work->row_count) {
        return;
    }
    work->group_count = 0;
    for (int start = 0, end; start < work->row_count; start = end) {
        end = device_end(work, start);
        group_device(work, start, end, now);
    }
    memset(work->slots, 0, ((size_t)work->slot_mask + 1) * sizeof *work->slots);
    for (int i = 0; i < work->entry_count; i++) {
        note_play(work, work->entries[i].date, work->entries[i].who);
    }
    for (int i = 0; i < work->group_count; i++) {
        work->list[i] = (uint32_t)i;
    }
    streak_sort(work, work->list, work->spare, work->group_count, group_before);
    for (int i = 0; i < work->group_count; i++) {
        file_group(work, &work->groups[work->list[i]]);
    }
}
