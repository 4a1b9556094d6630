/* SPDX-License-Identifier: MIT */
/* Going back: which copies there are, and putting one in the place of the couple's file. */
#define _GNU_SOURCE /* strnlen */
#include "store_parts.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char kept_start[] = "before-restore-";

bool restore_look_into(const char *path, StoreBackup *backup) {
    Connection connection;
    int64_t facts = 0, day = 0, evenings = 0;
    char plays[96];
    snprintf(plays, sizeof plays, "SELECT count(DISTINCT day) FROM fact WHERE kind = %d",
             (int)FACT_PLAY);
    if (connection_open_to_read(&connection, path, NULL) != ERR_OK) {
        return false;
    }
    sqlite3 *db = connection.db;
    Err err = connection_check(db, path, NULL);
    err = err ? err : connection_ask(db, "SELECT count(*) FROM fact", &facts, path, NULL);
    err = err ? err
              : connection_ask(db, "SELECT day FROM fact ORDER BY place DESC LIMIT 1", &day, path,
                               NULL);
    err = err ? err : connection_ask(db, plays, &evenings, path, NULL);
    connection_close(&connection);
    backup->facts = (int)facts;
    backup->day = rotation_day(day);
    backup->evenings = (int)evenings;
    return err == ERR_OK;
}

static void add_named(const char *folder, const char *below, bool (*is_wanted)(const char *name),
                      StoreBackup out[STORE_BACKUPS_MAX], int *count) {
    char dir_path[STORE_PATH_MAX], path[STORE_PATH_MAX];
    DIR *dir = folder_join(dir_path, folder, below) ? opendir(dir_path) : NULL;
    const struct dirent *entry;
    while (dir && *count < STORE_BACKUPS_MAX && (entry = readdir(dir)) != NULL) {
        StoreBackup backup = {0};
        int length = snprintf(backup.name, sizeof backup.name, "%s%s%s", below, below[0] ? "/" : "",
                              entry->d_name);
        bool fits = length > 0 && length < STORE_BACKUP_NAME_MAX;
        if (fits && is_wanted(entry->d_name) && folder_join(path, folder, backup.name) &&
            restore_look_into(path, &backup)) {
            backup.was_in_use = !below[0];
            out[(*count)++] = backup;
        }
    }
    if (dir) {
        closedir(dir);
    }
}

static bool ends_in_db(const char *name) {
    size_t length = strlen(name);
    return length > 3 && strcmp(name + length - 3, ".db") == 0;
}

static bool is_backup(const char *name) {
    return folder_is_backup(name) && ends_in_db(name);
}

static bool was_in_use(const char *name) {
    return strncmp(name, kept_start, sizeof kept_start - 1) == 0 && ends_in_db(name);
}

static int newest_first(const void *a, const void *b) {
    const StoreBackup *left = a, *right = b;
    if (left->day != right->day) {
        return left->day < right->day ? 1 : -1;
    }
    return left->facts != right->facts ? (left->facts < right->facts ? 1 : -1)
                                       : strcmp(left->name, right->name);
}

int restore_list(const char *folder, StoreBackup out[STORE_BACKUPS_MAX]) {
    int count = 0;
    add_named(folder, "backups", is_backup, out, &count);
    add_named(folder, "", was_in_use, out, &count);
    qsort(out, (size_t)count, sizeof *out, newest_first);
    return count;
}

Err restore_keep(sqlite3 *db, const char *folder, Diag *diag) {
    char name[32], path[STORE_PATH_MAX];
    if (!folder_free_name(folder, "before-restore", name, path)) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    return backup_copy(db, folder, path, NULL, diag);
}

Err restore_install(const char *folder, const char *path, const StoreBackup *backup, Diag *diag) {
    char from[STORE_PATH_MAX];
    Connection connection;
    if (!folder_join(from, folder, backup->name)) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    Err err = connection_open_to_read(&connection, from, diag);
    if (err == ERR_OK) {
        err = connection_check(connection.db, from, diag);
        err = err ? err : backup_copy(connection.db, folder, path, NULL, diag);
        connection_close(&connection);
    }
    return err;
}
