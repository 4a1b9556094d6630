/* SPDX-License-Identifier: MIT */
/* How the room answered (mock-up 13): outlines of the first instinct, stones after talking; then
 * what was heard. Numbers from five answers up only. */
#include "room_parts.h"

#include <stdio.h>
#include <string.h>

enum { STONES_AFTER_MS = 900, ROW_MS = 80, STONE_W = 38, STONE_H = 17 };
enum { LONG_QUESTION = 110 }; /* bytes; from here on smaller, so that all four rows are in sight */

typedef struct Totals {
    int counts[LEAD_TAKES][PLAN_OPTIONS_MAX];
    bool has[LEAD_TAKES];   /* taken */
    bool shows[LEAD_TAKES]; /* ... and may be shown */
} Totals;

static Totals totals_of(const Lead *lead) {
    Totals totals;
    for (int i = 0; i < LEAD_TAKES; i++) {
        totals.has[i] = lead_take(lead, lead->step, i, totals.counts[i]);
        totals.shows[i] =
            totals.has[i] && lead_may_show(totals.counts[i]) && !lead->hides_numbers;
    }
    return totals;
}

static void side_disc(ScreenContext *context, OptionSide side, int option, bool gives_away) {
    Ui *ui = context->ui;
    float size = 34 * room_factor(ui);
    bool has_icon = gives_away && side != SIDE_OPEN;
    DrawToken fill = !has_icon            ? TOKEN_PAPER2
                     : side == SIDE_BRIDGE ? TOKEN_MOSS_SOFT
                                           : TOKEN_SLATE_SOFT;
    ui_open(ui, &(UiBox){.width = size,
                         .height = size,
                         .main = UI_CENTER,
                         .cross = UI_CENTER,
                         .radius = size / 2,
                         .fill = fill_of(paint_of(fill))});
    if (has_icon) {
        const char *icon = side == SIDE_BRIDGE ? "bridge" : side == SIDE_HALF ? "rotate-cw"
                                                                              : "brick-wall";
        ui_icon(ui, icon, 20,
                paint_of(side == SIDE_BRIDGE ? TOKEN_MOSS : TOKEN_SLATE));
    } else {
        char letter[2] = {(char)('A' + option), '\0'};
        ui_text(ui, letter, style_centred(room_display(ui, 20)));
    }
    ui_close(ui);
}

static void stones_row(ScreenContext *context, RoomStone kind, int count) {
    Ui *ui = context->ui;
    char number[12];
    snprintf(number, sizeof number, "%d", count);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8, .min_height = 20});
    if (count > 0) {
        room_stones(ui, kind, count, STONE_W, STONE_H);
    }
    ui_text(ui, count > 0 ? number : tr(context, "room.nobody"),
            room_style(ui, FONT_TEXT_SEMI, 16.7f, TOKEN_INK));
    ui_close(ui);
}

static void option_row(ScreenContext *context, const PlanStep *step, const Totals *totals,
                       int option) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    bool gives_away = lead_gives_away(lead);
    bool is_why = lead_view(lead).part == LEAD_PART_WHY;
    OptionSide side = plan_option_side(step, option);
    RoomStone kind = !gives_away || side == SIDE_OPEN || side == SIDE_HALF ? STONE_PLAIN
                     : side == SIDE_BRIDGE                               ? STONE_BRIDGE
                                                                         : STONE_WALL;
    int after_ms = ui->calm ? 0 : STONES_AFTER_MS + option * ROW_MS;
    bool fell = ui_progress(ui, ui_id(ui, "fell", lead->step * 8 + option), after_ms, 1, true) >= 1;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 14});
    side_disc(context, side, option, gives_away);
    ui_open(ui, &(UiBox){.grow = 1, .gap = 2, .cross = UI_STRETCH});
    ui_text(ui, room_option(context, step, option),
            room_style(ui, FONT_TEXT_SEMI, 18, TOKEN_INK));
    if (is_why) {
        const char *heard = room_option_why(context, step, option);
        if (heard[0]) {
            ui_text(ui, tr1(context, "room.heard", "line", heard),
                    room_style(ui, FONT_TEXT, 18, TOKEN_INK2));
        }
    } else {
        if (totals->shows[0]) {
            stones_row(context, STONE_OUTLINE, totals->counts[0][option]);
        }
        if (totals->shows[1]) {
            stones_row(context, kind, fell ? totals->counts[1][option] : 0);
        }
    }
    ui_close(ui);
    ui_close(ui);
}

