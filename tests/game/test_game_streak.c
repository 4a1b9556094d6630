/* SPDX-License-Identifier: MIT */
/* The streak as the couple meets it in the game: their settings, and evenings that are no whole
 * evening. The rules themselves have their own tests (tests/unit). */
#include "game_kit.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static Kit kit;
static Kit again;

static void set(SettingId id, int value) {
    kit_send_event(&kit, &(Event){.kind = EV_SETTING, .value = (int)id, .amount = value});
}

/* Evenings on these days, counted from the first; each played at 19 o'clock. */
static void play_days(const int days[], int count) {
    int today = 0;
    for (int i = 0; i < count; i++) {
        kit_wait_until(&kit, days[i] - today, 18);
        today = days[i];
        kit_play_evening(&kit);
    }
}

static void settings_are_felt_at_once_and_after_a_restart(void **state) {
    (void)state;
    static const int days[] = {0, 1, 3, 4};
    kit_open_home(&kit);
    play_days(days, 4);
    assert_int_equal(kit.game.streak.current, 4); /* the one rest day in hand was spent */
    assert_int_equal(kit.game.streak.rest_left, 0);
    set(SETTING_REST_START, 0);
    assert_int_equal(kit.game.streak.current, 2);
    set(SETTING_REST_START, 3);
    assert_int_equal(kit.game.streak.current, 4);
    assert_int_equal(kit.game.streak.rest_left, 2);
    set(SETTING_REST_EVERY, 2); /* one earned by the second evening, one by the fourth ... */
    set(SETTING_REST_CAP, 3);   /* ... but never more than these */
    assert_int_equal(kit.game.streak.rest_left, 3);
    set(SETTING_REST_CAP, 7);
    assert_int_equal(kit.game.streak.rest_left, 4);
    kit_open_again(&again, &kit);
    assert_int_equal(again.game.streak.current, 4);
    assert_int_equal(again.game.streak.rest_left, 4);
    assert_int_equal(again.game.streak.lifetime_days, 4);
}

/* One partner alone, from "I'm here" to the lantern and home. */
static void play_alone(int player) {
    kit_send(&kit, EV_HERE, player, 0);
    assert_true(game_may_play_alone(&kit.game));
    kit_send(&kit, EV_ALONE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_ALONE);
    assert_int_equal(game_alone(&kit.game, &kit.world)->act, TINY_ALONE);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_LANTERN);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
}

static void one_alone_holds_the_lantern(void **state) {
    (void)state;
    static const int days[] = {0, 1};
    kit_open_home(&kit);
    play_days(days, 2);
    kit_wait_until(&kit, 1, 18);
    play_alone(2);
    const Fact *play = kit_last_fact(&kit, FACT_PLAY);
    assert_int_equal(play->values[0], STREAK_WHO_B);
    assert_string_equal(play->text, "Europe/Lisbon");
    assert_true(game_is_held(&kit.game));
    assert_int_equal(kit.game.streak.lifetime_days, 2);
    assert_int_equal(game_day_number(&kit.game), 3);
    kit_wait_until(&kit, 1, 18);
    kit_play_evening(&kit); /* the held date bridged, and no rest day was spent */
    assert_int_equal(kit.game.streak.current, 3);
    assert_int_equal(kit.game.streak.rest_left, 1);
    assert_int_equal(kit.game.week[2], STREAK_DAY_HELD);
    kit_check_restart(&kit);
}

static void a_held_evening_is_still_open_for_two(void **state) {
    (void)state;
    kit_open_home(&kit);
    play_alone(1);
    kit_open_again(&again, &kit);
    assert_true(game_is_held(&again.game));
    assert_false(game_is_done_today(&again.game));
    kit_play_evening(&kit);
    assert_true(game_is_done_today(&kit.game));
    assert_false(game_is_held(&kit.game));
    assert_int_equal(kit.game.streak.lifetime_days, 1);
    kit_check_restart(&kit);
}

static void each_alone_is_both(void **state) {
    (void)state;
    kit_open_home(&kit);
    play_alone(1);
    const Card *first = card_find(kit.world.cards, kit_last_fact(&kit, FACT_CARD)->subject);
    play_alone(2);
    assert_ptr_not_equal(card_find(kit.world.cards, kit_last_fact(&kit, FACT_CARD)->subject),
                         first);
    assert_true(kit.game.streak.today_done);
    assert_int_equal(game_day_number(&kit.game), 1);
    kit_open_again(&again, &kit);
    assert_true(again.game.streak.today_done);
    assert_int_equal(again.game.streak.lifetime_days, 1);
}

static void what_one_alone_does_is_the_couples_to_say(void **state) {
    (void)state;
    kit_open_home(&kit);
    play_alone(1);
    set(SETTING_NEED, STREAK_NEED_ANY);
    assert_true(kit.game.streak.today_done);
    assert_false(game_is_held(&kit.game));
    set(SETTING_NEED, STREAK_NEED_BOTH);
    assert_false(kit.game.streak.today_done);
    assert_false(game_is_held(&kit.game));
    set(SETTING_NEED, STREAK_NEED_HOLD);
    assert_true(game_is_held(&kit.game));
}

