/* SPDX-License-Identifier: MIT */
/* Tables for R2 to R9 and R13 of the streak. Dates are of May 2024 at UTC unless they matter. */
#include "streak_story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define CHECK(rows) story_check_rows(rows, (int)(sizeof(rows) / sizeof(rows)[0]))

static void date_is_fixed_at_the_time_of_play(void **state) {
    (void)state;
    static const StoryRow rows[] = {
        {"a minute before the rollover is still yesterday", NULL,
         "AB 2024-05-01T21:00+02:00; AB 2024-05-03T03:59+02:00", "2024-05-03T03:59+02:00",
         "2 2 0 1 1"},
        {"at the rollover the new date starts", NULL,
         "AB 2024-05-01T21:00+02:00; AB 2024-05-03T04:00+02:00", "2024-05-03T04:00+02:00",
         "2 2 1 0 1"},
        {"a changed setting moves no old play", "hold 1 7 3 0",
         "AB 2024-05-01T21:00+02:00; AB 2024-05-03T03:00+02:00", "2024-05-03T03:30+02:00",
         "2 2 0 1 0"},
        {"a rollover of 11 makes a late morning yesterday", "hold 0 0 0 11",
         "AB 2024-05-01T21:00+00:00/11; AB 2024-05-03T10:59+00:00/11", "2024-05-03T10:59+00:00",
         "2 2 0 0 1"},
        {"a rollover of 0 is midnight", "hold 0 0 0 0",
         "AB 2024-05-01T23:59+00:00/0; AB 2024-05-02T00:00+00:00/0", "2024-05-02T00:00+00:00",
         "2 2 0 0 1"},
    };
    CHECK(rows);
}

static void a_date_counts_once(void **state) {
    (void)state;
    static const StoryRow rows[] = {
        {"twice an evening", NULL, "AB 2024-05-01T20:00+00:00; AB 2024-05-01T22:00+00:00",
         "2024-05-01T23:00+00:00", "1 1 0 1 1"},
        {"on two machines", NULL, "d:AB 2024-05-01T20:00+00:00; e:AB 2024-05-01T21:00+00:00",
         "2024-05-01T23:00+00:00", "1 1 0 1 1"},
    };
    CHECK(rows);
}

static void an_id_counts_once(void **state) {
    (void)state;
    Story story;
    story_read(&story, NULL, "AB*3 2024-05-01T20:00+00:00; AB 2024-05-09T20:00+00:00",
               "2024-05-03T21:00+00:00");
    memcpy(story.plays[3].id, story.plays[2].id, sizeof story.plays[2].id);
    StreakResult result = story_reckon(&story);
    assert_int_equal(result.current, 3);
    assert_int_equal(result.lifetime_days, 3);
    assert_false(result.clock_looks_wrong); /* the later row, in the future, isn't there */
}

static void who_has_to_have_played(void **state) {
    (void)state;
    static const StoryRow rows[] = {
        {"any: one is enough", "any 0 0 0 4", "A 2024-05-01T20:00+00:00; B 2024-05-02T20:00+00:00",
         "2024-05-02T21:00+00:00", "2 2 0 0 1"},
        {"both: apart counts", "both 0 0 0 4",
         "d:A 2024-05-01T20:00+00:00; e:B 2024-05-01T22:00+00:00", "2024-05-01T23:00+00:00",
         "1 1 0 0 1"},
        {"both: a date of one is missed", "both 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; A 2024-05-02T20:00+00:00; AB 2024-05-03T20:00+00:00",
         "2024-05-03T21:00+00:00", "1 1 0 0 1"},
        {"both: and costs a rest day", "both 1 0 0 4",
         "AB 2024-05-01T20:00+00:00; A 2024-05-02T20:00+00:00; AB 2024-05-03T20:00+00:00",
         "2024-05-03T21:00+00:00", "2 2 1 0 1"},
        {"hold: a date of one bridges, and doesn't count", "hold 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; A*4 2024-05-02T20:00+00:00; AB 2024-05-06T20:00+00:00",
         "2024-05-06T21:00+00:00", "2 2 0 0 1"},
        {"hold: until now as well", "hold 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; B*4 2024-05-02T20:00+00:00", "2024-05-06T21:00+00:00",
         "1 1 0 0 0"},
        {"hold: dates of one alone are no streak", "hold 1 7 3 4", "A*5 2024-05-01T20:00+00:00",
         "2024-05-05T21:00+00:00", "0 0 0 1 0"},
        {"hold: one alone, then the other, the same date", "hold 0 0 0 4",
         "A 2024-05-01T20:00+00:00; B 2024-05-02T03:59+00:00", "2024-05-02T03:59+00:00",
         "1 1 0 0 1"},
    };
    CHECK(rows);
}

