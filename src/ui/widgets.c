/* SPDX-License-Identifier: MIT */
/* Buttons, icons, key caps, marks, pills. */
#include "widgets.h"

#include "ui_parts.h"

#include <stdio.h>
#include <string.h>

UiStyle style_text(FontFace face, float size, DrawToken token) {
    return (UiStyle){.face = face, .size = size, .paint = paint_of(token)};
}

UiStyle style_display(float size) {
    UiStyle style = style_text(FONT_DISPLAY, size, TOKEN_INK);
    style.line_height = 1.2f;
    return style;
}

UiStyle style_body(void) {
    UiStyle style = style_text(FONT_TEXT, 18, TOKEN_INK);
    style.line_height = 1.42f;
    return style;
}

UiStyle style_centred(UiStyle style) {
    style.align = UI_CENTER;
    return style;
}

UiBox ui_card(float width, float padding) {
    return (UiBox){.width = width,
                   .pad_x = padding,
                   .pad_y = padding,
                   .cross = UI_STRETCH,
                   .fill = fill_of(paint_of(TOKEN_PAPER)),
                   .border = paint_alpha(TOKEN_LINE, 0.35f),
                   .border_width = 1.5f,
                   .radius = 28,
                   .shadow = 2};
}

void ui_enter(Ui *ui, UiId id, UiBox *box) {
    enum { ENTER_MS = 320, CALM_MS = 200, LOWER = 24 };
    float t = ui_progress(ui, id, 0, ui->calm ? CALM_MS : ENTER_MS, false);
    float in = ui->calm ? t : ease_quint_out(t);
    box->at_y += ui->calm ? 0 : LOWER * (1 - in);
    box->alpha_off = (uint8_t)(255 * (1 - in));
}

typedef struct IconData {
    char icon[40];
    Paint paint;
} IconData;

static void paint_icon(Ui *ui, Rect rect, const void *data) {
    const IconData *icon = data;
    draw_icon(ui->list, icon->icon, rect.x, rect.y, rect.w, icon->paint);
}

void ui_icon(Ui *ui, const char *icon, float size, Paint paint) {
    IconData data = {.paint = paint};
    snprintf(data.icon, sizeof data.icon, "%s", icon);
    float side = ui_px(ui, size);
    ui_custom(ui, &(UiBox){.width = side, .height = side}, paint_icon, &data, sizeof data);
}

typedef struct SpriteData {
    char name[64];
    float scale, origin_x, origin_y, extent;
} SpriteData;

static void paint_sprite(Ui *ui, Rect rect, const void *data) {
    const SpriteData *sprite = data;
    draw_sprite(ui->list, sprite->name, rect.x + sprite->origin_x, rect.y + sprite->origin_y,
                sprite->scale, sprite->extent);
}

void ui_sprite(Ui *ui, const char *name, float width, float height, float scale, float origin_x,
               float origin_y) {
    SpriteData data = {.scale = scale,
                       .origin_x = origin_x,
                       .origin_y = origin_y,
                       .extent = 2 * max_f(width, height)};
    snprintf(data.name, sizeof data.name, "%s", name);
    ui_custom(ui, &(UiBox){.width = width, .height = height}, paint_sprite, &data, sizeof data);
}

typedef struct KeyData {
    char label[16];
    bool round;
    float size;
} KeyData;

static void text_centred(Ui *ui, const char *text, FontFace face, float size, float x, float y,
                         Paint paint) {
    int length = (int)strlen(text);
    float width = ui->measure.text(ui->measure.context, face, size, text, length);
    draw_text(ui->list, text, length, face, size, x - width / 2, y + size * 0.36f, width, paint);
}

static void paint_key(Ui *ui, Rect rect, const void *data) {
    const KeyData *key = data;
    float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
    if (key->round) {
        draw_ellipse(ui->list, x, y, rect.h / 2, rect.h / 2, paint_of(TOKEN_INK2));
        text_centred(ui, key->label, FONT_TEXT_BOLD, key->size, x, y, paint_of(TOKEN_PAPER));
        return;
    }
    draw_round_rect(ui->list, rect, 7, fill_of(paint_of(TOKEN_LINE)), (Paint){0}, 0);
    Rect cap = {rect.x, rect.y - 1, rect.w, rect.h - 3};
    draw_round_rect(ui->list, cap, 7, fill_of(paint_of(TOKEN_PAPER)), paint_of(TOKEN_LINE), 1.5f);
    text_centred(ui, key->label, FONT_TEXT_BOLD, key->size, x, y - 2, paint_of(TOKEN_INK));
}

