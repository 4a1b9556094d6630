/* SPDX-License-Identifier: MIT */
/* Focus by geometry, presses, scrolling: this frame's input against the last frame's places. */
#include "ui_parts.h"

#include <math.h>

static bool inside(Rect rect, float x, float y) {
    return x >= rect.x && y >= rect.y && x < rect.x + rect.w && y < rect.y + rect.h;
}

static const UiSeen *seen_find(const Ui *ui, UiId id) {
    for (int i = 0; i < ui->seen_count; i++) {
        if (ui->seen[i].id == id && ui->seen[i].role != UI_ROLE_SCROLL) {
            return &ui->seen[i];
        }
    }
    return NULL;
}

static const UiSeen *seen_at(const Ui *ui, float x, float y, bool scroller) {
    for (int i = ui->seen_count - 1; i >= 0; i--) {
        const UiSeen *seen = &ui->seen[i];
        bool fits = (seen->role == UI_ROLE_SCROLL) == scroller;
        if (fits && inside(seen->rect, x, y) && inside(seen->clip, x, y)) {
            return seen;
        }
    }
    return NULL;
}

enum { ROW_LEFT = 300 }; /* what leaving a row costs, in points */

/* How far `to` lies from `from` in that direction; negative: not in that direction. Distance along
 * counts once, across three times, and left and right stay in their row where it goes on, so that a
 * row is followed before the line above or below is tried. */
static float distance(Rect from, Rect to, InputKind kind) {
    float dx = to.x + to.w / 2 - from.x - from.w / 2;
    float dy = to.y + to.h / 2 - from.y - from.h / 2;
    bool across = kind == INPUT_LEFT || kind == INPUT_RIGHT;
    float forward_x = kind == INPUT_LEFT ? -dx : dx;
    float forward_y = kind == INPUT_UP ? -dy : dy;
    float forward = across ? forward_x : forward_y;
    float gap_y = max_f(0, max_f(from.y - to.y - to.h, to.y - from.y - from.h));
    float gap_x = max_f(0, max_f(from.x - to.x - to.w, to.x - from.x - from.w));
    float sideways = across ? gap_y : gap_x;
    float centre = across ? fabsf(dy) : fabsf(dx);
    float least = across ? min_f(from.w, to.w) * 0.25f : min_f(from.h, to.h) * 0.5f;
    float leaves = across && sideways > 0 ? ROW_LEFT : 0;
    return forward < max_f(2, least) ? -1 : forward + 3 * sideways + leaves + 0.05f * centre;
}

/* On a split screen a pad stays out of what is the other player's. */
static bool may_reach(const Ui *ui, const UiSeen *seen) {
    const Input *input = ui->input;
    bool bound = ui->was_split && input && input->device == DEVICE_PAD && input->player;
    return seen->role != UI_ROLE_SCROLL &&
           (!bound || !seen->player || seen->player == input->player);
}

static void move_focus(Ui *ui, InputKind kind) {
    const UiSeen *from = seen_find(ui, ui->focus);
    const UiSeen *best = NULL;
    float best_distance = 0;
    for (int i = 0; from && i < ui->seen_count; i++) {
        const UiSeen *seen = &ui->seen[i];
        if (!may_reach(ui, seen) || seen == from) {
            continue;
        }
        float far = distance(from->rect, seen->rect, kind);
        if (far >= 0 && (!best || far < best_distance)) {
            best = seen;
            best_distance = far;
        }
    }
    for (int i = 0; !from && !best && i < ui->seen_count; i++) {
        best = may_reach(ui, &ui->seen[i]) ? &ui->seen[i] : NULL;
    }
    if (best) {
        ui->focus = best->id;
    }
}

/* Tab: the order in which the screen declares things. */
static void step_focus(Ui *ui, int step) {
    int count = 0, at = -1;
    const UiSeen *order[UI_SEEN_MAX];
    for (int i = 0; i < ui->seen_count; i++) {
        if (!may_reach(ui, &ui->seen[i])) {
            continue;
        }
        if (ui->seen[i].id == ui->focus) {
            at = count;
        }
        order[count++] = &ui->seen[i];
    }
    if (count > 0) {
        int next = at < 0 ? 0 : (at + step + count) % count;
        ui->focus = order[next]->id;
    }
}

static void scroll_by(Ui *ui, UiId scroller, float points) {
    UiState *state = ui_state(ui, scroller);
    state->scroll = clamp_f(state->scroll + points, 0, state->scroll_max);
}

/* Brings the focused node into its scrolling box. */
static void reveal_focus(Ui *ui) {
    const UiSeen *seen = seen_find(ui, ui->focus);
    if (!seen || !seen->scroller) {
        return;
    }
    for (int i = 0; i < ui->seen_count; i++) {
        const UiSeen *box = &ui->seen[i];
        if (box->id == seen->scroller && box->role == UI_ROLE_SCROLL) {
            float above = box->rect.y + 16 - seen->rect.y;
            float below = seen->rect.y + seen->rect.h - box->rect.y - box->rect.h + 16;
            scroll_by(ui, box->id, above > 0 ? -above : below > 0 ? below : 0);
        }
    }
}

