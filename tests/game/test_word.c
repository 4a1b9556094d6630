/* SPDX-License-Identifier: MIT */
/* A word from a workshop: it opens its plan's cards for fourteen evenings that are played. */
#include "game_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static Kit kit, again;
static PlanStep steps[4];
static Plan plan = {.id = "first-evening", .word = "two-mugs", .steps = steps, .step_count = 4};
static const PlanSet plans = {&plan, 1};

/* A plan with a respond card, the same again, and another; of both themes there is one more. */
static void open_home(void) {
    kit_open_home(&kit);
    kit.world.plans = &plans;
    const Card *one = card_find(kit_cards(), "respond-00");
    const Card *other = card_find(kit_cards(), "respond-02");
    assert_non_null(one);
    assert_non_null(other);
    steps[0] = (PlanStep){.kind = STEP_WELCOME};
    steps[1] = (PlanStep){.kind = STEP_CARD, .card = one};
    steps[2] = (PlanStep){.kind = STEP_AGAIN, .card = one};
    steps[3] = (PlanStep){.kind = STEP_CARD, .card = other};
}

static void say(const char *word) {
    kit_send_text(&kit, EV_WORD, 0, word);
}

static void next_evening(void) {
    kit_play_evening(&kit);
    kit_wait_until(&kit, 1, 18);
    kit_send(&kit, EV_TICK, 0, 0);
}

static const char *next_card(void) {
    return game_next_card(&kit.game, &kit.world)->id;
}

static void its_own_cards_come_first_each_once(void **state) {
    (void)state;
    open_home();
    say(" Two-Mugs ");
    assert_string_equal(kit.game.word.plan, "first-evening");
    assert_string_equal(next_card(), "respond-00");
    assert_string_equal(next_card(), "respond-00"); /* however often it is asked */
    next_evening();
    assert_string_equal(next_card(), "respond-02");
    next_evening();
    assert_string_not_equal(next_card(), "respond-00");
    assert_string_not_equal(next_card(), "respond-02");
}

/* Then cards of the themes that its cards have, as long as there are any. */
static void then_its_themes(void **state) {
    (void)state;
    open_home();
    say("two-mugs");
    next_evening();
    next_evening();
    assert_string_equal(next_card(), "respond-11");
    next_evening();
    assert_string_equal(next_card(), "respond-13");
    next_evening();
    assert_string_not_equal(next_card(), "respond-00"); /* used up: an evening like any other */
    assert_string_not_equal(next_card(), "respond-11");
}

static void it_is_over_after_fourteen_played(void **state) {
    (void)state;
    open_home();
    say("two-mugs");
    kit_wait_until(&kit, 30, 18); /* away for a month: nothing is lost */
    kit_send(&kit, EV_TICK, 0, 0);
    for (int i = 0; i < WORD_EVENINGS; i++) {
        assert_int_equal(kit.game.word.evenings, i);
        assert_non_null(word_open(&kit.game.word, &plans));
        next_evening();
    }
    assert_null(word_open(&kit.game.word, &plans));
    assert_string_equal(kit.game.word.plan, "");
}

static void a_restart_a_stop_and_a_wrong_word(void **state) {
    (void)state;
    open_home();
    say("two-mug");
    say("");
    assert_int_equal(kit_count_facts(&kit, FACT_WORD), 0);
    say("TWO-MUGS");
    next_evening();
    kit_open_again(&again, &kit);
    assert_memory_equal(&again.game.word, &kit.game.word, sizeof kit.game.word);
    say("");
    assert_string_equal(kit.game.word.plan, "");
    kit_open_again(&again, &kit);
    assert_string_equal(again.game.word.plan, "");
}

/* Topics that are left out stay out, and a plan that is gone changes nothing. */
static void the_couple_s_own_wishes_rule(void **state) {
    (void)state;
    open_home();
    Card topical = *steps[1].card;
    topical.topics = 1u << TOPIC_GRIEF;
    steps[1].card = &topical;
    kit_send_event(&kit,
                   &(Event){.kind = EV_TOPIC, .player = 2, .value = TOPIC_GRIEF, .amount = 1});
    say("two-mugs");
    assert_string_equal(next_card(), "respond-02");
    kit.world.plans = NULL;
    assert_non_null(game_next_card(&kit.game, &kit.world));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(its_own_cards_come_first_each_once),
        cmocka_unit_test(then_its_themes),
        cmocka_unit_test(it_is_over_after_fourteen_played),
        cmocka_unit_test(a_restart_a_stop_and_a_wrong_word),
        cmocka_unit_test(the_couple_s_own_wishes_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
