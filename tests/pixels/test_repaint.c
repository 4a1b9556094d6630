/* SPDX-License-Identifier: MIT */
/* Painting only what changed gives the same pixels as painting everything. */
#include "easel.h"
#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { THINGS = 24, ROUNDS = 150 };

/* A frame is made of things that come, go and change one at a time. */
typedef struct Thing {
    int kind; /* 0: not there */
    float x, y, size;
    int colour;
    float turn;
} Thing;

typedef struct Scene {
    Thing things[THINGS];
    int still;
    bool is_clipped;
} Scene;

static Thing random_thing(Random *random) {
    return (Thing){.kind = random_below(random, 11),
                   .x = random_between(random, -20, EASEL_WIDTH),
                   .y = random_between(random, -20, EASEL_HEIGHT),
                   .size = random_between(random, 8, 90),
                   .colour = 1 + random_below(random, TOKEN_COUNT - 1),
                   .turn = random_between(random, 0, 360)};
}

static void draw_thing(DrawList *list, const Thing *thing) {
    Paint paint = paint_alpha((DrawToken)thing->colour, 0.8f);
    Rect rect = {thing->x, thing->y, thing->size * 1.5f, thing->size};
    switch (thing->kind) {
    case 1: draw_round_rect(list, rect, 9, fill_of(paint), paint_of(TOKEN_INK), 2.5f); break;
    case 2: draw_text(list, "kettle", 6, FONT_DISPLAY, thing->size / 2, thing->x, thing->y,
                      thing->size * 2, paint); break;
    case 3: draw_shadow(list, rect, 14, 1 + thing->colour % 2); break;
    case 4: draw_icon(list, "ring", thing->x, thing->y, thing->size, paint); break;
    case 5: draw_line(list, thing->x, thing->y, thing->y, thing->x, paint, 3, 7, 5); break;
    case 6: {
        DrawSprite sprite = {.at = {thing->x, thing->y}, .scale_x = thing->size / 16,
                             .scale_y = thing->size / 16, .degrees = thing->turn,
                             .tint = {.alpha = 200}, .additive = thing->colour % 2 == 0};
        draw_sprite_ex(list, "square", sprite, 0);
        break;
    }
    case 7: {
        DrawPerson person = {.face = PERSON_TIRED, .face_mix = thing->turn / 360,
                             .at = {thing->x, thing->y}, .scale = thing->size / 40, .alpha = 255};
        draw_person(list, &person);
        break;
    }
    case 8: { /* a ring, around whatever lies there */
        Rect around = {rect.x - 9, rect.y - 9, rect.w * 2, rect.h * 2};
        draw_round_rect(list, around, thing->turn / 12, (Fill){0}, paint, 3.5f);
        break;
    }
    case 9: { /* a panel that hides what was drawn before */
        Rect panel = {rect.x, rect.y, rect.w * 1.4f, rect.h * 1.4f};
        draw_round_rect(list, panel, thing->turn / 3, fill_of(paint_of((DrawToken)thing->colour)),
                        paint_of(TOKEN_INK), thing->colour % 2 ? 2.5f : 0);
        break;
    }
    default: break;
    }
}

static void draw_scene(DrawList *list, const Scene *scene) {
    draw_begin(list, EASEL_WIDTH, EASEL_HEIGHT);
    draw_still_begin(list);
    path_begin(list);
    path_add_round_rect(list, list->canvas, 0);
    path_fill(list, fill_gradient(paint_of(TOKEN_SKY0), paint_of(TOKEN_SKY2), 0, 200));
    draw_ellipse(list, 100 + (float)scene->still, 100, 50, 30, paint_of(TOKEN_HILL_MID));
    draw_still_end(list);
    for (int i = 0; i < THINGS; i++) {
        if (i == THINGS / 2 && scene->is_clipped) {
            draw_clip(list, (Rect){50, 40, 200, 160}, 40);
        }
        draw_thing(list, &scene->things[i]);
    }
    if (scene->is_clipped) {
        draw_unclip(list);
    }
}

static void change_scene(Scene *scene, Random *random) {
    int changes = 1 + random_below(random, 3);
    for (int i = 0; i < changes; i++) {
        Thing *thing = &scene->things[random_below(random, THINGS)];
        switch (random_below(random, 6)) {
        case 0: *thing = random_thing(random); break;
        case 1: thing->x += 3; break;
        case 2: thing->kind = 0; break;
        case 3: thing->colour = 1 + random_below(random, TOKEN_COUNT - 1); break;
        case 4: thing->turn += 10; break;
        default: *thing = random_thing(random); break;
        }
    }
    scene->still += random_below(random, 12) == 0;
    scene->is_clipped ^= random_below(random, 10) == 0;
}

