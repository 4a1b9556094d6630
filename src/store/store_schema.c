/* SPDX-License-Identifier: MIT */
/* The schema, version by version; whose file it is; and how an old one becomes a new one. */
#define _GNU_SOURCE /* O_CLOEXEC */
#include "store_parts.h"

#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A published step is never edited: old files have been through it. Add the next one below; it must
 * change a table or index, so that a version that isn't the file's can be told
 * (schema_version_is_wrong).
 */
static const char *const steps_sql[] = {
    /* 0 -> 1 */
    "CREATE TABLE fact ("
    " place INTEGER PRIMARY KEY," /* order of recording in this file */
    " id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),"
    " device INTEGER NOT NULL,"
    " seq INTEGER NOT NULL,"
    " kind INTEGER NOT NULL,"
    " rules_version INTEGER NOT NULL,"
    " utc_ms INTEGER NOT NULL,"
    " offset_min INTEGER NOT NULL,"
    " day INTEGER NOT NULL,"
    " v0 INTEGER NOT NULL, v1 INTEGER NOT NULL, v2 INTEGER NOT NULL,"
    " v3 INTEGER NOT NULL, v4 INTEGER NOT NULL, v5 INTEGER NOT NULL,"
    " subject TEXT NOT NULL,"
    " text TEXT NOT NULL,"
    " UNIQUE (device, seq)) STRICT;"
    "CREATE TABLE bookmark (one INTEGER PRIMARY KEY CHECK (one = 1), text TEXT NOT NULL) STRICT;"
    "CREATE TABLE meta (one INTEGER PRIMARY KEY CHECK (one = 1), device INTEGER NOT NULL) STRICT;",
    /* 1 -> 2 */
    "ALTER TABLE fact ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;" /* store_sum.c */
    "UPDATE fact SET sum = fact_sum(" ROW_SUMMED ");"
    "ALTER TABLE meta ADD COLUMN machine INTEGER NOT NULL DEFAULT 0;", /* store_device.c */
};

const SchemaSteps schema_steps = {steps_sql, sizeof steps_sql / sizeof *steps_sql};

/* A version is a step in some release: a thousand will not come. */
enum { SCHEMA_TEXT_MAX = 8192, VERSION_MAX = 1000 };

enum { HEADER_FORMATS = 18, HEADER_USER_VERSION = 60, HEADER_APPLICATION_ID = 68, FORMAT_MAX = 2 };

/* With its NUL: https://www.sqlite.org/fileformat2.html, "Magic Header String". */
const char schema_magic[16] = "SQLite format 3";

static bool is_zero(const unsigned char *bytes, size_t size) {
    size_t i = 0;
    while (i < size && bytes[i] == 0) {
        i++;
    }
    return i == size;
}

/* A new file gets its name only when it is whole (schema_create), so a short one was cut later, and
 * zeros are what some file systems leave of a file. SQLite takes a file of a format that it doesn't
 * know for one that is read-only. */
static FileState state_of_header(const unsigned char *header, size_t size, int newest) {
    size_t compared = size < sizeof schema_magic ? size : sizeof schema_magic;
    if (is_zero(header, size)) {
        return FILE_CUT;
    }
    if (memcmp(header, schema_magic, compared) != 0) {
        return FILE_FOREIGN;
    }
    if (size < SCHEMA_HEADER_BYTES) {
        return FILE_CUT;
    }
    if (journal_number(header + HEADER_APPLICATION_ID) != SCHEMA_APPLICATION_ID) {
        return FILE_FOREIGN;
    }
    uint32_t version = journal_number(header + HEADER_USER_VERSION);
    if (version == 0 || header[HEADER_FORMATS] > FORMAT_MAX ||
        header[HEADER_FORMATS + 1] > FORMAT_MAX) {
        return FILE_CUT;
    }
    if (version > VERSION_MAX) {
        return FILE_CUT;
    }
    return version > (uint32_t)newest ? FILE_NEWER : FILE_SOUND;
}

Err schema_inspect(const char *path, int newest, FileState *state, Diag *diag) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0 && errno == ENOENT) {
        *state = FILE_MISSING;
        return ERR_OK;
    }
    if (file < 0) {
        return folder_explain(path, errno, diag);
    }
    unsigned char header[SCHEMA_HEADER_BYTES];
    ssize_t size = pread(file, header, sizeof header, 0);
    int why = errno;
    close(file);
    if (size < 0) {
        return folder_explain(path, why, diag);
    }
    *state = state_of_header(header, (size_t)size, newest);
    /* If the power went while the first page was written, the journal still has it as it was. */
    bool found = false;
    Err err = *state == FILE_SOUND ? ERR_OK
                                   : journal_first_page(path, header, sizeof header, &found, diag);
    if (found) {
        *state = state_of_header(header, sizeof header, newest);
    }
    return err;
}

/* One transaction: the step's SQL and the number that says it is done. */
static Err run_step(sqlite3 *db, const char *sql, int reached, const char *path, Diag *diag) {
    char number[64];
    snprintf(number, sizeof number, "PRAGMA user_version = %d; COMMIT;", reached);
    Err err = connection_run(db, "BEGIN IMMEDIATE", path, diag);
    if (err != ERR_OK) {
        return err;
    }
    err = connection_run(db, sql, path, diag);
    if (err == ERR_OK) {
        err = connection_run(db, number, path, diag);
    }
    if (err != ERR_OK) {
        sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    }
    return err;
}

