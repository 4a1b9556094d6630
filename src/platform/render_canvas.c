/* SPDX-License-Identifier: MIT */
/* Blending loops: plain colours, coverage and premultiplied pixels onto 32-bit rows. */
#include "render_canvas.h"

#include <string.h>

uint32_t pixel_of_paint(Paint paint, int theme, uint32_t alpha) {
    uint32_t rgb = theme_rgb[theme][paint.token];
    if (paint.mix > 0) {
        uint32_t other = theme_rgb[theme][paint.mix_token];
        rgb = pixel_scale(rgb, 255u - paint.mix) + pixel_scale(other, paint.mix);
    }
    return pixel_scale(0xff000000u | (rgb & 0xffffffu), pixel_mul(paint.alpha, alpha));
}

/* A row cut into at most three pieces: masked, wholly covered, masked. */
typedef struct RowPieces {
    int from[3], to[3];      /* columns of the canvas; empty when from >= to */
    const uint8_t *cover[3]; /* coverage at `from`; null: whole */
} RowPieces;

static int clamp(int value, int low, int high) {
    return value < low ? low : value > high ? high : value;
}

static RowPieces cut_row(const Canvas *canvas, int x, int y, int length) {
    RowPieces pieces = {0};
    const SDL_Rect *clip = &canvas->clip;
    if (y < clip->y || y >= clip->y + clip->h) {
        return pieces;
    }
    int from = x > clip->x ? x : clip->x;
    int to = x + length < clip->x + clip->w ? x + length : clip->x + clip->w;
    if (from >= to) {
        return pieces;
    }
    const ClipMask *mask = canvas->mask;
    if (!mask) {
        pieces.from[1] = from;
        pieces.to[1] = to;
        return pieces;
    }
    int row = y - mask->rect.y;
    int solid_from = clamp(mask->rect.x + mask->solid_from[row], from, to);
    int solid_to = clamp(mask->rect.x + mask->solid_to[row], solid_from, to);
    const uint8_t *cover = mask->cover + (ptrdiff_t)row * mask->rect.w - mask->rect.x;
    pieces = (RowPieces){.from = {from, solid_from, solid_to},
                         .to = {solid_from, solid_to, to},
                         .cover = {cover + from, NULL, cover + solid_to}};
    return pieces;
}

static uint32_t *pixel_at(const Canvas *canvas, int x, int y) {
    return canvas->pixels + (ptrdiff_t)y * canvas->pitch + x;
}

static void fill_plain(uint32_t *under, int length, uint32_t colour) {
    if (colour >> 24 == 255) {
        for (int i = 0; i < length; i++) {
            under[i] = colour;
        }
        return;
    }
    for (int i = 0; i < length; i++) {
        under[i] = pixel_over(colour, under[i]);
    }
}

static void fill_covered(uint32_t *under, int length, uint32_t colour, const uint8_t *cover) {
    for (int i = 0; i < length; i++) {
        if (cover[i] == 255) {
            under[i] = pixel_over(colour, under[i]);
        } else if (cover[i] > 0) {
            under[i] = pixel_over(pixel_scale(colour, cover[i]), under[i]);
        }
    }
}

void canvas_span(const Canvas *canvas, int x, int y, int length, uint32_t colour, uint32_t cover) {
    colour = cover < 255 ? pixel_scale(colour, cover) : colour;
    RowPieces pieces = cut_row(canvas, x, y, length);
    for (int i = 0; i < 3; i++) {
        int count = pieces.to[i] - pieces.from[i];
        if (count > 0 && pieces.cover[i]) {
            fill_covered(pixel_at(canvas, pieces.from[i], y), count, colour, pieces.cover[i]);
        } else if (count > 0) {
            fill_plain(pixel_at(canvas, pieces.from[i], y), count, colour);
        }
    }
}

static void blend_row(uint32_t *under, int length, const uint32_t *pixels, uint32_t alpha) {
    if (alpha == 255) {
        for (int i = 0; i < length; i++) {
            uint32_t pixel = pixels[i];
            under[i] = pixel >> 24 == 255 ? pixel : pixel == 0 ? under[i]
                                                               : pixel_over(pixel, under[i]);
        }
        return;
    }
    for (int i = 0; i < length; i++) {
        under[i] = pixel_over(pixel_scale(pixels[i], alpha), under[i]);
    }
}

static void add_row(uint32_t *under, int length, const uint32_t *pixels, uint32_t alpha) {
    for (int i = 0; i < length; i++) {
        under[i] = pixel_add(pixel_scale(pixels[i], alpha), under[i]);
    }
}

static void blend_masked(uint32_t *under, int length, const uint32_t *pixels, uint32_t alpha,
                         const uint8_t *cover, bool additive) {
    for (int i = 0; i < length; i++) {
        uint32_t pixel = pixel_scale(pixels[i], pixel_mul(alpha, cover[i]));
        under[i] = additive ? pixel_add(pixel, under[i]) : pixel_over(pixel, under[i]);
    }
}

void canvas_row(const Canvas *canvas, int x, int y, int length, const uint32_t *pixels,
                uint32_t alpha, bool additive) {
    RowPieces pieces = cut_row(canvas, x, y, length);
    for (int i = 0; i < 3; i++) {
        int count = pieces.to[i] - pieces.from[i];
        if (count <= 0) {
            continue;
        }
        uint32_t *under = pixel_at(canvas, pieces.from[i], y);
        const uint32_t *source = pixels + (pieces.from[i] - x);
        if (pieces.cover[i]) {
            blend_masked(under, count, source, alpha, pieces.cover[i], additive);
        } else if (additive) {
            add_row(under, count, source, alpha);
        } else {
            blend_row(under, count, source, alpha);
        }
    }
}

static void cover_masked(uint32_t *under, int length, uint32_t colour, const uint8_t *cover,
                         const uint8_t *mask) {
    for (int i = 0; i < length; i++) {
        under[i] = pixel_over(pixel_scale(colour, pixel_mul(cover[i], mask[i])), under[i]);
    }
}

void canvas_cover_row(const Canvas *canvas, int x, int y, int length, const uint8_t *cover,
                      uint32_t colour) {
    RowPieces pieces = cut_row(canvas, x, y, length);
    for (int i = 0; i < 3; i++) {
        int count = pieces.to[i] - pieces.from[i];
        const uint8_t *source = cover + (pieces.from[i] - x);
        if (count > 0 && pieces.cover[i]) {
            cover_masked(pixel_at(canvas, pieces.from[i], y), count, colour, source,
                         pieces.cover[i]);
        } else if (count > 0) {
            fill_covered(pixel_at(canvas, pieces.from[i], y), count, colour, source);
        }
    }
}

void canvas_clear(const Canvas *canvas) {
    const SDL_Rect *clip = &canvas->clip;
    for (int y = clip->y; y < clip->y + clip->h; y++) {
        memset(pixel_at(canvas, clip->x, y), 0, (size_t)clip->w * sizeof(uint32_t));
    }
}

void canvas_copy(const Canvas *canvas, const Canvas *from) {
    const SDL_Rect *clip = &canvas->clip;
    for (int y = clip->y; y < clip->y + clip->h; y++) {
        memcpy(pixel_at(canvas, clip->x, y), pixel_at(from, clip->x, y),
               (size_t)clip->w * sizeof(uint32_t));
    }
}
