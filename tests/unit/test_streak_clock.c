/* SPDX-License-Identifier: MIT */
/* Tables for the streak where clocks and places are odd: R5 abroad, and R10 to R12. */
#include "streak_story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define CHECK(rows) story_check_rows(rows, (int)(sizeof(rows) / sizeof(rows)[0]))
#define NO_REST "hold 0 0 0 4"

static void days_of_23_and_25_hours(void **state) {
    (void)state;
    static const StoryRow rows[] = {
        {"Berlin, spring 2024: 23 hours", NO_REST,
         "AB 2024-03-30T23:30+01:00; AB 2024-04-01T03:30+02:00", "2024-04-01T03:59+02:00",
         "2 2 0 0 1"},
        {"Berlin, the morning of the change", NO_REST,
         "AB 2024-03-30T23:30+01:00; AB 2024-03-31T04:00+02:00; AB 2024-04-01T23:59+02:00",
         "2024-04-01T23:59+02:00", "3 3 0 0 1"},
        {"Berlin, autumn 2024: 25 hours", NO_REST,
         "AB 2024-10-26T23:30+02:00; AB 2024-10-28T03:30+01:00", "2024-10-28T03:59+01:00",
         "2 2 0 0 1"},
        {"Berlin, the hour that comes twice", "hold 0 0 0 2",
         "AB 2024-10-27T02:30+02:00/2; AB 2024-10-27T02:30+01:00/2", "2024-10-27T02:45+01:00",
         "1 1 0 0 1"},
        {"Lord Howe goes back by half an hour", NO_REST,
         "AB 2024-04-06T23:00+11:00; AB 2024-04-07T23:00+10:30; AB 2024-04-08T03:59+10:30",
         "2024-04-08T03:59+10:30", "2 2 0 0 1"},
        {"Kathmandu, +5:45, either side of four", NO_REST,
         "AB 2024-05-01T03:59+05:45; AB 2024-05-01T04:00+05:45", "2024-05-01T04:00+05:45",
         "2 2 0 0 1"},
        {"Cairo, midnight that never came, rollover 0", "hold 0 0 0 0",
         "AB 2024-04-25T23:59+02:00/0; AB 2024-04-26T01:00+03:00/0", "2024-04-26T01:01+03:00",
         "2 2 0 0 1"},
        {"Chatham, +13:45 to +12:45", NO_REST,
         "AB 2024-04-06T20:00+13:45; AB 2024-04-07T20:00+12:45", "2024-04-08T03:59+12:45",
         "2 2 0 0 1"},
        {"Casablanca goes back for Ramadan", NO_REST,
         "AB 2024-03-09T20:00+01:00; AB 2024-03-10T20:00+00:00; AB 2024-03-11T20:00+00:00",
         "2024-03-11T21:00+00:00", "3 3 0 0 1"},
        {"Troll, two hours at once", NO_REST,
         "AB 2024-03-30T20:00+00:00; AB 2024-03-31T20:00+02:00", "2024-03-31T21:00+02:00",
         "2 2 0 0 1"},
        {"Havana, the first hour that never came, rollover 0", "hold 0 0 0 0",
         "AB 2024-03-09T23:59-05:00/0; AB 2024-03-10T01:00-04:00/0", "2024-03-10T01:01-04:00",
         "2 2 0 0 1"},
        {"Havana, the first hour that comes twice, rollover 0", "hold 0 0 0 0",
         "AB 2024-11-02T23:50-04:00/0; AB 2024-11-03T00:30-04:00/0; AB 2024-11-03T00:30-05:00/0",
         "2024-11-03T00:45-05:00", "2 2 0 0 1"},
        {"St. John’s, a minute past midnight becomes the evening before, rollover 0",
         "hold 0 0 0 0",
         "AB 2010-11-06T23:30-02:30/0; AB 2010-11-07T00:00-02:30/0; AB 2010-11-06T23:30-03:30/0; "
         "AB 2010-11-08T20:00-03:30/0",
         "2010-11-08T21:00-03:30", "3 3 0 0 1"},
        {"Beirut 2023, two machines that disagree about the change", NO_REST,
         "d:AB 2023-03-25T20:00+02:00; d:A 2023-03-27T03:30+02:00; e:B 2023-03-27T04:30+03:00; "
         "d:AB 2023-03-28T20:00+03:00",
         "2023-03-28T21:00+03:00", "2 2 0 0 1"},
    };
    CHECK(rows);
}

