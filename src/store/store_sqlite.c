/* SPDX-License-Identifier: MIT */
/* The store on disk: opens the couple's file whatever state it is in, and commits to it. */
#define _GNU_SOURCE /* access */
#include "store_parts.h"

#include "text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct StoreFile {
    char folder[STORE_FOLDER_MAX];
    char path[STORE_PATH_MAX];
    int lock;
    Connection connection; /* closed after an erase, or while the disk fails */
    int64_t device;
    bool is_erased; /* no file; the next commit makes one */
} StoreFile;

/* SQLite can be satisfied with a file that still isn't what its header promised. */
static Err identify(sqlite3 *db, const char *path, Diag *diag) {
    int64_t application = 0, version = 0;
    Err err = connection_ask(db, "PRAGMA application_id", &application, path, diag);
    err = err ? err : connection_ask(db, "PRAGMA user_version", &version, path, diag);
    if (err == ERR_OK && (application != SCHEMA_APPLICATION_ID || version < 1)) {
        return connection_explain(db, SQLITE_CORRUPT, path, diag);
    }
    return err;
}

static Err prepare(StoreFile *file, Diag *diag) {
    Connection *connection = &file->connection;
    int64_t machine = 0;
    Err err =
        connection_ask(connection->db, "SELECT device FROM meta", &file->device, file->path, diag);
    err = err ? err
              : connection_ask(connection->db, "SELECT machine FROM meta", &machine, file->path,
                               diag);
    file->device = device_here(file->device, machine);
    if (err == ERR_NOT_FOUND) {
        return connection_explain(connection->db, SQLITE_CORRUPT, file->path, diag);
    }
    int code = SQLITE_OK;
    if (err == ERR_OK) {
        code = rows_prepare_insert(connection->db, &connection->insert);
    }
    if (err == ERR_OK && code == SQLITE_OK) {
        code = rows_prepare_last_seq(connection->db, &connection->last_seq);
    }
    return err ? err : connection_explain(connection->db, code, file->path, diag);
}

/* All of the file is checked, and it is brought to the newest schema. A step that fails on a sound
 * file is no damage: the file is left as it was. */
static Err connect_once(StoreFile *file, bool *is_damaged, Diag *diag) {
    *is_damaged = false;
    Err err = connection_open(&file->connection, file->path, diag);
    sqlite3 *db = file->connection.db;
    err = err ? err : connection_check(db, file->path, diag);
    err = err ? err : identify(db, file->path, diag);
    if (err == ERR_OK) {
        err = schema_migrate(db, file->folder, file->path, schema_steps, diag);
        if (err == ERR_OK) {
            err = schema_check(db, schema_steps, file->path, diag);
            err = err ? err : rows_check_sums(db, file->path, diag);
            err = err ? err : prepare(file, diag);
            *is_damaged = err == ERR_FORMAT;
        }
    } else {
        *is_damaged = err == ERR_FORMAT;
    }
    if (err != ERR_OK) {
        connection_close(&file->connection);
    }
    return err;
}

/* SQLite tells of a page that couldn't be read for a moment as of damage. What is damaged is so
 * twice. */
static Err connect(StoreFile *file, bool *is_damaged, Diag *diag) {
    Err err = connect_once(file, is_damaged, diag);
    if (!*is_damaged) {
        return err;
    }
    diag_set(diag, ERR_OK, NULL, 0, 0, "%s", "");
    return connect_once(file, is_damaged, diag);
}

static Err create(StoreFile *file, Diag *diag) {
    char beside[STORE_PATH_MAX], journal[STORE_PATH_MAX];
    if (!folder_beside(beside, file->path, ".new") ||
        !folder_beside(journal, file->path, "-journal")) {
        return folder_explain(file->folder, ENAMETOOLONG, diag);
    }
    Err err = schema_create(beside, schema_steps, rows_random_device(), diag);
    if (err == ERR_OK) {
        /* Of a file that is gone: it would be played back into the new one. */
        err = unlink(journal) == 0 ? folder_sync(file->folder, diag) : ERR_OK;
        err = err ? err : folder_install(file->folder, beside, file->path, diag);
    }
    return err;
}

static Err refuse(const StoreFile *file, FileState state, Diag *diag) {
    if (state == FILE_NEWER) {
        return diag_set(diag, ERR_TOO_NEW, file->path, 0, 0,
                        "A later version of Tiny Bridges wrote this file. Please start that "
                        "version; nothing was changed.");
    }
    return diag_set(diag, ERR_FORMAT, file->path, 0, 0,
                    "This isn’t a file of Tiny Bridges, so it was left as it is. Move it away, or "
                    "choose another folder with --data-dir.");
}

