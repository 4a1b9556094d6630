/* SPDX-License-Identifier: MIT */
/* Scenes: which mark a press finds, what that is worth, what moves the lines and what stops them;
 * and that nothing tells what was pressed, or by whom. */
#include "card_scene.h"
#include "game_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define BID SCENE_MARK_BID
#define AWAY SCENE_MARK_TURN_AWAY
enum { NOTHING = -1 };

static Kit kit, other_kit;

static Play *play(void) {
    return &kit.game.play;
}

static int line(void) {
    return play()->show.line;
}

static void deal(Kit *on) {
    kit_other_kinds(1u << CARD_SCENE);
    kit_open_home(on);
    kit_both_here(on);
    kit_play_to_reveal(on);
    kit_send(on, EV_CONTINUE, 0, 0);
    assert_int_equal(on->game.play.card->kind, CARD_SCENE);
}

/* The clock goes on, and nobody touches anything. */
static void wait(int ms) {
    kit.now.utc_ms += ms;
    kit_send(&kit, EV_TICK, 0, 0);
}

static void presses_find_marks(void **state) {
    (void)state;
    static const struct {
        int count;
        ScenePress presses[3];
        int hits[3];
    } rows[] = {
        {1, {{2000, BID}}, {2}},                           /* as the line begins */
        {1, {{2999, BID}}, {2}},                           /* as it ends */
        {1, {{3400, BID}}, {2}},                           /* in the line after */
        {1, {{4500, BID}}, {2}},                           /* a second and a half after */
        {1, {{4501, BID}}, {NOTHING}},                     /* too late */
        {1, {{1999, BID}}, {NOTHING}},                     /* before it was said */
        {1, {{2500, AWAY}}, {NOTHING}},                    /* the other button */
        {1, {{4100, AWAY}}, {4}},
        {2, {{2500, BID}, {2600, AWAY}}, {2, NOTHING}},
        {2, {{2500, BID}, {3200, BID}}, {2, NOTHING}},     /* found already */
        {2, {{8500, BID}, {9500, BID}}, {8, 9}},
        {2, {{9100, BID}, {9600, BID}}, {9, 8}},           /* the line before, too */
        {3, {{9100, BID}, {9200, BID}, {9300, BID}}, {9, 8, NOTHING}},
        {1, {{90000, BID}}, {NOTHING}},                    /* long after the end */
    };
    kit_other_kinds(1u << CARD_SCENE);
    const Card *card = card_find(kit_cards(), "scene-00");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int hits[3];
        scene_match(card, rows[i].presses, rows[i].count, hits);
        for (int j = 0; j < rows[i].count; j++) {
            assert_int_equal(hits[j], rows[i].hits[j]);
        }
    }
}

