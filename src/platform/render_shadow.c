/* SPDX-License-Identifier: MIT */
/* Shadows: the shape's coverage, blurred by three box blurs (within 3 % of a Gaussian). Far from
 * the corners a shadow only changes across its edge, so large shapes share one small picture whose
 * middle row and column are repeated. */
#include "render_shadow.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Share of full shade of levels 1 and 2 (STYLE.md 4). */
static const float shadow_alpha[2] = {0.24f, 0.34f};

/* A shadow in pixels. `picture_w` and `picture_h` are those of the shape in the picture. */
typedef struct ShadowShape {
    int x, y, w, h;
    int picture_w, picture_h;
    int reach; /* of the blur beyond the shape */
    float radius, blur;
} ShadowShape;

static ShadowShape shape_of(const DrawShadow *shadow, float scale) {
    ShadowShape shape = {.radius = shadow->radius * scale,
                         .blur = draw_shadow_blur(shadow->level) * scale};
    shape.x = (int)lroundf(shadow->shape.x * scale);
    shape.y = (int)lroundf((shadow->shape.y + draw_shadow_drop(shadow->level)) * scale);
    shape.w = (int)lroundf(shadow->shape.w * scale);
    shape.h = (int)lroundf(shadow->shape.h * scale);
    shape.reach = (int)floorf(draw_shadow_reach(shadow->level) * scale);
    shape.radius = fminf(shape.radius, (float)(shape.w < shape.h ? shape.w : shape.h) / 2);
    int least = 2 * ((int)ceilf(shape.radius) + shape.reach) + 1;
    shape.picture_w = shape.w < least ? shape.w : least;
    shape.picture_h = shape.h < least ? shape.h : least;
    return shape;
}

/* Two pictures of the same size, and a sum for each column. */
typedef struct Blur {
    uint8_t *from, *to;
    uint16_t *sums;
    int width, height;
} Blur;

static void add_row(uint16_t *restrict sums, const uint8_t *restrict row, int width, int sign) {
    for (int x = 0; x < width; x++) {
        sums[x] = (uint16_t)(sums[x] + sign * row[x]);
    }
}

/* Each pixel becomes the mean of those up to `half` above and below it. A row at a time, so that
 * eight columns go at once; the next blur starts from the result. */
static void blur_down(Blur *blur, int half) {
    int width = blur->width, height = blur->height, box = 2 * half + 1;
    uint16_t share = (uint16_t)(65536 / box);
    memset(blur->sums, 0, (size_t)width * sizeof *blur->sums);
    for (int y = 0; y < half && y < height; y++) {
        add_row(blur->sums, blur->from + (ptrdiff_t)y * width, width, 1);
    }
    for (int y = 0; y < height; y++) {
        if (y + half < height) {
            add_row(blur->sums, blur->from + (ptrdiff_t)(y + half) * width, width, 1);
        }
        uint8_t *restrict to = blur->to + (ptrdiff_t)y * width;
        const uint16_t *restrict sums = blur->sums;
        for (int x = 0; x < width; x++) {
            to[x] = (uint8_t)(((uint32_t)sums[x] + (uint32_t)half) * share >> 16);
        }
        if (y - half >= 0) {
            add_row(blur->sums, blur->from + (ptrdiff_t)(y - half) * width, width, -1);
        }
    }
    uint8_t *done = blur->to;
    blur->to = blur->from;
    blur->from = done;
}

/* Turns the picture over, so that what went down goes across. */
static void blur_flip(Blur *blur) {
    for (int y = 0; y < blur->height; y++) {
        const uint8_t *row = blur->from + (ptrdiff_t)y * blur->width;
        for (int x = 0; x < blur->width; x++) {
            blur->to[(ptrdiff_t)x * blur->height + y] = row[x];
        }
    }
    *blur = (Blur){blur->to, blur->from, blur->sums, blur->height, blur->width};
}

/* The sums have 16 bits, which is enough for boxes of 255 pixels. */
enum { BLUR_HALF_MAX = 127 };

static void blur_picture(Picture *picture, float blur) {
    /* Three boxes of width w have the variance (w * w - 1) / 4. */
    int half = (int)lroundf((sqrtf(4 * blur * blur + 1) - 1) / 2);
    half = half > BLUR_HALF_MAX ? BLUR_HALF_MAX : half;
    size_t area = (size_t)picture->width * (size_t)picture->height;
    int longest = picture->width > picture->height ? picture->width : picture->height;
    uint8_t *other = malloc(area);
    uint16_t *sums = malloc((size_t)longest * sizeof *sums);
    if (other && sums && half > 0) {
        Blur state = {picture->pixels, other, sums, picture->width, picture->height};
        for (int way = 0; way < 2; way++) {
            for (int pass = 0; pass < 3; pass++) {
                blur_down(&state, half);
            }
            blur_flip(&state);
        }
        if (state.from != picture->pixels) {
            memcpy(picture->pixels, state.from, area);
        }
    }
    free(other);
    free(sums);
}

static const Picture *shadow_picture(Cache *cache, PathPainter *painter, ShadowShape shape) {
    uint32_t words[2];
    memcpy(&words[0], &shape.radius, sizeof words[0]);
    memcpy(&words[1], &shape.blur, sizeof words[1]);
    uint64_t key = key_mix((uint64_t)words[0] << 32 | words[1],
                           (uint64_t)shape.picture_w << 32 | (uint64_t)shape.picture_h);
    Picture *picture = cache_find(cache, key);
    if (picture) {
        return picture;
    }
    picture = cache_add(cache, key, shape.picture_w + 2 * shape.reach,
                        shape.picture_h + 2 * shape.reach, 1);
    if (picture) {
        Rect rect = {(float)shape.reach, (float)shape.reach, (float)shape.picture_w,
                     (float)shape.picture_h};
        SDL_Rect area = {0, 0, picture->width, picture->height};
        path_painter_cover(painter, rect, shape.radius, area, picture->pixels);
        blur_picture(picture, shape.blur);
    }
    return picture;
}

