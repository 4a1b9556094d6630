/* SPDX-License-Identifier: MIT */
/* What the store's tests share. */
#define _GNU_SOURCE /* mkdtemp, nftw */
#include "store_kit.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int remove_entry(const char *path, const struct stat *info, int type, struct FTW *walk) {
    (void)info;
    (void)type;
    (void)walk;
    return remove(path);
}

int kit_set_up(void **state) {
    Kit *kit = calloc(1, sizeof *kit);
    const char *chosen = getenv("TMPDIR");
    /* Thousands of commits are quick in memory; what a disk may do wrong is done by the shim. */
    const char *usual = access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(kit->root, sizeof kit->root, "%s/tb-store-XXXXXX", chosen ? chosen : usual);
    if (!mkdtemp(kit->root)) {
        free(kit);
        return -1;
    }
    snprintf(kit->folder, sizeof kit->folder, "%s/our evenings, été ’24 %%", kit->root);
    *state = kit;
    return 0;
}

void kit_wipe(const char *folder) {
    (void)nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

int kit_tear_down(void **state) {
    Kit *kit = *state;
    int failed = nftw(kit->root, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
    free(kit);
    return failed;
}

Fact kit_fact(int i) {
    static const char *const texts[] = {"", "Ada\nshe/her", "“Look, a heron!” 🪨",
                                        "línea, ’quote’; --"};
    Fact fact = {0};
    fact.kind = (FactKind)(1 + i % 9);
    fact.rules_version = FACT_RULES_VERSION + i % 2;
    fact.utc_ms = INT64_C(1767225600000) + (int64_t)i * 86400000 - (i % 3 == 2 ? INT64_MAX / 2 : 0);
    fact.offset_min = i % 2 ? -210 : 840;
    fact.day = 20454 + i;
    for (int v = 0; v < FACT_VALUES; v++) {
        fact.values[v] = v == 0 ? INT32_MIN + i : v == 1 ? INT32_MAX - i : i * v - 7;
    }
    snprintf(fact.subject, sizeof fact.subject, "van-to-the-sea-%d", i);
    snprintf(fact.text, sizeof fact.text, "%s", texts[i % 4]);
    return fact;
}

void kit_assert_same(const Fact *stored, const Fact *given) {
    assert_int_equal(stored->kind, given->kind);
    assert_int_equal(stored->rules_version, given->rules_version);
    assert_int_equal(stored->utc_ms, given->utc_ms);
    assert_int_equal(stored->offset_min, given->offset_min);
    assert_int_equal(stored->day, given->day);
    assert_memory_equal(stored->values, given->values, sizeof given->values);
    assert_string_equal(stored->subject, given->subject);
    assert_string_equal(stored->text, given->text);
}

Store *kit_open(const char *folder) {
    Store *store = NULL;
    Diag diag;
    Err err = store_open(folder, &store, &diag);
    assert_string_equal(diag.message, "");
    assert_int_equal(err, ERR_OK);
    return store;
}

Err kit_commit(Store *store, const Fact *facts, int count, const char *bookmark, Diag *diag) {
    Err err = ERR_UNAVAILABLE;
    int ticket = store_append(store, facts, count, bookmark);
    assert_true(ticket > 0);
    store_flush(store);
    assert_int_equal(store_poll(store, &err, diag), ticket);
    return err;
}

void kit_append(Store *store, int first, int count) {
    for (int i = first; i < first + count; i++) {
        Fact fact = kit_fact(i);
        assert_int_equal(kit_commit(store, &fact, 1, NULL, NULL), ERR_OK);
    }
}

static void collect(void *context, const Fact *fact) {
    KitFacts *facts = context;
    assert_true(facts->count < KIT_FACTS_MAX);
    facts->items[facts->count++] = *fact;
}

void kit_load(Store *store, KitFacts *facts) {
    facts->count = 0;
    Diag diag;
    assert_int_equal(store_load(store, collect, facts, &diag), ERR_OK);
}

void kit_assert_facts(Store *store, KitFacts *facts, int count) {
    kit_load(store, facts);
    assert_int_equal(facts->count, count);
    for (int i = 0; i < count; i++) {
        Fact given = kit_fact(i);
        kit_assert_same(&facts->items[i], &given);
        assert_int_equal(facts->items[i].seq, i + 1);
        assert_int_equal(facts->items[i].device, facts->items[0].device);
        assert_false(rows_id_is_zero(facts->items[i].id));
    }
}

unsigned char *kit_read(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    rewind(file);
    unsigned char *bytes = malloc(*size + 1);
    assert_int_equal(fread(bytes, 1, *size, file), *size);
    fclose(file);
    return bytes;
}

void kit_write(const char *path, const void *bytes, size_t size) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

void kit_copy(const char *from, const char *to) {
    size_t size;
    unsigned char *bytes = kit_read(from, &size);
    kit_write(to, bytes, size);
    free(bytes);
}

bool kit_exists(const char *folder, const char *name) {
    return access(kit_path(folder, name), F_OK) == 0;
}

int kit_mode(const char *path) {
    struct stat info;
    assert_int_equal(stat(path, &info), 0);
    return (int)(info.st_mode & 07777);
}

char *kit_path(const char *folder, const char *name) {
    static char paths[4][KIT_PATH_MAX];
    static int next;
    char *path = paths[next++ % 4];
    assert_true(folder_join(path, folder, name));
    return path;
}

void kit_sql(const char *path, const char *sql) {
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

void kit_assert_refused_untouched(Kit *kit, Err wanted, const char *words) {
    const char *path = kit_path(kit->folder, "tiny-bridges.db");
    size_t size_before, size_after;
    unsigned char *before = kit_read(path, &size_before);
    Store *store;
    Diag diag;
    assert_int_equal(store_open(kit->folder, &store, &diag), wanted);
    assert_null(store);
    assert_non_null(strstr(diag.message, words));
    unsigned char *after = kit_read(path, &size_after);
    assert_int_equal(size_before, size_after);
    assert_memory_equal(before, after, size_after);
    free(before);
    free(after);
    assert_false(kit_exists(kit->folder, "damaged-1.db"));
    assert_false(kit_exists(kit->folder, "tiny-bridges.db-journal"));
    assert_false(kit_exists(kit->folder, "tiny-bridges.db.new"));
}

int64_t kit_ask(const char *path, const char *sql) {
    Connection connection;
    int64_t answer = -1;
    assert_int_equal(connection_open(&connection, path, NULL), ERR_OK);
    assert_int_equal(connection_ask(connection.db, sql, &answer, path, NULL), ERR_OK);
    connection_close(&connection);
    return answer;
}

/* DEPENDENCIES.md, the last lines: what keeps an acknowledged commit on the disk. */
