/* SPDX-License-Identifier: MIT */
/* How many requests of each address the game is asked: a flood from one phone must not keep the
 * others waiting. */
#ifndef TB_PACE_H
#define TB_PACE_H

#include <stdbool.h>
#include <stdint.h>

enum {
    PACE_BURST = 200,   /* at once; a page and its four phones take some twenty */
    PACE_A_SECOND = 50, /* from then on */
    PACE_PLACES = 128   /* addresses that are remembered */
};

typedef struct PacePlace {
    uint64_t address;
    int64_t at_ms;
    int64_t left_milli; /* thousandths of requests that are still free */
} PacePlace;

typedef struct Pace {
    PacePlace places[PACE_PLACES];
    int count;
} Pace;

/* Counts a request. False: it is one too many by now. */
bool pace_allows(Pace *pace, uint64_t address, int64_t now_ms);

#endif
