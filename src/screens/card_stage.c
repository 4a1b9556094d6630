/* SPDX-License-Identifier: MIT */
/* Pictures behind cards: the valley while picking, a reveal's stage with its flying stone. */
#include "card_parts.h"

#include <math.h>
#include <stdio.h>

bool card_is_large(const ScreenContext *context) {
    return context->ui->text_scale > 1.1f;
}

static int stones_in_arch(int stones) {
    int rest = stones % RULES_ARCH_STONES;
    return stones > 0 && rest == 0 ? RULES_ARCH_STONES : rest;
}

Arch stage_arch(float cx, float gy, int stones) {
    int built = stones_in_arch(stones);
    return (Arch){.cx = cx,
                  .base_y = gy + 18,
                  .half = 148,
                  .rise = 104,
                  .thick = 34,
                  .count = RULES_ARCH_STONES,
                  .built = built,
                  .full = built == RULES_ARCH_STONES,
                  .glowing = -1};
}

void card_scenery(ScreenContext *context) {
    Ui *ui = context->ui;
    float cx = ui->width / 2;
    float gy = ui->height - 398;
    Valley valley = {.cx = cx,
                     .gy = gy,
                     .half = 120,
                     .hz = gy - 152,
                     .sun_x = cx + 120,
                     .seed = 5,
                     .season = context->season};
    Tally tally = context->game->tally;
    Arch arch = stage_arch(cx, gy, tally.bridge);
    arch.half = 112;
    arch.rise = 74;
    arch.thick = 24;
    arch.base_y = gy + 8;
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    valley_arch(ui, &arch);
    valley_wall(ui, cx + 112, gy + 28, tally.wall, 0.95f, false, false);
    draw_still_end(ui->list);
}

void card_bust(ScreenContext *context, const Person *person, int place, PersonFace face,
               PersonPose pose) {
    Ui *ui = context->ui;
    float x = place == 1 ? 236 + (ui->width - 1280) * 0.25f
                         : ui->width - 210 - (ui->width - 1280) * 0.25f;
    bool right = place == 2;
    if (ui->rtl) {
        x = ui->width - x;
        right = !right;
    }
    DrawPerson drawn = {.person = *person,
                        .pose = pose,
                        .mirrored = right,
                        .at = {x, ui->height - 498},
                        .scale = 0.8f,
                        .alpha = 255};
    ui_face(ui, ui_id(ui, "bust-face", place), face, face, &drawn);
    draw_person(ui->list, &drawn);
}

/* --- The stage of a reveal ------------------------------------------------------------------ */

/* screens.md 4: the face first, 500 ms of silence, then 900 ms of flight: lift 180, arc 520,
 * settle 200. STYLE.md 5: a wall stone falls 40 px in 420 ms. Calm: a stone fades out of the wall
 * and then glows in the arch, or fades in on the wall. */
enum {
    FLIGHT_DELAY_MS = 660,
    FLIGHT_MS = 900,
    FALL_DELAY_MS = 140,
    FALL_MS = 420,
    CALM_OUT_MS = 200,
    CALM_GLOW_MS = 300,
    CALM_FALL_MS = 250
};

enum { WALL_WIDTH = 118 };

/* The panel stands at the side where lines end; all that is beside it keeps clear of it. */
typedef struct Stage {
    Valley valley;
    float wall_x, wall_y;
} Stage;

static Stage stage_of(const ScreenContext *context) {
    const Ui *ui = context->ui;
    float cx = valley_x(ui, (ui->width - 440) / 2);
    float gy = ui->height - 200;
    Stage stage = {.valley = {.cx = cx,
                              .gy = gy,
                              .half = 154,
                              .hz = gy - 240,
                              .sun_x = cx,
                              .seed = 5,
                              .season = context->season,
                              .windy = true,
                              .flowers = GROWTH_FLOWERS_MAX,
                              .near_banks = true},
                   .wall_y = gy + 44};
    stage.wall_x = valley_left_of(ui, &stage.valley, 146, WALL_WIDTH);
    return stage;
}

/* `from` the bridge, x towards player 2's side. */
static void stage_figure(ScreenContext *context, const Valley *valley, int player, Point from,
                         float height, PersonFace face, PersonPose pose) {
    Ui *ui = context->ui;
    DrawPerson drawn = {.person = player_person(context, player),
                        .pose = pose,
                        .full_figure = true,
                        .mirrored = (player == 2) != ui->rtl,
                        .blink = player_blinks(context, player),
                        .breath = player_breath(context, player),
                        .at = {valley_beside(ui, valley, from.x), valley->gy + from.y},
                        .scale = height,
                        .alpha = 255};
    ui_face(ui, ui_id(ui, "stage-face", player), PERSON_NEUTRAL, face, &drawn);
    draw_person(ui->list, &drawn);
}

