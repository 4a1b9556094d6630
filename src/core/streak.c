/* SPDX-License-Identifier: MIT */
/* The streak as the game asks for it: default rules (R13), checks, and which clock to believe
 * (R12). */
#include "streak_parts.h"

#include <string.h>

StreakRules streak_default_rules(void) {
    return (StreakRules){
        .rollover_h = 4,
        .need = STREAK_NEED_HOLD,
        .rest_start = 1,
        .rest_every = 7,
        .rest_cap = 3,
    };
}

/* One repair more than there are, for streak_repair_offer, and a copy of them all behind it. */
static size_t bytes_of(int plays, int repairs, int pauses) {
    StreakWork work;
    int room = repairs > 0 ? repairs + 1 : 1;
    return streak_lay_out(&work, NULL, plays, room, pauses);
}

size_t streak_scratch_bytes(int plays, int repairs, int pauses) {
    int room = repairs > 0 ? repairs + 1 : 1;
    return bytes_of(plays, repairs, pauses) + (size_t)room * sizeof(StreakRepair);
}

/* All that one question is asked with. */
typedef struct Question {
    const StreakRules *rules;
    StreakLog log;
    StreakNow now;
} Question;

static bool rules_are_valid(const StreakRules *rules) {
    return rules->rollover_h >= 0 && rules->rollover_h <= STREAK_ROLLOVER_MAX &&
           (rules->need == STREAK_NEED_ANY || rules->need == STREAK_NEED_BOTH ||
            rules->need == STREAK_NEED_HOLD) &&
           rules->rest_start >= 0 && rules->rest_every >= 0 &&
           rules->rest_every <= STREAK_REST_EVERY_MAX && rules->rest_cap >= 0 &&
           rules->rest_cap <= STREAK_REST_CAP_MAX;
}

static bool question_is_valid(const Question *question) {
    const StreakLog *log = &question->log;
    if (!rules_are_valid(question->rules) || log->play_count < 0 || log->repair_count < 0 ||
        log->pause_count < 0) {
        return false;
    }
    for (int i = 0; i < log->play_count; i++) {
        const StreakPlay *play = &log->plays[i];
        if (play->who < STREAK_WHO_A || play->who > STREAK_WHO_BOTH ||
            play->rollover_h > STREAK_ROLLOVER_MAX) {
            return false;
        }
    }
    for (int i = 0; i < log->repair_count; i++) {
        if (log->repairs[i].rollover_h > STREAK_ROLLOVER_MAX) {
            return false;
        }
    }
    return true;
}

static StreakResult reckon_at(StreakWork *work, const Question *question, StreakMoment now,
                              int64_t future_s, const StreakWindow *window) {
    streak_trust_rows(work, future_s);
    streak_file_strays(work, now);
    streak_make_dates(work, question->log.repairs, question->log.repair_count);
    return streak_walk(work, now, window);
}

/* The greatest instant of all plays; of several, the last recorded. Null if there is no play. */
static const StreakRow *latest_row(const StreakWork *work) {
    const StreakRow *latest = NULL;
    for (int i = 0; i < work->row_count; i++) {
        if (!latest || work->rows[i].at.utc_s >= latest->at.utc_s) {
            latest = &work->rows[i];
        }
    }
    return latest;
}

static StreakResult reckon(const Question *question, void *scratch, const StreakWindow *window) {
    StreakWork work = {.rules = question->rules};
    const StreakLog *log = &question->log;
    streak_lay_out(&work, scratch, log->play_count, log->repair_count, log->pause_count);
    streak_take_pauses(&work, log->pauses, log->pause_count);
    streak_take_rows(&work, log->plays, log->play_count);
    StreakMoment now = {streak_clamp_utc(question->now.utc_s), question->now.offset_s,
                        question->rules->rollover_h};
    int64_t future_s = now.utc_s + STREAK_SMALL_STEP_S;
    const StreakRow *latest = latest_row(&work);
    if (!latest || latest->at.utc_s <= future_s) {
        return reckon_at(&work, question, now, future_s, window);
    }
    /* R12: either now is wrong (H2) or the plays after it are (H1). */
    const StreakWindow nothing = {0};
    StreakMoment later = latest->at;
    StreakResult believe_plays = reckon_at(&work, question, later, INT64_MAX, window);
    StreakResult believe_now = reckon_at(&work, question, now, future_s, &nothing);
    StreakResult result = believe_plays;
    if (believe_now.current >= believe_plays.current) {
        result = window->out ? reckon_at(&work, question, now, future_s, window) : believe_now;
    }
    result.clock_looks_wrong = true;
    return result;
}

Err streak_reckon(const StreakRules *rules, const StreakLog *log, StreakNow now, void *scratch,
                  StreakResult *result) {
    const Question question = {rules, *log, now};
    *result = (StreakResult){0};
    if (!question_is_valid(&question)) {
        return ERR_FORMAT;
    }
    const StreakWindow nothing = {0};
    *result = reckon(&question, scratch, &nothing);
    return ERR_OK;
}

Err streak_days(const StreakRules *rules, const StreakLog *log, StreakNow now, void *scratch,
                Day first, int count, StreakDay out[]) {
    const Question question = {rules, *log, now};
    for (int i = 0; i < count; i++) {
        out[i] = STREAK_DAY_QUIET;
    }
    if (!question_is_valid(&question)) {
        return ERR_FORMAT;
    }
    if (count > 0) {
        const StreakWindow window = {first, count, out};
        reckon(&question, scratch, &window);
    }
    return ERR_OK;
}

static bool is_better(const StreakResult *with, const StreakResult *without) {
    return with->current > without->current ||
           (with->current == without->current && with->rest_left > without->rest_left);
}

bool streak_repair_offer(const StreakRules *rules, const StreakLog *log, StreakNow now,
                         void *scratch, Day *named) {
    Question question = {rules, *log, now};
    StreakDay days[STREAK_REPAIR_WITHIN];
    if (!question_is_valid(&question)) {
        return false;
    }
    const StreakWindow nothing = {0};
    StreakResult best = reckon(&question, scratch, &nothing);
    if (best.clock_looks_wrong) {
        return false; /* which dates are past isn't certain */
    }
    Day first = best.today - STREAK_REPAIR_WITHIN;
    const StreakWindow window = {first, STREAK_REPAIR_WITHIN, days};
    reckon(&question, scratch, &window);
    size_t used = bytes_of(log->play_count, log->repair_count, log->pause_count);
    StreakRepair *repairs = (StreakRepair *)((unsigned char *)scratch + used);
    if (log->repair_count > 0) {
        memcpy(repairs, log->repairs, (size_t)log->repair_count * sizeof *repairs);
    }
    StreakRepair *trial = &repairs[log->repair_count];
    *trial = (StreakRepair){.utc_s = now.utc_s,
                            .offset_s = now.offset_s,
                            .rollover_h = (uint8_t)rules->rollover_h};
    memset(trial->id, 0xff, sizeof trial->id);
    question.log.repairs = repairs;
    question.log.repair_count++;
    bool is_found = false;
    for (int i = STREAK_REPAIR_WITHIN - 1; i >= 0; i--) {
        trial->named = first + i;
        if (days[i] != STREAK_DAY_QUIET && days[i] != STREAK_DAY_REST) {
            continue;
        }
        StreakResult with = reckon(&question, scratch, &nothing);
        if (is_better(&with, &best)) {
            best = with;
            *named = trial->named;
            is_found = true;
        }
    }
    return is_found;
}
