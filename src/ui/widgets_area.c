/* SPDX-License-Identifier: MIT */
/* Lines of text to type in, with a caret. */
#include "widgets.h"

#include "ui_parts.h"
#include "widgets_edit.h"

#include <string.h>

typedef struct CaretData {
    int node;  /* of the text */
    int caret; /* byte in it */
    DrawToken token;
} CaretData;

static void paint_caret(Ui *ui, Rect rect, const void *data) {
    const CaretData *caret = data;
    const UiNode *node = &ui->nodes[caret->node];
    int nth = 0;
    for (int i = 1; i < node->line_count; i++) {
        bool behind = ui->lines[node->first_line + i].at - node->text_at <= caret->caret;
        nth = behind ? i : nth;
    }
    float along = 0;
    if (node->line_count > 0) {
        int at = ui->lines[node->first_line + nth].at;
        along = ui->measure.text(ui->measure.context, node->style.face,
                                 ui_px(ui, node->style.size), ui->text + at,
                                 caret->caret - (at - node->text_at));
    }
    (void)rect;
    float height = line_height_of(ui, &node->style), half = ui_px(ui, 13);
    float left = ui->rtl ? ui->width - node->rect.x : node->rect.x;
    float x = ui->rtl ? left - along : left + along;
    float y = node->rect.y + height * ((float)nth + 0.5f);
    draw_line(ui->list, x, y - half, x, y + half, paint_of(caret->token), 2.5f, 0, 0);
}

static void area_text(Ui *ui, const char *text, const TextArea *area, const int *caret) {
    UiStyle style = style_text(FONT_TEXT, 19, text[0] ? TOKEN_INK : TOKEN_INK2);
    style.line_height = 1.4f;
    CaretData data = {.node = ui->node_count, .token = area->border};
    if (caret && ui->node_count < UI_NODES_MAX) {
        data.caret = *caret;
        UiNode *box = &ui->nodes[ui->current];
        memcpy(box->data, &data, sizeof data);
        box->paint = paint_caret;
    }
    ui_text(ui, text[0] ? text : area->placeholder, style);
}

bool ui_area(Ui *ui, UiId id, char *text, size_t text_size, const TextArea *area) {
    bool focused = ui->focus == id;
    int end = (int)strlen(text);
    int *caret = focused ? edit_caret(ui, id, text) : area->is_active ? &end : NULL;
    bool changed = focused && ui->input &&
                   edit_text(ui->input, text, text_size, area->letters_max, caret);
    bool marked = focused || area->is_active;
    ui_open_id(ui, id,
               &(UiBox){.cross = UI_STRETCH,
                        .pad_x = 18,
                        .pad_y = 14,
                        .min_height = area->min_height,
                        .fill = fill_of(paint_of(ui->evening ? TOKEN_PAPER2 : TOKEN_WHITE)),
                        .border = paint_of(marked ? area->border : TOKEN_LINE),
                        .border_width = marked ? 3 : 2,
                        .radius = 18});
    ui_touchable(ui, id, UI_ROLE_FIELD, 18, 0);
    if (focused) {
        ui->editing = id;
        int length = (int)strlen(text);
        *caret = *caret > length ? length : *caret;
    }
    area_text(ui, text, area, caret);
    ui_close(ui);
    return changed;
}
