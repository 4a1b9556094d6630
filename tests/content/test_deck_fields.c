/* SPDX-License-Identifier: MIT */
/* Decks that are right become cards; each wrong line is named with its place and its mending. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "content_check.h"
#include "sample_decks.h"
#include "card_scene.h"

/* In a right deck `old` is replaced by `fresh`; then `findings` are expected. */
typedef struct Spoilt {
    const char *deck, *old, *fresh, *findings;
} Spoilt;

static const char all_kinds[] = HEAD TINY ASK DO SPOT RESPOND REWORD LISTEN OWN_WORDS;

static void test_right_cards(void **state) {
    (void)state;
    Reading reading;
    reading_start(&reading);
    reading_add(&reading, "deck.yaml", all_kinds);
    findings_expect(reading.findings, "");
    assert_int_equal(reading.err, ERR_OK);
    assert_int_equal(reading.cards.count, 8);
    const Card *respond = card_find(&reading.cards, "the-van");
    assert_int_equal(respond->kind, CARD_RESPOND);
    assert_string_equal(respond->deck, "sample");
    assert_int_equal(respond->theme, THEME_BRUSHED_OFF);
    assert_int_equal(respond->situation, SITUATION_GOOD_NEWS);
    assert_int_equal(respond->skills, 1u << SKILL_UNDERSTAND | 1u << SKILL_ASK);
    assert_int_equal(respond->topics, 0);
    assert_int_equal(respond->face, FACE_EXCITED);
    assert_string_equal(respond->line, "What if we rent a van?");
    assert_int_equal(respond->answers[0].rejection, REJECTION_BRUSHED_OFF);
    assert_string_equal(respond->answers[1].note, "still scrolling");
    assert_int_equal(respond->answers[2].rejection, REJECTION_NONE);
    assert_int_equal(respond->answers[3].turn, 4);
    assert_int_equal(respond->answers[3].marks[SKILL_UNDERSTAND], 2);
    assert_int_equal(respond->answers[3].marks[SKILL_NOTICE], 0);
    assert_string_equal(respond->talk, "");
    const Card *spot = card_find(&reading.cards, "heron");
    assert_int_equal(spot->spot_right, 2);
    assert_int_equal(spot->spot_choices[1], REJECTION_NONE);
    const Card *ask = card_find(&reading.cards, "our-hour");
    assert_int_equal(ask->theme, THEME_COUNT);
    assert_int_equal(ask->topics, 1u << TOPIC_MONEY | 1u << TOPIC_PAST);
    assert_string_equal(ask->line, "Which hour is most like ours?");
    assert_string_equal(ask->choices[3], "The last");
    const Card *task = card_find(&reading.cards, "two-mugs");
    assert_int_equal(task->minutes, 10);
    assert_string_equal(task->picture, "mugs");
    assert_int_equal(card_find(&reading.cards, "a-sandwich")->act, TINY_TELL);
    const Card *reword = card_find(&reading.cards, "the-bins");
    assert_int_equal(reword->chunk_count, 8);
    assert_int_equal(reword->chunks[1].part, PART_HAPPENED);
    assert_int_equal(reword->chunks[1].turn, 1);
    assert_string_equal(reword->chunks[1].why, "Again counts the past, too.");
    assert_string_equal(reword->chunks[7].text, "Could we make a list?");
    assert_string_equal(reword->lands, "Fridays. I can do Fridays.");
    const Card *listen = card_find(&reading.cards, "the-choir");
    assert_int_equal(listen->answers[1].holds, HOLDS_BOTH);
    assert_string_equal(listen->answers[3].lands, "Your sister, now.");
    const Card *own_words = card_find(&reading.cards, "the-key");
    assert_int_equal(own_words->situation, SITUATION_BID);
    assert_string_equal(own_words->hint, "A door, and nobody behind it.");
    for (int i = 1; i < reading.cards.count; i++) {
        assert_true(reading.cards.cards[i - 1].kind <= reading.cards.cards[i].kind);
    }
    reading_free(&reading);
}