static void legend(ScreenContext *context, const Totals *totals) {
    Ui *ui = context->ui;
    static const char *const keys[LEAD_TAKES] = {"room.first", "room.after"};
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 24, .wrap = true});
    for (int i = 0; i < LEAD_TAKES; i++) {
        if (totals->shows[i]) {
            ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8});
            room_stones(ui, i == 0 ? STONE_OUTLINE : STONE_BRIDGE, 1, 24, 14);
            ui_text(ui, tr(context, keys[i]), room_style(ui, FONT_TEXT, 16.7f, TOKEN_INK));
            ui_close(ui);
        }
    }
    ui_close(ui);
}

/* One sentence of what it means; never who. */
static const char *meaning(ScreenContext *context, const PlanStep *step, const Totals *totals) {
    const Lead *lead = &context->game->lead;
    if (lead_view(lead).part == LEAD_PART_WHY) {
        return room_why(context, step);
    }
    if (!totals->shows[0] && !totals->shows[1]) {
        return tr(context, "room.enough");
    }
    if (!totals->has[1]) {
        return tr(context, step->comes_again ? "room.see-again" : "room.as-answered");
    }
    int moved = lead_moved(lead, lead->step);
    return moved > 0 ? trn(context, "room.moved", moved) : tr(context, "room.steady");
}

static void meaning_band(ScreenContext *context, const char *text) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 12,
                         .pad_x = 14,
                         .pad_y = 10,
                         .radius = 16,
                         .fill = fill_of(paint_of(TOKEN_MOSS_SOFT))});
    ui_icon(ui, "sparkles", 24, paint_of(TOKEN_MOSS));
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, text, room_style(ui, FONT_TEXT_SEMI, 18.7f, TOKEN_INK));
    ui_close(ui);
    ui_close(ui);
}

/* The best piece of each row: an example, not the answer. */
static void reworded(ScreenContext *context, const Card *card) {
    Ui *ui = context->ui;
    for (int part = 0; part < PART_COUNT; part++) {
        const Chunk *best = NULL;
        for (int i = 0; i < card->chunk_count; i++) {
            const Chunk *chunk = &card->chunks[i];
            bool fits = (int)chunk->part == part && (!best || chunk->turn > best->turn);
            best = fits ? chunk : best;
        }
        if (best) {
            ui_text(ui, best->text, room_style(ui, FONT_TEXT_SEMI, 21, TOKEN_INK));
        }
    }
}

static void bridge_card(ScreenContext *context) {
    Ui *ui = context->ui;
    char laid[12], all[12];
    int stones = lead_stones(&context->game->lead);
    snprintf(laid, sizeof laid, "%d", stones);
    snprintf(all, sizeof all, "%d", LEAD_STONES);
    room_right(context);
    ui_text(ui, tr2(context, "room.bridge", "laid", laid, "all", all), room_display(ui, 26.7f));
    ui_text(ui, tr(context, "room.bridge-more"), room_style(ui, FONT_TEXT, 18, TOKEN_INK2));
    ui_close(ui);
}

void room_results(ScreenContext *context) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    const PlanStep *step = lead_step(lead);
    Totals totals = totals_of(lead);
    room_valley(context);
    room_columns_begin(context);
    room_left(context);
    ui_text(ui, room_heading(context, step, NULL), room_style(ui, FONT_TEXT_SEMI, 18, TOKEN_INK2));
    const char *question = room_question(context, step);
    bool is_long = strlen(question) > LONG_QUESTION;
    ui_text(ui, question, room_display(ui, is_long ? 19 : 27));
    if (lead_view(lead).part == LEAD_PART_TOTALS) {
        legend(context, &totals);
    }
    for (int i = 0; i < plan_option_count(step); i++) {
        option_row(context, step, &totals, i);
    }
    if (step->card->kind == CARD_REWORD) {
        reworded(context, step->card);
    }
    ui_spring(ui);
    meaning_band(context, meaning(context, step, &totals));
    ui_close(ui);
    bridge_card(context);
    room_columns_end(context);
    room_bar(context);
}
