/* SPDX-License-Identifier: MIT */
/* Paths of a drawing list as FreeType outlines: fills, strokes, and strokes cut into dashes. */
#include "render_outline.h"

#include <math.h>
#include <stdlib.h>

static const int verb_points[] = {
    [PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_QUAD] = 2, [PATH_CUBIC] = 3, [PATH_CLOSE] = 0};

void outline_free(OutlineBuffer *buffer) {
    free(buffer->outline.points);
    free(buffer->outline.tags);
    free(buffer->outline.contours);
}

static bool grow(void **memory, int count, size_t size) {
    void *larger = realloc(*memory, (size_t)count * size);
    *memory = larger ? larger : *memory;
    return larger != NULL;
}

bool outline_reserve(OutlineBuffer *buffer, int points, int contours) {
    FT_Outline *outline = &buffer->outline;
    if (points > OUTLINE_POINT_MAX || contours > OUTLINE_POINT_MAX) {
        return false;
    }
    if (points > buffer->point_capacity) {
        int wanted = points + points / 2 + 64;
        void *vectors = outline->points;
        void *tags = outline->tags;
        bool has_grown = grow(&vectors, wanted, sizeof *outline->points) &&
                         grow(&tags, wanted, sizeof *outline->tags);
        outline->points = vectors;
        outline->tags = tags;
        if (!has_grown) {
            return false;
        }
        buffer->point_capacity = wanted;
    }
    if (contours > buffer->contour_capacity) {
        int wanted = contours + contours / 2 + 16;
        void *ends = outline->contours;
        if (!grow(&ends, wanted, sizeof *outline->contours)) {
            return false;
        }
        outline->contours = ends;
        buffer->contour_capacity = wanted;
    }
    return true;
}

static void add_point(FT_Outline *outline, FT_Vector at, char tag) {
    outline->points[outline->n_points] = at;
    outline->tags[outline->n_points] = tag;
    outline->n_points++;
}

static void end_contour(FT_Outline *outline, int first) {
    if (outline->n_points > first) {
        outline->contours[outline->n_contours++] = (short)(outline->n_points - 1);
    }
}

bool outline_from_path(OutlineBuffer *buffer, PathView path) {
    FT_Outline *outline = &buffer->outline;
    outline->n_points = 0;
    outline->n_contours = 0;
    if (!outline_reserve(buffer, path.verb_count * 3, path.verb_count)) {
        return false;
    }
    int first = 0;
    const Point *from = path.points;
    for (int i = 0; i < path.verb_count; i++) {
        int count = verb_points[path.verbs[i]];
        if (path.verbs[i] == PATH_MOVE) {
            end_contour(outline, first);
            first = outline->n_points;
        }
        char inner = path.verbs[i] == PATH_CUBIC ? FT_CURVE_TAG_CUBIC : FT_CURVE_TAG_CONIC;
        for (int j = 0; j < count; j++) {
            add_point(outline, outline_vector(from[j], path.scale),
                      j < count - 1 ? inner : FT_CURVE_TAG_ON);
        }
        from += count;
    }
    end_contour(outline, first);
    return outline->n_contours > 0;
}

static bool is_closed(PathView path, int verb) {
    for (int i = verb + 1; i < path.verb_count && path.verbs[i] != PATH_MOVE; i++) {
        if (path.verbs[i] == PATH_CLOSE) {
            return true;
        }
    }
    return false;
}

/* FT_Stroker walks off its arrays where a sub-path has no length: a dot of 1/64 pixel has one. */
static void stroke_end(FT_Stroker stroker, FT_Vector start, bool has_length) {
    if (!has_length) {
        FT_Vector dot = {start.x + 1, start.y};
        FT_Stroker_LineTo(stroker, &dot);
    }
    FT_Stroker_EndSubPath(stroker);
}

static void stroke_path(FT_Stroker stroker, PathView path) {
    bool is_begun = false, has_length = false;
    FT_Vector start = {0, 0};
    const Point *from = path.points;
    for (int i = 0; i < path.verb_count; i++) {
        FT_Vector at[3];
        int count = verb_points[path.verbs[i]];
        for (int j = 0; j < count; j++) {
            at[j] = outline_vector(from[j], path.scale);
        }
        from += count;
        switch ((PathVerb)path.verbs[i]) {
        case PATH_MOVE:
            if (is_begun) {
                stroke_end(stroker, start, has_length);
            }
            is_begun = FT_Stroker_BeginSubPath(stroker, &at[0], !is_closed(path, i)) == 0;
            start = at[0];
            has_length = false;
            break;
        case PATH_LINE: FT_Stroker_LineTo(stroker, &at[0]); break;
        case PATH_QUAD: FT_Stroker_ConicTo(stroker, &at[0], &at[1]); break;
        case PATH_CUBIC: FT_Stroker_CubicTo(stroker, &at[0], &at[1], &at[2]); break;
        case PATH_CLOSE: break; /* told at its beginning */
        }
        for (int j = 0; j < count; j++) {
            has_length |= at[j].x != start.x || at[j].y != start.y;
        }
    }
    if (is_begun) {
        stroke_end(stroker, start, has_length);
    }
}

