/* SPDX-License-Identifier: MIT */
/* Takes everything of the couple's off the disk, overwriting each file before its name goes. */
#define _GNU_SOURCE /* O_CLOEXEC */
#include "store_parts.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static int overwrite(int file, off_t size) {
    static const char zeros[4096];
    for (off_t at = 0; at < size;) {
        off_t left = size - at;
        size_t wanted = left < (off_t)sizeof zeros ? (size_t)left : sizeof zeros;
        ssize_t written = pwrite(file, zeros, wanted, at);
        if (written < 0 && errno != EINTR) {
            return errno;
        }
        at += written > 0 ? written : 0;
    }
    return fsync(file) == 0 ? 0 : errno;
}

static int overwrite_named(const char *path) {
    struct stat info;
    if (stat(path, &info) != 0 || !S_ISREG(info.st_mode)) {
        return 0; /* a link to nothing, or no file of ours: its name goes, no more */
    }
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) {
        return errno;
    }
    int failed = overwrite(file, info.st_size);
    if (!failed && ftruncate(file, 0) != 0) {
        failed = errno;
    }
    close(file);
    return failed;
}

/* A file that can't be overwritten is removed all the same. */
static Err erase_file(const char *path, Diag *diag) {
    int failed = overwrite_named(path);
    if (unlink(path) != 0) {
        failed = errno;
    }
    return failed ? folder_explain(path, failed, diag) : ERR_OK;
}

/* The first error stays in `diag`; the rest is erased all the same. */
static Err erase_named(const char *folder, bool (*is_ours)(const char *name), Diag *diag) {
    DIR *dir = opendir(folder);
    if (!dir) {
        return errno == ENOENT ? ERR_OK : folder_explain(folder, errno, diag);
    }
    Err first = ERR_OK;
    const struct dirent *entry;
    while ((entry = readdir(dir)) != NULL) {
        char path[STORE_PATH_MAX];
        if (!is_ours(entry->d_name) || !folder_join(path, folder, entry->d_name)) {
            continue;
        }
        Err err = erase_file(path, first ? NULL : diag);
        first = first ? first : err;
    }
    closedir(dir);
    return first;
}

Err erase_folder(const char *folder, Diag *diag) {
    char backups[STORE_PATH_MAX];
    Err err = erase_named(folder, folder_is_ours, diag);
    if (folder_join(backups, folder, "backups")) {
        Err later = erase_named(backups, folder_is_backup, err ? NULL : diag);
        err = err ? err : later;
        rmdir(backups); /* stays if somebody put something of their own there */
    }
    Err synced = folder_sync(folder, err ? NULL : diag);
    return err ? err : synced;
}
