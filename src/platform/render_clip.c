/* SPDX-License-Identifier: MIT */
/* Clips: intersected rectangles, and coverage masks multiplied with those they lie in. */
#include "render_clip.h"

#include "render_shape.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void clip_free(ClipStack *stack) {
    for (int i = 0; i < CLIP_DEPTH; i++) {
        free(stack->masks[i].cover);
        free(stack->masks[i].solid_from);
        free(stack->masks[i].solid_to);
    }
}

void clip_start(ClipStack *stack, SDL_Rect rect) {
    stack->depth = 0;
    stack->ignored = 0;
    stack->rects[0] = rect;
    stack->masks_at[0] = NULL;
}

SDL_Rect clip_pixels(Rect box, float radius) {
    float x1 = box.x + box.w;
    float y1 = box.y + box.h;
    if (radius > 0) {
        SDL_Rect out = {(int)floorf(box.x), (int)floorf(box.y), 0, 0};
        out.w = (int)ceilf(x1) - out.x;
        out.h = (int)ceilf(y1) - out.y;
        return out;
    }
    SDL_Rect out = {(int)lroundf(box.x), (int)lroundf(box.y), 0, 0};
    out.w = (int)lroundf(x1) - out.x;
    out.h = (int)lroundf(y1) - out.y;
    return out;
}

static bool reserve_mask(ClipMask *mask, SDL_Rect rect) {
    size_t bytes = (size_t)rect.w * (size_t)rect.h;
    if (bytes > mask->cover_capacity) {
        free(mask->cover);
        mask->cover = malloc(bytes);
        mask->cover_capacity = mask->cover ? bytes : 0;
    }
    if (rect.h > mask->row_capacity) {
        free(mask->solid_from);
        free(mask->solid_to);
        mask->solid_from = malloc((size_t)rect.h * sizeof *mask->solid_from);
        mask->solid_to = malloc((size_t)rect.h * sizeof *mask->solid_to);
        mask->row_capacity = mask->solid_from && mask->solid_to ? rect.h : 0;
    }
    mask->rect = rect;
    return mask->cover_capacity >= bytes && mask->row_capacity >= rect.h;
}

static void multiply_mask(ClipMask *mask, const ClipMask *outer) {
    for (int y = 0; y < mask->rect.h; y++) {
        uint8_t *row = mask->cover + (ptrdiff_t)y * mask->rect.w;
        const uint8_t *other = outer->cover +
                               (ptrdiff_t)(y + mask->rect.y - outer->rect.y) * outer->rect.w +
                               (mask->rect.x - outer->rect.x);
        for (int x = 0; x < mask->rect.w; x++) {
            row[x] = (uint8_t)pixel_mul(row[x], other[x]);
        }
    }
}

static void find_solid(ClipMask *mask) {
    for (int y = 0; y < mask->rect.h; y++) {
        const uint8_t *row = mask->cover + (ptrdiff_t)y * mask->rect.w;
        int from = 0;
        int to = mask->rect.w;
        while (from < to && row[from] != 255) {
            from++;
        }
        while (to > from && row[to - 1] != 255) {
            to--;
        }
        mask->solid_from[y] = from;
        mask->solid_to[y] = to;
    }
}

void clip_push(ClipStack *stack, PathPainter *painter, Rect box, float radius) {
    if (stack->depth == CLIP_DEPTH) {
        stack->ignored++;
        return;
    }
    int top = stack->depth;
    SDL_Rect rect = clip_pixels(box, radius);
    if (!SDL_IntersectRect(&rect, &stack->rects[top], &rect)) {
        rect = (SDL_Rect){stack->rects[top].x, stack->rects[top].y, 0, 0};
    }
    const ClipMask *outer = stack->masks_at[top];
    ClipMask *mask = &stack->masks[top];
    stack->depth++;
    stack->rects[top + 1] = rect;
    stack->masks_at[top + 1] = outer;
    bool is_straight = radius <= 0 || rect.w <= 0 || rect.h <= 0 || shape_holds(box, radius, rect);
    if (is_straight || !reserve_mask(mask, rect)) {
        return;
    }
    memset(mask->cover, 0, (size_t)rect.w * (size_t)rect.h);
    path_painter_cover(painter, box, radius, rect, mask->cover);
    if (outer) {
        multiply_mask(mask, outer);
    }
    find_solid(mask);
    stack->masks_at[top + 1] = mask;
}

void clip_pop(ClipStack *stack) {
    if (stack->ignored > 0) {
        stack->ignored--;
    } else if (stack->depth > 0) {
        stack->depth--;
    }
}

bool clip_apply(const ClipStack *stack, Canvas *canvas, SDL_Rect bounds) {
    canvas->mask = stack->masks_at[stack->depth];
    return stack->ignored == 0 &&
           SDL_IntersectRect(&bounds, &stack->rects[stack->depth], &canvas->clip);
}
