/* SPDX-License-Identifier: MIT */
/* The made-up deck and the driver of the game's tests. */
#include "game_kit.h"

#include "card_talk.h"
#include "text.h"

#include <assert.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { RESPONDS = 16, SPOTS = 10, ASKS = 12, DOS = 9, TINIES = 7, PRACTICE = 1 };
enum { TINIES_FOR_TWO = 4 };
enum { NEWS = 9, CARDS_MAX = RESPONDS + SPOTS + ASKS + DOS + TINIES + 5 * NEWS + 1, DEEPER = 50 };

static Card cards[CARDS_MAX + PRACTICE];
static char ids[CARDS_MAX + PRACTICE][CARD_ID_MAX];
static CardSet set;
static unsigned others = 1u << CARD_SPOT;
static bool asks_deeper;

/* Two ways through each row, and three that accuse. */
static const Chunk chunks[] = {
    {"a", "", PART_HAPPENED, 4},   {"b", "why", PART_HAPPENED, 1}, {"c", "", PART_FEEL, 4},
    {"d", "why", PART_FEEL, 0},    {"e", "", PART_NEED, 4},        {"f", "", PART_NEED, 3},
    {"g", "why", PART_REQUEST, 1}, {"h", "", PART_REQUEST, 4},     {"i", "", PART_REQUEST, 2},
};

/* A talk: warm, mild, cool and cold replies, and some that mend. */
#define WARM(next) {"w", 4, (next), false, REJECTION_NONE, {0, 0, 2, 1, 0}}
#define MILD(next) {"m", 2, (next), false, REJECTION_NONE, {0}}
#define COOL(next) {"c", 1, (next), false, REJECTION_BRUSHED_OFF, {0}}
#define COLD(next) {"x", 0, (next), false, REJECTION_BACKHANDED, {0}}
#define MEND(next) {"r", 3, (next), true, REJECTION_NONE, {0, 0, 0, 1, 2}}
#define GOES_ON(name, ...)                                                                         \
    {                                                                                              \
        .id = (name), .line = "l", .does = "", .last = "", .ending = TALK_ENDING_COUNT,            \
        .replies = {__VA_ARGS__}                                                                   \
    }
#define ENDS(name, how)                                                                            \
    { .id = (name), .line = "l", .does = "", .last = "e", .ending = (how) }
static TalkNode nodes[] = {
    GOES_ON("start", WARM(1), MILD(1), COOL(2), COLD(2)),
    GOES_ON("warm", MEND(3), MILD(3), COOL(4)),
    GOES_ON("cool", MEND(3), WARM(3), MILD(4), COLD(4)),
    GOES_ON("late", WARM(6), MILD(7), MEND(6)),
    GOES_ON("later", MEND(5), COOL(5), WARM(8)),
    GOES_ON("last", MEND(6), MILD(7), WARM(8)),
    ENDS("close", TALK_CLOSE),
    ENDS("halfway", TALK_HALFWAY),
    ENDS("tomorrow", TALK_LATER),
};
enum { NODES = sizeof nodes / sizeof nodes[0] };

/* A scene: each line stands for a second. */
#define LINE(nth, is) {.who = (nth) % 2, .text = "l", .does = "", .mark = (is), .why = ""}
static const SceneLine lines[KIT_LINES] = {
    LINE(0, SCENE_MARK_COUNT), LINE(1, SCENE_MARK_COUNT), LINE(2, SCENE_MARK_BID),
    LINE(3, SCENE_MARK_COUNT), LINE(4, SCENE_MARK_TURN_AWAY), LINE(5, SCENE_MARK_COUNT),
    LINE(6, SCENE_MARK_COUNT), LINE(7, SCENE_MARK_COUNT), LINE(8, SCENE_MARK_BID),
    LINE(9, SCENE_MARK_BID), LINE(10, SCENE_MARK_COUNT), LINE(11, SCENE_MARK_COUNT),
};

static void count_replies(void) {
    for (int i = 0; i < NODES; i++) {
        nodes[i].reply_count = 0;
        while (nodes[i].reply_count < TALK_REPLIES_MAX &&
               nodes[i].replies[nodes[i].reply_count].text) {
            nodes[i].reply_count++;
        }
    }
}

