/* SPDX-License-Identifier: MIT */
/* Reads workshop plans: one plan a file, as levels/workshops/README.md tells authors. */
#ifndef TB_PLAN_FILE_H
#define TB_PLAN_FILE_H

#include "arena.h"
#include "findings.h"
#include "plan.h"

#include <stddef.h>

enum { PLANS_MAX = 32 };

/* Plans that are being collected. Zero-initialise; texts and steps belong to `texts`. */
typedef struct PlanReader {
    Arena *texts;
    const CardSet *cards; /* what plans may name */
    Plan plans[PLANS_MAX];
    int count;
} PlanReader;

/* Reads a plan; one with an error is left out, and `findings` says file:line:column and why. */
Err plan_read_file(PlanReader *reader, const char *path, Findings *findings);

/* The same from memory: `size` bytes followed by a NUL; `name` stands for the file. */
Err plan_read_text(PlanReader *reader, const char *name, const char *bytes, size_t size,
                   Findings *findings);

/* All that were read, in their order (PlanSet). Empty if memory is out. */
PlanSet plan_reader_plans(PlanReader *reader);

#endif
