/* SPDX-License-Identifier: MIT */
/* Key bindings as a table of scancodes. Reads no events. */
#include "keys.h"

#include "text.h"

static const SDL_Scancode fixed_keys[] = {
    SDL_SCANCODE_UNKNOWN, SDL_SCANCODE_LEFT,   SDL_SCANCODE_RIGHT,  SDL_SCANCODE_UP,
    SDL_SCANCODE_DOWN,    SDL_SCANCODE_TAB,    SDL_SCANCODE_RETURN, SDL_SCANCODE_KP_ENTER,
    SDL_SCANCODE_SPACE,   SDL_SCANCODE_ESCAPE, SDL_SCANCODE_PAGEUP, SDL_SCANCODE_PAGEDOWN,
    SDL_SCANCODE_1,       SDL_SCANCODE_2,      SDL_SCANCODE_3,      SDL_SCANCODE_4,
    SDL_SCANCODE_KP_1,    SDL_SCANCODE_KP_2,   SDL_SCANCODE_KP_3,   SDL_SCANCODE_KP_4,
    SDL_SCANCODE_F11,     SDL_SCANCODE_LALT,   SDL_SCANCODE_RALT,   SDL_SCANCODE_LCTRL,
    SDL_SCANCODE_RCTRL,   SDL_SCANCODE_LGUI,   SDL_SCANCODE_RGUI,   SDL_SCANCODE_BACKSPACE};

KeyBindings keys_default(void) {
    return (KeyBindings){{SDL_SCANCODE_Q, SDL_SCANCODE_W, SDL_SCANCODE_A, SDL_SCANCODE_S,
                          SDL_SCANCODE_U, SDL_SCANCODE_I, SDL_SCANCODE_J, SDL_SCANCODE_K,
                          SDL_SCANCODE_P, SDL_SCANCODE_L, SDL_SCANCODE_S, SDL_SCANCODE_F1,
                          SDL_SCANCODE_F2}};
}

static bool is_fixed(SDL_Scancode code) {
    for (size_t i = 0; i < sizeof fixed_keys / sizeof fixed_keys[0]; i++) {
        if (fixed_keys[i] == code) {
            return true;
        }
    }
    return code < 0 || code >= SDL_NUM_SCANCODES;
}

/* Swap shares with the answers alone. */
static bool may_share(KeyAction a, KeyAction b) {
    return (a == KEY_SWAP && b < KEY_PASS) || (b == KEY_SWAP && a < KEY_PASS);
}

static bool are_sound(const KeyBindings *keys) {
    for (int i = 0; i < KEY_ACTION_COUNT; i++) {
        if (is_fixed(keys->code[i])) {
            return false;
        }
        for (int j = 0; j < i; j++) {
            if (keys->code[i] == keys->code[j] && !may_share((KeyAction)i, (KeyAction)j)) {
                return false;
            }
        }
    }
    return true;
}

KeyAction keys_taken_by(const KeyBindings *keys, KeyAction action, SDL_Scancode code) {
    for (int i = 0; i < KEY_ACTION_COUNT; i++) {
        if (i != (int)action && keys->code[i] == code && !may_share(action, (KeyAction)i)) {
            return (KeyAction)i;
        }
    }
    return KEY_ACTION_COUNT;
}

bool keys_are_usual(const KeyBindings *keys) {
    KeyBindings usual = keys_default();
    for (int i = 0; i < KEY_ACTION_COUNT; i++) {
        if (keys->code[i] != usual.code[i]) {
            return false;
        }
    }
    return true;
}

bool keys_bind(KeyBindings *keys, KeyAction action, SDL_Scancode code) {
    KeyBindings changed = *keys;
    for (int i = 0; i < KEY_ACTION_COUNT; i++) {
        if (keys->code[i] == code && !may_share(action, (KeyAction)i)) {
            changed.code[i] = keys->code[action];
        }
    }
    changed.code[action] = code;
    if (!are_sound(&changed)) {
        return false;
    }
    *keys = changed;
    return true;
}

void keys_print(const KeyBindings *keys, char out[KEYS_TEXT_MAX]) {
    out[0] = '\0';
    for (int i = 0; i < KEY_ACTION_COUNT; i++) {
        if (i > 0) {
            text_append(out, KEYS_TEXT_MAX, " ");
        }
        text_append_int(out, KEYS_TEXT_MAX, keys->code[i]);
    }
}

bool keys_parse(const char *text, KeyBindings *keys) {
    KeyBindings read;
    const char *cursor = text;
    for (int i = 0; i < KEY_ACTION_COUNT; i++) {
        int64_t code;
        if (!text_read_int(&cursor, &code) || code < 0 || code >= SDL_NUM_SCANCODES) {
            return false;
        }
        read.code[i] = (SDL_Scancode)code;
    }
    if (*cursor != '\0' || !are_sound(&read)) {
        return false;
    }
    *keys = read;
    return true;
}

void keys_label(SDL_Scancode code, char out[INPUT_LABEL_MAX]) {
    const char *name = SDL_GetKeyName(SDL_GetKeyFromScancode(code));
    if (!name[0]) {
        name = SDL_GetScancodeName(code); /* no character there on this keyboard */
    }
    text_copy(out, INPUT_LABEL_MAX, name);
}
