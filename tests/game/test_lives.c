/* SPDX-License-Identifier: MIT */
/* Simulated couples of four temperaments play a year and the journey through events alone; what
 * must hold is looked at after each card, and a table says what they met. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "game_kit.h"
#include "random.h"

enum { LIVES = 50, DAYS = 365, HOUR = 19, CHAPTER_EACH_DAYS = 14, RESTART_EACH_DAYS = 91 };

typedef enum Temper { KIND, CLUMSY, ALTERNATING, PASSING, TEMPERS } Temper;

static const char *const temper_names[TEMPERS] = {"kind", "clumsy", "alternating", "passing"};

/* Of one temperament, over all of its lives. */
typedef struct Row {
    int evenings, cards, passes, longest, most_cards; /* in one evening */
    int by_kind[CARD_KIND_END];
    int least_days_between; /* of the same card in evenings */
    int stones, wall, repairs, chapters, lanterns, deep;
} Row;

static Kit start, kit;
static Random chance;
static Day last_dealt[KIT_FACTS_MAX];

static bool one_in(int n) {
    return random_below(&chance, n) == 0;
}

static void check(void) {
    const Game *game = &kit.game;
    assert_true(game->tally.bridge >= 0 && game->tally.wall >= 0);
    assert_true(game->repairs <= game->cards_played * 4);
    assert_true(game->streak.current <= game->streak.longest);
    assert_true(game->evening.place >= 0 && game->evening.place <= DEALER_PLACES);
    for (int i = 0; i < SKILL_COUNT; i++) {
        assert_in_range(game->skills.average_milli[i], 0, 2000);
    }
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        const Chapter *chapter = &game->journey.chapters[i];
        assert_in_range(chapter->place, 0, JOURNEY_CARDS);
        assert_in_range(chapter->lanterns, 0, JOURNEY_LANTERNS);
        assert_true(chapter->rounds == 0 || journey_is_open(&game->journey, i));
    }
}

static void answer_clumsily(void) {
    static const int turns[] = {4, 1, 0};
    kit_pick_turns(&kit, turns[random_below(&chance, 3)], 4);
    kit_say_and_land(&kit, random_below(&chance, 7));
    int repairs = kit.game.repairs;
    if (one_in(2)) {
        return; /* no second take tonight */
    }
    kit_send(&kit, EV_SECOND, 0, 0);
    if (kit.game.play.phase == PHASE_SECOND_PICK) {
        kit_send(&kit, EV_PICK, game_responder(&kit.game), kit_place_of_turn(&kit, 4));
        kit_say_and_land(&kit, 4);
        assert_int_equal(kit.game.repairs, repairs + 1);
    }
}

static void play_card(Temper temper, Row *row) {
    const Card *card = kit.game.play.card;
    bool is_clumsy = temper == CLUMSY || (temper == ALTERNATING && kit.game.evening.day % 2);
    assert_non_null(card);
    row->by_kind[card->kind]++;
    if (temper == PASSING && !one_in(3)) {
        row->passes++;
        kit_send(&kit, EV_PASS, 0, 0);
    } else {
        row->cards++;
        if (card->kind == CARD_RESPOND && is_clumsy) {
            answer_clumsily();
        } else {
            kit_play_to_reveal(&kit);
        }
        kit_send(&kit, EV_CONTINUE, 0, 0);
        if (kit.game.play.asks_to_keep) {
            kit_send(&kit, EV_KEEP_ANSWER, 1, 1);
            kit_send(&kit, EV_KEEP_ANSWER, 2, one_in(2));
        }
    }
    check();
}

static void note_repeat(const Card *card, Row *row) {
    Day *last = &last_dealt[card - kit_cards()->cards];
    int between = *last ? (int)(kit.game.evening.day - *last) : DAYS;
    assert_true(between > 0 || kit.game.evening.shown > DEALER_PLACES);
    row->least_days_between =
        between > 0 && between < row->least_days_between ? between : row->least_days_between;
    *last = kit.game.evening.day;
}

/* Whether a deep card may come tonight, each by a lot. */
static bool answer_if_deeper(void) {
    bool agree = true;
    for (int player = 1; player <= 2; player++) {
        bool yes = !one_in(3);
        agree &= yes;
        kit_send(&kit, EV_PICK, player, kit_place_of(&kit, yes ? 0 : 3));
    }
    return agree;
}

