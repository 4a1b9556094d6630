/* SPDX-License-Identifier: MIT */
/* Bilinear, row by row; rows that keep their width are mixed of two without looking at columns. */
#include "people_stretch.h"

#include <math.h>
#include <string.h>

enum { ONE = 256 }; /* of fixed-point shares */

int stretch_width(const Picture *picture, const Stretch *stretch) {
    return (int)ceilf((float)picture->width * stretch->x) + 3;
}

/* Null outside the picture. */
static const uint32_t *row_of(const Picture *picture, int y) {
    bool inside = y >= 0 && y < picture->height;
    return inside ? (const uint32_t *)picture->pixels + (ptrdiff_t)y * picture->width : NULL;
}

/* upper * (ONE - share) + lower * share, channel by channel. */
static uint32_t mix(uint32_t upper, uint32_t lower, uint32_t share) {
    uint32_t rest = ONE - share;
    uint32_t rb = ((upper & 0xff00ffu) * rest + (lower & 0xff00ffu) * share) >> 8;
    uint32_t ag = ((upper >> 8) & 0xff00ffu) * rest + ((lower >> 8) & 0xff00ffu) * share;
    return (rb & 0xff00ffu) | (ag & 0xff00ff00u);
}

static uint32_t at_column(const uint32_t *row, int width, int x) {
    return row && x >= 0 && x < width ? row[x] : 0;
}

static void mix_rows(uint32_t *out, const uint32_t *upper, const uint32_t *lower, int width,
                     uint32_t share) {
    for (int i = 0; i < width; i++) {
        out[i] = mix(upper ? upper[i] : 0, lower ? lower[i] : 0, share);
    }
}

/* `from`: the picture's column under the first pixel, in 1/65536; `step` to the next. */
static void sample_rows(uint32_t *out, int length, const uint32_t *upper, const uint32_t *lower,
                        int width, uint32_t share, int64_t from, int64_t step) {
    for (int i = 0; i < length; i++) {
        int x = (int)(from >> 16);
        uint32_t along = (uint32_t)(from >> 8) & 0xffu;
        uint32_t left = mix(at_column(upper, width, x), at_column(lower, width, x), share);
        uint32_t right = mix(at_column(upper, width, x + 1), at_column(lower, width, x + 1), share);
        out[i] = mix(left, right, along);
        from += step;
    }
}

void stretch_paint(const Canvas *canvas, const Picture *picture, SDL_Point at,
                   const Stretch *stretch, uint32_t *row, uint32_t alpha) {
    float hinge = stretch->hinge;
    float top = hinge + ((float)picture->top - hinge) * stretch->y;
    float bottom = top + (float)picture->height * stretch->y;
    int first = (int)floorf(top), last = (int)ceilf(bottom);
    int left = (int)floorf((float)picture->left * stretch->x) - 1;
    int length = stretch->x == 1 ? picture->width : stretch_width(picture, stretch);
    int64_t step = (int64_t)(65536 / stretch->x);
    int64_t from = (int64_t)(((float)left / stretch->x - (float)picture->left) * 65536);
    int clip_top = canvas->clip.y - at.y, clip_end = clip_top + canvas->clip.h;
    first = first < clip_top ? clip_top : first;
    last = last > clip_end ? clip_end : last;
    for (int y = first; y < last; y++) {
        float source = hinge + ((float)y - hinge) / stretch->y - (float)picture->top;
        int above = (int)floorf(source);
        uint32_t share = (uint32_t)((source - (float)above) * ONE);
        const uint32_t *upper = row_of(picture, above), *lower = row_of(picture, above + 1);
        if (stretch->x == 1) {
            mix_rows(row, upper, lower, length, share);
            canvas_row(canvas, at.x + picture->left, at.y + y, length, row, alpha, false);
        } else {
            sample_rows(row, length, upper, lower, picture->width, share, from, step);
            canvas_row(canvas, at.x + left, at.y + y, length, row, alpha, false);
        }
    }
}
