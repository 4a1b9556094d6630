/* SPDX-License-Identifier: MIT */
/* Reads one page of the art from its file; tools/art/README.md has the format. */
#include "art_parts.h"

#include <SDL.h>
#include <lz4.h>
#include <stdlib.h>
#include <string.h>

enum { HEAD_BYTES = 16 };

static uint32_t word_at(const uint8_t *data, int number) {
    uint32_t word;
    memcpy(&word, data + (ptrdiff_t)number * 4, sizeof word);
    return SDL_SwapLE32(word);
}

/* The size and the kind of page; false if the file isn't a page. */
static bool read_head(ArtPage *page, const uint8_t *data, size_t size, uint32_t *depth) {
    if (size <= HEAD_BYTES || memcmp(data, "TBp1", 4) != 0) {
        return false;
    }
    uint32_t width = word_at(data, 1), height = word_at(data, 2);
    *depth = word_at(data, 3);
    if (width < 1 || width > ART_PAGE_SIDE_MAX || height < 1 || height > ART_PAGE_SIDE_MAX) {
        return false;
    }
    page->width = page->pitch = (int)width;
    page->height = (int)height;
    return *depth == 1 || *depth == 4;
}

static bool unpack(ArtPage *page, const uint8_t *data, size_t size) {
    uint32_t depth;
    if (size > LZ4_MAX_INPUT_SIZE || !read_head(page, data, size, &depth)) {
        return false;
    }
    int bytes = page->width * page->height * (int)depth;
    char *raw = malloc((size_t)bytes);
    const char *packed = (const char *)data + HEAD_BYTES;
    if (!raw || LZ4_decompress_safe(packed, raw, (int)size - HEAD_BYTES, bytes) != bytes) {
        free(raw);
        return false;
    }
    if (depth == 1) {
        page->cover = (uint8_t *)raw;
        return true;
    }
    page->pixels = (uint32_t *)(void *)raw;
    for (int i = 0; i < page->width * page->height; i++) {
        page->pixels[i] = SDL_SwapLE32(page->pixels[i]);
    }
    return true;
}

bool art_page_read(ArtPage *page, const char *path) {
    size_t size = 0;
    uint8_t *data = SDL_LoadFile(path, &size);
    bool is_read = data && unpack(page, data, size);
    SDL_free(data);
    return is_read;
}
