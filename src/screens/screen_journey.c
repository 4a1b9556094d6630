/* SPDX-License-Identifier: MIT */
/* The journey's map (mock-up 08): eleven chapters along a path, and the one that is chosen. */
#include "journey_map.h"
#include "page_bar.h"

#include <stdio.h>

enum { MAP_LABEL_WIDTH = 290 };

bool journey_is_tower(int chapter) {
    return chapter >= (int)THEME_NAMING;
}

ChapterPlan journey_plan(const ScreenContext *context, int chapter) {
    return chapter_plan(context->world->chapters, chapter);
}

const char *journey_title(const ScreenContext *context, int chapter) {
    char key[48];
    ChapterPlan plan = journey_plan(context, chapter);
    if (plan.title[0]) {
        return plan.title;
    }
    snprintf(key, sizeof key, "theme.%s", theme_names[chapter]);
    return tr(context, key);
}

static const char *state_icon(const Journey *journey, int chapter) {
    if (!journey_is_open(journey, chapter)) {
        return "lock";
    }
    return journey->chapters[chapter].rounds > 0 ? "check" : journey_icon(chapter);
}

static void number_in_ring(Ui *ui, int chapter) {
    char number[12];
    snprintf(number, sizeof number, "%d", chapter + 1);
    ui_open(ui, &(UiBox){.min_width = 24,
                         .min_height = 24,
                         .pad_x = 3,
                         .main = UI_CENTER,
                         .cross = UI_CENTER,
                         .radius = 12,
                         .fill = fill_of(paint_of(TOKEN_PAPER3))});
    ui_text(ui, number, style_text(FONT_TEXT_BOLD, 14, TOKEN_INK));
    ui_close(ui);
}

static void label(ScreenContext *context, int chapter, bool is_chosen) {
    Ui *ui = context->ui;
    if (ui->text_scale > 1.3f) { /* in a list, away from its bridge */
        ui_icon(ui, state_icon(&context->game->journey, chapter), 18,
                paint_of(is_chosen ? TOKEN_MOSS : TOKEN_INK2));
    }
    number_in_ring(ui, chapter);
    UiStyle style = style_text(FONT_TEXT_BOLD, 15, TOKEN_INK);
    style.line_height = 1.2f;
    ui_text(ui, journey_title(context, chapter), style);
}

static bool chapter_chip(ScreenContext *context, int chapter, bool is_chosen) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, "chapter", chapter);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .cross = UI_CENTER,
                        .gap = 8,
                        .pad_x = 10,
                        .pad_y = 5,
                        .min_height = 36,
                        .radius = 18,
                        .shadow = 1,
                        .fill = fill_of(paint_of(TOKEN_PAPER)),
                        .border = paint_of(is_chosen ? TOKEN_P1 : TOKEN_LINE),
                        .border_width = is_chosen ? 3.0f : 1.0f});
    bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, 18, 0);
    label(context, chapter, is_chosen);
    ui_close(ui);
    return pressed;
}

static void choose(ScreenContext *context, int chapter) {
    context->memory->chapter = chapter + 1;
    context->ui->wants_frames = true;
}

/* The opening words first, if the chapter begins and has some. */
static void set_out(ScreenContext *context, int chapter) {
    const Chapter *at = &context->game->journey.chapters[chapter];
    if (!journey_is_open(&context->game->journey, chapter)) {
        return;
    }
    bool begins = at->cards == 0 || at->has_keystone;
    bool evening_waits = context->game->play.card && !context->game->play.in_chapter;
    if (begins && !evening_waits && journey_plan(context, chapter).opening[0]) {
        context->memory->shows_opening = true;
        context->ui->wants_frames = true;
    } else {
        emit(context, EV_WALK, 0, chapter);
    }
}

static bool is_way(const Ui *ui) {
    return ui_input_is(ui, INPUT_LEFT) || ui_input_is(ui, INPUT_RIGHT);
}

static bool is_move(const Ui *ui) {
    return is_way(ui) || ui_input_is(ui, INPUT_UP) || ui_input_is(ui, INPUT_DOWN) ||
           ui_input_is(ui, INPUT_NEXT) || ui_input_is(ui, INPUT_PREVIOUS);
}

