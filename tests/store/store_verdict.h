/* SPDX-License-Identifier: MIT */
/* Many points of failure, each judged on its own, and a line of a table for each class of them. */
#ifndef TB_STORE_VERDICT_H
#define TB_STORE_VERDICT_H

#include <stdbool.h>

/* What became of the couple's evenings at one point. */
typedef enum Verdict {
    VERDICT_WELL,
    VERDICT_LOST,    /* something that was acknowledged isn't there */
    VERDICT_CORRUPT, /* refused, not sound, altered, invented, or not told */
    VERDICT_CRASHED
} Verdict;

typedef Verdict (*VerdictJudge)(void *context, int point);

typedef struct Tally {
    int points, lost, corrupt, crashed;
} Tally;

/* Judges points 0 .. count-1 in a child process, so that a crash costs its own point alone; adds to
 * `tally`. The first bad ones are named on standard error as "class: scene, point". */
void verdict_run(const char *class_name, const char *scene, int count, VerdictJudge judge,
                 void *context, Tally *tally);

/* Prints "table: class | points | lost | corrupt | crashed"; true if all went well. */
bool verdict_print(const char *class_name, const Tally *tally);

/* Says why a point is bad, on standard error, while few have been said. Gives `verdict` back. */
Verdict verdict_say(Verdict verdict, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
