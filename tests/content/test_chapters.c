/* SPDX-License-Identifier: MIT */
/* Chapters of the journey: what is wrong with one is named with its place, a wrong one leaves the
 * others alone, and those that come with the game grow harder from card to card. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "content.h"
#include "content_check.h"
#include "dealer.h"
#include "game.h"

#define CHAPTER                                                                                    \
    "format: 1\n"                                                                                  \
    "deck: journey-listening\n"                                                                    \
    "title: The whole face\n"                                                                      \
    "language: en\n"                                                                               \
    "author: Us\n"                                                                                 \
    "licence: CC-BY-4.0\n"                                                                         \
    "chapter:\n"                                                                                   \
    "  theme: listening\n"                                                                         \
    "  about: Facts and feeling.\n"                                                                \
    "  opening: One can hear further up here.\n"                                                   \
    "  scene: the-ferry\n"                                                                         \
    "  kinds: [scene, listen, respond, listen, reword, respond, own-words, talk]\n"                \
    "  talk: the-table\n"                                                                          \
    "  gift: nesting-box\n"                                                                        \
    "  closing: That was half of it.\n"                                                            \
    "cards:\n"                                                                                     \
    "  - id: the-key\n"                                                                            \
    "    kind: own-words\n"                                                                        \
    "    title: The key\n"                                                                         \
    "    theme: listening\n"                                                                       \
    "    situation: bid\n"                                                                         \
    "    skills: [ask]\n"                                                                          \
    "    depth: 1\n"                                                                               \
    "    register: light\n"                                                                        \
    "    icon: key\n"                                                                              \
    "    face: happy\n"                                                                            \
    "    line: I gave it back.\n"                                                                  \
    "    hint: A key.\n"

static void test_a_right_chapter(void **state) {
    (void)state;
    Reading reading;
    reading_start(&reading);
    reading_add(&reading, "deck.yaml", CHAPTER);
    findings_expect(reading.findings, "");
    ChapterSet set = deck_set_chapters(reading.decks);
    const ChapterPlan *plan = &set.plans[THEME_LISTENING];
    assert_string_equal(plan->title, "The whole face");
    assert_string_equal(plan->opening, "One can hear further up here.");
    assert_string_equal(plan->scene, "the-ferry");
    assert_string_equal(plan->talk, "the-table");
    assert_int_equal(plan->gift, GIFT_NESTING_BOX);
    assert_int_equal(plan->card_count, 8);
    assert_int_equal(plan->kinds[4], CARD_REWORD);
    assert_true(card_find(&reading.cards, "the-key")->chapter_only);
    reading_free(&reading);
}

typedef struct Spoilt {
    const char *old, *fresh;
    int cards; /* that are left */
    const char *findings;
} Spoilt;

static const Spoilt spoilt[] = {
    {"theme: listening\n  about", "theme: hearing\n  about", 0,
     "8:10 error: “theme”: expected no-reply, brushed-off, unthanked, no-touch, distracted, "
     "cancelled, backhanded, naming, listening, i-feel or making-room, found “hearing”."},
    {"  opening: One can hear further up here.\n", "", 0,
     "8:3 error: A chapter needs a line “opening”."},
    {"gift: nesting-box", "gift: nestingbox", 0,
     "14:9 error: “gift”: there is no “nestingbox”. Did you mean “nesting-box”? (One of: "
     "letterbox, kite, thanks-bench, swing, heron, boat, weathercock, signpost, nesting-box, well "
     "or table.)"},
    {"[scene, listen, respond, listen,", "[scene, listen,", 0,
     "12:10 error: “kinds”: expected the kinds of 8 to 12 cards in brackets, from “scene” to "
     "“talk”."},
    {"[scene, listen,", "[listen, scene,", 0,
     "12:11 error: “kinds”: a chapter opens with a scene and ends with a talk; between them stand "
     "respond, spot, reword, listen and own-words.\n"
     "12:19 error: “kinds”: a chapter opens with a scene and ends with a talk; between them stand "
     "respond, spot, reword, listen and own-words."},
    {"own-words, talk]", "ask, talk]", 0,
     "12:60 error: “kinds”: a chapter opens with a scene and ends with a talk; between them stand "
     "respond, spot, reword, listen and own-words."},
    {"  closing:", "  ending:", 0,
     "15:3 error: A chapter has no line “ending”.\n8:3 error: A chapter needs a line “closing”."},
    {"title: The whole face", "title: The whole face, and everything that belongs to it", 0,
     "3:8 error: “title” has 49 characters; at most 40 fit a chapter."},
    {"scene: the-ferry", "scene: The ferry", 0,
     "11:10 error: “scene”: expected a name of a-z, 0-9 and hyphens, at most 47 characters, found "
     "“The ferry”."},
    {"    theme: listening\n", "    theme: naming\n", 0,
     "17:5 error: The theme of this card isn't that of its chapter, “listening”."},
};

