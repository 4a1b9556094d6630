/* SPDX-License-Identifier: MIT */
/* SDL events to Inputs: keyboard, mouse, touch and text; pads are in input_pads.c. */
#include "input_parts.h"
#include "text.h"

#include <stdlib.h>

InputSource *input_open(void) {
    InputSource *source = calloc(1, sizeof *source);
    if (source) {
        source->keys = keys_default();
        source->points_per_unit = 1;
        source->prompts.focus_visible = true;
        input_refresh_prompts(source);
    }
    return source;
}

void input_close(InputSource *source) {
    if (source) {
        input_close_pads(source);
        free(source);
    }
}

void input_push(InputSource *source, const Input *input) {
    int newest = (source->first + source->count - 1 + INPUT_RING) % INPUT_RING;
    if (input->kind == INPUT_POINTER_MOVE && source->count > 0 &&
        source->ring[newest].kind == INPUT_POINTER_MOVE) {
        source->ring[newest] = *input;
        source->ring[newest].on_second = source->feeds_second;
        return;
    }
    if (source->count == INPUT_RING) {
        SDL_LogWarn(SDL_LOG_CATEGORY_INPUT, "More than %d inputs in a frame: one is lost.",
                    INPUT_RING);
        return;
    }
    Input *place = &source->ring[(source->first + source->count) % INPUT_RING];
    *place = *input;
    place->on_second = source->feeds_second;
    source->count++;
}

bool input_next(InputSource *source, Input *input) {
    if (source->count == 0) {
        return false;
    }
    *input = source->ring[source->first];
    source->first = (source->first + 1) % INPUT_RING;
    source->count--;
    return true;
}

/* --- Keyboard ------------------------------------------------------------------------------- */

static void push_key(InputSource *source, InputKind kind, bool repeat) {
    input_push(source, &(Input){.kind = kind, .down = true, .repeat = repeat});
}

/* Keys that move and may repeat while held; INPUT_NONE for others. */
static InputKind move_of(SDL_Scancode code, bool has_shift) {
    switch (code) {
    case SDL_SCANCODE_LEFT: return INPUT_LEFT;
    case SDL_SCANCODE_RIGHT: return INPUT_RIGHT;
    case SDL_SCANCODE_UP: return INPUT_UP;
    case SDL_SCANCODE_DOWN: return INPUT_DOWN;
    case SDL_SCANCODE_TAB: return has_shift ? INPUT_PREVIOUS : INPUT_NEXT;
    case SDL_SCANCODE_PAGEUP: return INPUT_PAGE_UP;
    case SDL_SCANCODE_PAGEDOWN: return INPUT_PAGE_DOWN;
    default: return INPUT_NONE;
    }
}

/* Keys that edit, in text mode. */
static InputKind edit_of(SDL_Scancode code) {
    switch (code) {
    case SDL_SCANCODE_BACKSPACE: return INPUT_ERASE_BACK;
    case SDL_SCANCODE_DELETE: return INPUT_ERASE_FORWARD;
    case SDL_SCANCODE_LEFT: return INPUT_CARET_LEFT;
    case SDL_SCANCODE_RIGHT: return INPUT_CARET_RIGHT;
    case SDL_SCANCODE_HOME: return INPUT_CARET_HOME;
    case SDL_SCANCODE_END: return INPUT_CARET_END;
    default: return INPUT_NONE;
    }
}

static bool is_confirm(const InputSource *source, SDL_Scancode code) {
    return code == SDL_SCANCODE_RETURN || code == SDL_SCANCODE_KP_ENTER ||
           (code == SDL_SCANCODE_SPACE && !source->is_text);
}

/* Keys 1 to 4, also of the number block; -1 for others. */
static int number_of(SDL_Scancode code) {
    if (code >= SDL_SCANCODE_1 && code <= SDL_SCANCODE_4) {
        return (int)code - SDL_SCANCODE_1;
    }
    if (code >= SDL_SCANCODE_KP_1 && code <= SDL_SCANCODE_KP_4) {
        return (int)code - SDL_SCANCODE_KP_1;
    }
    return -1;
}

static void push_answer(InputSource *source, int player, int index) {
    if (player != 0) {
        source->own_keys_used[player - 1] = true;
    }
    input_note_device(source, DEVICE_KEYBOARD, player);
    input_push(source,
               &(Input){.kind = INPUT_ANSWER, .player = player, .index = index, .down = true});
}

