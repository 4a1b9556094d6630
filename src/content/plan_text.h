/* SPDX-License-Identifier: MIT */
/* The words of a workshop's steps, for the wall and for paper: cards with the names of an invented
 * couple, answers by the kind of card. */
#ifndef TB_PLAN_TEXT_H
#define TB_PLAN_TEXT_H

#include "plan.h"
#include "strings.h"

enum { PLAN_TEXT_MAX = 512 };

/* Each writes into `out` and returns it; "" where there is nothing to say. */

/* "Card 2 · Brushed off", or the step's title. It doesn't give the answer away. */
const char *plan_heading(const Strings *strings, const PlanStep *step, char out[PLAN_TEXT_MAX]);
/* What is read before the question. */
const char *plan_scene(const Strings *strings, const PlanStep *step, char out[PLAN_TEXT_MAX]);
const char *plan_question(const Strings *strings, const PlanStep *step, char out[PLAN_TEXT_MAX]);
const char *plan_option(const Strings *strings, const PlanStep *step, int option,
                        char out[PLAN_TEXT_MAX]);
/* What was heard in this answer. */
const char *plan_heard(const Strings *strings, const PlanStep *step, int option,
                       char out[PLAN_TEXT_MAX]);
/* Why, of the whole card. */
const char *plan_why(const Strings *strings, const PlanStep *step, char out[PLAN_TEXT_MAX]);

#endif
