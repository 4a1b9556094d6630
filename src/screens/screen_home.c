/* SPDX-License-Identifier: MIT */
/* Home (mock-ups 01 and 14): the place the two are building, and Today. */
#include "avatar.h"
#include "home_parts.h"
#include "page_bar.h"
#include "week.h"

#include <stdio.h>

enum { LANTERNS_SHOWN = 6 };

static Growth home_growth(const ScreenContext *context) {
    Garden garden = game_garden(context->game, context->world, context->season);
    Growth growth;
    valley_grow(&garden, &growth);
    return growth;
}

static Valley home_valley(const ScreenContext *context) {
    const Ui *ui = context->ui;
    return (Valley){.cx = valley_x(ui, ui->width * 872 / 1280),
                    .gy = ui->height - 200,
                    .half = 154,
                    .hz = ui->height - 420,
                    .sun_x = valley_x(ui, ui->width * (ui->evening ? 1010.0f : 640.0f) / 1280),
                    .seed = 2,
                    .season = context->season,
                    .windy = true,
                    .flowers = home_growth(context).flowers,
                    .near_banks = true};
}

static Arch home_arch(const ScreenContext *context, const Valley *valley) {
    int stones = context->game->tally.bridge;
    int built = stones % RULES_ARCH_STONES;
    bool whole = stones > 0 && built == 0;
    return (Arch){.cx = valley->cx,
                  .base_y = valley->gy + 18,
                  .half = 148,
                  .rise = 104,
                  .thick = 34,
                  .count = RULES_ARCH_STONES,
                  .built = whole ? RULES_ARCH_STONES : built,
                  .full = whole,
                  .glowing = -1};
}

/* Bridges finished earlier, upstream and small. */
static void earlier_bridges(ScreenContext *context, const Valley *valley) {
    int stones = context->game->tally.bridge;
    int finished = stones / RULES_ARCH_STONES - (stones % RULES_ARCH_STONES == 0 ? 1 : 0);
    for (int i = 0; i < finished && i < 2; i++) {
        float scale = i == 0 ? 0.2f : 0.13f;
        Arch arch = {.cx = valley->cx + (i == 0 ? 14.0f : 66.0f),
                     .base_y = valley->hz + (i == 0 ? 132.0f : 96.0f),
                     .half = 148 * scale,
                     .rise = 84 * scale,
                     .thick = 34 * scale,
                     .count = 9,
                     .built = 9,
                     .full = false,
                     .glowing = -1};
        valley_small_arch(context->ui, &arch);
    }
}

static LanternState lantern_state(StreakDay day) {
    switch (day) {
    case STREAK_DAY_DONE: return LANTERN_LIT;
    case STREAK_DAY_REPAIRED:
    case STREAK_DAY_REST:
    case STREAK_DAY_HELD:
    case STREAK_DAY_AWAY: return LANTERN_REST;
    case STREAK_DAY_QUIET:
    case STREAK_DAY_TODAY:
    case STREAK_DAY_FUTURE: return LANTERN_UNLIT;
    }
    return LANTERN_UNLIT;
}

/* Which rest it is, on a small sign at the post. */
static void lantern_sign(Ui *ui, const char *icon, float x, float y) {
    enum { RADIUS = 13, ICON = 16 };
    draw_ellipse(ui->list, x, y, RADIUS + 1.5f, RADIUS + 1.5f, paint_of(TOKEN_LINE));
    draw_ellipse(ui->list, x, y, RADIUS, RADIUS, paint_of(TOKEN_PAPER));
    draw_icon(ui->list, icon, x - ICON / 2.0f, y - ICON / 2.0f, ICON, paint_of(TOKEN_GOLD_INK));
}

/* The last evenings as lanterns along the path, three a side; the last is today's. */
static void lanterns(ScreenContext *context, const Valley *valley) {
    static const float places[LANTERNS_SHOWN][2] = {{-388, 2}, {-312, 8}, {-238, 14},
                                                    {226, 13}, {284, 9},  {342, 4}};
    for (int i = 0; i < LANTERNS_SHOWN; i++) {
        StreakDay day = week_day(context->game, LANTERNS_SHOWN - 1 - i);
        LanternState state = lantern_state(day);
        float x = valley_beside(context->ui, valley, places[i][0]);
        float y = valley->gy + places[i][1];
        valley_lantern(context->ui, x, y, 0.98f, state);
        if (state == LANTERN_REST) {
            lantern_sign(context->ui, week_icon(day), x, y - 34);
        }
    }
}

static void figure(ScreenContext *context, int player, float x, float y, float height,
                   PersonPose pose) {
    Ui *ui = context->ui;
    Person person = player_person(context, player);
    DrawPerson drawn = {.person = person,
                        .face = PERSON_HAPPY,
                        .face_from = PERSON_HAPPY,
                        .face_mix = 1,
                        .pose = pose,
                        .full_figure = true,
                        .mirrored = (player == 2) != ui->rtl,
                        .blink = player_blinks(context, player),
                        .breath = player_breath(context, player),
                        .at = {x, y},
                        .scale = height,
                        .alpha = 255};
    draw_person(ui->list, &drawn);
}

