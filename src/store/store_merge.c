/* SPDX-License-Identifier: MIT */
/* Two histories become one: a union by ids. Pure: lists in, a list out. */
#include "store_parts.h"

#include "hash.h"

#include <stdlib.h>
#include <string.h>

bool fact_list_add(FactList *list, const Fact *fact) {
    if (list->count == list->capacity) {
        int capacity = list->capacity * 2 + 256;
        Fact *items = realloc(list->items, (size_t)capacity * sizeof *items);
        if (!items) {
            return false;
        }
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = *fact;
    return true;
}

void fact_list_free(FactList *list) {
    free(list->items);
    *list = (FactList){0};
}

/* Who is here already, by id and by number. */
typedef struct Known {
    const Fact **by_id, **by_number; /* open addressing, null: free */
    size_t mask;
} Known;

static uint64_t hash_number(int64_t device, int64_t seq) {
    return hash_u64(hash_u64(HASH_START, (uint64_t)device), (uint64_t)seq);
}

static const Fact *find_id(const Known *known, const uint8_t id[16]) {
    size_t at = hash_bytes(HASH_START, id, 16) & known->mask;
    while (known->by_id[at] && memcmp(known->by_id[at]->id, id, 16) != 0) {
        at = (at + 1) & known->mask;
    }
    return known->by_id[at];
}

static bool has_number(const Known *known, int64_t device, int64_t seq) {
    size_t at = hash_number(device, seq) & known->mask;
    const Fact *fact;
    while ((fact = known->by_number[at]) != NULL) {
        if (fact->device == device && fact->seq == seq) {
            return true;
        }
        at = (at + 1) & known->mask;
    }
    return false;
}

static void add(Known *known, const Fact *fact) {
    size_t at = hash_bytes(HASH_START, fact->id, 16) & known->mask;
    while (known->by_id[at]) {
        at = (at + 1) & known->mask;
    }
    known->by_id[at] = fact;
    at = hash_number(fact->device, fact->seq) & known->mask;
    while (known->by_number[at]) {
        at = (at + 1) & known->mask;
    }
    known->by_number[at] = fact;
}

static bool open_known(Known *known, const FactList *ours, const FactList *theirs) {
    size_t size = 64;
    while (size < 2 * ((size_t)ours->count + (size_t)theirs->count)) {
        size *= 2;
    }
    known->mask = size - 1;
    known->by_id = calloc(size, sizeof *known->by_id);
    known->by_number = calloc(size, sizeof *known->by_number);
    if (!known->by_id || !known->by_number) {
        return false;
    }
    for (int i = 0; i < ours->count; i++) {
        add(known, &ours->items[i]);
    }
    return true;
}

int merge_compare_numbers(const Fact *left, const Fact *right) {
    if (left->device != right->device) {
        return left->device < right->device ? -1 : 1;
    }
    return (left->seq > right->seq) - (left->seq < right->seq);
}

static int by_device_and_seq(const void *a, const void *b) {
    const Fact *left = a, *right = b;
    int order = merge_compare_numbers(left, right);
    return order ? order : memcmp(left->id, right->id, sizeof left->id);
}

static uint64_t salt_of(const Fact *fact) {
    return hash_bytes(HASH_START, fact->id, sizeof fact->id);
}

int64_t merge_fork(const Fact *before, int64_t device, const Fact *first) {
    return device_derived(before ? (int64_t)salt_of(before) : device, salt_of(first));
}

/* From the first fact on that was numbered alike, all later ones of that device go to a device of
 * their own; its number comes from that fact and the one before it, so that each machine, and a
 * second import, finds the same one. */
static void take(Known *known, FactList *theirs, StoreMerged *merged) {
    int kept = 0;
    int64_t goes_to = 0;
    Fact before = {0};
    for (int i = 0; i < theirs->count; i++) {
        Fact fact = theirs->items[i], given = fact;
        bool goes_on = i > 0 && fact.device == before.device;
        const Fact *here = find_id(known, fact.id);
        if (here) {
            goes_to = here->device;
            merged->known++;
        } else {
            goes_to = goes_on ? goes_to : fact.device;
            if (has_number(known, goes_to, fact.seq)) {
                goes_to = merge_fork(goes_on ? &before : NULL, fact.device, &fact);
            }
            while (has_number(known, goes_to, fact.seq)) {
                goes_to = device_derived(goes_to, salt_of(&fact));
            }
            fact.device = goes_to;
            theirs->items[kept] = fact;
            add(known, &theirs->items[kept++]);
            merged->added++;
        }
        before = given;
    }
    theirs->count = kept;
}

/* A device's clock as far as it has come, so that one step back doesn't tear its order. */
typedef struct Placed {
    int64_t key_ms;
    Fact fact;
} Placed;

static int by_key(const void *a, const void *b) {
    const Placed *left = a, *right = b;
    if (left->key_ms != right->key_ms) {
        return left->key_ms < right->key_ms ? -1 : 1;
    }
    return by_device_and_seq(&left->fact, &right->fact);
}

void merge_sort_by_number(FactList *facts) {
    if (facts->count > 0) {
        qsort(facts->items, (size_t)facts->count, sizeof *facts->items, by_device_and_seq);
    }
}

Err merge_sort(FactList *facts) {
    size_t count = (size_t)facts->count;
    Placed *placed = count ? malloc(count * sizeof *placed) : NULL;
    if (!placed) {
        return count ? ERR_MEMORY : ERR_OK;
    }
    merge_sort_by_number(facts);
    for (size_t i = 0; i < count; i++) {
        const Fact *fact = &facts->items[i];
        bool goes_on = i > 0 && facts->items[i - 1].device == fact->device;
        int64_t before_ms = goes_on ? placed[i - 1].key_ms : fact->utc_ms;
        placed[i] = (Placed){before_ms > fact->utc_ms ? before_ms : fact->utc_ms, *fact};
    }
    qsort(placed, count, sizeof *placed, by_key);
    for (size_t i = 0; i < count; i++) {
        facts->items[i] = placed[i].fact;
    }
    free(placed);
    return ERR_OK;
}

Err merge_plan(const FactList *ours, FactList *theirs, StoreMerged *merged, Diag *diag) {
    Known known = {0};
    *merged = (StoreMerged){0};
    bool has_memory = open_known(&known, ours, theirs);
    if (has_memory && theirs->count > 0) {
        merge_sort_by_number(theirs);
        take(&known, theirs, merged);
    }
    free(known.by_id);
    free(known.by_number);
    return has_memory ? ERR_OK
                      : diag_set(diag, ERR_MEMORY, NULL, 0, 0, "There isn’t enough memory.");
}
