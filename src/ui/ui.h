/* SPDX-License-Identifier: MIT */
/* User interface: screens declare boxes and texts each frame, a layout places them in two passes
 * (sizes up, places down), and a DrawList comes out. Kept between frames, by node id only: focus,
 * scroll, caret and the start of animations. Sizes are in points; text sizes grow with the text
 * setting, so boxes hold what they hold and nothing is cut. */
#ifndef TB_UI_H
#define TB_UI_H

#include "draw.h"
#include "input.h"
#include "measure.h"

#include <stdbool.h>
#include <stdint.h>

typedef uint32_t UiId; /* 0: none. Same name in the same parent: same id in every frame. */

typedef enum UiDir { UI_COLUMN, UI_ROW, UI_LAYERS /* children on top of each other */ } UiDir;

typedef enum UiAlign { UI_START, UI_CENTER, UI_END, UI_STRETCH, UI_BETWEEN } UiAlign;

typedef enum UiRole {
    UI_ROLE_NONE,
    UI_ROLE_BUTTON,
    UI_ROLE_TOGGLE,
    UI_ROLE_SLIDER,
    UI_ROLE_CHOICE,
    UI_ROLE_FIELD,
    UI_ROLE_SCROLL
} UiRole;

/* A box. All zero: a column as large as what it holds. */
typedef struct UiBox {
    UiDir dir;
    float width, height;                                /* fixed size; 0: as needed */
    float min_width, min_height, max_width, max_height; /* 0: no limit */
    float grow; /* share of the parent's free room along its direction */
    float pad_x, pad_y, gap;
    float pad_top, pad_bottom, pad_left, pad_right; /* added to pad_x, pad_y */
    UiAlign main;             /* children along the direction: START CENTER END BETWEEN */
    UiAlign cross;            /* children across it: START CENTER END STRETCH */
    bool wrap;                /* a row that goes on in the next line where it is too long */
    bool scroll;              /* content may be higher than the box: it scrolls */
    bool absolute;            /* placed in the parent's box, out of its flow */
    float at_x, at_y;         /* absolute: offset from the anchor point */
    float anchor_x, anchor_y; /* absolute: 0 start edge, 0.5 middle, 1 end edge */
    Fill fill;
    Paint border;
    float border_width, radius, border_dash;
    int shadow;        /* 0 none, 1 buttons, 2 cards */
    uint8_t alpha_off; /* 255 - group alpha, so that zero means opaque */
    bool ghost;        /* in the layout, not painted */
    float shrunk;      /* share by which the box is painted smaller than it is, about its middle */
    bool silent;       /* not read aloud with the rest (ui_spoken.h) */
} UiBox;

typedef struct UiStyle {
    FontFace face;
    float size;        /* before the text setting */
    float line_height; /* factor; 0: 1.35 */
    Paint paint;
    UiAlign align; /* START CENTER END */
    int max_lines; /* 0: any; longer text ends in … */
    bool underline;
} UiStyle;

enum {
    UI_NODES_MAX = 1200,
    UI_LINES_MAX = 1200,
    UI_TEXT_BYTES = 64 * 1024,
    UI_SEEN_MAX = 400,
    UI_STATES_MAX = 256,
    UI_DATA_BYTES = 176,
    UI_NAME_MAX = 24
};

/* Paints a node of its own kind into its rectangle. `data` is what was given to ui_custom. */
struct Ui;
typedef void (*UiPaint)(struct Ui *ui, Rect rect, const void *data);

typedef struct UiNode {
    UiId id;
    int parent, first_child, last_child, next; /* indices, -1 none */
    int child_count;
    bool is_text;
    UiBox box;
    UiStyle style;
    int text_at, text_length;
    int label_at, label_length; /* ui_label's; length 0: none */
    int first_line, line_count;
    UiPaint paint;
    unsigned char data[UI_DATA_BYTES];
    float min_w, want_w, want_h, content_h;
    Rect rect;
    bool focusable;
    float focus_radius;
} UiNode;

typedef struct UiLine {
    int at, length;
    float width;
} UiLine;

/* A focusable or scrolling node as the last frame placed it. */
typedef struct UiSeen {
    UiId id;
    UiRole role;
    Rect rect;
    Rect clip;
    float radius;
    UiId scroller;          /* the scrolling box around it, or 0 */
    int player;             /* 0, or the only player whose input it takes */
    char name[UI_NAME_MAX]; /* as given to ui_id, for tests and replays */
    int index;
} UiSeen;

/* Kept per id. */
typedef struct UiState {
    UiId id;
    uint32_t used_frame;
    int64_t start_ms;
    float scroll, scroll_max;
    int caret;
    uint8_t face, face_from;
} UiState;

