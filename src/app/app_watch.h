/* SPDX-License-Identifier: MIT */
/* For those who write cards: decks and texts that change while the game runs are read again. */
#ifndef TB_APP_WATCH_H
#define TB_APP_WATCH_H

#include "app.h"

enum { APP_WATCH_MS = 1000 };

/* Looks at the files once a second, if --watch was given. True if they had changed: the game has
 * begun anew from the facts, with the new cards; or a notice says what is wrong with them. */
bool app_watch(App *app);

#endif