static void play_evening(Temper temper, Row *row) {
    int shown = 0;
    bool may_be_deep = false;
    kit_both_here(&kit);
    while (kit.game.screen == SCREEN_CARD) {
        assert_true(shown++ < 40); /* however many are passed, an evening ends */
        if (kit.game.play.card->opens == OPENS_DEEP) {
            assert_int_equal(shown, 1);
            may_be_deep = answer_if_deeper();
            continue;
        }
        row->deep += kit.game.play.card->depth == 3;
        assert_true(kit.game.play.card->depth < 3 || may_be_deep);
        note_repeat(kit.game.play.card, row);
        play_card(temper, row);
    }
    for (int i = 0; i < 3 && kit.game.screen != SCREEN_HOME; i++) {
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
    assert_int_equal(kit.game.screen, SCREEN_HOME);
    assert_true(kit.game.evening.cards_done);
    row->evenings++;
    row->most_cards = shown > row->most_cards ? shown : row->most_cards;
}

/* The next one that has no lantern yet, or any. */
static void play_chapter(Temper temper, Row *row) {
    int chapter = 0;
    while (chapter < JOURNEY_CHAPTERS - 1 && kit.game.journey.chapters[chapter].rounds > 0) {
        chapter++;
    }
    kit_send(&kit, EV_JOURNEY, 0, 0);
    kit_send(&kit, EV_WALK, 0, chapter);
    for (int i = 0; i < JOURNEY_CARDS; i++) {
        assert_int_equal(kit.game.screen, SCREEN_CARD);
        play_card(temper, row);
    }
    assert_int_equal(kit.game.screen, SCREEN_KEYSTONE);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_CONTINUE, 0, 0);
    kit_send(&kit, EV_BACK, 0, 0);
    assert_int_equal(kit.game.screen, SCREEN_HOME);
}

static void live(Temper temper, int nth, Row *row) {
    chance = (Random){(uint64_t)(nth * TEMPERS) + (uint64_t)temper + 1};
    memset(last_dealt, 0, sizeof last_dealt);
    for (int i = 0; i < start.fact_count; i++) {
        if (start.facts[i].kind == FACT_COUPLE) {
            start.facts[i].values[0] = nth * 7919 + (int)temper;
        }
    }
    kit_open_again(&kit, &start);
    for (int day = 1; day <= DAYS; day++) {
        kit_wait_until(&kit, 1, HOUR);
        kit_send(&kit, EV_TICK, 0, 0);
        if (!one_in(4)) {
            play_evening(temper, row);
        }
        if (day % CHAPTER_EACH_DAYS == 0) {
            play_chapter(temper, row);
        }
        if (day % RESTART_EACH_DAYS == 0) {
            kit_check_restart(&kit);
        }
    }
    const Game *game = &kit.game;
    row->stones += game->tally.bridge;
    row->wall += game->tally.wall;
    row->repairs += game->repairs;
    row->longest = game->streak.longest > row->longest ? game->streak.longest : row->longest;
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        row->chapters += game->journey.chapters[i].rounds > 0;
        row->lanterns += game->journey.chapters[i].lanterns;
    }
}

static void print_row(Temper temper, const Row *row) {
    printf("table: %-11s %4d evenings, longest streak %3d, %d cards and %d passes a year, at most "
           "%2d an evening, same card after %2d days at least; stones %4d, wall %3d, repairs %3d; "
           "chapters %2d, lanterns %2d\n",
           temper_names[temper], row->evenings / LIVES, row->longest, row->cards / LIVES,
           row->passes / LIVES, row->most_cards, row->least_days_between, row->stones / LIVES,
           row->wall / LIVES, row->repairs / LIVES, row->chapters / LIVES, row->lanterns / LIVES);
    printf("table: %-11s kinds:", "");
    for (int kind = CARD_RESPOND; kind < CARD_KIND_END; kind++) {
        printf(" %s %d", card_kind_names[kind], row->by_kind[kind] / LIVES);
    }
    printf("; deep %d\n", row->deep / LIVES);
}

static void two_hundred_years_break_nothing(void **state) {
    (void)state;
    kit_other_kinds(1u << CARD_SPOT | 1u << CARD_REWORD | 1u << CARD_LISTEN | 1u << CARD_OWN_WORDS |
                    1u << CARD_SCENE | 1u << CARD_TALK);
    kit_asks_deeper(true);
    kit_open_home(&start);
    for (Temper temper = KIND; temper < TEMPERS; temper++) {
        Row row = {.least_days_between = DAYS};
        for (int nth = 0; nth < LIVES; nth++) {
            live(temper, nth, &row);
        }
        print_row(temper, &row);
        assert_int_equal(row.chapters, LIVES * JOURNEY_CHAPTERS);
        assert_true(temper == PASSING || row.lanterns >= LIVES * JOURNEY_CHAPTERS * 2);
        assert_true(temper == KIND || temper == PASSING ? row.repairs == 0 : row.repairs > 0);
        assert_true(row.deep > LIVES);
        assert_true(row.by_kind[CARD_RESPOND] > row.by_kind[CARD_ASK] / 2);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(two_hundred_years_break_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
