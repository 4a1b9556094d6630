/* SPDX-License-Identifier: MIT */
/* The tables of the garden: after how many evenings what stands where. */
#include "valley_growth.h"

enum { SMALLEST_PERCENT = 30, FIRST_FLOWERS = 1, EVENINGS_A_FLOWER = 2 };

Season season_of_month(int month, bool south) {
    int shifted = (month % 12) / 3; /* 12 1 2 winter, 3 4 5 spring ... */
    static const Season seasons[] = {SEASON_WINTER, SEASON_SPRING, SEASON_SUMMER, SEASON_AUTUMN};
    return seasons[(shifted + (south ? 2 : 0)) % 4];
}

typedef struct Row {
    int after; /* evenings */
    Grown grown;
} Row;

/* A sapling after three evenings, a garden after a month, all of it after a year. */
static const Row rows[] = {
    {3, {GROWTH_TREE, 0, 250, -14, 100}},     {7, {GROWTH_BED, 0, 214, 118, 88}},
    {14, {GROWTH_GATE, 0, 122, 128, 84}},     {21, {GROWTH_BED, 0, 342, 126, 92}},
    {30, {GROWTH_BENCH, 0, -410, 78, 84}},    {60, {GROWTH_BED, 0, 150, 180, 96}},
    {90, {GROWTH_HIVE, 0, 362, 74, 76}},      {180, {GROWTH_BED, 0, 300, 186, 100}},
    {365, {GROWTH_SUNDIAL, 0, -300, 96, 84}},
};

enum { ROWS = sizeof rows / sizeof rows[0] };

/* Where each chapter's gift stands. */
static const Grown gifts[GIFT_COUNT] = {
    [GIFT_LETTERBOX] = {GROWTH_GIFT, GIFT_LETTERBOX, -432, 46, 92},
    [GIFT_KITE] = {GROWTH_GIFT, GIFT_KITE, -232, -286, 100},
    [GIFT_THANKS_BENCH] = {GROWTH_GIFT, GIFT_THANKS_BENCH, -272, 66, 80},
    [GIFT_SWING] = {GROWTH_GIFT, GIFT_SWING, -802, 182, 84},
    [GIFT_HERON] = {GROWTH_GIFT, GIFT_HERON, 36, 108, 84},
    [GIFT_BOAT] = {GROWTH_GIFT, GIFT_BOAT, -56, 84, 62},
    [GIFT_WEATHERCOCK] = {GROWTH_GIFT, GIFT_WEATHERCOCK, 190, -216, 62},
    [GIFT_SIGNPOST] = {GROWTH_GIFT, GIFT_SIGNPOST, -350, 24, 84},
    [GIFT_NESTING_BOX] = {GROWTH_GIFT, GIFT_NESTING_BOX, -340, -84, 84},
    [GIFT_WELL] = {GROWTH_GIFT, GIFT_WELL, -600, 186, 88},
    [GIFT_TABLE] = {GROWTH_GIFT, GIFT_TABLE, -702, 190, 88},
};

/* Kept in order from far to near. */
static void put(Growth *growth, const Grown *grown) {
    int at = growth->count++;
    while (at > 0 && growth->things[at - 1].y > grown->y) {
        growth->things[at] = growth->things[at - 1];
        at--;
    }
    growth->things[at] = *grown;
}

static int tree_percent(int evenings) {
    int years = evenings < GROWTH_YEAR ? evenings : GROWTH_YEAR;
    return SMALLEST_PERCENT + (100 - SMALLEST_PERCENT) * years / GROWTH_YEAR;
}

static int flowers_after(int evenings) {
    int flowers = evenings < FIRST_FLOWERS ? 0 : 1 + evenings / EVENINGS_A_FLOWER;
    return flowers < GROWTH_FLOWERS_MAX ? flowers : GROWTH_FLOWERS_MAX;
}

void valley_grow(const Garden *garden, Growth *growth) {
    *growth = (Growth){.season = garden->season};
    growth->flowers = garden->season == SEASON_WINTER ? 0 : flowers_after(garden->evenings);
    for (int i = 0; i < ROWS && garden->evenings >= rows[i].after; i++) {
        Grown grown = rows[i].grown;
        if (grown.kind == GROWTH_TREE) {
            grown.size_percent = tree_percent(garden->evenings);
        }
        put(growth, &grown);
    }
    for (int i = 0; i < GIFT_COUNT; i++) {
        if (garden->gifts & 1u << i) {
            put(growth, &gifts[i]);
        }
    }
}

int valley_evenings_to_next(int evenings) {
    for (int i = 0; i < ROWS; i++) {
        if (evenings < rows[i].after) {
            return rows[i].after - evenings;
        }
    }
    return 0;
}
