/* SPDX-License-Identifier: MIT */
/* Talks that are right become cards; a graph that isn't a conversation is named with its place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "content_check.h"
#include "sample_decks.h"

static void test_a_right_talk(void **state) {
    (void)state;
    Reading reading;
    reading_start(&reading);
    reading_add(&reading, "deck.yaml", HEAD TALK);
    findings_expect(reading.findings, "");
    const Card *card = card_find(&reading.cards, "the-lamp");
    assert_int_equal(card->kind, CARD_TALK);
    assert_int_equal(card->situation, SITUATION_BID);
    assert_string_equal(card->scene, "On a chair stands {sharer}.");
    assert_int_equal(card->node_count, 9);
    const TalkNode *start = &card->nodes[0];
    assert_string_equal(start->line, "It flickers.");
    assert_string_equal(start->does, "on a chair");
    assert_int_equal(start->face, FACE_THINKING);
    assert_int_equal(start->mood, 0);
    assert_int_equal(start->ending, TALK_ENDING_COUNT);
    assert_int_equal(start->reply_count, 3);
    assert_int_equal(start->replies[0].marks[SKILL_NOTICE], 2);
    assert_int_equal(start->replies[1].turn, 1);
    assert_int_equal(start->replies[1].rejection, REJECTION_DISTRACTED);
    assert_false(start->replies[1].is_repair);
    const TalkNode *dark = &card->nodes[start->replies[1].to];
    assert_string_equal(dark->id, "dark");
    assert_int_equal(dark->mood, -2);
    assert_true(dark->replies[0].is_repair);
    assert_int_equal(card->nodes[3].reply_count, 4);
    assert_int_equal(card->nodes[8].ending, TALK_LATER);
    assert_int_equal(card->nodes[8].reply_count, 0);
    assert_string_equal(card->nodes[8].last, "The sun does it, too.");
    assert_string_equal(card->talk, "Who holds the chair?");
    reading_free(&reading);
}

/* In the sample `old` is replaced by `fresh`; then `findings` are expected. */
typedef struct Spoilt {
    const char *old, *fresh, *findings;
} Spoilt;

static void expect_spoilt(const Spoilt *spoilt, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char *text = text_replace(HEAD TALK, spoilt[i].old, spoilt[i].fresh);
        bool still_plays = strstr(spoilt[i].findings, "error") == NULL;
        deck_expect(text, still_plays, spoilt[i].findings);
        free(text);
    }
}

static const Spoilt lines[] = {
    {"to: bulb", "to: bulp",
     "28:17 error: “to”: there is no node “bulp” in this card. Did you mean “bulb”?"},
    {"to: bulb", "to: [bulb]", "28:17 error: “to”: there is no node “” in this card."},
    {"            to: bulb\n", "", "25:13 error: A reply needs a line “to”."},
    {"node: floor", "node: dark",
     "75:15 error: There is a node “dark” already in this card.\n"
     "69:17 error: “to”: there is no node “floor” in this card."},
    {"node: floor", "node: the floor",
     "75:15 error: “node”: expected a name of a-z, 0-9 and hyphens, at most 31 characters, found "
     "“the floor”.\n"
     "69:17 error: “to”: there is no node “floor” in this card."},
    {"mood: -2", "mood: -3", "59:15 error: “mood” goes from -2 to 2; here is -3."},
    {"turn: 4", "turn: 5", "26:19 error: “turn” goes from 0 to 4; here is 5."},
    {"repair: yes", "repair: true",
     "65:21 error: “repair”: expected no or yes, found “true”."},
    {"ending: close", "ending: happy",
     "135:17 error: “ending”: expected close, halfway or later, found “happy”."},
    {"        last: There’s light.\n", "",
     "135:17 error: An ending needs a line “last”: one sentence that sends the two off."},
    {"        ending: close\n", "",
     "131:9 error: “on” needs “replies”, or a line “ending”: close, halfway or later."},
    {"        does: on a chair\n", "        last: It ends.\n",
     "21:9 error: “last” belongs to an ending."},
    {"        does: on a chair\n", "        ending: close\n        last: It ends.\n",
     "21:9 error: “start” has replies, so it isn't an ending: leave out one of the two."},
    {"          - text: Is it old?\n            turn: 2\n            marks: {}\n"
     "            to: bulb\n",
     "", "25:11 error: “replies”: expected 3 or 4, each opened by a dash; here are 2."},
    {"      - node: morning\n        line: In the morning.\n        face: tired\n"
     "        mood: 0\n        ending: later\n        last: The sun does it, too.\n",
     "", "19:7 error: “nodes”: expected 9 to 32, each opened by a dash; here are 8."},
};

static void test_wrong_lines(void **state) {
    (void)state;
    expect_spoilt(lines, sizeof lines / sizeof lines[0]);
}

