/* SPDX-License-Identifier: MIT */
/* For the tests of content: reads from memory and compares what was found, line by line. */
#ifndef TB_CONTENT_CHECK_H
#define TB_CONTENT_CHECK_H

#include "deck.h"
#include "findings.h"

#include <stdbool.h>

/* Everything that one reading left; free it with check_free. */
typedef struct Reading {
    Findings *findings;
    Arena arena;
    DeckSet *decks;
    CardSet cards;
    const Card *practice;
    Err err;
} Reading;

void reading_start(Reading *reading);
/* Reads one more deck called `name`. */
void reading_add(Reading *reading, const char *name, const char *text);
void reading_free(Reading *reading);

/* Fails unless the findings, as "line:column kind: message" lines, are exactly `expected`. */
void findings_expect(const Findings *findings, const char *expected);

/* Reads `text` as the only deck and expects these findings and number of cards to deal. */
void deck_expect(const char *text, int cards, const char *expected);

/* A copy of `text` with the first `old` replaced; fails if there is none. The caller frees it. */
char *text_replace(const char *text, const char *old, const char *fresh);

#endif