static void assert_equal_surfaces(const SDL_Surface *a, const SDL_Surface *b, int round) {
    for (int y = 0; y < a->h; y++) {
        for (int x = 0; x < a->w; x++) {
            if (easel_pixel(a, x, y) != easel_pixel(b, x, y)) {
                fail_msg("round %d: pixel %d, %d is %08x, painted anew %08x", round, x, y,
                         easel_pixel(a, x, y), easel_pixel(b, x, y));
            }
        }
    }
}

static long painted(TestEasel *easel, float ring_x, bool is_filled) {
    DrawList *list = easel->list;
    draw_begin(list, EASEL_WIDTH, EASEL_HEIGHT);
    Fill paper = fill_of(paint_of(TOKEN_PAPER));
    draw_round_rect(list, list->canvas, 0, paper, (Paint){0}, 0);
    draw_round_rect(list, (Rect){ring_x, 20, 120, 120}, 18, is_filled ? paper : (Fill){0},
                    paint_of(TOKEN_FOCUS), 3);
    int count;
    const SDL_Rect *rects =
        render_paint(easel->renderer, easel->surface, list, RENDER_DAY, false, &count);
    long pixels = 0;
    for (int i = 0; i < count; i++) {
        pixels += (long)rects[i].w * rects[i].h;
    }
    return pixels;
}

/* What lies inside a ring that moves is not painted again. */
static void a_ring_costs_its_sides_alone(void **state) {
    for (int i = 0; i < 2; i++) {
        painted(*state, 10, i == 0);
        long pixels = painted(*state, 150, i == 0);
        if (i == 0) {
            assert_true(pixels > 2 * 120 * 120);
        } else {
            assert_in_range(pixels, 1, 120 * 120);
        }
    }
}

static void draw_corner(DrawList *list, DrawToken dot) {
    draw_begin(list, EASEL_WIDTH, EASEL_HEIGHT);
    draw_round_rect(list, list->canvas, 0, fill_of(paint_of(TOKEN_PAPER)), (Paint){0}, 0);
    draw_ellipse(list, 34, 34, 8, 8, paint_of(dot));
    draw_round_rect(list, (Rect){20, 20, 200, 160}, 80, fill_of(paint_of(TOKEN_INK)), (Paint){0},
                    0);
}

/* A panel hides what lies below it, but not where its corner is round. */
static void what_shows_beside_a_round_corner_is_painted(void **state) {
    TestEasel *easel = *state;
    int count;
    draw_corner(easel->list, TOKEN_P1);
    render_paint(easel->renderer, easel->surface, easel->list, RENDER_DAY, true, &count);
    uint32_t before = easel_pixel(easel->surface, 34, 34);
    draw_corner(easel->list, TOKEN_P2);
    render_paint(easel->renderer, easel->surface, easel->list, RENDER_DAY, false, &count);
    uint32_t after = easel_pixel(easel->surface, 34, 34);
    render_paint(easel->renderer, easel->surface, easel->list, RENDER_DAY, true, &count);
    assert_int_not_equal(after, before);
    assert_int_equal(after, easel_pixel(easel->surface, 34, 34));
}

/* A command at a time, begun anew in the middle with another list: the same as all at once, and
 * what changes after it is painted as ever. */
static void little_by_little_comes_to_the_same(void **state) {
    TestEasel *easel = *state;
    Random random = {.state = 23};
    Scene scene = {.is_clipped = true};
    SDL_Surface *parts = SDL_CreateRGBSurfaceWithFormat(0, EASEL_WIDTH, EASEL_HEIGHT, 32,
                                                        SDL_PIXELFORMAT_ARGB8888);
    for (int round = 0; round < 12; round++) {
        for (int i = 0; i < THINGS; i++) {
            scene.things[i] = random_thing(&random);
        }
        scene.still = round / 2;
        draw_scene(easel->list, &scene);
        uint64_t stamp = (uint64_t)round * 2 + 1;
        for (int i = 0; i < 5; i++) {
            assert_false(render_paint_some(easel->renderer, parts, easel->list, RENDER_DAY, stamp,
                                           -1));
        }
        change_scene(&scene, &random);
        draw_scene(easel->list, &scene);
        int turns = 1, count;
        while (!render_paint_some(easel->renderer, parts, easel->list, RENDER_DAY, stamp + 1, -1)) {
            turns++;
        }
        assert_true(turns > THINGS / 3);
        change_scene(&scene, &random);
        draw_scene(easel->list, &scene);
        render_paint(easel->renderer, parts, easel->list, RENDER_DAY, false, &count);
        render_paint(easel->renderer, easel->surface, easel->list, RENDER_DAY, true, &count);
        assert_equal_surfaces(parts, easel->surface, round);
    }
    SDL_FreeSurface(parts);
}

