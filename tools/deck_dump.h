/* SPDX-License-Identifier: MIT */
/* Decks as JSON, for the part of the check that looks at words and not at form. */
#ifndef TB_DECK_DUMP_H
#define TB_DECK_DUMP_H

#include "deck.h"

#include <stdbool.h>

/* Prints one object, {"cards": [...]}, with all that authors wrote and where each card begins.
 * False if memory or the output ran out. */
bool deck_dump(const DeckSet *set, const CardSet *cards);

#endif
