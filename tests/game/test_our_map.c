/* SPDX-License-Identifier: MIT */
/* Our map: only with both, only one's own, never from few, and gone when it is cleared. */
#include "game_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static Kit kit, again;

static void map(MapAct act, int player, int amount) {
    kit_send_event(
        &kit, &(Event){.kind = EV_MAP, .player = player, .value = (int)act, .amount = amount});
}

static void open_map(void) {
    kit_send(&kit, EV_LOOK_BACK, 0, 0);
    map(MAP_OPEN, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_OUR_MAP);
}

static void close_map(void) {
    kit_send(&kit, EV_BACK, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_LOOK_BACK);
    kit_send(&kit, EV_BACK, 0, 0);
}

static void both_agree(void) {
    open_map();
    map(MAP_KEEP, 1, 0);
    map(MAP_KEEP, 2, 0);
    close_map();
}

static void play_evenings(int count) {
    for (int i = 0; i < count; i++) {
        kit_play_evening(&kit);
        kit_wait_until(&kit, 1, 18);
        kit_send(&kit, EV_TICK, 0, 0);
    }
}

static void nothing_is_kept_before_both_agree(void **state) {
    (void)state;
    kit_open_home(&kit);
    open_map();
    map(MAP_KEEP, 1, 0);
    close_map();
    play_evenings(3);
    assert_int_equal(kit_count_facts(&kit, FACT_STAR), 0);
    assert_int_equal(kit_count_facts(&kit, FACT_MET), 0);
    open_map();
    map(MAP_KEEP, 2, 0);
    close_map();
    play_evenings(3);
    assert_int_equal(kit_count_facts(&kit, FACT_STAR), 3);
    assert_int_equal(kit_count_facts(&kit, FACT_MET), 3);
    open_map();
    map(MAP_STOP, 1, 0);
    close_map();
    play_evenings(2);
    assert_int_equal(kit_count_facts(&kit, FACT_STAR), 3);
}

/* Seven against two: a line; four of four: none yet; three of five: no preference. */
static void a_line_needs_enough_and_clear_stars(void **state) {
    (void)state;
    MapPage page = {0};
    MapLine lines[MAP_LINES_MAX];
    unsigned pair = 1u << MAP_QUESTION | 1u << MAP_ADVICE;
    for (int i = 0; i < 4; i++) {
        map_note_star(&page, MAP_QUESTION, pair);
    }
    assert_int_equal(map_lines(&page, lines), 0);
    for (int i = 0; i < 3; i++) {
        map_note_star(&page, MAP_QUESTION, pair);
    }
    map_note_star(&page, MAP_ADVICE, pair);
    map_note_star(&page, MAP_ADVICE, pair);
    assert_int_equal(map_lines(&page, lines), 1);
    assert_int_equal(lines[0].rather, MAP_QUESTION);
    assert_int_equal(lines[0].than, MAP_ADVICE);
    assert_int_equal(lines[0].times, 7);
    assert_int_equal(lines[0].of, 9);
    map_note_star(&page, MAP_ADVICE, pair);
    map_note_star(&page, MAP_ADVICE, pair);
    assert_int_equal(map_lines(&page, lines), 0); /* seven of eleven */
}

static void the_clearest_come_first_and_none_crowds(void **state) {
    (void)state;
    MapPage page = {0};
    MapLine lines[MAP_LINES_MAX];
    for (int i = 0; i < 6; i++) {
        map_note_star(&page, MAP_TOUCH, (1u << MAP_STYLE_COUNT) - 1);
    }
    map_note_star(&page, MAP_JOKE, 1u << MAP_TOUCH | 1u << MAP_JOKE);
    assert_int_equal(map_lines(&page, lines), 2); /* two that prefer the same are enough */
    for (int i = 0; i < 2; i++) {
        assert_int_equal(lines[i].rather, MAP_TOUCH);
        assert_int_not_equal(lines[i].than, MAP_JOKE); /* the one with an exception is less clear */
    }
}

static int lines_of(int player) {
    MapLine lines[MAP_LINES_MAX];
    return map_lines(&kit.game.map.pages[player - 1], lines);
}

