/* SPDX-License-Identifier: MIT */
/* Keyboard events to Inputs: players' keys, fixed keys, text mode, repeats, key capture. */
#include "feed.h"

#include <string.h>

static int open_source(void **state) {
    *state = input_open();
    return *state ? 0 : -1;
}

static int close_source(void **state) {
    input_close(*state);
    return 0;
}

static void test_players_keys_answer_by_position(void **state) {
    static const struct {
        SDL_Scancode code;
        int player, index;
    } rows[] = {{SDL_SCANCODE_Q, 1, 0},   {SDL_SCANCODE_W, 1, 1}, {SDL_SCANCODE_A, 1, 2},
                {SDL_SCANCODE_U, 2, 0},   {SDL_SCANCODE_I, 2, 1}, {SDL_SCANCODE_J, 2, 2},
                {SDL_SCANCODE_K, 2, 3},   {SDL_SCANCODE_1, 0, 0}, {SDL_SCANCODE_4, 0, 3},
                {SDL_SCANCODE_KP_2, 0, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        press(*state, rows[i].code);
        Input input = take(*state, INPUT_ANSWER);
        assert_int_equal(input.player, rows[i].player);
        assert_int_equal(input.index, rows[i].index);
        assert_int_equal(input.device, DEVICE_KEYBOARD);
        assert_true(input.down);
        release(*state, rows[i].code);
        expect_nothing(*state);
    }
}

static void test_s_answers_and_swaps(void **state) {
    press(*state, SDL_SCANCODE_S);
    assert_int_equal(take(*state, INPUT_ANSWER).index, 3);
    take(*state, INPUT_SWAP);
    expect_nothing(*state);
}

static void test_fixed_keys(void **state) {
    static const struct {
        SDL_Scancode code;
        InputKind kind;
    } rows[] = {{SDL_SCANCODE_LEFT, INPUT_LEFT},     {SDL_SCANCODE_RIGHT, INPUT_RIGHT},
                {SDL_SCANCODE_UP, INPUT_UP},         {SDL_SCANCODE_DOWN, INPUT_DOWN},
                {SDL_SCANCODE_TAB, INPUT_NEXT},      {SDL_SCANCODE_PAGEUP, INPUT_PAGE_UP},
                {SDL_SCANCODE_ESCAPE, INPUT_BACK},   {SDL_SCANCODE_PAGEDOWN, INPUT_PAGE_DOWN},
                {SDL_SCANCODE_P, INPUT_PASS},        {SDL_SCANCODE_L, INPUT_LOW},
                {SDL_SCANCODE_F1, INPUT_HELP},       {SDL_SCANCODE_F2, INPUT_READ},
                {SDL_SCANCODE_F11, INPUT_FULLSCREEN}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        press(*state, rows[i].code);
        assert_int_equal(take(*state, rows[i].kind).player, 0);
        expect_nothing(*state);
    }
}

static void test_modifiers(void **state) {
    SDL_Event back = key_event(SDL_KEYDOWN, SDL_SCANCODE_TAB, KMOD_LSHIFT, 0);
    input_feed(*state, &back);
    take(*state, INPUT_PREVIOUS);
    SDL_Event full = key_event(SDL_KEYDOWN, SDL_SCANCODE_RETURN, KMOD_LALT, 0);
    input_feed(*state, &full);
    take(*state, INPUT_FULLSCREEN);
    SDL_Event quit = key_event(SDL_KEYDOWN, SDL_SCANCODE_Q, KMOD_LCTRL, 0);
    input_feed(*state, &quit);
    expect_nothing(*state);
}

static void test_confirm_goes_down_and_up_once(void **state) {
    press(*state, SDL_SCANCODE_SPACE);
    SDL_Event held = key_event(SDL_KEYDOWN, SDL_SCANCODE_SPACE, KMOD_NONE, 1);
    input_feed(*state, &held);
    release(*state, SDL_SCANCODE_SPACE);
    assert_true(take(*state, INPUT_CONFIRM).down);
    assert_false(take(*state, INPUT_CONFIRM).down);
    expect_nothing(*state);
}

static void test_held_arrows_repeat_and_held_answers_do_not(void **state) {
    SDL_Event arrow = key_event(SDL_KEYDOWN, SDL_SCANCODE_DOWN, KMOD_NONE, 1);
    input_feed(*state, &arrow);
    assert_true(take(*state, INPUT_DOWN).repeat);
    SDL_Event answer = key_event(SDL_KEYDOWN, SDL_SCANCODE_Q, KMOD_NONE, 1);
    input_feed(*state, &answer);
    expect_nothing(*state);
}

static void feed_typed(InputSource *source, const char *text) {
    SDL_Event event = {.text = {.type = SDL_TEXTINPUT}};
    SDL_strlcpy(event.text.text, text, sizeof event.text.text);
    input_feed(source, &event);
}

static void test_text_mode_writes_letters(void **state) {
    feed_typed(*state, "q");
    expect_nothing(*state); /* not in text mode: a command, never text */
    input_set_text(*state, true, (Rect){0, 0, 10, 10});
    press(*state, SDL_SCANCODE_Q);
    press(*state, SDL_SCANCODE_SPACE);
    press(*state, SDL_SCANCODE_P);
    expect_nothing(*state);
    feed_typed(*state, "Zoë");
    assert_string_equal(take(*state, INPUT_TEXT).text, "Zoë");
    feed_typed(*state, "\xff");
    expect_nothing(*state);
    input_set_text(*state, false, (Rect){0});
    press(*state, SDL_SCANCODE_Q);
    take(*state, INPUT_ANSWER);
}

static void test_text_mode_edits_and_moves_on(void **state) {
    static const struct {
        SDL_Scancode code;
        InputKind kind;
    } rows[] = {{SDL_SCANCODE_BACKSPACE, INPUT_ERASE_BACK},
                {SDL_SCANCODE_DELETE, INPUT_ERASE_FORWARD},
                {SDL_SCANCODE_LEFT, INPUT_CARET_LEFT},
                {SDL_SCANCODE_RIGHT, INPUT_CARET_RIGHT},
                {SDL_SCANCODE_HOME, INPUT_CARET_HOME},
                {SDL_SCANCODE_END, INPUT_CARET_END},
                {SDL_SCANCODE_UP, INPUT_UP},
                {SDL_SCANCODE_TAB, INPUT_NEXT},
                {SDL_SCANCODE_RETURN, INPUT_CONFIRM},
                {SDL_SCANCODE_ESCAPE, INPUT_BACK},
                {SDL_SCANCODE_F1, INPUT_HELP}};
    input_set_text(*state, true, (Rect){0});
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        press(*state, rows[i].code);
        take(*state, rows[i].kind);
        expect_nothing(*state);
    }
}

