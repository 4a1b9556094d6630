/* SPDX-License-Identifier: MIT */
/* Playing the game from outside through real input events, without a display: for the demo, replays
 * and pictures. Time passes only when told to. */
#ifndef TB_PUPPET_H
#define TB_PUPPET_H

#include "app.h"

/* Lets time pass in steps of a frame: animations run, savings finish, ticks come due. Paints each
 * frame if `paints`; a check may look at each (null: none). */
void puppet_wait(App *app, int ms);

/* A key goes down and up. False if SDL knows no key of that name (as "Return", "Q", "Left"). */
bool puppet_key(App *app, const char *name);
void puppet_scancode(App *app, SDL_Scancode code);

/* A key or the pointer is held down that long. */
void puppet_hold_key(App *app, SDL_Scancode code, int ms);

/* Typed text, UTF-8. */
void puppet_type(App *app, const char *text);

/* Mouse click, or touch, in the middle of the control of that name in the newest frame; held for
 * `ms`. False if there is no such control. */
bool puppet_click(App *app, const char *name, int index, int ms, bool is_touch);

/* The mouse takes the first control to the middle of the second one and lets go there. */
bool puppet_drag(App *app, const char *name, int index, const char *to_name, int to_index);

/* A button of virtual pad 0 or 1 ("a", "b", "x", "y", "start", "dpup" ...). False if unknown. */
bool puppet_pad(App *app, int pad, const char *button);

/* Called after each frame that puppet_wait builds. */
typedef void (*PuppetWatch)(void *context, App *app);
void puppet_watch(PuppetWatch watch, void *context);

#endif
