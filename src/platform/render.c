/* SPDX-License-Identifier: MIT */
/* Paints drawing lists: what changed since the last one, command by command, clipped to it. */
#include "render_parts.h"

#include "render_shape.h"
#include "render_shadow.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { RENDER_SHADOW_BYTES = 2 * 1024 * 1024 };

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
    art_paint(renderer->art, &pass->canvas, found, render_place(sprite, renderer->scale), look);
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

void render_one(Pass *pass, const DrawCmd *cmd) {
    Renderer *renderer = pass->renderer;
    if (cmd->kind == DRAW_CLIP) {
        clip_push(&renderer->clips, renderer->paths, render_scaled(cmd->box, renderer->scale),
                  cmd->clip.radius * renderer->scale);
    } else if (cmd->kind == DRAW_UNCLIP) {
        clip_pop(&renderer->clips);
    } else {
        paint_cmd(pass, cmd);
    }
}

/* Commands from `first` up to `end`, clipped to `area`. */
static void paint_range(Pass *pass, int first, int end, SDL_Rect area) {
    clip_start(&pass->renderer->clips, area);
    for (int i = first; i < end; i++) {
        render_one(pass, &pass->list->cmds[i]);
    }
}

bool render_still_reserve(Renderer *renderer, int width, int height) {
    if (renderer->still_width != width || renderer->still_height != height) {
        free(renderer->still);
        renderer->still = malloc((size_t)width * (size_t)height * sizeof *renderer->still);
        renderer->still_width = renderer->still ? width : 0;
        renderer->still_height = renderer->still ? height : 0;
        renderer->has_still = false;
    }
    return renderer->still != NULL;
}

Pass render_still_pass(const Pass *pass) {
    const Renderer *renderer = pass->renderer;
    Pass still = *pass;
    still.canvas = (Canvas){.pixels = renderer->still,
                            .pitch = renderer->still_width,
                            .width = renderer->still_width,
                            .height = renderer->still_height,
                            .clip = {0, 0, renderer->still_width, renderer->still_height}};
    return still;
}

void render_still_begin(const Pass *pass, int end) {
    Renderer *renderer = pass->renderer;
    Canvas still = render_still_pass(pass).canvas;
    renderer->has_still = false;
    canvas_clear(&still);
    for (int i = 1; i < end; i++) {
        renderer->boxes[i] = render_bounds(renderer, pass->list, &pass->list->cmds[i]);
    }
}

void render_still_end_of(Renderer *renderer) {
    renderer->still_hash = renderer->list_still_hash;
    renderer->has_still = true;
}

bool render_still_is_there(const Renderer *renderer) {
    return renderer->has_still && renderer->still_hash == renderer->list_still_hash;
}

const uint32_t *render_still_pixels(const Renderer *renderer, int width, int height) {
    bool fits = renderer->still_width == width && renderer->still_height == height;
    return fits && render_still_is_there(renderer) ? renderer->still : NULL;
}

/* Paints the block, unless its pixels show it already. False: there is no memory for them. */
static bool update_still(Pass *pass, int end) {
    Renderer *renderer = pass->renderer;
    if (!render_still_reserve(renderer, pass->canvas.width, pass->canvas.height)) {
        return false;
    }
    if (!render_still_is_there(renderer)) {
        Pass still = render_still_pass(pass);
        render_still_begin(pass, end);
        paint_range(&still, 1, end, still.canvas.clip);
        render_still_end_of(renderer);
    }
    return true;
}

void render_still_copy(const Pass *pass, SDL_Rect area) {
    Canvas to = pass->canvas, still = render_still_pass(pass).canvas;
    to.clip = area;
    canvas_copy(&to, &still);
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
    int end = render_still_end(list, 0);
    int first = last_hiding(renderer, list, end + 1, area);
    Canvas whole = pass->canvas;
    whole.clip = area;
    whole.mask = NULL;
    if (first >= 0) {
        paint_range(pass, first, list->cmd_count, area);
        return;
    }
    first = 0;
    if (end >= 0 && update_still(pass, end)) {
        render_still_copy(pass, area);
        first = end + 1;
    } else {
        canvas_clear(&whole);
    }
    paint_range(pass, first, list->cmd_count, area);
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

Pass render_pass(Renderer *renderer, SDL_Surface *surface, const DrawList *list) {
    return (Pass){.renderer = renderer,
                  .list = list,
                  .theme = (int)renderer->theme,
                  .canvas = {.pixels = surface->pixels,
                             .pitch = surface->pitch / 4,
                             .width = surface->w,
                             .height = surface->h,
                             .clip = {0, 0, surface->w, surface->h}}};
}

void render_end_frame(Renderer *renderer, const SDL_Surface *target) {
    art_end_frame(renderer->art);
    renderer->target = target;
    renderer->width = target->w;
    renderer->height = target->h;
    renderer->has_painted = true;
}

const SDL_Rect *render_paint(Renderer *renderer, SDL_Surface *target, const DrawList *list,
                             RenderTheme theme, bool force, int *rect_count) {
    *rect_count = 0;
    SDL_Surface *surface = surface_for(renderer, target);
    if (!surface || (SDL_MUSTLOCK(surface) && SDL_LockSurface(surface) != 0)) {
        return renderer->dirty.rects;
    }
    renderer->job.stamp = 0;
    bool is_whole = force || must_paint_all(renderer, target, theme);
    SDL_Rect canvas = {0, 0, target->w, target->h};
    renderer->theme = theme;
    render_read_list(renderer, list, canvas);
    dirty_compare(&renderer->dirty, canvas, is_whole);
    Pass pass = render_pass(renderer, surface, list);
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
    render_end_frame(renderer, target);
    *rect_count = renderer->dirty.rect_count;
    return renderer->dirty.rects;
}
