/* SPDX-License-Identifier: MIT */
/* Shared inside the ui's own files only. */
#ifndef TB_UI_PARTS_H
#define TB_UI_PARTS_H

#include "ui.h"

/* Measures all nodes bottom-up, gives them sizes and places, and paints them. */
void layout_run(Ui *ui);
void paint_run(Ui *ui);

/* Breaks a text node's text into lines of at most `width` points. */
void lines_break(Ui *ui, UiNode *node, float width);

/* The longest word and the whole text on one line, in points. */
void lines_measure(Ui *ui, UiNode *node);

/* Focus, pointer and scrolling for this frame's input, on the nodes of the last frame. */
void focus_run(Ui *ui);

float line_height_of(const Ui *ui, const UiStyle *style);

static inline float max_f(float a, float b) {
    return a > b ? a : b;
}

static inline float min_f(float a, float b) {
    return a < b ? a : b;
}

static inline float clamp_f(float value, float low, float high) {
    return value < low ? low : value > high ? high : value;
}

#endif
