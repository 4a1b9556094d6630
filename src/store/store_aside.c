/* SPDX-License-Identifier: MIT */
/* Removing with seven days to undo it: the couple's files in a folder of their own beside.
 *
 * A removal counts from the renaming of one folder on, so a loss of power leaves it done or not
 * begun: moving-N is on its way and goes back at the next start, removed-N-DAY-SEEN is put aside,
 * erasing-N is to be gone, and the next start goes on with it. */
#include "store_parts.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char removed[] = "removed-", moving[] = "moving-", erasing[] = "erasing-";
static const char db_name[] = "tiny-bridges.db", backups_name[] = "backups";

enum { DATE_LENGTH = 10, NUMBER_LENGTH = 6 };

/* After `start` digits follow; what comes after those, or null. */
static const char *after_number(const char *name, const char *start, int *number) {
    size_t length = strlen(start);
    if (strncmp(name, start, length) != 0) {
        return NULL;
    }
    size_t digits = strspn(name + length, "0123456789");
    *number = 0;
    for (size_t i = 0; i < digits && digits <= NUMBER_LENGTH; i++) {
        *number = *number * 10 + (name[length + i] - '0');
    }
    return digits > 0 && digits <= NUMBER_LENGTH ? name + length + digits : NULL;
}

static bool take_date(const char **rest, Day *day) {
    char date[DATE_LENGTH + 1];
    if (strlen(*rest) < DATE_LENGTH + 1 || **rest != '-') {
        return false;
    }
    memcpy(date, *rest + 1, DATE_LENGTH);
    date[DATE_LENGTH] = '\0';
    *rest += DATE_LENGTH + 1;
    return day_parse(date, day);
}

static bool read_name(const char *name, StoreAside *aside, int *number) {
    const char *rest = after_number(name, removed, number);
    *aside = (StoreAside){.evenings = -1};
    return rest && take_date(&rest, &aside->day) && take_date(&rest, &aside->seen) && !*rest &&
           snprintf(aside->name, sizeof aside->name, "%s", name) < (int)sizeof aside->name;
}

static bool is_numbered(const char *name, const char *start) {
    int number;
    const char *rest = after_number(name, start, &number);
    return rest && !*rest;
}

static bool is_moving(const char *name) {
    return is_numbered(name, moving);
}

static bool is_erasing(const char *name) {
    return is_numbered(name, erasing);
}

bool aside_is_ours(const char *name) {
    StoreAside aside;
    int number;
    return is_moving(name) || is_erasing(name) || read_name(name, &aside, &number);
}

/* A new name for a folder that is put aside: no number comes twice, whatever the days. */
static void new_name(const char *folder, Day day, char out[STORE_ASIDE_NAME_MAX]) {
    int highest = 0, number;
    char date[11];
    StoreAside aside;
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    while (dir && (entry = readdir(dir)) != NULL) {
        if (read_name(entry->d_name, &aside, &number) && number > highest) {
            highest = number;
        }
    }
    if (dir) {
        closedir(dir);
    }
    day_print(rotation_day(day), date);
    snprintf(out, STORE_ASIDE_NAME_MAX, "%s%d-%s-%s", removed, highest + 1, date, date);
}

static bool free_folder(const char *folder, const char *start, char path[STORE_PATH_MAX]) {
    char name[24];
    for (int i = 1; i <= 9999; i++) {
        snprintf(name, sizeof name, "%s%d", start, i);
        if (!folder_join(path, folder, name)) {
            return false;
        }
        if (!folder_has(path)) {
            return true;
        }
    }
    return false;
}

/* What is there already stays. A second file of the couple's gets a name under which the next start
 * puts it together with the first. */
static Err move_one(const char *from, const char *to, const char *name, Diag *diag) {
    char old[STORE_PATH_MAX], new[STORE_PATH_MAX], other[32];
    if (!folder_join(old, from, name) || !folder_join(new, to, name)) {
        return folder_explain(from, ENAMETOOLONG, diag);
    }
    if (folder_has(new) &&
        (strcmp(name, db_name) != 0 || !folder_free_name(to, "tiny-bridges back", other, new))) {
        return ERR_OK;
    }
    return rename(old, new) == 0 ? ERR_OK : folder_explain(old, errno, diag);
}

