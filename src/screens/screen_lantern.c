/* SPDX-License-Identifier: MIT */
/* The lantern of the day (mock-up 06b): evenings first, the week, the streak, good night. */
#include "week.h"

#include "random.h"

#include <math.h>
#include <stdio.h>

/* STYLE.md 5 and screens.md 6: the figures walk to the lantern, then it lights. */
enum {
    WALK_MS = 900,
    LIGHT_MS = 700,
    CALM_MS = 400,
    SPARK_COUNT = 24,
    SPARK_RISE_MS = 1600,
    SPARK_APART_MS = 25,
    WORDED_LANTERNS = 20,
    LINE_COUNT = 20
};

/* Tonight's lantern isn't lit, because only one has played: no flight, and calm words. */
static bool is_unlit(const Game *game) {
    return game->alone_player && !game->streak.today_done;
}

/* How far the evening's one movement has come, 0..1 each. */
typedef struct Ritual {
    float walked, lit, risen;
} Ritual;

static Ritual ritual_of(ScreenContext *context) {
    Ui *ui = context->ui;
    if (is_unlit(context->game)) {
        return (Ritual){.walked = 1};
    }
    if (ui->calm) {
        float faded = ui_progress(ui, ui_id(ui, "glow", 0), 0, CALM_MS, false);
        return (Ritual){.walked = 1, .lit = faded, .risen = 1};
    }
    int rise_ms = SPARK_RISE_MS + SPARK_COUNT * SPARK_APART_MS;
    return (Ritual){.walked = ui_progress(ui, ui_id(ui, "walk", 0), 0, WALK_MS, false),
                    .lit = ui_progress(ui, ui_id(ui, "glow", 0), WALK_MS, LIGHT_MS, false),
                    .risen = ui_progress(ui, ui_id(ui, "rise", 0), WALK_MS, rise_ms, false)};
}

/* --- Scenery --------------------------------------------------------------------------------- */

typedef struct Spot {
    float lantern_x; /* foot of today's lantern */
    float gy;
} Spot;

static void path_lanterns(ScreenContext *context, const Valley *valley) {
    static const float from_middle[] = {376,  308,  240,  172,  -172, -240,
                                        -308, -376, -444, -512, -580};
    Ui *ui = context->ui;
    int before = context->game->streak.lifetime_days - (is_unlit(context->game) ? 0 : 1);
    int count = (int)(sizeof from_middle / sizeof from_middle[0]);
    for (int i = 0; i < count && i < before; i++) {
        float drop = (float)((count - i) % 7) * 1.4f;
        valley_lantern(ui, valley->cx + from_middle[i], valley->gy + 4 + drop, 1.02f, LANTERN_LIT);
    }
    valley_lantern(ui, valley->cx + 560, valley->gy + 8, 1.02f, LANTERN_UNLIT);
}

static void glow(Ui *ui, const Spot *place, float lit) {
    float size = ui->calm     ? lit
                 : lit < 0.6f ? 1.2f * ease_cubic_out(lit / 0.6f)
                              : 1.2f - 0.2f * ease_sine((lit - 0.6f) / 0.4f);
    float alpha = ui->calm ? lit : lit < 0.5f ? lit * 2 : 1;
    float drawn = ui->evening ? 84.0f : 46.0f; /* radius of the sprite */
    float scale = 190 * (ui->calm ? 1 : size) / drawn;
    char name[64];
    if (lit <= 0) {
        return;
    }
    float x = place->lantern_x + 30, y = place->gy - 78;
    draw_sprite_ex(ui->list, valley_sprite(ui, "glow/lantern", name),
                   (DrawSprite){.at = {x - 20 * scale, y + 54 * scale},
                                .scale_x = scale,
                                .scale_y = scale,
                                .tint = paint_alpha(TOKEN_NONE, alpha)},
                   300 * (size > 1 ? size : 1));
}

