/* SPDX-License-Identifier: MIT */
/* Opening a SQLite handle the store's way, and what SQLite's answers mean in words. */
#define _GNU_SOURCE /* O_CLOEXEC */
#include "store_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* Rollback journal and no mmap: SQLite 3.40 has a corruption bug with two connections on one WAL
 * file (DEPENDENCIES.md). EXTRA also syncs the folder, so that a finished commit can't come undone.
 * DELETE, not PERSIST: a kept journal would hold the old bookmark. Temporary tables stay in memory:
 * nothing of the couple goes to /tmp. */
static const char pragmas[] = "PRAGMA locking_mode = NORMAL;"
                              "PRAGMA journal_mode = DELETE;"
                              "PRAGMA synchronous = EXTRA;"
                              "PRAGMA secure_delete = ON;"
                              "PRAGMA temp_store = MEMORY;"
                              "PRAGMA mmap_size = 0;"
                              "PRAGMA trusted_schema = OFF;"
                              "PRAGMA cell_size_check = ON;";

/* For files of others: schemas and pages are doubted. */
static const char pragmas_to_read[] = "PRAGMA temp_store = MEMORY;"
                                      "PRAGMA mmap_size = 0;"
                                      "PRAGMA trusted_schema = OFF;"
                                      "PRAGMA cell_size_check = ON;"
                                      "PRAGMA query_only = ON;";

/* Another program that looks at the file may hold it for a moment. */
enum { BUSY_TIMEOUT_MS = 900 };

static Err err_of_errno(int number) {
    switch (number) {
    case EACCES:
    case EPERM:
    case EROFS: return ERR_DENIED;
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return ERR_FULL;
    default: return ERR_IO;
    }
}

/* SQLite asks the system late, when another call may have overwritten the number; the file keeps
 * it. */
static Err err_of_disk(sqlite3 *db) {
    int number = 0;
    if (!db) {
        return ERR_IO;
    }
    Err err = err_of_errno(sqlite3_system_errno(db));
    if (err == ERR_IO &&
        sqlite3_file_control(db, "main", SQLITE_FCNTL_LAST_ERRNO, &number) == SQLITE_OK) {
        err = err_of_errno(number);
    }
    return err;
}

/* SQLite tries a file that can't be made once more as one to read, and the system's number then
 * says only that there is none. Making another beside it tells why. */
static Err err_of_making(sqlite3 *db) {
    char beside[STORE_PATH_MAX];
    bool may_write = db && sqlite3_db_readonly(db, "main") == 0;
    const char *path = may_write ? sqlite3_db_filename(db, "main") : NULL;
    if (!path || !folder_beside(beside, path, ".new")) {
        return ERR_IO;
    }
    int file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        return errno == ENOENT ? ERR_NOT_FOUND : err_of_errno(errno);
    }
    close(file);
    unlink(beside);
    return ERR_IO;
}

static Err err_of_opening(sqlite3 *db) {
    Err err = err_of_disk(db);
    return err == ERR_IO ? err_of_making(db) : err;
}

Err connection_err(sqlite3 *db, int code) {
    switch (code & 0xff) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE: return ERR_OK;
    case SQLITE_FULL: return ERR_FULL;
    case SQLITE_NOMEM: return ERR_MEMORY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ERR_LOCKED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return ERR_DENIED;
    case SQLITE_ERROR: /* our SQL is fixed: a table or column is missing */
    case SQLITE_SCHEMA:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG: return ERR_FORMAT;
    case SQLITE_CANTOPEN: return err_of_opening(db);
    case SQLITE_IOERR: return code == SQLITE_IOERR_NOMEM ? ERR_MEMORY : err_of_disk(db);
    default: return ERR_IO;
    }
}

static const char *open_sentence(Err err) {
    switch (err) {
    case ERR_FULL: return "The disk is full. Make some room and start again.";
    case ERR_DENIED: return "The file can’t be written: it, or its folder, is read-only.";
    case ERR_LOCKED: return "Another program holds the file. Close it and start again.";
    case ERR_FORMAT: return "The file is damaged.";
    case ERR_MEMORY: return "There isn’t enough memory to open the file.";
    case ERR_OK:
    case ERR_NOT_FOUND:
    case ERR_IO:
    case ERR_TOO_NEW:
    case ERR_UNAVAILABLE: break;
    }
    return "The disk didn’t answer as it should.";
}

