/* SPDX-License-Identifier: MIT */
/* The window without a display: canvas, surface, waking up, input through the same pump. */
#include "window.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static Window *open_headless(int w, int h) {
    Window *window;
    Diag diag;
    assert_int_equal(window_open_headless(w, h, &window, &diag), ERR_OK);
    return window;
}

static void test_canvas_is_at_least_1280_by_720(void **state) {
    (void)state;
    static const struct {
        int w, h;
        float scale, canvas_w, canvas_h;
    } rows[] = {{1280, 720, 1, 1280, 720},
                {960, 540, 0.75f, 1280, 720},
                {3840, 2160, 3, 1280, 720},
                {1024, 768, 0.8f, 1280, 960},
                {2560, 1080, 1.5f, 1706.667f, 720}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Window *window = open_headless(rows[i].w, rows[i].h);
        float w, h;
        window_canvas(window, &w, &h);
        assert_float_equal(window_scale(window), rows[i].scale, 0.001);
        assert_float_equal(w, rows[i].canvas_w, 0.01);
        assert_float_equal(h, rows[i].canvas_h, 0.01);
        assert_int_equal(window_surface(window)->w, rows[i].w);
        assert_int_equal(window_surface(window)->format->BytesPerPixel, 4);
        window_close(window);
    }
}

static void test_first_frame_is_painted_whole_once(void **state) {
    (void)state;
    Window *window = open_headless(1280, 720);
    assert_true(window_take_repaint(window));
    assert_false(window_take_repaint(window));
    window_present(window, NULL, 0);
    window_close(window);
}

static int SDLCALL wake_from_thread(void *context) {
    (void)context;
    window_wake();
    return 0;
}

static void test_wake_ends_an_endless_wait(void **state) {
    (void)state;
    Window *window = open_headless(1280, 720);
    for (int round = 0; round < 3; round++) {
        SDL_Thread *thread = SDL_CreateThread(wake_from_thread, "wake", NULL);
        window_wait(window, -1); /* would hang the test if it were lost */
        SDL_WaitThread(thread, NULL);
        window_wake(); /* a second one is the same one */
        SDL_Event event;
        int count = 0;
        while (SDL_PollEvent(&event)) {
            window_handle(window, &event);
            count++;
        }
        assert_in_range(count, 1, 4);
    }
    window_close(window);
}

static void test_wait_takes_no_event(void **state) {
    (void)state;
    Window *window = open_headless(1280, 720);
    SDL_FlushEvents(SDL_FIRSTEVENT, SDL_LASTEVENT);
    SDL_PushEvent(&(SDL_Event){.type = SDL_QUIT});
    window_wait(window, -1);
    window_wait(window, -1);
    SDL_Event event;
    assert_true(SDL_PollEvent(&event));
    assert_int_equal(event.type, SDL_QUIT);
    window_close(window);
}

static void test_no_display_has_its_sentence(void **state) {
    (void)state;
    SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "x11", SDL_HINT_OVERRIDE);
    SDL_setenv("DISPLAY", ":63997", 1); /* nobody's */
    Window *window;
    Diag diag = {0};
    WindowPlace place = {0};
    assert_int_equal(window_open("Tiny Bridges", &place, &window, &diag), ERR_UNAVAILABLE);
    assert_null(window);
    assert_non_null(SDL_strstr(diag.message, "no display"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_canvas_is_at_least_1280_by_720),
        cmocka_unit_test(test_first_frame_is_painted_whole_once),
        cmocka_unit_test(test_wake_ends_an_endless_wait),
        cmocka_unit_test(test_wait_takes_no_event),
        cmocka_unit_test(test_no_display_has_its_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
