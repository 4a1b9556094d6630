/* SPDX-License-Identifier: MIT */
/* Texts of spaces and line breaks come to an end: a name may begin with a space. */
#include "ui.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static Ui ui;
static DrawList list;

static int lines_of(const char *text, float width) {
    ui_init(&ui);
    ui.measure = (Measure){measure_fixed, NULL};
    ui.text_scale = 1;
    ui_begin(&ui, &list, 1280, 720, NULL, 0);
    ui_open(&ui, &(UiBox){.width = width});
    ui_text(&ui, text, (UiStyle){.size = 20});
    ui_close(&ui);
    ui_end(&ui);
    return ui.line_count;
}

static void test_spaces(void **state) {
    (void)state;
    static const char *const texts[] = {" ", "   ", " Ann", "Ann ", "  a  b  ", " \n ", "\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_in_range(lines_of(texts[i], 200), 0, 3);
        assert_in_range(lines_of(texts[i], 1), 0, (int)strlen(texts[i]) + 1);
    }
    assert_int_equal(lines_of(" Ann", 400), 1);
    assert_int_equal(lines_of("one\ntwo", 400), 2);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_spaces)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
