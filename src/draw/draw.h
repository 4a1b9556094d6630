/* SPDX-License-Identifier: MIT */
/* DrawList: one frame as data. Screens fill it, renderers paint it, tests dump and hash it.
 *
 * Everything is in points: the canvas is at least 1280 x 720 points whatever the window (STYLE.md
 * 3); a renderer multiplies by its scale. y grows downwards. Colours are theme tokens, so one list
 * paints in every theme. Commands are painted in order. */
#ifndef TB_DRAW_H
#define TB_DRAW_H

#include "palette_tokens.h"
#include "person.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Point {
    float x, y;
} Point;

typedef struct Rect {
    float x, y, w, h;
} Rect;

/* Icons are drawn on a grid of that many points; draw_icon scales it. */
enum { DRAW_ICON_GRID = 24 };

/* A colour: token, mixed towards a second token by `mix` (0..255), with alpha (0..255). */
typedef struct Paint {
    uint8_t token;     /* DrawToken; TOKEN_NONE paints nothing */
    uint8_t mix_token; /* used when mix > 0 */
    uint8_t mix;
    uint8_t alpha;
} Paint;

/* A vertical gradient from y0 (top) over an optional middle stop to y1 (bottom); a plain colour
 * leaves `bottom` and `middle` at TOKEN_NONE. */
typedef struct Fill {
    Paint top;
    Paint middle; /* token TOKEN_NONE: no middle stop */
    Paint bottom; /* token TOKEN_NONE: plain colour `top` */
    float middle_at; /* 0..1 */
    float y0, y1;
} Fill;

typedef enum DrawKind {
    DRAW_PATH,    /* filled and/or stroked outline */
    DRAW_TEXT,    /* one line, already shaped to fit by the layout */
    DRAW_SPRITE,  /* a picture of the art atlas */
    DRAW_PERSON,  /* a bust or a full figure, composed of its parts */
    DRAW_SHADOW,  /* the soft shadow below a rounded rectangle */
    DRAW_CLIP,    /* from here on, paint only inside box (rounded by radius) */
    DRAW_UNCLIP,  /* ends the newest DRAW_CLIP */
    DRAW_STILL_BEGIN, /* first in the list: commands up to DRAW_STILL_END cover the canvas and
                       * seldom change, so a renderer keeps what they paint */
    DRAW_STILL_END,
    DRAW_KIND_COUNT
} DrawKind;

/* Path verbs; coordinates follow in `points` of the list. */
typedef enum PathVerb { PATH_MOVE, PATH_LINE, PATH_QUAD, PATH_CUBIC, PATH_CLOSE } PathVerb;

typedef enum FontFace {
    FONT_TEXT,      /* Atkinson Hyperlegible Next 400 */
    FONT_TEXT_SEMI, /* 600 */
    FONT_TEXT_BOLD, /* 700 */
    FONT_DISPLAY,   /* Fraunces 600 */
    FONT_DISPLAY_BOLD,
    FONT_EASY, /* OpenDyslexic, for whom letters swim */
    FONT_EASY_BOLD,
    FONT_FACE_COUNT
} FontFace;

typedef struct DrawPath {
    int first_verb, verb_count;
    int first_point, point_count;
    Fill fill;          /* fill.top.token TOKEN_NONE: not filled */
    Paint stroke;       /* token TOKEN_NONE: not stroked; round caps and joins */
    float stroke_width; /* points */
    float dash, gap;    /* 0: solid line */
    Rect shape;         /* a round rectangle's; w 0: any other path. Says nothing that the */
    float shape_radius; /* points don't: in no hash and no dump */
} DrawPath;

typedef struct DrawText {
    int first_byte, byte_count; /* in the list's `bytes`; NUL-ended there */
    FontFace face;
    float size; /* points */
    float x;    /* left edge of the line */
    float baseline;
    Paint paint;
} DrawText;

typedef struct DrawSprite {
    int first_byte, byte_count; /* name in sprites.txt, as "icon/flame" */
    Point at;                   /* where the sprite's own origin goes */
    float scale_x, scale_y;     /* 1 = the size it was drawn for; negative mirrors */
    float degrees;              /* clockwise, about `at` */
    Paint tint;                 /* token TOKEN_NONE: as it is; alpha counts always */
    bool additive;              /* glows */
} DrawSprite;

typedef struct DrawPerson {
    Person person;
    PersonFace face;
    PersonFace face_from; /* cross-fade from this face ... */
    float face_mix;       /* ... 0: face_from alone, 1: face alone */
    float tilt_back;      /* 1: the head is still tilted as with face_from, 0: as with face */
    PersonPose pose;
    bool full_figure;     /* else head and shoulders */
    bool mirrored;        /* looks to the left */
    bool blink;
    Point at;             /* bust: between the eyes; figure: between the feet */
    float scale;          /* bust: points per head unit (STYLE.md 9); figure: height in points */
    float grow;           /* drawn that much larger about `at`, while it moves: 0.04 is 4 % ... */
    float breath;         /* ... and that much taller, from the feet or, a bust, from the waist */
    uint8_t alpha;
} DrawPerson;

typedef struct DrawShadow {
    Rect shape;
    float radius;
    int level; /* 1 buttons and tags, 2 cards (STYLE.md 4) */
    uint8_t alpha;
} DrawShadow;

