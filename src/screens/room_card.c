/* SPDX-License-Identifier: MIT */
/* The question (mock-up 30), and counting raised hands (31). */
#include "room_parts.h"

#include <stdio.h>

static bool is_counting(const Lead *lead) {
    return lead_view(lead).part == LEAD_PART_COUNT;
}

static void letter_disc(ScreenContext *context, int option, bool is_lit) {
    Ui *ui = context->ui;
    float side = 36 * room_factor(ui);
    char letter[2] = {(char)('A' + option), '\0'};
    ui_open(ui, &(UiBox){.width = side,
                         .height = side,
                         .main = UI_CENTER,
                         .cross = UI_CENTER,
                         .radius = side / 2,
                         .border = paint_of(is_lit ? TOKEN_MOSS : TOKEN_LINE),
                         .border_width = 2,
                         .fill = fill_of(paint_of(is_lit ? TOKEN_MOSS : TOKEN_PAPER))});
    UiStyle style = room_display(ui, 23);
    style.paint = paint_of(is_lit ? TOKEN_ON_BUTTON : TOKEN_INK);
    ui_text(ui, letter, style_centred(style));
    ui_close(ui);
}

/* What stands below an answer while hands are counted. */
static void count_line(ScreenContext *context, int option) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    int at = lead_view(lead).shown, hands = lead->hands[lead->step][option];
    UiStyle quiet = room_style(ui, FONT_TEXT, 17, TOKEN_INK2);
    if (option > at) {
        ui_text(ui, tr(context, option == at + 1 ? "room.next" : "room.later"), quiet);
    } else if (!lead->shows_counts) {
        ui_text(ui, tr(context, option < at ? "room.counted" : "room.counting"), quiet);
    } else {
        char number[12];
        snprintf(number, sizeof number, "%d", hands);
        ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .main = UI_BETWEEN});
        room_stones(ui, STONE_PLAIN, hands, 34, 19);
        ui_text(ui, number, room_display(ui, 30));
        ui_close(ui);
    }
}

static void answer_row(ScreenContext *context, const PlanStep *step, int option) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    LeadView view = lead_view(lead);
    bool counting = view.part == LEAD_PART_COUNT;
    bool is_lit = counting && view.shown == option;
    bool is_there = view.part != LEAD_PART_READ || option < view.shown;
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 14,
                         .pad_x = 14,
                         .pad_y = counting ? 8 : 12,
                         .min_height = counting ? 72 : 64,
                         .radius = 18,
                         .alpha_off = is_there ? 0 : 255,
                         .fill = fill_of(paint_of(is_lit ? TOKEN_MOSS_SOFT : TOKEN_PAPER2)),
                         .border = paint_of(is_lit ? TOKEN_MOSS : TOKEN_LINE),
                         .border_width = is_lit ? 3.0f : 1.5f});
    letter_disc(context, option, is_lit);
    ui_open(ui, &(UiBox){.grow = 1, .gap = 4, .cross = UI_STRETCH});
    ui_text(ui, room_option(context, step, option),
            room_style(ui, FONT_TEXT_SEMI, counting ? 19 : 21, TOKEN_INK));
    if (counting) {
        count_line(context, option);
    }
    ui_close(ui);
    ui_close(ui);
}

/* A card without answers: the pairs do it. */
static void shown_card(ScreenContext *context, const PlanStep *step) {
    Ui *ui = context->ui;
    static const char *const parts[PART_COUNT] = {"room.part-happened", "room.part-feel",
                                                  "room.part-need", "room.part-request"};
    if (step->card->kind == CARD_REWORD) {
        for (int part = 0; part < PART_COUNT; part++) {
            ui_text(ui, tr(context, parts[part]), room_style(ui, FONT_TEXT, 21, TOKEN_INK));
        }
    } else if (step->card->kind == CARD_OWN_WORDS) {
        ui_text(ui, tr(context, "room.own-words"), room_style(ui, FONT_TEXT, 21, TOKEN_INK));
        ui_text(ui, step->card->hint, room_style(ui, FONT_TEXT, 19, TOKEN_INK2));
    }
}

static void question_card(ScreenContext *context, const PlanStep *step) {
    Ui *ui = context->ui;
    int options = plan_option_count(step);
    bool again = step->kind == STEP_AGAIN;
    room_left(context);
    ui_text(ui, room_heading(context, step, again ? "room.after" : "room.first"),
            room_style(ui, FONT_TEXT_SEMI, 18, TOKEN_INK2));
    ui_text(ui, room_question(context, step), room_display(ui, options ? 28 : 32));
    ui_gap(ui, 2);
    for (int i = 0; i < options; i++) {
        answer_row(context, step, i);
    }
    if (step->card && !options) {
        shown_card(context, step);
    }
    ui_close(ui);
}

