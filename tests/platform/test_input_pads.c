/* SPDX-License-Identifier: MIT */
/* Virtual pads through SDL's own controller code: who is who, buttons, sticks, plugging. */
#include "feed.h"

enum { PADS = 3 };

typedef struct Bench {
    InputSource *source;
    SDL_Joystick *sticks[PADS]; /* null: not plugged in */
} Bench;

static void pump(Bench *bench) {
    SDL_GameControllerUpdate();
    SDL_Event event;
    while (SDL_PollEvent(&event)) {
        input_feed(bench->source, &event);
    }
}

static void plug(Bench *bench, int pad) {
    int index = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, SDL_CONTROLLER_AXIS_MAX,
                                          SDL_CONTROLLER_BUTTON_MAX, 0);
    assert_true(index >= 0);
    bench->sticks[pad] = SDL_JoystickOpen(index);
    assert_non_null(bench->sticks[pad]);
    pump(bench);
}

static void unplug(Bench *bench, int pad) {
    SDL_JoystickID id = SDL_JoystickInstanceID(bench->sticks[pad]);
    for (int i = 0; i < SDL_NumJoysticks(); i++) {
        if (SDL_JoystickGetDeviceInstanceID(i) == id) {
            SDL_JoystickDetachVirtual(i);
        }
    }
    SDL_JoystickClose(bench->sticks[pad]);
    bench->sticks[pad] = NULL;
    pump(bench);
}

static void set_button(Bench *bench, int pad, SDL_GameControllerButton button, Uint8 value) {
    SDL_JoystickSetVirtualButton(bench->sticks[pad], button, value);
    pump(bench);
}

static void set_axis(Bench *bench, int pad, SDL_GameControllerAxis axis, Sint16 value) {
    SDL_JoystickSetVirtualAxis(bench->sticks[pad], axis, value);
    pump(bench);
}

static void tap(Bench *bench, int pad, SDL_GameControllerButton button) {
    set_button(bench, pad, button, SDL_PRESSED);
    set_button(bench, pad, button, SDL_RELEASED);
}

static int open_bench(void **state) {
    static Bench bench;
    SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1"); /* there is no window to focus */
    SDL_SetHint(SDL_HINT_AUTO_UPDATE_JOYSTICKS, "0");
    bench = (Bench){.source = input_open()};
    input_start_pads(bench.source);
    pump(&bench);
    *state = &bench;
    return 0;
}

static int close_bench(void **state) {
    Bench *bench = *state;
    for (int i = 0; i < PADS; i++) {
        if (bench->sticks[i]) {
            unplug(bench, i);
        }
    }
    input_close(bench->source);
    return 0;
}

static Input take_answer(Bench *bench, int player, int index) {
    Input input = take(bench->source, INPUT_ANSWER);
    assert_int_equal(input.player, player);
    assert_int_equal(input.index, index);
    assert_int_equal(input.device, DEVICE_PAD);
    return input;
}

static void test_face_buttons_answer_by_position(void **state) {
    Bench *bench = *state;
    plug(bench, 0);
    input_set_answers(bench->source, true);
    static const SDL_GameControllerButton buttons[] = {
        SDL_CONTROLLER_BUTTON_X, SDL_CONTROLLER_BUTTON_Y, SDL_CONTROLLER_BUTTON_A,
        SDL_CONTROLLER_BUTTON_B};
    for (int i = 0; i < 4; i++) {
        tap(bench, 0, buttons[i]);
        take_answer(bench, 1, i);
        expect_nothing(bench->source);
    }
    assert_string_equal(input_prompts(bench->source)->answer[0][3], "B");
    assert_string_equal(input_prompts(bench->source)->back, "Start");
}

static void test_commands_elsewhere(void **state) {
    Bench *bench = *state;
    plug(bench, 0);
    static const struct {
        SDL_GameControllerButton button;
        InputKind kind;
    } rows[] = {{SDL_CONTROLLER_BUTTON_B, INPUT_BACK},
                {SDL_CONTROLLER_BUTTON_X, INPUT_SWAP},
                {SDL_CONTROLLER_BUTTON_Y, INPUT_LOW},
                {SDL_CONTROLLER_BUTTON_START, INPUT_MENU},
                {SDL_CONTROLLER_BUTTON_BACK, INPUT_HELP},
                {SDL_CONTROLLER_BUTTON_LEFTSHOULDER, INPUT_READ},
                {SDL_CONTROLLER_BUTTON_RIGHTSHOULDER, INPUT_PASS},
                {SDL_CONTROLLER_BUTTON_DPAD_LEFT, INPUT_LEFT},
                {SDL_CONTROLLER_BUTTON_DPAD_DOWN, INPUT_DOWN}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        tap(bench, 0, rows[i].button);
        assert_int_equal(take(bench->source, rows[i].kind).player, 1);
        expect_nothing(bench->source);
    }
    set_axis(bench, 0, SDL_CONTROLLER_AXIS_TRIGGERRIGHT, 32767);
    take(bench->source, INPUT_LOW);
    set_axis(bench, 0, SDL_CONTROLLER_AXIS_TRIGGERRIGHT, 30000);
    expect_nothing(bench->source);
}

