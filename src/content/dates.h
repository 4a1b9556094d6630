/* SPDX-License-Identifier: MIT */
/* Dates in the player's language: its names of days and months, in its order of words. */
#ifndef TB_DATES_H
#define TB_DATES_H

#include "day.h"
#include "strings.h"

enum { DATE_TEXT_MAX = 96 };

/* Writes "Friday 20 November", and the year with it unless `day` is in the year of `today`. The
 * texts are date.this-year and date.any-year with {weekday}, {day}, {month} and {year}. */
void date_print(const Strings *strings, Day day, Day today, char out[DATE_TEXT_MAX]);

#endif
