/* SPDX-License-Identifier: MIT */
/* A chapter of the journey: the lines “chapter:” at the head of its deck. */
#ifndef TB_DECK_CHAPTER_H
#define TB_DECK_CHAPTER_H

#include "chapter.h"
#include "fields.h"

/* Fills `plan` (zeroed before) but for its title, which is the deck's. What is wrong is noted; a
 * plan with errors isn't to be used. */
void deck_chapter_read(FieldReader *reader, const YamlNode *map, ChapterPlan *plan);

/* Whether the cards that a chapter names are there, and of its kind and theme. `line`, `column`:
 * where the chapter stands in the file at hand. */
void deck_chapter_check(Findings *findings, const ChapterPlan *plan, const CardSet *cards, int line,
                        int column);

#endif
