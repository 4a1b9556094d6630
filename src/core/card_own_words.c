/* SPDX-License-Identifier: MIT */
/* The rules of own-words cards: as it landed. */
#include "card_own_words.h"

enum { LANDED_A_MARK = RULES_LANDED_MAX / 2 };

Outcome card_own_words_outcome(int landed, bool is_private, Tally before) {
    int score = rules_score(RULES_TURN_MIDDLE, landed);
    return (Outcome){.turn = RULES_TURN_MIDDLE,
                     .landed = landed,
                     .landed_private = is_private,
                     .score = score,
                     .stones = rules_plain_stones(CARD_OWN_WORDS, score),
                     .mark = landed / LANDED_A_MARK,
                     .before = before};
}
