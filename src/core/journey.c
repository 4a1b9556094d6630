/* SPDX-License-Identifier: MIT */
/* The journey's rules: what comes in a chapter, and what a chapter remembers. */
#include "journey.h"

#include "text.h"

#include <stddef.h>

enum { EVENINGS_MANY = 100, HARDNESS_MOST = 5, HARDNESS_SPREAD = 3 };

CardKind journey_kind_at(const ChapterPlan *plan, int cards, int place) {
    if (place == cards - 1) {
        return CARD_TALK;
    }
    return place < plan->card_count - 1 ? plan->kinds[place] : CARD_RESPOND;
}

int journey_evenings_at(int cards, int place) {
    return place < cards / 3 ? 0 : EVENINGS_MANY;
}

void journey_hardness_at(int cards, int place, int last, int *low, int *high) {
    int small = cards - 2;
    int top = 1 + (place - 1) * HARDNESS_MOST / (small - 1);
    top = top < 1 ? 1 : top > HARDNESS_MOST ? HARDNESS_MOST : top;
    int bottom = top - HARDNESS_SPREAD;
    *low = bottom > last ? bottom : last;
    *high = top > *low ? top : *low;
}

bool journey_is_open(const Journey *journey, int chapter) {
    return chapter == 0 || journey->chapters[0].rounds > 0;
}

bool journey_keystone_waits(const Journey *journey, int chapter) {
    const Chapter *at = &journey->chapters[chapter];
    return at->cards > 0 && at->place == at->cards && !at->has_keystone;
}

int journey_count(const Chapter *chapter, MomentKind kind) {
    int count = 0;
    for (int i = 0; i < chapter->place; i++) {
        count += chapter->moments[i].kind == kind;
    }
    return count;
}

int journey_lanterns_earned(const Chapter *chapter) {
    if (chapter->cards == 0 || chapter->place < chapter->cards) {
        return 0;
    }
    return 1 + (journey_count(chapter, MOMENT_WALL) == 0) +
           (journey_count(chapter, MOMENT_QUIET) == 0);
}

int journey_place_of_day(int cards, int day) {
    int small = cards - 2 > JOURNEY_WEEK ? cards - 2 : JOURNEY_WEEK;
    return 1 + (day * (small - 1) + (JOURNEY_WEEK - 1) / 2) / (JOURNEY_WEEK - 1);
}

static void begin_round(Chapter *at, int cards) {
    Chapter fresh = {.rounds = at->rounds, .lanterns = at->lanterns};
    for (int i = 0; i < JOURNEY_CARDS_MAX; i++) {
        text_copy(fresh.before[i], CARD_ID_MAX, at->moments[i].card);
    }
    bool is_possible = cards >= JOURNEY_CARDS_MIN && cards <= JOURNEY_CARDS_MAX;
    fresh.cards = is_possible ? cards : JOURNEY_CARDS;
    *at = fresh;
}

void journey_deal(Journey *journey, int chapter, const char *card, int cards) {
    Chapter *at = &journey->chapters[chapter];
    if (at->has_keystone || at->cards == 0) {
        begin_round(at, cards);
    }
    journey->now = chapter;
    if (at->place < at->cards) {
        text_copy(at->moments[at->place].card, CARD_ID_MAX, card);
    }
}

void journey_note(Journey *journey, int chapter, const char *card, MomentKind kind) {
    Chapter *at = &journey->chapters[chapter];
    journey->now = chapter;
    if (at->cards == 0) {
        begin_round(at, 0);
    }
    if (at->place < at->cards) {
        Moment *moment = &at->moments[at->place++];
        text_copy(moment->card, CARD_ID_MAX, card);
        moment->kind = kind;
    }
}

void journey_keep(Journey *journey, int chapter, const char *card, int answer) {
    Chapter *at = &journey->chapters[chapter];
    Moment *last = at->place > 0 ? &at->moments[at->place - 1] : NULL;
    if (last && text_equal(last->card, card) && answer >= 0 && answer < CARD_ANSWERS) {
        last->kept = answer + 1;
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
