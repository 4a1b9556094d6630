/* SPDX-License-Identifier: MIT */
/* Rows of pictures, moved and mixed: the work of a change of screens, for each pixel of a frame. */
#ifndef TB_FADE_ROWS_H
#define TB_FADE_ROWS_H

#include <stdint.h>

enum { FADE_ONE = 256 };

/* A row of a picture moved `by` pixels to the left. Where it shows the `ground` behind it, that one
 * is seen moved by `ground_by` instead. Beyond an edge its last pixel goes on. */
void fade_row(uint32_t *restrict out, const uint32_t *restrict row, const uint32_t *ground,
              int width, int by, int ground_by);

/* a * (FADE_ONE - share) + b * share, for each channel. */
void fade_mix(uint32_t *restrict out, const uint32_t *restrict a, const uint32_t *restrict b,
              int width, int share);

#endif
