/* SPDX-License-Identifier: MIT */
/* What the couple builds: arch, wall, lanterns. */
#include "valley.h"

#include "random.h"

#include <math.h>
#include <stdio.h>

static const float pi = 3.14159265f;

enum { COURSE_HEIGHT = 22, COURSES_MAX = 9 };

static void put(Ui *ui, const char *name, float x, float y, float scale, float extent) {
    char full[64];
    draw_sprite(ui->list, valley_sprite(ui, name, full), x, y, scale, extent);
}

static Point ring_point(const Arch *arch, float angle, float outward) {
    return (Point){arch->cx - (arch->half + outward) * cosf(angle),
                   arch->base_y - (arch->rise + outward) * sinf(angle)};
}

int arch_index_of(const Arch *arch, int nth) {
    return nth % 2 == 0 ? nth / 2 : arch->count - 1 - nth / 2;
}

Point arch_stone_at(const Arch *arch, int nth) {
    float angle = pi * ((float)arch_index_of(arch, nth) + 0.5f) / (float)arch->count;
    return ring_point(arch, angle, arch->thick / 2);
}

static bool is_laid(const Arch *arch, int index) {
    for (int nth = 0; nth < arch->built; nth++) {
        if (arch_index_of(arch, nth) == index) {
            return true;
        }
    }
    return false;
}

static void timber(Ui *ui, const Arch *arch) {
    float cx = arch->cx, yb = arch->base_y, a = arch->half, b = arch->rise;
    DrawList *list = ui->list;
    Paint wood = paint_of(TOKEN_WOOD);
    path_begin(list);
    path_move(list, cx - a + 12, yb);
    path_quad(list, cx - a + 14, yb - b + 6, cx, yb - b + 10);
    path_quad(list, cx + a - 14, yb - b + 6, cx + a - 12, yb);
    path_stroke(list, wood, 6, 0, 0);
    path_begin(list);
    path_move(list, cx - a * 0.5f, yb + 30);
    path_line(list, cx - a * 0.5f, yb - b * 0.76f);
    path_move(list, cx, yb + 38);
    path_line(list, cx, yb - b + 12);
    path_move(list, cx + a * 0.5f, yb + 30);
    path_line(list, cx + a * 0.5f, yb - b * 0.76f);
    path_move(list, cx - a * 0.5f, yb + 6);
    path_line(list, cx, yb - b * 0.5f);
    path_line(list, cx + a * 0.5f, yb + 6);
    path_move(list, cx - a + 14, yb - 4);
    path_line(list, cx + a - 14, yb - 4);
    path_stroke(list, wood, 5, 0, 0);
}

static void abutments(Ui *ui, const Arch *arch) {
    Random random = {5};
    for (int side = -1; side <= 1; side += 2) {
        for (int i = 0; i < 4; i++) {
            char name[32];
            snprintf(name, sizeof name, "abutment/%d", random_below(&random, 4));
            float x = arch->cx + (float)side * (arch->half + arch->thick / 2) +
                      random_between(&random, -4, 4);
            put(ui, name, x - 23, arch->base_y - 2 + (float)i * 15, 1, 60);
        }
    }
}

static void voussoir_path(Ui *ui, const Arch *arch, int index, float sink) {
    float from = pi * (float)index / (float)arch->count + 0.012f;
    float to = pi * (float)(index + 1) / (float)arch->count - 0.012f;
    float outer = index == arch->count / 2 ? arch->thick + 9 : arch->thick;
    Point corners[] = {
        ring_point(arch, from, 0),
        ring_point(arch, (from + to) / 2, 0),
        ring_point(arch, to, 0),
        ring_point(arch, to, outer),
        ring_point(arch, (from + to) / 2, outer),
        ring_point(arch, from, outer),
    };
    path_begin(ui->list);
    path_move(ui->list, corners[0].x, corners[0].y + sink);
    for (int i = 1; i < 6; i++) {
        path_line(ui->list, corners[i].x, corners[i].y + sink);
    }
    path_close(ui->list);
}

static void voussoir(Ui *ui, const Arch *arch, int index, Random *random) {
    DrawToken token = (DrawToken)(TOKEN_STONE0 + random_below(random, 5));
    if (!is_laid(arch, index)) {
        voussoir_path(ui, arch, index, 0);
        DrawToken outline = ui->evening ? TOKEN_INK : TOKEN_PAPER;
        path_paint(ui->list, fill_of(paint_alpha(outline, 0.16f)), paint_alpha(outline, 0.9f), 2, 5,
                   5);
        return;
    }
    Paint edge = paint_mix(token, TOKEN_SHADOW, 0.32f);
    voussoir_path(ui, arch, index, 2.5f);
    path_paint(ui->list, fill_of(edge), edge, 5, 0, 0);
    voussoir_path(ui, arch, index, 0);
    Paint stone = index == arch->glowing ? paint_mix(TOKEN_STONE0, TOKEN_GOLD, 0.35f)
                                         : paint_of(token);
    path_paint(ui->list, fill_of(stone), stone, 4, 0, 0);
    float from = pi * (float)index / (float)arch->count + 0.012f;
    float to = pi * (float)(index + 1) / (float)arch->count - 0.012f;
    float outer = index == arch->count / 2 ? arch->thick + 9 : arch->thick;
    Point a = ring_point(arch, from, outer), b = ring_point(arch, to, outer);
    draw_line(ui->list, a.x, a.y, b.x, b.y, paint_alpha(TOKEN_WHITE, ui->evening ? 0.18f : 0.42f),
              2.4f, 0, 0);
}

