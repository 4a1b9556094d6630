/* SPDX-License-Identifier: MIT */
/* A scene on the wall, line by line: those before stay, smaller, so that the room can follow. */
#include "room_parts.h"

enum { LINES_SHOWN = 5 };

static void line_row(ScreenContext *context, const Card *card, int index, bool is_newest) {
    Ui *ui = context->ui;
    const SceneLine *line = &card->lines[index];
    float size = is_newest ? 26 : 18;
    DrawToken token = is_newest ? TOKEN_INK : TOKEN_INK2;
    ui_open(ui, &(UiBox){.gap = 2, .pad_y = 4, .cross = UI_STRETCH});
    if (line->who < SCENE_PEOPLE) {
        ui_text(ui, card->people[line->who],
                room_style(ui, FONT_TEXT_BOLD, 16, line->who == 0 ? TOKEN_P1 : TOKEN_P2));
    }
    ui_text(ui, line->text,
            line->who < SCENE_PEOPLE ? (is_newest ? room_display(ui, size)
                                                  : room_style(ui, FONT_TEXT, size, token))
                                     : room_style(ui, FONT_TEXT, is_newest ? 22 : 17, TOKEN_INK2));
    if (line->does[0]) {
        ui_text(ui, tr1(context, "card.note", "note", line->does),
                room_style(ui, FONT_TEXT, 17, TOKEN_INK2));
    }
    ui_close(ui);
}

void room_scene(ScreenContext *context) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    const PlanStep *step = lead_step(lead);
    const Card *card = step->card;
    int newest = lead_view(lead).shown;
    int shown = room_is_large(ui) ? 2 : LINES_SHOWN;
    room_valley(context);
    room_columns_begin(context);
    room_left(context);
    ui_text(ui, room_heading(context, step, NULL), room_style(ui, FONT_TEXT_SEMI, 18, TOKEN_INK2));
    ui_text(ui, card->scene, room_style(ui, FONT_TEXT, 18, TOKEN_INK2));
    ui_rule(ui, 5);
    for (int i = newest - shown + 1; i <= newest; i++) {
        if (i >= 0) {
            line_row(context, card, i, i == newest);
        }
    }
    ui_close(ui);
    room_right(context);
    ui_text(ui, tr(context, "room.scene-watch"), room_display(ui, 25));
    ui_text(ui, tr(context, "room.scene-more"), room_style(ui, FONT_TEXT, 18, TOKEN_INK2));
    ui_close(ui);
    room_columns_end(context);
    room_bar(context);
}