typedef struct Ui {
    DrawList *list;
    Measure measure;
    InputPrompts prompts;
    const Input *input; /* what this frame answers to, or null */
    int64_t now_ms;     /* monotonic */
    float text_scale;   /* 1 .. 2 */
    bool calm;          /* fades instead of flights */
    bool easy_letters;  /* OpenDyslexic in place of the other faces */
    bool strong;        /* strong contrast: every panel has a full line around it */
    bool rtl;           /* the whole layout mirrored */
    bool evening;       /* the theme, where a picture differs by more than tokens */
    bool hides_numbers;
    float width, height; /* canvas in points */

    UiNode nodes[UI_NODES_MAX];
    int node_count;
    UiLine lines[UI_LINES_MAX];
    int line_count;
    char text[UI_TEXT_BYTES];
    int text_used;
    int current;   /* open node */
    UiId named_id; /* the id asked for last, with its name */
    char named[UI_NAME_MAX];
    int named_index;

    UiSeen seen[UI_SEEN_MAX];
    int seen_count;
    UiSeen next_seen[UI_SEEN_MAX];
    int next_seen_count;
    UiId focus;
    UiId wanted_focus; /* set by ui_focus_first: the node to focus when there is no focus */
    bool splits;       /* declared by ui_split_focus in this frame ... */
    bool was_split;    /* ... and in the last one */
    bool may_split, could_split; /* likewise: will split as soon as each has a pad */
    bool had_two_pads;           /* at the last input */
    UiId partner_focus, wanted_partner; /* those of player 2's pad meanwhile */
    UiId pressed;      /* activated by this frame's input */
    UiId pointer_down; /* pressed and not let go yet */
    UiId editing;      /* the text field that takes letters */
    float pointer_x, pointer_y;
    UiId dragging; /* scroller being dragged */
    float drag_y;
    UiState states[UI_STATES_MAX];
    uint32_t frame;
    bool wants_frames;  /* an animation runs: build again soon (60 Hz) */
    bool wants_ambient; /* slow scenery moves: 30 Hz will do */
    bool overflowed;    /* a pool was full */
} Ui;

/* Once, before the first frame. */
void ui_init(Ui *ui);

/* A frame: ui_begin, the screen's declarations, ui_end. `input` may be null. */
void ui_begin(Ui *ui, DrawList *list, float width, float height, const Input *input,
              int64_t now_ms);
void ui_end(Ui *ui);

/* An id from a name within the open box; `index` tells siblings of one name apart. */
UiId ui_id(Ui *ui, const char *name, int index);

/* Boxes nest: each ui_open needs its ui_close. */
void ui_open(Ui *ui, const UiBox *box);
void ui_open_id(Ui *ui, UiId id, const UiBox *box);
void ui_close(Ui *ui);

/* Text, wrapped to the room it gets. */
void ui_text(Ui *ui, const char *text, UiStyle style);

/* What the open control is called when it is read aloud, where no text within it says so. */
void ui_label(Ui *ui, const char *label);

/* Free room that grows, or a fixed gap. */
void ui_spring(Ui *ui);
void ui_gap(Ui *ui, float points);

/* A node painted by `paint`, of a fixed size (box.width and box.height, or grow). `data` is copied,
 * at most UI_DATA_BYTES. */
void ui_custom(Ui *ui, const UiBox *box, UiPaint paint, const void *data, size_t data_size);

/* Makes the node opened last (or the text or custom just added) answer to focus and pointer.
 * `player` 0: anybody. Returns true if this frame's input activates it. */
bool ui_touchable(Ui *ui, UiId id, UiRole role, float radius, int player);

/* This node takes the focus when the screen has none yet. */
void ui_focus_first(Ui *ui, UiId id);
bool ui_has_focus(const Ui *ui, UiId id); /* and the ring is to be shown */

/* In each frame of a screen on which both do something at once: player 2's pad has a focus of its
 * own, and a pad reaches nothing that takes the other player's input alone. */
void ui_split_focus(Ui *ui);
/* In each frame of a screen that does so once each of the two has a pad. */
void ui_may_split_focus(Ui *ui);
/* As ui_focus_first, on such a screen: for that player. */
void ui_focus_first_of(Ui *ui, UiId id, int player);
bool ui_is_held(const Ui *ui, UiId id);   /* pointer or confirm held down on it */

/* True if this frame answers to an input of that kind. */
bool ui_input_is(const Ui *ui, InputKind kind);

/* 0..1 over `duration_ms` after `delay_ms` from when this id was first asked about, and frames are
 * requested while it runs. 1 at once in calm motion if `skips_in_calm`. */
float ui_progress(Ui *ui, UiId id, int delay_ms, int duration_ms, bool skips_in_calm);

/* Milliseconds since this id was first asked about without a gap of frames. */
int64_t ui_since(Ui *ui, UiId id);

/* Kept state of an id; never null (the state unused for longest is reused). */
UiState *ui_state(Ui *ui, UiId id);

/* The control of that name and index in the last frame, or null. */
const UiSeen *ui_find(const Ui *ui, const char *name, int index);

/* Curves of STYLE.md section 5, on 0..1. */
float ease_cubic_out(float t);
float ease_quint_out(float t);
float ease_sine(float t);
float ease_back_out(float t);

/* Text size in points after the text setting. */
float ui_px(const Ui *ui, float size);

#endif
