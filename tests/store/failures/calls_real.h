/* SPDX-License-Identifier: MIT */
/* For functions that stand in the place of those of the C library: finding the library's own, and
 * failing instead, or afterwards. */
#ifndef TB_FAILURES_CALLS_REAL_H
#define TB_FAILURES_CALLS_REAL_H

#include "calls_inside.h"

#include <errno.h>

/* Writes the library's own function of this name to `*real`, a pointer to a function. */
void call_find(void *real, const char *name);

/* The library's own function of this name. */
#define REAL(name)                                                                                 \
    static __typeof__(&name) real;                                                                 \
    if (!real) {                                                                                   \
        call_find(&real, #name);                                                                   \
    }

/* The rest of a function: fails, or does it and says so. */
#define CARRY_OUT(type, failed, traits, name, operation)                                           \
    REAL(name)                                                                                     \
    Call call = call_begin(#name, traits);                                                         \
    if (call.error) {                                                                              \
        errno = call.error;                                                                        \
        return failed;                                                                             \
    }                                                                                              \
    type result = operation;                                                                       \
    return call_end(call) ? failed : result

enum {
    CHANGES = CALL_CHANGES,
    GROWS = CALL_CHANGES | CALL_TAKES_ROOM,
    NAMES = CALL_CHANGES | CALL_TAKES_ROOM | CALL_NAMES,
    WRITES = CALL_CHANGES | CALL_TAKES_ROOM | CALL_WRITES
};

#endif
