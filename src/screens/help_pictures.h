/* SPDX-License-Identifier: MIT */
/* How to play, in five pictures: the lower part of the Help page. */
#ifndef TB_HELP_PICTURES_H
#define TB_HELP_PICTURES_H

#include "screen.h"

/* Five in a row, or as many as fit where text is `large`. */
void help_pictures(ScreenContext *context, bool large);

#endif
