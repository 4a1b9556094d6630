/* SPDX-License-Identifier: MIT */
/* A couple's folder after most of a year. */
#include "base.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

Fact base_fact(FactKind kind, int evening) {
    Fact fact = {.kind = kind,
                 .rules_version = FACT_RULES_VERSION,
                 .day = 20454 + evening,
                 .offset_min = evening % 90 < 45 ? 60 : 120,
                 .values = {3, 4, evening % 7, 0, evening, 1}};
    fact.utc_ms = (int64_t)fact.day * 86400000 + 72000000 + (int64_t)kind * 1000;
    snprintf(fact.subject, sizeof fact.subject, "card-%d-of-the-deck", evening * 7 % 60);
    snprintf(fact.text, sizeof fact.text, "%s", evening % 3 ? "" : "“Look, a heron!” 🪨");
    return fact;
}

static void play(Store *store, int first, int evenings) {
    for (int i = first; i < first + evenings; i++) {
        const Fact facts[] = {base_fact(FACT_CARD, i), base_fact(FACT_PLAY, i),
                              base_fact(FACT_CHALLENGE, i)};
        char bookmark[64];
        snprintf(bookmark, sizeof bookmark, "day %d card 2", 20454 + i);
        assert_int_equal(kit_commit(store, facts, i % 4 ? 2 : 3, bookmark, NULL), ERR_OK);
    }
}

/* At its commit each transaction changes the first page too, by its count. */
static void take_journal(Base *base) {
    char path[STORE_PATH_MAX], journal[STORE_PATH_MAX];
    sqlite3 *db;
    snprintf(path, sizeof path, "%s/tiny-bridges.db", base->folder);
    assert_true(folder_beside(journal, path, "-journal"));
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db,
                                  "BEGIN; PRAGMA user_version = 3; UPDATE fact SET v0 = 0, day = 0",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_db_cacheflush(db);
    base->old_journal = kit_read(journal, &base->old_journal_size);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void fill(Base *base) {
    enum { STARTS = 40 };
    const char *folder = base->folder;
    Store *store = kit_open(folder);
    play(store, 0, BASE_EVENINGS - STARTS);
    store_close(store);
    for (int i = BASE_EVENINGS - STARTS; i < BASE_EVENINGS; i++) {
        store = kit_open(folder);
        play(store, i, 1);
        store_flush(store);
        store_close(store);
        if (i == BASE_EVENINGS - STARTS / 2) {
            take_journal(base);
        }
    }
}

static void collect(void *context, const Fact *fact) {
    Base *base = context;
    assert_true(fact_list_add(&base->facts, fact));
    base->plays += fact->kind == FACT_PLAY;
}

/* Ten pages or so that nobody uses any more. */
static const char free_pages[] =
    "CREATE TABLE gone (x); "
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40) "
    "INSERT INTO gone SELECT randomblob(900) FROM n; DROP TABLE gone;";

static const char small_pages[] = "PRAGMA page_size = 512; VACUUM;";
static const char first_schema[] = "ALTER TABLE fact DROP COLUMN sum;"
                                   "ALTER TABLE meta DROP COLUMN machine;"
                                   "PRAGMA user_version = 1;";

static int by_name(const void *a, const void *b) {
    return strcmp(a, b);
}

static void list_backups(Base *base) {
    char path[STORE_PATH_MAX];
    snprintf(path, sizeof path, "%s/backups", base->folder);
    DIR *dir = opendir(path);
    assert_non_null(dir);
    const struct dirent *entry;
    while ((entry = readdir(dir)) != NULL) {
        if (strlen(entry->d_name) == 13) {
            assert_true(base->backup_count < BASE_BACKUPS_MAX);
            snprintf(base->backups[base->backup_count++], 16, "%.13s", entry->d_name);
        }
    }
    closedir(dir);
    qsort(base->backups, (size_t)base->backup_count, sizeof base->backups[0], by_name);
}

static uint32_t number(const unsigned char *bytes) {
    return journal_number(bytes);
}

