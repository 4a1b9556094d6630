/* SPDX-License-Identifier: MIT */
/* Notices changed decks by their files' times and sizes. */
#include "app_watch.h"

#include "hash.h"

/* Of all decks and texts that the game was made from. */
static uint64_t stamp_of(const App *app) {
    uint64_t stamp = hash_u64(HASH_START, files_stamp(app->levels_dir, ".yaml"));
    return hash_u64(stamp, files_stamp(app->content.own_dir, ".yaml"));
}

bool app_watch(App *app) {
    int64_t now_ms = app_now_ms(app);
    if (!app->options.watches || app->is_blocked || now_ms < app->watch_due_ms) {
        return false;
    }
    app->watch_due_ms = now_ms + APP_WATCH_MS;
    uint64_t stamp = stamp_of(app);
    bool is_first = app->watch_stamp == 0;
    bool is_new = stamp != app->watch_stamp;
    app->watch_stamp = stamp;
    if (is_first || !is_new) {
        return false;
    }
    app_reload_content(app);
    return true;
}
