/* SPDX-License-Identifier: MIT */
/* From picture to picture: screens and themes change little by little, overlays at once, and in the
 * end there is the picture that would have been there anyway. */
#include "app_fade.h"
#include "app_kit.h"
#include "fade_rows.h"
#include "puppet.h"
#include "shot_states.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static const Look lively = {"lively", THEME_CHOICE_DAY, 100, 0};
static const Look calm = {"calm", THEME_CHOICE_DAY, 100, 1};

static int open_app(void **state) {
    (void)state;
    app_kit_open(&(AppKit){.w = 960, .h = 540});
    return 0;
}

static void open_home(const Look *look) {
    app.fades = false;
    shot_set(&app, &shot_states[0], look);
    puppet_wait(&app, 3000);
    app.fades = true;
}

static uint32_t *copy(void) {
    SDL_Surface *surface = window_surface(app.window);
    size_t size = (size_t)surface->pitch * (size_t)surface->h;
    uint32_t *pixels = malloc(size);
    assert_non_null(pixels);
    memcpy(pixels, surface->pixels, size);
    return pixels;
}

/* How far the picture on the screen is from another one, on the average, per pixel. */
static double distance(const uint32_t *pixels) {
    SDL_Surface *surface = window_surface(app.window);
    const uint32_t *shown = surface->pixels;
    double sum = 0;
    int count = surface->w * surface->h;
    for (int i = 0; i < count; i++) {
        for (int shift = 0; shift < 24; shift += 8) {
            sum += abs((int)(shown[i] >> shift & 255) - (int)(pixels[i] >> shift & 255));
        }
    }
    return sum / count;
}

static void go_to_journey(void) {
    app_dispatch(&app, &(Event){.kind = EV_JOURNEY});
    assert_int_equal(app.game->screen, SCREEN_JOURNEY);
}

static void a_screen_comes_little_by_little(void **state) {
    (void)state;
    open_home(&calm);
    uint32_t *before = copy();
    go_to_journey();
    app_paint(&app);
    assert_true(distance(before) < 1);
    puppet_wait(&app, 120);
    double halfway = distance(before);
    assert_true(app.ui->wants_frames);
    puppet_wait(&app, 160);
    assert_false(app.ui->wants_frames);
    assert_null(app.fade.from);
    double whole = distance(before);
    assert_true(halfway > whole * 0.2 && halfway < whole * 0.8);
    uint32_t *after = copy();
    app.force_repaint = true;
    app_paint(&app);
    assert_true(distance(after) < 0.001);
    free(before);
    free(after);
}

static void a_lively_change_takes_longer_and_moves(void **state) {
    (void)state;
    open_home(&lively);
    go_to_journey();
    app_paint(&app);
    assert_true(app.fade.pan > 0);
    puppet_wait(&app, 300);
    assert_non_null(app.fade.from);
    puppet_wait(&app, 120);
    assert_null(app.fade.from);
}

/* Hills of 1, 2, 3 ... with somebody (99) before them. */
static void what_stands_in_front_moves_on_its_own(void **state) {
    (void)state;
    enum { WIDTH = 40 };
    uint32_t ground[WIDTH], row[WIDTH], out[WIDTH];
    for (uint32_t x = 0; x < WIDTH; x++) {
        ground[x] = row[x] = x + 1;
    }
    row[20] = 99;
    fade_row(out, row, ground, WIDTH, 6, 2); /* far away: less than who stands in front */
    assert_int_equal(out[14], 99);
    assert_int_equal(out[13], 16);
    assert_int_equal(out[15], 18);
    assert_int_equal(out[39], 40); /* beyond the edge the last pixel goes on */
    fade_row(out, row, ground, WIDTH, 6, 9); /* near: more */
    assert_int_equal(out[14], 99);
    assert_int_equal(out[15], 25);
    fade_row(out, row, ground, WIDTH, -6, -9);
    assert_int_equal(out[26], 99);
    assert_int_equal(out[25], 17);
    assert_int_equal(out[0], 1);
    fade_row(out, row, ground, WIDTH, 90, 99);
    assert_int_equal(out[0], 40);
}

static void the_hills_pan_unless_it_is_to_be_calm(void **state) {
    (void)state;
    open_home(&lively);
    go_to_journey();
    app_paint(&app);
    assert_non_null(app.fade.ground);
    open_home(&calm);
    go_to_journey();
    app_paint(&app);
    assert_null(app.fade.ground);
    assert_true(app.fade.pan == 0);
}

static void the_theme_takes_a_moment(void **state) {
    (void)state;
    open_home(&calm);
    uint32_t *before = copy();
    app.game->settings[SETTING_THEME] = THEME_CHOICE_EVENING;
    puppet_wait(&app, 33);
    puppet_wait(&app, 600);
    double halfway = distance(before);
    puppet_wait(&app, 700);
    assert_null(app.fade.from);
    assert_true(halfway > distance(before) * 0.3 && halfway < distance(before) * 0.7);
    free(before);
}

static void help_comes_at_once(void **state) {
    (void)state;
    open_home(&lively);
    app_dispatch(&app, &(Event){.kind = EV_OPEN, .value = OVERLAY_HELP});
    app_paint(&app);
    assert_null(app.fade.from);
    open_home(&lively);
    go_to_journey();
    app_paint(&app);
    app_dispatch(&app, &(Event){.kind = EV_OPEN, .value = OVERLAY_HELP});
    app_paint(&app);
    assert_null(app.fade.from); /* even in the middle of a change */
}

static void a_change_in_the_middle_of_one_starts_from_there(void **state) {
    (void)state;
    open_home(&calm);
    go_to_journey();
    puppet_wait(&app, 120);
    uint32_t *middle = copy();
    app_dispatch(&app, &(Event){.kind = EV_BACK});
    app_paint(&app);
    assert_true(distance(middle) < 1);
    puppet_wait(&app, 300);
    uint32_t *end = copy();
    open_home(&calm);
    assert_true(distance(end) < 0.001);
    free(middle);
    free(end);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_screen_comes_little_by_little),
        cmocka_unit_test(a_lively_change_takes_longer_and_moves),
        cmocka_unit_test(what_stands_in_front_moves_on_its_own),
        cmocka_unit_test(the_hills_pan_unless_it_is_to_be_calm),
        cmocka_unit_test(the_theme_takes_a_moment),
        cmocka_unit_test(help_comes_at_once),
        cmocka_unit_test(a_change_in_the_middle_of_one_starts_from_there),
    };
    return cmocka_run_group_tests(tests, open_app, app_kit_close);
}
