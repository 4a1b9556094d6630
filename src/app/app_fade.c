/* SPDX-License-Identifier: MIT */
/* Two pictures, mixed row by row. */
#include "app_fade.h"

#include "fade_rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A new screen is painted in parts, so that no frame is late; but not for ever. */
enum { PART_MS = 5, TURNS_MAX = 40 };

enum {
    SCREEN_MS = 380,
    CALM_MS = 250,
    THEME_MS = 1200,
    /* How far it pans: the sky and the hills far away, what stands in front, the land below. */
    FAR_POINTS = 8,
    PAN_POINTS = 24,
    NEAR_POINTS = 40,
    HORIZON_PERCENT = 45 /* of the height, about where the valley's is */
};

void fade_close(Fade *fade) {
    SDL_FreeSurface(fade->from);
    SDL_FreeSurface(fade->to);
    free(fade->ground);
    free(fade->rows);
    fade->from = fade->to = NULL;
    fade->ground = fade->rows = NULL;
}

static SDL_Surface *same_size(const SDL_Surface *screen) {
    SDL_Surface *made = SDL_CreateRGBSurfaceWithFormat(0, screen->w, screen->h, 32,
                                                       SDL_PIXELFORMAT_ARGB8888);
    SDL_SetSurfaceBlendMode(made, SDL_BLENDMODE_NONE);
    return made;
}

/* The land behind the picture on the screen, so that it can move on its own. */
static uint32_t *copy_of_ground(const App *app, const SDL_Surface *screen) {
    const uint32_t *still = render_still_pixels(app->renderer, screen->w, screen->h);
    size_t size = (size_t)screen->w * (size_t)screen->h * sizeof *still;
    uint32_t *copy = still ? malloc(size) : NULL;
    return copy ? memcpy(copy, still, size) : NULL;
}

/* From what is on the screen now, which may be another change's middle. */
static void start(App *app, SDL_Surface *screen, int duration_ms, float pan) {
    Fade *fade = &app->fade;
    fade_close(fade);
    fade->from = same_size(screen);
    fade->to = same_size(screen);
    fade->rows = malloc((size_t)screen->w * 2 * sizeof *fade->rows);
    if (!fade->from || !fade->to || !fade->rows) {
        fade_close(fade); /* the next picture is there at once, then */
        return;
    }
    SDL_BlendMode mode = SDL_BLENDMODE_NONE;
    SDL_GetSurfaceBlendMode(screen, &mode);
    SDL_SetSurfaceBlendMode(screen, SDL_BLENDMODE_NONE);
    SDL_BlitSurface(screen, NULL, fade->from, NULL);
    SDL_SetSurfaceBlendMode(screen, mode);
    fade->start_ms = app_now_ms(app);
    fade->duration_ms = duration_ms;
    fade->pan = pan;
    fade->is_ready = false;
    fade->turns = 0;
    fade->starts++;
}

static bool is_native(const SDL_Surface *screen) {
    const SDL_PixelFormat *format = screen->format;
    return format->BytesPerPixel == 4 && format->Rmask == 0xff0000u && format->Gmask == 0xff00u &&
           format->Bmask == 0xffu;
}

/* Overlays come at once: nobody who asks for help shall wait, and a pause hides what was there. */
static void follow(App *app, SDL_Surface *screen) {
    Fade *fade = &app->fade;
    const Game *game = app->game;
    FadeScene now = {.is_known = true,
                     .screen = game->screen,
                     .overlays = game->overlay_count,
                     .evening = app->ui->evening,
                     .width = screen->w,
                     .height = screen->h};
    FadeScene before = fade->scene;
    fade->scene = now;
    bool is_as_large = before.width == now.width && before.height == now.height;
    if (!app->fades || !before.is_known || !is_as_large || !is_native(screen)) {
        fade_close(fade);
        return;
    }
    bool moves = before.screen != now.screen && before.overlays + now.overlays == 0;
    if (before.evening != now.evening) {
        start(app, screen, THEME_MS, 0);
    } else if (moves) {
        float pan = app->ui->calm ? 0 : window_scale(app->window);
        start(app, screen, app->ui->calm ? CALM_MS : SCREEN_MS, app->ui->rtl ? -pan : pan);
    } else if (before.overlays != now.overlays) {
        fade_close(fade);
    }
}

