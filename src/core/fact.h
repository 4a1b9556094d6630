/* SPDX-License-Identifier: MIT */
/* Facts: what happened, in the order it happened. The only thing that is saved; streaks, stones,
 * charts and settings are computed from them (ARCHITECTURE.md, "facts, not counters").
 *
 * Privacy (GAME.md, principle 5): no fact says who missed, skipped, scored or chose what. A play of
 * one alone says who was there (STREAK.md R1, R4); nothing on screen does. */
#ifndef TB_FACT_H
#define TB_FACT_H

#include "day.h"

#include <stdint.h>

/* Stored: append only, never reuse a number. Comments say what subject, values and text hold. */
typedef enum FactKind {
    FACT_COUPLE = 1,  /* values 0,1: low and high half of the couple's seed */
    FACT_PERSON = 2,  /* values 0: player 1, 2; subject: the looks; text: name, newline, pronouns */
    FACT_SETTING = 3, /* subject: name; values 0: value; text: value in words, if any. The name
                         "deck:" and a deck's id says by 0 or 1 whether its cards are dealt */
    FACT_DEALT = 4,   /* subject: card id; values 0: place in the day, 1: CardKind,
                         2: for a place of the journey, its chapter, 3: and how many cards its
                         round has (0: nine) */
    FACT_CARD = 5,    /* a card was revealed. subject: card id; values 0: CardKind, 1: turn of the
                         first take (respond) or points 0..10 (others), 2: landed 0..6,
                         3: spark 0/1 (talk: how many replies mended something), 4: marks of
                         the answer as five decimal digits (not of spot, ask, do, tiny),
                         5: place in the day, -1 for none of it */
    FACT_SECOND = 6,  /* a second take. subject: card id; values 1 to 4: as above; 3: 0 if the
                         first take had this spark already */
    FACT_NEXT = 7,    /* a card was left unplayed: by a pass, or by the deck itself; never which.
                         subject: card id; values 5: place in the day */
    FACT_SHORT = 8,   /* the evening became one tiny card: by a press or by the deck; never which */
    FACT_PLAY = 9,    /* the streak's row (STREAK.md R1); values 0: 1 A, 2 B, 3 AB, 1: rollover;
                         text: the time zone's name, if known */
    FACT_REPAIR = 10, /* a repair card was played together (STREAK.md R9); values 0: the Day that
                         it names, 1: rollover */
    FACT_CHALLENGE = 11, /* subject: card id; values 0: ChallengeState, 1: hour chosen for later */
    FACT_FIRST_RUN = 12, /* the calm card was read, the practice card played */
    FACT_AWAY = 13,   /* a planned pause from `day` to values 0, a Day. From `day` on it stands in
                         place of earlier ones: values 0 before `day` says "we're back" */
    FACT_CHAPTER = 14, /* a card of the journey was played or left. subject: card id; values 0:
                          chapter, 1: MomentKind */
    FACT_KEYSTONE = 15, /* a chapter's ceremony was seen; values 0: chapter */
    FACT_STAR = 16,   /* our map, from when both agreed: what a sharer would have loved to hear.
                         values 0: 1, 2, mixed with the moment as in FACT_TOPICS, 1: MapStyle,
                         2: bits of the styles that the card offered */
    FACT_MET = 17,    /* our map: an ask card that both answered; values 0: 1 alike, 0 not */
    FACT_MAP = 18,    /* our map; values 0: as of FACT_STAR, 1: MapAct KEEP, STOP or CLEAR */
    FACT_MAP_LINE = 19, /* our map: a line the other may see; values 0: as of FACT_STAR,
                           1, 2: MapStyle it prefers, and to which, 3: 1 shown, 0 not */
    FACT_TOPICS = 20, /* which topics a partner wants left out; the latest stands. values 0: 1, 2;
                         1: their bits, mixed with the moment, so that nobody reads them by chance;
                         whoever sets out to can work them out */
    FACT_KEPT = 23,   /* both chose to keep an answer for the week of their chapter. subject:
                         card id; values 0: chapter, 1: which of the card's answers */
    FACT_WORD = 26,   /* a word from a workshop was said at home: fourteen evenings of its plan.
                         subject: the plan's id; "" ends it */
    FACT_KIND_END
} FactKind;

enum { FACT_VALUES = 6, FACT_SUBJECT_MAX = 80, FACT_TEXT_MAX = 200, FACT_RULES_VERSION = 1 };

typedef struct Fact {
    uint8_t id[16];       /* random; filled in by the store when zero */
    int64_t device;       /* filled in by the store when zero */
    int64_t seq;          /* order of recording on that device; filled in by the store */
    FactKind kind;
    int rules_version;    /* the rules that its points follow */
    int64_t utc_ms;
    int offset_min;
    Day day;              /* play date, fixed when it happened (STREAK.md R2) */
    int32_t values[FACT_VALUES];
    char subject[FACT_SUBJECT_MAX];
    char text[FACT_TEXT_MAX];
} Fact;

#endif
