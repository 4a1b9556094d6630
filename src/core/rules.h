/* SPDX-License-Identifier: MIT */
/* How an answer counts: turns, landing, stones, scores (GAME.md, "How an answer counts"). */
#ifndef TB_RULES_H
#define TB_RULES_H

#include "card.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    RULES_LANDED_PRIVATE = 3, /* "keep it to myself", and Say turned off: the middle */
    RULES_LANDED_MAX = 6,
    RULES_LANDED_LIFTS = 5,   /* landing 5 or 6 lifts the turn to at least 3 */
    RULES_TURN_MIDDLE = 2, /* own-words: the game has no reading of its own */
    RULES_TURN_KIND = 3,
    RULES_TURN_MAX = 4,
    RULES_SCORE_MAX = 10,
    RULES_ARCH_STONES = 19    /* stones of one arch, as the mock-ups draw it */
};

/* What one answer does to the stones. At most one of the two is above 0. */
typedef struct StoneMove {
    int bridge;
    int wall;
} StoneMove;

/* The stones as they stand. */
typedef struct Tally {
    int bridge;
    int wall;
} Tally;

/* The turn that counts for the stones: landing can lift it, never lower it. */
int rules_effective_turn(int turn, int landed);

/* The stones of an answer with turn (0..4) and landing (0..6). Turn 2: none, the stone rocks. */
StoneMove rules_stones(int turn, int landed);

/* Score of a `respond` card: turn + landed, 0..10. */
int rules_score(int turn, int landed);

/* True if a second take is offered: the first, as it landed, was below a turn toward. */
bool rules_second_offered(int turn, int landed);

/* Lays the stones of a move. Bridge stones come out of the wall while it has any, else from the
 * stream. Returns how many came out of the wall. */
int tally_lay(Tally *tally, StoneMove move);

/* A second take: with a turn of 3 or more the first pick's stones leave the wall and the bridge
 * gets what a first pick of it would have; else nothing changes. True if it repaired the first. */
bool tally_repair(Tally *tally, StoneMove first, int second_turn, int second_landed);

/* `spot`, `listen`: two points for what both found, one for what one found, of two, scaled to
 * ten. */
int rules_found_score(bool found_by_one, bool found_by_other);

/* `reword`, `talk`: the mean of `count` turns (0..4, adding up to `turn_sum`), scaled to ten,
 * rounded. */
int rules_mean_score(int turn_sum, int count);

/* Stones of a card that isn't `respond`: `spot` and `listen` found by both 2, by one 1; `reword` as
 * an answer of its mean turn, but never any on the wall; `own-words` as an answer of the middle
 * turn that landed so; `talk` as an answer of its mean turn, on the wall, too; `scene` 2 from six
 * points on, else 1, for none 0; `ask`, `do` and the low-battery card 1 for doing it at all. Our
 * choice where GAME.md is silent (src/README.md). */
StoneMove rules_plain_stones(CardKind kind, int score);

/* Whether FACT_CARDs of the kind hold marks of skills. */
bool rules_has_marks(CardKind kind);

/* Marks of the five skills as five decimal digits, for facts; and back. */
int rules_pack_marks(const uint8_t marks[SKILL_COUNT]);
void rules_unpack_marks(int packed, uint8_t marks[SKILL_COUNT]);

/* Recency-weighted skill average in thousandths of a mark (0..2000): each new observation weighs a
 * sixth. Starts with the first observation. */
int rules_skill_after(int average_milli, int observations, int mark);

#endif
