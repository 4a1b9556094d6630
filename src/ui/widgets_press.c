/* SPDX-License-Identifier: MIT */
/* Widgets that can be pressed, moved or typed into. */
#include "widgets.h"

#include "ui_parts.h"

#include <stdio.h>
#include <string.h>

typedef struct ButtonLook {
    DrawToken fill, ink, border;
    bool shines; /* the light line along the upper edge (STYLE.md 4) */
} ButtonLook;

static const ButtonLook button_looks[] = {
    [BUTTON_PRIMARY] = {TOKEN_MOSS, TOKEN_ON_BUTTON, TOKEN_NONE, true},
    [BUTTON_GOLD] = {TOKEN_GOLD, TOKEN_ON_GOLD, TOKEN_NONE, true},
    [BUTTON_GHOST] = {TOKEN_PAPER2, TOKEN_INK, TOKEN_LINE, false},
    [BUTTON_LINK] = {TOKEN_NONE, TOKEN_INK, TOKEN_NONE, false},
};

static void paint_shine(Ui *ui, Rect rect, const void *data) {
    (void)data;
    float half = rect.h / 2;
    draw_line(ui->list, rect.x + half, rect.y + 3, rect.x + rect.w - half, rect.y + 3,
              paint_alpha(TOKEN_WHITE, 0.35f), 2.5f, 0, 0);
}

static void button_inside(Ui *ui, const Button *button, const ButtonLook *look) {
    float size = button->size > 0 ? button->size : 19;
    if (button->icon) {
        ui_icon(ui, button->icon, size * 1.15f, paint_of(look->ink));
    }
    UiStyle style = style_centred(style_text(FONT_TEXT_BOLD, size, look->ink));
    style.line_height = 1.2f;
    style.underline = button->kind == BUTTON_LINK;
    ui_text(ui, button->label, style);
    if (button->key && button->key[0]) {
        ui_key(ui, button->key, ui->prompts.device, 13);
    }
}

/* A button that is held gives way a little (STYLE.md section 5); calm, its colour alone tells. */
static float give_way(Ui *ui, UiId id) {
    enum { PRESS_MS = 90 };
    const float most = 0.03f;
    if (!ui_is_held(ui, id) || ui->calm) {
        return 0;
    }
    float left = 1 - ui_progress(ui, id ^ 1, 0, PRESS_MS, true); /* an id that nothing else has */
    return most * (1 - left * left);
}

static bool button_in(Ui *ui, UiId id, const Button *button) {
    const ButtonLook *look = &button_looks[button->kind];
    float height = button->height > 0 ? button->height : button->kind == BUTTON_LINK ? 44 : 52;
    bool held = ui_is_held(ui, id);
    UiBox box = {
        .dir = UI_ROW,
        .main = UI_CENTER,
        .cross = UI_CENTER,
        .gap = 11,
        .width = button->width,
        .min_height = height,
        .min_width = 44,
        .grow = button->grow,
        .pad_x = button->kind == BUTTON_LINK ? 10 : 22,
        .pad_y = 8,
        .fill = fill_of(held && look->fill ? paint_mix(look->fill, TOKEN_SHADOW, 0.14f)
                                           : paint_of(look->fill)),
        .border = paint_of(look->border),
        .border_width = look->border ? 2 : 0,
        .radius = 80,
        .shadow = button->kind == BUTTON_LINK ? 0 : 1,
        .alpha_off = button->muted ? 70 : 0,
        .shrunk = give_way(ui, id),
    };
    ui_open_id(ui, id, &box);
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, height / 2, button->player);
    if (look->shines) {
        ui->nodes[ui->current].paint = paint_shine;
    }
    button_inside(ui, button, look);
    ui_close(ui);
    return pressed;
}

bool ui_button(Ui *ui, const char *name, const Button *button) {
    return button_in(ui, ui_id(ui, name, button->index), button);
}

bool ui_button_first(Ui *ui, const char *name, const Button *button) {
    UiId id = ui_id(ui, name, button->index);
    ui_focus_first(ui, id);
    return button_in(ui, id, button);
}

bool ui_icon_button(Ui *ui, const char *name, const char *icon, const char *label, float size) {
    UiId id = ui_id(ui, name, 0);
    float side = max_f(44, size);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .main = UI_CENTER,
                        .cross = UI_CENTER,
                        .width = side,
                        .height = side,
                        .fill = fill_of(paint_of(TOKEN_PAPER2)),
                        .radius = side / 2});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, side / 2, 0);
    ui_label(ui, label);
    ui_icon(ui, icon, 22, paint_of(TOKEN_INK));
    ui_close(ui);
    return pressed;
}

bool ui_top_bar(Ui *ui, const char *title, const char *subtitle, const char *back_label) {
    UiId id = ui_id(ui, "back", 0);
    ui_open_id(ui, id,
               &(UiBox){.absolute = true,
                        .at_x = 40,
                        .at_y = 26,
                        .dir = UI_ROW,
                        .cross = UI_CENTER,
                        .gap = 12,
                        .pad_left = 8,
                        .pad_right = 30,
                        .pad_y = 8,
                        .min_height = 58,
                        .max_width = ui->width - 80,
                        .fill = fill_of(paint_of(TOKEN_PAPER)),
                        .radius = 40,
                        .shadow = 1});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 29, 0);
    ui_label(ui, back_label);
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .main = UI_CENTER,
                         .cross = UI_CENTER,
                         .width = 42,
                         .height = 42,
                         .fill = fill_of(paint_of(TOKEN_PAPER2)),
                         .radius = 21});
    ui_icon(ui, ui->rtl ? "arrow-right" : "arrow-left", 22 / ui->text_scale, paint_of(TOKEN_INK));
    ui_close(ui);
    ui_open(ui, &(UiBox){0});
    UiStyle style = style_text(FONT_TEXT_BOLD, 18, TOKEN_INK);
    style.line_height = 1.2f;
    ui_text(ui, title, style);
    style = style_text(FONT_TEXT, 15, TOKEN_INK2);
    style.line_height = 1.3f;
    ui_text(ui, subtitle, style);
    ui_close(ui);
    ui_close(ui);
    return pressed;
}

