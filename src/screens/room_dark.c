/* SPDX-License-Identifier: MIT */
/* The wall blank or paused: dark, "Look up". One key lays the leader's desk over it (screens-2.md
 * 32), for the time in which the projector is covered or off: plan, notes, keys. */
#include "room_parts.h"

enum { PLAN_WIDTH = 300, AROUND_SHOWN = 4 };

static void plan_row(ScreenContext *context, int index) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    bool is_now = index == lead->step, is_done = index < lead->step;
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 12,
                         .pad_x = 10,
                         .pad_y = 5,
                         .radius = 14,
                         .fill = fill_of(paint_of(is_now ? TOKEN_MOSS_SOFT : TOKEN_NONE)),
                         .border = paint_of(is_now ? TOKEN_MOSS : TOKEN_NONE),
                         .border_width = 2});
    ui_icon(ui, is_done ? "circle-check" : is_now ? "play" : "circle", 20,
            paint_of(is_done || is_now ? TOKEN_MOSS : TOKEN_INK2));
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, lead->plan->steps[index].title,
            style_text(is_now ? FONT_TEXT_BOLD : FONT_TEXT_SEMI, 16, TOKEN_INK));
    ui_text(ui, trn(context, "room.minutes", lead_minutes(lead, index)),
            style_text(FONT_TEXT, 14, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
}

/* The steps around the present one; a long plan needs no scrolling. */
static void plan_list(ScreenContext *context) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    int last = lead->step + AROUND_SHOWN, first = lead->step - AROUND_SHOWN;
    UiBox box = ui_card(PLAN_WIDTH + 100 * (ui->text_scale - 1), 16);
    box.gap = 2;
    box.max_height = ui->height - 130;
    box.scroll = true;
    ui_open_id(ui, ui_id(ui, "plan-list", 0), &box);
    ui_text(ui, lead->plan->title, style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    for (int i = first < 0 ? 0 : first; i <= last && i < lead->plan->step_count; i++) {
        plan_row(context, i);
    }
    ui_close(ui);
}

static void desk_keys(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 18, .wrap = true});
    room_key(context, "B", "room.key-wall", LEAD_BLANK, 0);
    room_key(context, "P", "room.key-pause", LEAD_PAUSE, 0);
    room_key(context, "S", "room.key-skip", LEAD_SKIP, 0);
    room_key(context, "T", "room.key-totals", LEAD_NUMBERS, 0);
    ui_close(ui);
}

static void notes(ScreenContext *context, const PlanStep *step) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    UiBox box = ui_card(0, 28);
    box.grow = 1;
    box.max_height = ui->height - 130;
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
    room_way_note(context);
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
    desk_keys(context);
    ui_close(ui);
}

static void desk(ScreenContext *context, const PlanStep *step) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.absolute = true,
                         .at_x = ROOM_MARGIN,
                         .at_y = 28,
                         .width = ui->width - 2 * ROOM_MARGIN,
                         .dir = UI_ROW,
                         .cross = UI_START,
                         .gap = 20});
    if (ui->text_scale < 1.6f) {
        plan_list(context);
    }
    notes(context, step);
    ui_close(ui);
    room_bar(context);
}

void room_dark(ScreenContext *context) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    const PlanStep *step = lead_step(lead);
    draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                    fill_of(paint_mix(TOKEN_SCRIM, TOKEN_SHADOW, 0.5f)), (Paint){0}, 0);
    if (lead->shows_notes && step) {
        desk(context, step);
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
