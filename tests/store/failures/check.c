/* SPDX-License-Identifier: MIT */
/* What a couple finds after the failure. */
#define _GNU_SOURCE /* _exit */
#include "check.h"

#include <dirent.h>
#include <string.h>
#include <unistd.h>

typedef struct Found {
    World *world;
    bool is_there[WORLD_FACTS_MAX];
    int count, last;
    bool is_in_order;
} Found;

static int number_of(const World *world, const Fact *fact) {
    for (int i = 0; i < world->count; i++) {
        if (memcmp(world->facts[i].fact.id, fact->id, sizeof fact->id) == 0) {
            return i;
        }
    }
    return -1;
}

/* The numbers that the store gives are its own affair, as long as the order is right. */
static bool is_same(const Fact *stored, const Fact *given) {
    return stored->kind == given->kind && stored->rules_version == given->rules_version &&
           stored->utc_ms == given->utc_ms && stored->offset_min == given->offset_min &&
           stored->day == given->day &&
           memcmp(stored->values, given->values, sizeof given->values) == 0 &&
           strcmp(stored->subject, given->subject) == 0 && strcmp(stored->text, given->text) == 0 &&
           (given->device == 0 || (stored->device == given->device && stored->seq == given->seq));
}

static void find(void *context, const Fact *fact) {
    Found *found = context;
    World *world = found->world;
    int number = number_of(world, fact);
    if (number < 0 || world->facts[number].standing == STANDING_UNTRIED) {
        world_end(world, END_LOST, "a fact of kind %d is there that nobody saved", (int)fact->kind);
    }
    if (!is_same(fact, &world->facts[number].fact) || found->is_there[number]) {
        world_end(world, END_LOST, "fact %d is there, but changed or twice", number);
    }
    found->is_in_order &= number > found->last;
    found->last = number;
    found->is_there[number] = true;
    found->count++;
}

static void find_row(void *context, int64_t place, const Fact *fact) {
    (void)place;
    find(context, fact);
}

/* Whole batches or nothing of them; returns the number of the first that is missing, or -1. */
static int missing(World *world, const Found *found) {
    int first = -1;
    for (int i = 0; i < world->count; i++) {
        for (int k = i; k < world->count && world->facts[k].batch == world->facts[i].batch; k++) {
            if (found->is_there[i] != found->is_there[k]) {
                world_end(world, END_LOST, "facts %d and %d were one, one is there", i, k);
            }
        }
        bool is_missing = world->facts[i].standing == STANDING_SAVED && !found->is_there[i];
        first = is_missing && first < 0 ? i : first;
    }
    return first;
}

/* The file as SQLite and the sums of its rows see it, and its facts. */
static Found look_into(World *world, const char *path) {
    Connection connection;
    Diag diag = {0};
    Found found = {.world = world, .last = -1, .is_in_order = true};
    Err err = connection_open_to_read(&connection, path, &diag);
    err = err ? err : connection_check(connection.db, path, &diag);
    err = err ? err : rows_each(connection.db, find_row, &found, NULL, path, &diag);
    if (err != ERR_OK) {
        world_end(world, END_CORRUPT, "%s: %s", path, diag.message);
    }
    connection_close(&connection);
    return found;
}

/* Every copy is sound and holds only what was; one of them holds what a backup was said to hold. */
static int most_in_copies(World *world, const char *folder, bool (*is_copy)(const char *name)) {
    int most = 0;
    DIR *dir = opendir(folder);
    const struct dirent *entry;
    while (dir && (entry = readdir(dir)) != NULL) {
        char path[STORE_PATH_MAX];
        size_t length = strlen(entry->d_name);
        if (length > 3 && strcmp(entry->d_name + length - 3, ".db") == 0 &&
            is_copy(entry->d_name) && folder_join(path, folder, entry->d_name)) {
            Found found = look_into(world, path);
            most = found.count > most ? found.count : most;
        }
    }
    if (dir) {
        closedir(dir);
    }
    return most;
}

static bool is_kept(const char *name) {
    return strncmp(name, "before-restore-", 15) == 0;
}

