/* SPDX-License-Identifier: MIT */
/* Talks: where a reply leads, what can be taken back, what is mended, and what counts. */
#include "card_talk.h"
#include "game_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static Kit kit;

static Play *play(void) {
    return &kit.game.play;
}

static void deal_talk(void) {
    kit_other_kinds(1u << CARD_TALK);
    kit_open_home(&kit);
    kit_both_here(&kit);
    kit_play_to_reveal(&kit);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->card->kind, CARD_TALK);
}

static void say_all(const char *words) {
    for (; *words; words++) {
        int before = play()->said_count;
        kit_say(&kit, *words);
        assert_int_equal(play()->said_count, before + 1);
    }
}

static void replies_lead_on_to_an_ending(void **state) {
    (void)state;
    deal_talk();
    assert_string_equal(card_talk_node(play())->id, "start");
    kit_say(&kit, 'w');
    assert_string_equal(card_talk_node(play())->id, "warm");
    kit_send(&kit, EV_CONTINUE, 0, 0); /* not over yet */
    assert_int_equal(play()->phase, PHASE_PICK);
    kit_say(&kit, 'c');
    assert_string_equal(card_talk_node(play())->id, "later");
    kit_say(&kit, 'w');
    assert_string_equal(card_talk_node(play())->id, "tomorrow");
    assert_null(card_talk_reply_at(play(), 0));
    kit_send(&kit, EV_PICK, 1, 0); /* nothing more to say */
    assert_int_equal(play()->said_count, 3);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(play()->phase, PHASE_REVEAL);
    kit_send(&kit, EV_SECOND, 0, 0); /* there is none */
    assert_int_equal(play()->phase, PHASE_REVEAL);
}

static void either_of_them_may_press(void **state) {
    (void)state;
    for (int player = 0; player <= 2; player++) {
        deal_talk();
        kit_send(&kit, EV_PICK, player, 2);
        assert_int_equal(play()->said_count, 1);
        assert_false(game_reads_secretly(&kit.game));
        assert_int_equal(game_awaited(&kit.game), 0);
    }
}

static void presses_beside_the_replies_do_nothing(void **state) {
    (void)state;
    static const int wrong[] = {-2147483647, -1, 4, 5, 1000000};
    deal_talk();
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        kit_send(&kit, EV_PICK, 1, wrong[i]);
    }
    assert_int_equal(play()->said_count, 0);
    kit_say(&kit, 'w'); /* on to a node with three */
    kit_send(&kit, EV_PICK, 1, 3);
    assert_int_equal(play()->said_count, 1);
}

static void all_replies_stand_somewhere_and_not_always_there(void **state) {
    (void)state;
    int firsts[TALK_REPLIES_MAX] = {0};
    Card card = {.kind = CARD_TALK, .nodes = NULL};
    deal_talk();
    card.nodes = play()->card->nodes;
    for (int day = 0; day < 400; day++) {
        Play talk = {.card = &card};
        unsigned seen = 0;
        dealer_shuffle(5, 20000 + day, 1, talk.order, CARD_ANSWERS);
        for (int place = 0; place < TALK_REPLIES_MAX; place++) {
            seen |= 1u << (card_talk_reply_at(&talk, place) - card.nodes[0].replies);
        }
        assert_int_equal(seen, 15);
        firsts[card_talk_reply_at(&talk, 0) - card.nodes[0].replies]++;
    }
    for (int i = 0; i < TALK_REPLIES_MAX; i++) {
        assert_in_range(firsts[i], 70, 130);
    }
}

/* --- Taking back ---------------------------------------------------------------------------- */

static void a_reply_can_be_taken_back_once_a_turn(void **state) {
    (void)state;
    deal_talk();
    kit_send(&kit, EV_PUT, 0, -1); /* nothing was said yet */
    assert_int_equal(play()->said_count, 0);
    const TalkReply *first = card_talk_reply_at(play(), 0);
    kit_say(&kit, 'x');
    assert_true(card_talk_may_take_back(play()));
    kit_send(&kit, EV_PUT, 2, -1);
    assert_string_equal(card_talk_node(play())->id, "start");
    assert_ptr_equal(card_talk_reply_at(play(), 0), first); /* they lie as before */
    kit_say(&kit, 'c');
    assert_false(card_talk_may_take_back(play()));
    kit_send(&kit, EV_PUT, 2, -1);
    assert_string_equal(card_talk_node(play())->id, "cool");
    kit_say(&kit, 'm'); /* the next turn has its own */
    kit_send(&kit, EV_PUT, 2, -1);
    assert_string_equal(card_talk_node(play())->id, "cool");
    kit_send(&kit, EV_PUT, 2, -1); /* and no way back before it */
    assert_int_equal(play()->said_count, 1);
}

static void the_last_word_can_be_taken_back_too(void **state) {
    (void)state;
    deal_talk();
    say_all("wrm");
    assert_int_equal(card_talk_node(play())->ending, TALK_HALFWAY);
    kit_send(&kit, EV_PUT, 0, -1);
    assert_string_equal(card_talk_node(play())->id, "late");
    kit_say(&kit, 'w');
    assert_int_equal(card_talk_node(play())->ending, TALK_CLOSE);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_PUT, 0, -1); /* it has been counted */
    assert_int_equal(play()->phase, PHASE_REVEAL);
    assert_int_equal(play()->said_count, 3);
}