/* A leader's pad: the dark wall, the pause, back and on as by a clicker. */
static void test_a_leader_s_pad(void **state) {
    Bench *bench = *state;
    plug(bench, 0);
    input_set_leads(bench->source, true);
    tap(bench, 0, SDL_CONTROLLER_BUTTON_X);
    assert_int_equal(take(bench->source, INPUT_LETTER).index, 'b');
    tap(bench, 0, SDL_CONTROLLER_BUTTON_Y);
    assert_int_equal(take(bench->source, INPUT_LETTER).index, 'p');
    tap(bench, 0, SDL_CONTROLLER_BUTTON_LEFTSHOULDER);
    take(bench->source, INPUT_PAGE_UP);
    tap(bench, 0, SDL_CONTROLLER_BUTTON_RIGHTSHOULDER);
    take(bench->source, INPUT_PAGE_DOWN);
    expect_nothing(bench->source);
    input_set_leads(bench->source, false);
    tap(bench, 0, SDL_CONTROLLER_BUTTON_X);
    take(bench->source, INPUT_SWAP);
}

static void test_a_confirms_down_and_up(void **state) {
    Bench *bench = *state;
    plug(bench, 0);
    set_button(bench, 0, SDL_CONTROLLER_BUTTON_A, SDL_PRESSED);
    assert_true(take(bench->source, INPUT_CONFIRM).down);
    unplug(bench, 0); /* letting go by pulling the plug: what it held is covered again */
    assert_false(take(bench->source, INPUT_CONFIRM).down);
}

static void test_first_pad_to_press_is_player_1(void **state) {
    Bench *bench = *state;
    plug(bench, 0);
    plug(bench, 1);
    plug(bench, 2);
    input_set_answers(bench->source, true);
    tap(bench, 1, SDL_CONTROLLER_BUTTON_A);
    take_answer(bench, 1, 2);
    tap(bench, 0, SDL_CONTROLLER_BUTTON_A);
    take_answer(bench, 2, 2);
    tap(bench, 2, SDL_CONTROLLER_BUTTON_A);
    take_answer(bench, 0, 2);
}

static void test_single_pad_joins_a_keyboard_player(void **state) {
    Bench *bench = *state;
    plug(bench, 0);
    press(bench->source, SDL_SCANCODE_Q);
    take(bench->source, INPUT_ANSWER);
    input_set_answers(bench->source, true);
    tap(bench, 0, SDL_CONTROLLER_BUTTON_Y);
    take_answer(bench, 2, 1);
    const InputPrompts *prompts = input_prompts(bench->source);
    assert_string_equal(prompts->answer[0][0], "Q"); /* as in the picture of screen 2 */
    assert_string_equal(prompts->answer[1][0], "X");
    assert_int_equal(prompts->player_device[1], DEVICE_PAD);
    plug(bench, 1); /* then a second pad: only player 1's place is free */
    tap(bench, 1, SDL_CONTROLLER_BUTTON_Y);
    take_answer(bench, 1, 1);
}

static void test_unplugged_pad_frees_its_place(void **state) {
    Bench *bench = *state;
    plug(bench, 0);
    input_set_answers(bench->source, true);
    tap(bench, 0, SDL_CONTROLLER_BUTTON_A);
    take_answer(bench, 1, 2);
    unplug(bench, 0);
    assert_string_equal(input_prompts(bench->source)->answer[0][0], "Q");
    plug(bench, 1);
    tap(bench, 1, SDL_CONTROLLER_BUTTON_A);
    take_answer(bench, 1, 2);
}

static void test_stick_moves_once_and_then_repeats(void **state) {
    Bench *bench = *state;
    plug(bench, 0);
    set_axis(bench, 0, SDL_CONTROLLER_AXIS_LEFTX, 9000);
    expect_nothing(bench->source);
    set_axis(bench, 0, SDL_CONTROLLER_AXIS_LEFTX, 32000);
    set_axis(bench, 0, SDL_CONTROLLER_AXIS_LEFTX, 15000);
    take(bench->source, INPUT_RIGHT);
    expect_nothing(bench->source);
    Uint32 later = SDL_GetTicks() + 1000;
    input_tick(bench->source, later);
    assert_true(take(bench->source, INPUT_RIGHT).repeat);
    input_tick(bench->source, later + 1);
    expect_nothing(bench->source);
    set_axis(bench, 0, SDL_CONTROLLER_AXIS_LEFTX, 0);
    input_tick(bench->source, later + 1000);
    expect_nothing(bench->source);
}

static void test_right_stick_scrolls(void **state) {
    Bench *bench = *state;
    plug(bench, 0);
    set_axis(bench, 0, SDL_CONTROLLER_AXIS_RIGHTY, 32000);
    assert_float_equal(take(bench->source, INPUT_WHEEL).dy, -1, 0.001);
    input_tick(bench->source, SDL_GetTicks() + 1000);
    take(bench->source, INPUT_WHEEL);
}

static void test_sleep_is_long_without_a_pad(void **state) {
    Bench *bench = *state;
    Uint32 ticks = SDL_GetTicks();
    int without = input_sleep_ms(bench->source, ticks);
    assert_true(without == -1 || without >= 1000); /* -1: the system tells of new devices */
    plug(bench, 0);
    tap(bench, 0, SDL_CONTROLLER_BUTTON_A);
    assert_in_range(input_sleep_ms(bench->source, ticks), 1, 20);
}

int main(void) {
    SDL_Init(SDL_INIT_VIDEO);
#define ROW(test) cmocka_unit_test_setup_teardown(test, open_bench, close_bench)
    const struct CMUnitTest tests[] = {
        ROW(test_face_buttons_answer_by_position),
        ROW(test_commands_elsewhere),
        ROW(test_a_leader_s_pad),
        ROW(test_a_confirms_down_and_up),
        ROW(test_first_pad_to_press_is_player_1),
        ROW(test_single_pad_joins_a_keyboard_player),
        ROW(test_unplugged_pad_frees_its_place),
        ROW(test_stick_moves_once_and_then_repeats),
        ROW(test_right_stick_scrolls),
        ROW(test_sleep_is_long_without_a_pad),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    SDL_Quit();
    return failed;
}
