/* SPDX-License-Identifier: MIT */
/* What a couple does while the power may go. */
#include "scenes.h"

#include "recorder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void collect(void *context, const Fact *fact) {
    assert_true(fact_list_add(context, fact));
}

/* The step that began at `began` was answered; this is what there is now. */
static void note(Scene *scene, int began) {
    assert_true(scene->count < SCENE_MOMENTS_MAX);
    Moment *moment = &scene->moments[scene->count++];
    *moment = (Moment){.began = began, .answered = recorder_length()};
    assert_int_equal(store_load(scene->store, collect, &moment->facts, NULL), ERR_OK);
    assert_int_equal(store_load_bookmark(scene->store, moment->bookmark, NULL), ERR_OK);
}

static void open_scene(Scene *scene) {
    int began = recorder_length();
    Diag diag;
    assert_int_equal(store_open(scene->folder, &scene->store, &diag), ERR_OK);
    assert_true(scene->may_warn || diag.message[0] == '\0');
    store_flush(scene->store);
    note(scene, began);
}

static void close_scene(Scene *scene) {
    store_close(scene->store);
    scene->store = NULL;
}

static Fact fact_of(FactKind kind, int evening, const char *subject, const char *text) {
    Fact fact = kit_fact(evening);
    fact.kind = kind;
    fact.day = 20454 + evening;
    fact.utc_ms = (int64_t)fact.day * 86400000 + 72000000;
    snprintf(fact.subject, sizeof fact.subject, "%s", subject);
    snprintf(fact.text, sizeof fact.text, "%s", text);
    return fact;
}

static void save(Scene *scene, const Fact *facts, int count, const char *bookmark) {
    int began = recorder_length();
    assert_int_equal(kit_commit(scene->store, facts, count, bookmark, NULL), ERR_OK);
    note(scene, began);
}

/* A card, the play of the day and a challenge, as one event of the game saves them. */
static void save_evening(Scene *scene, int evening) {
    const Fact facts[] = {
        fact_of(FACT_CARD, evening, "van-to-the-sea", ""),
        fact_of(FACT_PLAY, evening, "", ""),
        fact_of(FACT_CHALLENGE, evening, "two-mugs-no-phones", ""),
    };
    save(scene, facts, 3, evening % 2 ? "day 20454 card 2" : "");
}

/* Without the record: what was there before. */
static void fill_folder(const char *folder, int first, int evenings) {
    Store *store = kit_open(folder);
    for (int i = first; i < first + evenings; i++) {
        const Fact facts[] = {fact_of(FACT_CARD, i, "heron", "“Look!”"),
                              fact_of(FACT_PLAY, i, "", "")};
        assert_int_equal(kit_commit(store, facts, 2, "", NULL), ERR_OK);
    }
    store_close(store);
}

static void prepare_evenings(Scene *scene) {
    fill_folder(scene->folder, 0, 40);
    fill_folder(scene->folder, 40, 1); /* this start made a backup */
}

static void play_first_start(Scene *scene) {
    open_scene(scene);
    const Fact couple[] = {fact_of(FACT_COUPLE, 0, "", ""),
                           fact_of(FACT_PERSON, 0, "looks", "Ada\nshe/her"),
                           fact_of(FACT_PERSON, 0, "looks", "Bo\nthey/them")};
    save(scene, couple, 3, NULL);
    const Fact first_run = fact_of(FACT_FIRST_RUN, 0, "", "");
    save(scene, &first_run, 1, "day 20454 card 1");
    save_evening(scene, 0);
    close_scene(scene);
}

static void play_evenings(Scene *scene) {
    open_scene(scene);
    for (int i = 50; i < 56; i++) {
        save_evening(scene, i);
    }
    close_scene(scene);
}

static void play_settings(Scene *scene) {
    static const char *const names[] = {"rest-days", "rollover", "text-size", "weekly-goal"};
    open_scene(scene);
    for (int i = 0; i < 4; i++) {
        const Fact fact = fact_of(FACT_SETTING, i, names[i], i % 2 ? "" : "five evenings");
        save(scene, &fact, 1, NULL);
    }
    close_scene(scene);
}

static void play_bookmarks(Scene *scene) {
    static const char *const texts[] = {"day 20454 card 1", "day 20454 card 2, read by the second",
                                        "", "day 20455 card 1", ""};
    open_scene(scene);
    for (int i = 0; i < 5; i++) {
        save(scene, NULL, 0, texts[i]);
    }
    close_scene(scene);
}