static const Spoilt lines[] = {
    {HEAD TINY, "act: tell", "act: tel",
     "10:10 error: “act”: there is no “tel”. Did you mean “tell”? (One of: tell, thank, touch "
     "or alone.)"},
    {HEAD TINY, "act: tell", "act: sing",
     "10:10 error: “act”: expected tell, thank, touch or alone, found “sing”."},
    {HEAD TINY, "act: tell", "act: [tell]",
     "10:10 error: “act”: expected tell, thank, touch or alone, found a list."},
    {HEAD TINY, "    act: tell\n", "", "8:5 error: A card of the kind tiny needs a line “act”."},
    {HEAD TINY, "note:", "nota:",
     "12:5 error: A card of the kind tiny has no line “nota”. Did you mean “note”?"},
    {HEAD TINY, "note:", "weather:", "12:5 error: A card of the kind tiny has no line “weather”."},
    {HEAD TINY, "kind: tiny", "kind: tinny",
     "9:11 error: “kind”: there is no “tinny”. Did you mean “tiny”? (One of: respond, spot, ask, "
     "do, tiny, reword, listen, own-words, scene or talk.)"},
    {HEAD TINY, "    kind: tiny\n", "",
     "8:5 error: A card needs a line “kind”: respond, spot, ask, do, tiny, reword, listen, "
     "own-words, scene or talk."},
    {HEAD TINY, "id: a-sandwich", "id: A Sandwich",
     "8:9 error: “id”: expected a name of a-z, 0-9 and hyphens, at most 47 characters, found "
     "“A Sandwich”."},
    {HEAD TINY, "Tell each other one thing.", "",
     "11:10 error: “text”: expected a text, found nothing."},
    {HEAD TINY, "Tell each other one thing.", "\" \"",
     "11:11 error: “text”: expected a text, found “ ”."},
    {HEAD TINY, "Tell each other one thing.", "{a: b}",
     "11:11 error: “text”: expected a text, found lines with keys."},
    {HEAD TINY, "Tell each other one thing.",
     "Each "
     "ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé"
     "éééééééééééééééééééééééééééé.",
     "11:11 error: “text” has 123 characters; at most 120 fit."},
    {HEAD TINY, "one thing.", "{sharer}’s thing.",
     "11:11 error: “text”: {sharer} is known in cards of the kinds respond and spot only."},
    {HEAD TINY, "one thing.", "one 'thing'...",
     "11:11 warning: “text”: in print, quotes are curly: ’ “ ”.\n"
     "11:11 warning: “text”: three dots are one character in print: …."},
    {HEAD ASK, "depth: 2", "depth: soon",
     "12:12 error: “depth”: expected a whole number, found “soon”."},
    {HEAD ASK, "depth: 2", "depth: 4", "12:12 error: “depth” goes from 1 to 3; here is 4."},
    {HEAD ASK, "[notice, ask]", "notice",
     "11:13 error: “skills”: expected words in brackets, as [notice, understand], found “notice”."},
    {HEAD ASK, "[notice, ask]", "[]",
     "11:13 error: “skills”: expected words in brackets, as [notice, understand], found a list."},
    {HEAD ASK, "[notice, ask]", "[ask, notise, ask]",
     "11:19 error: “skills”: there is no “notise”. Did you mean “notice”? (One of: notice, "
     "understand, ask, care or own.)\n"
     "11:27 error: “skills”: “ask” stands here twice."},
    {HEAD ASK, ", The last]", "]",
     "17:14 error: “choices”: there must be exactly 4, and here are 3."},
    {HEAD ASK, "The last]", "The first]", "17:49 error: “choices”: the same stands here twice."},
    {HEAD ASK, "[The first, The second, The third, The last]", "The first",
     "17:14 error: “choices”: expected a list, each entry opened by a dash, found “The first”."},
    {HEAD DO, "minutes: 10", "minutes: soon",
     "18:14 error: “minutes”: expected a whole number of minutes, found “soon”."},
    {HEAD DO, "minutes: 10", "minutes: 0", "18:14 error: “minutes” goes from 1 to 240; here is 0."},
    {HEAD DO, "minutes: 10", "minutes: 99999999999999999999",
     "18:14 error: “minutes”: expected a whole number of minutes, found “99999999999999999999”."},
    {HEAD DO, "picture: mugs", "picture: mug",
     "19:14 error: “picture”: there is no “mug”. Did you mean “mugs”? (One of: mugs, phones, walk, "
     "hands, note, table, music, home, sky or game.)"},
    {HEAD SPOT, "none, ", "distracted, ",
     "17:39 error: “choices”: “distracted” stands here twice."},
    {HEAD SPOT, "is: distracted", "is: cancelled",
     "18:9 error: “is”: “cancelled” isn't among the choices."},
    {HEAD SPOT, "theme: distracted", "theme: naming",
     "11:12 warning: “theme”: with “is: distracted” the theme is “distracted”."},
    {HEAD SPOT, "{sharer}", "{sharrer}",
     "16:12 error: “scene”: there is no {sharrer}. Did you mean {sharer}?"},
    {HEAD SPOT, "{sharer}", "{somebody}",
     "16:12 error: “scene”: there is no {somebody}. Only {sharer} and {responder} stand in "
     "braces."},
    {HEAD SPOT, "{sharer}", "{sharer",
     "16:12 error: “scene”: a { isn't closed by a }. Only {sharer} and {responder} stand in "
     "braces."},
    {HEAD SPOT, "{sharer}", "sharer}", "16:12 error: “scene”: there is a } without a { before it."},
};

