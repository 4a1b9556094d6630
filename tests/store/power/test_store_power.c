/* SPDX-License-Identifier: MIT */
/* The power goes: at each point of what the store writes, with any part of what wasn't synced, the
 * next start finds all that was acknowledged, and nothing else.
 *
 * Without arguments a few thousand images; with --deep tens of thousands. */
#include "../store_verdict.h"
#include "scenes.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct Trial {
    const Scene *scene;
    DiskLoss loss;
    int step, seeds; /* every which point; how many images of each */
    bool is_quiet;
    char image[256];
} Trial;

static bool is_same(const Fact *a, const Fact *b) {
    return memcmp(a->id, b->id, sizeof a->id) == 0 && a->device == b->device && a->seq == b->seq &&
           a->kind == b->kind && a->rules_version == b->rules_version && a->utc_ms == b->utc_ms &&
           a->offset_min == b->offset_min && a->day == b->day &&
           memcmp(a->values, b->values, sizeof a->values) == 0 &&
           strcmp(a->subject, b->subject) == 0 && strcmp(a->text, b->text) == 0;
}

static bool holds(const FactList *facts, const Fact *wanted) {
    for (int i = 0; i < facts->count; i++) {
        if (is_same(&facts->items[i], wanted)) {
            return true;
        }
    }
    return false;
}

static bool is_moment(const Moment *moment, const FactList *facts, const char *bookmark) {
    bool same = moment->facts.count == facts->count && strcmp(moment->bookmark, bookmark) == 0;
    for (int i = 0; same && i < facts->count; i++) {
        same = is_same(&moment->facts.items[i], &facts->items[i]);
    }
    return same;
}

static Verdict compare(const Trial *trial, int point, const FactList *facts, const char *bookmark) {
    const Scene *scene = trial->scene;
    int last = 0;
    for (int i = 1; i < scene->count && scene->moments[i].answered <= point; i++) {
        last = i;
    }
    bool has_begun = last + 1 < scene->count && scene->moments[last + 1].began < point;
    if (is_moment(&scene->moments[last], facts, bookmark) ||
        (has_begun && is_moment(&scene->moments[last + 1], facts, bookmark))) {
        return VERDICT_WELL;
    }
    const FactList *wanted = &scene->moments[last].facts;
    int lost = 0;
    for (int i = 0; i < wanted->count; i++) {
        lost += !holds(facts, &wanted->items[i]);
    }
    if (!trial->is_quiet) {
        verdict_say(VERDICT_LOST, "%d facts of %d lost, %d there, bookmark “%s” for “%s”", lost,
                    wanted->count, facts->count, bookmark, scene->moments[last].bookmark);
    }
    return lost > 0 ? VERDICT_LOST : VERDICT_CORRUPT;
}

/* A copy has its name only when it is whole. */
static bool backups_are_sound(const char *folder) {
    static StoreBackup sound[STORE_BACKUPS_MAX];
    char backups[STORE_PATH_MAX];
    int named = 0;
    assert_true(folder_join(backups, folder, "backups"));
    DIR *dir = opendir(backups);
    const struct dirent *entry;
    while (dir && (entry = readdir(dir)) != NULL) {
        size_t length = strlen(entry->d_name);
        named += length > 3 && strcmp(entry->d_name + length - 3, ".db") == 0;
    }
    if (dir) {
        closedir(dir);
    }
    int count = restore_list(folder, sound);
    for (int i = 0; i < count; i++) {
        named -= !sound[i].was_in_use;
    }
    return named == 0;
}

static void collect(void *context, const Fact *fact) {
    assert_true(fact_list_add(context, fact));
}

static bool is_sound(const char *folder) {
    char path[STORE_PATH_MAX];
    Connection connection;
    assert_true(folder_join(path, folder, "tiny-bridges.db"));
    bool sound = connection_open_to_read(&connection, path, NULL) == ERR_OK &&
                 connection_check(connection.db, path, NULL) == ERR_OK;
    connection_close(&connection);
    return sound;
}

