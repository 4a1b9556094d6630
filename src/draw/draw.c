/* SPDX-License-Identifier: MIT */
/* The list of drawing commands: pools, colours, and the commands that are not paths. */
#include "draw_list.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* How far a person reaches from its `at`, in head units (bust) or 1/620 of the height (figure). */
static const Rect bust_reach = {-260, -200, 570, 570};
static const Rect figure_reach = {-220, -660, 480, 690};

static uint8_t to_byte(float share) {
    return share <= 0 ? 0 : share >= 1 ? 255 : (uint8_t)lroundf(share * 255);
}

Paint paint_of(DrawToken token) {
    return (Paint){.token = (uint8_t)token, .alpha = 255};
}

Paint paint_alpha(DrawToken token, float alpha) {
    return (Paint){.token = (uint8_t)token, .alpha = to_byte(alpha)};
}

Paint paint_mix(DrawToken token, DrawToken towards, float mix) {
    return (Paint){.token = (uint8_t)token,
                   .mix_token = (uint8_t)towards,
                   .mix = to_byte(mix),
                   .alpha = 255};
}

Fill fill_of(Paint paint) {
    return (Fill){.top = paint};
}

Fill fill_gradient(Paint top, Paint bottom, float y0, float y1) {
    return (Fill){.top = top, .bottom = bottom, .y0 = y0, .y1 = y1};
}

void draw_begin(DrawList *list, float width, float height) {
    list->canvas = (Rect){0, 0, width, height};
    list->cmd_count = 0;
    list->point_count = 0;
    list->verb_count = 0;
    list->byte_count = 0;
    list->alpha = 255;
    list->node = 0;
    list->path_open = false;
    list->overflowed = false;
}

DrawCmd *draw_list_add(DrawList *list, DrawKind kind, Rect box) {
    if (list->cmd_count == DRAW_CMD_MAX) {
        list->overflowed = true;
        return NULL;
    }
    DrawCmd *cmd = &list->cmds[list->cmd_count++];
    memset(cmd, 0, sizeof *cmd);
    cmd->kind = kind;
    cmd->node = list->node;
    cmd->box = box;
    cmd->alpha = list->alpha;
    return cmd;
}

/* Copies `length` bytes and a NUL into the list; the index of the first, or -1 when full. */
static int add_bytes(DrawList *list, const char *bytes, int length) {
    if (length < 0 || length >= DRAW_BYTE_MAX - list->byte_count) {
        list->overflowed = true;
        return -1;
    }
    int first = list->byte_count;
    memcpy(list->bytes + first, bytes, (size_t)length);
    list->bytes[first + length] = '\0';
    list->byte_count += length + 1;
    return first;
}

void draw_text(DrawList *list, const char *text, int length, FontFace face, float size, float x,
               float baseline, float width, Paint paint) {
    if (length <= 0) {
        return;
    }
    int first = add_bytes(list, text, length);
    if (first < 0) {
        return;
    }
    /* Ascenders with accents, descenders, and letters that lean out at the sides. */
    Rect box = {x - size * 0.3f, baseline - size * 1.15f, width + size * 0.6f, size * 1.55f};
    DrawCmd *cmd = draw_list_add(list, DRAW_TEXT, box);
    if (cmd) {
        cmd->text = (DrawText){.first_byte = first,
                               .byte_count = length,
                               .face = face,
                               .size = size,
                               .x = x,
                               .baseline = baseline,
                               .paint = paint};
    }
}

void draw_sprite_ex(DrawList *list, const char *name, DrawSprite sprite, float extent) {
    int length = (int)strlen(name);
    int first = add_bytes(list, name, length);
    if (first < 0) {
        return;
    }
    Rect box = list->canvas;
    if (extent > 0) {
        box = (Rect){sprite.at.x - extent, sprite.at.y - extent, 2 * extent, 2 * extent};
    }
    DrawCmd *cmd = draw_list_add(list, DRAW_SPRITE, box);
    if (cmd) {
        cmd->sprite = sprite;
        cmd->sprite.first_byte = first;
        cmd->sprite.byte_count = length;
    }
}

void draw_sprite(DrawList *list, const char *name, float x, float y, float scale, float extent) {
    DrawSprite sprite = {
        .at = {x, y}, .scale_x = scale, .scale_y = scale, .tint = {.alpha = 255}};
    draw_sprite_ex(list, name, sprite, extent);
}

void draw_icon(DrawList *list, const char *icon, float x, float y, float size, Paint paint) {
    char name[64];
    int length = snprintf(name, sizeof name, "icon/%s", icon);
    int first = length < (int)sizeof name ? add_bytes(list, name, length) : -1;
    if (first < 0) {
        return;
    }
    DrawCmd *cmd = draw_list_add(list, DRAW_SPRITE, (Rect){x, y, size, size});
    if (cmd) {
        cmd->sprite = (DrawSprite){.first_byte = first,
                                   .byte_count = length,
                                   .at = {x, y},
                                   .scale_x = size / DRAW_ICON_GRID,
                                   .scale_y = size / DRAW_ICON_GRID,
                                   .tint = paint};
    }
}

void draw_person(DrawList *list, const DrawPerson *person) {
    Rect reach = person->full_figure ? figure_reach : bust_reach;
    float scale = person->full_figure ? person->scale / 620 : person->scale;
    float left = person->mirrored ? -reach.x - reach.w : reach.x;
    Rect box = {person->at.x + left * scale, person->at.y + reach.y * scale, reach.w * scale,
                reach.h * scale};
    float more = (person->grow + person->breath) * (box.w > box.h ? box.w : box.h);
    box = (Rect){box.x - more, box.y - more, box.w + 2 * more, box.h + 2 * more};
    DrawCmd *cmd = draw_list_add(list, DRAW_PERSON, box);
    if (cmd) {
        cmd->person = *person;
    }
}

void draw_shadow(DrawList *list, Rect shape, float radius, int level) {
    float drop = draw_shadow_drop(level);
    float reach = draw_shadow_reach(level);
    Rect box = {shape.x - reach, shape.y + drop - reach, shape.w + 2 * reach, shape.h + 2 * reach};
    DrawCmd *cmd = draw_list_add(list, DRAW_SHADOW, box);
    if (cmd) {
        cmd->shadow = (DrawShadow){.shape = shape, .radius = radius, .level = level, .alpha = 255};
    }
}

float draw_shadow_drop(int level) {
    return level >= 2 ? 10 : 3;
}

float draw_shadow_blur(int level) {
    return level >= 2 ? 15 : 4;
}

float draw_shadow_reach(int level) {
    return 3 * draw_shadow_blur(level);
}

void draw_clip(DrawList *list, Rect rect, float radius) {
    DrawCmd *cmd = draw_list_add(list, DRAW_CLIP, rect);
    if (cmd) {
        cmd->clip.radius = radius;
    }
}

void draw_unclip(DrawList *list) {
    draw_list_add(list, DRAW_UNCLIP, list->canvas);
}

void draw_still_begin(DrawList *list) {
    draw_list_add(list, DRAW_STILL_BEGIN, list->canvas);
}

void draw_still_end(DrawList *list) {
    draw_list_add(list, DRAW_STILL_END, list->canvas);
}
