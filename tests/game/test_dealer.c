/* SPDX-License-Identifier: MIT */
/* The dealer: same day, same cards; no repeat until a kind is used up; chance in measure. */
#include "dealer.h"
#include "game_kit.h"
#include "hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { FIRST_DAY = 20000, DAYS = 2000, PLAYED_OFTEN = 50 };

static DealerMemory memory;

static int forget(void **state) {
    (void)state;
    memory = (DealerMemory){0};
    kit_cards();
    return 0;
}

static const Card *pick(CardKind kind, Day day, int place) {
    DealerAsk ask = {.seed = 5, .day = day, .place = place, .kind = kind, .evenings = PLAYED_OFTEN};
    return dealer_pick(&memory, kit_cards(), &ask);
}

static int cards_of(CardKind kind, int depth_max) {
    int count = 0;
    for (int i = 0; i < kit_cards()->count; i++) {
        const Card *card = &kit_cards()->cards[i];
        count += card->kind == kind && card->depth <= depth_max && card->act != TINY_ALONE;
    }
    return count;
}

static void the_same_question_has_the_same_answer(void **state) {
    (void)state;
    for (Day day = FIRST_DAY; day < FIRST_DAY + 40; day++) {
        const Card *card = pick(CARD_RESPOND, day, 0);
        assert_ptr_equal(pick(CARD_RESPOND, day, 0), card);
        dealer_note(&memory, card, day);
    }
}

static void seed_day_and_place_all_matter(void **state) {
    (void)state;
    int by_seed = 0, by_day = 0, by_place = 0;
    for (int i = 0; i < 200; i++) {
        DealerAsk ask = {.seed = (uint64_t)i, .day = FIRST_DAY, .kind = CARD_RESPOND};
        const Card *card = dealer_pick(&memory, kit_cards(), &ask);
        ask.seed++;
        by_seed += dealer_pick(&memory, kit_cards(), &ask) != card;
        ask.seed--, ask.day++;
        by_day += dealer_pick(&memory, kit_cards(), &ask) != card;
        ask.day--, ask.place++;
        by_place += dealer_pick(&memory, kit_cards(), &ask) != card;
    }
    assert_true(by_seed > 150 && by_day > 150 && by_place > 150);
}

static void no_repeat_until_a_kind_is_used_up(void **state) {
    (void)state;
    static const CardKind kinds[] = {CARD_RESPOND, CARD_SPOT, CARD_ASK, CARD_DO, CARD_TINY};
    int times[64] = {0};
    for (Day day = FIRST_DAY; day < FIRST_DAY + 120; day++) {
        for (int k = 0; k < 5; k++) {
            const Card *card = pick(kinds[k], day, k);
            int round = (int)(day - FIRST_DAY) / cards_of(kinds[k], 2);
            assert_int_equal(times[card - kit_cards()->cards]++, round);
            dealer_note(&memory, card, day);
        }
    }
}

static void yesterdays_card_rests_when_a_round_begins(void **state) {
    (void)state;
    const Card *yesterday = NULL;
    for (Day day = FIRST_DAY; day < FIRST_DAY + 400; day++) {
        const Card *card = pick(CARD_TINY, day, 20);
        assert_ptr_not_equal(card, yesterday);
        dealer_note(&memory, card, day);
        yesterday = card;
    }
}

static void todays_card_rests_longest(void **state) {
    (void)state;
    for (Day day = FIRST_DAY; day < FIRST_DAY + 100; day++) {
        const Card *first = pick(CARD_TINY, day, 1);
        dealer_note(&memory, first, day);
        const Card *second = pick(CARD_TINY, day, 1);
        assert_ptr_not_equal(first, second);
        dealer_note(&memory, second, day);
    }
}

static void themes_follow_each_other_only_when_they_must(void **state) {
    (void)state;
    const Card *last = NULL;
    for (int i = 0; i < cards_of(CARD_RESPOND, 2) / 2; i++) {
        const Card *card = pick(CARD_RESPOND, FIRST_DAY + i, 0);
        assert_true(!last || last->theme != card->theme);
        dealer_note(&memory, card, FIRST_DAY + i);
        last = card;
    }
}

