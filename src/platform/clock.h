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

enum { CLOCK_ZONE_MAX = 64 };

/* The IANA name of the zone this computer is set to, as "Europe/Lisbon", or "" where the system
 * doesn't tell it. For a clock that is not the computer's: "". */
void clock_zone(const Clock *clock, char out[CLOCK_ZONE_MAX]);

/* The same from what the system says: the environment's TZ (null: unset), which wins, and where
 * the link /etc/localtime leads ("" : it is none). */
void clock_zone_from(const char *tz, const char *link, char out[CLOCK_ZONE_MAX]);

/* Moves a clock that is not the computer's by `ms`. */
void clock_advance(Clock *clock, int64_t ms);

/* Milliseconds that never jump, from an arbitrary start: for animations and waiting. */
int64_t clock_monotonic_ms(void);

/* A new seed from the system's random source, never 0. */
uint64_t clock_fresh_seed(void);

#endif