static void alone_is_for_one_who_is_here_and_can_be_left(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_send(&kit, EV_ALONE, 0, 0); /* nobody is here */
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    kit_send(&kit, EV_HERE, 1, 0);
    kit_send(&kit, EV_ALONE, 0, 0);
    const Card *card = game_alone(&kit.game, &kit.world);
    kit_send(&kit, EV_BACK, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    assert_int_equal(kit_count_facts(&kit, FACT_PLAY), 0);
    kit_open_again(&again, &kit);
    assert_ptr_equal(game_alone(&again.game, &again.world), card); /* as the day dealt it */
    kit_send(&kit, EV_HERE, 2, 0);
    assert_int_equal(kit.game.screen, SCREEN_CARD); /* the other came: the evening for two */
    kit_send(&kit, EV_ALONE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
}

static void an_evening_alone_over_midnight_is_the_new_dates(void **state) {
    (void)state;
    kit_open_home(&kit);
    Day day = kit.game.evening.day;
    kit_wait_until(&kit, 1, 2);
    kit_send(&kit, EV_HERE, 1, 0);
    kit_send(&kit, EV_ALONE, 0, 0);
    kit_wait_until(&kit, 0, 4); /* past the rollover, with the card on the screen */
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit_last_fact(&kit, FACT_PLAY)->day, day + 1);
    assert_true(game_is_held(&kit.game));
}

static void away_days_cost_nothing(void **state) {
    (void)state;
    static const int days[] = {0, 1};
    Day until = 0;
    kit_open_home(&kit);
    play_days(days, 2);
    kit_wait_until(&kit, 1, 18);
    kit_send(&kit, EV_OPEN, 0, OVERLAY_SETTINGS);
    kit_send(&kit, EV_OPEN, 0, OVERLAY_AWAY);
    kit_send(&kit, EV_AWAY, 0, 20);
    assert_int_equal(kit.game.overlay_count, 0); /* Home says until when */
    assert_true(game_is_away(&kit.game, &until));
    assert_int_equal(until, kit.game.evening.day + 20);
    kit_wait_until(&kit, 20, 18);
    assert_true(game_is_away(&kit.game, &until));
    kit_wait_until(&kit, 1, 18);
    assert_false(game_is_away(&kit.game, &until));
    kit_play_evening(&kit);
    assert_int_equal(kit.game.streak.current, 3);
    assert_int_equal(kit.game.streak.rest_left, 1);
    assert_false(kit.game.repair_is_offered);
    kit_check_restart(&kit);
}

static void were_back_ends_it_and_the_days_before_stay_excused(void **state) {
    (void)state;
    Day until = 0;
    kit_open_home(&kit);
    kit_play_evening(&kit);
    kit_wait_until(&kit, 1, 18);
    kit_send(&kit, EV_AWAY, 0, 60);
    kit_wait_until(&kit, 3, 18);
    kit_send(&kit, EV_AWAY, 0, 0);
    assert_false(game_is_away(&kit.game, &until));
    kit_send(&kit, EV_AWAY, 0, 0); /* back already: nothing to end, nothing recorded */
    assert_int_equal(kit_count_facts(&kit, FACT_AWAY), 2);
    kit_play_evening(&kit);
    assert_int_equal(kit.game.streak.current, 2);
    kit_wait_until(&kit, 4, 18); /* three days unplayed, none of them excused any more */
    kit_play_evening(&kit);
    assert_int_equal(kit.game.streak.current, 1);
    kit_open_again(&again, &kit);
    assert_int_equal(again.game.streak.current, 1);
    assert_int_equal(again.game.streak.longest, 2);
}

static void away_has_an_end_within_sixty_days(void **state) {
    (void)state;
    Day until = 0;
    kit_open_home(&kit);
    kit_send(&kit, EV_AWAY, 0, GAME_AWAY_DAYS_MAX + 1);
    kit_send(&kit, EV_AWAY, 0, -1);
    assert_false(game_is_away(&kit.game, &until));
    assert_int_equal(kit_count_facts(&kit, FACT_AWAY), 0);
    kit_send(&kit, EV_AWAY, 0, 40);
    kit_send(&kit, EV_AWAY, 0, 2); /* thought better of: the newer one counts */
    assert_true(game_is_away(&kit.game, &until));
    assert_int_equal(until, kit.game.evening.day + 2);
    kit_play_evening(&kit); /* nobody keeps them from playing */
    assert_int_equal(kit.game.streak.current, 1);
}

/* A row of five, a day off that took the one rest day, and the next evening still to come. */
static void open_with_a_day_off(void) {
    static const int days[] = {0, 1, 2, 3, 4};
    kit_open_home(&kit);
    play_days(days, 5);
    kit_wait_until(&kit, 2, 18);
}

static void a_repair_card_mends_when_its_reveal_was_seen(void **state) {
    (void)state;
    open_with_a_day_off();
    assert_int_equal(kit.game.streak.rest_left, 0);
    assert_true(game_may_repair(&kit.game, &kit.world));
    Day mended = kit.game.evening.day - 1;
    kit_send(&kit, EV_REPAIR, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
    assert_int_equal(kit.game.play.card->situation, SITUATION_AFTER_SLIP);
    kit_pick_turns(&kit, 4, 4);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit_count_facts(&kit, FACT_REPAIR), 0);
    kit_send(&kit, EV_KEEP, 0, 0); /* the reveal: one event, one transaction */
    assert_int_equal(kit.facts[kit.fact_count - 2].kind, FACT_CARD);
    assert_int_equal(kit.facts[kit.fact_count - 2].values[5], -1);
    assert_int_equal(kit.facts[kit.fact_count - 1].kind, FACT_REPAIR);
    assert_int_equal(kit_last_fact(&kit, FACT_REPAIR)->values[0], mended);
    assert_int_equal(kit.game.streak.rest_left, 1);
    assert_int_equal(kit.game.streak.current, 5);
    assert_false(kit.game.streak.today_done); /* it isn't the evening */
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    assert_int_equal(kit.game.evening.place, 0);
    assert_false(game_may_repair(&kit.game, &kit.world));
    kit_check_restart(&kit);
    kit_play_evening(&kit);
    assert_int_equal(kit.game.streak.current, 6);
    kit_open_again(&again, &kit);
    assert_int_equal(again.game.streak.current, 6);
    assert_int_equal(again.game.streak.rest_left, 1);
}

static void a_repair_card_can_be_passed_and_left(void **state) {
    (void)state;
    open_with_a_day_off();
    kit_send(&kit, EV_REPAIR, 0, 0);
    const Card *first = kit.game.play.card;
    kit_send(&kit, EV_PASS, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
    assert_ptr_not_equal(kit.game.play.card, first);
    assert_true(kit.game.play.repair);
    kit_send(&kit, EV_LOW, 0, 0); /* nothing to shorten: back home, and the evening stays whole */
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    assert_false(kit.game.evening.is_short);
    assert_int_equal(kit_count_facts(&kit, FACT_REPAIR), 0);
    assert_true(game_may_repair(&kit.game, &kit.world));
    kit_send(&kit, EV_REPAIR, 0, 0);
    kit_open_again(&again, &kit); /* closed in the middle: it is offered again */
    assert_int_equal(again.game.screen, SCREEN_HOME);
    assert_true(game_may_repair(&again.game, &again.world));
    assert_int_equal(again.game.evening.place, 0);
}

static void a_second_take_on_a_repair_card_is_no_second_repair(void **state) {
    (void)state;
    open_with_a_day_off();
    kit_send(&kit, EV_REPAIR, 0, 0);
    kit_pick_turns(&kit, 1, 4);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_KEEP, 0, 0);
    assert_int_equal(kit_count_facts(&kit, FACT_REPAIR), 1);
    kit_send(&kit, EV_SECOND, 0, 0);
    kit_send(&kit, EV_PICK, game_responder(&kit.game), kit_place_of_turn(&kit, 4));
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_KEEP, 0, 0);
    assert_int_equal(kit_count_facts(&kit, FACT_SECOND), 1);
    assert_int_equal(kit_count_facts(&kit, FACT_REPAIR), 1);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
}

