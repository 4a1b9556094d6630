/* SPDX-License-Identifier: MIT */
/* The cards that aren't picked in secret alone: rebuilding an accusation, giving back what was read
 * aloud, and one's own words; what they count, and what of them is kept. */
#include "card_own_words.h"
#include "card_reword.h"
#include "game_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static Kit kit;

static Play *play(void) {
    return &kit.game.play;
}

static void deal(CardKind kind) {
    kit_other_kinds(1u << kind);
    kit_open_home(&kit);
    kit_both_here(&kit);
    kit_play_to_reveal(&kit);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->card->kind, kind);
}

/* All at once: the new stones, the points of the fact, and its marks for asking and caring. */
static void check_came(Tally before, int score, int bridge, int mark) {
    const Fact *fact = kit_last_fact(&kit, FACT_CARD);
    assert_int_equal(play()->phase, PHASE_REVEAL);
    assert_int_equal(play()->outcome.score, score);
    assert_int_equal(kit.game.tally.bridge, before.bridge + bridge);
    assert_int_equal(kit.game.tally.wall, before.wall);
    assert_string_equal(fact->subject, play()->card->id);
    assert_int_equal(fact->values[0], play()->card->kind);
    assert_int_equal(fact->values[1], score);
    assert_int_equal(fact->values[3], 0);
    assert_int_equal(fact->values[4], mark * 110); /* notice understand ask care own */
    assert_int_equal(fact->values[5], 1);
}

/* --- reword --------------------------------------------------------------------------------- */

static void a_sentence_counts_by_its_mean_turn(void **state) {
    (void)state;
    static const struct {
        int turns[PART_COUNT], score, bridge;
    } rows[] = {
        {{4, 4, 4, 4}, 10, 2}, {{4, 4, 3, 4}, 9, 2},  {{4, 4, 3, 2}, 8, 1}, {{1, 4, 4, 4}, 8, 1},
        {{4, 0, 4, 4}, 8, 1},  {{1, 4, 4, 2}, 7, 1},  {{1, 4, 3, 2}, 6, 0}, {{4, 0, 4, 1}, 6, 0},
        {{1, 0, 3, 1}, 3, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        deal(CARD_REWORD);
        Tally before = kit.game.tally;
        kit_lay(&kit, rows[i].turns);
        kit_send(&kit, EV_CONTINUE, 0, 0);
        assert_int_equal(play()->phase, PHASE_SAY);
        kit_send(&kit, EV_CONTINUE, 0, 0);
        check_came(before, rows[i].score, rows[i].bridge, rows[i].bridge);
    }
}

static int place_of_piece(int index) {
    int place = 0;
    while (play()->pieces[place] != index) {
        place++;
    }
    return place;
}

static void pieces_go_into_their_own_rows_and_out_again(void **state) {
    (void)state;
    deal(CARD_REWORD);
    int first = place_of_piece(0), other = place_of_piece(1);
    kit_send(&kit, EV_PUT, 1, first);
    assert_int_equal(play()->laid[PART_HAPPENED], first);
    assert_int_equal(card_reword_accusing(play()), 0);
    kit_send(&kit, EV_PUT, 2, other); /* in its place; either of them lays */
    assert_int_equal(play()->laid[PART_HAPPENED], other);
    assert_int_equal(card_reword_accusing(play()), 1);
    assert_ptr_equal(game_laid(&kit.game, PART_HAPPENED), &play()->card->chunks[1]);
    kit_send(&kit, EV_PUT, 1, other);
    assert_int_equal(play()->laid[PART_HAPPENED], -1);
    assert_null(game_laid(&kit.game, PART_HAPPENED));
    static const int wrong[] = {-2, -1, 9, 12, 1000000, -2147483647};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        kit_send(&kit, EV_PUT, 0, wrong[i]);
    }
    for (int part = 0; part < PART_COUNT; part++) {
        assert_int_equal(play()->laid[part], -1);
    }
}

static void it_is_read_when_all_four_rows_are_full(void **state) {
    (void)state;
    deal(CARD_REWORD);
    kit_lay(&kit, (const int[]){4, 4, 4, -1});
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->phase, PHASE_PICK);
    kit_send(&kit, EV_PUT, 0, place_of_piece(8));
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->phase, PHASE_SAY);
    kit_send(&kit, EV_PUT, 0, place_of_piece(7)); /* first back to building */
    assert_int_equal(play()->laid[PART_REQUEST], place_of_piece(8));
    kit_send(&kit, EV_PUT, 0, -1);
    assert_int_equal(play()->phase, PHASE_PICK);
    kit_send(&kit, EV_PUT, 0, place_of_piece(7));
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->outcome.score, 10);
    kit_send(&kit, EV_SECOND, 0, 0); /* there is none */
    assert_int_equal(play()->phase, PHASE_REVEAL);
}

