/* SPDX-License-Identifier: MIT */
/* The store: facts and the bookmark in one SQLite file, or in memory for tests.
 *
 * Commits run on a thread of the store's own: store_append returns at once and the answer comes by
 * store_poll. "Saved" may be said only after that. All calls come from one thread of the caller's.
 */
#ifndef TB_STORE_H
#define TB_STORE_H

#include "err.h"
#include "fact.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct Store Store;

enum {
    STORE_BOOKMARK_MAX = 256, /* bytes, NUL included */
    STORE_QUEUE_MAX = 64,     /* transactions queued, or finished and not polled yet */
    STORE_FACTS_MAX = 32,     /* facts in one transaction */
    STORE_BACKUPS_MAX = 64,   /* copies listed */
    STORE_BACKUP_NAME_MAX = 40,
    STORE_ASIDE_DAYS = 7, /* how long what was removed can be brought back */
    STORE_ASIDE_MAX = 8,  /* removals listed */
    STORE_ASIDE_NAME_MAX = 48
};

/* Opens (or makes) the couple's file in `folder` (created 0700 with what is missing above it, file
 * 0600), takes the lock against a second copy, checks that the file is sound, migrates old schemas
 * after keeping a copy (before-schema-N.db). Errors: ERR_LOCKED another copy runs; ERR_TOO_NEW a
 * later version wrote it; ERR_FORMAT not our file; ERR_DENIED, ERR_FULL, ERR_IO the folder or disk.
 * With all of these the file stays as it is, and `diag` says why in the couple's words. A file is
 * ours if its header says so, or else, as a damaged one, if facts are found in it or backups lie
 * beside it.
 *
 * ERR_OK with a message in `diag` is a warning to show: the file was damaged, is kept aside as
 * damaged-N.db, and what could be read of it and of the best backup is in use; or a second
 * file lay beside ours, as programs make one that sync a folder between machines: its facts were
 * put together with ours, and it is kept as merged-N.db.
 *
 * `folder` null: in memory. The day's backup is made afterwards, on the store's own thread. */
Err store_open(const char *folder, Store **store, Diag *diag);

/* Waits for what is queued, closes, gives the lock back. Null is fine. */
void store_close(Store *store);

/* Calls `each` for every fact: each device's in its order of recording, the devices put together in
 * one way that doesn't depend on who imported whom; nor do the numbers of devices, where copies of
 * a file went on apart. */
Err store_load(Store *store, void (*each)(void *context, const Fact *fact), void *context,
               Diag *diag);

/* The bookmark: where an unfinished day stands; not a fact, overwritten in place, wiped when the
 * day is done, never in a backup. `out` gets "" when there is none. */
Err store_load_bookmark(Store *store, char out[STORE_BOOKMARK_MAX], Diag *diag);

/* Gives each fact without an id a random one. A fact whose id is stored already is passed over by
 * store_append: whoever may append the same facts again after a failure calls this first, and can't
 * save them twice. */
void store_give_ids(Fact *facts, int count);

/* Queues up to STORE_FACTS_MAX facts and/or a new bookmark (null: leave it, "": wipe it; cut to
 * STORE_BOOKMARK_MAX) as ONE transaction. Returns a ticket > 0, or 0 if the queue is full: poll, or
 * flush and poll, and try again. Facts are copied; a zero id, device or seq is filled in. */
int store_append(Store *store, const Fact *facts, int count, const char *bookmark);

/* The outcome of the oldest finished transaction: its ticket, or 0 if none has finished since.
 * ERR_OK: it is on the disk. Else nothing of it is, and `diag` says why; append it again to retry.
 */
int store_poll(Store *store, Err *err, Diag *diag);

/* Waits until all queued transactions and the day's backup are finished; outcomes stay to be
 * polled. */
void store_flush(Store *store);

/* How the day's backup went: ERR_OK also while it is still being made. Not a reason to stop
 * playing. */
Err store_backup_outcome(Store *store, Diag *diag);

/* Asks for a backup of the day so far, on the store's own thread; after an hour of play, say. */
void store_tend(Store *store);

