/* SPDX-License-Identifier: MIT */
/* A damaged file becomes a fresh one: the best good backup, and whatever the old one still gives.
 *
 * The old file keeps its name until the fresh one is whole and on the disk. */
#include "store_parts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { BACKUPS_MAX = 256 };

/* What there is of the lost file. */
typedef struct Rescue {
    FactList facts;
    int64_t device, machine; /* of the file's meta; 0: not known */
    int from_backup;
    Day day; /* of the backup's name */
} Rescue;

typedef struct Candidate {
    char path[STORE_PATH_MAX];
    Day day;
    int64_t facts; /* -1: it doesn't say */
    bool is_broken;
} Candidate;

typedef struct Collected {
    FactList *facts;
    bool has_no_memory;
} Collected;

static void collect(void *context, int64_t place, const Fact *fact) {
    (void)place;
    Collected *collected = context;
    collected->has_no_memory |= !fact_list_add(collected->facts, fact);
}

static Err no_memory(const char *path, Diag *diag) {
    return diag_set(diag, ERR_MEMORY, path, 0, 0, "There isn’t enough memory.");
}

/* --- Out of the pages of damaged files ---------------------------------------------------------
 */

/* A fact whose sum fits is whole: if the backup, of another time, has its number for another one,
 * both stay. Without a sum the number decides, and the backup is believed. */
static void leave_out_numbered_alike(FactList *ours, FactList *theirs) {
    int kept = 0, at = 0;
    merge_sort_by_number(ours);
    merge_sort_by_number(theirs);
    for (int i = 0; i < theirs->count; i++) {
        const Fact *fact = &theirs->items[i];
        while (at < ours->count && merge_compare_numbers(&ours->items[at], fact) < 0) {
            at++;
        }
        if (at == ours->count || merge_compare_numbers(&ours->items[at], fact) > 0) {
            theirs->items[kept++] = *fact;
        }
    }
    theirs->count = kept;
}

static Err take_remains(Rescue *rescue, const char *damaged, Diag *diag) {
    FactList found = {0};
    Collected collected = {&found, false}, all = {&rescue->facts, false};
    StoreMerged merged;
    bool has_sums = false;
    Err err = salvage_read(damaged, collect, &collected, &has_sums, diag);
    if (err == ERR_OK && !has_sums) {
        leave_out_numbered_alike(&rescue->facts, &found);
    }
    err = err ? err : merge_plan(&rescue->facts, &found, &merged, diag);
    for (int i = 0; err == ERR_OK && i < found.count; i++) {
        collect(&all, 0, &found.items[i]);
    }
    fact_list_free(&found);
    return err == ERR_OK && (collected.has_no_memory || all.has_no_memory)
               ? no_memory(damaged, diag)
               : err;
}

/* --- Out of the best backup ---------------------------------------------------------------------
 */

/* The next start can do better: nothing is wrong with the backup. */
static bool may_pass(Err err) {
    return err == ERR_MEMORY || err == ERR_LOCKED;
}

/* Most facts first: facts are never taken away. Then the newest. */
static int best_first(const void *a, const void *b) {
    const Candidate *left = a, *right = b;
    if (left->facts != right->facts) {
        return left->facts < right->facts ? 1 : -1;
    }
    return (left->day < right->day) - (left->day > right->day);
}

static Err count_facts(Candidate *candidate, Diag *diag) {
    Connection backup;
    const char *path = candidate->path;
    candidate->facts = -1;
    Err err = connection_open_to_read(&backup, path, diag);
    err =
        err ? err
            : connection_ask(backup.db, "SELECT count(*) FROM fact", &candidate->facts, path, diag);
    connection_close(&backup);
    return may_pass(err) ? err : ERR_OK;
}

/* Whole, or none of it: ERR_FORMAT also if the sum of a row doesn't fit. */
static Err take_backup(Rescue *rescue, const char *path, Diag *diag) {
    Connection backup;
    Collected collected = {&rescue->facts, false};
    Err err = connection_open_to_read(&backup, path, diag);
    err = err ? err : connection_check(backup.db, path, diag);
    err = err ? err
              : connection_ask(backup.db, "SELECT device FROM meta", &rescue->device, path, diag);
    err = err ? err : rows_each(backup.db, collect, &collected, NULL, path, diag);
    if (err == ERR_OK) { /* the oldest schema doesn't know */
        (void)connection_ask(backup.db, "SELECT machine FROM meta", &rescue->machine, path, NULL);
    }
    connection_close(&backup);
    err = err == ERR_OK && collected.has_no_memory ? no_memory(path, diag) : err;
    if (err != ERR_OK) {
        rescue->device = 0;
        rescue->facts.count = 0;
    }
    return err;
}

static Err list_candidates(const char *backups, Candidate *candidates, int *count, Diag *diag) {
    Day days[BACKUPS_MAX];
    *count = rotation_list(backups, days, BACKUPS_MAX);
    if (*count < 0) {
        return folder_explain(backups, errno, diag);
    }
    Err err = ERR_OK;
    for (int i = 0; err == ERR_OK && i < *count; i++) {
        candidates[i].day = days[i];
        err = rotation_name(backups, days[i], candidates[i].path)
                  ? count_facts(&candidates[i], diag)
                  : folder_explain(backups, ENAMETOOLONG, diag);
    }
    return err;
}

/* The best that is sound. Those that should have been better, or don't say, give what their pages
 * still hold, as the file itself does: rows are facts also in a backup that breaks in the middle.
 */
