/* SPDX-License-Identifier: MIT */
/* Shared by the views of a scene: the theatre, and the marks of bids and turns away. */
#ifndef TB_CARD_SCENE_PARTS_H
#define TB_CARD_SCENE_PARTS_H

#include "card_parts.h"
#include "card_scene.h"

/* The theatre in the valley: stage, lamps, the two in the faces and poses of line `index`, whose
 * names lie at their feet. `open` 0..1: how far the curtain has risen. */
void scene_theatre(ScreenContext *context, int index, float open);

/* The two as they were in the last line, before the valley of a reveal. */
void scene_bow(ScreenContext *context);

/* The bubble of line `index`, its stage direction beside; a stage direction alone without tail. */
void scene_bubble(ScreenContext *context, int index);

/* The sign of a bid (a filled dot) or a turn away (a square on its point's side), as a box. */
void scene_sign(Ui *ui, SceneMark mark, float size, bool filled, bool glows);

/* The reveal: what one marked, what the author marked, what the other marked. */
void scene_times(ScreenContext *context);

#endif
