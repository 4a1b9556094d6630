/* SPDX-License-Identifier: MIT */
/* A talk as it is seen: its replies and no more, the mood in a word, "take that back" where it can
 * be, arrows that stay in their row, a pad that can take back; and what stands at its end. */
#include "app_kit.h"
#include "card_talk.h"
#include "shot_states.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static char dump[256 * 1024];

static const Play *play(void) {
    return &app.game->play;
}

static void frame(const Input *input) {
    app_advance(&app, 33);
    app_build(&app, input);
}

/* Until all has come in. */
static void settle(void) {
    for (int i = 0; i < 40; i++) {
        frame(NULL);
    }
}

static void send(const Input *input) {
    frame(input);
    settle();
}

static void go(InputKind kind) {
    send(&(Input){.kind = kind, .device = DEVICE_KEYBOARD, .down = true});
}

static void press(const char *name, int index) {
    const UiSeen *seen = ui_find(app.ui, name, index);
    assert_non_null(seen);
    app.ui->focus = seen->id;
    go(INPUT_CONFIRM);
}

static bool is_there(const char *name, int index) {
    return ui_find(app.ui, name, index) != NULL;
}

static bool has_focus(const char *name, int index) {
    const UiSeen *seen = ui_find(app.ui, name, index);
    return seen && seen->id == app.ui->focus;
}

/* Whether the first words of a text, those that surely stand in one line, are on the screen. */
static bool is_shown(const char *text) {
    char start[12] = "";
    strncpy(start, text, sizeof start - 1);
    char *blank = strrchr(start, ' ');
    if (blank) {
        *blank = '\0';
    }
    draw_dump(app.ui->list, dump, sizeof dump);
    return strstr(dump, start) != NULL;
}

static void open_shot(const char *name, int look) {
    for (int i = 0; i < SHOT_COUNT; i++) {
        if (strcmp(shot_states[i].name, name) == 0) {
            shot_set(&app, &shot_states[i], &shot_looks[look]);
        }
    }
    settle();
    assert_int_equal(play()->card->kind, CARD_TALK);
}

static int open_app(void **state) {
    (void)state;
    app_kit_open(&(AppKit){0});
    return 0;
}

static void check_turn(void) {
    static const char *const moods[] = {"Far apart", "A step apart", "Within reach", "Nearer",
                                        "Close"};
    const TalkNode *node = card_talk_node(play());
    assert_true(is_shown(node->line));
    assert_true(is_shown(moods[node->mood + TALK_MOOD_MAX]));
    for (int i = 0; i <= TALK_REPLIES_MAX; i++) {
        assert_int_equal(is_there("reply", i), i < node->reply_count);
    }
    assert_int_equal(is_there("take-back", 0), card_talk_may_take_back(play()));
}

/* Each of the ways that always take the same place, in each theme and text size. */
static void from_the_first_line_to_the_last(void **state) {
    (void)state;
    for (int look = 0; look < LOOK_COUNT; look++) {
        for (int place = 0; place < TALK_REPLIES_MIN; place++) {
            open_shot("talk-start", look);
            check_turn();
            while (card_talk_node(play())->reply_count > 0) {
                press("reply", place);
                check_turn();
            }
            assert_true(is_shown(card_talk_node(play())->last));
            assert_true(has_focus("talk-show", 0));
            go(INPUT_CONFIRM);
            assert_int_equal(play()->phase, PHASE_REVEAL);
            assert_true(is_shown(card_talk_node(play())->last));
            assert_false(is_there("take-back", 0));
        }
    }
}

static void the_question_stands_at_the_end(void **state) {
    (void)state;
    open_shot("talk-built", 0);
    assert_true(is_shown(play()->card->talk));
    assert_true(is_shown(play()->card->why));
    assert_true(is_shown("Mended once"));
}

static void the_focus_begins_at_the_first_reply_and_stays_in_its_row(void **state) {
    (void)state;
    open_shot("talk-cool", 0);
    int columns = card_talk_node(play())->reply_count == TALK_REPLIES_MAX ? 2 : 3;
    assert_true(has_focus("reply", 0));
    for (int i = 1; i < columns; i++) {
        go(INPUT_RIGHT);
        assert_true(has_focus("reply", i));
    }
    go(INPUT_LEFT);
    assert_true(has_focus("reply", columns - 2));
    go(INPUT_CONFIRM);
    assert_int_equal(play()->said_count, 2);
    assert_true(has_focus("reply", 0) || has_focus("talk-show", 0));
}

/* The same button is a reply while the D-pad stands on one. */
static void a_pad_takes_back_too(void **state) {
    (void)state;
    Input button_a = {.kind = INPUT_ANSWER, .device = DEVICE_PAD, .player = 1, .index = 2,
                      .down = true};
    open_shot("talk-cool", 0);
    app.ui->focus = ui_find(app.ui, "take-back", 0)->id;
    send(&button_a);
    assert_int_equal(play()->said_count, 0);
    open_shot("talk-cool", 0);
    send(&button_a);
    assert_int_equal(play()->said_count, 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(from_the_first_line_to_the_last),
        cmocka_unit_test(the_question_stands_at_the_end),
        cmocka_unit_test(the_focus_begins_at_the_first_reply_and_stays_in_its_row),
        cmocka_unit_test(a_pad_takes_back_too),
    };
    return cmocka_run_group_tests(tests, open_app, app_kit_close);
}
