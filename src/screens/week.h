/* SPDX-License-Identifier: MIT */
/* The week as seven marks, and what they mean (STREAK.md, "On the screen"): each kind of day has a
 * shape of its own, never a colour alone. A quiet day is an empty disc, and nothing is said of it.
 */
#ifndef TB_WEEK_H
#define TB_WEEK_H

#include "screen.h"

/* What to draw for the date that lies `days` before today; 0: today, which also may be held. Goes
 * back to last week's Monday; QUIET before that. */
StreakDay week_day(const Game *game, int days);

/* Icon of a kind of day, or "": its disc says enough. */
const char *week_icon(StreakDay day);

/* The mark of a kind of day. `lit` 0..1: how far the flame of an evening is up. */
void week_mark(Ui *ui, StreakDay day, float side, float lit);

/* The word for it, a key: "week.mark.done"; "" for days to come. */
const char *week_mark_key(StreakDay day);

/* Monday to Sunday. `side`: of a disc, in points at 100 % text; `gap` between them. `lit` 0..1: how
 * far today's flame is up. */
void week_row(ScreenContext *context, float side, float gap, float lit);

/* How many evenings of those that the couple wished for, in words. */
const char *week_goal(ScreenContext *context);

/* What the marks mean: `all` of them, or those of this week that don't speak for themselves. */
void week_legend(ScreenContext *context, bool all);

#endif