static Verdict judge_start(const Trial *trial, int point, const char *folder) {
    Store *store;
    Diag diag;
    Err err = store_open(folder, &store, &diag);
    if (err != ERR_OK || (diag.message[0] && !trial->scene->may_warn)) {
        store_close(store);
        return trial->is_quiet
                   ? VERDICT_CORRUPT
                   : verdict_say(VERDICT_CORRUPT, "the start says %d: %s", err, diag.message);
    }
    FactList facts = {0};
    char bookmark[STORE_BOOKMARK_MAX];
    Err loaded = store_load(store, collect, &facts, NULL);
    loaded = loaded ? loaded : store_load_bookmark(store, bookmark, NULL);
    store_close(store);
    Verdict verdict = loaded ? VERDICT_CORRUPT : compare(trial, point, &facts, bookmark);
    fact_list_free(&facts);
    return verdict == VERDICT_WELL && !is_sound(folder) ? VERDICT_CORRUPT : verdict;
}

static Verdict judge(void *context, int number) {
    const Trial *trial = context;
    int point = number / trial->seeds * trial->step;
    uint64_t seed = (uint64_t)(number % trial->seeds);
    char folder[STORE_PATH_MAX];
    kit_wipe(trial->image);
    assert_int_equal(mkdir(trial->image, 0700), 0);
    disk_leave(trial->scene->disk, point, trial->loss, trial->seeds > 1 ? seed : (uint64_t)point,
               trial->image);
    snprintf(folder, sizeof folder, "%s/our evenings", trial->image);
    if (!backups_are_sound(folder)) {
        return trial->is_quiet ? VERDICT_CORRUPT
                               : verdict_say(VERDICT_CORRUPT, "a backup isn’t whole");
    }
    return judge_start(trial, point, folder);
}

static void run_scene(Scene *scene, const char *root, int step, int seeds,
                      Tally tallies[DISK_LOSSES], const char *const names[DISK_LOSSES]) {
    char below[300];
    snprintf(below, sizeof below, "%s/%s", root, scene->name);
    assert_int_equal(mkdir(below, 0700), 0);
    scene_record(scene, below, false);
    for (int loss = 0; loss < DISK_LOSSES; loss++) {
        Trial trial = {scene, (DiskLoss)loss, step, seeds, false, ""};
        snprintf(trial.image, sizeof trial.image, "%s/image", root);
        int points = (disk_length(scene->disk) + step) / step;
        verdict_run(names[loss], scene->name, points * seeds, judge, &trial, &tallies[loss]);
    }
    scene_free(scene);
}

/* The same run, on a disk that forgets every wish to sync: if nothing is lost, nothing was tried.
 */
static bool forgetful_disk_loses(Scene *scene, const char *root) {
    char below[300];
    Tally tally = {0};
    snprintf(below, sizeof below, "%s/forgetful", root);
    assert_int_equal(mkdir(below, 0700), 0);
    scene_record(scene, below, true);
    Trial trial = {scene, DISK_DROPPED, 3, 1, true, ""};
    snprintf(trial.image, sizeof trial.image, "%s/image", root);
    FILE *kept = freopen("/dev/null", "w", stderr);
    verdict_run("forgetful", scene->name, disk_length(scene->disk) / 3, judge, &trial, &tally);
    scene_free(scene);
    printf("Without syncs the same run loses: %d lost, %d corrupt of %d, as it must.\n", tally.lost,
           tally.corrupt, tally.points);
    return kept && tally.lost + tally.corrupt > 0 && tally.crashed == 0;
}

int main(int argc, char **argv) {
    static const char *const names[DISK_LOSSES] = {
        [DISK_DROPPED] = "power loss: unsynced writes dropped",
        [DISK_REORDERED] = "power loss: unsynced writes reordered",
        [DISK_TORN] = "power loss: a write torn in a sector",
    };
    Tally tallies[DISK_LOSSES] = {0};
    Kit *kit;
    bool is_deep = argc > 1 && strcmp(argv[1], "--deep") == 0;
    assert_int_equal(kit_set_up((void **)&kit), 0);
    for (int i = 0; i < scene_count; i++) {
        run_scene(&scenes[i], kit->root, is_deep ? 1 : 2, is_deep ? 4 : 1, tallies, names);
    }
    bool is_well = true;
    for (int loss = 0; loss < DISK_LOSSES; loss++) {
        is_well &= verdict_print(names[loss], &tallies[loss]);
    }
    is_well &= forgetful_disk_loses(&scenes[1], kit->root);
    kit_tear_down((void **)&kit);
    return is_well ? 0 : 1;
}
