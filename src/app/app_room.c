/* SPDX-License-Identifier: MIT */
/* Writes a workshop's plan to print, or its report, and says in words where it went. */
#include "app_room.h"

#include "room_paper.h"
#include "text.h"

#include <stdio.h>

static Err write_page(const char *folder, const char *name, const Page *page, Diag *diag,
                      char path[FILES_PATH_MAX]) {
    if (page->is_out_of_memory || !page->bytes) {
        return diag_set(diag, ERR_MEMORY, name, 0, 0, "There is too little memory to write this.");
    }
    Err err = files_join(folder, name, path, diag);
    return err ? err : files_write(path, page->bytes, page->size, diag);
}

static Err write_plan(const App *app, const char *folder, char path[FILES_PATH_MAX], Diag *diag) {
    const Plan *plan = app->game->lead.plan;
    char name[80];
    Page page = {0};
    snprintf(name, sizeof name, "tiny-bridges-%s.html", plan->id);
    room_paper_plan(&page, &app->content.strings, plan);
    Err err = write_page(folder, name, &page, diag, path);
    page_free(&page);
    return err;
}

static Err write_report(const App *app, const char *folder, char path[FILES_PATH_MAX],
                        Diag *diag) {
    const Lead *lead = &app->game->lead;
    char day[11], name[80], table[FILES_PATH_MAX];
    Page page = {0}, cells = {0};
    day_print(day_today(clock_now(&app->clock), 0), day);
    room_paper_report(&page, &app->content.strings, lead, day);
    room_paper_table(&cells, &app->content.strings, lead, day);
    snprintf(name, sizeof name, "tiny-bridges-workshop-%s.csv", day);
    Err err = write_page(folder, name, &cells, diag, table);
    snprintf(name, sizeof name, "tiny-bridges-workshop-%s.html", day);
    err = err ? err : write_page(folder, name, &page, diag, path);
    page_free(&page);
    page_free(&cells);
    return err;
}

void app_room_write(App *app, RoomFiles what, const char *folder) {
    char path[FILES_PATH_MAX];
    Diag diag = {0};
    const char *to = folder[0] ? folder : app->share_folder;
    if (!app->game->lead.plan) {
        return;
    }
    Err err = what == ROOM_FILES_PRINT ? write_plan(app, to, path, &diag)
                                       : write_report(app, to, path, &diag);
    app->memory.notice_read = 0;
    if (err) {
        diag_print(&diag, app->notice, (int)sizeof app->notice);
        return;
    }
    const StringArg arg = {"path", path};
    strings_format(&app->content.strings, app->notice, sizeof app->notice, "room.saved", &arg, 1);
}