/* A damaged header can look like another program's, or like a later version's; each version's
 * tables differ from all others'. Our name with backups beside it was our file. */
static Err look_closer(const StoreFile *file, FileState state, bool *is_ours, Diag *diag) {
    if (state == FILE_NEWER) {
        *is_ours = schema_version_is_wrong(file->path, schema_steps);
        return ERR_OK;
    }
    Err err = rotation_has_some(file->folder, is_ours, diag);
    return err || *is_ours ? err : salvage_finds_any(file->path, is_ours, diag);
}

/* A file that vanished while its backups stayed is a loss to make good; store_erase leaves none.
 * Whether there are any must be known: an empty file in its place would hide the loss for ever. */
static Err make_file(StoreFile *file, Diag *diag) {
    bool has_some, is_damaged;
    Err err = rotation_has_some(file->folder, &has_some, diag);
    if (err == ERR_OK) {
        err = has_some ? rescue_file(file->folder, file->path, diag) : create(file, diag);
    }
    return err ? err : connect(file, &is_damaged, diag);
}

static Err open_in_any_state(StoreFile *file, Diag *diag) {
    FileState state = FILE_MISSING;
    bool is_damaged = false;
    Err err = schema_inspect(file->path, schema_steps.count, &state, diag);
    if (err != ERR_OK) {
        return err;
    }
    if (state == FILE_NEWER || state == FILE_FOREIGN) {
        bool is_ours = false;
        err = look_closer(file, state, &is_ours, diag);
        if (err != ERR_OK || !is_ours) {
            return err ? err : refuse(file, state, diag);
        }
        state = FILE_CUT;
    }
    if (state == FILE_MISSING) {
        return make_file(file, diag);
    }
    err = journal_set_strange_aside(file->folder, file->path, diag);
    if (err == ERR_OK && state == FILE_CUT) {
        is_damaged = true;
    } else if (err == ERR_OK) {
        err = connect(file, &is_damaged, diag);
    }
    if (is_damaged) {
        err = rescue_file(file->folder, file->path, diag);
        err = err ? err : connect(file, &is_damaged, diag);
    }
    return err;
}

static Err open_folder(StoreFile *file, const char *folder, Diag *diag) {
    Err err = folder_prepare(folder, file->folder, diag);
    if (err != ERR_OK) {
        return err;
    }
    if (!folder_join(file->path, file->folder, "tiny-bridges.db")) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    if (access(file->folder, W_OK | X_OK) != 0) {
        return folder_explain(file->folder, errno, diag);
    }
    err = folder_lock(file->folder, &file->lock, diag);
    if (err != ERR_OK) {
        return err;
    }
    err = aside_settle(file->folder, diag);
    err = err ? err : open_in_any_state(file, diag);
    if (err != ERR_OK) {
        folder_unlock(file->folder, file->lock, false);
    }
    return err;
}

Err store_file_open(const char *folder, void **self, Diag *diag) {
    StoreFile *file = calloc(1, sizeof *file);
    if (!file) {
        return diag_set(diag, ERR_MEMORY, NULL, 0, 0, "There isn’t enough memory.");
    }
    Err err = open_folder(file, folder, diag);
    if (err != ERR_OK) {
        free(file);
        return err;
    }
    *self = file;
    import_copies_beside(file->folder, file, &store_file_ops, diag);
    return ERR_OK;
}

static void file_close(void *self) {
    StoreFile *file = self;
    connection_close(&file->connection);
    folder_unlock(file->folder, file->lock, file->is_erased);
    free(file);
}

/* A handle whose disk failed in the middle isn't trusted any more: a new one plays the journal
 * back. */
static Err reconnect(StoreFile *file) {
    connection_close(&file->connection);
    Err err = connection_open(&file->connection, file->path, NULL);
    err = err ? err : identify(file->connection.db, file->path, NULL);
    err = err ? err : prepare(file, NULL);
    if (err != ERR_OK) {
        connection_close(&file->connection);
    }
    return err;
}

static Err be_connected(StoreFile *file, Diag *diag) {
    Err err = file->connection.db ? ERR_OK : reconnect(file);
    return err ? diag_set(diag, err, file->path, 0, 0, "The disk doesn’t answer.") : ERR_OK;
}

typedef struct EachFact {
    StoreEach each;
    void *context;
} EachFact;

