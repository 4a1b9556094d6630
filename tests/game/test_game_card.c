/* SPDX-License-Identifier: MIT */
/* One card on the table: picking, saying, landing, the reveal, the second take. */
#include "game_kit.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static Kit kit;

static Play *play(void) {
    return &kit.game.play;
}

/* A respond card with the turns 4 3 1 0 on the table. */
static void deal_respond(void) {
    kit_open_home(&kit);
    kit_both_here(&kit);
    while (play()->card->answers[1].turn != 3) {
        kit_send(&kit, EV_PASS, 1, 0);
    }
}

static void deal_kind(CardKind kind) {
    kit_open_home(&kit);
    kit_both_here(&kit);
    while (play()->card->kind != kind) {
        kit_play_to_reveal(&kit);
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
}

static void the_phases_follow_each_other(void **state) {
    (void)state;
    deal_respond();
    int sharer = play()->sharer;
    assert_int_equal(game_responder(&kit.game), 3 - sharer);
    assert_int_equal(game_awaited(&kit.game), 3);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_TAP, sharer, 2);
    kit_send(&kit, EV_KEEP, sharer, 0);
    kit_send(&kit, EV_SECOND, 0, 0);
    assert_int_equal(play()->phase, PHASE_PICK); /* what doesn't fit does nothing */
    kit_send(&kit, EV_PICK, sharer, 2);
    assert_int_equal(game_awaited(&kit.game), 3 - sharer);
    kit_send(&kit, EV_PICK, sharer, 1); /* changed my mind */
    kit_send(&kit, EV_PICK, 3 - sharer, 0);
    assert_int_equal(play()->phase, PHASE_SAY);
    assert_int_equal(play()->pick[sharer - 1], 1);
    kit_send(&kit, EV_PICK, sharer, 3); /* too late */
    assert_int_equal(play()->pick[sharer - 1], 1);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->phase, PHASE_LAND);
    kit_send(&kit, EV_CONTINUE, 0, 0); /* not before all three taps */
    kit_send(&kit, EV_TAP, sharer, 0 * 3 + 2);
    kit_send(&kit, EV_TAP, sharer, 1 * 3 + 1);
    kit_send(&kit, EV_TAP, sharer, 1 * 3 + 2);
    assert_int_equal(play()->phase, PHASE_LAND);
    kit_send(&kit, EV_TAP, sharer, 2 * 3 + 0);
    assert_int_equal(play()->phase, PHASE_REVEAL);
    assert_int_equal(play()->outcome.landed, 4);
}

static void odd_values_do_nothing(void **state) {
    (void)state;
    deal_respond();
    static const int places[] = {-1, 4, 5, 1000000, -2147483647};
    for (int i = 0; i < 5; i++) {
        kit_send(&kit, EV_PICK, 1, places[i]);
        kit_send(&kit, EV_PICK, i == 0 ? 0 : i + 2, 1);
    }
    assert_int_equal(game_awaited(&kit.game), 3);
    assert_null(game_picked_answer(&kit.game));
    kit_pick_turns(&kit, 4, 4);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    static const int taps[] = {-1, -3, -9, 9, 10, 1000000};
    for (int i = 0; i < 6; i++) {
        kit_send(&kit, EV_TAP, 1, taps[i]);
    }
    for (int row = 0; row < LANDING_ROWS; row++) {
        assert_int_equal(play()->landing[row], LANDING_OPEN);
    }
}

