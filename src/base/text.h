/* SPDX-License-Identifier: MIT */
/* Small helpers for UTF-8 text in fixed buffers. */
#ifndef TB_TEXT_H
#define TB_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Copies as many whole UTF-8 characters of `text` as fit into `size` bytes, NUL included. */
void text_copy(char *out, size_t size, const char *text);

/* Appends likewise to the text already in `out`. */
void text_append(char *out, size_t size, const char *text);

/* Next code point of a NUL-ended text; advances `*cursor`. 0 at the end; U+FFFD for bad bytes. */
uint32_t text_next(const char **cursor);

/* True if all `length` bytes are well-formed UTF-8 (no surrogates, no overlong forms). */
bool text_is_utf8(const char *text, size_t length);

/* Number of code points of a NUL-ended text. */
int text_length(const char *text);

/* Appends a whole number in decimal. */
void text_append_int(char *out, size_t size, int64_t value);

/* Reads a whole number after any spaces; advances `*cursor`. False if there is none, or if it has
 * more than 18 digits. */
bool text_read_int(const char **cursor, int64_t *value);

bool text_equal(const char *a, const char *b);

#endif
