/* SPDX-License-Identifier: MIT */
/* Input in one form, whatever the device: what a player did, in points and small named actions. */
#ifndef TB_INPUT_H
#define TB_INPUT_H

#include <stdbool.h>
#include <stdint.h>

typedef enum InputKind {
    INPUT_NONE,
    INPUT_LEFT, /* move focus */
    INPUT_RIGHT,
    INPUT_UP,
    INPUT_DOWN,
    INPUT_NEXT, /* Tab */
    INPUT_PREVIOUS,
    INPUT_PAGE_UP,
    INPUT_PAGE_DOWN,
    INPUT_CONFIRM, /* Enter, Space, pad A, outside text fields; `down` false when let go */
    INPUT_BACK,    /* Esc, pad B; on four-answer cards pad B answers and Start is back */
    INPUT_MENU,    /* pad Start */
    INPUT_ANSWER, /* `index` 0..3; `player` 1, 2 for a player's own key or pad, 0 for keys 1 to 4 */
    INPUT_PASS,   /* P */
    INPUT_LOW,    /* L: low battery; "later" on the challenge */
    INPUT_SWAP,   /* S on the challenge (sent besides INPUT_ANSWER) */
    INPUT_HELP,   /* F1 */
    INPUT_READ,   /* F2, left shoulder */
    INPUT_HERE,   /* "I'm here": a player's own confirm: any of the player's answer keys, pad A */
    INPUT_LETTER, /* in a workshop: `index` is the letter, digit or sign on the key, small */
    INPUT_POINTER_MOVE,
    INPUT_POINTER_DOWN,
    INPUT_POINTER_UP,
    INPUT_WHEEL, /* `dy` lines, up positive */
    INPUT_TEXT,  /* `text`: UTF-8 typed into the focused field */
    INPUT_ERASE_BACK,
    INPUT_ERASE_FORWARD,
    INPUT_CARET_LEFT,
    INPUT_CARET_RIGHT,
    INPUT_CARET_HOME,
    INPUT_CARET_END,
    INPUT_WINDOW,     /* the window changed its size: x, y = new canvas in points */
    INPUT_FULLSCREEN, /* F11, Alt+Enter: handled by the platform */
    INPUT_CLOSE,      /* the first window was closed by hand */
    INPUT_QUIT,       /* the system wants the program to end */
    INPUT_KIND_COUNT
} InputKind;

typedef enum Device { DEVICE_KEYBOARD, DEVICE_PAD, DEVICE_MOUSE, DEVICE_TOUCH } Device;

enum {
    INPUT_TEXT_MAX = 32,
    INPUT_LABEL_MAX = 8,
    INPUT_ACTIONS = 13 /* that can have another key: platform/keys.h */
};

typedef struct Input {
    InputKind kind;
    Device device;
    int player; /* 1 or 2 when the device or key belongs to one of them, else 0 */
    int index;
    bool down;   /* CONFIRM: pressed or let go; others: true */
    bool repeat; /* key repeat */
    bool on_second; /* came to the second window (a leader's desk) */
    float x, y;  /* pointer, points */
    float dy;
    char text[INPUT_TEXT_MAX];
} Input;

/* What the prompts on screen show: the labels of the device each player used last. */
typedef struct InputPrompts {
    Device player_device[2];
    char keys[INPUT_ACTIONS][INPUT_LABEL_MAX]; /* the keyboard's own, in the order of KeyAction */
    char pad[INPUT_ACTIONS][INPUT_LABEL_MAX];  /* what does the same on a pad */
    char answer[2][4][INPUT_LABEL_MAX]; /* key caps as this keyboard prints them, or X Y A B */
    Device device;                      /* used last by anybody */
    char confirm[INPUT_LABEL_MAX], back[INPUT_LABEL_MAX], pass[INPUT_LABEL_MAX];
    char low[INPUT_LABEL_MAX], help[INPUT_LABEL_MAX], read[INPUT_LABEL_MAX];
    char swap[INPUT_LABEL_MAX], hold[INPUT_LABEL_MAX];
    bool focus_visible; /* false after mouse or touch until the next key (STYLE.md 4) */
} InputPrompts;

#endif
