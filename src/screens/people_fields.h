/* SPDX-License-Identifier: MIT */
/* Name and pronouns of a player, for the people screen and the editor. */
#ifndef TB_PEOPLE_FIELDS_H
#define TB_PEOPLE_FIELDS_H

#include "screen.h"

/* With a pad each, what is a player's listens to that pad alone: the player, else 0. It stays so
 * while somebody makes their own in a half of the screen. */
int people_owner(const ScreenContext *context, int player);

/* The two fields side by side, `width` points in all. While the keys are open: the one that is
 * being typed into, and the keys. Sends EV_NAME and EV_PRONOUNS. */
void people_fields(ScreenContext *context, int player, float width);

/* Whether the keys are open in that player's panel. */
bool people_is_typing(const ScreenContext *context, int player);

/* Takes what the game knows into what is typed, once. */
void people_load(ScreenContext *context);

#endif