static const Spoilt graphs[] = {
    /* A circle, from a bad moment back to the start. */
    {"to: floor", "to: start",
     "69:17 error: After a reply of turn 0 it can be mended: “start” needs a reply with “repair: "
     "yes”.\n"
     "69:17 error: “to”: “start” was said already on a way to “dark”: a talk never goes in a "
     "circle.\n"
     "75:15 error: No way leads from “start” to “floor”."},
    {"        line: Let’s see.\n        face: listening\n        mood: 0\n        replies:\n"
     "          - text: Switch it on.\n            turn: 3\n            marks: {}\n"
     "            to: on\n",
     "        line: Let’s see.\n        face: listening\n        mood: 0\n        replies:\n"
     "          - text: Switch it on.\n            turn: 3\n            marks: {}\n"
     "            to: light\n",
     "105:17 error: “to”: “light” was said already on a way to “light”: a talk never goes in a "
     "circle."},
    /* Too short, and how one gets there. */
    {"to: bulb", "to: on",
     "131:15 error: “on” comes after 1 reply (start, on); every way takes 3 to 6."},
    {"          - text: Well.\n            turn: 2\n            marks: {}\n            to: night",
     "          - text: Well.\n            turn: 2\n            marks: {}\n            to: half",
     "137:15 error: “half” comes after 2 replies (start, dark, half); every way takes 3 to 6."},
    /* What stings can be mended, by something kind. */
    {"            marks: {own: 2}\n            to: light\n            repair: yes\n",
     "            marks: {own: 2}\n            to: light\n",
     "32:17 error: After a reply of turn 1 it can be mended: “dark” needs a reply with “repair: "
     "yes”.\n"
     "50:17 error: After a reply of turn 1 it can be mended: “dark” needs a reply with “repair: "
     "yes”.\n"
     "18:5 error: “nodes”: 1 with “repair: yes”; a talk has at least 2 ways to mend."},
    {"          - text: I’m here. Sorry.\n            turn: 4",
     "          - text: I’m here. Sorry.\n            turn: 2",
     "62:19 error: A reply that mends is of turn 3 or 4; here the turn is 2.\n"
     "60:9 error: “replies”: at “dark” one must be of turn 3 or 4."},
    {"            rejection: distracted\n", "",
     "30:19 error: A reply of turn 1 needs a line “rejection”: one of the seven."},
    {"            turn: 2\n            marks: {}\n            to: bulb\n",
     "            turn: 2\n            marks: {}\n            to: bulb\n"
     "            rejection: distracted\n",
     "38:24 error: “rejection” belongs to replies of turn 0 and 1; here the turn is 2."},
    {"text: Careful.", "text: Good night.",
     "89:19 error: Two replies of “floor” have the same text."},
    /* Endings: three, and not all alike. */
    {"ending: later", "ending: halfway", ""},
    {"      - node: half\n        line: It glows.\n        face: amused\n        mood: 1\n"
     "        ending: halfway\n        last: Half of it is light.\n",
     "      - node: half\n        line: It glows.\n        face: amused\n        mood: 1\n"
     "        replies:\n"
     "          - text: Yes.\n            turn: 3\n            to: on\n"
     "          - text: No.\n            turn: 2\n            to: morning\n"
     "          - text: So.\n            turn: 2\n            to: morning\n",
     "18:5 error: “nodes”: 2 endings of 2 kinds; a talk has at least 3 endings of at least two "
     "kinds (close, halfway, later)."},
};

static void test_wrong_graphs(void **state) {
    (void)state;
    expect_spoilt(graphs, sizeof graphs / sizeof graphs[0]);
}

/* Two faults at once: all endings alike. */
static void test_endings_of_one_kind(void **state) {
    (void)state;
    char *one = text_replace(HEAD TALK, "ending: halfway", "ending: close");
    char *both = text_replace(one, "ending: later", "ending: close");
    deck_expect(both, 0,
                "18:5 error: “nodes”: 3 endings of 1 kind; a talk has at least 3 endings of at "
                "least two kinds (close, halfway, later).");
    free(both);
    free(one);
}

#define STEP(name, next)                                                                          \
    "      - node: " name "\n        line: And on.\n        face: neutral\n        mood: 0\n"      \
    "        replies:\n"                                                                          \
    "          - text: One.\n            turn: 3\n            to: " next "\n"                      \
    "          - text: Two.\n            turn: 2\n            to: " next "\n"                      \
    "          - text: Three.\n            turn: 2\n            to: " next "\n"

/* Longer than two can keep up: the longest way is named. */
static void test_too_long(void **state) {
    (void)state;
    char *longer = text_replace(
        HEAD TALK, "      - node: on\n",
        STEP("one", "two") STEP("two", "three") "      - node: three\n        line: There.\n"
                                                "        face: happy\n        mood: 1\n"
                                                "        ending: close\n        last: Done.\n"
                                                "      - node: on\n");
    char *text = text_replace(longer,
                              "          - text: Switch it on.\n            turn: 3\n"
                              "            marks: {}\n            to: on\n",
                              "          - text: Switch it on.\n            turn: 3\n"
                              "            marks: {}\n            to: one\n");
    deck_expect(text, 0,
                "159:15 error: “three” comes after 7 replies (start, bulb, dark, floor, light, "
                "one, two, three); every way takes 3 to 6.");
    free(text);
    free(longer);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_right_talk),        cmocka_unit_test(test_wrong_lines),
        cmocka_unit_test(test_wrong_graphs),        cmocka_unit_test(test_endings_of_one_kind),
        cmocka_unit_test(test_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
