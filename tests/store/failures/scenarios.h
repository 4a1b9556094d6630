/* SPDX-License-Identifier: MIT */
/* What the couple does while something fails. */
#ifndef TB_FAILURES_SCENARIOS_H
#define TB_FAILURES_SCENARIOS_H

#include "world.h"

enum { SCENARIO_PATH_MAX = 512 };

/* The store's folder lies in `root`, and whatever else the scenario needs beside it. */
typedef struct Place {
    char root[256];
    char folder[300];
    char other[300];  /* another machine's file */
    char export[300]; /* a history as JSON */
    FaultClass fault; /* what will fail, for the scenario to know what it may expect */
} Place;

void place_at(Place *place, const char *root);

typedef struct Scenario {
    const char *name;
    void (*prepare)(World *world, const Place *place); /* nothing fails; null: nothing to do */
    void (*act)(World *world, const Place *place);     /* in a process that may be killed */
    bool starts_like_a_play; /* where malloc is failed already at each point of the start */
} Scenario;

extern const Scenario scenarios[];
extern const int scenario_count;

#endif