static void leap_days(void **state) {
    (void)state;
    static const StoryRow rows[] = {
        {"2024 has one", NO_REST, "AB*3 2024-02-28T20:00+00:00", "2024-03-01T21:00+00:00",
         "3 3 0 0 1"},
        {"which can be missed", NO_REST, "AB 2024-02-28T20:00+00:00; AB 2024-03-01T20:00+00:00",
         "2024-03-01T21:00+00:00", "1 1 0 0 1"},
        {"2023 has none", NO_REST, "AB 2023-02-28T20:00+00:00; AB 2023-03-01T20:00+00:00",
         "2023-03-01T21:00+00:00", "2 2 0 0 1"},
        {"nor has 2100", NO_REST, "AB 2100-02-28T20:00+00:00; AB 2100-03-01T20:00+00:00",
         "2100-03-01T21:00+00:00", "2 2 0 0 1"},
        {"2000 had", NO_REST, "AB 2000-02-28T20:00+00:00; AB 2000-03-01T20:00+00:00",
         "2000-03-01T21:00+00:00", "1 1 0 0 1"},
    };
    CHECK(rows);
}

static void flights_and_the_date_line(void **state) {
    (void)state;
    static const StoryRow rows[] = {
        {"Samoa had no 2011-12-30", NO_REST, "AB 2011-12-29T20:00-10:00; AB 2011-12-31T20:00+14:00",
         "2011-12-31T21:00+14:00", "2 2 0 0 1"},
        {"but did have a 2011-12-29 to miss", NO_REST,
         "AB 2011-12-28T20:00-10:00; AB 2011-12-31T20:00+14:00", "2011-12-31T21:00+14:00",
         "1 1 0 0 1"},
        {"Kiritimati had no 1994-12-31", NO_REST,
         "AB 1994-12-30T20:00-10:00; AB 1995-01-01T20:00+14:00", "1995-01-01T21:00+14:00",
         "2 2 0 0 1"},
        {"Kwajalein had no 1993-08-21", NO_REST,
         "AB 1993-08-20T20:00-12:00; AB 1993-08-22T20:00+12:00", "1993-08-22T21:00+12:00",
         "2 2 0 0 1"},
        {"Los Angeles to Tokyo, the next morning there", NO_REST,
         "AB 2024-05-01T21:00-07:00; AB 2024-05-03T08:00+09:00", "2024-05-03T08:30+09:00",
         "2 2 0 0 1"},
        {"Los Angeles to Tokyo, not played yet", NO_REST, "AB 2024-05-01T21:00-07:00",
         "2024-05-03T08:30+09:00", "1 1 0 0 0"},
        {"Los Angeles to Tokyo, over there too a day has gone", NO_REST,
         "AB 2024-05-01T21:00-07:00; AB 2024-05-03T20:30+09:00", "2024-05-03T21:00+09:00",
         "1 1 0 0 1"},
        {"Auckland to Honolulu, the same date twice", NO_REST,
         "AB 2024-05-02T20:00+12:00; AB 2024-05-02T21:00-10:00; AB 2024-05-03T20:00-10:00",
         "2024-05-03T21:00-10:00", "2 2 0 0 1"},
        {"Kiritimati to Honolulu, a date earlier", NO_REST,
         "AB 2024-05-03T20:00+14:00; AB 2024-05-02T21:00-10:00", "2024-05-02T22:00-10:00",
         "2 2 0 0 1"},
        {"London to New York, late at night", NO_REST,
         "AB 2024-05-01T20:00+01:00; AB 2024-05-02T23:59-04:00", "2024-05-03T03:59-04:00",
         "2 2 0 0 1"},
        {"the date's first play decides, not the one that made it done", NO_REST,
         "AB 2024-05-01T21:00-07:00; A 2024-05-03T08:00+09:00; B 2024-05-03T23:00+09:00",
         "2024-05-03T23:30+09:00", "2 2 0 0 1"},
        {"the date's last offset decides", NO_REST,
         "AB 2024-05-01T05:00+09:00; AB 2024-05-01T21:00-07:00; AB 2024-05-03T08:00+09:00",
         "2024-05-03T08:30+09:00", "2 2 0 0 1"},
        {"reckoned with the rollover of the last play", NO_REST,
         "AB 2024-05-01T20:00+00:00/11; AB 2024-05-03T10:00+00:00", "2024-05-03T10:30+00:00",
         "2 2 0 0 1"},
    };
    CHECK(rows);
}

