/* SPDX-License-Identifier: MIT */
/* One scenario, failed at every point in every way. */
#ifndef TB_FAILURES_FORCE_H
#define TB_FAILURES_FORCE_H

#include "scenarios.h"

#include <stdatomic.h>
#include <stddef.h>

enum { FORCE_JOBS_MAX = 16 };

extern const char *const force_class_names[FAULT_CLASSES];

/* A class of failure. `crashed` holds also what hung, or gave up where it needn't. */
typedef struct Tally {
    atomic_int points, lost, corrupt, crashed;
} Tally;

/* Shared by all jobs. */
typedef struct Results {
    Tally tallies[FAULT_CLASSES];
    atomic_int shown;  /* how many failures were told in words */
    atomic_int broken; /* how often this program itself didn't work */
} Results;

typedef struct Options {
    int every;              /* 1: every point */
    int jobs;               /* processes side by side, at most FORCE_JOBS_MAX */
    const char *only;       /* one scenario, or null: all */
    const char *only_class; /* one class, or null: all */
    const char *folder;     /* where it may make folders */
} Options;

/* Memory that the processes share which are forked afterwards. */
void *force_share(size_t size);

void force_scenario(const Options *options, const Scenario *scenario, Results *results);

#endif
