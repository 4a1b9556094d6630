/* SPDX-License-Identifier: MIT */
/* Civil days: conversions both ways, weekdays, the date of a play, and reading moments. */
#include "day.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static void civil_dates_have_numbers(void **state) {
    (void)state;
    static const struct {
        CivilDate date;
        Day day;
        int weekday;
    } rows[] = {
        {{1970, 1, 1}, 0, 3},         {{1969, 12, 31}, -1, 2},    {{2000, 2, 29}, 11016, 1},
        {{2000, 3, 1}, 11017, 2},     {{2011, 12, 30}, 15338, 4}, {{2024, 2, 29}, 19782, 3},
        {{2100, 2, 28}, 47540, 6},    {{2100, 3, 1}, 47541, 0},   {{1, 1, 1}, -719162, 0},
        {{9999, 12, 31}, 2932896, 4},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(day_from_civil(rows[i].date), rows[i].day);
        assert_int_equal(day_weekday(rows[i].day), rows[i].weekday);
        CivilDate back = day_to_civil(rows[i].day);
        assert_int_equal(back.year, rows[i].date.year);
        assert_int_equal(back.month, rows[i].date.month);
        assert_int_equal(back.day, rows[i].date.day);
    }
}

static void every_day_goes_there_and_back(void **state) {
    (void)state;
    for (Day day = -200000; day <= 200000; day++) {
        assert_int_equal(day_from_civil(day_to_civil(day)), day);
        assert_int_equal(day_weekday(day + 1), (day_weekday(day) + 1) % 7);
    }
}

static void the_date_of_a_play(void **state) {
    (void)state;
    static const struct {
        int64_t utc_s;
        int offset_s, rollover_h;
        Day day;
    } rows[] = {
        {0, 0, 0, 0},
        {0, 0, 4, -1},
        {4 * 3600 - 1, 0, 4, -1},
        {4 * 3600, 0, 4, 0},
        {-1, 0, 0, -1},
        {-86400, 0, 0, -1},
        {-86401, 0, 0, -2},
        {0, 50400, 0, 0},     /* Kiritimati */
        {36000, 50400, 0, 1}, /* ten hours later it is tomorrow there */
        {0, -39600, 0, -1},   /* Pago Pago */
        {0, 20700, 5, 0},     /* Kathmandu, 05:45 */
        {0, 20700, 6, -1},
        {86400 * 365, 0, 0, 365},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(day_of_play(rows[i].utc_s, rows[i].offset_s, rows[i].rollover_h),
                         rows[i].day);
    }
}

static void now_has_a_date_and_a_minute(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int rollover_h;
        const char *today;
        int minute;
    } rows[] = {
        {"2024-05-01T00:00Z", 0, "2024-05-01", 0},
        {"2024-05-01T03:59+02:00", 4, "2024-04-30", 239},
        {"2024-05-01T04:00+02:00", 4, "2024-05-01", 240},
        {"2024-05-01T23:59:59-11:00", 4, "2024-05-01", 1439},
        {"1969-12-31T23:59+00:00", 0, "1969-12-31", 1439},
        {"1960-02-29T12:30+05:45", 0, "1960-02-29", 750},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Now now;
        char today[11];
        assert_true(now_parse(rows[i].text, &now));
        day_print(day_today(now, rows[i].rollover_h), today);
        assert_string_equal(today, rows[i].today);
        assert_int_equal(now_minute_of_day(now), rows[i].minute);
    }
}

static void dates_are_read_strictly(void **state) {
    (void)state;
    static const char *const bad[] = {"",           "2024",       "2024-05",     "2024-5-1",
                                      "2023-02-29", "2100-02-29", "2024-13-01",  "2024-00-10",
                                      "2024-04-31", "2024-01-00", "2024-01-01 ", " 2024-01-01",
                                      "2024/01/01", "-024-01-01", "2024-01-1x"};
    Day day;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(day_parse(bad[i], &day));
    }
    assert_true(day_parse("2024-02-29", &day));
    assert_int_equal(day, 19782);
}

static void moments_are_read_strictly(void **state) {
    (void)state;
    static const char *const bad[] = {
        "",
        "2024-05-01",
        "2024-05-01T20:00",
        "2024-05-01 20:00Z",
        "2024-05-01T24:00Z",
        "2024-05-01T20:60Z",
        "2024-05-01T20:00:60Z",
        "2024-05-01T20:00+2:00",
        "2024-05-01T20:00+0200",
        "2024-05-01T20:00Zx",
        "2024-05-01T20:00:00.5Z",
    };
    Now now;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(now_parse(bad[i], &now));
    }
    assert_true(now_parse("2024-05-01T20:00:30+05:45", &now));
    assert_int_equal(now.utc_ms, INT64_C(1714572930000));
    assert_int_equal(now.offset_min, 345);
    assert_true(now_parse("2024-05-01T20:00-00:30", &now));
    assert_int_equal(now.offset_min, -30);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(civil_dates_have_numbers), cmocka_unit_test(every_day_goes_there_and_back),
        cmocka_unit_test(the_date_of_a_play),       cmocka_unit_test(now_has_a_date_and_a_minute),
        cmocka_unit_test(dates_are_read_strictly),  cmocka_unit_test(moments_are_read_strictly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
