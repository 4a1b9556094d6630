/* SPDX-License-Identifier: MIT */
/* Playing in a window: sleeps until something happens, paints only what changed. */
#include "app.h"
#include "app_desk.h"
#include "app_phones.h"
#include "app_watch.h"
#include "event_names.h"

#include <stdio.h>
#include <time.h>

enum {
    FRAME_MS = 16,
    SLOW_MS = 33,
    AMBIENT_MS = 33,            /* at most 30 frames a second for what moves by itself */
    UNFOCUSED_PAUSE_MS = 60000, /* ambient motion rests when another window has the keyboard */
    MINUTE_MS = 60000
};

/* How long the loop may sleep, in ms; -1 for ever. */
static int sleep_ms(const App *app) {
    int wait_ms = -1;
    Uint32 ticks = SDL_GetTicks();
    bool resting = window_is_hidden(app->window) ||
                   window_unfocused_ms(app->window, ticks) > UNFOCUSED_PAUSE_MS;
    if (app->ui->wants_frames && !resting) {
        wait_ms = FRAME_MS;
    } else if (app->ui->wants_ambient && !resting) {
        wait_ms = AMBIENT_MS;
    }
    int input_ms = input_sleep_ms(app->input, ticks);
    if (input_ms >= 0 && (wait_ms < 0 || input_ms < wait_ms)) {
        wait_ms = input_ms;
    }
    int64_t due_ms = -1;
    if (app->wake_utc_ms) {
        due_ms = app->wake_utc_ms - clock_now(&app->clock).utc_ms;
    }
    if (app->caption_until_ms && app->caption_until_ms != APP_STAYS_MS) {
        int64_t caption_ms = app->caption_until_ms - app_now_ms(app);
        due_ms = caption_ms > 0 && (due_ms < 0 || caption_ms < due_ms) ? caption_ms : due_ms;
    }
    if (app->options.watches && (due_ms < 0 || due_ms > APP_WATCH_MS)) {
        due_ms = APP_WATCH_MS;
    }
    if (app->game->break_until_ms && (due_ms < 0 || due_ms > MINUTE_MS)) {
        due_ms = MINUTE_MS; /* the break's minutes count down on screen */
    }
    int unfocused_ms = window_unfocused_ms(app->window, ticks);
    if (unfocused_ms > 0 && unfocused_ms <= UNFOCUSED_PAUSE_MS) {
        int pause_ms = UNFOCUSED_PAUSE_MS + 1 - unfocused_ms; /* then the music rests too */
        due_ms = due_ms < 0 || pause_ms < due_ms ? pause_ms : due_ms;
    }
    if (due_ms >= 0 && (wait_ms < 0 || due_ms < wait_ms)) {
        wait_ms = (int)(due_ms < 1 ? 1 : due_ms);
    }
    return wait_ms;
}

/* Leaves the window's place for the next start; fullscreen is a setting. */
static void remember_window(App *app, const char *folder) {
    char path[FILES_PATH_MAX], text[APP_WINDOW_TEXT];
    WindowPlace place = window_place(app->window);
    if (app->is_blocked || app->is_loading || place.w <= 0 ||
        files_join(folder, "window", path, NULL) != ERR_OK) {
        return;
    }
    int length = snprintf(text, sizeof text, "%d %d %d %d\n", place.x, place.y, place.w, place.h);
    files_write(path, text, (size_t)length, NULL);
    app_dispatch(
        app,
        &(Event){.kind = EV_SETTING, .value = SETTING_FULLSCREEN, .amount = place.is_fullscreen});
}

/* For those who measure a room: a turn of the loop that took longer than two frames, and how much
 * of that was our own work. */
static void tell_slow(const App *app, int64_t began_ms, clock_t began) {
    int took_ms = (int)(app_now_ms(app) - began_ms);
    if (app->options.tells && app->options.room_address && took_ms > SLOW_MS) {
        printf("slow frame %d ms work %ld ms\n", took_ms,
               (long)((clock() - began) * 1000 / CLOCKS_PER_SEC));
        fflush(stdout);
    }
}

static void loop(App *app) {
    int64_t painted_ms = app_now_ms(app);
    while (!app->quits) {
        window_wait(app->window, sleep_ms(app));
        int64_t began_ms = app_now_ms(app);
        clock_t began = clock();
        bool changed = app_take_inputs(app);
        changed |= app_take_time(app);
        changed |= app_phones_take(app);
        changed |= app_desk_follow(app);
        changed |= app_watch(app);
        int64_t now_ms = app_now_ms(app);
        bool animates = (app->ui->wants_frames && now_ms - painted_ms >= FRAME_MS - 1) ||
                        (app->ui->wants_ambient && now_ms - painted_ms >= AMBIENT_MS - 1);
        audio_set_awake(app->audio,
                        !window_is_hidden(app->window) &&
                            window_unfocused_ms(app->window, SDL_GetTicks()) < UNFOCUSED_PAUSE_MS);
        if (app->caption_until_ms && now_ms >= app->caption_until_ms) {
            app->caption_until_ms = 0;
            changed = true;
        }
        if (changed || animates || app->game->break_until_ms) {
            app_paint(app);
            app_desk_paint(app);
            painted_ms = now_ms;
        } else if (window_take_repaint(app->window)) {
            app->force_repaint = true;
            app_paint(app);
        }
        tell_slow(app, began_ms, began);
    }
}

/* For tests that play in the real window: what is said in the notice, and what happened. */
static void tell(void *context, const Event *event) {
    const App *app = context;
    const Game *game = app->game;
    bool card = game->screen == SCREEN_CARD && game->play.card;
    if (event->kind == EV_PHONE) { /* numbers only, as on the wall */
        const Phones *phones = &game->phones;
        if (event->phone->kind != PHONE_LOOK) {
            printf("phones here %d pairs %d in %d\n", phones_here(phones), phones_pairs(phones),
                   phones_in(phones));
            fflush(stdout);
        }
        return;
    }
    if (app->notice[0]) {
        printf("notice %s\n", app->notice);
    }
    if (game->streak.clock_looks_wrong) {
        printf("the clock looks wrong\n");
    }
    printf("event %s screen %s phase %s card %s place %d evenings %d\n", event_names[event->kind],
           screen_names[game->screen], card ? phase_names[game->play.phase] : "-",
           card ? game->play.card->id : "-", game->evening.place, game->streak.lifetime_days);
    fflush(stdout);
}

int run_play(const Options *options) {
    static App app;
    Diag diag = {0};
    char folder[FILES_PATH_MAX], line[APP_NOTICE_MAX];
    Err err = files_data_dir(options->data_dir, folder, &diag);
    if (!err) {
        err = app_open(&app, options, false, &diag);
    }
    if (err) {
        diag_print(&diag, line, (int)sizeof line);
        fprintf(stderr, "%s\n", line);
        app_close(&app);
        return 1;
    }
    app_watch(&app); /* how things stand now */
    app.on_event = options->tells ? tell : NULL;
    app.on_event_context = &app;
    app_paint(&app); /* the valley is up before the couple's file and the sound are opened */
    app_load(&app, folder);
    app_paint(&app);
    app.fades = true;
    app_start_sound(&app);
    input_start_pads(app.input);
    loop(&app);
    remember_window(&app, folder);
    int status = app.is_blocked ? 1 : 0;
    app_close(&app);
    return status;
}
