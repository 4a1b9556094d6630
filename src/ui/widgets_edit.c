/* SPDX-License-Identifier: MIT */
/* Typing and erasing at a caret; whole characters only. */
#include "widgets_edit.h"

#include "text.h"

#include <string.h>

static int step_back(const char *text, int at) {
    while (at > 0 && ((unsigned char)text[--at] & 0xC0) == 0x80) {
    }
    return at;
}

int edit_next(const char *text, int at) {
    int end = (int)strlen(text);
    at += at < end;
    while (at < end && ((unsigned char)text[at] & 0xC0) == 0x80) {
        at++;
    }
    return at;
}

static bool erase(char *text, int from, int to) {
    if (from == to) {
        return false;
    }
    memmove(text + from, text + to, strlen(text + to) + 1);
    return true;
}

static bool insert(char *text, size_t size, int *caret, const char *typed) {
    size_t length = strlen(text), added = strlen(typed);
    if (added == 0 || length + added + 1 > size) {
        return false;
    }
    memmove(text + *caret + added, text + *caret, length - (size_t)*caret + 1);
    memcpy(text + *caret, typed, added);
    *caret += (int)added;
    return true;
}

bool edit_text(const Input *input, char *text, size_t size, int letters_max, int *caret) {
    int length = (int)strlen(text);
    *caret = *caret > length ? length : *caret;
    int from;
    switch (input->kind) {
    case INPUT_TEXT:
        if (letters_max && text_length(text) + text_length(input->text) > letters_max) {
            return false;
        }
        return insert(text, size, caret, input->text);
    case INPUT_ERASE_BACK:
        from = step_back(text, *caret);
        if (!erase(text, from, *caret)) {
            return false;
        }
        *caret = from;
        return true;
    case INPUT_ERASE_FORWARD: return erase(text, *caret, edit_next(text, *caret));
    case INPUT_CARET_LEFT: *caret = step_back(text, *caret); return false;
    case INPUT_CARET_RIGHT: *caret = edit_next(text, *caret); return false;
    case INPUT_CARET_HOME: *caret = 0; return false;
    case INPUT_CARET_END: *caret = length; return false;
    default: return false;
    }
}

int *edit_caret(Ui *ui, UiId id, const char *text) {
    UiState *state = ui_state(ui, id);
    bool is_new = state->used_frame == ui->frame;
    if (is_new || state->used_frame + 1 < ui->frame) {
        state->caret = (int)strlen(text);
    }
    state->used_frame = ui->frame;
    return &state->caret;
}
