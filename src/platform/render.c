/* SPDX-License-Identifier: MIT */
/* Paints drawing lists: what changed since the last one, command by command, clipped to it. */
#include "render.h"

#include "art.h"
#include "people.h"
#include "render_canvas.h"
#include "render_clip.h"
#include "render_dirty.h"
#include "render_path.h"
#include "render_shape.h"
#include "render_shadow.h"
#include "text_lines.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { RENDER_SHADOW_BYTES = 2 * 1024 * 1024 };

struct Renderer {
    float scale;
    PathPainter *paths;
    Texts *texts;
    Art *art;
    People *people;
    Cache *shadows;
    Dirty dirty;
    ClipStack clips;
    /* What the last frame was painted on, and how. */
    const SDL_Surface *target;
    int width, height;
    RenderTheme theme;
    bool has_painted;
    /* The cached still block. */
    uint32_t *still;
    int still_width, still_height;
    uint64_t still_hash;
    bool has_still;
    /* Of the frame at hand: */
    SDL_Rect boxes[DRAW_CMD_MAX]; /* of its commands, pixels */
    uint64_t list_still_hash;
    SDL_Surface *own; /* stands in for targets of other pixel formats */
};

/* One pass over a list: where it paints, and what it may touch. */
typedef struct Pass {
    Renderer *renderer;
    const DrawList *list;
    Canvas canvas;
    int theme;
} Pass;

Err render_open(const char *art_dir, const char *font_dir, Renderer **renderer, Diag *diag) {
    *renderer = NULL;
    Renderer *opened = calloc(1, sizeof *opened);
    if (!opened) {
        return diag_set(diag, ERR_MEMORY, "", 0, 0, "not enough memory to draw");
    }
    opened->scale = 1;
    opened->paths = path_painter_open();
    opened->shadows = cache_open(RENDER_SHADOW_BYTES);
    Err err = opened->paths && opened->shadows
                  ? ERR_OK
                  : diag_set(diag, ERR_MEMORY, "", 0, 0, "not enough memory to draw");
    err = err != ERR_OK ? err : texts_open(font_dir, &opened->texts, diag);
    err = err != ERR_OK ? err : art_open(art_dir, &opened->art, diag);
    err = err != ERR_OK ? err : people_open(opened->art, &opened->people, diag);
    if (err != ERR_OK) {
        render_close(opened);
        return err;
    }
    *renderer = opened;
    return ERR_OK;
}

void render_close(Renderer *renderer) {
    if (!renderer) {
        return;
    }
    people_close(renderer->people);
    art_close(renderer->art);
    texts_close(renderer->texts);
    cache_close(renderer->shadows);
    path_painter_close(renderer->paths);
    clip_free(&renderer->clips);
    free(renderer->still);
    SDL_FreeSurface(renderer->own);
    free(renderer);
}

void render_set_scale(Renderer *renderer, float scale) {
    if (scale == renderer->scale || !(scale > 0)) {
        return;
    }
    float share = scale > 1 ? scale * scale : 1;
    renderer->scale = scale;
    renderer->has_still = false;
    renderer->has_painted = false;
    cache_clear(renderer->shadows);
    cache_set_limit(renderer->shadows, (size_t)((float)RENDER_SHADOW_BYTES * share));
    texts_set_scale(renderer->texts, scale);
    art_set_scale(renderer->art, scale);
    people_set_scale(renderer->people, scale);
}

static float measure(void *context, FontFace face, float size, const char *text, int length) {
    Renderer *renderer = context;
    return texts_measure(renderer->texts, face, size, text, length);
}

Measure render_measure(Renderer *renderer) {
    return (Measure){.text = measure, .context = renderer};
}

Err render_problem(Renderer *renderer, Diag *diag) {
    Err err = texts_problem(renderer->texts, diag);
    return err != ERR_OK ? err : art_problem(renderer->art, diag);
}

