/* SPDX-License-Identifier: MIT */
/* Say: the screen dims, the words go to a face. Land: the sharer's three private taps. */
#include "card_parts.h"

#include <stdio.h>

static void dim(ScreenContext *context, float alpha) {
    Ui *ui = context->ui;
    card_scenery(context);
    draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                    fill_of(paint_alpha(TOKEN_SCRIM, alpha)), (Paint){0}, 0);
}

static void panel_open(ScreenContext *context, float width) {
    Ui *ui = context->ui;
    UiBox box = ui_card(width, 32);
    box.absolute = true;
    box.anchor_x = box.anchor_y = 0.5f;
    box.at_y = 20;
    box.gap = 14;
    box.radius = 32;
    box.max_height = ui->height - 130;
    box.scroll = true;
    ui_enter(ui, ui_id(ui, "panel-enters", (int)context->game->play.phase), &box);
    ui_open_id(ui, ui_id(ui, "panel", 0), &box);
}

void card_say_open(ScreenContext *context) {
    Ui *ui = context->ui;
    int sharer = context->game->play.sharer;
    dim(context, 0.72f);
    card_frame(context, card_text(context, context->game->play.card->title), card_subtitle(context),
               false);
    panel_open(context, 620 + 380 * (ui->text_scale - 1));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_CENTER, .cross = UI_CENTER, .gap = 40});
    Person responder = player_person(context, 3 - sharer), person = player_person(context, sharer);
    float radius = card_is_large(context) ? 44 : 62; /* the words need the room */
    ui_portrait(ui, &responder, PERSON_HAPPY, 3 - sharer, false, radius);
    ui_portrait(ui, &person, PERSON_LISTENING, sharer, true, radius);
    ui_close(ui);
}

void card_say(ScreenContext *context) {
    Ui *ui = context->ui;
    int sharer = context->game->play.sharer;
    const char *sharer_name = player_name(context, sharer);
    const char *responder_name = player_name(context, 3 - sharer);
    card_say_open(context);
    ui_text(ui, tr1(context, "say.title", "name", responder_name),
            style_centred(style_display(34)));
    UiStyle body = style_centred(style_body());
    body.size = 19;
    ui_text(ui, tr2(context, "say.how", "responder", responder_name, "sharer", sharer_name), body);
    ui_gap(ui, 4);
    ui_open(ui, &(UiBox){.cross = UI_CENTER});
    if (ui_button_first(ui, "said",
                        &(Button){.label = tr(context, "say.said"),
                                  .key = ui->prompts.confirm,
                                  .width = 300})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
    ui_close(ui);
    ui_close(ui);
}

static const char *const row_keys[LANDING_ROWS] = {"land.got-it", "land.seriously", "land.cared"};
static const char *const value_keys[LANDING_ROWS] = {"land.not-quite", "land.partly", "land.yes"};

static int open_row(const Play *play) {
    for (int i = 0; i < LANDING_ROWS; i++) {
        if (play->landing[i] == LANDING_OPEN) {
            return i;
        }
    }
    return LANDING_ROWS;
}

/* Both see the screen: it shows that a row was tapped, never what. */
static void row_in_company(ScreenContext *context, int row) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    bool tapped = play->landing[row] != LANDING_OPEN;
    bool now = open_row(play) == row;
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 12,
                         .pad_x = 18,
                         .pad_y = 12,
                         .radius = 18,
                         .fill = fill_of(paint_of(TOKEN_PAPER2)),
                         .border = paint_of(now ? TOKEN_MOSS : TOKEN_PAPER2),
                         .border_width = 2.5f});
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, row_keys[row]), style_text(FONT_TEXT_BOLD, 19, TOKEN_INK));
    ui_close(ui);
    ui_icon(ui, tapped ? "circle-check" : "circle", 22, paint_of(tapped ? TOKEN_MOSS : TOKEN_LINE));
    ui_close(ui);
}

static void keys_in_company(ScreenContext *context) {
    Ui *ui = context->ui;
    int sharer = context->game->play.sharer;
    Device device = ui->prompts.player_device[sharer - 1];
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_CENTER, .gap = 22, .wrap = true});
    for (int i = 0; i < CARD_ANSWERS; i++) {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8});
        ui_key(ui, ui->prompts.answer[sharer - 1][i], device, 15);
        ui_text(ui, tr(context, i < LANDING_ROWS ? value_keys[i] : "land.keep"),
                style_text(FONT_TEXT_SEMI, 17, TOKEN_INK));
        ui_close(ui);
    }
    ui_close(ui);
    if (ui_input_is(ui, INPUT_ANSWER) && ui->input->player == sharer) {
        int row = open_row(&context->game->play);
        if (ui->input->index < LANDING_ROWS) {
            emit(context, EV_TAP, sharer, row * LANDING_ROWS + ui->input->index);
        } else {
            emit(context, EV_KEEP, sharer, 0);
        }
    }
}

static void row_in_private(ScreenContext *context, int row) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    ui_text(ui, tr(context, row_keys[row]), style_text(FONT_TEXT_BOLD, 19, TOKEN_INK));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 12, .wrap = true});
    for (int i = 0; i < LANDING_ROWS; i++) {
        if (ui_choice(ui, row_keys[row], i, tr(context, value_keys[i]),
                      (int)play->landing[row] == i, 18)) {
            emit(context, EV_TAP, play->sharer, row * LANDING_ROWS + i);
        }
    }
    ui_close(ui);
}

static void private_buttons(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_gap(ui, 4);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_CENTER, .gap = 16, .wrap = true});
    if (ui_button(ui, "keep", &(Button){.label = tr(context, "land.keep"), .kind = BUTTON_GHOST})) {
        emit(context, EV_KEEP, context->game->play.sharer, 0);
    }
    bool all = open_row(&context->game->play) == LANDING_ROWS;
    if (all && ui_button_first(ui, "send", &(Button){.label = tr(context, "land.send")})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
    ui_close(ui);
}

void card_land(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    bool shared = play->in_turn;
    dim(context, 0.6f);
    card_frame(context, card_text(context, play->card->title), card_subtitle(context), false);
    panel_open(context, 640);
    const char *sharer_name = player_name(context, play->sharer);
    ui_text(ui, tr1(context, "land.title", "name", sharer_name), style_centred(style_display(32)));
    ui_text(ui,
            tr1(context, shared ? "land.private" : "land.company", "name",
                player_name(context, 3 - play->sharer)),
            style_centred(style_text(FONT_TEXT, 17, TOKEN_INK2)));
    for (int row = 0; row < LANDING_ROWS; row++) {
        if (shared) {
            row_in_private(context, row);
        } else {
            row_in_company(context, row);
        }
    }
    if (shared) {
        private_buttons(context);
    } else {
        keys_in_company(context);
        ui_open(ui, &(UiBox){.cross = UI_CENTER});
        if (ui_button_first(ui, "privately",
                            &(Button){.label = tr(context, "land.one-device"),
                                      .kind = BUTTON_GHOST,
                                      .icon = "eye-off"})) {
            emit(context, EV_IN_TURN, 0, 0);
        }
        ui_close(ui);
    }
    ui_close(ui);
}
