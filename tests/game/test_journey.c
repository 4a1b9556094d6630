/* SPDX-License-Identifier: MIT */
/* The journey: chapters open, are played and left, and tell by card what became of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "game_kit.h"

static Kit kit, again;

static void set_out(int chapter) {
    kit_open_home(&kit);
    kit_send(&kit, EV_JOURNEY, 0, 0);
    kit_send(&kit, EV_WALK, 0, chapter);
}

static const Chapter *chapter_of(const Kit *of, int chapter) {
    return &of->game.journey.chapters[chapter];
}

/* On to the next card, whatever is asked about keeping the answer. */
static void go_on(void) {
    const Card *card = kit.game.play.card;
    kit_send(&kit, EV_CONTINUE, 0, 0);
    if (kit.game.play.card == card && kit.game.play.asks_to_keep) {
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
}

static void walk_through(void) {
    for (int i = 0; i < JOURNEY_CARDS; i++) {
        assert_int_equal(kit.game.screen, SCREEN_CARD);
        assert_int_equal(kit.game.play.card->theme, 0);
        kit_play_to_reveal(&kit);
        go_on();
    }
}

static void test_first_chapter_opens_the_others(void **state) {
    (void)state;
    set_out(4);
    assert_int_equal(kit.game.screen, SCREEN_JOURNEY);
    kit_send(&kit, EV_WALK, 0, 0);
    walk_through();
    assert_int_equal(kit.game.screen, SCREEN_KEYSTONE);
    assert_false(journey_is_open(&kit.game.journey, 4));
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_WEEK);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_JOURNEY);
    assert_int_equal(chapter_of(&kit, 0)->lanterns, JOURNEY_LANTERNS);
    kit_send(&kit, EV_WALK, 0, 4);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
    assert_int_equal(kit.game.play.card->theme, 4);
}

/* A chapter is no evening: neither the streak nor the day's three cards move. */
static void test_evening_stays(void **state) {
    (void)state;
    kit_open_home(&kit);
    int place = kit.game.evening.place, evenings = kit.game.streak.lifetime_days;
    kit_send(&kit, EV_JOURNEY, 0, 0);
    kit_send(&kit, EV_WALK, 0, 0);
    int bridge = kit.game.tally.bridge;
    walk_through();
    assert_true(kit.game.tally.bridge > bridge);
    assert_int_equal(kit.game.evening.place, place);
    assert_int_equal(kit.game.streak.lifetime_days, evenings);
    assert_false(kit.game.evening.cards_done);
}

/* The card that was left in the middle comes again after a start, and nothing of the chapter is
 * lost. */
static void test_start_again(void **state) {
    (void)state;
    set_out(0);
    kit_play_to_reveal(&kit);
    go_on();
    char card[CARD_ID_MAX];
    strcpy(card, kit.game.play.card->id);
    kit_open_again(&again, &kit);
    assert_memory_equal(&again.game.journey, &kit.game.journey, sizeof kit.game.journey);
    assert_int_equal(chapter_of(&again, 0)->place, 1);
    kit_send(&again, EV_JOURNEY, 0, 0);
    kit_send(&again, EV_WALK, 0, 0);
    assert_string_equal(again.game.play.card->id, card);
}

/* A pass is a quiet day, costs one lantern of three, and says no word of who. */
static void test_pass(void **state) {
    (void)state;
    set_out(0);
    kit_send(&kit, EV_PASS, 0, 0);
    assert_int_equal(chapter_of(&kit, 0)->moments[0].kind, MOMENT_QUIET);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
    for (int i = 1; i < JOURNEY_CARDS; i++) {
        kit_play_to_reveal(&kit);
        go_on();
    }
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(chapter_of(&kit, 0)->lanterns, JOURNEY_LANTERNS - 1);
}

/* Stopped before the ceremony, the keystone waits; walked again, the chapter begins anew and keeps
 * its lanterns. */