SDL_Surface *fade_target(App *app, SDL_Surface *screen) {
    Fade *fade = &app->fade;
    follow(app, screen);
    if (fade->from && fade->is_ready && app_now_ms(app) - fade->start_ms >= fade->duration_ms) {
        fade_close(fade);
    }
    app->ui->wants_frames |= fade->from != NULL;
    return fade->from ? fade->to : screen;
}

bool fade_prepares(App *app) {
    Fade *fade = &app->fade;
    if (!fade->from || fade->is_ready) {
        return false;
    }
    bool at_once = app->headless || ++fade->turns > TURNS_MAX;
    fade->start_ms = app_now_ms(app);
    if (!at_once && fade->turns == 1) {
        app->list_is_current = true; /* keeping the old picture was enough for one frame */
        return true;
    }
    if (fade->turns <= 2 && fade->pan != 0 && !fade->ground) {
        fade->ground = copy_of_ground(app, fade->from); /* before the new one is painted there */
    }
    fade->is_ready = render_paint_some(app->renderer, fade->to, app->list, app_theme(app->ui),
                                       (uint64_t)fade->starts << 32 | (uint32_t)app->frames_built,
                                       at_once ? 0 : PART_MS);
    app->list_is_current = !fade->is_ready; /* the parts are of one list */
    return !app->headless;
}

static float ease_cubic_in_out(float t) {
    float rest = 1 - t;
    return t < 0.5f ? 4 * t * t * t : 1 - 4 * rest * rest * rest;
}

static uint32_t *row_at(const SDL_Surface *surface, int y) {
    return (uint32_t *)((uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch);
}

/* How far the near land moves further than what stands on it, and the sky less. */
static float depth_at(int y, int height) {
    float horizon = HORIZON_PERCENT * (float)height / 100;
    float near = ((float)y - horizon) / ((float)height - horizon);
    return FAR_POINTS + (NEAR_POINTS - FAR_POINTS) * (near > 0 ? near : 0);
}

typedef struct View {
    const SDL_Surface *picture;
    const uint32_t *ground; /* of the picture's size; null: all of it moves as one */
    float points_px;        /* pixels a point, to the left */
    float share;            /* of the whole way that it is moved now */
} View;

static void view_row(const View *view, uint32_t *out, int y) {
    int width = view->picture->w;
    const uint32_t *row = row_at(view->picture, y);
    const uint32_t *ground = view->ground ? view->ground + (ptrdiff_t)y * width : row;
    float whole = view->share * view->points_px;
    int by = (int)lroundf(whole * PAN_POINTS);
    int ground_by = (int)lroundf(whole * depth_at(y, view->picture->h));
    fade_row(out, row, ground, width, by, view->ground ? ground_by : by);
}

/* The old picture leaves to one side and the new one comes from the other. */
static void mix_views(const Fade *fade, SDL_Surface *screen, const View *from, const View *to,
                      float t) {
    uint32_t *a = fade->rows, *b = fade->rows + screen->w;
    int share = (int)(t * FADE_ONE);
    for (int y = 0; y < screen->h; y++) {
        view_row(from, a, y);
        view_row(to, b, y);
        fade_mix(row_at(screen, y), a, b, screen->w, share);
    }
}

bool fade_show(App *app, SDL_Surface *screen) {
    Fade *fade = &app->fade;
    if (!fade->from || (SDL_MUSTLOCK(screen) && SDL_LockSurface(screen) != 0)) {
        return false;
    }
    float t = (float)(app_now_ms(app) - fade->start_ms) / (float)fade->duration_ms;
    t = ease_cubic_in_out(t < 0 ? 0 : t > 1 ? 1 : t);
    View from = {fade->from, fade->ground, fade->pan, t};
    View to = {fade->to, render_still_pixels(app->renderer, screen->w, screen->h), fade->pan,
               t - 1};
    if (fade->pan == 0) {
        for (int y = 0; y < screen->h; y++) {
            fade_mix(row_at(screen, y), row_at(fade->from, y), row_at(fade->to, y), screen->w,
                     (int)(t * FADE_ONE));
        }
    } else {
        mix_views(fade, screen, &from, &to, t);
    }
    if (SDL_MUSTLOCK(screen)) {
        SDL_UnlockSurface(screen);
    }
    return true;
}