static void gaps_break_or_cost(void **state) {
    (void)state;
    static const StoryRow rows[] = {
        {"one missed, one in hand", NULL, "AB 2024-05-01T20:00+00:00; AB 2024-05-03T20:00+00:00",
         "2024-05-03T21:00+00:00", "2 2 1 0 1"},
        {"two missed, one in hand: broken, nothing spent", NULL,
         "AB 2024-05-01T20:00+00:00; AB 2024-05-04T20:00+00:00", "2024-05-04T21:00+00:00",
         "1 1 0 1 1"},
        {"two missed, two in hand", "hold 2 0 0 4",
         "AB 2024-05-01T20:00+00:00; AB 2024-05-04T20:00+00:00", "2024-05-04T21:00+00:00",
         "2 2 2 0 1"},
        {"held dates shorten a gap", NULL,
         "AB 2024-05-01T20:00+00:00; A 2024-05-02T20:00+00:00; AB 2024-05-04T20:00+00:00",
         "2024-05-04T21:00+00:00", "2 2 1 0 1"},
        {"the longest is remembered", "hold 0 0 0 4",
         "AB*5 2024-05-01T20:00+00:00; AB*2 2024-05-10T20:00+00:00", "2024-05-11T21:00+00:00",
         "2 5 0 0 1"},
    };
    CHECK(rows);
}

static void rest_days_are_earned(void **state) {
    (void)state;
    static const StoryRow rows[] = {
        {"R13: one to start with, one a week, three at most", NULL, "AB*30 2024-05-01T20:00+00:00",
         "2024-05-30T21:00+00:00", "30 30 0 3 1"},
        {"not before the multiple", "hold 0 7 3 4", "AB*6 2024-05-01T20:00+00:00",
         "2024-05-06T21:00+00:00", "6 6 0 0 1"},
        {"at the multiple", "hold 0 7 3 4", "AB*7 2024-05-01T20:00+00:00", "2024-05-07T21:00+00:00",
         "7 7 0 1 1"},
        {"earned, then spent", "hold 0 2 3 4",
         "AB*2 2024-05-01T20:00+00:00; AB 2024-05-04T20:00+00:00", "2024-05-04T21:00+00:00",
         "3 3 1 0 1"},
        {"the gap is settled before the date earns", "hold 0 2 3 4",
         "AB 2024-05-01T20:00+00:00; AB 2024-05-03T20:00+00:00", "2024-05-03T21:00+00:00",
         "1 1 0 0 1"},
        {"spent at a full hand, then earned the same date", "hold 1 2 1 4",
         "AB 2024-05-01T20:00+00:00; AB 2024-05-03T20:00+00:00", "2024-05-03T21:00+00:00",
         "2 2 1 1 1"},
        {"in hand after a break", "hold 0 2 3 4",
         "AB*2 2024-05-01T20:00+00:00; AB 2024-05-10T20:00+00:00", "2024-05-10T21:00+00:00",
         "1 2 0 1 1"},
        {"the count starts anew after a break", "hold 0 3 3 4",
         "AB*2 2024-05-01T20:00+00:00; AB*2 2024-05-10T20:00+00:00", "2024-05-11T21:00+00:00",
         "2 2 0 0 1"},
        {"N 0 earns none", "hold 2 0 3 4", "AB*30 2024-05-01T20:00+00:00", "2024-05-30T21:00+00:00",
         "30 30 0 2 1"},
        {"C 0 keeps none", "hold 0 1 0 4", "AB*5 2024-05-01T20:00+00:00", "2024-05-05T21:00+00:00",
         "5 5 0 0 1"},
        {"N 1 earns each date", "hold 0 1 7 4", "AB*5 2024-05-01T20:00+00:00",
         "2024-05-05T21:00+00:00", "5 5 0 5 1"},
        {"more to start with than C stay", "hold 5 1 2 4", "AB*5 2024-05-01T20:00+00:00",
         "2024-05-05T21:00+00:00", "5 5 0 5 1"},
        {"held dates earn nothing", "hold 0 2 3 4",
         "AB 2024-05-01T20:00+00:00; A 2024-05-02T20:00+00:00", "2024-05-02T21:00+00:00",
         "1 1 0 0 0"},
    };
    CHECK(rows);
}

