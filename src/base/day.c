/* SPDX-License-Identifier: MIT */
/* Civil calendar arithmetic after Howard Hinnant, "chrono-compatible low-level date algorithms". */
#include "day.h"

#include <stdio.h>

enum { DAYS_TO_EPOCH = 719468, DAYS_PER_ERA = 146097, SECONDS_PER_DAY = 86400 };

static int64_t floor_div(int64_t value, int64_t unit) {
    int64_t quotient = value / unit;
    return value % unit < 0 ? quotient - 1 : quotient;
}

Day day_from_civil(CivilDate date) {
    int year = date.month <= 2 ? date.year - 1 : date.year;
    int era = (int)floor_div(year, 400);
    int year_of_era = year - era * 400;
    int shifted_month = (date.month + 9) % 12; /* March is 0, so that the leap day comes last */
    int day_of_year = (153 * shifted_month + 2) / 5 + date.day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_PER_ERA + day_of_era - DAYS_TO_EPOCH;
}

CivilDate day_to_civil(Day day) {
    int64_t shifted = (int64_t)day + DAYS_TO_EPOCH;
    int64_t era = floor_div(shifted, DAYS_PER_ERA);
    int day_of_era = (int)(shifted - era * DAYS_PER_ERA);
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted_month = (5 * day_of_year + 2) / 153;
    int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    int year = (int)(year_of_era + era * 400) + (month <= 2 ? 1 : 0);
    return (CivilDate){year, month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

int day_weekday(Day day) {
    return (int)(((int64_t)day % 7 + 7 + 3) % 7); /* 1970-01-01 was a Thursday */
}

Day day_of_play(int64_t utc_s, int offset_s, int rollover_h) {
    return (Day)floor_div(utc_s + offset_s - (int64_t)rollover_h * 3600, SECONDS_PER_DAY);
}

Day day_today(Now now, int rollover_h) {
    return day_of_play(floor_div(now.utc_ms, 1000), now.offset_min * 60, rollover_h);
}

int now_minute_of_day(Now now) {
    int64_t minutes = floor_div(now.utc_ms, 60000) + now.offset_min;
    return (int)(minutes - floor_div(minutes, 1440) * 1440);
}

static bool civil_is_valid(CivilDate date) {
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) {
        return false;
    }
    CivilDate back = day_to_civil(day_from_civil(date));
    return back.year == date.year && back.month == date.month && back.day == date.day;
}

static bool read_digits(const char **text, int count, int *value) {
    *value = 0;
    for (int i = 0; i < count; i++, (*text)++) {
        if (**text < '0' || **text > '9') {
            return false;
        }
        *value = *value * 10 + (**text - '0');
    }
    return true;
}

static bool read_mark(const char **text, char mark) {
    if (**text != mark) {
        return false;
    }
    (*text)++;
    return true;
}

static bool read_date(const char **text, Day *day) {
    CivilDate date;
    if (!read_digits(text, 4, &date.year) || !read_mark(text, '-') ||
        !read_digits(text, 2, &date.month) || !read_mark(text, '-') ||
        !read_digits(text, 2, &date.day) || !civil_is_valid(date)) {
        return false;
    }
    *day = day_from_civil(date);
    return true;
}

bool day_parse(const char *text, Day *day) {
    return read_date(&text, day) && *text == '\0';
}

static bool read_offset(const char **text, int *offset_min) {
    if (read_mark(text, 'Z')) {
        *offset_min = 0;
        return true;
    }
    int sign = **text == '-' ? -1 : 1;
    int hours, minutes;
    if (!read_mark(text, sign < 0 ? '-' : '+') || !read_digits(text, 2, &hours) ||
        !read_mark(text, ':') || !read_digits(text, 2, &minutes)) {
        return false;
    }
    *offset_min = sign * (hours * 60 + minutes);
    return true;
}

bool now_parse(const char *text, Now *now) {
    Day day;
    int hour, minute, second = 0;
    if (!read_date(&text, &day) || !read_mark(&text, 'T') || !read_digits(&text, 2, &hour) ||
        !read_mark(&text, ':') || !read_digits(&text, 2, &minute)) {
        return false;
    }
    if (*text == ':' && (!read_mark(&text, ':') || !read_digits(&text, 2, &second))) {
        return false;
    }
    int offset_min;
    if (!read_offset(&text, &offset_min) || *text != '\0' || hour > 23 || minute > 59 ||
        second > 59) {
        return false;
    }
    int64_t local_s = (int64_t)day * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
    *now = (Now){(local_s - (int64_t)offset_min * 60) * 1000, offset_min};
    return true;
}

void day_print(Day day, char out[11]) {
    CivilDate date = day_to_civil(day);
    unsigned year = date.year < 0 ? 0u : (unsigned)date.year % 10000u;
    snprintf(out, 11, "%04u-%02u-%02u", year, (unsigned)date.month % 100u,
             (unsigned)date.day % 100u);
}
