/* SPDX-License-Identifier: MIT */
/* What may be read aloud, and when there is something new to read. Aloud is to both: what one of
 * them reads or chooses alone is never said. */
#ifndef TB_SPOKEN_H
#define TB_SPOKEN_H

#include "screen.h"

/* Whether what is on the screen is for both pairs of ears. */
bool spoken_page_may(const Game *game, const ScreenMemory *memory);

/* Whether where the focus stands may be said. Never while somebody chooses: said aloud, a choice is
 * no secret. */
bool spoken_focus_may(const Game *game, const ScreenMemory *memory);

/* Changes as soon as there is another page, or another stage of it. */
uint64_t spoken_place(const Game *game, const ScreenMemory *memory);

#endif
