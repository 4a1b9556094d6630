/* SPDX-License-Identifier: MIT */
/* own-words: the responder says or types what they really would; only the sharer's taps count, on
 * top of a turn in the middle, since the game has no reading of its own (GAME.md: no grade). */
#ifndef TB_CARD_OWN_WORDS_H
#define TB_CARD_OWN_WORDS_H

#include "game.h"

enum { OWN_WORDS_LETTERS_MAX = 400 }; /* screens.md 5 */

/* What came of it, with the stones as they stood `before`. `landed` 0..6. */
Outcome card_own_words_outcome(int landed, bool is_private, Tally before);

#endif
