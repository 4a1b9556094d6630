/* SPDX-License-Identifier: MIT */
/* In a language from right to left the pictures are mirrored: player 1 stands at the right, and no
 * panel covers anybody. */
#include "app_kit.h"
#include "shot_states.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static const Look plain = {"plain", THEME_CHOICE_DAY, 100, 0};

static int open_app(void **state) {
    (void)state;
    app_kit_open(&(AppKit){0});
    return 0;
}

enum { FIGURES = 2 };

/* The two figures of a state that has settled. */
static void figures_of(const char *name, bool rtl, DrawPerson figures[FIGURES]) {
    int found = 0;
    for (int i = 0; i < SHOT_COUNT; i++) {
        if (strcmp(shot_states[i].name, name) == 0) {
            app.ui->rtl = rtl;
            shot_set(&app, &shot_states[i], &plain);
            app_build(&app, NULL);
            app_advance(&app, 3000);
            app_build(&app, NULL);
        }
    }
    for (int i = 0; i < app.list->cmd_count && found < FIGURES; i++) {
        const DrawCmd *cmd = &app.list->cmds[i];
        if (cmd->kind == DRAW_PERSON && cmd->person.full_figure) {
            figures[found++] = cmd->person;
        }
    }
    assert_int_equal(found, FIGURES);
}

static void figures_change_sides(void **state) {
    (void)state;
    static const char *const names[] = {"home", "respond-reveal", "respond-reveal-wall",
                                        "listen-reveal", "keystone"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        DrawPerson read_left[FIGURES], read_right[FIGURES];
        figures_of(names[i], false, read_left);
        figures_of(names[i], true, read_right);
        for (int player = 0; player < FIGURES; player++) {
            assert_int_equal((int)(read_left[player].at.x + read_right[player].at.x + 0.5f), 1280);
            assert_true(read_left[player].mirrored != read_right[player].mirrored);
        }
        assert_true(read_right[0].at.x > read_right[1].at.x);
    }
}

static void a_reveals_panel_covers_nobody(void **state) {
    (void)state;
    DrawPerson figures[FIGURES];
    figures_of("respond-reveal", true, figures);
    UiId id = ui_id(app.ui, "reveal", 0);
    const UiNode *panel = NULL;
    for (int i = 0; i < app.ui->node_count; i++) {
        panel = app.ui->nodes[i].id == id ? &app.ui->nodes[i] : panel;
    }
    assert_non_null(panel);
    float width = panel->rect.w;
    for (int i = 0; i < FIGURES; i++) {
        assert_true(figures[i].at.x > 40 + width + 60);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_change_sides),
        cmocka_unit_test(a_reveals_panel_covers_nobody),
    };
    return cmocka_run_group_tests(tests, open_app, app_kit_close);
}
