/* SPDX-License-Identifier: MIT */
/* Time and chance from the system. Everything else gets them as arguments. */
#ifndef TB_CLOCK_H
#define TB_CLOCK_H

#include "day.h"

#include <stdbool.h>
#include <stdint.h>

/* Open struct, plain data; fill with clock_start. */
typedef struct Clock {
    bool is_system;    /* the computer's own date and time */
    bool stands_still; /* moves by clock_advance alone */
    Now start;         /* otherwise: the moment at ... */
    int64_t start_ms;  /* ... this monotonic time */
} Clock;

/* `start` null: the computer's clock. Else time begins there and runs on, or stands still (replays,
 * the demo). */
Clock clock_start(const Now *start, bool stands_still);

/* The present moment, with the local offset of that moment. */
Now clock_now(const Clock *clock);

/* Moves a clock that is not the computer's by `ms`. */
void clock_advance(Clock *clock, int64_t ms);

/* Milliseconds that never jump, from an arbitrary start: for animations and waiting. */
int64_t clock_monotonic_ms(void);

/* A new seed from the system's random source, never 0. */
uint64_t clock_fresh_seed(void);

#endif
