/* SPDX-License-Identifier: MIT */
/* The leader's desk: what is on it, what stays off the wall, and where its keys lead. */
#include "app_desk.h"
#include "app_kit.h"
#include "shot_room.h"
#include "shot_states.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#define ASKING "CaOJg>>>>>>>>>>>"
#define CLOSING "CaOJgd>sssssss"

static int open_app(void **state) {
    (void)state;
    app_kit_open(&(AppKit){.now = "2026-10-09T19:30+02:00"});
    Diag diag = {0};
    return (int)app_desk_open_headless(&app, WINDOW_CANVAS_W, WINDOW_CANVAS_H, &diag);
}

static uint64_t again(void) {
    app_build(&app, NULL);
    app_desk_build(&app);
    app_desk_build(&app);
    return draw_hash(app_desk_list(&app));
}

static uint64_t frame_at(const char *keys, int percent) {
    const Look look = {"desk", THEME_CHOICE_DAY, percent, 1};
    static const Shot home = {.name = "home", .screen = SCREEN_HOME};
    shot_set(&app, &home, &look);
    shot_room(&app, keys);
    return again();
}

static uint64_t frame(const char *keys) {
    return frame_at(keys, 100);
}

static char dump[512 * 1024];

static bool holds(const DrawList *list, const char *text) {
    draw_dump(list, dump, sizeof dump);
    return strstr(dump, text) != NULL;
}

static bool shows(const char *text) {
    return holds(app_desk_list(&app), text);
}

static void press(InputKind kind, int letter) {
    Input input = {
        .kind = kind, .device = DEVICE_KEYBOARD, .index = letter, .down = true, .on_second = true};
    assert_true(app_desk_take(&app, &input));
    input.down = false;
    app_desk_take(&app, &input);
    again();
}

/* Pressed and not yet let go. */
static void pass_key(InputKind kind, int letter) {
    const Input input = {
        .kind = kind, .device = DEVICE_KEYBOARD, .index = letter, .down = true, .on_second = true};
    assert_true(app_desk_take(&app, &input));
    again();
}

static void pass(InputKind kind) {
    pass_key(kind, 0);
}

static void send_line(int who, const char *text, bool names_someone) {
    PhoneAsk ask = {.kind = PHONE_LINE, .has_token = true, .names_someone = names_someone};
    ask.token[0] = (uint8_t)(who + 1);
    strcpy(ask.text, text);
    app_dispatch(&app, &(Event){.kind = EV_PHONE, .phone = &ask});
    assert_int_equal(app.game->phones.verdict, PHONE_DONE);
    again();
}

static void test_notes_are_on_the_desk_alone(void **state) {
    (void)state;
    frame("Ca>");
    assert_true(shows("Say who you are"));
    assert_true(shows("If it goes quiet"));
    assert_false(holds(app.list, "Say who you are"));
}

static void test_a_line_waits_for_the_leader(void **state) {
    (void)state;
    frame(CLOSING);
    send_line(0, "Ask me on a walk.", false);
    assert_true(shows("Ask me on a walk."));
    assert_false(shows("speaks about someone"));
    assert_false(holds(app.list, "Ask me on a walk."));
    send_line(1, "It will be planned.", true);
    assert_true(shows("speaks about someone"));
    app_dispatch(&app, &(Event){.kind = EV_LEAD, .value = LEAD_PASS_LINE});
    app_dispatch(&app, &(Event){.kind = EV_LEAD, .value = LEAD_DROP_LINE});
    again();
    assert_true(holds(app.list, "Ask me on a walk."));
    assert_false(holds(app.list, "It will be planned."));
    assert_false(shows("It will be planned."));
}

/* Neither who answered nor what is on the desk: a leader can't open a private answer. */
static void test_the_desk_opens_no_answer(void **state) {
    (void)state;
    uint64_t truth = frame(ASKING "Al");
    Phones *phones = &app.game->phones;
    const Phones kept = *phones;
    for (int who = 0; who < 14; who++) {
        for (int option = 0; option < PLAN_OPTIONS_MAX; option++) {
            PhoneSeat *seat = &phones->seats[who];
            seat->pick = seat->pick == PICK_NONE ? PICK_NONE : option;
            seat->landing[1] = option % 3;
            assert_true(again() == truth);
        }
        *phones = kept;
    }
    assert_true(shows("12 of 14"));
    frame("CaOJb>>>>>>>>>>>Ac");
    assert_false(shows("3 of 4"));
}

/* Next has the focus after whatever else was done, and says what it will do. */
static void test_next_is_always_at_hand(void **state) {
    (void)state;
    frame("Ca>");
    static const int letters[] = {'h', 'p', 'p', 'b', 'b', 't'};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        press(INPUT_NEXT, 0);
        press(INPUT_LETTER, letters[i]);
        int step = app.game->lead.step, stop = app.game->lead.stop;
        press(INPUT_PAGE_DOWN, 0);
        bool went_on = app.game->lead.step > step || app.game->lead.stop > stop;
        bool woke = letters[i] == 'p' || letters[i] == 'b';
        assert_true(went_on || woke);
    }
    frame("Ca>>>>>");
    assert_true(shows("Next: An owl in the barn"));
    int step = app.game->lead.step;
    press(INPUT_CONFIRM, 0);
    assert_int_equal(app.game->lead.step, step + 1);
}

