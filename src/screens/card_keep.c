/* SPDX-License-Identifier: MIT */
/* The end of a chapter's card: may the week tell what was answered? Only if both say so. */
#include "card_parts.h"

/* A player's own yes: by pointer or focus, or by any key of that player's. */
static void yes_of(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    bool says_yes = context->game->play.keeps[player - 1];
    UiId id = ui_id(ui, "keep", player);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .cross = UI_CENTER,
                        .main = UI_CENTER,
                        .gap = 10,
                        .grow = 1,
                        .pad_x = 18,
                        .min_height = 60,
                        .radius = 30,
                        .fill = fill_of(paint_of(player == 1 ? TOKEN_P1SOFT : TOKEN_P2SOFT)),
                        .border = paint_of(player == 1 ? TOKEN_P1 : TOKEN_P2),
                        .border_width = says_yes ? 4.0f : 1.5f});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 30, 0);
    ui_mark(ui, player, 13);
    if (says_yes) {
        ui_icon(ui, "check", 20, paint_of(TOKEN_INK));
    }
    ui_open(ui, &(UiBox){0});
    ui_text(ui,
            tr1(context, says_yes ? "keep.said" : "keep.yes", "name", player_name(context, player)),
            style_centred(style_text(FONT_TEXT_BOLD, 17, TOKEN_INK)));
    ui_close(ui);
    ui_close(ui);
    bool own_key = (ui_input_is(ui, INPUT_HERE) || ui_input_is(ui, INPUT_ANSWER)) &&
                   ui->input->player == player;
    /* A pad of one's own speaks for its player, whichever of the two buttons has the focus. */
    bool by_pad = pressed && ui->input && ui->input->device == DEVICE_PAD && ui->input->player != 0;
    if (pressed || own_key) {
        emit(context, EV_KEEP_ANSWER, by_pad ? ui->input->player : player, 1);
    }
}

void card_keep(ScreenContext *context) {
    Ui *ui = context->ui;
    const Answer *said = game_picked_answer(context->game);
    bool is_large = card_is_large(context);
    card_scenery(context);
    UiBox box = ui_card(is_large ? ui->width - 120 : 680, 32);
    box.absolute = true;
    box.anchor_x = box.anchor_y = 0.5f;
    box.max_height = ui->height - 40;
    box.scroll = true;
    box.gap = 14;
    ui_open_id(ui, ui_id(ui, "keep-card", 0), &box);
    ui_text(ui, tr(context, "keep.title"), style_display(28));
    ui_text(ui, tr1(context, "week-of.quote", "words", card_text(context, said ? said->text : "")),
            style_text(FONT_DISPLAY, 22, TOKEN_INK2));
    ui_text(ui, tr(context, "keep.why"), style_text(FONT_TEXT, 16, TOKEN_INK2));
    ui_open(ui, &(UiBox){.dir = is_large ? UI_COLUMN : UI_ROW, .gap = 14, .cross = UI_STRETCH});
    yes_of(context, 1);
    yes_of(context, 2);
    ui_close(ui);
    if (ui_button_first(ui, "keep-no",
                        &(Button){.label = tr(context, "keep.no"),
                                  .icon = "arrow-right",
                                  .key = ui->prompts.confirm,
                                  .kind = BUTTON_GHOST,
                                  .stretch = true})) {
        emit(context, EV_KEEP_ANSWER, 0, 0);
    }
    ui_close(ui);
}
