/* SPDX-License-Identifier: MIT */
/* What the switches of access change: letters, lines, colours; and a page for one pair of eyes. */
#include "app_kit.h"
#include "palette_tokens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <math.h>

static void open_app(void) {
    app_kit_open(&(AppKit){0});
    app.game->screen = SCREEN_HOME;
    app.game->overlays[0] = OVERLAY_SETTINGS;
    app.game->overlay_count = 1;
}

static uint64_t drawn(void) {
    app_build(&app, NULL); /* begins what moves; it has come to rest three seconds later */
    app_advance(&app, 3000);
    app_build(&app, NULL);
    app_build(&app, NULL);
    return draw_hash(app.list);
}

static double light_of(uint32_t rgb) {
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double light = 0;
    for (int i = 0; i < 3; i++) {
        double part = (double)(rgb >> (16 - 8 * i) & 255) / 255;
        light += weights[i] * (part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return light;
}

static double contrast(uint32_t a, uint32_t b) {
    double x = light_of(a), y = light_of(b);
    return ((x > y ? x : y) + 0.05) / ((x > y ? y : x) + 0.05);
}

static void texts_on_every_panel_are_twelve_to_one(void **state) {
    (void)state;
    static const DrawToken panels[] = {TOKEN_PAPER,     TOKEN_PAPER2, TOKEN_PAPER3,
                                       TOKEN_P1SOFT,    TOKEN_P2SOFT, TOKEN_MOSS_SOFT,
                                       TOKEN_SLATE_SOFT};
    for (int theme = 2; theme < 4; theme++) {
        for (size_t i = 0; i < sizeof panels / sizeof panels[0]; i++) {
            uint32_t panel = theme_rgb[theme][panels[i]];
            assert_true(contrast(theme_rgb[theme][TOKEN_INK], panel) >= 12);
            assert_true(contrast(theme_rgb[theme][TOKEN_INK2], panel) >= 12);
        }
        assert_true(contrast(theme_rgb[theme][TOKEN_LINE], theme_rgb[theme][TOKEN_PAPER]) >= 7);
    }
}

/* How far the scenery at the left edge is from the panels' own colour, on average, 0..255. */
static double scenery_stands_out(void) {
    drawn();
    app.force_repaint = true;
    app_paint(&app);
    SDL_Surface *surface = window_surface(app.window);
    double sum = 0;
    for (int y = 200; y < 700; y++) {
        const Uint32 *row = (const Uint32 *)((const Uint8 *)surface->pixels + y * surface->pitch);
        for (int x = 0; x < 30; x++) {
            sum += 255 - (double)(row[x] >> 8 & 255);
        }
    }
    return sum / (500 * 30);
}

static void strong_contrast_makes_the_scenery_step_back(void **state) {
    (void)state;
    open_app();
    app.game->settings[SETTING_THEME] = THEME_CHOICE_DAY;
    double before = scenery_stands_out();
    app.game->settings[SETTING_CONTRAST] = 1;
    assert_true(scenery_stands_out() < before / 3);
    app_close(&app);
}

static void each_switch_is_seen(void **state) {
    (void)state;
    static const struct {
        SettingId id;
        const char *shown; /* a control's sign of it, besides the switch itself: words or null */
    } rows[] = {{SETTING_LETTERS, NULL},
                {SETTING_CONTRAST, NULL},
                {SETTING_CAPTIONS, "a stone settles"},
                {SETTING_THINK, "No clock on any card"},
                {SETTING_ONE_HAND, "One press shows"},
                {SETTING_STEPS, "Scenes wait for you"},
                {SETTING_CALM, "Scenes wait for you"}};
    open_app();
    uint64_t before = drawn();
    assert_true(before == drawn());
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_false(rows[i].shown && app_kit_says(app.ui, rows[i].shown));
        app.game->settings[rows[i].id] = 1;
        assert_true(drawn() != before);
        assert_true(!rows[i].shown || app_kit_says(app.ui, rows[i].shown));
        app.game->settings[rows[i].id] = 0;
        assert_true(drawn() == before);
    }
    app.game->settings[SETTING_HOLD] = 0;
    drawn();
    assert_true(app_kit_says(app.ui, "One press shows"));
    app_close(&app);
}

static void the_other_sees_nothing_of_what_is_left_out(void **state) {
    (void)state;
    open_app();
    app.memory.settings_section = 4;
    uint64_t doors = drawn();
    app.memory.topics.of = 2;
    app.memory.topics.is_open = true;
    uint64_t page = drawn();
    app.game->topics_off[0] = 1u << TOPIC_SEX;
    assert_true(drawn() == page);
    app.memory.topics.of = 0;
    assert_true(drawn() == doors);
    app.memory.topics.of = 1;
    app.game->overlay_count = 0; /* left in the middle: closed when they come back */
    drawn();
    assert_int_equal(app.memory.topics.of, 0);
    app_close(&app);
}

static void what_the_desktop_wishes_is_a_setting_like_any_other(void **state) {
    (void)state;
    open_app();
    app_take_wishes(&app, (Wishes){0});
    assert_false(app.game->settings[SETTING_CALM] || app.game->settings[SETTING_CONTRAST]);
    app_take_wishes(&app, (Wishes){.calm = true, .strong = true});
    drawn();
    assert_true(app.ui->calm && app.ui->strong);
    app_dispatch(&app, &(Event){.kind = EV_SETTING, .value = SETTING_CALM, .amount = 0});
    drawn();
    assert_true(!app.ui->calm && app.ui->strong);
    app_close(&app);
}

/* A caption is read without hurry: with time to think it goes at the next press, not by a clock. */
static void captions_wait_for_a_press_with_time_to_think(void **state) {
    (void)state;
    for (int think = 0; think < 2; think++) {
        open_app();
        app.game->settings[SETTING_CAPTIONS] = 1;
        app.game->settings[SETTING_THINK] = think;
        uint64_t silent = drawn();
        app.game->break_until_ms = 1;
        app_dispatch(&app, &(Event){.kind = EV_TICK}); /* the break is over: a lantern calls */
        app_build(&app, NULL);
        assert_true(app_kit_says(app.ui, "a lantern lights"));
        assert_int_equal(drawn() != silent, think);
        app_dispatch(&app, &(Event){.kind = EV_TICK});
        assert_int_equal(drawn() != silent, think);
        app_dispatch(&app, &(Event){.kind = EV_SETTING, .value = SETTING_CAPTIONS, .amount = 1});
        assert_true(drawn() == silent);
        app_close(&app);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_on_every_panel_are_twelve_to_one),
        cmocka_unit_test(each_switch_is_seen),
        cmocka_unit_test(strong_contrast_makes_the_scenery_step_back),
        cmocka_unit_test(what_the_desktop_wishes_is_a_setting_like_any_other),
        cmocka_unit_test(captions_wait_for_a_press_with_time_to_think),
        cmocka_unit_test(the_other_sees_nothing_of_what_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
