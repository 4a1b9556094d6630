/* SPDX-License-Identifier: MIT */
/* Home's week: the rhythm first, the row of evenings second, and what the marks mean. */
#include "home_parts.h"
#include "week.h"

/* A new path is simply begun: nothing is said of an earlier one. */
static void lines(ScreenContext *context) {
    Ui *ui = context->ui;
    const StreakResult *streak = &context->game->streak;
    UiStyle style = style_centred(style_text(FONT_TEXT_BOLD, 16, TOKEN_INK));
    style.line_height = 1.25f;
    ui_text(ui, week_goal(context), style);
    style = style_centred(style_text(FONT_TEXT, 15, TOKEN_INK2));
    style.line_height = 1.25f;
    if (streak->current > 1) {
        ui_text(ui, trn(context, "week.in-a-row", streak->current), style);
    }
}

/* STREAK.md R12: said calmly, and what is safe. */
static void clock_line(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_gap(ui, 2);
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 12,
                         .pad_x = 12,
                         .pad_y = 8,
                         .radius = 14,
                         .fill = fill_of(paint_of(TOKEN_PAPER2))});
    ui_icon(ui, "clock", 20, paint_of(TOKEN_INK2));
    ui_open(ui, &(UiBox){.grow = 1});
    UiStyle style = style_text(FONT_TEXT, 15, TOKEN_INK);
    style.line_height = 1.25f;
    ui_text(ui, tr(context, "week.clock"), style);
    ui_close(ui);
    ui_close(ui);
}

static void help_corner(Ui *ui) {
    ui_open(ui, &(UiBox){.absolute = true, .anchor_x = 1, .at_x = -12, .at_y = 10});
    ui_icon(ui, "circle-help", 17 / ui->text_scale, paint_of(TOKEN_INK2));
    ui_close(ui);
}

void home_week(ScreenContext *context) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    float width = 316 + 130 * (ui->text_scale - 1);
    UiBox box = ui_card(width, 16);
    box.absolute = true;
    box.anchor_x = 1;
    box.at_x = -40;
    box.at_y = 72 + 16 * ui->text_scale;
    box.pad_y = 12;
    box.gap = 4;
    box.radius = 22;
    box.max_height = ui->height - box.at_y - 120;
    box.scroll = true;
    UiId id = ui_id(ui, "week", 0);
    ui_open_id(ui, id, &box);
    bool pressed = ui_touchable(ui, id, UI_ROLE_TOGGLE, 22, 0);
    help_corner(ui);
    week_row(context, 28, 6, 1);
    lines(context);
    if (context->game->streak.clock_looks_wrong) {
        clock_line(context);
    }
    if (memory->shows_legend) {
        ui_gap(ui, 4);
        ui_rule(ui, 5);
        ui_gap(ui, 4);
        week_legend(context, true);
    }
    ui_close(ui);
    if (pressed) {
        memory->shows_legend = !memory->shows_legend;
        ui->wants_frames = true;
    }
}
