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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settings_are_felt_at_once_and_after_a_restart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
