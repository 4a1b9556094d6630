/* SPDX-License-Identifier: MIT */
/* Mouse and touch to pointer Inputs in points, and what they do to the focus ring. */
#include "feed.h"

static int open_source(void **state) {
    InputSource *source = input_open();
    if (!source) {
        return -1;
    }
    input_set_canvas(source, 0.5f, 1280, 720);
    *state = source;
    return 0;
}

static int close_source(void **state) {
    input_close(*state);
    return 0;
}

static void feed_button(InputSource *source, Uint32 type, Uint8 button, int x, int y) {
    SDL_Event event = {.button = {.type = type, .button = button, .x = x, .y = y}};
    input_feed(source, &event);
}

static void test_click_in_points(void **state) {
    feed_button(*state, SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 200, 100);
    feed_button(*state, SDL_MOUSEBUTTONUP, SDL_BUTTON_LEFT, 202, 100);
    Input down = take(*state, INPUT_POINTER_DOWN);
    assert_float_equal(down.x, 100, 0.001);
    assert_float_equal(down.y, 50, 0.001);
    assert_int_equal(down.device, DEVICE_MOUSE);
    assert_false(take(*state, INPUT_POINTER_UP).down);
    feed_button(*state, SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT, 1, 1);
    expect_nothing(*state);
}

static void test_click_hides_focus_until_a_key(void **state) {
    feed_button(*state, SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT, 0, 0);
    assert_false(input_prompts(*state)->focus_visible);
    press(*state, SDL_SCANCODE_DOWN);
    assert_true(input_prompts(*state)->focus_visible);
}

static void test_moves_collapse(void **state) {
    for (int i = 0; i <= 500; i++) {
        SDL_Event event = {.motion = {.type = SDL_MOUSEMOTION, .x = i, .y = 2}};
        input_feed(*state, &event);
    }
    assert_float_equal(take(*state, INPUT_POINTER_MOVE).x, 250, 0.001);
    expect_nothing(*state);
    assert_true(input_prompts(*state)->focus_visible); /* a nudged table is no wish */
}

static void test_wheel(void **state) {
    SDL_Event event = {
        .wheel = {.type = SDL_MOUSEWHEEL, .preciseY = -1.5f, .mouseX = 40, .mouseY = 20}};
    input_feed(*state, &event);
    Input wheel = take(*state, INPUT_WHEEL);
    assert_float_equal(wheel.dy, -1.5, 0.001);
    assert_float_equal(wheel.x, 20, 0.001);
    event.wheel.direction = SDL_MOUSEWHEEL_FLIPPED;
    input_feed(*state, &event);
    assert_float_equal(take(*state, INPUT_WHEEL).dy, 1.5, 0.001);
}

static void feed_finger(InputSource *source, Uint32 type, SDL_FingerID id, float x, float y) {
    SDL_Event event = {.tfinger = {.type = type, .fingerId = id, .x = x, .y = y}};
    input_feed(source, &event);
}

static void test_one_finger_is_the_pointer(void **state) {
    feed_finger(*state, SDL_FINGERDOWN, 7, 0.5f, 0.25f);
    feed_finger(*state, SDL_FINGERDOWN, 8, 0.9f, 0.9f);
    feed_finger(*state, SDL_FINGERMOTION, 8, 0.8f, 0.9f);
    feed_finger(*state, SDL_FINGERUP, 8, 0.8f, 0.9f);
    feed_finger(*state, SDL_FINGERUP, 7, 0.5f, 0.25f);
    Input down = take(*state, INPUT_POINTER_DOWN);
    assert_float_equal(down.x, 640, 0.001);
    assert_float_equal(down.y, 180, 0.001);
    assert_int_equal(down.device, DEVICE_TOUCH);
    take(*state, INPUT_POINTER_UP);
    expect_nothing(*state);
    feed_finger(*state, SDL_FINGERDOWN, 9, 0, 0);
    take(*state, INPUT_POINTER_DOWN);
}

static void test_a_dropped_file_is_told_once(void **state) {
    char path[INPUT_PATH_MAX];
    assert_false(input_take_dropped(*state, path));
    SDL_Event event = {.drop = {.type = SDL_DROPFILE}};
    event.drop.file = SDL_strdup("/mnt/their evenings.json");
    input_feed(*state, &event);
    assert_true(input_take_dropped(*state, path));
    assert_string_equal(path, "/mnt/their evenings.json");
    assert_false(input_take_dropped(*state, path));
    expect_nothing(*state);
}

int main(void) {
#define ROW(test) cmocka_unit_test_setup_teardown(test, open_source, close_source)
    const struct CMUnitTest tests[] = {
        ROW(test_click_in_points),
        ROW(test_click_hides_focus_until_a_key),
        ROW(test_moves_collapse),
        ROW(test_wheel),
        ROW(test_one_finger_is_the_pointer),
        ROW(test_a_dropped_file_is_told_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
