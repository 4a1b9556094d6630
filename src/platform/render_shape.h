/* SPDX-License-Identifier: MIT */
/* What round rectangles leave alone, and what they hide: most of a screen is made of them. */
#ifndef TB_RENDER_SHAPE_H
#define TB_RENDER_SHAPE_H

#include "draw.h"

#include <SDL.h>
#include <stdbool.h>

/* Whether all pixels of `area` lie wholly inside that round rectangle (in pixels). */
bool shape_holds(Rect shape, float radius, SDL_Rect area);

/* The pixels inside a ring that it doesn't touch; w 0 where the command is no ring, or a thin one.
 * `scale`: pixels a point. */
SDL_Rect shape_hollow(const DrawCmd *cmd, float scale);

/* Whether the command paints all of `area` with opaque colour. */
bool shape_hides(const DrawCmd *cmd, float scale, SDL_Rect area);

#endif
