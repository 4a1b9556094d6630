/* SPDX-License-Identifier: MIT */
/* Dealing by hash: each candidate gets a lot from seed, day, place and its id; the lowest wins. */
#include "dealer.h"

#include "hash.h"
#include "random.h"
#include "text.h"

#include <stddef.h>
#include <string.h>

enum {
    DEPTH_TWO_FROM_EVENING = 4, /* depth rises slowly: the first evenings stay light */
    SHORT_NOT_BEFORE = 3,
    DEEP_NOT_BEFORE = 8,
    ONE_ASKS_DEEPER_IN = 4,
    ONE_STAYS_LIGHT_IN = 4,
    ONE_SHORT_IN = 10,
    ONE_MOVES_ON_IN = 8,
    ONE_TALK_IN = 3, /* of the days on which none was dealt lately */
    MOVES_ON_MIN_MS = 6000,
    MOVES_ON_SPREAD_MS = 9000,
    DEALER_BAG = 900000 /* no card is the evening's 900,000th */
};

static const DealtCard *memory_find(const DealerMemory *memory, uint64_t id_hash) {
    for (int i = 0; i < memory->count; i++) {
        if (memory->cards[i].id_hash == id_hash) {
            return &memory->cards[i];
        }
    }
    return NULL;
}

static Random dealer_random(uint64_t seed, Day day, uint64_t purpose) {
    uint64_t hash = hash_u64(HASH_START, seed);
    hash = hash_u64(hash, (uint64_t)(int64_t)day);
    return (Random){hash_u64(hash, purpose)};
}

bool decks_are_off(const DecksOff *off, const char *deck) {
    for (int i = 0; i < off->count; i++) {
        if (text_equal(off->ids[i], deck)) {
            return true;
        }
    }
    return false;
}

void decks_switch(DecksOff *off, const char *deck, bool is_on) {
    int kept = 0;
    for (int i = 0; i < off->count; i++) {
        if (!text_equal(off->ids[i], deck)) {
            memmove(off->ids[kept++], off->ids[i], sizeof off->ids[0]);
        }
    }
    off->count = kept;
    if (!is_on && off->count < DEALER_DECKS_OFF_MAX) {
        text_copy(off->ids[off->count++], CARD_ID_MAX, deck);
    }
}

bool dealer_may_deal(const Card *card, const DealerAsk *ask) {
    if (card->kind != ask->kind || (card->topics & ask->topics_off) ||
        (ask->decks_off && decks_are_off(ask->decks_off, card->deck))) {
        return false;
    }
    if (card->opens != ask->opens || (ask->deep_only && card->depth < 3)) {
        return false;
    }
    if (card->kind == CARD_TINY && (card->act == TINY_ALONE) != ask->alone) {
        return false;
    }
    if (ask->in_chapter ? card->theme != ask->theme : card->chapter_only) {
        return false;
    }
    if (ask->of_theme && (card->theme != ask->theme || card->kind == CARD_SPOT)) {
        return false;
    }
    if (ask->after_slip && card->situation != SITUATION_AFTER_SLIP) {
        return false;
    }
    if (card->depth >= 3) {
        return ask->depth_three;
    }
    bool may_be_early = card->depth < 2 || ask->after_slip; /* hardly any of those is light */
    return may_be_early || ask->evenings >= DEPTH_TWO_FROM_EVENING;
}

int dealer_hardness(const Card *card) {
    return (card->depth - 1) * REGISTER_COUNT + (int)card->reg;
}

bool dealer_was_before(const Card *card, const DealerAsk *ask) {
    for (int i = 0; i < ask->before_count; i++) {
        if (text_equal(ask->before[i], card->id)) {
            return true;
        }
    }
    return false;
}

/* How far from what the chapter asks for here; it must not grow lighter, so that counts more. */
static int off_hardness(const Card *card, const DealerAsk *ask) {
    int hard = dealer_hardness(card);
    if (!ask->in_chapter) {
        return 0;
    }
    if (hard < ask->low) {
        return CARD_DEPTH_MAX * REGISTER_COUNT + ask->low - hard;
    }
    return hard > ask->high ? hard - ask->high : 0;
}

typedef struct Candidate {
    const Card *card;
    bool was_before; /* in_chapter; so off_hardness and is_own */
    int off_hardness;
    bool is_own;
    bool is_due;
    int times;
    int rest_days; /* since it was dealt: 0, 1, or 2 for longer ago and never */
    bool same_theme;
    uint64_t lot;
} Candidate;

