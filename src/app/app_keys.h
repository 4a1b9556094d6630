/* SPDX-License-Identifier: MIT */
/* The couple's own keys: from their settings to the input, and a new one chosen in the settings. */
#ifndef TB_APP_KEYS_H
#define TB_APP_KEYS_H

#include "app.h"

/* The keys of the game's settings; the usual ones where it has none, or none that can be read. */
void app_keys_apply(App *app);

/* Asks the input for the key that the settings want, stores it once it is there, and notes for
 * the page what came of it. True if the page looks different now. */
bool app_keys_follow(App *app);

#endif