/* What stands at the path from the first day, in the colours of the season. */
static void near_trees(ScreenContext *context, const Valley *valley) {
    static const struct {
        const char *kind;
        const char *colours[4]; /* by Season */
        float x, y, scale;      /* from the bridge */
    } trees[] = {
        {"round", {"green", "green", "green", "snow"}, 364, -12, 1.5f},
        {"round", {"blossom", "green2", "amber", "snow"}, -352, -14, 1.05f},
        {"bush", {"green", "green", "green", "snow"}, -286, -10, 0.8f},
        {"bush", {"green2", "green2", "amber", "snow"}, 288, -12, 0.9f},
    };
    Ui *ui = context->ui;
    for (size_t i = 0; i < sizeof trees / sizeof trees[0]; i++) {
        char tree[32], name[64];
        float x = i == 0 ? valley_x(ui, ui->width - 44) : valley_beside(ui, valley, trees[i].x);
        snprintf(tree, sizeof tree, "tree/%s/%s", trees[i].kind, trees[i].colours[context->season]);
        draw_sprite(ui->list, valley_sprite(ui, tree, name), x, valley->gy + trees[i].y,
                    trees[i].scale, 180 * trees[i].scale);
    }
}

static void scenery(ScreenContext *context) {
    Ui *ui = context->ui;
    Valley valley = home_valley(context);
    Growth growth = home_growth(context);
    Arch arch = home_arch(context, &valley);
    char name[64];
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    earlier_bridges(context, &valley);
    valley_banks(ui, &valley);
    near_trees(context, &valley);
    valley_garden(ui, &valley, &growth, false);
    valley_arch(ui, &arch);
    valley_garden(ui, &valley, &growth, true);
    draw_still_end(ui->list);
    valley_ambient(ui, &valley);
    lanterns(context, &valley);
    if (context->game->tally.wall > 0) {
        valley_wall(ui, valley_left_of(ui, &valley, 206, 118 * 0.62f), valley.gy + 34,
                    context->game->tally.wall, 0.62f, false, false);
    }
    figure(context, 1, valley_beside(ui, &valley, -168), valley.gy + 30, 178, POSE_FIGURE_WAVE);
    figure(context, 2, valley_beside(ui, &valley, 170), valley.gy + 30, 188, POSE_CARRY);
    draw_sprite_ex(
        ui->list, valley_sprite(ui, "dog", name),
        (DrawSprite){.at = {valley_beside(ui, &valley, 286), valley.gy + 56},
                     .scale_x = ui->rtl ? 0.62f : -0.62f,
                     .scale_y = 0.62f,
                     .tint = paint_alpha(TOKEN_NONE, 1)},
        80);
    if (ui->evening) {
        draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                        fill_of(paint_alpha(TOKEN_SCRIM, 0.10f)), (Paint){0}, 0);
    }
}

static void header(ScreenContext *context) {
    Ui *ui = context->ui;
    char name[64], stones[16];
    ui_open(
        ui,
        &(UiBox){
            .absolute = true, .at_x = 40, .at_y = 26, .dir = UI_ROW, .cross = UI_CENTER, .gap = 8});
    ui_sprite(ui, valley_sprite(ui, "logo", name), 64, 52, 1.05f, 0, 0);
    UiStyle title = style_display(38 / ui->text_scale);
    ui_text(ui, tr(context, "app.name"), title);
    ui_close(ui);
    const Game *game = context->game;
    snprintf(stones, sizeof stones, "%d",
             game->tally.bridge > 0 && game->tally.bridge % RULES_ARCH_STONES == 0
                 ? RULES_ARCH_STONES
                 : game->tally.bridge % RULES_ARCH_STONES);
    char arch[16];
    snprintf(arch, sizeof arch, "%d", RULES_ARCH_STONES);
    ui_open(
        ui,
        &(UiBox){
            .absolute = true, .anchor_x = 1, .at_x = -40, .at_y = 30, .dir = UI_ROW, .gap = 14});
    ui_chip(ui, "bridge", tr2(context, "home.stones", "laid", stones, "all", arch));
    ui_chip(ui, "flame", trn(context, "home.evenings", game->streak.lifetime_days));
    ui_close(ui);
}

/* Also the way to the editor of people (09). */
static void name_tag(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, "tag", player);
    ui_open_id(ui, id, &(UiBox){.min_height = 44, .main = UI_CENTER});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 22, 0);
    ui_tag(ui, player, player_name(context, player));
    ui_close(ui);
    if (pressed) {
        avatar_open(context, player);
        context->memory->made_from_home = !context->memory->side_by_side;
        emit(context, EV_PEOPLE, player, 0);
    }
}

static void tags(ScreenContext *context) {
    Ui *ui = context->ui;
    Valley valley = home_valley(context);
    for (int player = 1; player <= 2; player++) {
        float x = valley_x(ui, valley.cx) + (player == 1 ? -176.0f : 174.0f);
        ui_open(ui, &(UiBox){.absolute = true,
                             .at_x = x - 120,
                             .at_y = valley.gy + 38,
                             .width = 240,
                             .main = UI_START,
                             .cross = UI_CENTER});
        name_tag(context, player);
        ui_close(ui);
    }
}

void screen_home(ScreenContext *context) {
    scenery(context);
    tags(context);
    header(context);
    home_week(context);
    home_today(context);
    page_bar(context);
}
