/* SPDX-License-Identifier: MIT */
/* A small made-up deck and a game played on it by events, with all that it asked to be saved. */
#ifndef TB_GAME_KIT_H
#define TB_GAME_KIT_H

#include "game.h"

#include <stddef.h>

enum { KIT_FACTS_MAX = 8192, KIT_SEED = 11, KIT_TEXT_MAX = 16384, KIT_LINES = 12 };

/* Several MB: keep it static. */
typedef struct Kit {
    Game game;
    World world;
    Now now;
    Effects effects; /* of the newest event */
    int effects_most;
    Fact facts[KIT_FACTS_MAX];
    int fact_count;
    char bookmark[FACT_TEXT_MAX];
} Kit;

/* The made-up deck: 16 respond (turns 4 3 1 0, or 4 2 1 0: a question, touch, advice, a joke), 10
 * spot, 12 ask, 9 do, 4 tiny and 3 for one alone; the fourth of each kind has depth 2, the fifth
 * depth 3. */
const CardSet *kit_cards(void);

/* From the next kit_open on, the evening's other card is of these kinds (bit 1 << CardKind) in
 * place of spot: nine each of reword, listen, own-words, talk and scene. */
void kit_other_kinds(unsigned kinds);
const Card *kit_practice(void);

/* From the next kit_open on, the deck has a card that opens deep ones. */
void kit_asks_deeper(bool asks);

/* A new couple at seven on Monday evening, 2 November 2026, on the calm card. */
void kit_open(Kit *kit);

/* The same, with the first run done, at home. */
void kit_open_home(Kit *kit);

/* Starts the program again: `kit` knows only what `saved` has saved, and its moment. */
void kit_open_again(Kit *kit, const Kit *saved);

void kit_send_event(Kit *kit, const Event *event);
void kit_send(Kit *kit, EventKind kind, int player, int value);
void kit_send_text(Kit *kit, EventKind kind, int player, const char *text);
void kit_wait_ms(Kit *kit, int64_t ms);

/* To this hour (UTC) of the day that is so many after the kit's. */
void kit_wait_until(Kit *kit, int days, int hour);

void kit_both_here(Kit *kit);

/* Where on the screen the answer with this turn stands. */
int kit_place_of_turn(const Kit *kit, int turn);

/* Where on the screen the answer or choice with this number of the card stands. */
int kit_place_of(const Kit *kit, int index);

/* Both pick on a respond card: the responder this turn, the sharer that. */
void kit_pick_turns(Kit *kit, int responder_turn, int sharer_turn);

/* reword: lays the piece with that turn into each row. Turns there are: 4 1, 4 0, 4 3, 4 2 1. */
void kit_lay(Kit *kit, const int turns[PART_COUNT]);

/* listen: where on the screen the answer stands that holds this. */
int kit_place_that_holds(const Kit *kit, Holds holds);

/* talk: says the reply that is so called: w 4, m 2, c 1, x 0, r 3 and mends; see the nodes. */
void kit_say(Kit *kit, char word);

/* scene: watched to its end without a clock. Bit n: finds the n-th of its four marks, which stand
 * at the lines 2 (a bid), 4 (a turn away), 8 and 9 (bids); each line stands for a second. */
void kit_watch(Kit *kit, unsigned by_one, unsigned by_other);

/* Three taps that add up to `landed`, 0..6, after Say was pressed. */
void kit_say_and_land(Kit *kit, int landed);

/* Asked if a deep card may come: both say no. */
void kit_stay_light(Kit *kit);

/* Plays the card at hand, of whatever kind, up to its reveal; kindly. Asked if a deep card may
 * come, both say no, and the next card is played. */
void kit_play_to_reveal(Kit *kit);

/* Plays from home to home: arrive, the cards, the challenge set aside, the lantern. */
void kit_play_evening(Kit *kit);

int kit_count_facts(const Kit *kit, FactKind kind);
const Fact *kit_last_fact(const Kit *kit, FactKind kind); /* or null */

/* Starts again from what `kit` has saved so far, and checks that nothing is lost: the stones and
 * counts, the place in the evening, the challenge, and the card that comes when both go on. */
void kit_check_restart(const Kit *kit);

/* All effects in words, to compare. */
void kit_print_effects(const Effects *effects, char out[KIT_TEXT_MAX]);
void kit_print_fact(const Fact *fact, char *out, size_t size);

#endif
