/* SPDX-License-Identifier: MIT */
/* The journey (GAME.md): eleven chapters, one for each theme, of nine cards each; what became of
 * them is kept by card, never by who. A chapter ends with its keystone and its week. */
#ifndef TB_JOURNEY_H
#define TB_JOURNEY_H

#include "card.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    JOURNEY_CHAPTERS = THEME_COUNT, /* in the order of the themes, which is GAME.md's */
    JOURNEY_CARDS = 9,
    JOURNEY_LANTERNS = 3,
    JOURNEY_WEEK = 7
};

/* What one card of a chapter did. Stored: append only. */
typedef enum MomentKind {
    MOMENT_OPEN = 0,   /* dealt, not played yet; or not even dealt */
    MOMENT_QUIET = 1,  /* left: by a pass or by the deck, never which */
    MOMENT_ROCKED = 2, /* half a turn, or nothing that moves a stone */
    MOMENT_BRIDGE = 3,
    MOMENT_WALL = 4,
    MOMENT_MENDED = 5, /* a second take, or a reply that mended */
    MOMENT_KIND_COUNT
} MomentKind;

typedef struct Moment {
    char card[CARD_ID_MAX]; /* "" not dealt yet */
    MomentKind kind;
} Moment;

typedef struct Chapter {
    Moment moments[JOURNEY_CARDS]; /* of the round under way, or the last one */
    int place;                     /* cards done, 0..JOURNEY_CARDS */
    bool has_keystone;             /* of this round: the ceremony was seen */
    int rounds;                    /* ceremonies seen, replays included */
    int lanterns;                  /* the most of any round */
} Chapter;

typedef struct Journey {
    Chapter chapters[JOURNEY_CHAPTERS];
    int now; /* the chapter that was played last, 0 at first */
} Journey;

/* The kind of card at a place of a chapter: it opens with a scene and ends with a long talk, and
 * between them the five kinds grow harder. */
CardKind journey_kind_at(int place);

/* How deep the cards of a place may go (the dealer's `evenings`): the first third stays light. */
int journey_evenings_at(int place);

/* The first chapter is open, and all others once it has its keystone (GAME.md: any order). */
bool journey_is_open(const Journey *journey, int chapter);

/* The keystone waits: all cards are done, and the ceremony wasn't seen. */
bool journey_keystone_waits(const Journey *journey, int chapter);

/* Three lanterns by what was done: walked to the end; nothing left on the wall; no card left out.
 */
int journey_lanterns_earned(const Chapter *chapter);

int journey_count(const Chapter *chapter, MomentKind kind);

/* The place in the chapter of a day of the week, 0..6: the seven cards between the opening scene
 * and the talk, which were small moments. */
int journey_place_of_day(int day);

/* --- Changes, by facts only ------------------------------------------------------------------- */

/* A card was dealt for the next place; a chapter that was finished begins again. */
void journey_deal(Journey *journey, int chapter, const char *card);

/* The card at the next place was played or left. */
void journey_note(Journey *journey, int chapter, const char *card, MomentKind kind);

/* The ceremony was seen. */
void journey_finish(Journey *journey, int chapter);

#endif
