/* SPDX-License-Identifier: MIT */
/* Shared by the parts of Home. */
#ifndef TB_HOME_PARTS_H
#define TB_HOME_PARTS_H

#include "screen.h"

/* The card of today, at the left. */
void home_today(ScreenContext *context);

/* The week under the chips at the right; pressed, it says what its marks mean. */
void home_week(ScreenContext *context);

#endif
