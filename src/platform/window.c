/* SPDX-License-Identifier: MIT */
/* SDL window with a software surface. Knows nothing of what is drawn or pressed. */
#include "window.h"

#include <stdlib.h>

struct Window {
    SDL_Window *sdl;          /* null: headless */
    SDL_Surface *plain;       /* headless only, owned */
    int surface_w, surface_h; /* pixels */
    int unit_w;               /* width in the desktop's units */
    WindowPlace place;
    bool is_hidden;
    bool is_unfocused;
    Uint32 unfocused_at; /* ticks */
    bool needs_repaint;
    bool was_closed;
};

/* SDL events are a process-wide queue, so the wake-up event is process-wide too. */
static SDL_atomic_t wake_type;    /* 0: no window yet */
static SDL_atomic_t wake_pending; /* 1: a wake-up event is in the queue */

static void start_events(void) {
    if (SDL_AtomicGet(&wake_type) == 0) {
        SDL_AtomicSet(&wake_type, (int)SDL_RegisterEvents(1));
    }
}

/* "0" keeps SDL from loading OpenGL for the window's surface: 53 instead of 302 ms. */
static void set_hints(const char *acceleration) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, acceleration);
    SDL_SetHint(SDL_HINT_APP_NAME, "Tiny Bridges");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_AUTO_UPDATE_JOYSTICKS, "0"); /* else every pump and wait polls the pads */
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    SDL_SetHint(SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0"); /* closing may ask first */
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
}

static bool is_on_a_screen(const WindowPlace *place) {
    SDL_Rect wanted = {place->x, place->y, place->w, place->h};
    for (int i = 0; i < SDL_GetNumVideoDisplays(); i++) {
        SDL_Rect screen, common;
        if (SDL_GetDisplayUsableBounds(i, &screen) == 0 &&
            SDL_IntersectRect(&screen, &wanted, &common) && common.w >= 160 && common.h >= 90) {
            return true;
        }
    }
    return false;
}

/* Twice the size on a screen of many small pixels, never more than the screen has. */
static void choose_size(WindowPlace *place) {
    SDL_Rect screen = {0, 0, WINDOW_CANVAS_W, WINDOW_CANVAS_H};
    SDL_GetDisplayUsableBounds(0, &screen);
    if (place->w <= 0 || place->h <= 0) {
        int times = screen.w >= 3 * WINDOW_CANVAS_W && screen.h >= 1500 ? 2 : 1;
        place->w = times * WINDOW_CANVAS_W;
        place->h = times * WINDOW_CANVAS_H;
    }
    place->w = SDL_max(WINDOW_MIN_W, SDL_min(place->w, screen.w));
    place->h = SDL_max(WINDOW_MIN_H, SDL_min(place->h, screen.h));
}

static void measure(Window *window) {
    SDL_Surface *surface = window_surface(window);
    if (surface) {
        window->surface_w = surface->w;
        window->surface_h = surface->h;
    }
    if (window->sdl) {
        int h;
        SDL_GetWindowSize(window->sdl, &window->unit_w, &h);
    } else {
        window->unit_w = window->surface_w;
    }
    window->needs_repaint = true;
}

static bool create_window(Window *window, const char *title) {
    WindowPlace *place = &window->place;
    choose_size(place);
    bool keep = place->has_position && is_on_a_screen(place);
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    if (place->is_fullscreen) {
        flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    }
    int middle = place->display > 0
                     ? (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)place->display - 1)
                     : (int)SDL_WINDOWPOS_CENTERED;
    window->sdl = SDL_CreateWindow(title, keep ? place->x : middle, keep ? place->y : middle,
                                   place->w, place->h, flags);
    if (!window->sdl) {
        return false;
    }
    SDL_SetWindowMinimumSize(window->sdl, WINDOW_MIN_W, WINDOW_MIN_H);
    if (!SDL_GetWindowSurface(window->sdl)) {
        SDL_DestroyWindow(window->sdl);
        window->sdl = NULL;
        return false;
    }
    return true;
}

/* Some displays (plain Wayland) have no surface of their own; there SDL may use its accelerated
 * one. */
