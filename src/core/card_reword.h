/* SPDX-License-Identifier: MIT */
/* reword: an accusation is rebuilt together, openly, from pieces in four rows (GAME.md). */
#ifndef TB_CARD_REWORD_H
#define TB_CARD_REWORD_H

#include "game.h"

enum { REWORD_ACCUSES = 1 }; /* pieces of this turn or less accuse (levels/README.md) */

/* No piece is laid yet; pieces lie in an order of the seed's. */
void card_reword_start(Play *play, uint64_t seed, Day day, int nth);

/* Lays the piece at this place into its row, in place of another; a piece that lies there is taken
 * out. False if there is no such piece. */
bool card_reword_put(Play *play, int place);

/* All four rows have a piece, so it can be read aloud. */
bool card_reword_is_ready(const Play *play);

/* How many of the pieces that are laid accuse. */
int card_reword_accusing(const Play *play);

/* What came of it, with the stones as they stood `before`. For a play that is ready. */
Outcome card_reword_outcome(const Play *play, Tally before);

#endif
