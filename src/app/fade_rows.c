/* SPDX-License-Identifier: MIT */
/* Plain loops without branches, so that compilers take several pixels at a time. */
#include "fade_rows.h"

static int clamp_to(int value, int width) {
    return value < 0 ? 0 : value >= width ? width - 1 : value;
}

static int most_of(int a, int b) {
    return a > b ? a : b;
}

/* Near an edge, pixel by pixel. */
static void edge(uint32_t *out, const uint32_t *row, const uint32_t *ground, int from, int to,
                 int width, int by, int ground_by) {
    for (int x = from; x < to; x++) {
        int at = clamp_to(x + by, width);
        out[x] = row[at] == ground[at] ? ground[clamp_to(x + ground_by, width)] : row[at];
    }
}

/* `behind` is what the ground shows at the pixels of `ground`, on its own way. */
static void middle(uint32_t *restrict out, const uint32_t *restrict row, const uint32_t *ground,
                   const uint32_t *behind, int count) {
    for (int i = 0; i < count; i++) {
        out[i] = row[i] == ground[i] ? behind[i] : row[i];
    }
}

void fade_row(uint32_t *restrict out, const uint32_t *restrict row, const uint32_t *ground,
              int width, int by, int ground_by) {
    int first = most_of(0, most_of(-by, -ground_by));
    int last = width - most_of(0, most_of(by, ground_by));
    if (first >= last) { /* narrower than the way */
        edge(out, row, ground, 0, width, width, by, ground_by);
        return;
    }
    edge(out, row, ground, 0, first, width, by, ground_by);
    middle(out + first, row + first + by, ground + first + by, ground + first + ground_by,
           last - first);
    edge(out, row, ground, last, width, width, by, ground_by);
}

void fade_mix(uint32_t *restrict out, const uint32_t *restrict a, const uint32_t *restrict b,
              int width, int share) {
    const uint8_t *restrict from = (const uint8_t *)a;
    const uint8_t *restrict to = (const uint8_t *)b;
    uint8_t *restrict mixed = (uint8_t *)out;
    uint16_t part = (uint16_t)share, rest = (uint16_t)(FADE_ONE - share);
    for (int i = 0; i < width * 4; i++) {
        mixed[i] = (uint8_t)((uint16_t)(from[i] * rest + to[i] * part) >> 8);
    }
}