static void two_points_for_both_one_for_one(void **state) {
    (void)state;
    static const struct {
        unsigned by_one, by_other;
        int score, bridge;
    } rows[] = {
        {0xf, 0xf, 10, 2}, {0xf, 0x7, 9, 2}, {0xf, 0x0, 5, 1}, {0x0, 0xf, 5, 1},
        {0x3, 0xc, 5, 1},  {0x7, 0x7, 8, 2}, {0x1, 0x1, 3, 1}, {0x1, 0x0, 1, 1},
        {0x0, 0x0, 0, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        deal(&kit);
        Tally before = kit.game.tally;
        kit_watch(&kit, rows[i].by_one, rows[i].by_other);
        assert_int_equal(play()->phase, PHASE_PICK);
        kit_send(&kit, EV_CONTINUE, 0, 0);
        assert_int_equal(play()->phase, PHASE_REVEAL);
        const Fact *fact = kit_last_fact(&kit, FACT_CARD);
        assert_int_equal(play()->outcome.score, rows[i].score);
        assert_int_equal(fact->values[0], CARD_SCENE);
        assert_int_equal(fact->values[1], rows[i].score);
        assert_int_equal(kit.game.tally.bridge, before.bridge + rows[i].bridge);
        assert_int_equal(kit.game.tally.wall, before.wall);
    }
}

/* Pressing where nothing is marked takes nothing away. */
static void what_finds_nothing_costs_nothing(void **state) {
    (void)state;
    deal(&kit);
    kit_send(&kit, EV_SCENE, 0, SCENE_STEPS);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    while (game_scene_runs(&kit.game)) {
        for (int mark = 0; mark < SCENE_MARK_COUNT; mark++) {
            kit_send(&kit, EV_SEEN, 1, mark);
            kit_send(&kit, EV_SEEN, 2, mark);
            kit_send(&kit, EV_SEEN, 2, mark);
        }
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
    assert_int_equal(play()->show.press_count[0], 2 * KIT_LINES);
    assert_int_equal(play()->show.press_count[1], 2 * KIT_LINES);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->outcome.score, RULES_SCORE_MAX);
}

static void the_clock_moves_the_lines(void **state) {
    (void)state;
    deal(&kit);
    wait(60000);
    assert_false(play()->show.is_open);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->moves_on_ms, 0);
    wait(999);
    assert_int_equal(line(), 0);
    wait(1);
    assert_int_equal(line(), 1);
    kit_send(&kit, EV_CONTINUE, 0, 0); /* nobody can hurry it */
    assert_int_equal(line(), 1);
    wait(600);
    kit_send(&kit, EV_SEEN, 1, BID);
    assert_int_equal(play()->show.presses[0][0].at_ms, 1600);
    kit_send(&kit, EV_OPEN, 0, OVERLAY_HELP);
    wait(600000);
    kit_send(&kit, EV_SEEN, 2, BID); /* the help page lies over it */
    assert_int_equal(play()->show.press_count[1], 0);
    kit_send(&kit, EV_BACK, 0, 0);
    wait(399);
    assert_int_equal(line(), 1);
    wait(1);
    assert_int_equal(line(), 2);
    wait(3600000); /* the machine slept: the line after, and not the end */
    assert_int_equal(line(), 3);
    for (int i = 3; i < KIT_LINES; i++) {
        assert_true(game_scene_runs(&kit.game));
        wait(1000);
    }
    assert_false(game_scene_runs(&kit.game));
    assert_int_equal(play()->phase, PHASE_PICK);
    kit_send(&kit, EV_SEEN, 1, BID); /* the curtain has fallen */
    assert_int_equal(play()->show.press_count[0], 1);
}

static void a_tick_is_asked_for_while_it_runs(void **state) {
    (void)state;
    deal(&kit);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    wait(300);
    const Effect *newest = &kit.effects.items[kit.effects.count - 1];
    assert_int_equal(newest->kind, EFFECT_WAKE);
    assert_int_equal(newest->utc_ms, kit.now.utc_ms + 700);
}

static void without_a_clock_the_two_move_the_lines(void **state) {
    (void)state;
    deal(&kit);
    kit_send(&kit, EV_SCENE, 0, SCENE_STEPS);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    wait(600000);
    assert_int_equal(line(), 0);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(line(), 1);
    kit_send(&kit, EV_SCENE, 0, SCENE_CLOCK); /* and by the clock again */
    wait(1000);
    assert_int_equal(line(), 2);
}

static void some_begin_without_a_clock(void **state) {
    (void)state;
    static const SettingId ids[] = {SETTING_CALM, SETTING_STEPS};
    deal(&kit);
    assert_false(play()->show.by_steps);
    for (int i = 0; i < 2; i++) {
        kit_open_home(&kit);
        kit_send_event(&kit, &(Event){.kind = EV_SETTING, .value = (int)ids[i], .amount = 1});
        kit_both_here(&kit);
        kit_play_to_reveal(&kit);
        kit_send(&kit, EV_CONTINUE, 0, 0);
        assert_true(play()->show.by_steps);
    }
}

