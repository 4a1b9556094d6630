/* SPDX-License-Identifier: MIT */
/* Any bytes at all as the lines of tools/streak, and as a log of plays, repairs and pauses: never a
 * crash, never a result that can't be, and a log that was imported twice changes nothing. */
#define _POSIX_C_SOURCE 200809L /* fmemopen */
#include "streak_cases.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ROWS_MAX = 48, WINDOW = 40, DAY_S = 86400 };

typedef struct Life {
    StreakRules rules;
    StreakPlay plays[2 * ROWS_MAX];
    StreakRepair repairs[2 * ROWS_MAX];
    StreakPause pauses[ROWS_MAX];
    StreakLog log;
    StreakNow now;
} Life;

typedef struct Bytes {
    const uint8_t *at, *end;
} Bytes;

static void require(bool is_true) {
    if (!is_true) {
        abort();
    }
}

static uint32_t take(Bytes *bytes, int count) {
    uint32_t value = 0;
    for (int i = 0; i < count; i++) {
        value = value << 8 | (bytes->at < bytes->end ? *bytes->at++ : 0);
    }
    return value;
}

/* Mostly near one month, so that evenings meet; now and then anywhere. */
static int64_t take_utc(Bytes *bytes) {
    uint32_t kind = take(bytes, 1);
    if (kind == 255) {
        return (int64_t)((uint64_t)take(bytes, 4) << 32 | take(bytes, 4));
    }
    return 1714521600 + (int64_t)(kind % 64) * DAY_S + (int64_t)take(bytes, 1) * 337;
}

static int32_t take_offset(Bytes *bytes) {
    return ((int32_t)(take(bytes, 1) % 105) - 48) * 900; /* -12 to +14 hours in quarters */
}

static Day take_day(Bytes *bytes) {
    uint32_t kind = take(bytes, 1);
    return kind == 255 ? (Day)take(bytes, 4) : 19844 + (Day)(kind % 64);
}

static void take_row(Life *life, Bytes *bytes) {
    StreakLog *log = &life->log;
    uint32_t kind = take(bytes, 1);
    if (kind % 8 == 0 && log->pause_count < ROWS_MAX) {
        life->pauses[log->pause_count++] = (StreakPause){take_day(bytes), take_day(bytes)};
    } else if (kind % 8 == 1 && log->repair_count < ROWS_MAX) {
        StreakRepair *repair = &life->repairs[log->repair_count++];
        *repair = (StreakRepair){.utc_s = take_utc(bytes),
                                 .offset_s = take_offset(bytes),
                                 .rollover_h = (uint8_t)(take(bytes, 1) % 12),
                                 .named = take_day(bytes)};
        repair->id[0] = (uint8_t)take(bytes, 1);
    } else if (log->play_count < ROWS_MAX) {
        StreakPlay *play = &life->plays[log->play_count++];
        *play = (StreakPlay){.utc_s = take_utc(bytes),
                             .offset_s = take_offset(bytes),
                             .device = kind / 8 % 3,
                             .who = (uint8_t)(1 + kind / 24 % 3),
                             .rollover_h = (uint8_t)(take(bytes, 1) % 12)};
        play->id[0] = (uint8_t)log->play_count;
        play->id[1] = (uint8_t)(take(bytes, 1) % 3 == 0);
        play->play_date = day_of_play(play->utc_s % 253402300799, play->offset_s,
                                      play->rollover_h);
    }
}

static void take_life(Life *life, Bytes *bytes) {
    *life = (Life){.rules = {(int)take(bytes, 1) % 12, (StreakNeed)(take(bytes, 1) % 3),
                             (int)take(bytes, 1) % 4, (int)take(bytes, 1) % 31,
                             (int)take(bytes, 1) % 8}};
    life->now = (StreakNow){take_utc(bytes), take_offset(bytes)};
    while (bytes->at < bytes->end) {
        take_row(life, bytes);
    }
    life->log.plays = life->plays;
    life->log.repairs = life->repairs;
    life->log.pauses = life->pauses;
}

static void check_days(const Life *life, void *scratch, const StreakResult *result) {
    StreakDay days[WINDOW];
    require(streak_days(&life->rules, &life->log, life->now, scratch, result->today - WINDOW + 3,
                        WINDOW, days) == ERR_OK);
    require((days[WINDOW - 3] == STREAK_DAY_DONE) == result->today_done);
    for (int i = 0; i < WINDOW; i++) {
        require(days[i] >= STREAK_DAY_QUIET && days[i] <= STREAK_DAY_AWAY);
        require(days[i] != STREAK_DAY_TODAY || i == WINDOW - 3);
        require(days[i] != STREAK_DAY_FUTURE || i > WINDOW - 3);
    }
}

static void check_life(Life *life) {
    StreakResult result, twice;
    StreakLog *log = &life->log;
    void *scratch =
        malloc(streak_scratch_bytes(2 * log->play_count, 2 * log->repair_count, log->pause_count));
    require(scratch);
    require(streak_reckon(&life->rules, log, life->now, scratch, &result) == ERR_OK);
    require(result.current >= 0 && result.current <= result.longest);
    require(result.longest <= result.lifetime_days && result.lifetime_days <= log->play_count);
    require(result.rest_left >= 0 && result.rest_used >= 0);
    check_days(life, scratch, &result);
    Day named;
    if (streak_repair_offer(&life->rules, log, life->now, scratch, &named)) {
        require(named < result.today && named >= result.today - STREAK_REPAIR_WITHIN);
    }
    memcpy(life->plays + log->play_count, life->plays,
           (size_t)log->play_count * sizeof(StreakPlay));
    memcpy(life->repairs + log->repair_count, life->repairs,
           (size_t)log->repair_count * sizeof(StreakRepair));
    log->play_count *= 2;
    log->repair_count *= 2;
    require(streak_reckon(&life->rules, log, life->now, scratch, &twice) == ERR_OK);
    require(memcmp(&result, &twice, sizeof result) == 0);
    free(scratch);
}

static void check_lines(const uint8_t *data, size_t size) {
    char *lines = malloc(size + 1);
    FILE *nowhere = fopen("/dev/null", "w");
    require(lines && nowhere);
    memcpy(lines, data, size);
    lines[size] = '\n';
    FILE *in = fmemopen(lines, size + 1, "r");
    require(in);
    CasesOutput output = {.file = nowhere, .takes_pauses = true};
    if (size > 0 && data[0] == '#') {
        require(cases_read_window(&output, "2024-05-01", "30"));
    }
    int status = cases_run(in, output, nowhere);
    require(status == 0 || status == 2);
    fclose(in);
    fclose(nowhere);
    free(lines);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static Life life;
    check_lines(data, size);
    Bytes bytes = {data, data + size};
    take_life(&life, &bytes);
    check_life(&life);
    return 0;
}
