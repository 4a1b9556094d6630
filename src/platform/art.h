/* SPDX-License-Identifier: MIT */
/* The pictures of the game: sprites.txt, its pages, and sprites scaled, turned and tinted.
 * tools/art/README.md describes the files. */
#ifndef TB_ART_H
#define TB_ART_H

#include "err.h"
#include "render_canvas.h"

typedef struct Art Art;

/* One sprite of the index. */
typedef struct Sprite {
    const char *name;
    int page;
    int x, y, width, height; /* on the page, in pixels at 1x */
    float left, top;         /* of that rectangle from the origin, in points */
    float ppp;               /* page pixels a point at 1x */
} Sprite;

/* How a sprite lies on the canvas. */
typedef struct SpritePlace {
    float x, y;             /* where its origin goes, in pixels */
    float scale_x, scale_y; /* pixels a point; negative mirrors */
    float degrees;          /* clockwise, about the origin */
} SpritePlace;

/* How its pixels count. */
typedef struct SpriteLook {
    uint32_t tint;  /* 0xRRGGBB multiplies; SPRITE_AS_IS leaves the colours */
    uint32_t alpha; /* 0..255 */
    bool is_additive;
    bool is_once;   /* not worth keeping for the next frame */
} SpriteLook;

#define SPRITE_AS_IS 0xffffffu

/* Reads the index of `folder`. ERR_NOT_FOUND or ERR_FORMAT name file and line. */
Err art_open(const char *folder, Art **art, Diag *diag);
void art_close(Art *art);

/* Pixels per point of the canvas, for the byte limits; drops what is cached. */
void art_set_scale(Art *art, float scale);

const char *art_folder(const Art *art);

/* Null if there is no such sprite. */
const Sprite *art_find(const Art *art, const char *name);

/* The pixels a sprite may touch. */
SDL_Rect art_bounds(const Sprite *sprite, SpritePlace place);

void art_paint(Art *art, const Canvas *canvas, const Sprite *sprite, SpritePlace place,
               SpriteLook look);

/* Closes a frame: gives back pages that were not used for long, or are too many. */
void art_end_frame(Art *art);

/* Gives back all pages; they are read again when needed. */
void art_drop_pages(Art *art);

/* Notes a sprite that the index lacks, for art_problem. */
void art_note_missing(Art *art, const char *name);

/* The first problem since the last call: a page that is missing or broken, an unknown sprite. */
Err art_problem(Art *art, Diag *diag);

#endif
