/* SPDX-License-Identifier: MIT */
/* The one window: a software surface with dirty rectangles (PERFORMANCE.md), or a plain surface
 * without a display. Also the place where the program sleeps until something happens. */
#ifndef TB_WINDOW_H
#define TB_WINDOW_H

#include "err.h"

#include <SDL.h>
#include <stdbool.h>

enum {
    WINDOW_MIN_W = 960, /* smallest size, in the desktop's units */
    WINDOW_MIN_H = 540,
    WINDOW_CANVAS_W = 1280, /* the canvas is at least this many points (STYLE.md 3) */
    WINDOW_CANVAS_H = 720
};

typedef struct Window Window;

/* Where the window stands, in the desktop's units. w or h 0: the first start, a size that suits the
 * screen. `has_position` false, or a position on no screen: the middle. */
typedef struct WindowPlace {
    bool has_position;
    int x, y, w, h;
    bool is_fullscreen;
    int display; /* in the middle of this one, counted from 1; 0: by x and y */
} WindowPlace;

/* Starts SDL's video and shows the window. No display: ERR_UNAVAILABLE with a sentence. A second
 * one may stand beside the first. */
Err window_open(const char *title, const WindowPlace *place, Window **window, Diag *diag);

/* The same interface without a display: a surface of that many pixels, for pictures, the demo and
 * replays. */
Err window_open_headless(int w_px, int h_px, Window **window, Diag *diag);
void window_close(Window *window);

/* Takes a copy of `icon`. */
void window_set_icon(Window *window, SDL_Surface *icon);

/* The surface to paint on, 32 bit. Ask anew for each frame: it changes when the window does. Null
 * when the display has just gone. */
SDL_Surface *window_surface(Window *window);

/* Shows what was painted inside the rectangles (pixels); none: the whole surface. */
void window_present(Window *window, const SDL_Rect *rects, int count);

/* Pixels per point: min(w / 1280, h / 720) of the surface. */
float window_scale(const Window *window);

/* Size of the canvas in points: 1280 x 720 or more in one direction. */
void window_canvas(const Window *window, float *w, float *h);

/* Points per desktop unit, for pointer positions and the text caret. */
float window_points_per_unit(const Window *window);

/* A place for a second window on a screen that this one isn't on; false: there is none. */
bool window_other_screen(const Window *window, WindowPlace *place);

/* Whether the event is this window's: its keys, pointers, texts, or its own state. */
bool window_owns(const Window *window, const SDL_Event *event);

/* True once after the person closed it. */
bool window_was_closed(Window *window);

/* Keeps the window's state; give it every SDL event (input_pump does). */
void window_handle(Window *window, const SDL_Event *event);

/* True once after the surface lost its pixels (resized, uncovered): paint all of it. */
bool window_take_repaint(Window *window);

bool window_is_hidden(const Window *window); /* minimised or otherwise not to be seen */
/* How long, in ms, another window has had the keyboard; 0 while ours has it. */
int window_unfocused_ms(const Window *window, Uint32 ticks);

void window_set_fullscreen(Window *window, bool is_fullscreen);

/* Where the window stands now, to be stored; in fullscreen the place it will go back to. */
WindowPlace window_place(const Window *window);

/* Sleeps until an event is there or `timeout_ms` has passed (-1: for ever). Takes no event. */
void window_wait(const Window *window, int timeout_ms);

/* Ends the present or the next window_wait. Callable from any thread. */
void window_wake(void);

#endif
