/* SPDX-License-Identifier: MIT */
/* The dealer: which cards a day brings. From the couple's seed, the civil date and what was dealt
 * before, nothing else; so the same day deals the same cards however often it is asked. */
#ifndef TB_DEALER_H
#define TB_DEALER_H

#include "card.h"
#include "day.h"

#include <stdbool.h>
#include <stdint.h>

enum { DEALER_MEMORY_MAX = 4096, DEALER_PLACES = 3, DEALER_SWAPS_A_DAY = 2 };
enum { DEALER_TALK_RESTS_DAYS = 14 }; /* a talk is long: at most one in two weeks */

/* What the dealer remembers of one card. */
typedef struct DealtCard {
    uint64_t id_hash;
    int16_t times;
    int16_t missed; /* how often it did not land, one after the other */
    Day last;
    Day due; /* a card that was missed comes again from this day on; 0: no such day */
} DealtCard;

typedef struct DealerMemory {
    DealtCard cards[DEALER_MEMORY_MAX];
    int count;
    Theme last_theme; /* of the card dealt last, so that themes don't follow each other */
    bool has_last_theme;
} DealerMemory;

enum { DEALER_DECKS_OFF_MAX = 64 };

/* Decks that the couple has switched off, by their ids. */
typedef struct DecksOff {
    char ids[DEALER_DECKS_OFF_MAX][CARD_ID_MAX];
    int count;
} DecksOff;

/* Whether the deck is among them. */
bool decks_are_off(const DecksOff *off, const char *deck);

/* Switches a deck off or on again. With all places taken, nothing more is switched off. */
void decks_switch(DecksOff *off, const char *deck, bool is_on);

/* What is known when a card is wanted. */
typedef struct DealerAsk {
    uint64_t seed;
    Day day;
    int place;         /* 0..2 of the evening; others: any number of the caller's */
    CardKind kind;
    int evenings;      /* played so far: depth rises slowly with them */
    unsigned topics_off; /* bit 1 << Topic: never dealt */
    const DecksOff *decks_off; /* never dealt; null: none */
    bool depth_three;  /* both agreed to deep cards this evening */
    bool deep_only;    /* with depth_three: no others */
    Opens opens;       /* only cards that open this; OPENS_NOTHING: all others */
    bool alone;        /* CARD_TINY: those for one alone, else those for two */
    bool talk_rests;   /* dealer_kind_at: a talk came lately, so none comes now */
    bool in_chapter;   /* only cards of `theme`, its chapter's own first; its card of the kind that
                          is from `low` to `high` hard, if there is one */
    bool of_theme;     /* any card of `theme` that is no chapter's own; none of `spot`, whose
                          theme is what it asks */
    Theme theme;
    int low, high;
    const char (*before)[CARD_ID_MAX]; /* dealt only if nothing else is left; may be null */
    int before_count;
    unsigned weak_skills; /* bit 1 << Skill: cards that train one come about twice as often */
    bool after_slip;   /* CARD_RESPOND: only what is said after a slip (a repair) */
} DealerAsk;

/* The next card, or null if no card of the kind may be dealt. No repeat until the kind is used up,
 * but for a missed card whose day has come. What was dealt today or yesterday, and passed perhaps,
 * doesn't come again while another is left. */
const Card *dealer_pick(const DealerMemory *memory, const CardSet *set, const DealerAsk *ask);

/* How hard a card is: by depth, then by register, 0..8. */
int dealer_hardness(const Card *card);

/* Whether the ask's switches (topics, decks, depth, theme) let this card be dealt at all. */
bool dealer_may_deal(const Card *card, const DealerAsk *ask);

/* Whether it is among the cards `before` of the ask. */
bool dealer_was_before(const Card *card, const DealerAsk *ask);

/* Notes that `card` was dealt. A full memory forgets the card dealt longest ago. */
void dealer_note(DealerMemory *memory, const Card *card, Day day);

/* Whether this card was dealt on `since` or later. */
bool dealer_was_dealt(const DealerMemory *memory, const Card *card, Day since);

/* Whether a card of that kind was dealt on `since` or later. */
bool dealer_has_dealt(const DealerMemory *memory, const CardSet *set, CardKind kind, Day since);

/* Notes how a card that was dealt came off. One that was missed comes again after 3 days, missed
 * once more after 7, then 21 (GAME.md, "The dealer"); after that it takes its turn like any other.
 * Its chapter, or a repair, asks for it earlier at most. */
void dealer_note_landing(DealerMemory *memory, const char *card_id, Day day, bool is_missed);

/* The kind of card at the place of `ask` (its kind is ignored): a respond card, one of another
 * kind, an ask card, and again (GAME.md). The other kinds take turns in an order of the seed's:
 * over as many days as there are, each kind with cards comes once. Now and then a talk stands in
 * for them. */
CardKind dealer_kind_at(const CardSet *set, const DealerAsk *ask);

/* About one card in eight the deck moves on by itself, so that a private pass can't be told from
 * chance: after how many ms of reading (6 to 15 seconds), or 0 for never. `nth` counts the cards
 * shown this evening. */
int dealer_moves_on_after_ms(uint64_t seed, Day day, int nth);

/* Whether this evening begins with asking both, in secret, if a deep card may come: about one
 * evening in four, none of the first eight. */
bool dealer_asks_deeper(uint64_t seed, Day day, int evenings);

/* Whether one comes once both have agreed: three times of four, so that its absence can't be told
 * from chance, and no partner's "not tonight" from the other's. */
bool dealer_goes_deeper(uint64_t seed, Day day);

/* The place at which this evening is dealt short by the deck itself, or DEALER_PLACES for a whole
 * evening: about one evening in ten, never the first three. */
int dealer_short_at(uint64_t seed, Day day, int evenings);

/* Who reads the first card of an evening: 1 or 2. Roles alternate from card to card. */
int dealer_first_sharer(uint64_t seed, Day day);

/* The order in which a card's answers stand or its pieces lie: order[place] = index in the card,
 * for `count` of them. Differs by day. */
void dealer_shuffle(uint64_t seed, Day day, int nth, int order[], int count);

#endif
