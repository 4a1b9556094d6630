/* SPDX-License-Identifier: MIT */
/* First run, the calm card (mock-up 23): what this is for, what it isn't, and where else to go. */
#include "screen.h"

#include <stdio.h>

static void misty_valley(ScreenContext *context) {
    Ui *ui = context->ui;
    float gy = ui->height - 200;
    Valley valley = {.cx = ui->width / 2,
                     .gy = gy,
                     .half = 150,
                     .hz = gy - 240,
                     .sun_x = ui->width / 2,
                     .seed = 2,
                     .season = context->season,
                     .flowers = GROWTH_FLOWERS_MAX,
                     .near_banks = true};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    valley_mist(ui, 1);
    draw_still_end(ui->list);
}

static bool is_large(const Ui *ui) {
    return ui->text_scale > 1.3f;
}

static void medallion(Ui *ui, const char *icon, float side, DrawToken fill, DrawToken ink) {
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .main = UI_CENTER,
                         .cross = UI_CENTER,
                         .width = side,
                         .height = side,
                         .radius = side / 2,
                         .fill = fill_of(paint_of(fill))});
    ui_icon(ui, icon, side / 2 / ui->text_scale, paint_of(ink));
    ui_close(ui);
}

static void part(ScreenContext *context, const char *icon, DrawToken fill, DrawToken ink,
                 const char *title, const char *text) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 22, .pad_x = 8});
    medallion(ui, icon, 56, fill, ink);
    ui_open(ui, &(UiBox){.grow = 1, .gap = 2, .cross = UI_STRETCH});
    ui_text(ui, tr(context, title), style_text(FONT_TEXT_BOLD, 19, TOKEN_INK));
    ui_text(ui, tr(context, text), style_body());
    ui_close(ui);
    ui_close(ui);
}

/* Same weight as the rest: no warning colour, no symbol of danger. */
static void afraid_part(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 20,
                         .pad_x = 14,
                         .pad_y = 16,
                         .radius = 26,
                         .fill = fill_of(paint_of(TOKEN_PAPER2)),
                         .border = paint_of(TOKEN_LINE),
                         .border_width = 2});
    medallion(ui, "shield-check", 52, TOKEN_PAPER, TOKEN_INK);
    ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
    UiStyle style = style_text(FONT_TEXT_BOLD, 18, TOKEN_INK);
    style.line_height = 1.45f;
    ui_text(ui, tr1(context, "care.afraid", "help", ui->prompts.help), style);
    ui_close(ui);
    ui_close(ui);
}

static void size_chips(ScreenContext *context) {
    static const int percents[] = {100, 125, 150, 200};
    Ui *ui = context->ui;
    int now = context->game->settings[SETTING_TEXT_PERCENT];
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 10, .wrap = true, .pad_x = 8});
    ui_icon(ui, "eye", 24, paint_of(TOKEN_INK2));
    ui_text(ui, tr(context, "care.text-size"), style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    ui_gap(ui, 12);
    for (int i = 0; i < 4; i++) {
        char percent[8];
        snprintf(percent, sizeof percent, "%d", percents[i]);
        float size = (16 + (float)(percents[i] - 100) * 0.07f) / ui->text_scale;
        if (ui_choice(ui, "size", i, tr1(context, "care.percent", "percent", percent),
                      percents[i] == now, size)) {
            emit_event(
                context,
                &(Event){.kind = EV_SETTING, .value = SETTING_TEXT_PERCENT, .amount = percents[i]});
        }
    }
    ui_close(ui);
}

static void title_row(ScreenContext *context) {
    Ui *ui = context->ui;
    char name[64];
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 16, .pad_x = 8});
    ui_sprite(ui, valley_sprite(ui, "logo", name), 66, 50, 1.05f, 0, 0);
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, "care.title"), style_display(39));
    ui_close(ui);
    if (!is_large(ui)) {
        ui_text(ui, tr(context, "care.everybody"), style_text(FONT_TEXT, 16, TOKEN_INK2));
    }
    ui_close(ui);
}

/* Large text: the small print scrolls with the rest, and Continue stays alone below. */
static void small_print(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.pad_x = 8, .gap = 10, .cross = UI_STRETCH});
    ui_text(ui, tr(context, "care.again"), style_text(FONT_TEXT, 16, TOKEN_INK2));
    ui_text(ui, tr(context, "care.everybody"), style_text(FONT_TEXT, 16, TOKEN_INK2));
    ui_close(ui);
}

static void words(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open_id(ui, ui_id(ui, "care-scroll", 0),
               &(UiBox){.gap = 22,
                        .cross = UI_STRETCH,
                        .scroll = true,
                        .pad_y = 6,
                        .pad_right = is_large(ui) ? 16 : 0});
    part(context, "bridge", TOKEN_MOSS_SOFT, TOKEN_MOSS, "care.for", "care.for-text");
    part(context, "leaf", TOKEN_PAPER3, TOKEN_GOLD_INK, "care.not", "care.not-text");
    afraid_part(context);
    ui_rule(ui, 5);
    size_chips(context);
    if (is_large(ui)) {
        small_print(context);
    }
    ui_close(ui);
}

void screen_care(ScreenContext *context) {
    Ui *ui = context->ui;
    misty_valley(context);
    UiBox box = ui_card(860 + 200 * (ui->text_scale - 1), 32);
    box.absolute = true;
    box.anchor_x = box.anchor_y = 0.5f;
    box.gap = 16;
    box.radius = 32;
    box.pad_y = is_large(ui) ? 20 : 28;
    box.max_height = ui->height - 36;
    ui_open_id(ui, ui_id(ui, "care", 0), &box);
    title_row(context);
    words(context);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 20, .pad_x = 8});
    ui_open(ui, &(UiBox){.grow = 1});
    if (!is_large(ui)) {
        ui_text(ui, tr(context, "care.again"), style_text(FONT_TEXT, 16, TOKEN_INK2));
    }
    ui_close(ui);
    if (ui_button_first(ui, "continue",
                        &(Button){.label = tr(context, "care.continue"),
                                  .size = 20,
                                  .width = 226 * ui->text_scale,
                                  .height = 54})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
    ui_close(ui);
    ui_close(ui);
}
