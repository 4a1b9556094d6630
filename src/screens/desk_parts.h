/* SPDX-License-Identifier: MIT */
/* The leader's desk: its three columns. */
#ifndef TB_DESK_PARTS_H
#define TB_DESK_PARTS_H

#include "room_parts.h"

/* The columns lie below each other. */
bool desk_is_large(const Ui *ui);

void desk_plan(ScreenContext *context);
void desk_middle(ScreenContext *context);
void desk_lines(ScreenContext *context);

#endif
