/* SPDX-License-Identifier: MIT */
/* Bilinear: each pixel of a row looks where it came from. */
#include "people_turn.h"

#include "render_canvas.h"

#include <math.h>
#include <stddef.h>

enum { ONE = 65536 }; /* of fixed-point places */

Turn turn_about(float x, float y, float degrees) {
    float angle = degrees * 3.14159265f / 180;
    return (Turn){x, y, sinf(angle), cosf(angle)};
}

SDL_Rect turn_bounds(const Picture *picture, const Turn *turn) {
    float left = 1e9f, top = 1e9f, right = -1e9f, bottom = -1e9f;
    for (int i = 0; i < 4; i++) {
        float x = (float)(picture->left + (i % 2 ? picture->width : 0)) - turn->x;
        float y = (float)(picture->top + (i / 2 ? picture->height : 0)) - turn->y;
        float to_x = turn->x + x * turn->cosine - y * turn->sine;
        float to_y = turn->y + x * turn->sine + y * turn->cosine;
        left = fminf(left, to_x);
        right = fmaxf(right, to_x);
        top = fminf(top, to_y);
        bottom = fmaxf(bottom, to_y);
    }
    int from_x = (int)floorf(left) - 1, from_y = (int)floorf(top) - 1;
    return (SDL_Rect){from_x, from_y, (int)ceilf(right) + 1 - from_x,
                      (int)ceilf(bottom) + 1 - from_y};
}

/* a * (256 - share) + b * share, channel by channel. */
static uint32_t mix(uint32_t a, uint32_t b, uint32_t share) {
    uint32_t rest = 256 - share;
    uint32_t rb = ((a & 0xff00ffu) * rest + (b & 0xff00ffu) * share) >> 8;
    uint32_t ag = ((a >> 8) & 0xff00ffu) * rest + ((b >> 8) & 0xff00ffu) * share;
    return (rb & 0xff00ffu) | (ag & 0xff00ff00u);
}

static uint32_t pixel_at(const Picture *picture, int x, int y) {
    bool inside = x >= 0 && x < picture->width && y >= 0 && y < picture->height;
    return inside ? ((const uint32_t *)picture->pixels)[(ptrdiff_t)y * picture->width + x] : 0;
}

/* A place beyond the edge has nothing; between two pixels it has a share of each. */
static uint32_t sample(const Picture *picture, int32_t u, int32_t v) {
    int x = u >> 16, y = v >> 16;
    uint32_t along = (uint32_t)(u >> 8) & 0xffu, down = (uint32_t)(v >> 8) & 0xffu;
    if (x >= 0 && x + 1 < picture->width && y >= 0 && y + 1 < picture->height) {
        const uint32_t *at = (const uint32_t *)picture->pixels + (ptrdiff_t)y * picture->width + x;
        const uint32_t *below = at + picture->width;
        if ((at[0] | at[1] | below[0] | below[1]) == 0) {
            return 0;
        }
        return mix(mix(at[0], at[1], along), mix(below[0], below[1], along), down);
    }
    return mix(mix(pixel_at(picture, x, y), pixel_at(picture, x + 1, y), along),
               mix(pixel_at(picture, x, y + 1), pixel_at(picture, x + 1, y + 1), along), down);
}

void turn_add_row(uint32_t *row, int left, int width, const Picture *picture, const Turn *turn,
                  int y, uint32_t share) {
    float x0 = (float)left + 0.5f - turn->x, y0 = (float)y + 0.5f - turn->y;
    float from_x = turn->x + x0 * turn->cosine + y0 * turn->sine - (float)picture->left - 0.5f;
    float from_y = turn->y - x0 * turn->sine + y0 * turn->cosine - (float)picture->top - 0.5f;
    int32_t u = (int32_t)floorf(from_x * ONE + 0.5f), v = (int32_t)floorf(from_y * ONE + 0.5f);
    int32_t u_step = (int32_t)lroundf(turn->cosine * ONE);
    int32_t v_step = (int32_t)lroundf(-turn->sine * ONE);
    for (int i = 0; i < width; i++) {
        uint32_t pixel = sample(picture, u, v);
        if (pixel) {
            row[i] += share == 255 ? pixel : pixel_scale(pixel, share);
        }
        u += u_step;
        v += v_step;
    }
}
