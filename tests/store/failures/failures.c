/* SPDX-License-Identifier: MIT */
/* Forces every kind of failure at every point of everything the store does.
 *
 * For each scenario: once without a failure, counting the calls to files and to malloc; then once
 * for each class and each call, in a process of its own, with this call failing. Afterwards, in
 * another process and on a disk that works again: does it start, is what was said to be saved
 * there byte for byte, is the file sound, was nothing invented.
 *
 * failures [--every N] [--only SCENARIO] [--class CLASS] [--jobs N]
 *   --every N   every N-th point only; SIGKILL after a call and ENOSPC in a play stay whole
 *   --only, --class   one of them, by the names that are printed
 *
 * Folders are made in TMPDIR, or else in /dev/shm: what a disk may do wrong is done here.
 * Prints a line for each class: "table: class | points | lost | corrupt | crashed". */
#define _GNU_SOURCE /* mkdtemp */
#include "force.h"
#include "tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool read_options(int count, char **words, Options *options) {
    for (int i = 1; i + 1 < count; i += 2) {
        int number = atoi(words[i + 1]);
        if (strcmp(words[i], "--every") == 0 && number > 0) {
            options->every = number;
        } else if (strcmp(words[i], "--jobs") == 0 && number > 0 && number <= FORCE_JOBS_MAX) {
            options->jobs = number;
        } else if (strcmp(words[i], "--class") == 0) {
            options->only_class = words[i + 1];
        } else if (strcmp(words[i], "--only") == 0) {
            options->only = words[i + 1];
        } else {
            return false;
        }
    }
    return count % 2 == 1;
}

static int print_table(const Options *options, Results *results) {
    int wrong = atomic_load(&results->broken);
    for (int i = 0; i < FAULT_CLASSES; i++) {
        Tally *tally = &results->tallies[i];
        if (options->only_class && strcmp(options->only_class, force_class_names[i]) != 0) {
            continue;
        }
        int lost = atomic_load(&tally->lost), corrupt = atomic_load(&tally->corrupt);
        int crashed = atomic_load(&tally->crashed), points = atomic_load(&tally->points);
        printf("table: %s | %d | %d | %d | %d\n", force_class_names[i], points, lost, corrupt,
               crashed);
        wrong += lost + corrupt + crashed + (points == 0);
    }
    return wrong;
}

int main(int count, char **words) {
    char folder[256];
    const char *chosen = getenv("TMPDIR");
    const char *usual = access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : "/tmp";
    Options options = {.every = 1, .jobs = 2, .folder = folder};
    if (!read_options(count, words, &options)) {
        fprintf(stderr, "failures [--every N] [--only SCENARIO] [--class CLASS] [--jobs N]\n");
        return 2;
    }
    snprintf(folder, sizeof folder, "%s/tb-failures-XXXXXX", chosen ? chosen : usual);
    if (!mkdtemp(folder)) {
        perror(folder);
        return 1;
    }
    Results *results = force_share(sizeof *results);
    int run = 0;
    for (int i = 0; i < scenario_count; i++) {
        if (!options.only || strcmp(options.only, scenarios[i].name) == 0) {
            force_scenario(&options, &scenarios[i], results);
            run++;
        }
    }
    tree_remove(folder);
    return run == 0 || print_table(&options, results) > 0 ? 1 : 0;
}
