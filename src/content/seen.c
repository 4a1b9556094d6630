/* SPDX-License-Identifier: MIT */
/* Open addressing over a power of two, at most three quarters full. */
#include "seen.h"

#include "hash.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { SEEN_START = 256 };

static SeenWord *place_of(SeenWord *words, int capacity, uint64_t hash, const char *word) {
    uint64_t at = hash;
    for (;; at++) {
        SeenWord *place = &words[at & (uint64_t)(capacity - 1)];
        if (!place->word || (place->hash == hash && strcmp(place->word, word) == 0)) {
            return place;
        }
    }
}

static bool grow(Seen *seen) {
    int capacity = seen->capacity ? seen->capacity * 2 : SEEN_START;
    SeenWord *words = calloc((size_t)capacity, sizeof *words);
    if (!words) {
        return false;
    }
    for (int i = 0; i < seen->capacity; i++) {
        const SeenWord *old = &seen->words[i];
        if (old->word) {
            *place_of(words, capacity, old->hash, old->word) = *old;
        }
    }
    free(seen->words);
    seen->words = words;
    seen->capacity = capacity;
    return true;
}

const SeenWord *seen_add(Seen *seen, const char *word, const char *file, int line) {
    if (seen->count * 4 >= seen->capacity * 3 && !grow(seen)) {
        return NULL;
    }
    uint64_t hash = hash_text(HASH_START, word);
    SeenWord *place = place_of(seen->words, seen->capacity, hash, word);
    if (place->word) {
        return place;
    }
    *place = (SeenWord){.hash = hash, .word = word, .file = file, .line = line};
    seen->count++;
    return NULL;
}

const SeenWord *seen_find(const Seen *seen, const char *word) {
    if (seen->capacity == 0) {
        return NULL;
    }
    const SeenWord *place =
        place_of(seen->words, seen->capacity, hash_text(HASH_START, word), word);
    return place->word ? place : NULL;
}

void seen_free(Seen *seen) {
    free(seen->words);
    *seen = (Seen){0};
}