/* The pixels of a box, with one to spare for rounding. */
static SDL_Rect pixels_of(Rect box, float scale) {
    SDL_Rect out = {(int)floorf(box.x * scale) - 1, (int)floorf(box.y * scale) - 1, 0, 0};
    out.w = (int)ceilf((box.x + box.w) * scale) + 1 - out.x;
    out.h = (int)ceilf((box.y + box.h) * scale) + 1 - out.y;
    return out;
}

static SpritePlace place_of(const DrawSprite *sprite, float scale) {
    return (SpritePlace){.x = roundf(sprite->at.x * scale),
                         .y = roundf(sprite->at.y * scale),
                         .scale_x = sprite->scale_x * scale,
                         .scale_y = sprite->scale_y * scale,
                         .degrees = sprite->degrees};
}

/* The pixels a command may touch. Sprites are known better here than to whoever drew them. */
static SDL_Rect bounds_of(const Renderer *renderer, const DrawList *list, const DrawCmd *cmd) {
    SDL_Rect box = pixels_of(cmd->box, renderer->scale);
    if (cmd->kind == DRAW_SPRITE) {
        const Sprite *found = art_find(renderer->art, list->bytes + cmd->sprite.first_byte);
        SDL_Rect real = found ? art_bounds(found, place_of(&cmd->sprite, renderer->scale)) : box;
        if (!SDL_IntersectRect(&box, &real, &box)) {
            box = (SDL_Rect){0};
        }
    }
    return box;
}

static void paint_sprite(Pass *pass, const DrawSprite *sprite, uint32_t alpha) {
    Renderer *renderer = pass->renderer;
    const char *name = pass->list->bytes + sprite->first_byte;
    const Sprite *found = art_find(renderer->art, name);
    if (!found) {
        art_note_missing(renderer->art, name);
        return;
    }
    Paint tint = sprite->tint;
    uint32_t colour = SPRITE_AS_IS;
    if (tint.token != TOKEN_NONE) {
        Paint solid = tint;
        solid.alpha = 255;
        colour = pixel_of_paint(solid, pass->theme, 255) & 0xffffffu;
    }
    SpriteLook look = {.tint = colour,
                       .alpha = pixel_mul(alpha, tint.alpha),
                       .is_additive = sprite->additive};
    art_paint(renderer->art, &pass->canvas, found, place_of(sprite, renderer->scale), look);
}

static void paint_text(Pass *pass, const DrawText *text, uint32_t alpha) {
    Renderer *renderer = pass->renderer;
    const Picture *line = texts_picture(renderer->texts, text->face, text->size,
                                        pass->list->bytes + text->first_byte, text->byte_count);
    uint32_t colour = pixel_of_paint(text->paint, pass->theme, alpha);
    if (!line || colour == 0) {
        return;
    }
    int left = (int)lroundf(text->x * renderer->scale) + line->left;
    int top = (int)lroundf(text->baseline * renderer->scale) + line->top;
    for (int y = 0; y < line->height; y++) {
        canvas_cover_row(&pass->canvas, left, top + y, line->width,
                         (const uint8_t *)line->pixels + (ptrdiff_t)y * line->width, colour);
    }
}

static void paint_shadow(Pass *pass, const DrawCmd *cmd) {
    Renderer *renderer = pass->renderer;
    ShadowStyle style = {.scale = renderer->scale, .theme = pass->theme, .alpha = cmd->alpha};
    if (cmd + 1 < pass->list->cmds + pass->list->cmd_count) {
        style.hidden = shadow_hidden(pass->list, cmd + 1, renderer->scale);
    }
    shadow_paint(renderer->shadows, renderer->paths, &pass->canvas, &cmd->shadow, style);
}

static void paint_cmd(Pass *pass, const DrawCmd *cmd) {
    Renderer *renderer = pass->renderer;
    if (!clip_apply(&renderer->clips, &pass->canvas, renderer->boxes[cmd - pass->list->cmds])) {
        return;
    }
    switch (cmd->kind) {
    case DRAW_PATH:
        path_painter_paint(renderer->paths, &pass->canvas, pass->list, &cmd->path,
                           renderer->scale, pass->theme, cmd->alpha);
        break;
    case DRAW_TEXT: paint_text(pass, &cmd->text, cmd->alpha); break;
    case DRAW_SPRITE: paint_sprite(pass, &cmd->sprite, cmd->alpha); break;
    case DRAW_PERSON:
        people_paint(renderer->people, &pass->canvas, &cmd->person, renderer->scale, cmd->alpha);
        break;
    case DRAW_SHADOW: paint_shadow(pass, cmd); break;
    case DRAW_CLIP:
    case DRAW_UNCLIP:
    case DRAW_STILL_BEGIN:
    case DRAW_STILL_END:
    case DRAW_KIND_COUNT: break;
    }
}