static void pass_on(void *context, int64_t place, const Fact *fact) {
    (void)place;
    const EachFact *to = context;
    to->each(to->context, fact);
}

static Err file_load(void *self, StoreEach each, void *context, Diag *diag) {
    StoreFile *file = self;
    EachFact to = {each, context};
    if (file->is_erased) {
        return ERR_OK;
    }
    Err err = be_connected(file, diag);
    return err ? err : rows_each(file->connection.db, pass_on, &to, NULL, file->path, diag);
}

static Err file_load_bookmark(void *self, char out[STORE_BOOKMARK_MAX], Diag *diag) {
    StoreFile *file = self;
    if (file->is_erased) {
        return ERR_OK;
    }
    Err err = be_connected(file, diag);
    if (err != ERR_OK) {
        return err;
    }
    sqlite3_stmt *row = NULL;
    int code = sqlite3_prepare_v2(file->connection.db, "SELECT text FROM bookmark", -1, &row, NULL);
    if (code == SQLITE_OK) {
        code = sqlite3_step(row);
    }
    if (code == SQLITE_ROW) {
        const unsigned char *text = sqlite3_column_text(row, 0);
        text_copy(out, STORE_BOOKMARK_MAX, text ? (const char *)text : "");
    }
    err = connection_explain(file->connection.db, code, file->path, diag);
    sqlite3_finalize(row);
    return err;
}

static int write_fact(StoreFile *file, Fact *fact) {
    fact->device = fact->device ? fact->device : file->device;
    if (fact->seq == 0) {
        int64_t last = 0;
        int code = rows_last_seq(file->connection.last_seq, fact->device, &last);
        if (code != SQLITE_OK) {
            return code;
        }
        fact->seq = last + 1;
    }
    return rows_insert(file->connection.insert, 0, fact);
}

static int write_bookmark(sqlite3 *db, const char *text) {
    if (!text[0]) {
        return sqlite3_exec(db, "DELETE FROM bookmark", NULL, NULL, NULL);
    }
    sqlite3_stmt *row = NULL;
    int code = sqlite3_prepare_v2(db,
                                  "INSERT INTO bookmark (one, text) VALUES (1, ?) "
                                  "ON CONFLICT (one) DO UPDATE SET text = excluded.text",
                                  -1, &row, NULL);
    if (code == SQLITE_OK) {
        sqlite3_bind_text(row, 1, text, -1, SQLITE_STATIC);
        sqlite3_step(row);
        code = sqlite3_finalize(row);
    }
    return code;
}

/* Numbers go into a copy: a failed transaction leaves the facts as they were queued. `bookmark` may
 * be null. */
static int write_all(StoreFile *file, const Fact *facts, int count, const char *bookmark) {
    sqlite3 *db = file->connection.db;
    int code = sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    for (int i = 0; code == SQLITE_OK && i < count; i++) {
        Fact filled = facts[i];
        code = write_fact(file, &filled);
    }
    if (code == SQLITE_OK && bookmark) {
        code = write_bookmark(db, bookmark);
    }
    return code == SQLITE_OK ? sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) : code;
}

/* COMMIT can fail in its very last act, the syncing of the folder, with everything in place. */
static bool is_there_after_all(StoreFile *file, const Fact *facts, int count) {
    if (!file->connection.db || count == 0) {
        return false;
    }
    for (int i = 0; i < count; i++) {
        if (!rows_has_id(file->connection.db, facts[i].id)) {
            return false;
        }
    }
    return folder_sync(file->folder, NULL) == ERR_OK;
}

static Err be_open(StoreFile *file) {
    if (file->is_erased) {
        Err err = create(file, NULL);
        bool is_damaged;
        err = err ? err : connect(file, &is_damaged, NULL);
        file->is_erased = err != ERR_OK;
        return err;
    }
    return be_connected(file, NULL);
}

static Err commit(StoreFile *file, const Fact *facts, int count, const char *bookmark, Diag *diag) {
    Err err = be_open(file);
    if (err != ERR_OK) {
        return connection_explain_save(err, file->path, diag);
    }
    int code = write_all(file, facts, count, bookmark);
    if (code == SQLITE_OK) {
        return ERR_OK;
    }
    err = connection_err(file->connection.db, code);
    sqlite3_exec(file->connection.db, "ROLLBACK", NULL, NULL, NULL);
    if (err == ERR_IO || !sqlite3_get_autocommit(file->connection.db)) {
        reconnect(file);
    }
    return is_there_after_all(file, facts, count) ? ERR_OK
                                                  : connection_explain_save(err, file->path, diag);
}

