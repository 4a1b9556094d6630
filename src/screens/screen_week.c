/* SPDX-License-Identifier: MIT */
/* The week (mock-up 28b): a chapter's seven small moments as days, with wall and bridge growing by
 * what the two answered. What was said is not kept, so that only its kind is told. */
#include "journey_parts.h"

#include <stdio.h>
#include <string.h>

enum {
    WEEK_STONES = 7,
    APPEAR_MS = 300,
    APART_MS = 500,
    LIFT_MS = 900,
    LONG_QUOTE = 64,
    DAWN_ALPHA = 2
};

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

static ChapterPlan plan_of(const ScreenContext *context) {
    return journey_plan(context, game_chapter(context->game));
}

static float appeared(ScreenContext *context, int day) {
    Ui *ui = context->ui;
    int after_ms = ui->calm ? 0 : day * APART_MS - APPEAR_MS; /* Monday stands there at once */
    return ui_progress(ui, ui_id(ui, "day", day), after_ms, APPEAR_MS, false);
}

/* The last day that laid a stone on the wall: the one that a second take would change. -1: none. */
static int day_to_lift(const ScreenContext *context) {
    for (int day = JOURNEY_WEEK - 1; day >= 0; day--) {
        if (moment_of(context, day)->kind == MOMENT_WALL) {
            return day;
        }
    }
    return -1;
}

static bool is_lifted(const ScreenContext *context) {
    return context->memory->week_chapter == game_chapter(context->game) + 1;
}

/* How wall and arch stood on the evening of that day; with one second take, if that is looked at.
 */
typedef struct Stand {
    int wall, bridge;
} Stand;

static Stand stand_on(const ScreenContext *context, int day) {
    Stand stand = {0};
    int lifted = is_lifted(context) ? day_to_lift(context) : -1;
    for (int i = 0; i <= day; i++) {
        MomentKind kind = i == lifted ? MOMENT_MENDED : moment_of(context, i)->kind;
        bool builds = kind == MOMENT_BRIDGE || kind == MOMENT_MENDED;
        stand.wall += kind == MOMENT_WALL;
        stand.wall -= builds && stand.wall > 0;
        stand.bridge += builds;
    }
    return stand;
}

/* The stone of that evening leaves the wall for the arch; calm: it stands there already. */
static void lift_stone(ScreenContext *context, Point from, const Arch *arch) {
    Ui *ui = context->ui;
    float flown = ui_progress(ui, ui_id(ui, "lift", 0), 0, LIFT_MS, true);
    Point to = arch_stone_at(arch, arch->built - 1);
    float t = ease_cubic_out(flown);
    float x = from.x + (to.x - from.x) * t;
    float y = from.y + (to.y - from.y) * t - 50 * 4 * t * (1 - t);
    if (flown < 1) {
        draw_round_rect(ui->list, (Rect){x - 9, y - 6, 18, 12}, 4, fill_of(paint_of(TOKEN_STONE1)),
                        paint_of(TOKEN_GOLD), 2);
    } else {
        draw_ellipse(ui->list, to.x, to.y, 13, 13, paint_alpha(TOKEN_GOLD, 0.55f));
    }
}

/* Both where the week ends, once its last day is there. */
static void both_at_the_end(ScreenContext *context, float gy) {
    Ui *ui = context->ui;
    float shown = appeared(context, JOURNEY_WEEK - 1);
    if (ui->text_scale > 1.1f) {
        return; /* the days would hide them */
    }
    float along = ui->width - 40 - (ui->width - 80) / JOURNEY_WEEK / 2;
    float x = ui->rtl ? ui->width - along : along;
    for (int player = 1; player <= 2; player++) {
        DrawPerson drawn = {.person = player_person(context, player),
                            .face = PERSON_HAPPY,
                            .face_mix = 1,
                            .pose = POSE_STAND,
                            .full_figure = true,
                            .mirrored = player == 2,
                            .at = {x + (player == 1 ? -8.0f : 36.0f), gy - 44},
                            .scale = 92,
                            .alpha = (uint8_t)(DAWN_ALPHA + (255 - DAWN_ALPHA) * shown)};
        draw_person(ui->list, &drawn);
    }
}

