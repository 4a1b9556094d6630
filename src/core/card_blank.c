/* SPDX-License-Identifier: MIT */
/* The rules of one kind of card, as a template: a pure function from picks to outcome. */
#include "card_blank.h"

bool card_blank_is_ready(const Play *play) {
    return play->pick[0] >= 0 && play->pick[1] >= 0;
}

Outcome card_blank_outcome(const Play *play, Tally before) {
    return (Outcome){.score = RULES_SCORE_MAX, /* ten for doing it at all (GAME.md) */
                     .stones = rules_plain_stones(play->card->kind, RULES_SCORE_MAX),
                     .before = before};
}
