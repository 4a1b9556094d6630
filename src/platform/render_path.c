/* SPDX-License-Identifier: MIT */
/* Paints outlines: FreeType's anti-aliasing rasteriser hands its spans straight to the canvas. */
#include "render_path.h"

#include "render_cache.h"
#include "render_outline.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    STROKES_KEPT = 64,
    STROKE_PATH_POINTS = 17, /* of a path whose stroke is kept: a round rectangle's, at most */
    STROKE_POINTS = 512      /* room for its outline, so that no frame needs more */
};

/* A stroke's outline, kept: rings and borders are the same in most frames, and dear to work out. */
typedef struct Stroke {
    uint64_t key; /* 0: none */
    OutlineBuffer shape;
} Stroke;

struct PathPainter {
    FT_Library library;
    FT_Stroker stroker;
    OutlineBuffer shape;
    Stroke strokes[STROKES_KEPT];
};

/* Where the spans of one outline go. */
typedef struct SpanTarget {
    const Canvas *canvas;
    const Fill *fill;
    float scale;
    int theme;
    uint32_t alpha;
    bool has_gradient;
    int colour_row; /* the row `colour` was computed for */
    uint32_t colour;
} SpanTarget;

PathPainter *path_painter_open(void) {
    PathPainter *painter = calloc(1, sizeof *painter);
    if (!painter) {
        return NULL;
    }
    if (FT_Init_FreeType(&painter->library) != 0 ||
        FT_Stroker_New(painter->library, &painter->stroker) != 0) {
        path_painter_close(painter);
        return NULL;
    }
    for (int i = 0; i < STROKES_KEPT; i++) {
        if (!outline_reserve(&painter->strokes[i].shape, STROKE_POINTS, 8)) {
            path_painter_close(painter);
            return NULL;
        }
    }
    return painter;
}

void path_painter_close(PathPainter *painter) {
    if (!painter) {
        return;
    }
    outline_free(&painter->shape);
    for (int i = 0; i < STROKES_KEPT; i++) {
        outline_free(&painter->strokes[i].shape);
    }
    if (painter->stroker) {
        FT_Stroker_Done(painter->stroker);
    }
    if (painter->library) {
        FT_Done_FreeType(painter->library);
    }
    free(painter);
}

/* Between two premultiplied pixels, each channel rounded once: a gradient must not waver. */
static uint32_t mix_pixels(uint32_t a, uint32_t b, float share) {
    uint32_t mixed = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        float from = (float)(a >> shift & 255);
        float to = (float)(b >> shift & 255);
        mixed |= (uint32_t)(from + (to - from) * share + 0.5f) << shift;
    }
    return mixed;
}

/* The gradient's colour in the middle of a row of pixels. */
static uint32_t gradient_colour(const SpanTarget *target, int row) {
    const Fill *fill = target->fill;
    float height = fill->y1 - fill->y0;
    float at = height > 0 ? (((float)row + 0.5f) / target->scale - fill->y0) / height : 1;
    at = fmaxf(0, fminf(1, at));
    uint32_t top = pixel_of_paint(fill->top, target->theme, target->alpha);
    uint32_t bottom = pixel_of_paint(fill->bottom, target->theme, target->alpha);
    if (fill->middle.token == TOKEN_NONE) {
        return mix_pixels(top, bottom, at);
    }
    uint32_t middle = pixel_of_paint(fill->middle, target->theme, target->alpha);
    float split = fmaxf(0.001f, fminf(0.999f, fill->middle_at));
    return at < split ? mix_pixels(top, middle, at / split)
                      : mix_pixels(middle, bottom, (at - split) / (1 - split));
}

static void paint_spans(int y, int count, const FT_Span *spans, void *user) {
    SpanTarget *target = user;
    if (target->has_gradient && y != target->colour_row) {
        target->colour = gradient_colour(target, y);
        target->colour_row = y;
    }
    for (int i = 0; i < count; i++) {
        canvas_span(target->canvas, spans[i].x, y, spans[i].len, target->colour,
                    spans[i].coverage);
    }
}

static void render_outline(PathPainter *painter, OutlineBuffer *shape, SDL_Rect clip,
                           FT_SpanFunc spans, void *user) {
    FT_BBox box;
    FT_Outline_Get_CBox(&shape->outline, &box);
    FT_Pos left = clip.x, top = clip.y, right = clip.x + clip.w, bottom = clip.y + clip.h;
    if (box.xMax <= left * 64 || box.xMin >= right * 64 || box.yMax <= top * 64 ||
        box.yMin >= bottom * 64) {
        return;
    }
    FT_Raster_Params params = {
        .flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP,
        .gray_spans = spans,
        .user = user,
        .clip_box = {clip.x, clip.y, clip.x + clip.w, clip.y + clip.h}};
    FT_Outline_Render(painter->library, &shape->outline, &params);
}