static void after_a_repair_none_is_offered_for_thirty_days(void **state) {
    (void)state;
    open_with_a_day_off();
    kit_send(&kit, EV_REPAIR, 0, 0);
    kit_play_to_reveal(&kit);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_play_evening(&kit);
    for (int day = 1; day <= 32; day++) {
        kit_wait_until(&kit, 1, 18);
        if (day % 6 != 5) { /* now and then a day off */
            kit_play_evening(&kit);
        }
        assert_true(day >= 30 || !game_may_repair(&kit.game, &kit.world));
    }
    assert_true(game_may_repair(&kit.game, &kit.world));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settings_are_felt_at_once_and_after_a_restart),
        cmocka_unit_test(one_alone_holds_the_lantern),
        cmocka_unit_test(a_held_evening_is_still_open_for_two),
        cmocka_unit_test(each_alone_is_both),
        cmocka_unit_test(what_one_alone_does_is_the_couples_to_say),
        cmocka_unit_test(alone_is_for_one_who_is_here_and_can_be_left),
        cmocka_unit_test(an_evening_alone_over_midnight_is_the_new_dates),
        cmocka_unit_test(away_days_cost_nothing),
        cmocka_unit_test(were_back_ends_it_and_the_days_before_stay_excused),
        cmocka_unit_test(away_has_an_end_within_sixty_days),
        cmocka_unit_test(a_repair_card_mends_when_its_reveal_was_seen),
        cmocka_unit_test(a_repair_card_can_be_passed_and_left),
        cmocka_unit_test(a_second_take_on_a_repair_card_is_no_second_repair),
        cmocka_unit_test(after_a_repair_none_is_offered_for_thirty_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
