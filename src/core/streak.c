/* SPDX-License-Identifier: MIT */
/* The streak as the game asks for it: default rules (R13), checks, and which clock to believe
 * (R12). */
#include "streak_parts.h"

StreakRules streak_default_rules(void) {
    return (StreakRules){
        .rollover_h = 4,
        .need = STREAK_NEED_HOLD,
        .rest_start = 1,
        .rest_every = 7,
        .rest_cap = 3,
    };
}

size_t streak_scratch_bytes(int plays, int repairs) {
    StreakWork work;
    return streak_lay_out(&work, NULL, plays, repairs) + 1;
}

/* All that one question is asked with. */
typedef struct Question {
    const StreakRules *rules;
    const StreakPlay *plays;
    int play_count;
    const StreakRepair *repairs;
    int repair_count;
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
    if (!rules_are_valid(question->rules) || question->play_count < 0 ||
        question->repair_count < 0) {
        return false;
    }
    for (int i = 0; i < question->play_count; i++) {
        const StreakPlay *play = &question->plays[i];
        if (play->who < STREAK_WHO_A || play->who > STREAK_WHO_BOTH ||
            play->rollover_h > STREAK_ROLLOVER_MAX) {
            return false;
        }
    }
    for (int i = 0; i < question->repair_count; i++) {
        if (question->repairs[i].rollover_h > STREAK_ROLLOVER_MAX) {
            return false;
        }
    }
    return true;
}

static StreakResult reckon_at(StreakWork *work, const Question *question, StreakMoment now,
                              int64_t future_s, const StreakWindow *window) {
    streak_trust_rows(work, future_s);
    streak_file_strays(work, now);
    streak_make_dates(work, question->repairs, question->repair_count);
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
    streak_lay_out(&work, scratch, question->play_count, question->repair_count);
    streak_take_rows(&work, question->plays, question->play_count);
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

Err streak_reckon(const StreakRules *rules, const StreakPlay *plays, int play_count,
                  const StreakRepair *repairs, int repair_count, StreakNow now, void *scratch,
                  StreakResult *result) {
    const Question question = {rules, plays, play_count, repairs, repair_count, now};
    *result = (StreakResult){0};
    if (!question_is_valid(&question)) {
        return ERR_FORMAT;
    }
    const StreakWindow nothing = {0};
    *result = reckon(&question, scratch, &nothing);
    return ERR_OK;
}

Err streak_days(const StreakRules *rules, const StreakPlay *plays, int play_count,
                const StreakRepair *repairs, int repair_count, StreakNow now, void *scratch,
                Day first, int count, StreakDay out[]) {
    const Question question = {rules, plays, play_count, repairs, repair_count, now};
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
