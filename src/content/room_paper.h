/* SPDX-License-Identifier: MIT */
/* A workshop on paper: before it the cards, tally sheet and leader's script; after it the anonymous
 * report. Each is one page file without a request to anywhere (GAME.md, "The workshop"). */
#ifndef TB_ROOM_PAPER_H
#define TB_ROOM_PAPER_H

#include "lead.h"
#include "page.h"
#include "strings.h"

/* Leader's script, tally sheet, answer cards to hold up, and the cards: as HTML to print. */
void room_paper_plan(Page *page, const Strings *strings, const Plan *plan);

/* What became of the evening, as HTML to print and as CSV: steps, minutes, totals where five or
 * more answered, before and after, feedback. `day` as "2026-12-31". No name is in either. */
void room_paper_report(Page *page, const Strings *strings, const Lead *lead, const char *day);
void room_paper_table(Page *page, const Strings *strings, const Lead *lead, const char *day);

#endif
