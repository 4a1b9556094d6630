/* SPDX-License-Identifier: MIT */
/* Which parts of a frame differ from the one before: the frames' commands are compared in order,
 * and the boxes of those that only one of them has are to be painted anew. */
#ifndef TB_RENDER_DIRTY_H
#define TB_RENDER_DIRTY_H

#include "draw.h"

#include <SDL.h>

enum { DIRTY_RECT_MAX = 16 };

/* A command as painted: everything that decides its pixels, and where they lie. */
typedef struct DirtyItem {
    uint64_t hash;
    SDL_Rect box;
    SDL_Rect hollow; /* inside it, and not painted; w 0: none */
} DirtyItem;

typedef struct Dirty {
    DirtyItem lists[2][DRAW_CMD_MAX];
    int counts[2];
    int current; /* which of the two is being filled */
    SDL_Rect rects[DIRTY_RECT_MAX];
    int rect_count;
} Dirty;

/* Starts a frame: what was current becomes the one before. */
void dirty_begin(Dirty *dirty);
void dirty_add(Dirty *dirty, uint64_t hash, SDL_Rect box, SDL_Rect hollow);

/* Fills `rects` with disjoint rectangles inside `canvas`; all of it if `is_whole`. */
void dirty_compare(Dirty *dirty, SDL_Rect canvas, bool is_whole);

#endif
