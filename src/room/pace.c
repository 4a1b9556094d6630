/* SPDX-License-Identifier: MIT */
/* A bucket for each address, filled at an even rate. */
#include "pace.h"

enum { MILLI = 1000 };

static void fill(PacePlace *place, int64_t now_ms) {
    int64_t full = (int64_t)PACE_BURST * MILLI;
    int64_t waited_ms = now_ms - place->at_ms;
    place->left_milli += waited_ms > MILLI * PACE_BURST ? full : waited_ms * PACE_A_SECOND;
    if (place->left_milli > full) {
        place->left_milli = full;
    }
    place->at_ms = now_ms;
}

/* Its place, or that of the address that has been silent for longest. */
static PacePlace *place_of(Pace *pace, uint64_t address, int64_t now_ms) {
    PacePlace *oldest = &pace->places[0];
    for (int i = 0; i < pace->count; i++) {
        PacePlace *place = &pace->places[i];
        if (place->address == address) {
            return place;
        }
        oldest = place->at_ms < oldest->at_ms ? place : oldest;
    }
    PacePlace *place = pace->count < PACE_PLACES ? &pace->places[pace->count++] : oldest;
    *place = (PacePlace){address, now_ms, (int64_t)PACE_BURST * MILLI};
    return place;
}

bool pace_allows(Pace *pace, uint64_t address, int64_t now_ms) {
    PacePlace *place = place_of(pace, address, now_ms);
    fill(place, now_ms);
    if (place->left_milli < MILLI) {
        return false;
    }
    place->left_milli -= MILLI;
    return true;
}
