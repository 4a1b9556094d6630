/* SPDX-License-Identifier: MIT */
/* Paints pictures turned a little about a point: a head on its way from one tilt to another. */
#ifndef TB_PEOPLE_TURN_H
#define TB_PEOPLE_TURN_H

#include "render_cache.h"

#include <SDL.h>

/* Clockwise about x, y: pixels from where the picture is placed. */
typedef struct Turn {
    float x, y;
    float sine, cosine;
} Turn;

Turn turn_about(float x, float y, float degrees);

/* What a picture covers when it is turned, from where it is placed. */
SDL_Rect turn_bounds(const Picture *picture, const Turn *turn);

/* Adds share / 255 of the turned picture's row `y` to the `width` pixels of `row`, the first of
 * which lies at `left`. */
void turn_add_row(uint32_t *row, int left, int width, const Picture *picture, const Turn *turn,
                  int y, uint32_t share);

#endif
