/* SPDX-License-Identifier: MIT */
/* Scales sprites that stand upright: the page's rows are mixed into one, then that row's pixels. A
 * pixel is four lanes of 16 bits, and weights add up to 256, so that no lane runs over. */
#include "art_parts.h"

#include <math.h>
#include <string.h>

enum { FIXED = 16, LEVEL_PAD = 2, WHOLE = 256 };

/* The sprite's columns, mixed from some of its rows, from column -LEVEL_PAD on: four lanes each, of
 * a mask one. The columns on both sides of the sprite are clear. */
typedef struct LevelRow {
    uint16_t lanes[(ART_PAGE_SIDE_MAX + 2 * LEVEL_PAD) * 4];
} LevelRow;

/* Rows of the page and what each counts for. */
typedef struct RowMix {
    int row[2 * ART_SAMPLES_MAX];
    uint32_t weight[2 * ART_SAMPLES_MAX];
    int count;
} RowMix;

static int32_t fixed_of(float value) {
    return (int32_t)lroundf(value * (1 << FIXED));
}

/* The weight of sample `i` of `n`; together they are WHOLE. */
static uint32_t weight_of(int i, int n) {
    return (uint32_t)(WHOLE * (i + 1) / n - WHOLE * i / n);
}

/* Where sample `i` of `n` lies from the middle of a canvas pixel, `step` being a whole one. */
static int32_t offset_of(int i, int n, float step) {
    return fixed_of(((1 - (float)n) / (2 * (float)n) + (float)i / (float)n) * step);
}

static void mix_add(RowMix *mix, const Sampler *sampler, int row, uint32_t weight) {
    if (row < 0 || row >= sampler->height || weight == 0) {
        return;
    }
    for (int i = 0; i < mix->count; i++) {
        if (mix->row[i] == row) {
            mix->weight[i] += weight;
            return;
        }
    }
    mix->row[mix->count] = row;
    mix->weight[mix->count] = weight;
    mix->count++;
}

static RowMix mix_of(const Sampler *sampler, int32_t v) {
    RowMix mix = {.count = 0};
    for (int i = 0; i < sampler->samples; i++) {
        int32_t at = v + offset_of(i, sampler->samples, sampler->vy);
        uint32_t weight = weight_of(i, sampler->samples);
        uint32_t lower = (((uint32_t)at >> 8) & 255) * weight >> 8;
        mix_add(&mix, sampler, at >> FIXED, weight - lower);
        mix_add(&mix, sampler, (at >> FIXED) + 1, lower);
    }
    return mix;
}

/* Adds `count` channels of a page's row; apart from the others, so that it runs eight at a time. */
static void add_row(uint16_t *restrict lanes, const uint8_t *restrict from, int count,
                    uint16_t weight) {
    for (int i = 0; i < count; i++) {
        lanes[i] = (uint16_t)(lanes[i] + from[i] * weight);
    }
}

static void round_lanes(uint16_t *lanes, int count) {
    for (int i = 0; i < count; i++) {
        lanes[i] = (uint16_t)((lanes[i] + WHOLE / 2) >> 8);
    }
}

/* Mixes the columns first..last and clears those beside the sprite. */
static void fill_columns(const Sampler *sampler, const RowMix *mix, int first, int last,
                         LevelRow *row) {
    int depth = sampler->cover ? 1 : 4;
    int count = (last - first + 1) * depth;
    uint16_t *lanes = row->lanes + (ptrdiff_t)(first + LEVEL_PAD) * depth;
    size_t pad = (size_t)(LEVEL_PAD * depth) * sizeof *lanes;
    memset(row->lanes, 0, pad);
    memset(row->lanes + (ptrdiff_t)(sampler->width + LEVEL_PAD) * depth, 0, pad);
    memset(lanes, 0, (size_t)count * sizeof *lanes);
    for (int i = 0; i < mix->count; i++) {
        ptrdiff_t at = (ptrdiff_t)mix->row[i] * sampler->pitch + first;
        const uint8_t *from =
            sampler->cover ? sampler->cover + at : (const uint8_t *)(sampler->pixels + at);
        add_row(lanes, from, count, (uint16_t)mix->weight[i]);
    }
    round_lanes(lanes, count);
}

