/* SPDX-License-Identifier: MIT */
/* Key bindings: exchange of keys, what is refused, the string form. */
#include "keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void test_a_taken_key_is_exchanged(void **state) {
    (void)state;
    KeyBindings keys = keys_default();
    assert_true(keys_bind(&keys, KEY_PASS, SDL_SCANCODE_L));
    assert_int_equal(keys.code[KEY_PASS], SDL_SCANCODE_L);
    assert_int_equal(keys.code[KEY_LOW], SDL_SCANCODE_P);
}

static void test_swap_may_share_with_answers_only(void **state) {
    (void)state;
    KeyBindings keys = keys_default();
    assert_true(keys_bind(&keys, KEY_SWAP, SDL_SCANCODE_Q));
    assert_int_equal(keys.code[KEY_PLAYER1_ANSWER], SDL_SCANCODE_Q);
    assert_false(keys_bind(&keys, KEY_SWAP, SDL_SCANCODE_P)); /* pass would get an answer's key */
    assert_int_equal(keys.code[KEY_SWAP], SDL_SCANCODE_Q);
    assert_int_equal(keys.code[KEY_PASS], SDL_SCANCODE_P);
}

static void test_who_has_a_key(void **state) {
    (void)state;
    KeyBindings keys = keys_default();
    assert_int_equal(keys_taken_by(&keys, KEY_PASS, SDL_SCANCODE_L), KEY_LOW);
    assert_int_equal(keys_taken_by(&keys, KEY_PASS, SDL_SCANCODE_J), KEY_PLAYER2_ANSWER + 2);
    assert_int_equal(keys_taken_by(&keys, KEY_PASS, SDL_SCANCODE_P), KEY_ACTION_COUNT);
    assert_int_equal(keys_taken_by(&keys, KEY_PASS, SDL_SCANCODE_B), KEY_ACTION_COUNT);
    assert_int_equal(keys_taken_by(&keys, KEY_SWAP, SDL_SCANCODE_Q), KEY_ACTION_COUNT);
}

static void test_exchanged_twice_they_are_usual_again(void **state) {
    (void)state;
    KeyBindings keys = keys_default();
    assert_true(keys_are_usual(&keys));
    keys_bind(&keys, KEY_PASS, SDL_SCANCODE_L);
    assert_false(keys_are_usual(&keys));
    keys_bind(&keys, KEY_PASS, SDL_SCANCODE_P);
    assert_true(keys_are_usual(&keys));
}

static void test_fixed_keys_are_refused(void **state) {
    (void)state;
    static const SDL_Scancode codes[] = {SDL_SCANCODE_UNKNOWN, SDL_SCANCODE_ESCAPE, SDL_SCANCODE_1,
                                         SDL_SCANCODE_RETURN, SDL_SCANCODE_F11};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        KeyBindings keys = keys_default();
        assert_false(keys_bind(&keys, KEY_LOW, codes[i]));
        assert_int_equal(keys.code[KEY_LOW], SDL_SCANCODE_L);
    }
}

static void test_string_form_there_and_back(void **state) {
    (void)state;
    KeyBindings keys = keys_default(), read = {{0}};
    keys_bind(&keys, KEY_READ, SDL_SCANCODE_F7);
    char text[KEYS_TEXT_MAX];
    keys_print(&keys, text);
    assert_true(keys_parse(text, &read));
    assert_memory_equal(&keys, &read, sizeof keys);
}

static void test_bad_strings_change_nothing(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",
        "20 26",
        "20 26 4 22 24 12 13 14 19 15 22 58 9999",
        "20 26 4 22 24 12 13 14 19 15 22 58 59 60",
        "20 20 4 22 24 12 13 14 19 15 22 58 59",
        "41 26 4 22 24 12 13 14 19 15 22 58 59",
        "-1 26 4 22 24 12 13 14 19 15 22 58 59",
        "q w a s",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        KeyBindings keys = keys_default(), before = keys;
        assert_false(keys_parse(texts[i], &keys));
        assert_memory_equal(&keys, &before, sizeof keys);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_taken_key_is_exchanged),
        cmocka_unit_test(test_swap_may_share_with_answers_only),
        cmocka_unit_test(test_who_has_a_key),
        cmocka_unit_test(test_exchanged_twice_they_are_usual_again),
        cmocka_unit_test(test_fixed_keys_are_refused),
        cmocka_unit_test(test_string_form_there_and_back),
        cmocka_unit_test(test_bad_strings_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
