/* SPDX-License-Identifier: MIT */
/* Hashes of commands and whole lists. By 32-bit words, not bytes: every frame is hashed. */
#include "draw.h"

#include <string.h>

static uint64_t add_word(uint64_t hash, uint32_t word) {
    hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ (hash >> 32);
}

static uint64_t add_float(uint64_t hash, float value) {
    uint32_t word;
    memcpy(&word, &value, sizeof word);
    return add_word(hash, word);
}

static uint64_t add_paint(uint64_t hash, Paint paint) {
    return add_word(hash, (uint32_t)paint.token | (uint32_t)paint.mix_token << 8 |
                              (uint32_t)paint.mix << 16 | (uint32_t)paint.alpha << 24);
}

static uint64_t add_rect(uint64_t hash, Rect rect) {
    hash = add_float(add_float(hash, rect.x), rect.y);
    return add_float(add_float(hash, rect.w), rect.h);
}

static uint64_t add_bytes(uint64_t hash, const char *bytes, int count) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        uint32_t word;
        memcpy(&word, bytes + i, sizeof word);
        hash = add_word(hash, word);
    }
    for (; i < count; i++) {
        hash = add_word(hash, (uint8_t)bytes[i]);
    }
    return add_word(hash, (uint32_t)count);
}

static uint64_t add_path(uint64_t hash, const DrawList *list, const DrawPath *path) {
    const Fill *fill = &path->fill;
    hash = add_paint(add_paint(add_paint(hash, fill->top), fill->middle), fill->bottom);
    hash = add_float(add_float(add_float(hash, fill->middle_at), fill->y0), fill->y1);
    hash = add_float(add_paint(hash, path->stroke), path->stroke_width);
    hash = add_float(add_float(hash, path->dash), path->gap);
    hash = add_bytes(hash, (const char *)list->verbs + path->first_verb, path->verb_count);
    for (int i = 0; i < path->point_count; i++) {
        Point point = list->points[path->first_point + i];
        hash = add_float(add_float(hash, point.x), point.y);
    }
    return hash;
}

static uint64_t add_text(uint64_t hash, const DrawList *list, const DrawText *text) {
    hash = add_bytes(hash, list->bytes + text->first_byte, text->byte_count);
    hash = add_float(add_word(hash, (uint32_t)text->face), text->size);
    hash = add_float(add_float(hash, text->x), text->baseline);
    return add_paint(hash, text->paint);
}

static uint64_t add_sprite(uint64_t hash, const DrawList *list, const DrawSprite *sprite) {
    hash = add_bytes(hash, list->bytes + sprite->first_byte, sprite->byte_count);
    hash = add_float(add_float(hash, sprite->at.x), sprite->at.y);
    hash = add_float(add_float(hash, sprite->scale_x), sprite->scale_y);
    hash = add_paint(add_float(hash, sprite->degrees), sprite->tint);
    return add_word(hash, sprite->additive);
}

static uint64_t add_person(uint64_t hash, const DrawPerson *person) {
    hash = add_bytes(hash, (const char *)&person->person, (int)sizeof person->person);
    hash = add_word(hash, (uint32_t)person->face | (uint32_t)person->face_from << 8 |
                              (uint32_t)person->pose << 16 | (uint32_t)person->alpha << 24);
    hash = add_float(add_float(hash, person->face_mix), person->tilt_back);
    hash = add_word(hash, (uint32_t)person->full_figure | (uint32_t)person->mirrored << 1 |
                              (uint32_t)person->blink << 2);
    hash = add_float(add_float(hash, person->at.x), person->at.y);
    return add_float(add_float(add_float(hash, person->scale), person->grow), person->breath);
}

static uint64_t add_shadow(uint64_t hash, const DrawShadow *shadow) {
    hash = add_float(add_rect(hash, shadow->shape), shadow->radius);
    return add_word(hash, (uint32_t)shadow->level << 8 | shadow->alpha);
}

uint64_t draw_cmd_hash(const DrawList *list, const DrawCmd *cmd) {
    uint64_t hash = add_word(UINT64_C(0xcbf29ce484222325), (uint32_t)cmd->kind);
    hash = add_rect(add_word(hash, cmd->alpha), cmd->box);
    switch (cmd->kind) {
    case DRAW_PATH: return add_path(hash, list, &cmd->path);
    case DRAW_TEXT: return add_text(hash, list, &cmd->text);
    case DRAW_SPRITE: return add_sprite(hash, list, &cmd->sprite);
    case DRAW_PERSON: return add_person(hash, &cmd->person);
    case DRAW_SHADOW: return add_shadow(hash, &cmd->shadow);
    case DRAW_CLIP: return add_float(hash, cmd->clip.radius);
    case DRAW_UNCLIP:
    case DRAW_STILL_BEGIN:
    case DRAW_STILL_END:
    case DRAW_KIND_COUNT: break;
    }
    return hash;
}

uint64_t draw_hash(const DrawList *list) {
    uint64_t hash = add_rect(UINT64_C(0xcbf29ce484222325), list->canvas);
    for (int i = 0; i < list->cmd_count; i++) {
        uint64_t one = draw_cmd_hash(list, &list->cmds[i]);
        hash = add_word(add_word(hash, (uint32_t)one), (uint32_t)(one >> 32));
    }
    return hash;
}
