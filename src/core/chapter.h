/* SPDX-License-Identifier: MIT */
/* A chapter of the journey as it is written: what src/content makes of levels/journey/. */
#ifndef TB_CHAPTER_H
#define TB_CHAPTER_H

#include "card.h"

enum {
    JOURNEY_CHAPTERS = THEME_COUNT, /* in the order of the themes, which is GAME.md's */
    JOURNEY_CARDS_MIN = 8,
    JOURNEY_CARDS_MAX = 12,
    JOURNEY_CARDS = 9 /* of a chapter without a file */
};

/* What a chapter leaves in the valley once its first keystone stands. Each belongs to one. */
typedef enum Gift {
    GIFT_LETTERBOX,
    GIFT_KITE,
    GIFT_THANKS_BENCH,
    GIFT_SWING,
    GIFT_HERON,
    GIFT_BOAT,
    GIFT_WEATHERCOCK,
    GIFT_SIGNPOST,
    GIFT_NESTING_BOX,
    GIFT_WELL,
    GIFT_TABLE,
    GIFT_COUNT
} Gift;

/* The words of the files, e.g. "letterbox"; index by the enum. */
extern const char *const gift_names[GIFT_COUNT];

/* All text belongs to the content's arena; "" where a chapter has no file. */
typedef struct ChapterPlan {
    Theme theme;
    Gift gift;
    const char *title, *about; /* on the map */
    const char *opening;       /* read before the first card */
    const char *closing;       /* the last lines, below its week */
    const char *scene, *talk;  /* ids of the first card and of the last */
    CardKind kinds[JOURNEY_CARDS_MAX]; /* in the order of play; first a scene, last a talk */
    int card_count; /* JOURNEY_CARDS_MIN to JOURNEY_CARDS_MAX; 0: there is no file */
} ChapterPlan;

/* By theme. Without a file a chapter is played by the journey's own plan. */
typedef struct ChapterSet {
    ChapterPlan plans[JOURNEY_CHAPTERS];
} ChapterSet;

/* The chapter's plan, its own or the journey's (no texts then). `set` may be null. */
ChapterPlan chapter_plan(const ChapterSet *set, int chapter);

#endif
