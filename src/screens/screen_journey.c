/* SPDX-License-Identifier: MIT */
/* The journey's map (mock-up 08): eleven chapters along a path, and the one that is chosen. */
#include "journey_parts.h"

#include <stdio.h>

enum { MAP_STONES = 9, MAP_LABEL_WIDTH = 290 };

/* Where the chapters stand, on a canvas of 1280x720; towers end the path. */
static const Point chapter_spots[JOURNEY_CHAPTERS] = {
    {130, 572}, {320, 498}, {520, 568}, {727, 498}, {930, 566}, {1128, 470},
    {975, 358}, {760, 320}, {560, 362}, {340, 314}, {140, 348},
};

static const char *const chapter_icons[JOURNEY_CHAPTERS] = {
    "mail",       "lightbulb", "utensils",  "hand", "smartphone",
    "calendar-x", "drama",     "handshake", "ear",  "message-circle-heart",
    "hand-heart",
};

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

static Point spot_of(const Ui *ui, int chapter) {
    Point spot = chapter_spots[chapter];
    float x = spot.x * ui->width / 1280;
    return (Point){ui->rtl ? ui->width - x : x, ui->height - 720 + spot.y};
}

/* --- The landscape ---------------------------------------------------------------------------- */

static void path_through(Ui *ui, float drop) {
    Point from = spot_of(ui, 0);
    float edge = from.x < ui->width / 2 ? 0 : ui->width;
    path_begin(ui->list);
    path_move(ui->list, edge, from.y + 34 + drop);
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        Point to = spot_of(ui, i), next = spot_of(ui, i < JOURNEY_CHAPTERS - 1 ? i + 1 : i);
        path_quad(ui->list, to.x, to.y + drop, (to.x + next.x) / 2, (to.y + next.y) / 2 + drop);
    }
    path_line(ui->list, edge, spot_of(ui, JOURNEY_CHAPTERS - 1).y - 54 + drop);
}

static void path_and_shadow(Ui *ui) {
    path_through(ui, 10);
    path_stroke(ui->list, paint_alpha(TOKEN_SHADOW, 0.25f), 34, 0, 0);
    path_through(ui, 0);
    path_stroke(ui->list, paint_of(TOKEN_PATH), 34, 0, 0);
    path_through(ui, 2);
    path_stroke(ui->list, paint_mix(TOKEN_PATH, TOKEN_WOOD, 0.45f), 3, 2, 18);
}

static void tower(Ui *ui, Point at, bool is_done) {
    float top = at.y - 62;
    draw_ellipse(ui->list, at.x, at.y, 32, 7, paint_alpha(TOKEN_SHADOW, 0.35f));
    path_begin(ui->list);
    path_move(ui->list, at.x - 17, at.y);
    path_line(ui->list, at.x - 13, top);
    path_line(ui->list, at.x + 13, top);
    path_line(ui->list, at.x + 17, at.y);
    path_close(ui->list);
    path_paint(ui->list, fill_of(paint_of(is_done ? TOKEN_STONE2 : TOKEN_STONE0)),
               paint_mix(TOKEN_STONE4, TOKEN_SHADOW, 0.25f), 1, is_done ? 0 : 5, 5);
    draw_round_rect(ui->list, (Rect){at.x - 15, top - 40, 30, 40}, 3,
                    fill_of(paint_of(is_done ? TOKEN_STONE1 : TOKEN_STONE0)),
                    paint_mix(TOKEN_STONE4, TOKEN_SHADOW, 0.25f), 1);
    draw_round_rect(ui->list, (Rect){at.x - 6, top - 28, 12, 18}, 6,
                    fill_of(paint_of(is_done ? TOKEN_GOLD : TOKEN_SLATE)), paint_of(TOKEN_NONE), 0);
    path_begin(ui->list);
    path_move(ui->list, at.x - 21, top - 38);
    path_line(ui->list, at.x, top - 60);
    path_line(ui->list, at.x + 21, top - 38);
    path_close(ui->list);
    path_fill(ui->list, fill_of(paint_of(TOKEN_P1)));
}

static void bridge(Ui *ui, Point at, const Chapter *chapter) {
    draw_ellipse(ui->list, at.x, at.y + 2, 64, 14, paint_of(TOKEN_WATER1));
    bool is_whole = chapter->rounds > 0 && chapter->place == 0;
    Arch arch = {.cx = at.x,
                 .base_y = at.y,
                 .half = 40,
                 .rise = 32,
                 .thick = 16,
                 .count = MAP_STONES,
                 .built = is_whole ? MAP_STONES : chapter->place,
                 .glowing = -1};
    valley_small_arch(ui, &arch);
}

static void lanterns(Ui *ui, Point at, const Chapter *chapter) {
    for (int i = 0; i < JOURNEY_LANTERNS && chapter->rounds > 0; i++) {
        valley_lantern(ui, at.x + 56 + (float)i * 20, at.y + 6, 0.34f,
                       i < chapter->lanterns ? LANTERN_LIT : LANTERN_UNLIT);
    }
}

static void figures(ScreenContext *context, int chapter) {
    Point at = spot_of(context->ui, chapter);
    for (int player = 1; player <= 2; player++) {
        float side = at.x > 120 ? -1.0f : 1.0f;
        DrawPerson drawn = {.person = player_person(context, player),
                            .face = PERSON_HAPPY,
                            .face_mix = 1,
                            .pose = POSE_STAND,
                            .full_figure = true,
                            .mirrored = player == 2,
                            .at = {at.x + side * (118.0f - (float)player * 40), at.y + 8},
                            .scale = 96,
                            .alpha = 255};
        draw_person(context->ui->list, &drawn);
    }
}

