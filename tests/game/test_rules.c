/* SPDX-License-Identifier: MIT */
/* Tables for "How an answer counts" (GAME.md). */
#include "rules.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(rows) ((int)(sizeof(rows) / sizeof(rows)[0]))

static void turns_become_stones_and_landing_only_lifts(void **state) {
    (void)state;
    static const struct {
        int turn, landed, bridge, wall;
    } rows[] = {
        {4, 3, 2, 0}, {3, 3, 1, 0}, {2, 3, 0, 0}, {1, 3, 0, 1}, {0, 3, 0, 2}, /* the table */
        {0, 4, 0, 2}, {0, 5, 1, 0}, {0, 6, 1, 0}, {1, 4, 0, 1}, {1, 5, 1, 0}, {1, 6, 1, 0},
        {2, 4, 0, 0}, {2, 5, 1, 0}, {2, 6, 1, 0}, {3, 6, 1, 0}, {4, 6, 2, 0}, /* lifts to 3 */
        {4, 0, 2, 0}, {3, 0, 1, 0}, {2, 0, 0, 0}, {1, 0, 0, 1}, /* never lowers */
    };
    for (int i = 0; i < COUNT(rows); i++) {
        StoneMove move = rules_stones(rows[i].turn, rows[i].landed);
        assert_int_equal(move.bridge, rows[i].bridge);
        assert_int_equal(move.wall, rows[i].wall);
    }
}

static void landing_never_lowers_whatever_the_turn(void **state) {
    (void)state;
    for (int turn = 0; turn <= 4; turn++) {
        for (int landed = 0; landed <= RULES_LANDED_MAX; landed++) {
            int effective = rules_effective_turn(turn, landed);
            assert_true(effective >= turn);
            assert_int_equal(effective, landed >= 5 && turn < 3 ? 3 : turn);
            assert_int_equal(rules_score(turn, landed), turn + landed);
            assert_int_equal(rules_second_offered(turn, landed), effective < 3);
        }
    }
    assert_int_equal(RULES_LANDED_PRIVATE, 3);
    assert_int_equal(rules_score(4, 6), RULES_SCORE_MAX);
}

static void stones_come_from_the_wall_first(void **state) {
    (void)state;
    static const struct {
        Tally before;
        StoneMove move;
        Tally after;
        int from_wall;
    } rows[] = {
        {{0, 0}, {1, 0}, {1, 0}, 0}, /* from the stream */
        {{5, 1}, {1, 0}, {6, 0}, 1}, {{5, 1}, {2, 0}, {7, 0}, 1}, {{5, 4}, {2, 0}, {7, 2}, 2},
        {{5, 4}, {0, 2}, {5, 6}, 0}, {{5, 4}, {0, 0}, {5, 4}, 0},
    };
    for (int i = 0; i < COUNT(rows); i++) {
        Tally tally = rows[i].before;
        assert_int_equal(tally_lay(&tally, rows[i].move), rows[i].from_wall);
        assert_int_equal(tally.bridge, rows[i].after.bridge);
        assert_int_equal(tally.wall, rows[i].after.wall);
    }
}

static void a_repair_is_worth_a_first_pick(void **state) {
    (void)state;
    for (int wall = 0; wall <= 4; wall++) {
        for (int first = 0; first <= 2; first++) {
            for (int second = 0; second <= 4; second++) {
                StoneMove laid = rules_stones(first, 3);
                Tally repaired = {10, wall};
                Tally at_once = repaired;
                tally_lay(&repaired, laid);
                Tally missed = repaired;
                assert_int_equal(tally_repair(&repaired, laid, second, 3), second >= 3);
                tally_lay(&at_once, rules_stones(second, 3));
                Tally expected = second >= 3 ? at_once : missed;
                assert_int_equal(repaired.bridge, expected.bridge);
                assert_int_equal(repaired.wall, expected.wall);
            }
        }
    }
}

