/* SPDX-License-Identifier: MIT */
/* Choosing a plan: how long it takes, and what is needed. */
#include "room_parts.h"

static void plan_card(ScreenContext *context, int index) {
    Ui *ui = context->ui;
    const Plan *plan = &context->world->plans->plans[index];
    UiId id = ui_id(ui, "plan", index);
    UiBox box = ui_card(room_is_large(ui) ? ui->width - 2 * ROOM_MARGIN - 20 : 584, 22);
    box.gap = 8;
    ui_open_id(ui, id, &box);
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 28, 0);
    if (index == 0) {
        ui_focus_first(ui, id);
    }
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .main = UI_BETWEEN, .gap = 12});
    ui_text(ui, plan->title, style_display(24));
    ui_pill(ui, "clock", trn(context, "room.minutes", plan->minutes), TOKEN_MOSS_SOFT, TOKEN_MOSS);
    ui_close(ui);
    ui_text(ui, plan->about, style_text(FONT_TEXT, 16.5f, TOKEN_INK));
    ui_text(ui, tr(context, "room.needed"), style_text(FONT_TEXT_BOLD, 15, TOKEN_INK2));
    for (int i = 0; i < plan->need_count; i++) {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 8, .cross = UI_START});
        ui_icon(ui, "check", 16, paint_of(TOKEN_MOSS));
        ui_open(ui, &(UiBox){.grow = 1});
        ui_text(ui, plan->needs[i], style_text(FONT_TEXT, 15, TOKEN_INK2));
        ui_close(ui);
        ui_close(ui);
    }
    ui_close(ui);
    if (pressed) {
        room_act(context, LEAD_CHOOSE, index);
    }
}

static void rehearse_row(ScreenContext *context) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, "rehearse", 0);
    bool is_on = context->game->lead.is_rehearsal;
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .cross = UI_CENTER,
                        .gap = 14,
                        .pad_x = 18,
                        .pad_y = 8,
                        .min_height = 56,
                        .radius = 28,
                        .shadow = 1,
                        .fill = fill_of(paint_of(TOKEN_PAPER))});
    bool pressed = ui_touchable(ui, id, UI_ROLE_TOGGLE, 28, 0);
    ui_icon(ui, "drama", 22, paint_of(TOKEN_INK));
    ui_text(ui, tr(context, "room.rehearse"), style_text(FONT_TEXT_SEMI, 17, TOKEN_INK));
    ui_toggle(ui, is_on, tr(context, is_on ? "settings.on" : "settings.off"));
    ui_close(ui);
    if (pressed) {
        room_act(context, LEAD_REHEARSE, 0);
    }
}

void room_choose(ScreenContext *context) {
    Ui *ui = context->ui;
    room_valley(context);
    if (ui_top_bar(ui, tr(context, "room.title"), tr(context, "room.choose"),
                   tr(context, "nav.back"))) {
        room_act(context, LEAD_LEAVE, 0);
    }
    ui_open_id(ui, ui_id(ui, "plans", 0),
               &(UiBox){.absolute = true,
                        .at_x = ROOM_MARGIN,
                        .at_y = 112 + 40 * (ui->text_scale - 1),
                        .width = ui->width - 2 * ROOM_MARGIN,
                        .height = ui->height - 124 - 40 * (ui->text_scale - 1),
                        .pad_x = 6,
                        .pad_y = 8,
                        .dir = UI_COLUMN,
                        .scroll = true,
                        .gap = 16});
    ui_open(ui, &(UiBox){.dir = UI_ROW, .wrap = true, .gap = 16});
    for (int i = 0; context->world->plans && i < context->world->plans->count; i++) {
        plan_card(context, i);
    }
    ui_close(ui);
    rehearse_row(context);
    ui_close(ui);
}
