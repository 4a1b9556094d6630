/* SPDX-License-Identifier: MIT */
/* Paints a picture a little larger than it is kept: for what moves, where composing anew for each
 * frame would cost too much. */
#ifndef TB_PEOPLE_STRETCH_H
#define TB_PEOPLE_STRETCH_H

#include "render_cache.h"
#include "render_canvas.h"

typedef struct Stretch {
    float x, y;  /* factors, about 0 from where the picture is placed ... */
    float hinge; /* ... and that many pixels below it */
} Stretch;

/* How many pixels of scratch a row takes. */
int stretch_width(const Picture *picture, const Stretch *stretch);

/* `alpha` / 255 of it, placed at `at`. `row` has room for stretch_width pixels. */
void stretch_paint(const Canvas *canvas, const Picture *picture, SDL_Point at,
                   const Stretch *stretch, uint32_t *row, uint32_t alpha);

#endif
