/* SPDX-License-Identifier: MIT */
/* Every screen in every state: all controls can be reached by arrows alone, no pool overflows, no
 * control lies outside the canvas or a scrolling box, at several sizes and with large text. */
#include "app_kit.h"
#include "shot_states.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

typedef struct Size {
    int w, h;
} Size;

static int open_app(int w, int h) {
    app_kit_open(&(AppKit){.w = w, .h = h, .fixed_letters = true});
    return 0;
}

static void settle(int ms) {
    app_advance(&app, ms);
    app_build(&app, NULL);
}

static void show(const Shot *shot, const Look *look) {
    shot_set(&app, shot, look);
    settle(1);
    settle(3000);
    settle(1);
}

static int index_of(UiId id) {
    for (int i = 0; i < app.ui->seen_count; i++) {
        if (app.ui->seen[i].id == id && app.ui->seen[i].role != UI_ROLE_SCROLL) {
            return i;
        }
    }
    return -1;
}

/* Walks with arrows from the first focus, breadth first. */
static void check_reach(const Shot *shot, const Look *look) {
    if (app.game->lead.place == LEAD_RUNNING) {
        return; /* arrows are the leader's keys there; Tab walks (test_room) */
    }
    static const InputKind arrows[] = {INPUT_LEFT, INPUT_RIGHT, INPUT_UP, INPUT_DOWN};
    UiId found[UI_SEEN_MAX];
    int count = 0;
    Input first = {.kind = INPUT_DOWN};
    if (index_of(app.ui->focus) < 0) {
        app_build(&app, &first);
    }
    found[count++] = app.ui->focus;
    for (int at = 0; at < count; at++) {
        for (int a = 0; a < 4; a++) {
            app.ui->focus = found[at];
            Input input = {.kind = arrows[a], .device = DEVICE_KEYBOARD};
            app_build(&app, &input);
            bool known = false;
            for (int i = 0; i < count; i++) {
                known |= found[i] == app.ui->focus;
            }
            if (!known && count < UI_SEEN_MAX) {
                found[count++] = app.ui->focus;
            }
        }
    }
    for (int i = 0; i < app.ui->seen_count; i++) {
        const UiSeen *seen = &app.ui->seen[i];
        bool reached = seen->role == UI_ROLE_SCROLL;
        for (int k = 0; k < count; k++) {
            reached |= found[k] == seen->id;
        }
        if (!reached) {
            fail_msg("%s %s: arrows don't reach \"%s\" %d", shot->name, look->name, seen->name,
                     seen->index);
        }
    }
}

static void check_inside(const Shot *shot, const Look *look) {
    for (int i = 0; i < app.ui->seen_count; i++) {
        const UiSeen *seen = &app.ui->seen[i];
        Rect r = seen->rect;
        bool across = r.x >= -1 && r.x + r.w <= app.ui->width + 1;
        bool down = seen->scroller || (r.y >= -1 && r.y + r.h <= app.ui->height + 1);
        if (seen->role != UI_ROLE_SCROLL && (!across || !down)) {
            fail_msg("%s %s: \"%s\" %d leaves the canvas: %.0f %.0f %.0f %.0f", shot->name,
                     look->name, seen->name, seen->index, (double)r.x, (double)r.y, (double)r.w,
                     (double)r.h);
        }
    }
    assert_false(app.ui->overflowed);
    assert_false(app.list->overflowed);
}

static void check_all(Size size) {
    open_app(size.w, size.h);
    for (int l = 0; l < LOOK_COUNT; l++) {
        for (int s = 0; s < SHOT_COUNT; s++) {
            show(&shot_states[s], &shot_looks[l]);
            check_inside(&shot_states[s], &shot_looks[l]);
            check_reach(&shot_states[s], &shot_looks[l]);
        }
    }
    app_close(&app);
}

static void test_usual_size(void **state) {
    (void)state;
    check_all((Size){1280, 720});
}

static void test_smallest_size(void **state) {
    (void)state;
    check_all((Size){960, 540});
}

static void test_four_to_three(void **state) {
    (void)state;
    check_all((Size){1280, 960});
}

static void test_wide(void **state) {
    (void)state;
    check_all((Size){1680, 720});
}

/* The same state at the same moment is the same frame, and calm motion is still. */
static void test_calm_is_still(void **state) {
    (void)state;
    open_app(1280, 720);
    Look calm = {"calm", THEME_CHOICE_DAY, 100, 1};
    for (int s = 0; s < SHOT_COUNT; s++) {
        bool breathes = shot_states[s].overlay == OVERLAY_PAUSE ||
                        shot_states[s].overlay == OVERLAY_BREAK;
        show(&shot_states[s], &calm);
        settle(4000);
        uint64_t hash = draw_hash(app.list);
        settle(2000);
        if (!breathes && (draw_hash(app.list) != hash || app.ui->wants_frames ||
                          app.ui->wants_ambient)) {
            fail_msg("%s still moves in calm motion", shot_states[s].name);
        }
    }
    app_close(&app);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_usual_size),    cmocka_unit_test(test_smallest_size),
        cmocka_unit_test(test_four_to_three), cmocka_unit_test(test_wide),
        cmocka_unit_test(test_calm_is_still),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
