/* SPDX-License-Identifier: MIT */
/* Tells a Disk what the store does. */
#define _GNU_SOURCE /* O_TMPFILE and friends */
#include "recorder.h"

#include "random.h"

#include <fcntl.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_ROOM = 2048 };

typedef struct ShimFile {
    sqlite3_file base;
    int number;        /* the disk's, or -1 */
    bool syncs_folder; /* with the first sync: a journal that was just made (os_unix.c) */
    char path[PATH_ROOM];
    sqlite3_file *real; /* right behind this struct */
} ShimFile;

static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static Disk *disk; /* null: nothing is recorded */
static bool is_forgetful;
static Random chance;
static sqlite3_vfs *real_vfs;

#define RECORD(statement)                                                                          \
    do {                                                                                           \
        pthread_mutex_lock(&guard);                                                                \
        if (disk) {                                                                                \
            statement;                                                                             \
        }                                                                                          \
        pthread_mutex_unlock(&guard);                                                              \
    } while (0)

static void sync_folder_of(const char *path) {
    char folder[PATH_ROOM];
    const char *slash = strrchr(path, '/');
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path) : 0, path);
    disk_sync_folder(disk, folder);
}

/* --- SQLite's files --------------------------------------------------------------------------- */

static sqlite3_file *real_of(sqlite3_file *file) {
    return ((ShimFile *)file)->real;
}

static int shim_close(sqlite3_file *file) {
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int shim_read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 at) {
    return real_of(file)->pMethods->xRead(real_of(file), bytes, size, at);
}

static int shim_write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 at) {
    RECORD(disk_write(disk, ((ShimFile *)file)->number, bytes, (size_t)size, at));
    return real_of(file)->pMethods->xWrite(real_of(file), bytes, size, at);
}

static int shim_truncate(sqlite3_file *file, sqlite3_int64 size) {
    RECORD(disk_truncate(disk, ((ShimFile *)file)->number, size));
    return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static void record_sync(ShimFile *file) {
    if (is_forgetful) {
        return;
    }
    disk_sync(disk, file->number);
    if (file->syncs_folder) {
        sync_folder_of(file->path);
        file->syncs_folder = false;
    }
}

static int shim_sync(sqlite3_file *file, int flags) {
    RECORD(record_sync((ShimFile *)file));
    return real_of(file)->pMethods->xSync(real_of(file), flags);
}

static int shim_size(sqlite3_file *file, sqlite3_int64 *size) {
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int shim_lock(sqlite3_file *file, int level) {
    return real_of(file)->pMethods->xLock(real_of(file), level);
}

static int shim_unlock(sqlite3_file *file, int level) {
    return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int shim_check_reserved(sqlite3_file *file, int *is_reserved) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), is_reserved);
}

static int shim_control(sqlite3_file *file, int operation, void *argument) {
    return real_of(file)->pMethods->xFileControl(real_of(file), operation, argument);
}

static int shim_sector(sqlite3_file *file) {
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int shim_traits(sqlite3_file *file) {
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static const sqlite3_io_methods shim_methods = {
    .iVersion = 1,
    .xClose = shim_close,
    .xRead = shim_read,
    .xWrite = shim_write,
    .xTruncate = shim_truncate,
    .xSync = shim_sync,
    .xFileSize = shim_size,
    .xLock = shim_lock,
    .xUnlock = shim_unlock,
    .xCheckReservedLock = shim_check_reserved,
    .xFileControl = shim_control,
    .xSectorSize = shim_sector,
    .xDeviceCharacteristics = shim_traits,
};

static void record_open(ShimFile *shim, const char *name, int flags) {
    shim->number = disk_find(disk, name);
    snprintf(shim->path, sizeof shim->path, "%s", name);
    if (shim->number < 0 && (flags & SQLITE_OPEN_CREATE)) {
        shim->number = disk_create(disk, name);
        shim->syncs_folder = (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL)) != 0;
    }
}

static int shim_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
    (void)vfs;
    ShimFile *shim = (ShimFile *)file;
    memset(shim, 0, sizeof *shim);
    shim->number = -1;
    shim->real = (sqlite3_file *)(shim + 1);
    int code = real_vfs->xOpen(real_vfs, name, shim->real, flags, out);
    if (code == SQLITE_OK) {
        shim->base.pMethods = &shim_methods;
        if (name) {
            RECORD(record_open(shim, name, flags));
        }
    }
    return code;
}

static void record_remove(const char *name, bool syncs_folder) {
    disk_remove(disk, name);
    if (syncs_folder && !is_forgetful) {
        sync_folder_of(name);
    }
}

