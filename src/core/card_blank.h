/* SPDX-License-Identifier: MIT */
/* The rules of one kind of card, as a template: `tools/new card NAME` copies it. */
#ifndef TB_CARD_BLANK_H
#define TB_CARD_BLANK_H

#include "game.h"

/* Both have picked, so it can be revealed. */
bool card_blank_is_ready(const Play *play);

/* What came of it, with the stones as they stood `before`. For a play that is ready. */
Outcome card_blank_outcome(const Play *play, Tally before);

#endif
