/* SPDX-License-Identifier: MIT */
/* Decks into cards. A card with an error is left out, the others of its deck stay; a deck that is
 * no proper YAML, or whose head is wrong, is left out whole. How a deck is written:
 * levels/README.md. */
#ifndef TB_DECK_H
#define TB_DECK_H

#include "arena.h"
#include "card.h"
#include "chapter.h"
#include "findings.h"
#include "strings.h"

#include <stddef.h>

/* Limits in characters (code points), as written. */
enum {
    DECK_TITLE_MAX = 28,
    DECK_MANNER_MAX = 60,
    DECK_SCENE_LINE_MAX = 280, /* scene and line together */
    DECK_ANSWER_MAX = 140,
    DECK_NOTE_MAX = 60,
    DECK_LANDS_MAX = 90,
    DECK_WHY_MAX = 160,
    DECK_QUESTION_MAX = 140,
    DECK_CHOICE_MAX = 60,
    DECK_TALK_MAX = 120,
    DECK_DO_MAX = 280,
    DECK_MINUTES_MAX = 240,
    DECK_TINY_MAX = 120,
    DECK_ACCUSATION_MAX = 140,
    DECK_CHUNK_MAX = 80,
    DECK_CHUNKS_MIN = 8, /* and at most CARD_CHUNKS_MAX */
    DECK_HINT_MAX = 120,
    DECK_READ_ALOUD_MAX = 280,
    DECK_SETTING_MAX = 120,
    DECK_PERSON_MAX = 16,
    DECK_SPEECH_MAX = 120,
    DECK_DOES_MAX = 60,
    DECK_MARK_WHY_MAX = 120,
    DECK_PAUSE_MAX_MS = 3000,
    DECK_MARKS_MIN = 3, /* in a scene */
    DECK_TALK_SCENE_MAX = 200,
    DECK_TALK_LINE_MAX = 160,
    DECK_REPLY_MAX = 120,
    DECK_LAST_MAX = 160,
    DECK_NODE_NAME_MAX = 31,
    DECK_ENDINGS_MIN = 3, /* in a talk */
    DECK_REPAIRS_MIN = 2, /* likewise */
    DECK_TINY_NOTE_MAX = 80,
    DECK_CHAPTER_TITLE_MAX = 40,
    DECK_ABOUT_MAX = 120,
    DECK_OPENING_MAX = 280,
    DECK_CLOSING_MAX = 200,
    DECK_CARDS_MAX = 12000 /* over all decks */
};

/* The deck with this id holds the card of the first start and is never dealt. */
#define DECK_PRACTICE "practice"

/* Cards while they are being collected from several decks. */
typedef struct DeckSet DeckSet;

/* `texts` keeps what the cards point to and must outlive them. Null when memory is out. */
DeckSet *deck_set_open(Arena *texts);
void deck_set_close(DeckSet *set);

/* From now on a card whose icon isn't among the .svg files of `dir` gets a warning. `dir` must
 * outlive the set. For authors: the game itself draws what it has. */
void deck_set_check_icons(DeckSet *set, const char *dir);

/* Reads one deck. ERR_OK also when cards were left out; what was wrong is in `findings`. */
Err deck_read_file(DeckSet *set, const char *path, Findings *findings);

/* A deck's head, as far as it can be read. */
typedef struct DeckName {
    const char *id, *title; /* in the arena; "" if they can't be read */
} DeckName;

/* Likewise, and tells the deck's name. */
Err deck_read_named(DeckSet *set, const char *path, DeckName *name, Findings *findings);

/* How many cards have been read so far, the practice card aside. */
int deck_set_count(const DeckSet *set);

/* The same from memory; `name` stands for the file. */
Err deck_read_text(DeckSet *set, const char *name, const char *bytes, size_t size,
                   Findings *findings);

/* Where a card begins. */
typedef struct CardPlace {
    const char *file;
    int line;
} CardPlace;

/* The chapters of the journey that the decks tell; the first one of a theme counts. */
ChapterSet deck_set_chapters(const DeckSet *set);

/* Once all decks are read: whether each chapter's scene and talk are there. If any chapter is told,
 * a theme without one is noted too, for `folder`. */
void deck_set_check_chapters(DeckSet *set, const char *folder, Findings *findings);

/* Cards that were read from decks before, and the English texts. */
typedef struct DeckPack {
    CardSet cards;           /* sorted as by deck_set_cards */
    const CardPlace *places; /* one for each of them */
    const Card *practice;    /* or null */
    const ChapterPlan *chapters; /* JOURNEY_CHAPTERS, by theme */
    StringTable english;         /* empty: read the file itself */
} DeckPack;

/* Takes them in as if their decks had been read just now. They must outlive the set. */
Err deck_set_take_pack(DeckSet *set, const DeckPack *pack);

/* All cards to deal, sorted by kind and then id, in the arena. Cards of `ask` and `do` without a
 * theme have THEME_COUNT. Empty when memory is out. */
CardSet deck_set_cards(DeckSet *set);

/* The line in which the card with this id begins, and its file; 0 if there is none. */
int deck_set_place(const DeckSet *set, const char *id, const char **file);

/* The card of the practice deck, in the arena; null if there is none. */
const Card *deck_set_practice(DeckSet *set);

#endif