static void once_more_keeps_what_was_pressed(void **state) {
    (void)state;
    deal(&kit);
    kit_watch(&kit, 0x1, 0x0);
    kit_send(&kit, EV_SCENE, 0, SCENE_AGAIN);
    assert_int_equal(line(), 0);
    kit_watch(&kit, 0x1, 0x2);
    assert_int_equal(play()->show.press_count[0], 1);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->outcome.score, 3); /* two of eight */
}

static void with_one_device_each_watches_once(void **state) {
    (void)state;
    deal(&kit);
    kit_send(&kit, EV_IN_TURN, 0, 0);
    assert_int_equal(play()->holder, 1);
    kit_watch(&kit, 0xf, 0xf); /* what the other presses now doesn't count */
    assert_int_equal(play()->show.press_count[0], 4);
    assert_int_equal(play()->show.press_count[1], 0);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->phase, PHASE_PICK);
    assert_int_equal(play()->holder, 2);
    assert_false(play()->show.is_open);
    kit_watch(&kit, 0xf, 0x3);
    assert_int_equal(play()->show.press_count[0], 4);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->phase, PHASE_REVEAL);
    assert_int_equal(play()->outcome.score, 8); /* six of eight */
}

/* The same sign for either button, noted or not; and no word of who found what on the disk. */
static void nothing_tells_what_was_pressed(void **state) {
    (void)state;
    static char bid[KIT_TEXT_MAX], away[KIT_TEXT_MAX];
    deal(&kit);
    deal(&other_kit);
    Kit *kits[] = {&kit, &other_kit};
    for (int i = 0; i < 2; i++) {
        kit_send(kits[i], EV_SCENE, 0, SCENE_STEPS);
        kit_send(kits[i], EV_CONTINUE, 0, 0);
        kit_send(kits[i], EV_SEEN, 1, i ? AWAY : BID);
    }
    kit_print_effects(&kit.effects, bid);
    kit_print_effects(&other_kit.effects, away);
    assert_string_equal(bid, away);
    kit_send(&kit, EV_SEEN, 1, BID);
    kit_print_effects(&kit.effects, bid);
    assert_string_equal(bid, away);
    int facts[2];
    for (int i = 0; i < 2; i++) { /* all found by one, or all by the other */
        deal(kits[i]);
        kit_watch(kits[i], i ? 0xf : 0, i ? 0 : 0xf);
        kit_send(kits[i], EV_CONTINUE, 0, 0);
        facts[i] = kits[i]->fact_count;
        kit_print_fact(kit_last_fact(kits[i], FACT_CARD), i ? away : bid, KIT_TEXT_MAX);
    }
    assert_int_equal(facts[0], facts[1]);
    assert_string_equal(bid, away);
}

static void a_pass_leaves_it_at_any_line(void **state) {
    (void)state;
    deal(&kit);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    wait(1000);
    kit_send(&kit, EV_SEEN, 1, BID);
    int cards = kit_count_facts(&kit, FACT_CARD);
    kit_send(&kit, EV_PASS, 0, 0);
    assert_int_equal(kit_count_facts(&kit, FACT_CARD), cards);
    assert_int_equal(kit_last_fact(&kit, FACT_NEXT)->values[1], 0);
    assert_int_equal(play()->show.press_count[0], 0);
    assert_false(play()->show.is_open);
    assert_int_equal(play()->show.runs_from_ms, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(presses_find_marks),
        cmocka_unit_test(two_points_for_both_one_for_one),
        cmocka_unit_test(what_finds_nothing_costs_nothing),
        cmocka_unit_test(the_clock_moves_the_lines),
        cmocka_unit_test(a_tick_is_asked_for_while_it_runs),
        cmocka_unit_test(without_a_clock_the_two_move_the_lines),
        cmocka_unit_test(some_begin_without_a_clock),
        cmocka_unit_test(once_more_keeps_what_was_pressed),
        cmocka_unit_test(with_one_device_each_watches_once),
        cmocka_unit_test(nothing_tells_what_was_pressed),
        cmocka_unit_test(a_pass_leaves_it_at_any_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
