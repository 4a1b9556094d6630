/* SPDX-License-Identifier: MIT */
/* Verified copies of the file: one for each day with facts, and one before a migration. */
#include "store_parts.h"

#include <errno.h>
#include <sys/stat.h>

/* Short steps, so that reading facts on the caller's thread never waits long, and a closing game
 * neither. */
enum { PAGES_A_STEP = 64, BACKUPS_MAX = 256, BUSY_ROUNDS_MAX = 20, BUSY_PAUSE_MS = 25 };

static Err copy_pages(sqlite3 *from, sqlite3 *to, const atomic_bool *stop, const char *path,
                      Diag *diag) {
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (!backup) {
        return connection_explain(to, sqlite3_extended_errcode(to), path, diag);
    }
    int code = SQLITE_OK;
    int busy_rounds = 0;
    while (code == SQLITE_OK && !(stop && atomic_load(stop))) {
        code = sqlite3_backup_step(backup, PAGES_A_STEP);
        if ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && busy_rounds++ < BUSY_ROUNDS_MAX) {
            sqlite3_sleep(BUSY_PAUSE_MS);
            code = SQLITE_OK;
        }
    }
    sqlite3_backup_finish(backup);
    return code == SQLITE_OK ? ERR_UNAVAILABLE : connection_explain(to, code, path, diag);
}

/* The bookmark is of an unfinished evening: it has no place in a copy that may be kept for a year.
 */
static Err verify(sqlite3 *from, sqlite3 *to, const char *path, Diag *diag) {
    int64_t had = 0, has = 0;
    Err err = connection_run(to, "DELETE FROM bookmark", path, diag);
    err = err ? err : connection_check(to, path, diag);
    err = err ? err : connection_ask(to, "SELECT count(*) FROM fact", &has, path, diag);
    err = err ? err : connection_ask(from, "SELECT count(*) FROM fact", &had, path, diag);
    if (err == ERR_OK && has != had) {
        return diag_set(diag, ERR_IO, path, 0, 0, "The copy has %lld facts of %lld.",
                        (long long)has, (long long)had);
    }
    return err;
}

Err backup_copy(sqlite3 *db, const char *folder, const char *target, const atomic_bool *stop,
                Diag *diag) {
    char beside[STORE_PATH_MAX];
    if (!folder_beside(beside, target, ".new")) {
        return folder_explain(target, ENAMETOOLONG, diag);
    }
    Err err = folder_touch(beside, diag);
    if (err != ERR_OK) {
        return err;
    }
    Connection copy;
    err = connection_open(&copy, beside, diag);
    if (err == ERR_OK) {
        err = copy_pages(db, copy.db, stop, beside, diag);
        err = err ? err : verify(db, copy.db, beside, diag);
        connection_close(&copy);
    }
    err = err ? err : folder_install(folder, beside, target, diag);
    if (err != ERR_OK) {
        folder_remove_with_journal(beside);
    }
    return err;
}

/* The number of facts in a backup, -1 if it isn't there or isn't sound. Another error is none of
 * the backup's: it isn't replaced then. */
static Err count_facts(const char *path, int64_t *count, Diag *diag) {
    Connection connection;
    *count = -1;
    if (!folder_has(path)) {
        return ERR_OK;
    }
    Err err = connection_open_to_read(&connection, path, diag);
    if (err == ERR_OK) {
        err = connection_ask(connection.db, "SELECT count(*) FROM fact", count, path, diag);
        connection_close(&connection);
    }
    return err == ERR_FORMAT ? ERR_OK : err;
}

static void remove_old(const char *folder, Day today) {
    Day days[BACKUPS_MAX];
    bool keep[BACKUPS_MAX];
    int count = rotation_list(folder, days, BACKUPS_MAX);
    rotation_keep(days, count, today, keep);
    for (int i = 0; i < count; i++) {
        char path[STORE_PATH_MAX];
        if (!keep[i] && rotation_name(folder, days[i], path)) {
            folder_remove_with_journal(path);
        }
    }
}

static Err newest_day(sqlite3 *db, Day *day, int64_t *facts, const char *path, Diag *diag) {
    int64_t found = 0;
    Err err = connection_ask(db, "SELECT count(*) FROM fact", facts, path, diag);
    if (err == ERR_OK && *facts > 0) {
        err = connection_ask(db, "SELECT day FROM fact ORDER BY place DESC LIMIT 1", &found, path,
                             diag);
    }
    *day = rotation_day(found);
    return err;
}

Err backup_tend(sqlite3 *db, const char *folder, const atomic_bool *stop, Diag *diag) {
    char backups[STORE_PATH_MAX], path[STORE_PATH_MAX];
    Day day = 0;
    int64_t facts = 0;
    if (!folder_join(backups, folder, "backups")) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    Err err = newest_day(db, &day, &facts, backups, diag);
    if (err != ERR_OK || facts == 0) {
        return err;
    }
    if (mkdir(backups, 0700) == 0) {
        err = folder_sync(folder, diag);
    } else if (errno != EEXIST) {
        err = folder_explain(backups, errno, diag);
    }
    if (err != ERR_OK) {
        return err;
    }
    if (!rotation_name(backups, day, path)) {
        return folder_explain(backups, ENAMETOOLONG, diag);
    }
    /* One with more facts than we have is worth more than ours. */
    int64_t kept = 0;
    err = count_facts(path, &kept, diag);
    if (err == ERR_OK && kept < facts) {
        err = backup_copy(db, backups, path, stop, diag);
    }
    if (err == ERR_UNAVAILABLE) {
        return ERR_OK; /* the game closes; the next start makes it */
    }
    if (err == ERR_OK) {
        remove_old(backups, day);
    }
    return err;
}