static void outcomes(void **state) {
    (void)state;
    static const struct {
        int turn, star, landed, score, bridge, wall;
        bool spark, differs, second;
    } rows[] = {
        {4, 4, 6, 10, 2, 0, true, false, false}, {4, 3, 3, 7, 2, 0, false, false, false},
        {3, 4, 0, 3, 1, 0, false, true, false},  {3, 3, 2, 5, 1, 0, true, true, false},
        {1, 4, 0, 1, 0, 1, false, false, true},  {1, 1, 6, 7, 1, 0, true, true, false},
        {0, 4, 0, 0, 0, 2, false, false, true},  {0, 4, 5, 5, 1, 0, false, true, false},
        {0, 0, 4, 4, 0, 2, true, false, true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        deal_respond();
        Tally before = kit.game.tally;
        kit_pick_turns(&kit, rows[i].turn, rows[i].star);
        kit_say_and_land(&kit, rows[i].landed);
        const Outcome *outcome = &play()->outcome;
        assert_int_equal(outcome->turn, rows[i].turn);
        assert_int_equal(outcome->landed, rows[i].landed);
        assert_int_equal(outcome->score, rows[i].score);
        assert_int_equal(outcome->spark, rows[i].spark);
        assert_int_equal(outcome->differs, rows[i].differs);
        assert_int_equal(kit.game.tally.bridge, before.bridge + rows[i].bridge);
        assert_int_equal(kit.game.tally.wall, before.wall + rows[i].wall);
        assert_int_equal(kit.game.sparks, rows[i].spark);
        kit_send(&kit, EV_SECOND, 0, 0);
        assert_int_equal(play()->phase, rows[i].second ? PHASE_SECOND_PICK : PHASE_REVEAL);
    }
}

static void kept_to_myself_and_unsaid_are_the_middle(void **state) {
    (void)state;
    for (int way = 0; way < 2; way++) {
        deal_respond();
        if (way == 0) {
            kit_pick_turns(&kit, 1, 1);
            kit_send(&kit, EV_CONTINUE, 0, 0);
            kit_send(&kit, EV_TAP, 1, 2);
            kit_send(&kit, EV_KEEP, 1, 0);
        } else {
            kit_send_event(&kit, &(Event){.kind = EV_SETTING, .value = SETTING_SAY});
            kit_pick_turns(&kit, 1, 1);
        }
        assert_int_equal(play()->phase, PHASE_REVEAL);
        assert_true(play()->outcome.landed_private);
        assert_int_equal(play()->outcome.landed, 3);
        assert_int_equal(play()->outcome.score, 4);
        assert_false(play()->outcome.differs);
    }
}

static void second_takes(void **state) {
    (void)state;
    static const struct {
        int wall, first, second, landed, score, bridge, wall_after;
        bool repaired;
    } rows[] = {
        {0, 0, 4, 6, 10, 2, 0, true}, {0, 1, 3, 0, 3, 1, 0, true}, /* as a first pick of it */
        {3, 0, 4, 6, 10, 2, 1, true}, {3, 1, 3, 6, 9, 1, 2, true},
        {0, 0, 1, 0, 2, 0, 2, false}, {0, 1, 0, 6, 6, 0, 1, false}, /* a miss changes no stone */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        deal_respond();
        kit.game.tally.wall = rows[i].wall;
        int bridge = kit.game.tally.bridge;
        int responder = game_responder(&kit.game);
        kit_pick_turns(&kit, rows[i].first, 4);
        kit_say_and_land(&kit, 2);
        int first_score = play()->outcome.score;
        kit_send(&kit, EV_SECOND, 0, 0);
        assert_int_equal(game_awaited(&kit.game), responder);
        kit_send(&kit, EV_PICK, 3 - responder, 0); /* the sharer has picked already */
        assert_int_equal(play()->phase, PHASE_SECOND_PICK);
        kit_send(&kit, EV_PICK, responder, kit_place_of_turn(&kit, rows[i].second));
        assert_int_equal(play()->phase, PHASE_SAY); /* pick and say again */
        kit_say_and_land(&kit, rows[i].landed);
        int score = rows[i].score > first_score ? rows[i].score : first_score;
        assert_int_equal(play()->outcome.score, score);
        assert_int_equal(play()->outcome.repaired, rows[i].repaired);
        assert_int_equal(kit.game.repairs, rows[i].repaired);
        assert_int_equal(kit.game.tally.bridge, bridge + rows[i].bridge);
        assert_int_equal(kit.game.tally.wall, rows[i].wall_after);
        kit_send(&kit, EV_SECOND, 0, 0); /* once */
        assert_int_equal(play()->phase, PHASE_REVEAL);
    }
}

static void a_star_is_one_spark_however_often_it_is_picked(void **state) {
    (void)state;
    static const struct {
        int star, first, second, sparks;
    } rows[] = {{4, 1, 4, 1}, {1, 1, 4, 1}, {1, 1, 1, 1}, {1, 0, 1, 1}, {3, 0, 4, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        deal_respond();
        int responder = game_responder(&kit.game);
        kit_pick_turns(&kit, rows[i].first, rows[i].star);
        kit_say_and_land(&kit, 0);
        kit_send(&kit, EV_SECOND, 0, 0);
        kit_send(&kit, EV_PICK, responder, kit_place_of_turn(&kit, rows[i].second));
        kit_say_and_land(&kit, 0);
        assert_int_equal(kit.game.sparks, rows[i].sparks);
    }
}

static void a_second_take_may_be_left(void **state) {
    (void)state;
    deal_respond();
    kit_pick_turns(&kit, 0, 4);
    kit_say_and_land(&kit, 0);
    kit_send(&kit, EV_SECOND, 0, 0);
    int passes = kit_count_facts(&kit, FACT_NEXT);
    kit_send(&kit, EV_PASS, 1, 0);
    assert_int_equal(kit_count_facts(&kit, FACT_NEXT), passes); /* it was played */
    assert_int_equal(kit.game.evening.place, 1);
    assert_int_equal(play()->card->kind, CARD_SPOT);
    assert_int_equal(play()->phase, PHASE_PICK);
}

static void a_practice_second_take_moves_no_stone(void **state) {
    (void)state;
    kit_open(&kit);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_READY, 1, 1);
    kit_send(&kit, EV_READY, 2, 1);
    kit_pick_turns(&kit, 0, 4);
    kit_say_and_land(&kit, 0);
    kit_send(&kit, EV_SECOND, 0, 0);
    kit_send(&kit, EV_PICK, 2, kit_place_of_turn(&kit, 4));
    kit_say_and_land(&kit, 6);
    assert_true(play()->outcome.repaired);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit.game.tally.bridge, 2);
    assert_int_equal(kit.game.repairs, 0);
    assert_int_equal(kit.game.sparks, 0);
}