static const Spoilt answers[] = {
    {HEAD RESPOND, "        rejection: brushed-off\n", "",
     "23:15 error: An answer of turn 1 needs a line “rejection”: one of the seven."},
    {HEAD RESPOND, "rejection: brushed-off", "rejection: none",
     "25:20 error: “rejection”: expected no-reply, brushed-off, unthanked, no-touch, distracted, "
     "cancelled or backhanded, found “none”."},
    {HEAD RESPOND, "style: plan\n", "style: plan\n        rejection: cancelled\n",
     "45:20 error: “rejection” belongs to answers of turn 0 and 1; here the turn is 4."},
    {HEAD RESPOND, "{ask: 2}", "{ask: 3}", "39:22 error: “ask” goes from 0 to 2; here is 3."},
    {HEAD RESPOND, "{ask: 2}", "{asks: 2}",
     "39:17 error: “marks”: there is no “asks”. Did you mean “ask”? (One of: notice, understand, "
     "ask, care or own.)"},
    {HEAD RESPOND, "{ask: 2}", "ask",
     "39:16 error: “marks”: expected skills and numbers in braces, as {ask: 2}, or {}."},
    {HEAD RESPOND, "text: Where to?", "text: Nice.",
     "36:15 error: Two answers of this card have the same text."},
    {HEAD RESPOND, "        why: Half an ear.\n", "", "29:9 error: An answer needs a line “why”."},
    {HEAD RESPOND, "lands: Hm.", "land: Hm.",
     "34:9 error: An answer has no line “land”. Did you mean “lands”?\n"
     "29:9 error: An answer needs a line “lands”."},
    {HEAD RESPOND, "turn: 2\n", "turn: 5\n", "31:15 error: “turn” goes from 0 to 4; here is 5."},
};

static void expect_spoilt(const Spoilt *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char *text = text_replace(cases[i].deck, cases[i].old, cases[i].fresh);
        deck_expect(text, strstr(cases[i].findings, "error") ? 0 : 1, cases[i].findings);
        free(text);
    }
}

static void test_wrong_lines(void **state) {
    (void)state;
    expect_spoilt(lines, sizeof lines / sizeof *lines);
}

static void test_wrong_answers(void **state) {
    (void)state;
    expect_spoilt(answers, sizeof answers / sizeof *answers);
}

static const Spoilt chunks[] = {
    {HEAD REWORD, "        turn: 1\n        why: Again counts the past, too.\n",
     "        turn: 1\n",
     "24:15 error: A chunk of turn 1 needs a line “why”: what it does to the listener."},
    {HEAD REWORD, "I feel that you don’t care,", "I felt alone with it,",
     "30:15 error: Two chunks of this card have the same text."},
    {HEAD REWORD, "        turn: 3\n      - part: feel", "        turn: 2\n      - part: feel",
     "18:5 error: “chunks”: the part “feel” has none of turn 3 or 4."},
    {HEAD REWORD, "who does it,\n        turn: 3", "who does it,\n        turn: 2",
     "18:5 error: “chunks”: there is only one good sentence. Give some part a second chunk of turn "
     "3 or 4."},
    {HEAD REWORD, "turn: 0\n", "turn: 2\n",
     "18:5 error: “chunks”: at least two must accuse (turn 0 or 1), so that there is something to "
     "hear."},
    {HEAD REWORD, "      - part: request\n        text: Could we make a list?\n        turn: 2\n",
     "",
     "19:7 error: “chunks”: expected 8 to 12, each opened by a dash."},
    {HEAD REWORD, "part: need", "part: want",
     "33:15 error: “part”: expected happened, feel, need or request, found “want”."},
};

