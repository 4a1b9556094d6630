/* SPDX-License-Identifier: MIT */
/* Shared by what a workshop prints. */
#ifndef TB_ROOM_PAPER_PARTS_H
#define TB_ROOM_PAPER_PARTS_H

#include "page.h"
#include "strings.h"

enum { PAPER_TEXT_MAX = 512 };

/* Head and title of a page; and its end. */
void paper_begin(Page *page, const Strings *strings, const char *title);
void paper_end(Page *page);

/* "12 min" */
const char *paper_minutes(const Strings *strings, int minutes, char out[PAPER_TEXT_MAX]);

#endif
