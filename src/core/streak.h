/* SPDX-License-Identifier: MIT */
/* The streak, reckoned anew from every play (STREAK.md, R1 to R13). Nothing about it is ever
 * stored.
 *
 * Pure: no clock, no allocation, no state. The caller passes the rows, the moment and some scratch
 * memory. Takes O(n log n) steps for n plays, repairs and pauses.
 *
 * Rows stand in the order of recording (R1, seq), and each device's rows must keep theirs. Logs of
 * several machines may be put together in any way that keeps it; but where two devices tie to the
 * second, have strays to file, or repair, the order between devices decides. So put merged logs
 * together in one fixed way (by device, say), and the result won't depend on who imported whom.
 *
 * One more evening never shortens the streak where no rest days are in play, and playing today
 * never does. With rest days it can, by R6 and R7 as they are written: with the defaults, evenings
 * on the days 1, 4 and 6 of a month give a streak of 2, and another one on day 2 makes that 1,
 * because the first gap then takes the rest day that the second one needed. */
#ifndef TB_STREAK_H
#define TB_STREAK_H

#include "day.h"
#include "err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Who has to have played for a date to be done (R4). */
typedef enum StreakNeed {
    STREAK_NEED_ANY,  /* anybody */
    STREAK_NEED_BOTH, /* both, together or apart */
    STREAK_NEED_HOLD  /* both; a date with only one of them bridges */
} StreakNeed;

enum { STREAK_WHO_A = 1, STREAK_WHO_B = 2, STREAK_WHO_BOTH = 3 };
enum { STREAK_ROLLOVER_MAX = 11, STREAK_REST_EVERY_MAX = 30, STREAK_REST_CAP_MAX = 7 };

typedef struct StreakRules {
    int rollover_h; /* 0..11: the hour at which a new date starts, for "now" only */
    StreakNeed need;
    int rest_start; /* S of R7, 0 or more */
    int rest_every; /* N of R7, 0..30; 0 earns none */
    int rest_cap;   /* C of R7, 0..7 */
} StreakRules;

/* R13: 4, hold, 1, 7, 3. */
StreakRules streak_default_rules(void);

/* One row of the log (R1). */
typedef struct StreakPlay {
    uint8_t id[16]; /* random; rows with the same id count once, the first of them (R3) */
    uint64_t device;
    int64_t utc_s;
    int32_t offset_s;   /* local time minus UTC, then and there */
    uint8_t who;        /* STREAK_WHO_... */
    uint8_t rollover_h; /* in force then, 0..11 */
    Day play_date;      /* as stored then; day_of_play() of the three above (R2) */
} StreakPlay;

/* A repair card played together (R9). */
typedef struct StreakRepair {
    uint8_t id[16];
    uint64_t device;
    int64_t utc_s;
    int32_t offset_s;
    uint8_t rollover_h;
    Day named; /* the date to bridge */
} StreakRepair;

/* A planned pause, "we're away until ..." (R6, "excused"): its dates bridge at no cost, like held
 * ones, and count like any other if they are played on. Dates, not instants: they are the ones that
 * the couple chose from. `last` before `first`: none. Pauses may stand in any order and overlap. */
typedef struct StreakPause {
    Day first, last;
} StreakPause;

/* All that is known of a couple's evenings. Null is fine where the count is 0. */
typedef struct StreakLog {
    const StreakPlay *plays;
    int play_count;
    const StreakRepair *repairs;
    int repair_count;
    const StreakPause *pauses;
    int pause_count;
} StreakLog;

enum { STREAK_REPAIR_WITHIN = 7 }; /* days after the date that a repair names (R9) */

typedef struct StreakNow {
    int64_t utc_s;
    int32_t offset_s;
} StreakNow;

typedef struct StreakResult {
    int current;       /* done dates in the running streak, 0 if there is none */
    int longest;       /* in the longest streak ever, the running one included */
    int rest_used;     /* rest days spent, ever, those that keep the streak until today included */
    int rest_left;     /* rest days in hand now */
    int lifetime_days; /* done dates in all */
    bool today_done;
    bool away_today;        /* today lies in a planned pause */
    bool clock_looks_wrong; /* R12: a play lies more than 12 hours after now; tell the couple */
    Day today; /* the date that was taken for today; R12 may put it ahead of the clock */
} StreakResult;

/* What to draw for a date. */
typedef enum StreakDay {
    STREAK_DAY_QUIET, /* past, not done, not bridged: no rest day was spent on it */
    STREAK_DAY_DONE,
    STREAK_DAY_REST,     /* a rest day was spent: a lantern at rest */
    STREAK_DAY_HELD,     /* bridged at no cost: one played, or the date never was where they were */
    STREAK_DAY_REPAIRED, /* bridged by a repair card */
    STREAK_DAY_TODAY,    /* today, not done yet */
    STREAK_DAY_FUTURE,
    STREAK_DAY_AWAY /* in a planned pause, past or to come, and not done */
} StreakDay;

/* Bytes of scratch memory for so many rows; about 250 a play. Never 0. */
size_t streak_scratch_bytes(int plays, int repairs, int pauses);

/* Reckons the streak at `now`. `scratch` holds streak_scratch_bytes() for at least these counts,
 * aligned for any type; what it holds before and after means nothing. ERR_FORMAT, and an empty
 * `result`, if a rule, a `who` or a rollover lies outside its range; instants and dates beyond the
 * years 1 to 9999 are taken for these ends. */
Err streak_reckon(const StreakRules *rules, const StreakLog *log, StreakNow now, void *scratch,
                  StreakResult *result);

/* Fills out[0..count-1] with what to draw for `first` and the dates after it, under the same
 * reckoning as streak_reckon would choose. Errors as there, with every date QUIET. */
Err streak_days(const StreakRules *rules, const StreakLog *log, StreakNow now, void *scratch,
                Day first, int count, StreakDay out[]);

/* Whether a repair recorded now would mend something (R9): make the running streak longer, or give
 * a rest day back. `named` gets the date that mends most, of equals the latest. False, too, if the
 * log is malformed or the clock looks wrong. Reckons up to eight times. */
bool streak_repair_offer(const StreakRules *rules, const StreakLog *log, StreakNow now,
                         void *scratch, Day *named);

#endif