static void each_has_a_page_and_the_say_over_it(void **state) {
    (void)state;
    kit_open_home(&kit);
    both_agree();
    play_evenings(12);
    assert_true(lines_of(1) > 0);
    assert_true(lines_of(2) > 0);
    MapLine lines[MAP_LINES_MAX];
    map_lines(&kit.game.map.pages[0], lines);
    open_map();
    map(MAP_SHOW, 1, 0);
    assert_true(map_is_shown(&kit.game.map.pages[0], &lines[0]));
    map(MAP_SHOW, 1, MAP_LINES_MAX); /* there is no such line */
    kit_check_restart(&kit);
    map(MAP_HIDE, 1, 0);
    assert_false(map_is_shown(&kit.game.map.pages[0], &lines[0]));
    map(MAP_SHOW, 1, 0);
    int others = lines_of(2);
    map(MAP_CLEAR, 1, 0);
    assert_int_equal(lines_of(1), 0);
    assert_int_equal(lines_of(2), others);
    assert_false(map_is_shown(&kit.game.map.pages[0], &lines[0]));
    assert_true(map_is_kept(&kit.game.map)); /* what comes is drawn anew */
    close_map();
    kit_open_again(&again, &kit);
    assert_memory_equal(&again.game.map, &kit.game.map, sizeof kit.game.map);
}

/* Whose star it was can't be read off the facts' first number alone. */
static void the_file_says_not_plainly_whose(void **state) {
    (void)state;
    kit_open_home(&kit);
    both_agree();
    play_evenings(12);
    int plain[3] = {0}, swapped = 0;
    Game told = {0};
    for (int i = 0; i < kit.fact_count; i++) {
        const Fact *fact = &kit.facts[i];
        if (fact->kind == FACT_STAR) {
            int before = told.map.pages[0].beat[fact->values[1]][MAP_JOKE];
            game_apply_fact(&told, &kit.world, fact);
            bool is_first = told.map.pages[0].beat[fact->values[1]][MAP_JOKE] > before;
            swapped += (fact->values[0] == 1) != is_first;
            plain[fact->values[0]]++;
        }
    }
    assert_true(swapped > 0 && swapped < plain[1] + plain[2]);
}

static void nonsense_changes_nothing(void **state) {
    (void)state;
    kit_open_home(&kit);
    map(MAP_KEEP, 1, 0); /* not on its screen */
    assert_int_equal(kit_count_facts(&kit, FACT_MAP), 0);
    open_map();
    map(MAP_KEEP, 0, 0);
    map(MAP_KEEP, 3, 0);
    map(MAP_STOP, 1, 0);
    assert_int_equal(kit_count_facts(&kit, FACT_MAP), 0);
    map(MAP_KEEP, 1, 0);
    map(MAP_KEEP, 1, 0);
    assert_int_equal(kit_count_facts(&kit, FACT_MAP), 1);
    Fact broken = {.kind = FACT_STAR, .values = {7, 99, -1}};
    game_apply_fact(&kit.game, &kit.world, &broken);
    broken = (Fact){.kind = FACT_MAP_LINE, .values = {1, -1, 99, 1}};
    game_apply_fact(&kit.game, &kit.world, &broken);
    assert_int_equal(lines_of(1), 0);
}

static void the_bar_of_pages_leads_away(void **state) {
    (void)state;
    kit_open_home(&kit);
    open_map();
    assert_true(game_has_pages(&kit.game));
    kit_send(&kit, EV_JOURNEY, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_JOURNEY);
    open_map();
    kit_send(&kit, EV_LOOK_BACK, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_LOOK_BACK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_kept_before_both_agree),
        cmocka_unit_test(the_bar_of_pages_leads_away),
        cmocka_unit_test(a_line_needs_enough_and_clear_stars),
        cmocka_unit_test(the_clearest_come_first_and_none_crowds),
        cmocka_unit_test(each_has_a_page_and_the_say_over_it),
        cmocka_unit_test(the_file_says_not_plainly_whose),
        cmocka_unit_test(nonsense_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