Err connection_explain(sqlite3 *db, int code, const char *path, Diag *diag) {
    Err err = connection_err(db, code);
    if (err == ERR_OK) {
        return ERR_OK;
    }
    return diag_set(diag, err, path, 0, 0, "%s (%s)", open_sentence(err), sqlite3_errstr(code));
}

static const char *save_cause(Err err) {
    switch (err) {
    case ERR_FULL: return "The disk is full.";
    case ERR_DENIED: return "The folder can’t be written to.";
    case ERR_LOCKED: return "Another program holds the file.";
    case ERR_FORMAT: return "The file doesn’t take it.";
    case ERR_MEMORY: return "There isn’t enough memory.";
    case ERR_NOT_FOUND: return "The folder is gone.";
    case ERR_OK:
    case ERR_IO:
    case ERR_TOO_NEW:
    case ERR_UNAVAILABLE: break;
    }
    return "The disk didn’t take it.";
}

Err connection_explain_save(Err err, const char *path, Diag *diag) {
    return diag_set(diag, err, path, 0, 0,
                    "%s Your earlier evenings are safe; this one isn’t saved yet.",
                    save_cause(err));
}

Err connection_run(sqlite3 *db, const char *sql, const char *path, Diag *diag) {
    return connection_explain(db, sqlite3_exec(db, sql, NULL, NULL, NULL), path, diag);
}

Err connection_ask(sqlite3 *db, const char *sql, int64_t *answer, const char *path, Diag *diag) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    if (code == SQLITE_OK) {
        code = sqlite3_step(statement);
    }
    if (code == SQLITE_ROW) {
        *answer = sqlite3_column_int64(statement, 0);
    }
    Err err = code == SQLITE_DONE ? ERR_NOT_FOUND : connection_explain(db, code, path, diag);
    sqlite3_finalize(statement);
    return err;
}

Err connection_check(sqlite3 *db, const char *path, Diag *diag) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, "PRAGMA integrity_check(1)", -1, &statement, NULL);
    if (code == SQLITE_OK) {
        code = sqlite3_step(statement);
    }
    bool is_sound = false;
    if (code == SQLITE_ROW) {
        const unsigned char *text = sqlite3_column_text(statement, 0);
        is_sound = text && strcmp((const char *)text, "ok") == 0;
    }
    Err err = connection_explain(db, code, path, diag);
    sqlite3_finalize(statement);
    if (err == ERR_OK && !is_sound) {
        return connection_explain(db, SQLITE_CORRUPT, path, diag);
    }
    return err;
}

static Err set_up(Connection *connection, const char *path, Diag *diag) {
    sqlite3 *db = connection->db;
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, BUSY_TIMEOUT_MS);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    Err err = connection_explain(db, sum_register(db), path, diag);
    err = err ? err : connection_run(db, pragmas, path, diag);
    if (err == ERR_OK && sqlite3_db_readonly(db, "main")) {
        err = connection_explain(db, SQLITE_READONLY, path, diag);
    }
    return err;
}

Err connection_open(Connection *connection, const char *path, Diag *diag) {
    *connection = (Connection){0};
    /* FULLMUTEX: facts are read on the caller's thread while the store's thread makes the backup.
     */
    int code =
        sqlite3_open_v2(path, &connection->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, NULL);
    Err err = connection_explain(connection->db, code, path, diag);
    if (err == ERR_OK) {
        err = set_up(connection, path, diag);
    }
    if (err != ERR_OK) {
        connection_close(connection);
    }
    return err;
}

Err connection_open_to_read(Connection *connection, const char *path, Diag *diag) {
    *connection = (Connection){0};
    int code =
        sqlite3_open_v2(path, &connection->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_FULLMUTEX, NULL);
    if (code == SQLITE_OK) {
        sqlite3_extended_result_codes(connection->db, 1);
        sqlite3_busy_timeout(connection->db, BUSY_TIMEOUT_MS);
        code = sqlite3_exec(connection->db, pragmas_to_read, NULL, NULL, NULL);
    }
    Err err = connection_explain(connection->db, code, path, diag);
    if (err != ERR_OK) {
        connection_close(connection);
    }
    return err;
}

void connection_close(Connection *connection) {
    sqlite3_finalize(connection->insert);
    sqlite3_finalize(connection->last_seq);
    sqlite3_close(connection->db);
    *connection = (Connection){0};
}
