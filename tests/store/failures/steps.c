/* SPDX-License-Identifier: MIT */
/* Single steps of a scenario. */
#define _GNU_SOURCE /* _exit */
#include "steps.h"

#include <semaphore.h>
#include <string.h>
#include <unistd.h>

bool is_over(const Place *place) {
    return place->fault != FAULT_EIO_ON && place->fault != FAULT_EIO_READS_ON &&
           place->fault != FAULT_FULL_ON && place->fault != FAULT_MEMORY_ON;
}

void demand(World *world, bool condition, const char *what, const Diag *diag) {
    if (!condition) {
        world_end(world, END_WRONG, "%s (%s)", what, diag->message);
    }
}

static sem_t answers; /* as the game's loop: asleep until the store says that something is done */

static void wake(void *context) {
    (void)context;
    sem_post(&answers);
}

static void wait_for_answer(void) {
    while (sem_wait(&answers) != 0) {
        /* a signal came in between */
    }
}

Store *start(World *world, const Place *place) {
    Store *store;
    Diag diag;
    if (store_open(place->folder, &store, &diag) != ERR_OK) {
        demand(world, diag.message[0], "an opening that failed without a word", &diag);
        Err err = store_open(place->folder, &store, &diag);
        demand(world, err == ERR_OK || !is_over(place), "no second try at opening", &diag);
        if (err != ERR_OK) {
            _exit(END_SOUND);
        }
    }
    bool may_warn = world->may_warn || place->fault == FAULT_EIO_ON ||
                    place->fault == FAULT_EIO_READS_ON; /* reading twice doesn't help then */
    demand(world, !diag.message[0] || may_warn, "a warning about a sound file", &diag);
    store_flush(store);
    sem_init(&answers, 0, 0);
    store_set_wake(store, wake, NULL);
    calls_mark_opening();
    return store;
}

static bool commit(World *world, Store *store, int first, int count, const char *bookmark) {
    Fact facts[STORE_FACTS_MAX];
    Err err = ERR_UNAVAILABLE;
    Diag diag = {0};
    for (int i = 0; i < count; i++) {
        facts[i] = world->facts[first + i].fact;
    }
    world_set(world, first, count, STANDING_TRIED);
    if (bookmark) {
        world_try_bookmark(world, bookmark);
    }
    int ticket = store_append(store, facts, count, bookmark);
    wait_for_answer();
    bool is_polled = store_poll(store, &err, &diag) == ticket && ticket > 0;
    demand(world, is_polled, "no answer to a save", &diag);
    if (err == ERR_OK) {
        world_set(world, first, count, STANDING_SAVED);
        if (bookmark) {
            world_save_bookmark(world, bookmark);
        }
    } else {
        demand(world, diag.message[0], "a save that failed without a word", &diag);
    }
    return err == ERR_OK;
}

void save(World *world, const Place *place, Store *store, int count, FactKind kind, Day day,
          const char *bookmark) {
    int first = world_add(world, count, kind, day);
    bool is_saved = commit(world, store, first, count, bookmark) ||
                    commit(world, store, first, count, bookmark);
    demand(world, is_saved || !is_over(place), "no second try at saving", &(Diag){0});
}

typedef struct Seen {
    const World *world;
    bool found[WORLD_FACTS_MAX];
} Seen;

static void see(void *context, const Fact *fact) {
    Seen *seen = context;
    for (int i = 0; i < seen->world->count; i++) {
        seen->found[i] |= memcmp(seen->world->facts[i].fact.id, fact->id, sizeof fact->id) == 0;
    }
}

static void look(World *world, Store *store) {
    Seen seen = {world, {false}};
    if (store_load(store, see, &seen, NULL) != ERR_OK) {
        return;
    }
    for (int i = 0; i < world->count; i++) {
        if (world->facts[i].standing == STANDING_SAVED && !seen.found[i]) {
            world_end(world, END_LOST, "fact %d is missing at once", i);
        }
    }
}

void finish(World *world, Store *store) {
    look(world, store);
    store_close(store);
}
