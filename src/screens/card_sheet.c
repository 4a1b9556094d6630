/* SPDX-License-Identifier: MIT */
/* The sheet of a card that is being picked (mock-up 02): four answers, a column for each player. */
#include "card_parts.h"

#include "text.h"

#include <stdio.h>

const char *card_subtitle(ScreenContext *context) {
    const Play *play = &context->game->play;
    const Evening *evening = &context->game->evening;
    char place[24];
    if (play->repair) {
        return tr(context, "card.repair");
    }
    if (play->in_chapter) {
        const Game *game = context->game;
        snprintf(place, sizeof place, "%d", game->journey.chapters[game_chapter(game)].place + 1);
        return tr2(context, "card.in-chapter", "theme", card_about(context, play->card), "place",
                   place);
    }
    if (play->practice || evening->cards_done) {
        return play->practice ? tr(context, "card.practice") : card_about(context, play->card);
    }
    bool counted = play->phase == PHASE_REVEAL || play->first_pick >= 0; /* in a second take too */
    snprintf(place, sizeof place, "%d", evening->place + (counted ? 0 : 1));
    return tr2(context, "card.subtitle", "theme", card_about(context, play->card), "place", place);
}

static void stone_chip(ScreenContext *context, const char *icon, DrawToken ink, int count,
                       const char *key) {
    Ui *ui = context->ui;
    char number[16];
    snprintf(number, sizeof number, "%d", count);
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 7,
                         .pad_x = 15,
                         .pad_y = 9,
                         .radius = 30,
                         .shadow = 1,
                         .fill = fill_of(paint_of(TOKEN_PAPER))});
    ui_icon(ui, icon, 22, paint_of(ink));
    ui_text(ui, number, style_text(FONT_TEXT_BOLD, 19, TOKEN_INK));
    ui_text(ui, tr(context, key), style_text(FONT_TEXT, 15, TOKEN_INK2));
    ui_close(ui);
}

void card_frame(ScreenContext *context, const char *title, const char *subtitle, bool stones) {
    Ui *ui = context->ui;
    if (ui_top_bar(ui, title, subtitle, tr(context, "nav.back"))) {
        emit(context, EV_BACK, 0, 0);
    }
    if (stones && !card_is_large(context)) {
        ui_open(ui, &(UiBox){.absolute = true,
                             .anchor_x = 1,
                             .at_x = -40,
                             .at_y = 32,
                             .dir = UI_ROW,
                             .gap = 12});
        stone_chip(context, "brick-wall", TOKEN_SLATE, context->game->tally.wall, "card.in-wall");
        stone_chip(context, "bridge", TOKEN_MOSS, context->game->tally.bridge, "card.in-bridge");
        ui_close(ui);
    }
    if (ui_input_is(ui, INPUT_PASS)) {
        emit(context, EV_PASS, 0, 0);
    } else if (ui_input_is(ui, INPUT_LOW)) {
        emit(context, EV_LOW, 0, 0);
    }
}

/* --- The speech bubble ---------------------------------------------------------------------- */

typedef struct TailData {
    int side;
} TailData;

static void paint_tail(Ui *ui, Rect rect, const void *data) {
    const TailData *tail = data;
    int side = ui->rtl ? -tail->side : tail->side;
    if (side == 0) {
        return;
    }
    float x = side < 0 ? rect.x : rect.x + rect.w;
    float inward = side < 0 ? 1.0f : -1.0f;
    path_begin(ui->list);
    path_move(ui->list, x - inward * 56, rect.y + rect.h + 2);
    path_line(ui->list, x + inward * 40, rect.y + rect.h * 0.62f);
    path_line(ui->list, x + inward * 74, rect.y + rect.h - 12);
    path_close(ui->list);
    path_fill(ui->list, fill_of(paint_of(TOKEN_PAPER)));
}

