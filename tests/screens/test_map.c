/* SPDX-License-Identifier: MIT */
/* The journey's map: left and right walk from chapter to chapter, at their pace; wheel and drag
 * look closer; the first words come before the first card. The week: one second take lifts its
 * stone. */
#include "app_kit.h"
#include "shot_states.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

static int walks;
static const Look lively = {"lively", THEME_CHOICE_DAY, 100, 0};
static const Look calm = {"calm", THEME_CHOICE_DAY, 100, 1};

static void count_walks(void *context, const Event *event) {
    (void)context;
    walks += event->kind == EV_WALK;
}

static int open_app(void **state) {
    (void)state;
    app_kit_open(&(AppKit){.fixed_letters = true});
    app.on_event = count_walks;
    return 0;
}

static void frame(int ms, const Input *input) {
    app_advance(&app, ms);
    app_build(&app, input);
}

static void press(InputKind kind) {
    Input input = {.kind = kind, .device = DEVICE_KEYBOARD, .down = true};
    frame(16, &input);
    input.down = false;
    if (kind == INPUT_CONFIRM) {
        frame(16, &input);
    }
    frame(16, NULL);
}

static void point(InputKind kind, float x, float y, float lines) {
    Input input = {.kind = kind, .device = DEVICE_MOUSE, .down = true, .x = x, .y = y, .dy = lines};
    frame(16, &input);
}

static void show(const char *name, const Look *look) {
    for (int i = 0; i < SHOT_COUNT; i++) {
        if (strcmp(shot_states[i].name, name) == 0) {
            shot_set(&app, &shot_states[i], look);
            frame(1, NULL);
            frame(16, NULL);
            return;
        }
    }
    fail_msg("there is no state %s", name);
}

static void focus_on(const char *name, int index) {
    const UiSeen *seen = ui_find(app.ui, name, index);
    assert_non_null(seen);
    app.ui->focus = seen->id;
    frame(16, NULL);
}

static void wait_ms(int ms) {
    for (int i = 0; i < ms; i += 16) {
        frame(16, NULL);
    }
}

static void test_arrows_follow_the_path(void **state) {
    (void)state;
    show("journey-sea", &lively);
    focus_on("chapter", 0);
    for (int i = 1; i < JOURNEY_CHAPTERS; i++) {
        press(INPUT_RIGHT);
        assert_int_equal(app.memory.chapter, i + 1);
    }
    press(INPUT_RIGHT);
    assert_int_equal(app.memory.chapter, JOURNEY_CHAPTERS);
    press(INPUT_LEFT);
    assert_int_equal(app.memory.chapter, JOURNEY_CHAPTERS - 1);
}

/* 260 points a second: from the first bridge to the second it's about 0.8 s, to the third 1.7. */
static void test_pace(void **state) {
    (void)state;
    show("journey-sea", &lively);
    focus_on("chapter", 0);
    float start = app.memory.map_along;
    wait_ms(500);
    assert_true(fabsf(app.memory.map_along - start) < 0.001f);
    press(INPUT_RIGHT);
    wait_ms(400);
    assert_true(app.memory.map_along - start > 0.3f && app.memory.map_along - start < 0.8f);
    wait_ms(700);
    assert_true(fabsf(app.memory.map_along - start - 1) < 0.01f);
    assert_false(app.ui->wants_frames);
    show("journey-sea", &calm);
    focus_on("chapter", 0);
    press(INPUT_RIGHT);
    assert_true(fabsf(app.memory.map_along - start - 1) < 0.01f);
}

static void test_wheel_and_drag(void **state) {
    (void)state;
    show("journey-sea", &lively);
    point(INPUT_POINTER_MOVE, 640, 640, 0);
    point(INPUT_WHEEL, 640, 640, 3);
    assert_true(app.memory.map_zoom > 1.3f && app.memory.map_zoom < 1.5f);
    /* What lies under the pointer stays there. */
    assert_true(fabsf((640 - app.memory.map_x) / app.memory.map_zoom - 640) < 0.5f);
    assert_true(fabsf((640 - app.memory.map_y) / app.memory.map_zoom - 640) < 0.5f);
    float x = app.memory.map_x;
    point(INPUT_POINTER_DOWN, 640, 690, 0);
    point(INPUT_POINTER_MOVE, 700, 690, 0);
    assert_true(fabsf(app.memory.map_x - x - 60) < 0.5f);
    point(INPUT_POINTER_MOVE, 9000, 9000, 0);
    assert_true(app.memory.map_x <= 0 && app.memory.map_y <= 0); /* the land fills the window */
    point(INPUT_POINTER_UP, 9000, 9000, 0);
    x = app.memory.map_x;
    point(INPUT_POINTER_MOVE, 600, 600, 0);
    assert_true(fabsf(app.memory.map_x - x) < 0.001f);
    point(INPUT_WHEEL, 600, 600, -20);
    assert_true(fabsf(app.memory.map_zoom - 1) < 0.001f);
    assert_true(fabsf(app.memory.map_x) + fabsf(app.memory.map_y) < 0.001f);
}