static void test_keystone_waits(void **state) {
    (void)state;
    set_out(0);
    walk_through();
    kit_send(&kit, EV_BACK, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_JOURNEY);
    assert_true(journey_keystone_waits(&kit.game.journey, 0));
    kit_send(&kit, EV_WALK, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_KEYSTONE);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_WALK, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
    assert_int_equal(chapter_of(&kit, 0)->place, 0);
    assert_int_equal(chapter_of(&kit, 0)->lanterns, JOURNEY_LANTERNS);
    kit_send(&kit, EV_LOW, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_JOURNEY);
    kit_send(&kit, EV_BACK, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
}

/* A dismissive answer stands on the wall of its day; its second take mends it. */
static void test_wall_and_mended(void **state) {
    (void)state;
    set_out(0);
    while (kit.game.play.card->kind != CARD_RESPOND) {
        kit_send(&kit, EV_PASS, 0, 0);
    }
    int place = chapter_of(&kit, 0)->place;
    kit_pick_turns(&kit, 0, 4);
    kit_say_and_land(&kit, 0);
    kit_send(&kit, EV_SECOND, 0, 0);
    int responder = game_responder(&kit.game);
    kit_send(&kit, EV_PICK, responder, kit_place_of_turn(&kit, 4));
    kit_say_and_land(&kit, 4);
    go_on();
    assert_int_equal(chapter_of(&kit, 0)->moments[place].kind, MOMENT_MENDED);
}

/* An answer stands in the week only if both said so, and after a start as well. */
static void test_both_keep(void **state) {
    (void)state;
    set_out(0);
    while (kit.game.play.card->kind != CARD_RESPOND) {
        kit_send(&kit, EV_PASS, 0, 0);
    }
    int place = chapter_of(&kit, 0)->place;
    kit_pick_turns(&kit, 4, 4);
    kit_say_and_land(&kit, 4);
    const Answer *said = game_picked_answer(&kit.game);
    const Card *card = kit.game.play.card;
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_true(kit.game.play.asks_to_keep);
    kit_send(&kit, EV_KEEP_ANSWER, 1, 1);
    assert_ptr_equal(kit.game.play.card, card);
    assert_int_equal(kit_count_facts(&kit, FACT_KEPT), 0);
    kit_send(&kit, EV_KEEP_ANSWER, 2, 1);
    assert_ptr_not_equal(kit.game.play.card, card);
    int kept = chapter_of(&kit, 0)->moments[place].kept;
    assert_ptr_equal(&card->answers[kept - 1], said);
    kit_open_again(&again, &kit);
    assert_int_equal(chapter_of(&again, 0)->moments[place].kept, kept);
}

static void test_one_does_not_keep(void **state) {
    (void)state;
    set_out(0);
    while (kit.game.play.card->kind != CARD_RESPOND) {
        kit_send(&kit, EV_PASS, 0, 0);
    }
    int place = chapter_of(&kit, 0)->place;
    kit_pick_turns(&kit, 4, 4);
    kit_say_and_land(&kit, 4);
    kit_send(&kit, EV_KEEP_ANSWER, 1, 1); /* not asked yet */
    assert_false(kit.game.play.keeps[0]);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_KEEP_ANSWER, 1, 1);
    kit_send(&kit, EV_KEEP_ANSWER, 2, 0);
    assert_int_equal(chapter_of(&kit, 0)->place, place + 1);
    assert_int_equal(chapter_of(&kit, 0)->moments[place].kept, 0);
    assert_int_equal(kit_count_facts(&kit, FACT_KEPT), 0);
}

/* Walked again at once, no card comes twice as long as there are others. */
static void test_replay_draws_others(void **state) {
    (void)state;
    kit_other_kinds(~0u);
    set_out(0);
    walk_through();
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    char first[CARD_ID_MAX];
    strcpy(first, chapter_of(&kit, 0)->moments[1].card);
    kit_send(&kit, EV_WALK, 0, 0);
    assert_string_equal(chapter_of(&kit, 0)->before[1], first);
    kit_send(&kit, EV_PASS, 0, 0);
    kit_open_again(&again, &kit);
    assert_memory_equal(&again.game.journey, &kit.game.journey, sizeof kit.game.journey);
    kit_other_kinds(1u << CARD_SPOT);
}

/* What a sharer starred and the other said is at hand for the keystone, for the right one of the
 * two; and neither in a fact nor there after a start. */
static void test_star_for_the_keystone(void **state) {
    (void)state;
    set_out(0);
    while (kit.game.play.card->kind != CARD_RESPOND) {
        kit_send(&kit, EV_PASS, 0, 0);
    }
    const Card *card = kit.game.play.card;
    int sharer = kit.game.play.sharer;
    kit_pick_turns(&kit, 4, 4);
    kit_say_and_land(&kit, 4);
    int said = (int)(game_picked_answer(&kit.game) - card->answers);
    go_on();
    assert_string_equal(kit.game.stars[sharer - 1].card, card->id);
    assert_int_equal(kit.game.stars[sharer - 1].answer, said);
    assert_string_equal(kit.game.stars[2 - sharer].card, "");
    kit_open_again(&again, &kit);
    assert_string_equal(again.game.stars[sharer - 1].card, "");
    while (kit.game.screen == SCREEN_CARD) {
        kit_send(&kit, EV_PASS, 0, 0);
    }
    assert_string_equal(kit.game.stars[sharer - 1].card, card->id);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_WALK, 0, 0);
    assert_string_equal(kit.game.stars[sharer - 1].card, ""); /* a new round */
}

