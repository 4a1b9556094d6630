/* SPDX-License-Identifier: MIT */
/* As calls_files.c: names, folders, locks, and what is known of a file. */
#define _GNU_SOURCE /* the names ending in 64 */
#include "calls_real.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

/* --- What is known of a file ------------------------------------------------------------------ */

int stat(const char *path, struct stat *info) {
    CARRY_OUT(int, -1, 0, stat, real(path, info));
}

int stat64(const char *path, struct stat64 *info) {
    CARRY_OUT(int, -1, 0, stat64, real(path, info));
}

int lstat(const char *path, struct stat *info) {
    CARRY_OUT(int, -1, 0, lstat, real(path, info));
}

int lstat64(const char *path, struct stat64 *info) {
    CARRY_OUT(int, -1, 0, lstat64, real(path, info));
}

int fstat(int file, struct stat *info) {
    CARRY_OUT(int, -1, 0, fstat, real(file, info));
}

int fstat64(int file, struct stat64 *info) {
    CARRY_OUT(int, -1, 0, fstat64, real(file, info));
}

int access(const char *path, int mode) {
    CARRY_OUT(int, -1, mode &W_OK ? CALL_MAY_WRITE : 0, access, real(path, mode));
}

ssize_t readlink(const char *path, char *out, size_t size) {
    CARRY_OUT(ssize_t, -1, 0, readlink, real(path, out, size));
}

char *realpath(const char *path, char *out) {
    CARRY_OUT(char *, NULL, 0, realpath, real(path, out));
}

char *getcwd(char *out, size_t size) {
    CARRY_OUT(char *, NULL, 0, getcwd, real(out, size));
}

/* --- Names and permissions -------------------------------------------------------------------- */

int rename(const char *from, const char *to) {
    CARRY_OUT(int, -1, GROWS, rename, real(from, to));
}

int link(const char *from, const char *to) {
    CARRY_OUT(int, -1, NAMES, link, real(from, to));
}

int unlink(const char *path) {
    CARRY_OUT(int, -1, CHANGES, unlink, real(path));
}

int rmdir(const char *path) {
    CARRY_OUT(int, -1, CHANGES, rmdir, real(path));
}

int mkdir(const char *path, mode_t mode) {
    CARRY_OUT(int, -1, NAMES, mkdir, real(path, mode));
}

int chmod(const char *path, mode_t mode) {
    CARRY_OUT(int, -1, CHANGES, chmod, real(path, mode));
}

int fchmod(int file, mode_t mode) {
    CARRY_OUT(int, -1, CHANGES, fchmod, real(file, mode));
}

int fchown(int file, uid_t user, gid_t group) {
    CARRY_OUT(int, -1, CHANGES, fchown, real(file, user, group));
}

int utime(const char *path, const struct utimbuf *times) {
    CARRY_OUT(int, -1, CHANGES, utime, real(path, times));
}

/* --- Folders ---------------------------------------------------------------------------------- */

DIR *opendir(const char *path) {
    CARRY_OUT(DIR *, NULL, 0, opendir, real(path));
}

struct dirent *readdir(DIR *dir) {
    CARRY_OUT(struct dirent *, NULL, 0, readdir, real(dir));
}

int closedir(DIR *dir) {
    CARRY_OUT(int, -1, 0, closedir, real(dir));
}

/* --- Locks ------------------------------------------------------------------------------------ */

int flock(int file, int operation) {
    CARRY_OUT(int, -1, 0, flock, real(file, operation));
}

/* Only locks come with a pointer. */
#define FCNTL_AS(name)                                                                             \
    int name(int file, int command, ...) {                                                         \
        bool is_lock = command == F_GETLK || command == F_SETLK || command == F_SETLKW;            \
        va_list rest;                                                                              \
        va_start(rest, command);                                                                   \
        void *lock = is_lock ? va_arg(rest, void *) : NULL;                                        \
        int number = is_lock || command == F_GETFD || command == F_GETFL ? 0 : va_arg(rest, int);  \
        va_end(rest);                                                                              \
        CARRY_OUT(int, -1, 0, name,                                                                \
                  is_lock ? real(file, command, lock) : real(file, command, number));              \
    }

FCNTL_AS(fcntl)
FCNTL_AS(fcntl64)
