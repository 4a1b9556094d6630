/* SPDX-License-Identifier: MIT */
/* Inside of the renderer, shared by render.c, render_list.c and render_some.c only. */
#ifndef TB_RENDER_PARTS_H
#define TB_RENDER_PARTS_H

#include "render.h"

#include "art.h"
#include "people.h"
#include "render_canvas.h"
#include "render_clip.h"
#include "render_dirty.h"
#include "render_path.h"
#include "text_lines.h"

/* A picture painted little by little. */
typedef struct Job {
    uint64_t stamp; /* 0: none is */
    int next;       /* command */
    int still_end;  /* -1: none */
    bool in_still;  /* onto the still block's own pixels */
} Job;

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
    Job job;
    SDL_Surface *own; /* stands in for targets of other pixel formats */
};

/* One pass over a list: where it paints, and what it may touch. */
typedef struct Pass {
    Renderer *renderer;
    const DrawList *list;
    Canvas canvas;
    int theme;
} Pass;

/* render_list.c: where a sprite goes, in pixels. */
SpritePlace render_place(const DrawSprite *sprite, float scale);

/* The pixels a command may touch. Sprites are known better here than to whoever drew them. */
SDL_Rect render_bounds(const Renderer *renderer, const DrawList *list, const DrawCmd *cmd);

Rect render_scaled(Rect rect, float scale);

/* The index of the still block's end, or -1 if the command at `first` doesn't begin one. */
int render_still_end(const DrawList *list, int first);

/* Hands all commands of the list to the comparison, each with the pixels it may touch. */
void render_read_list(Renderer *renderer, const DrawList *list, SDL_Rect canvas);

/* render.c: one command, or a change of the clip. */
void render_one(Pass *pass, const DrawCmd *cmd);

/* The whole surface as a pass; and one onto the still block's own pixels. */
Pass render_pass(Renderer *renderer, SDL_Surface *surface, const DrawList *list);
Pass render_still_pass(const Pass *pass);

/* The still block: pixels for it (false: no memory), whether they show this list's, clearing them,
 * noting that they do now, and copying them to the pass. */
bool render_still_reserve(Renderer *renderer, int width, int height);
bool render_still_is_there(const Renderer *renderer);
void render_still_begin(const Pass *pass, int end);
void render_still_end_of(Renderer *renderer);
void render_still_copy(const Pass *pass, SDL_Rect area);

void render_end_frame(Renderer *renderer, const SDL_Surface *target);

#endif
