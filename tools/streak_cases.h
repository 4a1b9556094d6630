/* SPDX-License-Identifier: MIT */
/* Cases of the streak as lines: reads them, reckons them, writes the answers. */
#ifndef TB_STREAK_CASES_H
#define TB_STREAK_CASES_H

#include "streak.h"

#include <stdio.h>

enum { CASES_DAYS_MAX = 1000 };

/* Where the answers go; with `day_count` above 0 a row of dates instead of numbers. */
typedef struct CasesOutput {
    FILE *file;
    Day first_day;
    int day_count;
    bool takes_pauses; /* lines "away FIRST LAST" are taken too */
} CasesOutput;

/* Reads "YYYY-MM-DD" and 1..CASES_DAYS_MAX; false if they aren't. */
bool cases_read_window(CasesOutput *output, const char *first, const char *count);

/* Answers every case of `in`. Returns the exit status: 0, or 2 after a malformed line, which is
 * named on `errors`; the cases before it are answered. */
int cases_run(FILE *in, CasesOutput output, FILE *errors);

#endif
