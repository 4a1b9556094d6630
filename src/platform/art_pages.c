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

static void premultiply(ArtPage *page, const SDL_Surface *surface) {
    for (int y = 0; y < page->height; y++) {
        const uint8_t *bytes = (const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch;
        const uint32_t *from = (const uint32_t *)(const void *)bytes;
        uint32_t *to = page->pixels + (ptrdiff_t)y * page->width;
        for (int x = 0; x < page->width; x++) {
            uint32_t alpha = from[x] >> 24;
            to[x] = alpha == 0 ? 0 : pixel_scale(from[x] | 0xff000000u, alpha);
        }
    }
}

static bool read_page(ArtPage *page, const char *path) {
    SDL_Surface *loaded = IMG_Load(path);
    SDL_Surface *surface =
        loaded ? SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    SDL_FreeSurface(loaded);
    if (!surface) {
        return false;
    }
    page->width = surface->w;
    page->height = surface->h;
    page->pixels = malloc((size_t)surface->w * (size_t)surface->h * sizeof *page->pixels);
    if (page->pixels) {
        premultiply(page, surface);
    }
    SDL_FreeSurface(surface);
    return page->pixels != NULL;
}

static size_t bytes_of(const ArtPage *page) {
    return (size_t)page->width * (size_t)page->height * sizeof *page->pixels;
}

/* Every sprite of a page must lie on it, or the sampler would read beside it. */
static bool sprites_fit(const Art *art, int number, const ArtPage *page, int page_scale) {
    for (int i = 0; i < art->sprite_count; i++) {
        const Sprite *sprite = &art->sprites[i];
        if (sprite->page == number && ((sprite->x + sprite->width) * page_scale > page->width ||
                                       (sprite->y + sprite->height) * page_scale > page->height)) {
            return false;
        }
    }
    return true;
}

static void drop_page(Art *art, ArtPage *page) {
    art->page_bytes -= bytes_of(page);
    free(page->pixels);
    page->pixels = NULL;
}

const ArtPage *art_page(Art *art, int number, int page_scale) {
    ArtPage *page = &art->pages[number][page_scale / 2];
    page->used_at = art->frame;
    if (page->pixels || page->is_broken) {
        return page->pixels ? page : NULL;
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

static ArtPage *longest_unused(Art *art) {
    ArtPage *found = NULL;
    for (int i = 0; i < art->page_count; i++) {
        for (int j = 0; j < ART_SCALE_COUNT; j++) {
            ArtPage *page = &art->pages[i][j];
            bool is_older = !found || art->frame - page->used_at > art->frame - found->used_at;
            found = page->pixels && is_older ? page : found;
        }
    }
    return found;
}

void art_end_frame(Art *art) {
    art->frame++;
    for (;;) {
        ArtPage *page = longest_unused(art);
        if (!page || (art->page_bytes <= art->page_byte_limit &&
                      art->frame - page->used_at < ART_PAGE_IDLE_FRAMES)) {
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
