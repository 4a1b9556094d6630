/* SPDX-License-Identifier: MIT */
/* Scoring in whole numbers only. */
#include "rules.h"

int rules_effective_turn(int turn, int landed) {
    bool lifts = landed >= RULES_LANDED_LIFTS && turn < RULES_TURN_KIND;
    return lifts ? RULES_TURN_KIND : turn;
}

StoneMove rules_stones(int turn, int landed) {
    static const StoneMove by_turn[] = {
        [0] = {.wall = 2}, [1] = {.wall = 1}, [2] = {0}, [3] = {.bridge = 1}, [4] = {.bridge = 2},
    };
    return by_turn[rules_effective_turn(turn, landed)];
}

int rules_score(int turn, int landed) {
    return turn + landed;
}

bool rules_second_offered(int turn, int landed) {
    return rules_effective_turn(turn, landed) < RULES_TURN_KIND;
}

int tally_lay(Tally *tally, StoneMove move) {
    int from_wall = move.bridge < tally->wall ? move.bridge : tally->wall;
    tally->wall += move.wall - from_wall;
    tally->bridge += move.bridge;
    return from_wall;
}

bool tally_repair(Tally *tally, StoneMove first, int second_turn, int second_landed) {
    if (second_turn < RULES_TURN_KIND) {
        return false;
    }
    int back = first.wall < tally->wall ? first.wall : tally->wall;
    tally->wall -= back;
    tally_lay(tally, rules_stones(second_turn, second_landed));
    return true;
}

int rules_found_score(bool found_by_one, bool found_by_other) {
    return ((found_by_one ? 1 : 0) + (found_by_other ? 1 : 0)) * RULES_SCORE_MAX / 2;
}

int rules_mean_score(int turn_sum, int count) {
    int most = RULES_TURN_MAX * count;
    return (2 * RULES_SCORE_MAX * turn_sum + most) / (2 * most);
}

StoneMove rules_plain_stones(CardKind kind, int score) {
    int mean_turn = (RULES_TURN_MAX * score + RULES_SCORE_MAX / 2) / RULES_SCORE_MAX;
    switch (kind) {
    case CARD_SPOT:
    case CARD_LISTEN: return (StoneMove){.bridge = score * 2 / RULES_SCORE_MAX};
    case CARD_SCENE:
        return (StoneMove){.bridge = (score * 2 + RULES_SCORE_MAX - 1) / RULES_SCORE_MAX};
    case CARD_REWORD: return (StoneMove){.bridge = rules_stones(mean_turn, 0).bridge};
    case CARD_TALK: return rules_stones(mean_turn, 0);
    case CARD_OWN_WORDS: return rules_stones(RULES_TURN_MIDDLE, score - RULES_TURN_MIDDLE);
    default: return (StoneMove){.bridge = score > 0 ? 1 : 0};
    }
}

bool rules_has_marks(CardKind kind) {
    return kind == CARD_RESPOND || kind == CARD_REWORD || kind == CARD_LISTEN ||
           kind == CARD_OWN_WORDS || kind == CARD_TALK || kind == CARD_SCENE;
}

int rules_pack_marks(const uint8_t marks[SKILL_COUNT]) {
    int packed = 0;
    for (int i = 0; i < SKILL_COUNT; i++) {
        packed = packed * 10 + marks[i];
    }
    return packed;
}

void rules_unpack_marks(int packed, uint8_t marks[SKILL_COUNT]) {
    for (int i = SKILL_COUNT - 1; i >= 0; i--) {
        int digit = packed % 10;
        marks[i] = (uint8_t)(digit < 0 ? 0 : digit > 2 ? 2 : digit);
        packed /= 10;
    }
}

int rules_skill_after(int average_milli, int observations, int mark) {
    int value = mark * 1000;
    return observations == 0 ? value : average_milli + (value - average_milli) / 6;
}
