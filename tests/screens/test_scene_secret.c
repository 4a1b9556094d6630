/* SPDX-License-Identifier: MIT */
/* A scene's two secret buttons look the same after a press, whichever it was and on whatever it was
 * pressed, also once somebody else touches a key. */
#include "app_kit.h"
#include "puppet.h"
#include "shot_states.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const Shot *running_scene(void) {
    for (int i = 0; i < SHOT_COUNT; i++) {
        if (strcmp(shot_states[i].name, "scene-runs") == 0) {
            return &shot_states[i];
        }
    }
    fail_msg("no such picture");
    return NULL;
}

/* The frame after one of player 1's buttons was pressed, and then one of player 2's keys. */
static uint64_t frame_after(SceneMark mark, bool by_touch) {
    app_kit_open(&(AppKit){0});
    shot_set(&app, running_scene(), &shot_looks[0]);
    puppet_wait(&app, 2000);
    app.game->play.show.press_count[0] = app.game->play.show.press_count[1] = 0;
    assert_true(puppet_click(&app, "seen", (int)mark, 33, by_touch));
    assert_true(puppet_key(&app, "U"));
    puppet_wait(&app, 2000);
    const SceneShow *show = &app.game->play.show;
    assert_int_equal(show->press_count[0], 1);
    assert_int_equal(show->press_count[1], 1);
    assert_int_equal(show->presses[0][0].mark, mark);
    app_build(&app, NULL);
    uint64_t hash = draw_hash(app.list);
    app_close(&app);
    return hash;
}

static void test_no_button_shows(void **state) {
    (void)state;
    for (int by_touch = 0; by_touch < 2; by_touch++) {
        uint64_t bid = frame_after(SCENE_MARK_BID, by_touch);
        assert_true(bid == frame_after(SCENE_MARK_TURN_AWAY, by_touch));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_no_button_shows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
