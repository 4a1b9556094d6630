/* SPDX-License-Identifier: MIT */
/* Damaged files: what can be read is read, what the backup has comes back, the rest is kept aside.
 */
#include "store_kit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FACTS = 300 };

/* A file of many pages; `path` and its bytes as they were. */
typedef struct Whole {
    char path[KIT_PATH_MAX];
    unsigned char *bytes;
    size_t size;
} Whole;

static Whole make_file(Kit *kit, int facts) {
    Whole whole;
    Fact many[STORE_FACTS_MAX];
    Store *store = kit_open(kit->folder);
    for (int i = 0; i < facts;) {
        int count = 0;
        while (count < STORE_FACTS_MAX && i < facts) {
            many[count++] = kit_fact(i++);
        }
        assert_int_equal(kit_commit(store, many, count, NULL, NULL), ERR_OK);
    }
    snprintf(whole.path, sizeof whole.path, "%s", store_path(store));
    store_close(store);
    whole.bytes = kit_read(whole.path, &whole.size);
    return whole;
}

static void remove_backups(const char *folder) {
    Day days[64];
    char backups[KIT_PATH_MAX], path[STORE_PATH_MAX];
    snprintf(backups, sizeof backups, "%s/backups", folder);
    int count = rotation_list(backups, days, 64);
    for (int i = 0; i < count; i++) {
        assert_true(rotation_name(backups, days[i], path));
        unlink(path);
    }
    rmdir(backups);
}

static void remove_damaged(const char *folder) {
    char name[32];
    for (int i = 1; i <= 4; i++) {
        snprintf(name, sizeof name, "damaged-%d.db", i);
        unlink(kit_path(folder, name));
    }
}

/* Every fact that came back is one that was given, in its order. Gives how many. */
static int count_true_facts(Store *store, KitFacts *facts) {
    kit_load(store, facts);
    int64_t last = 0;
    for (int i = 0; i < facts->count; i++) {
        Fact given = kit_fact((int)facts->items[i].seq - 1);
        kit_assert_same(&facts->items[i], &given);
        assert_true(facts->items[i].seq > last);
        last = facts->items[i].seq;
    }
    return facts->count;
}

/* Opens what must be damaged: with a warning, the bytes kept aside, and a sound file afterwards. */
static int open_damaged(Kit *kit, const Whole *whole, size_t size) {
    Store *store;
    Diag diag;
    size_t kept_size;
    assert_int_equal(store_open(kit->folder, &store, &diag), ERR_OK);
    assert_non_null(strstr(diag.message, "was damaged"));
    assert_non_null(strstr(diag.message, "damaged-1.db"));
    unsigned char *kept = kit_read(kit_path(kit->folder, "damaged-1.db"), &kept_size);
    assert_int_equal(kept_size, size);
    free(kept);
    int count = count_true_facts(store, &kit->facts);
    Fact more = kit_fact(7);
    assert_int_equal(kit_commit(store, &more, 1, NULL, NULL), ERR_OK);
    store_close(store);
    store_close(kit_open(kit->folder)); /* no warning the second time */
    assert_int_equal(kit_mode(whole->path), 0600);
    return count;
}

static void test_truncated_files(void **state) {
    Kit *kit = *state;
    Whole whole = make_file(kit, FACTS);
    int most = 0;
    for (size_t size = 1; size < whole.size; size = size * 2 + 777) {
        remove_backups(kit->folder);
        remove_damaged(kit->folder);
        kit_write(whole.path, whole.bytes, size);
        int count = open_damaged(kit, &whole, size);
        assert_true(count >= most);
        most = count;
    }
    assert_true(most > FACTS / 3);
    free(whole.bytes);
}