static Card *new_card(CardKind kind, int nth, int at) {
    Card *card = &cards[at];
    snprintf(ids[at], sizeof ids[at], "%s-%02d", card_kind_names[kind], nth);
    *card = (Card){
        .id = ids[at],
        .deck = "kit",
        .kind = kind,
        .theme = kind == CARD_ASK && nth % 2 ? THEME_COUNT : (Theme)(nth % THEME_COUNT),
        .depth = nth == 3 ? 2 : nth == 4 ? 3 : 1,
        .topics = nth == 1 ? 1u << TOPIC_MONEY : 0,
        .skills = 1u << SKILL_ASK | 1u << SKILL_CARE,
        .act = kind == CARD_TINY && nth >= TINIES_FOR_TWO ? TINY_ALONE : TINY_TELL,
        .situation = nth % 5 == 0 ? SITUATION_AFTER_SLIP : SITUATION_BID,
    };
    return card;
}

static void fill_answers(Card *card, int nth) {
    static const char *const styles[CARD_ANSWERS] = {"question", "touch", "advice", "joke"};
    static const int turns[2][CARD_ANSWERS] = {{4, 3, 1, 0}, {4, 2, 1, 0}};
    for (int i = 0; i < CARD_ANSWERS; i++) {
        Answer *answer = &card->answers[i];
        answer->turn = turns[nth % 2][i];
        answer->text = answer->note = answer->lands = answer->why = "";
        answer->style = styles[i];
        answer->rejection = answer->turn < 2 ? REJECTION_BRUSHED_OFF : REJECTION_NONE;
        answer->marks[SKILL_ASK] = answer->turn >= 3 ? 2 : 0;
        answer->marks[SKILL_CARE] = answer->turn == 4 ? 1 : 0;
        answer->holds = (Holds)((i + nth) % HOLDS_COUNT);
    }
}

const CardSet *kit_cards(void) {
    static const struct {
        CardKind kind;
        int count;
    } kinds[] = {{CARD_RESPOND, RESPONDS}, {CARD_SPOT, SPOTS}, {CARD_ASK, ASKS}, {CARD_DO, DOS},
                 {CARD_TINY, TINIES}, {CARD_REWORD, NEWS}, {CARD_LISTEN, NEWS},
                 {CARD_OWN_WORDS, NEWS}, {CARD_TALK, NEWS}, {CARD_SCENE, NEWS}};
    if (set.count) {
        return &set;
    }
    int at = 0;
    count_replies();
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
        bool is_other = kinds[k].kind == CARD_SPOT || kinds[k].kind >= CARD_REWORD;
        if (is_other && !(others & 1u << kinds[k].kind)) {
            continue;
        }
        for (int nth = 0; nth < kinds[k].count; nth++) {
            Card *card = new_card(kinds[k].kind, nth, at++);
            card->spot_right = nth % CARD_ANSWERS;
            fill_answers(card, nth);
            card->chunks = chunks;
            card->nodes = nodes;
            card->lines = lines;
            card->line_count = KIT_LINES;
            card->node_count = NODES;
            card->chunk_count = (int)(sizeof chunks / sizeof chunks[0]);
        }
    }
    if (asks_deeper) {
        new_card(CARD_ASK, DEEPER, at++)->opens = OPENS_DEEP;
    }
    fill_answers(new_card(CARD_RESPOND, 99, CARDS_MAX), 0);
    set = (CardSet){cards, at};
    return &set;
}

void kit_asks_deeper(bool asks) {
    asks_deeper = asks;
    set = (CardSet){0};
    kit_cards();
}

void kit_other_kinds(unsigned kinds) {
    others = kinds;
    set = (CardSet){0};
    kit_cards();
}

const Card *kit_practice(void) {
    kit_cards();
    return &cards[CARDS_MAX];
}

static void *scratch(void) {
    static void *memory;
    if (!memory) {
        memory = calloc(1, game_scratch_bytes());
        assert_non_null(memory);
    }
    return memory;
}

static void kit_start(Kit *kit, uint64_t fresh_seed) {
    kit->world = (World){.cards = kit_cards(),
                         .practice = kit_practice(),
                         .fresh_seed = fresh_seed,
                         .zone = "Europe/Lisbon",
                         .scratch = scratch()};
    kit->effects_most = 0;
}

void kit_open(Kit *kit) {
    kit_start(kit, KIT_SEED);
    kit->fact_count = 0;
    kit->bookmark[0] = '\0';
    assert_true(now_parse("2026-11-02T19:00+01:00", &kit->now));
    game_init(&kit->game);
    kit_send(kit, EV_START, 0, 0);
}