typedef struct ToggleData {
    bool is_on;
    float at;
} ToggleData;

static void paint_toggle(Ui *ui, Rect rect, const void *data) {
    const ToggleData *toggle = data;
    float r = rect.h / 2, y = rect.y + r;
    Paint track = paint_of(toggle->is_on ? TOKEN_MOSS : TOKEN_PAPER3);
    draw_round_rect(ui->list, rect, r, fill_of(track),
                    toggle->is_on ? (Paint){0} : paint_of(TOKEN_INK2), 2);
    float x = rect.x + r + toggle->at * (rect.w - 2 * r);
    draw_ellipse(ui->list, x, y, r - 5, r - 5,
                 paint_of(toggle->is_on ? TOKEN_ON_BUTTON : TOKEN_PAPER));
    if (toggle->is_on) {
        draw_icon(ui->list, "check", rect.x + 10, y - 10, 20, paint_of(TOKEN_ON_BUTTON));
    }
}

void ui_toggle(Ui *ui, bool is_on, const char *word) {
    ui_text(ui, word, style_text(FONT_TEXT_SEMI, 16.5f, TOKEN_INK2));
    ToggleData data = {is_on, is_on ? 1 : 0};
    ui_custom(ui, &(UiBox){.width = 62, .height = 36}, paint_toggle, &data, sizeof data);
}

typedef struct SliderData {
    float at;
} SliderData;

static void paint_slider(Ui *ui, Rect rect, const void *data) {
    const SliderData *slider = data;
    float y = rect.y + rect.h / 2;
    float left = rect.x + 15, right = rect.x + rect.w - 15;
    float at = ui->rtl ? right - slider->at * (right - left) : left + slider->at * (right - left);
    draw_line(ui->list, left, y, right, y, paint_of(TOKEN_PAPER3), 10, 0, 0);
    draw_line(ui->list, ui->rtl ? right : left, y, at, y, paint_of(TOKEN_MOSS), 10, 0, 0);
    draw_ellipse(ui->list, at, y, 17, 17, paint_of(TOKEN_MOSS));
    draw_ellipse(ui->list, at, y, 13.5f, 13.5f, paint_of(TOKEN_WHITE));
}

/* Left and right move a focused slider instead of the focus; a press or drag sets it. */
static bool slider_input(Ui *ui, UiId id, int low, int high, int step, int *value) {
    const Input *input = ui->input;
    int old = *value;
    if (!input) {
        return false;
    }
    if (ui->pressed == id && (input->kind == INPUT_LEFT || input->kind == INPUT_RIGHT)) {
        int moved = old + ((input->kind == INPUT_RIGHT) != ui->rtl ? step : -step);
        *value = moved < low ? low : moved > high ? high : moved;
    }
    for (int i = 0; i < ui->seen_count; i++) {
        const UiSeen *seen = &ui->seen[i];
        bool pointed = input->kind == INPUT_POINTER_DOWN || input->kind == INPUT_POINTER_MOVE ||
                       input->kind == INPUT_POINTER_UP;
        if (seen->id != id || !pointed || (ui->pointer_down != id && ui->pressed != id)) {
            continue;
        }
        float at = clamp_f((input->x - seen->rect.x - 15) / max_f(1, seen->rect.w - 30), 0, 1);
        int steps = (int)((ui->rtl ? 1 - at : at) * (float)(high - low) / (float)step + 0.5f);
        *value = low + steps * step;
    }
    return *value != old;
}

bool ui_slider(Ui *ui, const char *name, int low, int high, int step, int *value) {
    UiId id = ui_id(ui, name, 0);
    bool changed = slider_input(ui, id, low, high, step, value);
    SliderData data = {(float)(*value - low) / (float)(high - low)};
    ui_open_id(ui, id, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 6});
    bool pressed = ui_touchable(ui, id, UI_ROLE_SLIDER, 22, 0);
    ui_custom(ui, &(UiBox){.width = 210, .height = 44}, paint_slider, &data, sizeof data);
    ui_close(ui);
    if (pressed && ui->input->kind == INPUT_CONFIRM) {
        *value = *value + step > high ? low : *value + step; /* keys and pads step round */
        changed = true;
    }
    return changed;
}

bool ui_choice(Ui *ui, const char *name, int index, const char *label, bool chosen, float size) {
    UiId id = ui_id(ui, name, index);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .main = UI_CENTER,
                        .cross = UI_CENTER,
                        .gap = 8,
                        .pad_x = 18,
                        .pad_y = 6,
                        .min_height = 44,
                        .fill = fill_of(paint_of(chosen ? TOKEN_MOSS_SOFT : TOKEN_PAPER2)),
                        .border = paint_of(chosen ? TOKEN_MOSS : TOKEN_LINE),
                        .border_width = chosen ? 3 : 2,
                        .radius = 40});
    bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, 22, 0);
    if (chosen) {
        ui_icon(ui, "check", 20, paint_of(TOKEN_MOSS));
    }
    ui_text(ui, label, style_text(FONT_TEXT_SEMI, size, TOKEN_INK));
    ui_close(ui);
    return pressed;
}
