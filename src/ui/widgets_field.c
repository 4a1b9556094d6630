/* SPDX-License-Identifier: MIT */
/* A line of text to type in, with a caret; whole characters only. */
#include "widgets.h"

#include "ui_parts.h"
#include "widgets_edit.h"

#include <string.h>

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
        start = edit_next(text, start);
    }
    return start;
}

static void field_caret(Ui *ui, float x, DrawToken token) {
    CaretData data = {.x = x, .token = token};
    memcpy(ui->nodes[ui->current].data, &data, sizeof data);
    ui->nodes[ui->current].paint = paint_caret;
}

bool ui_field(Ui *ui, UiId id, char *text, size_t text_size, const TextField *field) {
    bool focused = ui->focus == id;
    bool mine = ui->input && (!field->player || !ui->input->player ||
                              ui->input->player == field->player);
    int end, *caret = focused ? edit_caret(ui, id, text) : field->is_active ? &end : NULL;
    bool changed = focused && mine && edit_text(ui->input, text, text_size, 0, caret);
    end = (int)strlen(text);
    UiBox box = {.dir = UI_ROW,
                 .cross = UI_CENTER,
                 .pad_x = 20,
                 .min_height = max_f(52, ui_px(ui, 19) * 1.35f + 20),
                 .fill = fill_of(paint_of(ui->evening ? TOKEN_PAPER2 : TOKEN_WHITE)),
                 .border = paint_of(caret ? field->border : TOKEN_LINE),
                 .border_width = caret ? 3 : 2,
                 .radius = 18};
    ui_open_id(ui, id, &box);
    ui_touchable(ui, id, UI_ROLE_FIELD, 18, field->player);
    UiStyle style = style_text(FONT_TEXT, 19, text[0] ? TOKEN_INK : TOKEN_INK2);
    style.max_lines = 1;
    const char *shown = text;
    if (caret) {
        ui->editing = focused ? id : ui->editing;
        *caret = *caret > end ? end : *caret;
        shown += hidden_start(ui, id, text, *caret, &style);
        field_caret(ui,
                    ui->measure.text(ui->measure.context, style.face, ui_px(ui, style.size), shown,
                                     *caret - (int)(shown - text)),
                    field->border);
    }
    ui_text(ui, text[0] ? shown : field->placeholder, style);
    ui_close(ui);
    return changed;
}
