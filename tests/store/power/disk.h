/* SPDX-License-Identifier: MIT */
/* A disk that remembers in which order it was written to, and can show what a loss of power leaves.
 *
 * What is promised, as of POSIX and no more: what was written to a file is there for good after the
 * file was synced, and a name (made, moved, removed) after its folder was synced. Until then each
 * write and each name may have come to the disk or not, in any order, whole or in part. One
 * assumption is SQLite's own ("powersafe overwrite", on by default): bytes beside those that are
 * being written stay as they are. */
#ifndef TB_STORE_DISK_H
#define TB_STORE_DISK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Disk Disk;

typedef enum DiskLoss {
    DISK_DROPPED,   /* any of the writes are missing; names in their order up to some point */
    DISK_REORDERED, /* any of the writes and names, in any order */
    DISK_TORN,      /* as dropped, and one write ends within: at a sector, in garbage or zeros */
    DISK_LOSSES
} DiskLoss;

/* Everything that is below `root` now is on the disk for good. */
Disk *disk_new(const char *root);
void disk_free(Disk *disk);

/* Operations so far; a loss of power may come after any of them. */
int disk_length(const Disk *disk);

/* --- What happened. Paths are full ones; those not below the root are passed over. -------------
 */

/* The file of that name now, or -1. It keeps its number when it is moved. */
int disk_find(const Disk *disk, const char *path);
int disk_create(Disk *disk, const char *path);
void disk_write(Disk *disk, int file, const void *bytes, size_t size, int64_t at);
void disk_truncate(Disk *disk, int file, int64_t size);
void disk_sync(Disk *disk, int file);
void disk_link(Disk *disk, const char *from, const char *to);
void disk_rename(Disk *disk, const char *from, const char *to);
void disk_remove(Disk *disk, const char *path);
void disk_make_folder(Disk *disk, const char *path);
void disk_sync_folder(Disk *disk, const char *path);

/* --- What is left ------------------------------------------------------------------------------
 */

/* Once, when the record is complete: which sync made what sure. */
void disk_settle(Disk *disk);

/* Writes into the empty folder `root` what the disk holds if the power goes after `point`
 * operations. Seed 0: nothing came to the disk that wasn't synced; 1: everything did. */
void disk_leave(const Disk *disk, int point, DiskLoss loss, uint64_t seed, const char *root);

#endif
