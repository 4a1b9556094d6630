/* SPDX-License-Identifier: MIT */
/* Pages of the art: read when first needed, given back when unused. */
#include "art_parts.h"

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
    free(page->pixels);
    page->cover = NULL;
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
    snprintf(path, sizeof path, "%s/%d/%s.page", art->folder, page_scale, art->page_names[number]);
    if (!art_page_read(page, path)) {
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
