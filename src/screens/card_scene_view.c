/* SPDX-License-Identifier: MIT */
/* A scene card: the curtain, the play, and two secret buttons for each of the two who watch. */
#include "card_scene_parts.h"

#include "text.h"

#include <stdio.h>

enum { CURTAIN_MS = 900 };

static void press(ScreenContext *context, int player, int mark) {
    const Play *play = &context->game->play;
    if (!play->in_turn || play->holder == player) {
        emit(context, EV_SEEN, player, mark);
    }
}

/* One of a player's two buttons: its key, its sign, its word. */
static void seen_button(ScreenContext *context, int player, SceneMark mark) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, "seen", (player - 1) * SCENE_MARK_COUNT + (int)mark);
    ui_open_id(ui, id, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8, .pad_x = 12,
                                .pad_y = 5, .radius = 22, .min_height = 44,
                                .fill = fill_of(paint_of(TOKEN_PAPER)),
                                .border = paint_of(TOKEN_LINE), .border_width = 2});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 22, 0);
    ui_key(ui, ui->prompts.answer[player - 1][mark], ui->prompts.player_device[player - 1],
           14 / ui->text_scale);
    scene_sign(ui, mark, 18, true, false);
    ui_text(ui, tr(context, mark == SCENE_MARK_BID ? "scene.bid" : "scene.turn-away"),
            style_text(FONT_TEXT_SEMI, 16, TOKEN_INK));
    ui_close(ui);
    if (pressed) {
        press(context, player, (int)mark);
        if (!ui->prompts.focus_visible) {
            ui->focus = 0; /* the next key would show on which of the two the pointer was */
        }
    }
}

/* How many were noted, without saying what: a dot each. */
static void noted(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    int count = context->game->play.show.press_count[player - 1];
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 4, .cross = UI_CENTER, .min_height = 14});
    for (int i = 0; i < count && i < 12; i++) {
        ui_open(ui, &(UiBox){.width = 9, .height = 9, .radius = 5,
                             .fill = fill_of(paint_of(player == 1 ? TOKEN_P1 : TOKEN_P2))});
        ui_close(ui);
    }
    ui_close(ui);
}

static void watcher(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    bool watches = !play->in_turn || play->holder == player;
    ui_open(ui, &(UiBox){.pad_x = 12, .pad_y = 10, .gap = 7, .radius = 22, .cross = UI_STRETCH,
                         .min_width = card_is_large(context) ? 164 * ui->text_scale : 216,
                         .fill = fill_of(paint_of(player == 1 ? TOKEN_P1SOFT : TOKEN_P2SOFT)),
                         .border = paint_of(player == 1 ? TOKEN_P1 : TOKEN_P2),
                         .border_width = 2.5f});
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 8, .cross = UI_CENTER});
    ui_mark(ui, player, 11);
    UiStyle style = style_text(FONT_TEXT_BOLD, 17, TOKEN_INK);
    style.max_lines = 1;
    ui_text(ui, player_name(context, player), style);
    ui_close(ui);
    if (watches) {
        seen_button(context, player, SCENE_MARK_BID);
        seen_button(context, player, SCENE_MARK_TURN_AWAY);
        noted(context, player);
    } else {
        ui_text(ui, tr(context, "scene.looks-away"), style_text(FONT_TEXT, 15, TOKEN_INK));
    }
    ui_close(ui);
}

/* A bead for each line: what has been, what stands, what comes. */
static void beads(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 5, .main = UI_CENTER, .cross = UI_CENTER,
                         .min_height = 16});
    for (int i = 0; i < play->card->line_count; i++) {
        float size = i == play->show.line ? 13 : 8;
        ui_open(ui, &(UiBox){.width = size, .height = size, .radius = size / 2,
                             .fill = fill_of(paint_of(i <= play->show.line ? TOKEN_GOLD_INK
                                                                           : TOKEN_PAPER3))});
        ui_close(ui);
    }
    ui_close(ui);
}

static void running_middle(ScreenContext *context) {
    Ui *ui = context->ui;
    const SceneShow *show = &context->game->play.show;
    ui_open(ui, &(UiBox){.grow = 1, .gap = 8, .main = UI_CENTER, .cross = UI_CENTER});
    if (!card_is_large(context)) { /* there the faces need the room */
        ui_text(ui, tr(context, "scene.press"),
                style_centred(style_text(FONT_TEXT, 16, TOKEN_INK2)));
    }
    beads(context);
    if (show->by_steps) {
        if (ui_button_first(ui, "next-line",
                            &(Button){.label = tr(context, "scene.next-line"), .size = 17,
                                      .height = 44, .key = ui->prompts.confirm})) {
            emit(context, EV_CONTINUE, 0, 0);
        }
    }
    ui_close(ui);
}

static void sheet_open(ScreenContext *context, float least) {
    Ui *ui = context->ui;
    bool large = card_is_large(context);
    ui_open_id(ui, ui_id(ui, "sheet", 0),
               &(UiBox){.absolute = true, .anchor_y = 1, .at_y = 32, .width = ui->width,
                        .min_height = least + 32, .max_height = ui->height * (large ? 0.5f : 0.75f),
                        .radius = 32, .pad_x = 40, .pad_top = 14, .pad_bottom = 40, .gap = 8,
                        .cross = UI_STRETCH, .scroll = true, .shadow = 2,
                        .fill = fill_of(paint_of(TOKEN_PAPER))});
}

