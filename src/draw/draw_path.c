/* SPDX-License-Identifier: MIT */
/* Paths of a drawing list: verbs and points, whole shapes, and the box that holds them. */
#include "draw_list.h"

#include <math.h>

/* A quarter circle as one cubic: distance of its handles (error below 0.03 % of the radius). */
static const float arc_handle = 0.5522848f;
static const float degree = 3.14159265f / 180;

void path_begin(DrawList *list) {
    list->path_open = true;
    list->path_first_point = list->point_count;
    list->path_first_verb = list->verb_count;
    list->path_box = (Rect){0, 0, -1, -1};
    list->path_shape = (Rect){0};
}

static void grow_box(DrawList *list, float x, float y) {
    Rect *box = &list->path_box;
    if (box->w < 0) {
        *box = (Rect){x, y, 0, 0};
        return;
    }
    float right = fmaxf(box->x + box->w, x);
    float bottom = fmaxf(box->y + box->h, y);
    box->x = fminf(box->x, x);
    box->y = fminf(box->y, y);
    box->w = right - box->x;
    box->h = bottom - box->y;
}

static void add_verb(DrawList *list, PathVerb verb, const Point *points, int count) {
    if (!list->path_open) {
        return;
    }
    if (list->verb_count == DRAW_VERB_MAX || list->point_count + count > DRAW_POINT_MAX) {
        list->overflowed = true;
        list->path_open = false; /* the whole path is dropped, never a part of it */
        return;
    }
    list->verbs[list->verb_count++] = (uint8_t)verb;
    list->path_shape = (Rect){0};
    for (int i = 0; i < count; i++) {
        list->points[list->point_count++] = points[i];
        grow_box(list, points[i].x, points[i].y);
    }
}

void path_move(DrawList *list, float x, float y) {
    add_verb(list, PATH_MOVE, &(Point){x, y}, 1);
}

void path_line(DrawList *list, float x, float y) {
    add_verb(list, PATH_LINE, &(Point){x, y}, 1);
}

void path_quad(DrawList *list, float cx, float cy, float x, float y) {
    add_verb(list, PATH_QUAD, (Point[]){{cx, cy}, {x, y}}, 2);
}

void path_cubic(DrawList *list, float ax, float ay, float bx, float by, float x, float y) {
    add_verb(list, PATH_CUBIC, (Point[]){{ax, ay}, {bx, by}, {x, y}}, 3);
}

void path_close(DrawList *list) {
    add_verb(list, PATH_CLOSE, NULL, 0);
}

void path_fill(DrawList *list, Fill fill) {
    path_paint(list, fill, (Paint){0}, 0, 0, 0);
}

void path_stroke(DrawList *list, Paint stroke, float width, float dash, float gap) {
    path_paint(list, (Fill){0}, stroke, width, dash, gap);
}

void path_paint(DrawList *list, Fill fill, Paint stroke, float width, float dash, float gap) {
    bool is_whole = list->path_open && list->verb_count > list->path_first_verb;
    list->path_open = false;
    float reach = stroke.token != TOKEN_NONE ? width / 2 : 0;
    Rect box = list->path_box;
    box = (Rect){box.x - reach, box.y - reach, box.w + 2 * reach, box.h + 2 * reach};
    DrawCmd *cmd = is_whole ? draw_list_add(list, DRAW_PATH, box) : NULL;
    if (!cmd) {
        list->point_count = list->path_first_point;
        list->verb_count = list->path_first_verb;
        return;
    }
    cmd->path = (DrawPath){.first_verb = list->path_first_verb,
                           .verb_count = list->verb_count - list->path_first_verb,
                           .first_point = list->path_first_point,
                           .point_count = list->point_count - list->path_first_point,
                           .fill = fill,
                           .stroke = stroke,
                           .stroke_width = width,
                           .dash = dash,
                           .gap = gap,
                           .shape = list->path_shape,
                           .shape_radius = list->path_shape_radius};
}

/* A path that is one round rectangle and nothing else is known as such. */
static void note_shape(DrawList *list, Rect rect, float radius, bool is_alone) {
    if (is_alone && list->path_open) {
        list->path_shape = rect;
        list->path_shape_radius = radius;
    }
}

