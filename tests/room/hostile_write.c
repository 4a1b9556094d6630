/* SPDX-License-Identifier: MIT */
/* A hostile row as bytes. */
#include "fill.h"
#include "hostile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t append(char *to, size_t size, const char *text, size_t length) {
    if (size + length >= HOSTILE_BYTES_MAX) {
        abort();
    }
    memcpy(to + size, text, length);
    return size + length;
}

size_t hostile_write(const HostileRow *row, const char *origin, char out[HOSTILE_BYTES_MAX]) {
    char *bytes = malloc(HOSTILE_BYTES_MAX);
    char head[512];
    if (!bytes) {
        abort();
    }
    size_t size = append(bytes, 0, row->start, row->size ? row->size : strlen(row->start));
    for (int i = 0; i < row->times; i++) {
        size = append(bytes, size, row->unit, strlen(row->unit));
    }
    if (row->end) {
        size = append(bytes, size, row->end, strlen(row->end));
    }
    size_t length = 0;
    size_t filled = fill_marks(origin, bytes, size, out, HOSTILE_BYTES_MAX);
    if (row->path) {
        memcpy(bytes, out, filled);
        int written = snprintf(head, sizeof head,
                               "POST %s HTTP/1.1\r\nHost: {H}\r\nOrigin: {O}\r\n"
                               "Cookie: seat={K}\r\nContent-Length: %zu\r\n"
                               "Content-Type: application/x-www-form-urlencoded\r\n\r\n",
                               row->path, filled);
        length = fill_marks(origin, head, (size_t)written, out, HOSTILE_BYTES_MAX);
        append(out, length, bytes, filled);
    }
    free(bytes);
    return length + filled;
}