/* Left and right walk from chapter to chapter along the path, wherever they lie on the screen. */
static int chip_ahead(const ScreenContext *context) {
    const Ui *ui = context->ui;
    int chip = context->memory->chip - 1;
    bool forward = ui_input_is(ui, INPUT_RIGHT) != ui->rtl;
    int next = chip + (forward ? 1 : -1);
    if (chip < 0 || !is_way(ui)) {
        return -1;
    }
    return next >= 0 && next < JOURNEY_CHAPTERS ? next : chip; /* the path ends there */
}

static void chip_at(ScreenContext *context, int chapter, int chosen, int ahead) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, "chapter", chapter);
    bool is_meant = ahead < 0 || ahead == chapter;
    if (ahead == chapter) {
        ui->focus = id;
    }
    if (chapter_chip(context, chapter, chapter == chosen)) {
        if (chapter == chosen) {
            set_out(context, chapter);
        } else {
            choose(context, chapter);
        }
    } else if (ui->focus == id && chapter != chosen && is_move(ui) && is_meant) {
        choose(context, chapter);
    }
    context->memory->chip = ui->focus == id && is_meant ? chapter + 1 : context->memory->chip;
}

static void chips_on_map(ScreenContext *context, int chosen) {
    Ui *ui = context->ui;
    int ahead = chip_ahead(context);
    context->memory->chip = 0;
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        Point spot = journey_spot(context, i);
        float x = ui->rtl ? ui->width - spot.x : spot.x;
        ui_open(ui, &(UiBox){.absolute = true,
                             .at_x = x - MAP_LABEL_WIDTH / 2,
                             .at_y = spot.y + 14,
                             .width = MAP_LABEL_WIDTH,
                             .cross = UI_CENTER});
        chip_at(context, i, chosen, ahead);
        ui_close(ui);
    }
}

/* Large text: the labels would lie on one another, so they become a list. */
static void chips_in_list(ScreenContext *context, int chosen) {
    Ui *ui = context->ui;
    UiBox box = ui_card(ui->width * 0.42f, 16);
    int ahead = chip_ahead(context);
    context->memory->chip = 0;
    box.absolute = true;
    box.at_x = 40;
    box.at_y = 130;
    box.height = ui->height - 160;
    box.gap = 10;
    box.scroll = true;
    ui_open_id(ui, ui_id(ui, "chapters", 0), &box);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .wrap = true, .gap = 10});
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        chip_at(context, i, chosen, ahead);
    }
    ui_close(ui);
    ui_close(ui);
}

/* --- The chosen one --------------------------------------------------------------------------- */

static const char *state_of(ScreenContext *context, int chosen) {
    const Journey *journey = &context->game->journey;
    const Chapter *chapter = &journey->chapters[chosen];
    char done[12], all[12];
    snprintf(done, sizeof done, "%d", chapter->place);
    bool is_begun = chapter->cards > 0 && !chapter->has_keystone;
    snprintf(all, sizeof all, "%d",
             is_begun ? chapter->cards : journey_plan(context, chosen).card_count);
    if (!journey_is_open(journey, chosen)) {
        return tr(context, "journey.locked");
    }
    if (journey_keystone_waits(journey, chosen)) {
        return tr(context, "journey.keystone-waits");
    }
    if (chapter->has_keystone) {
        return trn(context, "journey.lanterns", chapter->lanterns);
    }
    return tr2(context, "journey.stones", "done", done, "all", all);
}

static const char *walk_label(ScreenContext *context, int chosen) {
    const Game *game = context->game;
    const Chapter *chapter = &game->journey.chapters[chosen];
    if (game->play.card && !game->play.in_chapter) {
        return tr(context, "journey.first-today");
    }
    if (chapter->has_keystone) {
        return tr(context, "journey.again");
    }
    return tr(context, chapter->place > 0 || chapter->moments[0].card[0] ? "journey.walk-on"
                                                                         : "journey.set-out");
}

static void walk_button(ScreenContext *context, int chosen, bool stretch) {
    if (!journey_is_open(&context->game->journey, chosen)) {
        return;
    }
    if (ui_button_first(context->ui, "walk",
                        &(Button){.label = walk_label(context, chosen),
                                  .icon = stretch ? "footprints" : NULL,
                                  .key = stretch ? context->ui->prompts.confirm : NULL,
                                  .stretch = stretch})) {
        set_out(context, chosen);
    }
}

