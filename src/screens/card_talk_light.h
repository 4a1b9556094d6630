/* SPDX-License-Identifier: MIT */
/* What shows how a talk goes: the light between the two, their marks nearer or further, and the
 * stones of the way so far. */
#ifndef TB_CARD_TALK_LIGHT_H
#define TB_CARD_TALK_LIGHT_H

#include "card_parts.h"

/* Light or cloud over the valley by the mood of now, on its way from that of the turn before. To be
 * drawn after the scenery. */
void talk_light(ScreenContext *context);

/* "Nearer", and the marks of both on a line, as far apart as it feels. */
void talk_mood(ScreenContext *context);

/* A stone for each reply, standing or lying as it was meant, mended ones with a seam; and, while it
 * goes on, outlines of those to come. */
void talk_way(ScreenContext *context);

#endif