static Err file_commit(void *self, StoreTransaction *transaction, Diag *diag) {
    return commit(self, transaction->facts, transaction->count,
                  transaction->has_bookmark ? transaction->bookmark : NULL, diag);
}

static Err file_insert(void *self, const Fact *facts, int count, Diag *diag) {
    return count > 0 ? commit(self, facts, count, NULL, diag) : ERR_OK;
}

static Err file_tend(void *self, const atomic_bool *stop, Diag *diag) {
    StoreFile *file = self;
    return file->connection.db ? backup_tend(file->connection.db, file->folder, stop, diag)
                               : ERR_OK;
}

static Err file_erase(void *self, Diag *diag) {
    StoreFile *file = self;
    connection_close(&file->connection);
    file->is_erased = true;
    Err err = erase_folder(file->folder, diag);
    Err later = aside_erase_all(file->folder, err ? NULL : diag);
    return err ? err : later;
}

static Err file_put_aside(void *self, Day today, Diag *diag) {
    StoreFile *file = self;
    char name[STORE_ASIDE_NAME_MAX];
    connection_close(&file->connection);
    Err err = aside_put(file->folder, today, name, diag);
    if (err == ERR_OK) {
        file->is_erased = true;
    } else if (!file->is_erased) {
        reconnect(file);
    }
    return err;
}

/* What stands in the way. What a start writes by itself isn't worth seven days. */
static Err make_way(StoreFile *file, Day today, char name[STORE_ASIDE_NAME_MAX], bool *is_empty,
                    Diag *diag) {
    int64_t facts = 0;
    Err err = file->is_erased ? ERR_OK : be_connected(file, diag);
    if (err == ERR_OK && !file->is_erased) {
        char made[80];
        snprintf(made, sizeof made, "SELECT count(*) FROM fact WHERE kind NOT IN (%d, %d)",
                 (int)FACT_COUPLE, (int)FACT_SETTING);
        err = connection_ask(file->connection.db, made, &facts, file->path, diag);
    }
    *is_empty = facts == 0;
    if (err == ERR_OK) {
        connection_close(&file->connection);
        err = aside_put(file->folder, today, name, diag);
    }
    return err;
}

/* Whatever fails, the file that is there afterwards is opened again. */
static Err file_bring_back(void *self, const char *name, Day today, Diag *diag) {
    StoreFile *file = self;
    char present[STORE_ASIDE_NAME_MAX] = "";
    bool is_empty = false;
    Err err = make_way(file, today, present, &is_empty, diag);
    if (err == ERR_OK) {
        err = aside_take(file->folder, name, diag);
        if (err != ERR_OK && present[0]) {
            (void)aside_take(file->folder, present, NULL);
        } else if (present[0] && is_empty) {
            (void)aside_erase(file->folder, present, NULL);
        }
    }
    if (err != ERR_OK && file->is_erased) {
        return err;
    }
    file->is_erased = false;
    if (!file->connection.db) {
        Err later = open_in_any_state(file, err ? NULL : diag);
        err = err ? err : later;
    }
    return err;
}

static const char *file_folder(const void *self) {
    const StoreFile *file = self;
    return file->folder;
}

static int file_list(void *self, StoreBackup out[STORE_BACKUPS_MAX]) {
    const StoreFile *file = self;
    return restore_list(file->folder, out);
}

/* Whatever fails, the file that is there afterwards is opened again. */
static Err file_restore(void *self, const StoreBackup *backup, Diag *diag) {
    StoreFile *file = self;
    bool is_damaged;
    Err err = file->is_erased ? ERR_OK : be_connected(file, diag);
    if (err == ERR_OK && !file->is_erased) {
        err = restore_keep(file->connection.db, file->folder, diag);
    }
    if (err != ERR_OK) {
        return err;
    }
    connection_close(&file->connection);
    err = restore_install(file->folder, file->path, backup, diag);
    if (err != ERR_OK) {
        reconnect(file);
        return err;
    }
    file->is_erased = false;
    return connect(file, &is_damaged, diag);
}

static const char *file_path(const void *self) {
    const StoreFile *file = self;
    return file->path;
}

const StoreOps store_file_ops = {
    .load = file_load,
    .load_bookmark = file_load_bookmark,
    .commit = file_commit,
    .tend = file_tend,
    .erase = file_erase,
    .put_aside = file_put_aside,
    .bring_back = file_bring_back,
    .folder = file_folder,
    .insert = file_insert,
    .list = file_list,
    .restore = file_restore,
    .path = file_path,
    .close = file_close,
};
