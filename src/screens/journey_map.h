/* SPDX-License-Identifier: MIT */
/* The journey's landscape: the path with its bridges and towers, the sea, the two who walk it. */
#ifndef TB_JOURNEY_MAP_H
#define TB_JOURNEY_MAP_H

#include "journey_parts.h"

/* Where a chapter stands, in points of the canvas as it is zoomed and panned. */
Point journey_spot(const ScreenContext *context, int chapter);

/* Wheel and drag; before anything is drawn. */
void journey_map_look(ScreenContext *context);

/* The picture, with both on their way to `chosen`. */
void journey_map_draw(ScreenContext *context, int chosen);

/* The icon of what a chapter is about. */
const char *journey_icon(int chapter);

#endif
