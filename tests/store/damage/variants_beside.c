/* SPDX-License-Identifier: MIT */
/* Damage that lies beside the file: journals of another day, journals that are missing, and what
 * programs leave behind that sync a folder. */
#include "variants_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SQL_MAX = 512 };

static void path_of(const Variant *variant, const char *name, char out[STORE_PATH_MAX]) {
    assert_true(folder_join(out, variant->folder, name));
}

static void lay_out(Variant *variant) {
    base_lay_out(variant->base, variant->folder, variant->bytes, variant->size);
}

static void put(const Variant *variant, const char *name, const void *bytes, size_t size) {
    char path[STORE_PATH_MAX];
    path_of(variant, name, path);
    kit_write(path, bytes, size);
}

static void put_noise(Variant *variant, const char *name, size_t size) {
    unsigned char *noise = malloc(size);
    for (size_t i = 0; i < size; i++) {
        noise[i] = (unsigned char)random_next(&variant->random);
    }
    put(variant, name, noise, size);
    free(noise);
}

static sqlite3 *open_raw(const char *path, const char *sql) {
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    return db;
}

/* What another program has under way in its own file: its journal or log comes to lie beside ours.
 */
static void put_foreign(const Variant *variant, const char *mode, const char *from,
                        const char *name) {
    char other[STORE_PATH_MAX], beside[STORE_PATH_MAX], sql[SQL_MAX];
    size_t size;
    path_of(variant, "other", other);
    snprintf(sql, sizeof sql,
             "PRAGMA journal_mode = %s; CREATE TABLE t (x); INSERT INTO t VALUES (zeroblob(9000));"
             "BEGIN; PRAGMA user_version = 5; UPDATE t SET x = randomblob(9000); INSERT INTO t "
             "VALUES (1);",
             mode);
    sqlite3 *db = open_raw(other, sql);
    sqlite3_db_cacheflush(db);
    if (strcmp(mode, "WAL") == 0) {
        assert_int_equal(sqlite3_exec(db, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
    }
    path_of(variant, from, beside);
    unsigned char *bytes = kit_read(beside, &size);
    sqlite3_close(db);
    put(variant, name, bytes, size);
    free(bytes);
    assert_int_equal(unlink(other), 0);
}

void variant_stale_journal(Variant *variant) {
    const Base *base = variant->base;
    static const char journal[] = "tiny-bridges.db-journal", log[] = "tiny-bridges.db-wal";
    size_t cut = (size_t)random_below(&variant->random, (int)base->old_journal_size);
    lay_out(variant);
    switch (variant->number % 8) {
    case 0: put(variant, journal, base->old_journal, base->old_journal_size); break;
    case 1: put(variant, journal, base->old_journal, cut); break;
    case 2: put_noise(variant, journal, 1 + cut); break;
    case 3: put(variant, journal, "", 0); break;
    case 4: put_foreign(variant, "DELETE", "other-journal", journal); break;
    case 5: put_foreign(variant, "WAL", "other-wal", log); break;
    case 6: put_noise(variant, log, 1 + cut); break;
    default:
        put(variant, log, "", 0);
        put_noise(variant, "tiny-bridges.db-shm", 32768);
        break;
    }
}

/* An evening that was being saved when the machine stopped: its pages are half there. */
static unsigned char *save_half(Variant *variant, const char *path, size_t *journal_size) {
    char journal[STORE_PATH_MAX];
    Connection connection;
    assert_true(folder_beside(journal, path, "-journal"));
    assert_int_equal(connection_open(&connection, path, NULL), ERR_OK);
    sqlite3 *db = connection.db;
    assert_int_equal(connection_run(db, "BEGIN IMMEDIATE", path, NULL), ERR_OK);
    assert_int_equal(rows_prepare_insert(db, &connection.insert), SQLITE_OK);
    int more = variant->number % 16;
    if (variant->number / 4 % 2) { /* so many that pages are written before the end */
        assert_int_equal(connection_run(db, "PRAGMA cache_size = 4", path, NULL), ERR_OK);
        more = 150;
    }
    for (int i = 0; i < 2 + more; i++) {
        Fact fact = base_fact(FACT_PLAY, BASE_EVENINGS + i);
        store_give_ids(&fact, 1);
        fact.device = variant->base->facts.items[0].device;
        fact.seq = variant->base->facts.count + 1 + i;
        assert_int_equal(rows_insert(connection.insert, 0, &fact), SQLITE_OK);
    }
    sqlite3_db_cacheflush(db);
    free(variant->bytes);
    variant->bytes = kit_read(path, &variant->size);
    unsigned char *bytes = kit_read(journal, journal_size);
    connection_close(&connection);
    return bytes;
}

void variant_torn_commit(Variant *variant) {
    char path[STORE_PATH_MAX];
    size_t size;
    lay_out(variant);
    path_of(variant, "tiny-bridges.db", path);
    unsigned char *journal = save_half(variant, path, &size);
    lay_out(variant);
    switch (variant->number % 4) {
    case 0: break; /* missing */
    case 1:
        put(variant, "tiny-bridges.db-journal", journal, size);
        variant->rolls_back = true;
        break;
    case 2:
        memset(journal, 0, 8);
        put(variant, "tiny-bridges.db-journal", journal, size);
        break;
    default:
        put(variant, "tiny-bridges.db-journal", journal,
            (size_t)random_below(&variant->random, (int)size));
        break;
    }
    free(journal);
}

static void put_copy(const Variant *variant, const char *name, const unsigned char *bytes,
                     size_t size) {
    put(variant, name, bytes, size);
}

/* As Dropbox, Syncthing, Nextcloud and people name them. */
static const char *const copy_names[] = {
    "tiny-bridges (Ada's conflicted copy 2026-11-02).db",
    "tiny-bridges.sync-conflict-20261102-101112-ABCDEFG.db",
    "tiny-bridges (conflicted copy 2026-11-02 101112).db",
    "tiny-bridges (1).db",
};

static void put_old_in_use(Variant *variant, const char *name) {
    char path[STORE_PATH_MAX];
    size_t size;
    const Base *base = variant->base;
    path_of(variant, "backups", path);
    snprintf(path + strlen(path), 64, "/%s", base->backups[0]);
    unsigned char *old = kit_read(path, &size);
    put(variant, "tiny-bridges.db", old, size);
    put_copy(variant, name, base->bytes, base->size);
    free(old);
}

static void put_damaged_copy(Variant *variant, const char *name) {
    unsigned char *bytes = malloc(variant->size);
    memcpy(bytes, variant->bytes, variant->size);
    for (int i = 0; i < 30; i++) {
        bytes[random_below(&variant->random, (int)variant->size)] ^= 0x20;
    }
    put_copy(variant, name, bytes, variant->size);
    free(bytes);
}

void variant_copies(Variant *variant) {
    const char *name = copy_names[variant->number / 8 % 4];
    char path[STORE_PATH_MAX];
    lay_out(variant);
    path_of(variant, name, path);
    switch (variant->number % 8) {
    case 0: put_copy(variant, name, variant->bytes, variant->size); break;
    case 1: put_old_in_use(variant, name); break;
    case 2: put_damaged_copy(variant, name); break;
    case 3: put_copy(variant, name, variant->bytes, variant->size / 3); break;
    case 4:
        put_copy(variant, name, variant->bytes, variant->size);
        kit_sql(path, "PRAGMA user_version = 99; CREATE TABLE later (x)");
        break;
    case 5: put_copy(variant, name, (const unsigned char *)"Dear diary", 10); break;
    case 6:
        kit_sql(path, "CREATE TABLE fact (id, place, kind); INSERT INTO fact VALUES (1, 2, 3)");
        break;
    default:
        for (int i = 0; i < 20; i++) {
            char many[64];
            snprintf(many, sizeof many, "tiny-bridges (%d).db", i);
            put_copy(variant, many, variant->bytes, i % 2 ? 0 : variant->size);
        }
        break;
    }
}