static Rect scaled(Rect rect, float scale) {
    return (Rect){rect.x * scale, rect.y * scale, rect.w * scale, rect.h * scale};
}

/* Commands from `first` up to `end`, clipped to `area`. */
static void paint_range(Pass *pass, int first, int end, SDL_Rect area) {
    Renderer *renderer = pass->renderer;
    clip_start(&renderer->clips, area);
    for (int i = first; i < end; i++) {
        const DrawCmd *cmd = &pass->list->cmds[i];
        if (cmd->kind == DRAW_CLIP) {
            clip_push(&renderer->clips, renderer->paths, scaled(cmd->box, renderer->scale),
                      cmd->clip.radius * renderer->scale);
        } else if (cmd->kind == DRAW_UNCLIP) {
            clip_pop(&renderer->clips);
        } else {
            paint_cmd(pass, cmd);
        }
    }
}

/* The index of the still block's end, or -1 if the command at `first` doesn't begin one. */
static int still_end(const DrawList *list, int first) {
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

/* Paints the block onto its own pixels, unless they show it already. False: no memory for them. */
static bool update_still(Pass *pass, int first, int end, uint64_t hash) {
    Renderer *renderer = pass->renderer;
    int width = pass->canvas.width, height = pass->canvas.height;
    if (renderer->still_width != width || renderer->still_height != height) {
        free(renderer->still);
        renderer->still = malloc((size_t)width * (size_t)height * sizeof *renderer->still);
        renderer->still_width = renderer->still ? width : 0;
        renderer->still_height = renderer->still ? height : 0;
        renderer->has_still = false;
    }
    if (!renderer->still) {
        return false;
    }
    if (!renderer->has_still || renderer->still_hash != hash) {
        Pass still = *pass;
        SDL_Rect whole = {0, 0, width, height};
        still.canvas = (Canvas){.pixels = renderer->still,
                                .pitch = width,
                                .width = width,
                                .height = height,
                                .clip = whole};
        canvas_clear(&still.canvas);
        for (int i = first; i < end; i++) {
            renderer->boxes[i] = bounds_of(renderer, pass->list, &pass->list->cmds[i]);
        }
        paint_range(&still, first, end, whole);
        renderer->still_hash = hash;
        renderer->has_still = true;
    }
    return true;
}

/* The newest command that hides all below it in this area, -1 if none does. Only the ones that no
 * clip cuts, so that painting can begin with it. */
static int last_hiding(const Renderer *renderer, const DrawList *list, int first, SDL_Rect area) {
    int depth = 0, found = -1;
    for (int i = first; i < list->cmd_count; i++) {
        const DrawCmd *cmd = &list->cmds[i];
        depth += cmd->kind == DRAW_CLIP ? 1 : cmd->kind == DRAW_UNCLIP ? -1 : 0;
        if (depth == 0 && shape_hides(cmd, renderer->scale, area)) {
            found = i;
        }
    }
    return found;
}

static void paint_area(Pass *pass, SDL_Rect area) {
    Renderer *renderer = pass->renderer;
    const DrawList *list = pass->list;
    int end = still_end(list, 0);
    int first = last_hiding(renderer, list, end + 1, area);
    Canvas whole = pass->canvas;
    whole.clip = area;
    whole.mask = NULL;
    if (first >= 0) {
        paint_range(pass, first, list->cmd_count, area);
        return;
    }
    first = 0;
    if (end >= 0 && update_still(pass, 1, end, renderer->list_still_hash)) {
        Canvas still = whole;
        still.pixels = renderer->still;
        still.pitch = renderer->still_width;
        canvas_copy(&whole, &still);
        first = end + 1;
    } else {
        canvas_clear(&whole);
    }
    paint_range(pass, first, list->cmd_count, area);
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
    SDL_Rect rect = clip_pixels(scaled(cmd->box, scale), cmd->clip.radius);
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

/* Hands all commands of the list to the comparison, each with the pixels it may touch. */
static void read_list(Renderer *renderer, const DrawList *list, SDL_Rect canvas) {
    ClipTrail trail = {.depth = 0};
    trail.rects[0] = canvas;
    dirty_begin(&renderer->dirty);
    int first = 0;
    int end = still_end(list, 0);
    if (end >= 0) {
        renderer->list_still_hash = hash_still(list, 1, end, renderer->theme);
        dirty_add(&renderer->dirty, renderer->list_still_hash, canvas, (SDL_Rect){0});
        first = end + 1;
    }
    for (int i = first; i < list->cmd_count; i++) {
        const DrawCmd *cmd = &list->cmds[i];
        uint64_t hash = draw_cmd_hash(list, cmd);
        SDL_Rect box = renderer->boxes[i] = bounds_of(renderer, list, cmd);
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

static bool is_native(const SDL_Surface *surface) {
    const SDL_PixelFormat *format = surface->format;
    return format->BytesPerPixel == 4 && format->Rmask == 0xff0000u && format->Gmask == 0xff00u &&
           format->Bmask == 0xffu;
}

/* The surface to paint on: the target, or for other pixel formats one of the same size. */
static SDL_Surface *surface_for(Renderer *renderer, SDL_Surface *target) {
    if (is_native(target)) {
        return target;
    }
    if (!renderer->own || renderer->own->w != target->w || renderer->own->h != target->h) {
        SDL_FreeSurface(renderer->own);
        renderer->own = SDL_CreateRGBSurfaceWithFormat(0, target->w, target->h, 32,
                                                       SDL_PIXELFORMAT_ARGB8888);
        SDL_SetSurfaceBlendMode(renderer->own, SDL_BLENDMODE_NONE);
        renderer->has_painted = false;
    }
    return renderer->own;
}

static bool must_paint_all(const Renderer *renderer, const SDL_Surface *target,
                           RenderTheme theme) {
    return !renderer->has_painted || renderer->target != target || renderer->width != target->w ||
           renderer->height != target->h || renderer->theme != theme;
}

const SDL_Rect *render_paint(Renderer *renderer, SDL_Surface *target, const DrawList *list,
                             RenderTheme theme, bool force, int *rect_count) {
    *rect_count = 0;
    SDL_Surface *surface = surface_for(renderer, target);
    if (!surface || (SDL_MUSTLOCK(surface) && SDL_LockSurface(surface) != 0)) {
        return renderer->dirty.rects;
    }
    bool is_whole = force || must_paint_all(renderer, target, theme);
    SDL_Rect canvas = {0, 0, target->w, target->h};
    renderer->theme = theme;
    read_list(renderer, list, canvas);
    dirty_compare(&renderer->dirty, canvas, is_whole);
    Pass pass = {.renderer = renderer, .list = list, .theme = (int)theme};
    pass.canvas = (Canvas){.pixels = surface->pixels,
                           .pitch = surface->pitch / 4,
                           .width = surface->w,
                           .height = surface->h,
                           .clip = canvas};
    for (int i = 0; i < renderer->dirty.rect_count; i++) {
        paint_area(&pass, renderer->dirty.rects[i]);
    }
    if (SDL_MUSTLOCK(surface)) {
        SDL_UnlockSurface(surface);
    }
    for (int i = 0; surface != target && i < renderer->dirty.rect_count; i++) {
        SDL_Rect rect = renderer->dirty.rects[i];
        SDL_BlitSurface(surface, &rect, target, &rect);
    }
    art_end_frame(renderer->art);
    renderer->target = target;
    renderer->width = target->w;
    renderer->height = target->h;
    renderer->has_painted = true;
    *rect_count = renderer->dirty.rect_count;
    return renderer->dirty.rects;
}
