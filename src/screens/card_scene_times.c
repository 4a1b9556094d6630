/* SPDX-License-Identifier: MIT */
/* After a scene: what one marked, what the author marked and what the other marked, line under
 * line, and the words of the line in focus. */
#include "card_scene_parts.h"

#include <stdio.h>

typedef struct Sign {
    SceneMark mark;
    bool filled, glows;
} Sign;

static void paint_sign(Ui *ui, Rect rect, const void *data) {
    const Sign *sign = data;
    float cx = rect.x + rect.w / 2, cy = rect.y + rect.h / 2;
    float r = (rect.w < rect.h ? rect.w : rect.h) / 2 - 1;
    DrawToken ink = sign->mark == SCENE_MARK_BID ? TOKEN_MOSS : TOKEN_SLATE;
    if (sign->glows) {
        draw_ellipse(ui->list, cx, cy, r * 1.6f, r * 1.6f, paint_alpha(TOKEN_GOLD, 0.35f));
        draw_ellipse(ui->list, cx, cy, r * 1.3f, r * 1.3f, paint_of(TOKEN_GOLD));
    }
    path_begin(ui->list);
    if (sign->mark == SCENE_MARK_BID) {
        path_add_ellipse(ui->list, cx, cy, r, r);
    } else {
        path_add_round_rect(ui->list, (Rect){cx - r * 0.86f, cy - r * 0.86f, r * 1.72f, r * 1.72f},
                            2);
    }
    Fill fill = sign->filled ? fill_of(paint_of(ink)) : fill_of(paint_of(TOKEN_PAPER));
    path_paint(ui->list, fill, paint_of(ink), 2.5f, 0, 0);
}

void scene_sign(Ui *ui, SceneMark mark, float size, bool filled, bool glows) {
    Sign sign = {mark, filled, glows};
    ui_custom(ui, &(UiBox){.width = size, .height = size}, paint_sign, &sign, sizeof sign);
}

/* What a player pressed at a line: found the mark there, or saw something of their own. */
typedef struct Cell {
    bool found[2];
    bool own[2][SCENE_MARK_COUNT];
    bool any;
} Cell;

static void fill_cells(const Play *play, Cell cells[CARD_LINES_MAX]) {
    const Card *card = play->card;
    for (int player = 0; player < 2; player++) {
        int hits[SCENE_PRESSES_MAX];
        const ScenePress *presses = play->show.presses[player];
        scene_match(card, presses, play->show.press_count[player], hits);
        for (int i = 0; i < play->show.press_count[player]; i++) {
            int line = hits[i] >= 0 ? hits[i] : scene_line_at(card, presses[i].at_ms);
            cells[line].any = true;
            if (hits[i] >= 0) {
                cells[line].found[player] = true;
            } else {
                cells[line].own[player][presses[i].mark] = true;
            }
        }
    }
    for (int i = 0; i < card->line_count; i++) {
        cells[i].any |= card->lines[i].mark < SCENE_MARK_COUNT;
    }
}

static void lane(Ui *ui, float height) {
    ui_open(ui, &(UiBox){.dir = UI_ROW, .height = height, .main = UI_CENTER, .cross = UI_CENTER,
                         .gap = 3});
}

static void player_lane(Ui *ui, const Cell *cell, const SceneLine *line, int player) {
    lane(ui, 30);
    if (cell->found[player]) {
        scene_sign(ui, line->mark, 20, true, cell->found[1 - player]);
    }
    for (int mark = 0; mark < SCENE_MARK_COUNT; mark++) {
        if (cell->own[player][mark]) {
            scene_sign(ui, (SceneMark)mark, 15, false, false);
        }
    }
    ui_close(ui);
}

