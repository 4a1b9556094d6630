/* SPDX-License-Identifier: MIT */
/* scene: "spot the bid" (GAME.md). A scene plays line by line; both press in secret where they see
 * a bid and where they see a turn away, and their presses are matched with the author's marks. */
#ifndef TB_CARD_SCENE_H
#define TB_CARD_SCENE_H

#include "game.h"

/* How long a line stands, in ms, before its pause: 350 to turn to the speaker, and 55 for each
 * character, which is a subtitle's pace (18 characters a second; subtitlers allow 17 to 20), but
 * never less than a second. A stage direction is read, too. */
enum {
    SCENE_LINE_MS = 350,
    SCENE_CHARACTER_MS = 55,
    SCENE_LINE_LEAST_MS = 1000,
    SCENE_LEAST_MS = 20000, /* the whole */
    SCENE_MOST_MS = 45000,
    /* A press after a line has gone still counts for it: about a second to understand what was
     * said, and half a one for the hand. Our choice, to be tuned by watching couples. */
    SCENE_GRACE_MS = 1500
};

/* How long the line stands, its pause included. */
int scene_line_ms(const SceneLine *line);

/* When line `index` begins, in ms from the curtain on; line_count: how long the whole takes. */
int scene_start_ms(const Card *card, int index);

/* The line that stands at that moment of the scene. */
int scene_line_at(const Card *card, int at_ms);

/* Matches presses with marks: hits[i] becomes the line whose mark press i found, or -1. A press
 * counts for the line that stands if it is marked so and not found yet, else for the latest such
 * line that ended at most SCENE_GRACE_MS before. What finds nothing costs nothing. */
void scene_match(const Card *card, const ScenePress *presses, int count, int *hits);

/* Whether this player (1 or 2) found the mark of line `index`. */
bool scene_has_found(const Play *play, int player, int index);

/* What came of it, with the stones as they stood `before`: two points for each mark that both
 * found, one for what one found, scaled to ten. */
Outcome card_scene_outcome(const Play *play, Tally before);

#endif
