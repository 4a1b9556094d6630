/* SPDX-License-Identifier: MIT */
/* Settings, at the right: a live preview of a card, and the theme (mock-up 10). */
#include "settings_parts.h"

#include <stdio.h>

/* What answers with one hand: the arrows, and Enter. */
static void arrow_keys(ScreenContext *context) {
    static const char *const arrows[] = {"←", "↑", "↓", "→"};
    Ui *ui = context->ui;
    for (int i = 0; i < 4; i++) {
        ui_key(ui, arrows[i], DEVICE_KEYBOARD, 15);
    }
    ui_key(ui, tr(context, "settings.enter"), DEVICE_KEYBOARD, 15);
}

typedef struct StoneData {
    float way; /* 0 on its way .. 1 at its place */
    bool fades;
} StoneData;

static void paint_stones(Ui *ui, Rect rect, const void *data) {
    enum { STONES = 3, GAP = 4 };
    const StoneData *stone = data;
    float w = (rect.w - GAP * (STONES - 1)) / STONES, h = 18;
    for (int i = 0; i < STONES; i++) {
        bool newest = i == STONES - 1;
        float above = newest && !stone->fades ? (1 - stone->way) * (rect.h - h) : 0;
        float alpha = newest && stone->fades ? stone->way : 1;
        Rect place = {rect.x + (float)i * (w + GAP), rect.y + rect.h - h - above, w, h};
        draw_round_rect(ui->list, place, 5, fill_of(paint_alpha(TOKEN_GOLD, alpha)),
                        paint_alpha(TOKEN_INK2, alpha), 1.5f);
    }
}

/* A stone comes to its place as it does in the game; anew whenever the switch is changed. */
static void stones(ScreenContext *context) {
    Ui *ui = context->ui;
    float way = ui_progress(ui, ui_id(ui, "sample-stone", ui->calm), 250, ui->calm ? 200 : 520,
                            false);
    StoneData data = {ui->calm ? way : ease_back_out(way), ui->calm};
    ui_custom(ui, &(UiBox){.width = 92, .height = 40}, paint_stones, &data, sizeof data);
}

static void effect(ScreenContext *context, const char *icon, const char *words) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8});
    ui_icon(ui, icon, 18, paint_of(TOKEN_INK2));
    UiStyle style = style_text(FONT_TEXT_SEMI, 15, TOKEN_INK);
    style.line_height = 1.25f;
    ui_text(ui, words, style);
    ui_close(ui);
}

/* What the switches that are on do to a card, in the words and signs of the game itself. */
static void effects(ScreenContext *context) {
    const int *settings = context->game->settings;
    bool one_hand = settings[SETTING_ONE_HAND] != 0;
    if (settings[SETTING_CAPTIONS]) {
        effect(context, "volume-2", tr(context, "caption.stone"));
    }
    if (settings[SETTING_ALOUD]) {
        effect(context, "ear", tr(context, "settings.is-said"));
    }
    if (settings[SETTING_THINK]) {
        effect(context, "hourglass", tr(context, "settings.no-clock"));
    }
    if (settings[SETTING_STEPS] || settings[SETTING_CALM] || settings[SETTING_THINK] || one_hand ||
        settings[SETTING_ALOUD]) {
        effect(context, "skip-forward", tr(context, "settings.scene-steps"));
    }
    if (!settings[SETTING_HOLD] || one_hand) {
        effect(context, "eye", tr(context, "settings.presses"));
    }
}

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
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8, .wrap = true});
    bool one_hand = context->game->settings[SETTING_ONE_HAND] != 0;
    if (one_hand) {
        arrow_keys(context);
    }
    for (int player = 1; player <= 2 && !one_hand; player++) {
        ui_mark(ui, player, 12);
        ui_key(ui, ui->prompts.answer[player - 1][2], ui->prompts.player_device[player - 1], 15);
        ui_gap(ui, 8);
    }
    stones(context);
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
                        .min_height = 84,
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
    box.pad_y = 16;
    box.gap = 10;
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
    box.pad_y = 16;
    box.gap = 10;
    box.grow = 1;
    ui_open(ui, &box);
    ui_open(ui, &(UiBox){.pad_x = 4});
    ui_text(ui, tr1(context, "settings.preview", "percent", percent),
            style_text(FONT_TEXT_SEMI, 16.5f, TOKEN_INK2));
    ui_close(ui);
    sample(context);
    ui_open(ui, &(UiBox){.pad_x = 4, .pad_top = 4, .gap = 8});
    if (context->memory->settings_section == 0) {
        effects(context);
    }
    marks(context);
    ui_close(ui);
    ui_close(ui);
}

void settings_preview(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = settings_are_large(ui);
    ui_open(ui, &(UiBox){.width = large ? 0 : 344,
                         .min_height = large ? 0 : SETTINGS_CARD_HEIGHT,
                         .gap = 16,
                         .cross = UI_STRETCH});
    sample_card(context);
    theme_card(context);
    ui_close(ui);
}
