/* SPDX-License-Identifier: MIT */
/* The wall as a room sees it: hidden counts stay hidden, few answers are no numbers, Tab reaches
 * every control, and nothing of an evening is on disk. */
#include "app_kit.h"
#include "app_phone_answer.h"
#include "shot_room.h"
#include "shot_states.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define TO_COUNT "Ca>>>>>>>>>>>"

static int open_app(void **state) {
    (void)state;
    app_kit_open(&(AppKit){.now = "2026-10-09T19:30+02:00", .fixed_letters = true});
    return 0;
}

static uint64_t frame(const char *keys) {
    static const Look calm = {"calm", THEME_CHOICE_DAY, 100, 1};
    static const Shot home = {.name = "home", .screen = SCREEN_HOME};
    shot_set(&app, &home, &calm);
    shot_room(&app, keys);
    for (int i = 0; i < 3; i++) {
        app_advance(&app, 1000);
        app_build(&app, NULL);
    }
    return draw_hash(app.list);
}

/* While B is counted, the wall is the same whatever A was. */
static void test_counts_stay_hidden(void **state) {
    (void)state;
    assert_true(frame(TO_COUNT "3>") == frame(TO_COUNT "9>"));
    assert_true(frame(TO_COUNT "c3>") != frame(TO_COUNT "c9>")); /* unless the leader shows them */
}

static void test_few_are_no_numbers(void **state) {
    (void)state;
    assert_true(frame(TO_COUNT "1>1>2>0>") == frame(TO_COUNT "0>0>0>4>"));
    assert_true(frame(TO_COUNT "1>1>2>1>") != frame(TO_COUNT "0>0>0>5>"));
    assert_true(frame(TO_COUNT "1>1>2>1>t") == frame(TO_COUNT "0>0>0>5>t")); /* numbers hidden */
}

static bool shows(const char *text) {
    static char dump[512 * 1024];
    draw_dump(app.list, dump, sizeof dump);
    return strstr(dump, text) != NULL;
}

/* The two who live here are nobody's business on a wall. */
static void test_no_name_of_the_couple(void **state) {
    (void)state;
    for (int s = 0; s < SHOT_COUNT; s++) {
        if (shot_states[s].screen == SCREEN_WORKSHOP) {
            frame(shot_states[s].led);
            assert_false(shows("Nadia") || shows("Theo"));
        }
    }
}

static void test_dark_is_dark(void **state) {
    (void)state;
    frame(TO_COUNT "b");
    assert_false(shows("owl"));
    assert_true(shows("Look up."));
}

static void test_tab_reaches_all(void **state) {
    (void)state;
    for (int s = 0; s < SHOT_COUNT; s++) {
        if (shot_states[s].screen != SCREEN_WORKSHOP) {
            continue;
        }
        frame(shot_states[s].led);
        bool met[UI_SEEN_MAX] = {false};
        Input tab = {.kind = INPUT_NEXT, .device = DEVICE_KEYBOARD};
        for (int i = 0; i < app.ui->seen_count; i++) {
            app_build(&app, &tab);
            for (int k = 0; k < app.ui->seen_count; k++) {
                met[k] |= app.ui->seen[k].id == app.ui->focus;
            }
        }
        for (int k = 0; k < app.ui->seen_count; k++) {
            assert_true(met[k] || app.ui->seen[k].role == UI_ROLE_SCROLL);
        }
    }
}

/* At home the evening is kept; a room would be gone by a slip of the hand. */
static void test_closing_a_room_asks_first(void **state) {
    (void)state;
    const Input close = {.kind = INPUT_CLOSE, .down = true};
    static const char *const begun[] = {"Ca", "Ca>>>>>>>>"};
    for (size_t i = 0; i < sizeof begun / sizeof *begun; i++) {
        frame(begun[i]);
        app_build(&app, &close);
        assert_int_equal(game_overlay(app.game), OVERLAY_PAUSE);
        assert_false(app.quits);
        app_build(&app, &close);
        assert_true(app.quits);
        app.quits = false;
    }
    frame("");
    app_build(&app, &close);
    assert_true(app.quits);
    app.quits = false;
}

/* A clicker presses Next wherever the focus was. */
static void test_focus_comes_home(void **state) {
    (void)state;
    frame("Ca>");
    Input tab = {.kind = INPUT_PREVIOUS, .device = DEVICE_KEYBOARD};
    app_build(&app, &tab);
    Input page = {.kind = INPUT_PAGE_DOWN, .device = DEVICE_KEYBOARD};
    int step = app.game->lead.step, stop = app.game->lead.stop;
    app_build(&app, &page);
    assert_true(app.game->lead.step > step || app.game->lead.stop > stop);
    app_build(&app, NULL);
    app_build(&app, NULL);
    assert_string_equal(ui_find(app.ui, "room-next", 0)->name, "room-next");
    assert_int_equal(app.ui->focus, ui_find(app.ui, "room-next", 0)->id);
}