static Err take_best(Rescue *rescue, Candidate *candidates, int count, Diag *diag) {
    bool is_found = false;
    for (int i = 0; i < count; i++) {
        candidates[i].is_broken = candidates[i].facts < 0;
        if (is_found) {
            continue;
        }
        Err err = take_backup(rescue, candidates[i].path, diag);
        if (may_pass(err)) {
            return err;
        }
        is_found = err == ERR_OK;
        candidates[i].is_broken = !is_found;
        rescue->day = is_found ? candidates[i].day : rescue->day;
    }
    for (int i = 0; i < count; i++) {
        Err err = candidates[i].is_broken ? take_remains(rescue, candidates[i].path, diag) : ERR_OK;
        if (may_pass(err)) {
            return err;
        }
        rescue->day = rescue->day == 0 && rescue->facts.count > 0 ? candidates[i].day : rescue->day;
    }
    rescue->from_backup = rescue->facts.count;
    return ERR_OK;
}

static Err take_backups(Rescue *rescue, const char *folder, Diag *diag) {
    char backups[STORE_PATH_MAX];
    int count = 0;
    if (!folder_join(backups, folder, "backups")) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    Candidate *candidates = calloc(BACKUPS_MAX, sizeof *candidates);
    if (!candidates) {
        return no_memory(folder, diag);
    }
    Err err = list_candidates(backups, candidates, &count, diag);
    if (err == ERR_OK) {
        qsort(candidates, (size_t)count, sizeof *candidates, best_first);
        err = take_best(rescue, candidates, count, diag);
    }
    free(candidates);
    return err;
}

/* --- Into a fresh one --------------------------------------------------------------------------
 */

static Err insert_all(sqlite3 *db, const FactList *facts, const char *path, Diag *diag) {
    sqlite3_stmt *insert = NULL;
    int code = rows_prepare_insert(db, &insert);
    for (int i = 0; code == SQLITE_OK && i < facts->count; i++) {
        code = rows_insert(insert, 0, &facts->items[i]);
    }
    Err err = connection_explain(db, code, path, diag);
    sqlite3_finalize(insert);
    return err;
}

/* Without a backup the device of the last fact goes on, if there is one. */
static Err keep_device(sqlite3 *db, const Rescue *rescue, const char *path, Diag *diag) {
    char sql[128];
    int count = rescue->facts.count;
    if (rescue->device != 0) {
        snprintf(sql, sizeof sql, "UPDATE meta SET device = %lld, machine = %lld",
                 (long long)rescue->device, (long long)rescue->machine);
    } else if (count > 0) {
        snprintf(sql, sizeof sql, "UPDATE meta SET device = %lld",
                 (long long)rescue->facts.items[count - 1].device);
    } else {
        return ERR_OK;
    }
    return connection_run(db, sql, path, diag);
}

static Err write_fresh(Rescue *rescue, const char *fresh, Diag *diag) {
    Connection connection;
    Err err = connection_open(&connection, fresh, diag);
    if (err != ERR_OK) {
        return err;
    }
    sqlite3 *db = connection.db;
    err = merge_sort(&rescue->facts) == ERR_OK ? ERR_OK : no_memory(fresh, diag);
    err = err ? err : connection_run(db, "BEGIN IMMEDIATE", fresh, diag);
    err = err ? err : insert_all(db, &rescue->facts, fresh, diag);
    err = err ? err : keep_device(db, rescue, fresh, diag);
    err = err ? err : connection_run(db, "COMMIT", fresh, diag);
    err = err ? err : connection_check(db, fresh, diag);
    connection_close(&connection);
    return err;
}

static Err gather(Rescue *rescue, const char *folder, const char *damaged, Diag *diag) {
    Err err = take_backups(rescue, folder, diag);
    return err || !folder_has(damaged) ? err : take_remains(rescue, damaged, diag);
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

static void warn(const Rescue *rescue, const char *name, const char *path, bool had_file,
                 Diag *diag) {
    char from[96] = "", kept[64] = "", day[11];
    if (rescue->from_backup > 0) {
        day_print(rescue->day, day);
        snprintf(from, sizeof from, ", %d of them from the backup of %s", rescue->from_backup, day);
    }
    if (had_file) {
        snprintf(kept, sizeof kept, " The damaged file is kept as %s.", name);
    }
    diag_set(diag, ERR_OK, path, 0, 0,
             "The file of your evenings was %s. %d of its entries could be read and are in use "
             "again%s.%s",
             had_file ? "damaged" : "gone", rescue->facts.count, from, kept);
}

Err rescue_file(const char *folder, const char *path, Diag *diag) {
    char fresh[STORE_PATH_MAX], aside[STORE_PATH_MAX], name[32];
    if (!folder_beside(fresh, path, ".new") || !folder_free_name(folder, "damaged", name, aside)) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    Rescue rescue = {0};
    bool had_file = folder_has(path);
    Err err = gather(&rescue, folder, path, diag);
    err = err ? err : schema_create(fresh, schema_steps, rows_random_device(), diag);
    err = err ? err : write_fresh(&rescue, fresh, diag);
    err = err ? err : keep_aside(folder, path, aside, diag);
    err = err ? err : folder_install(folder, fresh, path, diag);
    if (err == ERR_OK) {
        warn(&rescue, name, path, had_file, diag);
    } else {
        folder_remove_with_journal(fresh);
    }
    fact_list_free(&rescue.facts);
    return err;
}
