/* SPDX-License-Identifier: MIT */
/* Versions: old files open, newer ones are refused, and a copy is kept before each step. */
#include "store_kit.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static void test_newer_schema_is_refused(void **state) {
    Kit *kit = *state;
    store_close(kit_open(kit->folder));
    kit_sql(kit_path(kit->folder, "tiny-bridges.db"),
            "PRAGMA user_version = 99; CREATE TABLE later (x)");
    kit_assert_refused_untouched(kit, ERR_TOO_NEW, "later version");
}

/* A step that a later version might take. */
static const char later_step[] = "ALTER TABLE fact ADD COLUMN zone TEXT NOT NULL DEFAULT '';"
                                 "UPDATE fact SET zone = 'Europe/Berlin';";
static const char broken_step[] = "ALTER TABLE fact ADD COLUMN zone TEXT NOT NULL DEFAULT '';"
                                  "UPDATE nothing SET zone = '';";

static Err migrate(Kit *kit, const char *step) {
    const char *const sql[] = {schema_steps.sql[0], schema_steps.sql[1], step};
    char path[KIT_PATH_MAX];
    Connection connection;
    Diag diag;
    assert_int_equal(schema_steps.count, 2); /* else this test needs the real steps here */
    snprintf(path, sizeof path, "%s/tiny-bridges.db", kit->folder);
    assert_int_equal(connection_open(&connection, path, NULL), ERR_OK);
    Err err = schema_migrate(connection.db, kit->folder, path, (SchemaSteps){sql, 3}, &diag);
    connection_close(&connection);
    return err;
}

static void test_migration_keeps_a_copy_and_is_whole(void **state) {
    Kit *kit = *state;
    Store *store = kit_open(kit->folder);
    kit_append(store, 0, 10);
    store_close(store);
    assert_int_equal(migrate(kit, broken_step), ERR_FORMAT);
    store = kit_open(kit->folder); /* still the schema of before, nothing lost */
    kit_assert_facts(store, &kit->facts, 10);
    store_close(store);
    assert_int_equal(migrate(kit, later_step), ERR_OK);
    const char *path = kit_path(kit->folder, "tiny-bridges.db");
    assert_int_equal(kit_ask(path, "PRAGMA user_version"), 3);
    assert_int_equal(kit_ask(path, "SELECT count(*) FROM fact WHERE zone = 'Europe/Berlin'"), 10);
    const char *copy = kit_path(kit->folder, "before-schema-3.db");
    assert_int_equal(kit_mode(copy), 0600);
    assert_int_equal(kit_ask(copy, "PRAGMA user_version"), 2);
    assert_int_equal(kit_ask(copy, "PRAGMA application_id"), SCHEMA_APPLICATION_ID);
    assert_int_equal(kit_ask(copy, "SELECT count(*) FROM fact"), 10);
    kit_assert_refused_untouched(kit, ERR_TOO_NEW, "later version");
}

enum { FIXTURE_FACTS = 40 };

/* Each made once by `test_store_versions --write-fixture FOLDER` when its schema was new. */
static void opens_as_it_was(Kit *kit, const char *fixture, int version) {
    char bookmark[STORE_BOOKMARK_MAX];
    assert_int_equal(mkdir(kit->folder, 0700), 0);
    kit_copy(fixture, kit_path(kit->folder, "tiny-bridges.db"));
    assert_int_equal(kit_ask(fixture, "PRAGMA user_version"), version);
    Store *store = kit_open(kit->folder);
    kit_assert_facts(store, &kit->facts, FIXTURE_FACTS);
    assert_int_equal(store_load_bookmark(store, bookmark, NULL), ERR_OK);
    assert_string_equal(bookmark, "day 20493 card 2");
    kit_append(store, FIXTURE_FACTS, 2);
    kit_load(store, &kit->facts);
    assert_int_equal(kit->facts.count, FIXTURE_FACTS + 2);
    store_close(store);
}

static void test_schema_1_of_old(void **state) {
    Kit *kit = *state;
    opens_as_it_was(kit, TB_SOURCE_DIR "/tests/store/schema-1.db", 1);
    const char *copy = kit_path(kit->folder, "before-schema-2.db");
    assert_int_equal(kit_ask(copy, "PRAGMA user_version"), 1);
    assert_int_equal(kit_ask(copy, "SELECT count(*) FROM fact"), FIXTURE_FACTS);
}

static void test_schema_2(void **state) {
    opens_as_it_was(*state, TB_SOURCE_DIR "/tests/store/schema-2.db", 2);
}

static int write_fixture(const char *folder) {
    Store *store = kit_open(folder);
    kit_append(store, 0, FIXTURE_FACTS);
    Err err = kit_commit(store, NULL, 0, "day 20493 card 2", NULL);
    printf("%s\n", store_path(store));
    store_close(store);
    return err == ERR_OK ? 0 : 1;
}

int main(int argc, char **argv) {
    const struct CMUnitTest all[] = {
        KIT_TEST(test_newer_schema_is_refused),
        KIT_TEST(test_migration_keeps_a_copy_and_is_whole),
        KIT_TEST(test_schema_1_of_old),
        KIT_TEST(test_schema_2),
    };
    if (argc == 3 && strcmp(argv[1], "--write-fixture") == 0) {
        return write_fixture(argv[2]);
    }
    return cmocka_run_group_tests(all, NULL, NULL);
}