void card_bubble(ScreenContext *context, const char *caption, const char *text, int tail) {
    Ui *ui = context->ui;
    if (card_is_large(context)) {
        return; /* the sheet says it */
    }
    float wide = 520;
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_x = 0.5f,
                         .at_x = 10,
                         .at_y = 100 + (ui->height - 720) * 0.8f,
                         .width = wide,
                         .pad_x = 28,
                         .pad_y = 16,
                         .gap = 3,
                         .radius = 26,
                         .min_height = 96,
                         .main = UI_CENTER,
                         .fill = fill_of(paint_of(TOKEN_PAPER)),
                         .shadow = 2});
    TailData data = {tail};
    ui_custom(ui, &(UiBox){.absolute = true, .width = wide, .height = 110}, paint_tail, &data,
              sizeof data);
    if (caption[0]) {
        ui_text(ui, caption, style_text(FONT_TEXT_SEMI, 16, TOKEN_INK2));
    }
    int length = text_length(text);
    ui_text(ui, text, style_display(length > 150 ? 19 : length > 90 ? 22 : 26));
    ui_close(ui);
}

/* --- Answers -------------------------------------------------------------------------------- */

void card_key(ScreenContext *context, int player, int place) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 4});
    ui_mark(ui, player, 9);
    ui_key(ui, ui->prompts.answer[player - 1][place], ui->prompts.player_device[player - 1],
           14 / ui->text_scale);
    ui_close(ui);
}

static bool takes(const ScreenContext *context, int player) {
    const Play *play = &context->game->play;
    if (play->phase == PHASE_SECOND_PICK) {
        return player == game_responder(context->game);
    }
    return !play->in_turn || play->holder == player;
}

static void pick(ScreenContext *context, int place) {
    const Play *play = &context->game->play;
    if (play->phase == PHASE_SECOND_PICK) {
        emit(context, EV_PICK, game_responder(context->game), place);
    } else if (play->in_turn) {
        emit(context, EV_PICK, play->holder, place);
    } else {
        emit(context, EV_IN_TURN, 0, 0);
    }
}

static void answer_box(ScreenContext *context, const Sheet *sheet, int place) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, "answer", place);
    const Play *play = &context->game->play;
    if (place == 0 && (play->in_turn || play->phase == PHASE_SECOND_PICK)) {
        ui_focus_first(ui, id); /* with two choosing at once a ring would look like a choice */
    }
    ui_open_id(ui, id,
               &(UiBox){.grow = 1,
                        .pad_x = 22,
                        .pad_y = 13,
                        .gap = 2,
                        .radius = 20,
                        .min_height = 108,
                        .cross = UI_STRETCH,
                        .shadow = 1,
                        .width = 0,
                        .min_width = 10,
                        .fill = fill_of(paint_of(TOKEN_PAPER2)),
                        .border = paint_of(TOKEN_LINE),
                        .border_width = 2});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 20, 0);
    bool is_long = text_length(sheet->answers[place]) > 92;
    UiStyle style = style_text(FONT_TEXT_SEMI, is_long ? 17 : 19, TOKEN_INK);
    style.line_height = 1.3f;
    ui_text(ui, sheet->answers[place], style);
    if (sheet->notes[place][0]) {
        ui_text(ui, sheet->notes[place], style_text(FONT_TEXT, 16, TOKEN_INK));
    }
    ui_spring(ui);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_END, .gap = 10});
    for (int player = 1; player <= 2; player++) {
        if (takes(context, player)) {
            card_key(context, player, place);
        }
    }
    ui_close(ui);
    ui_close(ui);
    if (pressed) {
        pick(context, place);
    }
}

static void answers(ScreenContext *context, const Sheet *sheet) {
    Ui *ui = context->ui;
    int columns = card_is_large(context) ? 1 : 2;
    for (int row = 0; row < CARD_ANSWERS / columns; row++) {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 16, .cross = UI_STRETCH, .grow = 1});
        for (int column = 0; column < columns; column++) {
            ui_open(ui,
                    &(UiBox){.grow = 1,
                             .cross = UI_STRETCH,
                             .width = columns == 1 ? 0 : (ui->width - 2 * 40 - 2 * 176 - 16) / 2});
            answer_box(context, sheet, row * columns + column);
            ui_close(ui);
        }
        ui_close(ui);
    }
}