static void depth_rises_with_the_evenings_and_three_needs_both(void **state) {
    (void)state;
    int deepest[3] = {0};
    for (int nth = 0; nth < 3; nth++) {
        for (Day day = FIRST_DAY; day < FIRST_DAY + DAYS; day++) {
            DealerAsk ask = {.seed = 5,
                             .day = day,
                             .kind = CARD_ASK,
                             .evenings = nth == 0 ? 3 : PLAYED_OFTEN,
                             .depth_three = nth == 2};
            const Card *card = dealer_pick(&memory, kit_cards(), &ask);
            deepest[nth] = card->depth > deepest[nth] ? card->depth : deepest[nth];
        }
    }
    assert_int_equal(deepest[0], 1);
    assert_int_equal(deepest[1], 2);
    assert_int_equal(deepest[2], 3);
}

static void topics_that_are_off_are_never_dealt(void **state) {
    (void)state;
    int with_topic = 0;
    for (Day day = FIRST_DAY; day < FIRST_DAY + DAYS; day++) {
        DealerAsk ask = {.seed = 5, .day = day, .kind = CARD_SPOT};
        with_topic += dealer_pick(&memory, kit_cards(), &ask)->topics != 0;
        ask.topics_off = 1u << TOPIC_MONEY | 1u << TOPIC_GRIEF;
        const Card *card = dealer_pick(&memory, kit_cards(), &ask);
        assert_int_equal(card->topics & ask.topics_off, 0);
    }
    assert_true(with_topic > 0);
}

static void decks_that_are_off_are_never_dealt(void **state) {
    (void)state;
    Card cards[40];
    const CardSet set = {cards, 40};
    DecksOff off = {0};
    char ids[40][8];
    for (int i = 0; i < 40; i++) {
        snprintf(ids[i], sizeof ids[i], "c%d", i);
        cards[i] = (Card){.id = ids[i],
                          .deck = i < 38 ? "ours" : "theirs",
                          .kind = CARD_ASK,
                          .theme = THEME_COUNT,
                          .depth = 1};
    }
    DealerAsk ask = {.seed = 5, .kind = CARD_ASK, .decks_off = &off};
    decks_switch(&off, "ours", false);
    decks_switch(&off, "ours", false);
    for (ask.day = FIRST_DAY; ask.day < FIRST_DAY + 60; ask.day++) {
        const Card *card = dealer_pick(&memory, &set, &ask);
        assert_string_equal(card->deck, "theirs");
        dealer_note(&memory, card, ask.day);
    }
    decks_switch(&off, "theirs", false);
    assert_null(dealer_pick(&memory, &set, &ask));
    decks_switch(&off, "ours", true);
    assert_int_equal(off.count, 1);
    assert_string_equal(dealer_pick(&memory, &set, &ask)->deck, "ours");
}

static void nothing_to_deal_is_null(void **state) {
    (void)state;
    CardSet none = {NULL, 0};
    DealerAsk ask = {.kind = CARD_RESPOND};
    assert_null(dealer_pick(&memory, &none, &ask));
    CardSet only_tiny = {kit_cards()->cards + kit_cards()->count - 1, 1};
    assert_null(dealer_pick(&memory, &only_tiny, &ask));
}

static void one_in_eight_moves_on(void **state) {
    (void)state;
    int moves = 0;
    for (int i = 0; i < DAYS; i++) {
        int after_ms = dealer_moves_on_after_ms(5, FIRST_DAY + i / 4, i % 4);
        assert_true(after_ms == 0 || (after_ms >= 6000 && after_ms <= 15000));
        moves += after_ms > 0;
    }
    assert_in_range(moves, DAYS / 8 - 60, DAYS / 8 + 60);
}

