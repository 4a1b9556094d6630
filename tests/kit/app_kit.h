/* SPDX-License-Identifier: MIT */
/* A whole game without a display, for tests of what is on screen: one at a time, on a day in
 * October, with a fixed seed, its file in memory. */
#ifndef TB_APP_KIT_H
#define TB_APP_KIT_H

#include "app.h"

typedef struct AppKit {
    int w, h;                 /* pixels; 0: 1280 x 720 */
    const char *now;          /* null: ten past five in the afternoon */
    const char *room_address; /* a workshop listens there; null: nowhere */
    bool fixed_letters;       /* all alike in width: layouts hang on no font library */
} AppKit;

extern App app; /* the one that is open */

/* Fails the test if it can't be opened. */
void app_kit_open(const AppKit *kit);

/* For cmocka: closes it. */
int app_kit_close(void **state);

/* Whether a text that is on this screen now begins with `words`. */
bool app_kit_says(const Ui *ui, const char *words);

/* How many texts lie off the canvas or the paper they are written on, each printed. */
int app_kit_lost(const Ui *ui);

#endif
