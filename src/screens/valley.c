/* SPDX-License-Identifier: MIT */
/* Sky, hills, trees, stream and banks. */
#include "valley.h"

#include "random.h"
#include "text.h"

#include <math.h>
#include <stdio.h>

static const float two_pi = 6.2831853f;

const char *valley_sprite(const Ui *ui, const char *name, char out[64]) {
    text_copy(out, 64, ui->evening ? "evening/" : "day/");
    text_append(out, 64, name);
    return out;
}

static void put(Ui *ui, const char *name, float x, float y, float scale, float extent) {
    char full[64];
    draw_sprite(ui->list, valley_sprite(ui, name, full), x, y, scale, extent);
}

static void put_faint(Ui *ui, const char *name, float x, float y, float scale, float extent,
                      float alpha) {
    uint8_t old = ui->list->alpha;
    ui->list->alpha = (uint8_t)((float)old * alpha);
    put(ui, name, x, y, scale, extent);
    ui->list->alpha = old;
}

float valley_x(const Ui *ui, float x) {
    return ui->rtl ? ui->width - x : x;
}

float valley_beside(const Ui *ui, const Valley *valley, float dx) {
    return valley->cx + (ui->rtl ? -dx : dx);
}

float valley_left_of(const Ui *ui, const Valley *valley, float dx, float width) {
    return valley->cx + (ui->rtl ? -dx - width : dx);
}

/* The farthest hill's line lies no lower: 36 points above the horizon, less 54 of its waves. */
enum { HIDDEN_BELOW = 20 };

static void sky(Ui *ui, const Valley *valley) {
    Fill fill = {.top = paint_of(TOKEN_SKY0),
                 .middle = paint_of(TOKEN_SKY1),
                 .bottom = paint_of(TOKEN_SKY2),
                 .middle_at = 0.55f,
                 .y0 = 0,
                 .y1 = ui->height};
    draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0, fill, (Paint){0}, 0);
    if (!ui->evening) {
        float sun_y = valley->hz - 70;
        draw_clip(ui->list, (Rect){0, 0, ui->width, valley->hz + HIDDEN_BELOW}, 0);
        put(ui, "glow/sun", valley->sun_x, sun_y, ui->height * 0.42f / 300, ui->height * 0.45f);
        draw_unclip(ui->list);
        put(ui, "sun", valley->sun_x, sun_y, 1, 60);
        put(ui, "birds", ui->width * 0.56f, ui->height * 0.235f, 1, 90);
        return;
    }
    Random random = {9};
    for (int i = 0; i < 110; i++) {
        float x = random_between(&random, 0, ui->width);
        float y = random_between(&random, 0, valley->hz * 0.7f);
        float r = random_between(&random, 0.9f, 2.1f);
        draw_ellipse(ui->list, x, y, r, r,
                     paint_alpha(TOKEN_INK, random_between(&random, 0.4f, 0.95f)));
    }
    float moon_y = ui->height * 0.17f;
    put(ui, "glow/moon", valley->sun_x, moon_y, 1, 140);
    put(ui, "moon", valley->sun_x, moon_y, 1, 60);
}

typedef struct Wave {
    float moved;
    float base;
    float amplitude[4];
    int count;
    Paint top, bottom;
} Wave;

static void hill(Ui *ui, uint64_t seed, const Wave *wave) {
    Random random = {seed};
    float phase[4];
    for (int k = 0; k < wave->count; k++) {
        phase[k] = random_between(&random, 0, two_pi);
    }
    float highest = wave->base;
    path_begin(ui->list);
    path_move(ui->list, -20, ui->height);
    for (float x = -20; x <= ui->width + 40; x += 20) {
        float y = wave->base;
        for (int k = 0; k < wave->count; k++) {
            /* Waves of the mock-ups' width, so that a wider valley has more of them. */
            float turns = (x - wave->moved) / 1280 * ((float)k + 0.7f);
            y -= wave->amplitude[k] * sinf(turns * two_pi + phase[k]);
        }
        highest = y < highest ? y : highest;
        path_line(ui->list, x, y);
    }
    path_line(ui->list, ui->width + 40, ui->height);
    path_close(ui->list);
    path_fill(ui->list, fill_gradient(wave->top, wave->bottom, highest, ui->height));
}

