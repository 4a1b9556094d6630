/* SPDX-License-Identifier: MIT */
/* In the place of the C library's: opening and closing, reading and writing. */
#define _GNU_SOURCE /* the names ending in 64 */
#include "calls_real.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- Opening ---------------------------------------------------------------------------------- */

typedef int OpenFunction(const char *path, int flags, ...);

static int carry_out_open(OpenFunction *real, const char *path, int flags, mode_t mode) {
    bool creates = (flags & O_CREAT) && faccessat(AT_FDCWD, path, F_OK, 0) != 0;
    bool may_write = creates || (flags & O_ACCMODE) != O_RDONLY;
    Call call = call_begin("open", (creates ? CALL_TAKES_ROOM | CALL_NAMES : 0) |
                                       (may_write ? CALL_MAY_WRITE : 0));
    if (call.error) {
        errno = call.error;
        return -1;
    }
    int file = real(path, flags, mode);
    call_end(call);
    return file;
}

#define OPEN_AS(name)                                                                              \
    int name(const char *path, int flags, ...) {                                                   \
        REAL(name)                                                                                 \
        va_list rest;                                                                              \
        va_start(rest, flags);                                                                     \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;                                  \
        va_end(rest);                                                                              \
        return carry_out_open(real, path, flags, mode);                                            \
    }

OPEN_AS(open)
OPEN_AS(open64)

/* The handle is gone also when closing reports an error (close(2)). */
int close(int file) {
    REAL(close)
    Call call = call_begin("close", CALL_CHANGES);
    int result = real(file);
    if (call.error == EIO) {
        errno = EIO;
        result = -1;
    }
    return call_end(call) ? -1 : result;
}

/* --- Bytes ------------------------------------------------------------------------------------ */

ssize_t read(int file, void *bytes, size_t size) {
    CARRY_OUT(ssize_t, -1, CALL_READS, read,
              disk_is_broken(file, size, lseek(file, 0, SEEK_CUR)) ? -1 : real(file, bytes, size));
}

ssize_t pread(int file, void *bytes, size_t size, off_t at) {
    CARRY_OUT(ssize_t, -1, CALL_READS, pread,
              disk_is_broken(file, size, at) ? -1 : real(file, bytes, size, at));
}

ssize_t pread64(int file, void *bytes, size_t size, off64_t at) {
    CARRY_OUT(ssize_t, -1, CALL_READS, pread64,
              disk_is_broken(file, size, at) ? -1 : real(file, bytes, size, at));
}

/* The rest of a function that writes; `operation` writes `taken` bytes. */
#define WRITE_OUT(name, at, operation)                                                             \
    REAL(name)                                                                                     \
    Call call = call_begin(#name, WRITES);                                                         \
    if (call.error) {                                                                              \
        errno = call.error;                                                                        \
        return -1;                                                                                 \
    }                                                                                              \
    ssize_t taken = call_size(call, file, size, at);                                               \
    ssize_t result = taken < 0 ? -1 : (operation);                                                 \
    return call_end(call) ? -1 : result

ssize_t write(int file, const void *bytes, size_t size) {
    WRITE_OUT(write, lseek(file, 0, SEEK_CUR), real(file, bytes, (size_t)taken));
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at) {
    WRITE_OUT(pwrite, at, real(file, bytes, (size_t)taken, at));
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at) {
    WRITE_OUT(pwrite64, at, real(file, bytes, (size_t)taken, at));
}

int ftruncate(int file, off_t size) {
    CARRY_OUT(int, -1, GROWS, ftruncate, real(file, size));
}

int ftruncate64(int file, off64_t size) {
    CARRY_OUT(int, -1, GROWS, ftruncate64, real(file, size));
}

int fsync(int file) {
    CARRY_OUT(int, -1, GROWS, fsync, real(file));
}

int fdatasync(int file) {
    CARRY_OUT(int, -1, GROWS, fdatasync, real(file));
}