/* --- Chapters from files ---------------------------------------------------------------------- */

static ChapterSet files;

/* Ten cards, a spot before the talk, and a scene of its own. */
static void tell_first_chapter(void) {
    files = (ChapterSet){0};
    ChapterPlan *plan = &files.plans[0];
    *plan = (ChapterPlan){.title = "One",
                          .about = "a",
                          .opening = "o",
                          .closing = "c",
                          .scene = "scene-00",
                          .talk = "talk-00",
                          .gift = GIFT_KITE,
                          .card_count = 10};
    for (int i = 0; i < plan->card_count; i++) {
        plan->kinds[i] = i == 8 ? CARD_SPOT : CARD_RESPOND;
    }
    plan->kinds[0] = CARD_SCENE;
    plan->kinds[9] = CARD_TALK;
}

static void walk_by_file(const ChapterSet *chapters) {
    tell_first_chapter();
    kit_other_kinds(~0u);
    kit_open_home(&kit);
    kit.world.chapters = chapters;
    kit_send(&kit, EV_JOURNEY, 0, 0);
    kit_send(&kit, EV_WALK, 0, 0);
}

static void test_chapter_by_its_file(void **state) {
    (void)state;
    walk_by_file(&files);
    assert_string_equal(kit.game.play.card->id, "scene-00");
    for (int i = 0; i < 9; i++) {
        assert_int_equal(chapter_of(&kit, 0)->place, i);
        if (i == 8) {
            assert_int_equal(kit.game.play.card->kind, CARD_SPOT);
        }
        kit_send(&kit, EV_PASS, 0, 0);
    }
    assert_string_equal(kit.game.play.card->id, "talk-00");
    kit_send(&kit, EV_PASS, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_KEYSTONE);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    assert_int_equal(game_garden(&kit.game, &kit.world, SEASON_SUMMER).gifts, 1u << GIFT_KITE);
    kit_other_kinds(1u << CARD_SPOT);
}

/* The file went away in the middle: the round keeps its ten cards and ends with a talk; nothing
 * that was walked is lost. */
static void test_file_goes_away(void **state) {
    (void)state;
    walk_by_file(&files);
    for (int i = 0; i < 5; i++) {
        kit_send(&kit, EV_PASS, 0, 0);
    }
    kit_open_again(&again, &kit);
    assert_null(again.world.chapters);
    assert_int_equal(chapter_of(&again, 0)->place, 5);
    assert_int_equal(chapter_of(&again, 0)->cards, 10);
    kit_send(&again, EV_JOURNEY, 0, 0);
    kit_send(&again, EV_WALK, 0, 0);
    for (int i = 5; i < 10; i++) {
        assert_int_equal(again.game.screen, SCREEN_CARD);
        assert_int_equal(again.game.play.card->kind == CARD_TALK, i == 9);
        kit_send(&again, EV_PASS, 0, 0);
    }
    assert_int_equal(again.game.screen, SCREEN_KEYSTONE);
    kit_send(&again, EV_CONTINUE, 0, 0);
    assert_int_equal(chapter_of(&again, 0)->rounds, 1);
    kit_open_again(&kit, &again);
    assert_int_equal(chapter_of(&kit, 0)->rounds, 1);
    kit_other_kinds(1u << CARD_SPOT);
}

static void test_week_has_seven_small_moments(void **state) {
    (void)state;
    for (int cards = JOURNEY_CARDS_MIN; cards <= JOURNEY_CARDS_MAX; cards++) {
        int last = 0;
        for (int day = 0; day < JOURNEY_WEEK; day++) {
            int place = journey_place_of_day(cards, day);
            assert_true(place > last && place < cards - (cards > JOURNEY_CARDS_MIN));
            last = place;
        }
        assert_true(last >= cards - 2);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_chapter_opens_the_others),
        cmocka_unit_test(test_evening_stays),
        cmocka_unit_test(test_start_again),
        cmocka_unit_test(test_pass),
        cmocka_unit_test(test_keystone_waits),
        cmocka_unit_test(test_wall_and_mended),
        cmocka_unit_test(test_both_keep),
        cmocka_unit_test(test_one_does_not_keep),
        cmocka_unit_test(test_replay_draws_others),
        cmocka_unit_test(test_star_for_the_keystone),
        cmocka_unit_test(test_chapter_by_its_file),
        cmocka_unit_test(test_file_goes_away),
        cmocka_unit_test(test_week_has_seven_small_moments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