float valley_deck_y(const Arch *arch, float x) {
    float reach = arch->half + arch->thick + 96;
    float bow = cosf((x - arch->cx) / reach * pi / 2);
    return arch->base_y - 14 - (arch->rise + arch->thick - 2) * (bow > 0 ? bow : 0);
}

static float lower_of(float a, float b) {
    return a > b ? a : b;
}

/* A stone of the masonry, cut off where the deck runs. */
static void course_stone(Ui *ui, const Arch *arch, Rect at, DrawToken token) {
    float right = at.x + at.w - 2, foot = at.y + at.h - 2;
    float left_top = lower_of(at.y, valley_deck_y(arch, at.x) + 4);
    float right_top = lower_of(at.y, valley_deck_y(arch, right) + 4);
    if (left_top > foot - 3 || right_top > foot - 3) {
        return;
    }
    Paint stone = paint_mix(token, TOKEN_SHADOW, 0.08f);
    path_begin(ui->list);
    path_move(ui->list, at.x, left_top);
    path_line(ui->list, right, right_top);
    path_line(ui->list, right, foot);
    path_line(ui->list, at.x, foot);
    path_close(ui->list);
    path_paint(ui->list, fill_of(stone), paint_mix(token, TOKEN_SHADOW, 0.2f), 1, 0, 0);
}

/* Level courses from the bank up to the deck; the ring is laid over their ends. */
static void courses(Ui *ui, const Arch *arch, float reach) {
    Random random = {29};
    float outer = arch->half + arch->thick, high = arch->rise + arch->thick;
    for (int course = 0; course < COURSES_MAX; course++) {
        float y = arch->base_y + 18 - (float)(course + 1) * COURSE_HEIGHT;
        float x = arch->cx - reach + 2 - random_between(&random, 0, 14);
        while (x < arch->cx + reach) {
            float wide = random_between(&random, 26, 46);
            float left = lower_of(x, arch->cx - reach + 2), end = x + wide;
            end = end < arch->cx + reach - 2 ? end : arch->cx + reach - 2;
            DrawToken token = (DrawToken)(TOKEN_STONE1 + random_below(&random, 4));
            float aside = ((left + end) / 2 - arch->cx) / outer;
            float up = lower_of(0, (arch->base_y - y - COURSE_HEIGHT / 2.0f) / high);
            if (aside * aside + up * up > 1) {
                course_stone(ui, arch, (Rect){left, y, end - left, COURSE_HEIGHT}, token);
            }
            x += wide;
        }
    }
}

/* The finished bridge above the ring: masonry, deck and parapet. */
static void spandrels(Ui *ui, const Arch *arch) {
    float reach = arch->half + arch->thick + 96;
    DrawList *list = ui->list;
    path_begin(list);
    path_move(list, arch->cx - reach, arch->base_y + 20);
    for (int i = 0; i <= 40; i++) {
        float x = arch->cx - reach + (float)i * reach * 2 / 40;
        path_line(list, x, valley_deck_y(arch, x));
    }
    path_line(list, arch->cx + reach, arch->base_y + 20);
    path_line(list, arch->cx + arch->half, arch->base_y + 20);
    for (int i = 30; i >= 0; i--) {
        Point point = ring_point(arch, pi - pi * (float)i / 30 * 1.0f, 2);
        path_line(list, 2 * arch->cx - point.x, point.y);
    }
    path_line(list, arch->cx - arch->half, arch->base_y + 20);
    path_close(list);
    path_fill(list, fill_of(paint_mix(TOKEN_STONE4, TOKEN_SHADOW, 0.28f)));
    courses(ui, arch, reach);
}

void valley_arch_parapet(Ui *ui, const Arch *arch, float deck) {
    float reach = arch->half + arch->thick + 96;
    DrawList *list = ui->list;
    Random random = {11};
    for (float x = arch->cx - reach + 6; x < arch->cx + reach - 20;) {
        float w = random_between(&random, 24, 36);
        float y0 = valley_deck_y(arch, x), y1 = valley_deck_y(arch, x + w);
        DrawToken token = (DrawToken)(TOKEN_STONE0 + random_below(&random, 5));
        if (fabsf(x + w / 2 - arch->cx) < reach * (1 - deck)) {
            x += w;
            continue;
        }
        path_begin(list);
        path_move(list, x + 1, y0 - 15);
        path_line(list, x + w - 1, y1 - 15);
        path_line(list, x + w - 1, y1 + 3);
        path_line(list, x + 1, y0 + 3);
        path_close(list);
        path_paint(list, fill_of(paint_of(token)), paint_mix(token, TOKEN_SHADOW, 0.25f), 1.5f, 0,
                   0);
        x += w;
    }
}

