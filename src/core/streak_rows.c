/* SPDX-License-Identifier: MIT */
/* The streak's rows: scratch memory, sorting, each id once (R3), order keys by device (R10). */
#include "hash.h"
#include "streak_parts.h"

#include <string.h>

enum { ALIGNMENT = 16 };

/* Instants and dates beyond the years 1 to 9999 are cut to these ends, so that no sum overflows. */
static const int64_t UTC_MIN_S = -62135596800, UTC_MAX_S = 253402300799;
enum { DATE_MIN = -719163, DATE_MAX = 2932897 };

static void merge(const StreakWork *work, const uint32_t *left, int left_count,
                  const uint32_t *right, int right_count, uint32_t *out, StreakBefore *before) {
    while (left_count > 0 && right_count > 0) {
        if (before(work, *right, *left)) {
            *out++ = *right++;
            right_count--;
        } else {
            *out++ = *left++;
            left_count--;
        }
    }
    memcpy(out, left, (size_t)left_count * sizeof *out);
    memcpy(out + left_count, right, (size_t)right_count * sizeof *out);
}

void streak_sort(const StreakWork *work, uint32_t *items, uint32_t *spare, int count,
                 StreakBefore *before) {
    for (int64_t width = 1; width < count; width *= 2) {
        for (int64_t start = 0; start + width < count; start += 2 * width) {
            uint32_t *left = items + start;
            int64_t both = count - start < 2 * width ? count - start : 2 * width;
            if (!before(work, left[width], left[width - 1])) {
                continue; /* in order already: logs nearly always are */
            }
            merge(work, left, (int)width, left + width, (int)(both - width), spare, before);
            memcpy(left, spare, (size_t)both * sizeof *left);
        }
    }
}

/* Cuts `count` items of `size` bytes off the scratch memory. */
static void *carve(unsigned char *scratch, size_t *used, size_t count, size_t size) {
    void *place = scratch ? scratch + *used : NULL;
    *used += (count * size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    return place;
}

static size_t table_size(size_t items) {
    size_t size = 2;
    while (size < 2 * items) {
        size *= 2;
    }
    return size;
}

size_t streak_lay_out(StreakWork *work, unsigned char *scratch, int plays, int repairs,
                      int pauses) {
    size_t n = plays > 0 ? (size_t)plays : 0;
    size_t m = repairs > 0 ? (size_t)repairs : 0;
    size_t p = pauses > 0 ? (size_t)pauses : 0;
    size_t most = n + m > p ? n + m : p;
    size_t used = 0;
    size_t ids = table_size(n > m ? n : m);
    size_t slots = table_size(n);
    work->rows = carve(scratch, &used, n, sizeof *work->rows);
    work->entries = carve(scratch, &used, n + m, sizeof *work->entries);
    work->dates = carve(scratch, &used, n + m, sizeof *work->dates);
    work->groups = carve(scratch, &used, n, sizeof *work->groups);
    work->slots = carve(scratch, &used, slots, sizeof *work->slots);
    work->ids = carve(scratch, &used, ids, sizeof *work->ids);
    work->by_device = carve(scratch, &used, n, sizeof *work->by_device);
    work->top = carve(scratch, &used, n, sizeof *work->top);
    work->same = carve(scratch, &used, n, sizeof *work->same);
    work->below = carve(scratch, &used, n, sizeof *work->below);
    work->list = carve(scratch, &used, most, sizeof *work->list);
    work->spare = carve(scratch, &used, most, sizeof *work->spare);
    work->excused = carve(scratch, &used, p, sizeof *work->excused);
    work->id_mask = (uint32_t)(ids - 1);
    work->slot_mask = (uint32_t)(slots - 1);
    return used;
}

void streak_ids_clear(StreakWork *work) {
    memset(work->ids, 0xff, ((size_t)work->id_mask + 1) * sizeof *work->ids);
}

bool streak_id_is_new(StreakWork *work, const void *items, size_t stride, int index) {
    const unsigned char *base = items;
    const unsigned char *id = base + (size_t)index * stride;
    uint64_t hash = hash_bytes(HASH_START, id, 16);
    uint32_t place = (uint32_t)(hash ^ hash >> 32) & work->id_mask;
    for (; work->ids[place] != STREAK_NOBODY; place = (place + 1) & work->id_mask) {
        if (memcmp(base + work->ids[place] * stride, id, 16) == 0) {
            return false;
        }
    }
    work->ids[place] = (uint32_t)index;
    return true;
}

static int64_t clamp(int64_t value, int64_t low, int64_t high) {
    return value < low ? low : value > high ? high : value;
}

int64_t streak_clamp_utc(int64_t utc_s) {
    return clamp(utc_s, UTC_MIN_S, UTC_MAX_S);
}

Day streak_clamp_date(Day date) {
    return (Day)clamp(date, DATE_MIN, DATE_MAX);
}

static bool device_before(const StreakWork *work, uint32_t a, uint32_t b) {
    return work->rows[a].device < work->rows[b].device;
}

/* R10: a step back of at most 12 hours takes the key of the row before. */
static void give_keys(StreakWork *work) {
    for (int i = 0; i < work->row_count; i++) {
        StreakRow *row = &work->rows[work->by_device[i]];
        row->key_s = row->at.utc_s;
        const StreakRow *before = i > 0 ? &work->rows[work->by_device[i - 1]] : NULL;
        if (before && before->device == row->device && row->key_s < before->key_s &&
            before->key_s - row->key_s <= STREAK_SMALL_STEP_S) {
            row->key_s = before->key_s;
        }
    }
}

void streak_take_rows(StreakWork *work, const StreakPlay *plays, int count) {
    work->row_count = 0;
    streak_ids_clear(work);
    for (int i = 0; i < count; i++) {
        const StreakPlay *play = &plays[i];
        if (!streak_id_is_new(work, plays, sizeof *plays, i)) {
            continue; /* R3 */
        }
        work->rows[work->row_count] = (StreakRow){
            .at = {streak_clamp_utc(play->utc_s), play->offset_s, play->rollover_h},
            .device = play->device,
            .date = streak_clamp_date(play->play_date),
            .who = play->who,
        };
        work->by_device[work->row_count] = (uint32_t)work->row_count;
        work->row_count++;
    }
    streak_sort(work, work->by_device, work->spare, work->row_count, device_before);
    give_keys(work);
}
