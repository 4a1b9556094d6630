/* SPDX-License-Identifier: MIT */
/* The cache of pictures: a fixed pool of entries in hash chains and one list by last use. */
#include "render_cache.h"

#include <stdlib.h>

enum { CACHE_ENTRIES = 2048, CACHE_BUCKETS = 2048, CACHE_NONE = -1 };

struct Cache {
    size_t byte_limit;
    size_t bytes;
    int oldest, newest, free_first;
    int buckets[CACHE_BUCKETS];
    Picture entries[CACHE_ENTRIES];
};

static size_t picture_bytes(const Picture *picture) {
    return (size_t)picture->width * (size_t)picture->height * (size_t)picture->depth;
}

static int *bucket_of(Cache *cache, uint64_t key) {
    return &cache->buckets[(key >> 7) % CACHE_BUCKETS];
}

Cache *cache_open(size_t byte_limit) {
    Cache *cache = calloc(1, sizeof *cache);
    if (!cache) {
        return NULL;
    }
    cache->byte_limit = byte_limit;
    cache->oldest = cache->newest = CACHE_NONE;
    for (int i = 0; i < CACHE_BUCKETS; i++) {
        cache->buckets[i] = CACHE_NONE;
    }
    /* Entries are linked up when first taken, so that untouched memory stays untouched. */
    cache->free_first = 0;
    return cache;
}

static void unlink_entry(Cache *cache, int index) {
    Picture *entry = &cache->entries[index];
    int *older_link = entry->newer == CACHE_NONE ? &cache->newest
                                                 : &cache->entries[entry->newer].older;
    int *newer_link = entry->older == CACHE_NONE ? &cache->oldest
                                                 : &cache->entries[entry->older].newer;
    *older_link = entry->older;
    *newer_link = entry->newer;
}

static void link_newest(Cache *cache, int index) {
    Picture *entry = &cache->entries[index];
    entry->older = cache->newest;
    entry->newer = CACHE_NONE;
    if (cache->newest == CACHE_NONE) {
        cache->oldest = index;
    } else {
        cache->entries[cache->newest].newer = index;
    }
    cache->newest = index;
}

static void drop_oldest(Cache *cache) {
    int index = cache->oldest;
    Picture *entry = &cache->entries[index];
    unlink_entry(cache, index);
    int *link = bucket_of(cache, entry->key);
    while (*link != index) {
        link = &cache->entries[*link].next;
    }
    *link = entry->next;
    cache->bytes -= picture_bytes(entry);
    free(entry->pixels);
    *entry = (Picture){.next = cache->free_first + 1};
    cache->free_first = index;
}

void cache_clear(Cache *cache) {
    while (cache->oldest != CACHE_NONE) {
        drop_oldest(cache);
    }
}

void cache_close(Cache *cache) {
    if (cache) {
        cache_clear(cache);
        free(cache);
    }
}

static void make_room(Cache *cache, size_t bytes) {
    while (cache->oldest != CACHE_NONE &&
           (cache->bytes + bytes > cache->byte_limit || cache->free_first >= CACHE_ENTRIES)) {
        drop_oldest(cache);
    }
}

void cache_set_limit(Cache *cache, size_t byte_limit) {
    cache->byte_limit = byte_limit;
    make_room(cache, 0);
}

Picture *cache_find(Cache *cache, uint64_t key) {
    for (int i = *bucket_of(cache, key); i != CACHE_NONE; i = cache->entries[i].next) {
        if (cache->entries[i].key == key) {
            unlink_entry(cache, i);
            link_newest(cache, i);
            return &cache->entries[i];
        }
    }
    return NULL;
}

/* The free list: next == 0 of an entry never used yet means "the one after it". */
static int take_free(Cache *cache) {
    int index = cache->free_first;
    int next = cache->entries[index].next;
    cache->free_first = next == 0 ? index + 1 : next - 1;
    return index;
}

Picture *cache_add(Cache *cache, uint64_t key, int width, int height, int depth) {
    Picture picture = {.key = key, .width = width, .height = height, .depth = depth};
    size_t bytes = picture_bytes(&picture);
    make_room(cache, bytes);
    picture.pixels = calloc(bytes > 0 ? bytes : 1, 1);
    if (!picture.pixels) {
        return NULL;
    }
    int index = take_free(cache);
    int *bucket = bucket_of(cache, key);
    picture.next = *bucket;
    cache->entries[index] = picture;
    *bucket = index;
    link_newest(cache, index);
    cache->bytes += bytes;
    return &cache->entries[index];
}

size_t cache_bytes(const Cache *cache) {
    return cache->bytes;
}