/* The column of one line; it can be focused if there is something to see. */
static void line_column(ScreenContext *context, const Cell *cell, int index, int *shown) {
    Ui *ui = context->ui;
    const SceneLine *line = &context->game->play.card->lines[index];
    UiId id = ui_id(ui, "line", index);
    bool chosen = context->memory->scene_line == index;
    bool both = cell->found[0] && cell->found[1];
    ui_open_id(ui, id, &(UiBox){.grow = 1, .min_width = 10, .cross = UI_STRETCH, .radius = 10,
                                .pad_y = 4,
                                .fill = fill_of(chosen && cell->any ? paint_of(TOKEN_PAPER3)
                                                                    : (Paint){0})});
    if (cell->any) {
        bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, 10, 0);
        if (pressed || (ui->focus == id && ui_has_focus(ui, id))) {
            *shown = index;
        }
    }
    player_lane(ui, cell, line, 0);
    lane(ui, 34);
    if (line->mark < SCENE_MARK_COUNT) {
        scene_sign(ui, line->mark, 24, true, both);
    } else {
        ui_open(ui, &(UiBox){.width = 6, .height = 6, .radius = 3,
                             .fill = fill_of(paint_of(TOKEN_LINE))});
        ui_close(ui);
    }
    ui_close(ui);
    player_lane(ui, cell, line, 1);
    ui_close(ui);
}

static void lane_name(ScreenContext *context, int player, float height) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .height = height, .cross = UI_CENTER, .gap = 8});
    if (player) {
        ui_mark(ui, player, 11);
    } else {
        ui_icon(ui, "pen-line", 20, paint_of(TOKEN_INK2));
    }
    if (!card_is_large(context)) {
        UiStyle style = style_text(FONT_TEXT_SEMI, 15, TOKEN_INK);
        style.max_lines = 1;
        ui_text(ui, player ? player_name(context, player) : tr(context, "scene.author"), style);
    }
    ui_close(ui);
}

static void timelines(ScreenContext *context, const Cell cells[CARD_LINES_MAX]) {
    Ui *ui = context->ui;
    const Card *card = context->game->play.card;
    int shown = context->memory->scene_line;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 14, .cross = UI_STRETCH, .pad_x = 14, .pad_y = 6,
                         .radius = 18, .fill = fill_of(paint_of(TOKEN_PAPER2))});
    ui_open(ui, &(UiBox){.width = card_is_large(context) ? 30 : 120, .pad_y = 4});
    lane_name(context, 1, 30);
    lane_name(context, 0, 34);
    lane_name(context, 2, 30);
    ui_close(ui);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .grow = 1, .cross = UI_STRETCH});
    for (int i = 0; i < card->line_count; i++) {
        line_column(context, &cells[i], i, &shown);
    }
    ui_close(ui);
    ui_close(ui);
    context->memory->scene_line = shown;
}

static void seen_by(ScreenContext *context, const Cell *cell, const SceneLine *line) {
    Ui *ui = context->ui;
    bool both = cell->found[0] && cell->found[1];
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 8, .cross = UI_CENTER});
    if (line->mark < SCENE_MARK_COUNT) {
        scene_sign(ui, line->mark, 20, true, both);
        ui_text(ui, tr(context, line->mark == SCENE_MARK_BID ? "scene.bid" : "scene.turn-away"),
                style_text(FONT_TEXT_BOLD, 16, TOKEN_INK));
    }
    for (int player = 1; player <= 2; player++) {
        bool own = cell->own[player - 1][0] || cell->own[player - 1][1];
        bool told = line->mark == SCENE_MARK_COUNT ? own : cell->found[player - 1];
        if (told) {
            ui_mark(ui, player, 10);
        }
    }
    const char *key = both                               ? "scene.both-saw"
                      : line->mark == SCENE_MARK_COUNT   ? "scene.own-mark"
                      : cell->found[0] || cell->found[1] ? "scene.one-saw"
                                                         : "scene.none-saw";
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, key), style_text(FONT_TEXT, 15, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
}

