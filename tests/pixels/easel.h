/* SPDX-License-Identifier: MIT */
/* What the pixel tests share: a renderer with little pictures of its own, a list and a surface. */
#ifndef TB_EASEL_H
#define TB_EASEL_H

#include "render.h"

enum { EASEL_WIDTH = 400, EASEL_HEIGHT = 300 };

typedef struct TestEasel {
    Renderer *renderer;
    DrawList *list;
    SDL_Surface *surface; /* EASEL_WIDTH x EASEL_HEIGHT */
    char art_dir[64];
} TestEasel;

/* Setup and teardown of a cmocka group; the state is a TestEasel. */
int easel_open(void **state);
int easel_close(void **state);

/* Begins an empty list of the surface's size at scale 1. */
DrawList *easel_begin(TestEasel *easel);

/* Paints all of the list; fails the test if the renderer has a problem. */
void easel_paint(TestEasel *easel);

/* 0xAARRGGBB, premultiplied. */
uint32_t easel_pixel(const SDL_Surface *surface, int x, int y);

/* The smallest rectangle that holds all pixels that aren't clear; empty if there are none. */
SDL_Rect easel_painted(const SDL_Surface *surface);

/* Largest difference of a channel of two pixels. */
int easel_difference(uint32_t a, uint32_t b);

#endif
