/* SPDX-License-Identifier: MIT */
/* The leader's desk in the shell. */
#include "app_desk.h"

#include "desk.h"
#include "picture.h"

#include <stdlib.h>

typedef struct Desk {
    AppView view;
    Renderer *renderer;
    bool force_repaint;
} Desk;

static void free_desk(Desk *desk) {
    if (desk->renderer) {
        render_close(desk->renderer);
    }
    window_close(desk->view.window);
    free(desk->view.ui);
    free(desk->view.list);
    free(desk);
}

static Err open_desk(App *app, const WindowPlace *place, Diag *diag) {
    Desk *desk = calloc(1, sizeof *desk);
    if (!desk) {
        return diag_set(diag, ERR_MEMORY, NULL, 0, 0, "There isn't enough memory for the desk.");
    }
    desk->view.ui = calloc(1, sizeof *desk->view.ui);
    desk->view.list = calloc(1, sizeof *desk->view.list);
    bool has_all = desk->view.ui && desk->view.list;
    Err err =
        !has_all ? diag_set(diag, ERR_MEMORY, NULL, 0, 0, "There isn't enough memory for the desk.")
        : app->headless
            ? window_open_headless(place->w, place->h, &desk->view.window, diag)
            : window_open("Tiny Bridges: leader’s desk", place, &desk->view.window, diag);
    err = err ? err : app_open_renderer(&desk->renderer, diag);
    if (err) {
        free_desk(desk);
        return err;
    }
    ui_init(desk->view.ui);
    desk->view.ui->measure = render_measure(desk->renderer);
    desk->view.ui->rtl = app->content.strings.own.is_rtl;
    desk->force_repaint = true;
    app->desk = desk;
    input_set_second(app->input, desk->view.window);
    app_dispatch(app, &(Event){.kind = EV_LEAD, .value = LEAD_DESK, .amount = 1});
    return ERR_OK;
}

Err app_desk_open_headless(App *app, int w_px, int h_px, Diag *diag) {
    return app->desk ? ERR_OK : open_desk(app, &(WindowPlace){.w = w_px, .h = h_px}, diag);
}

void app_desk_close(App *app) {
    Desk *desk = app->desk;
    if (desk) {
        app->desk = NULL;
        input_set_second(app->input, NULL);
        free_desk(desk);
    }
}

static bool is_due(const App *app) {
    const Game *game = app->game;
    return game->screen == SCREEN_WORKSHOP && game->lead.place != LEAD_CHOOSING;
}

/* On another screen, or, if the leader asked for it, beside the wall. */
static bool find_place(const App *app, WindowPlace *place) {
    if (window_other_screen(app->window, place)) {
        return true;
    }
    *place = (WindowPlace){.w = WINDOW_CANVAS_W, .h = WINDOW_CANVAS_H};
    return app->options.wants_desk;
}

bool app_desk_follow(App *app) {
    WindowPlace place;
    bool has_lost_pixels = false;
    if (app->desk && window_was_closed(app->desk->view.window)) {
        app->desk_was_closed = true;
    }
    if (!is_due(app)) {
        app->desk_was_closed = false;
    }
    if (is_due(app) && app->game->lead.has_desk && !app->desk) {
        app->desk_was_closed = false; /* the leader asked for it once more */
        if (!find_place(app, &place)) {
            app_dispatch(app, &(Event){.kind = EV_LEAD, .value = LEAD_DESK, .amount = 0});
        }
    }
    if (app->desk && window_take_repaint(app->desk->view.window)) {
        app->desk->force_repaint = true; /* uncovered or resized, with nothing new to show */
        has_lost_pixels = true;
    }
    bool wants = is_due(app) && !app->desk_was_closed && !app->headless;
    if (app->desk && (!wants || !find_place(app, &place))) {
        app_desk_close(app);
        app_dispatch(app, &(Event){.kind = EV_LEAD, .value = LEAD_DESK, .amount = 0});
        return true;
    }
    if (!app->desk && wants && find_place(app, &place)) {
        Diag diag = {0};
        if (open_desk(app, &place, &diag) != ERR_OK) {
            diag_print(&diag, app->notice, (int)sizeof app->notice);
            app->desk_was_closed = true;
            app_dispatch(app, &(Event){.kind = EV_LEAD, .value = LEAD_DESK, .amount = 0});
        }
        return true;
    }
    return has_lost_pixels;
}

