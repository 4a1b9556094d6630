/* SPDX-License-Identifier: MIT */
/* Pages of the art: read when first needed, premultiplied, given back when unused. */
#include "art_parts.h"

#include <SDL_image.h>
#include <stdio.h>
#include <stdlib.h>

/* Frames after which a page that nothing was painted from is given back. */
enum { ART_PAGE_IDLE_FRAMES = 240 };

void art_note(Art *art, Err err, const char *file, const char *message) {
    if (art->problem == ERR_OK) {
        art->problem = diag_set(&art->diag, err, file, 0, 0, "%s", message);
    }
}

void art_note_missing(Art *art, const char *name) {
    art_note(art, ERR_NOT_FOUND, name, "there is no such picture in sprites.txt");
}

Err art_problem(Art *art, Diag *diag) {
    Err problem = art->problem;
    if (problem != ERR_OK && diag) {
        *diag = art->diag;
    }
    art->problem = ERR_OK;
    return problem;
}

static uint32_t *row_of(const SDL_Surface *surface, int y) {
    uint8_t *bytes = (uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch;
    return (uint32_t *)(void *)bytes;
}

/* True if every pixel that is seen at all is white. */
static bool is_mask(const SDL_Surface *surface) {
    for (int y = 0; y < surface->h; y++) {
        const uint32_t *row = row_of(surface, y);
        for (int x = 0; x < surface->w; x++) {
            if ((row[x] & 0xffffffu) != 0xffffffu && row[x] >> 24 != 0) {
                return false;
            }
        }
    }
    return true;
}

static bool keep_cover(ArtPage *page, const SDL_Surface *surface) {
    page->cover = malloc((size_t)page->width * (size_t)page->height);
    for (int y = 0; page->cover && y < page->height; y++) {
        const uint32_t *from = row_of(surface, y);
        uint8_t *to = page->cover + (ptrdiff_t)y * page->width;
        for (int x = 0; x < page->width; x++) {
            to[x] = (uint8_t)(from[x] >> 24);
        }
    }
    page->pitch = page->width;
    return page->cover != NULL;
}

/* From ABGR as files have it to premultiplied ARGB. */
static void premultiply(ArtPage *page) {
    for (int y = 0; y < page->height; y++) {
        uint32_t *row = row_of(page->surface, y);
        for (int x = 0; x < page->width; x++) {
            uint32_t pixel = row[x];
            uint32_t alpha = pixel >> 24;
            if (pixel == 0 || alpha == 0) {
                row[x] = 0;
                continue;
            }
            pixel = (pixel & 0xff00ff00u) | (pixel >> 16 & 0xffu) | (pixel & 0xffu) << 16;
            row[x] = alpha == 255 ? pixel : pixel_scale(pixel | 0xff000000u, alpha);
        }
    }
    page->pixels = page->surface->pixels;
    page->pitch = page->surface->pitch / 4;
}

/* The file's pixels as ABGR, without a copy if they come like that; null if it can't be read. */
static SDL_Surface *read_surface(const char *path) {
    SDL_Surface *loaded = IMG_Load(path);
    if (!loaded || loaded->format->format == SDL_PIXELFORMAT_ABGR8888) {
        return loaded;
    }
    SDL_Surface *surface = SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ABGR8888, 0);
    SDL_FreeSurface(loaded);
    return surface;
}

static bool read_page(ArtPage *page, const char *path) {
    SDL_Surface *surface = read_surface(path);
    if (!surface) {
        return false;
    }
    page->width = surface->w;
    page->height = surface->h;
    if (is_mask(surface)) {
        bool is_kept = keep_cover(page, surface);
        SDL_FreeSurface(surface);
        return is_kept;
    }
    page->surface = surface;
    premultiply(page);
    return true;
}

static bool is_loaded(const ArtPage *page) {
    return page->pixels || page->cover;
}

static size_t bytes_of(const ArtPage *page) {
    size_t depth = page->cover ? 1 : 4;
    return (size_t)page->pitch * (size_t)page->height * depth;
}

/* Every sprite of a page must lie on it, or the sampler would read beside it. */
static bool sprites_fit(const Art *art, int number, const ArtPage *page, int page_scale) {
    SDL_Rect extent = art->page_extents[number];
    return (extent.x + extent.w) * page_scale <= page->width &&
           (extent.y + extent.h) * page_scale <= page->height;
}

static void drop_page(Art *art, ArtPage *page) {
    art->page_bytes -= bytes_of(page);
    free(page->cover);
    SDL_FreeSurface(page->surface);
    page->cover = NULL;
    page->surface = NULL;
    page->pixels = NULL;
}

const ArtPage *art_page(Art *art, int number, int page_scale) {
    ArtPage *page = &art->pages[number][page_scale / 2];
    if (page->used_at != art->frame) {
        page->used_before = page->used_at;
        page->used_at = art->frame;
    }
    if (is_loaded(page) || page->is_broken) {
        return page->is_broken ? NULL : page;
    }
    char path[ART_PATH_MAX + 160];
    snprintf(path, sizeof path, "%s/%d/%s.png", art->folder, page_scale, art->page_names[number]);
    if (!read_page(page, path)) {
        page->is_broken = true;
        art_note(art, ERR_NOT_FOUND, path, "this page of pictures can't be read");
        return NULL;
    }
    art->page_bytes += bytes_of(page);
    if (!sprites_fit(art, number, page, page_scale)) {
        drop_page(art, page);
        page->is_broken = true;
        art_note(art, ERR_FORMAT, path, "this page is smaller than sprites.txt says");
        return NULL;
    }
    return page;
}

/* Needed in frame after frame: reading it anew each time would cost more than its memory. */
static bool is_hot(const Art *art, const ArtPage *page) {
    return page->used_at + 1 >= art->frame && page->used_before + 2 >= art->frame;
}

static ArtPage *longest_unused(Art *art) {
    ArtPage *found = NULL;
    for (int i = 0; i < art->page_count; i++) {
        for (int j = 0; j < ART_SCALE_COUNT; j++) {
            ArtPage *page = &art->pages[i][j];
            bool is_older = !found || art->frame - page->used_at > art->frame - found->used_at;
            found = is_loaded(page) && is_older ? page : found;
        }
    }
    return found;
}

void art_end_frame(Art *art) {
    art->frame++;
    for (;;) {
        ArtPage *page = longest_unused(art);
        bool is_idle = page && art->frame - page->used_at >= ART_PAGE_IDLE_FRAMES;
        bool is_over = page && art->page_bytes > art->page_byte_limit && !is_hot(art, page);
        if (!is_idle && !is_over) {
            return;
        }
        drop_page(art, page);
    }
}

void art_drop_pages(Art *art) {
    for (ArtPage *page = longest_unused(art); page; page = longest_unused(art)) {
        drop_page(art, page);
    }
}
