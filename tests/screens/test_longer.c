/* SPDX-License-Identifier: MIT */
/* A language that is 40 % longer: every screen holds its words, in every state and at 200 %. */
#include "app_desk.h"
#include "app_kit.h"
#include "shot_states.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

enum { LONGER_PERCENT = 140, WORDS_BYTES = 1 << 20 };

static char words[WORDS_BYTES];
static size_t words_used;
static int lost; /* texts off the canvas or their paper */

/* Vowels stand twice until the text is long enough; what is in braces stays. */
static const char *longer(const char *text) {
    char *out = words + words_used, *at = out;
    size_t length = strlen(text), more = length * (LONGER_PERCENT - 100) / 100;
    assert_true(words_used + 2 * length + 2 < WORDS_BYTES);
    bool in_braces = false;
    for (; *text; text++) {
        in_braces = *text == '{' || (in_braces && *text != '}');
        *at++ = *text;
        if (!in_braces && more > 0 && strchr("aeiouns", *text)) {
            *at++ = *text;
            more--;
        }
    }
    *at++ = '\0';
    words_used += (size_t)(at - out);
    return out;
}

/* The rows of the keyboard on the screen are letters, not words. */
static bool is_keyboard(const char *key) {
    return strcmp(key, "keys.small") == 0 || strcmp(key, "keys.capitals") == 0 ||
           strcmp(key, "keys.marks") == 0;
}

static void lengthen(StringTable *table) {
    words_used = 0;
    StringEntry *entries = (StringEntry *)(uintptr_t)table->entries; /* of the test's own app */
    for (int i = 0; i < table->capacity; i++) {
        bool is_text = entries[i].key && !is_keyboard(entries[i].key);
        for (int form = 0; is_text && form < PLURAL_COUNT; form++) {
            const char *text = entries[i].forms[form];
            entries[i].forms[form] = text ? longer(text) : NULL;
        }
    }
}

static void open_app(int w, int h) {
    app_kit_open(&(AppKit){.w = w, .h = h, .fixed_letters = true});
    lengthen(&app.content.strings.own);
    assert_true(words_used > 10000);
}

static void settle(int ms) {
    app_advance(&app, ms);
    app_build(&app, NULL);
}

static void check_words(const Ui *ui, const DrawList *list, const Shot *shot, const Look *look) {
    assert_false(ui->overflowed || list->overflowed);
    int before = lost;
    lost += app_kit_lost(ui);
    if (lost > before) {
        printf("... in %s, %s\n", shot->name, look->name);
    }
}

static void check_all(int w, int h) {
    open_app(w, h);
    lost = 0;
    for (int l = 0; l < LOOK_COUNT; l++) {
        for (int s = 0; s < SHOT_COUNT; s++) {
            shot_set(&app, &shot_states[s], &shot_looks[l]);
            settle(1);
            settle(3000);
            settle(1);
            check_words(app.ui, app.list, &shot_states[s], &shot_looks[l]);
        }
    }
    app_close(&app);
    assert_int_equal(lost, 0);
}

static void words_stay_on_the_canvas(void **state) {
    (void)state;
    check_all(1280, 720);
}

static void and_on_the_smallest(void **state) {
    (void)state;
    check_all(960, 540);
}

static void and_on_a_square_one(void **state) {
    (void)state;
    check_all(1280, 960);
}

/* The leader's desk of each state in which a room is open; its letters are the real ones. */
static void check_desk(int w, int h) {
    static const Look looks[] = {{"desk-day", THEME_CHOICE_DAY, 100, 1},
                                 {"desk-evening", THEME_CHOICE_EVENING, 100, 1},
                                 {"desk-day-200", THEME_CHOICE_DAY, 200, 1},
                                 {"desk-evening-200", THEME_CHOICE_EVENING, 200, 1}};
    Diag diag = {0};
    int desks = 0;
    open_app(w, h);
    lost = 0;
    assert_int_equal(app_desk_open_headless(&app, w, h, &diag), ERR_OK);
    for (size_t l = 0; l < sizeof looks / sizeof *looks; l++) {
        for (int s = 0; s < SHOT_COUNT; s++) {
            const Shot *shot = &shot_states[s];
            if (!shot->led || !shot->led[0]) {
                continue;
            }
            shot_set(&app, shot, &looks[l]);
            app_desk_build(&app);
            app_desk_build(&app);
            check_words(app_desk_ui(&app), app_desk_list(&app), shot, &looks[l]);
            desks++;
        }
    }
    app_close(&app);
    assert_true(desks >= 100);
    assert_int_equal(lost, 0);
}

static void on_the_desk_too(void **state) {
    (void)state;
    static const int sizes[][2] = {
        {960, 540}, {1280, 720}, {1280, 960}, {1920, 1080}, {2560, 1080}, {3840, 2160}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        check_desk(sizes[i][0], sizes[i][1]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_stay_on_the_canvas),
        cmocka_unit_test(and_on_the_smallest),
        cmocka_unit_test(and_on_a_square_one),
        cmocka_unit_test(on_the_desk_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
