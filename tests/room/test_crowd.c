/* SPDX-License-Identifier: MIT */
/* A rehearsal: the made-up room of 24 plays every shipped plan to the end. */
#include "crowd.h"
#include "phones_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { BREATHS_MAX = 400, NEXTS_MAX = 400 };

/* Until nobody of the room has anything left to do. */
static void let_them_come(void) {
    int breaths = 0;
    while (crowd_is_busy(&kit_game.phones, &kit_game.lead)) {
        kit_now_ms += CROWD_BREATH_MS;
        kit_tick();
        assert_true(++breaths < BREATHS_MAX);
    }
}

static void begin(int plan) {
    kit_lobby();
    kit_act(LEAD_BACK, 0);
    kit_act(LEAD_REHEARSE, 0);
    kit_act(LEAD_CHOOSE, plan);
    let_them_come();
}

static void test_they_come_in_two_by_two(void **state) {
    (void)state;
    begin(0);
    const Phones *phones = &kit_game.phones;
    assert_int_equal(phones_here(phones), CROWD_PEOPLE);
    assert_int_equal(phones_pairs(phones), CROWD_PEOPLE / 2);
    assert_int_equal(phones_awake(phones, kit_now_ms), CROWD_PEOPLE);
}

/* What must hold at every moment of any room. */
static void check(void) {
    const Phones *phones = &kit_game.phones;
    assert_true(phones_in(phones) <= phones_here(phones));
    for (int i = 0; i < PHONES_MAX; i++) {
        const PhoneSeat *seat = &phones->seats[i];
        PhoneView view = phones_view(phones, &kit_game.lead, i);
        if (!seat->is_taken) {
            assert_int_equal(view.page, PHONE_PAGE_JOIN);
            continue;
        }
        assert_int_equal(phones->pairs[seat->pair].seats[seat->mark - 1], i);
        bool shows_answers = view.page == PHONE_PAGE_PICK;
        assert_int_equal(shows_answers, lead_asks_phones(&kit_game.lead));
    }
}

/* Each question is answered by all, and its totals are theirs. Returns how many there were. */
static int play(int plan) {
    int asked = 0, counts[PLAN_OPTIONS_MAX];
    begin(plan);
    Lead *lead = &kit_game.lead;
    for (int i = 0; i < NEXTS_MAX && lead->place != LEAD_OVER; i++) {
        bool asks = lead_asks_phones(lead);
        int step = lead->step;
        kit_act(LEAD_NEXT, 0);
        if (asks) {
            assert_true(lead->was_counted[step]);
            lead_take(lead, step, lead->plan->steps[step].kind == STEP_AGAIN, counts);
            assert_true(lead_sum(counts) <= CROWD_PEOPLE);
            assert_true(lead_may_show(counts));
            asked++;
        }
        assert_int_not_equal(lead_view(lead).part, LEAD_PART_COUNT); /* no hands are asked for */
        check();
        let_them_come();
        check();
        kit_now_ms += 20000;
    }
    assert_int_equal(lead->place, LEAD_OVER);
    return asked;
}

static void test_every_plan_plays_to_its_end(void **state) {
    (void)state;
    for (int i = 0; i < kit_content.plans.count; i++) {
        int questions = 0;
        for (int step = 0; step < kit_content.plans.plans[i].step_count; step++) {
            questions += plan_option_count(&kit_content.plans.plans[i].steps[step]) > 0;
        }
        assert_int_equal(play(i), questions);
        for (int seat = 0; seat < CROWD_PEOPLE; seat++) {
            PhoneView view = phones_view(&kit_game.phones, &kit_game.lead, seat);
            assert_int_equal(view.page, PHONE_PAGE_OVER);
            assert_string_equal(view.word, kit_content.plans.plans[i].word);
        }
        kit_act(LEAD_LEAVE, 0);
        assert_int_equal(phones_here(&kit_game.phones), 0); /* all is forgotten */
    }
}

/* A mixed room: the phones first, then the hands of those without one; the totals are both. */
static void test_a_mixed_room(void **state) {
    (void)state;
    int counts[PLAN_OPTIONS_MAX];
    kit_lobby();
    kit_pairs(3);
    kit_act(LEAD_BY, 0);
    kit_act(LEAD_BY, 0);
    assert_int_equal(kit_game.lead.by, BY_BOTH);
    int step = kit_find(STEP_CARD, 0);
    kit_go_to(step, LEAD_PART_ASK);
    for (int who = 0; who < 6; who++) {
        kit_pick(who, 0);
    }
    kit_act(LEAD_NEXT, 0);
    assert_int_equal(lead_view(&kit_game.lead).part, LEAD_PART_COUNT);
    for (int i = 0; i < 4; i++) {
        assert_false(lead_take(&kit_game.lead, step, 0, counts));
        kit_act(LEAD_DIGIT, 2);
        kit_act(LEAD_NEXT, 0);
    }
    assert_true(lead_take(&kit_game.lead, step, 0, counts));
    assert_int_equal(counts[0], 3 + 2);
    assert_int_equal(lead_sum(counts), 3 + 8);
}

static void test_by_hands_although_phones_are_there(void **state) {
    (void)state;
    kit_lobby();
    kit_pairs(3);
    kit_act(LEAD_BY, 0);
    assert_int_equal(kit_game.lead.by, BY_HANDS);
    kit_go_to(kit_find(STEP_CARD, 0), LEAD_PART_COUNT);
    assert_int_equal(kit_view(0).page, PHONE_PAGE_WAIT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_they_come_in_two_by_two),
        cmocka_unit_test(test_every_plan_plays_to_its_end),
        cmocka_unit_test(test_a_mixed_room),
        cmocka_unit_test(test_by_hands_although_phones_are_there),
    };
    return cmocka_run_group_tests_name("crowd", tests, kit_open, kit_close);
}