static bool open_video(Window *window, const char *title) {
    static const char *const accelerations[] = {"0", "1"};
    for (int i = 0; i < 2; i++) {
        set_hints(accelerations[i]);
        if (SDL_InitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS) != 0) {
            return false;
        }
        if (create_window(window, title)) {
            return true;
        }
        SDL_QuitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS);
    }
    return false;
}

Err window_open(const char *title, const WindowPlace *place, Window **window, Diag *diag) {
    *window = NULL;
    Window *made = calloc(1, sizeof *made);
    if (!made) {
        return diag_set(diag, ERR_MEMORY, NULL, 0, 0, "There is not enough memory for a window.");
    }
    made->place = *place;
    if (!open_video(made, title)) {
        free(made);
        return diag_set(diag, ERR_UNAVAILABLE, NULL, 0, 0,
                        "There is no display to open a window on (%s). "
                        "Start the game from a desktop, or use --demo.",
                        SDL_GetError());
    }
    start_events();
    SDL_StopTextInput(); /* SDL starts with text input on; letters are keys until a field asks */
    SDL_EnableScreenSaver();
    measure(made);
    *window = made;
    return ERR_OK;
}

Err window_open_headless(int w_px, int h_px, Window **window, Diag *diag) {
    *window = NULL;
    set_hints("0");
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
    Window *made = calloc(1, sizeof *made);
    if (!made || SDL_InitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS) != 0) {
        free(made);
        return diag_set(diag, ERR_UNAVAILABLE, NULL, 0, 0, "SDL could not start: %s.",
                        SDL_GetError());
    }
    made->plain = SDL_CreateRGBSurfaceWithFormat(0, w_px, h_px, 32, SDL_PIXELFORMAT_RGB888);
    if (!made->plain) {
        window_close(made);
        return diag_set(diag, ERR_MEMORY, NULL, 0, 0, "A picture of %d x %d is too large.", w_px,
                        h_px);
    }
    start_events();
    SDL_StopTextInput();
    made->place = (WindowPlace){.w = w_px, .h = h_px};
    measure(made);
    *window = made;
    return ERR_OK;
}

void window_close(Window *window) {
    if (!window) {
        return;
    }
    if (window->sdl) {
        SDL_DestroyWindow(window->sdl);
    }
    SDL_FreeSurface(window->plain);
    free(window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS);
}

void window_set_icon(Window *window, SDL_Surface *icon) {
    if (window->sdl && icon) {
        SDL_SetWindowIcon(window->sdl, icon);
    }
}

SDL_Surface *window_surface(Window *window) {
    return window->sdl ? SDL_GetWindowSurface(window->sdl) : window->plain;
}

void window_present(Window *window, const SDL_Rect *rects, int count) {
    if (!window->sdl) {
        return;
    }
    if (count > 0) {
        SDL_UpdateWindowSurfaceRects(window->sdl, rects, count);
    } else {
        SDL_UpdateWindowSurface(window->sdl);
    }
}

float window_scale(const Window *window) {
    float across = (float)window->surface_w / (float)WINDOW_CANVAS_W;
    float down = (float)window->surface_h / (float)WINDOW_CANVAS_H;
    return across < down ? across : down;
}

void window_canvas(const Window *window, float *w, float *h) {
    float scale = window_scale(window);
    *w = (float)window->surface_w / scale;
    *h = (float)window->surface_h / scale;
}

float window_points_per_unit(const Window *window) {
    return (float)window->surface_w / (float)window->unit_w / window_scale(window);
}

static void remember_place(Window *window) {
    Uint32 flags = SDL_GetWindowFlags(window->sdl);
    if (flags & (SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_MAXIMIZED | SDL_WINDOW_MINIMIZED)) {
        return;
    }
    SDL_GetWindowSize(window->sdl, &window->place.w, &window->place.h);
    SDL_GetWindowPosition(window->sdl, &window->place.x, &window->place.y);
    window->place.has_position = true;
}

