/* SPDX-License-Identifier: MIT */
/* What commands paint: colours, gradients, strokes, clips, text, shadows, inside their boxes. */
#include "easel.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static uint32_t day(DrawToken token) {
    return 0xff000000u | theme_rgb[0][token];
}

static void a_square_is_painted_to_the_pixel(void **state) {
    TestEasel *easel = *state;
    DrawList *list = easel_begin(easel);
    draw_round_rect(list, (Rect){10, 20, 30, 40}, 0, fill_of(paint_of(TOKEN_MOSS)), (Paint){0}, 0);
    easel_paint(easel);
    SDL_Rect box = easel_painted(easel->surface);
    assert_int_equal(box.x, 10);
    assert_int_equal(box.y, 20);
    assert_int_equal(box.w, 30);
    assert_int_equal(box.h, 40);
    assert_int_equal(easel_pixel(easel->surface, 10, 20), day(TOKEN_MOSS));
    assert_int_equal(easel_pixel(easel->surface, 39, 59), day(TOKEN_MOSS));
}

static void half_a_pixel_is_half_covered(void **state) {
    TestEasel *easel = *state;
    DrawList *list = easel_begin(easel);
    draw_round_rect(list, (Rect){10.5f, 20, 4, 4}, 0, fill_of(paint_of(TOKEN_WHITE)), (Paint){0},
                    0);
    easel_paint(easel);
    uint32_t alpha = easel_pixel(easel->surface, 10, 21) >> 24;
    assert_in_range(alpha, 126, 129);
    assert_int_equal(easel_pixel(easel->surface, 11, 21), 0xffffffffu);
}

static void colours_mix_and_fade(void **state) {
    TestEasel *easel = *state;
    DrawList *list = easel_begin(easel);
    Rect rect = {0, 0, 8, 8};
    draw_round_rect(list, rect, 0, fill_of(paint_of(TOKEN_WHITE)), (Paint){0}, 0);
    draw_round_rect(list, rect, 0, fill_of(paint_alpha(TOKEN_SHADOW, 0.5f)), (Paint){0}, 0);
    rect.x = 20;
    draw_round_rect(list, rect, 0, fill_of(paint_mix(TOKEN_WHITE, TOKEN_SHADOW, 0.5f)), (Paint){0},
                    0);
    easel_paint(easel);
    uint32_t over = easel_pixel(easel->surface, 4, 4);
    uint32_t mixed = easel_pixel(easel->surface, 24, 4);
    assert_in_range(easel_difference(over, mixed), 0, 2);
    assert_in_range(easel_difference(over, 0xff8d8898u), 0, 2);
}

static void a_gradient_goes_through_its_stops(void **state) {
    TestEasel *easel = *state;
    DrawList *list = easel_begin(easel);
    Fill fill = fill_gradient(paint_of(TOKEN_SKY0), paint_of(TOKEN_SKY2), 50, 250);
    fill.middle = paint_of(TOKEN_SKY1);
    fill.middle_at = 0.25f;
    path_begin(list);
    path_add_round_rect(list, list->canvas, 0);
    path_fill(list, fill);
    easel_paint(easel);
    assert_int_equal(easel_pixel(easel->surface, 5, 0), day(TOKEN_SKY0));
    assert_in_range(easel_difference(easel_pixel(easel->surface, 5, 50), day(TOKEN_SKY0)), 0, 2);
    assert_in_range(easel_difference(easel_pixel(easel->surface, 5, 100), day(TOKEN_SKY1)), 0, 2);
    assert_in_range(easel_difference(easel_pixel(easel->surface, 5, 249), day(TOKEN_SKY2)), 0, 2);
    assert_int_equal(easel_pixel(easel->surface, 5, 299), day(TOKEN_SKY2));
    for (int y = 1; y < EASEL_HEIGHT; y++) {
        uint32_t above = easel_pixel(easel->surface, 5, y - 1);
        uint32_t here = easel_pixel(easel->surface, 5, y);
        assert_in_range(easel_difference(above, here), 0, 3);
        assert_true((here >> 16 & 255) >= (above >> 16 & 255)); /* each stop is redder here */
    }
}

