/* SPDX-License-Identifier: MIT */
/* Round rectangles against rectangles of pixels. */
#include "render_shape.h"

#include <math.h>

static bool is_within(SDL_Rect area, float x0, float y0, float x1, float y1) {
    return (float)area.x >= x0 && (float)area.y >= y0 && (float)(area.x + area.w) <= x1 &&
           (float)(area.y + area.h) <= y1;
}

bool shape_holds(Rect shape, float radius, SDL_Rect area) {
    float x1 = shape.x + shape.w, y1 = shape.y + shape.h;
    float r = fmaxf(0, fminf(radius, fminf(shape.w, shape.h) / 2));
    float in = r * 0.2929f; /* to the corner's arc, along the diagonal */
    return is_within(area, shape.x + r, shape.y, x1 - r, y1) ||
           is_within(area, shape.x, shape.y + r, x1, y1 - r) ||
           is_within(area, shape.x + in, shape.y + in, x1 - in, y1 - in);
}

static Rect scaled(Rect rect, float scale) {
    return (Rect){rect.x * scale, rect.y * scale, rect.w * scale, rect.h * scale};
}

SDL_Rect shape_hollow(const DrawCmd *cmd, float scale) {
    enum { LEAST = 16 };
    const DrawPath *path = &cmd->path;
    if (cmd->kind != DRAW_PATH || path->shape.w <= 0 || path->fill.top.token != TOKEN_NONE) {
        return (SDL_Rect){0};
    }
    Rect shape = scaled(path->shape, scale);
    float half = path->stroke_width * scale / 2;
    float r = fmaxf(half, path->shape_radius * scale);
    float in = r - (r - half) * 0.7071f + 1; /* the largest that fits into the corners' arcs */
    int x0 = (int)ceilf(shape.x + in), y0 = (int)ceilf(shape.y + in);
    int x1 = (int)floorf(shape.x + shape.w - in), y1 = (int)floorf(shape.y + shape.h - in);
    bool is_worth = x1 - x0 >= LEAST && y1 - y0 >= LEAST;
    return is_worth ? (SDL_Rect){x0, y0, x1 - x0, y1 - y0} : (SDL_Rect){0};
}

static bool is_opaque(Paint paint) {
    return paint.token != TOKEN_NONE && paint.alpha == 255;
}

bool shape_hides(const DrawCmd *cmd, float scale, SDL_Rect area) {
    const DrawPath *path = &cmd->path;
    if (cmd->kind != DRAW_PATH || cmd->alpha != 255 || path->shape.w <= 0) {
        return false;
    }
    const Fill *fill = &path->fill;
    bool plain = is_opaque(fill->top) && fill->bottom.token == TOKEN_NONE;
    return plain && shape_holds(scaled(path->shape, scale), path->shape_radius * scale, area);
}
