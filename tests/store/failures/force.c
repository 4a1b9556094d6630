/* SPDX-License-Identifier: MIT */
/* One scenario: its points are counted, shared out, forced, and what is left is looked at. */
#define _GNU_SOURCE /* fork, MAP_ANONYMOUS */
#include "force.h"

#include "check.h"
#include "tree.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATIENCE_S = 30, SHOWN_MAX = 40 };

const char *const force_class_names[FAULT_CLASSES] = {
    [FAULT_KILL_BEFORE] = "SIGKILL before a call",
    [FAULT_KILL_AFTER] = "SIGKILL after a call",
    [FAULT_EIO] = "EIO",
    [FAULT_EIO_DONE] = "EIO after it was done",
    [FAULT_EIO_ON] = "EIO from there on",
    [FAULT_EIO_READS_ON] = "EIO for all reading from there on",
    [FAULT_FULL] = "ENOSPC",
    [FAULT_FULL_ON] = "ENOSPC from there on",
    [FAULT_SHORT_WRITE] = "short write",
    [FAULT_MEMORY] = "malloc gives nothing once",
    [FAULT_MEMORY_ON] = "malloc gives nothing from there on",
};

void *force_share(size_t size) {
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        perror("mmap");
        exit(1);
    }
    return memory;
}

typedef struct Job {
    const Options *options;
    const Scenario *scenario;
    const Tree *tree;
    const World *before; /* with the log of the run without a failure */
    World *world;        /* shared with the processes that are failed */
    Results *results;
    Place place;
} Job;

/* Runs `work` in a process of its own; gives how that ended. */
static int run_apart(void (*work)(World *world, const Place *place), World *world,
                     const Place *place) {
    int status = 0;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        alarm(PATIENCE_S);
        work(world, place);
        calls_disarm();
        _exit(END_SOUND);
    }
    if (child < 0 || waitpid(child, &status, 0) != child) {
        perror("fork");
        exit(1);
    }
    return status;
}

static void check(World *world, const Place *place) {
    check_what_is_left(world, place);
}

static bool ended(int status, int how) {
    return WIFEXITED(status) && WEXITSTATUS(status) == how;
}

static bool is_of_memory(FaultClass fault) {
    return fault == FAULT_MEMORY || fault == FAULT_MEMORY_ON;
}

