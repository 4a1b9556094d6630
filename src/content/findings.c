/* SPDX-License-Identifier: MIT */
/* Lists findings, and guesses which word was meant. */
#include "findings.h"

#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { WORD_MAX = 48 };

void findings_begin_file(Findings *findings, const char *path) {
    /* Of a path that is too long the end says more than the beginning. */
    size_t length = strlen(path);
    size_t cut = length < DIAG_FILE_MAX ? 0 : length - DIAG_FILE_MAX + 1;
    while (((unsigned char)path[cut] & 0xC0) == 0x80) {
        cut++;
    }
    text_copy(findings->file, sizeof findings->file, path + cut);
    findings->in_file = 0;
}

static void note(Findings *findings, bool is_warning, int line, int column, const char *format,
                 va_list args) {
    *(is_warning ? &findings->warnings : &findings->errors) += 1;
    if (findings->count == FINDINGS_MAX || findings->in_file == FINDINGS_A_FILE) {
        return;
    }
    Finding *finding = &findings->items[findings->count++];
    findings->in_file++;
    char message[DIAG_MESSAGE_MAX * 2];
    vsnprintf(message, sizeof message, format, args);
    diag_set(&finding->diag, ERR_FORMAT, findings->file, line, column, "%s", "");
    text_copy(finding->diag.message, sizeof finding->diag.message, message);
    finding->is_warning = is_warning;
}

void findings_error(Findings *findings, int line, int column, const char *format, ...) {
    va_list args;
    va_start(args, format);
    note(findings, false, line, column, format, args);
    va_end(args);
}

void findings_warning(Findings *findings, int line, int column, const char *format, ...) {
    va_list args;
    va_start(args, format);
    note(findings, true, line, column, format, args);
    va_end(args);
}

static int smaller(int a, int b) {
    return a < b ? a : b;
}

/* Edits between two words (Levenshtein); bytes do, since the words of the format are ASCII. */
static int distance(const char *a, const char *b) {
    int row[WORD_MAX + 1];
    int columns = (int)strlen(b);
    for (int j = 0; j <= columns; j++) {
        row[j] = j;
    }
    for (int i = 0; a[i]; i++) {
        int diagonal = row[0];
        row[0] = i + 1;
        for (int j = 0; j < columns; j++) {
            int replaced = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = smaller(replaced, smaller(row[j], row[j + 1]) + 1);
        }
    }
    return row[columns];
}

const char *findings_nearest_word(const char *word, const char *const *words, int count) {
    size_t length = strlen(word);
    if (length > WORD_MAX) {
        return NULL;
    }
    int nearest = length < 4 ? 2 : length < 8 ? 3 : 4; /* the first distance that is too far */
    const char *found = NULL;
    for (int i = 0; i < count; i++) {
        if (!words[i] || !words[i][0] || strlen(words[i]) > WORD_MAX) {
            continue;
        }
        int edits = distance(word, words[i]);
        if (edits < nearest) {
            nearest = edits;
            found = words[i];
        }
    }
    return found;
}
