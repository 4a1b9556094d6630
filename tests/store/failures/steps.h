/* SPDX-License-Identifier: MIT */
/* Single steps of a scenario: each asks the store for something, and holds it to its answer. */
#ifndef TB_FAILURES_STEPS_H
#define TB_FAILURES_STEPS_H

#include "scenarios.h"

/* Ends the process as wrong unless `condition`. */
void demand(World *world, bool condition, const char *what, const Diag *diag);

/* What failed once doesn't fail again. */
bool is_over(const Place *place);

/* Tries twice, as the couple would; ends quietly if it can't be. */
Store *start(World *world, const Place *place);

/* One transaction of new facts, the last of this kind; tried twice too. */
void save(World *world, const Place *place, Store *store, int count, FactKind kind, Day day,
          const char *bookmark);

/* What was said to be saved is also there for the evening that goes on; then closes. */
void finish(World *world, Store *store);

#endif
