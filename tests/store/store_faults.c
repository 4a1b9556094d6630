/* SPDX-License-Identifier: MIT */
/* A disk that fails on command. */
#include "store_faults.h"

#include <sqlite3.h>
#include <stdatomic.h>
#include <string.h>

typedef struct ShimFile {
    sqlite3_file base;
    sqlite3_file *real; /* right behind this struct */
} ShimFile;

static sqlite3_vfs *real_vfs;
static FaultPlan plan_now;
static atomic_int operations;
static atomic_bool was_reached;

static int fault(void) {
    if (plan_now.at == 0) {
        return SQLITE_OK;
    }
    int number = atomic_fetch_add(&operations, 1) + 1;
    if (number != plan_now.at && !(plan_now.for_ever && number > plan_now.at)) {
        return SQLITE_OK;
    }
    atomic_store(&was_reached, true);
    return plan_now.code;
}

/* Runs `operation` unless it is to fail before it is done. */
#define WITH_FAULT(operation)                                                                      \
    do {                                                                                           \
        int failed = fault();                                                                      \
        if (failed && !plan_now.when_done) {                                                       \
            return failed;                                                                         \
        }                                                                                          \
        int code = (operation);                                                                    \
        return failed ? failed : code;                                                             \
    } while (0)

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
    WITH_FAULT(real_of(file)->pMethods->xWrite(real_of(file), bytes, size, at));
}

static int shim_truncate(sqlite3_file *file, sqlite3_int64 size) {
    WITH_FAULT(real_of(file)->pMethods->xTruncate(real_of(file), size));
}

static int shim_sync(sqlite3_file *file, int flags) {
    WITH_FAULT(real_of(file)->pMethods->xSync(real_of(file), flags));
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

static int shim_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
    (void)vfs;
    ShimFile *shim = (ShimFile *)file;
    shim->base.pMethods = NULL;
    if (flags & SQLITE_OPEN_MAIN_JOURNAL) {
        int failed = fault();
        if (failed) {
            return failed;
        }
    }
    shim->real = (sqlite3_file *)(shim + 1);
    int code = real_vfs->xOpen(real_vfs, name, shim->real, flags, out);
    if (code == SQLITE_OK) {
        shim->base.pMethods = &shim_methods;
    }
    return code;
}

static int shim_delete(sqlite3_vfs *vfs, const char *name, int syncs_folder) {
    (void)vfs;
    WITH_FAULT(real_vfs->xDelete(real_vfs, name, syncs_folder));
}

void faults_install(void) {
    static sqlite3_vfs shim;
    if (real_vfs) {
        return;
    }
    real_vfs = sqlite3_vfs_find(NULL);
    shim = *real_vfs; /* what isn't replaced needs no file of ours and works as it is */
    shim.zName = "tiny-bridges-faults";
    shim.szOsFile = (int)sizeof(ShimFile) + real_vfs->szOsFile;
    shim.pNext = NULL;
    shim.xOpen = shim_open;
    shim.xDelete = shim_delete;
    sqlite3_vfs_register(&shim, 1);
}

void faults_arm(FaultPlan plan) {
    atomic_store(&operations, 0);
    atomic_store(&was_reached, false);
    plan_now = plan;
}

bool faults_disarm(void) {
    plan_now = (FaultPlan){0};
    return atomic_load(&was_reached);
}
