/* SPDX-License-Identifier: MIT */
/* What the couple does, evening by evening. */
#define _GNU_SOURCE /* pwrite */
#include "steps.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST_DAY = 20454 /* 2026-01-01 */, BEFORE = 6 /* facts of that day */ };

void place_at(Place *place, const char *root) {
    snprintf(place->root, sizeof place->root, "%s", root);
    snprintf(place->folder, sizeof place->folder, "%s/our evenings, été ’24 %%", root);
    snprintf(place->other, sizeof place->other, "%s/other", root);
    snprintf(place->export, sizeof place->export, "%s/history.json", root);
}

/* --- Before ----------------------------------------------------------------------------------- */

/* Two evenings; the copy of the day is made. */
static void prepare_evenings(World *world, const Place *place) {
    Store *store = start(world, place);
    save(world, place, store, BEFORE / 2, FACT_PLAY, FIRST_DAY, "");
    save(world, place, store, BEFORE / 2, FACT_PLAY, FIRST_DAY, "2026-01-01 1");
    finish(world, store);
    finish(world, start(world, place));
}

/* Another machine's evenings, which none of ours know. */
static void prepare_other(World *world, const Place *place) {
    FactList theirs = {0};
    Place there = *place;
    snprintf(there.folder, sizeof there.folder, "%s", place->other);
    prepare_evenings(world, place);
    int ours = world->count;
    Store *store = start(world, &there);
    save(world, &there, store, 3, FACT_PLAY, FIRST_DAY + 1, NULL);
    save(world, &there, store, 3, FACT_PLAY, FIRST_DAY + 2, NULL);
    Err err = store_export(store, place->export, NULL);
    store_close(store);
    err = err ? err : import_read(place->export, &theirs, NULL);
    demand(world, err == ERR_OK && theirs.count == 6, "no other machine", &(Diag){0});
    world->count = ours;
    world_add_known(world, &theirs, STANDING_UNTRIED);
    fact_list_free(&theirs);
}

static void prepare_export(World *world, const Place *place) {
    prepare_evenings(world, place);
    Store *store = start(world, place);
    Err err = store_export(store, place->export, NULL);
    demand(world, err == ERR_OK, "no first export", &(Diag){0});
    world->exported = world->count;
    save(world, place, store, 2, FACT_PLAY, FIRST_DAY + 1, NULL);
    finish(world, store);
}

static void prepare_unkept_day(World *world, const Place *place) {
    prepare_evenings(world, place);
    Store *store = start(world, place);
    save(world, place, store, 2, FACT_PLAY, FIRST_DAY + 1, NULL);
    finish(world, store);
}

static void prepare_kept_day(World *world, const Place *place) {
    prepare_unkept_day(world, place);
    finish(world, start(world, place));
}

static void change_file(World *world, const Place *place, const char *name, off_t at, size_t size) {
    char path[STORE_PATH_MAX], bytes[1000];
    memset(bytes, 0xff, sizeof bytes);
    int file = folder_join(path, place->folder, name) ? open(path, O_WRONLY) : -1;
    bool is_done = file >= 0 && pwrite(file, bytes, size, at) == (ssize_t)size;
    demand(world, is_done && close(file) == 0, "the file can’t be damaged", &(Diag){0});
}

static void prepare_damage(World *world, const Place *place) {
    prepare_unkept_day(world, place);
    change_file(world, place, "tiny-bridges.db", 100, 1000);
    world->may_warn = true;
}

static void prepare_gone(World *world, const Place *place) {
    char path[STORE_PATH_MAX];
    prepare_kept_day(world, place);
    bool is_gone = folder_join(path, place->folder, "tiny-bridges.db") && unlink(path) == 0;
    demand(world, is_gone, "the file stays", &(Diag){0});
    world->may_warn = true;
}

static void copy_file(World *world, const char *from, const char *to) {
    char bytes[4096];
    size_t size = 0;
    FILE *in = fopen(from, "r"), *out = fopen(to, "w");
    bool is_done = in && out;
    while (is_done && (size = fread(bytes, 1, sizeof bytes, in)) > 0) {
        is_done = fwrite(bytes, 1, size, out) == size;
    }
    if (!is_done || fclose(in) != 0 || fclose(out) != 0) {
        world_end(world, END_WRONG, "%s can’t be copied to %s", from, to);
    }
}

/* A program that syncs the folder found two files and left both. */
static void prepare_twins(World *world, const Place *place) {
    char from[STORE_PATH_MAX], to[STORE_PATH_MAX];
    prepare_other(world, place);
    if (folder_join(from, place->other, "tiny-bridges.db") &&
        folder_join(to, place->folder, "tiny-bridges (conflicted copy).db")) {
        copy_file(world, from, to);
    }
    world_set(world, BEFORE, world->count - BEFORE, STANDING_TRIED);
    world->taken_in = world->count - BEFORE;
    world->may_warn = true;
}

/* A file as an earlier version of the game left it. */
static void prepare_schema_1(World *world, const Place *place) {
    static const char fixture[] = TB_SOURCE_DIR "/tests/store/schema-1.db";
    char to[STORE_PATH_MAX];
    FactList facts = {0};
    bool is_read = mkdir(place->folder, 0700) == 0 && import_read(fixture, &facts, NULL) == ERR_OK;
    demand(world, is_read && facts.count == 40, "no old file", &(Diag){0});
    world_add_known(world, &facts, STANDING_SAVED);
    fact_list_free(&facts);
    world_save_bookmark(world, "day 20493 card 2"); /* test_store_versions.c */
    if (folder_join(to, place->folder, "tiny-bridges.db")) {
        copy_file(world, fixture, to);
    }
}