/* Tree colours of a season, green ones twice where they are the rule. */
static const char *tree_colour(Season season, Random *random) {
    static const char *const colours[4][4] = {
        [SEASON_SPRING] = {"green", "green2", "blossom", "green"},
        [SEASON_SUMMER] = {"green", "green2", "green", "green2"},
        [SEASON_AUTUMN] = {"green", "amber", "rust", "green2"},
        [SEASON_WINTER] = {"snow", "green2", "snow", "snow"},
    };
    return colours[season][random_below(random, 4)];
}

typedef struct Grove {
    const char *layer; /* "tree-far", "tree-mid" */
    float x0, x1, y0, y1, scale0, scale1;
    int count;
    uint64_t seed;
    float moved;
} Grove;

typedef struct Tree {
    float x, y, scale;
    const char *kind, *colour;
} Tree;

enum { GROVE_MAX = 48 };

static void grove(Ui *ui, Season season, const Grove *grove) {
    static const char *const kinds[] = {"round", "poplar", "pine", "round"};
    Tree trees[GROVE_MAX];
    Random random = {grove->seed};
    int count = grove->count < GROVE_MAX ? grove->count : GROVE_MAX;
    for (int i = 0; i < count; i++) {
        Tree tree = {
            .x = random_between(&random, grove->x0, grove->x1),
            .y = random_between(&random, grove->y0, grove->y1),
            .scale = random_between(&random, grove->scale0, grove->scale1),
            .kind = kinds[random_below(&random, 4)],
            .colour = tree_colour(season, &random),
        };
        int at = i;
        while (at > 0 && trees[at - 1].y > tree.y) {
            trees[at] = trees[at - 1];
            at--;
        }
        trees[at] = tree;
    }
    for (int i = 0; i < count; i++) {
        char name[64];
        snprintf(name, sizeof name, "%s/%s/%s", grove->layer, trees[i].kind, trees[i].colour);
        put(ui, name, trees[i].x + grove->moved, trees[i].y, trees[i].scale, 190 * trees[i].scale);
    }
}

static void stream(Ui *ui, const Valley *v) {
    float cx = v->cx, hz = v->hz, gy = v->gy, b = v->half, h = ui->height;
    DrawList *list = ui->list;
    path_begin(list);
    path_move(list, cx + 40, hz + 78);
    path_cubic(list, cx + 130, hz + 100, cx - 90, hz + 112, cx - 40, hz + 140);
    path_cubic(list, cx - 10, hz + 160, cx - b * 0.9f, gy - 40, cx - b - 30, gy + 30);
    path_line(list, cx - b - 120, h + 10);
    path_line(list, cx + b + 120, h + 10);
    path_line(list, cx + b + 30, gy + 30);
    path_cubic(list, cx + b * 0.9f, gy - 30, cx + 90, hz + 160, cx + 60, hz + 138);
    path_cubic(list, cx + 20, hz + 116, cx + 190, hz + 100, cx + 62, hz + 78);
    path_close(list);
    path_fill(list, fill_gradient(paint_of(TOKEN_WATER0), paint_of(TOKEN_WATER1), hz + 78, h));
    draw_clip(list, (Rect){0, hz, ui->width, h - hz}, 0);
    Paint light = paint_alpha(ui->evening ? TOKEN_GOLD : TOKEN_SUN, ui->evening ? 0.02f : 0.018f);
    for (int i = 0; i < 14; i++) { /* a soft column of light, widening towards us */
        float wide = 8.0f + 4.5f * (float)i;
        path_begin(list);
        path_move(list, cx - wide * 0.5f, gy + 44);
        path_line(list, cx - wide * 1.4f, h);
        path_line(list, cx + wide * 1.5f, h);
        path_line(list, cx + wide * 0.6f, gy + 44);
        path_close(list);
        path_fill(list, fill_of(light));
    }
    draw_unclip(list);
}