/* --- What counts ---------------------------------------------------------------------------- */

/* w 4, m 2, c 1, x 0, r 3 and mends what was below 3 right before it. */
static void a_talk_counts_by_its_mean_turn_after_repairs(void **state) {
    (void)state;
    static const struct {
        const char *words;
        int score, bridge, wall, mended, marks;
    } rows[] = {
        {"wrw", 9, 2, 0, 0, 212},  /* 4 3 4; an apology for nothing mends nothing */
        {"wmw", 8, 1, 0, 0, 210},  /* 4 2 4 */
        {"mmm", 5, 0, 0, 0, 0},    /* 2 2 2 */
        {"mmr", 8, 1, 0, 1, 12},   /* 3 3 3 */
        {"xrw", 8, 1, 0, 1, 212},  /* 3 3 4: the cold one is worth as much as its apology */
        {"xwm", 5, 0, 0, 0, 210},  /* 0 4 2: kind words alone mend nothing */
        {"xxcr", 8, 1, 0, 1, 12},  /* 3 3 3 3: all that went before, in one breath */
        {"xxcm", 2, 0, 1, 0, 0},   /* 0 0 1 2 */
        {"xxcw", 3, 0, 1, 0, 210}, /* 0 0 1 4 */
        {"xxrm", 7, 1, 0, 1, 12},  /* 3 3 3 2 */
        {"wcrw", 9, 2, 0, 1, 212}, /* 4 3 3 4 */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        deal_talk();
        Tally before = kit.game.tally;
        int repairs = kit.game.repairs;
        say_all(rows[i].words);
        kit_send(&kit, EV_CONTINUE, 0, 0);
        const Fact *fact = kit_last_fact(&kit, FACT_CARD);
        assert_int_equal(play()->phase, PHASE_REVEAL);
        assert_int_equal(play()->outcome.score, rows[i].score);
        assert_int_equal(play()->outcome.repaired, rows[i].mended > 0);
        assert_int_equal(play()->outcome.stones.bridge, rows[i].bridge);
        assert_int_equal(play()->outcome.stones.wall, rows[i].wall);
        assert_int_equal(kit.game.tally.bridge, before.bridge + rows[i].bridge);
        assert_int_equal(kit.game.tally.wall, before.wall + rows[i].wall);
        assert_int_equal(kit.game.repairs, repairs + rows[i].mended);
        assert_int_equal(fact->values[0], CARD_TALK);
        assert_int_equal(fact->values[1], rows[i].score);
        assert_int_equal(fact->values[3], rows[i].mended);
        assert_int_equal(fact->values[4], rows[i].marks);
        assert_int_equal(fact->values[5], 1);
        kit_check_restart(&kit);
    }
}

/* Two ways to the same points leave the same facts, word for word. */
static void what_was_said_is_in_no_fact(void **state) {
    (void)state;
    static const char *const ways[] = {"xrw", "crw"};
    char words[2][KIT_TEXT_MAX];
    for (int i = 0; i < 2; i++) {
        deal_talk();
        int from = kit.fact_count;
        say_all(ways[i]);
        kit_send(&kit, EV_CONTINUE, 0, 0);
        words[i][0] = '\0';
        for (int k = from; k < kit.fact_count; k++) {
            kit_print_fact(&kit.facts[k], words[i] + strlen(words[i]), 512);
        }
        assert_true(strlen(words[i]) > 20);
    }
    assert_string_equal(words[0], words[1]);
}

static void it_can_be_passed_and_low_battery_helps_in_every_turn(void **state) {
    (void)state;
    static const char *const ways[] = {"", "x", "xx", "wrw"};
    for (int i = 0; i < 4; i++) {
        deal_talk();
        const Card *card = play()->card;
        say_all(ways[i]);
        kit_send(&kit, EV_PASS, 1, 0);
        assert_ptr_not_equal(play()->card, card);
        deal_talk();
        say_all(ways[i]);
        kit_send(&kit, EV_LOW, 0, 0);
        assert_int_equal(kit.game.screen, SCREEN_TINY);
    }
}

static void the_deck_waits_for_those_who_have_begun(void **state) {
    (void)state;
    for (int begun = 0; begun < 2; begun++) {
        deal_talk();
        const Card *card = play()->card;
        play()->moves_on_ms = kit.now.utc_ms + 6000;
        if (begun) {
            kit_say(&kit, 'm');
        }
        kit_wait_ms(&kit, 7000);
        assert_int_equal(play()->card == card, begun);
    }
}

static int reset(void **state) {
    (void)state;
    kit_other_kinds(1u << CARD_SPOT);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(replies_lead_on_to_an_ending),
        cmocka_unit_test(either_of_them_may_press),
        cmocka_unit_test(presses_beside_the_replies_do_nothing),
        cmocka_unit_test(all_replies_stand_somewhere_and_not_always_there),
        cmocka_unit_test(a_reply_can_be_taken_back_once_a_turn),
        cmocka_unit_test(the_last_word_can_be_taken_back_too),
        cmocka_unit_test(a_talk_counts_by_its_mean_turn_after_repairs),
        cmocka_unit_test(what_was_said_is_in_no_fact),
        cmocka_unit_test(it_can_be_passed_and_low_battery_helps_in_every_turn),
        cmocka_unit_test(the_deck_waits_for_those_who_have_begun),
    };
    return cmocka_run_group_tests(tests, NULL, reset);
}
