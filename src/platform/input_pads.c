/* SPDX-License-Identifier: MIT */
/* Game controllers: who is who, buttons and sticks to Inputs, repeats. */
#include "input_parts.h"

#include <unistd.h>

enum { STICK_ON = 18000, STICK_OFF = 12000, TRIGGER_ON = 16000 };

/* Debian has no package of it; these are where others put it. SDL's own table comes first. */
static const char *const mapping_files[] = {"/usr/share/gamecontrollerdb.txt",
                                            "/usr/share/SDL_GameControllerDB/gamecontrollerdb.txt",
                                            "/usr/share/sdl_gamecontrollerdb/gamecontrollerdb.txt",
                                            "/usr/local/share/gamecontrollerdb.txt"};

void input_start_pads(InputSource *source) {
    if (SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) != 0) {
        return;
    }
    source->has_pads = true;
    source->watch = pad_watch_start();
    for (size_t i = 0; i < sizeof mapping_files / sizeof mapping_files[0]; i++) {
        if (access(mapping_files[i], R_OK) == 0) {
            SDL_GameControllerAddMappingsFromFile(mapping_files[i]);
        }
    }
}

void input_close_pads(InputSource *source) {
    pad_watch_stop(source->watch);
    for (int i = 0; i < INPUT_PADS_MAX; i++) {
        if (source->pads[i].controller) {
            SDL_GameControllerClose(source->pads[i].controller);
        }
    }
    if (source->has_pads) {
        SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
    }
}

static Pad *find_pad(InputSource *source, SDL_JoystickID id) {
    for (int i = 0; i < INPUT_PADS_MAX; i++) {
        if (source->pads[i].controller && source->pads[i].id == id) {
            return &source->pads[i];
        }
    }
    return NULL;
}

static void add_pad(InputSource *source, int device_index) {
    SDL_GameController *controller = SDL_GameControllerOpen(device_index);
    if (!controller) {
        return;
    }
    SDL_JoystickID id = SDL_JoystickInstanceID(SDL_GameControllerGetJoystick(controller));
    for (int i = 0; i < INPUT_PADS_MAX && !find_pad(source, id); i++) {
        if (!source->pads[i].controller) {
            source->pads[i] = (Pad){.controller = controller, .id = id};
            return;
        }
    }
    SDL_GameControllerClose(controller); /* known already, or a fifth one */
}

static void push_pad(InputSource *source, const Pad *pad, Input input) {
    input.device = DEVICE_PAD;
    input.player = pad->player;
    input_push(source, &input);
}

static void let_go(InputSource *source, Pad *pad) {
    if (pad->confirming) {
        pad->confirming = false;
        push_pad(source, pad, (Input){.kind = INPUT_CONFIRM, .down = false});
    }
}

static void remove_pad(InputSource *source, SDL_JoystickID id) {
    Pad *pad = find_pad(source, id);
    if (!pad) {
        return;
    }
    let_go(source, pad);
    int player = pad->player;
    SDL_GameControllerClose(pad->controller);
    *pad = (Pad){0};
    input_note_device(source, DEVICE_KEYBOARD, player);
}

static bool has_pad(const InputSource *source, int player) {
    for (int i = 0; i < INPUT_PADS_MAX; i++) {
        if (source->pads[i].controller && source->pads[i].player == player) {
            return true;
        }
    }
    return false;
}

/* The rule of input_sdl.h. With player 2's place taken, player 1's keys give way to a pad. */
static void claim_player(InputSource *source, Pad *pad) {
    if (pad->player != 0) {
        return;
    }
    bool first_free = !has_pad(source, 1), second_free = !has_pad(source, 2);
    if (first_free && (!source->own_keys_used[0] || !second_free)) {
        pad->player = 1;
    } else if (second_free) {
        pad->player = 2;
    }
}

static void use_pad(InputSource *source, Pad *pad, Uint32 ticks) {
    source->pad_used = ticks;
    claim_player(source, pad);
    input_note_device(source, DEVICE_PAD, pad->player);
}

static void start_move(InputSource *source, Pad *pad, InputKind kind, Uint32 ticks) {
    pad->move = (PadRepeat){
        .kind = kind, .due = ticks + PAD_REPEAT_AFTER_MS, .every_ms = PAD_REPEAT_EVERY_MS};
    push_pad(source, pad, (Input){.kind = kind, .down = true});
}

/* X Y A B of input.h; -1 for other buttons. */
static int answer_of(SDL_GameControllerButton button) {
    switch (button) {
    case SDL_CONTROLLER_BUTTON_X: return 0;
    case SDL_CONTROLLER_BUTTON_Y: return 1;
    case SDL_CONTROLLER_BUTTON_A: return 2;
    case SDL_CONTROLLER_BUTTON_B: return 3;
    default: return -1;
    }
}

