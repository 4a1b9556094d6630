/* SPDX-License-Identifier: MIT */
/* Inside of the input source, shared by input_sdl.c, input_pads.c and input_prompts.c only. */
#ifndef TB_INPUT_PARTS_H
#define TB_INPUT_PARTS_H

#include "input_sdl.h"
#include "pad_watch.h"

enum {
    INPUT_RING = 128, /* more inputs than a person makes in a frame by far */
    INPUT_PADS_MAX = 4,
    PAD_REPEAT_AFTER_MS = 400,
    PAD_REPEAT_EVERY_MS = 120,
    PAD_SCROLL_EVERY_MS = 60
};

/* A direction held on a pad. */
typedef struct PadRepeat {
    InputKind kind; /* INPUT_NONE: nothing is held */
    float dy;       /* INPUT_WHEEL */
    Uint32 due;     /* ticks */
    int every_ms;
} PadRepeat;

typedef struct Pad {
    SDL_GameController *controller; /* null: the place is free */
    SDL_JoystickID id;
    int player;      /* 0: not pressed yet, or a third one */
    bool confirming; /* A went down as a confirm */
    bool low_down;   /* right trigger */
    PadRepeat move, scroll;
    InputKind stick; /* direction of the left stick now */
} Pad;

struct InputSource {
    Input ring[INPUT_RING];
    int first, count;
    KeyBindings keys;
    InputPrompts prompts;
    bool own_keys_used[2]; /* by player: pressed a key of their own */
    bool has_answers, is_text, is_composing;
    bool leads; /* letters and digits are a workshop leader's keys */
    bool wants_fullscreen_toggle;
    Window *second;    /* or null */
    bool feeds_second; /* the event at hand is the second window's */
    Capture capture;
    float points_per_unit, canvas_w, canvas_h;
    bool has_finger;
    SDL_FingerID finger;
    bool has_pads;       /* the subsystem is running */
    PadWatch *watch;     /* null: new pads are asked for every few seconds */
    bool looks_for_pads; /* one may have come: ask more often, until ... */
    Uint32 looks_until;  /* ... these ticks */
    Pad pads[INPUT_PADS_MAX];
    Uint32 pad_used; /* ticks of the newest pad event */
    char dropped[INPUT_PATH_MAX]; /* "": none since it was asked for */
};

/* Appends; a newer pointer move replaces one that is still the newest. Full: the newest is lost. */
void input_push(InputSource *source, const Input *input);

/* Notes that `device` was used (by `player`, 0 nobody's) and mends the labels. */
void input_note_device(InputSource *source, Device device, int player);
void input_refresh_prompts(InputSource *source);

/* input_pads.c. The first returns false if the event is none of a pad's. */
bool input_feed_pad(InputSource *source, const SDL_Event *event);
void input_poll_pads(InputSource *source, Uint32 ticks);
void input_tick_pads(InputSource *source, Uint32 ticks);
void input_close_pads(InputSource *source);

#endif