static void hands_up(ScreenContext *context, const PlanStep *step) {
    Ui *ui = context->ui;
    char letter[2] = {(char)('A' + lead_view(&context->game->lead).shown), '\0'};
    const char *wish = step->kind == STEP_FEEDBACK ? "room.honest"
                       : step->kind == STEP_AGAIN  ? "room.love"
                                                   : "room.really";
    room_right(context);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 16});
    ui_icon(ui, "hand", 40, paint_of(TOKEN_MOSS));
    ui_open(ui, &(UiBox){.grow = 1, .gap = 4});
    ui_text(ui, tr1(context, "room.hands-up", "letter", letter), room_display(ui, 40));
    ui_text(ui, tr(context, wish), room_style(ui, FONT_TEXT, 18, TOKEN_INK2));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8});
    ui_icon(ui, "eye-off", 20, paint_of(TOKEN_INK));
    ui_text(ui, tr(context, "room.eyes-closed"), room_style(ui, FONT_TEXT_SEMI, 18, TOKEN_INK));
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
}

void room_talk_to_come(ScreenContext *context) {
    enum { SUN_W = 150, SUN_H = 44, HALF_WAY = 560 };
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    int next = lead->step + 1;
    if (next >= lead->plan->step_count || lead->plan->steps[next].kind != STEP_TALK) {
        return;
    }
    ui_gap(ui, 8);
    ui_rule(ui, 5);
    ui_gap(ui, 8);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 22});
    room_sun(ui, SUN_W, SUN_H, HALF_WAY);
    ui_open(ui, &(UiBox){.grow = 1, .gap = 2});
    ui_text(ui, tr(context, "room.then-talk"), room_style(ui, FONT_TEXT_SEMI, 19, TOKEN_INK));
    ui_text(ui, trn(context, "room.no-bell", lead_minutes(lead, next)),
            room_style(ui, FONT_TEXT, 17, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
}

static void reading(ScreenContext *context, const PlanStep *step) {
    Ui *ui = context->ui;
    room_right(context);
    const char *before = room_before(context, step);
    if (before[0]) {
        ui_text(ui, before, room_style(ui, FONT_TEXT, 19, TOKEN_INK));
        ui_gap(ui, 4);
    }
    bool is_asked = plan_option_count(step) > 0;
    ui_text(ui, tr(context, is_asked ? "room.listen" : "room.in-pairs"),
            room_style(ui, FONT_TEXT_SEMI, 18, TOKEN_INK));
    room_talk_to_come(context);
    ui_close(ui);
}

/* The number is the leader's, for eyes that are open; the stones come after the last answer. */
static void count_keys(ScreenContext *context) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    char number[12];
    snprintf(number, sizeof number, "%d", lead->hands[lead->step][lead_view(lead).shown]);
    bool large = room_is_large(ui); /* then the panels reach to the bar, and it goes beside it */
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_x = large ? 0.0f : 1.0f,
                         .anchor_y = 1,
                         .at_x = large ? ROOM_MARGIN : -ROOM_MARGIN,
                         .at_y = large ? -10.0f : -98.0f,
                         .dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 18,
                         .pad_x = 22,
                         .pad_y = 8,
                         .radius = 30,
                         .shadow = 1,
                         .fill = fill_of(paint_of(TOKEN_PAPER))});
    ui_text(ui, tr1(context, "room.so-far", "n", number),
            room_style(ui, FONT_TEXT_SEMI, 16, TOKEN_INK));
    room_key(context, "^", "room.one-more", LEAD_MORE, 1);
    room_key(context, "v", "room.one-fewer", LEAD_MORE, -1);
    room_key(context, "B", "room.blank", LEAD_BLANK, 0);
    ui_close(ui);
}

void room_card(ScreenContext *context) {
    const Lead *lead = &context->game->lead;
    const PlanStep *step = lead_step(lead);
    room_valley(context);
    room_columns_begin(context);
    bool asks = lead_view(lead).part == LEAD_PART_ASK;
    if (asks && room_is_large(context->ui)) {
        room_asking(context); /* how many are in must not lie below the edge */
        asks = false;
    }
    question_card(context, step);
    if (is_counting(lead)) {
        hands_up(context, step);
    } else if (asks) {
        room_asking(context);
    } else if (lead_view(lead).part != LEAD_PART_ASK) {
        reading(context, step);
    }
    room_columns_end(context);
    if (is_counting(lead)) {
        count_keys(context);
    }
    room_bar(context);
}
