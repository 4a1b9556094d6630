/* SPDX-License-Identifier: MIT */
/* Scales and turns sprites: bilinear samples, several a pixel where the page is larger. */
#include "art_parts.h"

#include <math.h>
#include <string.h>

enum { FIXED = 16, ART_LARGE_PAGE_PIXELS = 600 * 1000 };

static const float degree = 3.14159265f / 180;

static int page_scale_for(float needed) {
    return needed <= 1.1f ? 1 : needed <= 2.2f ? 2 : 4;
}

int art_page_scale(const Art *art, const Sprite *sprite, SpritePlace place) {
    float larger = fmaxf(fabsf(place.scale_x), fabsf(place.scale_y));
    int wanted = page_scale_for(larger / sprite->ppp);
    int usual = page_scale_for(art->scale);
    SDL_Rect extent = art->page_extents[sprite->page];
    float limit = ART_LARGE_PAGE_PIXELS * fmaxf(1, art->scale * art->scale);
    float pixels = (float)extent.w * (float)extent.h * (float)(wanted * wanted);
    return wanted > usual && pixels > limit ? usual : wanted;
}

SDL_Rect art_bounds(const Sprite *sprite, SpritePlace place) {
    float x0 = sprite->left * place.scale_x;
    float y0 = sprite->top * place.scale_y;
    float x1 = x0 + (float)sprite->width / sprite->ppp * place.scale_x;
    float y1 = y0 + (float)sprite->height / sprite->ppp * place.scale_y;
    float c = cosf(place.degrees * degree);
    float s = sinf(place.degrees * degree);
    const float corners[4][2] = {{x0, y0}, {x1, y0}, {x0, y1}, {x1, y1}};
    float left = 1e9f, top = 1e9f, right = -1e9f, bottom = -1e9f;
    for (int i = 0; i < 4; i++) {
        float x = corners[i][0] * c - corners[i][1] * s;
        float y = corners[i][0] * s + corners[i][1] * c;
        left = fminf(left, x);
        right = fmaxf(right, x);
        top = fminf(top, y);
        bottom = fmaxf(bottom, y);
    }
    /* Half a pixel for the samples that reach over the edge. */
    SDL_Rect box = {(int)floorf(place.x + left - 0.5f), (int)floorf(place.y + top - 0.5f), 0, 0};
    box.w = (int)ceilf(place.x + right + 0.5f) - box.x;
    box.h = (int)ceilf(place.y + bottom + 0.5f) - box.y;
    return box;
}

static bool is_whole(float value) {
    return fabsf(value - roundf(value)) < 0.01f;
}

Sampler sampler_of(const Sprite *sprite, SpritePlace place, const ArtPage *page, int page_scale) {
    float c = cosf(place.degrees * degree);
    float s = sinf(place.degrees * degree);
    float per_x = sprite->ppp * (float)page_scale / place.scale_x;
    float per_y = sprite->ppp * (float)page_scale / place.scale_y;
    Sampler sampler = {
        .left = (int)floorf(place.x),
        .top = (int)floorf(place.y),
        .pitch = page->pitch,
        .width = sprite->width * page_scale,
        .height = sprite->height * page_scale,
        .ux = c * per_x,
        .uy = s * per_x,
        .vx = -s * per_y,
        .vy = c * per_y};
    ptrdiff_t first = (ptrdiff_t)(sprite->y * page_scale) * page->pitch + sprite->x * page_scale;
    if (page->cover) {
        sampler.cover = page->cover + first;
    } else {
        sampler.pixels = page->pixels + first;
    }
    float x = (float)sampler.left + 0.5f - place.x;
    float y = (float)sampler.top + 0.5f - place.y;
    float page_ppp = sprite->ppp * (float)page_scale;
    sampler.u0 = -sprite->left * page_ppp + x * sampler.ux + y * sampler.uy;
    sampler.v0 = -sprite->top * page_ppp + x * sampler.vx + y * sampler.vy;
    float ratio = fmaxf(fabsf(per_x), fabsf(per_y));
    sampler.samples = (int)ceilf(ratio - 0.1f);
    sampler.samples = sampler.samples < 1                 ? 1
                      : sampler.samples > ART_SAMPLES_MAX ? ART_SAMPLES_MAX
                                                          : sampler.samples;
    sampler.is_plain = fabsf(sampler.ux - 1) < 1e-4f && fabsf(sampler.vy - 1) < 1e-4f &&
                       fabsf(s) < 1e-6f && is_whole(sampler.u0 - 0.5f) &&
                       is_whole(sampler.v0 - 0.5f);
    return sampler;
}

