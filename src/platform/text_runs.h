/* SPDX-License-Identifier: MIT */
/* For text_lines.c: a line as runs of one direction and one font, in their order from the left. */
#ifndef TB_TEXT_RUNS_H
#define TB_TEXT_RUNS_H

#include <stdbool.h>
#include <stdint.h>

enum { TEXT_RUN_MAX = 32, TEXT_LINE_MAX = 1536 };

typedef enum RunFont { RUN_FACE, RUN_ARABIC, RUN_PLAIN, RUN_FONT_COUNT } RunFont;

typedef struct TextRun {
    int first, count; /* bytes of the line */
    RunFont font;
    bool is_rtl;
} TextRun;

/* Which font shows a character. */
typedef RunFont (*RunChoose)(void *context, uint32_t character);

/* True if all characters of the line read from left to right whatever stands beside them. */
bool runs_is_plain(const char *line);

/* Splits a NUL-ended line; the number of runs, at least 1 for a line that isn't empty. */
int runs_split(const char *line, RunChoose choose, void *context, TextRun runs[TEXT_RUN_MAX]);

#endif
