/* SPDX-License-Identifier: MIT */
/* The template of a screen, in no table: `tools/new screen NAME` copies it. */
#include "screen.h"

static void scenery(ScreenContext *context) {
    Ui *ui = context->ui;
    float gy = ui->height - 200;
    Valley valley = {.cx = ui->width / 2,
                     .gy = gy,
                     .half = 154,
                     .hz = gy - 220,
                     .sun_x = ui->width / 2,
                     .seed = 2,
                     .season = context->season,
                     .flowers = GROWTH_FLOWERS_MAX,
                     .near_banks = true};
    draw_still_begin(ui->list); /* what seldom changes is painted once and kept */
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    draw_still_end(ui->list);
    valley_ambient(ui, &valley);
}

void screen_blank(ScreenContext *context) {
    Ui *ui = context->ui;
    scenery(context);
    UiBox box = ui_card(520, 32);
    box.absolute = true;
    box.anchor_x = box.anchor_y = 0.5f;
    box.gap = 16;
    box.max_height = ui->height - 60; /* text twice as large shall scroll, not be cut */
    box.scroll = true;
    ui_open_id(ui, ui_id(ui, "blank", 0), &box);
    ui_text(ui, tr(context, "blank.title"), style_display(34));
    ui_text(ui, tr(context, "blank.text"), style_body());
    if (ui_button_first(ui, "go-on",
                        &(Button){.label = tr(context, "blank.go-on"),
                                  .key = ui->prompts.confirm,
                                  .stretch = true})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
    ui_close(ui);
}
