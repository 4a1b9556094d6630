/* SPDX-License-Identifier: MIT */
/* The decks and the English texts that come with the game, read once while it is built and kept as
 * they lie in memory, so that a start costs no more for a year of cards than for an evening's. The
 * decks stay what counts: a pack that doesn't fit them, to the file, size and time, isn't used. */
#ifndef TB_DECK_PACK_H
#define TB_DECK_PACK_H

#include "arena.h"
#include "card.h"
#include "deck.h"

#include <stdbool.h>
#include <stdint.h>

enum { DECK_FOLDERS = 4, DECK_PACK_VERSION = 3, DECK_PACK_NAME_MAX = 256 };

/* The folders of levels/ that hold decks; one that isn't there is no error. */
extern const char *const deck_folders[DECK_FOLDERS];

#define DECK_PACK_MAGIC "TBdecks"

typedef struct PackFile {
    uint64_t name; /* text: folder and file; 0 for the texts' */
    uint64_t size;
    int64_t changed_ns;
} PackFile;

/* The English texts as a StringTable has them. */
typedef struct PackTexts {
    PackFile file;    /* en.yaml */
    uint64_t entries; /* StringEntry; 0: there are none in this pack */
    uint32_t capacity, count;
    char language[16], name[48];
} PackTexts;

/* The file: this, then what it points to. Pointers in it are places counted from its beginning. */
typedef struct PackHead {
    char magic[8];
    uint32_t version, card_bytes;
    uint64_t bytes, sum; /* of the whole; `sum` counts as 0 for itself */
    uint32_t file_count, card_count;
    uint64_t files, cards, places; /* PackFile, Card, CardPlace */
    uint64_t practice;             /* Card; 0: none */
    uint64_t chapters;             /* JOURNEY_CHAPTERS of ChapterPlan */
    PackTexts texts;
} PackHead;

/* The sum of `size` bytes; what is left over of eights counts as well. */
uint64_t deck_pack_sum(const void *bytes, size_t size);

/* What stands in the pack about the deck at `path`, but for its name. False: it can't be seen. */
bool deck_pack_look(const char *path, PackFile *file);

/* Reads the pack at `path` (null: there is none) into `arena`, if it fits the decks of
 * `levels_dir`. False if not, or if it is damaged: then read the decks themselves. The texts are
 * empty unless they fit the file in `lang_dir`. */
bool deck_pack_read(DeckPack *pack, Arena *arena, const char *path, const char *levels_dir,
                    const char *lang_dir);

#endif
