/* SPDX-License-Identifier: MIT */
/* Building the tree of a frame, ids, kept state and animation time. */
#include "ui_parts.h"

#include "hash.h"
#include "text.h"

#include <math.h>
#include <string.h>

void ui_init(Ui *ui) {
    memset(ui, 0, sizeof *ui);
    ui->text_scale = 1;
    ui->measure = (Measure){measure_fixed, NULL};
}

static UiNode *node_add(Ui *ui, UiId id) {
    if (ui->node_count == UI_NODES_MAX) {
        ui->overflowed = true;
        return NULL;
    }
    int index = ui->node_count++;
    UiNode *node = &ui->nodes[index];
    memset(node, 0, sizeof *node);
    node->id = id;
    node->parent = ui->current;
    node->first_child = node->last_child = node->next = -1;
    if (ui->current >= 0) {
        UiNode *parent = &ui->nodes[ui->current];
        if (parent->last_child >= 0) {
            ui->nodes[parent->last_child].next = index;
        } else {
            parent->first_child = index;
        }
        parent->last_child = index;
        parent->child_count++;
    }
    return node;
}

void ui_begin(Ui *ui, DrawList *list, float width, float height, const Input *input,
              int64_t now_ms) {
    ui->list = list;
    ui->width = width;
    ui->height = height;
    ui->input = input;
    ui->now_ms = now_ms;
    ui->frame++;
    ui->node_count = ui->line_count = ui->text_used = 0;
    ui->next_seen_count = 0;
    ui->current = -1;
    ui->pressed = 0;
    ui->editing = 0;
    ui->wanted_focus = ui->wanted_partner = 0;
    ui->was_split = ui->splits;
    ui->could_split = ui->may_split;
    ui->splits = ui->may_split = false;
    ui->wants_frames = ui->wants_ambient = false;
    draw_begin(list, width, height);
    focus_run(ui);
    node_add(ui, HASH_START & 0xFFFFFFFFu);
    ui->nodes[0].box = (UiBox){.dir = UI_LAYERS, .width = width, .height = height};
    ui->current = 0;
}

/* A focus whose node has gone goes to the wanted one. */
static void keep_focus(Ui *ui, UiId *focus, UiId wanted) {
    bool is_there = false;
    for (int i = 0; i < ui->seen_count; i++) {
        is_there |= ui->seen[i].id == *focus && ui->seen[i].role != UI_ROLE_SCROLL;
    }
    if (!is_there) {
        if (*focus != wanted && wanted) {
            ui->wants_frames = true; /* the ring is painted by the next frame */
        }
        *focus = wanted;
    }
}

void ui_end(Ui *ui) {
    layout_run(ui);
    paint_run(ui);
    memcpy(ui->seen, ui->next_seen, sizeof ui->seen[0] * (size_t)ui->next_seen_count);
    ui->seen_count = ui->next_seen_count;
    keep_focus(ui, &ui->focus, ui->wanted_focus);
    keep_focus(ui, &ui->partner_focus, ui->splits ? ui->wanted_partner : 0);
}

UiId ui_id(Ui *ui, const char *name, int index) {
    uint64_t hash = ui->current >= 0 ? ui->nodes[ui->current].id : HASH_START;
    hash = hash_u64(hash_text(hash, name), (uint64_t)index);
    UiId id = (UiId)(hash ^ hash >> 32);
    ui->named_id = id ? id : 1;
    text_copy(ui->named, sizeof ui->named, name);
    ui->named_index = index;
    return ui->named_id;
}

void ui_open_id(Ui *ui, UiId id, const UiBox *box) {
    UiNode *node = node_add(ui, id);
    if (node) {
        node->box = *box;
        ui->current = (int)(node - ui->nodes);
    }
}

void ui_open(Ui *ui, const UiBox *box) {
    int nth = ui->current >= 0 ? ui->nodes[ui->current].child_count : 0;
    ui_open_id(ui, ui_id(ui, "box", nth), box);
}

void ui_close(Ui *ui) {
    if (ui->current > 0) {
        ui->current = ui->nodes[ui->current].parent;
    }
}

/* OpenDyslexic is wide, so it takes about the room of the other faces only when set smaller. */
static UiStyle easy_style(UiStyle style) {
    const float takes = 0.86f;
    style.face = style.face == FONT_TEXT ? FONT_EASY : FONT_EASY_BOLD;
    style.size *= takes;
    style.line_height /= takes;
    return style;
}

/* Where a copy of the text lies for this frame; -1: there is no room for it. */
static int keep_text(Ui *ui, const char *text, int length) {
    int at = ui->text_used;
    if (at + length + 4 > UI_TEXT_BYTES) {
        ui->overflowed = true;
        return -1;
    }
    memcpy(ui->text + at, text, (size_t)length + 1);
    ui->text_used += length + 1;
    return at;
}

void ui_text(Ui *ui, const char *text, UiStyle style) {
    int length = (int)strlen(text);
    UiNode *node = node_add(ui, 0);
    int at = node ? keep_text(ui, text, length) : -1;
    if (at < 0) {
        ui->overflowed = true;
        return;
    }
    node->is_text = true;
    node->style = ui->easy_letters ? easy_style(style) : style;
    node->text_at = at;
    node->text_length = length;
}

