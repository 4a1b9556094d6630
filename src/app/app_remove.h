/* SPDX-License-Identifier: MIT */
/* Removing everything, for seven days or for good, and bringing it back. */
#ifndef TB_APP_REMOVE_H
#define TB_APP_REMOVE_H

#include "app.h"

/* HISTORY_REMOVE and those after it; `index` is the place in app->asides. Call with nothing on its
 * way to the store. The outcome is app->notice, and the game begins anew from the facts. */
void app_remove(App *app, HistoryAct act, int index);

/* At a start, once the facts are in the game: what was removed seven days ago goes, and a couple
 * that hasn't begun anew is told what can still be brought back. */
void app_remove_expire(App *app);

#endif
