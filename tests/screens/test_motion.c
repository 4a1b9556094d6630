/* SPDX-License-Identifier: MIT */
/* What moves, halfway through: heads between the tilts of two faces, and not for those who want it
 * calm. */
#include "app_kit.h"
#include "puppet.h"
#include "shot_states.h"
#include "widgets.h"

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

/* The n-th person of the frame now. */
static const DrawPerson *person(int nth) {
    for (int i = 0; i < app.list->cmd_count; i++) {
        if (app.list->cmds[i].kind == DRAW_PERSON && nth-- == 0) {
            return &app.list->cmds[i].person;
        }
    }
    fail_msg("fewer people");
    return NULL;
}

static void build_after(int ms) {
    app_advance(&app, ms);
    app_build(&app, NULL);
}

static void heads_tilt_after_the_faces_have_changed(void **state) {
    (void)state;
    open_shot("respond-reveal", &lively);
    build_after(16);
    assert_in_range((int)(person(0)->tilt_back * 100), 90, 99);
    assert_int_equal(person(0)->face_from, PERSON_NEUTRAL);
    build_after(114); /* 130 of 260 ms */
    assert_in_range((int)(person(0)->tilt_back * 100), 45, 55);
    assert_true(app.ui->wants_frames);
    build_after(35); /* 165: past the cross-fade */
    assert_true(person(0)->face_mix == 1);
    assert_true(person(0)->tilt_back > 0);
    build_after(100);
    assert_true(person(0)->tilt_back == 0);
}

static void calm_heads_do_not_travel(void **state) {
    (void)state;
    open_shot("respond-reveal", &calm);
    build_after(80);
    assert_in_range((int)(person(0)->face_mix * 100), 40, 60);
    assert_true(person(0)->tilt_back == 0);
    build_after(90);
    assert_true(person(0)->face_mix == 1);
}

static void show_face(Ui *ui, int at_ms, PersonFace face, DrawPerson *drawn) {
    ui_begin(ui, app.list, 1280, 720, NULL, at_ms);
    ui_face(ui, ui_id(ui, "face", 0), PERSON_NEUTRAL, face, drawn);
    ui_end(ui);
}

/* Whoever is hurt and then relieved isn't neutral for a moment in between. */
static void a_face_turns_from_the_one_before(void **state) {
    (void)state;
    static Ui ui;
    ui_init(&ui);
    ui.measure = app.ui->measure;
    DrawPerson drawn = {0};
    show_face(&ui, 1000, PERSON_HURT, &drawn);
    show_face(&ui, 2000, PERSON_HURT, &drawn);
    assert_true(drawn.face_mix == 1 && drawn.tilt_back == 0);
    assert_false(ui.wants_frames);
    show_face(&ui, 2016, PERSON_RELIEVED, &drawn);
    assert_int_equal(drawn.face_from, PERSON_HURT);
    assert_true(drawn.face_mix == 0 && drawn.tilt_back == 1 && ui.wants_frames);
    show_face(&ui, 2096, PERSON_RELIEVED, &drawn);
    assert_in_range((int)(drawn.face_mix * 100), 45, 55);
    show_face(&ui, 2300, PERSON_RELIEVED, &drawn);
    assert_true(drawn.face_mix == 1 && drawn.tilt_back == 0);
    assert_false(ui.wants_frames);
}

static float cloud_x(void) {
    for (int i = 0; i < app.list->cmd_count; i++) {
        const DrawCmd *cmd = &app.list->cmds[i];
        if (cmd->kind == DRAW_SPRITE &&
            strcmp(app.list->bytes + cmd->sprite.first_byte, "day/cloud") == 0) {
            return cmd->sprite.at.x;
        }
    }
    fail_msg("no cloud");
    return 0;
}

static void clouds_drift(void **state) {
    (void)state;
    open_shot("home", &lively);
    float x = cloud_x();
    build_after(3000);
    float moved = cloud_x() - x;
    assert_true(moved == 12 || moved < -1280); /* that one came in again */
    open_shot("home", &calm);
    x = cloud_x();
    build_after(3000);
    assert_true(cloud_x() == x);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heads_tilt_after_the_faces_have_changed),
        cmocka_unit_test(calm_heads_do_not_travel),
        cmocka_unit_test(a_face_turns_from_the_one_before),
        cmocka_unit_test(clouds_drift),
    };
    return cmocka_run_group_tests(tests, open_app, app_kit_close);
}
