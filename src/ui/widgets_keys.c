/* SPDX-License-Identifier: MIT */
/* An on-screen keyboard, one widget for all that is typed without keys. */
#include "widgets.h"

#include "ui_parts.h"
#include "widgets_edit.h"

#include <string.h>

enum { PAGE_SMALL, PAGE_CAPITALS, PAGE_SIGNS, ROW_KEYS = 16, LETTER_MAX = 8 };

void ui_keys_open(Ui *ui, KeysState *state, const char *text) {
    *state = (KeysState){.is_open = true, .page = text[0] ? PAGE_SMALL : PAGE_CAPITALS};
    ui->wants_frames = true;
}

static bool write_letter(char *text, size_t size, int letters_max, const char *letter) {
    Input input = {.kind = INPUT_TEXT};
    int end = (int)strlen(text);
    strncpy(input.text, letter, sizeof input.text - 1);
    return edit_text(&input, text, size, letters_max, &end);
}

static bool erase_letter(char *text, size_t size) {
    int end = (int)strlen(text);
    return edit_text(&(Input){.kind = INPUT_ERASE_BACK}, text, size, 0, &end);
}

/* A key of one letter; `index` tells them apart. */
static bool key(Ui *ui, const char *letter, int index, int player) {
    UiId id = ui_id(ui, "key", index);
    ui_open_id(ui, id,
               &(UiBox){.grow = 1,
                        .main = UI_CENTER,
                        .cross = UI_CENTER,
                        .min_width = 44,
                        .min_height = max_f(46, ui_px(ui, 30)),
                        .fill = fill_of(ui_is_held(ui, id)
                                            ? paint_mix(TOKEN_PAPER2, TOKEN_SHADOW, 0.14f)
                                            : paint_of(TOKEN_PAPER2)),
                        .border = paint_of(TOKEN_LINE),
                        .border_width = 1.5f,
                        .radius = 10});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 10, player);
    if (index == 0 || index == ROW_KEYS) {
        /* the first letter, below the numbers */
        *(ui->splits && player == 2 ? &ui->wanted_partner : &ui->wanted_focus) = id;
    }
    ui_text(ui, letter, style_text(FONT_TEXT_BOLD, 20, TOKEN_INK));
    ui_close(ui);
    return pressed;
}

/* A page's rows; true when one of its letters was pressed, which is then in `typed`. */
static bool page(Ui *ui, const char *characters, int player, char typed[LETTER_MAX]) {
    int row = 0, column = 0;
    bool pressed = false;
    float gap = player ? 4 : 7;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = gap});
    for (const char *at = characters; *at;) {
        int length = edit_next(at, 0);
        char letter[LETTER_MAX] = {0};
        memcpy(letter, at, length < LETTER_MAX ? (size_t)length : LETTER_MAX - 1);
        at += length;
        if (letter[0] == ' ') {
            ui_close(ui);
            ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = gap});
            row++;
            column = 0;
        } else if (key(ui, letter, row * ROW_KEYS + column++, player)) {
            memcpy(typed, letter, sizeof letter);
            pressed = true;
        }
    }
    ui_close(ui);
    return pressed;
}

static bool act_key(Ui *ui, const char *name, const char *label, const char *hint, float grow,
                    ButtonKind kind, int player) {
    const char *shown = ui->prompts.device == DEVICE_PAD && hint ? hint : NULL;
    return ui_button(ui, name,
                     &(Button){.label = label,
                               .key = shown,
                               .kind = kind,
                               .size = 17,
                               .height = 46,
                               .grow = grow,
                               .player = player});
}

static KeysAct act_row(Ui *ui, const KeysTexts *texts, KeysState *state, char *text, size_t size,
                       int letters_max) {
    KeysAct act = KEYS_NOTHING;
    bool signs = state->page == PAGE_SIGNS;
    int player = state->player;
    bool is_narrow = player != 0; /* half a screen */
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 7, .cross = UI_STRETCH, .wrap = is_narrow});
    if (act_key(ui, "shift", texts->shift, NULL, 1, BUTTON_GHOST, player)) {
        state->page = state->page == PAGE_CAPITALS ? PAGE_SMALL : PAGE_CAPITALS;
        ui->wants_frames = true;
    }
    if (act_key(ui, "signs", signs ? texts->letters : texts->signs, NULL, 1, BUTTON_GHOST,
                player)) {
        state->page = signs ? PAGE_SMALL : PAGE_SIGNS;
        ui->wants_frames = true;
    }
    if (act_key(ui, "space", texts->space, "Y", 3, BUTTON_GHOST, player) &&
        write_letter(text, size, letters_max, " ")) {
        act = KEYS_TYPED;
    }
    if (act_key(ui, "erase", texts->erase, "X", 1, BUTTON_GHOST, player) &&
        erase_letter(text, size)) {
        act = KEYS_TYPED;
    }
    if (act_key(ui, "keys-done", texts->done, "B", 1, BUTTON_PRIMARY, player)) {
        act = KEYS_DONE;
    }
    ui_close(ui);
    return act;
}

/* Shortcuts of a pad; commands of other keys are swallowed, so that no letter passes a card. */
static KeysAct shortcuts(Ui *ui, int player, char *text, size_t size, int letters_max) {
    const Input *input = ui->input;
    bool pad = input && input->device == DEVICE_PAD;
    KeysAct act = KEYS_NOTHING;
    if (!input || (player && input->player && input->player != player)) {
        return act;
    }
    switch (input->kind) {
    case INPUT_SWAP: act = pad && erase_letter(text, size) ? KEYS_TYPED : KEYS_NOTHING; break;
    case INPUT_LOW:
        act = pad && write_letter(text, size, letters_max, " ") ? KEYS_TYPED : KEYS_NOTHING;
        break;
    case INPUT_BACK: act = KEYS_DONE; break;
    case INPUT_PASS:
    case INPUT_ANSWER: break;
    default: return act;
    }
    ui->input = NULL;
    return act;
}

KeysAct ui_keys(Ui *ui, const KeysTexts *texts, KeysState *state, char *text, size_t text_size,
                int letters_max) {
    char letter[LETTER_MAX] = {0};
    KeysAct act = shortcuts(ui, state->player, text, text_size, letters_max);
    ui_open(ui, &(UiBox){.gap = 7, .cross = UI_STRETCH});
    if (page(ui, texts->pages[state->page], state->player, letter)) {
        act = write_letter(text, text_size, letters_max, letter) ? KEYS_TYPED : act;
        bool once = state->page == PAGE_CAPITALS;
        state->page = once ? PAGE_SMALL : state->page;
        ui->wants_frames = true;
    }
    KeysAct other = act_row(ui, texts, state, text, text_size, letters_max);
    ui_close(ui);
    act = other != KEYS_NOTHING ? other : act;
    state->is_open = act != KEYS_DONE;
    return act;
}
