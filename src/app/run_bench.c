/* SPDX-License-Identifier: MIT */
/* What tools/bench measures from inside: start, idle, highlight, ambient, frame, press, transition.
 * Lines on the output are "bench KEY VALUE". */
#define _POSIX_C_SOURCE 200809L
#include "app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { FRAMES = 300, SAMPLES = 101, FRAME_MS = 16, STILL_MS = 4000 };

static int64_t clock_us(clockid_t id) {
    struct timespec at;
    clock_gettime(id, &at);
    return (int64_t)at.tv_sec * 1000000 + at.tv_nsec / 1000;
}

static void tell(const char *key, int64_t value) {
    printf("bench %s %lld\n", key, (long long)value);
    fflush(stdout);
}

static int compare(const void *a, const void *b) {
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static int64_t median(int64_t *values, int count) {
    qsort(values, (size_t)count, sizeof *values, compare);
    return values[count / 2];
}

/* A couple at home, or at a respond card. */
static void set_scene(App *app, bool card) {
    Game *game = app->game;
    game->first_run_done = true;
    game->settings[SETTING_CALM] = 1;
    game->settings[SETTING_MUSIC] = 0;
    game->screen = SCREEN_HOME;
    if (card) {
        for (int player = 1; player <= 2; player++) {
            app_dispatch(app, &(Event){.kind = EV_HERE, .player = player});
        }
    }
    app_paint(app);
}

static void run_ms(App *app, int64_t ms) {
    int64_t until = app_now_ms(app) + ms;
    while (app_now_ms(app) < until) {
        window_wait(app->window, 20);
        app_take_inputs(app);
        app_take_time(app);
        app_paint(app);
    }
}

static void bench_idle(App *app) {
    set_scene(app, false);
    run_ms(app, STILL_MS);
    tell("ready", 1);
    while (!app->quits) {
        window_wait(app->window, -1);
        if (app_take_inputs(app) || app_take_time(app)) {
            app_paint(app);
        }
    }
}

static void press(App *app, SDL_Scancode code) {
    SDL_Event event = {.type = SDL_KEYDOWN};
    event.key.state = SDL_PRESSED;
    event.key.keysym.scancode = code;
    input_feed(app->input, &event);
    event.type = SDL_KEYUP;
    event.key.state = SDL_RELEASED;
    input_feed(app->input, &event);
}

static void bench_highlight(App *app) {
    static const SDL_Scancode walk[] = {SDL_SCANCODE_RIGHT, SDL_SCANCODE_DOWN, SDL_SCANCODE_LEFT,
                                        SDL_SCANCODE_UP};
    set_scene(app, true);
    run_ms(app, 1000);
    tell("ready", 1);
    int64_t due_ms = app_now_ms(app);
    for (int i = 0; i < FRAMES; i++) {
        due_ms += FRAME_MS;
        press(app, walk[i % 4]);
        app_take_inputs(app);
        app_paint(app);
        int64_t left_ms = due_ms - app_now_ms(app);
        if (left_ms > 0) {
            SDL_Delay((Uint32)left_ms);
        }
    }
    tell("highlight_frames", FRAMES);
}

/* Home as it moves by itself, at the pace of run_play.c. */
static void bench_ambient(App *app) {
    enum { AMBIENT_MS = 33, LASTS_MS = 6000 };
    set_scene(app, false);
    app->game->settings[SETTING_CALM] = 0;
    run_ms(app, 3000); /* blinks included, so that nothing is composed while it is measured */
    tell("ready", 1);
    int64_t until_ms = app_now_ms(app) + LASTS_MS;
    while (app_now_ms(app) < until_ms) {
        window_wait(app->window, AMBIENT_MS);
        app_take_inputs(app);
        app_paint(app);
    }
    tell("ambient_frames", app->frames_painted);
}

static void bench_frame(App *app) {
    int64_t samples[SAMPLES];
    set_scene(app, true);
    for (int i = 0; i < SAMPLES; i++) {
        int64_t before = clock_us(CLOCK_MONOTONIC);
        int count;
        render_paint(app->renderer, window_surface(app->window), app->list, RENDER_DAY, true,
                     &count);
        samples[i] = clock_us(CLOCK_MONOTONIC) - before;
    }
    tell("frame_us", median(samples, SAMPLES));
}

static void bench_press(App *app) {
    int64_t samples[SAMPLES];
    set_scene(app, true);
    run_ms(app, STILL_MS); /* the card has come in, and nothing else moves */
    for (int i = 0; i < SAMPLES; i++) {
        press(app, i % 2 ? SDL_SCANCODE_LEFT : SDL_SCANCODE_RIGHT);
        int64_t before = clock_us(CLOCK_MONOTONIC);
        app_take_inputs(app);
        app_paint(app);
        samples[i] = clock_us(CLOCK_MONOTONIC) - before;
    }
    tell("press_us", median(samples, SAMPLES));
}

/* The frames of one change of screen or theme, painted when due. */
static int change_frames(App *app, int64_t *samples, int room) {
    int count = 0;
    do {
        int64_t before = clock_us(CLOCK_MONOTONIC);
        app_take_inputs(app);
        app_paint(app);
        samples[count++] = clock_us(CLOCK_MONOTONIC) - before;
        int64_t left_ms = FRAME_MS - samples[count - 1] / 1000;
        SDL_Delay((Uint32)(left_ms > 0 ? left_ms : 0));
    } while (count < room && app->fade.from);
    return count;
}

/* To every screen from home and back, by day and in the evening; each for the first time, too. */
static void bench_transition(App *app) {
    enum { ROUNDS = 4, ROOM = 4000 };
    static const Event visits[] = {{.kind = EV_JOURNEY}, {.kind = EV_LOOK_BACK}};
    static int64_t samples[ROOM];
    int count = 0;
    set_scene(app, false);
    app->game->settings[SETTING_CALM] = 0;
    app->fades = true;
    run_ms(app, 1500);
    for (int round = 0; round < ROUNDS; round++) {
        for (int i = 0; i < 3 && count < ROOM; i++) {
            if (i < 2) {
                app_dispatch(app, &visits[i]);
            } else {
                int theme = round % 2 ? THEME_CHOICE_DAY : THEME_CHOICE_EVENING;
                app_dispatch(app, &(Event){.kind = EV_SETTING, .value = SETTING_THEME,
                                           .amount = theme});
            }
            count += change_frames(app, samples + count, ROOM - count);
            run_ms(app, 200);
            app_dispatch(app, &(Event){.kind = i < 2 ? EV_BACK : EV_TICK});
            count += change_frames(app, samples + count, ROOM - count);
            run_ms(app, 200);
        }
    }
    qsort(samples, (size_t)count, sizeof *samples, compare);
    tell("transition_median_us", samples[count / 2]);
    tell("transition_most_us", samples[count - 1]);
    tell("transition_p99_us", samples[count * 99 / 100]);
}

int run_bench(const Options *options) {
    if (strcmp(options->bench, "store") == 0) {
        return run_bench_store(options); /* needs neither window nor pictures */
    }
    static App app;
    Diag diag = {0};
    Options bench_options = *options;
    char folder[FILES_PATH_MAX];
    Err err = files_data_dir(options->data_dir, folder, &diag);
    if (!err) {
        err = app_open(&app, &bench_options, false, &diag);
    }
    if (err) {
        fprintf(stderr, "%s\n", diag.message);
        app_close(&app);
        return 1;
    }
    app_load(&app, folder);
    app_paint(&app);
    tell("first_content_cpu_us", clock_us(CLOCK_PROCESS_CPUTIME_ID));
    if (strcmp(options->bench, "idle") == 0) {
        bench_idle(&app);
    } else if (strcmp(options->bench, "highlight") == 0) {
        bench_highlight(&app);
    } else if (strcmp(options->bench, "ambient") == 0) {
        bench_ambient(&app);
    } else if (strcmp(options->bench, "frame") == 0) {
        bench_frame(&app);
    } else if (strcmp(options->bench, "press") == 0) {
        bench_press(&app);
    } else if (strcmp(options->bench, "transition") == 0) {
        bench_transition(&app);
    }
    app_close(&app);
    return 0;
}