static void prepare_schema_1(Scene *scene) {
    assert_int_equal(mkdir(scene->folder, 0700), 0);
    kit_copy(TB_SOURCE_DIR "/tests/store/schema-1.db", kit_path(scene->folder, "tiny-bridges.db"));
}

static void play_migration(Scene *scene) {
    open_scene(scene);
    save_evening(scene, 70);
    close_scene(scene);
}

static void prepare_two(Scene *scene) {
    fill_folder(scene->folder, 0, 20);
    fill_folder(scene->other, 20, 30);
}

static void merge_other(Scene *scene) {
    StoreMerged merged;
    int began = recorder_length();
    assert_int_equal(
        store_merge(scene->store, kit_path(scene->other, "tiny-bridges.db"), &merged, NULL),
        ERR_OK);
    assert_true(merged.added > 0);
    note(scene, began);
}

static void play_merge(Scene *scene) {
    open_scene(scene);
    save_evening(scene, 60);
    merge_other(scene);
    save_evening(scene, 61);
    close_scene(scene);
}

static void prepare_without_backup(Scene *scene) {
    fill_folder(scene->folder, 0, 40);
}

static void play_backup(Scene *scene) {
    open_scene(scene); /* makes the day's */
    save_evening(scene, 50);
    int began = recorder_length();
    store_tend(scene->store);
    store_flush(scene->store);
    note(scene, began);
    save_evening(scene, 51);
    close_scene(scene);
    open_scene(scene);
    close_scene(scene);
}

static void prepare_days(Scene *scene) {
    for (int i = 0; i < 4; i++) {
        fill_folder(scene->folder, i * 5, 5);
    }
}

static void restore(Scene *scene, int place) {
    StoreBackup backups[STORE_BACKUPS_MAX];
    int count = store_list_backups(scene->store, backups);
    assert_true(place < count);
    int began = recorder_length();
    assert_int_equal(store_restore(scene->store, &backups[place], NULL), ERR_OK);
    note(scene, began);
}

static void play_restore(Scene *scene) {
    open_scene(scene);
    save_evening(scene, 50);
    restore(scene, 2);
    save_evening(scene, 51);
    restore(scene, 0);
    close_scene(scene);
}

static void prepare_damage(Scene *scene) {
    prepare_evenings(scene);
    char *path = kit_path(scene->folder, "tiny-bridges.db");
    size_t size;
    unsigned char *bytes = kit_read(path, &size);
    memset(bytes + 4096, 0xa5, 300);
    kit_write(path, bytes, size);
    free(bytes);
}

static void prepare_copy(Scene *scene) {
    prepare_two(scene);
    kit_copy(kit_path(scene->other, "tiny-bridges.db"),
             kit_path(scene->folder, "tiny-bridges (conflicted copy).db"));
}

Scene scenes[] = {
    {.name = "first start", .play = play_first_start},
    {.name = "plays", .prepare = prepare_evenings, .play = play_evenings},
    {.name = "settings", .prepare = prepare_evenings, .play = play_settings},
    {.name = "bookmarks", .prepare = prepare_evenings, .play = play_bookmarks},
    {.name = "migration", .prepare = prepare_schema_1, .play = play_migration},
    {.name = "merge", .prepare = prepare_two, .play = play_merge},
    {.name = "backup", .prepare = prepare_without_backup, .play = play_backup},
    {.name = "restore", .prepare = prepare_days, .play = play_restore},
    {.name = "rescue", .prepare = prepare_damage, .play = play_migration, .may_warn = true},
    {.name = "conflicted copy", .prepare = prepare_copy, .play = play_migration, .may_warn = true},
};

const int scene_count = (int)(sizeof scenes / sizeof *scenes);

void scene_record(Scene *scene, const char *root, bool forgets_syncs) {
    snprintf(scene->root, sizeof scene->root, "%s", root);
    snprintf(scene->folder, sizeof scene->folder, "%s/our evenings", root);
    snprintf(scene->other, sizeof scene->other, "%s/theirs", root);
    scene->count = 0;
    if (scene->prepare) {
        scene->prepare(scene);
    }
    recorder_start(root, forgets_syncs);
    scene->play(scene);
    scene->disk = recorder_stop();
}

void scene_free(Scene *scene) {
    for (int i = 0; i < scene->count; i++) {
        fact_list_free(&scene->moments[i].facts);
    }
    disk_free(scene->disk);
    scene->count = 0;
}
