/* SPDX-License-Identifier: MIT */
/* Measuring text is a callback, so that tests lay screens out with fixed metrics. */
#ifndef TB_MEASURE_H
#define TB_MEASURE_H

#include "draw.h"

/* Width in points of `length` bytes of `text` set in `face` at `size` points, on one line. */
typedef float (*MeasureText)(void *context, FontFace face, float size, const char *text,
                             int length);

typedef struct Measure {
    MeasureText text;
    void *context;
} Measure;

/* Fixed metrics for tests: every character 0.5 of the size wide (display faces 0.56). */
float measure_fixed(void *context, FontFace face, float size, const char *text, int length);

#endif