static float sprite_x(const char *name) {
    for (int i = 0; i < app.list->cmd_count; i++) {
        const DrawCmd *cmd = &app.list->cmds[i];
        if (cmd->kind == DRAW_SPRITE &&
            strcmp(app.list->bytes + cmd->sprite.first_byte, name) == 0) {
            return cmd->sprite.at.x;
        }
    }
    fail_msg("no %s", name);
    return 0;
}

static void test_hills_move_less(void **state) {
    (void)state;
    show("journey-sea", &lively);
    float whole = sprite_x("day/cottage");
    point(INPUT_WHEEL, 640, 640, 3);
    point(INPUT_POINTER_MOVE, 640, 690, 0);
    point(INPUT_POINTER_DOWN, 640, 690, 0);
    frame(16, NULL);
    float cottage = sprite_x("day/cottage"), boat = sprite_x("day/boat");
    point(INPUT_POINTER_MOVE, 540, 690, 0);
    frame(16, NULL);
    assert_in_range((int)(boat - sprite_x("day/boat") + 0.5f), 100, 100);
    assert_in_range((int)(cottage - sprite_x("day/cottage") + 0.5f), 45, 55);
    point(INPUT_POINTER_UP, 540, 690, 0);
    point(INPUT_WHEEL, 600, 600, -20);
    frame(16, NULL);
    assert_true(fabsf(sprite_x("day/cottage") - whole) < 0.5f);
}

static float both_x(void) {
    for (int i = 0; i < app.list->cmd_count; i++) {
        if (app.list->cmds[i].kind == DRAW_PERSON) {
            return app.list->cmds[i].person.at.x;
        }
    }
    fail_msg("nobody walks");
    return 0;
}

static void test_the_map_goes_along(void **state) {
    (void)state;
    show("journey-sea", &lively);
    point(INPUT_POINTER_MOVE, 200, 600, 0);
    point(INPUT_WHEEL, 200, 600, 20);
    focus_on("chapter", 0);
    for (int i = 0; i < 4; i++) {
        press(INPUT_RIGHT);
        wait_ms(2000);
        assert_true(both_x() > 250 && both_x() < 1030);
    }
    assert_true(app.memory.map_x < -300);
    float x = app.memory.map_x;
    point(INPUT_POINTER_DOWN, 640, 690, 0); /* and lies where it is pushed when nobody walks */
    point(INPUT_POINTER_MOVE, 940, 690, 0);
    point(INPUT_POINTER_UP, 940, 690, 0);
    frame(16, NULL);
    assert_true(fabsf(app.memory.map_x - x - 300) < 0.5f);
    point(INPUT_WHEEL, 600, 600, -30);
}

static void test_first_words_first(void **state) {
    (void)state;
    show("journey", &lively);
    walks = 0;
    press(INPUT_CONFIRM);
    assert_true(app.memory.shows_opening);
    assert_int_equal(walks, 0);
    press(INPUT_BACK);
    assert_false(app.memory.shows_opening);
    assert_int_equal(app.game->screen, SCREEN_JOURNEY);
    focus_on("walk", 0);
    press(INPUT_CONFIRM);
    press(INPUT_CONFIRM);
    assert_int_equal(walks, 1);
    assert_int_equal(app.game->screen, SCREEN_CARD);
    assert_int_equal(app.game->play.card->kind, CARD_SCENE);
}

static void test_one_second_take(void **state) {
    (void)state;
    show("week", &lively);
    wait_ms(3200);
    focus_on("lift", 0);
    press(INPUT_CONFIRM);
    assert_int_equal(app.memory.week_chapter, 1);
    wait_ms(1000);
    focus_on("lift", 0);
    press(INPUT_CONFIRM);
    assert_int_equal(app.memory.week_chapter, 0);
    focus_on("day-card", 2);
    press(INPUT_CONFIRM);
    assert_true(app.memory.week_talks);
    assert_int_equal(app.memory.week_day, 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arrows_follow_the_path), cmocka_unit_test(test_pace),
        cmocka_unit_test(test_wheel_and_drag),
        cmocka_unit_test(test_hills_move_less),
        cmocka_unit_test(test_the_map_goes_along),
        cmocka_unit_test(test_first_words_first),
        cmocka_unit_test(test_one_second_take),
    };
    return cmocka_run_group_tests(tests, open_app, app_kit_close);
}
