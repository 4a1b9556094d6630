/* SPDX-License-Identifier: MIT */
/* Measures and renders lines of text; both are remembered. */
#include "text_lines.h"

#include "text_fonts.h"
#include "text.h"
#include "text_runs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    TEXT_WIDTH_SETS = 1024,
    TEXT_WIDTH_WAYS = 4, /* in a set: a screen's lines would push each other out of single places */
    TEXT_CACHE_BYTES = 2 * 1024 * 1024
};

typedef struct Width {
    uint64_t key;
    int pixels;
} Width;

struct Texts {
    Fonts fonts;
    float scale;
    Cache *pictures;
    Width widths[TEXT_WIDTH_SETS][TEXT_WIDTH_WAYS]; /* the one found last first */
};

/* One line at one size: what the functions below hand to each other. */
typedef struct Line {
    Texts *texts;
    FontFace face;
    int size_px;
    char text[TEXT_LINE_MAX];
    TextRun runs[TEXT_RUN_MAX];
    int run_count;
} Line;

Err texts_open(const char *font_dir, Texts **texts, Diag *diag) {
    *texts = NULL;
    Texts *opened = calloc(1, sizeof *opened);
    if (!opened) {
        return diag_set(diag, ERR_MEMORY, "", 0, 0, "not enough memory for text");
    }
    Err err = fonts_start(&opened->fonts, font_dir, diag);
    opened->scale = 1;
    opened->pictures = cache_open(TEXT_CACHE_BYTES);
    if (err == ERR_OK && !opened->pictures) {
        err = diag_set(diag, ERR_MEMORY, "", 0, 0, "not enough memory for text");
    }
    if (err != ERR_OK) {
        texts_close(opened);
        return err;
    }
    *texts = opened;
    return ERR_OK;
}

void texts_close(Texts *texts) {
    if (texts) {
        cache_close(texts->pictures);
        fonts_stop(&texts->fonts);
        free(texts);
    }
}

void texts_set_scale(Texts *texts, float scale) {
    texts->scale = scale;
    float share = scale > 1 ? scale * scale : 1;
    cache_clear(texts->pictures);
    cache_set_limit(texts->pictures, (size_t)((float)TEXT_CACHE_BYTES * share));
    fonts_close_sizes(&texts->fonts);
}

Err texts_problem(Texts *texts, Diag *diag) {
    Err problem = texts->fonts.problem;
    if (problem != ERR_OK && diag) {
        *diag = texts->fonts.diag;
    }
    texts->fonts.problem = ERR_OK;
    return problem;
}

static int size_px_of(const Texts *texts, float size) {
    int px = (int)lroundf(size * texts->scale);
    return px < 1 ? 1 : px;
}

static uint64_t key_of(FontFace face, int size_px, const char *text, int length) {
    uint64_t key = key_mix((uint64_t)face << 32 | (uint64_t)length, (uint64_t)size_px);
    int i = 0;
    for (; i + 8 <= length; i += 8) {
        uint64_t word;
        memcpy(&word, text + i, sizeof word);
        key = key_mix(key, word);
    }
    uint64_t rest = 1;
    for (; i < length; i++) {
        rest = rest << 8 | (uint8_t)text[i];
    }
    return key_mix(key_mix(key, rest), 1);
}

static TTF_Font *font_of(const Line *line, RunFont font) {
    int file = font == RUN_ARABIC ? fonts_arabic_for(line->face)
               : font == RUN_PLAIN ? (int)FONT_TEXT_SEMI
                                   : (int)line->face;
    return fonts_get(&line->texts->fonts, file, line->size_px);
}

static bool has_glyph(const Line *line, RunFont font, uint32_t character) {
    TTF_Font *opened = font_of(line, font);
    return opened && TTF_GlyphIsProvided32(opened, character);
}

/* RunChoose: the line's face if it can, else a face that can. */
static RunFont choose_font(void *context, uint32_t character) {
    const Line *line = context;
    if (character < 0x7f || has_glyph(line, RUN_FACE, character)) {
        return RUN_FACE;
    }
    if (has_glyph(line, RUN_ARABIC, character)) {
        return RUN_ARABIC;
    }
    return has_glyph(line, RUN_PLAIN, character) ? RUN_PLAIN : RUN_FACE;
}

/* Copies as much as there is room for, in whole characters, and splits it. */
static void prepare_line(Line *line, const char *text, int length) {
    int count = length < TEXT_LINE_MAX ? length : TEXT_LINE_MAX - 1;
    while (count > 0 && count < length && ((uint8_t)text[count] & 0xc0) == 0x80) {
        count--;
    }
    memcpy(line->text, text, (size_t)count);
    line->text[count] = '\0';
    bool is_ascii = true;
    for (int i = 0; i < count && is_ascii; i++) {
        is_ascii = (uint8_t)text[i] < 0x80;
    }
    if (is_ascii) {
        line->runs[0] = (TextRun){.count = count};
        line->run_count = 1;
    } else {
        line->run_count = runs_split(line->text, choose_font, line, line->runs);
    }
}

