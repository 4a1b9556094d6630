/* SPDX-License-Identifier: MIT */
/* What the game asks of the world: saving, sound, being woken, leaving. */
#include "app_effects.h"

#include "app.h"
#include "app_history.h"
#include "app_keys.h"
#include "app_phones.h"
#include "app_room.h"
#include "text.h"

#include <string.h>

_Static_assert((int)CUE_COUNT == (int)AUDIO_CUE_COUNT, "the game and the sound know the same cues");

enum { CAPTION_MS = 2500, DUCK_MS = 1500 };

void app_wake_window(void *context) {
    (void)context;
    window_wake();
}

static Pending *pending_free(App *app) {
    for (int i = 0; i < APP_PENDING_MAX; i++) {
        if (app->pending[i].ticket == 0) {
            return &app->pending[i];
        }
    }
    return NULL;
}

static void send(App *app, Pending *pending) {
    pending->ticket = store_append(app->store, pending->facts, pending->count,
                                   pending->has_mark ? pending->mark : NULL);
    if (pending->ticket == 0) {
        pending->ticket = -1; /* the queue is full: as a failed saving, to be tried again */
    }
}

/* All facts of one event, and its bookmark, as one transaction. */
static void save(App *app, const Effects *effects) {
    Pending *pending = pending_free(app);
    if (!pending || !app->store) {
        return;
    }
    *pending = (Pending){0};
    for (int i = 0; i < effects->count; i++) {
        const Effect *effect = &effects->items[i];
        if (effect->kind == EFFECT_SAVE) {
            pending->facts[pending->count++] = effect->fact;
        } else if (effect->kind == EFFECT_MARK) {
            pending->has_mark = true;
            text_copy(pending->mark, sizeof pending->mark, effect->text);
        }
    }
    if (pending->count > 0 || pending->has_mark) {
        store_give_ids(pending->facts, pending->count);
        send(app, pending);
    }
}

static void retry(App *app) {
    for (int i = 0; i < APP_PENDING_MAX; i++) {
        if (app->pending[i].ticket == -1) {
            send(app, &app->pending[i]);
        }
    }
}

static void play_sound(App *app, const Effect *effect) {
    audio_play(app->audio, (AudioCue)effect->cue, effect->player, effect->delay_ms);
    if (effect->cue == CUE_STONE || effect->cue == CUE_WALL) {
        audio_duck(app->audio, effect->delay_ms + DUCK_MS);
    }
    if (effect->cue >= CUE_STONE) {
        app->caption_cue = effect->cue;
        bool stays = app->game->settings[SETTING_THINK] != 0; /* until the next press */
        app->caption_until_ms =
            stays ? APP_STAYS_MS : app_now_ms(app) + effect->delay_ms + CAPTION_MS;
    }
}

static void wake_at(App *app, int64_t utc_ms) {
    if (app->wake_utc_ms == 0 || utc_ms < app->wake_utc_ms) {
        app->wake_utc_ms = utc_ms;
    }
}

static void follow_settings(App *app) {
    const int *settings = app->game->settings;
    if (settings[SETTING_MUSIC] != app->music_volume ||
        settings[SETTING_EFFECTS] != app->effects_volume) {
        app->music_volume = settings[SETTING_MUSIC];
        app->effects_volume = settings[SETTING_EFFECTS];
        audio_set_volumes(app->audio, app->music_volume, app->effects_volume);
    }
}

void app_dispatch(App *app, const Event *event) {
    if (app->is_loading || app->is_blocked) {
        app->quits |= event->kind == EV_LEAVE;
        return;
    }
    static Effects effects; /* large, and needed only within this call */
    clock_zone(&app->clock, app->zone);
    bool is_press =
        event->kind != EV_TICK && event->kind != EV_SAVED && event->kind != EV_SAVE_FAILED;
    if (is_press && app->caption_until_ms == APP_STAYS_MS) {
        app->caption_until_ms = 0;
    }
    bool was_full = app->game->settings[SETTING_FULLSCREEN] != 0;
    game_update(app->game, &app->world, event, clock_now(&app->clock), &effects);
    save(app, &effects);
    for (int i = 0; i < effects.count; i++) {
        const Effect *effect = &effects.items[i];
        switch (effect->kind) {
        case EFFECT_SAVE:
        case EFFECT_MARK: break;
        case EFFECT_SOUND: play_sound(app, effect); break;
        case EFFECT_WAKE: wake_at(app, effect->utc_ms); break;
        case EFFECT_RETRY: retry(app); break;
        case EFFECT_HISTORY:
            app->history_act = effect->history_act;
            app->history_index = effect->index;
            app->has_history_act = true;
            break;
        case EFFECT_OTHER_NET: app_phones_other_net(app); break;
        case EFFECT_ROOM_FILES:
            app_room_write(app, (RoomFiles)effect->index, effect->text);
            break;
        case EFFECT_QUIT: app->quits = true; break;
        }
    }
    bool is_full = app->game->settings[SETTING_FULLSCREEN] != 0;
    if (!app->headless && is_full != was_full && event->kind == EV_SETTING) {
        window_set_fullscreen(app->window, is_full);
    }
    follow_settings(app);
    if (event->kind == EV_KEYS) {
        app_keys_apply(app);
    }
    if (app->on_event) {
        app->on_event(app->on_event_context, event);
    }
    if (app->has_history_act) { /* last, as it may begin the game anew */
        app->has_history_act = false;
        app_history(app, app->history_act, app->history_index);
    }
}

/* A ticket that came back: done, or kept for a retry. True if a couple would notice. */
static bool settle(App *app, int ticket, Err err, const Diag *diag) {
    bool waiting = false;
    for (int i = 0; i < APP_PENDING_MAX; i++) {
        Pending *pending = &app->pending[i];
        if (pending->ticket == ticket) {
            pending->ticket = err ? -1 : 0;
        }
        waiting |= pending->ticket != 0;
    }
    if (err) {
        diag_print(diag, app->notice, (int)sizeof app->notice);
        app_dispatch(app, &(Event){.kind = EV_SAVE_FAILED});
        return true;
    }
    if (waiting) {
        return false;
    }
    if (app->game->save == SAVE_FAILED) {
        app->notice[0] = '\0';
    }
    app_history_tend(app);
    app_dispatch(app, &(Event){.kind = EV_SAVED});
    return true;
}

bool app_take_time(App *app) {
    bool changed = false;
    Err err;
    Diag diag = {0};
    int ticket;
    while (app->store && (ticket = store_poll(app->store, &err, &diag)) > 0) {
        changed |= settle(app, ticket, err, &diag);
    }
    int64_t utc_ms = clock_now(&app->clock).utc_ms;
    if (app->wake_utc_ms && utc_ms >= app->wake_utc_ms) {
        app->wake_utc_ms = 0;
        app_dispatch(app, &(Event){.kind = EV_TICK});
        changed = true;
    }
    return changed;
}
