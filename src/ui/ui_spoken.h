/* SPDX-License-Identifier: MIT */
/* What the last frame says when it is read aloud. Boxes that are `silent` or ghosts are left out,
 * and the field that is being typed into. */
#ifndef TB_UI_SPOKEN_H
#define TB_UI_SPOKEN_H

#include "ui.h"

enum { UI_SPOKEN_MAX = 240 };

/* The texts of a frame, by hash. All zero: none. */
typedef struct UiSpoken {
    uint64_t texts[UI_SPOKEN_MAX];
    int count;
} UiSpoken;

/* Writes the texts that weren't there `before`, or all of them, as sentences; cuts at a whole
 * character where `size` is too small. `before` becomes this frame. */
void ui_spoken_page(const Ui *ui, UiSpoken *before, bool all, char *out, size_t size);

/* The label and the texts of the control that has the focus; "" if none has. */
void ui_spoken_focus(const Ui *ui, char *out, size_t size);

#endif
