/* SPDX-License-Identifier: MIT */
/* From the first run to the lantern, by events alone (GAME.md, "A day"). */
#include "game_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static Kit kit;

static void the_first_run_leads_home(void **state) {
    (void)state;
    kit_open(&kit);
    assert_int_equal(kit.game.screen, SCREEN_CARE);
    assert_int_equal(kit_count_facts(&kit, FACT_COUPLE), 1);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_PEOPLE);
    kit_send_text(&kit, EV_LOOKS, 1, "hair=2");
    kit_send_text(&kit, EV_NAME, 1, "Mara");
    kit_send_text(&kit, EV_PRONOUNS, 1, "she/her");
    kit_send_text(&kit, EV_NAME, 2, "Theo");
    kit_send(&kit, EV_READY, 1, 1);
    kit_send(&kit, EV_READY, 1, 0); /* changed my mind */
    kit_send(&kit, EV_READY, 2, 1);
    assert_int_equal(kit.game.screen, SCREEN_PEOPLE);
    kit_send(&kit, EV_READY, 1, 1);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
    assert_true(kit.game.play.practice);
    kit_play_to_reveal(&kit);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    assert_int_equal(kit.game.tally.bridge, 2); /* a stone each */
    assert_int_equal(kit.game.tally.wall, 0);
    assert_int_equal(kit_count_facts(&kit, FACT_CARD), 0);
    assert_int_equal(kit_count_facts(&kit, FACT_FIRST_RUN), 1);
    assert_string_equal(kit.game.players[0].name, "Mara");
    assert_string_equal(kit.game.players[0].pronouns, "she/her");
}

static void without_a_practice_card_the_first_run_ends_all_the_same(void **state) {
    (void)state;
    kit_open(&kit);
    kit.world.practice = NULL;
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_READY, 1, 1);
    kit_send(&kit, EV_READY, 2, 1);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    assert_true(kit.game.first_run_done);
}

static void the_first_run_begins_anew_until_it_is_done(void **state) {
    (void)state;
    static Kit again;
    kit_open(&kit);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send_text(&kit, EV_NAME, 2, "Theo");
    kit_send(&kit, EV_READY, 1, 1);
    kit_send(&kit, EV_READY, 2, 1);
    kit_open_again(&again, &kit);
    assert_int_equal(again.game.screen, SCREEN_CARE);
    assert_string_equal(again.game.players[1].name, "Theo");
    assert_int_equal(kit_count_facts(&again, FACT_COUPLE), 1);
}