static void test_one_lost_page_costs_its_own_facts_only(void **state) {
    Kit *kit = *state;
    Whole whole = make_file(kit, FACTS);
    unsigned char zeros[4096] = {0};
    for (size_t page = 1; page < whole.size / sizeof zeros; page++) {
        Store *store;
        Diag diag;
        unsigned char *bytes = malloc(whole.size);
        memcpy(bytes, whole.bytes, whole.size);
        memcpy(bytes + page * sizeof zeros, zeros, sizeof zeros);
        remove_backups(kit->folder);
        remove_damaged(kit->folder);
        kit_write(whole.path, bytes, whole.size);
        free(bytes);
        assert_int_equal(store_open(kit->folder, &store, &diag), ERR_OK);
        assert_non_null(strstr(diag.message, "was damaged"));
        assert_true(count_true_facts(store, &kit->facts) >= FACTS - 40); /* a page of rows */
        store_close(store);
    }
    free(whole.bytes);
}

/* Any one byte behind the header: the store opens, and what it gives can be worked with. */
static void test_flipped_bits(void **state) {
    Kit *kit = *state;
    Whole whole = make_file(kit, 60);
    int lost_at_most = 0;
    for (size_t at = 100; at < whole.size; at += 97) {
        Store *store;
        Diag diag;
        whole.bytes[at] ^= (unsigned char)(1u << (at % 8));
        remove_backups(kit->folder);
        remove_damaged(kit->folder);
        kit_write(whole.path, whole.bytes, whole.size);
        whole.bytes[at] ^= (unsigned char)(1u << (at % 8));
        assert_int_equal(store_open(kit->folder, &store, &diag), ERR_OK);
        kit_load(store, &kit->facts);
        int lost = 60 - kit->facts.count;
        lost_at_most = lost > lost_at_most ? lost : lost_at_most;
        store_close(store);
    }
    assert_true(lost_at_most <= 40);
    free(whole.bytes);
}

/* Bytes without any order: no more is asked than that the program lives, and says what it did. */
static void test_noise(void **state) {
    Kit *kit = *state;
    Whole whole = make_file(kit, 100);
    uint32_t noise = 12345;
    for (int round = 0; round < 60; round++) {
        unsigned char *bytes = malloc(whole.size);
        memcpy(bytes, whole.bytes, whole.size);
        for (int i = 0; i < 200; i++) {
            noise = noise * 1664525 + 1013904223;
            size_t at = 100 + (noise >> 4) % (whole.size - 100);
            bytes[at] = (unsigned char)(noise >> 24);
        }
        Store *store;
        Diag diag;
        remove_backups(kit->folder);
        remove_damaged(kit->folder);
        kit_write(whole.path, bytes, whole.size);
        free(bytes);
        assert_int_equal(store_open(kit->folder, &store, &diag), ERR_OK);
        kit_load(store, &kit->facts);
        store_close(store);
    }
    free(whole.bytes);
}

static void make_backup(Kit *kit) {
    Store *store = kit_open(kit->folder);
    store_flush(store);
    assert_int_equal(store_backup_outcome(store, NULL), ERR_OK);
    store_close(store);
}

/* Backup of 20 facts, 10 more since; then the file loses its head or its tail. */
static void test_backup_and_remains_together(void **state) {
    Kit *kit = *state;
    Whole early = make_file(kit, 20);
    free(early.bytes);
    make_backup(kit);
    Store *store = kit_open(kit->folder);
    kit_append(store, 20, 10);
    kit_load(store, &kit->facts);
    int64_t device = kit->facts.items[0].device;
    store_close(store);
    Whole whole = {.path = ""};
    snprintf(whole.path, sizeof whole.path, "%s", early.path);
    whole.bytes = kit_read(whole.path, &whole.size);
    memset(whole.bytes + 100, 0xff, 3000); /* the schema: SQLite can't read a thing any more */
    kit_write(whole.path, whole.bytes, whole.size);
    Diag diag;
    assert_int_equal(store_open(kit->folder, &store, &diag), ERR_OK);
    assert_non_null(strstr(diag.message, "30 of its entries"));
    assert_non_null(strstr(diag.message, "from the backup of 2026-01-20"));
    kit_assert_facts(store, &kit->facts, 30);
    kit_append(store, 30, 1); /* the same device, the next number */
    kit_assert_facts(store, &kit->facts, 31);
    assert_int_equal(kit->facts.items[30].device, device);
    store_close(store);
    free(whole.bytes);
}