static void small_steps_back_are_trusted(void **state) {
    (void)state;
    static const StoryRow rows[] = {
        {"12 hours: the stored date stays", NO_REST,
         "AB 2024-05-02T08:00+00:00; AB 2024-05-01T20:00+00:00", "2024-05-02T09:00+00:00",
         "2 2 0 0 1"},
        {"a minute more: a stray, with nowhere to go", NO_REST,
         "AB 2024-05-02T08:01+00:00; AB 2024-05-01T20:00+00:00", "2024-05-02T09:00+00:00",
         "1 1 0 0 1"},
        {"another machine's rows are no step", NO_REST,
         "d:AB 2024-05-03T20:00+00:00; e:AB 2024-05-02T20:00+00:00; e:AB 2024-05-01T20:00+00:00",
         "2024-05-03T21:00+00:00", "2 2 0 0 1"},
    };
    CHECK(rows);
}

static void strays_are_filed(void **state) {
    (void)state;
    static const StoryRow rows[] = {
        {"a dead battery: one stored date is one evening", NO_REST,
         "AB*3 2024-05-01T20:00+00:00; AB*1 1970-01-01T05:00+00:00; AB 2024-05-05T20:00+00:00",
         "2024-05-05T21:00+00:00", "5 5 0 0 1"},
        {"two rows of one stored date are one group", NO_REST,
         "AB*3 2024-05-01T20:00+00:00; AB 1970-01-01T05:00+00:00; AB 1970-01-01T06:00+00:00; "
         "AB 2024-05-06T20:00+00:00",
         "2024-05-06T21:00+00:00", "1 4 0 0 1"},
        {"two stored dates are two evenings", NO_REST,
         "AB*3 2024-05-01T20:00+00:00; AB 1970-01-01T05:00+00:00; AB 1970-01-02T05:00+00:00; "
         "AB 2024-05-06T20:00+00:00",
         "2024-05-06T21:00+00:00", "6 6 0 0 1"},
        {"none after: up to today", NO_REST,
         "AB*3 2024-05-01T20:00+00:00; AB 1970-01-01T05:00+00:00", "2024-05-04T21:00+00:00",
         "4 4 0 0 1"},
        {"no date left: nothing changes", NO_REST,
         "AB*3 2024-05-01T20:00+00:00; AB 1970-01-01T05:00+00:00", "2024-05-03T21:00+00:00",
         "3 3 0 0 1"},
        {"a group of A and B in turn", NO_REST,
         "AB*3 2024-05-01T20:00+00:00; A 1970-01-01T05:00+00:00; B 1970-01-01T06:00+00:00; "
         "AB 2024-05-05T20:00+00:00",
         "2024-05-05T21:00+00:00", "5 5 0 0 1"},
        {"B's stray completes A's date", NO_REST,
         "d:AB 2024-05-01T20:00+00:00; e:A 2024-05-02T20:00+00:00; d:B 1970-01-01T05:00+00:00; "
         "d:AB 2024-05-03T20:00+00:00",
         "2024-05-03T21:00+00:00", "3 3 0 0 1"},
        {"and holds one where nobody else played", NO_REST,
         "AB 2024-05-01T20:00+00:00; B 1970-01-01T05:00+00:00; AB 2024-05-03T20:00+00:00",
         "2024-05-03T21:00+00:00", "2 2 0 0 1"},
        {"none before: only the date of the row after", NO_REST,
         "d:B 2024-08-01T20:00+00:00; d:A 2024-05-02T20:00+00:00; d:AB*2 2024-05-03T20:00+00:00; "
         "e:AB 2024-05-01T20:00+00:00",
         "2024-09-04T21:00+00:00", "0 4 0 0 0"},
        {"a clock a year behind at first does no harm", NO_REST,
         "AB 2023-05-01T20:00+00:00; AB*3 2024-05-01T20:00+00:00", "2024-05-03T21:00+00:00",
         "3 3 0 0 1"},
        {"of two longest runs, the later keys", NO_REST,
         "AB 2024-05-01T20:00+00:00; AB 2024-04-01T20:00+00:00; AB 2024-05-02T20:00+00:00",
         "2024-05-02T21:00+00:00", "2 2 0 0 1"},
    };
    CHECK(rows);
}

