/* SPDX-License-Identifier: MIT */
/* Paints sprites: the first time straight from their page, after that from a kept picture. */
#include "art.h"

#include "art_parts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Frames count from here, so that a page never used is not taken for one used just before. */
enum { ART_FIRST_FRAME = 1000 };

enum { ART_CACHE_BYTES = 4 * 1024 * 1024, ART_PAGE_BYTES = 5 * 1024 * 1024 };

Err art_open(const char *folder, Art **art, Diag *diag) {
    *art = NULL;
    Art *opened = calloc(1, sizeof *opened);
    Cache *pictures = opened ? cache_open(ART_CACHE_BYTES) : NULL;
    if (!pictures) {
        free(opened);
        return diag_set(diag, ERR_MEMORY, folder, 0, 0, "not enough memory for the pictures");
    }
    opened->pictures = pictures;
    opened->page_byte_limit = ART_PAGE_BYTES;
    opened->frame = ART_FIRST_FRAME;
    opened->scale = 1;
    int length = snprintf(opened->folder, sizeof opened->folder, "%s", folder);
    Err err = length < ART_PATH_MAX
                  ? art_read_index(opened, diag)
                  : diag_set(diag, ERR_NOT_FOUND, folder, 0, 0, "the path of the art is too long");
    if (err != ERR_OK) {
        art_close(opened);
        return err;
    }
    *art = opened;
    return ERR_OK;
}

void art_close(Art *art) {
    if (!art) {
        return;
    }
    art_drop_pages(art);
    cache_close(art->pictures);
    SDL_free(art->index_text);
    free(art->sprites);
    free(art->table);
    free(art->row);
    free(art);
}

void art_set_scale(Art *art, float scale) {
    float share = scale > 1 ? scale * scale : 1;
    art->scale = scale;
    cache_clear(art->pictures);
    cache_set_limit(art->pictures, (size_t)((float)ART_CACHE_BYTES * share));
    art->page_byte_limit = (size_t)((float)ART_PAGE_BYTES * share);
    art_drop_pages(art);
}

const char *art_folder(const Art *art) {
    return art->folder;
}

static void tint_row(uint32_t *pixels, int length, uint32_t tint) {
    uint32_t r = tint >> 16 & 255, g = tint >> 8 & 255, b = tint & 255;
    for (int i = 0; i < length; i++) {
        uint32_t pixel = pixels[i];
        if (pixel != 0) {
            pixels[i] = (pixel & 0xff000000u) | pixel_mul(pixel >> 16 & 255, r) << 16 |
                        pixel_mul(pixel >> 8 & 255, g) << 8 | pixel_mul(pixel & 255, b);
        }
    }
}

static bool reserve_row(Art *art, int length) {
    if (length > art->row_capacity) {
        uint32_t *row = realloc(art->row, (size_t)length * sizeof *row);
        if (!row) {
            return false;
        }
        art->row = row;
        art->row_capacity = length;
    }
    return true;
}

static void paint_directly(Art *art, const Canvas *canvas, const Sampler *sampler, SDL_Rect box,
                           SpriteLook look) {
    SDL_Rect seen;
    if (!SDL_IntersectRect(&box, &canvas->clip, &seen) || !reserve_row(art, seen.w)) {
        return;
    }
    for (int y = seen.y; y < seen.y + seen.h; y++) {
        sampler_row(sampler, seen.x, y, seen.w, art->row);
        if (look.tint != SPRITE_AS_IS) {
            tint_row(art->row, seen.w, look.tint);
        }
        canvas_row(canvas, seen.x, y, seen.w, art->row, look.alpha, look.is_additive);
    }
}

static Picture *keep_picture(Art *art, uint64_t key, const Sampler *sampler, SDL_Rect box,
                             SpriteLook look) {
    Picture *picture = cache_add(art->pictures, key, box.w, box.h, 4);
    if (!picture) {
        return NULL;
    }
    picture->left = box.x - sampler->left;
    picture->top = box.y - sampler->top;
    for (int y = 0; y < box.h; y++) {
        uint32_t *row = (uint32_t *)picture->pixels + (ptrdiff_t)y * box.w;
        sampler_row(sampler, box.x, box.y + y, box.w, row);
        if (look.tint != SPRITE_AS_IS) {
            tint_row(row, box.w, look.tint);
        }
    }
    return picture;
}

static void paint_picture(const Canvas *canvas, const Picture *picture, SpritePlace place,
                          SpriteLook look) {
    int left = (int)floorf(place.x) + picture->left;
    int top = (int)floorf(place.y) + picture->top;
    for (int y = 0; y < picture->height; y++) {
        const uint32_t *row = (const uint32_t *)picture->pixels + (ptrdiff_t)y * picture->width;
        canvas_row(canvas, left, top + y, picture->width, row, look.alpha, look.is_additive);
    }
}

static uint64_t key_of(const Art *art, const Sprite *sprite, SpritePlace place, uint32_t tint) {
    uint32_t words[3];
    float share_x = place.x - floorf(place.x), share_y = place.y - floorf(place.y);
    memcpy(&words[0], &place.scale_x, sizeof words[0]);
    memcpy(&words[1], &place.scale_y, sizeof words[1]);
    memcpy(&words[2], &place.degrees, sizeof words[2]);
    uint64_t key = key_mix((uint64_t)(sprite - art->sprites) + 1, words[0]);
    key = key_mix(key, (uint64_t)words[1] << 32 | words[2]);
    key = key_mix(key, (uint64_t)(share_x * 256) << 8 | (uint64_t)(share_y * 256));
    return key_mix(key, tint);
}

void art_paint(Art *art, const Canvas *canvas, const Sprite *sprite, SpritePlace place,
               SpriteLook look) {
    if (place.scale_x == 0 || place.scale_y == 0 || look.alpha == 0) {
        return;
    }
    SDL_Rect box = art_bounds(sprite, place);
    if (!SDL_HasIntersection(&box, &canvas->clip)) {
        return;
    }
    uint64_t key = key_of(art, sprite, place, look.tint);
    const Picture *picture = look.is_once ? NULL : cache_find(art->pictures, key);
    if (!picture) {
        int page_scale = art_page_scale(art, sprite, place);
        const ArtPage *page = art_page(art, sprite->page, page_scale);
        if (!page) {
            return;
        }
        Sampler sampler = sampler_of(sprite, place, page, page_scale);
        uint64_t *seen = &art->seen[(key >> 9) % ART_SEEN];
        if (look.is_once || *seen != key) {
            *seen = key;
            paint_directly(art, canvas, &sampler, box, look);
            return;
        }
        picture = keep_picture(art, key, &sampler, box, look);
    }
    if (picture) {
        paint_picture(canvas, picture, place, look);
    }
}
