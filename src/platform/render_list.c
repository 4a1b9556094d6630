/* SPDX-License-Identifier: MIT */
/* Reads a list: which pixels each command may touch, and what it is known by. */
#include "render_parts.h"
#include "render_shape.h"

#include <math.h>

/* The pixels of a box, with one to spare for rounding. */
static SDL_Rect pixels_of(Rect box, float scale) {
    SDL_Rect out = {(int)floorf(box.x * scale) - 1, (int)floorf(box.y * scale) - 1, 0, 0};
    out.w = (int)ceilf((box.x + box.w) * scale) + 1 - out.x;
    out.h = (int)ceilf((box.y + box.h) * scale) + 1 - out.y;
    return out;
}

SpritePlace render_place(const DrawSprite *sprite, float scale) {
    return (SpritePlace){.x = roundf(sprite->at.x * scale),
                         .y = roundf(sprite->at.y * scale),
                         .scale_x = sprite->scale_x * scale,
                         .scale_y = sprite->scale_y * scale,
                         .degrees = sprite->degrees};
}

SDL_Rect render_bounds(const Renderer *renderer, const DrawList *list, const DrawCmd *cmd) {
    SDL_Rect box = pixels_of(cmd->box, renderer->scale);
    if (cmd->kind == DRAW_SPRITE) {
        const Sprite *found = art_find(renderer->art, list->bytes + cmd->sprite.first_byte);
        SpritePlace place = render_place(&cmd->sprite, renderer->scale);
        SDL_Rect real = found ? art_bounds(found, place) : box;
        if (!SDL_IntersectRect(&box, &real, &box)) {
            box = (SDL_Rect){0};
        }
    }
    return box;
}

Rect render_scaled(Rect rect, float scale) {
    return (Rect){rect.x * scale, rect.y * scale, rect.w * scale, rect.h * scale};
}

int render_still_end(const DrawList *list, int first) {
    for (int i = first; i < list->cmd_count && list->cmds[first].kind == DRAW_STILL_BEGIN; i++) {
        if (list->cmds[i].kind == DRAW_STILL_END) {
            return i;
        }
    }
    return -1;
}

static uint64_t hash_still(const DrawList *list, int first, int end, RenderTheme theme) {
    uint64_t hash = key_mix(1, (uint64_t)theme);
    for (int i = first; i < end; i++) {
        hash = key_mix(hash, draw_cmd_hash(list, &list->cmds[i]));
    }
    return hash;
}

/* Clips while comparing: as rectangles, and mixed into the hashes of what they clip. */
typedef struct ClipTrail {
    SDL_Rect rects[CLIP_DEPTH + 1];
    uint64_t hashes[CLIP_DEPTH + 1];
    int depth, ignored;
} ClipTrail;

static void trail_push(ClipTrail *trail, const DrawCmd *cmd, float scale, uint64_t hash) {
    if (trail->depth == CLIP_DEPTH) {
        trail->ignored++;
        return;
    }
    SDL_Rect rect = clip_pixels(render_scaled(cmd->box, scale), cmd->clip.radius);
    int top = trail->depth++;
    trail->hashes[top + 1] = key_mix(trail->hashes[top], hash);
    if (!SDL_IntersectRect(&rect, &trail->rects[top], &trail->rects[top + 1])) {
        trail->rects[top + 1] = (SDL_Rect){0};
    }
}

static void trail_pop(ClipTrail *trail) {
    if (trail->ignored > 0) {
        trail->ignored--;
    } else if (trail->depth > 0) {
        trail->depth--;
    }
}

void render_read_list(Renderer *renderer, const DrawList *list, SDL_Rect canvas) {
    ClipTrail trail = {.depth = 0};
    trail.rects[0] = canvas;
    dirty_begin(&renderer->dirty);
    int first = 0;
    int end = render_still_end(list, 0);
    renderer->list_still_hash = 0; /* none */
    if (end >= 0) {
        renderer->list_still_hash = hash_still(list, 1, end, renderer->theme);
        dirty_add(&renderer->dirty, renderer->list_still_hash, canvas, (SDL_Rect){0});
        first = end + 1;
    }
    for (int i = first; i < list->cmd_count; i++) {
        const DrawCmd *cmd = &list->cmds[i];
        uint64_t hash = draw_cmd_hash(list, cmd);
        SDL_Rect box = renderer->boxes[i] = render_bounds(renderer, list, cmd);
        if (cmd->kind == DRAW_CLIP) {
            trail_push(&trail, cmd, renderer->scale, hash);
        } else if (cmd->kind == DRAW_UNCLIP) {
            trail_pop(&trail);
        } else if (trail.ignored == 0 &&
                   SDL_IntersectRect(&box, &trail.rects[trail.depth], &box)) {
            dirty_add(&renderer->dirty, key_mix(hash, trail.hashes[trail.depth]), box,
                      shape_hollow(cmd, renderer->scale));
        }
    }
}
