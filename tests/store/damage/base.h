/* SPDX-License-Identifier: MIT */
/* A couple's folder as it may lie on a disk after most of a year: the file, its pages by what they
 * are for, its backups. Made once, damaged many times. */
#ifndef TB_STORE_BASE_H
#define TB_STORE_BASE_H

#include "../store_kit.h"

#include "random.h"

enum { BASE_EVENINGS = 240, BASE_PAGES_MAX = 1024, BASE_BACKUPS_MAX = 32 };

typedef enum PageKind {
    PAGE_OTHER,
    PAGE_SCHEMA, /* the first, with the header */
    PAGE_TABLE_INTERIOR,
    PAGE_TABLE_LEAF,
    PAGE_INDEX,
    PAGE_OVERFLOW,
    PAGE_FREELIST,
    PAGE_BOOKMARK, /* and the one with the device */
    PAGE_KINDS
} PageKind;

typedef struct Base {
    char folder[300];
    char backups[BASE_BACKUPS_MAX][16]; /* names, oldest first */
    int backup_count;
    unsigned char *bytes;
    size_t size, page_size;
    PageKind kinds[BASE_PAGES_MAX];
    int page_count;
    unsigned char *old_journal; /* of a transaction of weeks ago: all pages as they were then */
    size_t old_journal_size;
    FactList facts;
    int plays;
    char bookmark[STORE_BOOKMARK_MAX];
} Base;

typedef enum BaseForm {
    BASE_USUAL,
    BASE_SMALL_PAGES, /* of 512 bytes: more levels, and a schema that spills over */
    BASE_SCHEMA_1,    /* of the first version, without sums */
    BASE_FORMS
} BaseForm;

/* Makes it in `folder`, which must not be there. */
void base_make(Base *base, const char *folder, BaseForm form);
void base_free(Base *base);

/* An evening of the past. */
Fact base_fact(FactKind kind, int evening);

/* One page of that kind, from 0; -1 if there is none. */
int base_page(const Base *base, PageKind kind, Random *random);

/* Copies the folder to `folder`, with `bytes` for the file (null: without one). The backups are
 * second names of the same files, for nobody writes into one. */
void base_lay_out(const Base *base, const char *folder, const unsigned char *bytes, size_t size);

#endif
