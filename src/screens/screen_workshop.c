/* SPDX-License-Identifier: MIT */
/* The wall of a workshop: which of its screens is on, and the leader's keys (screens-2.md 30). */
#include "room_parts.h"

static void show_step(ScreenContext *context, const PlanStep *step) {
    LeadPart part = lead_view(&context->game->lead).part;
    if (part == LEAD_PART_TOTALS || part == LEAD_PART_WHY) {
        room_results(context);
    } else if (step->kind == STEP_SCENE && part == LEAD_PART_READ) {
        room_scene(context);
    } else if (step->card || part == LEAD_PART_COUNT || part == LEAD_PART_ASK) {
        room_card(context);
    } else {
        room_words(context);
    }
}

void room_rehearsal_edge(ScreenContext *context) {
    enum { EDGE = 12, STRIPE = 26 };
    Ui *ui = context->ui;
    if (!context->game->lead.is_rehearsal || context->game->lead.place == LEAD_CHOOSING) {
        return;
    }
    path_begin(ui->list);
    for (float x = -STRIPE; x < ui->width; x += STRIPE * 2) {
        path_move(ui->list, x, EDGE);
        path_line(ui->list, x + EDGE, 0);
        path_line(ui->list, x + EDGE + STRIPE, 0);
        path_line(ui->list, x + STRIPE, EDGE);
        path_close(ui->list);
    }
    path_fill(ui->list, fill_of(paint_of(TOKEN_GOLD)));
    ui_open(ui, &(UiBox){.absolute = true, .anchor_x = 0.5f, .at_y = 6});
    ui_chip(ui, "drama", tr(context, "room.rehearsal"));
    ui_close(ui);
}

typedef struct LeadKey {
    char letter;
    LeadAct act;
    int amount;
} LeadKey;

static const LeadKey letters[] = {
    {'b', LEAD_BLANK, 0},  {'.', LEAD_BLANK, 0},   {'p', LEAD_PAUSE, 0}, {'h', LEAD_NAMES, 0},
    {'+', LEAD_MORE, 1},   {'-', LEAD_MORE, -1},   {'l', LEAD_LOCK, 0},  {'s', LEAD_SKIP, 0},
    {'n', LEAD_NOTES, 0},  {'t', LEAD_NUMBERS, 0}, {'c', LEAD_COUNTS, 0},
    {'m', LEAD_BY, 0},     {'d', LEAD_DESK, 1},
};

static void letter_key(ScreenContext *context, int letter) {
    if (letter >= '0' && letter <= '9') {
        room_act(context, LEAD_DIGIT, letter - '0');
    }
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (letters[i].letter == letter) {
            room_act(context, letters[i].act, letters[i].amount);
        }
    }
}

void room_keys(ScreenContext *context) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    bool is_led = lead->place == LEAD_RUNNING || lead->is_blank;
    if (!ui->input) {
        return;
    }
    InputKind kind = ui->input->kind;
    bool is_page = kind == INPUT_PAGE_DOWN || kind == INPUT_PAGE_UP;
    bool is_arrow = kind == INPUT_LEFT || kind == INPUT_RIGHT;
    if (lead->place == LEAD_CHOOSING) {
        if (kind == INPUT_BACK) {
            room_act(context, LEAD_LEAVE, 0); /* nothing has begun: straight home */
        }
        return;
    }
    if (is_page || (is_led && is_arrow)) {
        bool goes_on = kind == INPUT_PAGE_DOWN || kind == (ui->rtl ? INPUT_LEFT : INPUT_RIGHT);
        room_act(context, goes_on ? LEAD_NEXT : LEAD_BACK, 0);
    } else if (is_led && (kind == INPUT_UP || kind == INPUT_DOWN)) {
        const PlanStep *step = lead_step(lead);
        bool counts = lead_view(lead).part == LEAD_PART_COUNT;
        bool talks = step && (step->kind == STEP_TALK || step->kind == STEP_PAUSE);
        if (counts || talks) {
            room_act(context, LEAD_MORE, kind == INPUT_UP ? 1 : -1);
        }
    } else if (kind == INPUT_LETTER) {
        letter_key(context, ui->input->index);
    }
    if (context->has_event && context->event.kind == EV_LEAD && kind != INPUT_NEXT) {
        ui->focus = 0;
    }
}

void screen_workshop(ScreenContext *context) {
    const Lead *lead = &context->game->lead;
    const PlanStep *step = lead_step(lead);
    if (lead->is_blank || lead->paused_ms) {
        room_dark(context);
    } else if (step) {
        show_step(context, step);
    } else if (lead->place == LEAD_LOBBY) {
        room_lobby(context);
    } else if (lead->place == LEAD_OVER) {
        room_over(context);
    } else {
        room_choose(context);
    }
    room_rehearsal_edge(context);
    room_keys(context);
}