/* A copy that can be gone back to. */
typedef struct StoreBackup {
    char name[STORE_BACKUP_NAME_MAX]; /* path below the store's folder */
    Day day;                          /* of its newest fact */
    int evenings;                     /* dates with a play */
    int facts;
    bool was_in_use; /* what was replaced by going back to another one */
} StoreBackup;

/* Lists the sound ones, newest day first. In memory there are none. */
int store_list_backups(Store *store, StoreBackup out[STORE_BACKUPS_MAX]);

/* Goes back to a copy that was listed. What was in use is kept first, and is in the list from then
 * on. The bookmark is wiped. Load everything again afterwards. On an error all is as it was. */
Err store_restore(Store *store, const StoreBackup *backup, Diag *diag);

typedef struct StoreMerged {
    int added; /* facts that are new here */
    int known; /* that were here already */
} StoreMerged;

/* Adds the facts of another file of ours, or of an export, that aren't here yet: a union by ids.
 * Facts that another machine numbered alike, because its file was once a copy of this one, get a
 * device of their own. The other file is only read; of a damaged one, what can be read counts.
 * ERR_FORMAT (with line and column for an export), ERR_TOO_NEW: nothing was added. Load everything
 * again afterwards. */
Err store_merge(Store *store, const char *path, StoreMerged *merged, Diag *diag);

/* Writes the whole history as JSON (README.md has the format), readable by its owner alone. A file
 * of that name is replaced once the new one is whole. */
Err store_export(Store *store, const char *path, Diag *diag);

/* Called on the store's own thread when something finished, so that a sleeping loop can wake. */
void store_set_wake(Store *store, void (*wake)(void *context), void *context);

/* What was removed, and can be brought back. */
typedef struct StoreAside {
    char name[STORE_ASIDE_NAME_MAX]; /* of its folder */
    Day day;                         /* on which it was removed */
    Day seen;                        /* of the last start that found it */
    int evenings;                    /* -1: its file can't be read as it is */
} StoreAside;

/* Takes everything the couple has out of use, into a folder beside with the day in its name. It is
 * all still on the disk. The store stays open and empty, as after store_erase. On an error all is
 * as it was; what a failing disk keeps from going back does so at the next start. ERR_UNAVAILABLE
 * in memory. */
Err store_put_aside(Store *store, Day today, Diag *diag);

/* Newest first. In memory there are none. */
int store_list_asides(Store *store, StoreAside out[STORE_ASIDE_MAX]);

/* 7 on the day itself, 0 on the last one and after it. A clock that was set back gives 7. */
int store_days_left(const StoreAside *aside, Day today);

/* Back in use. What is in use now is put aside in its turn, if there is anything in it. Load
 * everything again afterwards. ERR_OK with a message in `diag` is a warning as in store_open. */
Err store_bring_back(Store *store, const StoreAside *aside, Day today, Diag *diag);

/* Adds its facts to those in use, as store_merge does; it stays where it is. */
Err store_merge_aside(Store *store, const StoreAside *aside, StoreMerged *merged, Diag *diag);

/* Overwrites and deletes it at once, as store_erase does. */
Err store_erase_aside(Store *store, const StoreAside *aside, Diag *diag);

/* Once at each start: what was removed seven days ago or more is overwritten and deleted. A clock
 * that is wrong for one start erases nothing: the start before must have been less than seven days
 * ago, or after the seven days too and on another day. Else today is only noted. Nothing is erased
 * on an earlier day than the seventh after the removal, by the clock of that day. */
Err store_expire(Store *store, Day today, Diag *diag);

/* Erases everything the couple has: file, journal, backups, copies and what was put aside. Each is
 * overwritten before it is removed; a disk that writes elsewhere (flash, copy-on-write) may still
 * hold old sectors. The store stays open and empty; the next append makes a new file. On an error
 * the rest is erased all the same, and `diag` names the first file that could not be. */
Err store_erase(Store *store, Diag *diag);

/* Full path of the file, "" in memory. */
const char *store_path(const Store *store);

#endif