static void spot_counts_what_was_found(void **state) {
    (void)state;
    static const struct {
        bool found[2];
        int score, bridge;
    } rows[] = {{{true, true}, 10, 2}, {{true, false}, 5, 1}, {{false, true}, 5, 1},
                {{false, false}, 0, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        deal_kind(CARD_SPOT);
        int bridge = kit.game.tally.bridge;
        int right = kit_place_of(&kit, play()->card->spot_right);
        for (int player = 1; player <= 2; player++) {
            bool finds = rows[i].found[player - 1];
            kit_send(&kit, EV_PICK, player, finds ? right : (right + 1) % CARD_ANSWERS);
        }
        assert_int_equal(play()->phase, PHASE_REVEAL);
        assert_int_equal(play()->outcome.score, rows[i].score);
        assert_int_equal(play()->outcome.found[0], rows[i].found[0]);
        assert_int_equal(play()->outcome.found[1], rows[i].found[1]);
        assert_int_equal(kit.game.tally.bridge, bridge + rows[i].bridge);
        kit_send(&kit, EV_SECOND, 0, 0);
        assert_int_equal(play()->phase, PHASE_REVEAL);
    }
}

static void ask_answers_then_guesses(void **state) {
    (void)state;
    deal_kind(CARD_ASK);
    int bridge = kit.game.tally.bridge;
    kit_send(&kit, EV_PICK, 1, CARD_ANSWERS); /* no answer is no answer */
    assert_int_equal(game_stage(&kit.game, 1), 0);
    kit_send(&kit, EV_PICK, 1, 2);
    assert_int_equal(game_stage(&kit.game, 1), 1);
    kit_send(&kit, EV_PICK, 2, 3);
    kit_send(&kit, EV_PICK, 2, 2); /* guesses rightly */
    assert_int_equal(game_stage(&kit.game, 2), 2);
    assert_int_equal(game_awaited(&kit.game), 1);
    kit_send(&kit, EV_PICK, 1, CARD_ANSWERS);
    assert_int_equal(play()->phase, PHASE_REVEAL);
    assert_false(play()->outcome.guessed[0]);
    assert_true(play()->outcome.guessed[1]);
    assert_int_equal(play()->outcome.score, 10);
    assert_int_equal(kit.game.tally.bridge, bridge + 1);
}

static void one_device_hides_each_turn(void **state) {
    (void)state;
    deal_respond();
    kit_send(&kit, EV_IN_TURN, 0, 0);
    assert_int_equal(play()->holder, 1);
    assert_true(game_reads_secretly(&kit.game));
    kit_send(&kit, EV_PICK, 1, 0); /* still covered */
    assert_int_equal(game_awaited(&kit.game), 3);
    kit_send(&kit, EV_COVER, 0, 1);
    assert_false(game_reads_secretly(&kit.game));
    kit_send(&kit, EV_PICK, 2, 0); /* not the holder */
    assert_int_equal(game_awaited(&kit.game), 3);
    kit_send(&kit, EV_PICK, 1, 0);
    assert_int_equal(play()->holder, 2);
    assert_true(game_reads_secretly(&kit.game));
    kit_send(&kit, EV_COVER, 0, 1);
    kit_send(&kit, EV_COVER, 0, 0);
    kit_send(&kit, EV_PICK, 2, 0);
    assert_int_equal(play()->phase, PHASE_PICK);
    kit_send(&kit, EV_COVER, 0, 1);
    kit_send(&kit, EV_PICK, 2, 1);
    assert_int_equal(play()->phase, PHASE_SAY);
    assert_false(game_reads_secretly(&kit.game));
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->holder, play()->sharer);
    assert_true(game_reads_secretly(&kit.game));
    kit_send(&kit, EV_TAP, play()->sharer, 0);
    assert_int_equal(play()->landing[0], LANDING_OPEN);
    kit_send(&kit, EV_KEEP, play()->sharer, 0);
    assert_int_equal(play()->phase, PHASE_LAND);
    kit_send(&kit, EV_COVER, 0, 1);
    for (int row = 0; row < LANDING_ROWS; row++) {
        kit_send(&kit, EV_TAP, play()->sharer, row * 3 + 1);
    }
    assert_int_equal(play()->phase, PHASE_LAND); /* time to look away again: one press more */
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->phase, PHASE_REVEAL);
}

