/* SPDX-License-Identifier: MIT */
/* Tells a Disk what the store does: SQLite through a shim over its file layer, the store's own file
 * calls through the linker (--wrap). Chance is seeded, so that each run writes the same. */
#ifndef TB_STORE_RECORDER_H
#define TB_STORE_RECORDER_H

#include "disk.h"

#include <stdbool.h>

/* From now on all that is done below `root` is recorded. `forgets_syncs`: a disk that says yes to
 * each of SQLite's wishes to sync, and does nothing. */
void recorder_start(const char *root, bool forgets_syncs);

/* How far the record has come. */
int recorder_length(void);

/* Ends it; the caller frees the disk. */
Disk *recorder_stop(void);

#endif