static void some_evenings_are_short_but_never_the_first_three(void **state) {
    (void)state;
    int at[DEALER_PLACES + 1] = {0};
    for (int i = 0; i < DAYS; i++) {
        for (int evenings = 0; evenings < 3; evenings++) {
            assert_int_equal(dealer_short_at(5, FIRST_DAY + i, evenings), DEALER_PLACES);
        }
        int place = dealer_short_at(5, FIRST_DAY + i, 3);
        assert_in_range(place, 0, DEALER_PLACES);
        at[place]++;
    }
    assert_in_range(DAYS - at[DEALER_PLACES], DAYS / 10 - 60, DAYS / 10 + 60);
    for (int place = 0; place < DEALER_PLACES; place++) {
        assert_in_range(at[place], DAYS / 30 - 40, DAYS / 30 + 40);
    }
}

static void no_answer_has_a_place_of_its_own(void **state) {
    (void)state;
    int at[CARD_ANSWERS][CARD_ANSWERS] = {{0}};
    for (int i = 0; i < DAYS; i++) {
        int order[CARD_ANSWERS];
        dealer_shuffle(5, FIRST_DAY + i / 3, i % 3, order, CARD_ANSWERS);
        unsigned seen = 0;
        for (int place = 0; place < CARD_ANSWERS; place++) {
            seen |= 1u << order[place];
            at[order[place]][place]++;
        }
        assert_int_equal(seen, 15);
    }
    for (int i = 0; i < CARD_ANSWERS * CARD_ANSWERS; i++) {
        assert_in_range(at[i / 4][i % 4], DAYS / 4 - 90, DAYS / 4 + 90);
    }
}

static void both_begin_about_as_often(void **state) {
    (void)state;
    int firsts = 0;
    for (int i = 0; i < DAYS; i++) {
        int sharer = dealer_first_sharer(5, FIRST_DAY + i);
        assert_in_range(sharer, 1, 2);
        firsts += sharer == 1;
    }
    assert_in_range(firsts, DAYS / 2 - 100, DAYS / 2 + 100);
}

static void an_evening_has_a_respond_another_and_an_ask_card(void **state) {
    (void)state;
    static const CardKind kinds[DEALER_PLACES] = {CARD_RESPOND, CARD_SPOT, CARD_ASK};
    DealerAsk ask = {.seed = 5, .day = FIRST_DAY, .evenings = PLAYED_OFTEN};
    for (ask.place = 0; ask.place < 4 * DEALER_PLACES; ask.place++) {
        assert_int_equal(dealer_kind_at(kit_cards(), &ask), kinds[ask.place % DEALER_PLACES]);
    }
}

static void other_kinds_take_turns(void **state) {
    (void)state;
    enum { FOUR = 1 << CARD_SPOT | 1 << CARD_REWORD | 1 << CARD_LISTEN | 1 << CARD_OWN_WORDS };
    int times[CARD_KIND_END] = {0}, same_order = 0;
    kit_other_kinds(FOUR);
    DealerAsk ask = {.seed = 5, .place = 1, .evenings = PLAYED_OFTEN};
    for (ask.day = FIRST_DAY; ask.day < FIRST_DAY + DAYS; ask.day++) {
        CardKind kind = dealer_kind_at(kit_cards(), &ask);
        assert_int_equal(dealer_kind_at(kit_cards(), &ask), kind);
        times[kind]++;
        DealerAsk later = ask;
        later.day += 4;
        same_order += dealer_kind_at(kit_cards(), &later) == kind;
    }
    for (int kind = 0; kind < CARD_KIND_END; kind++) {
        assert_int_equal(times[kind], FOUR & 1 << kind ? DAYS / 4 : 0); /* each once in four days */
    }
    assert_in_range(same_order, DAYS / 4 - 90, DAYS / 4 + 90);
    kit_other_kinds(1u << CARD_LISTEN);
    assert_int_equal(dealer_kind_at(kit_cards(), &ask), CARD_LISTEN);
    kit_other_kinds(1u << CARD_SPOT);
}

