/* SPDX-License-Identifier: MIT */
/* Settings, section Controls: the keys, each of which can be given to another one, and beside them
 * what does the same on a pad. */
#include "settings_parts.h"

/* Places in the order of the key bindings (platform/keys.h): two players' four answers first. */
enum { ACTION_PASS = 8, ACTION_LOW, ACTION_SWAP, ACTION_HELP, ACTION_READ };

static const char *const action_names[INPUT_ACTIONS] = {[ACTION_PASS] = "settings.key-pass",
                                                        [ACTION_LOW] = "settings.key-low",
                                                        [ACTION_SWAP] = "settings.key-swap",
                                                        [ACTION_HELP] = "settings.key-help",
                                                        [ACTION_READ] = "settings.key-read"};

enum { CAP_W = 56 };

static void key_button(ScreenContext *context, int action) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    bool asks = memory->rebinding && memory->rebinding_action == action;
    UiId id = ui_id(ui, "key", action);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .main = UI_CENTER,
                        .cross = UI_CENTER,
                        .min_width = CAP_W,
                        .min_height = 48,
                        .pad_x = 8,
                        .pad_y = 4,
                        .radius = 14,
                        .fill = fill_of(paint_of(asks ? TOKEN_MOSS_SOFT : TOKEN_PAPER2)),
                        .border = paint_of(asks ? TOKEN_MOSS : TOKEN_LINE),
                        .border_width = asks ? 3 : 1.5f});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 14, 0);
    ui_key(ui, asks ? "…" : ui->prompts.keys[action], DEVICE_KEYBOARD, 16);
    ui_close(ui);
    if (pressed) {
        memory->rebinding = true;
        memory->rebinding_action = action;
        memory->key_note = KEY_NOTE_NONE;
        ui->wants_frames = true;
    }
}

static void pad_button(Ui *ui, int action) {
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_CENTER, .min_width = CAP_W});
    ui_key(ui, ui->prompts.pad[action], DEVICE_PAD, 13);
    ui_close(ui);
}

static void player_keys(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    bool large = settings_are_large(ui);
    ui_open(ui, &(UiBox){.dir = large ? UI_COLUMN : UI_ROW, .gap = 12});
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 12,
                         .min_height = 48,
                         .grow = large ? 0 : 1});
    ui_mark(ui, player, 14);
    UiStyle style = style_text(FONT_TEXT_BOLD, 18, TOKEN_INK);
    style.max_lines = 1;
    ui_text(ui, player_name(context, player), style);
    ui_close(ui);
    ui_open_id(ui, ui_id(ui, "keys", player), &(UiBox){.dir = UI_ROW, .gap = 10, .wrap = large});
    for (int i = 0; i < CARD_ANSWERS; i++) {
        int action = (player - 1) * CARD_ANSWERS + i;
        ui_open(ui, &(UiBox){.gap = 5, .cross = UI_STRETCH});
        key_button(context, action);
        pad_button(ui, action);
        ui_close(ui);
    }
    ui_close(ui);
    ui_close(ui);
}

static void action_key(ScreenContext *context, int action) {
    Ui *ui = context->ui;
    ui_open_id(ui, ui_id(ui, "action", action),
               &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 12});
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, action_names[action]), style_text(FONT_TEXT_SEMI, 17, TOKEN_INK));
    ui_close(ui);
    pad_button(ui, action);
    key_button(context, action);
    ui_close(ui);
}

/* What an action is called within a sentence. */
static const char *action_name(ScreenContext *context, int action) {
    if (action >= ACTION_PASS) {
        return tr(context, action_names[action < ACTION_READ ? action : ACTION_READ]);
    }
    char nth[4] = {(char)('1' + action % CARD_ANSWERS), '\0'};
    return tr2(context, "settings.key-answer", "name",
               player_name(context, action / CARD_ANSWERS + 1), "n", nth);
}

/* What to do, and before it what came of the key pressed last. */
static void words(ScreenContext *context) {
    static const char *const notes[] = {[KEY_NOTE_EXCHANGED] = "settings.key-exchanged",
                                        [KEY_NOTE_FIXED] = "settings.key-fixed",
                                        [KEY_NOTE_STUCK] = "settings.key-stuck",
                                        [KEY_NOTE_USUAL] = "settings.keys-are-usual"};
    Ui *ui = context->ui;
    const ScreenMemory *memory = context->memory;
    bool asks = memory->rebinding;
    if (memory->key_note != KEY_NOTE_NONE) {
        ui_text(ui,
                tr2(context, notes[memory->key_note], "key", memory->key_note_label, "action",
                    action_name(context, memory->key_note_other)),
                style_text(FONT_TEXT_BOLD, 16, TOKEN_INK));
    }
    if (asks || memory->key_note == KEY_NOTE_NONE) {
        ui_text(ui, tr(context, asks ? "settings.press-key" : "settings.keys-more"),
                style_text(asks ? FONT_TEXT_BOLD : FONT_TEXT, 16, asks ? TOKEN_INK : TOKEN_INK2));
    }
}

static void usual_keys(ScreenContext *context) {
    Ui *ui = context->ui;
    if (!context->game->key_bindings[0]) {
        return;
    }
    ui_open(ui, &(UiBox){.dir = UI_ROW});
    if (ui_button(ui, "usual-keys",
                  &(Button){.label = tr(context, "settings.keys-usual"),
                            .icon = "undo-2",
                            .kind = BUTTON_GHOST,
                            .size = 16})) {
        context->memory->rebinding = false;
        context->memory->key_note = KEY_NOTE_USUAL;
        emit(context, EV_KEYS, 0, 0);
    }
    ui_close(ui);
}

void settings_controls(ScreenContext *context) {
    Ui *ui = context->ui;
    words(context);
    ui_gap(ui, 2);
    player_keys(context, 1);
    player_keys(context, 2);
    ui_rule(ui, 5);
    for (int action = ACTION_PASS; action <= ACTION_READ; action++) {
        action_key(context, action);
    }
    usual_keys(context);
    ui_rule(ui, 5);
    ui_text(ui, tr(context, "settings.pads"), style_text(FONT_TEXT, 16, TOKEN_INK2));
}
