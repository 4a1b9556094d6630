/* SPDX-License-Identifier: MIT */
/* The week (mock-up 28b): a chapter's seven small moments as days, with wall and bridge growing by
 * what the two answered. What was said is not kept, so that only its kind is told. */
#include "journey_parts.h"

#include <stdio.h>

enum { WEEK_STONES = 7, APPEAR_MS = 300, APART_MS = 440 };

typedef struct DayLook {
    const char *icon, *key;
    DrawToken fill, ink;
} DayLook;

static const DayLook day_looks[MOMENT_KIND_COUNT] = {
    [MOMENT_OPEN] = {"moon", "week-of.quiet", TOKEN_PAPER2, TOKEN_INK2},
    [MOMENT_QUIET] = {"moon", "week-of.quiet", TOKEN_PAPER2, TOKEN_INK2},
    [MOMENT_ROCKED] = {"waves", "week-of.rocked", TOKEN_PAPER2, TOKEN_INK2},
    [MOMENT_BRIDGE] = {"bridge", "week-of.bridge", TOKEN_MOSS_SOFT, TOKEN_MOSS},
    [MOMENT_WALL] = {"brick-wall", "week-of.wall", TOKEN_SLATE_SOFT, TOKEN_SLATE},
    [MOMENT_MENDED] = {"undo-2", "week-of.mended", TOKEN_MOSS_SOFT, TOKEN_MOSS},
};

static const Moment *moment_of(const ScreenContext *context, int day) {
    const Game *game = context->game;
    const Chapter *chapter = &game->journey.chapters[game_chapter(game)];
    int cards = chapter->cards > 0 ? chapter->cards : JOURNEY_CARDS;
    return &chapter->moments[journey_place_of_day(cards, day)];
}

static float appeared(ScreenContext *context, int day) {
    Ui *ui = context->ui;
    return ui_progress(ui, ui_id(ui, "day", day), day * APART_MS, APPEAR_MS, true);
}

/* How wall and arch stood on the evening of that day. */
typedef struct Stand {
    int wall, bridge;
} Stand;

static Stand stand_on(const ScreenContext *context, int day) {
    Stand stand = {0};
    for (int i = 0; i <= day; i++) {
        MomentKind kind = moment_of(context, i)->kind;
        bool builds = kind == MOMENT_BRIDGE || kind == MOMENT_MENDED;
        stand.wall += kind == MOMENT_WALL;
        stand.wall -= builds && stand.wall > 0;
        stand.bridge += builds;
    }
    return stand;
}

static void scenery(ScreenContext *context) {
    Ui *ui = context->ui;
    float gy = ui->height - 150;
    Valley valley = {.cx = ui->width * 2, /* its stream would cross the path */
                     .gy = ui->height + 60,
                     .half = 1,
                     .hz = gy - 180,
                     .sun_x = ui->width - 180,
                     .seed = 4,
                     .season = context->season};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    path_begin(ui->list);
    path_move(ui->list, 0, gy + 14);
    path_quad(ui->list, ui->width / 2, gy - 8, ui->width, gy + 10);
    path_stroke(ui->list, paint_of(TOKEN_PATH), 40, 0, 0);
    draw_still_end(ui->list);
    float step = (ui->width - 80) / JOURNEY_WEEK;
    for (int day = 0; day < JOURNEY_WEEK; day++) {
        if (appeared(context, day) <= 0) {
            continue;
        }
        Stand stand = stand_on(context, day);
        float along = 40 + step * ((float)day + 0.5f);
        float x = ui->rtl ? ui->width - along : along;
        valley_wall(ui, x - 82, gy + 8, stand.wall, 0.4f, false, false);
        draw_ellipse(ui->list, x + 14, gy + 6, 62, 13, paint_of(TOKEN_WATER1));
        Arch arch = {.cx = x + 14,
                     .base_y = gy + 4,
                     .half = 36,
                     .rise = 30,
                     .thick = 16,
                     .count = WEEK_STONES,
                     .built = stand.bridge,
                     .glowing = -1};
        valley_small_arch(ui, &arch);
    }
}

