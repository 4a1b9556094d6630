/* SPDX-License-Identifier: MIT */
/* Sprites and people: scaled, mirrored, turned, tinted, composed; what is said when art fails. */
#include "easel.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static DrawSprite sprite_at(float x, float y, float scale) {
    return (DrawSprite){.at = {x, y}, .scale_x = scale, .scale_y = scale, .tint = {.alpha = 255}};
}

/* Painted twice: the second time comes from the kept picture, and must be the same. */
static void paint_twice(TestEasel *easel) {
    static uint32_t first[EASEL_WIDTH * EASEL_HEIGHT];
    easel_paint(easel);
    memcpy(first, easel->surface->pixels, sizeof first);
    easel_paint(easel);
    easel_paint(easel);
    assert_memory_equal(first, easel->surface->pixels, sizeof first);
}

static void a_sprite_hangs_on_its_hot_spot(void **state) {
    TestEasel *easel = *state;
    draw_sprite_ex(easel_begin(easel), "square", sprite_at(100, 80, 1), 0);
    paint_twice(easel);
    SDL_Rect box = easel_painted(easel->surface);
    assert_int_equal(box.x, 92);
    assert_int_equal(box.y, 72);
    assert_int_equal(box.w, 16);
    assert_int_equal(box.h, 16);
    assert_int_equal(easel_pixel(easel->surface, 92, 72), 0xffff0000u);
}

static void sprites_scale_both_ways(void **state) {
    TestEasel *easel = *state;
    static const float scales[] = {0.25f, 0.5f, 0.8f, 1.3f, 2, 3, 4, 7};
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        draw_sprite_ex(easel_begin(easel), "square", sprite_at(100, 80, scales[i]), 0);
        paint_twice(easel);
        SDL_Rect box = easel_painted(easel->surface);
        float width = 16 * scales[i];
        assert_in_range(box.w, (int)width, (int)width + 2);
        assert_int_equal(easel_pixel(easel->surface, 100, 80) & 0xffffff, 0xff0000u);
    }
}

/* Upright sprites are scaled in a quicker way; nobody may see where one begins to turn. */
static void a_sprite_begins_to_turn_without_a_jump(void **state) {
    TestEasel *easel = *state;
    static const float scales[] = {0.2f, 0.37f, 0.5f, 0.8f, 1.3f, 2.6f, -0.61f, -1.7f};
    static const char *const names[] = {"flag", "disc", "icon/ring"};
    static uint32_t upright[EASEL_WIDTH * EASEL_HEIGHT];
    for (size_t i = 0; i < 3 * sizeof scales / sizeof *scales; i++) {
        DrawSprite sprite = sprite_at(200.3f, 150.7f, scales[i / 3]);
        sprite.scale_y = fabsf(scales[i / 3]);
        draw_sprite_ex(easel_begin(easel), names[i % 3], sprite, 0);
        easel_paint(easel);
        memcpy(upright, easel->surface->pixels, sizeof upright);
        sprite.degrees = 0.01f;
        draw_sprite_ex(easel_begin(easel), names[i % 3], sprite, 0);
        easel_paint(easel);
        for (int at = 0; at < EASEL_WIDTH * EASEL_HEIGHT; at++) {
            uint32_t turned = ((const uint32_t *)easel->surface->pixels)[at];
            assert_in_range(easel_difference(upright[at], turned), 0, 4);
        }
    }
}

static void sprites_mirror_and_turn(void **state) {
    TestEasel *easel = *state;
    DrawSprite flag = sprite_at(100, 80, 2);
    draw_sprite_ex(easel_begin(easel), "flag", flag, 0);
    easel_paint(easel);
    assert_int_equal(easel_pixel(easel->surface, 105, 90), 0xffff0000u);
    assert_int_equal(easel_pixel(easel->surface, 125, 90), 0xff0000ffu);
    flag.scale_x = -2;
    draw_sprite_ex(easel_begin(easel), "flag", flag, 0);
    paint_twice(easel);
    assert_int_equal(easel_pixel(easel->surface, 94, 90), 0xffff0000u);
    assert_int_equal(easel_pixel(easel->surface, 74, 90), 0xff0000ffu);
    flag.scale_x = 2;
    flag.degrees = 90; /* clockwise: what pointed right points down */
    draw_sprite_ex(easel_begin(easel), "flag", flag, 0);
    paint_twice(easel);
    assert_int_equal(easel_pixel(easel->surface, 90, 84), 0xffff0000u);
    assert_int_equal(easel_pixel(easel->surface, 90, 105), 0xff0000ffu);
}

