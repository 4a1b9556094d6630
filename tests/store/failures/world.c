/* SPDX-License-Identifier: MIT */
/* The couple's evenings as they ought to be. */
#define _GNU_SOURCE /* _exit */
#include "world.h"

#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Every field is used, and none is like that of another fact. */
static Fact make_fact(int number, FactKind kind, Day day) {
    Fact fact = {.kind = kind, .rules_version = FACT_RULES_VERSION, .day = day};
    for (int i = 0; i < 16; i++) {
        fact.id[i] = (uint8_t)(number * 31 + i * 7 + 1);
    }
    fact.id[0] = (uint8_t)(number + 1);
    fact.utc_ms = day * INT64_C(86400000) + 68400000 + number * INT64_C(61000);
    fact.offset_min = 60;
    for (int v = 0; v < FACT_VALUES; v++) {
        fact.values[v] = v % 2 ? number * 1009 + v : -v - number;
    }
    snprintf(fact.subject, sizeof fact.subject, "van-to-the-sea-%d", number);
    snprintf(fact.text, sizeof fact.text, "“Look, a heron!” 🪨 %d", number);
    return fact;
}

static void add(World *world, const Fact *fact, Standing standing) {
    if (world->count >= WORLD_FACTS_MAX) {
        world_end(world, END_WRONG, "more than %d facts", (int)WORLD_FACTS_MAX);
    }
    world->facts[world->count].fact = *fact;
    world->facts[world->count].standing = standing;
    world->facts[world->count].batch = world->batches;
    world->count++;
}

int world_add(World *world, int count, FactKind kind, Day day) {
    int first = world->count;
    for (int i = 0; i < count; i++) {
        Fact fact = make_fact(world->count, i + 1 < count ? FACT_CARD : kind, day);
        add(world, &fact, STANDING_UNTRIED);
    }
    world->batches++;
    return first;
}

void world_add_known(World *world, const FactList *facts, Standing standing) {
    for (int i = 0; i < facts->count; i++) {
        add(world, &facts->items[i], standing);
    }
    world->batches++;
}

void world_set(World *world, int first, int count, Standing standing) {
    for (int i = first; i < first + count; i++) {
        world->facts[i].standing = standing;
    }
}

void world_try_bookmark(World *world, const char *bookmark) {
    if (world->bookmark_count == WORLD_BOOKMARKS_MAX) {
        world_end(world, END_WRONG, "more than %d bookmarks", (int)WORLD_BOOKMARKS_MAX);
    }
    text_copy(world->bookmarks[world->bookmark_count++], STORE_BOOKMARK_MAX, bookmark);
}

void world_save_bookmark(World *world, const char *bookmark) {
    world->bookmark_count = 0;
    world_try_bookmark(world, bookmark);
}

void world_end(World *world, int status, const char *format, ...) {
    va_list values;
    va_start(values, format);
    vsnprintf(world->words, sizeof world->words, format, values);
    va_end(values);
    _exit(status);
}
