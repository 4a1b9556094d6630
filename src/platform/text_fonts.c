/* SPDX-License-Identifier: MIT */
/* Opens font files when first needed, and each size of them once. */
#include "text_fonts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const file_names[FONT_FILE_COUNT] = {
    [FONT_TEXT] = "atkinson-hyperlegible-next-400.ttf",
    [FONT_TEXT_SEMI] = "atkinson-hyperlegible-next-600.ttf",
    [FONT_TEXT_BOLD] = "atkinson-hyperlegible-next-700.ttf",
    [FONT_DISPLAY] = "fraunces-600.ttf",
    [FONT_DISPLAY_BOLD] = "fraunces-700.ttf",
    [FONT_EASY] = "opendyslexic-400.otf",
    [FONT_EASY_BOLD] = "opendyslexic-700.otf",
    [FONT_ARABIC] = "vazirmatn-400.ttf",
    [FONT_ARABIC_SEMI] = "vazirmatn-600.ttf",
    [FONT_ARABIC_BOLD] = "vazirmatn-700.ttf"};

int fonts_arabic_for(FontFace face) {
    static const int arabic[FONT_FACE_COUNT] = {[FONT_TEXT] = FONT_ARABIC,
                                                [FONT_TEXT_SEMI] = FONT_ARABIC_SEMI,
                                                [FONT_TEXT_BOLD] = FONT_ARABIC_BOLD,
                                                [FONT_DISPLAY] = FONT_ARABIC_SEMI,
                                                [FONT_DISPLAY_BOLD] = FONT_ARABIC_BOLD,
                                                [FONT_EASY] = FONT_ARABIC,
                                                [FONT_EASY_BOLD] = FONT_ARABIC_BOLD};
    return arabic[face];
}

static void path_of(const Fonts *fonts, int file, char path[FONT_PATH_MAX + 64]) {
    snprintf(path, FONT_PATH_MAX + 64, "%s/%s", fonts->folder, file_names[file]);
}

Err fonts_start(Fonts *fonts, const char *folder, Diag *diag) {
    if (snprintf(fonts->folder, sizeof fonts->folder, "%s", folder) >= FONT_PATH_MAX) {
        return diag_set(diag, ERR_NOT_FOUND, folder, 0, 0, "the path of the fonts is too long");
    }
    for (int i = 0; i < FONT_FILE_COUNT; i++) {
        char path[FONT_PATH_MAX + 64];
        path_of(fonts, i, path);
        SDL_RWops *file = SDL_RWFromFile(path, "rb");
        if (!file) {
            return diag_set(diag, ERR_NOT_FOUND, path, 0, 0, "this font is missing");
        }
        SDL_RWclose(file);
    }
    if (TTF_Init() != 0) {
        return diag_set(diag, ERR_UNAVAILABLE, "", 0, 0, "fonts can't be used: %s",
                        TTF_GetError());
    }
    return ERR_OK;
}

static void close_font(OpenFont *open) {
    if (open->font) {
        TTF_CloseFont(open->font);
    }
    *open = (OpenFont){0};
}

void fonts_close_sizes(Fonts *fonts) {
    for (int i = 0; i < FONT_OPEN_MAX; i++) {
        close_font(&fonts->open[i]);
    }
}

void fonts_stop(Fonts *fonts) {
    fonts_close_sizes(fonts);
    for (int i = 0; i < FONT_FILE_COUNT; i++) {
        SDL_free(fonts->bytes[i]);
    }
    if (TTF_WasInit()) {
        TTF_Quit();
    }
}

static void note_problem(Fonts *fonts, int file, const char *what) {
    char path[FONT_PATH_MAX + 64];
    path_of(fonts, file, path);
    if (fonts->problem == ERR_OK) {
        fonts->problem = diag_set(&fonts->diag, ERR_NOT_FOUND, path, 0, 0,
                                  "this font can't be read: %s", what);
    }
    fonts->is_missing[file] = true;
}

static bool read_file(Fonts *fonts, int file) {
    if (fonts->bytes[file] || fonts->is_missing[file]) {
        return fonts->bytes[file] != NULL;
    }
    char path[FONT_PATH_MAX + 64];
    path_of(fonts, file, path);
    fonts->bytes[file] = SDL_LoadFile(path, &fonts->byte_counts[file]);
    if (!fonts->bytes[file]) {
        note_problem(fonts, file, SDL_GetError());
    }
    return fonts->bytes[file] != NULL;
}

/* A free place, or that of the font unused for longest. */
static OpenFont *free_place(Fonts *fonts) {
    OpenFont *place = &fonts->open[0];
    for (int i = 0; i < FONT_OPEN_MAX; i++) {
        if (!fonts->open[i].font) {
            return &fonts->open[i];
        }
        if (fonts->open[i].used_at < place->used_at) {
            place = &fonts->open[i];
        }
    }
    close_font(place);
    return place;
}

TTF_Font *fonts_get(Fonts *fonts, int file, int size_px) {
    fonts->clock++;
    for (int i = 0; i < FONT_OPEN_MAX; i++) {
        OpenFont *open = &fonts->open[i];
        if (open->font && open->file == file && open->size_px == size_px) {
            open->used_at = fonts->clock;
            return open->font;
        }
    }
    if (!read_file(fonts, file)) {
        return NULL;
    }
    SDL_RWops *bytes = SDL_RWFromConstMem(fonts->bytes[file], (int)fonts->byte_counts[file]);
    TTF_Font *font = bytes ? TTF_OpenFontRW(bytes, 1, size_px) : NULL;
    if (!font) {
        note_problem(fonts, file, TTF_GetError());
        return NULL;
    }
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    *free_place(fonts) = (OpenFont){
        .font = font, .file = file, .size_px = size_px, .used_at = fonts->clock};
    return font;
}