static void both_must_be_here(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_send(&kit, EV_HERE, 1, 0);
    kit_send(&kit, EV_HERE, 1, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    kit_send(&kit, EV_HERE, 3, 0);
    kit_send(&kit, EV_HERE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    assert_int_equal(kit_count_facts(&kit, FACT_DEALT), 0);
    kit_send(&kit, EV_HERE, 2, 0);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
}

static void a_whole_evening(void **state) {
    (void)state;
    static const CardKind kinds[] = {CARD_RESPOND, CARD_SPOT, CARD_ASK};
    kit_open_home(&kit);
    const Card *first = game_next_card(&kit.game, &kit.world);
    int number = game_day_number(&kit.game);
    kit_both_here(&kit);
    assert_ptr_equal(kit.game.play.card, first); /* as Home said */
    int sharer = kit.game.play.sharer;
    for (int place = 0; place < 3; place++) {
        assert_int_equal(kit.game.screen, SCREEN_CARD);
        assert_int_equal(kit.game.evening.place, place);
        assert_int_equal(kit.game.play.card->kind, kinds[place]);
        assert_int_equal(kit.game.play.sharer, place % 2 ? 3 - sharer : sharer); /* roles swap */
        kit_play_to_reveal(&kit);
        assert_int_equal(kit_count_facts(&kit, FACT_CARD), place + 1);
        assert_false(game_is_done_today(&kit.game));
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
    assert_int_equal(kit.game.screen, SCREEN_CHALLENGE);
    assert_non_null(game_challenge(&kit.game, &kit.world));
    assert_true(game_is_done_today(&kit.game));
    assert_int_equal(kit.game.streak.current, 1);
    kit_send(&kit, EV_CHALLENGE_DONE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_LANTERN);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    assert_int_equal(game_day_number(&kit.game), number);
    /* 2 of the first run, 2 leaning in, 2 found by both, 1 asked, 1 done */
    assert_int_equal(kit.game.tally.bridge, 8);
    assert_int_equal(kit.game.sparks, 1);
    assert_int_equal(kit.game.challenges_done, 1);
    const Fact *play = kit_last_fact(&kit, FACT_PLAY);
    assert_int_equal(play->values[0], STREAK_WHO_BOTH);
    assert_int_equal(play->day, day_today(kit.now, 4));
    assert_string_equal(kit.bookmark, "");
}

static int cues(Cue cue) {
    int count = 0;
    for (int i = 0; i < kit.effects.count; i++) {
        const Effect *effect = &kit.effects.items[i];
        count += effect->kind == EFFECT_SOUND && effect->cue == cue;
    }
    return count;
}

static void the_lantern_sounds_once(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_both_here(&kit);
    kit_send(&kit, EV_LOW, 0, 0);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_LANTERN);
    assert_int_equal(cues(CUE_LANTERN), 1);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(cues(CUE_LANTERN), 0);
}

static void a_pass_and_the_deck_moving_on_look_the_same(void **state) {
    (void)state;
    static char passed[KIT_TEXT_MAX], moved[KIT_TEXT_MAX];
    for (int way = 0; way < 2; way++) {
        kit_open_home(&kit);
        kit_both_here(&kit);
        const Card *card = kit.game.play.card;
        kit.game.play.moves_on_ms = kit.now.utc_ms + 8000; /* as the dealer would say */
        if (way == 0) {
            kit.now.utc_ms += 8000;
            kit_send(&kit, EV_PASS, 2, 0);
        } else {
            kit_wait_ms(&kit, 8000);
        }
        kit_print_effects(&kit.effects, way == 0 ? passed : moved);
        assert_ptr_not_equal(kit.game.play.card, card);
        assert_int_equal(kit.game.play.card->kind, CARD_RESPOND);
        assert_int_equal(kit.game.evening.place, 0);
        assert_int_equal(kit.game.notice, 1);
    }
    assert_string_equal(passed, moved);
    assert_non_null(strstr(passed, "fact 7 "));
}

/* With time to think nothing moves on by a clock. A press takes the card now and then, so that who
 * sees it go can't tell whether the other passed, or chose and chance came in between. */
static void time_to_think_has_no_clock_and_keeps_passes_secret(void **state) {
    (void)state;
    static char passed[KIT_TEXT_MAX], taken[KIT_TEXT_MAX];
    for (int chosen = 0; chosen < 2; chosen++) {
        for (int way = 0; way < 2; way++) {
            kit_open_home(&kit);
            kit.game.settings[SETTING_THINK] = 1;
            kit_both_here(&kit);
            const Card *card = kit.game.play.card;
            assert_int_equal(kit.game.play.moves_on_ms, 0);
            kit.game.play.moves_on_press = 1 + chosen; /* as the dealer would say */
            kit_wait_ms(&kit, 3600000);
            assert_ptr_equal(kit.game.play.card, card);
            if (chosen) {
                kit_send(&kit, EV_PICK, 1, 0);
                assert_ptr_equal(kit.game.play.card, card);
            }
            kit_send(&kit, way ? EV_PICK : EV_PASS, 2, 0);
            const Effects effects = kit.effects;
            kit_print_effects(&effects, way ? taken : passed);
            assert_ptr_not_equal(kit.game.play.card, card);
            assert_int_equal(kit.game.notice, 1);
        }
    }
    assert_non_null(strstr(passed, "fact 7 "));
    assert_non_null(strstr(taken, strstr(passed, "fact 7 ")));
}

static void about_one_card_in_eight_goes_at_a_press(void **state) {
    (void)state;
    int gone[3] = {0};
    for (uint64_t seed = 1; seed <= 800; seed++) {
        kit_open_home(&kit);
        kit.game.settings[SETTING_THINK] = 1;
        kit.game.seed = seed;
        kit_both_here(&kit);
        gone[kit.game.play.moves_on_press]++;
    }
    assert_in_range(gone[1] + gone[2], 60, 140);
    assert_true(gone[1] > 20 && gone[2] > 20);
}

/* Switched on while a card's clock runs already: that clock stands from now on. */
static void time_to_think_stops_a_clock_that_runs(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_both_here(&kit);
    const Card *card = kit.game.play.card;
    kit.game.play.moves_on_ms = kit.now.utc_ms + 8000;
    kit_send_event(&kit, &(Event){.kind = EV_SETTING, .value = SETTING_THINK, .amount = 1});
    kit_wait_ms(&kit, 9000);
    assert_ptr_equal(kit.game.play.card, card);
}

static void one_handed_the_two_choose_one_after_the_other(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit.game.settings[SETTING_ONE_HAND] = 1;
    kit_both_here(&kit);
    assert_true(game_reads_secretly(&kit.game));
    assert_int_equal(kit.game.play.holder, 1);
    kit_send(&kit, EV_COVER, 0, 1);
    kit_send(&kit, EV_PICK, 1, 0);
    assert_int_equal(kit.game.play.holder, 2);
    assert_true(game_reads_secretly(&kit.game));
    kit_send(&kit, EV_COVER, 0, 1);
    kit_send(&kit, EV_PICK, 2, 0);
    assert_int_equal(kit.game.play.phase, PHASE_SAY);
}

static void passing_is_unlimited_and_costs_nothing(void **state) {
    (void)state;
    kit_open_home(&kit);
    Tally before = kit.game.tally;
    kit_both_here(&kit);
    int sharer = kit.game.play.sharer;
    for (int i = 0; i < 40; i++) {
        const Card *card = kit.game.play.card;
        kit_send(&kit, EV_PASS, i % 2 + 1, 0);
        assert_int_equal(kit.game.screen, SCREEN_CARD);
        assert_ptr_not_equal(kit.game.play.card, card);
        assert_int_equal(kit.game.play.sharer, sharer); /* the same one reads the next */
    }
    assert_memory_equal(&kit.game.tally, &before, sizeof before);
    assert_int_equal(kit.game.cards_played, 0);
}

static void a_pass_is_free_until_the_reveal(void **state) {
    (void)state;
    for (int phase = PHASE_PICK; phase <= PHASE_REVEAL; phase++) {
        kit_open_home(&kit);
        kit_both_here(&kit);
        if (phase > PHASE_PICK) {
            kit_pick_turns(&kit, 4, 1);
        }
        if (phase > PHASE_SAY) {
            kit_send(&kit, EV_CONTINUE, 0, 0);
        }
        if (phase == PHASE_REVEAL) {
            kit_send(&kit, EV_KEEP, 1, 0);
        }
        assert_int_equal(kit.game.play.phase, phase);
        kit_send(&kit, EV_PASS, 1, 0);
        assert_int_equal(kit_count_facts(&kit, FACT_NEXT), phase < PHASE_REVEAL);
    }
}

static void practice_cannot_be_passed_or_cut_short(void **state) {
    (void)state;
    kit_open(&kit);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_READY, 1, 1);
    kit_send(&kit, EV_READY, 2, 1);
    kit_send(&kit, EV_PASS, 1, 0);
    kit_send(&kit, EV_LOW, 1, 0);
    kit_wait_ms(&kit, 60000);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
    assert_true(kit.game.play.practice);
}

static void low_battery_counts_in_full_at_every_place(void **state) {
    (void)state;
    for (int place = 0; place < 3; place++) {
        for (int revealed = 0; revealed < 2; revealed++) {
            kit_open_home(&kit);
            kit_both_here(&kit);
            for (int i = 0; i < place; i++) {
                kit_play_to_reveal(&kit);
                kit_send(&kit, EV_CONTINUE, 0, 0);
            }
            if (revealed) {
                kit_play_to_reveal(&kit);
            }
            kit_send(&kit, EV_LOW, 2, 0);
            bool all_played = place == 2 && revealed;
            assert_int_equal(kit.game.screen, all_played ? SCREEN_LANTERN : SCREEN_TINY);
            if (!all_played) {
                assert_non_null(game_tiny(&kit.game, &kit.world));
                kit_send(&kit, EV_CONTINUE, 0, 0);
            }
            assert_int_equal(kit.game.screen, SCREEN_LANTERN); /* no challenge on such a day */
            assert_int_equal(kit.game.streak.current, 1);
            assert_true(game_is_done_today(&kit.game));
            assert_int_equal(kit_count_facts(&kit, FACT_SHORT), 1);
            assert_int_equal(kit_count_facts(&kit, FACT_PLAY), 1);
        }
    }
}

static void a_press_and_the_deck_shorten_alike(void **state) {
    (void)state;
    static const Fact *facts[2];
    static Fact kept[2];
    kit_open_home(&kit);
    kit_both_here(&kit);
    kit_send(&kit, EV_LOW, 2, 0);
    kept[0] = *kit_last_fact(&kit, FACT_SHORT);
    kit_open_home(&kit);
    for (int evening = 0; evening < 60 && kit_count_facts(&kit, FACT_SHORT) == 0; evening++) {
        kit_play_evening(&kit);
        kit_wait_until(&kit, 1, 18);
    }
    facts[1] = kit_last_fact(&kit, FACT_SHORT);
    assert_non_null(facts[1]);
    kept[1] = *facts[1];
    kept[1].utc_ms = kept[0].utc_ms;
    kept[1].day = kept[0].day;
    static char words[2][512];
    kit_print_fact(&kept[0], words[0], sizeof words[0]);
    kit_print_fact(&kept[1], words[1], sizeof words[1]);
    assert_string_equal(words[0], words[1]);
}

static void another_card_comes_after_the_evening_only(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_send(&kit, EV_ANOTHER, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    kit_play_evening(&kit);
    int plays = kit_count_facts(&kit, FACT_PLAY);
    CardKind kinds[3];
    for (int i = 0; i < 3; i++) {
        kit_send(&kit, EV_ANOTHER, 0, 0);
        assert_int_equal(kit.game.screen, SCREEN_CARD);
        kinds[i] = kit.game.play.card->kind;
        kit_send(&kit, EV_ANOTHER, 0, 0); /* does nothing in the middle of one */
        kit_play_to_reveal(&kit);
        assert_int_equal(kit_last_fact(&kit, FACT_CARD)->values[5], -1);
        kit_send(&kit, EV_CONTINUE, 0, 0);
        assert_int_equal(kit.game.screen, SCREEN_HOME);
    }
    assert_true(kinds[0] != kinds[1] && kinds[1] != kinds[2]);
    assert_int_equal(kit_count_facts(&kit, FACT_PLAY), plays);
    kit_send(&kit, EV_ANOTHER, 0, 0);
    kit_send(&kit, EV_PASS, 1, 0);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
    kit_send(&kit, EV_LOW, 1, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    assert_int_equal(kit_count_facts(&kit, FACT_SHORT), 0);
}

static void extra_cards_move_on_too(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_play_evening(&kit);
    int moved = 0;
    for (int i = 0; i < 80; i++) {
        kit_send(&kit, EV_ANOTHER, 0, 0);
        moved += kit.game.play.moves_on_ms != 0;
        kit_play_to_reveal(&kit);
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
    assert_in_range(moved, 3, 25);
}

static void without_cards_nothing_counts(void **state) {
    (void)state;
    static const CardSet none = {NULL, 0};
    kit_open_home(&kit);
    kit.world.cards = &none;
    kit.game.evening.challenge[0] = '\0';
    kit_both_here(&kit);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    assert_int_equal(kit_count_facts(&kit, FACT_PLAY), 0);
    assert_null(game_next_card(&kit.game, &kit.world));
    assert_null(game_challenge(&kit.game, &kit.world));
}

static void a_broken_kind_is_replaced_by_another(void **state) {
    (void)state;
    const CardSet responds = {kit_cards()->cards, 16};
    kit_open_home(&kit);
    kit.world.cards = &responds;
    kit_play_evening(&kit);
    assert_int_equal(kit_count_facts(&kit, FACT_CARD), 3);
    assert_true(game_is_done_today(&kit.game));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_run_leads_home),
        cmocka_unit_test(without_a_practice_card_the_first_run_ends_all_the_same),
        cmocka_unit_test(the_first_run_begins_anew_until_it_is_done),
        cmocka_unit_test(both_must_be_here),
        cmocka_unit_test(a_whole_evening),
        cmocka_unit_test(the_lantern_sounds_once),
        cmocka_unit_test(a_pass_and_the_deck_moving_on_look_the_same),
        cmocka_unit_test(time_to_think_has_no_clock_and_keeps_passes_secret),
        cmocka_unit_test(about_one_card_in_eight_goes_at_a_press),
        cmocka_unit_test(time_to_think_stops_a_clock_that_runs),
        cmocka_unit_test(one_handed_the_two_choose_one_after_the_other),
        cmocka_unit_test(passing_is_unlimited_and_costs_nothing),
        cmocka_unit_test(a_pass_is_free_until_the_reveal),
        cmocka_unit_test(practice_cannot_be_passed_or_cut_short),
        cmocka_unit_test(low_battery_counts_in_full_at_every_place),
        cmocka_unit_test(a_press_and_the_deck_shorten_alike),
        cmocka_unit_test(another_card_comes_after_the_evening_only),
        cmocka_unit_test(extra_cards_move_on_too),
        cmocka_unit_test(without_cards_nothing_counts),
        cmocka_unit_test(a_broken_kind_is_replaced_by_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
