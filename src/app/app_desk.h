/* SPDX-License-Identifier: MIT */
/* The leader's desk in the shell: a second window, on a screen that the wall isn't on. */
#ifndef TB_APP_DESK_H
#define TB_APP_DESK_H

#include "app.h"

/* Opens or closes the desk as the workshop and the screens stand. True if it came, went, or has to
 * be painted anew. */
bool app_desk_follow(App *app);

/* An input of the desk's window; false: it isn't one, and the wall's to take. */
bool app_desk_take(App *app, const Input *input);

/* Builds and paints it, with the wall small on it. Nothing without a desk. */
void app_desk_paint(App *app);

/* Declares a frame of it without painting. Nothing without a desk. */
void app_desk_build(App *app);
const DrawList *app_desk_list(const App *app); /* null: no desk */
const Ui *app_desk_ui(const App *app);         /* likewise */

/* Headless: opens it all the same, for pictures and tests, of so many pixels. */
Err app_desk_open_headless(App *app, int w_px, int h_px, Diag *diag);

/* Writes its picture as a PNG. */
Err app_desk_save_picture(App *app, const char *path, Diag *diag);

void app_desk_close(App *app);

#endif
