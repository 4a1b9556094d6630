/* SPDX-License-Identifier: MIT */
/* The journey's rules: what comes in a chapter, and what a chapter remembers. */
#include "journey.h"

#include "text.h"

enum { LIGHT_PLACES = 3, EVENINGS_MANY = 100 };

CardKind journey_kind_at(int place) {
    static const CardKind kinds[JOURNEY_CARDS] = {
        CARD_SCENE,   CARD_RESPOND,   CARD_LISTEN,  CARD_RESPOND, CARD_REWORD,
        CARD_RESPOND, CARD_OWN_WORDS, CARD_RESPOND, CARD_TALK,
    };
    return kinds[place];
}

int journey_evenings_at(int place) {
    return place < LIGHT_PLACES ? 0 : EVENINGS_MANY;
}

bool journey_is_open(const Journey *journey, int chapter) {
    return chapter == 0 || journey->chapters[0].rounds > 0;
}

bool journey_keystone_waits(const Journey *journey, int chapter) {
    const Chapter *at = &journey->chapters[chapter];
    return at->place == JOURNEY_CARDS && !at->has_keystone;
}

int journey_count(const Chapter *chapter, MomentKind kind) {
    int count = 0;
    for (int i = 0; i < chapter->place; i++) {
        count += chapter->moments[i].kind == kind;
    }
    return count;
}

int journey_lanterns_earned(const Chapter *chapter) {
    if (chapter->place < JOURNEY_CARDS) {
        return 0;
    }
    return 1 + (journey_count(chapter, MOMENT_WALL) == 0) +
           (journey_count(chapter, MOMENT_QUIET) == 0);
}

int journey_place_of_day(int day) {
    return day + 1;
}

void journey_deal(Journey *journey, int chapter, const char *card) {
    Chapter *at = &journey->chapters[chapter];
    if (at->has_keystone) {
        *at = (Chapter){.rounds = at->rounds, .lanterns = at->lanterns};
    }
    journey->now = chapter;
    if (at->place < JOURNEY_CARDS) {
        text_copy(at->moments[at->place].card, CARD_ID_MAX, card);
    }
}

void journey_note(Journey *journey, int chapter, const char *card, MomentKind kind) {
    Chapter *at = &journey->chapters[chapter];
    journey->now = chapter;
    if (at->place < JOURNEY_CARDS) {
        Moment *moment = &at->moments[at->place++];
        text_copy(moment->card, CARD_ID_MAX, card);
        moment->kind = kind;
    }
}

void journey_finish(Journey *journey, int chapter) {
    Chapter *at = &journey->chapters[chapter];
    int earned = journey_lanterns_earned(at);
    if (!journey_keystone_waits(journey, chapter)) {
        return;
    }
    at->has_keystone = true;
    at->rounds++;
    at->lanterns = earned > at->lanterns ? earned : at->lanterns;
}
