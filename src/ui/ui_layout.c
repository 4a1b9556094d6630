/* SPDX-License-Identifier: MIT */
/* Layout: widths wanted (up) and given (down), lines and heights (up), heights, places (down). */
#include "ui_parts.h"

static float pads_x(const UiBox *box) {
    return 2 * box->pad_x + box->pad_left + box->pad_right;
}

static float pads_y(const UiBox *box) {
    return 2 * box->pad_y + box->pad_top + box->pad_bottom;
}

static float limited(float value, float fixed, float low, float high) {
    if (fixed > 0) {
        return fixed;
    }
    if (high > 0 && value > high) {
        value = high;
    }
    return value < low ? low : value;
}

/* Children in the flow of the layout. */
static int first_flow(const Ui *ui, const UiNode *node) {
    int child = node->first_child;
    while (child >= 0 && ui->nodes[child].box.absolute) {
        child = ui->nodes[child].next;
    }
    return child;
}

static int next_flow(const Ui *ui, int child) {
    do {
        child = ui->nodes[child].next;
    } while (child >= 0 && ui->nodes[child].box.absolute);
    return child;
}

static void want_width(Ui *ui, UiNode *node) {
    if (node->is_text) {
        lines_measure(ui, node);
        return;
    }
    float want = 0, least = 0;
    int count = 0;
    for (int c = first_flow(ui, node); c >= 0; c = next_flow(ui, c), count++) {
        const UiNode *child = &ui->nodes[c];
        if (node->box.dir == UI_ROW) {
            want += child->want_w;
            least = node->box.wrap ? max_f(least, child->min_w) : least + child->min_w;
        } else {
            want = max_f(want, child->want_w);
            least = max_f(least, child->min_w);
        }
    }
    if (node->box.dir == UI_ROW && count > 1) {
        want += node->box.gap * (float)(count - 1);
        least += node->box.wrap ? 0 : node->box.gap * (float)(count - 1);
    }
    const UiBox *box = &node->box;
    node->want_w = limited(want + pads_x(box), box->width, box->min_width, box->max_width);
    node->min_w = min_f(node->want_w,
                        limited(least + pads_x(box), box->width, box->min_width, box->max_width));
}

/* Gives the children of a row their widths: room to those that grow, lack from those that can. */
static void share_row(Ui *ui, UiNode *node, float room) {
    float want = 0, slack = 0, grow = 0;
    int count = 0;
    for (int c = first_flow(ui, node); c >= 0; c = next_flow(ui, c), count++) {
        want += ui->nodes[c].want_w;
        slack += ui->nodes[c].want_w - ui->nodes[c].min_w;
        grow += ui->nodes[c].box.grow;
    }
    float spare = room - want - node->box.gap * (float)(count > 0 ? count - 1 : 0);
    for (int c = first_flow(ui, node); c >= 0; c = next_flow(ui, c)) {
        UiNode *child = &ui->nodes[c];
        child->rect.w = child->want_w;
        if (node->box.wrap) {
            child->rect.w = min_f(child->want_w, room);
        } else if (spare > 0 && grow > 0) {
            child->rect.w += spare * child->box.grow / grow;
        } else if (spare < 0 && slack > 0) {
            child->rect.w += max_f(spare, -slack) * (child->want_w - child->min_w) / slack;
        }
    }
}

static void share_column(Ui *ui, UiNode *node, float room) {
    for (int c = first_flow(ui, node); c >= 0; c = next_flow(ui, c)) {
        UiNode *child = &ui->nodes[c];
        bool stretch = node->box.cross == UI_STRETCH && child->box.width <= 0;
        child->rect.w = stretch ? room : min_f(child->want_w, room);
        if (child->box.max_width > 0) {
            child->rect.w = min_f(child->rect.w, child->box.max_width);
        }
    }
}

static void give_widths(Ui *ui, UiNode *node) {
    float room = node->rect.w - pads_x(&node->box);
    if (node->box.dir == UI_ROW) {
        share_row(ui, node, room);
    } else {
        share_column(ui, node, room);
    }
    for (int c = node->first_child; c >= 0; c = ui->nodes[c].next) {
        UiNode *child = &ui->nodes[c];
        if (child->box.absolute) {
            child->rect.w = min_f(child->want_w, node->rect.w);
        }
    }
}

