/* SPDX-License-Identifier: MIT */
/* Pixels to paint on: blending of spans and rows, clipped to a rectangle and a rounded mask.
 *
 * Pixels are premultiplied ARGB, 8 bits each, in native-endian words (SDL_PIXELFORMAT_ARGB8888). */
#ifndef TB_RENDER_CANVAS_H
#define TB_RENDER_CANVAS_H

#include "draw.h"

#include <SDL.h>
#include <stdbool.h>
#include <stdint.h>

/* A rounded clip: coverage of each pixel of `rect`; between solid_from and solid_to (columns of the
 * rect) of a row every pixel is covered wholly. */
typedef struct ClipMask {
    SDL_Rect rect;
    uint8_t *cover;
    int *solid_from, *solid_to;
    size_t cover_capacity;
    int row_capacity;
} ClipMask;

typedef struct Canvas {
    uint32_t *pixels;
    int pitch; /* in pixels */
    int width, height;
    SDL_Rect clip;        /* inside the canvas */
    const ClipMask *mask; /* null: no rounded clip; else clip lies inside mask->rect */
} Canvas;

/* x * y / 255, rounded, for 0..255. */
static inline uint32_t pixel_mul(uint32_t x, uint32_t y) {
    uint32_t t = x * y + 128;
    return (t + (t >> 8)) >> 8;
}

/* All four channels times share / 255. */
static inline uint32_t pixel_scale(uint32_t pixel, uint32_t share) {
    uint32_t rb = (pixel & 0xff00ffu) * share + 0x800080u;
    uint32_t ag = ((pixel >> 8) & 0xff00ffu) * share + 0x800080u;
    rb = ((rb + ((rb >> 8) & 0xff00ffu)) >> 8) & 0xff00ffu;
    ag = (ag + ((ag >> 8) & 0xff00ffu)) & 0xff00ff00u;
    return rb | ag;
}

static inline uint32_t pixel_over(uint32_t source, uint32_t under) {
    return source + pixel_scale(under, 255 - (source >> 24));
}

/* Channel by channel, without overflow. */
static inline uint32_t pixel_add(uint32_t a, uint32_t b) {
    uint32_t rb = (a & 0xff00ffu) + (b & 0xff00ffu);
    uint32_t ag = ((a >> 8) & 0xff00ffu) + ((b >> 8) & 0xff00ffu);
    rb |= 0x1000100u - ((rb >> 8) & 0xff00ffu);
    ag |= 0x1000100u - ((ag >> 8) & 0xff00ffu);
    return (rb & 0xff00ffu) | (ag & 0xff00ffu) << 8;
}

/* The colour of a paint in a theme (0 day, 1 evening), alpha times `alpha`, premultiplied. */
uint32_t pixel_of_paint(Paint paint, int theme, uint32_t alpha);

/* `length` pixels from x on get `colour` with `cover` / 255. */
void canvas_span(const Canvas *canvas, int x, int y, int length, uint32_t colour, uint32_t cover);

/* Blends a row of pixels, alpha / 255 of them; additive: adds their light instead. */
void canvas_row(const Canvas *canvas, int x, int y, int length, const uint32_t *pixels,
                uint32_t alpha, bool additive);

/* Blends `colour` through a row of coverage. */
void canvas_cover_row(const Canvas *canvas, int x, int y, int length, const uint8_t *cover,
                      uint32_t colour);

/* Sets every pixel of the clip rectangle to transparent black, whatever the mask. */
void canvas_clear(const Canvas *canvas);

/* Copies the clip rectangle from a canvas of the same size, whatever the mask. */
void canvas_copy(const Canvas *canvas, const Canvas *from);

#endif
