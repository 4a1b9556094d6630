/* SPDX-License-Identifier: MIT */
/* A line of text to type in, with a caret; whole characters only. */
#include "widgets.h"

#include "ui_parts.h"

#include <string.h>

static int step_back(const char *text, int at) {
    while (at > 0 && ((unsigned char)text[--at] & 0xC0) == 0x80) {
    }
    return at;
}

static int step_on(const char *text, int at) {
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

static bool edit(const Input *input, char *text, size_t size, int *caret) {
    int length = (int)strlen(text);
    *caret = *caret > length ? length : *caret;
    int from;
    switch (input->kind) {
    case INPUT_TEXT: return insert(text, size, caret, input->text);
    case INPUT_ERASE_BACK:
        from = step_back(text, *caret);
        if (!erase(text, from, *caret)) {
            return false;
        }
        *caret = from;
        return true;
    case INPUT_ERASE_FORWARD: return erase(text, *caret, step_on(text, *caret));
    case INPUT_CARET_LEFT: *caret = step_back(text, *caret); return false;
    case INPUT_CARET_RIGHT: *caret = step_on(text, *caret); return false;
    case INPUT_CARET_HOME: *caret = 0; return false;
    case INPUT_CARET_END: *caret = length; return false;
    default: return false;
    }
}

typedef struct CaretData {
    float x;
    DrawToken token;
} CaretData;

static void paint_caret(Ui *ui, Rect rect, const void *data) {
    const CaretData *caret = data;
    float x = ui->rtl ? rect.x + rect.w - 20 - caret->x : rect.x + 20 + caret->x;
    float half = ui_px(ui, 14);
    float y = rect.y + rect.h / 2;
    draw_line(ui->list, x, y - half, x, y + half, paint_of(caret->token), 2.5f, 0, 0);
}

/* Kept from when the field has the focus: a field that gets it has its caret at the end. */
static int *caret_of(Ui *ui, UiId id, const char *text) {
    UiState *state = ui_state(ui, id);
    bool is_new = state->used_frame == ui->frame;
    if (is_new || state->used_frame + 1 < ui->frame) {
        state->caret = (int)strlen(text);
    }
    state->used_frame = ui->frame;
    return &state->caret;
}

/* How much of a long text is left out at its start, so that the caret stays inside the field. */
static int hidden_start(const Ui *ui, UiId id, const char *text, int caret, const UiStyle *style) {
    float room = 0;
    for (int i = 0; i < ui->seen_count; i++) {
        room = ui->seen[i].id == id ? ui->seen[i].rect.w - 44 : room;
    }
    int start = 0;
    while (room > 0 && start < caret &&
           ui->measure.text(ui->measure.context, style->face, ui_px(ui, style->size), text + start,
                            caret - start) > room) {
        start = step_on(text, start);
    }
    return start;
}

bool ui_field(Ui *ui, const char *name, char *text, size_t text_size, const char *placeholder,
              int player, DrawToken border) {
    UiId id = ui_id(ui, name, 0);
    bool focused = ui->focus == id;
    int *caret = focused ? caret_of(ui, id, text) : NULL;
    bool mine = ui->input && (!player || !ui->input->player || ui->input->player == player);
    bool changed = focused && mine && edit(ui->input, text, text_size, caret);
    UiBox box = {.dir = UI_ROW,
                 .cross = UI_CENTER,
                 .pad_x = 20,
                 .min_height = max_f(52, ui_px(ui, 19) * 1.35f + 20),
                 .fill = fill_of(paint_of(ui->evening ? TOKEN_PAPER2 : TOKEN_WHITE)),
                 .border = paint_of(focused ? border : TOKEN_LINE),
                 .border_width = focused ? 3 : 2,
                 .radius = 18};
    ui_open_id(ui, id, &box);
    ui_touchable(ui, id, UI_ROLE_FIELD, 18, player);
    UiStyle style = style_text(FONT_TEXT, 19, text[0] ? TOKEN_INK : TOKEN_INK2);
    style.max_lines = 1;
    const char *shown = text;
    if (focused) {
        ui->editing = id;
        int length = (int)strlen(text);
        *caret = *caret > length ? length : *caret;
        shown += hidden_start(ui, id, text, *caret, &style);
        CaretData data = {.token = border};
        data.x = ui->measure.text(ui->measure.context, style.face, ui_px(ui, style.size), shown,
                                  *caret - (int)(shown - text));
        memcpy(ui->nodes[ui->current].data, &data, sizeof data);
        ui->nodes[ui->current].paint = paint_caret;
    }
    ui_text(ui, text[0] ? shown : placeholder, style);
    ui_close(ui);
    return changed;
}