void kit_open_home(Kit *kit) {
    kit_open(kit);
    kit_send(kit, EV_CONTINUE, 0, 0);
    kit_send(kit, EV_READY, 1, 1);
    kit_send(kit, EV_READY, 2, 1);
    kit_play_to_reveal(kit);
    kit_send(kit, EV_CONTINUE, 0, 0);
    assert_int_equal(kit->game.screen, SCREEN_HOME);
}

void kit_open_again(Kit *kit, const Kit *saved) {
    kit_start(kit, saved->world.fresh_seed * 31 + 7);
    kit->now = saved->now;
    kit->fact_count = saved->fact_count;
    memcpy(kit->facts, saved->facts, sizeof kit->facts);
    memcpy(kit->bookmark, saved->bookmark, sizeof kit->bookmark);
    game_init(&kit->game);
    for (int i = 0; i < kit->fact_count; i++) {
        game_apply_fact(&kit->game, &kit->world, &kit->facts[i]);
    }
    game_apply_bookmark(&kit->game, kit->bookmark);
    kit_send(kit, EV_START, 0, 0);
}

void kit_send_event(Kit *kit, const Event *event) {
    game_update(&kit->game, &kit->world, event, kit->now, &kit->effects);
    for (int i = 0; i < kit->effects.count; i++) {
        const Effect *effect = &kit->effects.items[i];
        if (effect->kind == EFFECT_SAVE) {
            assert_true(kit->fact_count < KIT_FACTS_MAX);
            kit->facts[kit->fact_count++] = effect->fact;
        } else if (effect->kind == EFFECT_MARK) {
            text_copy(kit->bookmark, sizeof kit->bookmark, effect->text);
        }
    }
    if (kit->effects.count > kit->effects_most) {
        kit->effects_most = kit->effects.count;
    }
}

void kit_send(Kit *kit, EventKind kind, int player, int value) {
    kit_send_event(kit, &(Event){.kind = kind, .player = player, .value = value});
}

void kit_send_text(Kit *kit, EventKind kind, int player, const char *text) {
    Event event = {.kind = kind, .player = player};
    text_copy(event.text, sizeof event.text, text);
    kit_send_event(kit, &event);
}

void kit_wait_ms(Kit *kit, int64_t ms) {
    kit->now.utc_ms += ms;
    kit_send(kit, EV_TICK, 0, 0);
}

void kit_wait_until(Kit *kit, int days, int hour) {
    int64_t day_ms = 86400000;
    int64_t midnight_ms = kit->now.utc_ms / day_ms * day_ms;
    kit_wait_ms(kit, midnight_ms + days * day_ms + hour * 3600000 - kit->now.utc_ms);
}

void kit_both_here(Kit *kit) {
    kit_send(kit, EV_HERE, 1, 0);
    kit_send(kit, EV_HERE, 2, 0);
}

int kit_place_of(const Kit *kit, int index) {
    int place = 0;
    while (place < CARD_ANSWERS - 1 && kit->game.play.order[place] != index) {
        place++;
    }
    return place;
}

int kit_place_of_turn(const Kit *kit, int turn) {
    for (int place = 0; place < CARD_ANSWERS; place++) {
        if (game_answer_at(&kit->game, place)->turn == turn) {
            return place;
        }
    }
    fail_msg("the card has no answer with turn %d", turn);
    return 0;
}

void kit_pick_turns(Kit *kit, int responder_turn, int sharer_turn) {
    int responder = game_responder(&kit->game);
    kit_send(kit, EV_PICK, responder, kit_place_of_turn(kit, responder_turn));
    kit_send(kit, EV_PICK, 3 - responder, kit_place_of_turn(kit, sharer_turn));
}

void kit_lay(Kit *kit, const int turns[PART_COUNT]) {
    const Play *play = &kit->game.play;
    for (int part = 0; part < PART_COUNT; part++) {
        for (int place = 0; place < play->card->chunk_count; place++) {
            const Chunk *chunk = game_piece_at(&kit->game, place);
            if ((int)chunk->part == part && chunk->turn == turns[part]) {
                kit_send(kit, EV_PUT, 0, place);
            }
        }
    }
}

int kit_place_that_holds(const Kit *kit, Holds holds) {
    int place = 0;
    while (place < CARD_ANSWERS - 1 && game_answer_at(&kit->game, place)->holds != holds) {
        place++;
    }
    return place;
}

