/* SPDX-License-Identifier: MIT */
/* Feeds SDL events to the input source as a keyboard, mouse, finger or pad would. */
#include "puppet.h"

#include <string.h>

enum { STEP_MS = 33, PADS = 2 };

static struct {
    PuppetWatch watch;
    void *context;
    int joysticks[PADS]; /* device index + 1; 0: not attached */
    SDL_Joystick *opened[PADS];
} puppet;

void puppet_watch(PuppetWatch watch, void *context) {
    puppet.watch = watch;
    puppet.context = context;
}

static void settle(App *app) {
    store_flush(app->store);
    app_take_time(app);
    app_take_inputs(app);
    app_paint(app);
    if (puppet.watch) {
        puppet.watch(puppet.context, app);
    }
}

void puppet_wait(App *app, int ms) {
    do {
        int step_ms = ms < STEP_MS ? ms : STEP_MS;
        app_advance(app, step_ms);
        input_tick(app->input, (Uint32)app_now_ms(app));
        settle(app);
        ms -= step_ms;
    } while (ms > 0);
}

static void feed_key(App *app, SDL_Scancode code, bool down) {
    SDL_Event event = {.type = down ? SDL_KEYDOWN : SDL_KEYUP};
    event.key.state = down ? SDL_PRESSED : SDL_RELEASED;
    event.key.keysym.scancode = code;
    event.key.keysym.sym = SDL_GetKeyFromScancode(code);
    input_feed(app->input, &event);
    app_take_inputs(app);
}

void puppet_hold_key(App *app, SDL_Scancode code, int ms) {
    feed_key(app, code, true);
    puppet_wait(app, ms);
    feed_key(app, code, false);
    puppet_wait(app, STEP_MS);
}

void puppet_scancode(App *app, SDL_Scancode code) {
    puppet_hold_key(app, code, STEP_MS);
}

bool puppet_key(App *app, const char *name) {
    SDL_Scancode code = SDL_GetScancodeFromName(name);
    if (code == SDL_SCANCODE_UNKNOWN) {
        return false;
    }
    puppet_scancode(app, code);
    return true;
}

void puppet_type(App *app, const char *text) {
    SDL_Event event = {.type = SDL_TEXTINPUT};
    SDL_strlcpy(event.text.text, text, sizeof event.text.text);
    input_feed(app->input, &event);
    app_take_inputs(app);
    puppet_wait(app, STEP_MS);
}

static void feed_mouse(App *app, Uint32 type, float x, float y) {
    float scale = window_scale(app->window);
    SDL_Event event = {.type = type};
    if (type == SDL_MOUSEMOTION) {
        event.motion.x = (Sint32)(x * scale);
        event.motion.y = (Sint32)(y * scale);
    } else {
        event.button.button = SDL_BUTTON_LEFT;
        event.button.state = type == SDL_MOUSEBUTTONDOWN ? SDL_PRESSED : SDL_RELEASED;
        event.button.x = (Sint32)(x * scale);
        event.button.y = (Sint32)(y * scale);
    }
    input_feed(app->input, &event);
    app_take_inputs(app);
}

static void feed_touch(App *app, Uint32 type, float x, float y) {
    SDL_Event event = {.type = type};
    event.tfinger.touchId = 1;
    event.tfinger.fingerId = 1;
    event.tfinger.x = x / app->ui->width;
    event.tfinger.y = y / app->ui->height;
    input_feed(app->input, &event);
    app_take_inputs(app);
}

static void tell_canvas(App *app) {
    float w, h;
    window_canvas(app->window, &w, &h);
    input_set_canvas(app->input, 1 / window_scale(app->window), w, h);
}

bool puppet_click(App *app, const char *name, int index, int ms, bool is_touch) {
    const UiSeen *seen = ui_find(app->ui, name, index);
    if (!seen) {
        return false;
    }
    float x = seen->rect.x + seen->rect.w / 2, y = seen->rect.y + seen->rect.h / 2;
    tell_canvas(app);
    if (is_touch) {
        feed_touch(app, SDL_FINGERDOWN, x, y);
        puppet_wait(app, ms);
        feed_touch(app, SDL_FINGERUP, x, y);
    } else {
        feed_mouse(app, SDL_MOUSEMOTION, x, y);
        feed_mouse(app, SDL_MOUSEBUTTONDOWN, x, y);
        puppet_wait(app, ms);
        feed_mouse(app, SDL_MOUSEBUTTONUP, x, y);
    }
    puppet_wait(app, STEP_MS);
    return true;
}

bool puppet_drag(App *app, const char *name, int index, const char *to_name, int to_index) {
    const UiSeen *from = ui_find(app->ui, name, index), *to = ui_find(app->ui, to_name, to_index);
    if (!from || !to) {
        return false;
    }
    Rect start = from->rect, end = to->rect; /* the frames to come place them anew */
    float to_x = end.x + end.w / 2, to_y = end.y + end.h / 2;
    tell_canvas(app);
    feed_mouse(app, SDL_MOUSEMOTION, start.x + start.w / 2, start.y + start.h / 2);
    feed_mouse(app, SDL_MOUSEBUTTONDOWN, start.x + start.w / 2, start.y + start.h / 2);
    feed_mouse(app, SDL_MOUSEMOTION, to_x, to_y);
    puppet_wait(app, STEP_MS);
    feed_mouse(app, SDL_MOUSEBUTTONUP, to_x, to_y);
    puppet_wait(app, STEP_MS);
    return true;
}

static void pump_pads(App *app) {
    SDL_JoystickUpdate();
    SDL_Event event;
    while (SDL_PollEvent(&event)) {
        event.common.timestamp = (Uint32)app_now_ms(app); /* or repeats hang on the real clock */
        input_feed(app->input, &event);
    }
    input_tick(app->input, (Uint32)app_now_ms(app));
    app_take_inputs(app);
}

static bool attach(App *app, int pad) {
    if (puppet.joysticks[pad]) {
        return true;
    }
    input_start_pads(app->input);
    int device = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER,
                                           SDL_CONTROLLER_AXIS_MAX, SDL_CONTROLLER_BUTTON_MAX, 0);
    if (device < 0) {
        return false;
    }
    puppet.joysticks[pad] = device + 1;
    puppet.opened[pad] = SDL_JoystickOpen(device);
    pump_pads(app);
    return puppet.opened[pad] != NULL;
}

bool puppet_pad(App *app, int pad, const char *button) {
    SDL_GameControllerButton code = SDL_GameControllerGetButtonFromString(button);
    if (pad < 0 || pad >= PADS || code == SDL_CONTROLLER_BUTTON_INVALID || !attach(app, pad)) {
        return false;
    }
    SDL_JoystickSetVirtualButton(puppet.opened[pad], (int)code, 1);
    pump_pads(app);
    puppet_wait(app, STEP_MS);
    SDL_JoystickSetVirtualButton(puppet.opened[pad], (int)code, 0);
    pump_pads(app);
    puppet_wait(app, STEP_MS);
    return true;
}