static void landscape(ScreenContext *context, int chosen) {
    Ui *ui = context->ui;
    const Journey *journey = &context->game->journey;
    Valley valley = {.cx = ui->width * 2, /* its stream would cross the path */
                     .gy = ui->height + 60,
                     .half = 1,
                     .hz = 190,
                     .sun_x = ui->width * 600 / 1280,
                     .seed = 5,
                     .season = context->season};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    path_and_shadow(ui);
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        const Chapter *chapter = &journey->chapters[i];
        if (journey_is_tower(i)) {
            tower(ui, spot_of(ui, i), chapter->rounds > 0);
        } else {
            bridge(ui, spot_of(ui, i), chapter);
        }
        lanterns(ui, spot_of(ui, i), chapter);
    }
    draw_still_end(ui->list);
    figures(context, chosen);
}

/* --- Chapters to choose from ------------------------------------------------------------------ */

static const char *badge_icon(const Journey *journey, int chapter) {
    if (!journey_is_open(journey, chapter)) {
        return "lock";
    }
    return journey->chapters[chapter].rounds > 0 ? "check" : chapter_icons[chapter];
}

static void label(ScreenContext *context, int chapter, bool is_chosen) {
    Ui *ui = context->ui;
    char number[12];
    snprintf(number, sizeof number, "%d", chapter + 1);
    ui_icon(ui, badge_icon(&context->game->journey, chapter), 18,
            paint_of(is_chosen ? TOKEN_MOSS : TOKEN_INK2));
    UiStyle style = style_text(FONT_TEXT_BOLD, 15, TOKEN_INK);
    style.line_height = 1.2f;
    ui_text(ui,
            tr2(context, "journey.label", "n", number, "title", journey_title(context, chapter)),
            style);
}

static bool chapter_chip(ScreenContext *context, int chapter, bool is_chosen) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, "chapter", chapter);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .cross = UI_CENTER,
                        .gap = 8,
                        .pad_x = 12,
                        .pad_y = 6,
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

static void chips_on_map(ScreenContext *context, int chosen) {
    Ui *ui = context->ui;
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        Point spot = chapter_spots[i];
        ui_open(ui, &(UiBox){.absolute = true,
                             .at_x = spot.x * ui->width / 1280 - MAP_LABEL_WIDTH / 2,
                             .at_y = ui->height - 720 + spot.y + 14,
                             .width = MAP_LABEL_WIDTH,
                             .cross = UI_CENTER});
        if (chapter_chip(context, i, i == chosen)) {
            choose(context, i);
        }
        ui_close(ui);
    }
}

/* Large text: the labels would lie on one another, so they become a list. */
static void chips_in_list(ScreenContext *context, int chosen) {
    Ui *ui = context->ui;
    UiBox box = ui_card(ui->width * 0.42f, 16);
    box.absolute = true;
    box.at_x = 40;
    box.at_y = 130;
    box.height = ui->height - 160;
    box.gap = 10;
    box.scroll = true;
    ui_open_id(ui, ui_id(ui, "chapters", 0), &box);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .wrap = true, .gap = 10});
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        if (chapter_chip(context, i, i == chosen)) {
            choose(context, i);
        }
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

static void chapter_card(ScreenContext *context, int chosen) {
    Ui *ui = context->ui;
    bool is_large = ui->text_scale > 1.3f;
    char number[12], all[12];
    ChapterPlan plan = journey_plan(context, chosen);
    snprintf(number, sizeof number, "%d", chosen + 1);
    snprintf(all, sizeof all, "%d", JOURNEY_CHAPTERS);
    UiBox box = ui_card(is_large ? ui->width * 0.5f : 392, 24);
    box.absolute = true;
    box.anchor_x = 1;
    box.at_x = -40;
    box.at_y = is_large ? 130 : 26;
    box.max_height = ui->height - 160;
    box.scroll = is_large;
    box.gap = 6;
    ui_open_id(ui, ui_id(ui, "chosen", 0), &box);
    ui_text(ui, tr2(context, "journey.chapter", "n", number, "all", all),
            style_text(FONT_TEXT_BOLD, 15, TOKEN_INK2));
    ui_text(ui, journey_title(context, chosen), style_display(28));
    if (plan.about[0]) {
        ui_text(ui, plan.about, style_text(FONT_TEXT, 16, TOKEN_INK));
    }
    ui_text(ui, state_of(context, chosen), style_text(FONT_TEXT_SEMI, 15, TOKEN_INK2));
    if (journey_is_open(&context->game->journey, chosen)) {
        ui_gap(ui, 4);
        if (ui_button_first(ui, "walk",
                            &(Button){.label = walk_label(context, chosen),
                                      .icon = "footprints",
                                      .key = ui->prompts.confirm,
                                      .stretch = true})) {
            emit(context, EV_WALK, 0, chosen);
        }
    }
    ui_close(ui);
}

void screen_journey(ScreenContext *context) {
    Ui *ui = context->ui;
    int chosen =
        context->memory->chapter ? context->memory->chapter - 1 : game_chapter(context->game);
    landscape(context, chosen);
    if (ui_top_bar(ui, tr(context, "nav.journey"), tr(context, "journey.sub"),
                   tr(context, "nav.back"))) {
        emit(context, EV_BACK, 0, 0);
    }
    if (ui->text_scale > 1.3f) {
        chips_in_list(context, chosen);
    } else {
        chips_on_map(context, chosen);
    }
    chapter_card(context, chosen);
}
