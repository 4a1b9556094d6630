/* SPDX-License-Identifier: MIT */
/* One step of a workshop's plan: its fields, and what must hold between them. */
#ifndef TB_PLAN_STEP_H
#define TB_PLAN_STEP_H

#include "fields.h"
#include "plan.h"

/* Reads a step from its mapping. What is wrong is noted. */
void plan_step_read(FieldReader *reader, const CardSet *cards, const YamlNode *map, PlanStep *step);

/* Fills the `lines` of a step, or the needs of a plan: at most `limit` texts of `length`
 * characters; returns how many. */
int plan_lines_read(FieldReader *reader, const YamlNode *list, const char *name, int limit,
                    int length, const char **lines);

#endif