static InputKind move_of(SDL_GameControllerButton button) {
    switch (button) {
    case SDL_CONTROLLER_BUTTON_DPAD_LEFT: return INPUT_LEFT;
    case SDL_CONTROLLER_BUTTON_DPAD_RIGHT: return INPUT_RIGHT;
    case SDL_CONTROLLER_BUTTON_DPAD_UP: return INPUT_UP;
    case SDL_CONTROLLER_BUTTON_DPAD_DOWN: return INPUT_DOWN;
    default: return INPUT_NONE;
    }
}

/* Where the face buttons don't answer, X swaps and Y puts off; the rest is the same everywhere. */
static InputKind command_of(SDL_GameControllerButton button) {
    switch (button) {
    case SDL_CONTROLLER_BUTTON_A: return INPUT_CONFIRM;
    case SDL_CONTROLLER_BUTTON_B: return INPUT_BACK;
    case SDL_CONTROLLER_BUTTON_X: return INPUT_SWAP;
    case SDL_CONTROLLER_BUTTON_Y: return INPUT_LOW;
    case SDL_CONTROLLER_BUTTON_START: return INPUT_MENU;
    case SDL_CONTROLLER_BUTTON_BACK: return INPUT_HELP;
    case SDL_CONTROLLER_BUTTON_LEFTSHOULDER: return INPUT_READ;
    case SDL_CONTROLLER_BUTTON_RIGHTSHOULDER: return INPUT_PASS;
    default: return INPUT_NONE;
    }
}

/* A workshop leader's: letters as on the keyboard, the shoulders as a clicker's two keys. */
static Input lead_of(SDL_GameControllerButton button) {
    switch (button) {
    case SDL_CONTROLLER_BUTTON_X: return (Input){.kind = INPUT_LETTER, .index = 'b', .down = true};
    case SDL_CONTROLLER_BUTTON_Y: return (Input){.kind = INPUT_LETTER, .index = 'p', .down = true};
    case SDL_CONTROLLER_BUTTON_LEFTSHOULDER: return (Input){.kind = INPUT_PAGE_UP, .down = true};
    case SDL_CONTROLLER_BUTTON_RIGHTSHOULDER: return (Input){.kind = INPUT_PAGE_DOWN, .down = true};
    default: return (Input){.kind = INPUT_NONE};
    }
}

static void press_button(InputSource *source, Pad *pad, const SDL_ControllerButtonEvent *event) {
    SDL_GameControllerButton button = (SDL_GameControllerButton)event->button;
    use_pad(source, pad, event->timestamp);
    int answer = source->has_answers ? answer_of(button) : -1;
    if (answer >= 0) {
        push_pad(source, pad, (Input){.kind = INPUT_ANSWER, .index = answer, .down = true});
        return;
    }
    Input lead = lead_of(button);
    if (source->leads && lead.kind != INPUT_NONE) {
        push_pad(source, pad, lead);
        return;
    }
    InputKind move = move_of(button);
    if (move != INPUT_NONE) {
        start_move(source, pad, move, event->timestamp);
        return;
    }
    InputKind command = command_of(button);
    if (command != INPUT_NONE) {
        pad->confirming = pad->confirming || command == INPUT_CONFIRM;
        push_pad(source, pad, (Input){.kind = command, .down = true});
    }
}

static void release_button(InputSource *source, Pad *pad, SDL_GameControllerButton button) {
    if (button == SDL_CONTROLLER_BUTTON_A) {
        let_go(source, pad);
    }
    if (move_of(button) != INPUT_NONE && move_of(button) == pad->move.kind) {
        pad->move.kind = INPUT_NONE;
    }
}

/* Direction of the left stick; a lower threshold to let go keeps it from flickering. */
static InputKind stick_direction(const Pad *pad) {
    int x = SDL_GameControllerGetAxis(pad->controller, SDL_CONTROLLER_AXIS_LEFTX);
    int y = SDL_GameControllerGetAxis(pad->controller, SDL_CONTROLLER_AXIS_LEFTY);
    int needed = pad->stick == INPUT_NONE ? STICK_ON : STICK_OFF;
    if (SDL_max(SDL_abs(x), SDL_abs(y)) < needed) {
        return INPUT_NONE;
    }
    if (SDL_abs(x) > SDL_abs(y)) {
        return x < 0 ? INPUT_LEFT : INPUT_RIGHT;
    }
    return y < 0 ? INPUT_UP : INPUT_DOWN;
}

static void move_stick(InputSource *source, Pad *pad, Uint32 ticks) {
    InputKind direction = stick_direction(pad);
    if (direction == pad->stick) {
        return;
    }
    pad->stick = direction;
    if (direction == INPUT_NONE) {
        pad->move.kind = INPUT_NONE;
    } else {
        use_pad(source, pad, ticks);
        start_move(source, pad, direction, ticks);
    }
}

/* The right stick scrolls what has focus: a wheel without a pointer, so x and y are -1. */
static void push_scroll(InputSource *source, const Pad *pad) {
    push_pad(source, pad,
             (Input){.kind = INPUT_WHEEL, .down = true, .dy = pad->scroll.dy, .x = -1, .y = -1});
}