static void masks_take_the_tint(void **state) {
    TestEasel *easel = *state;
    DrawList *list = easel_begin(easel);
    draw_icon(list, "ring", 50, 60, 24, paint_of(TOKEN_MOSS));
    paint_twice(easel);
    assert_int_equal(easel_pixel(easel->surface, 51, 61), 0xff000000u | theme_rgb[0][TOKEN_MOSS]);
    assert_int_equal(easel_pixel(easel->surface, 58, 68), 0);
}

static void glows_add_light(void **state) {
    TestEasel *easel = *state;
    DrawList *list = easel_begin(easel);
    draw_round_rect(list, list->canvas, 0, fill_of(paint_of(TOKEN_SHADOW)), (Paint){0}, 0);
    DrawSprite glow = sprite_at(100, 80, 1);
    glow.additive = true;
    draw_sprite_ex(list, "square", glow, 0);
    draw_sprite_ex(list, "square", glow, 0);
    paint_twice(easel);
    uint32_t dark = theme_rgb[0][TOKEN_SHADOW];
    assert_int_equal(easel_pixel(easel->surface, 100, 80) & 0xffffff, 0xff0000u | (dark & 0xffff));
}

static void a_larger_scale_takes_larger_pages(void **state) {
    TestEasel *easel = *state;
    SDL_Surface *large = SDL_CreateRGBSurfaceWithFormat(0, EASEL_WIDTH * 3, EASEL_HEIGHT * 3, 32,
                                                        SDL_PIXELFORMAT_ARGB8888);
    DrawList *list = easel_begin(easel);
    draw_sprite_ex(list, "disc", sprite_at(100, 80, 1), 0);
    draw_text(list, "Hill", 4, FONT_TEXT, 20, 200, 80, 60, paint_of(TOKEN_WHITE));
    int count;
    render_set_scale(easel->renderer, 3);
    render_paint(easel->renderer, large, list, RENDER_DAY, false, &count);
    assert_int_equal(count, 1);
    assert_true(easel_pixel(large, 300, 240) >> 24 > 250);
    assert_in_range(easel_pixel(large, 300 + 24, 240) >> 24, 185, 195);
    render_set_scale(easel->renderer, 1);
    SDL_FreeSurface(large);
}

static DrawPerson person_at(float x, float y) {
    return (DrawPerson){.face_mix = 1, .at = {x, y}, .scale = 1, .alpha = 255};
}

static void people_are_composed_of_their_parts(void **state) {
    TestEasel *easel = *state;
    DrawPerson person = person_at(100, 80);
    draw_person(easel_begin(easel), &person);
    paint_twice(easel);
    assert_int_equal(easel_pixel(easel->surface, 100, 80), 0xffff0000u);
    uint32_t skin = easel_pixel(easel->surface, 100, 90);
    float share = 1 - 10.5f * 10.5f / 256;
    assert_in_range(skin >> 24, (int)(255 * share) - 1, (int)(255 * share) + 2);
    assert_in_range(skin >> 16 & 255, 140, 146); /* F9 times that alpha */
    person.face = PERSON_HURT;                   /* the test's people hide their head when hurt */
    draw_person(easel_begin(easel), &person);
    easel_paint(easel);
    assert_true(easel_pixel(easel->surface, 100, 80) != 0xffff0000u);
}

static void only_dark_skin_has_dark_only_layers(void **state) {
    TestEasel *easel = *state;
    DrawPerson person = person_at(100, 80);
    draw_person(easel_begin(easel), &person);
    easel_paint(easel);
    assert_int_equal(easel_pixel(easel->surface, 113, 93), 0);
    person.person.skin = 7;
    draw_person(easel_begin(easel), &person);
    easel_paint(easel);
    assert_int_equal(easel_pixel(easel->surface, 113, 93), 0xffd9683au);
}

static void heads_tilt_about_the_neck(void **state) {
    TestEasel *easel = *state;
    DrawPerson person = person_at(200, 150);
    person.face = PERSON_TIRED; /* 20 degrees here: 90 * sin 20 to the right */
    draw_person(easel_begin(easel), &person);
    easel_paint(easel);
    assert_int_equal(easel_pixel(easel->surface, 231, 155), 0xffff0000u);
    person.mirrored = true;
    draw_person(easel_begin(easel), &person);
    easel_paint(easel);
    assert_int_equal(easel_pixel(easel->surface, 168, 155), 0xffff0000u);
}

static uint32_t painted_at(TestEasel *easel, const DrawPerson *person, int x, int y) {
    draw_person(easel_begin(easel), person);
    easel_paint(easel);
    return easel_pixel(easel->surface, x, y);
}

