/* SPDX-License-Identifier: MIT */
/* Keys of one's own, between settings, input and file. */
#include "app_keys.h"

#include "text.h"

void app_keys_apply(App *app) {
    KeyBindings keys;
    if (!app->game->key_bindings[0] || !keys_parse(app->game->key_bindings, &keys)) {
        keys = keys_default();
    }
    input_set_keys(app->input, &keys);
}

static void note(App *app, const Capture *capture) {
    ScreenMemory *memory = &app->memory;
    bool has_other = capture->other != KEY_ACTION_COUNT;
    memory->key_note = KEY_NOTE_NONE;
    if (capture->state == CAPTURE_REFUSED) {
        memory->key_note = has_other ? KEY_NOTE_STUCK : KEY_NOTE_FIXED;
    } else if (capture->state == CAPTURE_DONE && has_other) {
        memory->key_note = KEY_NOTE_EXCHANGED;
    }
    memory->key_note_other = (int)capture->other;
    text_copy(memory->key_note_label, sizeof memory->key_note_label, capture->label);
}

/* Usual keys are stored as none, so that "back to the usual keys" knows that nothing is left. */
static void store_keys(App *app) {
    Event event = {.kind = EV_KEYS};
    if (!keys_are_usual(input_keys(app->input))) {
        keys_print(input_keys(app->input), event.text);
    }
    app_dispatch(app, &event);
}

static bool page_is_open(const App *app) {
    return game_overlay(app->game) == OVERLAY_SETTINGS;
}

bool app_keys_follow(App *app) {
    ScreenMemory *memory = &app->memory;
    bool changes = memory->rebinding && !page_is_open(app);
    memory->rebinding = memory->rebinding && page_is_open(app);
    if (!memory->rebinding) {
        if (app->captures) {
            input_capture_stop(app->input);
        }
        app->captures = false;
        return changes;
    }
    if (!app->captures || app->captures_action != memory->rebinding_action) {
        input_capture(app->input, (KeyAction)memory->rebinding_action);
        app->captures = true;
        app->captures_action = memory->rebinding_action;
        return true;
    }
    const Capture *capture = input_capture_state(app->input);
    if (capture->state == CAPTURE_WAITING) {
        return changes;
    }
    note(app, capture);
    app->captures = false;
    memory->rebinding = capture->state == CAPTURE_REFUSED; /* another key may do */
    if (capture->state == CAPTURE_DONE) {
        store_keys(app);
    }
    return true;
}