static void strokes_have_round_ends(void **state) {
    TestEasel *easel = *state;
    DrawList *list = easel_begin(easel);
    draw_line(list, 50, 50, 100, 50, paint_of(TOKEN_WHITE), 20, 0, 0);
    easel_paint(easel);
    SDL_Rect box = easel_painted(easel->surface);
    assert_int_equal(box.x, 40);
    assert_int_equal(box.w, 70);
    assert_int_equal(box.y, 40);
    assert_int_equal(box.h, 20);
    assert_int_equal(easel_pixel(easel->surface, 41, 41), 0);
    assert_int_equal(easel_pixel(easel->surface, 45, 50), 0xffffffffu);
}

static void dashes_leave_gaps(void **state) {
    TestEasel *easel = *state;
    DrawList *list = easel_begin(easel);
    draw_line(list, 20, 50, 120, 50, paint_of(TOKEN_WHITE), 2, 10, 10);
    easel_paint(easel);
    for (int dash = 0; dash < 5; dash++) {
        int x = 20 + dash * 20;
        assert_int_equal(easel_pixel(easel->surface, x + 5, 50), 0xffffffffu);
        assert_int_equal(easel_pixel(easel->surface, x + 15, 50), 0);
    }
}

static void a_ring_is_hollow(void **state) {
    TestEasel *easel = *state;
    DrawList *list = easel_begin(easel);
    path_begin(list);
    path_add_ellipse(list, 100, 100, 40, 40);
    path_stroke(list, paint_of(TOKEN_WHITE), 4, 0, 0);
    easel_paint(easel);
    assert_int_equal(easel_pixel(easel->surface, 100, 100), 0);
    assert_int_equal(easel_pixel(easel->surface, 100, 60), 0xffffffffu);
    assert_int_equal(easel_pixel(easel->surface, 139, 100), 0xffffffffu);
    assert_int_equal(easel_pixel(easel->surface, 100, 66), 0);
}

static void clips_nest_and_end(void **state) {
    TestEasel *easel = *state;
    DrawList *list = easel_begin(easel);
    Fill white = fill_of(paint_of(TOKEN_WHITE));
    draw_clip(list, (Rect){20, 20, 100, 100}, 50);
    draw_clip(list, (Rect){60, 10, 100, 100}, 0);
    draw_round_rect(list, list->canvas, 0, white, (Paint){0}, 0);
    draw_unclip(list);
    draw_unclip(list);
    draw_round_rect(list, (Rect){300, 200, 5, 5}, 0, white, (Paint){0}, 0);
    easel_paint(easel);
    assert_int_equal(easel_pixel(easel->surface, 59, 70), 0);
    assert_int_equal(easel_pixel(easel->surface, 60, 70), 0xffffffffu);
    assert_int_equal(easel_pixel(easel->surface, 118, 70), 0xffffffffu);
    assert_int_equal(easel_pixel(easel->surface, 120, 70), 0);
    assert_int_equal(easel_pixel(easel->surface, 112, 28), 0);
    assert_int_equal(easel_pixel(easel->surface, 70, 110), 0);
    assert_int_equal(easel_pixel(easel->surface, 302, 202), 0xffffffffu);
}

static void a_round_clip_equals_a_round_shape(void **state) {
    TestEasel *easel = *state;
    SDL_Surface *shape = SDL_CreateRGBSurfaceWithFormat(0, EASEL_WIDTH, EASEL_HEIGHT, 32,
                                                        SDL_PIXELFORMAT_ARGB8888);
    DrawList *list = easel_begin(easel);
    Fill white = fill_of(paint_of(TOKEN_WHITE));
    Rect rect = {20.3f, 30.6f, 80, 60};
    draw_round_rect(list, rect, 17, white, (Paint){0}, 0);
    easel_paint(easel);
    SDL_BlitSurface(easel->surface, NULL, shape, NULL);
    memcpy(shape->pixels, easel->surface->pixels, (size_t)(shape->pitch * shape->h));
    list = easel_begin(easel);
    draw_clip(list, rect, 17);
    draw_round_rect(list, list->canvas, 0, white, (Paint){0}, 0);
    draw_unclip(list);
    easel_paint(easel);
    for (int y = 0; y < EASEL_HEIGHT; y++) {
        for (int x = 0; x < EASEL_WIDTH; x++) {
            int difference = easel_difference(easel_pixel(shape, x, y),
                                              easel_pixel(easel->surface, x, y));
            assert_in_range(difference, 0, 1);
        }
    }
    SDL_FreeSurface(shape);
}

