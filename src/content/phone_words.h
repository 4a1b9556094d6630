/* SPDX-License-Identifier: MIT */
/* The words of the room's and the pairs' codes, and names for pairs that want none of their own:
 * lists in the language's file. */
#ifndef TB_PHONE_WORDS_H
#define TB_PHONE_WORDS_H

#include "phones.h"
#include "strings.h"

/* `index`: 0..PHONES_WORDS - 1, else "". */
const char *phone_word(const Strings *strings, int index);

/* Which word was typed, whether in small or capital letters; spaces around it don't count. -1: none
 * of them. */
int phone_word_index(const Strings *strings, const char *text);

/* What a pair is called: as it wished, or a silly name of ours, which no two pairs share. */
void phone_pair_name(const Strings *strings, const PhonePair *pair, char *to, size_t size);

/* Whether a line has a word that speaks about somebody else. */
bool phone_names_someone(const Strings *strings, const char *line);

#endif
