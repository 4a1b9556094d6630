/* SPDX-License-Identifier: MIT */
/* Cards on which one face fills a side and a panel the rest (mock-up 05): reword, own-words. */
#ifndef TB_CARD_SIDE_H
#define TB_CARD_SIDE_H

#include "card_parts.h"

/* What is seen beside the panel. */
typedef struct CardSide {
    PersonFace sharer, responder;
    const char *caption, *line; /* what the sharer says */
} CardSide;

/* The valley, the sharer large on their own side, and what they say in a bubble above. With large
 * text the faces of both stand small at the top, and the panel has the words (card_side_words). */
void card_side_stage(ScreenContext *context, const CardSide *side);

/* Opens the panel beside it, `width` points wide and `aside` from the far margin; with large text
 * over the whole width, scrolling. Close with ui_close. */
void card_side_panel_open(ScreenContext *context, float width, float aside);

/* With large text: the caption and the line, at the panel's top; else nothing. */
void card_side_words(ScreenContext *context, const CardSide *side);

/* "{sharer} says, key in hand:" or the scene in its place. */
const char *card_side_caption(ScreenContext *context);

#endif
