/* SPDX-License-Identifier: MIT */
/* Carries out what the settings ask about removing everything, and says in words how it went. */
#include "app_remove.h"

#include "app_history.h"
#include "dates.h"

static bool has_unsaved(const App *app) {
    for (int i = 0; i < APP_PENDING_MAX; i++) {
        if (app->pending[i].ticket != 0) {
            return true;
        }
    }
    return false;
}

/* Nothing of the couple's may stay behind in the program either. */
static void forget(App *app) {
    for (int i = 0; i < APP_PENDING_MAX; i++) {
        app->pending[i] = (Pending){0};
    }
    app->memory = (ScreenMemory){.country = -1};
}

static void put_aside(App *app) {
    Diag diag = {0};
    char date[DATE_TEXT_MAX];
    Day today = app_history_today(app);
    if (store_put_aside(app->store, today, &diag) != ERR_OK) {
        app_history_problem(app, &diag);
        return;
    }
    forget(app);
    app_history_reload(app);
    date_print(&app->content.strings, today + STORE_ASIDE_DAYS, today, date);
    app_history_say(app, "kept.removed-now", "date", date);
}

/* What could not be erased is told; the rest is gone. */
static void erase(App *app) {
    Diag diag = {0};
    Err err = store_erase(app->store, &diag);
    forget(app);
    app_history_reload(app);
    if (err) {
        app_history_problem(app, &diag);
    } else {
        app_history_say(app, "kept.erased", "", "");
    }
}

static void bring_back(App *app, const StoreAside *aside) {
    Diag diag = {0};
    bool is_swapped = app->game->first_run_done;
    Err err = store_bring_back(app->store, aside, app_history_today(app), &diag);
    if (err == ERR_OK) {
        forget(app);
    }
    app_history_reload(app);
    if (err || diag.message[0]) {
        app_history_problem(app, &diag);
    } else if (!app->is_blocked) {
        app_history_say(app, is_swapped ? "kept.brought-back-swapped" : "kept.brought-back", "",
                        "");
    }
}

static void join(App *app, const StoreAside *aside) {
    Diag diag = {0};
    StoreMerged merged = {0};
    if (store_merge_aside(app->store, aside, &merged, &diag) != ERR_OK) {
        app_history_problem(app, &diag);
        return;
    }
    app_history_reload(app);
    if (!app->is_blocked) {
        app_history_merged(app, &merged);
    }
}

static void erase_aside(App *app, const StoreAside *aside) {
    Diag diag = {0};
    if (store_erase_aside(app->store, aside, &diag) != ERR_OK) {
        app_history_problem(app, &diag);
    } else {
        app_history_say(app, "kept.erased-aside", "", "");
    }
}

void app_remove(App *app, HistoryAct act, int index) {
    bool is_listed = index >= 0 && index < app->kept.aside_count;
    const StoreAside *aside = is_listed ? &app->asides[index] : NULL;
    if (act == HISTORY_ERASE) {
        erase(app);
    } else if (act == HISTORY_ERASE_ASIDE && aside) {
        erase_aside(app, aside);
    } else if (has_unsaved(app)) {
        app_history_say(app, "kept.unsaved", "", "");
    } else if (act == HISTORY_REMOVE) {
        put_aside(app);
    } else if (act == HISTORY_BRING_BACK && aside) {
        bring_back(app, aside);
    } else if (act == HISTORY_JOIN && aside) {
        join(app, aside);
    }
}

void app_remove_expire(App *app) {
    Diag diag = {0};
    if (app->is_blocked || app->game->streak.clock_looks_wrong) {
        return;
    }
    if (store_expire(app->store, app_history_today(app), &diag) != ERR_OK) {
        app_history_problem(app, &diag);
    } else if (!app->game->first_run_done && !app->notice[0] &&
               store_list_asides(app->store, app->asides) > 0) {
        app_history_say(app, "kept.removed-still", "", "");
    }
}
