/* SPDX-License-Identifier: MIT */
/* The placed tree into draw commands, mirrored for right-to-left; and what can be touched where. */
#include "ui_parts.h"

static Rect mirrored(const Ui *ui, Rect rect) {
    if (ui->rtl) {
        rect.x = ui->width - rect.x - rect.w;
    }
    return rect;
}

static UiAlign text_align(const Ui *ui, UiAlign align) {
    if (!ui->rtl || align == UI_CENTER) {
        return align;
    }
    return align == UI_END ? UI_START : UI_END;
}

static void paint_text(Ui *ui, const UiNode *node) {
    Rect rect = mirrored(ui, node->rect);
    float size = ui_px(ui, node->style.size);
    float height = line_height_of(ui, &node->style);
    UiAlign align = text_align(ui, node->style.align);
    for (int i = 0; i < node->line_count; i++) {
        const UiLine *line = &ui->lines[node->first_line + i];
        float spare = rect.w - line->width;
        float x = rect.x + (align == UI_CENTER ? spare / 2 : align == UI_END ? spare : 0);
        float baseline = rect.y + (float)i * height + height / 2 + size * 0.35f;
        draw_text(ui->list, ui->text + line->at, line->length, node->style.face, size, x, baseline,
                  line->width, node->style.paint);
        if (node->style.underline) {
            draw_line(ui->list, x, baseline + size * 0.16f, x + line->width,
                      baseline + size * 0.16f, node->style.paint, size * 0.08f, 0, 0);
        }
    }
}

/* With strong contrast a thin or pale line becomes a full one. */
static void strengthen(UiBox *box) {
    const float least = 2.5f;
    if (box->border.token == TOKEN_LINE && box->border_width > 0) {
        box->border = paint_of(TOKEN_LINE);
        box->border_width = max_f(box->border_width, least);
    }
}

static void paint_box(Ui *ui, UiNode *node, Rect rect) {
    UiBox *box = &node->box;
    float in_x = rect.w * box->shrunk / 2, in_y = rect.h * box->shrunk / 2;
    rect = (Rect){rect.x + in_x, rect.y + in_y, rect.w - 2 * in_x, rect.h - 2 * in_y};
    if (ui->strong) {
        strengthen(box);
    }
    float radius = min_f(box->radius, min_f(rect.w, rect.h) / 2);
    if (box->shadow) {
        draw_shadow(ui->list, rect, radius, box->shadow);
    }
    bool filled = box->fill.top.token != TOKEN_NONE;
    bool bordered = box->border.token != TOKEN_NONE && box->border_width > 0;
    if (filled || bordered) {
        path_begin(ui->list);
        path_add_round_rect(ui->list, rect, radius);
        path_paint(ui->list, box->fill, box->border, bordered ? box->border_width : 0,
                   box->border_dash, box->border_dash);
    }
}

/* STYLE.md section 4: 3.5 px, 6 px outside; a paper ring inside it where it crosses scenery. */
static void paint_focus(Ui *ui, const UiNode *node, Rect rect) {
    Rect ring = {rect.x - 6, rect.y - 6, rect.w + 12, rect.h + 12};
    Rect gap = {rect.x - 3, rect.y - 3, rect.w + 6, rect.h + 6};
    draw_round_rect(ui->list, gap, node->focus_radius + 3, (Fill){0}, paint_of(TOKEN_PAPER), 3);
    draw_round_rect(ui->list, ring, node->focus_radius + 6, (Fill){0}, paint_of(TOKEN_FOCUS), 3.5f);
}

static void paint_scrollbar(Ui *ui, const UiNode *node, Rect rect) {
    const UiState *state = ui_state(ui, node->id);
    if (state->scroll_max <= 0) {
        return;
    }
    float track = rect.h - 16;
    float thumb = max_f(32, track * rect.h / (rect.h + state->scroll_max));
    float y = rect.y + 8 + (track - thumb) * state->scroll / state->scroll_max;
    Rect bar = {ui->rtl ? rect.x + 5 : rect.x + rect.w - 10, y, 5, thumb};
    draw_round_rect(ui->list, bar, 2.5f, fill_of(paint_of(TOKEN_LINE)), (Paint){0}, 0);
}

static void note_seen(Ui *ui, UiId id, Rect rect, Rect clip, UiId scroller) {
    for (int i = 0; i < ui->next_seen_count; i++) {
        if (ui->next_seen[i].id == id) {
            ui->next_seen[i].rect = rect;
            ui->next_seen[i].clip = clip;
            ui->next_seen[i].scroller = scroller;
        }
    }
}

static Rect meet(Rect a, Rect b) {
    float x = max_f(a.x, b.x), y = max_f(a.y, b.y);
    float right = min_f(a.x + a.w, b.x + b.w), bottom = min_f(a.y + a.h, b.y + b.h);
    return (Rect){x, y, max_f(0, right - x), max_f(0, bottom - y)};
}

static void note_scroller(Ui *ui, const UiNode *node, Rect rect, Rect clip) {
    if (ui->next_seen_count < UI_SEEN_MAX) {
        ui->next_seen[ui->next_seen_count++] =
            (UiSeen){.id = node->id, .role = UI_ROLE_SCROLL, .rect = rect, .clip = clip};
    }
}

static void paint_node(Ui *ui, int index, Rect clip, UiId scroller) {
    UiNode *node = &ui->nodes[index];
    Rect rect = mirrored(ui, node->rect);
    uint8_t alpha = ui->list->alpha;
    ui->list->alpha = (uint8_t)(alpha * (255 - node->box.alpha_off) / 255);
    ui->list->node = node->id;
    if (node->is_text) {
        paint_text(ui, node);
    } else if (!node->box.ghost) {
        paint_box(ui, node, rect);
    }
    if (node->paint) {
        node->paint(ui, rect, node->data);
    }
    if (node->focusable) {
        note_seen(ui, node->id, rect, clip, scroller);
    }
    bool clips = node->box.scroll && node->content_h > node->rect.h + 0.5f;
    if (node->box.scroll) {
        note_scroller(ui, node, rect, clip);
        scroller = node->id;
        clip = meet(clip, rect);
    }
    if (clips) {
        draw_clip(ui->list, rect, node->box.radius);
    }
    for (int c = node->first_child; c >= 0; c = ui->nodes[c].next) {
        paint_node(ui, c, clip, scroller);
    }
    if (clips) {
        draw_unclip(ui->list);
        paint_scrollbar(ui, node, rect);
    }
    if (node->focusable && ui_has_focus(ui, node->id)) {
        ui->list->node = node->id;
        paint_focus(ui, node, rect);
    }
    ui->list->alpha = alpha;
}

void paint_run(Ui *ui) {
    paint_node(ui, 0, (Rect){0, 0, ui->width, ui->height}, 0);
    ui->list->node = 0;
}
