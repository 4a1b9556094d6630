/* SPDX-License-Identifier: MIT */
/* Requests as texts with marks in them, for whatever port the server got. */
#ifndef TB_FILL_H
#define TB_FILL_H

#include <stddef.h>

/* Writes `text` into `out` with {H} as the host, {O} as the origin, {K} as a key of 32 digits; ends
 * in NUL. Returns the size; aborts if it doesn't fit. */
size_t fill_marks(const char *origin, const char *text, size_t size, char *out, size_t out_size);

#endif
