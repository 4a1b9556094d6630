/* SPDX-License-Identifier: MIT */
/* One-handed play: a whole evening of two by arrows, Enter and Esc alone, unseen by the other. */
#include "app_kit.h"
#include "puppet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>

static void open_app(void) {
    app_kit_open(&(AppKit){0});
    app.game->screen = SCREEN_HOME;
    app.game->first_run_done = true;
    app.game->settings[SETTING_ONE_HAND] = 1;
    app.game->settings[SETTING_HOLD] = 1; /* nothing is to be held all the same */
    puppet_wait(&app, 66);
}

static void key(const char *name) {
    assert_true(puppet_key(&app, name));
    puppet_wait(&app, 66);
}

/* By arrows only, each towards the control. */
static void go_to(const char *name, int index) {
    for (int i = 0; i < 40; i++) {
        const UiSeen *to = ui_find(app.ui, name, index), *at = NULL;
        assert_non_null(to);
        if (app.ui->focus == to->id) {
            return;
        }
        for (int k = 0; k < app.ui->seen_count; k++) {
            at = app.ui->seen[k].id == app.ui->focus ? &app.ui->seen[k] : at;
        }
        float dx = at ? to->rect.x + to->rect.w / 2 - at->rect.x - at->rect.w / 2 : 0;
        float dy = at ? to->rect.y + to->rect.h / 2 - at->rect.y - at->rect.h / 2 : 1;
        bool across = fabsf(dy) < 20 || (i % 3 == 2 && fabsf(dx) > 20);
        key(across ? (dx < 0 ? "Left" : "Right") : dy < 0 ? "Up" : "Down");
    }
    fail_msg("arrows alone don't reach %s %d", name, index);
}

static void choose(const char *name, int index) {
    go_to(name, index);
    key("Return");
}

/* One step of whatever lies on the table. */
static void step(void) {
    static const char *const rows[] = {"land.got-it", "land.seriously", "land.cared"};
    const Play *play = &app.game->play;
    if (app.game->screen != SCREEN_CARD || !play->card) {
        key("Return");
    } else if (game_reads_secretly(app.game)) {
        int holder = play->holder;
        key("Return"); /* one press, not held */
        assert_true(play->uncovered);
        assert_int_equal(play->holder, holder);
    } else if (play->phase == PHASE_PICK && game_has_answers(app.game)) {
        choose("answer", play->holder);
    } else if (play->phase == PHASE_LAND) {
        for (int row = 0; row < LANDING_ROWS; row++) {
            choose(rows[row], 1);
        }
        choose("send", 0);
    } else if (game_scene_runs(app.game) && play->show.press_count[play->holder - 1] == 0) {
        choose("seen", (play->holder - 1) * SCENE_MARK_COUNT + SCENE_MARK_TURN_AWAY);
        assert_int_equal(play->show.press_count[play->holder - 1], 1);
        go_to("next-line", 0);
    } else {
        key("Return");
    }
}

static void an_evening_by_arrows_enter_and_esc(void **state) {
    (void)state;
    open_app();
    int covers = 0, steps = 0;
    for (int i = 0; i < 2 && app.game->screen == SCREEN_HOME; i++) {
        choose(i ? "here2" : "here1", 0);
    }
    for (; app.game->screen != SCREEN_LANTERN && steps < 90; steps++) {
        covers += app.game->screen == SCREEN_CARD && game_reads_secretly(app.game);
        step();
    }
    assert_int_equal(app.game->screen, SCREEN_LANTERN);
    assert_true(app.game->evening.cards_done);
    assert_true(covers >= 5); /* each of the two at both cards of secrets, and the landing */
    app_close(&app);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_evening_by_arrows_enter_and_esc),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