static void test_input_method_keeps_its_keys(void **state) {
    input_set_text(*state, true, (Rect){0});
    SDL_Event composing = {.edit = {.type = SDL_TEXTEDITING, .text = "n"}};
    input_feed(*state, &composing);
    press(*state, SDL_SCANCODE_RETURN);
    press(*state, SDL_SCANCODE_BACKSPACE);
    expect_nothing(*state);
    feed_typed(*state, "ん");
    take(*state, INPUT_TEXT);
    press(*state, SDL_SCANCODE_RETURN);
    take(*state, INPUT_CONFIRM);
}

static void test_prompts_of_the_keyboard(void **state) {
    const InputPrompts *prompts = input_prompts(*state);
    assert_string_equal(prompts->answer[0][0], "Q");
    assert_string_equal(prompts->answer[1][3], "K");
    assert_string_equal(prompts->confirm, "Enter");
    assert_string_equal(prompts->back, "Esc");
    assert_string_equal(prompts->help, "F1");
    assert_true(prompts->focus_visible);
}

static void test_captured_key_is_bound_and_not_sent(void **state) {
    input_capture(*state, KEY_PASS);
    press(*state, SDL_SCANCODE_X);
    expect_nothing(*state);
    assert_int_equal(input_capture_state(*state)->state, CAPTURE_DONE);
    assert_string_equal(input_prompts(*state)->pass, "X");
    press(*state, SDL_SCANCODE_X);
    take(*state, INPUT_PASS);
    input_capture(*state, KEY_LOW);
    press(*state, SDL_SCANCODE_LEFT);
    assert_int_equal(input_capture_state(*state)->state, CAPTURE_REFUSED);
    input_capture(*state, KEY_LOW);
    press(*state, SDL_SCANCODE_ESCAPE);
    assert_int_equal(input_capture_state(*state)->state, CAPTURE_IDLE);
    expect_nothing(*state);
}

static void test_window_closed_and_full_ring(void **state) {
    SDL_Event quit = {.type = SDL_QUIT};
    input_feed(*state, &quit);
    take(*state, INPUT_QUIT);
    SDL_LogSetPriority(SDL_LOG_CATEGORY_INPUT, SDL_LOG_PRIORITY_CRITICAL);
    for (int i = 0; i < 1000; i++) {
        press(*state, SDL_SCANCODE_Q);
    }
    Input input;
    int count = 0;
    while (input_next(*state, &input)) {
        count++;
    }
    assert_in_range(count, 64, 999);
}

int main(void) {
#define ROW(test) cmocka_unit_test_setup_teardown(test, open_source, close_source)
    const struct CMUnitTest tests[] = {
        ROW(test_players_keys_answer_by_position),
        ROW(test_s_answers_and_swaps),
        ROW(test_fixed_keys),
        ROW(test_modifiers),
        ROW(test_confirm_goes_down_and_up_once),
        ROW(test_held_arrows_repeat_and_held_answers_do_not),
        ROW(test_text_mode_writes_letters),
        ROW(test_text_mode_edits_and_moves_on),
        ROW(test_input_method_keeps_its_keys),
        ROW(test_prompts_of_the_keyboard),
        ROW(test_captured_key_is_bound_and_not_sent),
        ROW(test_window_closed_and_full_ring),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
