/* SPDX-License-Identifier: MIT */
/* The words of the room's and the pairs' codes, and names for pairs that want none of their own:
 * lists in the language's file. */
#ifndef TB_PHONE_WORDS_H
#define TB_PHONE_WORDS_H

#include "strings.h"

/* `index`: 0..PHONES_WORDS - 1, else "". */
const char *phone_word(const Strings *strings, int index);

/* Which word was typed, whether in small or capital letters; spaces around it don't count. -1: none
 * of them. */
int phone_word_index(const Strings *strings, const char *text);

/* `index`: 0..PHONES_SILLY - 1, else "". */
const char *phone_silly(const Strings *strings, int index);

#endif
