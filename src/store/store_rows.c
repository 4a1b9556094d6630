/* SPDX-License-Identifier: MIT */
/* Facts as rows of the table, and rows as facts. */
#define _GNU_SOURCE /* strnlen, getrandom */
#include "store_parts.h"

#include "text.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

/* One list, so that binding and reading can't fall out of step. */
#define ROW_COLUMNS                                                                                \
    "place, id, device, seq, kind, rules_version, utc_ms, offset_min, day, "                       \
    "v0, v1, v2, v3, v4, v5, subject, text"
#define ROW_MARKS " (" ROW_COLUMNS ", sum) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"

/* Each device's facts in its order of recording, the devices put together by the clock as far as
 * each one's has come: the same for whoever imported whom (streak.h asks for one fixed way). */
#define ROW_ORDER                                                                                  \
    " FROM fact ORDER BY max(utc_ms) OVER (PARTITION BY device ORDER BY seq), device, seq"

enum {
    COLUMN_PLACE,
    COLUMN_ID,
    COLUMN_DEVICE,
    COLUMN_SEQ,
    COLUMN_KIND,
    COLUMN_RULES,
    COLUMN_UTC,
    COLUMN_OFFSET,
    COLUMN_DAY,
    COLUMN_VALUES,
    COLUMN_SUBJECT = COLUMN_VALUES + FACT_VALUES,
    COLUMN_TEXT,
    COLUMN_SUM
};

enum { SCHEMA_WITH_SUM = 2 };

int rows_prepare_insert(sqlite3 *db, sqlite3_stmt **insert) {
    return sqlite3_prepare_v3(db, "INSERT INTO fact" ROW_MARKS " ON CONFLICT (id) DO NOTHING", -1,
                              SQLITE_PREPARE_PERSISTENT, insert, NULL);
}

int rows_prepare_last_seq(sqlite3 *db, sqlite3_stmt **last_seq) {
    return sqlite3_prepare_v3(db, "SELECT max(seq) FROM fact WHERE device = ?", -1,
                              SQLITE_PREPARE_PERSISTENT, last_seq, NULL);
}

int rows_last_seq(sqlite3_stmt *last_seq, int64_t device, int64_t *seq) {
    sqlite3_bind_int64(last_seq, 1, device);
    *seq = sqlite3_step(last_seq) == SQLITE_ROW ? sqlite3_column_int64(last_seq, 0) : 0;
    return sqlite3_reset(last_seq);
}

bool rows_has_id(sqlite3 *db, const uint8_t id[16]) {
    sqlite3_stmt *row = NULL;
    if (sqlite3_prepare_v2(db, "SELECT 1 FROM fact WHERE id = ?", -1, &row, NULL) != SQLITE_OK) {
        return false;
    }
    sqlite3_bind_blob(row, 1, id, 16, SQLITE_STATIC);
    bool has = sqlite3_step(row) == SQLITE_ROW;
    sqlite3_finalize(row);
    return has;
}

static void bind_text(sqlite3_stmt *insert, int column, const char *text, size_t size) {
    sqlite3_bind_text(insert, column + 1, text, (int)strnlen(text, size), SQLITE_STATIC);
}

int rows_insert(sqlite3_stmt *insert, int64_t place, const Fact *fact) {
    if (place > 0) {
        sqlite3_bind_int64(insert, COLUMN_PLACE + 1, place);
    } else {
        sqlite3_bind_null(insert, COLUMN_PLACE + 1);
    }
    sqlite3_bind_blob(insert, COLUMN_ID + 1, fact->id, sizeof fact->id, SQLITE_STATIC);
    sqlite3_bind_int64(insert, COLUMN_DEVICE + 1, fact->device);
    sqlite3_bind_int64(insert, COLUMN_SEQ + 1, fact->seq);
    sqlite3_bind_int(insert, COLUMN_KIND + 1, (int)fact->kind);
    sqlite3_bind_int(insert, COLUMN_RULES + 1, fact->rules_version);
    sqlite3_bind_int64(insert, COLUMN_UTC + 1, fact->utc_ms);
    sqlite3_bind_int(insert, COLUMN_OFFSET + 1, fact->offset_min);
    sqlite3_bind_int(insert, COLUMN_DAY + 1, fact->day);
    for (int i = 0; i < FACT_VALUES; i++) {
        sqlite3_bind_int(insert, COLUMN_VALUES + i + 1, fact->values[i]);
    }
    bind_text(insert, COLUMN_SUBJECT, fact->subject, sizeof fact->subject);
    bind_text(insert, COLUMN_TEXT, fact->text, sizeof fact->text);
    sqlite3_bind_int64(insert, COLUMN_SUM + 1, sum_of_fact(fact));
    sqlite3_step(insert);
    int code = sqlite3_reset(insert);
    sqlite3_clear_bindings(insert);
    return code;
}

