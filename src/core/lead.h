/* SPDX-License-Identifier: MIT */
/* Leading a room through a plan: where the evening stands, what the wall shows, the hands that the
 * leader counted. In memory only, apart from the couple's game: no fact comes of it, and all of it
 * is wiped at the end (GAME.md, "The workshop"; screens-2.md 30 to 32). */
#ifndef TB_LEAD_H
#define TB_LEAD_H

#include "plan.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    LEAD_TAKES = 2,      /* first instinct, after talking */
    LEAD_FEW = 5,        /* fewer answers than these are shown to nobody (SCIENCE.md 2) */
    LEAD_HANDS_MAX = 60, /* 30 couples */
    LEAD_STONES = 21,    /* of the room's bridge */
    LEAD_EXTRA_MAX = 60  /* minutes more or fewer */
};

typedef enum LeadPlace {
    LEAD_CHOOSING, /* the plans */
    LEAD_LOBBY,    /* the room comes in */
    LEAD_RUNNING,  /* `step` of the plan */
    LEAD_OVER      /* the report may be saved; then all is forgotten */
} LeadPlace;

/* How the room answers. Without a phone in the room it is by hands in any case. */
typedef enum LeadBy { BY_PHONES, BY_HANDS, BY_BOTH, LEAD_BY_COUNT } LeadBy;

/* What the wall shows of a step. */
typedef enum LeadPart {
    LEAD_PART_READ,   /* its words; `shown` answers, or lines, have appeared */
    LEAD_PART_ASK,    /* the phones answer */
    LEAD_PART_COUNT,  /* by hands: answer `shown` is counted */
    LEAD_PART_TOTALS, /* what the room answered */
    LEAD_PART_WHY     /* what the card says to it */
} LeadPart;

typedef struct LeadView {
    LeadPart part;
    int shown;
} LeadView;

typedef struct Lead {
    const Plan *plan; /* null while choosing */
    LeadPlace place;
    int step;
    int stop;                    /* within the step: a `next` each (lead_view) */
    int64_t since_ms;            /* utc: when this step began; moved on by what it was paused */
    int64_t paused_ms;           /* utc: since when all stands, 0: it runs */
    int64_t started_ms, over_ms; /* utc: of the evening, 0 not yet */
    bool is_blank, hides_names, hides_numbers, is_locked, is_rehearsal;
    bool shows_notes;  /* for the leader, while the wall is blank */
    bool shows_counts; /* while hands are counted; off: only after the last answer */
    int extra_min[PLAN_STEPS_MAX];
    bool was_skipped[PLAN_STEPS_MAX];
    int64_t spent_ms[PLAN_STEPS_MAX];
    int hands[PLAN_STEPS_MAX][PLAN_OPTIONS_MAX];
    int by_phone[PLAN_STEPS_MAX][PLAN_OPTIONS_MAX]; /* answers of a step's phones */
    bool was_counted[PLAN_STEPS_MAX];               /* its last answer was reached */
    LeadBy by;
    int phones_here;              /* told by the game before each act */
    bool uses_phones, uses_hands; /* in the present step: how it began */
    bool has_desk;                /* the leader has a screen of their own, so lines may come */
    uint64_t seed;                /* of the made-up room, in a rehearsal */
    bool is_typing;               /* the next digit goes behind the number at hand */
} Lead;

typedef enum LeadAct {
    LEAD_CHOOSE, /* amount: index of the plan */
    LEAD_NEXT,
    LEAD_BACK,
    LEAD_SKIP, /* the rest of this step */
    LEAD_BLANK,
    LEAD_PAUSE,
    LEAD_NAMES,
    LEAD_NUMBERS,
    LEAD_COUNTS,
    LEAD_LOCK,
    LEAD_NOTES,
    LEAD_MORE,  /* amount: 1 or -1: a minute, or a hand */
    LEAD_DIGIT, /* amount: 0..9, of the hands at hand */
    LEAD_HANDS, /* amount: all hands for the answer at hand */
    LEAD_REHEARSE,
    LEAD_BY,        /* the next of LeadBy; holds from the next step on */
    LEAD_REMOVE,    /* amount: a pair of phones (phones.h) that is sent out; the game's */
    LEAD_PASS_LINE, /* amount: index among the lines that wait; it goes to the wall; the game's */
    LEAD_DROP_LINE, /* likewise; it is let go */
    LEAD_OTHER_NET, /* the next of this machine's networks; the app's */
    LEAD_DESK,      /* amount: 1 the leader's desk is open, 0 it isn't */
    LEAD_LEAVE,     /* all is forgotten */
    LEAD_ACT_COUNT
} LeadAct;

/* An empty room without a plan. */
void lead_clear(Lead *lead);

/* Changes it by one act; what doesn't fit does nothing. `now_ms`: utc. Returns whether anything
 * changed. Leaving only clears: the screen is the caller's. */
bool lead_act(Lead *lead, const PlanSet *plans, LeadAct act, int amount, int64_t now_ms);

const PlanStep *lead_step(const Lead *lead); /* null unless running */
LeadView lead_view(const Lead *lead);

/* Answers to a step; takes[0] first instinct, takes[1] after talking, and whether each is there.
 * Of a card that is answered once takes[1] never is. */
bool lead_take(const Lead *lead, int step, int take, int counts[PLAN_OPTIONS_MAX]);
int lead_sum(const int counts[PLAN_OPTIONS_MAX]);

/* The answers of this step's phones, at the latest as its question closes. */
void lead_take_phones(Lead *lead, const int counts[PLAN_OPTIONS_MAX]);

/* Whether phones may answer just now: the question is open, and the wall isn't dark. */
bool lead_asks_phones(const Lead *lead);

/* Whether the numbers of a take may be shown: from LEAD_FEW answers up. */
bool lead_may_show(const int counts[PLAN_OPTIONS_MAX]);

/* Answers that stand on another side after talking: an upper bound of who moved, as nobody is
 * followed. 0 unless both takes may be shown. */
int lead_moved(const Lead *lead, int step);

/* Whether the wall may say which answers build a wall or a bridge. */
bool lead_gives_away(const Lead *lead);

/* Minutes of a step with what the leader added, at least 0; and how much of the present one is
 * over, in thousandths, 0..1000. */
int lead_minutes(const Lead *lead, int step);
int lead_gone_milli(const Lead *lead, int64_t now_ms);

/* Minutes of the plan from this step's end on, and by how much it runs late by now (0: it isn't).
 * Both rounded down. */
int lead_minutes_left(const Lead *lead);
int lead_minutes_late(const Lead *lead, int64_t now_ms);

/* Stones of the room's bridge: laid by the evening going on, so that it always closes, whatever
 * was answered, skipped or passed. */
int lead_stones(const Lead *lead);

uint64_t lead_hash(uint64_t hash, const Lead *lead);

#endif