static void test_wrong_chunks(void **state) {
    (void)state;
    expect_spoilt(chunks, sizeof chunks / sizeof chunks[0]);
}

/* What an author leaves out of a line: faces and gazes go on from before, the speaker's are fresh.
 */
static void test_lines_of_a_scene(void **state) {
    (void)state;
    Reading reading;
    reading_start(&reading);
    reading_add(&reading, "deck.yaml", HEAD SCENE);
    const Card *scene = card_find(&reading.cards, "the-kite");
    assert_string_equal(scene->scene, "A hill, in the afternoon.");
    assert_string_equal(scene->people[1], "Ole");
    assert_int_equal(scene->line_count, 12);
    assert_int_equal(scene->lines[1].mark, SCENE_MARK_TURN_AWAY);
    assert_string_equal(scene->lines[1].why, "The message went first.");
    assert_string_equal(scene->lines[1].does, "reads a message");
    const SceneLine *row = scene->lines;
    assert_int_equal(row[0].faces[0], FACE_EXCITED);
    assert_int_equal(row[0].faces[1], FACE_LISTENING);
    assert_int_equal(row[1].faces[0], FACE_EXCITED);
    assert_int_equal(row[1].faces[1], FACE_NEUTRAL);
    assert_int_equal(row[1].gazes[1], GAZE_DOWN);
    assert_int_equal(row[2].faces[0], FACE_NEUTRAL);
    assert_int_equal(row[2].gazes[1], GAZE_DOWN);
    assert_int_equal(row[3].who, SCENE_PEOPLE);
    assert_int_equal(row[3].mark, SCENE_MARK_COUNT);
    assert_int_equal(row[3].gazes[1], GAZE_DOWN);
    assert_int_equal(row[4].gazes[1], GAZE_PARTNER);
    /* 25 characters and a pause; three, which would be too short to read. */
    assert_int_equal(scene_line_ms(&row[3]), 350 + 25 * 55 + 3000);
    assert_int_equal(scene_line_ms(&(SceneLine){.text = "Mm.", .does = ""}), 1000);
    reading_free(&reading);
}

static const Spoilt scenes[] = {
    {HEAD SCENE, "people: [Ida, Ole]", "people: [Ida, Ida]",
     "17:19 error: “people”: both are called Ida."},
    {HEAD SCENE, "people: [Ida, Ole]", "people: [Ida]",
     "17:13 error: “people”: there must be exactly 2, and here are 1."},
    {HEAD SCENE, "        why: The message went first.\n", "",
     "28:15 error: A marked line needs a line “why”: what makes it a turn away."},
    {HEAD SCENE, "        mark: turn-away\n", "",
     "28:9 error: “why” stands at marked lines only: add “mark: bid” or “mark: turn-away”."},
    {HEAD SCENE, "mark: turn-away", "mark: turnaway",
     "28:15 error: “mark”: there is no “turnaway”. Did you mean “turn-away”? (One of: bid or "
     "turn-away.)"},
    {HEAD SCENE, "pause: 3000", "pause: 9000", "35:16 error: “pause” goes from 0 to 3000; here is "
                                               "9000."},
    {HEAD SCENE, "        pause: 3000", "        face: happy",
     "35:9 error: “face” needs to know whose: add “who: left” or “who: right”, or leave it out."},
    {HEAD SCENE, "        mark: turn-away\n        why: The message went first.\n", "",
     "18:5 error: “lines”: 2 of them marked; a scene has at least 3 bids or turns away."},
    {HEAD SCENE, "      - text: The wind takes it higher.\n        pause: 3000\n", "",
     "19:7 error: “lines”: expected 12 to 24, each opened by a dash; here are 11."},
    {HEAD SCENE, "pause: 3000", "pause: 0",
     "18:5 error: “lines”: the scene plays for 19.4 seconds; it takes 20 to 45. Add about 10 "
     "characters, or longer pauses."},
    {HEAD SCENE, "        other: listening\n",
     "        mark: bid\n        why: Up there is something to see.\n",
     "22:15 warning: The very first line is marked: nobody’s eyes have settled yet. Begin a line "
     "earlier."},
    {HEAD SCENE, "Look. Up there.", "Look, {sharer}.",
     "31:15 error: “text”: {sharer} is known in cards of the kinds respond and spot only."},
};

