/* SPDX-License-Identifier: MIT */
/* What is known of the couple's evenings while the store is being failed: which facts there may be,
 * and which were said to be saved. Lies in memory shared with the process that is killed. */
#ifndef TB_FAILURES_WORLD_H
#define TB_FAILURES_WORLD_H

#include "calls.h"
#include "store_parts.h"

enum { WORLD_FACTS_MAX = 160, WORLD_WORDS_MAX = 300, WORLD_BOOKMARKS_MAX = 8 };

typedef enum Standing {
    STANDING_UNTRIED, /* must not be there */
    STANDING_TRIED,   /* may be there, with all of its batch */
    STANDING_SAVED    /* must be there */
} Standing;

typedef struct World {
    int count;
    struct {
        Fact fact; /* device 0: that of the file, seq unknown */
        Standing standing;
        int batch; /* what is saved at once; the same for all of a batch */
    } facts[WORLD_FACTS_MAX];
    int batches;
    char bookmarks[WORLD_BOOKMARKS_MAX]
                  [STORE_BOOKMARK_MAX]; /* the last that was saved, and what was
                                           tried since: one of them is there */
    int bookmark_count;                 /* 0: none was ever given */
    int went_back_to; /* so many of the first facts are in use if it went back to a copy; 0: none */
    int backed_up;    /* some copy holds at least so many facts */
    int exported;     /* the export holds so many facts */
    int exported_more; /* or so many, if that was tried; 0: it wasn't */
    int taken_in;      /* so many of those that were tried are there at the latest after a start */
    bool may_warn;     /* a file was damaged or gone: the start may say so */
    CallLog log;
    char words[WORLD_WORDS_MAX]; /* what went wrong, in the process that found it */
} World;

/* Adds `count` facts as one batch, each of its own kind; gives the number of the first. */
int world_add(World *world, int count, FactKind kind, Day day);

/* Adds facts that are there already, or in a file that is to be taken in. */
void world_add_known(World *world, const FactList *facts, Standing standing);

void world_set(World *world, int first, int count, Standing standing);

/* A bookmark is about to be saved, or was. */
void world_try_bookmark(World *world, const char *bookmark);
void world_save_bookmark(World *world, const char *bookmark);

/* Writes the words and ends the process, for whoever looks at `world` afterwards. */
_Noreturn void world_end(World *world, int status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* How the process ends. */
enum { END_SOUND = 0, END_LOST = 10, END_CORRUPT = 11, END_WRONG = 12 };

#endif
