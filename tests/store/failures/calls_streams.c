/* SPDX-License-Identifier: MIT */
/* As calls_files.c: streams. The C library's own would read and write past everybody, so while
 * somebody counts or fails these are streams made of read, write and close. */
#define _GNU_SOURCE /* fopencookie */
#include "calls_real.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Few are open at a time. */
static struct {
    FILE *stream;
    int file;
} streams[8];

enum { STREAMS_MAX = sizeof streams / sizeof *streams };

static int file_of(void *cookie) {
    return (int)(intptr_t)cookie;
}

static ssize_t read_cookie(void *cookie, char *bytes, size_t size) {
    return read(file_of(cookie), bytes, size);
}

/* As the C library's own: on and on until all is written. A stream is told of an error by 0. */
static ssize_t write_cookie(void *cookie, const char *bytes, size_t size) {
    size_t done = 0;
    while (done < size) {
        ssize_t written = write(file_of(cookie), bytes + done, size - done);
        if (written < 0) {
            return 0;
        }
        done += (size_t)written;
    }
    return (ssize_t)done;
}

static int seek_cookie(void *cookie, off64_t *at, int from) {
    *at = lseek(file_of(cookie), *at, from);
    return *at < 0 ? -1 : 0;
}

static int close_cookie(void *cookie) {
    for (int i = 0; i < STREAMS_MAX; i++) {
        if (streams[i].stream && streams[i].file == file_of(cookie)) {
            streams[i].stream = NULL;
        }
    }
    return close(file_of(cookie));
}

FILE *fdopen(int file, const char *mode) {
    REAL(fdopen)
    if (!call_is_watched()) {
        return real(file, mode);
    }
    cookie_io_functions_t functions = {read_cookie, write_cookie, seek_cookie, close_cookie};
    FILE *stream = fopencookie((void *)(intptr_t)file, mode, functions);
    for (int i = 0; stream && i < STREAMS_MAX; i++) {
        if (!streams[i].stream) {
            streams[i].stream = stream;
            streams[i].file = file;
            return stream;
        }
    }
    return stream;
}

FILE *fopen(const char *path, const char *mode) {
    REAL(fopen)
    if (!call_is_watched()) {
        return real(path, mode);
    }
    int ways = strchr(mode, '+') ? O_RDWR : mode[0] == 'r' ? O_RDONLY : O_WRONLY;
    int flags = ways | (mode[0] == 'w' ? O_CREAT | O_TRUNC : 0);
    int file = open(path, flags | O_CLOEXEC, 0666);
    FILE *stream = file < 0 ? NULL : fdopen(file, mode);
    if (file >= 0 && !stream) {
        close(file);
    }
    return stream;
}

int fileno(FILE *stream) {
    for (int i = 0; i < STREAMS_MAX; i++) {
        if (streams[i].stream == stream) {
            return streams[i].file;
        }
    }
    REAL(fileno)
    return real(stream);
}