/* --- Phones ----------------------------------------------------------------------------------- */

#define ASKING "CaOJg>>>>>>>>>>>"

static uint64_t again(void) {
    app_build(&app, NULL);
    return draw_hash(app.list);
}

/* Whatever a phone has picked, said of how it landed, or sent to the leader: the wall is the same,
 * at every stop of the plan. */
static void test_the_wall_betrays_no_phone(void **state) {
    (void)state;
    frame(ASKING "Al");
    for (int stop = 0; app.game->lead.place != LEAD_OVER; stop++) {
        uint64_t truth = (again(), again());
        Phones *phones = &app.game->phones;
        const Phones kept = *phones;
        for (int who = 0; who < PHONES_MAX; who++) {
            PhoneSeat *seat = &phones->seats[who];
            for (int option = 0; seat->is_taken && option < PLAN_OPTIONS_MAX; option++) {
                seat->pick = seat->pick == PICK_NONE ? PICK_NONE : option;
                seat->landing[0] = option % 3;
                seat->has_landed = !seat->has_landed;
                assert_true(again() == truth);
            }
            *phones = kept;
        }
        phones->lines[0].state = LINE_WAITING;
        strcpy(phones->lines[0].text, "not passed yet");
        assert_true(again() == truth);
        *phones = kept;
        app_dispatch(&app, &(Event){.kind = EV_LEAD, .value = LEAD_NEXT});
        assert_true(stop < 100);
    }
}

/* Who has answered can't be told from how many: any five of fourteen look alike. */
static void test_which_phones_are_in_does_not_show(void **state) {
    (void)state;
    uint64_t first = frame(ASKING "Ae");
    frame(ASKING);
    for (int who = 14 - 5; who < 14; who++) {
        app.game->phones.seats[who].pick = 1;
    }
    app.memory.room_question = app.game->phones.question;
    app.memory.room_stones = 5;
    assert_true((again(), again()) == first);
}

static void test_names_in_the_lobby_alone(void **state) {
    (void)state;
    frame("CaOJg");
    assert_true(shows("Cardamom") && shows("Sneezers"));
    frame("CaOJgh");
    assert_false(shows("Cardamom") || shows("Sneezers"));
    frame(ASKING "Al");
    assert_false(shows("Cardamom") || shows("Sneezers"));
}

static void test_few_phones_are_not_counted(void **state) {
    (void)state;
    frame("CaOJb>>>>>>>>>>>Ac");
    assert_true(shows("Answers are coming in"));
    assert_false(shows("3 of 4"));
    frame("CaOJc>>>>>>>>>>>Ac");
    assert_true(shows("3 of 6 in"));
    frame("CaOJc>>>>>>>>>>>Af");
    assert_true(shows("Everyone’s in"));
}

/* Stones fall at most one per 400 ms, so that a tap can't be told from the wall. */
static void test_stones_fall_slowly(void **state) {
    (void)state;
    frame(ASKING "Aa");
    for (int who = 1; who < 8; who++) {
        app.game->phones.seats[who].pick = 2;
    }
    again();
    int before = app.memory.room_stones;
    app_advance(&app, 1);
    again();
    assert_true(app.memory.room_stones <= before + 1);
    int shown = app.memory.room_stones;
    app_advance(&app, 399);
    again();
    assert_int_equal(app.memory.room_stones, shown + 1);
    app_advance(&app, 10);
    again();
    assert_int_equal(app.memory.room_stones, shown + 1);
}

static void test_lines_pass_or_wait(void **state) {
    (void)state;
    frame("CaOJgd>sssssssLd");
    assert_true(shows("Thank you for the soup in March."));
    assert_false(shows("Salt & Cardamom"));
    app.game->phones.lines[1].state = app.game->phones.lines[3].state = LINE_WAITING;
    again();
    assert_true(shows("Ask me on a walk"));
    assert_false(shows("Thank you for the soup in March."));
}

/* Where it was drawn, inside its frame: the one square that large. */
static Rect find_square(void) {
    for (int i = 0; i < app.ui->node_count; i++) {
        const UiNode *node = &app.ui->nodes[i];
        bool is_square = node->box.width > 200 && node->box.width == node->box.height;
        if (is_square && node->child_count == 0) {
            enum { FRAME = 4 };
            return (Rect){node->rect.x + FRAME, node->rect.y + FRAME, node->rect.w - 2 * FRAME,
                          node->rect.h - 2 * FRAME};
        }
    }
    fail_msg("there is no square");
    return (Rect){0};
}