/* The run's font, set up for its direction and script, and its text in `out`. */
static TTF_Font *prepare_run(const Line *line, const TextRun *run, char out[TEXT_LINE_MAX]) {
    memcpy(out, line->text + run->first, (size_t)run->count);
    out[run->count] = '\0';
    TTF_Font *font = font_of(line, run->font);
    if (font) {
        TTF_SetFontDirection(font, run->is_rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
        TTF_SetFontScriptName(font, run->font == RUN_ARABIC ? "Arab" : "Latn");
    }
    return font;
}

static int measure_line(const Line *line) {
    int width = 0;
    for (int i = 0; i < line->run_count; i++) {
        char text[TEXT_LINE_MAX];
        int run_width = 0;
        TTF_Font *font = prepare_run(line, &line->runs[i], text);
        if (font && TTF_SizeUTF8(font, text, &run_width, NULL) == 0) {
            width += run_width;
        }
    }
    return width;
}

float texts_measure(Texts *texts, FontFace face, float size, const char *text, int length) {
    if (length <= 0) {
        return 0;
    }
    int size_px = size_px_of(texts, size);
    uint64_t key = key_of(face, size_px, text, length);
    Width *set = texts->widths[(key >> 11) % TEXT_WIDTH_SETS];
    int at = 0;
    while (at < TEXT_WIDTH_WAYS && set[at].key != key) {
        at++;
    }
    Width found;
    if (at < TEXT_WIDTH_WAYS) {
        found = set[at];
    } else {
        Line line = {.texts = texts, .face = face, .size_px = size_px};
        prepare_line(&line, text, length);
        found = (Width){.key = key, .pixels = measure_line(&line)};
        at = TEXT_WIDTH_WAYS - 1;
    }
    memmove(set + 1, set, (size_t)at * sizeof *set);
    set[0] = found;
    return (float)found.pixels / texts->scale;
}

/* SDL_ttf moves a line right by what its first letter reaches left of the start, and down by what
 * its letters rise above the ascent. Both are found again here, to place the picture exactly. */
static void find_shift(TTF_Font *font, const char *text, int *left, int *top) {
    int ascent = TTF_FontAscent(font);
    int highest = ascent;
    bool is_first = true;
    *left = 0;
    for (const char *cursor = text; *cursor;) {
        uint32_t c = 0;
        int min_x = 0;
        int max_y = 0;
        c = text_next(&cursor);
        if (TTF_GlyphMetrics32(font, c, &min_x, NULL, NULL, &max_y, NULL) == 0) {
            highest = max_y > highest ? max_y : highest;
            *left = is_first && min_x < 0 ? min_x : *left;
        }
        is_first = false;
    }
    *top = -highest;
}

/* The pieces of a line, rendered by SDL_ttf. */
typedef struct Piece {
    SDL_Surface *surface;
    int x, y; /* from the start of the line on the baseline */
} Piece;

static int render_pieces(const Line *line, Piece pieces[TEXT_RUN_MAX], SDL_Rect *bounds) {
    int x = 0;
    int count = 0;
    for (int i = 0; i < line->run_count; i++) {
        char text[TEXT_LINE_MAX];
        TTF_Font *font = prepare_run(line, &line->runs[i], text);
        int width = 0;
        if (!font || TTF_SizeUTF8(font, text, &width, NULL) != 0) {
            continue;
        }
        SDL_Color white = {255, 255, 255, 255};
        Piece piece = {.surface = TTF_RenderUTF8_Blended(font, text, white)};
        if (piece.surface) {
            find_shift(font, text, &piece.x, &piece.y);
            piece.x += x;
            SDL_Rect box = {piece.x, piece.y, piece.surface->w, piece.surface->h};
            SDL_UnionRect(bounds, &box, bounds);
            pieces[count++] = piece;
        }
        x += width;
    }
    return count;
}

/* The alpha of a piece into the line's coverage; pieces may touch, so the larger counts. */
static void copy_piece(Picture *picture, const Piece *piece) {
    for (int y = 0; y < piece->surface->h; y++) {
        const uint32_t *from = (const uint32_t *)(const void *)((const uint8_t *)
                               piece->surface->pixels + (ptrdiff_t)y * piece->surface->pitch);
        uint8_t *to = (uint8_t *)picture->pixels +
                      (ptrdiff_t)(y + piece->y - picture->top) * picture->width +
                      (piece->x - picture->left);
        for (int x = 0; x < piece->surface->w; x++) {
            uint8_t alpha = (uint8_t)(from[x] >> 24);
            to[x] = alpha > to[x] ? alpha : to[x];
        }
    }
}

static const Picture *render_line(const Line *line, uint64_t key) {
    Piece pieces[TEXT_RUN_MAX];
    SDL_Rect bounds = {0};
    int count = render_pieces(line, pieces, &bounds);
    Picture *picture = NULL;
    if (count > 0) {
        picture = cache_add(line->texts->pictures, key, bounds.w, bounds.h, 1);
    }
    if (picture) {
        picture->left = bounds.x;
        picture->top = bounds.y;
    }
    for (int i = 0; i < count; i++) {
        if (picture) {
            copy_piece(picture, &pieces[i]);
        }
        SDL_FreeSurface(pieces[i].surface);
    }
    return picture;
}

const Picture *texts_picture(Texts *texts, FontFace face, float size, const char *text,
                             int length) {
    int size_px = size_px_of(texts, size);
    uint64_t key = key_of(face, size_px, text, length);
    const Picture *known = cache_find(texts->pictures, key);
    if (known || length <= 0) {
        return known;
    }
    Line line = {.texts = texts, .face = face, .size_px = size_px};
    prepare_line(&line, text, length);
    return render_line(&line, key);
}