static void sitting_apart_ends_the_hand_over(void **state) {
    (void)state;
    deal_respond();
    kit_send(&kit, EV_IN_TURN, 0, 0);
    kit_send(&kit, EV_APART, 0, 0);
    assert_false(game_reads_secretly(&kit.game));
    kit_pick_turns(&kit, 3, 3);
    assert_int_equal(play()->phase, PHASE_SAY);
}

static void skills_are_observed_where_a_card_trains_them(void **state) {
    (void)state;
    deal_respond(); /* trains asking and caring */
    kit_pick_turns(&kit, 4, 4);
    kit_say_and_land(&kit, 6);
    const Skills *skills = &kit.game.skills;
    assert_int_equal(skills->average_milli[SKILL_ASK], 2000);
    assert_int_equal(skills->average_milli[SKILL_CARE], 1000);
    assert_int_equal(skills->observations[SKILL_ASK], 1);
    assert_int_equal(skills->observations[SKILL_CARE], 1);
    assert_int_equal(skills->observations[SKILL_OWN], 0);
    assert_int_equal(skills->observations[SKILL_NOTICE], 0);
}

static void talking_is_open_at_the_reveal_only(void **state) {
    (void)state;
    deal_respond();
    kit_send(&kit, EV_TALK, 0, 1);
    assert_false(play()->talking);
    kit_play_to_reveal(&kit);
    kit_send(&kit, EV_TALK, 0, 1);
    assert_true(play()->talking);
    kit_send(&kit, EV_TALK, 0, 0);
    assert_false(play()->talking);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_phases_follow_each_other),
        cmocka_unit_test(odd_values_do_nothing),
        cmocka_unit_test(outcomes),
        cmocka_unit_test(kept_to_myself_and_unsaid_are_the_middle),
        cmocka_unit_test(second_takes),
        cmocka_unit_test(a_star_is_one_spark_however_often_it_is_picked),
        cmocka_unit_test(a_second_take_may_be_left),
        cmocka_unit_test(a_practice_second_take_moves_no_stone),
        cmocka_unit_test(spot_counts_what_was_found),
        cmocka_unit_test(ask_answers_then_guesses),
        cmocka_unit_test(one_device_hides_each_turn),
        cmocka_unit_test(sitting_apart_ends_the_hand_over),
        cmocka_unit_test(skills_are_observed_where_a_card_trains_them),
        cmocka_unit_test(talking_is_open_at_the_reveal_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
