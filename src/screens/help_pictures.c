/* SPDX-License-Identifier: MIT */
/* The five pictures of Help, composed of the couple's own faces, marks and stones (mock-up 25). */
#include "help_pictures.h"

#include <math.h>
#include <stdio.h>

enum { PICTURES = 5, PICTURE_HEIGHT = 134, GAP = 20, SMALL_ARCH = 9, SMALL_ARCH_BUILT = 6 };

typedef struct PictureData {
    int index;
    Person one, two;
} PictureData;

static void head(Ui *ui, const Person *person, PersonFace face, float x, Rect r, bool mirrored) {
    DrawPerson drawn = {.person = *person,
                        .face = face,
                        .face_from = face,
                        .face_mix = 1,
                        .pose = POSE_REST,
                        .mirrored = mirrored,
                        .at = {r.x + r.w * x, r.y + r.h * 0.49f},
                        .scale = 0.46f,
                        .alpha = 255};
    draw_person(ui->list, &drawn);
}

static void bubble_picture(Ui *ui, Rect r, const PictureData *data) {
    head(ui, &data->one, PERSON_EXCITED, 0.28f, r, false);
    Rect bubble = {r.x + r.w * 0.53f, r.y + 30, r.w * 0.4f, 50};
    Fill white = fill_of(paint_of(ui->evening ? TOKEN_PAPER2 : TOKEN_WHITE));
    draw_round_rect(ui->list, bubble, 16, white, (Paint){0}, 0);
    path_begin(ui->list);
    path_move(ui->list, bubble.x + 4, bubble.y + 30);
    path_line(ui->list, bubble.x - 8, bubble.y + 50);
    path_line(ui->list, bubble.x + 22, bubble.y + 46);
    path_close(ui->list);
    path_fill(ui->list, white);
    for (int i = 0; i < 2; i++) {
        float y = bubble.y + 18 + (float)i * 14;
        draw_line(ui->list, bubble.x + 16, y, bubble.x + bubble.w - 16 - (float)i * 20, y,
                  paint_of(TOKEN_INK2), 4, 0, 0);
    }
}

static void secret_picture(Ui *ui, Rect r) {
    for (int player = 1; player <= 2; player++) {
        float x = r.x + r.w / 2 + (player == 1 ? -40.0f : 40.0f), y = r.y + r.h / 2;
        Rect card = {x - 31, y - 42, 62, 84};
        draw_shadow(ui->list, card, 14, 1);
        path_begin(ui->list);
        path_add_turned_rect(ui->list, card, 14, player == 1 ? -7 : 7);
        path_fill(ui->list, fill_of(paint_of(TOKEN_PAPER)));
        float lean = player == 1 ? -2.0f : 2.0f;
        draw_icon(ui->list, "eye-off", x - 13, y - 26, 26, paint_of(TOKEN_INK2));
        draw_mark(ui->list, ui->measure, player, x - lean, y + 20, 12);
    }
}

static void landing_picture(Ui *ui, Rect r, const PictureData *data) {
    static const int chosen[] = {2, 1, 2};
    head(ui, &data->one, PERSON_TOUCHED, 0.28f, r, false);
    for (int row = 0; row < 3; row++) {
        for (int i = 0; i < 3; i++) {
            float x = r.x + r.w * 0.6f + (float)i * 26, y = r.y + 33 + (float)row * 34;
            bool is_chosen = chosen[row] == i;
            path_begin(ui->list);
            path_add_ellipse(ui->list, x, y, 9, 9);
            path_paint(ui->list, fill_of(paint_of(is_chosen ? TOKEN_MOSS : TOKEN_PAPER)),
                       paint_of(TOKEN_MOSS), 2.5f, 0, 0);
            if (is_chosen) {
                draw_icon(ui->list, "check", x - 7, y - 7, 14, paint_of(TOKEN_ON_BUTTON));
            }
        }
    }
}

/* One stone of a ring seen from the front: from angle to angle, inner and outer radius. */
static void ring_stone(DrawList *list, Point middle, float from, float to, float inner,
                       float outer) {
    float corners[4][2] = {{from, inner}, {to, inner}, {to, outer}, {from, outer}};
    path_begin(list);
    for (int i = 0; i < 4; i++) {
        float x = middle.x - corners[i][1] * cosf(corners[i][0]);
        float y = middle.y - corners[i][1] * sinf(corners[i][0]);
        if (i == 0) {
            path_move(list, x, y);
        } else {
            path_line(list, x, y);
        }
    }
    path_close(list);
}

