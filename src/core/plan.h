/* SPDX-License-Identifier: MIT */
/* A workshop's plan as the rules see it: read-only data that src/content makes from the files in
 * levels/workshops (GAME.md, "The workshop"). */
#ifndef TB_PLAN_H
#define TB_PLAN_H

#include "card.h"

typedef enum StepKind {
    STEP_WELCOME,
    STEP_AGREEMENTS,
    STEP_CARD,     /* a card of any kind, first instinct */
    STEP_TALK,     /* the pairs talk, with a soft timer */
    STEP_AGAIN,    /* the card before once more: what has moved */
    STEP_SCENE,    /* a scene line by line, then a vote about one of its lines */
    STEP_PAUSE,
    STEP_CLOSING,
    STEP_FEEDBACK, /* one question about the evening; its totals are in the report alone */
    STEP_KIND_COUNT
} StepKind;

enum {
    PLAN_STEPS_MAX = 40,
    PLAN_LINES_MAX = 6,
    PLAN_NEEDS_MAX = 6,
    PLAN_OPTIONS_MAX = 4,
    PLAN_MINUTES_MAX = 240
};

/* Unused texts are "", never null. All text belongs to the content's arena. */
typedef struct PlanStep {
    StepKind kind;
    const char *title;
    int minutes;
    const char *text;                  /* on the wall; talk: what to talk about; feedback: asked */
    const char *lines[PLAN_LINES_MAX]; /* agreements, closing: one each; feedback: its answers */
    int line_count;
    const char *notes; /* for the leader alone */
    const char *quiet; /* ... if it goes quiet */
    const Card *card;  /* card, again, scene; else null */
    int line;          /* scene: index of the line that is voted on */
    int first;         /* again: index of the step with the first answers */
    bool comes_again;  /* card: an `again` step follows, so nothing is given away yet */
    int number;        /* card, again, scene: "Card 2", from 1 */
} PlanStep;

typedef struct Plan {
    const char *id, *title, *about, *word; /* word: taken home by each couple */
    const char *needs[PLAN_NEEDS_MAX];
    int need_count;
    int minutes; /* of all steps */
    const PlanStep *steps;
    int step_count;
} Plan;

/* In the order of minutes, then id. */
typedef struct PlanSet {
    const Plan *plans;
    int count;
} PlanSet;

/* What an answer turned out to be, once it is given away. */
typedef enum OptionSide {
    SIDE_OPEN, /* no answer is better than another here */
    SIDE_WALL,
    SIDE_HALF, /* half a turn: well meant, and misses */
    SIDE_BRIDGE
} OptionSide;

/* How many answers the room can give to a step; 0: it isn't asked. */
int plan_option_count(const PlanStep *step);
OptionSide plan_option_side(const PlanStep *step, int option);

/* The words used in plan files; index by the enum. */
extern const char *const step_kind_names[STEP_KIND_COUNT];

#endif
