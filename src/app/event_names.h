/* SPDX-License-Identifier: MIT */
/* Events and screens in words, for replays and --tell. */
#ifndef TB_EVENT_NAMES_H
#define TB_EVENT_NAMES_H

#include "game.h"

extern const char *const event_names[EV_KIND_COUNT];
extern const char *const screen_names[SCREEN_COUNT];
extern const char *const phase_names[PHASE_COUNT];

#endif
