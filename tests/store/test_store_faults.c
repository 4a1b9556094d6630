/* SPDX-License-Identifier: MIT */
/* Disks that fail or fill up: each changing operation once, and what was acknowledged stays. */
#define _GNU_SOURCE /* setrlimit */
#include "store_faults.h"
#include "store_kit.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

enum { OPERATIONS_MAX = 400 };

static const FaultPlan kinds[] = {
    {.code = SQLITE_IOERR_WRITE},
    {.code = SQLITE_IOERR_WRITE, .for_ever = true},
    {.code = SQLITE_FULL},
    {.code = SQLITE_FULL, .for_ever = true},
    {.code = SQLITE_IOERR_FSYNC, .when_done = true}, /* done, and nevertheless reported */
};

/* Runs `try` for the n-th operation, n = 1, 2, ..., until there is no n-th, for each kind of fault.
 */
static void for_each_fault(Kit *kit, void (*attempt)(Kit *kit, const char *folder, FaultPlan plan,
                                                     bool *was_reached)) {
    for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
        bool was_reached = true;
        int n = 0;
        while (was_reached) {
            char folder[KIT_PATH_MAX];
            FaultPlan plan = kinds[kind];
            plan.at = ++n;
            assert_true(n < OPERATIONS_MAX);
            snprintf(folder, sizeof folder, "%s/%zu-%d", kit->folder, kind, n);
            attempt(kit, folder, plan, &was_reached);
        }
        assert_true(n > 3);
    }
}

static void attempt_append(Kit *kit, const char *folder, FaultPlan plan, bool *was_reached) {
    Store *store = kit_open(folder);
    kit_append(store, 0, 1);
    Fact three[3] = {kit_fact(1), kit_fact(2), kit_fact(3)};
    store_give_ids(three, 3);
    Diag diag;
    faults_arm(plan);
    Err err = kit_commit(store, three, 3, "here", &diag);
    *was_reached = faults_disarm();
    assert_true(err == ERR_OK || diag.message[0] != '\0');
    kit_assert_facts(store, &kit->facts, err == ERR_OK ? 4 : 1); /* whole or not at all */
    if (err != ERR_OK) {
        assert_true(*was_reached);
        assert_int_equal(kit_commit(store, three, 3, "here", &diag), ERR_OK);
    }
    kit_append(store, 4, 1);
    store_close(store);
    store = kit_open(folder);
    kit_assert_facts(store, &kit->facts, 5);
    store_close(store);
}

static void test_appending(void **state) {
    for_each_fault(*state, attempt_append);
}

/* A failed transaction that isn't tried again leaves no trace, also after the next start. */
static void attempt_append_and_leave(Kit *kit, const char *folder, FaultPlan plan,
                                     bool *was_reached) {
    Store *store = kit_open(folder);
    kit_append(store, 0, 1);
    Fact fact = kit_fact(1);
    faults_arm(plan);
    Err err = kit_commit(store, &fact, 1, NULL, NULL);
    if (err != ERR_OK) { /* still failing, or good again */
        Fact next = kit_fact(1);
        err = kit_commit(store, &next, 1, NULL, NULL);
    }
    store_close(store);
    *was_reached = faults_disarm();
    store = kit_open(folder);
    kit_assert_facts(store, &kit->facts, err == ERR_OK ? 2 : 1);
    store_close(store);
}

static void test_appending_and_leaving(void **state) {
    for_each_fault(*state, attempt_append_and_leave);
}

static void attempt_first_open(Kit *kit, const char *folder, FaultPlan plan, bool *was_reached) {
    Store *store;
    Diag diag;
    faults_arm(plan);
    Err err = store_open(folder, &store, &diag);
    *was_reached = faults_disarm();
    if (err == ERR_OK) {
        assert_string_equal(diag.message, "");
        store_close(store);
    } else {
        assert_true(diag.message[0] != '\0');
    }
    store = kit_open(folder);
    kit_append(store, 0, 1);
    kit_assert_facts(store, &kit->facts, 1);
    store_close(store);
}

static void test_making_the_file(void **state) {
    for_each_fault(*state, attempt_first_open);
}

static void attempt_rescue(Kit *kit, const char *folder, FaultPlan plan, bool *was_reached) {
    Store *store = kit_open(folder);
    kit_append(store, 0, 3);
    store_close(store);
    char path[KIT_PATH_MAX];
    snprintf(path, sizeof path, "%s/tiny-bridges.db", folder);
    size_t size;
    unsigned char *bytes = kit_read(path, &size);
    memset(bytes + 100, 0xff, 1000);
    kit_write(path, bytes, size);
    free(bytes);
    faults_arm(plan);
    Diag diag;
    Err err = store_open(folder, &store, &diag);
    if (err == ERR_OK) {
        store_close(store);
    }
    *was_reached = faults_disarm();
    err = store_open(folder, &store, &diag);
    assert_int_equal(err, ERR_OK);
    kit_assert_facts(store, &kit->facts, 3);
    store_close(store);
}

