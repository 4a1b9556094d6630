/* SPDX-License-Identifier: MIT */
/* The only file that asks a clock or a random source. */
#define _GNU_SOURCE /* tm_gmtoff, getrandom */
#include "clock.h"

#include "text.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

static int64_t read_ms(clockid_t id) {
    struct timespec at;
    clock_gettime(id, &at);
    return (int64_t)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

static int local_offset_min(int64_t utc_ms) {
    time_t at = (time_t)(utc_ms / 1000);
    struct tm local;
    tzset(); /* the laptop may have landed in another zone since the last time */
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

/* Only names as the IANA writes them: "CET-1CEST" is a rule, and a path says nothing elsewhere. */
static bool is_zone_name(const char *name) {
    size_t length = strlen(name);
    const char *slash = strchr(name, '/');
    bool has_parts = slash && slash != name && slash[1] != '\0';
    return length < CLOCK_ZONE_MAX && (has_parts || text_equal(name, "UTC")) &&
           strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/") ==
               length;
}

void clock_zone_from(const char *tz, const char *link, char out[CLOCK_ZONE_MAX]) {
    static const char folder[] = "zoneinfo/";
    const char *name = !tz ? link : tz[0] == '\0' ? "UTC" : tz + (tz[0] == ':');
    const char *within = strstr(name, folder);
    name = within ? within + sizeof folder - 1 : name;
    bool is_variant = strncmp(name, "posix/", 6) == 0 || strncmp(name, "right/", 6) == 0;
    name += is_variant ? 6 : 0;
    text_copy(out, CLOCK_ZONE_MAX, is_zone_name(name) ? name : "");
}

void clock_zone(const Clock *clock, char out[CLOCK_ZONE_MAX]) {
    char link[PATH_MAX] = "";
    out[0] = '\0';
    if (clock->is_system) {
        ssize_t length = readlink("/etc/localtime", link, sizeof link - 1);
        link[length > 0 ? length : 0] = '\0';
        clock_zone_from(getenv("TZ"), link, out);
    }
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
