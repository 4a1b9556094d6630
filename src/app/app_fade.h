/* SPDX-License-Identifier: MIT */
/* From one picture to the next where the screen or the theme changes (STYLE.md section 5): the old
 * one fades and the view moves on, the land near by further than the hills far away; with calm
 * motion it fades alone. Memory for it is held only while it lasts. */
#ifndef TB_APP_FADE_H
#define TB_APP_FADE_H

#include "app.h"

/* The surface to paint this frame on: `screen` itself or, during a change, one that fade_show mixes
 * with what was there before. Asks for frames as long as it lasts. */
SDL_Surface *fade_target(App *app, SDL_Surface *screen);

/* Paints the next part of the picture that a change leads to. True while nothing is to be shown of
 * it: the old one stays on the screen. */
bool fade_prepares(App *app);

/* Mixes what was painted into `screen`. True if all of it has changed. */
bool fade_show(App *app, SDL_Surface *screen);

void fade_close(Fade *fade);

#endif