static int shim_delete(sqlite3_vfs *vfs, const char *name, int syncs_folder) {
    (void)vfs;
    int code = real_vfs->xDelete(real_vfs, name, syncs_folder);
    if (code == SQLITE_OK) {
        RECORD(record_remove(name, syncs_folder != 0));
    }
    return code;
}

static void fill(void *bytes, size_t size) {
    pthread_mutex_lock(&guard);
    for (size_t i = 0; i < size; i++) {
        ((unsigned char *)bytes)[i] = (unsigned char)random_next(&chance);
    }
    pthread_mutex_unlock(&guard);
}

static int shim_randomness(sqlite3_vfs *vfs, int size, char *bytes) {
    (void)vfs;
    fill(bytes, (size_t)size);
    return size;
}

static void install(void) {
    static sqlite3_vfs shim;
    if (real_vfs) {
        return;
    }
    real_vfs = sqlite3_vfs_find(NULL);
    shim = *real_vfs; /* what isn't replaced needs no file of ours and works as it is */
    shim.zName = "tiny-bridges-recorder";
    shim.szOsFile = (int)sizeof(ShimFile) + real_vfs->szOsFile;
    shim.pNext = NULL;
    shim.xOpen = shim_open;
    shim.xDelete = shim_delete;
    shim.xRandomness = shim_randomness;
    sqlite3_vfs_register(&shim, 1);
}

void recorder_start(const char *root, bool forgets_syncs) {
    install();
    chance = (Random){20261123};
    sqlite3_randomness(0, NULL); /* its own generator starts anew from ours */
    is_forgetful = forgets_syncs;
    disk = disk_new(root);
}

int recorder_length(void) {
    pthread_mutex_lock(&guard);
    int length = disk ? disk_length(disk) : 0;
    pthread_mutex_unlock(&guard);
    return length;
}

Disk *recorder_stop(void) {
    Disk *recorded = disk;
    disk = NULL;
    disk_settle(recorded);
    return recorded;
}

/* --- The store's own calls, by way of the linker ------------------------------------------------
 */

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __real_link(const char *from, const char *to);
int __wrap_link(const char *from, const char *to);
int __real_unlink(const char *path);
int __wrap_unlink(const char *path);
int __real_mkdir(const char *path, mode_t mode);
int __wrap_mkdir(const char *path, mode_t mode);
int __real_fsync(int file);
int __wrap_fsync(int file);
ssize_t __wrap_getrandom(void *bytes, size_t size, unsigned flags);

int __wrap_open(const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = flags & O_CREAT ? (mode_t)va_arg(arguments, int) : 0;
    va_end(arguments);
    bool is_new = (flags & O_CREAT) && access(path, F_OK) != 0;
    int file = __real_open(path, flags, mode);
    if (file >= 0 && is_new) {
        RECORD(disk_create(disk, path));
    } else if (file >= 0 && (flags & O_TRUNC)) {
        RECORD(disk_truncate(disk, disk_find(disk, path), 0));
    }
    return file;
}

int __wrap_rename(const char *from, const char *to) {
    int failed = __real_rename(from, to);
    if (!failed) {
        RECORD(disk_rename(disk, from, to));
    }
    return failed;
}

int __wrap_link(const char *from, const char *to) {
    int failed = __real_link(from, to);
    if (!failed) {
        RECORD(disk_link(disk, from, to));
    }
    return failed;
}

int __wrap_unlink(const char *path) {
    int failed = __real_unlink(path);
    if (!failed) {
        RECORD(disk_remove(disk, path));
    }
    return failed;
}

int __wrap_mkdir(const char *path, mode_t mode) {
    int failed = __real_mkdir(path, mode);
    if (!failed) {
        RECORD(disk_make_folder(disk, path));
    }
    return failed;
}

/* The file's name by way of the system: the store opens, syncs and closes in one go. */
int __wrap_fsync(int file) {
    char link[64], path[PATH_ROOM];
    struct stat info;
    int failed = __real_fsync(file);
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (!failed && length > 0 && fstat(file, &info) == 0) {
        path[length] = '\0';
        if (S_ISDIR(info.st_mode)) {
            RECORD(disk_sync_folder(disk, path));
        } else {
            RECORD(disk_sync(disk, disk_find(disk, path)));
        }
    }
    return failed;
}

ssize_t __wrap_getrandom(void *bytes, size_t size, unsigned flags) {
    (void)flags;
    fill(bytes, size);
    return (ssize_t)size;
}
