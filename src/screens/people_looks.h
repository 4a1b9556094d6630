/* SPDX-License-Identifier: MIT */
/* Choosing looks within one panel of the people screen. */
#ifndef TB_PEOPLE_LOOKS_H
#define TB_PEOPLE_LOOKS_H

#include "screen.h"

/* Six ready-made people; "Make my own", somebody by chance, more. Sends EV_LOOKS. `owner`: the only
 * player whose pad may press here, or 0. */
void people_looks(ScreenContext *context, int player, int owner);

/* The player at large, who smiles at each new choice. */
void people_bust(ScreenContext *context, int player);

#endif
