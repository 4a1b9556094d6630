/* SPDX-License-Identifier: MIT */
/* A small disk: the files below a folder may hold so many bytes together. */
#define _GNU_SOURCE /* nftw */
#include "calls_inside.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>

static char limited[1024];
static int64_t room_bytes = -1;
static int64_t used_bytes; /* while the files are added up */

void calls_limit_room(const char *folder, int64_t bytes) {
    snprintf(limited, sizeof limited, "%s", folder);
    room_bytes = bytes;
}

static struct stat broken; /* st_ino 0: none */
static int64_t broken_first, broken_end;

void calls_break_file(const char *path, int64_t first, int64_t end) {
    if (!path || stat(path, &broken) != 0) {
        broken.st_ino = 0;
    }
    broken_first = first;
    broken_end = end;
}

bool disk_is_broken(int file, size_t size, off_t at) {
    struct stat info;
    bool is_it = broken.st_ino && fstat(file, &info) == 0 && info.st_ino == broken.st_ino &&
                 info.st_dev == broken.st_dev && at < broken_end &&
                 at + (int64_t)size > broken_first;
    if (is_it) {
        errno = EIO;
    }
    return is_it;
}

static int add_size(const char *path, const struct stat *info, int type, struct FTW *walk) {
    (void)path;
    (void)walk;
    used_bytes += type == FTW_F ? info->st_size : 0;
    return 0;
}

/* Added up anew each time, so that whatever was removed or replaced is reckoned with. */
static int64_t room_left(void) {
    used_bytes = 0;
    nftw(limited, add_size, 8, FTW_PHYS);
    return room_bytes - used_bytes;
}

bool disk_is_small(void) {
    return room_bytes >= 0;
}

bool disk_is_full(void) {
    return room_bytes >= 0 && room_left() <= 0;
}

size_t disk_takes(int file, size_t size, off_t at) {
    struct stat info;
    if (room_bytes < 0 || fstat(file, &info) != 0) {
        return size;
    }
    int64_t more = at + (int64_t)size - info.st_size;
    int64_t missing = more - room_left();
    if (more <= 0 || missing <= 0) {
        return size;
    }
    return missing < (int64_t)size ? size - (size_t)missing : 0;
}