static int clamp(int value, int low, int high) {
    return value < low ? low : value > high ? high : value;
}

/* Where a sample's left column lies, clear ones for what is beside the sprite. */
static inline int column_at(const Sampler *sampler, int32_t u) {
    return clamp(u >> FIXED, -LEVEL_PAD, sampler->width) + LEVEL_PAD;
}

static inline uint32_t cover_at(const uint16_t *lanes, int column, uint32_t share,
                                uint32_t weight) {
    return lanes[column] * (weight - share) + lanes[column + 1] * share;
}

static inline uint64_t lanes_at(const uint16_t *lanes, int column, uint32_t share,
                                uint32_t weight) {
    uint64_t pair[2];
    memcpy(pair, lanes + (ptrdiff_t)column * 4, sizeof pair);
    return pair[0] * (weight - share) + pair[1] * share;
}

static inline uint32_t pixel_of_lanes(uint64_t lanes) {
    lanes = ((lanes + 0x0080008000800080u) >> 8) & 0x00ff00ff00ff00ffu;
    lanes = (lanes | lanes >> 8) & 0x0000ffff0000ffffu;
    return (uint32_t)(lanes | lanes >> 16);
}

/* `samples` and `is_mask` are the sampler's; given apart, so that they are known where the
 * loop is compiled for each of them. */
static inline void mix_columns(const Sampler *sampler, const LevelRow *row, int32_t u, int length,
                               uint32_t *out, int samples, bool is_mask) {
    int32_t step = fixed_of(sampler->ux);
    int32_t offsets[ART_SAMPLES_MAX];
    for (int i = 0; i < samples; i++) {
        offsets[i] = offset_of(i, samples, sampler->ux);
    }
    for (int x = 0; x < length; x++, u += step) {
        uint64_t sum = 0;
        for (int i = 0; i < samples; i++) {
            int32_t at = u + offsets[i];
            uint32_t weight = weight_of(i, samples);
            uint32_t share = (((uint32_t)at >> 8) & 255) * weight >> 8;
            int column = column_at(sampler, at);
            sum += is_mask ? cover_at(row->lanes, column, share, weight)
                           : lanes_at(row->lanes, column, share, weight);
        }
        out[x] = is_mask ? (uint32_t)((sum + WHOLE / 2) >> 8) * 0x01010101u : pixel_of_lanes(sum);
    }
}

static void mix_row(const Sampler *sampler, const LevelRow *row, int32_t u, int length,
                    uint32_t *out) {
    if (sampler->cover && sampler->samples == 2) {
        mix_columns(sampler, row, u, length, out, 2, true);
    } else if (sampler->cover) {
        mix_columns(sampler, row, u, length, out, sampler->samples, true);
    } else if (sampler->samples == 1) {
        mix_columns(sampler, row, u, length, out, 1, false);
    } else if (sampler->samples == 2) {
        mix_columns(sampler, row, u, length, out, 2, false);
    } else {
        mix_columns(sampler, row, u, length, out, sampler->samples, false);
    }
}

void sampler_level(const Sampler *sampler, int32_t u, int32_t v, int length, uint32_t *out) {
    LevelRow row; /* not cleared: what is read of it is filled first */
    RowMix mix = mix_of(sampler, v);
    int32_t step = fixed_of(sampler->ux), end = u + step * (length - 1);
    int32_t reach = (fixed_of(fabsf(sampler->ux)) >> 1) + (1 << FIXED);
    int first = ((u < end ? u : end) - reach) >> FIXED;
    int last = ((u < end ? end : u) + reach + (1 << FIXED)) >> FIXED;
    first = first < 0 ? 0 : first;
    last = last >= sampler->width ? sampler->width - 1 : last;
    if (mix.count == 0 || first > last) {
        memset(out, 0, (size_t)length * sizeof *out);
        return;
    }
    fill_columns(sampler, &mix, first, last, &row);
    mix_row(sampler, &row, u, length, out);
}