void ui_label(Ui *ui, const char *label) {
    int length = (int)strlen(label);
    int at = ui->current >= 0 ? keep_text(ui, label, length) : -1;
    if (at >= 0) {
        ui->nodes[ui->current].label_at = at;
        ui->nodes[ui->current].label_length = length;
    }
}

void ui_spring(Ui *ui) {
    UiNode *node = node_add(ui, 0);
    if (node) {
        node->box.grow = 1;
    }
}

void ui_gap(Ui *ui, float points) {
    UiNode *node = node_add(ui, 0);
    if (node) {
        node->box.width = node->box.height = points;
    }
}

void ui_custom(Ui *ui, const UiBox *box, UiPaint paint, const void *data, size_t data_size) {
    UiNode *node = node_add(ui, 0);
    if (node && data_size <= sizeof node->data) {
        node->box = *box;
        node->paint = paint;
        if (data_size > 0) {
            memcpy(node->data, data, data_size);
        }
    }
}

bool ui_touchable(Ui *ui, UiId id, UiRole role, float radius, int player) {
    UiNode *node = &ui->nodes[ui->current];
    if (ui->next_seen_count == UI_SEEN_MAX) {
        ui->overflowed = true;
        return false;
    }
    node->focusable = true;
    node->focus_radius = radius;
    node->id = id;
    UiSeen *seen = &ui->next_seen[ui->next_seen_count++];
    *seen = (UiSeen){.id = id, .role = role, .radius = radius, .player = player};
    if (ui->named_id == id) {
        text_copy(seen->name, sizeof seen->name, ui->named);
        seen->index = ui->named_index;
    }
    return ui->pressed == id;
}

void ui_focus_first(Ui *ui, UiId id) {
    if (!ui->wanted_focus) {
        ui->wanted_focus = id;
    }
}

const UiSeen *ui_find(const Ui *ui, const char *name, int index) {
    for (int i = 0; i < ui->seen_count; i++) {
        const UiSeen *seen = &ui->seen[i];
        if (text_equal(seen->name, name) && seen->index == index) {
            return seen;
        }
    }
    return NULL;
}

void ui_may_split_focus(Ui *ui) {
    ui->may_split = true;
}

void ui_split_focus(Ui *ui) {
    ui->splits = true;
}

void ui_focus_first_of(Ui *ui, UiId id, int player) {
    if (!ui->splits || player != 2) {
        ui_focus_first(ui, id);
    } else if (!ui->wanted_partner) {
        ui->wanted_partner = id;
    }
}

bool ui_has_focus(const Ui *ui, UiId id) {
    bool partners = ui->splits && ui->partner_focus == id;
    return (ui->focus == id || partners) && ui->prompts.focus_visible;
}

bool ui_is_held(const Ui *ui, UiId id) {
    return ui->pointer_down == id && id != 0;
}

bool ui_input_is(const Ui *ui, InputKind kind) {
    return ui->input && ui->input->kind == kind;
}

UiState *ui_state(Ui *ui, UiId id) {
    UiState *oldest = &ui->states[0];
    for (int i = 0; i < UI_STATES_MAX; i++) {
        UiState *state = &ui->states[i];
        if (state->id == id) {
            return state;
        }
        if (state->used_frame < oldest->used_frame) {
            oldest = state;
        }
    }
    *oldest = (UiState){.id = id, .used_frame = ui->frame, .start_ms = ui->now_ms};
    return oldest;
}

int64_t ui_since(Ui *ui, UiId id) {
    UiState *state = ui_state(ui, id);
    if (state->used_frame + 1 < ui->frame) {
        state->start_ms = ui->now_ms;
    }
    state->used_frame = ui->frame;
    return ui->now_ms - state->start_ms;
}

float ui_progress(Ui *ui, UiId id, int delay_ms, int duration_ms, bool skips_in_calm) {
    int64_t since_ms = ui_since(ui, id);
    if (ui->calm && skips_in_calm) {
        return 1;
    }
    if (since_ms >= delay_ms + duration_ms) {
        return 1;
    }
    ui->wants_frames = true;
    float done = (float)(since_ms - delay_ms) / (float)duration_ms;
    return done < 0 ? 0 : done;
}

float ease_cubic_out(float t) {
    float rest = 1 - t;
    return 1 - rest * rest * rest;
}

float ease_quint_out(float t) {
    float rest = 1 - t;
    return 1 - rest * rest * rest * rest * rest;
}

float ease_sine(float t) {
    return 0.5f - 0.5f * cosf(t * 3.14159265f);
}

float ease_back_out(float t) {
    const float overshoot = 1.4f; /* STYLE.md section 5: back-out(1.4) */
    float rest = t - 1;
    return 1 + rest * rest * ((overshoot + 1) * rest + overshoot);
}

float ui_px(const Ui *ui, float size) {
    return size * ui->text_scale;
}
