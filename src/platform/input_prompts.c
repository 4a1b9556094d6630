/* SPDX-License-Identifier: MIT */
/* What the prompts say: key caps of this keyboard, or the names of a pad's buttons by position. */
#include "input_parts.h"
#include "text.h"

/* West, north, south, east; by position, since makers letter them differently. */
static const char *const xbox_labels[4] = {"X", "Y", "A", "B"};
static const char *const nintendo_labels[4] = {"Y", "X", "B", "A"};
static const char *const place_labels[4] = {"←", "↑", "↓", "→"};

static const char *const *pad_labels(const InputSource *source, int player) {
    for (int i = 0; i < INPUT_PADS_MAX; i++) {
        const Pad *pad = &source->pads[i];
        if (!pad->controller || (player != 0 && pad->player != player)) {
            continue;
        }
        switch (SDL_GameControllerGetType(pad->controller)) {
        case SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_PRO:
        case SDL_CONTROLLER_TYPE_NINTENDO_SWITCH_JOYCON_PAIR: return nintendo_labels;
        case SDL_CONTROLLER_TYPE_PS3:
        case SDL_CONTROLLER_TYPE_PS4:
        case SDL_CONTROLLER_TYPE_PS5: return place_labels;
        default: return xbox_labels; /* SDL adds types; most pads are lettered like this */
        }
    }
    return xbox_labels;
}

static void set(char out[INPUT_LABEL_MAX], const char *label) {
    text_copy(out, INPUT_LABEL_MAX, label);
}

static void set_answers(InputSource *source, int player) {
    InputPrompts *prompts = &source->prompts;
    bool is_pad = prompts->player_device[player - 1] == DEVICE_PAD;
    int first = player == 1 ? KEY_PLAYER1_ANSWER : KEY_PLAYER2_ANSWER;
    for (int i = 0; i < 4; i++) {
        if (is_pad) {
            set(prompts->answer[player - 1][i], pad_labels(source, player)[i]);
        } else {
            keys_label(source->keys.code[first + i], prompts->answer[player - 1][i]);
        }
    }
}

static void set_pad_prompts(InputSource *source) {
    InputPrompts *prompts = &source->prompts;
    const char *const *face = pad_labels(source, 0);
    set(prompts->confirm, face[2]);
    set(prompts->hold, face[2]);
    set(prompts->back, source->has_answers ? "Start" : face[3]);
    set(prompts->swap, face[0]);
    set(prompts->pass, "RB");
    set(prompts->low, "RT");
    set(prompts->help, "Back");
    set(prompts->read, "LB");
}

static void set_key_prompts(InputSource *source) {
    InputPrompts *prompts = &source->prompts;
    set(prompts->confirm, "Enter");
    set(prompts->hold, "Space");
    set(prompts->back, "Esc");
    keys_label(source->keys.code[KEY_SWAP], prompts->swap);
    keys_label(source->keys.code[KEY_PASS], prompts->pass);
    keys_label(source->keys.code[KEY_LOW], prompts->low);
    keys_label(source->keys.code[KEY_HELP], prompts->help);
    keys_label(source->keys.code[KEY_READ], prompts->read);
}

_Static_assert((int)INPUT_ACTIONS == (int)KEY_ACTION_COUNT, "a label for each action");

/* Both devices', whichever is in use: the settings show them side by side. */
static void set_both_prompts(InputSource *source) {
    static const char *const pad[KEY_ACTION_COUNT] = {
        [KEY_PASS] = "RB", [KEY_LOW] = "RT", [KEY_HELP] = "Back", [KEY_READ] = "LB"};
    InputPrompts *prompts = &source->prompts;
    for (int i = 0; i < KEY_ACTION_COUNT; i++) {
        keys_label(source->keys.code[i], prompts->keys[i]);
        if (i < KEY_PASS) {
            set(prompts->pad[i], pad_labels(source, i < KEY_PLAYER2_ANSWER ? 1 : 2)[i % 4]);
        } else {
            set(prompts->pad[i], i == KEY_SWAP ? pad_labels(source, 0)[0] : pad[i]);
        }
    }
}

void input_refresh_prompts(InputSource *source) {
    set_answers(source, 1);
    set_answers(source, 2);
    set_both_prompts(source);
    if (source->prompts.device == DEVICE_PAD) {
        set_pad_prompts(source);
    } else {
        set_key_prompts(source);
    }
}

void input_note_device(InputSource *source, Device device, int player) {
    InputPrompts *prompts = &source->prompts;
    prompts->focus_visible = device == DEVICE_KEYBOARD || device == DEVICE_PAD;
    bool changes = prompts->device != device;
    prompts->device = device;
    if (player != 0 && prompts->player_device[player - 1] != device) {
        prompts->player_device[player - 1] = device;
        changes = true;
    }
    if (changes) {
        input_refresh_prompts(source);
    }
}