static void shadows_are_soft_and_fall_down(void **state) {
    TestEasel *easel = *state;
    DrawList *list = easel_begin(easel);
    draw_shadow(list, (Rect){100, 80, 200, 120}, 28, 2);
    easel_paint(easel);
    uint32_t middle = easel_pixel(easel->surface, 200, 150) >> 24;
    uint32_t above = easel_pixel(easel->surface, 200, 70) >> 24;
    uint32_t below = easel_pixel(easel->surface, 200, 210) >> 24;
    assert_in_range(middle, 84, 88); /* 34 % */
    assert_true(below > above + 15);
    assert_in_range(below, 38, 48); /* half of it, at the edge of what falls 10 points down */
    for (int y = 1; y < 140; y++) {
        uint32_t one = easel_pixel(easel->surface, 200, y - 1) >> 24;
        assert_true(easel_pixel(easel->surface, 200, y) >> 24 >= one);
    }
}

/* The middle of a shadow is left out below an opaque card; a card that is not must show it. */
static void a_card_hides_its_shadow_and_nothing_else(void **state) {
    TestEasel *easel = *state;
    static const float alphas[] = {1, 0.5f};
    Rect card = {100.4f, 80.7f, 120, 90};
    for (int i = 0; i < 2; i++) {
        for (int between = 0; between < 2; between++) {
            DrawList *list = easel_begin(easel);
            draw_round_rect(list, list->canvas, 0, fill_of(paint_of(TOKEN_WHITE)), (Paint){0}, 0);
            draw_shadow(list, card, 24, 2);
            if (between) { /* anything between the two, and the whole shadow is painted */
                draw_line(list, 5, 5, 6, 5, paint_of(TOKEN_WHITE), 1, 0, 0);
            }
            draw_round_rect(list, card, 24, fill_of(paint_alpha(TOKEN_PAPER, alphas[i])),
                            (Paint){0}, 0);
            static uint32_t first[EASEL_WIDTH * EASEL_HEIGHT];
            easel_paint(easel);
            if (between) {
                assert_memory_equal(first, easel->surface->pixels, sizeof first);
            }
            memcpy(first, easel->surface->pixels, sizeof first);
        }
    }
}

static void text_stands_on_its_baseline(void **state) {
    TestEasel *easel = *state;
    DrawList *list = easel_begin(easel);
    Measure measure = render_measure(easel->renderer);
    const char *text = "Hill";
    float width = measure.text(measure.context, FONT_TEXT, 40, text, 4);
    draw_text(list, text, 4, FONT_TEXT, 40, 50, 120, width, paint_of(TOKEN_WHITE));
    easel_paint(easel);
    SDL_Rect box = easel_painted(easel->surface);
    assert_in_range(box.y + box.h, 120, 121);
    assert_in_range(box.h, 26, 36);
    assert_in_range(box.x, 50, 55);
    assert_in_range(box.x + box.w, 44 + (int)width, 51 + (int)width);
}

static float width_of(TestEasel *easel, FontFace face, const char *text) {
    Measure measure = render_measure(easel->renderer);
    return measure.text(measure.context, face, 20, text, (int)strlen(text));
}

static void text_is_measured(void **state) {
    TestEasel *easel = *state;
    assert_true(width_of(easel, FONT_TEXT, "") == 0);
    assert_true(width_of(easel, FONT_TEXT, "kettle") > width_of(easel, FONT_TEXT, "kettl"));
    assert_true(width_of(easel, FONT_TEXT_BOLD, "kettle") > width_of(easel, FONT_TEXT, "kettle"));
    assert_true(width_of(easel, FONT_TEXT, "“It’s on…” – čaj") > 90);
    /* سلام, and the same between Latin words */
    float salam = width_of(easel, FONT_TEXT, "\u0633\u0644\u0627\u0645");
    assert_true(salam > 15);
    float both = width_of(easel, FONT_TEXT, "Mina \u0633\u0644\u0627\u0645 2");
    float rest = width_of(easel, FONT_TEXT, "Mina ") + width_of(easel, FONT_TEXT, " 2");
    assert_true(fabsf(both - salam - rest) < 4);
}

static void broken_utf8_is_painted_somehow(void **state) {
    TestEasel *easel = *state;
    DrawList *list = easel_begin(easel);
    char bytes[200];
    for (int i = 0; i < 200; i++) {
        bytes[i] = (char)(i * 37 + 129);
        bytes[i] = bytes[i] ? bytes[i] : 'x';
    }
    draw_text(list, bytes, 200, FONT_DISPLAY, 20, 10, 50, 300, paint_of(TOKEN_WHITE));
    easel_paint(easel);
}