void path_add_round_rect(DrawList *list, Rect r, float radius) {
    radius = fmaxf(0, fminf(radius, fminf(r.w, r.h) / 2));
    bool is_alone = list->verb_count == list->path_first_verb;
    float x1 = r.x + r.w;
    float y1 = r.y + r.h;
    if (radius <= 0) {
        path_move(list, r.x, r.y);
        path_line(list, x1, r.y);
        path_line(list, x1, y1);
        path_line(list, r.x, y1);
        path_close(list);
        note_shape(list, r, radius, is_alone);
        return;
    }
    float h = radius * (1 - arc_handle);
    path_move(list, r.x + radius, r.y);
    path_line(list, x1 - radius, r.y);
    path_cubic(list, x1 - h, r.y, x1, r.y + h, x1, r.y + radius);
    path_line(list, x1, y1 - radius);
    path_cubic(list, x1, y1 - h, x1 - h, y1, x1 - radius, y1);
    path_line(list, r.x + radius, y1);
    path_cubic(list, r.x + h, y1, r.x, y1 - h, r.x, y1 - radius);
    path_line(list, r.x, r.y + radius);
    path_cubic(list, r.x, r.y + h, r.x + h, r.y, r.x + radius, r.y);
    path_close(list);
    note_shape(list, r, radius, is_alone);
}

void path_add_turned_rect(DrawList *list, Rect r, float radius, float degrees) {
    int first = list->point_count;
    path_add_round_rect(list, r, radius);
    float cx = r.x + r.w / 2, cy = r.y + r.h / 2;
    float sine = sinf(degrees * degree), cosine = cosf(degrees * degree);
    list->path_box = (Rect){cx, cy, 0, 0};
    list->path_shape = (Rect){0};
    for (int i = first; i < list->point_count; i++) {
        Point *point = &list->points[i];
        float dx = point->x - cx, dy = point->y - cy;
        *point = (Point){cx + dx * cosine - dy * sine, cy + dx * sine + dy * cosine};
        grow_box(list, point->x, point->y);
    }
}

void path_add_ellipse(DrawList *list, float cx, float cy, float rx, float ry) {
    float hx = rx * arc_handle;
    float hy = ry * arc_handle;
    path_move(list, cx, cy - ry);
    path_cubic(list, cx + hx, cy - ry, cx + rx, cy - hy, cx + rx, cy);
    path_cubic(list, cx + rx, cy + hy, cx + hx, cy + ry, cx, cy + ry);
    path_cubic(list, cx - hx, cy + ry, cx - rx, cy + hy, cx - rx, cy);
    path_cubic(list, cx - rx, cy - hy, cx - hx, cy - ry, cx, cy - ry);
    path_close(list);
}

void path_add_arc(DrawList *list, float cx, float cy, float r, float from_deg, float to_deg) {
    float sweep = (to_deg - from_deg) * degree;
    int pieces = (int)ceilf(fabsf(sweep) / (90.5f * degree));
    pieces = pieces < 1 ? 1 : pieces > 16 ? 16 : pieces;
    float step = sweep / (float)pieces;
    float handle = r * 4 / 3 * tanf(step / 4);
    float a = from_deg * degree;
    path_move(list, cx + r * sinf(a), cy - r * cosf(a));
    for (int i = 0; i < pieces; i++) {
        float b = a + step;
        Point end = {cx + r * sinf(b), cy - r * cosf(b)};
        path_cubic(list, cx + r * sinf(a) + handle * cosf(a), cy - r * cosf(a) + handle * sinf(a),
                   end.x - handle * cosf(b), end.y - handle * sinf(b), end.x, end.y);
        a = b;
    }
}

void draw_round_rect(DrawList *list, Rect rect, float radius, Fill fill, Paint stroke,
                     float stroke_width) {
    path_begin(list);
    path_add_round_rect(list, rect, radius);
    path_paint(list, fill, stroke, stroke_width, 0, 0);
}

void draw_ellipse(DrawList *list, float cx, float cy, float rx, float ry, Paint paint) {
    path_begin(list);
    path_add_ellipse(list, cx, cy, rx, ry);
    path_fill(list, fill_of(paint));
}

void draw_line(DrawList *list, float x0, float y0, float x1, float y1, Paint paint, float width,
               float dash, float gap) {
    path_begin(list);
    path_move(list, x0, y0);
    path_line(list, x1, y1);
    path_stroke(list, paint, width, dash, gap);
}
