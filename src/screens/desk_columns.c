/* SPDX-License-Identifier: MIT */
/* The desk's columns: the plan, the wall with the notes, and the lines that wait. */
#include "desk_parts.h"

#include <stdio.h>

enum {
    PLAN_W = 262,
    LINES_W = 330,
    WALL_W = 330,
    WALL_H = 186,
    AROUND_BEFORE = 3,
    AROUND_AFTER = 6,
    LINES_SHOWN = 4
};

bool desk_is_large(const Ui *ui) {
    return ui->text_scale > 1.25f;
}

/* --- The plan --------------------------------------------------------------------------------- */

static void plan_row(ScreenContext *context, int index) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    bool runs = lead->place == LEAD_RUNNING;
    bool is_now = runs && index == lead->step;
    bool is_done = lead->place == LEAD_OVER || (runs && index < lead->step);
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 10,
                         .pad_x = 8,
                         .pad_y = 4,
                         .radius = 14,
                         .fill = fill_of(paint_of(is_now ? TOKEN_MOSS_SOFT : TOKEN_NONE)),
                         .border = paint_of(is_now ? TOKEN_MOSS : TOKEN_NONE),
                         .border_width = 2});
    ui_icon(ui,
            is_done  ? "circle-check"
            : is_now ? "play"
                     : "circle",
            20, paint_of(is_done || is_now ? TOKEN_MOSS : TOKEN_INK2));
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, lead->plan->steps[index].title,
            style_text(is_now ? FONT_TEXT_BOLD : FONT_TEXT_SEMI, 15, TOKEN_INK));
    ui_text(ui, trn(context, "room.minutes", lead_minutes(lead, index)),
            style_text(FONT_TEXT, 13, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
}

/* The next card that could be left out, when the evening runs late; null: none is left. */
static const PlanStep *could_skip(const Lead *lead) {
    for (int i = lead->step + 1; i < lead->plan->step_count; i++) {
        const PlanStep *step = &lead->plan->steps[i];
        if (step->kind == STEP_CARD || step->kind == STEP_SCENE) {
            return step;
        }
    }
    return NULL;
}

static void time_left(ScreenContext *context) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    int late = lead_minutes_late(lead, context->now.utc_ms);
    ui_text(ui, trn(context, "room.left", lead_minutes_left(lead)),
            style_text(FONT_TEXT, 14, TOKEN_INK2));
    const PlanStep *step = late > 0 ? could_skip(lead) : NULL;
    if (step) {
        ui_text(ui, trn1(context, "desk.late", late, "title", step->title),
                style_text(FONT_TEXT_SEMI, 14, TOKEN_GOLD_INK));
    }
}

void desk_plan(ScreenContext *context) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    int at = lead->place == LEAD_RUNNING ? lead->step
             : lead->place == LEAD_OVER  ? lead->plan->step_count - 1
                                         : 0;
    int first = at - AROUND_BEFORE < 0 ? 0 : at - AROUND_BEFORE;
    UiBox box = ui_card(desk_is_large(ui) ? 0 : PLAN_W, 16);
    box.gap = 2;
    box.scroll = !desk_is_large(ui);
    ui_open_id(ui, ui_id(ui, "desk-plan", 0), &box);
    ui_text(ui, lead->plan->title, style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    time_left(context);
    ui_gap(ui, 4);
    for (int i = first; i < lead->plan->step_count && i <= first + AROUND_AFTER; i++) {
        plan_row(context, i);
    }
    ui_close(ui);
}

/* --- The wall and the notes ------------------------------------------------------------------- */

/* Totals only, as the wall: the leader can't open a private answer (SCIENCE.md 2). */
static void answers_in(ScreenContext *context) {
    Ui *ui = context->ui;
    const Game *game = context->game;
    const Phones *phones = &game->phones;
    int here = phones_here(phones);
    char in_text[12], all_text[12];
    if (lead_view(&game->lead).part != LEAD_PART_ASK || !lead_step(&game->lead)) {
        return;
    }
    if (here < LEAD_FEW) {
        ui_text(ui, tr(context, "room.coming-in"), style_display(24));
        return;
    }
    snprintf(in_text, sizeof in_text, "%d", phones_in(phones));
    snprintf(all_text, sizeof all_text, "%d", here);
    ui_open(ui, &(UiBox){.dir = desk_is_large(ui) ? UI_ROW : UI_COLUMN,
                         .gap = desk_is_large(ui) ? 12 : 4,
                         .cross = desk_is_large(ui) ? UI_CENTER : UI_START});
    ui_text(ui, tr2(context, "desk.in", "in", in_text, "all", all_text), style_display(30));
    ui_text(ui, tr(context, "desk.answers-in"), style_text(FONT_TEXT, 15, TOKEN_INK));
    ui_close(ui);
    ui_text(ui, tr(context, "desk.totals-only"), style_text(FONT_TEXT, 14, TOKEN_INK2));
}

typedef struct WallPlace {
    Rect *at;
} WallPlace;

/* The shell paints the wall there, as it is. */
static void note_place(Ui *ui, Rect rect, const void *data) {
    *((const WallPlace *)data)->at = rect;
    draw_round_rect(ui->list, rect, 0, fill_of(paint_of(TOKEN_PAPER3)), (Paint){0}, 0);
}

static void wall_now(ScreenContext *context, bool counts) {
    Ui *ui = context->ui;
    ui_text(ui, tr(context, "desk.wall"), style_text(FONT_TEXT_BOLD, 15, TOKEN_INK));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 20, .cross = UI_CENTER});
    const WallPlace place = {&context->memory->desk_wall};
    ui_custom(ui, &(UiBox){.width = WALL_W, .height = WALL_H}, note_place, &place, sizeof place);
    ui_open(ui, &(UiBox){.grow = 1, .gap = 4});
    if (counts) {
        answers_in(context);
    }
    ui_close(ui);
    ui_close(ui);
}

