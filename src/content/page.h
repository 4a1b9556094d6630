/* SPDX-License-Identifier: MIT */
/* A text that grows while it is written: pages of HTML and tables of CSV. */
#ifndef TB_PAGE_H
#define TB_PAGE_H

#include <stdbool.h>
#include <stddef.h>

/* Zero-initialise; page_free in any case. */
typedef struct Page {
    char *bytes; /* ends in a NUL; null while empty */
    size_t size, capacity;
    bool is_out_of_memory; /* what came after is missing */
} Page;

/* As it stands: markup of our own. */
void page_add(Page *page, const char *text);

/* A text for HTML, in elements and in quoted attributes: & < > " ' are written as entities. */
void page_add_text(Page *page, const char *text);

/* <tag>text</tag>; `tag` may carry attributes, as in `p class="quiet"`. */
void page_add_element(Page *page, const char *tag, const char *text);

void page_add_number(Page *page, int number);

/* A cell of CSV (RFC 4180) in quotes. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it. */
void page_add_cell(Page *page, const char *text);

/* Empty again, its memory kept. */
void page_clear(Page *page);

void page_free(Page *page);

#endif