static UiId any_scroller(const Ui *ui) {
    const UiSeen *seen = seen_find(ui, ui->focus);
    if (seen && seen->scroller) {
        return seen->scroller;
    }
    for (int i = ui->seen_count - 1; i >= 0; i--) {
        if (ui->seen[i].role == UI_ROLE_SCROLL) {
            return ui->seen[i].id;
        }
    }
    return 0;
}

/* Arrows move the focus; where it can't go on they scroll, so that arrows alone read all text. */
static void arrow(Ui *ui, InputKind kind) {
    UiId before = ui->focus;
    const UiSeen *slider = seen_find(ui, before);
    if (slider && slider->role == UI_ROLE_SLIDER && (kind == INPUT_LEFT || kind == INPUT_RIGHT)) {
        ui->pressed = before; /* they move the slider; up, down and Tab leave it */
        return;
    }
    move_focus(ui, kind);
    if (ui->focus != before) {
        reveal_focus(ui);
        return;
    }
    UiId scroller = kind == INPUT_UP || kind == INPUT_DOWN ? any_scroller(ui) : 0;
    if (scroller) {
        scroll_by(ui, scroller, kind == INPUT_UP ? -120 : 120);
    }
}

static void pointer(Ui *ui, const Input *input) {
    ui->pointer_x = input->x;
    ui->pointer_y = input->y;
    const UiSeen *seen = seen_at(ui, input->x, input->y, false);
    if (input->kind == INPUT_POINTER_DOWN) {
        ui->pointer_down = seen ? seen->id : 0;
        const UiSeen *scroller = seen ? NULL : seen_at(ui, input->x, input->y, true);
        ui->dragging = scroller ? scroller->id : 0;
        ui->drag_y = input->y;
        if (seen) {
            ui->focus = seen->id;
        }
    } else if (input->kind == INPUT_POINTER_UP) {
        bool same = seen && seen->id == ui->pointer_down;
        ui->pressed = same && !ui->dragging ? seen->id : 0;
        ui->pointer_down = ui->dragging = 0;
    } else if (ui->dragging) {
        scroll_by(ui, ui->dragging, ui->drag_y - input->y);
        ui->drag_y = input->y;
    } else if (seen && input->device == DEVICE_MOUSE && !ui->pointer_down) {
        ui->focus = seen->id;
    }
}

static void confirm(Ui *ui, const Input *input) {
    const UiSeen *seen = seen_find(ui, ui->focus);
    if (!seen || (seen->player && input->player && seen->player != input->player)) {
        return;
    }
    if (input->down && !input->repeat) {
        ui->pressed = ui->focus;
        ui->pointer_down = ui->focus;
    } else if (!input->down) {
        ui->pointer_down = 0;
    }
}

static void swap_focus(Ui *ui) {
    UiId focus = ui->focus;
    ui->focus = ui->partner_focus;
    ui->partner_focus = focus;
}

static void take_input(Ui *ui, const Input *input) {
    switch (input->kind) {
    case INPUT_LEFT:
    case INPUT_RIGHT:
    case INPUT_UP:
    case INPUT_DOWN: arrow(ui, input->kind); break;
    case INPUT_NEXT:
    case INPUT_PREVIOUS:
        step_focus(ui, input->kind == INPUT_NEXT ? 1 : -1);
        reveal_focus(ui);
        break;
    case INPUT_PAGE_UP:
    case INPUT_PAGE_DOWN: {
        UiId scroller = any_scroller(ui);
        if (scroller) {
            scroll_by(ui, scroller, input->kind == INPUT_PAGE_UP ? -240 : 240);
        }
        break;
    }
    case INPUT_WHEEL: {
        const UiSeen *seen = seen_at(ui, ui->pointer_x, ui->pointer_y, true);
        if (seen) {
            scroll_by(ui, seen->id, -input->dy * 48);
        }
        break;
    }
    case INPUT_CONFIRM: confirm(ui, input); break;
    case INPUT_POINTER_MOVE:
    case INPUT_POINTER_DOWN:
    case INPUT_POINTER_UP: pointer(ui, input); break;
    default: break;
    }
}

static bool is_move(InputKind kind) {
    return kind == INPUT_LEFT || kind == INPUT_RIGHT || kind == INPUT_UP || kind == INPUT_DOWN;
}

/* The press by which the second of two pads comes in: the focus until now was the other one's, so
 * it moves nothing, and where each will have a half it presses nothing either. */
static bool only_joins(Ui *ui) {
    const Device *devices = ui->prompts.player_device;
    bool two_pads = devices[0] == DEVICE_PAD && devices[1] == DEVICE_PAD;
    bool joins = two_pads && !ui->had_two_pads && ui->input->device == DEVICE_PAD;
    ui->had_two_pads = two_pads;
    bool presses = ui->input->kind == INPUT_CONFIRM && ui->could_split;
    return joins && (is_move(ui->input->kind) || presses);
}

void focus_run(Ui *ui) {
    if (!ui->input) {
        return;
    }
    if (only_joins(ui)) {
        ui->input = NULL;
        return;
    }
    const Input *input = ui->input;
    bool partners = ui->was_split && input->device == DEVICE_PAD && input->player == 2;
    if (partners) {
        swap_focus(ui);
    }
    take_input(ui, input);
    if (partners) {
        swap_focus(ui);
    }
}