static void a_talk_comes_at_most_once_in_two_weeks(void **state) {
    (void)state;
    int talks = 0;
    Day last = FIRST_DAY - DEALER_TALK_RESTS_DAYS;
    kit_other_kinds(1u << CARD_SPOT | 1u << CARD_TALK);
    DealerAsk ask = {.seed = 5, .place = 1, .evenings = PLAYED_OFTEN};
    for (ask.day = FIRST_DAY; ask.day < FIRST_DAY + DAYS; ask.day++) {
        ask.talk_rests =
            dealer_has_dealt(&memory, kit_cards(), CARD_TALK, ask.day - DEALER_TALK_RESTS_DAYS + 1);
        ask.kind = dealer_kind_at(kit_cards(), &ask);
        dealer_note(&memory, dealer_pick(&memory, kit_cards(), &ask), ask.day);
        if (ask.kind == CARD_TALK) {
            assert_true(ask.day - last >= DEALER_TALK_RESTS_DAYS);
            last = ask.day;
            talks++;
        }
    }
    assert_in_range(talks, DAYS / 20, DAYS / 14); /* and not much more seldom */
    kit_other_kinds(1u << CARD_SPOT);
}

static void a_full_memory_forgets_the_oldest(void **state) {
    (void)state;
    for (int i = 0; i < DEALER_MEMORY_MAX; i++) {
        memory.cards[i] = (DealtCard){.id_hash = (uint64_t)i, .times = 1, .last = 100 + i};
    }
    memory.count = DEALER_MEMORY_MAX;
    memory.cards[77].last = 1;
    const Card *card = kit_cards()->cards;
    dealer_note(&memory, card, FIRST_DAY);
    assert_int_equal(memory.count, DEALER_MEMORY_MAX);
    assert_true(memory.cards[77].id_hash == hash_text(HASH_START, card->id));
    assert_int_equal(memory.cards[77].times, 1);
    dealer_note(&memory, card, FIRST_DAY + 1);
    assert_int_equal(memory.cards[77].times, 2);
}

/* Whatever else has not been dealt at all. */
static Day returns_on(const Card *card, Day from) {
    for (Day day = from; day < from + 60; day++) {
        const Card *dealt = pick(CARD_RESPOND, day, 0);
        dealer_note(&memory, dealt, day);
        if (dealt == card) {
            return day;
        }
    }
    return 0;
}

static void a_missed_card_returns_after_3_7_and_21_days(void **state) {
    (void)state;
    static const int after[] = {3, 7, 21};
    Day day = FIRST_DAY;
    const Card *card = pick(CARD_RESPOND, day, 0);
    dealer_note(&memory, card, day);
    for (int i = 0; i < 3; i++) {
        dealer_note_landing(&memory, card->id, day, true);
        Day next = returns_on(card, day + 1);
        assert_int_equal(next - day, after[i]);
        day = next;
    }
    dealer_note_landing(&memory, card->id, day, true); /* enough: it takes its turn */
    assert_true(returns_on(card, day + 1) != day + 3);
}

static void a_mended_card_does_not_return(void **state) {
    (void)state;
    const Card *card = pick(CARD_RESPOND, FIRST_DAY, 0);
    dealer_note(&memory, card, FIRST_DAY);
    dealer_note_landing(&memory, card->id, FIRST_DAY, true);
    dealer_note_landing(&memory, card->id, FIRST_DAY, false);
    Day all_dealt = FIRST_DAY + cards_of(CARD_RESPOND, 2);
    assert_true(returns_on(card, FIRST_DAY + 1) >= all_dealt);
}

static void what_lands_less_well_comes_more_often(void **state) {
    (void)state;
    Card cards[40] = {{0}};
    char ids[40][8];
    for (int i = 0; i < 40; i++) {
        snprintf(ids[i], sizeof ids[i], "c%d", i);
        cards[i] = (Card){.id = ids[i], .deck = "kit", .kind = CARD_RESPOND, .depth = 1};
        cards[i].skills = 1u << (i % 2 ? SKILL_ASK : SKILL_OWN);
    }
    CardSet set = {cards, 40};
    int weak = 0, usual = 0;
    for (Day day = FIRST_DAY; day < FIRST_DAY + 900; day++) {
        DealerAsk ask = {.seed = 5, .day = day, .kind = CARD_RESPOND};
        usual += dealer_pick(&memory, &set, &ask)->skills == 1u << SKILL_ASK;
        ask.weak_skills = 1u << SKILL_ASK;
        weak += dealer_pick(&memory, &set, &ask)->skills == 1u << SKILL_ASK;
    }
    assert_true(usual > 400 && usual < 500);
    assert_true(weak > 560 && weak < 640); /* two lots to one */
}

