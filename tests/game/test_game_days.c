/* SPDX-License-Identifier: MIT */
/* From one day to the next: what changes at the rollover, at midnight, and with a wrong clock. */
#include "game_kit.h"

#include "random.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static Kit kit;
static Kit again;

/* Plays the cards at hand until the lantern, or the challenge, of the evening. */
static void play_on(void) {
    while (kit.game.screen == SCREEN_CARD) {
        kit_play_to_reveal(&kit);
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
}

static void a_month_of_evenings(void **state) {
    (void)state;
    kit_open_home(&kit);
    for (int evening = 1; evening <= 30; evening++) {
        assert_false(game_is_done_today(&kit.game));
        kit_play_evening(&kit);
        assert_int_equal(kit.game.streak.lifetime_days, evening);
        assert_int_equal(kit.game.streak.current, evening);
        assert_int_equal(kit_count_facts(&kit, FACT_PLAY), evening);
        kit_wait_until(&kit, 1, 18);
    }
    kit_open_again(&again, &kit);
    assert_int_equal(again.game.streak.current, 30);
    assert_int_equal(again.game.tally.bridge, kit.game.tally.bridge);
    assert_true(game_hash(&again.game) != 0);
}

static void the_same_day_deals_the_same_cards_however_often_it_starts(void **state) {
    (void)state;
    kit_open_home(&kit);
    for (int evening = 0; evening < 25; evening++) {
        kit_open_again(&again, &kit);
        const Card *first = game_next_card(&kit.game, &kit.world);
        assert_ptr_equal(game_next_card(&again.game, &again.world), first);
        assert_string_equal(again.game.evening.challenge, kit.game.evening.challenge);
        kit_play_evening(&kit);
        kit_play_evening(&again);
        for (int place = 0; place < DEALER_PLACES; place++) {
            assert_string_equal(again.game.evening.dealt[place], kit.game.evening.dealt[place]);
        }
        assert_string_equal(again.game.evening.tiny, kit.game.evening.tiny);
        kit_send(&kit, EV_ANOTHER, 0, 0);
        kit_open_again(&kit, &again);
        kit_send(&kit, EV_ANOTHER, 0, 0);
        kit_send(&again, EV_ANOTHER, 0, 0);
        assert_ptr_equal(again.game.play.card, kit.game.play.card);
        kit_send(&kit, EV_LOW, 0, 0);
        kit_wait_until(&kit, 1, 18);
    }
}

static void a_new_day_begins_at_home_at_the_rollover(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_play_evening(&kit);
    Day day = kit.game.evening.day;
    kit_wait_until(&kit, 1, 2); /* 3 o'clock there, the rollover is at 4 */
    assert_int_equal(kit.game.evening.day, day);
    assert_true(game_is_done_today(&kit.game));
    kit_wait_until(&kit, 0, 3);
    assert_int_equal(kit.game.evening.day, day + 1);
    assert_false(game_is_done_today(&kit.game));
}

static void a_press_finds_the_new_day_before_any_tick(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_play_evening(&kit);
    kit.now.utc_ms += 86400000;
    kit_both_here(&kit);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
    assert_int_equal(kit_last_fact(&kit, FACT_DEALT)->day, day_today(kit.now, 4));
}

static void an_evening_counts_for_the_date_it_ends_on(void **state) {
    (void)state;
    static const struct {
        int hour; /* UTC of the next date, one less than there */
        int days_later;
    } rows[] = {{1, 0}, {4, 1}, {19, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        kit_open_home(&kit);
        Day first = kit.game.evening.day;
        kit_both_here(&kit);
        kit_play_to_reveal(&kit);
        kit_send(&kit, EV_CONTINUE, 0, 0);
        const Card *card = kit.game.play.card;
        kit_wait_until(&kit, 1, rows[i].hour); /* left on the table overnight */
        if (kit.game.play.card != card) {
            card = kit.game.play.card; /* the deck moved on, which it may */
        }
        assert_int_equal(kit.game.screen, SCREEN_CARD);
        play_on();
        const Fact *play = kit_last_fact(&kit, FACT_PLAY);
        assert_int_equal(play->day, first + rows[i].days_later);
        assert_int_equal(play->day,
                         day_of_play(play->utc_ms / 1000, play->offset_min * 60, play->values[1]));
        assert_true(kit.game.streak.today_done);
        assert_true(game_is_done_today(&kit.game));
        kit_open_again(&again, &kit);
        assert_true(game_is_done_today(&again.game));
        assert_string_equal(again.game.evening.challenge, kit.game.evening.challenge);
        assert_int_equal(kit_count_facts(&kit, FACT_PLAY), 1);
    }
}

static void an_unfinished_evening_ends_with_its_day(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_both_here(&kit);
    kit_play_to_reveal(&kit);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_string_not_equal(kit.bookmark, "");
    kit.now.utc_ms += 86400000;
    kit_open_again(&again, &kit);
    assert_int_equal(again.game.evening.place, 0);
    assert_false(again.game.evening.here[0] || again.game.evening.here[1]);
    assert_string_equal(again.bookmark, ""); /* who read which card is not kept longer */
    assert_int_equal(again.game.cards_played, 1);
}

static void a_card_left_for_the_people_screen_waits_that_day_only(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_both_here(&kit);
    const Card *card = kit.game.play.card;
    kit_send(&kit, EV_PEOPLE, 0, 0);
    kit_send(&kit, EV_BACK, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    kit_send(&kit, EV_HERE, 1, 0);
    assert_ptr_equal(kit.game.play.card, card);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
    kit_send(&kit, EV_PEOPLE, 0, 0);
    kit_send(&kit, EV_BACK, 0, 0);
    kit_wait_until(&kit, 1, 18);
    assert_null(kit.game.play.card);
    assert_int_equal(kit.game.evening.day, day_today(kit.now, 4));
}

static void a_clock_put_back_finds_the_evening_played(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_play_evening(&kit);
    kit_wait_until(&kit, 1, 18);
    assert_false(game_is_done_today(&kit.game));
    kit_wait_until(&kit, -1, 18);
    assert_true(game_is_done_today(&kit.game));
    kit_both_here(&kit);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
}

/* As the store fills in: this machine, and an id for each. */
static void give_ids(Kit *of) {
    for (int i = 0; i < of->fact_count; i++) {
        of->facts[i].device = 77;
        of->facts[i].id[0] = (uint8_t)(i + 1);
        of->facts[i].id[1] = (uint8_t)(i >> 8);
        of->facts[i].id[2] = 1;
    }
}

/* Also on a machine whose clock ran wild: the rules about that go by machine (R10, R11). */
static void a_play_of_this_minute_is_reckoned_as_after_a_start(void **state) {
    (void)state;
    Random random = {4};
    for (int life = 0; life < 60; life++) {
        kit_open_home(&kit);
        for (int evening = 0; evening < 5; evening++) {
            kit_play_evening(&kit);
            int jump = random_below(&random, 3) ? 1 : random_below(&random, 13) - 6;
            kit_wait_until(&kit, jump, 18);
        }
        give_ids(&kit);
        kit_open_again(&again, &kit);
        kit_play_evening(&again);
        StreakResult before = again.game.streak;
        give_ids(&again);
        kit_open_again(&kit, &again);
        assert_int_equal(kit.game.streak.current, before.current);
        assert_int_equal(kit.game.streak.longest, before.longest);
        assert_int_equal(kit.game.streak.lifetime_days, before.lifetime_days);
        assert_int_equal(kit.game.streak.rest_left, before.rest_left);
    }
}

static void the_first_evenings_stay_light(void **state) {
    (void)state;
    int deep = 0;
    kit_open_home(&kit);
    for (int evening = 0; evening < 20; evening++) {
        kit_play_evening(&kit);
        for (int place = 0; place < DEALER_PLACES; place++) {
            const Card *card = card_find(kit.world.cards, kit.game.evening.dealt[place]);
            int depth = card ? card->depth : 1;
            assert_in_range(depth, 1, evening < 4 ? 1 : 2); /* three needs both, each evening */
            deep += depth == 2;
        }
        kit_wait_until(&kit, 1, 18);
    }
    assert_true(deep > 0);
}

static void no_short_evening_among_the_first_three(void **state) {
    (void)state;
    int short_ones = 0;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        kit_open_home(&kit);
        kit.game.seed = seed * 977;
        for (int evening = 0; evening < 5; evening++) {
            int before = kit_count_facts(&kit, FACT_SHORT);
            kit_play_evening(&kit);
            int now_short = kit_count_facts(&kit, FACT_SHORT) - before;
            assert_true(evening >= 3 || now_short == 0);
            short_ones += now_short;
            kit_wait_until(&kit, 1, 18);
        }
    }
    assert_in_range(short_ones, 1, 25);
}

static void roles_do_not_follow_from_the_couples_seed(void **state) {
    (void)state;
    int firsts = 0;
    for (int i = 0; i < 40; i++) {
        kit_open_home(&kit);
        kit.world.fresh_seed = (uint64_t)i;
        kit_wait_until(&kit, 1, 18); /* same couple, same date */
        kit_both_here(&kit);
        firsts += kit.game.play.sharer == 1;
    }
    assert_in_range(firsts, 8, 32);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_month_of_evenings),
        cmocka_unit_test(the_same_day_deals_the_same_cards_however_often_it_starts),
        cmocka_unit_test(a_new_day_begins_at_home_at_the_rollover),
        cmocka_unit_test(a_press_finds_the_new_day_before_any_tick),
        cmocka_unit_test(an_evening_counts_for_the_date_it_ends_on),
        cmocka_unit_test(an_unfinished_evening_ends_with_its_day),
        cmocka_unit_test(a_card_left_for_the_people_screen_waits_that_day_only),
        cmocka_unit_test(a_clock_put_back_finds_the_evening_played),
        cmocka_unit_test(a_play_of_this_minute_is_reckoned_as_after_a_start),
        cmocka_unit_test(the_first_evenings_stay_light),
        cmocka_unit_test(no_short_evening_among_the_first_three),
        cmocka_unit_test(roles_do_not_follow_from_the_couples_seed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
