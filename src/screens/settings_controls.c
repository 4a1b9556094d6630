/* SPDX-License-Identifier: MIT */
/* Settings, section Controls: the keys, each of which can be given to another one. */
#include "settings_parts.h"

/* Places in the order of the key bindings (platform/keys.h): two players' four answers first. */
enum { ACTION_PASS = 8, ACTION_LOW, ACTION_SWAP, ACTION_HELP };

static void key_button(ScreenContext *context, int action, const char *label) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    bool asks = memory->rebinding && memory->rebinding_action == action;
    UiId id = ui_id(ui, "key", action);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .main = UI_CENTER,
                        .cross = UI_CENTER,
                        .min_width = 56,
                        .min_height = 48,
                        .pad_x = 8,
                        .pad_y = 4,
                        .radius = 14,
                        .fill = fill_of(paint_of(asks ? TOKEN_MOSS_SOFT : TOKEN_PAPER2)),
                        .border = paint_of(asks ? TOKEN_MOSS : TOKEN_LINE),
                        .border_width = asks ? 3 : 1.5f});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 14, 0);
    ui_key(ui, asks ? "…" : label, DEVICE_KEYBOARD, 16);
    ui_close(ui);
    if (pressed) {
        memory->rebinding = true;
        memory->rebinding_action = action;
        ui->wants_frames = true;
    }
}

static void player_keys(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    bool large = settings_are_large(ui);
    ui_open(ui, &(UiBox){.dir = large ? UI_COLUMN : UI_ROW,
                         .cross = large ? UI_START : UI_CENTER,
                         .gap = 12});
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 12, .grow = large ? 0 : 1});
    ui_mark(ui, player, 14);
    UiStyle style = style_text(FONT_TEXT_BOLD, 18, TOKEN_INK);
    style.max_lines = 1;
    ui_text(ui, player_name(context, player), style);
    ui_close(ui);
    ui_open_id(ui, ui_id(ui, "keys", player), &(UiBox){.dir = UI_ROW, .gap = 10, .wrap = large});
    for (int i = 0; i < CARD_ANSWERS; i++) {
        int action = (player - 1) * CARD_ANSWERS + i;
        key_button(context, action, ui->prompts.keys[action]);
    }
    ui_close(ui);
    ui_close(ui);
}

static void action_key(ScreenContext *context, int action, const char *key, const char *label) {
    Ui *ui = context->ui;
    ui_open_id(ui, ui_id(ui, "action", action),
               &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 12});
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, key), style_text(FONT_TEXT_SEMI, 17, TOKEN_INK));
    ui_close(ui);
    key_button(context, action, label);
    ui_close(ui);
}

void settings_controls(ScreenContext *context) {
    Ui *ui = context->ui;
    bool asks = context->memory->rebinding;
    ui_text(ui, tr(context, asks ? "settings.press-key" : "settings.keys-more"),
            style_text(asks ? FONT_TEXT_BOLD : FONT_TEXT, 16, asks ? TOKEN_INK : TOKEN_INK2));
    ui_gap(ui, 2);
    player_keys(context, 1);
    player_keys(context, 2);
    if (ui->prompts.device != DEVICE_PAD) { /* with a pad in hand, prompts say its buttons */
        ui_rule(ui, 5);
        action_key(context, ACTION_PASS, "settings.key-pass", ui->prompts.pass);
        action_key(context, ACTION_LOW, "settings.key-low", ui->prompts.low);
        action_key(context, ACTION_SWAP, "settings.key-swap", ui->prompts.swap);
        action_key(context, ACTION_HELP, "settings.key-help", ui->prompts.help);
    }
    ui_rule(ui, 5);
    ui_text(ui, tr(context, "settings.pads"), style_text(FONT_TEXT, 16, TOKEN_INK2));
}