void ui_key(Ui *ui, const char *label, Device device, float size) {
    KeyData data = {.size = ui_px(ui, size), .round = device == DEVICE_PAD && strlen(label) == 1};
    snprintf(data.label, sizeof data.label, "%s", label);
    float text =
        ui->measure.text(ui->measure.context, FONT_TEXT_BOLD, data.size, label, (int)strlen(label));
    float height = data.size * 1.95f;
    UiBox box = {.width = max_f(height, text + 16), .height = height};
    ui_custom(ui, &box, paint_key, &data, sizeof data);
}

void draw_mark(DrawList *list, Measure measure, int player, float x, float y, float radius) {
    Paint paint = paint_of(player == 1 ? TOKEN_P1 : TOKEN_P2);
    if (player == 1) {
        draw_ellipse(list, x, y, radius, radius, paint);
    } else {
        float r = radius * 1.16f; /* a square of 1.76 r on its corner, rounded */
        float k = r * 0.2f;
        path_begin(list);
        path_move(list, x - k, y - r + k * 0.6f);
        path_quad(list, x, y - r - k * 0.2f, x + k, y - r + k * 0.6f);
        path_line(list, x + r - k * 0.6f, y - k);
        path_quad(list, x + r + k * 0.2f, y, x + r - k * 0.6f, y + k);
        path_line(list, x + k, y + r - k * 0.6f);
        path_quad(list, x, y + r + k * 0.2f, x - k, y + r - k * 0.6f);
        path_line(list, x - r + k * 0.6f, y + k);
        path_quad(list, x - r - k * 0.2f, y, x - r + k * 0.6f, y - k);
        path_close(list);
        path_fill(list, fill_of(paint));
    }
    const char *number = player == 1 ? "1" : "2";
    float size = radius * 1.05f;
    float width = measure.text(measure.context, FONT_TEXT_BOLD, size, number, 1);
    draw_text(list, number, 1, FONT_TEXT_BOLD, size, x - width / 2, y + radius * 0.36f, width,
              paint_of(TOKEN_ON_MARK));
}

static void paint_mark(Ui *ui, Rect rect, const void *data) {
    const int *player = data;
    draw_mark(ui->list, ui->measure, *player, rect.x + rect.w / 2, rect.y + rect.h / 2,
              rect.w / 2.3f);
}

void ui_mark(Ui *ui, int player, float radius) {
    float side = radius * 2.3f;
    ui_custom(ui, &(UiBox){.width = side, .height = side}, paint_mark, &player, sizeof player);
}

void ui_pill(Ui *ui, const char *icon, const char *label, DrawToken fill, DrawToken ink) {
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 8,
                         .pad_x = 14,
                         .pad_y = 6,
                         .fill = fill_of(paint_of(fill)),
                         .radius = 40});
    if (icon) {
        ui_icon(ui, icon, 17, paint_of(ink));
    }
    ui_text(ui, label, style_text(FONT_TEXT_SEMI, 15, ink));
    ui_close(ui);
}

void ui_chip(Ui *ui, const char *icon, const char *label) {
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 8,
                         .pad_x = 15,
                         .pad_y = 9,
                         .fill = fill_of(paint_of(TOKEN_PAPER)),
                         .radius = 40,
                         .shadow = 1});
    if (icon) {
        ui_icon(ui, icon, 20, paint_of(TOKEN_INK));
    }
    ui_text(ui, label, style_text(FONT_TEXT_SEMI, 17, TOKEN_INK));
    ui_close(ui);
}

void ui_tag(Ui *ui, int player, const char *name) {
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 7,
                         .pad_left = 9,
                         .pad_right = 16,
                         .pad_y = 5,
                         .fill = fill_of(paint_of(TOKEN_PAPER)),
                         .border = paint_of(player == 1 ? TOKEN_P1 : TOKEN_P2),
                         .border_width = 2.5f,
                         .radius = 20,
                         .shadow = 1});
    ui_mark(ui, player, 10);
    ui_text(ui, name, style_fitted(ui, style_text(FONT_TEXT_BOLD, 17, TOKEN_INK), name, 180));
    ui_close(ui);
}

UiStyle style_fitted(const Ui *ui, UiStyle style, const char *text, float room) {
    const float least = 15;
    float width = ui->measure.text(ui->measure.context, style.face, ui_px(ui, style.size), text,
                                   (int)strlen(text));
    if (width > room && style.size > least) {
        style.size = max_f(least, style.size * room / width * 0.99f);
    }
    style.max_lines = 1;
    return style;
}

static void paint_rule(Ui *ui, Rect rect, const void *data) {
    const float *dash = data;
    float y = rect.y + rect.h / 2;
    draw_line(ui->list, rect.x + 1, y, rect.x + rect.w - 1, y, paint_of(TOKEN_LINE), 2,
              *dash * 0.6f, *dash * 1.2f);
}

void ui_rule(Ui *ui, float dash) {
    ui_custom(ui, &(UiBox){.height = 4}, paint_rule, &dash, sizeof dash);
}