static void pieces_lie_in_another_order_each_day(void **state) {
    (void)state;
    int firsts[9] = {0};
    for (int day = 0; day < 400; day++) {
        Play shuffled = {.card = NULL};
        Card card = {.chunk_count = 9};
        unsigned seen = 0;
        shuffled.card = &card;
        card_reword_start(&shuffled, 5, 20000 + day, 1);
        for (int place = 0; place < 9; place++) {
            seen |= 1u << shuffled.pieces[place];
        }
        assert_int_equal(seen, (1u << 9) - 1);
        firsts[shuffled.pieces[0]]++;
    }
    for (int i = 0; i < 9; i++) {
        assert_in_range(firsts[i], 400 / 9 - 25, 400 / 9 + 25);
    }
}

/* --- listen --------------------------------------------------------------------------------- */

static void a_listen_back_counts_when_it_holds_both(void **state) {
    (void)state;
    static const struct {
        Holds picks[2];
        int score, bridge;
    } rows[] = {{{HOLDS_BOTH, HOLDS_BOTH}, 10, 2}, {{HOLDS_BOTH, HOLDS_FACTS}, 5, 1},
                {{HOLDS_FEELING, HOLDS_BOTH}, 5, 1}, {{HOLDS_FACTS, HOLDS_FACTS}, 0, 0},
                {{HOLDS_NEITHER, HOLDS_FEELING}, 0, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        deal(CARD_LISTEN);
        Tally before = kit.game.tally;
        for (int player = 1; player <= 2; player++) {
            int place = kit_place_that_holds(&kit, rows[i].picks[player - 1]);
            kit_send(&kit, EV_PICK, player, place);
        }
        check_came(before, rows[i].score, rows[i].bridge, rows[i].bridge);
        for (int p = 0; p < 2; p++) {
            assert_int_equal(play()->outcome.found[p], rows[i].picks[p] == HOLDS_BOTH);
        }
    }
}

/* --- own-words ------------------------------------------------------------------------------ */

static void own_words_count_as_they_landed(void **state) {
    (void)state;
    static const struct {
        int landed, score, bridge, mark;
    } rows[] = {{0, 2, 0, 0}, {2, 4, 0, 0}, {3, 5, 0, 1}, {4, 6, 0, 1}, {5, 7, 1, 1}, {6, 8, 1, 2}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        deal(CARD_OWN_WORDS);
        Tally before = kit.game.tally;
        kit_send(&kit, EV_CONTINUE, 0, 0);
        assert_int_equal(play()->phase, PHASE_SAY);
        kit_say_and_land(&kit, rows[i].landed);
        check_came(before, rows[i].score, rows[i].bridge, rows[i].mark);
        assert_int_equal(kit_last_fact(&kit, FACT_CARD)->values[2], rows[i].landed);
    }
}

static void kept_private_is_the_middle(void **state) {
    (void)state;
    deal(CARD_OWN_WORDS);
    kit_send(&kit, EV_CONTINUE, 0, 1); /* typed: on to the landing at once */
    assert_int_equal(play()->phase, PHASE_LAND);
    kit_send(&kit, EV_TAP, play()->sharer, 2);
    kit_send(&kit, EV_KEEP, play()->sharer, 0);
    assert_true(play()->outcome.landed_private);
    assert_int_equal(play()->outcome.score, 5);
}

static void what_was_typed_is_in_no_fact(void **state) {
    (void)state;
    char words[2][KIT_TEXT_MAX];
    for (int i = 0; i < 2; i++) {
        deal(CARD_OWN_WORDS);
        int from = kit.fact_count;
        kit_send(&kit, EV_LETTERS, 1, i ? 0 : OWN_WORDS_LETTERS_MAX);
        assert_int_equal(play()->letters, i ? 0 : OWN_WORDS_LETTERS_MAX);
        kit_send(&kit, EV_CONTINUE, 0, 0);
        kit_say_and_land(&kit, 4);
        words[i][0] = '\0';
        for (int k = from; k < kit.fact_count; k++) {
            kit_print_fact(&kit.facts[k], words[i] + strlen(words[i]), 512);
        }
        kit_send(&kit, EV_CONTINUE, 0, 0);
        assert_int_equal(play()->letters, 0);
    }
    assert_string_equal(words[0], words[1]);
}

/* --- All of them ---------------------------------------------------------------------------- */

static void with_say_off_there_is_no_moment_to_say_it(void **state) {
    (void)state;
    Event off = {.kind = EV_SETTING, .value = SETTING_SAY};
    deal(CARD_REWORD);
    kit_send_event(&kit, &off);
    kit_lay(&kit, (const int[]){4, 4, 4, 4});
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->phase, PHASE_REVEAL);
    deal(CARD_OWN_WORDS);
    kit_send_event(&kit, &off);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->phase, PHASE_LAND);
}

