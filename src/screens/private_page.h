/* SPDX-License-Identifier: MIT */
/* A page for one pair of eyes: a door for each partner, a cover while the other looks away, and the
 * way out. Doors and cover are the same whatever lies behind (GAME.md). */
#ifndef TB_PRIVATE_PAGE_H
#define TB_PRIVATE_PAGE_H

#include "screen.h"

/* One button for each partner, both alike. */
void private_doors(ScreenContext *context, PrivatePage *page);

/* "The other looks away, please": back, or open. */
void private_cover(ScreenContext *context, PrivatePage *page);

/* "Done": covers it and goes back to the doors. */
void private_done(ScreenContext *context, PrivatePage *page);

/* A button as those of the page, and its running text. */
bool private_button(ScreenContext *context, const char *name, int index, const char *label,
                    const char *icon);
UiStyle private_words(void);

#endif
