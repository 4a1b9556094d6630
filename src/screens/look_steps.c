/* SPDX-License-Identifier: MIT */
/* A ring of looks to go back to. */
#include "look_steps.h"

void look_steps_keep(LookSteps *steps, const Person *before) {
    int at = (steps->first + steps->count) % LOOK_STEPS_MAX;
    steps->past[at] = *before;
    if (steps->count < LOOK_STEPS_MAX) {
        steps->count++;
    } else {
        steps->first = (steps->first + 1) % LOOK_STEPS_MAX;
    }
}

bool look_steps_undo(LookSteps *steps, Person *before) {
    if (steps->count == 0) {
        return false;
    }
    steps->count--;
    *before = steps->past[(steps->first + steps->count) % LOOK_STEPS_MAX];
    return true;
}