/* A page pixel; a mask's is white. */
static inline uint32_t pixel_at(const Sampler *sampler, int u, int v) {
    ptrdiff_t at = (ptrdiff_t)v * sampler->pitch + u;
    return sampler->cover ? sampler->cover[at] * 0x01010101u : sampler->pixels[at];
}

static uint32_t pixel_or_clear(const Sampler *sampler, int u, int v) {
    bool is_inside = u >= 0 && v >= 0 && u < sampler->width && v < sampler->height;
    return is_inside ? pixel_at(sampler, u, v) : 0;
}

/* a + (b - a) * share / 256 for all four channels. */
static inline uint32_t blend_256(uint32_t a, uint32_t b, uint32_t share) {
    uint32_t rb = ((a & 0xff00ffu) * (256 - share) + (b & 0xff00ffu) * share + 0x800080u) >> 8;
    uint32_t ag = ((a >> 8) & 0xff00ffu) * (256 - share) + ((b >> 8) & 0xff00ffu) * share +
                  0x800080u;
    return (rb & 0xff00ffu) | (ag & 0xff00ff00u);
}

static uint32_t sample_edge(const Sampler *sampler, int x, int y, uint32_t share_x,
                            uint32_t share_y) {
    uint32_t upper = blend_256(pixel_or_clear(sampler, x, y), pixel_or_clear(sampler, x + 1, y),
                               share_x);
    uint32_t lower = blend_256(pixel_or_clear(sampler, x, y + 1),
                               pixel_or_clear(sampler, x + 1, y + 1), share_x);
    return blend_256(upper, lower, share_y);
}

/* Bilinear; u and v in 16.16 with (0, 0) the middle of the first pixel. */
static inline uint32_t sample(const Sampler *sampler, int32_t u, int32_t v) {
    int x = u >> FIXED;
    int y = v >> FIXED;
    uint32_t share_x = ((uint32_t)u >> 8) & 255;
    uint32_t share_y = ((uint32_t)v >> 8) & 255;
    if (x < 0 || y < 0 || x + 1 >= sampler->width || y + 1 >= sampler->height) {
        return sample_edge(sampler, x, y, share_x, share_y);
    }
    ptrdiff_t at = (ptrdiff_t)y * sampler->pitch + x;
    if (sampler->cover) {
        const uint8_t *upper = sampler->cover + at;
        const uint8_t *lower = upper + sampler->pitch;
        uint32_t a = upper[0] * (256 - share_x) + upper[1] * share_x;
        uint32_t b = lower[0] * (256 - share_x) + lower[1] * share_x;
        return ((a * (256 - share_y) + b * share_y + 0x8000u) >> 16) * 0x01010101u;
    }
    const uint32_t *upper = sampler->pixels + at;
    const uint32_t *lower = upper + sampler->pitch;
    return blend_256(blend_256(upper[0], upper[1], share_x),
                     blend_256(lower[0], lower[1], share_x), share_y);
}

static void copy_plain(const Sampler *sampler, int x, int y, int length, uint32_t *out) {
    int u = (int)lroundf(sampler->u0 - 0.5f) + x;
    int v = (int)lroundf(sampler->v0 - 0.5f) + y;
    int from = u < 0 ? -u : 0;
    int to = u + length > sampler->width ? sampler->width - u : length;
    if (sampler->cover || v < 0 || v >= sampler->height || from >= to) {
        for (int i = 0; i < length; i++) {
            out[i] = pixel_or_clear(sampler, u + i, v);
        }
        return;
    }
    memset(out, 0, (size_t)from * sizeof *out);
    memcpy(out + from, sampler->pixels + (ptrdiff_t)v * sampler->pitch + u + from,
           (size_t)(to - from) * sizeof *out);
    memset(out + to, 0, (size_t)(length - to) * sizeof *out);
}

static int32_t fixed_of(float value) {
    return (int32_t)lroundf(value * (1 << FIXED));
}