static void test_spoilt_chapters(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof spoilt / sizeof spoilt[0]; i++) {
        char *text = text_replace(CHAPTER, spoilt[i].old, spoilt[i].fresh);
        deck_expect(text, spoilt[i].cards, spoilt[i].findings);
        free(text);
    }
}

static void test_chapter_without_lines(void **state) {
    (void)state;
    char *text = text_replace(CHAPTER, "  theme: listening\n", "");
    char *end = strstr(text, "  about");
    memmove(end, strstr(text, "cards:"), strlen(strstr(text, "cards:")) + 1);
    deck_expect(text, 0,
                "7:9 error: “chapter”: expected lines below it: theme, about, opening, scene, "
                "kinds, talk, gift, closing.");
    free(text);
}

/* The second one of a theme is left out, and so is the name of a card that isn't there. */
static void test_told_twice(void **state) {
    (void)state;
    Reading reading;
    reading_start(&reading);
    reading_add(&reading, "one.yaml", CHAPTER);
    char *other = text_replace(CHAPTER, "id: the-key", "id: the-door");
    char *again = text_replace(other, "title: The key", "title: The door");
    reading_add(&reading, "two.yaml", again);
    findings_expect(reading.findings, "7:1 error: The chapter of this theme is told already, in "
                                      "line 7 of one.yaml.");
    free(other);
    free(again);
    reading_free(&reading);
}

static void test_cards_that_are_not_there(void **state) {
    (void)state;
    Reading reading;
    reading_start(&reading);
    reading_add(&reading, "one.yaml", CHAPTER);
    deck_set_check_chapters(reading.decks, "levels", reading.findings);
    const Finding *items = reading.findings->items;
    assert_int_equal(reading.findings->errors, 2 + JOURNEY_CHAPTERS - 1);
    assert_string_equal(items[0].diag.file, "one.yaml");
    assert_int_equal(items[0].diag.line, 7);
    assert_string_equal(items[0].diag.message,
                        "“scene”: there is no scene “the-ferry” of the theme listening, so "
                        "another one is dealt.");
    assert_string_equal(items[2].diag.message,
                        "No file tells the chapter “no-reply”; it is played without its own "
                        "words.");
    reading_free(&reading);
}

/* --- Those that come with the game ------------------------------------------------------------ */

typedef struct Walk {
    Content content;
    Game game;
    World world;
    Now now;
} Walk;

static void send(Walk *walk, EventKind kind, int value) {
    static Effects effects;
    game_update(&walk->game, &walk->world, &(Event){.kind = kind, .value = value}, walk->now,
                &effects);
}

/* A couple with the first bridge standing, before this chapter. */
static void set_out(Walk *walk, int chapter) {
    game_init(&walk->game);
    game_apply_fact(&walk->game, &walk->world, &(Fact){.kind = FACT_FIRST_RUN});
    walk->game.journey.chapters[0].rounds = 1;
    send(walk, EV_START, 0);
    send(walk, EV_JOURNEY, 0);
    send(walk, EV_WALK, chapter);
}

static void walk_through(Walk *walk, int chapter, const Card *dealt[JOURNEY_CARDS_MAX]) {
    const Chapter *at = &walk->game.journey.chapters[chapter];
    for (int i = 0; i < at->cards; i++) {
        dealt[i] = walk->game.play.card;
        assert_non_null(dealt[i]);
        assert_int_equal(walk->game.screen, SCREEN_CARD);
        send(walk, EV_PASS, 0);
    }
    assert_int_equal(walk->game.screen, SCREEN_KEYSTONE);
}

