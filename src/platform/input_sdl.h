/* SPDX-License-Identifier: MIT */
/* SDL events in, Inputs out (src/ui/input.h): keyboard, pads, mouse and touch in one form.
 *
 * Whose keys: by binding, player 1 or 2; INPUT_ANSWER carries player and index 0..3, and screens
 * take it as "I'm here" too (INPUT_HERE is never sent). Keys 1 to 4 belong to player 0, nobody.
 * Whose pad: a pad becomes a player at its first press. It is player 1, unless player 1 has a pad
 * already or has pressed a key of their own; then it is player 2, unless player 2 has a pad. A
 * third pad moves and confirms for nobody (player 0). A pad that leaves frees its place. */
#ifndef TB_INPUT_SDL_H
#define TB_INPUT_SDL_H

#include "draw.h"
#include "input.h"
#include "keys.h"
#include "window.h"

#include <SDL.h>
#include <stdbool.h>

enum { INPUT_PATH_MAX = 1024 };

typedef struct InputSource InputSource;

/* Null when memory is out. Needs no video; pads come with input_start_pads. */
InputSource *input_open(void);
void input_close(InputSource *source);

/* Starts looking for pads (some ms: call it after the first frame), with the system's mapping
 * database if one is installed. Without pads, or support for them, nothing changes. */
void input_start_pads(InputSource *source);

/* Takes all waiting SDL events: keeps the window's state, toggles fullscreen on F11 and Alt+Enter,
 * polls the pads and sends repeats that are due. `ticks`: SDL_GetTicks(). */
void input_pump(InputSource *source, Window *window, Uint32 ticks);

/* A second window, whose inputs come marked as such; null: none any more. */
void input_set_second(InputSource *source, Window *second);

/* How long window_wait may sleep for input's sake: -1 for ever, else ms until a pad must be asked
 * or a direction held on it repeats. */
int input_sleep_ms(const InputSource *source, Uint32 ticks);

/* The oldest Input not yet taken; false if there is none. */
bool input_next(InputSource *source, Input *input);

/* The path of a file that was dropped on the window since; false if there is none. */
bool input_take_dropped(InputSource *source, char out[INPUT_PATH_MAX]);

/* The pure parts of input_pump, for tests: one event, and the passing of time. */
void input_feed(InputSource *source, const SDL_Event *event);
void input_tick(InputSource *source, Uint32 ticks);

/* Points per desktop unit and size in points, for pointers (input_pump keeps it up to date). */
void input_set_canvas(InputSource *source, float points_per_unit, float w, float h);

/* Whether the screen has four answers: then a pad's face buttons answer. */
void input_set_answers(InputSource *source, bool has_answers);

/* Whether a workshop is led: then letters, digits and signs come as INPUT_LETTER, a pad's X and Y
 * as the letters B and P, its shoulders as page up and down. */
void input_set_leads(InputSource *source, bool leads);

/* Text mode: letters come as INPUT_TEXT, not as commands. `caret` in points, for input methods. */
void input_set_text(InputSource *source, bool is_on, Rect caret);

/* Labels for the screen, always up to date. */
const InputPrompts *input_prompts(const InputSource *source);

const KeyBindings *input_keys(const InputSource *source);
void input_set_keys(InputSource *source, const KeyBindings *keys);

/* The next key pressed is bound to `action` and not sent on; Esc leaves things as they are. */
typedef enum CaptureState {
    CAPTURE_IDLE, /* never asked, or given up */
    CAPTURE_WAITING,
    CAPTURE_DONE,   /* bound: store input_keys */
    CAPTURE_REFUSED /* a fixed key, or one that can't be exchanged */
} CaptureState;

typedef struct Capture {
    CaptureState state;
    KeyAction action;            /* what a key is, or was, chosen for */
    KeyAction other;             /* who had the key; KEY_ACTION_COUNT: nobody */
    char label[INPUT_LABEL_MAX]; /* of the key pressed */
} Capture;

void input_capture(InputSource *source, KeyAction action);
void input_capture_stop(InputSource *source);
const Capture *input_capture_state(const InputSource *source);

#endif
