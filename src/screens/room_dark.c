/* SPDX-License-Identifier: MIT */
/* The wall blank or paused: dark, "Look up". One key lays the leader's notes over it, for the time
 * in which the projector is covered or off (screens-2.md 32). */
#include "room_parts.h"

static void notes(ScreenContext *context, const PlanStep *step) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    UiBox box = ui_card(ui->width - 240, 28);
    box.absolute = true;
    box.anchor_x = 0.5f;
    box.at_y = 32;
    box.max_height = ui->height - 140;
    box.scroll = true;
    box.gap = 12;
    ui_open_id(ui, ui_id(ui, "notes", 0), &box);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 10});
    ui_icon(ui, "feather", 24, paint_of(TOKEN_MOSS));
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, step->title, style_display(28));
    ui_close(ui);
    ui_pill(ui, "clock", trn(context, "room.left", lead_minutes_left(lead)), TOKEN_PAPER2,
            TOKEN_INK);
    ui_close(ui);
    int late = lead_minutes_late(lead, context->now.utc_ms);
    if (late > 0) {
        ui_text(ui, trn(context, "room.late", late),
                style_text(FONT_TEXT_SEMI, 17, TOKEN_GOLD_INK));
    }
    ui_text(ui, step->notes, style_body());
    ui_open(ui, &(UiBox){.gap = 4,
                         .pad_x = 18,
                         .pad_y = 14,
                         .radius = 16,
                         .cross = UI_STRETCH,
                         .fill = fill_of(paint_of(TOKEN_PAPER2))});
    ui_text(ui, tr(context, "room.if-quiet"), style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    ui_text(ui, step->quiet, style_body());
    ui_close(ui);
    ui_close(ui);
}

void room_dark(ScreenContext *context) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    const PlanStep *step = lead_step(lead);
    draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                    fill_of(paint_mix(TOKEN_SCRIM, TOKEN_SHADOW, 0.5f)), (Paint){0}, 0);
    if (lead->shows_notes && step) {
        notes(context, step);
        room_bar(context);
        return;
    }
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_x = 0.5f,
                         .anchor_y = 0.5f,
                         .cross = UI_CENTER,
                         .gap = 10});
    UiStyle style = room_display(ui, 40);
    style.paint = paint_of(TOKEN_WHITE);
    ui_text(ui, tr(context, lead->is_blank ? "room.look-up" : "room.paused"), style);
    ui_close(ui);
    if (lead->is_blank) {
        return; /* nothing for the room to read; Next, B and N work all the same */
    }
    room_bar(context);
}