static void scroll_stick(InputSource *source, Pad *pad, int value, Uint32 ticks) {
    bool is_held = pad->scroll.kind != INPUT_NONE;
    if (SDL_abs(value) < (is_held ? STICK_OFF : STICK_ON)) {
        pad->scroll.kind = INPUT_NONE;
        return;
    }
    pad->scroll.dy = value < 0 ? 1 : -1;
    if (!is_held) {
        use_pad(source, pad, ticks);
        pad->scroll.kind = INPUT_WHEEL;
        pad->scroll.every_ms = PAD_SCROLL_EVERY_MS;
        pad->scroll.due = ticks + PAD_SCROLL_EVERY_MS;
        push_scroll(source, pad);
    }
}

static void move_axis(InputSource *source, Pad *pad, const SDL_ControllerAxisEvent *event) {
    if (event->axis == SDL_CONTROLLER_AXIS_LEFTX || event->axis == SDL_CONTROLLER_AXIS_LEFTY) {
        move_stick(source, pad, event->timestamp);
    } else if (event->axis == SDL_CONTROLLER_AXIS_RIGHTY) {
        scroll_stick(source, pad, event->value, event->timestamp);
    } else if (event->axis == SDL_CONTROLLER_AXIS_TRIGGERRIGHT) {
        bool is_down = event->value > TRIGGER_ON;
        if (is_down && !pad->low_down) {
            use_pad(source, pad, event->timestamp);
            push_pad(source, pad, (Input){.kind = INPUT_LOW, .down = true});
        }
        pad->low_down = is_down;
    }
}

bool input_feed_pad(InputSource *source, const SDL_Event *event) {
    Pad *pad;
    switch (event->type) {
    case SDL_CONTROLLERDEVICEADDED: add_pad(source, event->cdevice.which); return true;
    case SDL_CONTROLLERDEVICEREMOVED: remove_pad(source, event->cdevice.which); return true;
    case SDL_CONTROLLERBUTTONDOWN:
        if ((pad = find_pad(source, event->cbutton.which))) {
            press_button(source, pad, &event->cbutton);
        }
        return true;
    case SDL_CONTROLLERBUTTONUP:
        if ((pad = find_pad(source, event->cbutton.which))) {
            release_button(source, pad, (SDL_GameControllerButton)event->cbutton.button);
        }
        return true;
    case SDL_CONTROLLERAXISMOTION:
        if ((pad = find_pad(source, event->caxis.which))) {
            move_axis(source, pad, &event->caxis);
        }
        return true;
    default: return false;
    }
}

static bool is_due(const PadRepeat *repeat, Uint32 ticks) {
    return repeat->kind != INPUT_NONE && SDL_TICKS_PASSED(ticks, repeat->due);
}

void input_tick_pads(InputSource *source, Uint32 ticks) {
    for (int i = 0; i < INPUT_PADS_MAX; i++) {
        Pad *pad = &source->pads[i];
        if (is_due(&pad->move, ticks)) {
            pad->move.due = ticks + (Uint32)pad->move.every_ms;
            push_pad(source, pad, (Input){.kind = pad->move.kind, .down = true, .repeat = true});
        }
        if (is_due(&pad->scroll, ticks)) {
            pad->scroll.due = ticks + (Uint32)pad->scroll.every_ms;
            push_scroll(source, pad);
        }
    }
}

/* Pads must be asked: 60 times a second in use, less when they lie on the table; without one, when
 * the system says that something was plugged in, or now and then where it says nothing. */
enum {
    POLL_IN_USE_MS = 16,
    POLL_QUIET_MS = 50,
    QUIET_AFTER_MS = 20000,
    POLL_FOR_NEW_MS = 3000,
    LOOK_EVERY_MS = 100,
    LOOK_FOR_MS = 3000 /* a pad's drivers take a moment after the plug */
};

void input_poll_pads(InputSource *source, Uint32 ticks) {
    if (!source->has_pads) {
        return;
    }
    if (source->watch && pad_watch_take(source->watch)) {
        source->looks_for_pads = true;
        source->looks_until = ticks + LOOK_FOR_MS;
    } else if (SDL_TICKS_PASSED(ticks, source->looks_until)) {
        source->looks_for_pads = false;
    }
    SDL_GameControllerUpdate(); /* SDL doesn't by itself: SDL_HINT_AUTO_UPDATE_JOYSTICKS */
}

int input_sleep_ms(const InputSource *source, Uint32 ticks) {
    if (!source->has_pads) {
        return -1;
    }
    for (int i = 0; i < INPUT_PADS_MAX; i++) {
        if (source->pads[i].controller) {
            bool is_used = (int)(ticks - source->pad_used) < QUIET_AFTER_MS;
            return is_used ? POLL_IN_USE_MS : POLL_QUIET_MS;
        }
    }
    if (source->looks_for_pads) {
        return LOOK_EVERY_MS;
    }
    return source->watch ? -1 : POLL_FOR_NEW_MS;
}
