/* SPDX-License-Identifier: MIT */
/* The store: facts and the bookmark in one SQLite file, or in memory for tests.
 *
 * Commits run on a thread of the store's own: store_append returns at once and the answer comes by
 * store_poll. "Saved" may be said only after that. */
#ifndef TB_STORE_H
#define TB_STORE_H

#include "err.h"
#include "fact.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct Store Store;

enum { STORE_BOOKMARK_MAX = 256 };

/* Opens (or makes) the couple's file in `folder` (created 0700, file 0600), takes the lock against a
 * second copy, migrates old schemas after keeping a copy, checks that the file is sound. Errors:
 * ERR_LOCKED another copy runs; ERR_TOO_NEW a later version wrote it (file untouched); ERR_DENIED,
 * ERR_FULL, ERR_IO the folder or disk; ERR_FORMAT not our file, or damaged (kept aside, and named).
 * `diag` says it in the couple's words. `folder` null: in memory. */
Err store_open(const char *folder, Store **store, Diag *diag);

/* Waits for what is queued, closes, gives the lock back. Null is fine. */
void store_close(Store *store);

/* Calls `each` for every fact in order of recording. Call before the first append. */
Err store_load(Store *store, void (*each)(void *context, const Fact *fact), void *context,
               Diag *diag);

/* The bookmark: where an unfinished day stands; not a fact, overwritten in place, wiped when the day
 * is done. `out` gets "" when there is none. */
Err store_load_bookmark(Store *store, char out[STORE_BOOKMARK_MAX], Diag *diag);

/* Queues facts and/or a new bookmark (null: leave it, "": wipe it) as ONE transaction. Returns a
 * ticket > 0, or 0 if the queue is full. Facts are copied. */
int store_append(Store *store, const Fact *facts, int count, const char *bookmark);

/* The outcome of the oldest finished transaction: its ticket, or 0 if none has finished since. */
int store_poll(Store *store, Err *err, Diag *diag);

/* Waits until all queued transactions are finished; their outcomes stay to be polled. */
void store_flush(Store *store);

/* Called on the store's own thread when something finished, so that a sleeping loop can wake. */
void store_set_wake(Store *store, void (*wake)(void *context), void *context);

/* Erases everything the couple has, overwriting it. For "remove everything" and tests. */
Err store_erase(Store *store, Diag *diag);

/* Full path of the file, "" in memory. */
const char *store_path(const Store *store);

#endif
