/* SPDX-License-Identifier: MIT */
/* Seeded random numbers (SplitMix64, Steele, Lea, Flood 2014): same seed, same numbers. */
#ifndef TB_RANDOM_H
#define TB_RANDOM_H

#include <stdint.h>

typedef struct Random {
    uint64_t state;
} Random;

static inline uint64_t random_next(Random *random) {
    uint64_t z = (random->state += UINT64_C(0x9e3779b97f4a7c15));
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* 0 .. count-1, count at least 1. The bias of the modulo is below count / 2^64. */
static inline int random_below(Random *random, int count) {
    return (int)(random_next(random) % (uint64_t)count);
}

/* low .. high as a real number; for pictures only, never for rules. */
static inline float random_between(Random *random, float low, float high) {
    float unit = (float)(random_next(random) >> 40) / (float)(1u << 24);
    return low + (high - low) * unit;
}

#endif