static void check_first_walk(const ChapterPlan *plan, const Card *const dealt[]) {
    int last = 0, own = 0;
    assert_string_equal(dealt[0]->id, plan->scene);
    assert_string_equal(dealt[plan->card_count - 1]->id, plan->talk);
    for (int i = 0; i < plan->card_count; i++) {
        bool is_small = i > 0 && i < plan->card_count - 1;
        assert_int_equal(dealt[i]->theme, plan->theme);
        assert_int_equal(dealt[i]->kind, plan->kinds[i]);
        assert_true(dealt[i]->depth < CARD_DEPTH_MAX);
        if (is_small) {
            if (dealer_hardness(dealt[i]) < last) {
                fail_msg("%s: “%s” is lighter than the card before it", plan->title, dealt[i]->id);
            }
            last = dealer_hardness(dealt[i]);
        }
        own += dealt[i]->chapter_only;
    }
    assert_true(dealer_hardness(dealt[1]) < dealer_hardness(dealt[plan->card_count - 2]));
    assert_true(own >= 3);
}

static bool is_among(const Card *card, const Card *const dealt[], int count) {
    for (int i = 0; i < count; i++) {
        if (dealt[i] == card) {
            return true;
        }
    }
    return false;
}

static Walk *open_walk(void) {
    Walk *walk = calloc(1, sizeof *walk);
    ContentFrom from = {.levels_dir = TB_SOURCE_DIR "/levels",
                        .lang_dir = TB_SOURCE_DIR "/assets/lang",
                        .language = "en"};
    assert_int_equal(content_load(&walk->content, &from), ERR_OK);
    assert_int_equal(walk->content.finding_count, 0);
    walk->world = (World){.cards = &walk->content.cards,
                          .practice = walk->content.practice,
                          .chapters = &walk->content.chapters,
                          .fresh_seed = 7,
                          .zone = "",
                          .scratch = calloc(1, game_scratch_bytes())};
    assert_true(now_parse("2026-11-02T19:00+01:00", &walk->now));
    return walk;
}

static void close_walk(Walk *walk) {
    content_free(&walk->content);
    free(walk->world.scratch);
    free(walk);
}

static void test_chapters_of_the_game(void **state) {
    (void)state;
    Walk *walk = open_walk();
    bool gifts[GIFT_COUNT] = {false};
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        const ChapterPlan *plan = &walk->content.chapters.plans[i];
        const Card *first[JOURNEY_CARDS_MAX], *second[JOURNEY_CARDS_MAX];
        assert_false(gifts[plan->gift]);
        gifts[plan->gift] = true;
        set_out(walk, i);
        walk_through(walk, i, first);
        check_first_walk(plan, first);
        send(walk, EV_CONTINUE, 0);
        send(walk, EV_CONTINUE, 0);
        send(walk, EV_WALK, i);
        walk_through(walk, i, second);
        for (int j = 0; j < plan->card_count; j++) {
            if (is_among(second[j], first, plan->card_count)) {
                fail_msg("%s: “%s” comes again", plan->title, second[j]->id);
            }
        }
    }
    close_walk(walk);
}

/* A year of evenings, three cards and two more each, and not one of a chapter's own. */
static void test_never_in_an_evening(void **state) {
    (void)state;
    Walk *walk = open_walk();
    game_init(&walk->game);
    game_apply_fact(&walk->game, &walk->world, &(Fact){.kind = FACT_FIRST_RUN});
    send(walk, EV_START, 0);
    DealerAsk ask = {.seed = 5, .evenings = 100, .depth_three = true};
    for (int day = 0; day < 400; day++) {
        for (int place = 0; place < 5; place++) {
            ask.day = 20000 + day;
            ask.place = place;
            ask.kind = dealer_kind_at(walk->world.cards, &ask);
            const Card *card = dealer_pick(&walk->game.dealer, walk->world.cards, &ask);
            assert_non_null(card);
            assert_false(card->chapter_only);
            dealer_note(&walk->game.dealer, card, ask.day);
        }
    }
    close_walk(walk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_right_chapter),
        cmocka_unit_test(test_spoilt_chapters),
        cmocka_unit_test(test_chapter_without_lines),
        cmocka_unit_test(test_told_twice),
        cmocka_unit_test(test_cards_that_are_not_there),
        cmocka_unit_test(test_chapters_of_the_game),
        cmocka_unit_test(test_never_in_an_evening),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
