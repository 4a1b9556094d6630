/* SPDX-License-Identifier: MIT */
/* Marks in the text of a request. */
#include "fill.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define FILL_KEY "00112233445566778899aabbccddeeff"

static const char *value_of(const char *origin, char mark) {
    switch (mark) {
    case 'H': return origin + strlen("http://");
    case 'O': return origin;
    case 'K': return FILL_KEY;
    default: return NULL;
    }
}

size_t fill_marks(const char *origin, const char *text, size_t size, char *out, size_t out_size) {
    size_t length = 0;
    for (size_t i = 0; i < size; i++) {
        bool is_mark = size - i >= 3 && text[i] == '{' && text[i + 2] == '}';
        const char *value = is_mark ? value_of(origin, text[i + 1]) : NULL;
        size_t part = value ? strlen(value) : 1;
        if (length + part >= out_size) {
            abort();
        }
        memcpy(out + length, value ? value : &text[i], part);
        length += part;
        i += value ? 2 : 0;
    }
    out[length] = '\0';
    return length;
}
