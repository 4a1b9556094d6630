/* SPDX-License-Identifier: MIT */
/* While the phones answer (mock-up 30): how many are in, and never who. */
#include "room_parts.h"

#include <stdio.h>

enum { STONE_MS = 400, STONES_IN_A_ROW = 8, ROWS_MAX = 4 };

/* Stones fall one after the other, however fast the answers come, so that no tap on a phone can be
 * told from the wall (screens-2.md 30). */
static int stones_shown(ScreenContext *context) {
    ScreenMemory *memory = context->memory;
    Ui *ui = context->ui;
    const Phones *phones = &context->game->phones;
    int in = phones_in(phones);
    if (memory->room_question != phones->question) {
        memory->room_question = phones->question;
        memory->room_stones = 0;
        memory->room_stone_ms = ui->now_ms;
    }
    if (memory->room_stones > in) {
        memory->room_stones = in;
    }
    if (memory->room_stones < in && ui->now_ms - memory->room_stone_ms >= STONE_MS) {
        memory->room_stones++;
        memory->room_stone_ms = ui->now_ms;
    }
    ui->wants_ambient |= memory->room_stones < in;
    return memory->room_stones;
}

static void stone_rows(Ui *ui, int shown, int all) {
    int row_of =
        all > STONES_IN_A_ROW * ROWS_MAX ? (all + ROWS_MAX - 1) / ROWS_MAX : STONES_IN_A_ROW;
    float width = 380.0f / (float)row_of - 4;
    for (int from = 0; from < all; from += row_of) {
        int count = all - from < row_of ? all - from : row_of;
        int laid = shown - from < 0 ? 0 : shown - from > count ? count : shown - from;
        ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 4});
        if (laid > 0) {
            room_stones(ui, STONE_PLAIN, laid, width, 26);
        }
        if (laid < count) {
            room_stones(ui, STONE_OUTLINE, count - laid, width, 26);
        }
        ui_close(ui);
    }
}

static void count_in(ScreenContext *context) {
    Ui *ui = context->ui;
    int here = phones_here(&context->game->phones), shown = stones_shown(context);
    char in_text[12], all_text[12];
    if (here < LEAD_FEW) { /* each of so few would be somebody */
        ui_text(ui, tr(context, "room.coming-in"), room_display(ui, 34));
        return;
    }
    snprintf(in_text, sizeof in_text, "%d", shown);
    snprintf(all_text, sizeof all_text, "%d", here);
    ui_text(ui,
            shown == here ? tr(context, "room.all-in")
                          : tr2(context, "room.in", "in", in_text, "all", all_text),
            room_display(ui, 40));
    ui_text(ui, shown == here ? " " : trn(context, "room.still-thinking", here - shown),
            room_style(ui, FONT_TEXT, 18, TOKEN_INK2));
    stone_rows(ui, shown, here);
}

void room_way_note(ScreenContext *context) {
    const Lead *lead = &context->game->lead;
    const PlanStep *step = lead_step(lead);
    if (!step || plan_option_count(step) == 0) {
        return;
    }
    const char *key = !lead->uses_phones  ? "desk.way-hands"
                      : lead->uses_hands ? "desk.way-both"
                                         : "desk.way-phones";
    ui_text(context->ui, tr(context, key), style_text(FONT_TEXT_SEMI, 16, TOKEN_MOSS));
}

void room_asking(ScreenContext *context) {
    Ui *ui = context->ui;
    room_right(context);
    count_in(context);
    ui_gap(ui, 6);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 12});
    ui_icon(ui, "smartphone", 26, paint_of(TOKEN_MOSS));
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, "room.on-your-phone"), room_style(ui, FONT_TEXT_SEMI, 18, TOKEN_INK));
    ui_close(ui);
    ui_close(ui);
    if (context->game->lead.uses_hands) {
        ui_text(ui, tr(context, "room.hands-after"), room_style(ui, FONT_TEXT, 18, TOKEN_INK2));
    }
    if (!room_is_large(ui)) {
        room_talk_to_come(context);
    }
    ui_close(ui);
}
