/* SPDX-License-Identifier: MIT */
/* listen: which listen-back holds both what happened and what it's like? Both pick in secret. */
#ifndef TB_CARD_LISTEN_H
#define TB_CARD_LISTEN_H

#include "game.h"

/* What came of it, with the stones as they stood `before`. For a play in which both have picked. */
Outcome card_listen_outcome(const Play *play, Tally before);

#endif