static unsigned char *page_at(const Base *base, uint32_t page) {
    assert_true(page >= 1 && page <= (uint32_t)base->page_count);
    return base->bytes + (page - 1) * base->page_size;
}

static void mark_free(Base *base) {
    uint32_t trunk = number(base->bytes + 32);
    while (trunk != 0) {
        const unsigned char *page = page_at(base, trunk);
        base->kinds[trunk - 1] = PAGE_FREELIST;
        for (uint32_t i = 0; i < number(page + 4); i++) {
            base->kinds[number(page + 8 + 4 * (size_t)i) - 1] = PAGE_FREELIST;
        }
        trunk = number(page);
    }
}

static void mark_root(Base *base, const char *table) {
    char path[STORE_PATH_MAX], sql[128];
    snprintf(path, sizeof path, "%s/tiny-bridges.db", base->folder);
    snprintf(sql, sizeof sql, "SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
    base->kinds[kit_ask(path, sql) - 1] = PAGE_BOOKMARK;
}

/* What is neither a tree's page nor free can only be the rest of a row. */
static void mark_pages(Base *base) {
    base->page_count = (int)(base->size / base->page_size);
    assert_true(base->page_count <= BASE_PAGES_MAX);
    for (int i = 0; i < base->page_count; i++) {
        switch (base->bytes[(size_t)i * base->page_size]) {
        case 0x05: base->kinds[i] = PAGE_TABLE_INTERIOR; break;
        case 0x0d: base->kinds[i] = PAGE_TABLE_LEAF; break;
        case 0x02:
        case 0x0a: base->kinds[i] = PAGE_INDEX; break;
        default: base->kinds[i] = PAGE_OVERFLOW; break;
        }
    }
    mark_free(base);
    mark_root(base, "bookmark");
    mark_root(base, "meta");
    base->kinds[0] = PAGE_SCHEMA;
}

void base_make(Base *base, const char *folder, BaseForm form) {
    char path[STORE_PATH_MAX];
    *base = (Base){0};
    snprintf(base->folder, sizeof base->folder, "%s", folder);
    snprintf(path, sizeof path, "%s/tiny-bridges.db", folder);
    fill(base);
    Store *store = kit_open(folder);
    assert_int_equal(store_load(store, collect, base, NULL), ERR_OK);
    assert_int_equal(store_load_bookmark(store, base->bookmark, NULL), ERR_OK);
    store_close(store);
    list_backups(base);
    kit_sql(path, form == BASE_SMALL_PAGES ? small_pages : free_pages);
    if (form == BASE_SCHEMA_1) {
        kit_sql(path, first_schema);
    }
    base->bytes = kit_read(path, &base->size);
    base->page_size = (size_t)base->bytes[16] << 8 | base->bytes[17];
    mark_pages(base);
}

void base_free(Base *base) {
    free(base->bytes);
    free(base->old_journal);
    fact_list_free(&base->facts);
}

int base_page(const Base *base, PageKind kind, Random *random) {
    int found = -1, seen = 0;
    for (int i = 0; i < base->page_count; i++) {
        if (base->kinds[i] == kind && random_below(random, ++seen) == 0) {
            found = i;
        }
    }
    return found;
}

void base_lay_out(const Base *base, const char *folder, const unsigned char *bytes, size_t size) {
    char from[STORE_PATH_MAX], to[STORE_PATH_MAX];
    kit_wipe(folder);
    assert_int_equal(mkdir(folder, 0700), 0);
    snprintf(to, sizeof to, "%s/backups", folder);
    assert_int_equal(mkdir(to, 0700), 0);
    for (int i = 0; i < base->backup_count; i++) {
        snprintf(from, sizeof from, "%s/backups/%s", base->folder, base->backups[i]);
        snprintf(to, sizeof to, "%s/backups/%s", folder, base->backups[i]);
        assert_int_equal(link(from, to), 0);
    }
    if (bytes) {
        snprintf(to, sizeof to, "%s/tiny-bridges.db", folder);
        kit_write(to, bytes, size);
    }
}
