/* SPDX-License-Identifier: MIT */
/* What stands in the valley after how many evenings, chapters, and in which season. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "game_kit.h"
#include "valley_growth.h"

static Growth grow(int evenings, unsigned gifts, Season season) {
    Growth growth;
    valley_grow(&(Garden){evenings, gifts, season}, &growth);
    return growth;
}

static int count_of(const Growth *growth, GrowthKind kind) {
    int count = 0;
    for (int i = 0; i < growth->count; i++) {
        count += growth->things[i].kind == kind;
    }
    return count;
}

/* Evenings; flowers on a bank in summer; beds, trees, gates, benches, hives, sundials. */
static const struct {
    int evenings, flowers;
    int things[GROWTH_GIFT];
    int until_next;
} days[] = {
    {0, 0, {0, 0, 0, 0, 0, 0}, 3},   {1, 1, {0, 0, 0, 0, 0, 0}, 2},
    {2, 2, {0, 0, 0, 0, 0, 0}, 1},   {3, 2, {0, 1, 0, 0, 0, 0}, 4},
    {7, 4, {1, 1, 0, 0, 0, 0}, 7},   {14, 8, {1, 1, 1, 0, 0, 0}, 7},
    {29, 9, {2, 1, 1, 0, 0, 0}, 1},  {30, 9, {2, 1, 1, 1, 0, 0}, 30},
    {90, 9, {3, 1, 1, 1, 1, 0}, 90}, {364, 9, {4, 1, 1, 1, 1, 0}, 1},
    {365, 9, {4, 1, 1, 1, 1, 1}, 0}, {4000, 9, {4, 1, 1, 1, 1, 1}, 0},
};

static void test_by_evenings(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        Growth growth = grow(days[i].evenings, 0, SEASON_SUMMER);
        assert_int_equal(growth.flowers, days[i].flowers);
        for (int kind = 0; kind < GROWTH_GIFT; kind++) {
            assert_int_equal(count_of(&growth, (GrowthKind)kind), days[i].things[kind]);
        }
        assert_int_equal(valley_evenings_to_next(days[i].evenings), days[i].until_next);
    }
}

/* Nothing that stands is taken away by an evening more, and each stays in its place. */
static void test_only_adds(void **state) {
    (void)state;
    Growth last = grow(0, 0, SEASON_AUTUMN);
    for (int evenings = 1; evenings < 500; evenings++) {
        Growth now = grow(evenings, 0, SEASON_AUTUMN);
        int found = 0;
        for (int i = 0; i < now.count; i++) {
            const Grown *thing = &now.things[i];
            for (int j = 0; j < last.count; j++) {
                const Grown *then = &last.things[j];
                found += thing->kind == then->kind && thing->x == then->x && thing->y == then->y &&
                         thing->size_percent >= then->size_percent;
            }
            assert_true(i == 0 || now.things[i - 1].y <= thing->y);
        }
        assert_int_equal(found, last.count);
        assert_true(now.flowers >= last.flowers);
        last = now;
    }
}

static void test_gifts(void **state) {
    (void)state;
    unsigned all = (1u << GIFT_COUNT) - 1;
    Growth growth = grow(365, all, SEASON_SPRING);
    assert_int_equal(count_of(&growth, GROWTH_GIFT), GIFT_COUNT);
    assert_int_equal(growth.count, GROWTH_MAX);
    growth = grow(0, 1u << GIFT_KITE, SEASON_SPRING);
    assert_int_equal(growth.count, 1);
    assert_int_equal(growth.things[0].gift, GIFT_KITE);
}

static void test_tree_takes_a_year(void **state) {
    (void)state;
    static const int sizes[][2] = {{3, 30}, {30, 35}, {90, 47}, {183, 65}, {365, 100}, {999, 100}};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        Growth growth = grow(sizes[i][0], 0, SEASON_SUMMER);
        assert_int_equal(growth.things[0].kind, GROWTH_TREE);
        assert_int_equal(growth.things[0].size_percent, sizes[i][1]);
    }
}

static void test_seasons(void **state) {
    (void)state;
    static const Season north[] = {SEASON_WINTER, SEASON_WINTER, SEASON_SPRING, SEASON_SPRING,
                                   SEASON_SPRING, SEASON_SUMMER, SEASON_SUMMER, SEASON_SUMMER,
                                   SEASON_AUTUMN, SEASON_AUTUMN, SEASON_AUTUMN, SEASON_WINTER};
    for (int month = 1; month <= 12; month++) {
        Season here = north[month - 1];
        assert_int_equal(season_of_month(month, false), here);
        assert_int_equal(season_of_month(month, true), (here + 2) % 4);
        assert_int_equal(grow(50, 0, here).flowers, here == SEASON_WINTER ? 0 : 9);
        assert_int_equal(grow(50, 0, here).season, here);
    }
}

/* A chapter's gift stands from its first keystone on, and once. */
static void test_a_chapter_brings_its_gift(void **state) {
    (void)state;
    static Kit kit;
    kit_open_home(&kit);
    assert_int_equal(game_garden(&kit.game, &kit.world, SEASON_SPRING).gifts, 0);
    kit.game.journey.chapters[2].rounds = 1;
    kit.game.journey.chapters[4].rounds = 3;
    Garden garden = game_garden(&kit.game, &kit.world, SEASON_SPRING);
    assert_int_equal(garden.gifts, 1u << GIFT_THANKS_BENCH | 1u << GIFT_HERON);
    assert_int_equal(garden.evenings, kit.game.streak.lifetime_days);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_evenings), cmocka_unit_test(test_only_adds),
        cmocka_unit_test(test_gifts),       cmocka_unit_test(test_tree_takes_a_year),
        cmocka_unit_test(test_seasons),     cmocka_unit_test(test_a_chapter_brings_its_gift),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