static void test_wrong_scenes(void **state) {
    (void)state;
    expect_spoilt(scenes, sizeof scenes / sizeof scenes[0]);
}

static const Spoilt listen_backs[] = {
    {HEAD LISTEN, "holds: facts", "holds: both",
     "18:5 error: “answers”: 2 hold both the facts and the feeling; exactly one must.\n"
     "18:5 error: “answers”: one must hold the facts alone and one the feeling alone."},
    {HEAD LISTEN, "holds: feeling", "holds: neither",
     "18:5 error: “answers”: one must hold the facts alone and one the feeling alone."},
    {HEAD LISTEN, "You’re sad.", "So they sing on Tuesdays.",
     "25:15 error: Two answers of this card have the same text."},
    {HEAD LISTEN, "        holds: facts\n", "", "19:9 error: An answer needs a line “holds”."},
};

static void test_wrong_listen_backs(void **state) {
    (void)state;
    expect_spoilt(listen_backs, sizeof listen_backs / sizeof listen_backs[0]);
}

static void test_three_answers(void **state) {
    (void)state;
    char *text = text_replace(HEAD RESPOND, strstr(RESPOND, "      - text: Let’s"), "");
    deck_expect(text, 0, "22:7 error: “answers”: there must be exactly 4, and here are 3.");
    free(text);
}

static void test_turns_are_spread(void **state) {
    (void)state;
    char *without_three = text_replace(HEAD RESPOND, "turn: 3", "turn: 2");
    char *text = text_replace(without_three, "turn: 4", "turn: 2");
    deck_expect(text, 0, "21:5 error: “answers”: one of them must be of turn 3 or 4.");
    free(text);
    free(without_three);
    char *without_one = text_replace(HEAD RESPOND, "turn: 1", "turn: 2");
    text = text_replace(without_one, "        rejection: brushed-off\n", "");
    deck_expect(text, 0, "21:5 error: “answers”: one of them must be of turn 0 or 1.");
    free(text);
    free(without_one);
}

static void test_scene_and_line_together(void **state) {
    (void)state;
    char scene[300] = "In the kitchen. ";
    while (strlen(scene) < 258) {
        strcat(scene, "a");
    }
    char *text = text_replace(HEAD RESPOND, "In the kitchen.", scene);
    deck_expect(text, 1, "");
    free(text);
    strcat(scene, "a");
    text = text_replace(HEAD RESPOND, "In the kitchen.", scene);
    deck_expect(text, 0,
                "20:11 error: “scene” and “line” have 281 characters together; at most 280 fit.");
    free(text);
}

static void test_long_texts_run_on(void **state) {
    (void)state;
    char *text = text_replace(HEAD TINY, "Tell each other one thing.",
                              "|\n      Tell each other\n      one thing.\n");
    Reading reading;
    reading_start(&reading);
    reading_add(&reading, "deck.yaml", text);
    findings_expect(reading.findings, "");
    assert_string_equal(reading.cards.cards[0].text, "Tell each other one thing.");
    reading_free(&reading);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_right_cards),       cmocka_unit_test(test_wrong_lines),
        cmocka_unit_test(test_wrong_answers),     cmocka_unit_test(test_three_answers),
        cmocka_unit_test(test_wrong_chunks),      cmocka_unit_test(test_lines_of_a_scene),
        cmocka_unit_test(test_wrong_scenes),
        cmocka_unit_test(test_wrong_listen_backs),
        cmocka_unit_test(test_turns_are_spread),  cmocka_unit_test(test_scene_and_line_together),
        cmocka_unit_test(test_long_texts_run_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
