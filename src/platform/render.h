/* SPDX-License-Identifier: MIT */
/* Paints a DrawList into pixels: SDL software surface, FreeType outlines for paths, SDL_ttf for
 * text, the art atlas for sprites and people. The same code paints the window and PNG files. */
#ifndef TB_RENDER_H
#define TB_RENDER_H

#include "draw.h"
#include "err.h"
#include "measure.h"

#include <SDL.h>
#include <stdbool.h>

typedef struct Renderer Renderer;

typedef enum RenderTheme { RENDER_DAY, RENDER_EVENING, RENDER_DAY_STRONG,
                           RENDER_EVENING_STRONG, RENDER_THEME_COUNT } RenderTheme;

/* `art_dir` holds sprites.txt and the pages, `font_dir` the TTFs. ERR_NOT_FOUND names the file that
 * is missing. Fonts and pages are read when first needed. */
Err render_open(const char *art_dir, const char *font_dir, Renderer **renderer, Diag *diag);
void render_close(Renderer *renderer);

/* Pixels per point: min(width/1280, height/720) of the target. Drops caches when it changes. */
void render_set_scale(Renderer *renderer, float scale);

/* Paints `list` onto `target` (the whole of it being the canvas; fastest with 32 bits as XRGB or
 * ARGB). Where nothing is painted, pixels are clear. A still block is kept from frame to frame if
 * it is the first of the list. Compares with what the
 * last call painted and repaints only what differs; `force` repaints all. Returns the rectangles
 * that changed (owned by the renderer until the next call), for SDL_UpdateWindowSurfaceRects. */
const SDL_Rect *render_paint(Renderer *renderer, SDL_Surface *target, const DrawList *list,
                             RenderTheme theme, bool force, int *rect_count);

/* As render_paint with `force`, little by little: paints for about `budget_ms` (0: to the end,
 * negative: one command), and returns false while something is left; then call again. Another
 * `stamp`, or render_paint, begins anew: the list must not change under one stamp (never 0). The
 * target is of 32 bits as ARGB. */
bool render_paint_some(Renderer *renderer, SDL_Surface *target, const DrawList *list,
                       RenderTheme theme, uint64_t stamp, int budget_ms);

/* The pixels of the still block as the list painted last has it, rows without padding; null if that
 * list has none, or it is of another size. Valid until the next call that paints. */
const uint32_t *render_still_pixels(const Renderer *renderer, int width, int height);

/* Measures with the real fonts; `context` of the returned Measure is the renderer. */
Measure render_measure(Renderer *renderer);

/* The first problem met while painting since the last call (a missing page, say), or ERR_OK. */
Err render_problem(Renderer *renderer, Diag *diag);

#endif