/* --- Columns -------------------------------------------------------------------------------- */

static void cluster(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    Device device = ui->prompts.player_device[player - 1];
    for (int row = 0; row < 2; row++) {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 6});
        for (int i = 0; i < 2; i++) {
            ui_key(ui, ui->prompts.answer[player - 1][row * 2 + i], device, 16 / ui->text_scale);
        }
        ui_close(ui);
    }
    ui_icon(ui,
            device == DEVICE_PAD     ? "gamepad-2"
            : device == DEVICE_TOUCH ? "hand"
                                     : "keyboard",
            22 / ui->text_scale, paint_of(TOKEN_INK2));
}

static void state_line(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    bool chosen = game_stage(context->game, player) == 2;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 5});
    if (chosen) {
        ui_icon(ui, "circle-check", 20, paint_of(TOKEN_MOSS));
    }
    ui_text(
        ui, tr(context, chosen ? "card.chosen" : "card.choosing"),
        style_text(chosen ? FONT_TEXT_BOLD : FONT_TEXT_SEMI, 16, chosen ? TOKEN_MOSS : TOKEN_INK));
    ui_close(ui);
}

static void column(ScreenContext *context, const Sheet *sheet, int player) {
    Ui *ui = context->ui;
    bool large = card_is_large(context);
    Person person = player_person(context, player);
    ui_open(ui, &(UiBox){.width = large ? 0 : 152,
                         .grow = large ? 1 : 0,
                         .pad_x = 8,
                         .pad_y = 12,
                         .gap = 4,
                         .radius = 22,
                         .cross = UI_CENTER,
                         .fill = fill_of(paint_of(player == 1 ? TOKEN_P1SOFT : TOKEN_P2SOFT)),
                         .border = paint_of(player == 1 ? TOKEN_P1 : TOKEN_P2),
                         .border_width = 2.5f});
    if (!large) {
        PersonFace face = game_stage(context->game, player) == 2 ? PERSON_AMUSED : PERSON_THINKING;
        ui_portrait(ui, &person, face, player, player == 2, 36);
    }
    UiStyle style = style_centred(style_text(FONT_TEXT_BOLD, 19, TOKEN_INK));
    style.max_lines = 1;
    style.line_height = 1.25f;
    ui_text(ui, player_name(context, player), style);
    style = style_centred(style_text(FONT_TEXT, 15, TOKEN_INK));
    style.line_height = 1.27f;
    ui_text(ui, sheet->asks[player - 1], style);
    ui_gap(ui, 1);
    state_line(context, player);
    if (!large) {
        ui_spring(ui);
        cluster(context, player);
    } else if (sheet->below) {
        sheet->below(context, player);
    }
    ui_close(ui);
}

static void footer_key(ScreenContext *context, const char *name, const char *label, const char *key,
                       EventKind kind, int value) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, name, 0);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8, .pad_x = 8, .min_height = 28});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 14, 0);
    if (label[0] && !ui->editing) { /* letters are typed, not pressed, in a field */
        ui_key(ui, label, DEVICE_KEYBOARD, 13 / ui->text_scale);
    }
    ui_text(ui, tr(context, key), style_text(FONT_TEXT_SEMI, 15, TOKEN_INK2));
    ui_close(ui);
    if (pressed && kind == EV_KIND_COUNT) {
        context->memory->wants_reading = true;
    } else if (pressed) {
        emit(context, kind, 0, value);
    }
}