static bool candidate_is_better(const Candidate *a, const Candidate *b) {
    if (!b->card) {
        return true;
    }
    if (a->is_due != b->is_due) {
        return a->is_due;
    }
    if (a->was_before != b->was_before) {
        return b->was_before;
    }
    if (a->rest_days != b->rest_days) {
        return a->rest_days > b->rest_days;
    }
    if (a->off_hardness != b->off_hardness) {
        return a->off_hardness < b->off_hardness;
    }
    if (a->times != b->times) {
        return a->times < b->times;
    }
    if (a->is_own != b->is_own) {
        return a->is_own;
    }
    if (a->same_theme != b->same_theme) {
        return !a->same_theme;
    }
    return a->lot < b->lot;
}

static int rest_days(const DealtCard *dealt, Day day) {
    if (!dealt || dealt->last > day || dealt->last < day - 1) {
        return 2;
    }
    return (int)(day - dealt->last);
}

/* A second lot for cards that train what lands less well. */
static uint64_t lot_of(const Card *card, uint64_t id_hash, const DealerAsk *ask) {
    Random random = dealer_random(ask->seed ^ id_hash, ask->day, (uint64_t)ask->place);
    uint64_t lot = random_next(&random), other = random_next(&random);
    return (card->skills & ask->weak_skills) && other < lot ? other : lot;
}

static bool is_due(const DealtCard *dealt, const DealerAsk *ask) {
    bool is_asked_for = ask->in_chapter || ask->after_slip;
    return dealt && dealt->due != 0 && dealt->due <= ask->day && !is_asked_for;
}

const Card *dealer_pick(const DealerMemory *memory, const CardSet *set, const DealerAsk *ask) {
    Candidate best = {0};
    for (int i = 0; i < set->count; i++) {
        const Card *card = &set->cards[i];
        if (!dealer_may_deal(card, ask)) {
            continue;
        }
        uint64_t id_hash = hash_text(HASH_START, card->id);
        const DealtCard *dealt = memory_find(memory, id_hash);
        Candidate candidate = {
            .card = card,
            .was_before = dealer_was_before(card, ask),
            .off_hardness = off_hardness(card, ask),
            .is_own = ask->in_chapter && card->chapter_only,
            .is_due = is_due(dealt, ask),
            .times = dealt ? dealt->times : 0,
            .rest_days = rest_days(dealt, ask->day),
            .same_theme = memory->has_last_theme && card->theme == memory->last_theme,
            .lot = lot_of(card, id_hash, ask),
        };
        if (candidate_is_better(&candidate, &best)) {
            best = candidate;
        }
    }
    return best.card;
}

static DealtCard *memory_slot(DealerMemory *memory, uint64_t id_hash) {
    DealtCard *oldest = &memory->cards[0];
    for (int i = 0; i < memory->count; i++) {
        if (memory->cards[i].id_hash == id_hash) {
            return &memory->cards[i];
        }
        if (memory->cards[i].last < oldest->last) {
            oldest = &memory->cards[i];
        }
    }
    if (memory->count < DEALER_MEMORY_MAX) {
        oldest = &memory->cards[memory->count++];
    }
    *oldest = (DealtCard){.id_hash = id_hash};
    return oldest;
}

void dealer_note(DealerMemory *memory, const Card *card, Day day) {
    DealtCard *slot = memory_slot(memory, hash_text(HASH_START, card->id));
    slot->times++;
    slot->last = day;
    slot->due = 0;
    bool has_theme =
        card->kind == CARD_RESPOND || card->kind == CARD_SPOT || card->kind == CARD_ASK;
    if (has_theme && card->opens == OPENS_NOTHING) {
        memory->last_theme = card->theme;
        memory->has_last_theme = card->theme < THEME_COUNT;
    }
}

void dealer_note_landing(DealerMemory *memory, const char *card_id, Day day, bool is_missed) {
    static const int after_days[] = {3, 7, 21};
    enum { RETURNS = sizeof after_days / sizeof after_days[0] };
    uint64_t id_hash = hash_text(HASH_START, card_id);
    for (int i = 0; i < memory->count; i++) {
        DealtCard *dealt = &memory->cards[i];
        if (dealt->id_hash != id_hash) {
            continue;
        }
        bool returns = is_missed && dealt->missed < RETURNS;
        dealt->due = returns ? day + after_days[dealt->missed] : 0;
        dealt->missed = (int16_t)(returns ? dealt->missed + 1 : 0);
    }
}