static void a_head_travels_between_two_tilts(void **state) {
    TestEasel *easel = *state;
    static const uint32_t red = 0xffff0000u;
    DrawPerson person = person_at(200, 150);
    person.face = PERSON_TIRED;
    person.face_from = PERSON_NEUTRAL;
    person.face_mix = 0.5f;
    person.tilt_back = 1; /* as the old face has it */
    assert_int_equal(painted_at(easel, &person, 196, 146), red);
    person.tilt_back = 0.5f; /* 10 of 20 degrees: 16 to the right */
    assert_int_equal(painted_at(easel, &person, 222, 152), red);
    assert_int_not_equal(painted_at(easel, &person, 196, 146), red);
    assert_int_not_equal(painted_at(easel, &person, 231, 155), red);
    DrawPerson rests = person_at(200, 150);
    uint32_t body = painted_at(easel, &rests, 188, 150);
    assert_int_not_equal(body, 0);
    assert_int_equal(painted_at(easel, &person, 188, 150), body);
    person.mirrored = true;
    assert_int_equal(painted_at(easel, &person, 177, 152), red);
    person.mirrored = false;
    person.face_mix = 1;
    person.tilt_back = 0.01f; /* as the new one has it */
    assert_int_equal(painted_at(easel, &person, 231, 155), red);
}

static void a_cross_fade_is_never_thin(void **state) {
    TestEasel *easel = *state;
    DrawPerson person = person_at(200, 150);
    person.face = PERSON_RELIEVED;
    person.face_from = PERSON_NEUTRAL;
    for (int i = 0; i <= 8; i++) {
        person.face_mix = (float)i / 8;
        draw_person(easel_begin(easel), &person);
        easel_paint(easel);
        assert_in_range(easel_difference(easel_pixel(easel->surface, 200, 150), 0xffff0000u), 0, 1);
    }
}

static void unknown_pictures_are_named(void **state) {
    TestEasel *easel = *state;
    int count;
    Diag diag = {0};
    draw_sprite(easel_begin(easel), "night/owl", 10, 10, 1, 0);
    render_paint(easel->renderer, easel->surface, easel->list, RENDER_DAY, true, &count);
    assert_int_equal(render_problem(easel->renderer, &diag), ERR_NOT_FOUND);
    assert_string_equal(diag.file, "night/owl");
    assert_int_equal(render_problem(easel->renderer, &diag), ERR_OK);
    draw_sprite(easel_begin(easel), "lost", 10, 10, 1, 0);
    render_paint(easel->renderer, easel->surface, easel->list, RENDER_DAY, true, &count);
    assert_int_equal(render_problem(easel->renderer, &diag), ERR_NOT_FOUND);
    assert_non_null(strstr(diag.file, "/1/gone.page"));
}

static void read_page_file(const TestEasel *easel, uint8_t *bytes, size_t *size) {
    char path[100];
    snprintf(path, sizeof path, "%s/1/colours.page", easel->art_dir);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    *size = fread(bytes, 1, 4096, file);
    fclose(file);
    assert_in_range(*size, 20, 4000);
}

/* The page of the sprite "lost" holds these bytes: a start of its own paints that sprite. */
static Err paint_page_of(TestEasel *easel, const uint8_t *bytes, size_t size, Diag *diag) {
    char path[100];
    snprintf(path, sizeof path, "%s/1/gone.page", easel->art_dir);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
    Renderer *renderer;
    int count;
    assert_int_equal(render_open(easel->art_dir, TB_SOURCE_DIR "/assets/fonts", &renderer, diag),
                     ERR_OK);
    draw_sprite(easel_begin(easel), "lost", 10, 10, 1, 0);
    render_paint(renderer, easel->surface, easel->list, RENDER_DAY, true, &count);
    Err err = render_problem(renderer, diag);
    render_close(renderer);
    remove(path);
    return err;
}

static void damaged_pages_are_named(void **state) {
    TestEasel *easel = *state;
    uint8_t page[4096], damaged[4096];
    size_t size;
    Diag diag = {0};
    read_page_file(easel, page, &size);
    assert_int_equal(paint_page_of(easel, page, size, &diag), ERR_OK);
    static const struct {
        size_t at;
        uint8_t value;
    } changes[] = {{0, 'X'}, {4, 63}, {4, 0}, {7, 0xff}, {8, 33}, {11, 0x7f}, {12, 3}, {12, 1}};
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        memcpy(damaged, page, size);
        damaged[changes[i].at] = changes[i].value;
        diag = (Diag){0};
        assert_int_not_equal(paint_page_of(easel, damaged, size, &diag), ERR_OK);
        assert_non_null(strstr(diag.file, "/1/gone.page"));
    }
    for (size_t length = 0; length < size; length++) {
        assert_int_not_equal(paint_page_of(easel, page, length, &diag), ERR_OK);
    }
}

