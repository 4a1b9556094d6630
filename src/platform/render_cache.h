/* SPDX-License-Identifier: MIT */
/* Pictures kept for the next frames, found by key; the longest unused go first when there are too
 * many bytes. */
#ifndef TB_RENDER_CACHE_H
#define TB_RENDER_CACHE_H

#include <stddef.h>
#include <stdint.h>

/* `pixels` holds width * height * depth bytes, rows without padding. */
typedef struct Picture {
    uint64_t key;
    int left, top; /* of the first pixel, from where the picture is placed, in pixels */
    int width, height;
    int depth; /* 1: coverage, 4: premultiplied ARGB */
    void *pixels;
    int older, newer, next; /* links of the cache */
} Picture;

typedef struct Cache Cache;

/* Null when memory is out. */
Cache *cache_open(size_t byte_limit);
void cache_close(Cache *cache);
void cache_clear(Cache *cache);
void cache_set_limit(Cache *cache, size_t byte_limit);

/* The picture of that key, now the newest; null if unknown. Valid until the next cache_add. */
Picture *cache_find(Cache *cache, uint64_t key);

/* A zeroed picture under a new key; null when memory is out. A picture larger than the limit is
 * kept until the next one comes. */
Picture *cache_add(Cache *cache, uint64_t key, int width, int height, int depth);

size_t cache_bytes(const Cache *cache);

/* Keys are mixed from words. */
static inline uint64_t key_mix(uint64_t key, uint64_t word) {
    key = (key ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    return key ^ (key >> 29);
}

#endif
