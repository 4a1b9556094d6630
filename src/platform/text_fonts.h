/* SPDX-License-Identifier: MIT */
/* For text_lines.c: the font files, and fonts opened at whole pixel sizes. */
#ifndef TB_TEXT_FONTS_H
#define TB_TEXT_FONTS_H

#include "draw.h"
#include "err.h"

#include <SDL_ttf.h>

/* The faces of a DrawList, then those that stand in for letters they lack. */
enum { FONT_ARABIC = FONT_FACE_COUNT, FONT_ARABIC_SEMI, FONT_ARABIC_BOLD, FONT_FILE_COUNT };

enum { FONT_OPEN_MAX = 48, FONT_PATH_MAX = 400 };

typedef struct OpenFont {
    TTF_Font *font;
    int file;
    int size_px;
    unsigned used_at;
} OpenFont;

typedef struct Fonts {
    char folder[FONT_PATH_MAX];
    void *bytes[FONT_FILE_COUNT]; /* a file's contents, shared by its sizes; null: not read yet */
    size_t byte_counts[FONT_FILE_COUNT];
    bool is_missing[FONT_FILE_COUNT];
    OpenFont open[FONT_OPEN_MAX];
    unsigned clock;
    Err problem;
    Diag diag;
} Fonts;

/* ERR_NOT_FOUND names a missing file. */
Err fonts_start(Fonts *fonts, const char *folder, Diag *diag);
void fonts_close_sizes(Fonts *fonts);
void fonts_stop(Fonts *fonts);

/* The font at that size; null, and a problem noted, if it can't be read. */
TTF_Font *fonts_get(Fonts *fonts, int file, int size_px);

/* The Arabic-script face of the same weight. */
int fonts_arabic_for(FontFace face);

#endif
