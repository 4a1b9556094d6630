/* SPDX-License-Identifier: MIT */
/* Carries out what the settings ask about the couple's file, and says in words how it went. */
#include "app_history.h"

#include "app_remove.h"
#include "dates.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

enum { HOUR_MS = 3600 * 1000 };

void app_history_say(App *app, const char *key, const char *name, const char *value) {
    const StringArg arg = {name, value};
    strings_format(&app->content.strings, app->notice, sizeof app->notice, key, &arg, 1);
    app->memory.notice_read = 0;
}

void app_history_problem(App *app, const Diag *diag) {
    diag_print(diag, app->notice, (int)sizeof app->notice);
    app->memory.notice_read = 0;
}

static bool ends_in(const char *text, const char *end) {
    size_t length = strlen(text), end_length = strlen(end);
    return length >= end_length && text_equal(text + length - end_length, end);
}

static bool note_file(void *context, const char *path) {
    App *app = context;
    Kept *kept = &app->kept;
    bool is_other = !text_equal(path, store_path(app->store));
    if (is_other && (ends_in(path, ".json") || ends_in(path, ".db")) &&
        kept->file_count < KEPT_FILES_MAX) {
        text_copy(kept->files[kept->file_count++], KEPT_PATH_MAX, path);
    }
    return kept->file_count < KEPT_FILES_MAX;
}

Day app_history_today(const App *app) {
    return day_today(clock_now(&app->clock), app->game->settings[SETTING_ROLLOVER]);
}

static void list(App *app) {
    Kept *kept = &app->kept;
    StoreBackup *backups = app->backups;
    *kept = (Kept){.is_listed = true};
    text_copy(kept->path, sizeof kept->path, store_path(app->store));
    text_copy(kept->folder, sizeof kept->folder, app->share_folder);
    kept->backup_count = store_list_backups(app->store, backups);
    for (int i = 0; i < kept->backup_count; i++) {
        kept->backups[i] = (KeptBackup){backups[i].day, backups[i].evenings, backups[i].was_in_use};
    }
    files_list(kept->folder, "tiny-bridges", note_file, app);
    kept->aside_count = store_list_asides(app->store, app->asides);
    for (int i = 0; i < kept->aside_count; i++) {
        const StoreAside *aside = &app->asides[i];
        kept->asides[i] = (KeptAside){aside->day, aside->evenings,
                                      store_days_left(aside, app_history_today(app))};
    }
}

static void export(App *app) {
    char day[11], name[48], path[FILES_PATH_MAX];
    Diag diag = {0};
    day_print(app_history_today(app), day);
    snprintf(name, sizeof name, "tiny-bridges-%s.json", day);
    Err err = files_join(app->share_folder, name, path, &diag);
    err = err ? err : store_export(app->store, path, &diag);
    if (err) {
        app_history_problem(app, &diag);
    } else {
        app_history_say(app, "kept.exported", "path", path);
    }
}

void app_history_reload(App *app) {
    game_init(app->game);
    app->wake_utc_ms = 0;
    app_load_facts(app);
}

void app_history_merged(App *app, const StoreMerged *merged) {
    char evenings[12];
    snprintf(evenings, sizeof evenings, "%d", app->game->streak.lifetime_days);
    const StringArg arg = {"evenings", evenings};
    if (merged->added == 0) {
        app_history_say(app, "kept.merged-nothing", "", "");
        return;
    }
    strings_format_plural(&app->content.strings, app->notice, sizeof app->notice, "kept.merged",
                          merged->added, &arg, 1);
    app->memory.notice_read = 0;
}

/* A copy is made first, so that one can go back. */
static void import(App *app, const char *path) {
    StoreMerged merged = {0};
    Diag diag = {0};
    store_tend(app->store);
    store_flush(app->store);
    Err err = store_merge(app->store, path, &merged, &diag);
    if (err) {
        app_history_problem(app, &diag);
        return;
    }
    app_history_reload(app);
    if (!app->is_blocked) {
        app_history_merged(app, &merged);
    }
}

static void restore(App *app, int index) {
    Diag diag = {0};
    char date[DATE_TEXT_MAX];
    if (index < 0 || index >= app->kept.backup_count) {
        return;
    }
    const StoreBackup *backup = &app->backups[index];
    Err err = store_restore(app->store, backup, &diag);
    if (err) {
        app_history_problem(app, &diag);
        return;
    }
    app_history_reload(app);
    if (!app->is_blocked) {
        date_print(&app->content.strings, backup->day, day_today(clock_now(&app->clock), 0), date);
        app_history_say(app, "kept.restored", "date", date);
    }
}

void app_history(App *app, HistoryAct act, int index) {
    store_flush(app->store);
    app_take_time(app); /* what is on its way is answered before anything is replaced */
    switch (act) {
    case HISTORY_LIST: break;
    case HISTORY_EXPORT: export(app); break;
    case HISTORY_IMPORT:
        if (index >= 0 && index < app->kept.file_count) {
            import(app, app->kept.files[index]);
        }
        break;
    case HISTORY_RESTORE: restore(app, index); break;
    case HISTORY_REMOVE:
    case HISTORY_ERASE:
    case HISTORY_BRING_BACK:
    case HISTORY_JOIN:
    case HISTORY_ERASE_ASIDE: app_remove(app, act, index); break;
    }
    if (!app->is_blocked) {
        list(app);
    }
}

void app_history_drop(App *app, const char *path) {
    if (app->is_loading || app->is_blocked) {
        return;
    }
    if (game_overlay(app->game) != OVERLAY_SETTINGS) {
        app_history_say(app, "kept.drop", "", "");
        return;
    }
    import(app, path);
    app->kept.is_listed = false;
}

void app_history_tend(App *app) {
    int64_t now_ms = app_now_ms(app);
    if (now_ms - app->tended_ms >= HOUR_MS) {
        app->tended_ms = now_ms;
        store_tend(app->store);
    }
}