static void card_head(ScreenContext *context, int chosen) {
    Ui *ui = context->ui;
    char number[12], all[12];
    bool now = chosen == context->game->journey.now;
    snprintf(number, sizeof number, "%d", chosen + 1);
    snprintf(all, sizeof all, "%d", JOURNEY_CHAPTERS);
    ui_text(ui,
            tr2(context, now ? "journey.chapter-now" : "journey.chapter", "n", number, "all", all),
            style_text(FONT_TEXT_BOLD, 15, TOKEN_INK2));
    ui_text(ui, journey_title(context, chosen), style_display(26));
}

static void chapter_card(ScreenContext *context, int chosen) {
    Ui *ui = context->ui;
    bool is_large = ui->text_scale > 1.3f;
    ChapterPlan plan = journey_plan(context, chosen);
    UiBox box = ui_card(is_large ? ui->width * 0.5f : 408, is_large ? 24 : 22);
    box.absolute = true;
    box.anchor_x = 1;
    box.at_x = -40;
    box.at_y = is_large ? 130 : 20;
    box.max_height = ui->height - 160;
    box.scroll = is_large;
    box.gap = 4;
    ui_open_id(ui, ui_id(ui, "chosen", 0), &box);
    if (is_large) {
        card_head(context, chosen);
    } else {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 12});
        ui_open(ui, &(UiBox){.grow = 1, .gap = 2});
        card_head(context, chosen);
        ui_close(ui);
        walk_button(context, chosen, false);
        ui_close(ui);
    }
    if (plan.about[0]) {
        ui_text(ui, plan.about, style_text(FONT_TEXT, 16, TOKEN_INK));
    }
    ui_text(ui, state_of(context, chosen), style_text(FONT_TEXT_SEMI, 15, TOKEN_INK2));
    if (is_large) {
        ui_gap(ui, 4);
        walk_button(context, chosen, true);
    }
    ui_close(ui);
}

/* --- The first words of a chapter ------------------------------------------------------------- */

bool journey_close_opening(ScreenContext *context) {
    bool is_open = context->game->screen == SCREEN_JOURNEY && !context->game->overlay_count &&
                   context->memory->shows_opening;
    if (is_open) {
        context->memory->shows_opening = false;
        context->ui->wants_frames = true;
    }
    return is_open;
}

static void opening(ScreenContext *context, int chosen) {
    Ui *ui = context->ui;
    bool is_large = ui->text_scale > 1.3f;
    draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                    fill_of(paint_alpha(TOKEN_SCRIM, 0.45f)), (Paint){0}, 0);
    UiBox box = ui_card(is_large ? ui->width - 120 : 640, 32);
    box.absolute = true;
    box.anchor_x = box.anchor_y = 0.5f;
    box.max_height = ui->height - 40;
    box.scroll = true;
    box.gap = 12;
    ui_open_id(ui, ui_id(ui, "opening", 0), &box);
    card_head(context, chosen);
    ui_text(ui, journey_plan(context, chosen).opening, style_text(FONT_DISPLAY, 21, TOKEN_INK));
    ui_gap(ui, 6);
    if (ui_button_first(ui, "begin",
                        &(Button){.label = tr(context, "journey.begin"),
                                  .icon = "footprints",
                                  .key = ui->prompts.confirm,
                                  .stretch = true})) {
        context->memory->shows_opening = false;
        emit(context, EV_WALK, 0, chosen);
    }
    if (ui_button(ui, "not-yet",
                  &(Button){.label = tr(context, "journey.not-yet"),
                            .kind = BUTTON_LINK,
                            .stretch = true})) {
        journey_close_opening(context);
    }
    ui_close(ui);
}

static const char *about_journey(const ScreenContext *context) {
    const Journey *journey = &context->game->journey;
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        if (journey->chapters[i].rounds == 0) {
            return tr(context, "journey.sub");
        }
    }
    return tr(context, "journey.at-the-sea");
}

void screen_journey(ScreenContext *context) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    int chosen = memory->chapter ? memory->chapter - 1 : game_chapter(context->game);
    if (!memory->shows_opening) {
        journey_map_look(context);
    }
    journey_map_draw(context, chosen);
    if (memory->shows_opening) {
        opening(context, chosen);
        return;
    }
    if (ui_top_bar(ui, tr(context, "nav.journey"), about_journey(context),
                   tr(context, "nav.back"))) {
        emit(context, EV_BACK, 0, 0);
    }
    if (ui->text_scale > 1.3f) {
        chips_in_list(context, chosen);
    } else {
        chips_on_map(context, chosen);
    }
    chapter_card(context, chosen);
    page_bar(context);
}