static void nobody_picks_where_there_are_no_answers(void **state) {
    (void)state;
    static const CardKind kinds[] = {CARD_REWORD, CARD_OWN_WORDS};
    for (int k = 0; k < 2; k++) {
        deal(kinds[k]);
        assert_false(game_has_answers(&kit.game));
        assert_int_equal(game_awaited(&kit.game), 0);
        kit_send(&kit, EV_IN_TURN, 0, 0);
        kit_send(&kit, EV_PICK, 1, 0);
        kit_send(&kit, EV_PICK, 2, 0);
        assert_int_equal(play()->phase, PHASE_PICK);
        assert_int_equal(play()->pick[0], -1);
        assert_false(game_reads_secretly(&kit.game));
    }
}

static void all_of_them_can_be_passed_in_every_phase(void **state) {
    (void)state;
    static const CardKind kinds[] = {CARD_REWORD, CARD_LISTEN, CARD_OWN_WORDS};
    for (int k = 0; k < 3; k++) {
        for (int phase = 0; phase < 3; phase++) {
            deal(kinds[k]);
            kit_lay(&kit, (const int[]){4, 4, 4, 4});
            for (int i = 0; i < phase; i++) {
                kit_send(&kit, EV_CONTINUE, 0, 0);
            }
            bool shown = play()->phase == PHASE_REVEAL;
            const Card *card = play()->card;
            kit_send(&kit, EV_PASS, 1, 0);
            assert_int_equal(play()->card != card, !shown);
        }
    }
}

static void the_deck_waits_for_those_who_have_begun(void **state) {
    (void)state;
    static const CardKind kinds[] = {CARD_REWORD, CARD_OWN_WORDS};
    for (int k = 0; k < 2; k++) {
        for (int begun = 0; begun < 2; begun++) {
            deal(kinds[k]);
            const Card *card = play()->card;
            play()->moves_on_ms = kit.now.utc_ms + 6000;
            if (begun) {
                kit_send(&kit, k == 0 ? EV_PUT : EV_LETTERS, 1, 1);
            }
            kit_wait_ms(&kit, 7000);
            assert_int_equal(play()->card == card, begun);
        }
    }
}

static void skills_are_observed(void **state) {
    (void)state;
    deal(CARD_LISTEN);
    int before = kit.game.skills.observations[SKILL_ASK];
    kit_play_to_reveal(&kit);
    assert_int_equal(kit.game.skills.observations[SKILL_ASK], before + 1);
    assert_int_equal(kit.game.skills.observations[SKILL_OWN], 0);
    kit_check_restart(&kit);
}

static void evenings_restart_in_the_middle_of_each(void **state) {
    (void)state;
    static const CardKind kinds[] = {CARD_REWORD, CARD_LISTEN, CARD_OWN_WORDS};
    for (int k = 0; k < 3; k++) {
        deal(kinds[k]);
        kit_check_restart(&kit);
        kit_play_to_reveal(&kit);
        kit_check_restart(&kit);
    }
}

static int reset(void **state) {
    (void)state;
    kit_other_kinds(1u << CARD_SPOT);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sentence_counts_by_its_mean_turn),
        cmocka_unit_test(pieces_go_into_their_own_rows_and_out_again),
        cmocka_unit_test(it_is_read_when_all_four_rows_are_full),
        cmocka_unit_test(pieces_lie_in_another_order_each_day),
        cmocka_unit_test(a_listen_back_counts_when_it_holds_both),
        cmocka_unit_test(own_words_count_as_they_landed),
        cmocka_unit_test(kept_private_is_the_middle),
        cmocka_unit_test(what_was_typed_is_in_no_fact),
        cmocka_unit_test(with_say_off_there_is_no_moment_to_say_it),
        cmocka_unit_test(nobody_picks_where_there_are_no_answers),
        cmocka_unit_test(all_of_them_can_be_passed_in_every_phase),
        cmocka_unit_test(the_deck_waits_for_those_who_have_begun),
        cmocka_unit_test(skills_are_observed),
        cmocka_unit_test(evenings_restart_in_the_middle_of_each),
    };
    return cmocka_run_group_tests(tests, NULL, reset);
}
