/* SPDX-License-Identifier: MIT */
/* A made-up room, for a leader who rehearses and for trying the server under load: people with
 * tempers, quick, shy or kind, whom talking moves. The same seed makes the same room. */
#ifndef TB_CROWD_H
#define TB_CROWD_H

#include "phones.h"

enum {
    CROWD_PEOPLE = 24,
    CROWD_BREATH_MS = 400 /* how often the room is asked whether somebody does something */
};

/* What person `who` answers to a step with so many options; PICK_PASSED: this one passes. */
int crowd_answer(const PlanStep *step, int options, uint64_t seed, int who);

/* What person `who`, who sees `view`, does at this moment; false: nothing yet. Fills in `ask` but
 * for the token and the address. */
bool crowd_wants(const PhoneView *view, uint64_t seed, int who, int64_t now_ms, PhoneAsk *ask);

/* One breath of a room of CROWD_PEOPLE: one more comes in, or some answer. */
void crowd_breathe(Phones *phones, const Lead *lead, int64_t now_ms);

/* Whether anybody of it is still on the way, or has something open on the phone. */
bool crowd_is_busy(const Phones *phones, const Lead *lead);

#endif
