/* SPDX-License-Identifier: MIT */
/* All that authors wrote, ready to play: cards and the game's own texts. Read-only once loaded. */
#ifndef TB_CONTENT_H
#define TB_CONTENT_H

#include "arena.h"
#include "card.h"
#include "chapter.h"
#include "err.h"
#include "plan.h"
#include "strings.h"

enum {
    CONTENT_FINDINGS_MAX = 64,
    CONTENT_FINDINGS_A_DECK = 3,
    CONTENT_DECKS_MAX = 32,
    CONTENT_PATH_MAX = 1024
};

/* A deck of the couple's own. */
typedef struct OwnDeck {
    const char *id;    /* "" if not even that can be read */
    const char *title; /* "" likewise */
    const char *file;  /* its name, without the folder */
    int cards;         /* that can be dealt */
    int problems;      /* findings, listed or not */
    int first, listed; /* its findings among Content.own_findings */
} OwnDeck;

typedef struct Content {
    CardSet cards;        /* to deal, sorted by kind and then id */
    ChapterSet chapters;  /* of the journey; those whose file can't be read are empty */
    const Card *practice; /* the card of the first start; null if it can't be read */
    PlanSet plans;        /* for workshops */
    Strings strings;
    Diag findings[CONTENT_FINDINGS_MAX]; /* what is wrong with the files, for screen and terminal */
    int finding_count;
    OwnDeck own_decks[CONTENT_DECKS_MAX]; /* in order of their files' names */
    int own_deck_count;
    Diag own_findings[CONTENT_FINDINGS_MAX]; /* with warnings: the couple are the authors */
    int own_finding_count;
    char own_dir[CONTENT_PATH_MAX]; /* where they are looked for; "" nowhere */
    Arena arena;                    /* owns all of the above */
} Content;

/* Where it comes from. */
typedef struct ContentFrom {
    const char *levels_dir;          /* its folders of decks (deck_pack.h) */
    const char *pack;                /* the same decks as a pack; null: none */
    const char *lang_dir, *language; /* texts; language as "en" */
    const char *own_decks_dir;       /* null: none; a folder that isn't there is no error */
} ContentFrom;

/* Reads decks and texts. Whatever can be used is loaded and the rest is named in `findings`. Fails
 * only with nothing to play with: no card at all (ERR_NOT_FOUND, or ERR_FORMAT), no texts at all,
 * ERR_MEMORY; then findings[0] says why, and content_free is due all the same. Reads files, so call
 * it away from the frame loop. */
Err content_load(Content *content, const ContentFrom *from);

/* Gives everything back; pointers into it end. */
void content_free(Content *content);

#endif