static void a_partial_repaint_equals_a_full_one(void **state) {
    TestEasel *easel = *state;
    Renderer *other;
    assert_int_equal(render_open(easel->art_dir, TB_SOURCE_DIR "/assets/fonts", &other, NULL),
                     ERR_OK);
    SDL_Surface *full = SDL_CreateRGBSurfaceWithFormat(0, EASEL_WIDTH, EASEL_HEIGHT, 32,
                                                       SDL_PIXELFORMAT_ARGB8888);
    Random random = {.state = 7};
    Scene scene = {0};
    for (int i = 0; i < THINGS; i++) {
        scene.things[i] = random_thing(&random);
    }
    int partial_rounds = 0;
    for (int round = 0; round < ROUNDS; round++) {
        int count;
        draw_scene(easel->list, &scene);
        const SDL_Rect *rects = render_paint(easel->renderer, easel->surface, easel->list,
                                             RENDER_DAY, false, &count);
        partial_rounds += count > 0 && rects[0].w < EASEL_WIDTH;
        render_paint(other, full, easel->list, RENDER_DAY, true, &count);
        assert_equal_surfaces(easel->surface, full, round);
        change_scene(&scene, &random);
    }
    assert_true(partial_rounds > ROUNDS / 2);
    SDL_FreeSurface(full);
    render_close(other);
}

static void an_equal_frame_paints_nothing(void **state) {
    TestEasel *easel = *state;
    Scene scene = {.things = {{.kind = 1, .x = 50, .y = 50, .size = 40, .colour = 5}}};
    int count;
    draw_scene(easel->list, &scene);
    render_paint(easel->renderer, easel->surface, easel->list, RENDER_DAY, true, &count);
    draw_scene(easel->list, &scene);
    render_paint(easel->renderer, easel->surface, easel->list, RENDER_DAY, false, &count);
    assert_int_equal(count, 0);
}

static void a_small_change_paints_little(void **state) {
    TestEasel *easel = *state;
    Scene scene = {.things = {{.kind = 1, .x = 50, .y = 50, .size = 40, .colour = 5},
                              {.kind = 1, .x = 300, .y = 200, .size = 40, .colour = 6}}};
    int count;
    draw_scene(easel->list, &scene);
    render_paint(easel->renderer, easel->surface, easel->list, RENDER_DAY, true, &count);
    scene.things[1].colour = 7;
    draw_scene(easel->list, &scene);
    const SDL_Rect *rects = render_paint(easel->renderer, easel->surface, easel->list, RENDER_DAY,
                                         false, &count);
    assert_int_equal(count, 1);
    assert_in_range(rects[0].x, 295, 300);
    assert_in_range(rects[0].w, 60, 70);
    assert_in_range(rects[0].h, 40, 50);
}

static void themes_and_targets_paint_anew(void **state) {
    TestEasel *easel = *state;
    Scene scene = {.still = 3};
    int count;
    draw_scene(easel->list, &scene);
    render_paint(easel->renderer, easel->surface, easel->list, RENDER_DAY, true, &count);
    uint32_t by_day = easel_pixel(easel->surface, 5, 5);
    render_paint(easel->renderer, easel->surface, easel->list, RENDER_EVENING, false, &count);
    assert_int_equal(count, 1);
    assert_true(easel_pixel(easel->surface, 5, 5) != by_day);
    SDL_Surface *small = SDL_CreateRGBSurfaceWithFormat(0, EASEL_WIDTH, EASEL_HEIGHT, 32,
                                                        SDL_PIXELFORMAT_ABGR8888);
    render_paint(easel->renderer, small, easel->list, RENDER_EVENING, false, &count);
    assert_int_equal(count, 1);
    uint32_t here = easel_pixel(easel->surface, 5, 5);
    uint32_t there = easel_pixel(small, 5, 5);
    assert_int_equal(here & 0xff00ff00u, there & 0xff00ff00u);
    assert_int_equal(here >> 16 & 255, there & 255);
    SDL_FreeSurface(small);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_partial_repaint_equals_a_full_one),
        cmocka_unit_test(an_equal_frame_paints_nothing),
        cmocka_unit_test(a_small_change_paints_little),
        cmocka_unit_test(a_ring_costs_its_sides_alone),
        cmocka_unit_test(little_by_little_comes_to_the_same),
        cmocka_unit_test(what_shows_beside_a_round_corner_is_painted),
        cmocka_unit_test(themes_and_targets_paint_anew),
    };
    return cmocka_run_group_tests(tests, easel_open, easel_close);
}
