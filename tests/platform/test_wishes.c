/* SPDX-License-Identifier: MIT */
/* The desktop's wishes for calm motion and strong contrast, from environment and settings.ini. */
#define _DEFAULT_SOURCE
#include "files.h"
#include "wishes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void each_line_is_a_wish_or_none(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool calm, strong;
    } rows[] = {
        {"[Settings]\ngtk-enable-animations=0\n", true, false},
        {"[Settings]\ngtk-enable-animations = false\ngtk-theme-name=Breeze", true, false},
        {"[Settings]\ngtk-enable-animations=1\ngtk-theme-name=Adwaita\n", false, false},
        {"[Settings]\r\ngtk-theme-name=HighContrastInverse\r\n", false, true},
        {"# gtk-enable-animations=0\n", false, false},
        {"gtk-enable-animations\ngtk-enable-animations-not=0\n=0\n\n", false, false},
        {"", false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Wishes wishes = wishes_of_ini(rows[i].text);
        assert_int_equal(wishes.calm, rows[i].calm);
        assert_int_equal(wishes.strong, rows[i].strong);
    }
}

static void environment_and_file_are_heard(void **state) {
    (void)state;
    char folder[] = "/tmp/wishes-XXXXXX", inner[FILES_PATH_MAX], path[FILES_PATH_MAX];
    static const char ini[] = "[Settings]\ngtk-enable-animations=0\n";
    assert_non_null(mkdtemp(folder));
    setenv("XDG_CONFIG_HOME", folder, 1);
    unsetenv("GTK_THEME");
    assert_false(wishes_of_system().calm || wishes_of_system().strong);
    setenv("GTK_THEME", "HighContrast:dark", 1);
    assert_true(wishes_of_system().strong);
    assert_int_equal(files_join(folder, "gtk-3.0", inner, NULL), ERR_OK);
    assert_int_equal(files_make_dir(inner, NULL), ERR_OK);
    assert_int_equal(files_join(inner, "settings.ini", path, NULL), ERR_OK);
    assert_int_equal(files_write(path, ini, strlen(ini), NULL), ERR_OK);
    assert_true(wishes_of_system().calm);
    remove(path);
    remove(inner);
    remove(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_line_is_a_wish_or_none),
        cmocka_unit_test(environment_and_file_are_heard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
