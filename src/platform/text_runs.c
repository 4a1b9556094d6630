/* SPDX-License-Identifier: MIT */
/* Splits a line into runs: ICU's bidirectional algorithm, then by font. */
#include "text_runs.h"

#include "text.h"

#include <unicode/ubidi.h>
#include <unicode/utf16.h>

bool runs_is_plain(const char *line) {
    for (uint32_t c = text_next(&line); c != 0; c = text_next(&line)) {
        /* Letters and marks up to Hebrew; dashes, quotes and symbols without the bidi controls. */
        bool is_plain = c < 0x590 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205e) ||
                        (c >= 0x2070 && c < 0x2e80);
        if (!is_plain) {
            return false;
        }
    }
    return true;
}

typedef struct Splitter {
    const char *line;
    RunChoose choose;
    void *context;
    TextRun *runs;
    int count;
} Splitter;

/* Cuts the bytes of one direction wherever the font changes. Spaces stay with what is before. */
static void split_fonts(Splitter *splitter, int first, int count, bool is_rtl) {
    int from = splitter->count;
    const char *cursor = splitter->line + first;
    const char *end = cursor + count;
    while (cursor < end && splitter->count < TEXT_RUN_MAX) {
        const char *start = cursor;
        uint32_t c = text_next(&cursor);
        RunFont font = splitter->choose(splitter->context, c);
        TextRun *last = splitter->count > from ? &splitter->runs[splitter->count - 1] : NULL;
        if (last && (font == last->font || c == ' ')) {
            last->count += (int)(cursor - start);
            continue;
        }
        splitter->runs[splitter->count++] = (TextRun){.first = (int)(start - splitter->line),
                                                      .count = (int)(cursor - start),
                                                      .font = font,
                                                      .is_rtl = is_rtl};
    }
    if (!is_rtl) {
        return;
    }
    for (int a = from, b = splitter->count - 1; a < b; a++, b--) {
        TextRun run = splitter->runs[a];
        splitter->runs[a] = splitter->runs[b];
        splitter->runs[b] = run;
    }
}

/* The line in UTF-16, and for each unit the byte it came from. */
typedef struct Wide {
    UChar units[TEXT_LINE_MAX];
    int bytes[TEXT_LINE_MAX + 1];
    int count;
} Wide;

static void widen(Wide *wide, const char *line) {
    const char *cursor = line;
    while (*cursor && wide->count < TEXT_LINE_MAX - 2) {
        int byte = (int)(cursor - line);
        uint32_t c = text_next(&cursor);
        for (int i = 0; i < U16_LENGTH(c); i++) {
            wide->bytes[wide->count + i] = byte;
        }
        if (U16_LENGTH(c) == 1) {
            wide->units[wide->count++] = (UChar)c;
        } else {
            wide->units[wide->count++] = U16_LEAD(c);
            wide->units[wide->count++] = U16_TRAIL(c);
        }
    }
    wide->bytes[wide->count] = (int)(cursor - line);
}

static void split_bidi(Splitter *splitter, UBiDi *bidi, const Wide *wide) {
    UErrorCode status = U_ZERO_ERROR;
    ubidi_setPara(bidi, wide->units, wide->count, UBIDI_DEFAULT_LTR, NULL, &status);
    int runs = U_SUCCESS(status) ? ubidi_countRuns(bidi, &status) : 0;
    for (int i = 0; U_SUCCESS(status) && i < runs; i++) {
        int32_t start;
        int32_t length;
        bool is_rtl = ubidi_getVisualRun(bidi, i, &start, &length) == UBIDI_RTL;
        int first = wide->bytes[start];
        split_fonts(splitter, first, wide->bytes[start + length] - first, is_rtl);
    }
}

int runs_split(const char *line, RunChoose choose, void *context, TextRun runs[TEXT_RUN_MAX]) {
    Splitter splitter = {.line = line, .choose = choose, .context = context, .runs = runs};
    Wide wide;
    wide.count = 0;
    widen(&wide, line);
    UBiDi *bidi = runs_is_plain(line) ? NULL : ubidi_open();
    if (bidi) {
        split_bidi(&splitter, bidi, &wide);
        ubidi_close(bidi);
    }
    if (splitter.count == 0) {
        split_fonts(&splitter, 0, wide.bytes[wide.count], false);
    }
    return splitter.count;
}