static void test_a_damaged_backup_is_passed_over(void **state) {
    Kit *kit = *state;
    Whole whole = make_file(kit, 20);
    make_backup(kit);
    Store *store = kit_open(kit->folder);
    kit_append(store, 20, 1);
    store_close(store);
    make_backup(kit);
    kit_write(kit_path(kit->folder, "backups/2026-01-21.db"), whole.bytes, 6000);
    kit_write(whole.path, "", 0);
    Diag diag;
    assert_int_equal(store_open(kit->folder, &store, &diag), ERR_OK);
    assert_non_null(strstr(diag.message, "from the backup of 2026-01-20"));
    kit_assert_facts(store, &kit->facts, 20);
    store_close(store);
    free(whole.bytes);
}

static void test_a_vanished_file_comes_back_from_its_backup(void **state) {
    Kit *kit = *state;
    Whole whole = make_file(kit, 20);
    make_backup(kit);
    assert_int_equal(unlink(whole.path), 0);
    Store *store;
    Diag diag;
    assert_int_equal(store_open(kit->folder, &store, &diag), ERR_OK);
    assert_non_null(strstr(diag.message, "was gone. 20 of its entries"));
    assert_null(strstr(diag.message, "damaged-1"));
    kit_assert_facts(store, &kit->facts, 20);
    store_close(store);
    free(whole.bytes);
}

/* A journal of another time, beside a file that is made afresh, must not be played back into it. */
static void test_a_stale_journal_does_no_harm(void **state) {
    Kit *kit = *state;
    Whole whole = make_file(kit, 20);
    Connection connection;
    assert_int_equal(connection_open(&connection, whole.path, NULL), ERR_OK);
    assert_int_equal(connection_run(connection.db, "BEGIN; DELETE FROM fact", whole.path, NULL),
                     ERR_OK);
    sqlite3_db_cacheflush(connection.db);
    size_t size;
    unsigned char *journal = kit_read(kit_path(kit->folder, "tiny-bridges.db-journal"), &size);
    connection_close(&connection);
    assert_int_equal(unlink(whole.path), 0);
    kit_write(kit_path(kit->folder, "tiny-bridges.db-journal"), journal, size);
    free(journal);
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, 1);
    store_close(store);
    store = kit_open(kit->folder);
    kit_assert_facts(store, &kit->facts, 1);
    store_close(store);
    free(whole.bytes);
}

static void test_each_damaged_file_has_its_own_name(void **state) {
    Kit *kit = *state;
    Whole whole = make_file(kit, 20);
    Store *store;
    Diag diag;
    for (int i = 1; i <= 3; i++) {
        char name[32];
        kit_write(whole.path, whole.bytes, 5000);
        assert_int_equal(store_open(kit->folder, &store, &diag), ERR_OK);
        store_close(store);
        snprintf(name, sizeof name, "damaged-%d.db", i);
        assert_non_null(strstr(diag.message, name));
        assert_true(kit_exists(kit->folder, name));
    }
    free(whole.bytes);
}

int main(void) {
    const struct CMUnitTest all[] = {
        KIT_TEST(test_truncated_files),
        KIT_TEST(test_one_lost_page_costs_its_own_facts_only),
        KIT_TEST(test_flipped_bits),
        KIT_TEST(test_noise),
        KIT_TEST(test_backup_and_remains_together),
        KIT_TEST(test_a_damaged_backup_is_passed_over),
        KIT_TEST(test_a_vanished_file_comes_back_from_its_backup),
        KIT_TEST(test_a_stale_journal_does_no_harm),
        KIT_TEST(test_each_damaged_file_has_its_own_name),
    };
    return cmocka_run_group_tests(all, NULL, NULL);
}
