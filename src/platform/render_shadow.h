/* SPDX-License-Identifier: MIT */
/* Soft shadows of rounded rectangles, blurred once for each size that matters. */
#ifndef TB_RENDER_SHADOW_H
#define TB_RENDER_SHADOW_H

#include "render_cache.h"
#include "render_path.h"

void shadow_paint(Cache *cache, PathPainter *painter, const Canvas *canvas,
                  const DrawShadow *shadow, float scale, int theme, uint32_t alpha);

#endif