/* As a phone's camera sees the middle of a module; false too if it is neither dark nor light. */
static bool is_module(Rect square, int modules, int x, int y, bool dark) {
    const SDL_Surface *surface = window_surface(app.window);
    float side = square.w / (float)modules, scale = window_scale(app.window);
    int across = (int)((square.x + side * ((float)x + 0.5f)) * scale);
    int down = (int)((square.y + side * ((float)y + 0.5f)) * scale);
    const Uint8 *row = (const Uint8 *)surface->pixels + down * surface->pitch;
    Uint8 red, green, blue;
    SDL_GetRGB(((const Uint32 *)(const void *)row)[across], surface->format, &red, &green, &blue);
    int light = red + green + blue;
    return dark ? light < 3 * 80 : light > 3 * 220;
}

static void check_square(const QrCode *code) {
    enum { QUIET = 4 };
    app.force_repaint = true;
    app_paint(&app);
    Rect square = find_square();
    int modules = code->side + 2 * QUIET;
    for (int y = 0; y < modules; y++) {
        for (int x = 0; x < modules; x++) {
            int at_x = x - QUIET, at_y = y - QUIET;
            bool is_inside = at_x >= 0 && at_y >= 0 && at_x < code->side && at_y < code->side;
            bool dark = is_inside && code->modules[at_y * code->side + at_x];
            if (!is_module(square, modules, x, y, dark)) {
                fail_msg("module %d %d should be %s", at_x, at_y, dark ? "dark" : "white");
            }
        }
    }
}

/* Dark on white by day and in the evening, each module, with four white ones around; and it leads
 * to the address that stands beside it. */
static void test_the_square_is_whole(void **state) {
    (void)state;
    QrCode code;
    assert_int_equal(qr_encode("http://192.168.0.7:8350/r/5a1377000000000000000000000000", &code),
                     ERR_OK);
    for (int theme = THEME_CHOICE_DAY; theme <= THEME_CHOICE_EVENING; theme++) {
        for (int percent = 100; percent <= 200; percent += 100) {
            frame("CaO");
            app.game->settings[SETTING_THEME] = theme;
            app.game->settings[SETTING_TEXT_PERCENT] = percent;
            again();
            check_square(&code);
            assert_true(shows("192.168.0.7:8350"));
        }
    }
    frame("Ca");
    assert_false(shows("192.168.0.7:8350"));
    assert_true(shows("No phones: raise hands"));
}

static void note_one(void *context, const Fact *fact) {
    (void)fact;
    (*(int *)context)++;
}

/* Not a fact more after a whole evening, and the couple's own stands as it was. */
static void test_nothing_is_stored(void **state) {
    (void)state;
    Diag diag = {0};
    int before = 0, after = 0;
    frame("");
    store_flush(app.store);
    assert_int_equal(store_load(app.store, note_one, &before, &diag), ERR_OK);
    int plays = app.game->play_count, cards = app.game->cards_played;
    shot_room(&app, TO_COUNT "7>9>2>1>>>3>3>3>9>>sssssss");
    assert_int_equal(app.game->lead.place, LEAD_OVER);
    app_dispatch(&app, &(Event){.kind = EV_LEAD, .value = LEAD_LEAVE});
    store_flush(app.store);
    assert_int_equal(store_load(app.store, note_one, &after, &diag), ERR_OK);
    assert_int_equal(before, after);
    assert_int_equal(plays, app.game->play_count);
    assert_int_equal(cards, app.game->cards_played);
    assert_int_equal(app.game->screen, SCREEN_HOME);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts_stay_hidden),
        cmocka_unit_test(test_few_are_no_numbers),
        cmocka_unit_test(test_no_name_of_the_couple),
        cmocka_unit_test(test_dark_is_dark),
        cmocka_unit_test(test_tab_reaches_all),
        cmocka_unit_test(test_closing_a_room_asks_first),
        cmocka_unit_test(test_focus_comes_home),
        cmocka_unit_test(test_the_wall_betrays_no_phone),
        cmocka_unit_test(test_which_phones_are_in_does_not_show),
        cmocka_unit_test(test_names_in_the_lobby_alone),
        cmocka_unit_test(test_few_phones_are_not_counted),
        cmocka_unit_test(test_stones_fall_slowly),
        cmocka_unit_test(test_lines_pass_or_wait),
        cmocka_unit_test(test_the_square_is_whole),
        cmocka_unit_test(test_nothing_is_stored),
    };
    return cmocka_run_group_tests(tests, open_app, app_kit_close);
}
