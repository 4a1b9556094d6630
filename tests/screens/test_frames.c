/* SPDX-License-Identifier: MIT */
/* Frames: a still screen paints nothing, ambient motion asks for no more than it may, our own code
 * allocates nothing once a screen has been seen for a second. */
#include "app_kit.h"
#include "puppet.h"
#include "shot_states.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

static int allocations;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);

void *__wrap_malloc(size_t size) {
    allocations++;
    return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size) {
    allocations++;
    return __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size) {
    allocations++;
    return __real_realloc(memory, size);
}

static int open_app(void **state) {
    (void)state;
    app_kit_open(&(AppKit){0});
    return 0;
}

static const Look calm = {"calm", THEME_CHOICE_DAY, 100, 1};
static const Look lively = {"lively", THEME_CHOICE_DAY, 100, 0};

static void test_still_screens_paint_nothing(void **state) {
    (void)state;
    for (int s = 0; s < SHOT_COUNT; s++) {
        const Shot *shot = &shot_states[s];
        if (shot->overlay == OVERLAY_PAUSE || shot->overlay == OVERLAY_BREAK) {
            continue; /* these breathe */
        }
        shot_set(&app, shot, &calm);
        puppet_wait(&app, 4000);
        int painted = app.frames_painted;
        puppet_wait(&app, 2000);
        if (app.frames_painted != painted) {
            fail_msg("%s painted %d frames", shot->name, app.frames_painted - painted);
        }
    }
}

static void test_home_moves_gently(void **state) {
    (void)state;
    shot_set(&app, &shot_states[0], &lively);
    puppet_wait(&app, 3000);
    assert_true(app.ui->wants_ambient);
    assert_false(app.ui->wants_frames); /* 60 frames a second are for what somebody did */
}

static void test_frames_allocate_nothing(void **state) {
    (void)state;
    static const Look *const looks[] = {&lively, &calm};
    for (int s = 0; s < SHOT_COUNT; s++) {
        bool new_words = shot_states[s].overlay == OVERLAY_PAUSE; /* "Breathe out" */
        for (int l = 0; l < 2 && !new_words; l++) {
            shot_set(&app, &shot_states[s], looks[l]);
            puppet_wait(&app, 7000); /* both have blinked, or peeked: all is kept by then */
            allocations = 0;
            puppet_wait(&app, 2000);
            if (allocations > 0) {
                fail_msg("%s %s: %d allocations", shot_states[s].name, looks[l]->name, allocations);
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_still_screens_paint_nothing),
        cmocka_unit_test(test_home_moves_gently),
        cmocka_unit_test(test_frames_allocate_nothing),
    };
    return cmocka_run_group_tests(tests, open_app, app_kit_close);
}
