/* SPDX-License-Identifier: MIT */
/* Words that may occur only once over all decks, and where they were met first. */
#ifndef TB_SEEN_H
#define TB_SEEN_H

#include <stdint.h>

typedef struct SeenWord {
    uint64_t hash;
    const char *word; /* null: an empty place */
    const char *file;
    int line;
} SeenWord;

/* A growing hash table. Zero-initialise; the words and files must outlive it. */
typedef struct Seen {
    SeenWord *words;
    int capacity, count;
} Seen;

/* The earlier place of the same word, else null; then the word is noted. Out of memory: null. */
const SeenWord *seen_add(Seen *seen, const char *word, const char *file, int line);

/* Where the word was met first, or null. */
const SeenWord *seen_find(const Seen *seen, const char *word);

void seen_free(Seen *seen);

#endif