static Err fill_new(sqlite3 *db, SchemaSteps steps, int64_t device, const char *path, Diag *diag) {
    char sql[128];
    snprintf(sql, sizeof sql, "PRAGMA application_id = %d", (int)SCHEMA_APPLICATION_ID);
    Err err = connection_run(db, sql, path, diag);
    for (int i = 0; err == ERR_OK && i < steps.count; i++) {
        err = run_step(db, steps.sql[i], i + 1, path, diag);
    }
    if (err == ERR_OK) {
        snprintf(sql, sizeof sql, "INSERT INTO meta (one, device, machine) VALUES (1, %lld, %lld)",
                 (long long)device, (long long)device_machine());
        err = connection_run(db, sql, path, diag);
    }
    return err;
}

Err schema_create(const char *path, SchemaSteps steps, int64_t device, Diag *diag) {
    Err err = folder_touch(path, diag);
    if (err != ERR_OK) {
        return err;
    }
    Connection connection;
    err = connection_open(&connection, path, diag);
    if (err == ERR_OK) {
        err = fill_new(connection.db, steps, device, path, diag);
        connection_close(&connection);
    }
    if (err != ERR_OK) {
        folder_remove_with_journal(path);
    }
    return err;
}

/* All of them, or the store's own. Gives SQLite's result. */
static int read_tables(sqlite3 *db, bool all, char out[SCHEMA_TEXT_MAX]) {
    sqlite3_stmt *row = NULL;
    out[0] = '\0';
    int code = sqlite3_prepare_v2(db,
                                  "SELECT group_concat(sql, ';') FROM (SELECT sql FROM "
                                  "sqlite_schema WHERE sql IS NOT NULL AND "
                                  "(?1 OR name IN ('fact', 'bookmark', 'meta')) ORDER BY name)",
                                  -1, &row, NULL);
    sqlite3_bind_int(row, 1, all);
    if (code == SQLITE_OK && sqlite3_step(row) == SQLITE_ROW) {
        const unsigned char *text = sqlite3_column_text(row, 0);
        text_copy(out, SCHEMA_TEXT_MAX, text ? (const char *)text : "");
    }
    int finalized = sqlite3_finalize(row);
    return code == SQLITE_OK ? finalized : code;
}

static Err make_tables(SchemaSteps steps, char out[SCHEMA_TEXT_MAX]) {
    sqlite3 *db = NULL;
    Err err = connection_err(db, sqlite3_open(":memory:", &db));
    err = err ? err : connection_err(db, sum_register(db));
    for (int i = 0; err == ERR_OK && i < steps.count; i++) {
        err = connection_run(db, steps.sql[i], "", NULL);
    }
    err = err ? err : connection_err(db, read_tables(db, true, out));
    sqlite3_close(db);
    return err;
}

static Err compare_tables(sqlite3 *db, bool all, SchemaSteps steps, const char *path, Diag *diag) {
    char there[SCHEMA_TEXT_MAX], made[SCHEMA_TEXT_MAX];
    Err err = connection_explain(db, read_tables(db, all, there), path, diag);
    if (err == ERR_OK && make_tables(steps, made) != ERR_OK) {
        err = connection_explain(db, SQLITE_NOMEM, path, diag);
    }
    return err == ERR_OK && strcmp(there, made) != 0
               ? connection_explain(db, SQLITE_CORRUPT, path, diag)
               : err;
}

Err schema_check(sqlite3 *db, SchemaSteps steps, const char *path, Diag *diag) {
    return compare_tables(db, false, steps, path, diag);
}

/* SQLite of today may not understand the tables of tomorrow: that is no damage. */
bool schema_version_is_wrong(const char *path, SchemaSteps steps) {
    char journal[STORE_PATH_MAX], there[SCHEMA_TEXT_MAX];
    sqlite3 *db = NULL;
    if (!folder_beside(journal, path, "-journal") || folder_has(journal)) {
        return false;
    }
    int code = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL);
    code = code == SQLITE_OK ? read_tables(db, true, there) : code;
    bool is_wrong = code == SQLITE_NOTADB ||
                    (code == SQLITE_OK && compare_tables(db, true, steps, path, NULL) == ERR_OK);
    sqlite3_close(db);
    return is_wrong;
}

static Err keep_copy(sqlite3 *db, const char *folder, int version, Diag *diag) {
    char name[64], copy[STORE_PATH_MAX];
    snprintf(name, sizeof name, "before-schema-%d.db", version + 1);
    if (!folder_join(copy, folder, name)) {
        return folder_explain(folder, ENAMETOOLONG, diag);
    }
    return backup_copy(db, folder, copy, NULL, diag);
}

Err schema_migrate(sqlite3 *db, const char *folder, const char *path, SchemaSteps steps,
                   Diag *diag) {
    int64_t version = 0;
    Err err = connection_ask(db, "PRAGMA user_version", &version, path, diag);
    for (int i = (int)version; err == ERR_OK && i < steps.count; i++) {
        err = keep_copy(db, folder, i, diag);
        if (err == ERR_OK) {
            err = run_step(db, steps.sql[i], i + 1, path, diag);
        }
    }
    return err;
}
