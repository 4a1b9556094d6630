/* SPDX-License-Identifier: MIT */
/* Portraits, framed busts and the hold ring. */
#include "widgets.h"

#include "ui_parts.h"

typedef struct PortraitData {
    Person person;
    PersonFace face;
    int player;
    bool mirrored;
} PortraitData;

enum { FACE_FADE_MS = 160, FACE_TILT_MS = 260 };

/* 0..1; past the end 1. */
static float share_of(int64_t since_ms, int duration_ms) {
    return since_ms < duration_ms ? ease_sine((float)since_ms / (float)duration_ms) : 1;
}

void ui_face(Ui *ui, UiId id, PersonFace first, PersonFace face, DrawPerson *person) {
    UiState *state = ui_state(ui, id);
    bool is_new = state->used_frame + 1 < ui->frame;
    if (is_new || state->face != face) {
        state->face_from = is_new ? (uint8_t)first : state->face;
        state->face = (uint8_t)face;
        state->start_ms = ui->now_ms;
    }
    state->used_frame = ui->frame;
    int64_t since_ms = ui->now_ms - state->start_ms;
    person->face = face;
    person->face_from = (PersonFace)state->face_from;
    person->face_mix = share_of(since_ms, FACE_FADE_MS);
    person->tilt_back = ui->calm ? 0 : 1 - share_of(since_ms, FACE_TILT_MS);
    ui->wants_frames |= state->face != state->face_from &&
                        since_ms < (ui->calm ? FACE_FADE_MS : FACE_TILT_MS);
}

static void paint_portrait(Ui *ui, Rect rect, const void *data) {
    const PortraitData *portrait = data;
    float r = rect.w / 2, x = rect.x + r, y = rect.y + r;
    DrawToken soft = portrait->player == 1 ? TOKEN_P1SOFT : TOKEN_P2SOFT;
    DrawToken ring = portrait->player == 1 ? TOKEN_P1 : TOKEN_P2;
    draw_ellipse(ui->list, x, y, r, r, paint_of(soft));
    draw_clip(ui->list, rect, r);
    DrawPerson person = {
        .person = portrait->person,
        .face = portrait->face,
        .face_from = portrait->face,
        .face_mix = 1,
        .pose = POSE_REST,
        .mirrored = portrait->mirrored != ui->rtl,
        .at = {x - (portrait->mirrored ? -2.0f : 2.0f) * r / 60, y + r * 0.08f},
        .scale = r / 128,
        .alpha = 255,
    };
    draw_person(ui->list, &person);
    draw_unclip(ui->list);
    path_begin(ui->list);
    path_add_ellipse(ui->list, x, y, r, r);
    path_stroke(ui->list, paint_of(ring), max_f(3, r * 0.07f), 0, 0);
    draw_mark(ui->list, ui->measure, portrait->player, x + (ui->rtl ? -r : r) * 0.74f, y + r * 0.7f,
              max_f(11, r * 0.27f));
}

void ui_portrait(Ui *ui, const Person *person, PersonFace face, int player, bool mirrored,
                 float radius) {
    PortraitData data = {*person, face, player, mirrored};
    UiBox box = {.width = 2 * radius, .height = 2 * radius};
    ui_custom(ui, &box, paint_portrait, &data, sizeof data);
}

/* The eyes a little above the middle, so that shoulders show and tall hair has room. */
static void paint_bust(Ui *ui, Rect rect, const void *data) {
    const BustFrame *frame = data;
    draw_round_rect(ui->list, rect, frame->radius, fill_of(paint_of(frame->fill)), (Paint){0}, 0);
    draw_clip(ui->list, rect, frame->radius);
    DrawPerson person = {
        .person = frame->person,
        .face = frame->face,
        .face_from = frame->face,
        .face_mix = 1,
        .pose = POSE_REST,
        .mirrored = frame->mirrored != ui->rtl,
        .blink = frame->blink,
        .at = {rect.x + rect.w / 2, rect.y + rect.h * 0.47f},
        .scale = frame->scale,
        .grow = frame->grow,
        .alpha = 255,
    };
    draw_person(ui->list, &person);
    draw_unclip(ui->list);
    draw_round_rect(ui->list, rect, frame->radius, (Fill){0}, paint_of(frame->border),
                    frame->border_width);
}

void ui_bust_frame(Ui *ui, const BustFrame *frame) {
    UiBox box = {.width = frame->width, .height = frame->height};
    ui_custom(ui, &box, paint_bust, frame, sizeof *frame);
}

void draw_hold_ring(Ui *ui, float x, float y, float radius, int player, float filled) {
    DrawList *list = ui->list;
    path_begin(list);
    path_add_ellipse(list, x, y, radius, radius);
    path_paint(list, fill_of(paint_of(player == 1 ? TOKEN_P1SOFT : TOKEN_P2SOFT)),
               paint_of(TOKEN_LINE), 9, 0, 0);
    if (filled > 0.005f) {
        path_begin(list);
        path_add_arc(list, x, y, radius, 0, 359.9f * min_f(filled, 1));
        path_stroke(list, paint_of(player == 1 ? TOKEN_P1 : TOKEN_P2), 9, 0, 0);
    }
    draw_mark(list, ui->measure, player, x, y, radius * 0.4f);
}
