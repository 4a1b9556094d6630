/* SPDX-License-Identifier: MIT */
/* The memory twin: what the file does, without a file, for tests and demonstrations. */
#include "store_parts.h"

#include "text.h"

#include <stdlib.h>
#include <string.h>

typedef struct Memory {
    FactList list;
    int64_t device;
    char bookmark[STORE_BOOKMARK_MAX];
} Memory;

static Err memory_load(void *self, StoreEach each, void *context, Diag *diag) {
    (void)diag;
    const Memory *memory = self;
    for (int i = 0; i < memory->list.count; i++) {
        each(context, &memory->list.items[i]);
    }
    return ERR_OK;
}

static Err memory_load_bookmark(void *self, char out[STORE_BOOKMARK_MAX], Diag *diag) {
    (void)diag;
    const Memory *memory = self;
    text_copy(out, STORE_BOOKMARK_MAX, memory->bookmark);
    return ERR_OK;
}

static bool has_id(const Memory *memory, const uint8_t id[16]) {
    for (int i = 0; i < memory->list.count; i++) {
        if (memcmp(memory->list.items[i].id, id, 16) == 0) {
            return true;
        }
    }
    return false;
}

static bool has_seq(const Memory *memory, int64_t device, int64_t seq) {
    for (int i = 0; i < memory->list.count; i++) {
        if (memory->list.items[i].device == device && memory->list.items[i].seq == seq) {
            return true;
        }
    }
    return false;
}

static int64_t next_seq(const Memory *memory, int64_t device) {
    int64_t last = 0;
    for (int i = 0; i < memory->list.count; i++) {
        const Fact *fact = &memory->list.items[i];
        last = fact->device == device && fact->seq > last ? fact->seq : last;
    }
    return last + 1;
}

static bool make_room(Memory *memory, int more) {
    if (memory->list.count + more <= memory->list.capacity) {
        return true;
    }
    int capacity = memory->list.capacity * 2 + more + STORE_FACTS_MAX;
    Fact *facts = realloc(memory->list.items, (size_t)capacity * sizeof *facts);
    if (facts) {
        memory->list.items = facts;
        memory->list.capacity = capacity;
    }
    return facts != NULL;
}

static Err add_fact(Memory *memory, Fact *fact) {
    if (has_id(memory, fact->id)) {
        return ERR_OK;
    }
    fact->device = fact->device ? fact->device : memory->device;
    fact->seq = fact->seq ? fact->seq : next_seq(memory, fact->device);
    if (has_seq(memory, fact->device, fact->seq)) {
        return ERR_FORMAT;
    }
    memory->list.items[memory->list.count++] = *fact;
    return ERR_OK;
}

static Err memory_commit(void *self, StoreTransaction *transaction, Diag *diag) {
    Memory *memory = self;
    if (!make_room(memory, transaction->count)) {
        return connection_explain_save(ERR_MEMORY, "", diag);
    }
    int before = memory->list.count;
    for (int i = 0; i < transaction->count; i++) {
        Err err = add_fact(memory, &transaction->facts[i]);
        if (err != ERR_OK) {
            memory->list.count = before;
            return connection_explain_save(err, "", diag);
        }
    }
    if (transaction->has_bookmark) {
        text_copy(memory->bookmark, STORE_BOOKMARK_MAX, transaction->bookmark);
    }
    return ERR_OK;
}

static Err memory_insert(void *self, const Fact *facts, int count, Diag *diag) {
    Memory *memory = self;
    if (!make_room(memory, count)) {
        return connection_explain_save(ERR_MEMORY, "", diag);
    }
    for (int i = 0; i < count; i++) {
        memory->list.items[memory->list.count++] = facts[i];
    }
    return merge_sort(&memory->list);
}

static int memory_list(void *self, StoreBackup out[STORE_BACKUPS_MAX]) {
    (void)self;
    (void)out;
    return 0;
}

static Err memory_restore(void *self, const StoreBackup *backup, Diag *diag) {
    (void)self;
    return diag_set(diag, ERR_NOT_FOUND, backup->name, 0, 0, "There is no such copy.");
}

static Err memory_tend(void *self, const atomic_bool *stop, Diag *diag) {
    (void)self;
    (void)stop;
    (void)diag;
    return ERR_OK;
}

static Err memory_erase(void *self, Diag *diag) {
    (void)diag;
    Memory *memory = self;
    if (memory->list.items) {
        memset(memory->list.items, 0, (size_t)memory->list.capacity * sizeof *memory->list.items);
    }
    memory->list.count = 0;
    memset(memory->bookmark, 0, sizeof memory->bookmark);
    memory->device = rows_random_device();
    return ERR_OK;
}

static Err memory_put_aside(void *self, Day today, Diag *diag) {
    (void)self;
    (void)today;
    return diag_set(diag, ERR_UNAVAILABLE, "", 0, 0, "There is no file to put aside.");
}

static Err memory_bring_back(void *self, const char *name, Day today, Diag *diag) {
    (void)name;
    return memory_put_aside(self, today, diag);
}

static const char *memory_folder(const void *self) {
    (void)self;
    return NULL;
}

static const char *memory_path(const void *self) {
    (void)self;
    return "";
}

static void memory_close(void *self) {
    Memory *memory = self;
    free(memory->list.items);
    free(memory);
}

const StoreOps store_memory_ops = {
    .load = memory_load,
    .load_bookmark = memory_load_bookmark,
    .commit = memory_commit,
    .tend = memory_tend,
    .erase = memory_erase,
    .put_aside = memory_put_aside,
    .bring_back = memory_bring_back,
    .folder = memory_folder,
    .insert = memory_insert,
    .list = memory_list,
    .restore = memory_restore,
    .path = memory_path,
    .close = memory_close,
};

Err store_memory_open(void **self, Diag *diag) {
    Memory *memory = calloc(1, sizeof *memory);
    if (!memory) {
        return diag_set(diag, ERR_MEMORY, NULL, 0, 0, "There isn’t enough memory.");
    }
    memory->device = rows_random_device();
    *self = memory;
    return ERR_OK;
}