/* The kinds between respond and ask; one that stands here twice comes twice as often. */
static const CardKind other_kinds[] = {CARD_SPOT, CARD_REWORD, CARD_LISTEN, CARD_OWN_WORDS,
                                       CARD_SCENE};

enum { OTHER_KINDS = sizeof other_kinds / sizeof other_kinds[0] };

static bool has_card(const CardSet *set, DealerAsk ask, CardKind kind) {
    ask.kind = kind;
    for (int i = 0; i < set->count; i++) {
        if (dealer_may_deal(&set->cards[i], &ask)) {
            return true;
        }
    }
    return false;
}

bool dealer_was_dealt(const DealerMemory *memory, const Card *card, Day since) {
    const DealtCard *dealt = memory_find(memory, hash_text(HASH_START, card->id));
    return dealt && dealt->last >= since;
}

bool dealer_has_dealt(const DealerMemory *memory, const CardSet *set, CardKind kind, Day since) {
    for (int i = 0; i < set->count; i++) {
        const Card *card = &set->cards[i];
        const DealtCard *dealt =
            card->kind == kind ? memory_find(memory, hash_text(HASH_START, card->id)) : NULL;
        if (dealt && dealt->last >= since) {
            return true;
        }
    }
    return false;
}

static bool is_talk_due(const CardSet *set, const DealerAsk *ask, bool has_others) {
    Random random = dealer_random(ask->seed, ask->day, 5000);
    bool is_its_day = !has_others || random_below(&random, ONE_TALK_IN) == 0;
    return is_its_day && !ask->talk_rests && has_card(set, *ask, CARD_TALK);
}

/* A bag of all kinds that have cards: emptied in as many days, then filled again. Extra cards draw
 * from bags of their own. */
static CardKind other_kind(const CardSet *set, const DealerAsk *ask) {
    CardKind bag[OTHER_KINDS];
    int count = 0, order[OTHER_KINDS];
    for (int i = 0; i < OTHER_KINDS; i++) {
        if (has_card(set, *ask, other_kinds[i])) {
            bag[count++] = other_kinds[i];
        }
    }
    if (is_talk_due(set, ask, count > 0)) {
        return CARD_TALK;
    }
    if (count == 0) {
        return CARD_SPOT;
    }
    int turn = (int)ask->day + ask->place / DEALER_PLACES;
    dealer_shuffle(ask->seed, turn / count, DEALER_BAG, order, count);
    return bag[order[turn % count]];
}

CardKind dealer_kind_at(const CardSet *set, const DealerAsk *ask) {
    switch (ask->place % DEALER_PLACES) {
    case 0: return CARD_RESPOND;
    case 1: return other_kind(set, ask);
    default: return CARD_ASK;
    }
}

int dealer_moves_on_after_ms(uint64_t seed, Day day, int nth) {
    Random random = dealer_random(seed, day, 1000u + (uint64_t)nth);
    if (random_below(&random, ONE_MOVES_ON_IN) != 0) {
        return 0;
    }
    return MOVES_ON_MIN_MS + random_below(&random, MOVES_ON_SPREAD_MS);
}

bool dealer_asks_deeper(uint64_t seed, Day day, int evenings) {
    Random random = dealer_random(seed, day, 6000);
    return evenings >= DEEP_NOT_BEFORE && random_below(&random, ONE_ASKS_DEEPER_IN) == 0;
}

bool dealer_goes_deeper(uint64_t seed, Day day) {
    Random random = dealer_random(seed, day, 7000);
    return random_below(&random, ONE_STAYS_LIGHT_IN) != 0;
}

int dealer_short_at(uint64_t seed, Day day, int evenings) {
    Random random = dealer_random(seed, day, 2000);
    if (evenings < SHORT_NOT_BEFORE || random_below(&random, ONE_SHORT_IN) != 0) {
        return DEALER_PLACES;
    }
    return random_below(&random, DEALER_PLACES);
}

int dealer_first_sharer(uint64_t seed, Day day) {
    Random random = dealer_random(seed, day, 3000);
    return 1 + random_below(&random, 2);
}

void dealer_shuffle(uint64_t seed, Day day, int nth, int order[], int count) {
    Random random = dealer_random(seed, day, 4000u + (uint64_t)nth);
    for (int i = 0; i < count; i++) {
        order[i] = i;
    }
    for (int i = count - 1; i > 0; i--) {
        int j = random_below(&random, i + 1);
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
    }
}
