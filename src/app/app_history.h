/* SPDX-License-Identifier: MIT */
/* The couple's file as a whole: what is kept, writing it out, taking in, going back. */
#ifndef TB_APP_HISTORY_H
#define TB_APP_HISTORY_H

#include "app.h"

/* Carries out what the couple asked for in the settings; the outcome is app->notice. After taking
 * in or going back the game begins anew from the facts. */
void app_history(App *app, HistoryAct act, int index);

/* A file was dropped on the window: taken in if the settings are open, else said how. */
void app_history_drop(App *app, const char *path);

/* A copy for each hour played: asks for one if the last is an hour old. Call after each saving. */
void app_history_tend(App *app);

/* For app_remove.c. A new sentence, shown even if the same one was put away before; a problem; what
 * came of putting two histories together; the game anew, as after a start; today. */
void app_history_say(App *app, const char *key, const char *name, const char *value);
void app_history_problem(App *app, const Diag *diag);
void app_history_merged(App *app, const StoreMerged *merged);
void app_history_reload(App *app);
Day app_history_today(const App *app);

#endif
