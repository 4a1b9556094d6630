/* SPDX-License-Identifier: MIT */
/* A damaged file becomes a fresh one: the newest good backup, and whatever the old one still gives.
 *
 * The old file keeps its name until the fresh one is whole and on the disk. */
#include "store_parts.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

enum { BACKUPS_MAX = 256 };

typedef struct Rescue {
    sqlite3_stmt *insert;
    int64_t device; /* of the last fact that was taken in */
    int from_backup, from_file;
    int *counter;
    int code;
} Rescue;

/* Places, ids and (device, seq) are those of the lost file in both sources, so whatever is there
 * already collides and is passed over. */
static void take_in(void *context, int64_t place, const Fact *fact) {
    Rescue *rescue = context;
    int code = rows_insert(rescue->insert, place, fact);
    if (code != SQLITE_OK) {
        rescue->code = code;
    } else if (sqlite3_changes(sqlite3_db_handle(rescue->insert)) > 0) {
        (*rescue->counter)++;
        rescue->device = fact->device;
    }
}

static Err take_backup(Rescue *rescue, const char *path, Diag *diag) {
    Connection backup;
    int64_t device = 0;
    int bad = 0;
    Err err = connection_open_to_read(&backup, path, diag);
    if (err != ERR_OK) {
        return err;
    }
    err = connection_check(backup.db, path, diag);
    err = err ? err : connection_ask(backup.db, "SELECT device FROM meta", &device, path, diag);
    err = err ? err : rows_each(backup.db, take_in, rescue, &bad, path, diag);
    connection_close(&backup);
    return err == ERR_OK && bad > 0 ? ERR_FORMAT : err;
}

/* The next start can do better: nothing is wrong with the backup. */
static bool may_pass(Err err) {
    return err == ERR_MEMORY || err == ERR_LOCKED;
}

/* The newest that is sound. Those before it give what their pages still hold, as the file itself
 * does: rows are facts also in a backup that breaks in the middle. */
static Err take_newest_backup(Rescue *rescue, const char *folder, Day *used, Diag *diag) {
    char backups[STORE_PATH_MAX], path[STORE_PATH_MAX];
    Day days[BACKUPS_MAX];
    if (!folder_join(backups, folder, "backups")) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    int count = rotation_list(backups, days, BACKUPS_MAX);
    if (count < 0) {
        return folder_explain(backups, errno, diag);
    }
    rescue->counter = &rescue->from_backup;
    for (int i = 0; i < count; i++) {
        if (!rotation_name(backups, days[i], path)) {
            return folder_explain(backups, ENAMETOOLONG, diag);
        }
        Err err = take_backup(rescue, path, diag);
        bool is_good = err == ERR_OK;
        if (!is_good && !may_pass(err)) {
            err = salvage_read(path, take_in, rescue, diag);
        }
        *used = *used || rescue->from_backup == 0 ? *used : days[i];
        if (is_good || may_pass(err)) {
            return err;
        }
    }
    return ERR_OK;
}

static Err keep_device(sqlite3 *db, int64_t device, const char *path, Diag *diag) {
    char sql[96];
    if (device == 0) {
        return ERR_OK; /* no facts: the fresh file's own device is as good */
    }
    snprintf(sql, sizeof sql, "UPDATE meta SET device = %lld", (long long)device);
    return connection_run(db, sql, path, diag);
}

static Err fill(Rescue *rescue, const char *folder, const char *damaged, const char *fresh,
                Day *used, Diag *diag) {
    Connection connection;
    Err err = connection_open(&connection, fresh, diag);
    if (err != ERR_OK) {
        return err;
    }
    sqlite3 *db = connection.db;
    err = connection_run(db, "BEGIN IMMEDIATE", fresh, diag);
    err = err ? err : connection_explain(db, rows_prepare_rescue(db, &rescue->insert), fresh, diag);
    if (err == ERR_OK) {
        err = take_newest_backup(rescue, folder, used, diag);
        rescue->counter = &rescue->from_file;
        if (err == ERR_OK && folder_has(damaged)) {
            err = salvage_read(damaged, take_in, rescue, diag);
        }
    }
    err = err ? err : connection_explain(db, rescue->code, fresh, diag);
    sqlite3_finalize(rescue->insert);
    err = err ? err : keep_device(db, rescue->device, fresh, diag);
    err = err ? err : connection_run(db, "COMMIT", fresh, diag);
    err = err ? err : connection_check(db, fresh, diag);
    connection_close(&connection);
    return err;
}

/* Its journal goes along: under the old name it would be played back into the fresh file. A second
 * name first, so that the file is never without one; some file systems know no second names. */
static Err keep_aside(const char *folder, const char *path, const char *aside, Diag *diag) {
    char journal[STORE_PATH_MAX], journal_aside[STORE_PATH_MAX];
    if (!folder_beside(journal, path, "-journal") ||
        !folder_beside(journal_aside, aside, "-journal")) {
        return folder_explain(path, ENAMETOOLONG, diag);
    }
    if (folder_has(path) && link(path, aside) != 0 && rename(path, aside) != 0) {
        return folder_explain(path, errno, diag);
    }
    if (folder_has(journal) && rename(journal, journal_aside) != 0) {
        return folder_explain(journal, errno, diag);
    }
    /* Before the fresh file comes: a journal that is still there would be played back into it. */
    return folder_sync(folder, diag);
}

static void warn(const Rescue *rescue, const char *name, const char *path, Day used, bool had_file,
                 Diag *diag) {
    char from[96] = "", kept[64] = "", day[11];
    int facts = rescue->from_backup + rescue->from_file;
    if (rescue->from_backup > 0) {
        day_print(used, day);
        snprintf(from, sizeof from, ", %d of them from the backup of %s", rescue->from_backup, day);
    }
    if (had_file) {
        snprintf(kept, sizeof kept, " The damaged file is kept as %s.", name);
    }
    diag_set(diag, ERR_OK, path, 0, 0,
             "The file of your evenings was %s. %d of its entries could be read and are in use "
             "again%s.%s",
             had_file ? "damaged" : "gone", facts, from, kept);
}

Err rescue_file(const char *folder, const char *path, Diag *diag) {
    char fresh[STORE_PATH_MAX], aside[STORE_PATH_MAX], name[32];
    if (!folder_beside(fresh, path, ".new") || !folder_free_name(folder, "damaged", name, aside)) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    Rescue rescue = {0};
    Day used = 0;
    bool had_file = folder_has(path);
    Err err = schema_create(fresh, schema_steps, rows_random_device(), diag);
    err = err ? err : fill(&rescue, folder, path, fresh, &used, diag);
    err = err ? err : keep_aside(folder, path, aside, diag);
    err = err ? err : folder_install(folder, fresh, path, diag);
    if (err != ERR_OK) {
        folder_remove_with_journal(fresh);
        return err;
    }
    warn(&rescue, name, path, used, had_file, diag);
    return ERR_OK;
}
