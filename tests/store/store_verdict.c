/* SPDX-License-Identifier: MIT */
/* Many points of failure, each judged on its own. */
#define _GNU_SOURCE /* fork */
#include "store_verdict.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SAID_MAX = 12 };

Verdict verdict_say(Verdict verdict, const char *format, ...) {
    static int said;
    va_list arguments;
    if (said++ >= SAID_MAX) {
        return verdict;
    }
    va_start(arguments, format);
    fputs("  ", stderr);
    vfprintf(stderr, format, arguments);
    fputs("\n", stderr);
    va_end(arguments);
    return verdict;
}

/* Writes a byte for each point; ends with the first that isn't well only by dying. */
static void judge_from(int first, int count, VerdictJudge judge, void *context, int report) {
    for (int point = first; point < count; point++) {
        unsigned char byte = (unsigned char)judge(context, point);
        if (write(report, &byte, 1) != 1) {
            _exit(1);
        }
    }
    _exit(0);
}

static void add(Tally *tally, Verdict verdict, const char *class_name, const char *scene,
                int point) {
    static const char *const names[] = {"well", "lost", "corrupt", "crashed"};
    tally->points++;
    tally->lost += verdict == VERDICT_LOST;
    tally->corrupt += verdict == VERDICT_CORRUPT;
    tally->crashed += verdict == VERDICT_CRASHED;
    if (verdict != VERDICT_WELL && tally->lost + tally->corrupt + tally->crashed <= SAID_MAX) {
        fprintf(stderr, "%s: %s, point %d: %s\n", class_name, scene, point, names[verdict]);
    }
}

void verdict_run(const char *class_name, const char *scene, int count, VerdictJudge judge,
                 void *context, Tally *tally) {
    int point = 0;
    while (point < count) {
        int report[2];
        unsigned char byte;
        fflush(NULL);
        if (pipe(report) != 0) {
            perror("pipe");
            exit(1);
        }
        pid_t child = fork();
        if (child == 0) {
            close(report[0]);
            judge_from(point, count, judge, context, report[1]);
        }
        close(report[1]);
        while (child > 0 && read(report[0], &byte, 1) == 1) {
            add(tally, (Verdict)byte, class_name, scene, point++);
        }
        close(report[0]);
        if (child < 0 || waitpid(child, NULL, 0) != child) {
            perror("fork");
            exit(1);
        }
        if (point < count) {
            add(tally, VERDICT_CRASHED, class_name, scene, point++);
        }
    }
}

bool verdict_print(const char *class_name, const Tally *tally) {
    printf("table: %s | %d | %d | %d | %d\n", class_name, tally->points, tally->lost,
           tally->corrupt, tally->crashed);
    return tally->points > 0 && tally->lost + tally->corrupt + tally->crashed == 0;
}
