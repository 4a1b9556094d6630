/* SPDX-License-Identifier: MIT */
/* Soft shadows of rounded rectangles, blurred once for each size that matters. */
#ifndef TB_RENDER_SHADOW_H
#define TB_RENDER_SHADOW_H

#include "render_cache.h"
#include "render_path.h"

/* How shadows of one frame are painted. */
typedef struct ShadowStyle {
    float scale;
    int theme;
    uint32_t alpha;
    SDL_Rect hidden; /* pixels to leave out, because what throws the shadow will cover them */
} ShadowStyle;

void shadow_paint(Cache *cache, PathPainter *painter, const Canvas *canvas,
                  const DrawShadow *shadow, ShadowStyle style);

/* The pixels that `next`, the command after the shadow, certainly covers: all but the rim of an
 * opaque rounded rectangle; empty for anything else. */
SDL_Rect shadow_hidden(const DrawList *list, const DrawCmd *next, float scale);

#endif
