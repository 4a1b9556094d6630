/* SPDX-License-Identifier: MIT */
/* Streak cases as short stories, so that tables of them can be read. */
#ifndef TB_STREAK_STORY_H
#define TB_STREAK_STORY_H

#include "streak.h"

enum { STORY_PLAYS_MAX = 400, STORY_REPAIRS_MAX = 16, STORY_PAUSES_MAX = 16 };

typedef struct Story {
    StreakRules rules;
    StreakPlay plays[STORY_PLAYS_MAX];
    int play_count;
    StreakRepair repairs[STORY_REPAIRS_MAX];
    int repair_count;
    StreakPause pauses[STORY_PAUSES_MAX];
    int pause_count;
    StreakNow now;
} Story;

typedef struct StoryRow {
    const char *name;
    const char *rules;  /* "need S N C rollover", or null for R13's */
    const char *log;    /* see story_read */
    const char *now;    /* ISO 8601 with an offset */
    const char *expect; /* "current longest rest_used rest_left today_done" */
} StoryRow;

/* Reads a log in order of recording, its entries parted by "; ":
 *   [DEVICE:]WHO[*EVENINGS] 2024-05-01T21:00+02:00[/ROLLOVER]   a play, or one a day from then on
 *   fix 2024-05-03T21:00+02:00 2024-05-02                       a repair of the second date
 *   away 2024-05-01 2024-05-09                                   a planned pause
 * Device and rollover are "d" and 4 unless told. Fails the test if it can't be read. */
void story_read(Story *story, const char *rules, const char *log, const char *now);

StreakLog story_log(const Story *story);
StreakResult story_reckon(const Story *story);

/* The date that streak_repair_offer names, as YYYY-MM-DD, or "none". */
const char *story_offer(const Story *story, char out[11]);

/* Reads and reckons each row, and compares. */
void story_check_rows(const StoryRow *rows, int count);

/* One letter a date: Q quiet, D done, R rest, H held, P repaired, T today, F future, A away. */
void story_days(const Story *story, const char *first, int count, char *out);

#endif