/* Walks along a flattened path, drawing and leaving out in turn. */
typedef struct Dasher {
    FT_Stroker stroker;
    float lengths[2]; /* dash, gap */
    int phase;        /* 0 while drawing */
    float left;       /* of the phase */
    bool is_drawing;  /* a sub-path is open in the stroker */
    FT_Vector start;  /* of that sub-path */
    bool has_length;
    Point at;         /* in pixels */
} Dasher;

static void dash_start(Dasher *dasher, Point at) {
    if (dasher->is_drawing) {
        stroke_end(dasher->stroker, dasher->start, dasher->has_length);
        dasher->is_drawing = false;
    }
    dasher->phase = 0;
    dasher->left = dasher->lengths[0];
    dasher->at = at;
}

static void dash_step(Dasher *dasher, Point to) {
    FT_Vector end = outline_vector(to, 1);
    if (dasher->phase == 0 && !dasher->is_drawing) {
        dasher->start = outline_vector(dasher->at, 1);
        dasher->has_length = false;
        dasher->is_drawing = FT_Stroker_BeginSubPath(dasher->stroker, &dasher->start, 1) == 0;
    }
    if (dasher->is_drawing) {
        FT_Stroker_LineTo(dasher->stroker, &end);
        dasher->has_length |= end.x != dasher->start.x || end.y != dasher->start.y;
    }
    dasher->at = to;
}

static void dash_line(Dasher *dasher, Point to) {
    float length = hypotf(to.x - dasher->at.x, to.y - dasher->at.y);
    while (length > dasher->left) {
        float share = dasher->left / length;
        Point cut = {dasher->at.x + (to.x - dasher->at.x) * share,
                     dasher->at.y + (to.y - dasher->at.y) * share};
        length -= dasher->left;
        dash_step(dasher, cut);
        if (dasher->is_drawing) {
            stroke_end(dasher->stroker, dasher->start, dasher->has_length);
            dasher->is_drawing = false;
        }
        dasher->phase = 1 - dasher->phase;
        dasher->left = dasher->lengths[dasher->phase];
    }
    dasher->left -= length;
    if (length > 0) {
        dash_step(dasher, to);
    }
}

static Point curve_at(const Point *p, int degree_of_curve, float t) {
    float u = 1 - t;
    if (degree_of_curve == 2) {
        return (Point){u * u * p[0].x + 2 * u * t * p[1].x + t * t * p[2].x,
                       u * u * p[0].y + 2 * u * t * p[1].y + t * t * p[2].y};
    }
    float a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
    return (Point){a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                   a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

static void dash_curve(Dasher *dasher, const Point *points, int count) {
    Point p[4] = {dasher->at};
    float length = 0;
    for (int i = 0; i < count; i++) {
        p[i + 1] = points[i];
        length += hypotf(p[i + 1].x - p[i].x, p[i + 1].y - p[i].y);
    }
    int steps = (int)(sqrtf(length) * 1.5f) + 2;
    for (int i = 1; i <= steps; i++) {
        dash_line(dasher, curve_at(p, count, (float)i / (float)steps));
    }
}

static void dash_path(Dasher *dasher, PathView path) {
    Point start = {0, 0};
    const Point *from = path.points;
    for (int i = 0; i < path.verb_count; i++) {
        Point at[3];
        int count = verb_points[path.verbs[i]];
        for (int j = 0; j < count; j++) {
            at[j] = (Point){from[j].x * path.scale, from[j].y * path.scale};
        }
        from += count;
        switch ((PathVerb)path.verbs[i]) {
        case PATH_MOVE:
            start = at[0];
            dash_start(dasher, start);
            break;
        case PATH_LINE: dash_line(dasher, at[0]); break;
        case PATH_QUAD:
        case PATH_CUBIC: dash_curve(dasher, at, count); break;
        case PATH_CLOSE: dash_line(dasher, start); break;
        }
    }
    dash_start(dasher, start);
}

bool outline_from_stroke(OutlineBuffer *buffer, FT_Stroker stroker, PathView path, float width,
                         float dash, float gap) {
    FT_Stroker_Set(stroker, (FT_Fixed)lroundf(width * 32), FT_STROKER_LINECAP_ROUND,
                   FT_STROKER_LINEJOIN_ROUND, 0);
    if (dash > 0.1f && gap > 0.1f) {
        Dasher dasher = {.stroker = stroker, .lengths = {dash, gap}};
        dash_path(&dasher, path);
    } else {
        stroke_path(stroker, path);
    }
    FT_UInt points = 0;
    FT_UInt contours = 0;
    if (FT_Stroker_GetCounts(stroker, &points, &contours) != 0 || points > OUTLINE_POINT_MAX ||
        contours == 0 || !outline_reserve(buffer, (int)points, (int)contours)) {
        return false;
    }
    buffer->outline.n_points = 0;
    buffer->outline.n_contours = 0;
    FT_Stroker_Export(stroker, &buffer->outline);
    return true;
}