static void handle_window_event(Window *window, const SDL_WindowEvent *event) {
    switch ((SDL_WindowEventID)event->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        measure(window);
        remember_place(window);
        break;
    case SDL_WINDOWEVENT_MOVED: remember_place(window); break;
    case SDL_WINDOWEVENT_HIDDEN:
    case SDL_WINDOWEVENT_MINIMIZED: window->is_hidden = true; break;
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_MAXIMIZED:
        window->is_hidden = false;
        window->needs_repaint = true;
        break;
    case SDL_WINDOWEVENT_FOCUS_LOST:
        window->is_unfocused = true;
        window->unfocused_at = event->timestamp;
        break;
    case SDL_WINDOWEVENT_FOCUS_GAINED: window->is_unfocused = false; break;
    case SDL_WINDOWEVENT_CLOSE: window->was_closed = true; break;
    default: break; /* SDL adds events; the others change nothing here */
    }
}

static Uint32 window_of(const SDL_Event *event) {
    switch (event->type) {
    case SDL_WINDOWEVENT: return event->window.windowID;
    case SDL_KEYDOWN:
    case SDL_KEYUP: return event->key.windowID;
    case SDL_TEXTINPUT: return event->text.windowID;
    case SDL_TEXTEDITING: return event->edit.windowID;
    case SDL_MOUSEMOTION: return event->motion.windowID;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return event->button.windowID;
    case SDL_MOUSEWHEEL: return event->wheel.windowID;
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
    case SDL_FINGERMOTION: return event->tfinger.windowID;
    default: return 0;
    }
}

bool window_owns(const Window *window, const SDL_Event *event) {
    return window->sdl && window_of(event) == SDL_GetWindowID(window->sdl);
}

bool window_was_closed(Window *window) {
    bool was_closed = window->was_closed;
    window->was_closed = false;
    return was_closed;
}

bool window_other_screen(const Window *window, WindowPlace *place) {
    int own = window->sdl ? SDL_GetWindowDisplayIndex(window->sdl) : 0;
    for (int i = 0; window->sdl && i < SDL_GetNumVideoDisplays(); i++) {
        SDL_Rect screen;
        if (i != own && SDL_GetDisplayUsableBounds(i, &screen) == 0) {
            *place = (WindowPlace){.display = i + 1,
                                   .w = SDL_min(WINDOW_CANVAS_W, screen.w),
                                   .h = SDL_min(WINDOW_CANVAS_H, screen.h)};
            return true;
        }
    }
    return false;
}

void window_handle(Window *window, const SDL_Event *event) {
    if (event->type == SDL_WINDOWEVENT && window->sdl &&
        event->window.windowID == SDL_GetWindowID(window->sdl)) {
        handle_window_event(window, &event->window);
    } else if (event->type == (Uint32)SDL_AtomicGet(&wake_type)) {
        SDL_AtomicSet(&wake_pending, 0);
    }
}

bool window_take_repaint(Window *window) {
    bool needed = window->needs_repaint;
    window->needs_repaint = false;
    return needed;
}

bool window_is_hidden(const Window *window) {
    return window->is_hidden;
}

int window_unfocused_ms(const Window *window, Uint32 ticks) {
    return window->is_unfocused ? (int)(ticks - window->unfocused_at) : 0;
}

void window_set_fullscreen(Window *window, bool is_fullscreen) {
    WindowPlace back = window->place;
    if (window->sdl && SDL_SetWindowFullscreen(
                           window->sdl, is_fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0) != 0) {
        return;
    }
    window->place.is_fullscreen = is_fullscreen;
    if (window->sdl && !is_fullscreen) {
        SDL_SetWindowSize(window->sdl, back.w, back.h); /* some desktops keep the large size */
    }
}

WindowPlace window_place(const Window *window) {
    return window->place;
}

void window_wait(const Window *window, int timeout_ms) {
    (void)window; /* SDL waits on all windows; the argument says that one must be open */
    SDL_WaitEventTimeout(NULL, timeout_ms);
}

void window_wake(void) {
    if (SDL_AtomicGet(&wake_type) != 0 && SDL_AtomicCAS(&wake_pending, 0, 1)) {
        SDL_Event event = {.type = (Uint32)SDL_AtomicGet(&wake_type)};
        if (SDL_PushEvent(&event) != 1) {
            SDL_AtomicSet(&wake_pending, 0);
        }
    }
}
