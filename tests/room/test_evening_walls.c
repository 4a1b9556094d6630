/* SPDX-License-Identifier: MIT */
/* The whole 30-minute plan with the made-up room of 24: each wall screen as a dump, exact.
 *
 * TB_DUMPS=write in the environment writes tests/room/walls.txt anew; look at the difference. */
#include "app_kit.h"
#include "crowd.h"
#include "draw.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BREATHS_MAX = 200, STOPS_MAX = 100, DUMP_MAX = 512 * 1024, ALL_MAX = 512 * 1024 };

static char dump[DUMP_MAX], walls[ALL_MAX], golden[ALL_MAX];

static int open_app(void **state) {
    (void)state;
    app_kit_open(
        &(AppKit){.w = 1920, .h = 1080, .now = "2026-10-09T19:30+02:00", .fixed_letters = true});
    app.game->settings[SETTING_CALM] = 1;
    app.game->settings[SETTING_THEME] = THEME_CHOICE_DAY;
    return 0;
}

static void act(LeadAct what, int amount) {
    app_dispatch(&app, &(Event){.kind = EV_LEAD, .value = (int)what, .amount = amount});
}

/* Until nobody of the room has anything left to do, and all stones have fallen. */
static void let_them_come(void) {
    int breaths = 0;
    while (crowd_is_busy(&app.game->phones, &app.game->lead)) {
        app_advance(&app, CROWD_BREATH_MS);
        app_take_time(&app);
        app_build(&app, NULL);
        assert_true(++breaths < BREATHS_MAX);
    }
    for (int i = 0; i < CROWD_PEOPLE; i++) {
        app_advance(&app, CROWD_BREATH_MS + 10);
        app_take_time(&app);
        app_build(&app, NULL);
    }
}

static void put(const char *text, size_t length) {
    size_t used = strlen(walls);
    assert_true(used + length + 1 < sizeof walls);
    memcpy(walls + used, text, length);
    walls[used + length] = '\0';
}

/* What is written on the wall and where, whole; of the paths, the land and the people how many. */
static void note_wall(void) {
    static const char *const parts[] = {"read", "ask", "count", "totals", "why"};
    const Lead *lead = &app.game->lead;
    const PlanStep *step = lead_step(lead);
    LeadView view = lead_view(lead);
    char head[160];
    int others = 0;
    app_build(&app, NULL);
    assert_true(draw_dump(app.list, dump, sizeof dump) < sizeof dump);
    snprintf(head, sizeof head, "== %s %s %d\n", step ? step_kind_names[step->kind] : "room",
             step                        ? parts[view.part]
             : lead->place == LEAD_LOBBY ? "lobby"
                                         : "over",
             view.shown);
    put(head, strlen(head));
    for (char *line = dump; *line;) {
        size_t length = strcspn(line, "\n");
        bool is_word = strncmp(line, "text", 4) == 0 || strncmp(line, "icon", 4) == 0;
        others += !is_word;
        if (is_word) {
            put(line, length + 1);
        }
        line += length + (line[length] != '\0');
    }
    snprintf(head, sizeof head, "and %d more\n", others);
    put(head, strlen(head));
}

static const char *golden_path = TB_SOURCE_DIR "/tests/room/walls.txt";

static void read_golden(void) {
    FILE *file = fopen(golden_path, "rb");
    assert_non_null(file);
    size_t size = fread(golden, 1, sizeof golden - 1, file);
    golden[size] = '\0';
    fclose(file);
}

static void write_golden(void) {
    FILE *file = fopen(golden_path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(walls, 1, strlen(walls), file), strlen(walls));
    assert_int_equal(fclose(file), 0);
}

/* Tells the first line that differs. */
static void compare(void) {
    const char *is = walls, *was = golden;
    for (int line = 1; *is || *was; line++) {
        size_t left = strcspn(is, "\n"), right = strcspn(was, "\n");
        if (left != right || memcmp(is, was, left) != 0) {
            printf("walls.txt:%d: was \"%.*s\", is \"%.*s\"\n", line, (int)right, was, (int)left,
                   is);
            fail();
        }
        is += left + (is[left] != '\0');
        was += right + (was[right] != '\0');
    }
}

static void test_each_wall_of_the_evening(void **state) {
    (void)state;
    Lead *lead = &app.game->lead;
    app_dispatch(&app, &(Event){.kind = EV_WORKSHOP});
    act(LEAD_REHEARSE, 0);
    act(LEAD_CHOOSE, 0);
    assert_int_equal(lead->plan->minutes, 30);
    for (int stop = 0; lead->place != LEAD_OVER; stop++) {
        let_them_come();
        note_wall();
        act(LEAD_NEXT, 0);
        assert_true(stop < STOPS_MAX);
    }
    note_wall();
    if (getenv("TB_DUMPS")) {
        write_golden();
        fail_msg("walls.txt is written anew; look at the difference, and run without TB_DUMPS");
    }
    read_golden();
    compare();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_each_wall_of_the_evening)};
    return cmocka_run_group_tests(tests, open_app, app_kit_close);
}