static Err move_all(const char *from, const char *to, int *count, Diag *diag) {
    Err err = ERR_OK;
    const struct dirent *entry;
    DIR *dir = opendir(from);
    if (!dir) {
        return folder_explain(from, errno, diag);
    }
    while (!err && (entry = readdir(dir)) != NULL) {
        if (folder_is_ours(entry->d_name) || strcmp(entry->d_name, backups_name) == 0) {
            err = move_one(from, to, entry->d_name, diag);
            *count += err == ERR_OK;
        }
    }
    closedir(dir);
    err = err ? err : folder_sync(to, diag);
    return err ? err : folder_sync(from, diag);
}

static Err settle_one(const char *folder, const char *path, Diag *diag) {
    int count = 0;
    Err err = move_all(path, folder, &count, diag);
    rmdir(path); /* stays with what has no place */
    return err;
}

static Err erase_on(const char *folder, const char *path, Diag *diag) {
    Err err = erase_folder(path, diag);
    rmdir(path); /* stays if somebody put something of their own there */
    (void)folder_sync(folder, NULL);
    return err;
}

typedef Err (*EachFolder)(const char *folder, const char *path, Diag *diag);

/* One after the other, each looked up anew, as the folder changes meanwhile; goes on after an
 * error, and gives the first. */
static Err each_named(const char *folder, bool (*is_wanted)(const char *name), EachFolder each,
                      Diag *diag) {
    enum { FOLDERS_MAX = 16 };
    char names[FOLDERS_MAX][STORE_ASIDE_NAME_MAX], path[STORE_PATH_MAX];
    int count = 0;
    Err first = ERR_OK;
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    while (dir && count < FOLDERS_MAX && (entry = readdir(dir)) != NULL) {
        if (is_wanted(entry->d_name)) {
            snprintf(names[count++], sizeof names[0], "%.*s", STORE_ASIDE_NAME_MAX - 1,
                     entry->d_name);
        }
    }
    if (dir) {
        closedir(dir);
    }
    for (int i = 0; i < count; i++) {
        if (folder_join(path, folder, names[i])) {
            Err err = each(folder, path, first ? NULL : diag);
            first = first ? first : err;
        }
    }
    return first;
}

Err aside_settle(const char *folder, Diag *diag) {
    (void)each_named(folder, is_erasing, erase_on, NULL); /* the start after this one again */
    return each_named(folder, is_moving, settle_one, diag);
}

Err aside_put(const char *folder, Day today, char name[STORE_ASIDE_NAME_MAX], Diag *diag) {
    char way[STORE_PATH_MAX], path[STORE_PATH_MAX];
    int count = 0;
    new_name(folder, today, name);
    if (!free_folder(folder, moving, way) || !folder_join(path, folder, name)) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    if (mkdir(way, 0700) != 0) {
        return folder_explain(folder, errno, diag);
    }
    Err err = move_all(folder, way, &count, diag);
    if (err == ERR_OK && count == 0) {
        name[0] = '\0';
        rmdir(way);
        return ERR_OK;
    }
    if (err == ERR_OK && rename(way, path) != 0) {
        err = folder_explain(path, errno, diag);
    }
    if (err != ERR_OK) {
        (void)settle_one(folder, way, NULL);
        return err;
    }
    return folder_sync(folder, diag);
}

/* From the renaming on it comes back, at the next start if not now. */
Err aside_take(const char *folder, const char *name, Diag *diag) {
    char path[STORE_PATH_MAX], way[STORE_PATH_MAX];
    if (!folder_join(path, folder, name) || !free_folder(folder, moving, way)) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    if (rename(path, way) != 0) {
        return folder_explain(path, errno, diag);
    }
    Err err = folder_sync(folder, diag);
    return err ? err : settle_one(folder, way, diag);
}