/* A row of a shadow: the columns of the picture's left and right half, and its middle column
 * repeated between them. */
typedef struct ShadowRow {
    const uint8_t *cover;
    int x, y;                /* of its first pixel */
    int left, middle, right; /* widths */
    uint32_t colour;
} ShadowRow;

/* The part of a row from column `from` up to `to` of the canvas. */
static void paint_part(const Canvas *canvas, const ShadowRow *row, int from, int to) {
    int middle_from = row->x + row->left;
    int middle_to = middle_from + row->middle;
    int left_to = to < middle_from ? to : middle_from;
    int right_from = from > middle_to ? from : middle_to;
    if (from < left_to) {
        canvas_cover_row(canvas, from, row->y, left_to - from, row->cover + from - row->x,
                         row->colour);
    }
    int first = from > middle_from ? from : middle_from;
    int last = to < middle_to ? to : middle_to;
    if (first < last && row->cover[row->left] > 0) {
        canvas_span(canvas, first, row->y, last - first, row->colour, row->cover[row->left]);
    }
    if (right_from < to) {
        canvas_cover_row(canvas, right_from, row->y, to - right_from,
                         row->cover + row->left + 1 + right_from - middle_to, row->colour);
    }
}

static void paint_row(const Canvas *canvas, const ShadowRow *row, SDL_Rect hidden) {
    int end = row->x + row->left + row->middle + row->right;
    if (row->y < hidden.y || row->y >= hidden.y + hidden.h || hidden.w <= 0) {
        paint_part(canvas, row, row->x, end);
        return;
    }
    paint_part(canvas, row, row->x, hidden.x);
    paint_part(canvas, row, hidden.x + hidden.w, end);
}

void shadow_paint(Cache *cache, PathPainter *painter, const Canvas *canvas,
                  const DrawShadow *shadow, ShadowStyle style) {
    ShadowShape shape = shape_of(shadow, style.scale);
    const Picture *picture =
        shape.w > 0 && shape.h > 0 ? shadow_picture(cache, painter, shape) : NULL;
    if (!picture) {
        return;
    }
    Paint paint = paint_alpha(TOKEN_SHADOW, shadow_alpha[shadow->level >= 2]);
    int left = picture->width / 2;
    int upper = picture->height / 2;
    ShadowRow row = {.x = shape.x - shape.reach,
                     .left = left,
                     .middle = shape.w - shape.picture_w + 1,
                     .right = picture->width - left - 1,
                     .colour =
                         pixel_of_paint(paint, style.theme, pixel_mul(style.alpha, shadow->alpha))};
    int height = picture->height + shape.h - shape.picture_h;
    int lower = picture->height - upper - 1;
    int top = shape.y - shape.reach;
    int from = canvas->clip.y - top;
    int to = from + canvas->clip.h;
    for (int y = from > 0 ? from : 0; y < height && y < to; y++) {
        int of_picture = y < upper ? y : y >= height - lower ? y - height + picture->height : upper;
        row.y = top + y;
        row.cover = (const uint8_t *)picture->pixels + (ptrdiff_t)of_picture * picture->width;
        paint_row(canvas, &row, style.hidden);
    }
}

static bool is_opaque(const Fill *fill) {
    bool has_bottom = fill->bottom.token != TOKEN_NONE;
    bool has_middle = has_bottom && fill->middle.token != TOKEN_NONE;
    return fill->top.token != TOKEN_NONE && fill->top.alpha == 255 &&
           (!has_bottom || fill->bottom.alpha == 255) && (!has_middle || fill->middle.alpha == 255);
}

SDL_Rect shadow_hidden(const DrawList *list, const DrawCmd *next, float scale) {
    static const uint8_t round_rect[] = {PATH_MOVE, PATH_LINE,  PATH_CUBIC, PATH_LINE,  PATH_CUBIC,
                                         PATH_LINE, PATH_CUBIC, PATH_LINE,  PATH_CUBIC, PATH_CLOSE};
    SDL_Rect hidden = {0};
    if (next->kind != DRAW_PATH || next->alpha != 255 || !is_opaque(&next->path.fill) ||
        next->path.verb_count != (int)sizeof round_rect ||
        memcmp(list->verbs + next->path.first_verb, round_rect, sizeof round_rect) != 0) {
        return hidden;
    }
    /* As path_add_round_rect makes it: from the upper edge's left end to the left edge's upper. */
    const Point *points = list->points + next->path.first_point;
    float x0 = points[14].x, y0 = points[0].y, x1 = points[4].x, y1 = points[9].y;
    float rim = (points[0].x - x0) * 0.3f + 1 / scale; /* a square in the round of the corner */
    hidden.x = (int)ceilf((x0 + rim) * scale);
    hidden.y = (int)ceilf((y0 + rim) * scale);
    hidden.w = (int)floorf((x1 - rim) * scale) - hidden.x;
    hidden.h = (int)floorf((y1 - rim) * scale) - hidden.y;
    return hidden.w > 0 && hidden.h > 0 ? hidden : (SDL_Rect){0};
}