static void scenery(ScreenContext *context) {
    Ui *ui = context->ui;
    float gy = ui->height - (ui->text_scale > 1.1f ? 206.0f : 178.0f);
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
    both_at_the_end(context, gy);
    float step = (ui->width - 80) / JOURNEY_WEEK;
    for (int day = 0; day < JOURNEY_WEEK; day++) {
        /* Hardly to be seen before its time, so that its stones are made early. */
        float shown = appeared(context, day);
        ui->list->alpha = shown > 0 ? 255 : DAWN_ALPHA;
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
        if (day == day_to_lift(context) && is_lifted(context)) {
            lift_stone(context, (Point){x - 58, gy - 4}, &arch);
        }
        ui->list->alpha = 255;
    }
}

/* What was said, if both chose to keep it; else nothing, the kind of moment is told below. */
static const char *kept_words(ScreenContext *context, const Moment *moment, const Card *card) {
    if (!card || moment->kept <= 0 || moment->kept > CARD_ANSWERS ||
        (card->kind != CARD_RESPOND && card->kind != CARD_LISTEN)) {
        return "";
    }
    return card_text(context, card->answers[moment->kept - 1].text);
}

static void day_words(ScreenContext *context, int day) {
    Ui *ui = context->ui;
    const Moment *moment = moment_of(context, day);
    const Card *card = card_find(context->world->cards, moment->card);
    const char *kept = kept_words(context, moment, card);
    bool is_quiet = moment->kind <= MOMENT_QUIET || !card;
    if (is_quiet || !kept[0]) {
        ui_text(ui, is_quiet ? tr(context, "week-of.no-word") : card_text(context, card->title),
                style_text(FONT_DISPLAY, 18, is_quiet ? TOKEN_INK2 : TOKEN_INK));
        return;
    }
    ui_text(ui, card_text(context, card->title), style_text(FONT_TEXT, 15, TOKEN_INK2));
    bool is_long = strlen(kept) > LONG_QUOTE;
    UiStyle style =
        style_text(is_long ? FONT_TEXT_SEMI : FONT_DISPLAY, is_long ? 15 : 17, TOKEN_INK);
    style.line_height = 1.25f;
    ui_text(ui, tr1(context, "week-of.quote", "words", kept), style);
}

static void day_card(ScreenContext *context, int day, float width) {
    Ui *ui = context->ui;
    bool is_mended = is_lifted(context) && day == day_to_lift(context);
    const DayLook *look = &day_looks[is_mended ? MOMENT_MENDED : moment_of(context, day)->kind];
    char key[24];
    snprintf(key, sizeof key, "week-of.day.%d", day + 1);
    UiBox box = ui_card(width, 14);
    box.gap = 8;
    box.grow = width > 0 ? 0.0f : 1.0f;
    box.min_height = 196;
    float shown = appeared(context, day);
    /* Never quite away: its letters are to be drawn early, not one day after the other. */
    box.alpha_off = (uint8_t)((255 - DAWN_ALPHA) - (int)((255 - DAWN_ALPHA) * shown));
    UiId id = ui_id(ui, "day-card", day);
    bool is_mark = is_mended || moment_of(context, day)->kind == MOMENT_MENDED;
    box.border = paint_of(is_mark ? TOKEN_GOLD : TOKEN_LINE);
    box.border_width = is_mark ? 4.0f : 1.0f;
    ui_open_id(ui, id, &box);
    if (ui_touchable(ui, id, UI_ROLE_CHOICE, 28, 0)) {
        context->memory->week_talks = true;
        context->memory->week_day = day + 1;
        ui->wants_frames = true;
    }
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
    day_words(context, day);
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
    if (is_lifted(context)) {
        return tr(context, "week-of.lifted");
    }
    if (end.bridge == 0) {
        return tr(context, "week-of.quiet-week");
    }
    return walls > 0 ? trn(context, "week-of.one-take", walls)
                     : trn(context, "week-of.all-kind", end.bridge);
}

