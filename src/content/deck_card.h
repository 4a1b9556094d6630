/* SPDX-License-Identifier: MIT */
/* One card out of its mapping: the tables of the kinds, and what must fit together in a card.
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

/* That answer number `index` doesn't say the same as one before it. */
void deck_answer_check_text(FieldReader *reader, const YamlNode *map, const Card *card, int index);

/* How far an answer shows each skill. */
void deck_marks_read(FieldReader *reader, const YamlNode *value, uint8_t marks[SKILL_COUNT]);

/* The chunks of a `reword` card: each part has a good one, some accuse, several sentences work. */
void deck_chunks_read(FieldReader *reader, const YamlNode *value, void *target);
void deck_chunks_check(FieldReader *reader, const YamlNode *map, const Card *card);

/* The four answers of a `listen` card: one holds facts and feeling, others one of them. */
void deck_listen_read(FieldReader *reader, const YamlNode *value, void *target);
void deck_listen_check(FieldReader *reader, const YamlNode *map, const Card *card);

/* The two invented people of a `scene`, and its lines: marks, and how long the whole takes. */
void deck_people_read(FieldReader *reader, const YamlNode *value, void *target);
void deck_lines_read(FieldReader *reader, const YamlNode *value, void *target);
void deck_lines_check(FieldReader *reader, const YamlNode *map, const Card *card);

/* The nodes of a `talk` and their replies, and the proof that every way through them is a talk:
 * each node is reached, each way ends, nothing goes in a circle, what stung can be mended. */
void deck_nodes_read(FieldReader *reader, const YamlNode *value, void *target);
void deck_nodes_check(FieldReader *reader, const YamlNode *map, const Card *card);

#endif
