/* SPDX-License-Identifier: MIT */
/* What has grown in the couple's valley: by evenings played in all, chapters walked and the
 * calendar. Nothing is ever taken away but by the season, and for being absent never (GAME.md). */
#ifndef TB_VALLEY_GROWTH_H
#define TB_VALLEY_GROWTH_H

#include "chapter.h"

#include <stdbool.h>

typedef enum Season { SEASON_SPRING, SEASON_SUMMER, SEASON_AUTUMN, SEASON_WINTER } Season;

/* The season of a month 1..12; turned round in the south. */
Season season_of_month(int month, bool south);

/* What stands there by evenings. */
typedef enum GrowthKind {
    GROWTH_BED,     /* its plants by the season: bulbs, flowers, pumpkins, snow */
    GROWTH_TREE,    /* planted small, it takes a year to grow tall */
    GROWTH_GATE,
    GROWTH_BENCH,
    GROWTH_HIVE,
    GROWTH_SUNDIAL,
    GROWTH_GIFT,    /* of a chapter */
    GROWTH_KIND_COUNT
} GrowthKind;

typedef struct Grown {
    GrowthKind kind;
    Gift gift;        /* GROWTH_GIFT */
    int x, y;         /* points from the bridge's middle at the top of the banks; +y is nearer */
    int size_percent; /* of what it is drawn for */
} Grown;

enum { GROWTH_MAX = 9 + GIFT_COUNT, GROWTH_FLOWERS_MAX = 9, GROWTH_YEAR = 365 };

typedef struct Growth {
    Season season;
    int flowers; /* on each bank, 0..GROWTH_FLOWERS_MAX; in winter none */
    Grown things[GROWTH_MAX]; /* from far to near */
    int count;
} Growth;

typedef struct Garden {
    int evenings;   /* played together in all */
    unsigned gifts; /* bit 1 << Gift */
    Season season;
} Garden;

/* The same garden gives the same growth; more evenings or gifts only add to it. */
void valley_grow(const Garden *garden, Growth *growth);

/* How many evenings it takes until the next thing stands; 0: all do. */
int valley_evenings_to_next(int evenings);

#endif
