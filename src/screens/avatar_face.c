/* SPDX-License-Identifier: MIT */
/* The twelve expressions to try on, and how the large bust answers to a change. */
#include "avatar_parts.h"

enum { FACES_A_LINE = 6, FACE_GAP = 6, SMILE_MS = 900, POP_MS = 140, SMILE_EVERY = 3 };

typedef struct FaceData {
    Person person;
    PersonFace face;
    int player;
    bool mirrored, chosen;
} FaceData;

static void paint_face(Ui *ui, Rect rect, const void *data) {
    const FaceData *face = data;
    bool first = face->player == 1;
    float r = rect.w / 2, x = rect.x + r, y = rect.y + r;
    DrawToken soft = first ? TOKEN_P1SOFT : TOKEN_P2SOFT;
    draw_ellipse(ui->list, x, y, r, r, paint_of(face->chosen ? TOKEN_GOLD : soft));
    draw_clip(ui->list, rect, r);
    DrawPerson person = {.person = face->person,
                         .face = face->face,
                         .face_from = face->face,
                         .face_mix = 1,
                         .pose = POSE_REST,
                         .mirrored = face->mirrored != ui->rtl,
                         .at = {x, y - r * 0.04f},
                         .scale = r / 112,
                         .alpha = 255};
    draw_person(ui->list, &person);
    draw_unclip(ui->list);
    if (face->chosen) {
        path_begin(ui->list);
        path_add_ellipse(ui->list, x, y, r, r);
        path_stroke(ui->list, paint_of(first ? TOKEN_P1 : TOKEN_P2), 3.5f, 0, 0);
    }
}

static void expression(ScreenContext *context, const Maker *maker, PersonFace face, float side) {
    Ui *ui = context->ui;
    PeopleMemory *people = &context->memory->people[maker->player - 1];
    FaceData data = {.person = player_person(context, maker->player),
                     .face = face,
                     .player = maker->player,
                     .mirrored = maker->mirrored,
                     .chosen = people->face == face};
    UiId id = ui_id(ui, maker->player == 1 ? "expression1" : "expression2", (int)face);
    ui_open_id(ui, id, &(UiBox){.width = side, .height = side});
    bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, side / 2, maker->owner);
    ui_custom(ui, &(UiBox){.width = side, .height = side}, paint_face, &data, sizeof data);
    ui_close(ui);
    if (pressed) {
        people->face = face;
        ui->wants_frames = true;
    }
}

void avatar_expressions(ScreenContext *context, const Maker *maker) {
    Ui *ui = context->ui;
    float side = (maker->width - (FACES_A_LINE - 1) * FACE_GAP) / FACES_A_LINE;
    ui_open_id(ui, ui_id(ui, "expressions", maker->player), &(UiBox){.gap = FACE_GAP});
    for (int row = 0; row < PERSON_FACE_COUNT / FACES_A_LINE; row++) {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = FACE_GAP});
        for (int i = 0; i < FACES_A_LINE; i++) {
            expression(context, maker, (PersonFace)(row * FACES_A_LINE + i), side);
        }
        ui_close(ui);
    }
    ui_close(ui);
}

/* Ids that are new with each change, so that each is answered once. */
static int change_index(const PeopleMemory *people, int player) {
    return people->changes * 2 + player;
}

PersonFace avatar_face(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    const PeopleMemory *people = &context->memory->people[player - 1];
    if (ui->calm || people->changes == 0 || people->changes % SMILE_EVERY != 0) {
        return people->face;
    }
    UiId id = ui_id(ui, "smile", change_index(people, player));
    return ui_progress(ui, id, 0, SMILE_MS, true) < 1 ? PERSON_EXCITED : people->face;
}

float avatar_pop(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    const PeopleMemory *people = &context->memory->people[player - 1];
    if (people->changes == 0) {
        return 0;
    }
    UiId id = ui_id(ui, "pop", change_index(people, player));
    return 0.04f * (1 - ui_progress(ui, id, 0, POP_MS, true));
}
