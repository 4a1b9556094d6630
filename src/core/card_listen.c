/* SPDX-License-Identifier: MIT */
/* The rules of listen cards: two points for what both found, one for what one found. */
#include "card_listen.h"

Outcome card_listen_outcome(const Play *play, Tally before) {
    Outcome outcome = {.before = before};
    for (int i = 0; i < 2; i++) {
        const Answer *answer = &play->card->answers[play->order[play->pick[i]]];
        outcome.found[i] = answer->holds == HOLDS_BOTH;
    }
    outcome.score = rules_found_score(outcome.found[0], outcome.found[1]);
    outcome.stones = rules_plain_stones(CARD_LISTEN, outcome.score);
    outcome.mark = outcome.stones.bridge;
    return outcome;
}