/* With the pause menu on the wall nobody would see what goes on behind it. */
static void test_the_wall_comes_back_first(void **state) {
    (void)state;
    frame("Ca>>>");
    static const InputKind keys[] = {INPUT_PAGE_DOWN, INPUT_PAGE_UP, INPUT_LETTER};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const Lead before = app.game->lead;
        pass(INPUT_BACK);
        assert_int_equal(game_overlay(app.game), OVERLAY_PAUSE);
        pass_key(keys[i], 's');
        assert_int_equal(game_overlay(app.game), OVERLAY_NONE);
        assert_int_equal(app.game->lead.step, before.step);
        assert_int_equal(app.game->lead.stop, before.stop);
    }
    int stop = app.game->lead.stop, step = app.game->lead.step;
    pass(INPUT_PAGE_DOWN);
    assert_true(app.game->lead.stop > stop || app.game->lead.step > step);
}

/* At the end the report and the way out are on the desk as well. */
static void test_the_end_is_at_hand(void **state) {
    (void)state;
    frame("Ca>sssssssss");
    assert_int_equal(app.game->lead.place, LEAD_OVER);
    assert_true(shows("Save the report"));
    const Ui *ui = app_desk_ui(&app);
    const Input tab = {
        .kind = INPUT_NEXT, .device = DEVICE_KEYBOARD, .down = true, .on_second = true};
    for (int i = 0; i < 20 && ui->focus != ui_find(ui, "desk-leave", 0)->id; i++) {
        assert_true(app_desk_take(&app, &tab));
    }
    press(INPUT_CONFIRM, 0);
    assert_int_equal(app.game->screen, SCREEN_HOME);
}

/* The plan's words fit both ways, so it is said which one it is. */
static void test_the_way_to_answer_is_said(void **state) {
    (void)state;
    frame("Ca>");
    assert_false(shows("Hands: all eyes closed") || shows("Phones: each answers"));
    frame("Ca>>>>>>>>>>>");
    assert_true(shows("Hands: all eyes closed"));
    frame(ASKING);
    assert_true(shows("Phones: each answers"));
    frame("CaOJbmm>>>>>>>>>>>");
    assert_true(shows("Phones first, then the hands"));
}

static void test_running_late(void **state) {
    (void)state;
    frame("Ca>");
    assert_false(shows("leave out"));
    app.game->lead.started_ms -= 15 * 60000;
    again();
    assert_true(shows("12 minutes over"));
    assert_true(shows("An owl in the barn"));
}

static void meet(bool met[UI_SEEN_MAX]) {
    const Ui *ui = app_desk_ui(&app);
    for (int i = 0; i < ui->seen_count; i++) {
        met[i] |= ui->seen[i].id == ui->focus;
    }
}

static void walk_to(UiId id) {
    const Ui *ui = app_desk_ui(&app);
    for (int i = 0; i <= ui->seen_count && ui->focus != id; i++) {
        pass(INPUT_NEXT);
    }
    assert_int_equal(ui->focus, id);
}

static void check_met(const bool met[UI_SEEN_MAX], const char *state, const char *by) {
    const Ui *ui = app_desk_ui(&app);
    for (int k = 0; k < ui->seen_count; k++) {
        if (!met[k] && ui->seen[k].role != UI_ROLE_SCROLL) {
            fail_msg("%s: no way by %s to %s %d", state, by, ui->seen[k].name, ui->seen[k].index);
        }
    }
}

static void check_tab(const char *state) {
    const Ui *ui = app_desk_ui(&app);
    bool met[UI_SEEN_MAX] = {false};
    for (int i = 0; i <= ui->seen_count; i++) {
        pass(INPUT_NEXT);
        meet(met);
    }
    check_met(met, state, "Tab");
}

/* From where they have led so far, each way, until nothing new is found. */
static void check_arrows(const char *state) {
    static const InputKind ways[] = {INPUT_LEFT, INPUT_RIGHT, INPUT_UP, INPUT_DOWN};
    const Ui *ui = app_desk_ui(&app);
    bool met[UI_SEEN_MAX] = {false}, asked[UI_SEEN_MAX] = {false};
    meet(met);
    for (int i = 0; i < ui->seen_count; i++) {
        if (!met[i] || asked[i]) {
            continue;
        }
        asked[i] = true;
        UiId from = ui->seen[i].id;
        for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
            walk_to(from);
            pass(ways[way]);
            meet(met);
        }
        i = -1; /* what came before may have been met only now */
    }
    check_met(met, state, "arrows");
}

/* Arrows lead the evening while it runs, so there it's Tab; a pad is always the wall's. */
static void test_everything_fits_and_is_reached(void **state) {
    (void)state;
    static const char *const states[] = {"Ca", "CaOJg", "Ca>", ASKING "Al", CLOSING, "Ca>p",
                                         "Ca>sssssssss"};
    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        for (int percent = 100; percent <= 200; percent += 50) {
            frame_at(states[i], percent);
            if (strcmp(states[i], CLOSING) == 0) {
                send_line(0, "Ask me on a walk.", false);
                send_line(1, "It will be planned.", true);
            }
            assert_false(app_desk_list(&app)->overflowed || app_desk_ui(&app)->overflowed);
            assert_int_equal(app_kit_lost(app_desk_ui(&app)), 0);
            assert_true(app_kit_says(app_desk_ui(&app), "Only on this screen"));
            check_tab(states[i]);
            if (app.game->lead.place != LEAD_RUNNING) {
                check_arrows(states[i]);
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_notes_are_on_the_desk_alone),
        cmocka_unit_test(test_a_line_waits_for_the_leader),
        cmocka_unit_test(test_the_desk_opens_no_answer),
        cmocka_unit_test(test_next_is_always_at_hand),
        cmocka_unit_test(test_the_wall_comes_back_first),
        cmocka_unit_test(test_the_end_is_at_hand),
        cmocka_unit_test(test_the_way_to_answer_is_said),
        cmocka_unit_test(test_running_late),
        cmocka_unit_test(test_everything_fits_and_is_reached),
    };
    return cmocka_run_group_tests(tests, open_app, app_kit_close);
}
