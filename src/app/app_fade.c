/* SPDX-License-Identifier: MIT */
/* Two pictures, mixed row by row. */
#include "app_fade.h"

/* A new screen is painted in parts, so that no frame is late; but not for ever. */
enum { PART_MS = 5, TURNS_MAX = 40 };

enum { SCREEN_MS = 380, CALM_MS = 250, THEME_MS = 1200, PAN_POINTS = 24, ONE = 256 };

void fade_close(Fade *fade) {
    SDL_FreeSurface(fade->from);
    SDL_FreeSurface(fade->to);
    fade->from = fade->to = NULL;
}

static SDL_Surface *same_size(const SDL_Surface *screen) {
    SDL_Surface *made = SDL_CreateRGBSurfaceWithFormat(0, screen->w, screen->h, 32,
                                                       SDL_PIXELFORMAT_ARGB8888);
    SDL_SetSurfaceBlendMode(made, SDL_BLENDMODE_NONE);
    return made;
}

/* From what is on the screen now, which may be another change's middle. */
static void start(App *app, SDL_Surface *screen, int duration_ms, float pan) {
    Fade *fade = &app->fade;
    fade_close(fade);
    fade->from = same_size(screen);
    fade->to = same_size(screen);
    if (!fade->from || !fade->to) {
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
        float pan = app->ui->calm ? 0 : PAN_POINTS * window_scale(app->window);
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
    fade->is_ready = render_paint_some(app->renderer, fade->to, app->list, app_theme(app->ui),
                                       (uint64_t)fade->starts << 32 | (uint32_t)app->frames_built,
                                       at_once ? 0 : PART_MS);
    app->list_is_current = !fade->is_ready; /* the parts are of one list */
    return !app->headless;
}

static uint32_t mix(uint32_t a, uint32_t b, uint32_t share) {
    uint32_t rb = ((a & 0xff00ffu) * (ONE - share) + (b & 0xff00ffu) * share) >> 8;
    uint32_t g = ((a & 0xff00u) * (ONE - share) + (b & 0xff00u) * share) >> 8;
    return 0xff000000u | (rb & 0xff00ffu) | (g & 0xff00u);
}

/* One of the two is moved to the left by `a_by` pixels, the other to the right by `b_by`; where a
 * picture ends its last pixel goes on. */
static void mix_row(uint32_t *out, const uint32_t *a, const uint32_t *b, int width, int a_by,
                    int b_by, uint32_t share) {
    int from = b_by, to = width - a_by;
    for (int x = 0; x < from; x++) {
        out[x] = mix(a[x + a_by < width ? x + a_by : width - 1], b[0], share);
    }
    for (int x = from; x < to; x++) {
        out[x] = mix(a[x + a_by], b[x - b_by], share);
    }
    for (int x = to > from ? to : from; x < width; x++) {
        out[x] = mix(a[width - 1], b[x - b_by], share);
    }
}

static float ease_cubic_in_out(float t) {
    float rest = 1 - t;
    return t < 0.5f ? 4 * t * t * t : 1 - 4 * rest * rest * rest;
}

static uint32_t *row_at(const SDL_Surface *surface, int y) {
    return (uint32_t *)((uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch);
}

bool fade_show(App *app, SDL_Surface *screen) {
    Fade *fade = &app->fade;
    if (!fade->from || (SDL_MUSTLOCK(screen) && SDL_LockSurface(screen) != 0)) {
        return false;
    }
    float t = (float)(app_now_ms(app) - fade->start_ms) / (float)fade->duration_ms;
    t = ease_cubic_in_out(t < 0 ? 0 : t > 1 ? 1 : t);
    uint32_t share = (uint32_t)(t * ONE);
    bool back = fade->pan < 0;
    int moved = (int)((back ? -fade->pan : fade->pan) * t);
    int still = (int)((back ? -fade->pan : fade->pan) * (1 - t));
    for (int y = 0; y < screen->h; y++) {
        if (back) {
            mix_row(row_at(screen, y), row_at(fade->to, y), row_at(fade->from, y), screen->w, still,
                    moved, ONE - share);
        } else {
            mix_row(row_at(screen, y), row_at(fade->from, y), row_at(fade->to, y), screen->w, moved,
                    still, share);
        }
    }
    if (SDL_MUSTLOCK(screen)) {
        SDL_UnlockSurface(screen);
    }
    return true;
}