static void sparks(Ui *ui, const Spot *place, const Ritual *ritual) {
    Random random = {4};
    char name[64];
    valley_sprite(ui, "spark", name);
    float elapsed_ms = ritual->risen * (SPARK_RISE_MS + SPARK_COUNT * SPARK_APART_MS);
    for (int i = 0; i < SPARK_COUNT; i++) {
        float angle = random_between(&random, 0, 6.28f), far = random_between(&random, 46, 170);
        float size = random_between(&random, 0.4f, 1);
        float bright = random_between(&random, 0.4f, 0.95f);
        float t = (elapsed_ms - (float)(i * SPARK_APART_MS)) / SPARK_RISE_MS;
        t = t < 0 ? 0 : t > 1 ? 1 : t;
        if (t <= 0 || ritual->lit <= 0) {
            continue;
        }
        float along = ease_cubic_out(t);
        float x0 = place->lantern_x + 29, y0 = place->gy - 60;
        float x = x0 + (far * cosf(angle)) * along;
        float y = y0 + (-48 - fabsf(far * sinf(angle)) * 1.1f) * along;
        float alpha = bright * (ui->calm ? ritual->lit : t < 0.2f ? t / 0.2f : 1);
        draw_sprite_ex(ui->list, name,
                       (DrawSprite){.at = {x, y},
                                    .scale_x = size,
                                    .scale_y = size,
                                    .tint = paint_alpha(TOKEN_NONE, alpha)},
                       10);
    }
}

static void figure(ScreenContext *context, int player, const Spot *place, const Ritual *ritual) {
    Ui *ui = context->ui;
    float away = player == 1 ? -150.0f : 120.0f;
    float offset = player == 1 ? -80.0f : 112.0f;
    bool arrived = ritual->walked >= 1;
    float step = arrived ? 0 : fabsf(sinf(ritual->walked * 14)) * 3;
    PersonFace lit_face = player == 1 ? PERSON_TOUCHED : PERSON_HAPPY;
    DrawPerson drawn = {.person = player_person(context, player),
                        .face = lit_face,
                        .face_from = PERSON_LISTENING,
                        .face_mix = ritual->lit,
                        .tilt_back = context->ui->calm ? 0 : 1 - ease_sine(ritual->lit),
                        .pose = player == 1 && arrived ? POSE_REACH : POSE_STAND,
                        .full_figure = true,
                        .mirrored = player == 2,
                        .blink = arrived && player_blinks(context, player),
                        .breath = player_breath(context, player),
                        .at = {place->lantern_x + offset + away * (1 - ease_sine(ritual->walked)),
                               place->gy + (player == 1 ? 48.0f : 52.0f) - step},
                        .scale = 206,
                        .alpha = 255};
    draw_person(ui->list, &drawn);
}

static void scenery(ScreenContext *context, const Ritual *ritual) {
    Ui *ui = context->ui;
    float cx = ui->width / 2, gy = ui->height - 172;
    Valley valley = {.cx = cx,
                     .gy = gy,
                     .half = 150,
                     .hz = gy - 248,
                     .sun_x = cx + 340,
                     .seed = 3,
                     .season = context->season,
                     .windy = true,
                     .flowers = GROWTH_FLOWERS_MAX,
                     .near_banks = true};
    int stones = context->game->tally.bridge, rest = stones % RULES_ARCH_STONES;
    int built = stones > 0 && rest == 0 ? RULES_ARCH_STONES : rest;
    Arch arch = {.cx = cx,
                 .base_y = gy + 20,
                 .half = 144,
                 .rise = 96,
                 .thick = 32,
                 .count = RULES_ARCH_STONES,
                 .built = built,
                 .full = built == RULES_ARCH_STONES,
                 .glowing = -1};
    Spot place = {.lantern_x = cx + 444, .gy = gy};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    valley_arch(ui, &arch);
    path_lanterns(context, &valley);
    draw_still_end(ui->list);
    valley_ambient(ui, &valley);
    glow(ui, &place, ritual->lit);
    char name[64];
    const char *lantern = ritual->lit > 0                 ? "lantern/lit"
                          : game_is_held(context->game) ? "lantern/rest"
                                                          : "lantern/unlit";
    draw_sprite(ui->list, valley_sprite(ui, lantern, name), place.lantern_x, gy + 18, 1.45f, 140);
    int alone = context->game->alone_player;
    for (int player = 1; player <= 2; player++) {
        if (!alone || alone == player) {
            figure(context, player, &place, ritual);
        }
    }
    sparks(ui, &place, ritual);
}