void kit_say_and_land(Kit *kit, int landed) {
    kit_send(kit, EV_CONTINUE, 0, 0);
    for (int row = 0; row < LANDING_ROWS; row++) {
        int tap = landed >= 2 ? 2 : landed;
        landed -= tap;
        kit_send(kit, EV_TAP, kit->game.play.sharer, row * 3 + tap);
    }
}

void kit_say(Kit *kit, char word) {
    int place = 0;
    while (card_talk_reply_at(&kit->game.play, place) &&
           card_talk_reply_at(&kit->game.play, place)->text[0] != word) {
        place++;
    }
    kit_send(kit, EV_PICK, game_responder(&kit->game), place);
}

void kit_watch(Kit *kit, unsigned by_one, unsigned by_other) {
    const unsigned finds[] = {by_one, by_other};
    int nth = 0;
    kit_send(kit, EV_SCENE, 0, SCENE_STEPS);
    kit_send(kit, EV_CONTINUE, 0, 0);
    while (game_scene_runs(&kit->game)) {
        SceneMark mark = lines[kit->game.play.show.line].mark;
        for (int player = 1; player <= 2 && mark < SCENE_MARK_COUNT; player++) {
            if (finds[player - 1] >> nth & 1u) {
                kit_send(kit, EV_SEEN, player, (int)mark);
            }
        }
        nth += mark < SCENE_MARK_COUNT;
        kit_send(kit, EV_CONTINUE, 0, 0);
    }
}

void kit_stay_light(Kit *kit) {
    for (int player = 1; player <= 2; player++) {
        kit_send(kit, EV_PICK, player, kit_place_of(kit, CARD_ANSWERS - 1));
    }
}

void kit_play_to_reveal(Kit *kit) {
    if (kit->game.play.card && kit->game.play.card->opens != OPENS_NOTHING) {
        kit_stay_light(kit);
    }
    const Card *card = kit->game.play.card;
    assert_non_null(card);
    if (card->kind == CARD_RESPOND) {
        kit_pick_turns(kit, 4, 4);
        kit_say_and_land(kit, 6);
    } else if (card->kind == CARD_SPOT) {
        kit_send(kit, EV_PICK, 1, kit_place_of(kit, card->spot_right));
        kit_send(kit, EV_PICK, 2, kit_place_of(kit, card->spot_right));
    } else if (card->kind == CARD_REWORD) {
        kit_lay(kit, (const int[]){4, 4, 4, 4});
        kit_send(kit, EV_CONTINUE, 0, 0);
        kit_send(kit, EV_CONTINUE, 0, 0);
    } else if (card->kind == CARD_LISTEN) {
        for (int player = 1; player <= 2; player++) {
            kit_send(kit, EV_PICK, player, kit_place_that_holds(kit, HOLDS_BOTH));
        }
    } else if (card->kind == CARD_TALK) {
        kit_say(kit, 'w');
        kit_say(kit, 'r');
        kit_say(kit, 'w');
        kit_send(kit, EV_CONTINUE, 0, 0);
    } else if (card->kind == CARD_SCENE) {
        kit_watch(kit, 0xf, 0xf);
        kit_send(kit, EV_CONTINUE, 0, 0);
    } else if (card->kind == CARD_OWN_WORDS) {
        kit_send(kit, EV_CONTINUE, 0, 0);
        kit_say_and_land(kit, 6);
    } else {
        for (int player = 1; player <= 2; player++) {
            kit_send(kit, EV_PICK, player, player);
            kit_send(kit, EV_PICK, player, CARD_ANSWERS);
        }
    }
    assert_int_equal(kit->game.play.phase, PHASE_REVEAL);
}

void kit_play_evening(Kit *kit) {
    kit_both_here(kit);
    while (kit->game.screen == SCREEN_CARD) {
        kit_play_to_reveal(kit);
        kit_send(kit, EV_CONTINUE, 0, 0);
    }
    for (int i = 0; i < 3 && kit->game.screen != SCREEN_HOME; i++) {
        kit_send(kit, EV_CONTINUE, 0, 0);
    }
    assert_int_equal(kit->game.screen, SCREEN_HOME);
}

int kit_count_facts(const Kit *kit, FactKind kind) {
    int count = 0;
    for (int i = 0; i < kit->fact_count; i++) {
        count += kit->facts[i].kind == kind;
    }
    return count;
}

const Fact *kit_last_fact(const Kit *kit, FactKind kind) {
    for (int i = kit->fact_count - 1; i >= 0; i--) {
        if (kit->facts[i].kind == kind) {
            return &kit->facts[i];
        }
    }
    return NULL;
}
