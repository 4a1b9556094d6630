/* SPDX-License-Identifier: MIT */
/* Movements of STYLE.md section 5 on their way: stones, eyelids, cards, buttons; and calm ones. */
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

/* How often somebody blinks in half a minute at home, and whether both ever do at once. */
static void they_blink_each_in_their_own_time(void **state) {
    (void)state;
    int64_t last_ms[2] = {0};
    int blinks[2] = {0};
    bool was[2] = {false};
    open_shot("home", &lively);
    for (int ms = 0; ms < 30000; ms += 20) {
        bool closed[2];
        int nth = 0;
        for (int i = 0; i < app.list->cmd_count && nth < 2; i++) {
            const DrawCmd *cmd = &app.list->cmds[i];
            if (cmd->kind == DRAW_PERSON && cmd->person.full_figure) {
                closed[nth++] = cmd->person.blink;
            }
        }
        assert_int_equal(nth, 2);
        assert_false(closed[0] && closed[1]);
        for (int i = 0; i < 2; i++) {
            if (closed[i] && !was[i]) {
                assert_true(blinks[i] == 0 || (ms - last_ms[i] >= 3000 && ms - last_ms[i] <= 6000));
                last_ms[i] = ms;
                blinks[i]++;
            }
            was[i] = closed[i];
        }
        build_after(20);
    }
    assert_in_range(blinks[0], 5, 10);
    assert_in_range(blinks[1], 5, 10);
}

static const UiNode *node(const char *name) {
    const UiSeen *control = ui_find(app.ui, name, 0);
    UiId id = control ? control->id : ui_id(app.ui, name, 0);
    for (int i = 0; i < app.ui->node_count; i++) {
        if (app.ui->nodes[i].id == id) {
            return &app.ui->nodes[i];
        }
    }
    fail_msg("there is no %s", name);
    return NULL;
}

static void a_card_comes_in_from_below_and_a_calm_one_fades(void **state) {
    (void)state;
    open_shot("respond-reveal", &lively);
    float low = node("reveal")->rect.y;
    assert_int_equal(node("reveal")->box.alpha_off, 255);
    build_after(400);
    assert_true(low - node("reveal")->rect.y > 23);
    assert_int_equal(node("reveal")->box.alpha_off, 0);
    open_shot("respond-reveal", &calm);
    float lies = node("reveal")->rect.y;
    build_after(100);
    assert_in_range(node("reveal")->box.alpha_off, 120, 135);
    assert_true(node("reveal")->rect.y == lies);
    build_after(101);
    assert_int_equal(node("reveal")->box.alpha_off, 0);
}

static void hold_next(const Look *look, int ms) {
    open_shot("respond-reveal", look);
    build_after(3000);
    app.ui->pointer_down = ui_find(app.ui, "next", 0)->id;
    build_after(16);
    build_after(ms);
}

static void a_held_button_gives_way(void **state) {
    (void)state;
    hold_next(&lively, 45);
    float half = node("next")->box.shrunk;
    assert_true(half > 0.015f && half < 0.029f);
    assert_true(app.ui->wants_frames);
    build_after(60);
    assert_true(node("next")->box.shrunk > 0.0299f);
    assert_false(app.ui->wants_frames);
    hold_next(&calm, 45);
    assert_true(node("next")->box.shrunk == 0);
    app.ui->pointer_down = 0;
}

/* The face of the close-up: the frame's person who isn't a whole figure. */
static PersonFace close_up(void) {
    for (int i = 0; i < app.list->cmd_count; i++) {
        const DrawCmd *cmd = &app.list->cmds[i];
        if (cmd->kind == DRAW_PERSON && !cmd->person.full_figure) {
            return cmd->person.face;
        }
    }
    fail_msg("there is no close-up");
    return PERSON_NEUTRAL;
}

static void a_face_feels_first_and_thinks_then(void **state) {
    (void)state;
    open_shot("respond-reveal-wall", &lively);
    assert_int_equal(close_up(), PERSON_HURT);
    app.game->play.outcome.repaired = true;
    build_after(16);
    assert_int_equal(close_up(), PERSON_SURPRISED);
    build_after(590);
    assert_int_equal(close_up(), PERSON_SURPRISED);
    assert_true(app.ui->wants_frames);
    build_after(20);
    assert_int_equal(close_up(), PERSON_RELIEVED);
    open_shot("respond-reveal", &lively); /* of turn 4: nothing changes that */
    build_after(700);
    assert_int_equal(close_up(), PERSON_TOUCHED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wall_stone_falls),
        cmocka_unit_test(a_calm_wall_stone_fades_in_where_it_lies),
        cmocka_unit_test(a_stone_for_the_bridge_flies_or_fades),
        cmocka_unit_test(a_face_feels_first_and_thinks_then),
        cmocka_unit_test(they_blink_each_in_their_own_time),
        cmocka_unit_test(a_card_comes_in_from_below_and_a_calm_one_fades),
        cmocka_unit_test(a_held_button_gives_way),
    };
    return cmocka_run_group_tests(tests, open_app, app_kit_close);
}