static void draw_line_of(DrawList *list, Measure measure, const char *text, FontFace face,
                         float size, float x) {
    int length = (int)strlen(text);
    float width = measure.text(measure.context, face, size, text, length);
    draw_text(list, text, length, face, size, x, 200, width, paint_of(TOKEN_WHITE));
}

/* One of every kind of command, where it may stick out. */
static void draw_everything(DrawList *list, Measure measure) {
    Fill white = fill_of(paint_of(TOKEN_WHITE));
    draw_round_rect(list, (Rect){30.2f, 40.7f, 90.5f, 60.1f}, 20, white, paint_of(TOKEN_INK), 3.5f);
    path_begin(list);
    path_move(list, 150, 60);
    path_cubic(list, 160, 20, 240, 20, 250, 90);
    path_quad(list, 200, 70, 150, 130);
    path_close(list);
    path_paint(list, white, paint_of(TOKEN_MOSS), 7, 12, 9);
    path_begin(list);
    path_add_arc(list, 200, 150, 40, -40, 290);
    path_stroke(list, paint_of(TOKEN_GOLD), 11, 0, 0);
    draw_line_of(list, measure, "Ějfy “Øgj”", FONT_DISPLAY_BOLD, 38, 60);
    draw_line_of(list, measure, "jÅy", FONT_TEXT, 62, 260);
    draw_shadow(list, (Rect){100, 100, 80, 30}, 15, 1);
    draw_shadow(list, (Rect){100, 100, 180, 90}, 28, 2);
    draw_icon(list, "ring", 100.4f, 20.2f, 31, paint_of(TOKEN_WHITE));
    DrawSprite turned = {
        .at = {200, 150}, .scale_x = -2, .scale_y = 1.5f, .degrees = 33, .tint = {.alpha = 255}};
    draw_sprite_ex(list, "square", turned, 24);
    DrawPerson person = {
        .face_mix = 1, .at = {200, 150}, .scale = 0.9f, .alpha = 255, .face = PERSON_TIRED};
    draw_person(list, &person);
}

static void every_command_stays_in_its_box(void **state) {
    TestEasel *easel = *state;
    static DrawList all;
    draw_begin(&all, EASEL_WIDTH, EASEL_HEIGHT);
    draw_everything(&all, render_measure(easel->renderer));
    for (int i = 0; i < all.cmd_count; i++) {
        *easel->list = all;
        easel->list->cmds[0] = all.cmds[i];
        easel->list->cmd_count = 1;
        Rect box = all.cmds[i].box;
        /* A wider box would show whatever is cut off at the real one. */
        Rect wide = {box.x - 30, box.y - 30, box.w + 60, box.h + 60};
        easel->list->cmds[0].box = wide;
        easel_paint(easel);
        SDL_Rect painted = easel_painted(easel->surface);
        assert_true(painted.w > 0);
        assert_true((float)painted.x >= floorf(box.x) - 1);
        assert_true((float)painted.y >= floorf(box.y) - 1);
        assert_true((float)(painted.x + painted.w) <= ceilf(box.x + box.w) + 1);
        assert_true((float)(painted.y + painted.h) <= ceilf(box.y + box.h) + 1);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_square_is_painted_to_the_pixel),
        cmocka_unit_test(half_a_pixel_is_half_covered),
        cmocka_unit_test(colours_mix_and_fade),
        cmocka_unit_test(a_gradient_goes_through_its_stops),
        cmocka_unit_test(strokes_have_round_ends),
        cmocka_unit_test(dashes_leave_gaps),
        cmocka_unit_test(a_ring_is_hollow),
        cmocka_unit_test(clips_nest_and_end),
        cmocka_unit_test(a_round_clip_equals_a_round_shape),
        cmocka_unit_test(shadows_are_soft_and_fall_down),
        cmocka_unit_test(a_card_hides_its_shadow_and_nothing_else),
        cmocka_unit_test(text_stands_on_its_baseline),
        cmocka_unit_test(text_is_measured),
        cmocka_unit_test(broken_utf8_is_painted_somehow),
        cmocka_unit_test(every_command_stays_in_its_box),
    };
    return cmocka_run_group_tests(tests, easel_open, easel_close);
}