static void test_rescuing(void **state) {
    for_each_fault(*state, attempt_rescue);
}

static void attempt_migration(Kit *kit, const char *folder, FaultPlan plan, bool *was_reached) {
    const char *const sql[] = {schema_steps.sql[0], schema_steps.sql[1],
                               "ALTER TABLE fact ADD COLUMN zone TEXT NOT NULL DEFAULT '';"
                               "UPDATE fact SET zone = 'UTC';"};
    Store *store = kit_open(folder);
    kit_append(store, 0, 3);
    store_close(store);
    char path[KIT_PATH_MAX];
    snprintf(path, sizeof path, "%s/tiny-bridges.db", folder);
    Connection connection;
    assert_int_equal(connection_open(&connection, path, NULL), ERR_OK);
    faults_arm(plan);
    Err err = schema_migrate(connection.db, folder, path, (SchemaSteps){sql, 3}, NULL);
    *was_reached = faults_disarm();
    connection_close(&connection);
    assert_true(err == ERR_OK || *was_reached);
    int64_t version = 0;
    assert_int_equal(connection_open(&connection, path, NULL), ERR_OK);
    assert_int_equal(connection_check(connection.db, path, NULL), ERR_OK);
    assert_int_equal(connection_ask(connection.db, "PRAGMA user_version", &version, path, NULL),
                     ERR_OK);
    connection_close(&connection);
    assert_true(version == 2 || version == 3);
    if (version == 2) {
        store = kit_open(folder);
        kit_assert_facts(store, &kit->facts, 3);
        store_close(store);
    }
}

static void test_migrating(void **state) {
    for_each_fault(*state, attempt_migration);
}

static void attempt_backup(Kit *kit, const char *folder, FaultPlan plan, bool *was_reached) {
    Store *store = kit_open(folder);
    kit_append(store, 0, 3);
    store_close(store);
    char backup[KIT_PATH_MAX];
    snprintf(backup, sizeof backup, "%s/backups/2026-01-03.db", folder);
    faults_arm(plan);
    store = kit_open(folder);
    store_flush(store);
    Err err = store_backup_outcome(store, NULL);
    *was_reached = faults_disarm();
    assert_int_equal(err == ERR_OK, kit_exists(folder, "backups/2026-01-03.db"));
    kit_append(store, 3, 1);
    kit_assert_facts(store, &kit->facts, 4);
    store_close(store);
}

static void test_backing_up(void **state) {
    for_each_fault(*state, attempt_backup);
}

/* Appends until the disk says no; gives how many were acknowledged. */
static int append_until_full(Store *store, int first) {
    for (int i = first;; i++) {
        Diag diag;
        Fact fact = kit_fact(i);
        assert_true(i < KIT_FACTS_MAX);
        Err err = kit_commit(store, &fact, 1, NULL, &diag);
        if (err != ERR_OK) {
            assert_int_equal(err, ERR_FULL);
            assert_string_equal(diag.message, "The disk is full. Your earlier evenings are safe; "
                                              "this one isn’t saved yet.");
            return i;
        }
    }
}

/* No file may grow beyond 60 kB: a full disk as the system itself reports one. */
static void test_a_full_disk(void **state) {
    Kit *kit = *state;
    struct rlimit before, small;
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, 1);
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small = before;
    small.rlim_cur = 60000;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    int saved = append_until_full(store, 1);
    assert_int_equal(append_until_full(store, saved), saved); /* still full, still tried */
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    signal(SIGXFSZ, handler);
    kit_assert_facts(store, &kit->facts, saved);
    kit_append(store, saved, 5); /* room again */
    store_close(store);
    store = kit_open(kit->folder);
    kit_assert_facts(store, &kit->facts, saved + 5);
    store_close(store);
}

/* Full before the game starts: what is there can be read. */
static void test_opening_on_a_full_disk(void **state) {
    Kit *kit = *state;
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, 5);
    store_close(store);
    faults_arm((FaultPlan){.at = 1, .for_ever = true, .code = SQLITE_FULL});
    store = kit_open(kit->folder);
    kit_assert_facts(store, &kit->facts, 5);
    assert_int_equal(append_until_full(store, 5), 5);
    store_close(store);
    faults_disarm();
    store = kit_open(kit->folder);
    kit_assert_facts(store, &kit->facts, 5);
    store_close(store);
}

static int install(void **state) {
    (void)state;
    faults_install();
    return 0;
}

int main(void) {
    const struct CMUnitTest all[] = {
        KIT_TEST(test_appending),       KIT_TEST(test_appending_and_leaving),
        KIT_TEST(test_making_the_file), KIT_TEST(test_rescuing),
        KIT_TEST(test_migrating),       KIT_TEST(test_backing_up),
        KIT_TEST(test_a_full_disk),     KIT_TEST(test_opening_on_a_full_disk),
    };
    return cmocka_run_group_tests(all, install, NULL);
}
