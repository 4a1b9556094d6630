/* SPDX-License-Identifier: MIT */
/* Today's challenge: now, later, swapped, carried one day, counted once. */
#include "game_kit.h"

#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static Kit kit;
static Kit again;

static Evening *evening(Kit *of) {
    return &of->game.evening;
}

static void to_the_challenge(void) {
    kit_open_home(&kit);
    kit_both_here(&kit);
    while (kit.game.screen == SCREEN_CARD) {
        kit_play_to_reveal(&kit);
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
    assert_int_equal(kit.game.screen, SCREEN_CHALLENGE);
}

static void it_counts_once_when_both_say_so(void **state) {
    (void)state;
    to_the_challenge();
    int bridge = kit.game.tally.bridge;
    kit_send(&kit, EV_CHALLENGE_DONE, 2, 0);
    kit_send(&kit, EV_CHALLENGE_DONE, 2, 0);
    assert_int_equal(kit.game.challenges_done, 0);
    assert_int_equal(kit.game.screen, SCREEN_CHALLENGE);
    kit_send(&kit, EV_CHALLENGE_DONE, 1, 0);
    kit_send(&kit, EV_CHALLENGE_DONE, 1, 0);
    kit_send(&kit, EV_CHALLENGE_DONE, 0, 0);
    assert_int_equal(kit.game.challenges_done, 1);
    assert_int_equal(kit.game.tally.bridge, bridge + 1);
    assert_int_equal(kit.game.screen, SCREEN_LANTERN);
    kit_open_again(&again, &kit);
    assert_int_equal(again.game.challenges_done, 1);
    kit_send(&again, EV_CHALLENGE_OPEN, 0, 0);
    kit_send(&again, EV_CHALLENGE_DONE, 0, 0);
    kit_send(&again, EV_CHALLENGE_SWAP, 0, 0);
    kit_send(&again, EV_CHALLENGE_LATER, 0, 20);
    assert_int_equal(again.game.challenges_done, 1);
    assert_int_equal(evening(&again)->challenge_state, CHALLENGE_DONE);
}

static void one_partners_word_says_nobodys_name(void **state) {
    (void)state;
    static char words[2][KIT_TEXT_MAX];
    for (int i = 0; i < 2; i++) {
        to_the_challenge();
        kit_send(&kit, EV_CHALLENGE_DONE, i + 1, 0);
        kit_print_fact(kit_last_fact(&kit, FACT_CHALLENGE), words[i], sizeof words[i]);
    }
    assert_string_equal(words[0], words[1]);
}

static void the_others_word_may_come_the_next_day(void **state) {
    (void)state;
    for (int restarted = 0; restarted < 2; restarted++) {
        to_the_challenge();
        kit_send(&kit, EV_CHALLENGE_DONE, 1, 0);
        kit_send(&kit, EV_CONTINUE, 0, 0);
        kit_send(&kit, EV_CONTINUE, 0, 0);
        kit_wait_until(&kit, 1, 8);
        Kit *next = &kit;
        if (restarted) {
            kit_open_again(&again, &kit);
            next = &again;
            kit_send(next, EV_CHALLENGE_DONE, 1, 0);
        }
        kit_send(next, EV_CHALLENGE_DONE, 2, 0);
        assert_int_equal(next->game.challenges_done, 1);
    }
}

static void later_keeps_it_one_day(void **state) {
    (void)state;
    to_the_challenge();
    char kept[CARD_ID_MAX];
    text_copy(kept, sizeof kept, evening(&kit)->challenge);
    kit_send(&kit, EV_CHALLENGE_LATER, 0, 21);
    assert_int_equal(kit.game.screen, SCREEN_LANTERN);
    assert_int_equal(evening(&kit)->later_hour, 21);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    for (int day = 1; day <= 2; day++) {
        kit_wait_until(&kit, 1, 8);
        kit_open_again(&again, &kit);
        assert_string_equal(again.game.evening.challenge, evening(&kit)->challenge);
        bool carried = day == 1;
        assert_int_equal(evening(&kit)->challenge_carried, carried);
        assert_int_equal(again.game.evening.challenge_carried, carried);
        assert_int_equal(strcmp(evening(&kit)->challenge, kept) == 0, carried);
        kit_send(&kit, EV_CHALLENGE_OPEN, 0, 0);
        assert_int_equal(kit.game.screen, carried ? SCREEN_CHALLENGE : SCREEN_HOME);
        if (carried) {
            kit_send(&kit, EV_CHALLENGE_LATER, 0, 12); /* kept again: still not a third day */
            assert_int_equal(kit.game.screen, SCREEN_HOME); /* the lantern waits for the cards */
        }
    }
}

static void a_carried_one_done_before_the_cards_lights_no_lantern(void **state) {
    (void)state;
    to_the_challenge();
    kit_send(&kit, EV_CHALLENGE_LATER, 0, 21);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_wait_until(&kit, 1, 8);
    kit_send(&kit, EV_CHALLENGE_OPEN, 0, 0);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    kit_send(&kit, EV_CHALLENGE_DONE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    assert_int_equal(kit.game.challenges_done, 1);
    kit_wait_until(&kit, 1, 8);
    kit_play_evening(&kit);
    kit_send(&kit, EV_CHALLENGE_DONE, 0, 0); /* the next one is another */
    assert_int_equal(kit.game.challenges_done, 2);
}

static void it_is_not_carried_over_a_day_away(void **state) {
    (void)state;
    to_the_challenge();
    char kept[CARD_ID_MAX];
    text_copy(kept, sizeof kept, evening(&kit)->challenge);
    kit_send(&kit, EV_CHALLENGE_LATER, 0, 21);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_wait_until(&kit, 2, 8);
    assert_false(evening(&kit)->challenge_carried);
    assert_string_not_equal(evening(&kit)->challenge, kept);
}

static void two_swaps_a_day(void **state) {
    (void)state;
    for (int at_home = 0; at_home < 2; at_home++) {
        if (at_home) {
            kit_open_home(&kit); /* before anybody arrived */
        } else {
            to_the_challenge();
        }
        char seen[3][CARD_ID_MAX];
        for (int i = 0; i < 3; i++) {
            text_copy(seen[i], CARD_ID_MAX, evening(&kit)->challenge);
            assert_int_equal(evening(&kit)->swaps_left, 2 - i);
            kit_send(&kit, EV_CHALLENGE_SWAP, 0, 0);
        }
        assert_string_equal(evening(&kit)->challenge, seen[2]);
        assert_string_not_equal(seen[0], seen[1]);
        assert_string_not_equal(seen[1], seen[2]);
        assert_string_not_equal(seen[0], seen[2]);
        kit_open_again(&again, &kit);
        assert_string_equal(again.game.evening.challenge, seen[2]);
        assert_int_equal(again.game.evening.swaps_left, 0);
        kit_wait_until(&kit, 1, 19);
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
}

static void a_swapped_one_is_new(void **state) {
    (void)state;
    to_the_challenge();
    kit_send(&kit, EV_CHALLENGE_DONE, 1, 0);
    kit_send(&kit, EV_CHALLENGE_SWAP, 0, 0);
    kit_open_again(&again, &kit);
    assert_int_equal(evening(&kit)->challenge_state, CHALLENGE_NEW);
    assert_int_equal(again.game.evening.challenge_state, CHALLENGE_NEW);
    kit_send(&kit, EV_CHALLENGE_DONE, 2, 0);
    assert_int_equal(kit.game.challenges_done, 0);
}

static void each_is_dealt_once(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_send(&kit, EV_CHALLENGE_SWAP, 0, 0);
    kit_both_here(&kit);
    kit_send(&kit, EV_LOW, 0, 0);
    kit_open_again(&again, &kit);
    kit_both_here(&again);
    int dealt = 0;
    for (int i = 0; i < again.fact_count; i++) {
        dealt += again.facts[i].kind == FACT_DEALT && again.facts[i].values[1] == CARD_DO;
    }
    assert_int_equal(dealt, 2);
}

static void passing_it_over_in_silence(void **state) {
    (void)state;
    to_the_challenge();
    int facts = kit.fact_count;
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_LANTERN);
    assert_int_equal(kit.fact_count, facts);
    assert_int_equal(kit.game.streak.current, 1);
}

static void it_opens_from_home_after_the_cards(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_send(&kit, EV_CHALLENGE_OPEN, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    kit_play_evening(&kit);
    kit_send(&kit, EV_CHALLENGE_OPEN, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_CHALLENGE);
    kit_send(&kit, EV_BACK, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    kit_send(&kit, EV_CHALLENGE_OPEN, 0, 0);
    kit_send(&kit, EV_CHALLENGE_DONE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME); /* the lantern was lit already */
}

static void nothing_is_decided_in_the_middle_of_a_card(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_both_here(&kit);
    int facts = kit.fact_count;
    kit_send(&kit, EV_CHALLENGE_DONE, 0, 0);
    kit_send(&kit, EV_CHALLENGE_SWAP, 0, 0);
    kit_send(&kit, EV_CHALLENGE_LATER, 0, 20);
    assert_int_equal(kit.fact_count, facts);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_counts_once_when_both_say_so),
        cmocka_unit_test(one_partners_word_says_nobodys_name),
        cmocka_unit_test(the_others_word_may_come_the_next_day),
        cmocka_unit_test(later_keeps_it_one_day),
        cmocka_unit_test(a_carried_one_done_before_the_cards_lights_no_lantern),
        cmocka_unit_test(it_is_not_carried_over_a_day_away),
        cmocka_unit_test(two_swaps_a_day),
        cmocka_unit_test(a_swapped_one_is_new),
        cmocka_unit_test(each_is_dealt_once),
        cmocka_unit_test(passing_it_over_in_silence),
        cmocka_unit_test(it_opens_from_home_after_the_cards),
        cmocka_unit_test(nothing_is_decided_in_the_middle_of_a_card),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
