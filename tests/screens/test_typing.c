/* SPDX-License-Identifier: MIT */
/* Typing on an own-words card: whole letters, four hundred of them, wiped with the card; the keys
 * on the screen for pads; and no letter that is a command meanwhile. */
#include "app_kit.h"
#include "shot_states.h"

#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static int events[EV_KIND_COUNT];

static void count_event(void *context, const Event *event) {
    (void)context;
    events[event->kind]++;
}

static const char *words(void) {
    return app.memory.words;
}

static void frame(const Input *input) {
    app_advance(&app, 33);
    app_build(&app, input);
}

static void send(InputKind kind, Device device) {
    Input input = {.kind = kind, .device = device, .down = true};
    frame(&input);
    frame(NULL);
}

static void type(const char *text) {
    Input input = {.kind = INPUT_TEXT, .down = true};
    text_copy(input.text, sizeof input.text, text);
    frame(&input);
}

static void press(const char *name, int index) {
    const UiSeen *seen = ui_find(app.ui, name, index);
    if (!seen) {
        fail_msg("there is no \"%s\" %d", name, index);
        return;
    }
    app.ui->focus = seen->id;
    send(INPUT_CONFIRM, DEVICE_PAD);
}

static void open_shot(const char *name) {
    for (int i = 0; i < SHOT_COUNT; i++) {
        if (strcmp(shot_states[i].name, name) == 0) {
            shot_set(&app, &shot_states[i], &shot_looks[0]);
        }
    }
    frame(NULL);
    frame(NULL);
    memset(events, 0, sizeof events);
}

static int open_app(void **state) {
    (void)state;
    app_kit_open(&(AppKit){0});
    app.on_event = count_event;
    return 0;
}

static void four_hundred_letters_of_any_script(void **state) {
    (void)state;
    static const char *const letters[] = {"a", "é", "語", "🌉"};
    for (int i = 0; i < 4; i++) {
        open_shot("own-words-pick");
        for (int n = 0; n < 410; n++) {
            type(letters[i]);
        }
        assert_int_equal(text_length(words()), 400);
        assert_int_equal(strlen(words()), 400 * strlen(letters[i]));
        assert_int_equal(app.game->play.letters, 400);
        send(INPUT_ERASE_BACK, DEVICE_KEYBOARD);
        assert_int_equal(strlen(words()), 399 * strlen(letters[i])); /* a whole one */
        assert_true(text_is_utf8(words(), strlen(words())));
        assert_false(app.ui->overflowed);
    }
}

static void the_caret_moves_through_all_lines(void **state) {
    (void)state;
    open_shot("own-words-pick");
    type("tea?");
    send(INPUT_CARET_HOME, DEVICE_KEYBOARD);
    type("More ");
    send(INPUT_CARET_RIGHT, DEVICE_KEYBOARD);
    send(INPUT_ERASE_FORWARD, DEVICE_KEYBOARD);
    assert_string_equal(words(), "More ta?");
    send(INPUT_CARET_END, DEVICE_KEYBOARD);
    send(INPUT_CARET_LEFT, DEVICE_KEYBOARD);
    type("!");
    assert_string_equal(words(), "More ta!?");
}

static void an_opener_begins_and_the_field_goes_on(void **state) {
    (void)state;
    open_shot("own-words-pick");
    const UiSeen *opener = ui_find(app.ui, "opener", 2);
    assert_non_null(opener);
    app.ui->focus = opener->id;
    send(INPUT_CONFIRM, DEVICE_KEYBOARD);
    type("more");
    assert_string_equal(words(), "Tell me more");
    assert_null(ui_find(app.ui, "opener", 2));
}

static void what_was_typed_goes_with_its_card(void **state) {
    (void)state;
    open_shot("own-words-pick");
    app.game->play.dealt_ms = 5;
    frame(NULL);
    type("kettle");
    app.game->overlays[app.game->overlay_count++] = OVERLAY_PAUSE;
    frame(NULL);
    app.game->overlay_count = 0;
    app.game->screen = SCREEN_HOME; /* in the middle of the evening: it waits */
    frame(NULL);
    app.game->screen = SCREEN_CARD;
    frame(NULL);
    assert_string_equal(words(), "kettle");
    app_dispatch(&app, &(Event){.kind = EV_PASS, .player = 2});
    frame(NULL);
    for (size_t i = 0; i < sizeof app.memory.words; i++) {
        assert_int_equal(app.memory.words[i], 0);
    }
}

static void a_pad_writes_on_the_screen(void **state) {
    (void)state;
    open_shot("own-words-pick");
    press("words", 0);
    assert_true(app.memory.keys.is_open);
    press("key", 16 + 1);  /* a capital, then small letters */
    press("key", 16 + 2);
    send(INPUT_LOW, DEVICE_PAD); /* Y */
    press("key", 32);
    press("key", 32);
    send(INPUT_SWAP, DEVICE_PAD); /* X */
    assert_string_equal(words(), "We a");
    press("signs", 0);
    press("key", 6);
    assert_string_equal(words(), "We a–");
    send(INPUT_BACK, DEVICE_PAD); /* B */
    assert_false(app.memory.keys.is_open);
    assert_int_equal(events[EV_BACK] + events[EV_LOW] + events[EV_OPEN], 0);
    assert_int_equal(app.game->play.letters, 5);
}

static void no_letter_is_a_command_meanwhile(void **state) {
    (void)state;
    open_shot("own-words-keys");
    const InputKind kinds[] = {INPUT_PASS, INPUT_LOW, INPUT_SWAP, INPUT_ANSWER};
    char before[64];
    text_copy(before, sizeof before, words());
    for (int i = 0; i < 4; i++) {
        send(kinds[i], DEVICE_KEYBOARD);
    }
    assert_int_equal(events[EV_PASS] + events[EV_LOW] + events[EV_PICK], 0);
    assert_memory_equal(words(), before, strlen(before));
    send(INPUT_BACK, DEVICE_KEYBOARD);
    send(INPUT_PASS, DEVICE_PAD);
    assert_int_equal(events[EV_PASS], 1); /* with the keys away a pass is one press again */
}

static void enter_goes_on_once_there_is_something(void **state) {
    (void)state;
    open_shot("own-words-typed");
    send(INPUT_CONFIRM, DEVICE_KEYBOARD);
    assert_int_equal(app.game->play.phase, PHASE_PICK);
    send(INPUT_CONFIRM, DEVICE_KEYBOARD);
    assert_int_equal(app.game->play.phase, PHASE_LAND);
    open_shot("own-words-pick");
    send(INPUT_CONFIRM, DEVICE_KEYBOARD);
    send(INPUT_CONFIRM, DEVICE_KEYBOARD);
    assert_int_equal(app.game->play.phase, PHASE_SAY); /* only said, nothing typed */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_hundred_letters_of_any_script),
        cmocka_unit_test(the_caret_moves_through_all_lines),
        cmocka_unit_test(an_opener_begins_and_the_field_goes_on),
        cmocka_unit_test(what_was_typed_goes_with_its_card),
        cmocka_unit_test(a_pad_writes_on_the_screen),
        cmocka_unit_test(no_letter_is_a_command_meanwhile),
        cmocka_unit_test(enter_goes_on_once_there_is_something),
    };
    return cmocka_run_group_tests(tests, open_app, app_kit_close);
}