/* Letters and numbers that are commands: one key may be an answer and the swap. */
static void press_command(InputSource *source, SDL_Scancode code) {
    static const InputKind kinds[KEY_ACTION_COUNT] = {
        [KEY_PASS] = INPUT_PASS, [KEY_LOW] = INPUT_LOW, [KEY_SWAP] = INPUT_SWAP};
    if (number_of(code) >= 0) {
        push_answer(source, 0, number_of(code));
    }
    for (int i = 0; i < KEY_HELP; i++) {
        if (source->keys.code[i] != code) {
            continue;
        }
        if (i < KEY_PASS) {
            push_answer(source, i < KEY_PLAYER2_ANSWER ? 1 : 2, i % 4);
        } else {
            push_key(source, kinds[i], false);
        }
    }
}

/* What a leader's key says: as it is printed, or where that is no Latin letter, by its place. */
static int letter_of(const SDL_Keysym *key) {
    SDL_Scancode code = key->scancode;
    if (code >= SDL_SCANCODE_KP_1 && code <= SDL_SCANCODE_KP_9) {
        return '1' + (int)(code - SDL_SCANCODE_KP_1);
    }
    if (code >= SDL_SCANCODE_1 && code <= SDL_SCANCODE_9) {
        return '1' + (int)(code - SDL_SCANCODE_1);
    }
    switch (code) {
    case SDL_SCANCODE_0:
    case SDL_SCANCODE_KP_0: return '0';
    case SDL_SCANCODE_PERIOD:
    case SDL_SCANCODE_KP_PERIOD: return '.';
    case SDL_SCANCODE_KP_PLUS:
    case SDL_SCANCODE_EQUALS: return '+';
    case SDL_SCANCODE_MINUS:
    case SDL_SCANCODE_KP_MINUS: return '-';
    default: break;
    }
    if (key->sym == '+' || (key->sym >= 'a' && key->sym <= 'z')) {
        return (int)key->sym;
    }
    bool is_letter = code >= SDL_SCANCODE_A && code <= SDL_SCANCODE_Z;
    return is_letter ? 'a' + (int)(code - SDL_SCANCODE_A) : 0;
}

static bool press_letter(InputSource *source, const SDL_Keysym *key) {
    int letter = source->leads ? letter_of(key) : 0;
    if (letter) {
        input_push(source, &(Input){.kind = INPUT_LETTER, .index = letter, .down = true});
    }
    return source->leads;
}

static bool is_function_key(SDL_Scancode code) {
    return (code >= SDL_SCANCODE_F1 && code <= SDL_SCANCODE_F12) ||
           (code >= SDL_SCANCODE_F13 && code <= SDL_SCANCODE_F24);
}

/* Help and reading work in text mode too, as long as they are on keys that write nothing. */
static bool press_help(InputSource *source, SDL_Scancode code) {
    if (source->is_text && !is_function_key(code)) {
        return false;
    }
    if (code == source->keys.code[KEY_HELP]) {
        push_key(source, INPUT_HELP, false);
        return true;
    }
    if (code == source->keys.code[KEY_READ]) {
        push_key(source, INPUT_READ, false);
        return true;
    }
    return false;
}

static bool take_capture(InputSource *source, SDL_Scancode code) {
    Capture *capture = &source->capture;
    if (capture->state != CAPTURE_WAITING) {
        return false;
    }
    if (code == SDL_SCANCODE_ESCAPE) {
        capture->state = CAPTURE_IDLE;
        return true;
    }
    capture->other = keys_taken_by(&source->keys, capture->action, code);
    keys_label(code, capture->label);
    if (keys_bind(&source->keys, capture->action, code)) {
        capture->state = CAPTURE_DONE;
        input_refresh_prompts(source);
    } else {
        capture->state = CAPTURE_REFUSED;
    }
    return true;
}

/* Keys with one meaning on every screen, pressed once. */
static bool press_fixed(InputSource *source, const SDL_Keysym *key) {
    SDL_Scancode code = key->scancode;
    bool is_enter = code == SDL_SCANCODE_RETURN || code == SDL_SCANCODE_KP_ENTER;
    if (code == SDL_SCANCODE_F11 || (is_enter && (key->mod & KMOD_ALT))) {
        source->wants_fullscreen_toggle = true;
        push_key(source, INPUT_FULLSCREEN, false);
    } else if (code == SDL_SCANCODE_ESCAPE) {
        push_key(source, INPUT_BACK, false);
    } else if (is_confirm(source, code)) {
        push_key(source, INPUT_CONFIRM, false);
    } else {
        return press_help(source, code);
    }
    return true;
}