static float along(UiAlign align, float free_room) {
    return align == UI_CENTER ? free_room / 2 : align == UI_END ? free_room : 0;
}

/* The children of one line of a row that wraps, across it. */
static void align_line(Ui *ui, const UiNode *node, int from, int to, float line_h) {
    for (int c = from; c >= 0 && c != to; c = next_flow(ui, c)) {
        ui->nodes[c].rect.y += along(node->box.cross, line_h - ui->nodes[c].rect.h);
    }
}

/* Rows that wrap: calls back for each line of children; returns the height of all lines. */
static float wrap_lines(Ui *ui, UiNode *node, float room, float x, float y, bool place) {
    float line_w = 0, line_h = 0, height = 0;
    bool starts = true;
    int first = first_flow(ui, node);
    for (int c = first; c >= 0; c = next_flow(ui, c)) {
        UiNode *child = &ui->nodes[c];
        if (!starts && line_w + node->box.gap + child->rect.w > room + 0.5f) {
            if (place) {
                align_line(ui, node, first, c, line_h);
            }
            first = c;
            height += line_h + node->box.gap;
            line_w = line_h = 0;
            starts = true;
        }
        line_w += (starts ? 0 : node->box.gap) + child->rect.w;
        starts = false;
        line_h = max_f(line_h, child->rect.h);
        if (place) {
            child->rect.x = x + line_w - child->rect.w;
            child->rect.y = y + height;
        }
    }
    if (place) {
        align_line(ui, node, first, -1, line_h);
    }
    return height + line_h;
}

static void want_height(Ui *ui, UiNode *node) {
    if (node->is_text) {
        lines_break(ui, node, node->rect.w);
        node->rect.h = node->want_h;
        return;
    }
    float height = 0;
    int count = 0;
    if (node->box.dir == UI_ROW && node->box.wrap) {
        height = wrap_lines(ui, node, node->rect.w - pads_x(&node->box), 0, 0, false);
    } else {
        for (int c = first_flow(ui, node); c >= 0; c = next_flow(ui, c), count++) {
            float h = ui->nodes[c].rect.h;
            height = node->box.dir == UI_COLUMN ? height + h : max_f(height, h);
        }
        if (node->box.dir == UI_COLUMN && count > 1) {
            height += node->box.gap * (float)(count - 1);
        }
    }
    const UiBox *box = &node->box;
    node->content_h = height + pads_y(box);
    node->rect.h = limited(node->content_h, box->height, box->min_height, box->max_height);
    node->want_h = node->rect.h;
}

/* What scrolls gives way where room is short; so does a row of which a part scrolls. */
static bool gives_way(const Ui *ui, const UiNode *node) {
    bool gives = node->box.scroll;
    for (int c = first_flow(ui, node); c >= 0 && node->box.dir == UI_ROW; c = next_flow(ui, c)) {
        gives |= ui->nodes[c].box.scroll && !node->box.wrap;
    }
    return gives;
}

static void give_heights(Ui *ui, UiNode *node) {
    float room = node->rect.h - pads_y(&node->box);
    float want = 0, grow = 0, scroll = 0;
    int count = 0;
    for (int c = first_flow(ui, node); c >= 0; c = next_flow(ui, c), count++) {
        UiNode *child = &ui->nodes[c];
        want += child->rect.h;
        grow += child->box.grow;
        scroll += gives_way(ui, child) ? child->rect.h : 0;
        bool stretch = node->box.cross == UI_STRETCH && child->box.height <= 0;
        if (node->box.dir != UI_COLUMN && stretch && !child->is_text && !node->box.wrap) {
            child->rect.h = max_f(child->rect.h, room);
        }
        if (node->box.dir != UI_COLUMN && child->box.scroll) {
            child->rect.h = min_f(child->rect.h, room);
        }
    }
    if (node->box.dir != UI_COLUMN || node->box.scroll) {
        return;
    }
    float spare = room - want - node->box.gap * (float)(count > 0 ? count - 1 : 0);
    for (int c = first_flow(ui, node); c >= 0; c = next_flow(ui, c)) {
        UiNode *child = &ui->nodes[c];
        if (spare > 0 && grow > 0) {
            child->rect.h += spare * child->box.grow / grow;
        } else if (spare < 0 && scroll > 0 && gives_way(ui, child)) {
            child->rect.h = max_f(40, child->rect.h + spare * child->rect.h / scroll);
        }
    }
}

