/* SPDX-License-Identifier: MIT */
/* The pieces all screens share, as STYLE.md and the mock-ups draw them. Texts come translated. */
#ifndef TB_WIDGETS_H
#define TB_WIDGETS_H

#include "ui.h"

typedef enum ButtonKind { BUTTON_PRIMARY, BUTTON_GOLD, BUTTON_GHOST, BUTTON_LINK } ButtonKind;

typedef struct Button {
    const char *label;
    const char *icon; /* or null */
    const char *key;  /* key cap behind the label, or null */
    ButtonKind kind;
    float size;   /* of the label; 0: 19 */
    float width;  /* 0: as needed */
    float height; /* at least; 0: 52 */
    float grow;
    bool stretch; /* a column's whole width */
    int index;    /* tells apart those of one name */
    int player;   /* 0 anybody */
    bool muted;   /* drawn quiet, still works */
} Button;

/* Text styles of STYLE.md section 3. */
UiStyle style_display(float size);
UiStyle style_body(void);
UiStyle style_text(FontFace face, float size, DrawToken token);
UiStyle style_centred(UiStyle style);

/* A pressable button; true when pressed. The id is made from `name` in the open box. */
bool ui_button(Ui *ui, const char *name, const Button *button);
/* The same, and it takes the focus when the screen opens. */
bool ui_button_first(Ui *ui, const char *name, const Button *button);
/* A round button of one icon; `label` is for speech and tests. */
bool ui_icon_button(Ui *ui, const char *name, const char *icon, const char *label, float size);

void ui_icon(Ui *ui, const char *icon, float size, Paint paint);

/* A picture of the art, its origin at the middle of a box of that size. */
void ui_sprite(Ui *ui, const char *name, float width, float height, float scale, float origin_x,
               float origin_y);

/* A key cap or, for a pad, a round button. */
void ui_key(Ui *ui, const char *label, Device device, float size);

/* Player 1's circle or player 2's diamond with the number in it; `radius` in points. */
void ui_mark(Ui *ui, int player, float radius);
/* Painted straight into the list, for pictures: centre x, y. */
void draw_mark(DrawList *list, Measure measure, int player, float x, float y, float radius);

/* A rounded label with an icon; a chip lies on scenery with a shadow. */
void ui_pill(Ui *ui, const char *icon, const char *label, DrawToken fill, DrawToken ink);
void ui_chip(Ui *ui, const char *icon, const char *label);

/* The name tag of a player. */
void ui_tag(Ui *ui, int player, const char *name);

/* A card comes in: moved by `box` being lower at first, and out of nothing (STYLE.md section 5);
 * calm, it fades alone. Goes on as long as the box is opened in each frame. */
void ui_enter(Ui *ui, UiId id, UiBox *box);

/* Gives `person` the face it is to have, on its way there from the one of the frames before
 * (STYLE.md section 5): both mixed, and the head tilting. `id` tells people apart, `first` is the
 * face they come with. */
void ui_face(Ui *ui, UiId id, PersonFace first, PersonFace face, DrawPerson *person);

/* A round portrait with the player's ring and mark. */
void ui_portrait(Ui *ui, const Person *person, PersonFace face, int player, bool mirrored,
                 float radius);

/* Head and shoulders in a rounded frame. */
typedef struct BustFrame {
    Person person;
    PersonFace face;
    bool mirrored, blink;
    float width, height;
    float scale; /* points per head unit (draw.h) */
    float grow;  /* likewise */
    DrawToken fill, border;
    float border_width, radius;
} BustFrame;
void ui_bust_frame(Ui *ui, const BustFrame *frame);

/* The back chip of the top left corner; true when pressed. */
bool ui_top_bar(Ui *ui, const char *title, const char *subtitle, const char *back_label);

/* Dashed line across. */
void ui_rule(Ui *ui, float dash);

/* On or off, in a word and as a switch; the row around it is what can be pressed. */
void ui_toggle(Ui *ui, bool is_on, const char *word);

/* A slider from low to high; returns true and changes *value when moved. */
bool ui_slider(Ui *ui, const char *name, int low, int high, int step, int *value);

/* One of several, as chips; true when pressed. */
bool ui_choice(Ui *ui, const char *name, int index, const char *label, bool chosen, float size);

/* A line of text to type in. */
typedef struct TextField {
    const char *placeholder;
    int player;       /* 0 anybody */
    DrawToken border; /* with the focus, and of the caret */
    bool is_active;   /* drawn as with the focus: an on-screen keyboard types into it */
} TextField;

/* Changes `text` in place; true when changed. ui->pressed is its id when it is pressed. */
bool ui_field(Ui *ui, UiId id, char *text, size_t text_size, const TextField *field);

/* The style with its size taken down to 15 as far as needed for `text` to fit into `room` points;
 * longer ones end in an ellipsis (screens.md 9). */
UiStyle style_fitted(const Ui *ui, UiStyle style, const char *text, float room);

/* Some lines of text to type in; grows with what it holds. */
typedef struct TextArea {
    const char *placeholder;
    int letters_max; /* characters; 0: as many as fit */
    float min_height;
    DrawToken border; /* with the focus, and of the caret */
    bool is_active;   /* drawn as with the focus: an on-screen keyboard types into it */
} TextArea;

/* Changes `text` in place; true when changed. ui->pressed is its id when it is pressed. */
bool ui_area(Ui *ui, UiId id, char *text, size_t text_size, const TextArea *area);

enum { KEYS_PAGES = 3 };

/* An on-screen keyboard, for pads and touch. The texts come from the language: a page's characters
 * as they lie, its rows parted by spaces. */
typedef struct KeysTexts {
    const char *pages[KEYS_PAGES]; /* small letters, capitals, signs */
    const char *shift, *signs, *letters, *space, *erase, *done;
} KeysTexts;

/* Kept by the caller from frame to frame; all zero at first. */
typedef struct KeysState {
    bool is_open;
    int page;
    int player; /* 0 anybody, or the only one whose pad types here; set after ui_keys_open */
} KeysState;

typedef enum KeysAct { KEYS_NOTHING, KEYS_TYPED, KEYS_DONE } KeysAct;

/* Opens it on capitals when `text` is empty. */
void ui_keys_open(Ui *ui, KeysState *state, const char *text);

/* The keys, as a column in the open box; they write at the end of `text`, of `letters_max`
 * characters at most (0: as many as fit). A pad's X erases, its Y is the space, its B is done, and
 * whatever else would be a command does nothing meanwhile. */
KeysAct ui_keys(Ui *ui, const KeysTexts *texts, KeysState *state, char *text, size_t text_size,
                int letters_max);

/* Panels: a card on scenery (radius 28, shadow) with this padding. */
UiBox ui_card(float width, float padding);

/* A ring that fills: 0..1. */
void draw_hold_ring(Ui *ui, float x, float y, float radius, int player, float filled);

#endif