static void read_text(sqlite3_stmt *row, int column, char *out, size_t size) {
    const unsigned char *text = sqlite3_column_text(row, column);
    text_copy(out, size, text ? (const char *)text : "");
}

static void read_fact(sqlite3_stmt *row, Fact *fact) {
    memset(fact, 0, sizeof *fact);
    const void *id = sqlite3_column_blob(row, COLUMN_ID);
    if (id && sqlite3_column_bytes(row, COLUMN_ID) == (int)sizeof fact->id) {
        memcpy(fact->id, id, sizeof fact->id);
    }
    fact->device = sqlite3_column_int64(row, COLUMN_DEVICE);
    fact->seq = sqlite3_column_int64(row, COLUMN_SEQ);
    fact->kind = (FactKind)sqlite3_column_int(row, COLUMN_KIND);
    fact->rules_version = sqlite3_column_int(row, COLUMN_RULES);
    fact->utc_ms = sqlite3_column_int64(row, COLUMN_UTC);
    fact->offset_min = sqlite3_column_int(row, COLUMN_OFFSET);
    fact->day = sqlite3_column_int(row, COLUMN_DAY);
    for (int i = 0; i < FACT_VALUES; i++) {
        fact->values[i] = sqlite3_column_int(row, COLUMN_VALUES + i);
    }
    read_text(row, COLUMN_SUBJECT, fact->subject, sizeof fact->subject);
    read_text(row, COLUMN_TEXT, fact->text, sizeof fact->text);
}

static int each_row(sqlite3_stmt *row, bool has_sum, RowEach each, void *context, int *bad) {
    int code;
    while ((code = sqlite3_step(row)) == SQLITE_ROW) {
        Fact fact;
        read_fact(row, &fact);
        if (has_sum && sqlite3_column_int64(row, COLUMN_SUM) != sum_of_fact(&fact)) {
            (*bad)++;
        } else {
            each(context, sqlite3_column_int64(row, COLUMN_PLACE), &fact);
        }
    }
    return code;
}

Err rows_each(sqlite3 *db, RowEach each, void *context, int *bad, const char *path, Diag *diag) {
    int64_t version = 0;
    int found = 0;
    Err err = connection_ask(db, "PRAGMA user_version", &version, path, diag);
    if (err != ERR_OK) {
        return err;
    }
    bool has_sum = version >= SCHEMA_WITH_SUM;
    sqlite3_stmt *row = NULL;
    const char *sql = has_sum ? "SELECT " ROW_COLUMNS ", sum" ROW_ORDER
                              : "SELECT " ROW_COLUMNS ROW_ORDER;
    int code = sqlite3_prepare_v2(db, sql, -1, &row, NULL);
    if (code == SQLITE_OK) {
        code = each_row(row, has_sum, each, context, &found);
    }
    if (code == SQLITE_DONE && found > 0 && !bad) {
        code = SQLITE_CORRUPT;
    }
    err = connection_explain(db, code, path, diag);
    sqlite3_finalize(row);
    if (bad) {
        *bad = found;
    }
    return err;
}

Err rows_check_sums(sqlite3 *db, const char *path, Diag *diag) {
    int64_t bad = 0;
    Err err = connection_ask(db,
                             "SELECT count(*) FROM fact WHERE sum IS NOT fact_sum(" ROW_SUMMED ")",
                             &bad, path, diag);
    return err == ERR_OK && bad > 0 ? connection_explain(db, SQLITE_CORRUPT, path, diag) : err;
}

bool rows_id_is_zero(const uint8_t id[16]) {
    static const uint8_t zero[16];
    return memcmp(id, zero, sizeof zero) == 0;
}

/* Up to 256 bytes come whole from getrandom; SQLite's generator stands in on a kernel without. */
void rows_random(void *bytes, int count) {
    ssize_t got;
    do {
        got = getrandom(bytes, (size_t)count, 0);
    } while (got < 0 && errno == EINTR);
    if (got != count) {
        sqlite3_randomness(count, bytes);
    }
}

int64_t rows_random_device(void) {
    int64_t device = 0;
    while (device == 0) {
        rows_random(&device, (int)sizeof device);
        device &= INT64_MAX;
    }
    return device;
}
