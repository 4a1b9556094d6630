/* SPDX-License-Identifier: MIT */
/* Looks on the people screen: ready-made people, and the way to the editor (mock-up 24). */
#include "people_looks.h"

#include "avatar.h"
#include "hash.h"

enum { FACES_A_PAGE = 6, CELL = 88, CHOOSER_HEIGHT = 184, SMILE_MS = 900, POP_MS = 140 };

/* --- Ready-made people ---------------------------------------------------------------------- */

typedef struct BadgeData {
    DrawToken token;
} BadgeData;

static void paint_badge(Ui *ui, Rect rect, const void *data) {
    const BadgeData *badge = data;
    float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
    draw_ellipse(ui->list, x, y, 13, 13, paint_of(badge->token));
    draw_icon(ui->list, "check", x - 9, y - 9, 18, paint_of(TOKEN_ON_MARK));
}

static void face_cell(ScreenContext *context, int player, int owner, int cast) {
    Ui *ui = context->ui;
    Person mine = player_person(context, player);
    Person shown = person_cast[cast];
    mine.cloth = shown.cloth; /* the same person in other clothes is still the one picked */
    bool chosen = person_equal(&mine, &shown);
    DrawToken colour = player == 1 ? TOKEN_P1 : TOKEN_P2;
    UiId id = ui_id(ui, player == 1 ? "face1" : "face2", cast);
    ui_open_id(ui, id, &(UiBox){.width = CELL, .height = CELL});
    bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, 20, owner);
    ui_bust_frame(ui, &(BustFrame){.person = shown,
                                   .face = chosen ? PERSON_HAPPY : PERSON_NEUTRAL,
                                   .mirrored = player == 2,
                                   .width = CELL,
                                   .height = CELL,
                                   .scale = 0.28f,
                                   .fill = !chosen       ? TOKEN_PAPER2
                                           : player == 1 ? TOKEN_P1SOFT
                                                         : TOKEN_P2SOFT,
                                   .border = chosen ? colour : TOKEN_LINE,
                                   .border_width = chosen ? 4 : 2,
                                   .radius = 20});
    if (chosen) {
        UiBox place = {.absolute = true, .at_x = CELL - 26, .at_y = -2, .width = 28, .height = 28};
        ui_custom(ui, &place, paint_badge, &(BadgeData){colour}, sizeof(BadgeData));
    }
    ui_close(ui);
    if (pressed) {
        avatar_wear(context, player, shown);
    }
}

static void face_grid(ScreenContext *context, int player, int owner) {
    Ui *ui = context->ui;
    int page = (context->memory->people[player - 1].page + player - 1) % 2;
    ui_open(ui, &(UiBox){.gap = 8, .height = CHOOSER_HEIGHT});
    for (int row = 0; row < 2; row++) {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 8});
        for (int i = 0; i < 3; i++) {
            face_cell(context, player, owner, page * FACES_A_PAGE + row * 3 + i);
        }
        ui_close(ui);
    }
    ui_close(ui);
}

/* --- What else can be done ------------------------------------------------------------------- */

static bool step_button(Ui *ui, const char *name, int index, const char *icon, int owner) {
    UiId id = ui_id(ui, name, index);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .main = UI_CENTER,
                        .cross = UI_CENTER,
                        .width = 44,
                        .height = 44,
                        .radius = 22,
                        .fill = fill_of(paint_of(TOKEN_PAPER2))});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 22, owner);
    ui_icon(ui, icon, 20 / ui->text_scale, paint_of(TOKEN_INK));
    ui_close(ui);
    return pressed;
}

static void actions(ScreenContext *context, int player, int owner) {
    Ui *ui = context->ui;
    ui_open_id(ui, ui_id(ui, "actions", player),
               &(UiBox){.dir = UI_ROW, .gap = 6, .cross = UI_CENTER});
    if (ui_button(ui, player == 1 ? "own1" : "own2",
                  &(Button){.label = tr(context, "people.own"),
                            .icon = "palette",
                            .kind = BUTTON_GHOST,
                            .size = 16,
                            .grow = 1,
                            .height = 46,
                            .player = owner})) {
        avatar_open(context, player);
    }
    if (step_button(ui, player == 1 ? "shuffle1" : "shuffle2", 0, "shuffle", owner)) {
        avatar_surprise(context, player);
    }
    if (step_button(ui, player == 1 ? "more1" : "more2", 0,
                    ui->rtl ? "chevron-left" : "chevron-right", owner)) {
        context->memory->people[player - 1].page++;
        ui->wants_frames = true;
    }
    ui_close(ui);
}

void people_looks(ScreenContext *context, int player, int owner) {
    Ui *ui = context->ui;
    ui_open_id(ui, ui_id(ui, "looks", player), &(UiBox){.grow = 1, .gap = 14, .cross = UI_STRETCH});
    face_grid(context, player, owner);
    actions(context, player, owner);
    ui_close(ui);
}

void people_bust(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    Person person = player_person(context, player);
    char looks[GAME_LOOKS_MAX];
    person_print(&person, looks);
    int hash = (int)(hash_text(HASH_START, looks) & 0xFFFFFF);
    float smile = ui_progress(ui, ui_id(ui, "smile", hash), 0, SMILE_MS, false);
    float popped = smile * SMILE_MS / POP_MS;
    bool ready = context->game->players[player - 1].ready;
    float larger = ui->calm || popped > 1 ? 0 : 0.04f - 0.04f * popped;
    ui_bust_frame(ui, &(BustFrame){.person = person,
                                   .face = ready || smile < 1 ? PERSON_HAPPY : PERSON_EXCITED,
                                   .mirrored = player == 2,
                                   .width = 182,
                                   .height = 246,
                                   .scale = 0.74f,
                                   .grow = larger,
                                   .fill = player == 1 ? TOKEN_P1SOFT : TOKEN_P2SOFT,
                                   .border = player == 1 ? TOKEN_P1 : TOKEN_P2,
                                   .border_width = 3,
                                   .radius = 24});
}
