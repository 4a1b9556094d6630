/* SPDX-License-Identifier: MIT */
/* What the disk's two files know of each other. */
#ifndef TB_STORE_DISK_PARTS_H
#define TB_STORE_DISK_PARTS_H

#include "disk.h"

enum { DISK_FOLDER = -2 }; /* in a file's place */

typedef enum DiskOpKind {
    OP_CREATE,
    OP_WRITE,
    OP_TRUNCATE,
    OP_SYNC,
    OP_LINK,
    OP_RENAME,
    OP_REMOVE,
    OP_MAKE_FOLDER,
    OP_SYNC_FOLDER
} DiskOpKind;

typedef struct DiskOp {
    DiskOpKind kind;
    int file;
    int64_t at; /* or the size to cut to */
    size_t size;
    unsigned char *bytes;
    int sure_at;        /* the operation that made it sure, see disk_settle */
    char *path, *other; /* below the root; of a move or a second name: from, to */
} DiskOp;

typedef struct DiskName {
    char *path;
    int file;
} DiskName;

typedef struct DiskNames {
    DiskName *items;
    int count;
} DiskNames;

typedef struct DiskBytes {
    unsigned char *bytes;
    size_t size;
} DiskBytes;

struct Disk {
    char *root;
    DiskNames before, now;
    DiskBytes *first; /* of the files that were there before */
    int first_files, files;
    DiskOp *ops;
    int count;
};

/* Room for one more item; more is taken whenever the count is a power of two. */
void *disk_grow(void *items, int count, size_t size);

int disk_names_find(const DiskNames *names, const char *path);
void disk_names_set(DiskNames *names, const char *path, int file);
void disk_names_remove(DiskNames *names, const char *path);
void disk_names_apply(DiskNames *names, const DiskOp *op);
void disk_names_free(DiskNames *names);

#endif
