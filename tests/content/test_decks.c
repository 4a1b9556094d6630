/* SPDX-License-Identifier: MIT */
/* Several decks together: what one mistake takes with it, heads, ids, practice, limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "content_check.h"
#include "sample_decks.h"

static void test_a_wrong_card_leaves_the_others(void **state) {
    (void)state;
    char *text = text_replace(HEAD TINY ASK DO, "depth: 2", "depth: x");
    deck_expect(text, 2, "17:12 error: “depth”: expected a whole number, found “x”.");
    free(text);
    text = text_replace(HEAD TINY ASK DO, "icon: clock", "icon: &a clock");
    deck_expect(text, 2,
                "20:11 error: Anchors (&name) aren't allowed. If this is a text: put it "
                "between straight double quotes (\"…\").");
    free(text);
    text = text_replace(HEAD TINY ASK DO, "icon: clock", "icon: clock\n    depth: 2");
    deck_expect(text, 2,
                "21:5 error: “depth” is here for the second time; it stands in line 17 already.");
    free(text);
    deck_expect(HEAD "  - one\n" TINY, 1,
                "8:5 error: A card begins with “- id:”, and its other lines stand below.");
}

static void test_broken_yaml_leaves_the_file_out(void **state) {
    (void)state;
    char *text = text_replace(HEAD TINY ASK DO, "Our hour", "Our: hour");
    Reading reading;
    reading_start(&reading);
    reading_add(&reading, "broken.yaml", text);
    assert_int_equal(reading.err, ERR_FORMAT);
    assert_int_equal(reading.cards.count, 0);
    reading_add(&reading, "fine.yaml", HEAD TINY);
    assert_int_equal(reading.err, ERR_OK);
    assert_int_equal(reading.cards.count, 1);
    assert_int_equal(reading.findings->count, 1);
    assert_string_equal(reading.findings->items[0].diag.file, "broken.yaml");
    reading_free(&reading);
    free(text);
}

static void test_head(void **state) {
    (void)state;
    static const char *const cases[][3] = {
        {"format: 1", "format: 2", "1:9 error: “format” goes from 1 to 1; here is 2."},
        {"deck: sample\n", "", "1:1 error: A deck needs a line “deck”."},
        {"licence:", "license:",
         "6:1 error: A deck has no line “license”. Did you mean “licence”?\n"
         "1:1 error: A deck needs a line “licence”."},
        {"title: A sample", "title: [a]", "3:8 error: “title”: expected a text, found a list."},
        {"title: A sample", "deck: again",
         "3:1 error: “deck” is here for the second time; it stands in line 2 already."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *text = text_replace(HEAD TINY, cases[i][0], cases[i][1]);
        deck_expect(text, 0, cases[i][2]);
        free(text);
    }
    deck_expect(HEAD, 0, "7:7 error: “cards”: expected cards, each opened by a dash.");
}

static void test_ids_are_used_once(void **state) {
    (void)state;
    Reading reading;
    reading_start(&reading);
    reading_add(&reading, "one.yaml", HEAD TINY ASK);
    char *text = text_replace(HEAD ASK, "id: our-hour", "id: a-sandwich");
    reading_add(&reading, "two.yaml", text);
    findings_expect(reading.findings,
                    "8:9 error: The id “a-sandwich” is used already, in line 8 of one.yaml.\n"
                    "10:12 warning: Another card has this title, in line 15 of one.yaml.");
    assert_int_equal(reading.cards.count, 2);
    assert_int_equal(card_find(&reading.cards, "a-sandwich")->kind, CARD_TINY);
    reading_free(&reading);
    free(text);
}

static void test_practice_is_kept_apart(void **state) {
    (void)state;
    char *text = text_replace(HEAD RESPOND, "deck: sample", "deck: practice");
    Reading reading;
    reading_start(&reading);
    reading_add(&reading, "practice.yaml", text);
    reading_add(&reading, "deck.yaml", HEAD TINY);
    assert_int_equal(reading.cards.count, 1);
    assert_non_null(reading.practice);
    assert_string_equal(reading.practice->id, "the-van");
    reading_free(&reading);
    free(text);
}

static void test_sorted_by_kind_and_id(void **state) {
    (void)state;
    char *text = malloc(200000);
    assert_non_null(text);
    strcpy(text, HEAD);
    size_t size = strlen(text);
    for (int i = 0; i < 1000; i++) {
        size += (size_t)sprintf(text + size, "  - {id: c%d, kind: tiny, act: tell, text: t%d}\n",
                                (i * 617) % 1000, i);
    }
    Reading reading;
    reading_start(&reading);
    reading_add(&reading, "many.yaml", text);
    findings_expect(reading.findings, "");
    assert_int_equal(reading.cards.count, 1000);
    for (int i = 1; i < 1000; i++) {
        assert_true(strcmp(reading.cards.cards[i - 1].id, reading.cards.cards[i].id) < 0);
    }
    reading_free(&reading);
    free(text);
}

static void test_too_many_cards(void **state) {
    (void)state;
    char *text = malloc((DECK_CARDS_MAX + 1) * 60);
    assert_non_null(text);
    strcpy(text, HEAD);
    size_t size = strlen(text);
    for (int i = 0; i <= DECK_CARDS_MAX; i++) {
        size += (size_t)sprintf(text + size, "  - {id: c%d, kind: tiny, act: tell, text: t}\n", i);
    }
    deck_expect(text, DECK_CARDS_MAX,
                "12008:5 error: There are more than 12000 cards. From here on they are left out.");
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_wrong_card_leaves_the_others),
        cmocka_unit_test(test_broken_yaml_leaves_the_file_out),
        cmocka_unit_test(test_head),
        cmocka_unit_test(test_ids_are_used_once),
        cmocka_unit_test(test_practice_is_kept_apart),
        cmocka_unit_test(test_sorted_by_kind_and_id),
        cmocka_unit_test(test_too_many_cards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