/* The 46 strokes of STYLE.md section 5; `drift` in points. */
static void glints(Ui *ui, const Valley *v, float drift) {
    Random random = {(uint64_t)v->seed};
    for (int i = 0; i < 46; i++) {
        float f = random_between(&random, 0, 1);
        float y = v->hz + 150 + (ui->height - v->hz - 150) * f;
        float wide = v->half * (0.55f + f * 0.6f);
        float x = v->cx + random_between(&random, -wide, wide);
        float length = random_between(&random, 10, 46) * (0.4f + f);
        float alpha = random_between(&random, 0.25f, 0.7f);
        float phase = random_between(&random, 0, two_pi);
        x += drift > 0 ? drift * sinf((float)ui->now_ms / 4000 * two_pi + phase) : 0;
        path_begin(ui->list);
        path_move(ui->list, x, y);
        path_quad(ui->list, x + length / 2, y - 3 - 3 * f, x + length, y);
        path_stroke(ui->list, paint_alpha(TOKEN_FOAM, alpha), 1.5f + 2.2f * f, 0, 0);
    }
}

/* With the wind, 4 points a second in half points, and in again on the other side. */
static float drifted(const Ui *ui, float x) {
    enum { BEYOND = 140 };
    float way = ui->width + 2 * BEYOND;
    int64_t halves = ui->now_ms / 125 % ((int64_t)way * 2);
    float at = x + BEYOND + (float)halves / 2;
    return (at < way ? at : at - way) - BEYOND;
}

static void clouds(Ui *ui, bool drift) {
    float faint = ui->evening ? 0.3f : 0.62f;
    const struct {
        float x, y, scale, extent, alpha;
    } rows[] = {{0.18f, 0.17f, 1.1f, 120, faint},
                {0.47f, 0.11f, 0.75f, 90, faint * 0.8f},
                {0.9f, 0.2f, 1.25f, 140, faint}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        float x = ui->width * rows[i].x;
        put_faint(ui, "cloud", drift ? drifted(ui, x) : x, ui->height * rows[i].y, rows[i].scale,
                  rows[i].extent, rows[i].alpha);
    }
}

static bool drifts(const Ui *ui, const Valley *v) {
    return v->windy && !ui->calm;
}

void valley_land(Ui *ui, const Valley *v) {
    uint64_t seed = (uint64_t)v->seed;
    float w = ui->width;
    sky(ui, v);
    if (!drifts(ui, v)) {
        clouds(ui, false);
    }
    Paint far = paint_mix(TOKEN_HILL_FAR, TOKEN_SKY2, 0.45f);
    const float moved[] = {v->pan * 0.2f, v->pan * 0.3f, v->pan * 0.5f, v->pan * 0.7f};
    hill(ui, seed + 1,
         &(Wave){moved[0],
                 v->hz - 36,
                 {30, 16, 8},
                 3,
                 far,
                 paint_mix(TOKEN_HILL_FAR, TOKEN_SKY2, 0.72f)});
    hill(ui, seed + 4,
         &(Wave){moved[1],
                 v->hz + 6,
                 {26, 20, 9, 4},
                 4,
                 paint_of(TOKEN_HILL_FAR),
                 paint_mix(TOKEN_HILL_FAR, TOKEN_SKY2, 0.35f)});
    int many = (int)(26 * w / 1280);
    grove(ui, v->season,
          &(Grove){"tree-far", 20, w - 20, v->hz + 10, v->hz + 34, 0.18f, 0.34f, many, seed + 3,
                   moved[1]});
    hill(ui, seed + 9,
         &(Wave){moved[2],
                 v->hz + 58,
                 {22, 18, 8, 3},
                 4,
                 paint_of(TOKEN_HILL_MID),
                 paint_mix(TOKEN_HILL_MID, TOKEN_HILL_NEAR, 0.5f)});
    grove(ui, v->season,
          &(Grove){"tree-mid", 10, w * 0.36f, v->hz + 64, v->hz + 96, 0.36f, 0.6f,
                   (int)(9 * w / 1280), seed + 5, moved[2]});
    grove(ui, v->season,
          &(Grove){"tree-mid", w * 0.64f, w - 10, v->hz + 64, v->hz + 96, 0.36f, 0.6f,
                   (int)(9 * w / 1280), seed + 6, moved[2]});
    float cottage_x = valley_x(ui, w * valley_cottage_at) + moved[2];
    if (ui->evening) {
        put(ui, "glow/cottage", cottage_x, v->hz + 62, 0.8f, 120);
    }
    put(ui, "cottage", cottage_x, v->hz + 62, 0.8f, 110);
    put(ui, "cottage/smoke", cottage_x + 16, v->hz - 5, 0.8f, 110);
    hill(ui, seed + 14,
         &(Wave){moved[3],
                 v->hz + 118,
                 {16, 12, 6},
                 3,
                 paint_of(TOKEN_HILL_NEAR),
                 paint_of(TOKEN_BANK)});
    stream(ui, v);
    if (ui->calm) {
        glints(ui, v, 0);
    }
}

