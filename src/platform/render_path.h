/* SPDX-License-Identifier: MIT */
/* Outlines to pixels by FreeType's rasteriser: fills, gradients, round-capped strokes, dashes. */
#ifndef TB_RENDER_PATH_H
#define TB_RENDER_PATH_H

#include "render_canvas.h"

typedef struct PathPainter PathPainter;

/* Null when FreeType or memory is out. */
PathPainter *path_painter_open(void);
void path_painter_close(PathPainter *painter);

/* Paints one DRAW_PATH command, points times `scale`. `alpha` is that of the command's group. */
void path_painter_paint(PathPainter *painter, const Canvas *canvas, const DrawList *list,
                        const DrawPath *path, float scale, int theme, uint32_t alpha);

/* Coverage of a rounded rectangle (in pixels) over the pixels of `area`; `cover` holds
 * area.w * area.h zeroed bytes. */
void path_painter_cover(PathPainter *painter, Rect shape, float radius, SDL_Rect area,
                        uint8_t *cover);

#endif