/* The mean of up to 16 pixels whose channels were added up in pairs. */
static uint32_t mean_of(uint32_t rb, uint32_t ag, uint32_t share) {
    uint32_t r = ((rb >> 16) * share + 32768) >> 16;
    uint32_t b = ((rb & 0xffffu) * share + 32768) >> 16;
    uint32_t a = ((ag >> 16) * share + 32768) >> 16;
    uint32_t g = ((ag & 0xffffu) * share + 32768) >> 16;
    return a << 24 | r << 16 | g << 8 | b;
}

/* The mean of n x n samples spread evenly over each canvas pixel. */
static void sample_many(const Sampler *sampler, int32_t u, int32_t v, int length, uint32_t *out) {
    int n = sampler->samples;
    int32_t offset_u[ART_SAMPLES_MAX * ART_SAMPLES_MAX];
    int32_t offset_v[ART_SAMPLES_MAX * ART_SAMPLES_MAX];
    float first = (1 - (float)n) / (2 * (float)n);
    for (int j = 0; j < n * n; j++) {
        float dx = first + (float)(j % n) / (float)n;
        float dy = first + (float)(j / n) / (float)n;
        offset_u[j] = fixed_of(dx * sampler->ux + dy * sampler->uy);
        offset_v[j] = fixed_of(dx * sampler->vx + dy * sampler->vy);
    }
    int32_t step_u = fixed_of(sampler->ux), step_v = fixed_of(sampler->vx);
    uint32_t share = 65536u / (uint32_t)(n * n);
    for (int i = 0; i < length; i++, u += step_u, v += step_v) {
        uint32_t rb = 0, ag = 0;
        for (int j = 0; j < n * n; j++) {
            uint32_t pixel = sample(sampler, u + offset_u[j], v + offset_v[j]);
            rb += pixel & 0xff00ffu;
            ag += (pixel >> 8) & 0xff00ffu;
        }
        out[i] = (rb | ag) == 0 ? 0 : mean_of(rb, ag, share);
    }
}

/* The part of a row that is not clear: where the samples fall within a pixel of the sprite. */
static void trim_row(const Sampler *sampler, int32_t u, int32_t v, int *first, int *last) {
    float reach = 2 + fmaxf(fabsf(sampler->ux) + fabsf(sampler->uy),
                            fabsf(sampler->vx) + fabsf(sampler->vy));
    const float at[2] = {(float)u / (1 << FIXED), (float)v / (1 << FIXED)};
    const float step[2] = {sampler->ux, sampler->vx};
    const float size[2] = {(float)sampler->width, (float)sampler->height};
    float from = (float)*first, to = (float)*last;
    for (int i = 0; i < 2; i++) {
        if (fabsf(step[i]) < 1e-5f) {
            to = at[i] < -reach || at[i] > size[i] + reach ? from : to;
            continue;
        }
        float a = (-reach - at[i]) / step[i];
        float b = (size[i] + reach - at[i]) / step[i];
        from = fmaxf(from, fminf(a, b));
        to = fminf(to, fmaxf(a, b) + 1);
    }
    *first = from < to ? (int)from : *last;
    *last = from < to ? (int)to : *last;
}

void sampler_row(const Sampler *sampler, int x, int y, int length, uint32_t *out) {
    x -= sampler->left;
    y -= sampler->top;
    if (sampler->is_plain) {
        copy_plain(sampler, x, y, length, out);
        return;
    }
    /* In whole steps, so that a pixel's samples don't depend on where its row begins. */
    int32_t step_u = fixed_of(sampler->ux), step_v = fixed_of(sampler->vx);
    int32_t u = fixed_of(sampler->u0 - 0.5f) + x * step_u + y * fixed_of(sampler->uy);
    int32_t v = fixed_of(sampler->v0 - 0.5f) + x * step_v + y * fixed_of(sampler->vy);
    int first = 0, last = length;
    trim_row(sampler, u, v, &first, &last);
    memset(out, 0, (size_t)first * sizeof *out);
    memset(out + last, 0, (size_t)(length - last) * sizeof *out);
    u += step_u * first;
    v += step_v * first;
    if (sampler->uy == 0 && sampler->vx == 0) {
        sampler_level(sampler, u, v, last - first, out + first);
        return;
    }
    if (sampler->samples > 1) {
        sample_many(sampler, u, v, last - first, out + first);
        return;
    }
    for (int i = first; i < last; i++, u += step_u, v += step_v) {
        out[i] = sample(sampler, u, v);
    }
}