static void a_repair_takes_no_more_than_the_wall_has(void **state) {
    (void)state;
    Tally tally = {3, 1};
    assert_true(tally_repair(&tally, (StoneMove){.wall = 2}, 3, 3));
    assert_int_equal(tally.wall, 0);
    assert_int_equal(tally.bridge, 4);
}

static void the_second_pick_counts_by_its_turn_not_its_landing(void **state) {
    (void)state;
    Tally tally = {3, 1};
    assert_false(tally_repair(&tally, (StoneMove){.wall = 1}, 2, 6));
    assert_int_equal(tally.wall, 1);
    assert_int_equal(tally.bridge, 3);
}

static void other_kinds(void **state) {
    (void)state;
    assert_int_equal(rules_found_score(true, true), 10);
    assert_int_equal(rules_found_score(true, false), 5);
    assert_int_equal(rules_found_score(false, true), 5);
    assert_int_equal(rules_found_score(false, false), 0);
    static const struct {
        CardKind kind;
        int score, bridge;
    } rows[] = {
        {CARD_SPOT, 10, 2}, {CARD_SPOT, 5, 1}, {CARD_SPOT, 0, 0}, {CARD_ASK, 10, 1},
        {CARD_DO, 10, 1},   {CARD_TINY, 10, 1}, {CARD_ASK, 0, 0},
    };
    for (int i = 0; i < COUNT(rows); i++) {
        StoneMove move = rules_plain_stones(rows[i].kind, rows[i].score);
        assert_int_equal(move.bridge, rows[i].bridge);
        assert_int_equal(move.wall, 0);
    }
}

static void marks_survive_packing(void **state) {
    (void)state;
    for (int all = 0; all < 3 * 3 * 3 * 3 * 3; all++) {
        uint8_t marks[SKILL_COUNT];
        uint8_t back[SKILL_COUNT];
        for (int i = 0, rest = all; i < SKILL_COUNT; i++, rest /= 3) {
            marks[i] = (uint8_t)(rest % 3);
        }
        rules_unpack_marks(rules_pack_marks(marks), back);
        assert_memory_equal(marks, back, sizeof marks);
    }
}

static void odd_marks_are_cut_to_their_range(void **state) {
    (void)state;
    static const int packed[] = {99999, -1, 12345678, INT32_MIN, INT32_MAX};
    for (int i = 0; i < COUNT(packed); i++) {
        uint8_t marks[SKILL_COUNT];
        rules_unpack_marks(packed[i], marks);
        for (int skill = 0; skill < SKILL_COUNT; skill++) {
            assert_in_range(marks[skill], 0, 2);
        }
    }
}

static void skills_weigh_the_newest_by_a_sixth(void **state) {
    (void)state;
    assert_int_equal(rules_skill_after(0, 0, 2), 2000); /* starts with the first */
    assert_int_equal(rules_skill_after(1234, 0, 1), 1000);
    assert_int_equal(rules_skill_after(2000, 1, 0), 1667);
    assert_int_equal(rules_skill_after(1000, 5, 2), 1166);
    int average = 0;
    for (int i = 0; i < 60; i++) {
        int before = average;
        average = rules_skill_after(average, i, i < 30 ? 2 : 0);
        assert_in_range(average, 0, 2000);
        assert_true(i == 0 || i >= 30 || average >= before);
    }
    assert_true(average < 50); /* thirty misses weigh more than thirty hits before them */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(turns_become_stones_and_landing_only_lifts),
        cmocka_unit_test(landing_never_lowers_whatever_the_turn),
        cmocka_unit_test(stones_come_from_the_wall_first),
        cmocka_unit_test(a_repair_is_worth_a_first_pick),
        cmocka_unit_test(a_repair_takes_no_more_than_the_wall_has),
        cmocka_unit_test(the_second_pick_counts_by_its_turn_not_its_landing),
        cmocka_unit_test(other_kinds),
        cmocka_unit_test(marks_survive_packing),
        cmocka_unit_test(odd_marks_are_cut_to_their_range),
        cmocka_unit_test(skills_weigh_the_newest_by_a_sixth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
