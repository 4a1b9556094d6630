/* SPDX-License-Identifier: MIT */
/* A writer killed in the middle: every fact that it was told is saved is there afterwards. */
#define _GNU_SOURCE /* kill */
#include "store_kit.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS = 40 };

/* Saves facts for ever, and reports each that was acknowledged by one byte. */
static void write_for_ever(const char *folder, int first, int report) {
    Store *store;
    if (store_open(folder, &store, NULL) != ERR_OK) {
        _exit(1);
    }
    for (int i = first;; i++) {
        Err err = ERR_IO;
        Fact fact = kit_fact(i);
        if (store_append(store, &fact, 1, i % 2 ? "odd" : "even") == 0) {
            _exit(2);
        }
        store_flush(store);
        if (store_poll(store, &err, NULL) == 0 || err != ERR_OK || write(report, "", 1) != 1) {
            _exit(3);
        }
    }
}

/* Kills after `wanted` acknowledged facts; gives how many there were in the end. */
static int write_and_kill(const char *folder, int first, int wanted) {
    int report[2];
    char byte;
    int acknowledged = 0;
    assert_int_equal(pipe(report), 0);
    pid_t child = fork();
    if (child == 0) {
        close(report[0]);
        write_for_ever(folder, first, report[1]);
    }
    close(report[1]);
    while (acknowledged < wanted && read(report[0], &byte, 1) == 1) {
        acknowledged++;
    }
    kill(child, SIGKILL);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    while (read(report[0], &byte, 1) == 1) {
        acknowledged++;
    }
    close(report[0]);
    return acknowledged;
}

static void test_killed_in_the_middle(void **state) {
    Kit *kit = *state;
    int saved = 0;
    for (int round = 0; round < ROUNDS; round++) {
        int acknowledged = write_and_kill(kit->folder, saved, round % 7);
        Store *store = kit_open(kit->folder); /* the lock died with its process */
        kit_load(store, &kit->facts);
        /* one more may be on the disk, its acknowledgement still on its way */
        assert_in_range(kit->facts.count, saved + acknowledged, saved + acknowledged + 1);
        saved = kit->facts.count;
        kit_assert_facts(store, &kit->facts, saved);
        store_close(store);
    }
    assert_true(saved > ROUNDS);
}

int main(void) {
    const struct CMUnitTest all[] = {KIT_TEST(test_killed_in_the_middle)};
    return cmocka_run_group_tests(all, NULL, NULL);
}