static void day_card(ScreenContext *context, int day, float width) {
    Ui *ui = context->ui;
    const Moment *moment = moment_of(context, day);
    const DayLook *look = &day_looks[moment->kind];
    const Card *card = card_find(context->world->cards, moment->card);
    bool is_quiet = moment->kind <= MOMENT_QUIET;
    char key[24];
    snprintf(key, sizeof key, "week-of.day.%d", day + 1);
    UiBox box = ui_card(width, 14);
    box.gap = 8;
    box.grow = width > 0 ? 0.0f : 1.0f;
    box.min_height = 196;
    float shown = appeared(context, day);
    /* Never quite away: its letters are to be drawn early, not one day after the other. */
    box.alpha_off = (uint8_t)(254 - (int)(254 * shown));
    ui_open_id(ui, ui_id(ui, "day-card", day), &box);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .main = UI_BETWEEN});
    ui_text(ui, tr(context, key), style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    ui_open(ui, &(UiBox){.width = 36,
                         .height = 36,
                         .main = UI_CENTER,
                         .cross = UI_CENTER,
                         .radius = 18,
                         .fill = fill_of(paint_of(look->fill))});
    ui_icon(ui, look->icon, 20, paint_of(look->ink));
    ui_close(ui);
    ui_close(ui);
    ui_text(ui, card && !is_quiet ? card->title : tr(context, "week-of.no-word"),
            style_text(FONT_DISPLAY, 18, is_quiet ? TOKEN_INK2 : TOKEN_INK));
    ui_spring(ui);
    ui_text(ui, tr(context, look->key), style_text(FONT_TEXT_BOLD, 15, look->ink));
    ui_close(ui);
}

/* Ends on the best of the week, whatever else was in it. */
static const char *meaning(ScreenContext *context) {
    Stand end = stand_on(context, JOURNEY_WEEK - 1);
    int walls = 0;
    for (int day = 0; day < JOURNEY_WEEK; day++) {
        walls += moment_of(context, day)->kind == MOMENT_WALL;
    }
    if (end.bridge == 0) {
        return tr(context, "week-of.quiet-week");
    }
    return walls > 0 ? trn(context, "week-of.one-take", walls)
                     : trn(context, "week-of.all-kind", end.bridge);
}

static void ending(ScreenContext *context, float width) {
    Ui *ui = context->ui;
    UiBox box = ui_card(width, 18);
    box.gap = 2;
    ui_open_id(ui, ui_id(ui, "meaning", 0), &box);
    ui_text(ui, meaning(context), style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    ui_text(ui, tr(context, "week-of.ask"), style_text(FONT_TEXT, 15, TOKEN_INK2));
    ui_close(ui);
    if (ui_button_first(ui, "to-path",
                        &(Button){.label = tr(context, "week-of.to-path"),
                                  .icon = "footprints",
                                  .key = ui->prompts.confirm,
                                  .size = 19,
                                  .height = 56})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
}

static void headings(ScreenContext *context, float width) {
    Ui *ui = context->ui;
    char number[12];
    snprintf(number, sizeof number, "%d", game_chapter(context->game) + 1);
    UiBox box = ui_card(width, 18);
    box.gap = 2;
    ui_open_id(ui, ui_id(ui, "title", 0), &box);
    ui_text(ui, tr(context, "week-of.title"), style_display(28));
    ui_text(ui, tr1(context, "week-of.sub", "n", number), style_text(FONT_TEXT, 15, TOKEN_INK2));
    ui_close(ui);
}

static void in_a_column(ScreenContext *context) {
    Ui *ui = context->ui;
    float width = ui->width - 120;
    ui_open_id(ui, ui_id(ui, "column", 0),
               &(UiBox){.absolute = true,
                        .anchor_x = 0.5f,
                        .at_y = 16,
                        .width = width,
                        .height = ui->height - 32,
                        .scroll = true,
                        .gap = 14});
    headings(context, width);
    for (int day = 0; day < JOURNEY_WEEK; day++) {
        day_card(context, day, width);
    }
    ending(context, width);
    ui_close(ui);
}

static void in_a_row(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.absolute = true, .at_x = 40, .at_y = 24});
    headings(context, 520);
    ui_close(ui);
    ui_open(ui, &(UiBox){.absolute = true,
                         .at_x = 40,
                         .at_y = 126,
                         .width = ui->width - 80,
                         .dir = UI_ROW,
                         .cross = UI_STRETCH,
                         .gap = 13});
    float width = (ui->width - 80 - 13 * (JOURNEY_WEEK - 1)) / JOURNEY_WEEK;
    for (int day = 0; day < JOURNEY_WEEK; day++) {
        day_card(context, day, width);
    }
    ui_close(ui);
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_y = 1,
                         .at_x = 40,
                         .at_y = -20,
                         .width = ui->width - 80,
                         .dir = UI_ROW,
                         .cross = UI_CENTER,
                         .main = UI_BETWEEN});
    ending(context, ui->width * 0.55f);
    ui_close(ui);
}

void screen_week(ScreenContext *context) {
    scenery(context);
    if (context->ui->text_scale > 1.3f) {
        in_a_column(context);
    } else {
        in_a_row(context);
    }
}
