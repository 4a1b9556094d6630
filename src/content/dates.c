/* SPDX-License-Identifier: MIT */
/* Fills the language's sentence for a date. */
#include "dates.h"

#include <stdio.h>

void date_print(const Strings *strings, Day day, Day today, char out[DATE_TEXT_MAX]) {
    static const char *const weekdays[] = {"date.monday",   "date.tuesday", "date.wednesday",
                                           "date.thursday", "date.friday",  "date.saturday",
                                           "date.sunday"};
    CivilDate date = day_to_civil(day);
    char month[24], number[12], year[12];
    snprintf(month, sizeof month, "date.month-%d", date.month);
    snprintf(number, sizeof number, "%d", date.day);
    snprintf(year, sizeof year, "%d", date.year);
    const StringArg args[] = {{"weekday", strings_get(strings, weekdays[day_weekday(day)])},
                              {"day", number},
                              {"month", strings_get(strings, month)},
                              {"year", year}};
    bool is_this_year = date.year == day_to_civil(today).year;
    strings_format(strings, out, DATE_TEXT_MAX, is_this_year ? "date.this-year" : "date.any-year",
                   args, 4);
}
