/* SPDX-License-Identifier: MIT */
/* A word from a workshop, at home: for fourteen evenings that are played the same plan goes on
 * (GAME.md, "The workshop"). Of the room itself nothing is known. */
#ifndef TB_WORD_H
#define TB_WORD_H

#include "dealer.h"
#include "plan.h"

enum { WORD_EVENINGS = 14 };

/* Open while `plan` isn't "". */
typedef struct Word {
    char plan[CARD_ID_MAX]; /* id */
    Day since;
    int evenings; /* played since */
} Word;

/* The plan with this word, in any case, spaces around it aside; null: there is none. */
const Plan *word_plan(const PlanSet *plans, const char *word);

/* The plan that goes on; null: none does, or it is no longer there. */
const Plan *word_open(const Word *word, const PlanSet *plans);

/* The card for this place: one of the plan's own that wasn't dealt since the word was said, in the
 * plan's order; then another of the themes that its cards have, an evening each. Null: none fits,
 * and the evening is like any other. */
const Card *word_pick(const Word *word, const PlanSet *plans, const DealerMemory *memory,
                      const CardSet *set, const DealerAsk *ask);

#endif
