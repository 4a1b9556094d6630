/* SPDX-License-Identifier: MIT */
/* The sum that is kept with each fact, so that a bit that flips inside a row is noticed.
 *
 * SQLite's own checks see a broken tree, not a changed value. Part of the file format: never
 * change what goes in, or in which order. */
#define _GNU_SOURCE /* strnlen */
#include "store_parts.h"

#include "hash.h"
#include "text.h"

#include <string.h>

enum { SUM_ARGUMENTS = 16 };

/* Least significant byte first, whatever the machine. */
static uint64_t add_int(uint64_t hash, int64_t value) {
    unsigned char bytes[8];
    for (int i = 0; i < 8; i++) {
        bytes[i] = (unsigned char)((uint64_t)value >> (8 * i));
    }
    return hash_bytes(hash, bytes, sizeof bytes);
}

/* The length too, so that a letter can't wander from one text into the next. */
static uint64_t add_text(uint64_t hash, const char *text, size_t size) {
    size_t length = strnlen(text, size);
    return hash_bytes(add_int(hash, (int64_t)length), text, length);
}

int64_t sum_of_fact(const Fact *fact) {
    uint64_t hash = hash_bytes(HASH_START, fact->id, sizeof fact->id);
    hash = add_int(hash, fact->device);
    hash = add_int(hash, fact->seq);
    hash = add_int(hash, (int64_t)fact->kind);
    hash = add_int(hash, fact->rules_version);
    hash = add_int(hash, fact->utc_ms);
    hash = add_int(hash, fact->offset_min);
    hash = add_int(hash, fact->day);
    for (int i = 0; i < FACT_VALUES; i++) {
        hash = add_int(hash, fact->values[i]);
    }
    hash = add_text(hash, fact->subject, sizeof fact->subject);
    return (int64_t)add_text(hash, fact->text, sizeof fact->text);
}

static void copy_text(char *out, size_t size, sqlite3_value *value) {
    const unsigned char *text = sqlite3_value_text(value);
    text_copy(out, size, text ? (const char *)text : "");
}

static void sql_fact_sum(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    Fact fact = {0};
    const void *id = sqlite3_value_blob(values[0]);
    if (id && sqlite3_value_bytes(values[0]) == (int)sizeof fact.id) {
        memcpy(fact.id, id, sizeof fact.id);
    }
    fact.device = sqlite3_value_int64(values[1]);
    fact.seq = sqlite3_value_int64(values[2]);
    fact.kind = (FactKind)sqlite3_value_int(values[3]);
    fact.rules_version = sqlite3_value_int(values[4]);
    fact.utc_ms = sqlite3_value_int64(values[5]);
    fact.offset_min = sqlite3_value_int(values[6]);
    fact.day = sqlite3_value_int(values[7]);
    for (int i = 0; i < FACT_VALUES; i++) {
        fact.values[i] = sqlite3_value_int(values[8 + i]);
    }
    copy_text(fact.subject, sizeof fact.subject, values[14]);
    copy_text(fact.text, sizeof fact.text, values[15]);
    sqlite3_result_int64(context, sum_of_fact(&fact));
}

int sum_register(sqlite3 *db) {
    return sqlite3_create_function(db, "fact_sum", SUM_ARGUMENTS,
                                   SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, sql_fact_sum, NULL,
                                   NULL);
}
