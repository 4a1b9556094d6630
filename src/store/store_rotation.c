/* SPDX-License-Identifier: MIT */
/* Which backups are worth keeping, reckoned from the days in their names; no clock. */
#include "store_parts.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEPT_DAYS = 7, KEPT_WEEKS = 4, KEPT_MONTHS = 12, NAME_LENGTH = 13 };

/* A year has four digits in a name. */
enum { DAY_FIRST = 0, DAY_LAST = 2932896 }; /* 1970-01-01, 9999-12-31 */

static int week_of(Day day) {
    return (day - day_weekday(day) + 3) / 7; /* 1969-12-29, day -3, was a Monday */
}

static int month_of(Day day) {
    CivilDate date = day_to_civil(day);
    return date.year * 12 + date.month - 1;
}

/* Marks the newest day of each of the newest `wanted` groups. */
static void keep_newest_of(const Day *days, int count, int (*group_of)(Day), int wanted,
                           bool *keep) {
    int groups = 0;
    for (int i = 0; i < count && groups < wanted; i++) {
        if (i == 0 || group_of(days[i]) != group_of(days[i - 1])) {
            keep[i] = true;
            groups++;
        }
    }
}

void rotation_keep(const Day *days, int count, Day always, bool *keep) {
    for (int i = 0; i < count; i++) {
        keep[i] = i < KEPT_DAYS || days[i] == always;
    }
    keep_newest_of(days, count, week_of, KEPT_WEEKS, keep);
    keep_newest_of(days, count, month_of, KEPT_MONTHS, keep);
}

static bool day_of_name(const char *name, Day *day) {
    char date[11];
    if (strlen(name) != NAME_LENGTH || strcmp(name + 10, ".db") != 0) {
        return false;
    }
    memcpy(date, name, 10);
    date[10] = '\0';
    return day_parse(date, day);
}

static int newest_first(const void *a, const void *b) {
    Day left = *(const Day *)a, right = *(const Day *)b;
    return (left < right) - (left > right);
}

int rotation_list(const char *folder, Day *days, int max) {
    int count = 0;
    DIR *dir = opendir(folder);
    if (!dir) {
        return errno == ENOENT ? 0 : -1;
    }
    const struct dirent *entry;
    errno = 0;
    while (count < max && (entry = readdir(dir)) != NULL) {
        if (day_of_name(entry->d_name, &days[count])) {
            count++;
        }
        errno = 0;
    }
    int why = errno;
    closedir(dir);
    if (why) {
        errno = why;
        return -1;
    }
    qsort(days, (size_t)count, sizeof *days, newest_first);
    return count;
}

Day rotation_day(int64_t day) {
    return (Day)(day < DAY_FIRST ? DAY_FIRST : day > DAY_LAST ? DAY_LAST : day);
}

bool rotation_name(const char *folder, Day day, char out[STORE_PATH_MAX]) {
    char name[NAME_LENGTH + 1];
    day_print(rotation_day(day), name);
    memcpy(name + 10, ".db", 4);
    return folder_join(out, folder, name);
}

Err rotation_has_some(const char *folder, bool *has_some, Diag *diag) {
    char backups[STORE_PATH_MAX];
    Day day;
    *has_some = false;
    if (!folder_join(backups, folder, "backups")) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    int count = rotation_list(backups, &day, 1);
    *has_some = count > 0;
    return count < 0 ? folder_explain(backups, errno, diag) : ERR_OK;
}