/* The words of the line in focus, and what is in them. */
static void words(ScreenContext *context, const Cell cells[CARD_LINES_MAX]) {
    Ui *ui = context->ui;
    const Card *card = context->game->play.card;
    int index = context->memory->scene_line;
    const SceneLine *line = &card->lines[index];
    ui_open(ui, &(UiBox){.grow = 1, .min_width = 10, .gap = 5, .cross = UI_STRETCH});
    ui_text(ui,
            line->who == SCENE_PEOPLE
                ? tr1(context, "card.note", "note", line->text)
                : tr2(context, "scene.line", "name", card->people[line->who], "text", line->text),
            style_display(20));
    seen_by(context, &cells[index], line);
    if (line->why[0]) {
        ui_text(ui, line->why, style_body());
    }
    ui_close(ui);
}

static void what_both_saw(ScreenContext *context, const Cell cells[CARD_LINES_MAX]) {
    const Card *card = context->game->play.card;
    int both = 0, one = 0;
    for (int i = 0; i < card->line_count; i++) {
        both += cells[i].found[0] && cells[i].found[1];
        one += cells[i].found[0] != cells[i].found[1];
    }
    const char *text = both  ? trn(context, "scene.saw-both", both)
                       : one ? trn(context, "scene.saw-one", one)
                             : tr(context, "scene.saw-none");
    ui_text(context->ui, text, style_display(26));
}

static void foot(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    bool large = card_is_large(context);
    ui_open(ui, &(UiBox){.dir = large ? UI_COLUMN : UI_ROW, .gap = 24, .cross = UI_STRETCH});
    ui_open(ui, &(UiBox){.grow = large ? 0 : 1, .min_width = 10, .cross = UI_STRETCH});
    if (play->outcome.stones.bridge > 0) {
        reveal_stones_box(context, &play->outcome);
    }
    ui_close(ui);
    ui_open(ui, &(UiBox){.width = large ? 0 : 440, .main = UI_CENTER, .cross = UI_STRETCH});
    reveal_buttons(context, false);
    ui_close(ui);
    ui_close(ui);
}

void scene_times(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    const Card *card = play->card;
    Cell cells[CARD_LINES_MAX] = {0};
    fill_cells(play, cells);
    int *shown = &context->memory->scene_line;
    if (context->memory->scene_dealt_ms != play->dealt_ms || *shown >= card->line_count ||
        !cells[*shown].any) {
        context->memory->scene_dealt_ms = play->dealt_ms;
        *shown = 0;
        while (card->lines[*shown].mark == SCENE_MARK_COUNT) {
            (*shown)++;
        }
    }
    card_scenery(context);
    scene_bow(context);
    bool large = card_is_large(context);
    float top = large ? 72 + 34 * ui->text_scale : 318;
    ui_open_id(ui, ui_id(ui, "times", 0),
               &(UiBox){.absolute = true, .anchor_y = 1, .at_y = 32, .width = ui->width,
                        .min_height = ui->height - top + 32, .max_height = ui->height - top + 32,
                        .radius = 32, .pad_x = 40, .pad_top = 14, .pad_bottom = 40, .gap = 10,
                        .cross = UI_STRETCH, .scroll = true, .shadow = 2,
                        .fill = fill_of(paint_of(TOKEN_PAPER))});
    what_both_saw(context, cells);
    timelines(context, cells);
    ui_open(ui, &(UiBox){.dir = large ? UI_COLUMN : UI_ROW, .gap = 24, .cross = UI_STRETCH,
                         .grow = large ? 0 : 1});
    words(context, cells);
    ui_open(ui, &(UiBox){.width = large ? 0 : 440, .gap = 10, .cross = UI_STRETCH});
    ui_text(ui, card->talk, style_text(FONT_TEXT_BOLD, 18, TOKEN_P2));
    ui_text(ui, card->why, style_body());
    ui_close(ui);
    ui_close(ui);
    foot(context);
    ui_close(ui);
    card_frame(context, card->title, card_subtitle(context), true);
}
