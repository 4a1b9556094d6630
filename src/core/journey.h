/* SPDX-License-Identifier: MIT */
/* The journey (GAME.md): eleven chapters, one for each theme, of eight to twelve cards; what became
 * of them is kept by card, never by who. A chapter ends with its keystone and its week. */
#ifndef TB_JOURNEY_H
#define TB_JOURNEY_H

#include "chapter.h"

#include <stdbool.h>
#include <stdint.h>

enum { JOURNEY_LANTERNS = 3, JOURNEY_WEEK = 7 };

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
    int kept; /* the answer of the card that both chose to keep, plus 1; 0: none */
} Moment;

typedef struct Chapter {
    Moment moments[JOURNEY_CARDS_MAX]; /* of the round under way, or the last one */
    char before[JOURNEY_CARDS_MAX][CARD_ID_MAX]; /* the cards of the round before it */
    int cards;                     /* of that round; 0: never begun */
    int place;                     /* cards done, 0..cards */
    bool has_keystone;             /* of this round: the ceremony was seen */
    int rounds;                    /* ceremonies seen, replays included */
    int lanterns;                  /* the most of any round */
} Chapter;

typedef struct Journey {
    Chapter chapters[JOURNEY_CHAPTERS];
    int now; /* the chapter that was played last, 0 at first */
} Journey;

/* The kind of card at a place of a round of `cards`; a talk is the last, even if the plan has
 * changed since the round began. */
CardKind journey_kind_at(const ChapterPlan *plan, int cards, int place);

/* How deep the cards of a place may go (the dealer's `evenings`): the first third stays light. */
int journey_evenings_at(int cards, int place);

/* How hard the card at a place should be, by the dealer's measure: from `low` to `high`, which
 * rise through the chapter; not below `last`, that of the small card before it. */
void journey_hardness_at(int cards, int place, int last, int *low, int *high);

/* The first chapter is open, and all others once it has its keystone (GAME.md: any order). */
bool journey_is_open(const Journey *journey, int chapter);

/* The keystone waits: all cards are done, and the ceremony wasn't seen. */
bool journey_keystone_waits(const Journey *journey, int chapter);

/* Three lanterns by what was done: walked to the end; nothing left on the wall; no card left out.
 */
int journey_lanterns_earned(const Chapter *chapter);

int journey_count(const Chapter *chapter, MomentKind kind);

/* The place in a round of `cards` of a day of the week, 0..6: seven of the small moments between
 * the opening scene and the talk; of the shortest round the talk is the Sunday. */
int journey_place_of_day(int cards, int day);

/* --- Changes, by facts only ------------------------------------------------------------------- */

/* A card was dealt for the next place; a chapter that was finished begins again, with so many
 * `cards` (0: JOURNEY_CARDS). */
void journey_deal(Journey *journey, int chapter, const char *card, int cards);

/* The card at the next place was played or left. */
void journey_note(Journey *journey, int chapter, const char *card, MomentKind kind);

/* Both chose to keep this answer of the card that was played last. */
void journey_keep(Journey *journey, int chapter, const char *card, int answer);

/* The ceremony was seen. */
void journey_finish(Journey *journey, int chapter);

#endif
