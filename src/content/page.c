/* SPDX-License-Identifier: MIT */
/* Appends, and escapes. */
#include "page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE_START = 4096 };

static void add(Page *page, const char *text, size_t length) {
    size_t needed = page->size + length + 1;
    if (needed > page->capacity && !page->is_out_of_memory) {
        size_t capacity = page->capacity ? page->capacity : PAGE_START;
        while (capacity < needed) {
            capacity *= 2;
        }
        char *bytes = realloc(page->bytes, capacity);
        if (!bytes) {
            page->is_out_of_memory = true;
            return;
        }
        page->bytes = bytes;
        page->capacity = capacity;
    }
    if (!page->is_out_of_memory) {
        memcpy(page->bytes + page->size, text, length);
        page->size += length;
        page->bytes[page->size] = '\0';
    }
}

void page_add(Page *page, const char *text) {
    add(page, text, strlen(text));
}

static const char *entity_of(char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
    }
}

void page_add_text(Page *page, const char *text) {
    for (; *text; text++) {
        const char *entity = entity_of(*text);
        if (entity) {
            page_add(page, entity);
        } else {
            add(page, text, 1);
        }
    }
}

void page_add_element(Page *page, const char *tag, const char *text) {
    page_add(page, "<");
    page_add(page, tag);
    page_add(page, ">");
    page_add_text(page, text);
    page_add(page, "</");
    add(page, tag, strcspn(tag, " "));
    page_add(page, ">\n");
}

void page_add_number(Page *page, int number) {
    char text[12];
    snprintf(text, sizeof text, "%d", number);
    page_add(page, text);
}

void page_add_cell(Page *page, const char *text) {
    page_add(page, "\"");
    if (*text && strchr("=+-@\t\r", *text)) {
        page_add(page, "'");
    }
    for (; *text; text++) {
        add(page, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
    }
    page_add(page, "\"");
}

void page_clear(Page *page) {
    page->size = 0;
    page->is_out_of_memory = false;
    if (page->bytes) {
        page->bytes[0] = '\0';
    }
}

void page_free(Page *page) {
    free(page->bytes);
    *page = (Page){0};
}
