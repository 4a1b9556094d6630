/* SPDX-License-Identifier: MIT */
/* The play of a `scene`: how long its lines stand. */
#ifndef TB_CARD_SCENE_H
#define TB_CARD_SCENE_H

#include "card.h"

/* How long a line stands, in ms, before its pause: 350 to turn to the speaker, and 55 for each
 * character, which is a subtitle's pace (18 characters a second; subtitlers allow 17 to 20), but
 * never less than a second. A stage direction is read, too. */
enum {
    SCENE_LINE_MS = 350,
    SCENE_CHARACTER_MS = 55,
    SCENE_LINE_LEAST_MS = 1000,
    SCENE_LEAST_MS = 20000, /* the whole */
    SCENE_MOST_MS = 45000
};

/* How long the line stands, its pause included. */
int scene_line_ms(const SceneLine *line);

/* How long all lines of the card take. */
int scene_ms(const Card *card);

#endif
