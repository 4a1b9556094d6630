/* SPDX-License-Identifier: MIT */
/* Shared by the map, the keystone and the week. */
#ifndef TB_JOURNEY_PARTS_H
#define TB_JOURNEY_PARTS_H

#include "screen.h"

/* The first seven chapters are bridges, the last four towers (mock-up 08). */
bool journey_is_tower(int chapter);

/* The chapter as its file has it, or the journey's own plan. */
ChapterPlan journey_plan(const ScreenContext *context, int chapter);

const char *journey_title(const ScreenContext *context, int chapter);

#endif