static void press_key(InputSource *source, const SDL_KeyboardEvent *event) {
    SDL_Scancode code = event->keysym.scancode;
    bool repeat = event->repeat != 0;
    if (source->is_composing || (!repeat && take_capture(source, code))) {
        return; /* an input method is at work, or a key is being chosen */
    }
    input_note_device(source, DEVICE_KEYBOARD, 0);
    InputKind edit = source->is_text ? edit_of(code) : INPUT_NONE;
    InputKind move = move_of(code, (event->keysym.mod & KMOD_SHIFT) != 0);
    if (edit != INPUT_NONE || (move != INPUT_NONE && !(event->keysym.mod & KMOD_ALT))) {
        push_key(source, edit != INPUT_NONE ? edit : move, repeat);
        return;
    }
    if (repeat || press_fixed(source, &event->keysym) || source->is_text) {
        return;
    }
    if (!(event->keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI))) {
        if (!press_letter(source, &event->keysym)) {
            press_command(source, code);
        }
    }
}

static void release_key(InputSource *source, SDL_Scancode code) {
    if (is_confirm(source, code)) {
        input_push(source, &(Input){.kind = INPUT_CONFIRM, .down = false});
    }
}

/* --- Mouse, touch, text, window ------------------------------------------------------------- */

static void push_pointer(InputSource *source, InputKind kind, Device device, float x, float y) {
    input_push(
        source,
        &(Input){.kind = kind, .device = device, .x = x, .y = y, .down = kind != INPUT_POINTER_UP});
}

static void feed_mouse_button(InputSource *source, const SDL_MouseButtonEvent *event) {
    bool is_down = event->type == SDL_MOUSEBUTTONDOWN;
    if (event->button == SDL_BUTTON_X1 && is_down) {
        input_push(source, &(Input){.kind = INPUT_BACK, .device = DEVICE_MOUSE, .down = true});
    }
    if (event->button != SDL_BUTTON_LEFT) {
        return;
    }
    input_note_device(source, DEVICE_MOUSE, 0);
    push_pointer(source, is_down ? INPUT_POINTER_DOWN : INPUT_POINTER_UP, DEVICE_MOUSE,
                 (float)event->x * source->points_per_unit,
                 (float)event->y * source->points_per_unit);
}

static void feed_wheel(InputSource *source, const SDL_MouseWheelEvent *event) {
    float lines = event->direction == SDL_MOUSEWHEEL_FLIPPED ? -event->preciseY : event->preciseY;
    if (lines != 0) {
        input_push(source, &(Input){.kind = INPUT_WHEEL,
                                    .device = DEVICE_MOUSE,
                                    .down = true,
                                    .dy = lines,
                                    .x = (float)event->mouseX * source->points_per_unit,
                                    .y = (float)event->mouseY * source->points_per_unit});
    }
}

/* One finger is the pointer; others are left alone until it is lifted. */
static void feed_finger(InputSource *source, const SDL_TouchFingerEvent *event) {
    if (event->type == SDL_FINGERDOWN && !source->has_finger) {
        source->has_finger = true;
        source->finger = event->fingerId;
    }
    if (!source->has_finger || source->finger != event->fingerId) {
        return;
    }
    InputKind kind = event->type == SDL_FINGERDOWN ? INPUT_POINTER_DOWN
                     : event->type == SDL_FINGERUP ? INPUT_POINTER_UP
                                                   : INPUT_POINTER_MOVE;
    source->has_finger = kind != INPUT_POINTER_UP;
    input_note_device(source, DEVICE_TOUCH, 0);
    push_pointer(source, kind, DEVICE_TOUCH, event->x * source->canvas_w,
                 event->y * source->canvas_h);
}

static void feed_text(InputSource *source, const char *text) {
    source->is_composing = false;
    if (source->is_text && text[0] && text_is_utf8(text, SDL_strlen(text))) {
        Input input = {.kind = INPUT_TEXT, .down = true};
        text_copy(input.text, sizeof input.text, text);
        input_push(source, &input);
    }
}

/* The newest of several: taking them in one by one is what the settings are for. */
static void feed_dropped(InputSource *source, char *path) {
    if (path) {
        text_copy(source->dropped, sizeof source->dropped, path);
        SDL_free(path); /* SDL leaves it to whoever takes the event */
    }
}

bool input_take_dropped(InputSource *source, char out[INPUT_PATH_MAX]) {
    text_copy(out, INPUT_PATH_MAX, source->dropped);
    source->dropped[0] = '\0';
    return out[0] != '\0';
}