static void place_absolute(Ui *ui, const UiNode *node) {
    for (int c = node->first_child; c >= 0; c = ui->nodes[c].next) {
        UiNode *child = &ui->nodes[c];
        if (child->box.absolute) {
            child->rect.x = node->rect.x + child->box.at_x +
                            child->box.anchor_x * (node->rect.w - child->rect.w);
            child->rect.y = node->rect.y + child->box.at_y +
                            child->box.anchor_y * (node->rect.h - child->rect.h);
        }
    }
}

static void place_line(Ui *ui, UiNode *node, float x, float y, float w, float h) {
    const UiBox *box = &node->box;
    bool row = box->dir == UI_ROW;
    float used = 0;
    int count = 0;
    for (int c = first_flow(ui, node); c >= 0; c = next_flow(ui, c), count++) {
        used += row ? ui->nodes[c].rect.w : ui->nodes[c].rect.h;
    }
    float gaps = box->gap * (float)(count > 0 ? count - 1 : 0);
    float spare = max_f(0, (row ? w : h) - used - gaps);
    float gap = box->gap;
    if (box->main == UI_BETWEEN && count > 1) {
        gap += spare / (float)(count - 1);
    }
    float at = along(box->main, spare);
    for (int c = first_flow(ui, node); c >= 0; c = next_flow(ui, c)) {
        UiNode *child = &ui->nodes[c];
        float across = along(box->cross, row ? h - child->rect.h : w - child->rect.w);
        child->rect.x = row ? x + at : x + across;
        child->rect.y = row ? y + across : y + at;
        at += (row ? child->rect.w : child->rect.h) + gap;
    }
}

static void place_children(Ui *ui, UiNode *node) {
    const UiBox *box = &node->box;
    float x = node->rect.x + box->pad_x + box->pad_left;
    float y = node->rect.y + box->pad_y + box->pad_top;
    float w = node->rect.w - pads_x(box);
    float h = node->rect.h - pads_y(box);
    if (box->scroll) {
        UiState *state = ui_state(ui, node->id);
        state->used_frame = ui->frame;
        state->scroll_max = max_f(0, node->content_h - node->rect.h);
        state->scroll = clamp_f(state->scroll, 0, state->scroll_max);
        y -= state->scroll;
    }
    if (box->dir == UI_LAYERS) {
        for (int c = first_flow(ui, node); c >= 0; c = next_flow(ui, c)) {
            UiNode *child = &ui->nodes[c];
            child->rect.x = x + along(box->main, w - child->rect.w);
            child->rect.y = y + along(box->cross, h - child->rect.h);
        }
    } else if (box->dir == UI_ROW && box->wrap) {
        wrap_lines(ui, node, w, x, y, true);
    } else {
        place_line(ui, node, x, y, w, h);
    }
    place_absolute(ui, node);
}

void layout_run(Ui *ui) {
    for (int i = ui->node_count - 1; i >= 0; i--) {
        want_width(ui, &ui->nodes[i]);
    }
    ui->nodes[0].rect = (Rect){0, 0, ui->width, ui->height};
    for (int i = 0; i < ui->node_count; i++) {
        give_widths(ui, &ui->nodes[i]);
    }
    for (int i = ui->node_count - 1; i >= 0; i--) {
        want_height(ui, &ui->nodes[i]);
    }
    ui->nodes[0].rect.h = ui->height;
    for (int i = 0; i < ui->node_count; i++) {
        give_heights(ui, &ui->nodes[i]);
        place_children(ui, &ui->nodes[i]);
    }
}
