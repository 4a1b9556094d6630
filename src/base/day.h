/* SPDX-License-Identifier: MIT */
/* Civil days (proleptic Gregorian) as numbers, and the moment as an argument. No clock in here. */
#ifndef TB_DAY_H
#define TB_DAY_H

#include <stdbool.h>
#include <stdint.h>

/* Days since 1970-01-01; negative before. */
typedef int32_t Day;

/* A moment, always passed in. `offset_min` is local time minus UTC, in minutes. */
typedef struct Now {
    int64_t utc_ms;
    int offset_min;
} Now;

typedef struct CivilDate {
    int year;
    int month; /* 1..12 */
    int day;   /* 1..31 */
} CivilDate;

Day day_from_civil(CivilDate date);
CivilDate day_to_civil(Day day);

/* 0 = Monday .. 6 = Sunday (ISO 8601). */
int day_weekday(Day day);

/* The civil date of utc + offset - rollover (STREAK.md R2): before the rollover hour it is still
 * yesterday. `offset_s` in seconds, `rollover_h` 0..11. */
Day day_of_play(int64_t utc_s, int offset_s, int rollover_h);

/* Today for `now`, with the rollover in hours. */
Day day_today(Now now, int rollover_h);

/* Minutes after local midnight, 0..1439. */
int now_minute_of_day(Now now);

/* Reads "YYYY-MM-DD"; false if it is no such date. */
bool day_parse(const char *text, Day *day);

/* Reads ISO 8601 "YYYY-MM-DDThh:mm[:ss](Z|+hh:mm|-hh:mm)"; false if malformed. */
bool now_parse(const char *text, Now *now);

/* Writes "YYYY-MM-DD" and NUL (11 bytes). */
void day_print(Day day, char out[11]);

#endif
