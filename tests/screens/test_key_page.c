/* SPDX-License-Identifier: MIT */
/* Settings, Controls: another key for an action, what the page says of it, and the way back. */
#include "app_kit.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { CONTROLS = 3 };

static int open_app(void **state) {
    (void)state;
    app_kit_open(&(AppKit){0});
    app.game->screen = SCREEN_HOME;
    app.game->overlays[0] = OVERLAY_SETTINGS;
    app.game->overlay_count = 1;
    app.memory.settings_section = CONTROLS;
    app_build(&app, NULL);
    app_build(&app, NULL);
    return 0;
}

static void press(SDL_Scancode code) {
    SDL_Event event = {.key = {.type = SDL_KEYDOWN}};
    event.key.keysym.scancode = code;
    input_feed(app.input, &event);
    while (app_take_inputs(&app)) {
        app_build(&app, NULL);
    }
}

static void press_on(const char *name, int index) {
    const UiSeen *seen = ui_find(app.ui, name, index);
    assert_non_null(seen);
    app.ui->focus = seen->id;
    press(SDL_SCANCODE_RETURN);
}

static bool page_says(const char *words) {
    app_build(&app, NULL);
    return app_kit_says(app.ui, words);
}

static void a_key_of_another_changes_places_and_the_page_says_so(void **state) {
    (void)state;
    press_on("key", KEY_PASS);
    assert_true(page_says("Now press the new key"));
    press(SDL_SCANCODE_L);
    assert_true(page_says("L was “Low battery”: the two have changed places"));
    assert_int_equal(input_keys(app.input)->code[KEY_LOW], SDL_SCANCODE_P);
    assert_string_equal(app.ui->prompts.pass, "L");
    press_on("key", KEY_PLAYER1_ANSWER + 1);
    press(SDL_SCANCODE_U);
    assert_true(page_says("U was “Diamond, answer 1”: the two"));
    assert_int_equal(input_keys(app.input)->code[KEY_PLAYER2_ANSWER], SDL_SCANCODE_W);
}

static void a_free_key_needs_no_words(void **state) {
    (void)state;
    press_on("key", KEY_HELP);
    press(SDL_SCANCODE_H);
    assert_int_equal(input_keys(app.input)->code[KEY_HELP], SDL_SCANCODE_H);
    assert_int_equal(app.memory.key_note, KEY_NOTE_NONE);
    assert_false(app.memory.rebinding);
}

static void a_fixed_key_is_told_and_another_may_follow(void **state) {
    (void)state;
    press_on("key", KEY_PASS);
    press(SDL_SCANCODE_1);
    assert_true(page_says("1 does the same everywhere"));
    assert_true(page_says("Now press the new key"));
    press(SDL_SCANCODE_B);
    assert_int_equal(input_keys(app.input)->code[KEY_PASS], SDL_SCANCODE_B);
    assert_false(page_says("1 does the same everywhere"));
}

static void another_cap_pressed_meanwhile_takes_the_key(void **state) {
    (void)state;
    press_on("key", KEY_PASS);
    app.memory.rebinding_action = KEY_LOW; /* clicked while a key was awaited */
    app_take_inputs(&app);
    press(SDL_SCANCODE_B);
    assert_int_equal(input_keys(app.input)->code[KEY_LOW], SDL_SCANCODE_B);
    assert_int_equal(input_keys(app.input)->code[KEY_PASS], SDL_SCANCODE_P);
}

static void leaving_the_page_takes_no_key_any_more(void **state) {
    (void)state;
    press_on("key", KEY_PASS);
    app_dispatch(&app, &(Event){.kind = EV_BACK}); /* a pad's B, or the mouse */
    app_take_inputs(&app);
    press(SDL_SCANCODE_B);
    assert_int_equal(input_keys(app.input)->code[KEY_PASS], SDL_SCANCODE_P);
    assert_false(app.memory.rebinding);
}

static void the_usual_keys_come_back_together(void **state) {
    (void)state;
    assert_null(ui_find(app.ui, "usual-keys", 0)); /* nothing to take back */
    press_on("key", KEY_PASS);
    press(SDL_SCANCODE_L);
    press_on("key", KEY_PLAYER1_ANSWER);
    press(SDL_SCANCODE_Z);
    app_build(&app, NULL);
    press_on("usual-keys", 0);
    assert_true(keys_are_usual(input_keys(app.input)));
    assert_string_equal(app.game->key_bindings, "");
    assert_true(page_says("All keys are as they came"));
    app_build(&app, NULL);
    assert_null(ui_find(app.ui, "usual-keys", 0));
}

#define ROW(name) cmocka_unit_test_setup_teardown(name, open_app, app_kit_close)

int main(void) {
    const struct CMUnitTest tests[] = {
        ROW(a_key_of_another_changes_places_and_the_page_says_so),
        ROW(a_free_key_needs_no_words),
        ROW(a_fixed_key_is_told_and_another_may_follow),
        ROW(another_cap_pressed_meanwhile_takes_the_key),
        ROW(leaving_the_page_takes_no_key_any_more),
        ROW(the_usual_keys_come_back_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