static void paint_outline(PathPainter *painter, OutlineBuffer *shape, SpanTarget *target) {
    target->has_gradient = target->fill->bottom.token != TOKEN_NONE;
    target->colour_row = INT32_MIN;
    target->colour = pixel_of_paint(target->fill->top, target->theme, target->alpha);
    render_outline(painter, shape, target->canvas->clip, paint_spans, target);
}

static uint64_t stroke_key(PathView view, int point_count, const float look[3]) {
    uint64_t key = key_mix((uint64_t)view.verb_count, (uint64_t)point_count), word = 0;
    for (int i = 0; i < view.verb_count; i++) {
        key = key_mix(key, view.verbs[i]);
    }
    for (int i = 0; i < point_count; i++) {
        memcpy(&word, &view.points[i], sizeof word);
        key = key_mix(key, word);
    }
    for (int i = 0; i < 3; i++) {
        uint32_t bits;
        memcpy(&bits, &look[i], sizeof bits);
        key = key_mix(key, bits);
    }
    uint32_t scale;
    memcpy(&scale, &view.scale, sizeof scale);
    key = key_mix(key, scale);
    return key ? key : 1;
}

/* The stroke's outline, or null if it has none. `look`: width, dash, gap in pixels. */
static OutlineBuffer *stroke_outline(PathPainter *painter, PathView view, int point_count,
                                     const float look[3]) {
    bool is_kept = point_count <= STROKE_PATH_POINTS && look[1] <= 0;
    uint64_t key = is_kept ? stroke_key(view, point_count, look) : 0;
    Stroke *kept = &painter->strokes[(key >> 9) % STROKES_KEPT];
    if (is_kept && kept->key == key) {
        return &kept->shape;
    }
    OutlineBuffer *shape = is_kept ? &kept->shape : &painter->shape;
    FT_Stroker_Rewind(painter->stroker);
    bool has = outline_from_stroke(shape, painter->stroker, view, look[0], look[1], look[2]);
    if (is_kept) {
        kept->key = has ? key : 0;
    }
    return has ? shape : NULL;
}

void path_painter_paint(PathPainter *painter, const Canvas *canvas, const DrawList *list,
                        const DrawPath *path, float scale, int theme, uint32_t alpha) {
    PathView view = {.verbs = list->verbs + path->first_verb,
                     .verb_count = path->verb_count,
                     .points = list->points + path->first_point,
                     .scale = scale};
    SpanTarget target = {.canvas = canvas, .scale = scale, .theme = theme, .alpha = alpha};
    if (path->fill.top.token != TOKEN_NONE && outline_from_path(&painter->shape, view)) {
        target.fill = &path->fill;
        paint_outline(painter, &painter->shape, &target);
    }
    if (path->stroke.token == TOKEN_NONE || path->stroke_width <= 0) {
        return;
    }
    Fill stroke = fill_of(path->stroke);
    const float look[3] = {path->stroke_width * scale, path->dash * scale, path->gap * scale};
    OutlineBuffer *outline = stroke_outline(painter, view, path->point_count, look);
    if (outline) {
        target.fill = &stroke;
        paint_outline(painter, outline, &target);
    }
}

typedef struct CoverTarget {
    SDL_Rect area;
    uint8_t *cover;
} CoverTarget;

static void cover_spans(int y, int count, const FT_Span *spans, void *user) {
    const CoverTarget *target = user;
    uint8_t *row = target->cover + (ptrdiff_t)(y - target->area.y) * target->area.w;
    for (int i = 0; i < count; i++) {
        memset(row + spans[i].x - target->area.x, spans[i].coverage, spans[i].len);
    }
}

void path_painter_cover(PathPainter *painter, Rect shape, float radius, SDL_Rect area,
                        uint8_t *cover) {
    static const uint8_t verbs[] = {PATH_MOVE, PATH_LINE, PATH_CUBIC, PATH_LINE, PATH_CUBIC,
                                    PATH_LINE, PATH_CUBIC, PATH_LINE, PATH_CUBIC};
    float r = fmaxf(0.01f, fminf(radius, fminf(shape.w, shape.h) / 2));
    float h = r * (1 - 0.5522848f);
    float x0 = shape.x, y0 = shape.y, x1 = shape.x + shape.w, y1 = shape.y + shape.h;
    const Point points[] = {{x0 + r, y0}, {x1 - r, y0},
                            {x1 - h, y0}, {x1, y0 + h}, {x1, y0 + r}, {x1, y1 - r},
                            {x1, y1 - h}, {x1 - h, y1}, {x1 - r, y1}, {x0 + r, y1},
                            {x0 + h, y1}, {x0, y1 - h}, {x0, y1 - r}, {x0, y0 + r},
                            {x0, y0 + h}, {x0 + h, y0}, {x0 + r, y0}};
    PathView view = {
        .verbs = verbs, .verb_count = (int)sizeof verbs, .points = points, .scale = 1};
    CoverTarget target = {.area = area, .cover = cover};
    if (outline_from_path(&painter->shape, view)) {
        render_outline(painter, &painter->shape, area, cover_spans, &target);
    }
}
