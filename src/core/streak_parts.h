/* SPDX-License-Identifier: MIT */
/* What the streak's own files share: rows, dates and where the scratch memory goes. */
#ifndef TB_STREAK_PARTS_H
#define TB_STREAK_PARTS_H

#include "streak.h"

#define STREAK_NOBODY UINT32_MAX /* in place of an index */

/* 12 hours: a smaller step back is a clock being set right (R10); so is "future" beyond it (R12).
 */
enum { STREAK_SMALL_STEP_S = 12 * 3600 };

/* When, and with which offset and rollover dates were reckoned then. */
typedef struct StreakMoment {
    int64_t utc_s;
    int32_t offset_s;
    int32_t rollover_h;
} StreakMoment;

/* A play of the log after R3; its index is its place in the order of recording. */
typedef struct StreakRow {
    StreakMoment at;
    int64_t key_s; /* R10 */
    uint64_t device;
    Day date;
    uint8_t who;
    bool is_trusted; /* R11 */
} StreakRow;

/* Strays filed together (R11). */
typedef struct StreakGroup {
    uint32_t order; /* the row recorded first */
    Day low, high;  /* where it may be filed; low > high: nowhere */
    StreakMoment at;
    uint8_t who;
} StreakGroup;

/* That somebody played on a date; `who` 0 that the date was repaired. */
typedef struct StreakEntry {
    Day date;
    uint32_t order;
    StreakMoment at;
    uint8_t who;
} StreakEntry;

/* A date that somebody played on, or that was repaired. */
typedef struct StreakDate {
    Day date;
    uint8_t who;
    bool is_done;
    bool is_bridge; /* held or repaired */
    bool is_excused; /* in a planned pause */
    bool is_repaired;
    StreakMoment first, last; /* of the plays on it, by instant */
} StreakDate;

/* A date in the table that files strays: who played, and for A and B the date to ask next. */
typedef struct StreakSlot {
    Day date;
    Day next[2];
    uint8_t who;
    bool is_used;
} StreakSlot;

/* A range of excused dates. */
typedef struct StreakExcused {
    Day first, last;
    int before; /* excused dates before this range */
} StreakExcused;

/* All memory of one reckoning. */
typedef struct StreakWork {
    const StreakRules *rules;
    StreakRow *rows;
    StreakEntry *entries;
    StreakDate *dates;
    StreakGroup *groups;
    StreakSlot *slots;
    StreakExcused *excused;
    const StreakPause *pauses; /* as they were given */
    uint32_t *ids;                /* hash table of ids, then of repairs' ids */
    uint32_t *by_device;          /* rows by device, then by order */
    uint32_t *top, *same, *below; /* the piles of R11 */
    uint32_t *list, *spare;       /* for sorting */
    uint32_t id_mask, slot_mask;  /* sizes of the tables, less one */
    int row_count, group_count, entry_count, date_count, excused_count;
} StreakWork;

/* A strict order of two indices. */
typedef bool StreakBefore(const StreakWork *work, uint32_t a, uint32_t b);

/* Sorts indices stably; one look at each if they stand in order already. `spare` is as long. */
void streak_sort(const StreakWork *work, uint32_t *items, uint32_t *spare, int count,
                 StreakBefore *before);

/* Lays out `scratch`; with a null scratch only says how many bytes that takes. */
size_t streak_lay_out(StreakWork *work, unsigned char *scratch, int plays, int repairs,
                      int pauses);

/* True the first time that the id of item `index` is seen; items begin with their id. Forget all
 * ids before asking about other items. */
bool streak_id_is_new(StreakWork *work, const void *items, size_t stride, int index);
void streak_ids_clear(StreakWork *work);

/* Cuts an instant, or a date, to the years 1 to 9999. */
int64_t streak_clamp_utc(int64_t utc_s);
Day streak_clamp_date(Day date);

/* R6: fills the ranges of excused dates from pauses in any order. */
void streak_take_pauses(StreakWork *work, const StreakPause *pauses, int count);

/* How many dates from `first` to `last` are excused. */
int streak_excused(const StreakWork *work, Day first, Day last);

/* R3, R10: fills rows with each play once and its order key. */
void streak_take_rows(StreakWork *work, const StreakPlay *plays, int count);

/* R11, with rows later than `future_s` strays in any case (R12). Fills entries. */
void streak_trust_rows(StreakWork *work, int64_t future_s);
void streak_file_strays(StreakWork *work, StreakMoment now);

/* R4, R9: fills dates from the entries. */
void streak_make_dates(StreakWork *work, const StreakRepair *repairs, int count);

/* Where to draw dates; `out` may be null. */
typedef struct StreakWindow {
    Day first;
    int count;
    StreakDay *out;
} StreakWindow;

/* R5 to R8 over the dates. */
StreakResult streak_walk(const StreakWork *work, StreakMoment now, const StreakWindow *window);

#endif
