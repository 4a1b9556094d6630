/* SPDX-License-Identifier: MIT */
/* The break: twenty minutes apart with a set return, and a welcome back when they are over. */
#include "dim_valley.h"

enum { MS_A_MINUTE = 60000 };

/* Whole minutes still to go, rounded up; 0: over. */
static int minutes_left(const ScreenContext *context) {
    int64_t left_ms = context->game->break_until_ms - context->now.utc_ms;
    return left_ms > 0 ? (int)((left_ms + MS_A_MINUTE - 1) / MS_A_MINUTE) : 0;
}

static void lamp(ScreenContext *context) {
    Ui *ui = context->ui;
    char name[64];
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_CENTER});
    ui_open(ui, &(UiBox){.dir = UI_LAYERS, .width = 60, .height = 92});
    ui_sprite(ui, valley_sprite(ui, "glow/lantern", name), 60, 92, 1, 10, 90);
    ui_sprite(ui, valley_sprite(ui, "lantern/lit", name), 60, 92, 1, 10, 90);
    ui_close(ui);
    ui_close(ui);
}

void overlay_break(ScreenContext *context) {
    Ui *ui = context->ui;
    int minutes = minutes_left(context);
    bool waits = minutes > 0;
    float cx = ui->width / 2;
    dim_valley(context, cx, 0);
    dim_figures(context, cx);
    UiBox box = ui_card(640 + 200 * (ui->text_scale - 1), 36);
    box.absolute = true;
    box.anchor_x = 0.5f;
    box.at_y = ui->text_scale > 1.3f ? 20.0f : 60.0f;
    box.gap = 12;
    box.radius = 32;
    box.pad_y = 28;
    box.max_height = ui->height - 2 * box.at_y;
    box.scroll = true;
    ui_open_id(ui, ui_id(ui, "break-card", 0), &box);
    lamp(context);
    ui_text(ui, tr(context, waits ? "break.title" : "break.over"),
            style_centred(style_display(36)));
    ui_text(ui, waits ? trn(context, "break.minutes", minutes) : tr(context, "break.over-text"),
            style_centred(style_text(FONT_TEXT_SEMI, 20, TOKEN_INK)));
    if (waits) {
        ui_text(ui, tr(context, "break.how"), style_centred(style_body()));
    }
    ui_gap(ui, 6);
    if (ui_button_first(ui, "back",
                        &(Button){.label = tr(context, "break.back"), .size = 20, .height = 56})) {
        emit(context, EV_BREAK, 0, 0);
    }
    ui_close(ui);
}