static void now_writes_nothing(void **state) {
    (void)state;
    static const StoryRow rows[] = {
        {"no play at all", NULL, "", "2024-05-01T21:00+00:00", "0 0 0 1 0"},
        {"today is never missed", "hold 0 0 0 4", "AB 2024-05-01T20:00+00:00",
         "2024-05-03T03:59+00:00", "1 1 0 0 0"},
        {"yesterday missed, a rest day counts as spent", NULL, "AB 2024-05-01T20:00+00:00",
         "2024-05-03T04:00+00:00", "1 1 1 0 0"},
        {"more missed than in hand: nothing is spent", NULL, "AB 2024-05-01T20:00+00:00",
         "2024-05-04T04:00+00:00", "0 1 0 1 0"},
        {"the last date lies after today", "hold 0 0 0 4", "AB 2024-05-02T09:00+14:00",
         "2024-05-01T10:00-10:00", "1 1 0 0 0"},
        {"now's own rollover says what today is", "hold 0 0 0 0", "AB 2024-05-01T20:00+00:00",
         "2024-05-03T03:59+00:00", "1 1 0 0 0"},
    };
    CHECK(rows);
}

static void repairs_bridge(void **state) {
    (void)state;
    static const StoryRow rows[] = {
        {"the day after", "hold 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; fix 2024-05-03T20:00+00:00 2024-05-02; "
         "AB 2024-05-03T20:00+00:00",
         "2024-05-03T21:00+00:00", "2 2 0 0 1"},
        {"until now", "hold 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; fix 2024-05-03T20:00+00:00 2024-05-02",
         "2024-05-03T21:00+00:00", "1 1 0 0 0"},
        {"not the same date", "hold 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; fix 2024-05-03T03:59+00:00 2024-05-02; "
         "AB 2024-05-03T20:00+00:00",
         "2024-05-03T21:00+00:00", "1 1 0 0 1"},
        {"seven days after", "hold 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; AB*7 2024-05-03T20:00+00:00; "
         "fix 2024-05-09T20:00+00:00 2024-05-02",
         "2024-05-09T21:00+00:00", "8 8 0 0 1"},
        {"eight are too late", "hold 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; AB*8 2024-05-03T20:00+00:00; "
         "fix 2024-05-10T20:00+00:00 2024-05-02",
         "2024-05-10T21:00+00:00", "8 8 0 0 1"},
        {"29 dates after an accepted one is too soon", "hold 0 0 0 4",
         "AB*30 2024-05-01T20:00+00:00; fix 2024-05-03T20:00+00:00 2024-04-30; "
         "AB 2024-06-01T20:00+00:00; fix 2024-06-01T20:00+00:00 2024-05-31",
         "2024-06-01T21:00+00:00", "1 30 0 0 1"},
        {"30 are enough", "hold 0 0 0 4",
         "AB*30 2024-05-01T20:00+00:00; fix 2024-05-02T20:00+00:00 2024-04-30; "
         "AB 2024-06-01T20:00+00:00; fix 2024-06-01T20:00+00:00 2024-05-31",
         "2024-06-01T21:00+00:00", "31 31 0 0 1"},
        {"a rejected one doesn't stand in the way", "hold 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; fix 2024-05-02T20:00+00:00 2024-05-01; "
         "AB 2024-05-03T20:00+00:00; fix 2024-05-03T20:00+00:00 2024-05-02",
         "2024-05-03T21:00+00:00", "2 2 0 0 1"},
        {"a held date and its repair bridge once", "hold 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; A 2024-05-02T20:00+00:00; AB 2024-05-04T20:00+00:00; "
         "fix 2024-05-04T20:00+00:00 2024-05-02",
         "2024-05-04T21:00+00:00", "1 1 0 0 1"},
        {"a repaired date earns nothing and isn't counted", "hold 0 2 3 4",
         "AB 2024-05-01T20:00+00:00; fix 2024-05-03T20:00+00:00 2024-05-02",
         "2024-05-03T21:00+00:00", "1 1 0 0 0"},
    };
    CHECK(rows);
}

static void a_repair_row_counts_once(void **state) {
    (void)state;
    Story story;
    story_read(&story, "hold 0 0 0 4",
               "AB 2024-05-01T20:00+00:00; fix 2024-05-02T20:00+00:00 2024-05-01; "
               "AB 2024-05-03T20:00+00:00; fix 2024-05-03T20:00+00:00 2024-05-02",
               "2024-05-03T21:00+00:00");
    memcpy(story.repairs[1].id, story.repairs[0].id, sizeof story.repairs[0].id);
    assert_int_equal(story_reckon(&story).current, 1);
}