void card_footer(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_CENTER, .gap = 22, .silent = true});
    if (!play->practice && play->phase == PHASE_PICK) {
        footer_key(context, "pass", ui->prompts.pass, "card.pass", EV_PASS, 0);
        footer_key(context, "low", ui->prompts.low, "card.low", EV_LOW, 0);
    }
    if (game_awaited(context->game) && !play->in_turn && play->phase == PHASE_PICK &&
        ui->prompts.device == DEVICE_PAD) {
        ui_text(ui, tr(context, "card.one-pad"), style_text(FONT_TEXT, 15, TOKEN_INK2));
    }
    footer_key(context, "help", ui->prompts.help, "nav.help", EV_OPEN, OVERLAY_HELP);
    if (play->phase == PHASE_PICK && !play->in_turn) {
        footer_key(context, "read-aloud", ui->prompts.read, "settings.key-read", EV_KIND_COUNT, 0);
    }
    ui_close(ui);
}

static void headings(ScreenContext *context, const Sheet *sheet, const char *caption,
                     const char *opening) {
    Ui *ui = context->ui;
    if (card_is_large(context) && opening) {
        if (caption[0]) {
            ui_text(ui, caption, style_text(FONT_TEXT_SEMI, 16, TOKEN_INK2));
        }
        ui_text(ui, opening, style_display(22));
    }
    ui_text(ui, sheet->heading, style_centred(style_display(28)));
    UiStyle hint = style_centred(style_text(FONT_TEXT, 16, TOKEN_INK2));
    hint.line_height = 1.2f;
    ui_text(ui, sheet->hint, hint);
}

/* One pad for two: its face buttons answer for one player, the D-pad asks for the hand-over. */
static void pad_hand_over(ScreenContext *context) {
    const Ui *ui = context->ui;
    const Play *play = &context->game->play;
    bool moves = ui_input_is(ui, INPUT_LEFT) || ui_input_is(ui, INPUT_RIGHT) ||
                 ui_input_is(ui, INPUT_UP) || ui_input_is(ui, INPUT_DOWN);
    if (moves && ui->input->device == DEVICE_PAD && !play->in_turn && play->phase == PHASE_PICK) {
        emit(context, EV_IN_TURN, 0, 0);
    }
}

static void own_keys(ScreenContext *context) {
    const Ui *ui = context->ui;
    pad_hand_over(context);
    if (!ui_input_is(ui, INPUT_ANSWER)) {
        return;
    }
    const Play *play = &context->game->play;
    int player = ui->input->player;
    bool passed_on = play->in_turn && ui->input->device == DEVICE_PAD; /* one pad for two */
    if (player == 0 || passed_on || play->phase == PHASE_SECOND_PICK) {
        pick(context, ui->input->index);
    } else if (takes(context, player)) {
        emit(context, EV_PICK, player, ui->input->index);
    }
}

void card_sheet(ScreenContext *context, const Sheet *sheet, const char *caption,
                const char *opening) {
    Ui *ui = context->ui;
    bool large = card_is_large(context);
    float top = large ? 72 + 34 * ui->text_scale : 344;
    ui_open_id(ui, ui_id(ui, "sheet", 0),
               &(UiBox){.absolute = true,
                        .anchor_y = 1,
                        .at_y = 32,
                        .width = ui->width,
                        .min_height = (large ? ui->height - top : 376) + 32,
                        .max_height = ui->height - top + 32,
                        .radius = 32,
                        .pad_x = 40,
                        .pad_top = large ? 20 : 14,
                        .pad_bottom = 40,
                        .gap = large ? 12 : 6,
                        .cross = UI_STRETCH,
                        .fill = fill_of(paint_of(TOKEN_PAPER)),
                        .shadow = 2,
                        .scroll = true});
    if (large) {
        headings(context, sheet, caption, opening);
        answers(context, sheet);
        ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 16, .cross = UI_STRETCH});
        column(context, sheet, 1);
        column(context, sheet, 2);
        ui_close(ui);
    } else {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 24, .cross = UI_STRETCH, .grow = 1});
        column(context, sheet, 1);
        ui_open(ui, &(UiBox){.grow = 1, .gap = 10, .cross = UI_STRETCH});
        headings(context, sheet, caption, opening);
        answers(context, sheet);
        ui_close(ui);
        column(context, sheet, 2);
        ui_close(ui);
    }
    card_footer(context);
    ui_close(ui);
    own_keys(context);
}
