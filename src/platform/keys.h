/* SPDX-License-Identifier: MIT */
/* Which key does what, by physical position (scancode), and what this keyboard prints on it. */
#ifndef TB_KEYS_H
#define TB_KEYS_H

#include "input.h"

#include <SDL.h>
#include <stdbool.h>

/* What can be given another key. Stored by position in the string form: append only. Arrows, Tab,
 * Enter, Space, Esc, Page keys, 1 to 4 and F11 are fixed. */
typedef enum KeyAction {
    KEY_PLAYER1_ANSWER, /* four in a row */
    KEY_PLAYER2_ANSWER = KEY_PLAYER1_ANSWER + 4,
    KEY_PASS = KEY_PLAYER2_ANSWER + 4,
    KEY_LOW,
    KEY_SWAP,
    KEY_HELP,
    KEY_READ,
    KEY_ACTION_COUNT
} KeyAction;

/* Plain data. */
typedef struct KeyBindings {
    SDL_Scancode code[KEY_ACTION_COUNT];
} KeyBindings;

enum { KEYS_TEXT_MAX = 80 };

/* Q W A S for player 1, U I J K for player 2, P, L, S, F1, F2 (screens.md). */
KeyBindings keys_default(void);

/* Gives `action` the key. Another action that had it takes over the old key. Swap may share a key
 * with an answer, since the challenge has no answers. False, and no change, for a fixed key, and
 * where the exchange would leave two others on one key. */
bool keys_bind(KeyBindings *keys, KeyAction action, SDL_Scancode code);

/* Which action has that key and would take over the old one of `action`; KEY_ACTION_COUNT: none. */
KeyAction keys_taken_by(const KeyBindings *keys, KeyAction action, SDL_Scancode code);

/* Nothing differs from keys_default. */
bool keys_are_usual(const KeyBindings *keys);

/* The string form, for the settings: scancodes in the order of KeyAction. */
void keys_print(const KeyBindings *keys, char out[KEYS_TEXT_MAX]);

/* False, and no change, if the text is malformed, has a fixed key or one key twice. */
bool keys_parse(const char *text, KeyBindings *keys);

/* What the key cap says on this keyboard, shortened to whole characters. */
void keys_label(SDL_Scancode code, char out[INPUT_LABEL_MAX]);

#endif
