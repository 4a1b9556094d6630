/* SPDX-License-Identifier: MIT */
/* Shared by the rows of the settings' page What is kept. */
#ifndef TB_KEPT_PARTS_H
#define TB_KEPT_PARTS_H

#include "screen.h"

UiStyle kept_heading(void);
UiStyle kept_small_print(void);

/* Words at the start of the row, what can be pressed at the end, or below them. Close it. */
void kept_open_row(ScreenContext *context, const char *name, int index, bool below,
                   const char *title, const char *more);

bool kept_button(ScreenContext *context, const char *name, int index, const char *label,
                 const char *icon);

/* Wide enough that a short label stays on one line beside long words. */
bool kept_row_button(ScreenContext *context, const char *name, int index, const char *label,
                     const char *icon);

/* The app does it, and says how it went. */
void kept_ask(ScreenContext *context, HistoryAct act, int index);

/* What was removed and can be brought back; nothing if there is none. */
void kept_removed(ScreenContext *context, const Kept *kept);

/* Removing everything, for seven days or for good. */
void kept_remove(ScreenContext *context);

#endif