void input_feed(InputSource *source, const SDL_Event *event) {
    if (input_feed_pad(source, event)) {
        return;
    }
    switch (event->type) {
    case SDL_KEYDOWN: press_key(source, &event->key); break;
    case SDL_KEYUP: release_key(source, event->key.keysym.scancode); break;
    case SDL_TEXTINPUT: feed_text(source, event->text.text); break;
    case SDL_TEXTEDITING:
        source->is_composing = source->is_text && event->edit.text[0] != '\0';
        break;
    case SDL_KEYMAPCHANGED: input_refresh_prompts(source); break;
    case SDL_MOUSEMOTION:
        push_pointer(source, INPUT_POINTER_MOVE, DEVICE_MOUSE,
                     (float)event->motion.x * source->points_per_unit,
                     (float)event->motion.y * source->points_per_unit);
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: feed_mouse_button(source, &event->button); break;
    case SDL_MOUSEWHEEL: feed_wheel(source, &event->wheel); break;
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION: feed_finger(source, &event->tfinger); break;
    case SDL_DROPFILE: feed_dropped(source, event->drop.file); break;
    case SDL_QUIT: input_push(source, &(Input){.kind = INPUT_QUIT, .down = true}); break;
    default: break; /* SDL has many more; none of them is the players' */
    }
}

void input_tick(InputSource *source, Uint32 ticks) {
    input_tick_pads(source, ticks);
}

/* --- Together with the window ---------------------------------------------------------------- */

static void take_canvas(InputSource *source, const Window *window) {
    float w, h;
    window_canvas(window, &w, &h);
    input_set_canvas(source, window_points_per_unit(window), w, h);
}

static void follow_window(InputSource *source, const Window *window) {
    float w = source->canvas_w, h = source->canvas_h;
    take_canvas(source, window);
    if (w != source->canvas_w || h != source->canvas_h) {
        input_push(source, &(Input){.kind = INPUT_WINDOW,
                                    .down = true,
                                    .x = source->canvas_w,
                                    .y = source->canvas_h});
    }
}

void input_set_second(InputSource *source, Window *second) {
    source->second = second;
}

static void feed(InputSource *source, Window *window, const SDL_Event *event) {
    source->feeds_second = source->second && window_owns(source->second, event);
    Window *target = source->feeds_second ? source->second : window;
    window_handle(target, event);
    if (source->feeds_second) {
        take_canvas(source, target);
    } else {
        follow_window(source, window);
    }
    input_feed(source, event);
    source->feeds_second = false;
    take_canvas(source, window);
    if (window_was_closed(window)) {
        input_push(source, &(Input){.kind = INPUT_CLOSE, .down = true});
    }
}

void input_pump(InputSource *source, Window *window, Uint32 ticks) {
    input_poll_pads(source, ticks);
    SDL_Event event;
    while (SDL_PollEvent(&event)) {
        feed(source, window, &event);
        if (source->wants_fullscreen_toggle) {
            source->wants_fullscreen_toggle = false;
            window_set_fullscreen(window, !window_place(window).is_fullscreen);
        }
    }
    follow_window(source, window);
    input_tick(source, ticks);
}

void input_set_canvas(InputSource *source, float points_per_unit, float w, float h) {
    source->points_per_unit = points_per_unit;
    source->canvas_w = w;
    source->canvas_h = h;
}

void input_set_answers(InputSource *source, bool has_answers) {
    if (source->has_answers != has_answers) {
        source->has_answers = has_answers;
        input_refresh_prompts(source);
    }
}

void input_set_leads(InputSource *source, bool leads) {
    source->leads = leads;
}

void input_set_text(InputSource *source, bool is_on, Rect caret) {
    if (is_on) {
        float unit = source->points_per_unit;
        SDL_SetTextInputRect(&(SDL_Rect){(int)(caret.x / unit), (int)(caret.y / unit),
                                         (int)(caret.w / unit), (int)(caret.h / unit)});
    }
    if (is_on == source->is_text) {
        return;
    }
    source->is_text = is_on;
    source->is_composing = false;
    if (is_on) {
        SDL_StartTextInput();
    } else {
        SDL_StopTextInput();
    }
}

const InputPrompts *input_prompts(const InputSource *source) {
    return &source->prompts;
}

const KeyBindings *input_keys(const InputSource *source) {
    return &source->keys;
}

void input_set_keys(InputSource *source, const KeyBindings *keys) {
    source->keys = *keys;
    input_refresh_prompts(source);
}

void input_capture(InputSource *source, KeyAction action) {
    source->capture =
        (Capture){.state = CAPTURE_WAITING, .action = action, .other = KEY_ACTION_COUNT};
}

void input_capture_stop(InputSource *source) {
    source->capture.state = CAPTURE_IDLE;
}

const Capture *input_capture_state(const InputSource *source) {
    return &source->capture;
}
