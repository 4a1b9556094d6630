/* SPDX-License-Identifier: MIT */
/* Short ways to make SDL events and to look at the Inputs that come out. */
#ifndef TB_TEST_FEED_H
#define TB_TEST_FEED_H

#include "input_sdl.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static inline SDL_Event key_event(Uint32 type, SDL_Scancode code, Uint16 mod, Uint8 repeat) {
    SDL_Event event = {.key = {.type = type, .repeat = repeat}};
    event.key.keysym.scancode = code;
    event.key.keysym.sym = SDL_GetKeyFromScancode(code);
    event.key.keysym.mod = mod;
    return event;
}

static inline void press(InputSource *source, SDL_Scancode code) {
    SDL_Event event = key_event(SDL_KEYDOWN, code, KMOD_NONE, 0);
    input_feed(source, &event);
}

static inline void release(InputSource *source, SDL_Scancode code) {
    SDL_Event event = key_event(SDL_KEYUP, code, KMOD_NONE, 0);
    input_feed(source, &event);
}

static inline Input take(InputSource *source, InputKind kind) {
    Input input = {0};
    assert_true(input_next(source, &input));
    assert_int_equal(input.kind, kind);
    return input;
}

static inline void expect_nothing(InputSource *source) {
    Input input;
    assert_false(input_next(source, &input));
}

#endif