static void missing_folders_are_named(void **state) {
    TestEasel *easel = *state;
    Renderer *renderer = (Renderer *)easel;
    Diag diag = {0};
    assert_int_equal(render_open("/nowhere", TB_SOURCE_DIR "/assets/fonts", &renderer, &diag),
                     ERR_NOT_FOUND);
    assert_null(renderer);
    assert_string_equal(diag.file, "/nowhere/sprites.txt");
    assert_int_equal(render_open(easel->art_dir, "/nowhere", &renderer, &diag), ERR_NOT_FOUND);
    assert_string_equal(diag.file, "/nowhere/atkinson-hyperlegible-next-400.ttf");
}

static void assert_refused(TestEasel *easel, const char *name, const char *text, Err expected,
                           int line) {
    char path[140];
    char folder[100];
    snprintf(folder, sizeof folder, "%s/2", easel->art_dir);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    Renderer *renderer;
    Diag diag = {0};
    Err err = render_open(folder, TB_SOURCE_DIR "/assets/fonts", &renderer, &diag);
    render_close(renderer);
    assert_int_equal(err, expected);
    assert_int_equal(diag.line, line);
}

static void a_broken_index_names_its_line(void **state) {
    TestEasel *easel = *state;
    assert_refused(easel, "sprites.txt", "art 1\nsprite a p 0 0 4 4 0 0 1\n", ERR_OK, 0);
    assert_refused(easel, "sprites.txt", "", ERR_OK, 0);
    assert_refused(easel, "sprites.txt", "art 2\n", ERR_TOO_NEW, 1);
    assert_refused(easel, "sprites.txt", "art 1\nsprite a p 0 0 4 4 0 0\n", ERR_FORMAT, 2);
    assert_refused(easel, "sprites.txt", "art 1\nsprite a p 0 0 0 4 0 0 1\n", ERR_FORMAT, 2);
    assert_refused(easel, "sprites.txt", "art 1\nsprite a p -1 0 4 4 0 0 1\n", ERR_FORMAT, 2);
    assert_refused(easel, "sprites.txt", "what is this", ERR_FORMAT, 1);
}

static void broken_people_name_their_line(void **state) {
    TestEasel *easel = *state;
    const char *name = "people.txt";
    assert_refused(easel, "sprites.txt", "art 1\nsprite a p 0 0 4 4 0 0 1\n", ERR_OK, 0);
    assert_refused(easel, name, "people 1\npart b\nlayer a skin\n", ERR_OK, 0);
    assert_refused(easel, name, "people 1\nlayer a skin\n", ERR_FORMAT, 2);
    assert_refused(easel, name, "people 1\npart b\nlayer nobody skin\n", ERR_FORMAT, 3);
    assert_refused(easel, name, "people 1\npart b\nlayer a moon\n", ERR_FORMAT, 3);
    assert_refused(easel, name, "people 1\npart b\nlayer a skin light\n", ERR_FORMAT, 3);
    assert_refused(easel, name, "people 1\nexpr smug 3\n", ERR_FORMAT, 2);
    assert_refused(easel, name, "people 1\nhead bust 0 0\n", ERR_FORMAT, 2);
    assert_refused(easel, name, "people 1\nskin ebony\n", ERR_FORMAT, 2);
    assert_refused(easel, name, "people 1\nbust still\n", ERR_FORMAT, 2);
    assert_refused(easel, name, "people 1\n", ERR_OK, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sprite_hangs_on_its_hot_spot),
        cmocka_unit_test(sprites_scale_both_ways),
        cmocka_unit_test(a_sprite_begins_to_turn_without_a_jump),
        cmocka_unit_test(sprites_mirror_and_turn),
        cmocka_unit_test(masks_take_the_tint),
        cmocka_unit_test(glows_add_light),
        cmocka_unit_test(a_larger_scale_takes_larger_pages),
        cmocka_unit_test(people_are_composed_of_their_parts),
        cmocka_unit_test(only_dark_skin_has_dark_only_layers),
        cmocka_unit_test(heads_tilt_about_the_neck),
        cmocka_unit_test(a_head_travels_between_two_tilts),
        cmocka_unit_test(a_cross_fade_is_never_thin),
        cmocka_unit_test(unknown_pictures_are_named),
        cmocka_unit_test(damaged_pages_are_named),
        cmocka_unit_test(missing_folders_are_named),
        cmocka_unit_test(a_broken_index_names_its_line),
        cmocka_unit_test(broken_people_name_their_line),
    };
    return cmocka_run_group_tests(tests, easel_open, easel_close);
}
