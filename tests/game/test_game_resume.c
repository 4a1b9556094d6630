/* SPDX-License-Identifier: MIT */
/* Leaving anywhere loses nothing: after each event of an evening, a start from what was saved. */
#include "game_kit.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef struct Step {
    EventKind kind;
    int player;
    int value;
} Step;

static Kit kit;

static void play_steps(const Step *steps, int count) {
    for (int i = 0; i < count; i++) {
        kit_send(&kit, steps[i].kind, steps[i].player, steps[i].value);
        kit_check_restart(&kit);
    }
}

#define PLAY(steps) play_steps(steps, (int)(sizeof(steps) / sizeof(steps)[0]))

static const Step first_run[] = {
    {EV_CONTINUE, 0, 0}, {EV_READY, 1, 1}, {EV_READY, 2, 1}, {EV_PICK, 1, 0}, {EV_PICK, 2, 0},
    {EV_CONTINUE, 0, 0}, {EV_TAP, 1, 2},   {EV_KEEP, 1, 0},  {EV_CONTINUE, 0, 0},
};

static const Step arrive[] = {{EV_HERE, 2, 0}, {EV_HERE, 1, 0}};

static const Step respond[] = {
    {EV_PICK, 1, 0},     {EV_PICK, 1, 2},     {EV_PICK, 2, 1}, {EV_CONTINUE, 0, 0},
    {EV_TAP, 1, 0},      {EV_TAP, 1, 3},      {EV_TAP, 1, 6},  {EV_TALK, 0, 1},
    {EV_SECOND, 0, 0},   {EV_PICK, 1, 3},     {EV_PICK, 2, 3}, {EV_CONTINUE, 0, 0},
    {EV_KEEP, 1, 0},     {EV_CONTINUE, 0, 0},
};

static const Step spot[] = {{EV_PICK, 2, 3}, {EV_PICK, 1, 3}, {EV_CONTINUE, 0, 0}};

static const Step ask[] = {{EV_IN_TURN, 0, 0}, {EV_COVER, 0, 1}, {EV_PICK, 1, 3}, {EV_PICK, 1, 4},
                           {EV_COVER, 0, 1},   {EV_PICK, 2, 0},  {EV_PICK, 2, 3},
                           {EV_CONTINUE, 0, 0}};

static const Step passes[] = {{EV_PASS, 1, 0}, {EV_PICK, 1, 1}, {EV_PASS, 2, 0}, {EV_OPEN, 0, 2}};

static const Step challenge[] = {{EV_CHALLENGE_SWAP, 0, 0}, {EV_CHALLENGE_DONE, 2, 0},
                                 {EV_CHALLENGE_SWAP, 0, 0}, {EV_CHALLENGE_LATER, 0, 21},
                                 {EV_CONTINUE, 0, 0},       {EV_ANOTHER, 0, 0}};

static const Step carried[] = {{EV_CHALLENGE_OPEN, 0, 0}, {EV_CHALLENGE_DONE, 1, 0},
                               {EV_CHALLENGE_DONE, 2, 0}};

static const Step low[] = {{EV_LOW, 1, 0}, {EV_CONTINUE, 0, 0}, {EV_CONTINUE, 0, 0}};

/* Whatever the deck does on these evenings: nothing moves on, as no time goes by. */
static void an_evening_with_everything(void **state) {
    (void)state;
    kit_open(&kit);
    kit_check_restart(&kit);
    PLAY(first_run);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    PLAY(arrive);
    PLAY(passes);
    kit_send(&kit, EV_BACK, 0, 0);
    PLAY(respond);
    PLAY(spot);
    assert_int_equal(kit.game.evening.place, 2);
    PLAY(ask);
    assert_int_equal(kit.game.screen, SCREEN_CHALLENGE);
    PLAY(challenge);
    kit_wait_until(&kit, 1, 8);
    kit_check_restart(&kit);
}

static void the_next_day_with_low_battery(void **state) {
    (void)state;
    for (int place = 0; place < 3; place++) {
        kit_open_home(&kit);
        kit_play_evening(&kit);
        kit_send(&kit, EV_CHALLENGE_OPEN, 0, 0);
        kit_send(&kit, EV_CHALLENGE_LATER, 0, 20);
        kit_wait_until(&kit, 1, 18);
        kit_check_restart(&kit);
        PLAY(carried);
        PLAY(arrive);
        if (place > 0) {
            PLAY(respond);
        }
        if (place > 1) {
            PLAY(spot);
        }
        PLAY(low);
        assert_int_equal(kit.game.screen, SCREEN_HOME);
        assert_int_equal(kit.game.streak.current, 2);
    }
}

static void the_same_card_in_the_same_order(void **state) {
    (void)state;
    static Kit again;
    kit_open_home(&kit);
    kit_both_here(&kit);
    kit_send(&kit, EV_PASS, 1, 0);
    kit_send(&kit, EV_PICK, 1, 0);
    kit_open_again(&again, &kit);
    kit_send(&again, EV_HERE, 0, 0); /* one press of anybody's goes on */
    assert_int_equal(again.game.screen, SCREEN_CARD);
    assert_ptr_equal(again.game.play.card, kit.game.play.card);
    assert_memory_equal(again.game.play.order, kit.game.play.order, sizeof kit.game.play.order);
    assert_int_equal(again.game.play.pick[0], -1); /* the secret was dropped */
}

static void a_revealed_card_counts_as_played(void **state) {
    (void)state;
    static Kit again;
    kit_open_home(&kit);
    kit_both_here(&kit);
    kit_play_to_reveal(&kit);
    kit_open_again(&again, &kit);
    assert_int_equal(again.game.evening.place, 1);
    assert_int_equal(again.game.sparks, 1);
    kit_send(&again, EV_HERE, 0, 0);
    assert_int_equal(again.game.play.card->kind, CARD_SPOT);
    assert_int_equal(again.game.play.sharer, 3 - kit.game.play.sharer);
}

static void malformed_bookmarks_are_ignored(void **state) {
    (void)state;
    static const char *const texts[] = {"", " ", "x", "20759", "20759 3", "20759 0", "-1 1",
                                        "99999999999999999999 1", "1 1", "20759 one",
                                        "999999999999999999 1"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        kit_open_home(&kit);
        game_apply_bookmark(&kit.game, texts[i]);
        assert_false(kit.game.evening.here[0]);
        assert_false(kit.game.evening.here[1]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_evening_with_everything),
        cmocka_unit_test(the_next_day_with_low_battery),
        cmocka_unit_test(the_same_card_in_the_same_order),
        cmocka_unit_test(a_revealed_card_counts_as_played),
        cmocka_unit_test(malformed_bookmarks_are_ignored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
