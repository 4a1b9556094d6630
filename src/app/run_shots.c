/* SPDX-License-Identifier: MIT */
/* Pictures of every screen in the states that matter, and a contact sheet of them all. */
#include "picture.h"
#include "puppet.h"
#include "shot_states.h"

#include <stdio.h>

enum { SHEET_COLUMNS = 5, THUMB_W = 400, THUMB_H = 225 };

typedef struct ContactSheet {
    SDL_Surface *surface;
    int count;
} ContactSheet;

static void add_to_sheet(ContactSheet *sheet, SDL_Surface *picture) {
    SDL_Rect place = {sheet->count % SHEET_COLUMNS * THUMB_W,
                      sheet->count / SHEET_COLUMNS * THUMB_H, THUMB_W - 4, THUMB_H - 4};
    SDL_SetSurfaceBlendMode(picture, SDL_BLENDMODE_NONE);
    SDL_BlitScaled(picture, NULL, sheet->surface, &place);
    sheet->count++;
}

static Err take_shot(App *app, const Shot *shot, const Look *look, ContactSheet *sheet,
                     Diag *diag) {
    char name[128], path[FILES_PATH_MAX];
    shot_set(app, shot, look);
    puppet_wait(app, 33);
    puppet_wait(app, 2600);
    snprintf(name, sizeof name, "%s-%s.png", shot->name, look->name);
    Err err = files_join(app->options.out, name, path, diag);
    if (!err) {
        err = app_save_picture(app, path, diag);
    }
    if (!err && sheet->surface) {
        add_to_sheet(sheet, window_surface(app->window));
    }
    return err;
}

static Err take_all(App *app, Diag *diag) {
    int rows = (SHOT_COUNT * LOOK_COUNT + SHEET_COLUMNS - 1) / SHEET_COLUMNS;
    ContactSheet sheet = {SDL_CreateRGBSurfaceWithFormat(0, SHEET_COLUMNS * THUMB_W, rows * THUMB_H,
                                                         32, SDL_PIXELFORMAT_ARGB8888),
                          0};
    Err err = ERR_OK;
    for (int l = 0; l < LOOK_COUNT && !err; l++) {
        for (int s = 0; s < SHOT_COUNT && !err; s++) {
            err = take_shot(app, &shot_states[s], &shot_looks[l], &sheet, diag);
        }
    }
    char path[FILES_PATH_MAX];
    if (!err && sheet.surface) {
        err = files_join(app->options.out, "contact-sheet.png", path, diag);
        err = err ? err : picture_save(sheet.surface, path, diag);
    }
    if (!err && sheet.surface) {
        printf("%d pictures, and all of them on %s\n", sheet.count, path);
    }
    SDL_FreeSurface(sheet.surface);
    return err;
}

int run_shots(const Options *options) {
    static App app;
    Options shot_options = *options;
    Diag diag = {0};
    if (!shot_options.out) {
        shot_options.out = "shots";
    }
    if (!shot_options.has_now) {
        shot_options.has_now = now_parse("2026-10-09T17:10+02:00", &shot_options.now);
    }
    shot_options.has_seed = true;
    Err err = files_make_dir(shot_options.out, &diag);
    if (!err) {
        err = app_open(&app, &shot_options, true, &diag);
    }
    if (!err) {
        app_load(&app, NULL);
        err = take_all(&app, &diag);
    }
    if (err) {
        char line[APP_NOTICE_MAX];
        diag_print(&diag, line, (int)sizeof line);
        fprintf(stderr, "%s\n", line);
    }
    app_close(&app);
    return err ? 1 : 0;
}