typedef struct DrawClip {
    float radius;
} DrawClip;

typedef struct DrawCmd {
    DrawKind kind;
    uint32_t node; /* the widget it belongs to, 0 for scenery */
    Rect box;      /* all painted pixels lie inside; clip: the clip itself */
    uint8_t alpha; /* multiplies everything the command paints */
    union {
        DrawPath path;
        DrawText text;
        DrawSprite sprite;
        DrawPerson person;
        DrawShadow shadow;
        DrawClip clip;
    };
} DrawCmd;

enum {
    DRAW_CMD_MAX = 3000,
    DRAW_POINT_MAX = 40000,
    DRAW_VERB_MAX = 30000,
    DRAW_BYTE_MAX = 64 * 1024
};

/* Fixed pools, allocated once. `overflowed` is set, and the command dropped, when one is full. */
typedef struct DrawList {
    Rect canvas; /* x = y = 0 */
    DrawCmd cmds[DRAW_CMD_MAX];
    int cmd_count;
    Point points[DRAW_POINT_MAX];
    int point_count;
    uint8_t verbs[DRAW_VERB_MAX];
    int verb_count;
    char bytes[DRAW_BYTE_MAX];
    int byte_count;
    uint8_t alpha;      /* current group alpha, 255 at the start */
    uint32_t node;      /* current owner */
    bool path_open;
    Rect path_box;
    Rect path_shape; /* w 0: no round rectangle, or not only one */
    float path_shape_radius;
    int path_first_point, path_first_verb;
    bool overflowed;
} DrawList;

/* Plain colours and gradients. */
Paint paint_of(DrawToken token);
Paint paint_alpha(DrawToken token, float alpha /* 0..1 */);
Paint paint_mix(DrawToken token, DrawToken towards, float mix /* 0..1 */);
Fill fill_of(Paint paint);
Fill fill_gradient(Paint top, Paint bottom, float y0, float y1);

/* Starts a frame on a canvas of that many points. */
void draw_begin(DrawList *list, float width, float height);

/* Paths: path_begin, verbs, then one of path_fill / path_stroke / path_paint. */
void path_begin(DrawList *list);
void path_move(DrawList *list, float x, float y);
void path_line(DrawList *list, float x, float y);
void path_quad(DrawList *list, float cx, float cy, float x, float y);
void path_cubic(DrawList *list, float ax, float ay, float bx, float by, float x, float y);
void path_close(DrawList *list);
void path_fill(DrawList *list, Fill fill);
void path_stroke(DrawList *list, Paint stroke, float width, float dash, float gap);
void path_paint(DrawList *list, Fill fill, Paint stroke, float width, float dash, float gap);

/* Whole-shape paths to fill or stroke with the calls above. */
void path_add_round_rect(DrawList *list, Rect rect, float radius);
/* The same, turned about its middle, degrees clockwise. */
void path_add_turned_rect(DrawList *list, Rect rect, float radius, float degrees);
void path_add_ellipse(DrawList *list, float cx, float cy, float rx, float ry);
/* An arc of a circle, degrees clockwise from 12 o'clock. */
void path_add_arc(DrawList *list, float cx, float cy, float r, float from_deg, float to_deg);

/* Shorthands. */
void draw_round_rect(DrawList *list, Rect rect, float radius, Fill fill, Paint stroke,
                     float stroke_width);
void draw_ellipse(DrawList *list, float cx, float cy, float rx, float ry, Paint paint);
void draw_line(DrawList *list, float x0, float y0, float x1, float y1, Paint paint, float width,
               float dash, float gap);

/* One line of text whose left end is x, on the baseline. `width` as measured, for the box. */
void draw_text(DrawList *list, const char *text, int length, FontFace face, float size, float x,
               float baseline, float width, Paint paint);

/* `extent` is the largest distance from `at` that the picture reaches, in points, for the box;
 * 0 means unknown: the whole canvas is taken as its box. */
void draw_sprite(DrawList *list, const char *name, float x, float y, float scale, float extent);
void draw_sprite_ex(DrawList *list, const char *name, DrawSprite sprite, float extent);

/* An icon of assets/icons, `size` points square with its top left at x, y. */
void draw_icon(DrawList *list, const char *icon, float x, float y, float size, Paint paint);

void draw_person(DrawList *list, const DrawPerson *person);
void draw_shadow(DrawList *list, Rect shape, float radius, int level);
/* The shadow of a level in points: how far below the shape it falls, the standard deviation of its
 * blur, and how far beyond the shape's edge it is seen. */
float draw_shadow_drop(int level);
float draw_shadow_blur(int level);
float draw_shadow_reach(int level);
void draw_clip(DrawList *list, Rect rect, float radius);
void draw_unclip(DrawList *list);
void draw_still_begin(DrawList *list);
void draw_still_end(DrawList *list);

/* Equal frames have equal hashes; a renderer redraws only when it changes. */
uint64_t draw_hash(const DrawList *list);

/* Hash of one command with all it refers to. */
uint64_t draw_cmd_hash(const DrawList *list, const DrawCmd *cmd);

/* Writes the list as text, one command a line, for golden files; returns bytes needed, the closing
 * NUL not counted. */
size_t draw_dump(const DrawList *list, char *out, size_t out_size);

#endif