/* The masonry as far as it has come from both banks. */
static void closing_spandrels(Ui *ui, const Arch *arch, float deck) {
    float reach = arch->half + arch->thick + 97, top = arch->base_y - arch->rise - 200;
    for (int side = 0; side < 2 && deck > 0; side++) {
        float wide = reach * deck;
        float x = side ? arch->cx + reach - wide : arch->cx - reach;
        draw_clip(ui->list, (Rect){x, top, wide, ui->height - top}, 0);
        spandrels(ui, arch);
        draw_unclip(ui->list);
    }
}

void valley_arch_closing(Ui *ui, const Arch *arch, float timber_left, float deck) {
    if (timber_left > 0) {
        uint8_t old = ui->list->alpha;
        ui->list->alpha = (uint8_t)((float)old * timber_left);
        timber(ui, arch);
        ui->list->alpha = old;
    }
    closing_spandrels(ui, arch, deck);
    abutments(ui, arch);
    Random random = {3};
    for (int i = 0; i < arch->count; i++) {
        voussoir(ui, arch, i, &random);
    }
}

void valley_arch(Ui *ui, const Arch *arch) {
    if (arch->full) {
        spandrels(ui, arch);
    } else {
        timber(ui, arch);
    }
    abutments(ui, arch);
    Random random = {3};
    for (int i = 0; i < arch->count; i++) {
        voussoir(ui, arch, i, &random);
    }
    if (arch->full) {
        valley_arch_parapet(ui, arch, 1);
    }
}

void valley_small_arch(Ui *ui, const Arch *arch) {
    Random random = {3};
    for (int i = 0; i < arch->count; i++) {
        DrawToken token = (DrawToken)(TOKEN_STONE0 + random_below(&random, 5));
        voussoir_path(ui, arch, i, 0);
        if (!arch->full && !is_laid(arch, i)) {
            path_stroke(ui->list, paint_of(TOKEN_WHITE), 1.5f, 4, 4);
            continue;
        }
        path_paint(ui->list, fill_of(paint_of(token)), paint_mix(token, TOKEN_SHADOW, 0.25f), 0.8f,
                   0, 0);
    }
}

enum { WALL_ROW = 3, WALL_PATTERNS = 3, WALL_SHOWN_MAX = 18 };

/* Three stones a row: which sprite, and how wide it is drawn. */
typedef struct WallStone {
    int sprite;
    float width;
} WallStone;

static const WallStone wall_rows[WALL_PATTERNS][WALL_ROW] = {
    {{2, 44}, {0, 35}, {1, 37}},
    {{1, 37}, {3, 46}, {0, 35}},
    {{0, 35}, {7, 45}, {1, 37}},
};

static void dashed_gap(Ui *ui, Rect rect) {
    path_begin(ui->list);
    path_add_round_rect(ui->list, rect, 7);
    path_paint(ui->list, fill_of(paint_alpha(TOKEN_SHADOW, 0.28f)), paint_of(TOKEN_PAPER), 2.5f, 5,
               5);
}

Point valley_wall(Ui *ui, float x, float y, int stones, float scale, bool gap, bool dark_newest) {
    Point newest = {x + 59 * scale, y};
    int shown = stones > WALL_SHOWN_MAX ? WALL_SHOWN_MAX : stones; /* higher hides the valley */
    if (shown > 0) {
        draw_ellipse(ui->list, x + 59 * scale, y + 2, 66 * scale, 8 * scale,
                     paint_alpha(TOKEN_SHADOW, 0.25f));
    }
    float left = x;
    for (int i = 0; i < shown; i++) {
        int row = i / WALL_ROW, column = i % WALL_ROW;
        const WallStone *stone = &wall_rows[row % WALL_PATTERNS][column];
        left = column == 0 ? x + (row % 2 ? 4.0f : 0.0f) * scale : left;
        float top = y - (float)(row + 1) * 22 * scale;
        newest = (Point){left + stone->width * scale / 2, top + 11 * scale};
        bool is_newest = i == shown - 1;
        if (is_newest && gap) {
            dashed_gap(ui, (Rect){left + 1, top, (stone->width - 3) * scale, 19 * scale});
        } else {
            char name[32];
            snprintf(name, sizeof name, is_newest && dark_newest ? "wall/new" : "wall/%d",
                     stone->sprite);
            put(ui, name, left, top, scale, 64 * scale);
        }
        left += stone->width * scale + 1;
    }
    return newest;
}

void valley_lantern(Ui *ui, float x, float y, float scale, LanternState state) {
    static const char *const names[] = {"lantern/lit", "lantern/unlit", "lantern/rest"};
    if (state == LANTERN_LIT) {
        put(ui, "glow/lantern", x, y, scale, 175 * scale); /* wide in the evening */
    }
    put(ui, names[state], x, y, scale, 100 * scale);
}
