/* SPDX-License-Identifier: MIT */
/* Looking back: months from the first evening to today's, and what stands on their days. */
#include "game_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static Kit kit;

static const LookBack *look(void) {
    return &kit.game.look_back;
}

static Day date(int year, int month, int day) {
    return day_from_civil((CivilDate){year, month, day});
}

static void the_first_month_has_nothing_to_turn_to(void **state) {
    (void)state;
    kit_open_home(&kit); /* 2 November 2026 */
    kit_send(&kit, EV_LOOK_BACK, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_LOOK_BACK);
    assert_int_equal(look()->first, date(2026, 11, 1));
    assert_int_equal(look()->count, 30);
    assert_int_equal(look()->evenings, 0);
    assert_int_equal(look()->days[0], STREAK_DAY_QUIET);
    assert_int_equal(look()->days[1], STREAK_DAY_TODAY);
    assert_int_equal(look()->days[29], STREAK_DAY_FUTURE);
    kit_send(&kit, EV_LOOK_BACK, 0, -1);
    kit_send(&kit, EV_LOOK_BACK, 0, 1);
    assert_int_equal(look()->first, date(2026, 11, 1));
    kit_send(&kit, EV_BACK, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
}

static void months_turn_from_the_first_evening_to_today(void **state) {
    (void)state;
    kit_open_home(&kit);
    for (int i = 0; i < 3; i++) {
        kit_play_evening(&kit);
        kit_wait_until(&kit, 1, 19);
    }
    kit_wait_until(&kit, 80, 19); /* into January */
    int facts = kit.fact_count;
    kit_send(&kit, EV_LOOK_BACK, 0, 0);
    assert_int_equal(look()->first, date(2027, 1, 1));
    assert_false(look()->has_after);
    kit_send(&kit, EV_LOOK_BACK, 0, -1);
    assert_int_equal(look()->first, date(2026, 12, 1));
    assert_int_equal(look()->count, 31);
    kit_send(&kit, EV_LOOK_BACK, 0, -1);
    assert_int_equal(look()->first, date(2026, 11, 1));
    assert_false(look()->has_before);
    assert_int_equal(look()->evenings, 3);
    for (int i = 1; i <= 3; i++) {
        assert_int_equal(look()->days[i], STREAK_DAY_DONE);
    }
    kit_send(&kit, EV_LOOK_BACK, 0, 1);
    kit_send(&kit, EV_LOOK_BACK, 0, 1);
    kit_send(&kit, EV_LOOK_BACK, 0, 1);
    assert_int_equal(look()->first, date(2027, 1, 1));
    assert_int_equal(kit.fact_count, facts); /* looking leaves no trace */
}

/* Growth counts from where the skills stood when the week began. */
static void a_week_begins_where_the_last_one_ended(void **state) {
    (void)state;
    const Skills *skills = &kit.game.skills;
    kit_open_home(&kit); /* a Monday */
    kit_play_evening(&kit);
    assert_int_equal(skills->week, date(2026, 11, 2));
    assert_int_equal(skills->week_milli[SKILL_ASK], 0);
    kit_wait_until(&kit, 1, 18);
    kit_play_evening(&kit);
    assert_int_equal(skills->week_milli[SKILL_ASK], 0);
    int ended = skills->average_milli[SKILL_ASK];
    assert_true(ended > 0);
    kit_wait_until(&kit, 6, 18); /* Monday again */
    kit_play_evening(&kit);
    assert_int_equal(skills->week, date(2026, 11, 9));
    assert_int_equal(skills->week_milli[SKILL_ASK], ended);
}

/* A date says how many cards it had, and whether its challenge was done; nothing of who. */
static void a_day_says_what_it_held(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_play_evening(&kit);
    kit_send(&kit, EV_CHALLENGE_OPEN, 0, 0);
    kit_send(&kit, EV_CHALLENGE_DONE, 0, 0);
    kit_wait_until(&kit, 1, 19);
    kit_play_evening(&kit);
    kit_wait_until(&kit, 2, 19);
    while (kit.game.screen != SCREEN_HOME) {
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
    kit_send(&kit, EV_LOOK_BACK, 0, 0);
    const DayHeld *held = look()->held;
    assert_int_equal(held[1].cards, kit.game.cards_played - held[2].cards);
    assert_true(held[1].cards >= 1 && held[1].cards <= DEALER_PLACES);
    assert_true(held[1].has_challenge);
    assert_false(held[2].has_challenge);
    assert_int_equal(held[3].cards, 0);
}

typedef struct Page {
    Screen screen;
    EventKind turn;
} Page;

static const Page pages[] = {
    {SCREEN_HOME, EV_TODAY}, {SCREEN_JOURNEY, EV_JOURNEY}, {SCREEN_LOOK_BACK, EV_LOOK_BACK}};

static void each_page_leads_to_each_other(void **state) {
    (void)state;
    kit_open_home(&kit);
    for (int i = 0; i < 3 * 3 * 2; i++) {
        const Page *from = &pages[i % 3], *to = &pages[i / 3 % 3];
        kit_send(&kit, from->turn, 0, 0);
        if (i >= 9) {
            kit_send(&kit, EV_OPEN, 0, OVERLAY_SETTINGS);
        }
        assert_true(game_has_pages(&kit.game));
        kit_send(&kit, to->turn, 0, 0);
        assert_int_equal(kit.game.screen, to->screen);
        assert_int_equal(kit.game.overlay_count, 0);
    }
}

/* A page is no way out of what wants an answer first. */
static void no_page_turns_elsewhere(void **state) {
    (void)state;
    for (int i = 0; i < 3; i++) {
        kit_open_home(&kit);
        kit_send(&kit, EV_OPEN, 0, OVERLAY_HELP);
        kit_send(&kit, pages[i].turn, 0, 0);
        assert_int_equal(game_overlay(&kit.game), OVERLAY_HELP);
        kit_send(&kit, EV_BACK, 0, 0);
        kit_both_here(&kit);
        kit_send(&kit, EV_OPEN, 0, OVERLAY_SETTINGS);
        assert_false(game_has_pages(&kit.game));
        kit_send(&kit, pages[i].turn, 0, 0);
        assert_int_equal(game_overlay(&kit.game), OVERLAY_SETTINGS);
        assert_int_equal(kit.game.screen, SCREEN_CARD);
    }
}

static void nobody_looks_back_in_the_middle_of_a_card(void **state) {
    (void)state;
    kit_open_home(&kit);
    kit_both_here(&kit);
    kit_send(&kit, EV_LOOK_BACK, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_month_has_nothing_to_turn_to),
        cmocka_unit_test(months_turn_from_the_first_evening_to_today),
        cmocka_unit_test(a_week_begins_where_the_last_one_ended),
        cmocka_unit_test(a_day_says_what_it_held),
        cmocka_unit_test(each_page_leads_to_each_other),
        cmocka_unit_test(no_page_turns_elsewhere),
        cmocka_unit_test(nobody_looks_back_in_the_middle_of_a_card),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
