/* SPDX-License-Identifier: MIT */
/* For the art_*.c files: the index, pages in memory, and the sampler. */
#ifndef TB_ART_PARTS_H
#define TB_ART_PARTS_H

#include "art.h"
#include "render_cache.h"

enum {
    ART_PAGE_MAX = 256,
    ART_PAGE_SIDE_MAX = 4096, /* pixels */
    ART_SCALE_COUNT = 3,
    ART_PATH_MAX = 512,
    ART_SEEN = 1024,
    ART_SAMPLES_MAX = 4
};

/* One page at one of the scales 1, 2, 4: premultiplied pixels, or coverage of white masks. */
typedef struct ArtPage {
    uint32_t *pixels; /* null for masks, and while not in memory */
    uint8_t *cover;   /* of masks */
    int pitch;        /* in pixels */
    int width, height;
    unsigned used_at;     /* frame of the last use ... */
    unsigned used_before; /* ... and of the last use in an earlier frame */
    bool is_broken;
} ArtPage;

struct Art {
    char folder[ART_PATH_MAX];
    char *index_text; /* names point into it */
    Sprite *sprites;
    int sprite_count;
    int *table; /* sprite numbers by hash of the name, -1: free */
    int table_size;
    const char *page_names[ART_PAGE_MAX];
    SDL_Rect page_extents[ART_PAGE_MAX]; /* what sprites cover at 1x */
    int page_count;
    ArtPage pages[ART_PAGE_MAX][ART_SCALE_COUNT];
    size_t page_bytes, page_byte_limit;
    float scale; /* pixels a point of the canvas */
    unsigned frame;
    Cache *pictures;
    uint64_t seen[ART_SEEN]; /* keys painted once: the second time they are worth keeping */
    uint32_t *row;           /* scratch */
    int row_capacity;
    Err problem;
    Diag diag;
};

/* Reads sprites.txt of art->folder. */
Err art_read_index(Art *art, Diag *diag);

/* Reads a page's pixels or cover and its size; they are the page's, for free(). False, with neither
 * of them set, if there is no such file, it isn't a page or memory is short. */
bool art_page_read(ArtPage *page, const char *path);

/* The page at scale 1, 2 or 4, read if need be; null and a problem noted if it can't be. */
const ArtPage *art_page(Art *art, int page, int page_scale);

void art_note(Art *art, Err err, const char *file, const char *message);

/* Pixels of a page as seen through a placement: the page position of the centre of canvas pixel
 * (left + x, top + y) is (u0 + x * ux + y * uy, v0 + x * vx + y * vy). */
typedef struct Sampler {
    const uint32_t *pixels; /* top left of the sprite; null for a mask ... */
    const uint8_t *cover;   /* ... which has this */
    int left, top;          /* the canvas pixel that holds the origin */
    int pitch, width, height;
    float u0, ux, uy, v0, vx, vy;
    int samples;   /* along each side of a canvas pixel */
    bool is_plain; /* one page pixel a canvas pixel, no turning */
} Sampler;

/* The smallest page scale that has a page pixel for every canvas pixel; for large pages no larger
 * than that for the canvas itself, so that one enlarged sprite doesn't cost its whole page. */
int art_page_scale(const Art *art, const Sprite *sprite, SpritePlace place);

Sampler sampler_of(const Sprite *sprite, SpritePlace place, const ArtPage *page, int page_scale);

/* `length` pixels from canvas pixel (x, y) on. */
void sampler_row(const Sampler *sampler, int x, int y, int length, uint32_t *out);

/* The same for a sprite that isn't turned: pixels from the page position (u, v) in 16.16 on. */
void sampler_level(const Sampler *sampler, int32_t u, int32_t v, int length, uint32_t *out);

#endif