/* The day that was pressed; else a mended one, or the best one of the week. */
static const Card *card_to_talk_about(ScreenContext *context) {
    const Card *best = NULL;
    int asked = context->memory->week_day - 1;
    if (asked >= 0) {
        return card_find(context->world->cards, moment_of(context, asked)->card);
    }
    for (int day = 0; day < JOURNEY_WEEK; day++) {
        const Moment *moment = moment_of(context, day);
        const Card *card = card_find(context->world->cards, moment->card);
        bool is_good = moment->kind == MOMENT_BRIDGE || moment->kind == MOMENT_MENDED;
        best = card && is_good && (!best || moment->kind == MOMENT_MENDED) ? card : best;
    }
    return best;
}

static void talk_card(ScreenContext *context) {
    const Card *card = card_to_talk_about(context);
    if (card) {
        ui_text(context->ui,
                tr1(context, "week-of.talk-about", "title", card_text(context, card->title)),
                style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    }
    ui_text(context->ui, tr(context, "week-of.ask"), style_text(FONT_TEXT, 15, TOKEN_INK2));
}

static void ending(ScreenContext *context, float width) {
    Ui *ui = context->ui;
    const char *closing = plan_of(context).closing;
    UiBox box = ui_card(width, 16);
    box.gap = 2;
    ui_open_id(ui, ui_id(ui, "meaning", 0), &box);
    if (context->memory->week_talks) {
        talk_card(context);
    } else {
        ui_text(ui, meaning(context), style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
        ui_text(ui, closing[0] ? closing : tr(context, "week-of.ask"),
                style_text(FONT_TEXT, 15, TOKEN_INK2));
    }
    ui_close(ui);
}

/* One second take, shown: the stone of that evening goes over into the arch, and back again. */
static void lift_button(ScreenContext *context) {
    bool lifted = is_lifted(context);
    if (day_to_lift(context) >= 0 &&
        ui_button(context->ui, "lift",
                  &(Button){.label = tr(context, lifted ? "week-of.as-it-was" : "week-of.lift"),
                            .icon = "undo-2",
                            .kind = BUTTON_GHOST,
                            .size = 17,
                            .height = 56})) {
        context->memory->week_chapter = lifted ? 0 : game_chapter(context->game) + 1;
        context->ui->wants_frames = true;
    }
}

static void actions(ScreenContext *context) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    lift_button(context);
    if (ui_button(ui, "talk",
                  &(Button){.label = tr(context, "week-of.talk"),
                            .icon = "message-circle-heart",
                            .kind = BUTTON_GHOST,
                            .size = 17,
                            .height = 56})) {
        memory->week_talks = !memory->week_talks;
        memory->week_day = 0;
        ui->wants_frames = true;
    }
    if (ui_button_first(ui, "to-path",
                        &(Button){.label = tr(context, "week-of.to-path"),
                                  .icon = "footprints",
                                  .key = ui->prompts.confirm,
                                  .size = 17,
                                  .height = 56})) {
        memory->week_chapter = 0;
        memory->week_talks = false;
        memory->week_day = 0;
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
    actions(context);
    ui_close(ui);
}

static void in_a_row(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.absolute = true, .at_x = 40, .at_y = 24});
    headings(context, 700);
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
                         .gap = 14,
                         .main = UI_BETWEEN});
    bool is_wide = ui->text_scale > 1.1f;
    float share = is_wide ? 0.5f : 0.35f;
    ending(context, ui->width * share);
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .width = ui->width * (1 - share) - 94,
                         .wrap = true,
                         .gap = 12,
                         .main = UI_END,
                         .cross = UI_CENTER});
    actions(context);
    ui_close(ui);
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