static void check_copies(World *world, const Place *place, bool went_back) {
    char backups[STORE_PATH_MAX];
    if (!folder_join(backups, place->folder, "backups")) {
        return;
    }
    int most = most_in_copies(world, backups, folder_is_backup);
    int kept = most_in_copies(world, place->folder, is_kept);
    if (most < world->backed_up) {
        world_end(world, END_LOST, "a backup of %d facts has %d", world->backed_up, most);
    }
    if (went_back && kept < world->count) {
        world_end(world, END_LOST, "of %d facts before going back %d were kept", world->count,
                  kept);
    }
}

static void check_export(World *world, const Place *place) {
    FactList facts = {0};
    Found found = {.world = world, .last = -1, .is_in_order = true};
    Diag diag = {0};
    if (world->exported == 0) {
        return;
    }
    if (import_read(place->export, &facts, &diag) != ERR_OK) {
        world_end(world, END_CORRUPT, "the export: %s", diag.message);
    }
    for (int i = 0; i < facts.count; i++) {
        find(&found, &facts.items[i]);
    }
    if (found.count != world->exported && found.count != world->exported_more) {
        world_end(world, END_LOST, "the export has %d facts", found.count);
    }
    fact_list_free(&facts);
}

/* True if it went back to a copy. */
static bool check_facts(World *world, Store *store) {
    Found found = {.world = world, .last = -1, .is_in_order = true};
    Diag diag = {0};
    if (store_load(store, find, &found, &diag) != ERR_OK) {
        world_end(world, END_LOST, "nothing is loaded: %s", diag.message);
    }
    if (!found.is_in_order) {
        world_end(world, END_LOST, "the order is lost");
    }
    int lost = missing(world, &found);
    if (lost >= 0 && !(world->went_back_to && found.count == world->went_back_to &&
                       lost == world->went_back_to)) {
        world_end(world, END_LOST, "fact %d of %d is missing, %d are there", lost, world->count,
                  found.count);
    }
    return lost >= 0;
}

/* A file that was damaged, or left for a copy, has none any more. */
static void check_bookmark(World *world, Store *store, bool went_back) {
    char bookmark[STORE_BOOKMARK_MAX];
    Diag diag = {0};
    if (store_load_bookmark(store, bookmark, &diag) != ERR_OK) {
        world_end(world, END_LOST, "no bookmark is loaded: %s", diag.message);
    }
    bool is_right = !bookmark[0] && (world->may_warn || went_back || world->bookmark_count == 0);
    for (int i = 0; i < world->bookmark_count; i++) {
        is_right |= strcmp(bookmark, world->bookmarks[i]) == 0;
    }
    if (!is_right) {
        world_end(world, END_LOST, "the bookmark is “%s”, not “%s”", bookmark,
                  world->bookmark_count ? world->bookmarks[0] : "");
    }
}

static void go_on(World *world, Store *store) {
    Fact fact = {.kind = FACT_PLAY, .day = 30000, .utc_ms = 30000 * INT64_C(86400000)};
    Err err = ERR_UNAVAILABLE;
    Diag diag = {0};
    store_append(store, &fact, 1, NULL);
    store_flush(store);
    if (store_poll(store, &err, &diag) == 0 || err != ERR_OK) {
        world_end(world, END_LOST, "nothing can be saved any more: %s", diag.message);
    }
}

void check_what_is_left(World *world, const Place *place) {
    Store *store;
    Diag diag;
    char path[STORE_PATH_MAX];
    if (store_open(place->folder, &store, &diag) != ERR_OK) {
        world_end(world, END_LOST, "it doesn’t start: %s", diag.message);
    }
    if (diag.message[0] && !world->may_warn) {
        world_end(world, END_CORRUPT, "it starts with: %s", diag.message);
    }
    for (int i = 0, left = world->taken_in; i < world->count && left > 0; i++) {
        left -= world->facts[i].standing == STANDING_TRIED;
        world->facts[i].standing = STANDING_SAVED;
    }
    bool went_back = check_facts(world, store);
    check_bookmark(world, store, went_back);
    store_flush(store);
    check_copies(world, place, went_back);
    check_export(world, place);
    if (folder_join(path, place->folder, "tiny-bridges.db")) {
        (void)look_into(world, path);
    }
    go_on(world, store);
    store_close(store);
    _exit(END_SOUND);
}
