/* SPDX-License-Identifier: MIT */
/* The stack of clips of one frame: rectangles, and masks where corners are round. */
#ifndef TB_RENDER_CLIP_H
#define TB_RENDER_CLIP_H

#include "render_path.h"

enum { CLIP_DEPTH = 12 };

typedef struct ClipStack {
    SDL_Rect rects[CLIP_DEPTH + 1];
    const ClipMask *masks_at[CLIP_DEPTH + 1]; /* the mask that counts at that depth, or null */
    ClipMask masks[CLIP_DEPTH];
    int depth;
    int ignored; /* pushes beyond the depth: clipped to nothing rather than painted outside */
} ClipStack;

void clip_free(ClipStack *stack);

/* Empties the stack; everything is clipped to `rect`. */
void clip_start(ClipStack *stack, SDL_Rect rect);

/* Narrows the clip to `box` (pixels), rounded by `radius`. Edges of a clip with square corners lie
 * on whole pixels. */
void clip_push(ClipStack *stack, PathPainter *painter, Rect box, float radius);
void clip_pop(ClipStack *stack);

/* Sets the canvas to the clip on top, narrowed to `bounds`. False if nothing is left. */
bool clip_apply(const ClipStack *stack, Canvas *canvas, SDL_Rect bounds);

/* The pixels a clip of that box lets through. */
SDL_Rect clip_pixels(Rect box, float radius);

#endif
