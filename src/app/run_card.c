/* SPDX-License-Identifier: MIT */
/* Pictures of one card as it will look, for those who write it. */
#include "puppet.h"
#include "shot_states.h"

#include <stdio.h>

static const Look looks[] = {{"100", THEME_CHOICE_DAY, 100, 1}, {"200", THEME_CHOICE_DAY, 200, 1}};

/* The states in which such a card is on the screen: being picked, and revealed. */
static bool shows_card(const Shot *shot, const Card *card) {
    CardKind kind = card->kind;
    switch (shot->screen) {
    case SCREEN_CARD:
        return shot->kind == kind && !shot->in_turn &&
               (shot->phase == PHASE_PICK || shot->phase == PHASE_REVEAL);
    case SCREEN_CHALLENGE: return kind == CARD_DO;
    case SCREEN_TINY: return kind == CARD_TINY && card->act != TINY_ALONE;
    case SCREEN_ALONE: return kind == CARD_TINY && card->act == TINY_ALONE;
    default: return false;
    }
}

static Err take(App *app, const Shot *shot, const Look *look, Diag *diag) {
    char name[128], path[FILES_PATH_MAX];
    shot_set(app, shot, look);
    puppet_wait(app, 33);
    puppet_wait(app, 2600);
    snprintf(name, sizeof name, "%s-%s-%s.png", shot->card, shot->name, look->name);
    Err err = files_join(app->options.out, name, path, diag);
    err = err ? err : app_save_picture(app, path, diag);
    if (!err) {
        puts(path);
    }
    return err;
}

static Err take_all(App *app, const Card *card, Diag *diag) {
    Err err = ERR_OK;
    int count = 0;
    for (int i = 0; i < SHOT_COUNT && !err; i++) {
        Shot shot = shot_states[i];
        shot.card = card->id;
        if (!shows_card(&shot, card)) {
            continue;
        }
        for (size_t l = 0; l < sizeof looks / sizeof looks[0] && !err; l++) {
            err = take(app, &shot, &looks[l], diag);
            count++;
        }
    }
    if (!err && count == 0) {
        err = diag_set(diag, ERR_NOT_FOUND, NULL, 0, 0,
                       "Cards of the kind “%s” are not dealt, so there is nothing to show.",
                       card_kind_names[card->kind]);
    }
    return err;
}

int run_card(const Options *options) {
    static App app;
    Options card_options = *options;
    Diag diag = {0};
    card_options.out = options->out ? options->out : ".";
    card_options.has_now = now_parse("2026-10-09T17:10+02:00", &card_options.now);
    card_options.has_seed = true;
    Err err = files_make_dir(card_options.out, &diag);
    err = err ? err : app_open(&app, &card_options, true, &diag);
    if (!err) {
        app_load(&app, NULL);
        const Card *card = card_find(app.world.cards, options->card);
        err = card ? take_all(&app, card, &diag)
                   : diag_set(&diag, ERR_NOT_FOUND, NULL, 0, 0, "There is no card “%s”.",
                              options->card);
    }
    if (err) {
        char line[APP_NOTICE_MAX];
        diag_print(&diag, line, (int)sizeof line);
        fprintf(stderr, "%s\n", line);
    }
    app_close(&app);
    return err ? 1 : 0;
}