/* From the renaming on nothing offers it any more. */
static Err erase_named(const char *folder, const char *path, Diag *diag) {
    char way[STORE_PATH_MAX];
    if (!free_folder(folder, erasing, way)) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    bool is_renamed = rename(path, way) == 0;
    return erase_on(folder, is_renamed ? way : path, diag);
}

Err aside_erase(const char *folder, const char *name, Diag *diag) {
    char path[STORE_PATH_MAX];
    return folder_join(path, folder, name) ? erase_named(folder, path, diag)
                                           : folder_explain(folder, ENAMETOOLONG, diag);
}

Err aside_erase_all(const char *folder, Diag *diag) {
    return each_named(folder, aside_is_ours, erase_named, diag);
}

static bool holds_any(const char *path) {
    bool has_some = false;
    char backups[STORE_PATH_MAX];
    Day day;
    DIR *dir = opendir(path);
    const struct dirent *entry;
    while (dir && !has_some && (entry = readdir(dir)) != NULL) {
        has_some = folder_is_ours(entry->d_name);
    }
    if (dir) {
        closedir(dir);
    }
    return has_some ||
           (folder_join(backups, path, backups_name) && rotation_list(backups, &day, 1) > 0);
}

static int newest_first(const void *a, const void *b) {
    const StoreAside *left = a, *right = b;
    int days = (left->day < right->day) - (left->day > right->day);
    return days ? days : -strcmp(left->name, right->name);
}

int aside_list(const char *folder, StoreAside out[STORE_ASIDE_MAX]) {
    int count = 0, number;
    char path[STORE_PATH_MAX], file[STORE_PATH_MAX];
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    while (dir && count < STORE_ASIDE_MAX && (entry = readdir(dir)) != NULL) {
        StoreAside aside;
        StoreBackup inside = {0};
        if (read_name(entry->d_name, &aside, &number) && folder_join(path, folder, aside.name) &&
            folder_join(file, path, db_name) && holds_any(path)) {
            aside.evenings = restore_look_into(file, &inside) ? inside.evenings : -1;
            out[count++] = aside;
        }
    }
    if (dir) {
        closedir(dir);
    }
    qsort(out, (size_t)count, sizeof *out, newest_first);
    return count;
}

/* The last day seen is believed if it is past its time too, or less than seven days ago: a clock
 * that jumps ahead for one start has neither behind it. */
bool aside_is_due(const StoreAside *aside, Day today) {
    Day end = aside->day + STORE_ASIDE_DAYS;
    return today >= end && today > aside->seen &&
           (aside->seen >= end || today - aside->seen < STORE_ASIDE_DAYS);
}

static Err note_seen(const char *folder, const StoreAside *aside, Day today, Diag *diag) {
    char path[STORE_PATH_MAX], seen[STORE_PATH_MAX], name[STORE_ASIDE_NAME_MAX], date[11];
    size_t kept = strlen(aside->name) - DATE_LENGTH;
    day_print(rotation_day(today), date);
    snprintf(name, sizeof name, "%.*s%s", (int)kept, aside->name, date);
    if (!folder_join(path, folder, aside->name) || !folder_join(seen, folder, name)) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    return rename(path, seen) == 0 ? folder_sync(folder, diag) : folder_explain(path, errno, diag);
}

Err aside_expire(const char *folder, Day today, Diag *diag) {
    StoreAside asides[STORE_ASIDE_MAX];
    int count = aside_list(folder, asides);
    Err first = ERR_OK;
    for (int i = 0; i < count; i++) {
        Err err = ERR_OK;
        if (aside_is_due(&asides[i], today)) {
            err = aside_erase(folder, asides[i].name, first ? NULL : diag);
        } else if (asides[i].seen != today) {
            err = note_seen(folder, &asides[i], today, first ? NULL : diag);
        }
        first = first ? first : err;
    }
    return first;
}