/* --- The week -------------------------------------------------------------------------------- */

static void rhythm(ScreenContext *context) {
    Ui *ui = context->ui;
    const StreakResult *streak = &context->game->streak;
    UiStyle style = style_centred(style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    style.line_height = 1.25f;
    ui_text(ui, week_goal(context), style);
    style = style_centred(style_text(FONT_TEXT, 16, TOKEN_INK2));
    style.line_height = 1.35f;
    if (streak->current > 1) { /* a new path is simply begun: nothing is said of the old one */
        ui_text(ui, trn(context, "week.in-a-row", streak->current), style);
    }
    ui_text(ui,
            streak->rest_left > 0 ? trn(context, "week.rest", streak->rest_left)
                                  : tr(context, "week.rest-none"),
            style);
    if (streak->clock_looks_wrong) {
        ui_gap(ui, 4);
        ui_text(ui, tr(context, "week.clock"), style);
    }
}

/* --- Words ----------------------------------------------------------------------------------- */

static void headings(ScreenContext *context) {
    Ui *ui = context->ui;
    bool held = game_is_held(context->game);
    int evenings = context->game->streak.lifetime_days;
    char key[24];
    snprintf(key, sizeof key, "lantern.count.%d", evenings);
    bool in_words = evenings >= 1 && evenings <= WORDED_LANTERNS;
    UiStyle style = style_centred(style_display((62 + 16 * (ui->text_scale - 1)) / ui->text_scale));
    style.line_height = ui->text_scale > 1.3f ? 1 : 1.1f;
    ui_text(ui,
            is_unlit(context->game) ? tr(context, held ? "lantern.held" : "lantern.half")
            : in_words              ? tr(context, key)
                                    : trn(context, "lantern.many", evenings),
            style);
    int line = (int)(context->game->evening.day % LINE_COUNT);
    snprintf(key, sizeof key, "lantern.line.%d", line < 0 ? line + LINE_COUNT : line);
    style = style_centred(style_text(FONT_TEXT, ui->text_scale > 1.3f ? 19 : 24, TOKEN_INK));
    style.line_height = 1.3f;
    ui_text(ui,
            is_unlit(context->game) ? tr(context, held ? "lantern.held-line" : "lantern.half-line")
                                    : tr(context, key),
            style);
}

static void words(ScreenContext *context, float lit) {
    Ui *ui = context->ui;
    ui_open_id(ui, ui_id(ui, "words", 0),
               &(UiBox){.cross = UI_CENTER,
                        .gap = 8,
                        .pad_x = 24,
                        .grow = 1,
                        .pad_bottom = 18,
                        .scroll = true});
    headings(context);
    ui_gap(ui, 6);
    UiBox box = ui_card(460 + 160 * (ui->text_scale - 1), 24);
    box.pad_y = 22;
    box.pad_top = 12;
    box.gap = 4;
    box.border = ui->evening ? paint_of(TOKEN_LINE) : box.border; /* STYLE.md 2 */
    ui_open(ui, &box);
    week_row(context, 42, 18, lit);
    ui_gap(ui, 6);
    rhythm(context);
    week_legend(context, false);
    ui_close(ui);
    ui_close(ui);
}

void screen_lantern(ScreenContext *context) {
    Ui *ui = context->ui;
    Ritual ritual = ritual_of(context);
    scenery(context, &ritual);
    float top = 62 - 50 * (ui->text_scale - 1);
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_x = 0.5f,
                         .at_y = top,
                         .width = 860,
                         .max_height = ui->height - top - 6,
                         .cross = UI_CENTER,
                         .pad_bottom = 10,
                         .gap = 6});
    words(context, ritual.lit);
    if (ui_button_first(ui, "good-night",
                        &(Button){.label = tr(context, "lantern.good-night"),
                                  .icon = "moon",
                                  .kind = BUTTON_GOLD,
                                  .key = ui->prompts.confirm,
                                  .size = 20,
                                  .height = 54})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
    ui_close(ui);
}
