/* SPDX-License-Identifier: MIT */
/* A stone on its way, halfway through: it flies or falls; for those who want it calm it fades. */
#include "app_kit.h"
#include "shot_states.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static const Look lively = {"lively", THEME_CHOICE_DAY, 100, 0};
static const Look calm = {"calm", THEME_CHOICE_DAY, 100, 1};

static int open_app(void **state) {
    (void)state;
    app_kit_open(&(AppKit){0});
    return 0;
}

static void open_shot(const char *name, const Look *look) {
    for (int i = 0; i < SHOT_COUNT; i++) {
        if (strcmp(shot_states[i].name, name) == 0) {
            shot_set(&app, &shot_states[i], look);
            app_build(&app, NULL); /* of this moment on its faces change */
            return;
        }
    }
    fail_msg("there is no state %s", name);
}

static void build_after(int ms) {
    app_advance(&app, ms);
    app_build(&app, NULL);
}

/* The last sprite of that name in the frame now; null if there is none. */
static const DrawCmd *sprite(const char *name) {
    const DrawCmd *found = NULL;
    for (int i = 0; i < app.list->cmd_count; i++) {
        const DrawCmd *cmd = &app.list->cmds[i];
        if (cmd->kind == DRAW_SPRITE &&
            strcmp(app.list->bytes + cmd->sprite.first_byte, name) == 0) {
            found = cmd;
        }
    }
    return found;
}

static int see_through_sprites(void) {
    int count = 0;
    for (int i = 0; i < app.list->cmd_count; i++) {
        const DrawCmd *cmd = &app.list->cmds[i];
        const char *name = app.list->bytes + cmd->sprite.first_byte;
        count += cmd->kind == DRAW_SPRITE && strncmp(name, "day/wall/", 9) == 0 &&
                 cmd->alpha > 100 && cmd->alpha < 160;
    }
    return count;
}

static void a_wall_stone_falls(void **state) {
    (void)state;
    open_shot("respond-reveal-wall", &lively);
    build_after(300);
    const DrawCmd *falling = sprite("day/wall/new");
    assert_non_null(falling);
    float high = falling->sprite.at.y;
    assert_int_equal(falling->alpha, 255);
    build_after(1000);
    assert_true(sprite("day/wall/new")->sprite.at.y > high + 10);
}

static void a_calm_wall_stone_fades_in_where_it_lies(void **state) {
    (void)state;
    open_shot("respond-reveal-wall", &calm);
    assert_null(sprite("day/wall/new"));
    build_after(140 + 125);
    const DrawCmd *fading = sprite("day/wall/new");
    assert_non_null(fading);
    float lies = fading->sprite.at.y;
    assert_in_range(fading->alpha, 110, 145);
    assert_true(app.ui->wants_frames);
    build_after(200);
    assert_int_equal(sprite("day/wall/new")->alpha, 255);
    assert_true(sprite("day/wall/new")->sprite.at.y == lies);
}

static void a_stone_for_the_bridge_flies_or_fades(void **state) {
    (void)state;
    open_shot("respond-reveal", &lively);
    build_after(660 + 450);
    assert_non_null(sprite("day/stone/glow"));
    open_shot("respond-reveal", &calm);
    build_after(660 + 100); /* halfway out of the wall */
    assert_null(sprite("day/stone/glow"));
    assert_true(see_through_sprites() > 0);
    assert_true(app.ui->wants_frames);
    build_after(1000);
    assert_int_equal(see_through_sprites(), 0);
    assert_false(app.ui->wants_frames);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wall_stone_falls),
        cmocka_unit_test(a_calm_wall_stone_fades_in_where_it_lies),
        cmocka_unit_test(a_stone_for_the_bridge_flies_or_fades),
    };
    return cmocka_run_group_tests(tests, open_app, app_kit_close);
}
