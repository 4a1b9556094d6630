/* SPDX-License-Identifier: MIT */
/* The valley behind pause and break: dimmed, the lamps lit. */
#ifndef TB_DIM_VALLEY_H
#define TB_DIM_VALLEY_H

#include "screen.h"

/* `cx`: middle of the stream in points; `glow_y`: a glow in the air above it, 0 for none. */
void dim_valley(ScreenContext *context, float cx, float glow_y);

/* The two of them on their banks, eyes closed. */
void dim_figures(ScreenContext *context, float cx);

#endif
