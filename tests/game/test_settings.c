/* SPDX-License-Identifier: MIT */
/* The table of settings: names, ranges, steps. */
#include "settings.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void values_are_forced_into_range_and_steps(void **state) {
    (void)state;
    static const struct {
        SettingId id;
        int value, expected;
    } rows[] = {
        {SETTING_TEXT_PERCENT, 0, 100},   {SETTING_TEXT_PERCENT, 100, 100},
        {SETTING_TEXT_PERCENT, 112, 100}, {SETTING_TEXT_PERCENT, 113, 125},
        {SETTING_TEXT_PERCENT, 150, 150}, {SETTING_TEXT_PERCENT, 174, 150},
        {SETTING_TEXT_PERCENT, 175, 200}, {SETTING_TEXT_PERCENT, 900, 200},
        {SETTING_THEME, -1, 0},           {SETTING_THEME, 3, 2},
        {SETTING_MUSIC, 44, 40},          {SETTING_MUSIC, 45, 50},
        {SETTING_MUSIC, INT_MAX, 100},    {SETTING_MUSIC, INT_MIN, 0},
        {SETTING_ROLLOVER, 12, 11},       {SETTING_WEEK_GOAL, 0, 1},
        {SETTING_WEEK_GOAL, 0, 1},       {SETTING_WEEK_GOAL, 9, 7},
        {SETTING_ROLLOVER, 5, 5},   {SETTING_SAY, 7, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(setting_clamp(rows[i].id, rows[i].value), rows[i].expected);
    }
}

static void each_has_a_name_and_starts_inside_its_range(void **state) {
    (void)state;
    for (int i = 0; i < SETTING_COUNT; i++) {
        SettingId id = (SettingId)i;
        const SettingInfo *info = &setting_infos[id];
        assert_int_equal(setting_find(info->name), id);
        assert_int_equal(setting_clamp(id, info->start), info->start);
        assert_int_equal(setting_clamp(id, info->low), info->low);
        assert_int_equal(setting_clamp(id, info->high), info->high);
    }
    assert_int_equal(setting_find("no-such-setting"), SETTING_COUNT);
    assert_int_equal(setting_find(""), SETTING_COUNT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_forced_into_range_and_steps),
        cmocka_unit_test(each_has_a_name_and_starts_inside_its_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
