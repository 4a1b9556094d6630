/* SPDX-License-Identifier: MIT */
/* What the files of calls.h know of each other. */
#ifndef TB_FAILURES_CALLS_INSIDE_H
#define TB_FAILURES_CALLS_INSIDE_H

#include "calls.h"

typedef struct Call {
    int number; /* 0: nobody counts */
    int traits;
    int error; /* it is to fail with this, undone */
} Call;

Call call_begin(const char *name, int traits);

/* True if the call, which was carried out, is to be reported as failed; errno is set then. */
bool call_end(Call call);

/* How much of a write at this place may be written: `size`, less, or -1 with errno set. */
ssize_t call_size(Call call, int file, size_t size, off_t at);

/* Whether calls are counted now, or the disk is small or read-only. */
bool call_is_watched(void);

/* True if the disk is limited in its room. */
bool disk_is_small(void);

/* True if the disk has no room for one more name. */
bool disk_is_full(void);

/* How many of `size` bytes at this place of the file the disk has room for. */
size_t disk_takes(int file, size_t size, off_t at);

/* True if some of these bytes of the file can't be read; errno says why. */
bool disk_is_broken(int file, size_t size, off_t at);

#endif