/* On the way from `from` to `to`: lift, parabola, settle. */
static Point flight_at(Point from, Point to, float t) {
    float lift = t < 0.2f ? ease_cubic_out(t / 0.2f) : 1;
    float along = t < 0.2f ? 0 : t > 0.78f ? 1 : (t - 0.2f) / 0.58f;
    float settle = t > 0.78f ? 1 - ease_back_out((t - 0.78f) / 0.22f) : 0;
    float arc = 4 * along * (1 - along) * 70;
    return (Point){from.x + (to.x - from.x) * along,
                   from.y + (to.y - from.y) * along - arc - lift * 18 * (1 - along) - settle * 6};
}

static void fly(ScreenContext *context, const Stage *stage, const Outcome *outcome, float t) {
    Ui *ui = context->ui;
    Arch arch = stage_arch(stage->valley.cx, stage->valley.gy, outcome->before.bridge);
    Point to = arch_stone_at(&arch, outcome->before.bridge % RULES_ARCH_STONES);
    Point from = outcome->from_wall > 0 ? (Point){stage->wall_x + 60, stage->wall_y - 70}
                                        : (Point){stage->valley.cx + 40, stage->valley.gy + 110};
    char name[64];
    for (int i = 4; i >= 1; i--) {
        float before = t - (float)i * 0.07f;
        if (before > 0) {
            Point dot = flight_at(from, to, before);
            draw_ellipse(ui->list, dot.x, dot.y, 9 - (float)i, 9 - (float)i,
                         paint_alpha(TOKEN_GOLD, 0.55f - 0.1f * (float)i));
        }
    }
    Point at = flight_at(from, to, t);
    draw_sprite(ui->list, valley_sprite(ui, "glow/stone", name), at.x - 22, at.y - 15, 1, 90);
    draw_sprite_ex(
        ui->list, valley_sprite(ui, "stone/glow", name),
        (DrawSprite){
            .at = {at.x - 22, at.y - 15}, .scale_x = 1, .scale_y = 1, .degrees = -14 * (1 - t)},
        70);
}

/* The way of a stone to the arch, 0..1; with calm motion its two fades. */
typedef struct Flight {
    float flown;
    float left;    /* calm: how much of it is still in the wall */
    float arrived; /* calm: how much of it is in the arch */
} Flight;

static Flight flight_of(Ui *ui, bool flies) {
    if (!flies) {
        return (Flight){.flown = 1, .arrived = 1};
    }
    UiId id = ui_id(ui, "flight", 0);
    if (!ui->calm) {
        float flown = ui_progress(ui, id, FLIGHT_DELAY_MS, FLIGHT_MS, false);
        return (Flight){flown, flown <= 0, flown >= 1};
    }
    float arrived = ui_progress(ui, ui_id(ui, "glows", 0), FLIGHT_DELAY_MS + CALM_OUT_MS,
                                CALM_GLOW_MS, false);
    float left = 1 - ui_progress(ui, id, FLIGHT_DELAY_MS, CALM_OUT_MS, false);
    return (Flight){arrived, left, arrived};
}

/* The wall as it was, in part over the wall as it is now, or the other way round. */
static void mixed_walls(Ui *ui, const Stage *stage, int below, int above, float share, bool dark) {
    uint8_t old = ui->list->alpha;
    valley_wall(ui, stage->wall_x, stage->wall_y, below, 1, false, false);
    if (share > 0) {
        ui->list->alpha = (uint8_t)((float)old * share);
        valley_wall(ui, stage->wall_x, stage->wall_y, above, 1, false, dark);
        ui->list->alpha = old;
    }
}

/* A stone that leaves the wall. */
static void wall_and_gap(Ui *ui, const Stage *stage, const Outcome *outcome, const Flight *flight) {
    int before = outcome->before.wall, after = before - outcome->from_wall;
    if (ui->calm) {
        mixed_walls(ui, stage, after, before, outcome->from_wall > 0 ? flight->left : 0, false);
        return;
    }
    bool gap = outcome->from_wall > 0 && flight->flown > 0 && flight->flown < 1;
    valley_wall(ui, stage->wall_x, stage->wall_y, flight->flown >= 1 ? after : before, 1, gap,
                false);
}