static void defaults_are_r13(void **state) {
    (void)state;
    StreakRules rules = streak_default_rules();
    assert_int_equal(rules.rollover_h, 4);
    assert_int_equal(rules.need, STREAK_NEED_HOLD);
    assert_int_equal(rules.rest_start, 1);
    assert_int_equal(rules.rest_every, 7);
    assert_int_equal(rules.rest_cap, 3);
}

static void rows_out_of_range_are_refused(void **state) {
    (void)state;
    Story story;
    story_read(&story, NULL, "AB*2 2024-05-01T20:00+00:00; fix 2024-05-03T20:00+00:00 2024-05-02",
               "2024-05-02T21:00+00:00");
    for (int fault = 0; fault < 8; fault++) {
        Story broken = story;
        switch (fault) {
        case 0: broken.plays[1].who = 0; break;
        case 1: broken.plays[1].who = 4; break;
        case 2: broken.plays[1].rollover_h = 12; break;
        case 3: broken.repairs[0].rollover_h = 12; break;
        case 4: broken.rules.rollover_h = -1; break;
        case 5: broken.rules.rest_start = -1; break;
        case 6: broken.rules.rest_every = 31; break;
        case 7: broken.rules.rest_cap = 8; break;
        default: break;
        }
        StreakResult result = {.current = 99};
        void *scratch = malloc(streak_scratch_bytes(2, 1, 0));
        StreakLog log = story_log(&broken);
        Err err = streak_reckon(&broken.rules, &log, broken.now, scratch, &result);
        free(scratch);
        assert_int_equal(err, ERR_FORMAT);
        assert_int_equal(result.current, 0);
    }
}

/* R6 and R7 as they are written: the earlier gap takes the rest day that a later one would have
 * needed. See the header of streak.h. */
static void one_more_evening_may_take_a_later_rest_day(void **state) {
    (void)state;
    static const StoryRow rows[] = {
        {"without it, the rest day saves the second gap", NULL,
         "AB 2024-05-01T20:00+00:00; AB 2024-05-04T20:00+00:00; AB 2024-05-06T20:00+00:00",
         "2024-05-06T21:00+00:00", "2 2 1 0 1"},
        {"with it, the first one", NULL,
         "AB*2 2024-05-01T20:00+00:00; AB 2024-05-04T20:00+00:00; AB 2024-05-06T20:00+00:00",
         "2024-05-06T21:00+00:00", "1 3 1 0 1"},
        {"without rest days it never shortens", "hold 0 0 0 4",
         "AB*2 2024-05-01T20:00+00:00; AB 2024-05-04T20:00+00:00; AB 2024-05-06T20:00+00:00",
         "2024-05-06T21:00+00:00", "1 2 0 0 1"},
    };
    CHECK(rows);
}

static void planned_pauses_bridge(void **state) {
    (void)state;
    static const StoryRow rows[] = {
        {"a pause costs nothing and counts nothing", "hold 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; away 2024-05-02 2024-05-19; AB 2024-05-20T20:00+00:00",
         "2024-05-20T21:00+00:00", "2 2 0 0 1"},
        {"until now as well, and today isn't missed", "hold 0 0 0 4",
         "AB*3 2024-05-01T20:00+00:00; away 2024-05-04 2024-05-30", "2024-05-20T21:00+00:00",
         "3 3 0 0 0"},
        {"a day before it is missed all the same", "hold 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; away 2024-05-03 2024-05-19; AB 2024-05-20T20:00+00:00",
         "2024-05-20T21:00+00:00", "1 1 0 0 1"},
        {"or costs a rest day", NULL,
         "AB 2024-05-01T20:00+00:00; away 2024-05-03 2024-05-19; AB 2024-05-20T20:00+00:00",
         "2024-05-20T21:00+00:00", "2 2 1 0 1"},
        {"an evening played in it counts", "hold 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; away 2024-05-02 2024-05-19; AB 2024-05-09T20:00+00:00; "
         "AB 2024-05-20T20:00+00:00",
         "2024-05-20T21:00+00:00", "3 3 0 0 1"},
        {"pauses may overlap, and a held date in one counts once", "hold 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; away 2024-05-04 2024-05-09; away 2024-05-02 2024-05-05; "
         "A 2024-05-05T20:00+00:00; AB 2024-05-11T20:00+00:00",
         "2024-05-11T21:00+00:00", "1 1 0 0 1"},
        {"one that ends before it begins is none", "hold 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; away 2024-05-09 2024-05-02; AB 2024-05-03T20:00+00:00",
         "2024-05-03T21:00+00:00", "1 1 0 0 1"},
        {"with both needed, an evening of one in it isn't missed", "both 0 0 0 4",
         "AB 2024-05-01T20:00+00:00; away 2024-05-02 2024-05-04; A 2024-05-03T20:00+00:00; "
         "AB 2024-05-05T20:00+00:00",
         "2024-05-05T21:00+00:00", "2 2 0 0 1"},
    };
    CHECK(rows);
}

