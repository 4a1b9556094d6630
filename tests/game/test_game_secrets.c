/* SPDX-License-Identifier: MIT */
/* Secret is secret: nothing the game does before a reveal hangs on what was picked, and nothing it
 * ever saves says who picked what. */
#include "game_kit.h"

#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static Kit kit;

static void deal(CardKind kind) {
    kit_other_kinds(1u << (kind == CARD_LISTEN ? CARD_LISTEN : CARD_SPOT));
    kit_open_home(&kit);
    kit_both_here(&kit);
    while (kit.game.play.card->kind != kind) {
        kit_play_to_reveal(&kit);
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
}

static void note_effects(char out[KIT_TEXT_MAX]) {
    static char words[KIT_TEXT_MAX];
    kit_print_effects(&kit.effects, words);
    text_append(out, KIT_TEXT_MAX, words);
    text_append(out, KIT_TEXT_MAX, kit.bookmark);
    text_append(out, KIT_TEXT_MAX, "|");
}

static void send(char out[KIT_TEXT_MAX], EventKind kind, int player, int value) {
    kit_send(&kit, kind, player, value);
    note_effects(out);
}

/* All that comes of a card until just before its reveal, with these picks (and guesses). */
static void play_in_secret(CardKind kind, bool in_turn, const int picks[4],
                           char out[KIT_TEXT_MAX]) {
    deal(kind);
    out[0] = '\0';
    if (in_turn) {
        send(out, EV_IN_TURN, 0, 0);
        send(out, EV_COVER, 0, 1);
    }
    send(out, EV_PICK, 1, picks[0]);
    if (kind == CARD_ASK) {
        send(out, EV_PICK, 1, picks[2]);
    }
    if (in_turn) {
        send(out, EV_COVER, 0, 1);
    }
    kit_wait_ms(&kit, 100);
    note_effects(out);
    if (kind != CARD_SPOT && kind != CARD_LISTEN) {
        send(out, EV_PICK, 2, picks[1]);
    }
    if (kind == CARD_RESPOND) {
        send(out, EV_CONTINUE, 0, 0);
        int taps = picks[2];
        send(out, EV_COVER, 0, 1);
        send(out, EV_TAP, kit.game.play.sharer, taps % 3);
        send(out, EV_TAP, kit.game.play.sharer, 3 + (taps + 1) % 3);
        assert_int_equal(kit.game.play.phase, PHASE_LAND);
    } else {
        assert_int_equal(kit.game.play.phase, PHASE_PICK);
    }
}

static void effects_before_the_reveal_betray_no_pick(void **state) {
    (void)state;
    static const CardKind kinds[] = {CARD_RESPOND, CARD_SPOT, CARD_ASK, CARD_LISTEN};
    static char first[KIT_TEXT_MAX], words[KIT_TEXT_MAX];
    for (int k = 0; k < 8; k++) {
        CardKind kind = kinds[k % 4];
        play_in_secret(kind, k >= 4, (const int[]){0, 0, 0, 0}, first);
        assert_true(strlen(first) > 20);
        for (int all = 1; all < 64; all++) {
            int picks[] = {all % 4, all / 4 % 4, all / 16, 0};
            play_in_secret(kind, k >= 4, picks, words);
            assert_string_equal(words, first);
        }
    }
}

static void a_guess_and_no_guess_sound_alike(void **state) {
    (void)state;
    static char words[2][KIT_TEXT_MAX];
    for (int i = 0; i < 2; i++) {
        play_in_secret(CARD_ASK, false, (const int[]){1, 2, i ? CARD_ANSWERS : 3, 0}, words[i]);
    }
    assert_string_equal(words[0], words[1]);
}

static void a_second_pick_is_as_secret(void **state) {
    (void)state;
    static char words[3][KIT_TEXT_MAX];
    for (int i = 0; i < 3; i++) {
        deal(CARD_RESPOND);
        words[i][0] = '\0';
        kit_pick_turns(&kit, 0, 4);
        kit_say_and_land(&kit, 0);
        kit_send(&kit, EV_SECOND, 0, 0);
        send(words[i], EV_PICK, game_responder(&kit.game), i);
        send(words[i], EV_CONTINUE, 0, 0);
    }
    assert_string_equal(words[0], words[1]);
    assert_string_equal(words[0], words[2]);
}

/* Words of every fact that came of a card, with its moment the same for all. */
static void note_facts(int from, char out[KIT_TEXT_MAX]) {
    out[0] = '\0';
    for (int i = from; i < kit.fact_count; i++) {
        char words[512];
        kit_print_fact(&kit.facts[i], words, sizeof words);
        text_append(out, KIT_TEXT_MAX, words);
        text_append(out, KIT_TEXT_MAX, "\n");
    }
}

static void facts_are_the_same_when_the_two_change_places(void **state) {
    (void)state;
    static char words[2][KIT_TEXT_MAX];
    for (int first = 1; first <= 2; first++) {
        kit_other_kinds(1u << CARD_SPOT);
        kit_open_home(&kit);
        kit.game.evening.first_sharer = first;
        int from = kit.fact_count;
        kit_both_here(&kit);
        assert_int_equal(kit.game.play.sharer, first);
        kit_pick_turns(&kit, 0, 4); /* the responder stings, whoever that is */
        kit_say_and_land(&kit, 1);
        kit_send(&kit, EV_SECOND, 0, 0);
        kit_send(&kit, EV_PICK, game_responder(&kit.game), kit_place_of_turn(&kit, 4));
        kit_say_and_land(&kit, 6);
        kit_send(&kit, EV_CONTINUE, 0, 0);
        int right = kit_place_of(&kit, kit.game.play.card->spot_right);
        kit_send(&kit, EV_PICK, first, right); /* one finds it, the other doesn't */
        kit_send(&kit, EV_PICK, 3 - first, (right + 1) % CARD_ANSWERS);
        kit_send(&kit, EV_CONTINUE, 0, 0);
        kit_send(&kit, EV_PICK, first, 0);
        kit_send(&kit, EV_PICK, first, 2);
        kit_send(&kit, EV_PICK, 3 - first, 1);
        kit_send(&kit, EV_PICK, 3 - first, CARD_ANSWERS);
        kit_send(&kit, EV_CONTINUE, 0, 0);
        note_facts(from, words[first - 1]);
    }
    assert_string_equal(words[0], words[1]);
    assert_non_null(strstr(words[0], "fact 6 ")); /* with a second take among them */
}

static void passing_and_low_battery_have_no_name(void **state) {
    (void)state;
    static char words[2][KIT_TEXT_MAX];
    for (int player = 1; player <= 2; player++) {
        kit_open_home(&kit);
        int from = kit.fact_count;
        kit_both_here(&kit);
        kit_send(&kit, EV_PASS, player, 0);
        kit_send(&kit, EV_LOW, player, 0);
        kit_send(&kit, EV_CONTINUE, player, 0);
        note_facts(from, words[player - 1]);
    }
    assert_string_equal(words[0], words[1]);
}

static void picks_of_an_ask_card_are_in_no_fact(void **state) {
    (void)state;
    static char first[KIT_TEXT_MAX], words[KIT_TEXT_MAX];
    for (int all = 0; all < 256; all++) {
        deal(CARD_ASK);
        int from = kit.fact_count;
        kit_send(&kit, EV_PICK, 1, all % 4);
        kit_send(&kit, EV_PICK, 1, all / 4 % 4);
        kit_send(&kit, EV_PICK, 2, all / 16 % 4);
        kit_send(&kit, EV_PICK, 2, all / 64);
        assert_int_equal(kit.game.play.phase, PHASE_REVEAL);
        note_facts(from, all == 0 ? first : words);
        assert_true(all == 0 || strcmp(words, first) == 0);
    }
}

static void secrets_are_dropped_with_the_card(void **state) {
    (void)state;
    deal(CARD_RESPOND);
    kit_pick_turns(&kit, 1, 4);
    kit_say_and_land(&kit, 1);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(kit.game.play.pick[i], -1);
        assert_int_equal(kit.game.play.guess[i], -1);
    }
    assert_int_equal(kit.game.play.landing[0], LANDING_OPEN);
    assert_int_equal(kit.game.play.outcome.turn, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(effects_before_the_reveal_betray_no_pick),
        cmocka_unit_test(a_guess_and_no_guess_sound_alike),
        cmocka_unit_test(a_second_pick_is_as_secret),
        cmocka_unit_test(facts_are_the_same_when_the_two_change_places),
        cmocka_unit_test(passing_and_low_battery_have_no_name),
        cmocka_unit_test(picks_of_an_ask_card_are_in_no_fact),
        cmocka_unit_test(secrets_are_dropped_with_the_card),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