static void wall_and_fall(ScreenContext *context, const Stage *stage, const Outcome *outcome,
                          const Flight *flight) {
    Ui *ui = context->ui;
    int before = outcome->before.wall;
    int after = before + outcome->stones.wall - outcome->from_wall;
    if (outcome->stones.wall == 0) {
        wall_and_gap(ui, stage, outcome, flight);
        return;
    }
    float t = ui_progress(ui, ui_id(ui, "fall", 0), FALL_DELAY_MS,
                          ui->calm ? CALM_FALL_MS : FALL_MS, false);
    if (ui->calm) {
        mixed_walls(ui, stage, before, after, t, true);
        return;
    }
    valley_wall(ui, stage->wall_x, stage->wall_y, before, 1, false, false);
    if (t <= 0) {
        return;
    }
    float drop = t < 0.8f ? (t / 0.8f) * (t / 0.8f) : 1;
    float bounce = t > 0.8f ? 3 * (1 - fabsf((t - 0.9f) / 0.1f)) : 0;
    draw_clip(ui->list, (Rect){stage->wall_x - 40, 0, 240, stage->wall_y + 12}, 0);
    Point top = valley_wall(ui, stage->wall_x, stage->wall_y - 40 * (1 - drop) - bounce, after, 1,
                            false, true);
    draw_unclip(ui->list);
    valley_wall(ui, stage->wall_x, stage->wall_y, before, 1, false, false);
    char name[64];
    for (int i = 0; i < 6 && t > 0.8f && t < 1; i++) {
        float spread = (t - 0.8f) / 0.2f;
        float x = top.x + ((float)i - 2.5f) * 12 * (0.6f + spread);
        draw_sprite(ui->list, valley_sprite(ui, "puff", name), x, top.y + 8 - 8 * spread,
                    0.4f + 0.2f * spread, 20);
    }
}

/* The arch without the new stone and, as far as it has come, with it. */
static void arch_and_stone(Ui *ui, const Valley *valley, const Outcome *outcome, bool flies,
                           const Flight *flight) {
    Arch arch = stage_arch(valley->cx, valley->gy, outcome->before.bridge);
    if (flight->arrived < 1) {
        valley_arch(ui, &arch);
    }
    if (flight->arrived <= 0) {
        return;
    }
    int stones = outcome->before.bridge + outcome->stones.bridge;
    arch = stage_arch(valley->cx, valley->gy, stones);
    if (flies) {
        arch.glowing = arch_index_of(&arch, (stones - 1) % RULES_ARCH_STONES);
    }
    uint8_t old = ui->list->alpha;
    ui->list->alpha = (uint8_t)((float)old * flight->arrived);
    valley_arch(ui, &arch);
    ui->list->alpha = old;
}

void reveal_stage(ScreenContext *context, const Outcome *outcome, PersonFace face_one,
                  PersonFace face_two) {
    Ui *ui = context->ui;
    Stage stage = stage_of(context);
    const Valley *valley = &stage.valley;
    bool flies = outcome->stones.bridge > 0;
    Flight flight = flight_of(ui, flies);
    char name[64];
    draw_still_begin(ui->list);
    valley_land(ui, valley);
    valley_banks(ui, valley);
    draw_sprite(ui->list, valley_sprite(ui, "tree/round/green", name), valley_x(ui, 40),
                valley->gy - 16, 1.3f, 230);
    draw_still_end(ui->list);
    valley_ambient(ui, valley);
    valley_lantern(ui, valley_x(ui, 100), valley->gy + 4, 0.95f, LANTERN_LIT);
    arch_and_stone(ui, valley, outcome, flies, &flight);
    wall_and_fall(context, &stage, outcome, &flight);
    stage_figure(context, valley, 1, (Point){-168, 32}, 176, face_one, POSE_STAND);
    stage_figure(context, valley, 2, (Point){304, 40}, 186, face_two,
                 flies ? POSE_REACH : POSE_STAND);
    if (!ui->calm && flight.flown < 1) {
        fly(context, &stage, outcome, flight.flown);
    }
    for (int player = 1; player <= 2; player++) {
        float x = valley_x(ui, valley->cx) + (player == 1 ? -174.0f : 308.0f);
        ui_open(ui, &(UiBox){.absolute = true,
                             .at_x = x - 120,
                             .at_y = valley->gy + 48,
                             .width = 240,
                             .cross = UI_CENTER});
        ui_tag(ui, player, player_name(context, player));
        ui_close(ui);
    }
}