static void deep_cards_are_asked_for_now_and_then_but_not_at_first(void **state) {
    (void)state;
    int asked = 0, deep = 0;
    for (int day = 0; day < 4000; day++) {
        asked += dealer_asks_deeper(7, day, 8);
        deep += dealer_goes_deeper(7, day);
        assert_false(dealer_asks_deeper(7, day, 7));
    }
    assert_true(asked > 900 && asked < 1100);
    assert_true(deep > 2900 && deep < 3100);
}

static void a_card_that_opens_others_is_dealt_for_that_alone(void **state) {
    (void)state;
    Card asks[] = {{.id = "opens", .deck = "d", .kind = CARD_ASK, .depth = 1, .opens = OPENS_DEEP},
                   {.id = "light", .deck = "d", .kind = CARD_ASK, .depth = 1},
                   {.id = "deep", .deck = "d", .kind = CARD_ASK, .depth = 3}};
    const CardSet few = {asks, 3};
    for (Day day = 1; day < 40; day++) {
        DealerAsk ask = {.seed = 3, .day = day, .kind = CARD_ASK, .evenings = 50};
        assert_string_equal(dealer_pick(&memory, &few, &ask)->id, "light");
        ask.opens = OPENS_DEEP;
        assert_string_equal(dealer_pick(&memory, &few, &ask)->id, "opens");
        ask.opens = OPENS_NOTHING;
        ask.depth_three = ask.deep_only = true;
        assert_string_equal(dealer_pick(&memory, &few, &ask)->id, "deep");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(the_same_question_has_the_same_answer, forget),
        cmocka_unit_test_setup(seed_day_and_place_all_matter, forget),
        cmocka_unit_test_setup(no_repeat_until_a_kind_is_used_up, forget),
        cmocka_unit_test_setup(a_missed_card_returns_after_3_7_and_21_days, forget),
        cmocka_unit_test_setup(a_mended_card_does_not_return, forget),
        cmocka_unit_test_setup(what_lands_less_well_comes_more_often, forget),
        cmocka_unit_test_setup(yesterdays_card_rests_when_a_round_begins, forget),
        cmocka_unit_test_setup(todays_card_rests_longest, forget),
        cmocka_unit_test_setup(themes_follow_each_other_only_when_they_must, forget),
        cmocka_unit_test_setup(depth_rises_with_the_evenings_and_three_needs_both, forget),
        cmocka_unit_test_setup(topics_that_are_off_are_never_dealt, forget),
        cmocka_unit_test_setup(decks_that_are_off_are_never_dealt, forget),
        cmocka_unit_test_setup(nothing_to_deal_is_null, forget),
        cmocka_unit_test_setup(one_in_eight_moves_on, forget),
        cmocka_unit_test_setup(some_evenings_are_short_but_never_the_first_three, forget),
        cmocka_unit_test_setup(no_answer_has_a_place_of_its_own, forget),
        cmocka_unit_test_setup(both_begin_about_as_often, forget),
        cmocka_unit_test_setup(an_evening_has_a_respond_another_and_an_ask_card, forget),
        cmocka_unit_test_setup(other_kinds_take_turns, forget),
        cmocka_unit_test_setup(a_talk_comes_at_most_once_in_two_weeks, forget),
        cmocka_unit_test_setup(a_full_memory_forgets_the_oldest, forget),
        cmocka_unit_test_setup(deep_cards_are_asked_for_now_and_then_but_not_at_first, forget),
        cmocka_unit_test_setup(a_card_that_opens_others_is_dealt_for_that_alone, forget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
