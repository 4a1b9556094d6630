/* SPDX-License-Identifier: MIT */
/* Settings, at the right: a live preview of a card, and the theme (mock-up 10). */
#include "settings_parts.h"

#include <stdio.h>

static void sample(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.pad_x = 20,
                         .pad_y = 16,
                         .gap = 12,
                         .radius = 20,
                         .cross = UI_STRETCH,
                         .fill = fill_of(paint_of(TOKEN_PAPER2)),
                         .border = paint_of(TOKEN_LINE),
                         .border_width = 2});
    ui_text(ui, tr(context, "settings.sample"), style_text(FONT_TEXT_SEMI, 19, TOKEN_INK));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8});
    for (int player = 1; player <= 2; player++) {
        ui_mark(ui, player, 12);
        ui_key(ui, ui->prompts.answer[player - 1][2], ui->prompts.player_device[player - 1], 15);
        ui_gap(ui, 8);
    }
    ui_close(ui);
    ui_close(ui);
}

static void marks(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_text(ui, tr(context, "settings.marks"), style_text(FONT_TEXT_SEMI, 15.5f, TOKEN_INK));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8, .wrap = true});
    for (int player = 1; player <= 2; player++) {
        ui_mark(ui, player, 18);
        ui_text(ui, tr(context, player == 1 ? "people.circle" : "people.diamond"),
                style_text(FONT_TEXT, 17, TOKEN_INK));
        ui_gap(ui, 20);
    }
    ui_close(ui);
}

/* Tokens that are alike in both themes: each tile shows its own theme, whichever is on. */
static Fill tile_fill(int choice) {
    static const float warm[] = {0.06f, 0, 0.22f};
    return fill_of(choice == THEME_CHOICE_EVENING
                       ? paint_of(TOKEN_SCRIM)
                       : paint_mix(TOKEN_WHITE, TOKEN_GOLD, warm[choice]));
}

static void paint_theme(Ui *ui, Rect rect, const void *data) {
    const int *choice = data;
    float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
    draw_ellipse(ui->list, x, y, 17, 17, paint_of(TOKEN_GOLD));
    if (*choice == THEME_CHOICE_EVENING) {
        draw_ellipse(ui->list, x + 8, y - 6, 15, 15, paint_of(TOKEN_SCRIM));
    } else if (*choice == THEME_CHOICE_CLOCK) {
        path_begin(ui->list);
        path_add_arc(ui->list, x, y, 17, 0, 180);
        path_close(ui->list);
        path_fill(ui->list, fill_of(paint_of(TOKEN_SCRIM)));
    }
}

static void paint_chosen(Ui *ui, Rect rect, const void *data) {
    (void)data;
    float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
    draw_ellipse(ui->list, x, y, 13, 13, paint_of(TOKEN_MOSS));
    draw_icon(ui->list, "check", x - 9, y - 9, 18, paint_of(TOKEN_ON_BUTTON));
}

static void theme_tile(ScreenContext *context, int choice) {
    static const char *const keys[] = {"settings.day", "settings.evening", "settings.clock"};
    Ui *ui = context->ui;
    bool chosen = context->game->settings[SETTING_THEME] == choice;
    UiId id = ui_id(ui, "theme", choice);
    ui_open_id(ui, id,
               &(UiBox){.main = UI_CENTER,
                        .cross = UI_STRETCH,
                        .gap = 6,
                        .width = settings_are_large(ui) ? 90 * ui->text_scale : 98,
                        .min_height = 92,
                        .pad_x = 3,
                        .pad_y = 10,
                        .radius = 18,
                        .fill = tile_fill(choice),
                        .border = paint_of(chosen ? TOKEN_MOSS : TOKEN_LINE),
                        .border_width = chosen ? 4 : 2});
    bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, 18, 0);
    ui_custom(ui, &(UiBox){.height = 40}, paint_theme, &choice, sizeof choice);
    UiStyle style = style_text(FONT_TEXT_BOLD, 14.5f,
                               choice == THEME_CHOICE_EVENING ? TOKEN_WHITE : TOKEN_SCRIM);
    style.line_height = 1.2f;
    ui_text(ui, tr(context, keys[choice]), style_centred(style));
    if (chosen) {
        UiBox place = {
            .absolute = true, .anchor_x = 1, .at_x = 4, .at_y = -5, .width = 26, .height = 26};
        ui_custom(ui, &place, paint_chosen, NULL, 0);
    }
    ui_close(ui);
    if (pressed) {
        settings_change(context, SETTING_THEME, choice);
    }
}

static void theme_card(ScreenContext *context) {
    Ui *ui = context->ui;
    UiBox box = ui_card(0, 20);
    box.gap = 14;
    ui_open(ui, &box);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 12, .pad_x = 4});
    ui_icon(ui, ui->evening ? "moon" : "sun", 24, paint_of(TOKEN_INK));
    ui_text(ui, tr(context, "settings.theme"), style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    ui_close(ui);
    ui_open(ui,
            &(UiBox){.dir = UI_ROW, .gap = 5, .cross = UI_STRETCH, .wrap = settings_are_large(ui)});
    for (int choice = 0; choice < 3; choice++) {
        theme_tile(context, choice);
    }
    ui_close(ui);
    ui_close(ui);
}

static void sample_card(ScreenContext *context) {
    Ui *ui = context->ui;
    char percent[8];
    snprintf(percent, sizeof percent, "%d", context->game->settings[SETTING_TEXT_PERCENT]);
    UiBox box = ui_card(0, 20);
    box.gap = 12;
    box.grow = 1;
    ui_open(ui, &box);
    ui_open(ui, &(UiBox){.pad_x = 4});
    ui_text(ui, tr1(context, "settings.preview", "percent", percent),
            style_text(FONT_TEXT_SEMI, 16.5f, TOKEN_INK2));
    ui_close(ui);
    sample(context);
    ui_open(ui, &(UiBox){.pad_x = 4, .pad_top = 10, .gap = 10});
    marks(context);
    ui_close(ui);
    ui_close(ui);
}

void settings_preview(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = settings_are_large(ui);
    ui_open(ui, &(UiBox){.width = large ? 0 : 344,
                         .min_height = large ? 0 : SETTINGS_CARD_HEIGHT,
                         .gap = 20,
                         .cross = UI_STRETCH});
    sample_card(context);
    theme_card(context);
    ui_close(ui);
}
