/* SPDX-License-Identifier: MIT */
/* Every screen in the states that matter: for pictures, and for tests that walk all of them. */
#ifndef TB_SHOT_STATES_H
#define TB_SHOT_STATES_H

#include "app.h"

/* How a state differs from an evening at home on day twelve. */
typedef struct Shot {
    const char *name;
    const char *card; /* id; null: any of the kind */
    Screen screen;
    Overlay overlay;
    CardKind kind; /* SCREEN_CARD only */
    Phase phase;
    int turn; /* reveal: the turn that was picked */
    bool in_turn, uncovered, done;
    int section;       /* of the settings */
    bool exchanged;    /* there: a key has just changed places with another */
    bool strong, easy; /* strong contrast; easy-reading letters */
    int alone;         /* 1 or 2: only this one has come tonight */
    bool alone_done;   /* ... and has played */
    bool mixed_week;   /* rest days and a held one among the last evenings */
    int away;          /* days of a planned pause still to come */
    bool wrong_clock;  /* an evening lies in the future (STREAK.md R12) */
    bool legend;       /* Home: what the week's marks mean */
    int laid;          /* reword: so many rows have a piece ... */
    bool accuses;      /* ... accusing ones where there are any */
    int lines;         /* scene: so many have begun; 0: the curtain is down */
    const char *words; /* own-words: typed already */
    const char *said;  /* talk: + the kindest reply, - the least kind, E the kindest to the end */
    const char
        *moments;     /* journey: of the first chapter, as + - m o q; "" none; a ! its keystone */
    int evenings;     /* played in all, in place of eleven; -1: none yet */
    bool asks_to_keep; /* a chapter's card: player 1 would like to keep the answer */
    bool lifted;      /* week: one second take is looked at */
    bool stars;       /* keystone: player 1's star was matched */
    bool opening;     /* journey: the first words of the chapter are being read */
    int chapters;     /* of the journey, walked */
    bool keys;        /* own-words: ... with the keyboard on the screen */
    int makes;        /* people: player 1, 2, or 3 for both in their halves makes their own ... */
    int category;     /* ... and looks through these parts */
    const char *led;  /* a workshop: the leader's keys so far (shot_room.h) */
    const char *word; /* id of a workshop's plan that goes on at home, or null */
    int topics_of;    /* there: whose topics are open, 1, 2 */
    int asks_restore; /* there: the copy that "go back?" is asked for, plus 1 */
} Shot;

/* Theme, text size, motion. */
typedef struct Look {
    const char *name;
    int theme, text_percent, calm;
} Look;

enum { SHOT_COUNT = 122, LOOK_COUNT = 4 };

extern const Shot shot_states[SHOT_COUNT];
extern const Look shot_looks[LOOK_COUNT];

/* Puts the app into that state. */
void shot_set(App *app, const Shot *shot, const Look *look);

#endif
