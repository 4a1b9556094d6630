/* SPDX-License-Identifier: MIT */
/* What somebody looked like before: each change can be undone, one after the other. */
#ifndef TB_LOOK_STEPS_H
#define TB_LOOK_STEPS_H

#include "person.h"

#include <stdbool.h>

enum { LOOK_STEPS_MAX = 64 };

/* All zero: nothing to undo. When full, the oldest step is forgotten. */
typedef struct LookSteps {
    Person past[LOOK_STEPS_MAX];
    int first, count;
} LookSteps;

/* Keeps what `before` was. */
void look_steps_keep(LookSteps *steps, const Person *before);

/* The newest that was kept, and forgets it. False: there is none. */
bool look_steps_undo(LookSteps *steps, Person *before);

#endif