/* --- What is failed --------------------------------------------------------------------------- */

static void act_start(World *world, const Place *place) {
    finish(world, start(world, place));
}

static void act_play(World *world, const Place *place) {
    Store *store = start(world, place);
    save(world, place, store, 1, FACT_CARD, FIRST_DAY + 1, "2026-01-02 1");
    save(world, place, store, 0, FACT_CARD, FIRST_DAY + 1, "2026-01-02 2"); /* who reads first */
    save(world, place, store, 3, FACT_PLAY, FIRST_DAY + 1, "");
    finish(world, store);
}

static void act_setting(World *world, const Place *place) {
    Store *store = start(world, place);
    save(world, place, store, 1, FACT_SETTING, FIRST_DAY + 9, NULL);
    finish(world, store);
}

/* Kept for tomorrow, and done then, after another start. */
static void act_challenge(World *world, const Place *place) {
    Store *store = start(world, place);
    save(world, place, store, 1, FACT_CHALLENGE, FIRST_DAY, NULL);
    store_close(store);
    store = start(world, place);
    save(world, place, store, 1, FACT_CHALLENGE, FIRST_DAY + 1, NULL);
    finish(world, store);
}

static Err merge(World *world, Store *store, const char *path) {
    StoreMerged merged;
    Diag diag = {0};
    world_set(world, BEFORE, 6, STANDING_TRIED);
    Err err = store_merge(store, path, &merged, &diag);
    if (err == ERR_OK) {
        world_set(world, BEFORE, 6, STANDING_SAVED);
    } else {
        demand(world, diag.message[0], "a merge that failed without a word", &diag);
    }
    return err;
}

static void take_in(World *world, const Place *place, const char *path) {
    Store *store = start(world, place);
    Err err = merge(world, store, path);
    err = err ? merge(world, store, path) : err;
    demand(world, err == ERR_OK || !is_over(place), "no second try at merging", &(Diag){0});
    finish(world, store);
}

static void act_merge(World *world, const Place *place) {
    char path[STORE_PATH_MAX];
    if (folder_join(path, place->other, "tiny-bridges.db")) {
        take_in(world, place, path);
    }
}

static void act_import(World *world, const Place *place) {
    take_in(world, place, place->export);
}

static void act_export(World *world, const Place *place) {
    Store *store = start(world, place);
    Diag diag = {0};
    world->exported_more = world->count;
    Err err = store_export(store, place->export, &diag);
    demand(world, err == ERR_OK || diag.message[0], "an export that failed without a word", &diag);
    if (err != ERR_OK) {
        err = store_export(store, place->export, &diag);
        demand(world, err == ERR_OK || !is_over(place), "no second try at exporting", &diag);
    }
    if (err == ERR_OK) {
        world->exported = world->exported_more;
    }
    finish(world, store);
}

/* The day's at the start, and one after an hour of play. */
static void act_backup(World *world, const Place *place) {
    Store *store = start(world, place);
    if (store_backup_outcome(store, NULL) == ERR_OK) {
        world->backed_up = world->count;
    }
    save(world, place, store, 2, FACT_PLAY, FIRST_DAY + 1, NULL);
    store_tend(store);
    store_flush(store);
    bool is_saved = world->facts[world->count - 1].standing == STANDING_SAVED;
    if (is_saved && store_backup_outcome(store, NULL) == ERR_OK) {
        world->backed_up = world->count;
    }
    finish(world, store);
}

static Err go_back(World *world, Store *store) {
    StoreBackup backups[STORE_BACKUPS_MAX];
    Diag diag = {0};
    int count = store_list_backups(store, backups);
    for (int i = 0; i < count; i++) {
        if (backups[i].facts == BEFORE && !backups[i].was_in_use) {
            world->went_back_to = BEFORE;
            Err err = store_restore(store, &backups[i], &diag);
            demand(world, err == ERR_OK || diag.message[0], "no word on going back", &diag);
            return err;
        }
    }
    return ERR_NOT_FOUND;
}

static void act_restore(World *world, const Place *place) {
    Store *store = start(world, place);
    Err err = go_back(world, store);
    err = err ? go_back(world, store) : err;
    demand(world, err == ERR_OK || !is_over(place), "no second try at going back", &(Diag){0});
    store_close(store);
}

const Scenario scenarios[] = {
    {"first start", NULL, act_start, false},
    {"a play", prepare_evenings, act_play, false},
    {"settings", prepare_evenings, act_setting, true},
    {"a challenge done later", prepare_evenings, act_challenge, true},
    {"merge of another file", prepare_other, act_merge, true},
    {"import of an export", prepare_other, act_import, true},
    {"export", prepare_export, act_export, false},
    {"migration from schema 1", prepare_schema_1, act_setting, false},
    {"backup", prepare_unkept_day, act_backup, false},
    {"going back to a backup", prepare_kept_day, act_restore, true},
    {"a damaged file", prepare_damage, act_setting, false},
    {"a file that is gone", prepare_gone, act_setting, false},
    {"two files in the folder", prepare_twins, act_setting, false},
};

const int scenario_count = sizeof scenarios / sizeof *scenarios;
