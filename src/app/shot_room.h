/* SPDX-License-Identifier: MIT */
/* A workshop brought to a state by a leader's keys. */
#ifndef TB_SHOT_ROOM_H
#define TB_SHOT_ROOM_H

#include "app.h"

/* Plays `keys`: C and a plan's letter (Ca the first) chooses it, > next, < back, digits are hands,
 * ' ends a number, other letters are the leader's own keys, + a minute or hand more. Phones: O
 * opens the door, J and a letter brings in pairs (Ja one), A and a letter so many phones answer, L
 * and a letter so many lines are sent and passed, W shows the network's page. */
void shot_room(App *app, const char *keys);

#endif