static void now_or_the_plays_are_wrong(void **state) {
    (void)state;
    static const StoryRow rows[] = {
        {"an evening with the clock years ahead: now is believed", NO_REST,
         "AB 2024-05-01T20:00+00:00; AB 2031-01-01T20:00+00:00; AB 2024-05-03T20:00+00:00",
         "2024-05-03T21:00+00:00", "3 3 0 0 1"},
        {"the clock stands in 1970: the plays are believed", NO_REST, "AB*5 2024-05-01T20:00+00:00",
         "1970-01-01T05:00+00:00", "5 5 0 0 1"},
        {"12 hours ahead is not the future", NO_REST,
         "AB 2024-05-01T20:00+00:00; AB 2024-05-03T09:00+00:00", "2024-05-02T21:00+00:00",
         "1 1 0 0 0"},
        {"equal: now is believed", NULL, "AB 2024-05-01T20:00+00:00; AB 2024-05-03T09:01+00:00",
         "2024-05-02T21:00+00:00", "2 2 0 1 1"},
    };
    CHECK(rows);
}

static void the_couple_is_told_of_the_clock(void **state) {
    (void)state;
    Story story;
    story_read(&story, NULL, "AB 2024-05-01T20:00+00:00", "2024-05-01T08:00+00:00");
    assert_false(story_reckon(&story).clock_looks_wrong);
    story.now.utc_s--;
    assert_true(story_reckon(&story).clock_looks_wrong);
}

static void the_last_of_the_latest_plays_says_where_today_is(void **state) {
    (void)state;
    Story story;
    Day third = 0, fourth = 0;
    assert_true(day_parse("2024-05-03", &third) && day_parse("2024-05-04", &fourth));
    story_read(&story, NULL, "d:AB*3 2024-05-01T20:00+00:00; e:AB 2024-05-04T08:00+12:00",
               "1970-01-01T05:00+00:00");
    assert_int_equal(story_reckon(&story).today, fourth);
    story_read(&story, NULL, "e:AB 2024-05-04T08:00+12:00; d:AB*3 2024-05-01T20:00+00:00",
               "1970-01-01T05:00+00:00");
    assert_int_equal(story_reckon(&story).today, third);
}

static void a_row_of_dates(void **state) {
    (void)state;
    static const struct {
        const char *rules, *log, *now, *first, *expect;
    } rows[] = {
        {NULL,
         "AB 2024-05-01T20:00+00:00; AB 2024-05-03T20:00+00:00; A 2024-05-04T20:00+00:00; "
         "AB 2024-05-06T20:00+00:00; fix 2024-05-06T20:00+00:00 2024-05-05",
         "2024-05-07T20:00+00:00", "2024-04-30", "QDRDHPDTFF"},
        {NULL, "AB 2024-05-01T20:00+00:00", "2024-05-03T20:00+00:00", "2024-04-30", "QDRTFFFFFF"},
        {NULL, "AB 2024-05-01T20:00+00:00", "2024-05-04T20:00+00:00", "2024-04-30", "QDQQTFFFFF"},
        {NO_REST, "AB 2011-12-29T20:00-10:00; AB 2011-12-31T20:00+14:00", "2011-12-31T21:00+14:00",
         "2011-12-28", "QDHDFFFFFF"},
        {NULL, "AB 2024-05-01T20:00+00:00; A 2024-05-02T20:00+00:00", "2024-05-02T21:00+00:00",
         "2024-05-01", "DTFFFFFFFF"},
        {NULL, "AB*5 2024-05-01T20:00+00:00", "1970-01-01T05:00+00:00", "2024-05-01", "DDDDDFFFFF"},
        {NULL, "", "2024-05-02T21:00+00:00", "2024-05-01", "QTFFFFFFFF"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Story story;
        char told[16];
        story_read(&story, rows[i].rules, rows[i].log, rows[i].now);
        story_days(&story, rows[i].first, 10, told);
        assert_string_equal(told, rows[i].expect);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_of_23_and_25_hours),
        cmocka_unit_test(leap_days),
        cmocka_unit_test(flights_and_the_date_line),
        cmocka_unit_test(small_steps_back_are_trusted),
        cmocka_unit_test(strays_are_filed),
        cmocka_unit_test(now_or_the_plays_are_wrong),
        cmocka_unit_test(the_couple_is_told_of_the_clock),
        cmocka_unit_test(the_last_of_the_latest_plays_says_where_today_is),
        cmocka_unit_test(a_row_of_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