void valley_ambient(Ui *ui, const Valley *v) {
    if (!ui->calm) {
        glints(ui, v, 6);
        if (drifts(ui, v)) {
            clouds(ui, true);
        }
        ui->wants_ambient = true;
    }
}

/* One bank: side -1 left, 1 right. Curves after banks() of the drawings. */
static void bank_shape(Ui *ui, const Valley *v, float side) {
    DrawList *list = ui->list;
    float edge = v->cx + side * v->half, gy = v->gy, h = ui->height;
    float out = side < 0 ? -30 : ui->width + 30;
    float far = fabsf(edge - out);
    path_begin(list);
    path_move(list, edge, gy + 34);
    path_cubic(list, edge + side * 4, gy + 10, edge + side * 20, gy, edge + side * 50, gy - 4);
    path_cubic(list, edge + side * far * 0.35f, gy - 16, edge + side * far * 0.6f, gy - 26,
               edge + side * far * 0.8f, gy - 22);
    path_line(list, out, gy - 30);
    path_line(list, out, h + 10);
    path_line(list, edge + side * 70, h + 10);
    path_cubic(list, edge + side * 16, gy + (h - gy) * 0.75f, edge - side * 22,
               gy + (h - gy) * 0.5f, edge, gy + 34);
    path_close(list);
    Fill fill = {.top = paint_of(ui->evening ? TOKEN_BANK : TOKEN_GRASS),
                 .middle = paint_of(TOKEN_BANK),
                 .bottom = paint_of(TOKEN_BANK_DARK),
                 .middle_at = 0.22f,
                 .y0 = gy - 30,
                 .y1 = h + 10};
    if (v->season == SEASON_WINTER && !ui->evening) {
        fill.top = paint_mix(TOKEN_GRASS, TOKEN_WHITE, 0.7f);
    }
    path_fill(list, fill);
}

static void bank_path(Ui *ui, const Valley *v, float side) {
    DrawList *list = ui->list;
    float edge = v->cx + side * v->half, gy = v->gy;
    float out = side < 0 ? -30 : ui->width + 30;
    float far = fabsf(edge - out);
    path_begin(list);
    path_move(list, edge + side * 8, gy + 16);
    path_cubic(list, edge + side * 60, gy + 8, edge + side * far * 0.4f, gy + 6,
               edge + side * far * 0.62f, gy + 2);
    path_cubic(list, edge + side * far * 0.84f, gy - 2, edge + side * far * 0.9f, gy - 4, out,
               gy - 6);
    path_line(list, out, gy + 22);
    path_cubic(list, edge + side * far * 0.9f, gy + 26, edge + side * far * 0.6f, gy + 36,
               edge + side * far * 0.4f, gy + 38);
    path_cubic(list, edge + side * far * 0.2f, gy + 40, edge + side * 40, gy + 44, edge + side * 8,
               gy + 40);
    path_close(list);
    path_fill(list, fill_of(paint_alpha(TOKEN_PATH, 0.9f)));
    Random random = {(uint64_t)(v->seed + 2 + (int)side)};
    for (int i = 0; i < 9; i++) {
        float f = random_between(&random, 0.06f, 0.95f);
        float y = gy + random_between(&random, 14, 28) - 8 * f;
        Paint pebble = paint_mix(TOKEN_PATH, TOKEN_WOOD, 0.3f);
        pebble.alpha = 150;
        draw_ellipse(list, edge + side * far * f, y, random_between(&random, 5, 10),
                     random_between(&random, 2, 3.4f), pebble);
    }
}