static void own_keys(ScreenContext *context) {
    const Ui *ui = context->ui;
    const Play *play = &context->game->play;
    if (!ui_input_is(ui, INPUT_ANSWER)) {
        return;
    }
    int player = play->in_turn ? play->holder : ui->input->player;
    if (ui->input->index >= SCENE_MARK_COUNT) {
        emit(context, EV_CONTINUE, 0, 0); /* the keys below: the next line */
    } else if (player) {
        press(context, player, ui->input->index);
    }
}

static void running(ScreenContext *context, float open) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    scene_theatre(context, play->show.line, open);
    scene_bubble(context, play->show.line);
    sheet_open(context, 200);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 20, .cross = UI_CENTER, .grow = 1});
    watcher(context, 1);
    running_middle(context);
    watcher(context, 2);
    ui_close(ui);
    card_footer(context);
    ui_close(ui);
    own_keys(context);
}

/* Before the curtain: where, who, what to look for. */
static void before(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    const Card *card = play->card;
    scene_theatre(context, 0, 0);
    UiBox box = ui_card(card_is_large(context) ? ui->width - 80 : 640, 26);
    box.absolute = true;
    box.anchor_x = box.anchor_y = 0.5f;
    box.at_y = card_is_large(context) ? 17 * ui->text_scale + 20 : 10;
    box.gap = 12;
    box.max_height = ui->height - (card_is_large(context) ? 72 + 34 * ui->text_scale : 130);
    box.scroll = true;
    box.cross = UI_STRETCH;
    ui_open_id(ui, ui_id(ui, "programme", 0), &box);
    ui_text(ui, card->scene, style_centred(style_text(FONT_TEXT, 18, TOKEN_INK2)));
    ui_text(ui, tr2(context, "scene.with", "left", card->people[0], "right", card->people[1]),
            style_centred(style_display(28)));
    ui_text(ui, tr(context, "scene.task"), style_centred(style_body()));
    for (int mark = 0; mark < SCENE_MARK_COUNT; mark++) {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 10, .cross = UI_CENTER});
        scene_sign(ui, (SceneMark)mark, 20, true, false);
        ui_open(ui, &(UiBox){.grow = 1});
        ui_text(ui, tr(context, mark == SCENE_MARK_BID ? "scene.bid-is" : "scene.turn-away-is"),
                style_text(FONT_TEXT, 17, TOKEN_INK));
        ui_close(ui);
        ui_close(ui);
    }
    if (play->in_turn) {
        ui_text(ui,
                tr2(context, "scene.in-turn", "name", player_name(context, play->holder), "other",
                    player_name(context, 3 - play->holder)),
                style_centred(style_text(FONT_TEXT_BOLD, 17, TOKEN_P2)));
    }
    if (ui_button_first(ui, "curtain",
                        &(Button){.label = tr(context, "scene.curtain"), .stretch = true,
                                  .key = ui->prompts.confirm})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 10, .main = UI_CENTER,
                         .wrap = card_is_large(context)});
    if (ui_choice(ui, "by-steps", 0, tr(context, "scene.by-steps"), play->show.by_steps, 16)) {
        emit(context, EV_SCENE, 0, play->show.by_steps ? SCENE_CLOCK : SCENE_STEPS);
    }
    if (play->holder < 2 &&
        ui_choice(ui, "in-turn", 0, tr(context, "scene.one-device"), play->in_turn, 16)) {
        emit(context, play->in_turn ? EV_APART : EV_IN_TURN, 0, 0);
    }
    ui_close(ui);
    card_footer(context);
    ui_close(ui);
}

static void after(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    bool hands_over = play->in_turn && play->holder == 1;
    scene_theatre(context, play->card->line_count - 1, 0);
    UiBox box = ui_card(card_is_large(context) ? ui->width - 80 : 560, 28);
    box.absolute = true;
    box.anchor_x = box.anchor_y = 0.5f;
    box.gap = 14;
    box.max_height = ui->height - 130;
    box.scroll = true;
    box.cross = UI_STRETCH;
    ui_open_id(ui, ui_id(ui, "over", 0), &box);
    ui_text(ui, tr(context, "scene.over"), style_centred(style_display(30)));
    ui_text(ui,
            hands_over ? tr1(context, "scene.hand-over", "name", player_name(context, 2))
                       : tr(context, "scene.over-hint"),
            style_centred(style_body()));
    if (ui_button_first(ui, "lay",
                        &(Button){.label = tr(context, hands_over ? "scene.pass-on" : "scene.lay"),
                                  .stretch = true, .key = ui->prompts.confirm})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
    if (ui_button(ui, "again", &(Button){.label = tr(context, "scene.again"), .icon = "rotate-ccw",
                                         .kind = BUTTON_GHOST, .stretch = true, .size = 17})) {
        emit(context, EV_SCENE, 0, SCENE_AGAIN);
    }
    card_footer(context);
    ui_close(ui);
}

void card_scene_view(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    const Card *card = play->card;
    if (play->phase == PHASE_REVEAL) {
        scene_times(context);
        return;
    }
    if (!play->show.is_open) {
        before(context);
    } else if (play->show.line < card->line_count) {
        float open = ui_progress(ui, ui_id(ui, "curtain-rises", 0), 0, CURTAIN_MS, true);
        running(context, open);
    } else {
        after(context);
    }
    card_frame(context, card->title, card_subtitle(context), false);
}
