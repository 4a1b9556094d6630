/* SPDX-License-Identifier: MIT */
/* The bar of pages (mock-ups 01, 07, 08, 10): from each page to the others in one press. */
#ifndef TB_PAGE_BAR_H
#define TB_PAGE_BAR_H

#include "screen.h"

/* Points from the window's lower edge up to the bar's upper one, and a gap above it; 0 where there
 * is none: off the pages, and away from Home where large letters need the room. */
float page_bar_room(const ScreenContext *context);

/* At the bottom, with this page marked. */
void page_bar(ScreenContext *context);

#endif