static void bank_plants(Ui *ui, const Valley *v, float side) {
    static const char *const flowers[] = {"flower/gold", "flower/coral", "flower/cream",
                                          "flower/lilac"};
    float edge = v->cx + side * v->half, gy = v->gy, h = ui->height;
    float far = fabsf(edge - (side < 0 ? -30 : ui->width + 30));
    Random random = {(uint64_t)(v->seed * 3 + 7 + (int)side)};
    for (int i = 0; i < 26; i++) {
        float f = random_between(&random, 0.02f, 1);
        put_faint(ui, "grass", edge + side * far * f, random_between(&random, gy + 52, h - 6), 1,
                  20, 0.7f);
    }
    int flowers_here = v->season == SEASON_WINTER ? 0 : v->flowers;
    for (int i = 0; i < flowers_here; i++) {
        float f = random_between(&random, 0.03f, 0.95f);
        float y = random_between(&random, gy + 58, h - 14);
        float scale = 0.7f + (y - gy) / (h - gy) * 0.6f;
        put(ui, flowers[random_below(&random, 4)], edge + side * far * f, y, scale, 36 * scale);
    }
    put(ui, "reeds", edge - side * 6, gy + 70, 0.9f, 90);
    put(ui, "reeds", edge, gy + 130, 1.2f, 110);
}

/* Winter: drifts that lie on the banks, larger towards us. */
static void bank_snow(Ui *ui, const Valley *v, float side) {
    enum { DRIFTS = 12 };
    float edge = v->cx + side * v->half, gy = v->gy, h = ui->height;
    float far = fabsf(edge - (side < 0 ? -30 : ui->width + 30));
    Random random = {(uint64_t)(v->seed * 5 + 11 + (int)side)};
    Paint snow = ui->evening ? paint_alpha(TOKEN_INK2, 0.32f) : paint_alpha(TOKEN_WHITE, 0.72f);
    for (int i = 0; i < DRIFTS; i++) {
        float f = random_between(&random, 0.1f, 1);
        float y = random_between(&random, gy + 56, h + 8);
        float size = 0.5f + (y - gy) / (h - gy);
        float wide = random_between(&random, 34, 80) * size;
        draw_ellipse(ui->list, edge + side * far * f, y, wide, wide * 0.17f, snow);
    }
}

/* With strong contrast the drawn trees, hills and flowers step back: what is played stands out. */
static void veil(Ui *ui) {
    if (ui->strong) {
        draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                        fill_of(paint_alpha(TOKEN_PAPER, 0.62f)), (Paint){0}, 0);
    }
}

void valley_banks(Ui *ui, const Valley *v) {
    for (int i = 0; i < 2; i++) {
        float side = i ? 1 : -1;
        bank_shape(ui, v, side);
        bank_path(ui, v, side);
        if (v->season == SEASON_WINTER) {
            bank_snow(ui, v, side);
        }
        if (v->near_banks) {
            bank_plants(ui, v, side);
        }
    }
    veil(ui);
}

void valley_mist(Ui *ui, float thickness) {
    if (thickness <= 0) {
        return;
    }
    Rect all = {0, 0, ui->width, ui->height};
    draw_round_rect(ui->list, all, 0, fill_of(paint_alpha(TOKEN_PAPER, 0.22f * thickness)),
                    (Paint){0}, 0);
    Random random = {77};
    int patches = (int)(ui->width / 91);
    for (int i = 0; i < patches; i++) { /* golden section: spread without a pattern */
        float at = (float)i * 0.618034f + 0.04f;
        float x = ui->width * (at - (float)(int)at);
        float y = ui->height * (0.36f + 0.58f * random_between(&random, 0, 1));
        put_faint(ui, "mist", x, y, 1.6f, 320, thickness);
    }
}
