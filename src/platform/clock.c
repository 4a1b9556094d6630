/* SPDX-License-Identifier: MIT */
/* The only file that asks a clock or a random source. */
#define _GNU_SOURCE /* tm_gmtoff, getrandom */
#include "clock.h"

#include <sys/random.h>
#include <time.h>

static int64_t read_ms(clockid_t id) {
    struct timespec at;
    clock_gettime(id, &at);
    return (int64_t)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

static int local_offset_min(int64_t utc_ms) {
    time_t at = (time_t)(utc_ms / 1000);
    struct tm local;
    if (!localtime_r(&at, &local)) {
        return 0;
    }
    return (int)(local.tm_gmtoff / 60);
}

Clock clock_start(const Now *start, bool stands_still) {
    Clock clock = {.is_system = !start, .stands_still = stands_still};
    if (start) {
        clock.start = *start;
        clock.start_ms = clock_monotonic_ms();
    }
    return clock;
}

Now clock_now(const Clock *clock) {
    if (clock->is_system) {
        int64_t utc_ms = read_ms(CLOCK_REALTIME);
        return (Now){utc_ms, local_offset_min(utc_ms)};
    }
    Now now = clock->start;
    if (!clock->stands_still) {
        now.utc_ms += clock_monotonic_ms() - clock->start_ms;
    }
    return now;
}

void clock_advance(Clock *clock, int64_t ms) {
    clock->start.utc_ms += ms;
}

int64_t clock_monotonic_ms(void) {
    return read_ms(CLOCK_MONOTONIC);
}

uint64_t clock_fresh_seed(void) {
    uint64_t seed = 0;
    if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) != (ssize_t)sizeof seed) {
        seed = (uint64_t)read_ms(CLOCK_REALTIME) * UINT64_C(0x9e3779b97f4a7c15);
    }
    return seed ? seed : 1;
}
