/* SPDX-License-Identifier: MIT */
/* Steps of few words: welcome, agreements, the talk under its sun, pause, closing, feedback. */
#include "room_parts.h"

enum { SUN_W = 190, SUN_H = 58 };

static void lines(ScreenContext *context, const PlanStep *step, int count) {
    Ui *ui = context->ui;
    for (int i = 0; i < count; i++) {
        ui_open(ui, &(UiBox){.dir = UI_ROW,
                             .cross = UI_CENTER,
                             .gap = 14,
                             .pad_x = 16,
                             .pad_y = 12,
                             .radius = 16,
                             .fill = fill_of(paint_of(TOKEN_PAPER2))});
        ui_icon(ui, "leaf", 22, paint_of(TOKEN_MOSS));
        ui_open(ui, &(UiBox){.grow = 1});
        ui_text(ui, step->lines[i], room_style(ui, FONT_TEXT_SEMI, 21, TOKEN_INK));
        ui_close(ui);
        ui_close(ui);
    }
}

/* In calm motion the sun steps on once a minute. */
static int gone_milli(const ScreenContext *context) {
    const Lead *lead = &context->game->lead;
    int gone = lead_gone_milli(lead, context->now.utc_ms);
    int minutes = lead_minutes(lead, lead->step);
    return context->ui->calm && minutes > 0 ? gone * minutes / 1000 * 1000 / minutes : gone;
}

static void talk_card(ScreenContext *context, const PlanStep *step) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    int gone = gone_milli(context);
    bool is_talk = step->kind == STEP_TALK;
    room_right(context);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 24});
    room_sun(ui, SUN_W, SUN_H, gone);
    ui_open(ui, &(UiBox){.grow = 1, .gap = 2});
    ui_text(ui, tr(context, is_talk ? "room.talk" : "room.break"),
            room_style(ui, FONT_TEXT_SEMI, 19, TOKEN_INK));
    ui_text(ui,
            gone >= 1000 ? tr(context, "room.sun-down")
                         : trn(context, "room.no-bell", lead_minutes(lead, lead->step)),
            room_style(ui, FONT_TEXT, 17, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 18, .wrap = true});
    room_key(context, "^", "room.minute-more", LEAD_MORE, 1);
    room_key(context, "v", "room.minute-less", LEAD_MORE, -1);
    ui_close(ui);
    ui_close(ui);
}

/* The question that the pairs have just heard stays, quieter. */
static void question_before(ScreenContext *context) {
    const Lead *lead = &context->game->lead;
    int at = lead->step - 1;
    if (at < 0 || !lead->plan->steps[at].card || !plan_option_count(&lead->plan->steps[at])) {
        return;
    }
    UiStyle style = room_style(context->ui, FONT_TEXT, 18, TOKEN_INK2);
    style.max_lines = 2;
    ui_text(context->ui, room_question(context, &lead->plan->steps[at]), style);
}

static void title_card(ScreenContext *context, const PlanStep *step) {
    Ui *ui = context->ui;
    bool is_talk = step->kind == STEP_TALK;
    room_left(context);
    ui_text(ui, step->title, room_style(ui, FONT_TEXT_SEMI, 18, TOKEN_INK2));
    if (is_talk) {
        question_before(context);
        ui_gap(ui, 12);
    }
    ui_text(ui, step->text, room_display(ui, step->line_count ? 29 : 34));
    ui_gap(ui, 6);
    if (step->kind == STEP_AGREEMENTS) {
        lines(context, step, lead_view(&context->game->lead).shown + 1);
    } else if (step->kind != STEP_FEEDBACK) {
        lines(context, step, step->line_count);
    }
    ui_close(ui);
}

/* What the leader passed, the newest first; whose it was nobody knows. */
static void passed_lines(ScreenContext *context) {
    enum { LINES_SHOWN = 4 };
    Ui *ui = context->ui;
    const Phones *phones = &context->game->phones;
    int count = phones_lines(phones, LINE_PASSED);
    for (int i = count - 1; i >= 0 && i >= count - LINES_SHOWN; i--) {
        const PhoneLine *line = phones_line(phones, LINE_PASSED, i);
        ui_open(ui, &(UiBox){.pad_x = 16,
                             .pad_y = 10,
                             .radius = 16,
                             .cross = UI_STRETCH,
                             .fill = fill_of(paint_of(TOKEN_PAPER2))});
        ui_text(ui, tr1(context, "room.quote", "line", line->text),
                room_style(ui, FONT_TEXT_SEMI, 18, TOKEN_INK));
        ui_close(ui);
    }
}

static void side_card(ScreenContext *context, const PlanStep *step) {
    static const char *const words[STEP_KIND_COUNT] = {
        [STEP_WELCOME] = "room.side-welcome",
        [STEP_AGREEMENTS] = "room.side-agreements",
        [STEP_CLOSING] = "room.side-closing",
        [STEP_FEEDBACK] = "room.side-feedback",
    };
    Ui *ui = context->ui;
    if (!words[step->kind]) {
        return;
    }
    const Lead *lead = &context->game->lead;
    bool by_phone = step->kind == STEP_FEEDBACK && lead->uses_phones && !lead->uses_hands;
    room_right(context);
    ui_text(ui, tr(context, by_phone ? "room.side-feedback-phones" : words[step->kind]),
            room_style(ui, FONT_TEXT, 20, TOKEN_INK));
    if (step->kind == STEP_CLOSING) {
        passed_lines(context);
    }
    ui_close(ui);
}

void room_words(ScreenContext *context) {
    const PlanStep *step = lead_step(&context->game->lead);
    room_valley(context);
    room_columns_begin(context);
    title_card(context, step);
    if (step->kind == STEP_TALK || step->kind == STEP_PAUSE) {
        talk_card(context, step);
    } else {
        side_card(context, step);
    }
    room_columns_end(context);
    room_bar(context);
}
