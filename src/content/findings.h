/* SPDX-License-Identifier: MIT */
/* What is wrong with the authors' files, in words and places, collected while reading on. */
#ifndef TB_FINDINGS_H
#define TB_FINDINGS_H

#include "err.h"

#include <stdbool.h>

enum { FINDINGS_MAX = 400, FINDINGS_A_FILE = 20 };

typedef struct Finding {
    Diag diag;
    bool is_warning; /* the card plays all the same */
} Finding;

/* About 260 KB: make it with calloc, not on the stack. Zero-initialised is empty. */
typedef struct Findings {
    Finding items[FINDINGS_MAX];
    int count;
    int errors; /* all that were found, listed or not */
    int warnings;
    int in_file; /* listed since findings_begin_file */
    char file[DIAG_FILE_MAX];
} Findings;

/* From now on findings are about `path`, and another FINDINGS_A_FILE of them are listed. */
void findings_begin_file(Findings *findings, const char *path);

/* Notes an error at `line`:`column` (from 1; 0: about the file as a whole). What goes over the
 * limit of the file is counted and not listed. */
void findings_error(Findings *findings, int line, int column, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Likewise something that should be better, and does no harm. */
void findings_warning(Findings *findings, int line, int column, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The word of `words` (count of them, null ones left out) that `word` was probably meant to be, or
 * null if none is near enough. */
const char *findings_nearest_word(const char *word, const char *const *words, int count);

#endif
