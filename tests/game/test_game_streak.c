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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settings_are_felt_at_once_and_after_a_restart),
        cmocka_unit_test(one_alone_holds_the_lantern),
        cmocka_unit_test(a_held_evening_is_still_open_for_two),
        cmocka_unit_test(each_alone_is_both),
        cmocka_unit_test(what_one_alone_does_is_the_couples_to_say),
        cmocka_unit_test(alone_is_for_one_who_is_here_and_can_be_left),
        cmocka_unit_test(an_evening_alone_over_midnight_is_the_new_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
