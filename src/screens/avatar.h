/* SPDX-License-Identifier: MIT */
/* The editor of people (mock-up 09): every part, every expression, one after the other with one
 * device or, with a pad each, both at once in their halves of the people screen. */
#ifndef TB_AVATAR_H
#define TB_AVATAR_H

#include "screen.h"

/* Opens it for that player; it is a part of the people screen. */
void avatar_open(ScreenContext *context, int player);

/* Whether it covers the whole screen now: it is open, and not side by side. */
bool avatar_is_whole(const ScreenContext *context);

/* The whole screen. */
void avatar_screen(ScreenContext *context);

/* One player's half, in the open panel of that inner width. */
void avatar_half(ScreenContext *context, int player, float width);

/* Sends the looks, keeps the old ones for "undo". Nobody looks exactly like the other: the second
 * one gets clothes of another colour (screens-2.md 24). */
void avatar_wear(ScreenContext *context, int player, Person person);

/* Somebody by chance, from the couple's seed and how often chance was asked. */
void avatar_surprise(ScreenContext *context, int player);

#endif