static void small_arch(Ui *ui, float x, float y) {
    const float pi = 3.14159265f;
    for (int i = 0; i < SMALL_ARCH; i++) {
        int from_end = i < SMALL_ARCH - 1 - i ? i : SMALL_ARCH - 1 - i;
        bool laid = from_end < SMALL_ARCH_BUILT / 2;
        float from = pi * ((float)i + 0.06f) / SMALL_ARCH;
        float to = pi * ((float)i + 0.94f) / SMALL_ARCH;
        ring_stone(ui->list, (Point){x, y}, from, to, 30, 48);
        DrawToken stone = (DrawToken)(TOKEN_STONE0 + i * 3 % 5);
        if (laid) {
            path_paint(ui->list, fill_of(paint_of(stone)), paint_of(stone), 3, 0, 0);
        } else {
            DrawToken outline = ui->evening ? TOKEN_INK : TOKEN_PAPER;
            path_paint(ui->list, fill_of(paint_alpha(outline, 0.3f)), paint_of(outline), 2, 4, 4);
        }
    }
}

static void stone_picture(Ui *ui, Rect r) {
    DrawList *list = ui->list;
    float foot = r.y + r.h - 30;
    float x = r.x + r.w * 0.66f;
    draw_ellipse(list, x, foot + 14, r.w * 0.42f, 26, paint_of(TOKEN_WATER0));
    draw_round_rect(list, (Rect){r.x, foot + 10, r.w, 40}, 0, fill_of(paint_of(TOKEN_WATER0)),
                    (Paint){0}, 0);
    draw_ellipse(list, x, foot + 2, 62, 8, paint_of(TOKEN_WATER1));
    small_arch(ui, x, foot);
    draw_ellipse(list, r.x + 26, foot + 26, 66, 34, paint_of(TOKEN_BANK));
    draw_ellipse(list, r.x + r.w, foot + 30, 26, 34, paint_of(TOKEN_BANK));
    valley_wall(ui, r.x + 10, foot - 2, 6, 0.5f, false, false);
    path_begin(list);
    path_move(list, r.x + 54, foot - 30);
    path_quad(list, r.x + r.w * 0.4f, r.y + 6, x - 8, foot - 58);
    path_stroke(list, paint_of(TOKEN_INK2), 3, 1, 7);
    char name[64];
    draw_sprite(list, valley_sprite(ui, "stone/light", name), r.x + r.w * 0.34f, r.y + 12, 0.72f,
                40);
}

static void paint_number(Ui *ui, Rect rect, int number) {
    char text[12];
    snprintf(text, sizeof text, "%d", number);
    float x = rect.x + 20, y = rect.y + 19;
    float width = ui->measure.text(ui->measure.context, FONT_TEXT_BOLD, 16, text, 1);
    draw_ellipse(ui->list, x, y, 15, 15, paint_of(TOKEN_PAPER));
    draw_text(ui->list, text, 1, FONT_TEXT_BOLD, 16, x - width / 2, y + 5.8f, width,
              paint_of(TOKEN_INK));
}

static void paint_picture(Ui *ui, Rect rect, const void *data) {
    static const DrawToken grounds[PICTURES] = {TOKEN_P1SOFT, TOKEN_PAPER3, TOKEN_MOSS_SOFT,
                                                TOKEN_P2SOFT, TOKEN_SKY1};
    const PictureData *picture = data;
    draw_round_rect(ui->list, rect, 20, fill_of(paint_of(grounds[picture->index])), (Paint){0}, 0);
    draw_clip(ui->list, rect, 20);
    switch (picture->index) {
    case 0: bubble_picture(ui, rect, picture); break;
    case 1: secret_picture(ui, rect); break;
    case 2:
        head(ui, &picture->two, PERSON_HAPPY, 0.29f, rect, false);
        head(ui, &picture->one, PERSON_TOUCHED, 0.71f, rect, true);
        break;
    case 3: landing_picture(ui, rect, picture); break;
    default: stone_picture(ui, rect); break;
    }
    draw_unclip(ui->list);
    paint_number(ui, rect, picture->index + 1);
}

void help_pictures(ScreenContext *context, bool large) {
    Ui *ui = context->ui;
    float wide = large ? 300.0f : (ui->width - 80 - (PICTURES - 1) * GAP) / PICTURES;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = GAP, .wrap = large, .cross = UI_START});
    for (int i = 0; i < PICTURES; i++) {
        char key[24], more[24];
        snprintf(key, sizeof key, "help.play%d", i + 1);
        snprintf(more, sizeof more, "help.play%d-more", i + 1);
        ui_open(ui, &(UiBox){.width = wide, .gap = 1, .cross = UI_STRETCH});
        PictureData data = {i, player_person(context, 1), player_person(context, 2)};
        ui_custom(ui, &(UiBox){.height = PICTURE_HEIGHT, .width = wide}, paint_picture, &data,
                  sizeof data);
        ui_gap(ui, 5);
        ui_text(ui, tr(context, key), style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
        ui_text(ui, tr(context, more), style_text(FONT_TEXT, 15, TOKEN_INK2));
        ui_close(ui);
    }
    ui_close(ui);
}
