/* SPDX-License-Identifier: MIT */
/* What the settings say about the couple's files; the app looks it up and fills it in. */
#ifndef TB_KEPT_H
#define TB_KEPT_H

#include "day.h"

#include <stdbool.h>

enum { KEPT_BACKUPS_MAX = 64, KEPT_FILES_MAX = 6, KEPT_PATH_MAX = 1024, KEPT_ASIDES_MAX = 8 };

/* A copy that can be gone back to. */
typedef struct KeptBackup {
    Day day; /* of its newest entry */
    int evenings;
    bool was_in_use; /* what was replaced by going back to another one */
} KeptBackup;

/* What was removed and can be brought back. */
typedef struct KeptAside {
    Day day;      /* on which it was removed */
    int evenings; /* -1: not known */
    int days_left;
} KeptAside;

typedef struct Kept {
    bool is_listed;           /* false: the rest isn't looked up yet */
    char path[KEPT_PATH_MAX]; /* the couple's file, "" in memory */
    char folder[KEPT_PATH_MAX]; /* where a copy is written and files to take in are found */
    KeptBackup backups[KEPT_BACKUPS_MAX]; /* newest first */
    int backup_count;
    char files[KEPT_FILES_MAX][KEPT_PATH_MAX]; /* that can be taken in, full paths */
    int file_count;
    KeptAside asides[KEPT_ASIDES_MAX]; /* newest first */
    int aside_count;
} Kept;

#endif
