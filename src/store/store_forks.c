/* SPDX-License-Identifier: MIT */
/* One numbering for what two copies of a file recorded apart, the same for whoever imported whom.
 *
 * Both copies go on under one device number; at a merge each machine leaves its own facts there and
 * gives the other's a number made of the ids where they part (merge_fork). So the same facts
 * stand under other devices on each machine, and the rules of wrong clocks go by device. Here the
 * fork is found again by that number, and decided by the ids, which are the same everywhere:
 * where histories part, the one whose first fact has the smallest id keeps the number. Nothing is
 * written. Pure. */
#include "store_parts.h"

#include "hash.h"

#include <stdlib.h>
#include <string.h>

enum { NONE = -1 };

/* The facts of one device as they are stored, in their order. */
typedef struct Branch {
    int first;
    int after;   /* the fact it left after, or the root of a branch (facts + its place), or NONE */
    int sibling; /* another branch that left there */
} Branch;

/* A history is a tree: each fact has one that it came after. */
typedef struct Forks {
    Fact *facts;
    int count;
    Branch *branches;
    int branch_count;
    int *next;    /* the fact that goes on after a fact or root, or NONE */
    int *leaving; /* the first branch that left after a fact or root, or NONE */
} Forks;

static int count_branches(const FactList *facts) {
    int count = facts->count > 0;
    for (int i = 1; i < facts->count; i++) {
        count += facts->items[i].device != facts->items[i - 1].device;
    }
    return count;
}

static bool open_forks(Forks *forks, FactList *facts, int branches) {
    size_t places = (size_t)facts->count + (size_t)branches;
    *forks = (Forks){.facts = facts->items, .count = facts->count, .branch_count = branches};
    forks->branches = calloc((size_t)branches, sizeof *forks->branches);
    forks->next = malloc(places * sizeof *forks->next);
    forks->leaving = malloc(places * sizeof *forks->leaving);
    for (size_t i = 0; forks->leaving && i < places; i++) {
        forks->leaving[i] = NONE;
    }
    return forks->branches && forks->next && forks->leaving;
}

static void close_forks(Forks *forks) {
    free(forks->branches);
    free(forks->next);
    free(forks->leaving);
}

static void find_branches(Forks *forks) {
    int at = NONE;
    for (int i = 0; i < forks->count; i++) {
        if (i == 0 || forks->facts[i].device != forks->facts[i - 1].device) {
            forks->branches[++at] = (Branch){.first = i, .after = NONE, .sibling = NONE};
            forks->next[forks->count + at] = i;
        }
        bool goes_on = i + 1 < forks->count && forks->facts[i + 1].device == forks->facts[i].device;
        forks->next[i] = goes_on ? i + 1 : NONE;
    }
}

/* The fact before it, by the number that was made of both. One that left before anything was
 * recorded goes to the root of the branch whose number it had. */
static int find_before(const Forks *forks, int place) {
    const Fact *facts = forks->facts, *first = &facts[forks->branches[place].first];
    for (int i = 0; i < forks->count; i++) {
        if (facts[i].seq == first->seq - 1 && merge_fork(&facts[i], 0, first) == first->device) {
            return i;
        }
    }
    for (int i = 0; i < forks->branch_count; i++) {
        const Fact *other = &facts[forks->branches[i].first];
        if (i != place && other->seq >= first->seq &&
            merge_fork(NULL, other->device, first) == first->device) {
            return forks->count + i;
        }
    }
    return NONE;
}

static void hang_branches(Forks *forks) {
    for (int i = 0; i < forks->branch_count; i++) {
        Branch *branch = &forks->branches[i];
        branch->after = find_before(forks, i);
        if (branch->after != NONE) {
            branch->sibling = forks->leaving[branch->after];
            forks->leaving[branch->after] = i;
        }
    }
}

/* Wherever branches leave, the smallest id goes on; who went on until now leaves in its place. */
static void choose_who_goes_on(Forks *forks, int place) {
    for (int i = forks->leaving[place]; i != NONE; i = forks->branches[i].sibling) {
        Branch *branch = &forks->branches[i];
        int on = forks->next[place];
        if (on == NONE || memcmp(forks->facts[branch->first].id, forks->facts[on].id, 16) < 0) {
            forks->next[place] = branch->first;
            branch->first = on; /* may be NONE: nobody leaves */
        }
    }
}

static void give_number(Forks *forks, int root, int64_t device, int depth);

static void give_number_to_leaving(Forks *forks, int place, int64_t device, int depth) {
    const Fact *before = place < forks->count ? &forks->facts[place] : NULL;
    for (int i = forks->leaving[place]; i != NONE; i = forks->branches[i].sibling) {
        int first = forks->branches[i].first;
        if (first != NONE) {
            give_number(forks, first, merge_fork(before, device, &forks->facts[first]), depth + 1);
        }
    }
}

/* As deep as branches leave branches. */
static void give_number(Forks *forks, int root, int64_t device, int depth) {
    for (int i = root; i != NONE && depth <= forks->branch_count; i = forks->next[i]) {
        if (i < forks->count) {
            forks->facts[i].device = device;
        }
        give_number_to_leaving(forks, i, device, depth);
    }
}

/* Most couples have one machine, and nothing to settle. */
Err forks_settle(FactList *facts) {
    Forks forks;
    if (count_branches(facts) < 2) {
        return ERR_OK;
    }
    merge_sort_by_number(facts);
    int branches = count_branches(facts);
    if (!open_forks(&forks, facts, branches)) {
        close_forks(&forks);
        return ERR_MEMORY;
    }
    find_branches(&forks);
    hang_branches(&forks);
    for (int i = 0; i < forks.count + branches; i++) {
        choose_who_goes_on(&forks, i);
    }
    for (int i = 0; i < branches; i++) {
        if (forks.branches[i].after == NONE) {
            int64_t device = forks.facts[forks.branches[i].first].device;
            give_number(&forks, forks.count + i, device, 0);
        }
    }
    close_forks(&forks);
    return merge_sort(facts);
}