static void needs(ScreenContext *context) {
    Ui *ui = context->ui;
    const Plan *plan = context->game->lead.plan;
    ui_text(ui, tr(context, "room.needed"), style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    for (int i = 0; i < plan->need_count; i++) {
        ui_text(ui, plan->needs[i], style_body());
    }
}

static void notes(ScreenContext *context, const PlanStep *step) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 10});
    ui_icon(ui, "feather", 22, paint_of(TOKEN_MOSS));
    ui_text(ui, tr(context, "desk.notes"), style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    ui_close(ui);
    room_way_note(context);
    ui_text(ui, step->notes, style_body());
    ui_open(ui, &(UiBox){.gap = 4,
                         .pad_x = 16,
                         .pad_y = 10,
                         .radius = 16,
                         .cross = UI_STRETCH,
                         .fill = fill_of(paint_of(TOKEN_PAPER2))});
    ui_text(ui, tr(context, "room.if-quiet"), style_text(FONT_TEXT_BOLD, 15, TOKEN_INK));
    ui_text(ui, step->quiet, style_body());
    ui_close(ui);
}

/* The report goes where copies for others go; another folder is typed on the wall's own page. */
static void over(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_text(ui, tr(context, "room.over"), style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    ui_text(ui, tr(context, "room.report"), style_body());
    if (context->notice[0]) {
        ui_text(ui, context->notice, style_text(FONT_TEXT_SEMI, 15, TOKEN_INK));
    }
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 10, .wrap = true});
    if (ui_button(ui, "desk-report",
                  &(Button){.label = tr(context, "room.save-report"),
                            .icon = "file-down",
                            .kind = BUTTON_GHOST,
                            .size = 16})) {
        emit(context, EV_ROOM_FILES, 0, ROOM_FILES_REPORT);
    }
    if (ui_button(ui, "desk-leave",
                  &(Button){.label = tr(context, "room.leave"),
                            .icon = "check",
                            .kind = BUTTON_GHOST,
                            .size = 16})) {
        room_act(context, LEAD_LEAVE, 0);
    }
    ui_close(ui);
}

static void to_say(ScreenContext *context) {
    const PlanStep *step = lead_step(&context->game->lead);
    if (step) {
        notes(context, step);
    } else if (context->game->lead.place == LEAD_LOBBY) {
        needs(context);
    } else {
        over(context);
    }
}

/* With large letters the wall comes last: it hangs before the leader's eyes anyway. */
void desk_middle(ScreenContext *context) {
    Ui *ui = context->ui;
    UiBox box = ui_card(0, 20);
    box.gap = 10;
    box.grow = desk_is_large(ui) ? 0 : 1;
    box.scroll = !desk_is_large(ui);
    ui_open_id(ui, ui_id(ui, "desk-middle", 0), &box);
    if (desk_is_large(ui)) {
        answers_in(context);
        to_say(context);
        ui_rule(ui, 5);
        wall_now(context, false);
    } else {
        wall_now(context, true);
        ui_rule(ui, 5);
        to_say(context);
    }
    ui_close(ui);
}

/* --- Lines ------------------------------------------------------------------------------------ */

static void line_card(ScreenContext *context, int index) {
    Ui *ui = context->ui;
    const PhoneLine *line = phones_line(&context->game->phones, LINE_WAITING, index);
    ui_open(ui, &(UiBox){.gap = 6,
                         .pad_x = 14,
                         .pad_y = 10,
                         .radius = 16,
                         .cross = UI_STRETCH,
                         .fill = fill_of(paint_of(TOKEN_PAPER2)),
                         .border = paint_of(TOKEN_LINE),
                         .border_width = 1.5f});
    ui_text(ui, tr1(context, "room.quote", "line", line->text),
            style_text(FONT_TEXT_SEMI, 16, TOKEN_INK));
    if (line->names_someone) {
        ui_text(ui, tr(context, "desk.names-someone"), style_text(FONT_TEXT, 14, TOKEN_GOLD_INK));
    }
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 8, .wrap = true});
    if (ui_button(ui, "line-pass",
                  &(Button){.label = tr(context, "desk.pass-on"),
                            .icon = "check",
                            .kind = line->names_someone ? BUTTON_GHOST : BUTTON_PRIMARY,
                            .index = index,
                            .size = 14,
                            .height = 44})) {
        room_act(context, LEAD_PASS_LINE, index);
    }
    if (ui_button(ui, "line-drop",
                  &(Button){.label = tr(context, "desk.let-go"),
                            .icon = "x",
                            .kind = BUTTON_GHOST,
                            .index = index,
                            .size = 14,
                            .height = 44})) {
        room_act(context, LEAD_DROP_LINE, index);
    }
    ui_close(ui);
    ui_close(ui);
}

void desk_lines(ScreenContext *context) {
    Ui *ui = context->ui;
    int waiting = phones_lines(&context->game->phones, LINE_WAITING);
    UiBox box = ui_card(desk_is_large(ui) ? 0 : LINES_W, 18);
    box.gap = 8;
    box.scroll = !desk_is_large(ui);
    ui_open_id(ui, ui_id(ui, "desk-lines", 0), &box);
    ui_text(ui, trn(context, "desk.waiting", waiting), style_text(FONT_TEXT_BOLD, 16, TOKEN_INK));
    ui_text(ui, tr(context, "desk.waiting-more"), style_text(FONT_TEXT, 14, TOKEN_INK2));
    for (int i = 0; i < waiting && i < LINES_SHOWN; i++) {
        line_card(context, i);
    }
    ui_close(ui);
}
