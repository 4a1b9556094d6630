/* SPDX-License-Identifier: MIT */
/* One card out of its mapping: the tables of the five kinds, and what must fit together in a card.
 */
#ifndef TB_DECK_CARD_H
#define TB_DECK_CARD_H

#include "card.h"
#include "fields.h"

/* Fills `card` (zeroed before). What is wrong is noted; a card with errors isn't to be used. */
void deck_card_read(FieldReader *reader, const YamlNode *map, Card *card);

/* What must fit together beyond single lines: turns, rejections, lengths taken together. */
void deck_card_check(FieldReader *reader, const YamlNode *map, const Card *card);

/* The four answers of a `respond` card, into the Card at `target`. */
void deck_answers_read(FieldReader *reader, const YamlNode *value, void *target);

/* Their turns and rejections. */
void deck_answers_check(FieldReader *reader, const YamlNode *map, const Card *card);

#endif