bool app_desk_take(App *app, const Input *input) {
    if (!input->on_second || !app->desk) {
        return input->on_second; /* of a window that has just gone */
    }
    app_declare(app, &app->desk->view, input, desk_build);
    return true;
}

void app_desk_build(App *app) {
    if (app->desk) {
        app_declare(app, &app->desk->view, NULL, desk_build);
    }
}

const DrawList *app_desk_list(const App *app) {
    return app->desk ? app->desk->view.list : NULL;
}

const Ui *app_desk_ui(const App *app) {
    return app->desk ? app->desk->view.ui : NULL;
}

static SDL_Rect in_pixels(Rect rect, float scale) {
    return (SDL_Rect){(int)(rect.x * scale), (int)(rect.y * scale), (int)(rect.w * scale),
                      (int)(rect.h * scale)};
}

/* The column that scrolls with the wall's place in it; without one, the whole desk. */
static Rect column_around(const Ui *ui, Rect place) {
    for (int i = 0; i < ui->seen_count; i++) {
        const UiSeen *seen = &ui->seen[i];
        bool is_around =
            seen->rect.x <= place.x && seen->rect.x + seen->rect.w >= place.x + place.w;
        if (seen->role == UI_ROLE_SCROLL && is_around) {
            return seen->rect;
        }
    }
    return (Rect){0, 0, ui->width, ui->height};
}

/* As much of the wall as its column shows; SDL's smooth stretching heeds no clip. */
static void stretch(SDL_Surface *wall, SDL_Surface *target, SDL_Rect at, SDL_Rect column) {
    SDL_Rect seen;
    if (!SDL_IntersectRect(&at, &column, &seen)) {
        return;
    }
    SDL_Rect from = {(seen.x - at.x) * wall->w / at.w, (seen.y - at.y) * wall->h / at.h,
                     seen.w * wall->w / at.w, seen.h * wall->h / at.h};
    if (SDL_SoftStretchLinear(wall, &from, target, &seen) != 0) {
        SDL_BlitScaled(wall, &from, target, &seen);
    }
}

/* The wall as it is, small, over the place that the desk keeps free for it. */
static void paint_wall(App *app, SDL_Surface *target) {
    Rect place = app->memory.desk_wall;
    SDL_Surface *wall = window_surface(app->window);
    float scale = window_scale(app->desk->view.window);
    SDL_Rect box = in_pixels(place, scale);
    if (!wall || wall->w <= 0 || wall->h <= 0 || box.w <= 0 || box.h <= 0) {
        return;
    }
    int high = box.w * wall->h / wall->w; /* as wide as the box, or as high */
    SDL_Rect at = high <= box.h
                      ? (SDL_Rect){box.x, box.y + (box.h - high) / 2, box.w, high}
                      : (SDL_Rect){box.x, box.y, box.h * wall->w / wall->h, box.h};
    stretch(wall, target, at, in_pixels(column_around(app->desk->view.ui, place), scale));
}

void app_desk_paint(App *app) {
    Desk *desk = app->desk;
    if (!desk) {
        return;
    }
    app_desk_build(app);
    SDL_Surface *target = window_surface(desk->view.window);
    if (!target || !app->desk) {
        return;
    }
    int count = 0;
    bool force = desk->force_repaint;
    desk->force_repaint = false;
    render_set_scale(desk->renderer, window_scale(desk->view.window));
    render_paint(desk->renderer, target, desk->view.list, app_theme(desk->view.ui), force, &count);
    paint_wall(app, target);
    window_present(desk->view.window, NULL, 0);
}

Err app_desk_save_picture(App *app, const char *path, Diag *diag) {
    SDL_Surface *surface = app->desk ? window_surface(app->desk->view.window) : NULL;
    if (!surface) {
        return diag_set(diag, ERR_IO, path, 0, 0, "The picture could not be written: %s",
                        SDL_GetError());
    }
    return picture_save(surface, path, diag);
}
