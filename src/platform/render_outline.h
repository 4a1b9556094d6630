/* SPDX-License-Identifier: MIT */
/* For render_path.c: FreeType outlines in growing buffers, and the flattening that dashes need. */
#ifndef TB_RENDER_OUTLINE_H
#define TB_RENDER_OUTLINE_H

#include "draw.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_STROKER_H

#include <math.h>
#include <stdbool.h>

/* FreeType counts points in a short. */
enum { OUTLINE_POINT_MAX = 32000 };

#define OUTLINE_FAR 20000.0f /* pixels */

typedef struct OutlineBuffer {
    FT_Outline outline;
    int point_capacity, contour_capacity;
} OutlineBuffer;

/* A path in pixels: verbs and points as in the DrawList, the points times `scale`. */
typedef struct PathView {
    const uint8_t *verbs;
    int verb_count;
    const Point *points;
    float scale;
} PathView;

/* FreeType's unit, 1/64 pixel. Far beyond any canvas a coordinate, even NaN, becomes the limit. */
static inline FT_Pos outline_unit(float pixels) {
    float units = fmaxf(-OUTLINE_FAR, fminf(OUTLINE_FAR, pixels)) * 64;
    return (FT_Pos)(units < 0 ? units - 0.5f : units + 0.5f);
}

static inline FT_Vector outline_vector(Point point, float scale) {
    return (FT_Vector){outline_unit(point.x * scale), outline_unit(point.y * scale)};
}

void outline_free(OutlineBuffer *buffer);

/* Makes room; false when it would be more than FreeType counts, or memory is out. */
bool outline_reserve(OutlineBuffer *buffer, int points, int contours);

/* The filled shape of a path. */
bool outline_from_path(OutlineBuffer *buffer, PathView path);

/* The shape of its stroke, width and dashes in pixels; dash 0: a solid line. */
bool outline_from_stroke(OutlineBuffer *buffer, FT_Stroker stroker, PathView path, float width,
                         float dash, float gap);

#endif