static void judge(Job *job, FaultClass fault, int at, int status, const char *when) {
    Tally *tally = &job->results->tallies[fault];
    bool is_lost = ended(status, END_LOST), is_corrupt = ended(status, END_CORRUPT);
    atomic_fetch_add(is_lost ? &tally->lost : is_corrupt ? &tally->corrupt : &tally->crashed, 1);
    if (atomic_fetch_add(&job->results->shown, 1) >= SHOWN_MAX) {
        return;
    }
    bool is_call = !is_of_memory(fault);
    printf("%s, %s, %s %d (%s), %s: %s", job->scenario->name, force_class_names[fault],
           is_call ? "call" : "allocation", at,
           is_call ? job->before->log.list[at - 1].name : "malloc", when,
           is_lost      ? "LOST"
           : is_corrupt ? "CORRUPT"
                        : "CRASHED");
    printf(WIFSIGNALED(status) ? " by signal %d" : ", status %d",
           WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
    printf(": %s\n", job->world->words);
}

typedef struct Point {
    FaultClass fault;
    int at;
    const Scenario *scenario;
} Point;

static Point point_now; /* for the process that is forked with it */

static void act_with_fault(World *world, const Place *place) {
    calls_arm(point_now.fault, point_now.at, &world->log);
    point_now.scenario->act(world, place);
}

static int act(Job *job, FaultClass fault, int at) {
    *job->world = *job->before;
    job->world->log.calls = job->world->log.allocations = job->world->log.opening = 0;
    job->place.fault = fault;
    if (!tree_write(job->tree, job->place.root)) {
        perror(job->place.root);
        exit(1);
    }
    point_now = (Point){fault, at, job->scenario};
    return run_apart(act_with_fault, job->world, &job->place);
}

static bool is_killing(FaultClass fault) {
    return fault == FAULT_KILL_BEFORE || fault == FAULT_KILL_AFTER;
}

static void force(Job *job, FaultClass fault, int at) {
    int status = act(job, fault, at);
    bool is_call = !is_of_memory(fault);
    bool is_reached = (is_call ? job->world->log.calls : job->world->log.allocations) >= at;
    bool is_as_planned = is_killing(fault) ? WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL
                                           : ended(status, END_SOUND);
    atomic_fetch_add(&job->results->tallies[fault].points, 1);
    if (!is_reached) {
        printf("%s, %s: point %d was not reached\n", job->scenario->name, force_class_names[fault],
               at);
        atomic_fetch_add(&job->results->broken, 1);
    } else if (!is_as_planned) {
        judge(job, fault, at, status, "while it failed");
    } else {
        status = run_apart(check, job->world, &job->place);
        if (!ended(status, END_SOUND)) {
            judge(job, fault, at, status, "afterwards");
        }
    }
    tree_remove(job->place.root);
}

/* With --every these two of the play stay whole: the nearest a couple comes to a loss. */
static bool is_always_whole(const Scenario *scenario, FaultClass fault) {
    return strcmp(scenario->name, "a play") == 0 &&
           (fault == FAULT_KILL_AFTER || fault == FAULT_FULL);
}

/* The share of one job: every `jobs`-th of the points. */
static void force_all(Job *job, int number) {
    const CallLog *log = &job->before->log;
    int turn = 0;
    for (int i = 0; i < FAULT_CLASSES; i++) {
        FaultClass fault = (FaultClass)i;
        const char *only = job->options->only_class;
        if (only && strcmp(only, force_class_names[fault]) != 0) {
            continue;
        }
        int count = is_of_memory(fault) ? log->allocations : log->calls;
        int every = is_always_whole(job->scenario, fault) ? 1 : job->options->every;
        int left_out = i % every; /* not the same calls for each class */
        bool skips = is_of_memory(fault) && job->scenario->starts_like_a_play;
        for (int at = skips ? log->opening + 1 : 1; at <= count; at++) {
            if (!calls_can_befall(fault, log, at) || left_out++ % every != 0) {
                continue;
            }
            if (turn++ % job->options->jobs == number) {
                force(job, fault, at);
            }
        }
    }
}

/* In processes that work side by side. */
static void share_out(Job *job) {
    pid_t children[FORCE_JOBS_MAX];
    for (int i = 0; i < job->options->jobs; i++) {
        fflush(NULL);
        children[i] = fork();
        if (children[i] == 0) {
            char root[300];
            job->world = force_share(sizeof *job->world);
            snprintf(root, sizeof root, "%s/job%d", job->options->folder, i);
            place_at(&job->place, root);
            force_all(job, i);
            fflush(NULL);
            _exit(0);
        }
    }
    for (int i = 0; i < job->options->jobs; i++) {
        int status = 0;
        waitpid(children[i], &status, 0);
        if (!ended(status, 0)) {
            printf("%s: a job ended with %d\n", job->scenario->name, status);
            atomic_fetch_add(&job->results->broken, 1);
        }
    }
}

static void broken(Job *job, const char *what, int status) {
    printf("%s: %s (%d): %s\n", job->scenario->name, what, status, job->world->words);
    atomic_fetch_add(&job->results->broken, 1);
}

/* Without a failure: this counts the points, and shows that the scenario does what it says. */
static bool count_points(Job *job, World *before) {
    int status = act(job, FAULT_NONE, 0);
    before->log = job->world->log;
    if (!ended(status, END_SOUND) || before->log.calls > CALLS_MAX || before->log.calls == 0) {
        broken(job, "the run without a failure went wrong", status);
        return false;
    }
    status = run_apart(check, job->world, &job->place);
    tree_remove(job->place.root);
    if (!ended(status, END_SOUND)) {
        broken(job, "the check after a run without a failure went wrong", status);
        return false;
    }
    printf("%s: %d calls to files, %d allocations\n", job->scenario->name, before->log.calls,
           before->log.allocations);
    return true;
}

void force_scenario(const Options *options, const Scenario *scenario, Results *results) {
    World *before = force_share(sizeof *before), *world = force_share(sizeof *world);
    Job job = {.options = options,
               .scenario = scenario,
               .before = before,
               .world = before,
               .results = results};
    char root[300];
    Tree *tree = NULL;
    snprintf(root, sizeof root, "%s/template", options->folder);
    place_at(&job.place, root);
    job.place.fault = FAULT_NONE;
    int status = 0;
    bool is_ready = mkdir(root, 0700) == 0;
    if (is_ready && scenario->prepare) {
        status = run_apart(scenario->prepare, before, &job.place);
    }
    if (!is_ready || !ended(status, END_SOUND) || !(tree = tree_read(root))) {
        broken(&job, "it can’t be prepared", status);
    } else {
        job.tree = tree;
        job.world = world;
        snprintf(root, sizeof root, "%s/first", options->folder);
        place_at(&job.place, root);
        if (count_points(&job, before)) {
            share_out(&job);
        }
    }
    snprintf(root, sizeof root, "%s/template", options->folder);
    tree_remove(root);
    tree_free(tree);
    munmap(before, sizeof *before);
    munmap(world, sizeof *world);
}