static void pauses_are_drawn(void **state) {
    (void)state;
    Story story;
    char days[16];
    story_read(&story, NULL,
               "AB 2024-05-01T20:00+00:00; away 2024-05-03 2024-05-08; A 2024-05-04T20:00+00:00; "
               "AB 2024-05-05T20:00+00:00",
               "2024-05-06T21:00+00:00");
    story_days(&story, "2024-05-01", 9, days);
    assert_string_equal(days, "DRAHDAAAF");
    assert_true(story_reckon(&story).away_today);
    story.pause_count = 0;
    assert_false(story_reckon(&story).away_today);
}

static void repairs_are_offered_where_they_mend(void **state) {
    (void)state;
    static const struct {
        const char *log, *now, *offer;
    } table[] = {
        {"AB*3 2024-05-01T20:00+00:00; AB 2024-05-06T20:00+00:00", "2024-05-06T21:00+00:00",
         "2024-05-05"}, /* one by the rest day, one by the repair */
        {"AB*3 2024-05-01T20:00+00:00; AB 2024-05-05T20:00+00:00", "2024-05-05T21:00+00:00",
         "2024-05-04"}, /* gives the rest day back */
        {"AB*3 2024-05-01T20:00+00:00; AB 2024-05-07T20:00+00:00", "2024-05-07T21:00+00:00",
         "none"}, /* three missed: one repair isn't enough */
        {"AB*3 2024-05-01T20:00+00:00", "2024-05-06T21:00+00:00", "2024-05-05"},
        {"AB*4 2024-05-01T20:00+00:00", "2024-05-04T21:00+00:00", "none"},
        {"", "2024-05-04T21:00+00:00", "none"},
        {"AB 2024-05-01T20:00+00:00; AB*9 2024-05-03T20:00+00:00", "2024-05-11T21:00+00:00",
         "none"}, /* too long ago */
        {"AB*3 2024-05-01T20:00+00:00; AB 2024-05-06T20:00+00:00; "
         "fix 2024-04-20T20:00+00:00 2024-04-19",
         "2024-05-06T21:00+00:00", "none"}, /* less than 30 days after another one */
        {"AB*3 2024-05-01T20:00+00:00; AB 2024-05-06T20:00+00:00; AB 2024-06-06T20:00+00:00",
         "2024-05-06T21:00+00:00", "none"}, /* the clock looks wrong */
    };
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        Story story;
        char named[11];
        story_read(&story, "hold 1 0 0 4", table[i].log, table[i].now);
        assert_string_equal(story_offer(&story, named), table[i].offer);
    }
}

static void instants_beyond_the_calendar_do_no_harm(void **state) {
    (void)state;
    static const int64_t wild[] = {INT64_MIN, INT64_MAX, 0, -1};
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) {
            Story story;
            story_read(&story, NULL, "AB*5 2024-05-01T20:00+00:00", "2024-05-05T21:00+00:00");
            story.plays[2].utc_s = wild[i];
            story.plays[2].play_date = i % 2 ? INT32_MAX : INT32_MIN;
            story.now.utc_s = j > 0 ? wild[j] : story.now.utc_s;
            story.now.offset_s = j == 1 ? INT32_MAX : j == 2 ? INT32_MIN : 0;
            StreakResult result = story_reckon(&story);
            assert_true(result.current >= 0 && result.current <= 5);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(date_is_fixed_at_the_time_of_play),
        cmocka_unit_test(a_date_counts_once),
        cmocka_unit_test(an_id_counts_once),
        cmocka_unit_test(who_has_to_have_played),
        cmocka_unit_test(gaps_break_or_cost),
        cmocka_unit_test(rest_days_are_earned),
        cmocka_unit_test(now_writes_nothing),
        cmocka_unit_test(repairs_bridge),
        cmocka_unit_test(a_repair_row_counts_once),
        cmocka_unit_test(defaults_are_r13),
        cmocka_unit_test(rows_out_of_range_are_refused),
        cmocka_unit_test(one_more_evening_may_take_a_later_rest_day),
        cmocka_unit_test(planned_pauses_bridge),
        cmocka_unit_test(pauses_are_drawn),
        cmocka_unit_test(repairs_are_offered_where_they_mend),
        cmocka_unit_test(instants_beyond_the_calendar_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
