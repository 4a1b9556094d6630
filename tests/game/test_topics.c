/* SPDX-License-Identifier: MIT */
/* Topics that a partner leaves out: never dealt, kept over a restart, not plain in the file. */
#include "game_kit.h"
#include "game_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static Kit kit;

static void leave_out(int player, int topic, int is_off) {
    kit_send_event(
        &kit, &(Event){.kind = EV_TOPIC, .player = player, .value = topic, .amount = is_off});
}

static void either_is_enough_and_a_restart_keeps_it(void **state) {
    (void)state;
    kit_open_home(&kit);
    leave_out(1, TOPIC_MONEY, 1);
    leave_out(2, TOPIC_PAST, 1);
    unsigned both = 1u << TOPIC_MONEY | 1u << TOPIC_PAST;
    assert_int_equal(evening_ask(&kit.game, CARD_RESPOND, 0).topics_off, both);
    assert_int_equal(kit_count_facts(&kit, FACT_TOPICS), 2);
    kit_check_restart(&kit);
    leave_out(2, TOPIC_MONEY, 0); /* never touches what the other wants */
    assert_int_equal(evening_ask(&kit.game, CARD_RESPOND, 0).topics_off, both);
    leave_out(1, TOPIC_MONEY, 0);
    assert_int_equal(evening_ask(&kit.game, CARD_RESPOND, 0).topics_off, 1u << TOPIC_PAST);
    kit_check_restart(&kit);
}

static void the_dealer_heeds_it(void **state) {
    (void)state;
    Card card = {.kind = CARD_RESPOND, .depth = 1, .topics = 1u << TOPIC_DRINK};
    kit_open_home(&kit);
    DealerAsk ask = evening_ask(&kit.game, CARD_RESPOND, 0);
    assert_true(dealer_may_deal(&card, &ask));
    leave_out(2, TOPIC_DRINK, 1);
    ask = evening_ask(&kit.game, CARD_RESPOND, 0);
    assert_false(dealer_may_deal(&card, &ask));
}

static void the_file_says_it_not_plainly_and_nonsense_changes_nothing(void **state) {
    (void)state;
    kit_open_home(&kit);
    leave_out(1, TOPIC_SEX, 1);
    const Fact *fact = kit_last_fact(&kit, FACT_TOPICS);
    assert_non_null(fact);
    assert_int_not_equal(fact->values[1], 1 << TOPIC_SEX);
    assert_string_equal(fact->subject, "");
    assert_string_equal(fact->text, "");
    leave_out(1, TOPIC_SEX, 1);
    leave_out(0, TOPIC_MONEY, 1);
    leave_out(3, TOPIC_MONEY, 1);
    leave_out(1, TOPIC_COUNT, 1);
    leave_out(1, -1, 1);
    assert_int_equal(kit_count_facts(&kit, FACT_TOPICS), 1);
}

static void what_was_dealt_today_goes_too(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_both_here(&kit);
    for (int day = 0; !(kit.game.play.card->topics & 1u << TOPIC_MONEY); day++) {
        assert_true(day < 60);
        kit_play_evening(&kit);
        kit_wait_until(&kit, 1, 19);
        kit_both_here(&kit);
    }
    static Kit again;
    kit_open_again(&again, &kit);
    kit = again;
    leave_out(2, TOPIC_MONEY, 1);
    kit_both_here(&kit);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
    assert_false(kit.game.play.card->topics & 1u << TOPIC_MONEY);
    kit_check_restart(&kit);
}

static void another_couples_seed_makes_them_no_others(void **state) {
    (void)state;
    static Kit again;
    kit_open_home(&kit);
    leave_out(1, TOPIC_FAITH, 1);
    for (int i = 0; i < kit.fact_count; i++) {
        kit.facts[i].values[0] += kit.facts[i].kind == FACT_COUPLE ? 12345 : 0;
    }
    kit_open_again(&again, &kit);
    assert_int_equal(again.game.topics_off[0], 1u << TOPIC_FAITH);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(either_is_enough_and_a_restart_keeps_it),
        cmocka_unit_test(the_dealer_heeds_it),
        cmocka_unit_test(what_was_dealt_today_goes_too),
        cmocka_unit_test(another_couples_seed_makes_them_no_others),
        cmocka_unit_test(the_file_says_it_not_plainly_and_nonsense_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
