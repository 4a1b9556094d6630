/* SPDX-License-Identifier: MIT */
/* Reads streak cases told as short stories. */
#include "streak_story.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { ENTRY_BYTES = 96, DAY_S = 86400 };

static StreakNow read_moment(const char *text) {
    Now now;
    if (!now_parse(text, &now)) {
        fail_msg("no moment: %s", text);
    }
    return (StreakNow){now.utc_ms / 1000, now.offset_min * 60};
}

static uint8_t read_who(const char *text) {
    uint8_t who = 0;
    for (; *text == 'A' || *text == 'B'; text++) {
        who |= *text == 'A' ? STREAK_WHO_A : STREAK_WHO_B;
    }
    if (who == 0 || (*text != '\0' && *text != '*')) {
        fail_msg("nobody plays: %s", text);
    }
    return who;
}

static void add_play(Story *story, char device, uint8_t who, StreakNow at, int rollover_h) {
    assert_true(story->play_count < STORY_PLAYS_MAX);
    StreakPlay *play = &story->plays[story->play_count++];
    *play = (StreakPlay){
        .device = (uint64_t)device,
        .utc_s = at.utc_s,
        .offset_s = at.offset_s,
        .who = who,
        .rollover_h = (uint8_t)rollover_h,
        .play_date = day_of_play(at.utc_s, at.offset_s, rollover_h),
    };
    memcpy(play->id, &story->play_count, sizeof story->play_count);
}

static void add_repair(Story *story, StreakNow at, const char *named) {
    assert_true(story->repair_count < STORY_REPAIRS_MAX);
    StreakRepair *repair = &story->repairs[story->repair_count++];
    *repair = (StreakRepair){.utc_s = at.utc_s, .offset_s = at.offset_s, .rollover_h = 4};
    if (!day_parse(named, &repair->named)) {
        fail_msg("no date: %s", named);
    }
    memcpy(repair->id, &story->repair_count, sizeof story->repair_count);
}

static void read_entry(Story *story, char *entry) {
    char word[32], moment[40], named[16] = "";
    if (sscanf(entry, "%31s %39s %15s", word, moment, named) < 2) {
        fail_msg("no entry: %s", entry);
    }
    if (strcmp(word, "away") == 0) {
        assert_true(story->pause_count < STORY_PAUSES_MAX);
        StreakPause *pause = &story->pauses[story->pause_count++];
        assert_true(day_parse(moment, &pause->first) && day_parse(named, &pause->last));
        return;
    }
    int rollover_h = 4;
    char *slash = strchr(moment, '/');
    if (slash) {
        rollover_h = atoi(slash + 1);
        *slash = '\0';
    }
    StreakNow at = read_moment(moment);
    if (strcmp(word, "fix") == 0) {
        add_repair(story, at, named);
        return;
    }
    bool has_device = word[1] == ':';
    uint8_t who = read_who(has_device ? word + 2 : word);
    const char *star = strchr(word, '*');
    int evenings = star ? atoi(star + 1) : 1;
    for (int i = 0; i < evenings; i++, at.utc_s += DAY_S) {
        add_play(story, has_device ? word[0] : 'd', who, at, rollover_h);
    }
}

static void read_rules(StreakRules *rules, const char *text) {
    char need[8];
    int read = sscanf(text, "%7s %d %d %d %d", need, &rules->rest_start, &rules->rest_every,
                      &rules->rest_cap, &rules->rollover_h);
    assert_int_equal(read, 5);
    rules->need = need[0] == 'a'   ? STREAK_NEED_ANY
                  : need[0] == 'b' ? STREAK_NEED_BOTH
                                   : STREAK_NEED_HOLD;
}

void story_read(Story *story, const char *rules, const char *log, const char *now) {
    *story = (Story){.rules = streak_default_rules(), .now = read_moment(now)};
    if (rules) {
        read_rules(&story->rules, rules);
    }
    while (*log) {
        char entry[ENTRY_BYTES];
        size_t length = strcspn(log, ";");
        assert_true(length < sizeof entry);
        memcpy(entry, log, length);
        entry[length] = '\0';
        read_entry(story, entry);
        log += length;
        log += strspn(log, "; ");
    }
}

StreakLog story_log(const Story *story) {
    return (StreakLog){story->plays,        story->play_count, story->repairs,
                       story->repair_count, story->pauses,     story->pause_count};
}

static void *scratch_for(const Story *story) {
    return malloc(
        streak_scratch_bytes(story->play_count, story->repair_count, story->pause_count));
}

const char *story_offer(const Story *story, char out[11]) {
    Day named;
    StreakLog log = story_log(story);
    void *scratch = scratch_for(story);
    assert_non_null(scratch);
    bool is_offered = streak_repair_offer(&story->rules, &log, story->now, scratch, &named);
    free(scratch);
    if (!is_offered) {
        return "none";
    }
    day_print(named, out);
    return out;
}

StreakResult story_reckon(const Story *story) {
    StreakLog log = story_log(story);
    void *scratch = scratch_for(story);
    assert_non_null(scratch);
    StreakResult result;
    Err err = streak_reckon(&story->rules, &log, story->now, scratch, &result);
    free(scratch);
    assert_int_equal(err, ERR_OK);
    return result;
}

void story_check_rows(const StoryRow *rows, int count) {
    for (int i = 0; i < count; i++) {
        Story story;
        story_read(&story, rows[i].rules, rows[i].log, rows[i].now);
        StreakResult result = story_reckon(&story);
        char told[64];
        snprintf(told, sizeof told, "%d %d %d %d %d", result.current, result.longest,
                 result.rest_used, result.rest_left, (int)result.today_done);
        if (strcmp(told, rows[i].expect) != 0) {
            fail_msg("%s: expected %s, told %s", rows[i].name, rows[i].expect, told);
        }
    }
}

void story_days(const Story *story, const char *first, int count, char *out) {
    static const char letters[] = "QDRHPTFA";
    StreakDay days[64];
    Day day;
    assert_true(day_parse(first, &day) && count <= 64);
    StreakLog log = story_log(story);
    void *scratch = scratch_for(story);
    assert_non_null(scratch);
    Err err = streak_days(&story->rules, &log, story->now, scratch, day, count, days);
    free(scratch);
    assert_int_equal(err, ERR_OK);
    for (int i = 0; i < count; i++) {
        out[i] = letters[days[i]];
    }
    out[count] = '\0';
}
