/* SPDX-License-Identifier: MIT */
/* A list as text, one command a line, for golden files: places in whole points, sizes in tenths. */
#include "draw.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

static const char *const face_names[FONT_FACE_COUNT] = {
    [FONT_TEXT] = "text",       [FONT_TEXT_SEMI] = "semi",
    [FONT_TEXT_BOLD] = "bold",  [FONT_DISPLAY] = "display",
    [FONT_DISPLAY_BOLD] = "display-bold", [FONT_EASY] = "easy",
    [FONT_EASY_BOLD] = "easy-bold"};

/* Counts every byte, writes those that fit. */
typedef struct Dump {
    char *out;
    size_t size;
    size_t used;
} Dump;

static void put(Dump *dump, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(Dump *dump, const char *format, ...) {
    va_list args;
    va_start(args, format);
    size_t room = dump->used < dump->size ? dump->size - dump->used : 0;
    int length = vsnprintf(room > 0 ? dump->out + dump->used : NULL, room, format, args);
    va_end(args);
    dump->used += length > 0 ? (size_t)length : 0;
}

static long whole(float value) {
    return lroundf(value);
}

/* A number with at most one decimal, without "-0" or ".0". */
static void put_tenths(Dump *dump, const char *label, float value) {
    long tenths = lroundf(value * 10);
    long size = tenths < 0 ? -tenths : tenths;
    put(dump, " %s%s%ld", label, tenths < 0 ? "-" : "", size / 10);
    if (size % 10 != 0) {
        put(dump, ".%ld", size % 10);
    }
}

static void put_paint(Dump *dump, const char *label, Paint paint) {
    put(dump, " %s%s", label, paint.token < TOKEN_COUNT ? theme_token_names[paint.token] : "?");
    if (paint.mix > 0 && paint.mix_token < TOKEN_COUNT) {
        put(dump, "+%s:%d", theme_token_names[paint.mix_token], paint.mix);
    }
    if (paint.alpha != 255) {
        put(dump, "/%d", paint.alpha);
    }
}

static void put_path(Dump *dump, const DrawPath *path) {
    put(dump, " %d", path->point_count);
    if (path->fill.top.token != TOKEN_NONE) {
        put_paint(dump, "fill ", path->fill.top);
    }
    if (path->fill.bottom.token != TOKEN_NONE) {
        if (path->fill.middle.token != TOKEN_NONE) {
            put_paint(dump, "to ", path->fill.middle);
        }
        put_paint(dump, "to ", path->fill.bottom);
    }
    if (path->stroke.token != TOKEN_NONE) {
        put_paint(dump, "stroke ", path->stroke);
        put_tenths(dump, "", path->stroke_width);
    }
    if (path->dash > 0) {
        put_tenths(dump, "dash ", path->dash);
        put_tenths(dump, "", path->gap);
    }
}

static void put_text(Dump *dump, const DrawList *list, const DrawText *text) {
    put(dump, " %s", face_names[text->face]);
    put_tenths(dump, "", text->size);
    put(dump, " at %ld,%ld", whole(text->x), whole(text->baseline));
    put_paint(dump, "", text->paint);
    put(dump, " \"%s\"", list->bytes + text->first_byte);
}

static void put_sprite(Dump *dump, const DrawList *list, const DrawSprite *sprite) {
    put(dump, " %s at %ld,%ld", list->bytes + sprite->first_byte, whole(sprite->at.x),
        whole(sprite->at.y));
    if (sprite->scale_x != 1 || sprite->scale_y != 1) {
        put_tenths(dump, "scale ", sprite->scale_x);
        put_tenths(dump, "", sprite->scale_y);
    }
    if (sprite->degrees != 0) {
        put_tenths(dump, "turn ", sprite->degrees);
    }
    if (sprite->tint.token != TOKEN_NONE || sprite->tint.alpha != 255) {
        put_paint(dump, "tint ", sprite->tint);
    }
    if (sprite->additive) {
        put(dump, " glow");
    }
}

static void put_person(Dump *dump, const DrawPerson *person) {
    char looks[80];
    person_print(&person->person, looks);
    put(dump, " %s at %ld,%ld", person->full_figure ? "figure" : "bust", whole(person->at.x),
        whole(person->at.y));
    put_tenths(dump, "scale ", person->scale);
    put(dump, " %s", person_expression_names[person->face]);
    if (person->face_mix < 1 && person->face_from != person->face) {
        put(dump, " from %s", person_expression_names[person->face_from]);
        put_tenths(dump, "", person->face_mix);
    }
    if (person->tilt_back > 0 && person->face_from != person->face) {
        put_tenths(dump, "tilt back ", person->tilt_back);
    }
    put(dump, " %s%s%s", person_pose_names[person->pose], person->mirrored ? " mirrored" : "",
        person->blink ? " blink" : "");
    if (person->alpha != 255) {
        put(dump, " alpha %d", person->alpha);
    }
    put(dump, " [%s]", looks);
}

static const char *const kind_names[DRAW_KIND_COUNT] = {
    [DRAW_PATH] = "path",     [DRAW_TEXT] = "text",     [DRAW_SPRITE] = "sprite",
    [DRAW_PERSON] = "person", [DRAW_SHADOW] = "shadow", [DRAW_CLIP] = "clip",
    [DRAW_UNCLIP] = "unclip", [DRAW_STILL_BEGIN] = "still", [DRAW_STILL_END] = "still-end"};

/* The box of text depends on measuring and adds nothing; a sprite's is a guess of its maker. */
static bool shows_box(DrawKind kind) {
    return kind == DRAW_PATH || kind == DRAW_CLIP;
}

static void put_cmd(Dump *dump, const DrawList *list, const DrawCmd *cmd) {
    put(dump, "%s", kind_names[cmd->kind]);
    if (shows_box(cmd->kind)) {
        put(dump, " %ld,%ld %ldx%ld", whole(cmd->box.x), whole(cmd->box.y), whole(cmd->box.w),
            whole(cmd->box.h));
    }
    switch (cmd->kind) {
    case DRAW_PATH: put_path(dump, &cmd->path); break;
    case DRAW_TEXT: put_text(dump, list, &cmd->text); break;
    case DRAW_SPRITE: put_sprite(dump, list, &cmd->sprite); break;
    case DRAW_PERSON: put_person(dump, &cmd->person); break;
    case DRAW_SHADOW:
        put(dump, " %d below %ld,%ld %ldx%ld", cmd->shadow.level, whole(cmd->shadow.shape.x),
            whole(cmd->shadow.shape.y), whole(cmd->shadow.shape.w), whole(cmd->shadow.shape.h));
        break;
    case DRAW_CLIP: put_tenths(dump, "radius ", cmd->clip.radius); break;
    case DRAW_UNCLIP:
    case DRAW_STILL_BEGIN:
    case DRAW_STILL_END:
    case DRAW_KIND_COUNT: break;
    }
    if (cmd->alpha != 255) {
        put(dump, " alpha %d", cmd->alpha);
    }
    put(dump, cmd->node != 0 ? " #%08x\n" : "\n", (unsigned)cmd->node);
}

size_t draw_dump(const DrawList *list, char *out, size_t out_size) {
    Dump dump = {.out = out, .size = out_size};
    put(&dump, "canvas %ldx%ld\n", whole(list->canvas.w), whole(list->canvas.h));
    for (int i = 0; i < list->cmd_count; i++) {
        put_cmd(&dump, list, &list->cmds[i]);
    }
    return dump.used;
}
