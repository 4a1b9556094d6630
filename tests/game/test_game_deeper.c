/* SPDX-License-Identifier: MIT */
/* Deep cards: asked of both in secret, dealt only if both agree, and nothing tells who did not. */
#include "game_kit.h"

#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static Kit kit, saved;

static int setup(void **state) {
    (void)state;
    kit_asks_deeper(true);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    kit_asks_deeper(false);
    return 0;
}

static bool asks_deeper(void) {
    return kit.game.play.card && kit.game.play.card->opens == OPENS_DEEP;
}

static void wait_for_evening(int days) {
    kit_wait_until(&kit, days, 19);
}

/* Plays until an evening begins with the question, and one that goes on deeper if both agree. */
static void to_the_question(void) {
    kit_open_home(&kit);
    for (int day = 0; day < 200; day++) {
        const Evening *evening = &kit.game.evening;
        int short_at = dealer_short_at(kit.game.seed, evening->day, kit.game.streak.lifetime_days);
        bool goes = dealer_goes_deeper(kit.game.seed, evening->day) && short_at == DEALER_PLACES;
        Kit *before = &saved;
        *before = kit;
        kit_both_here(&kit);
        if (asks_deeper() && goes) {
            return;
        }
        kit = *before;
        kit_play_evening(&kit);
        wait_for_evening(1);
    }
    fail_msg("no evening asked");
}

static int pick_of(bool yes, int nth) {
    return kit_place_of(&kit, (yes ? 0 : 2) + nth % 2);
}

/* Both choose, and the rest of the evening is played; whether a deep card came. */
static bool deep_came(bool one, bool other) {
    kit_send(&kit, EV_PICK, 1, pick_of(one, 0));
    assert_true(asks_deeper());
    kit_send(&kit, EV_PICK, 2, pick_of(other, 1));
    bool deep = false;
    for (int place = 0; place < DEALER_PLACES; place++) {
        assert_int_equal(kit.game.evening.place, place);
        assert_false(asks_deeper());
        deep |= kit.game.play.card->depth == 3;
        kit_play_to_reveal(&kit);
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
    return deep;
}

static void a_deep_card_comes_only_if_both_agree(void **state) {
    (void)state;
    static const bool answers[4][2] = {{true, true}, {true, false}, {false, true}, {false, false}};
    static Kit asked;
    to_the_question();
    asked = kit;
    for (int i = 0; i < 4; i++) {
        kit = asked;
        assert_int_equal(deep_came(answers[i][0], answers[i][1]), i == 0);
    }
}

static void print_all(char *out, const Kit *from, int since) {
    out[0] = '\0';
    for (int i = since; i < from->fact_count; i++) {
        char line[400];
        kit_print_fact(&from->facts[i], line, sizeof line);
        text_append(out, KIT_TEXT_MAX, line);
    }
    text_append(out, KIT_TEXT_MAX, from->bookmark);
}

static void nothing_stored_tells_one_no_from_the_other(void **state) {
    (void)state;
    static const bool answers[3][2] = {{true, false}, {false, true}, {false, false}};
    static char words[3][KIT_TEXT_MAX];
    static Kit asked;
    to_the_question();
    asked = kit;
    for (int i = 0; i < 3; i++) {
        kit = asked;
        deep_came(answers[i][0], answers[i][1]);
        print_all(words[i], &kit, asked.fact_count);
        assert_true(strlen(words[i]) > 100);
        assert_string_equal(words[i], words[0]);
    }
}

static void a_pass_is_a_no_and_asks_no_more_today(void **state) {
    (void)state;
    to_the_question();
    kit_send(&kit, EV_PASS, 0, 0);
    for (int place = 0; place < DEALER_PLACES; place++) {
        assert_int_equal(kit.game.screen, SCREEN_CARD);
        assert_true(kit.game.play.card->depth < 3 && !asks_deeper());
        kit_play_to_reveal(&kit);
        kit_check_restart(&kit);
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
    assert_true(kit.game.evening.cards_done);
}

static void after_a_restart_it_is_asked_again_and_a_deep_card_stays(void **state) {
    (void)state;
    static Kit again;
    to_the_question();
    kit_send(&kit, EV_PICK, 1, 0);
    kit_open_again(&again, &kit);
    kit_both_here(&again);
    assert_ptr_equal(again.game.play.card, kit.game.play.card);
    assert_int_equal(again.game.play.pick[0], -1); /* secrets die with the program */
    kit_send(&kit, EV_PICK, 1, pick_of(true, 0));
    kit_send(&kit, EV_PICK, 2, pick_of(true, 0));
    kit_check_restart(&kit);
    char deep[CARD_ID_MAX];
    text_copy(deep, sizeof deep, kit.game.evening.dealt[DEALER_PLACES - 1]);
    assert_true(deep[0]);
    kit_open_again(&again, &kit);
    kit_both_here(&again);
    assert_false(again.game.play.card->opens == OPENS_DEEP);
    assert_string_equal(again.game.evening.dealt[DEALER_PLACES - 1], deep);
}

static void who_wants_no_such_question_has_none(void **state) {
    (void)state;
    to_the_question();
    kit = saved; /* at home, before both are here */
    kit_send_event(&kit, &(Event){.kind = EV_SETTING, .value = SETTING_DEEPER, .amount = 0});
    kit_both_here(&kit);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
    assert_false(asks_deeper());
}

static void one_device_asks_one_after_the_other_under_cover(void **state) {
    (void)state;
    to_the_question();
    kit_send(&kit, EV_IN_TURN, 0, 0);
    assert_true(game_reads_secretly(&kit.game));
    kit_send(&kit, EV_COVER, 0, 1);
    kit_send(&kit, EV_PICK, 1, 0);
    assert_true(game_reads_secretly(&kit.game)); /* no guess: on to the other at once */
    kit_send(&kit, EV_COVER, 0, 1);
    kit_send(&kit, EV_PICK, 2, 0);
    assert_false(asks_deeper());
    assert_int_equal(kit.game.evening.place, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_deep_card_comes_only_if_both_agree),
        cmocka_unit_test(nothing_stored_tells_one_no_from_the_other),
        cmocka_unit_test(a_pass_is_a_no_and_asks_no_more_today),
        cmocka_unit_test(after_a_restart_it_is_asked_again_and_a_deep_card_stays),
        cmocka_unit_test(who_wants_no_such_question_has_none),
        cmocka_unit_test(one_device_asks_one_after_the_other_under_cover),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
