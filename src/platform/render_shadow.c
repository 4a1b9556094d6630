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

/* One box blur of `count` bytes that lie `step` apart; `line` is scratch of that many. */
static void blur_line(uint8_t *bytes, int count, int step, int half, uint8_t *line) {
    for (int i = 0; i < count; i++) {
        line[i] = bytes[(ptrdiff_t)i * step];
    }
    uint32_t sum = 0;
    uint32_t share = (1u << 24) / (uint32_t)(2 * half + 1);
    for (int i = 0; i < half && i < count; i++) {
        sum += line[i];
    }
    for (int i = 0; i < count; i++) {
        sum += i + half < count ? line[i + half] : 0;
        bytes[(ptrdiff_t)i * step] = (uint8_t)((sum * share + (1u << 23)) >> 24);
        sum -= i - half >= 0 ? line[i - half] : 0;
    }
}

static void blur_picture(Picture *picture, float blur) {
    /* Three boxes of width w have the variance (w * w - 1) / 4. */
    int half = (int)lroundf((sqrtf(4 * blur * blur + 1) - 1) / 2);
    int longest = picture->width > picture->height ? picture->width : picture->height;
    uint8_t *line = malloc((size_t)longest);
    for (int pass = 0; line && half > 0 && pass < 3; pass++) {
        uint8_t *pixels = picture->pixels;
        for (int y = 0; y < picture->height; y++) {
            blur_line(pixels + (ptrdiff_t)y * picture->width, picture->width, 1, half, line);
        }
        for (int x = 0; x < picture->width; x++) {
            blur_line(pixels + x, picture->height, picture->width, half, line);
        }
    }
    free(line);
}

static const Picture *shadow_picture(Cache *cache, PathPainter *painter, ShadowShape shape) {
    uint32_t words[2];
    memcpy(&words[0], &shape.radius, sizeof words[0]);
    memcpy(&words[1], &shape.blur, sizeof words[1]);
    uint64_t key = key_mix((uint64_t)words[0] << 32 | words[1], (uint64_t)shape.picture_w << 32 |
                                                                    (uint64_t)shape.picture_h);
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

/* Paints the row of a picture, its middle column repeated until it is `width` wide. */
static void paint_row(const Canvas *canvas, int x, int y, int width, const Picture *picture,
                      int row, uint32_t colour) {
    const uint8_t *cover = (const uint8_t *)picture->pixels + (ptrdiff_t)row * picture->width;
    int left = picture->width / 2;
    int right = picture->width - left - 1;
    int middle = width - left - right;
    canvas_cover_row(canvas, x, y, left, cover, colour);
    if (cover[left] > 0) {
        canvas_span(canvas, x + left, y, middle, colour, cover[left]);
    }
    canvas_cover_row(canvas, x + left + middle, y, right, cover + left + 1, colour);
}

void shadow_paint(Cache *cache, PathPainter *painter, const Canvas *canvas,
                  const DrawShadow *shadow, float scale, int theme, uint32_t alpha) {
    ShadowShape shape = shape_of(shadow, scale);
    const Picture *picture =
        shape.w > 0 && shape.h > 0 ? shadow_picture(cache, painter, shape) : NULL;
    if (!picture) {
        return;
    }
    Paint paint = paint_alpha(TOKEN_SHADOW, shadow_alpha[shadow->level >= 2]);
    uint32_t colour = pixel_of_paint(paint, theme, pixel_mul(alpha, shadow->alpha));
    int width = picture->width + shape.w - shape.picture_w;
    int height = picture->height + shape.h - shape.picture_h;
    int upper = picture->height / 2;
    int lower = picture->height - upper - 1;
    int from = canvas->clip.y - (shape.y - shape.reach);
    int to = from + canvas->clip.h;
    for (int y = from > 0 ? from : 0; y < height && y < to; y++) {
        int row = y < upper ? y : y >= height - lower ? y - height + picture->height : upper;
        paint_row(canvas, shape.x - shape.reach, shape.y - shape.reach + y, width, picture, row,
                  colour);
    }
}
