/* SPDX-License-Identifier: MIT */
/* A second copy of the game says so within a second and writes nothing; the lock of one that died
 * isn't believed. */
#define _GNU_SOURCE /* kill, nftw */
#include "../store_kit.h"
#include "../store_verdict.h"

#include "hash.h"

#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SECOND_COPY_POINTS = 24, STALE_POINTS = 24, AT_ONCE_POINTS = 8, AT_ONCE = 6 };

static uint64_t folder_hash; /* nftw takes no context */

/* Names, sizes, bytes, permissions and times to the nanosecond; not in any order of the folder. */
static int add_entry(const char *path, const struct stat *info, int type, struct FTW *walk) {
    (void)walk;
    uint64_t hash = hash_text(HASH_START, path);
    hash = hash_u64(hash, (uint64_t)info->st_mode);
    hash = hash_u64(hash, (uint64_t)info->st_ino);
    hash = hash_bytes(hash, &info->st_mtim, sizeof info->st_mtim);
    if (type == FTW_F) {
        size_t size;
        unsigned char *bytes = kit_read(path, &size);
        hash = hash_bytes(hash, bytes, size);
        free(bytes);
    }
    folder_hash += hash;
    return 0;
}

static uint64_t look_at(const char *folder) {
    folder_hash = 0;
    assert_int_equal(nftw(folder, add_entry, 16, FTW_PHYS), 0);
    return folder_hash;
}

static int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* --- Another process that has the evenings open ------------------------------------------------
 */

typedef struct Holder {
    pid_t process;
    int ready, go; /* it says by one byte that it has opened, and closes when it gets one */
} Holder;

static void save_for_ever(Store *store) {
    for (int i = 0;; i++) {
        Fact fact = kit_fact(i);
        (void)kit_commit(store, &fact, 1, "here", NULL);
    }
}

/* `is_busy`: saves facts all the time. */
static void hold(const char *folder, bool is_busy, int ready, int go) {
    Store *store;
    if (store_open(folder, &store, NULL) != ERR_OK) {
        _exit(1);
    }
    store_flush(store);
    if (write(ready, "", 1) != 1) {
        _exit(2);
    }
    char byte;
    if (is_busy) {
        save_for_ever(store);
    }
    _exit(read(go, &byte, 1) == 1 ? (store_close(store), 0) : 3);
}

static Holder start_holder(const char *folder, bool is_busy) {
    int ready[2], go[2];
    char byte;
    assert_int_equal(pipe(ready), 0);
    assert_int_equal(pipe(go), 0);
    Holder holder = {fork(), ready[0], go[1]};
    if (holder.process == 0) {
        close(ready[0]);
        close(go[1]);
        hold(folder, is_busy, ready[1], go[0]);
    }
    close(ready[1]);
    close(go[0]);
    assert_int_equal(read(holder.ready, &byte, 1), 1);
    return holder;
}

static void end_holder(Holder *holder, bool is_killed) {
    int status;
    if (is_killed) {
        kill(holder->process, SIGKILL);
    } else {
        assert_int_equal(write(holder->go, "", 1), 1);
    }
    assert_int_equal(waitpid(holder->process, &status, 0), holder->process);
    close(holder->ready);
    close(holder->go);
}

/* --- The folders that a copy may find -----------------------------------------------------------
 */

static void fill(const char *folder, int facts) {
    Store *store = kit_open(folder);
    kit_append(store, 0, facts);
    store_close(store);
}

static void put(const char *folder, const char *name, const char *text) {
    char path[STORE_PATH_MAX];
    assert_true(folder_join(path, folder, name));
    kit_write(path, text, strlen(text));
}

/* What would tempt a start to write: laid there while the first copy plays. */
static void tempt(const char *folder, int number) {
    char path[STORE_PATH_MAX], copy[STORE_PATH_MAX];
    assert_true(folder_join(path, folder, "tiny-bridges.db"));
    assert_true(folder_join(copy, folder, "tiny-bridges (1).db"));
    switch (number % 6) {
    case 0: break;
    case 1: kit_copy(path, copy); break;
    case 2: put(folder, "tiny-bridges.db-wal", "log"); break;
    case 3: put(folder, "tiny-bridges.db.new", "half"); break;
    case 4: unlink(path); break;                                       /* a start would make one */
    default: put(folder, "tiny-bridges.db", "SQLite format 3"); break; /* or rescue this one */
    }
}

static Verdict try_second(const char *folder, bool is_busy) {
    Store *store = NULL;
    Diag diag;
    uint64_t before = is_busy ? 0 : look_at(folder);
    int64_t start_ms = now_ms();
    Err err = store_open(folder, &store, &diag);
    int64_t took_ms = now_ms() - start_ms;
    uint64_t after = is_busy ? 0 : look_at(folder);
    store_close(store);
    if (err != ERR_LOCKED || !strstr(diag.message, "open already")) {
        return verdict_say(VERDICT_CORRUPT, "the second copy got %d: “%s”", err, diag.message);
    }
    if (took_ms >= 1000) {
        return verdict_say(VERDICT_CORRUPT, "after %lld ms", (long long)took_ms);
    }
    return before == after ? VERDICT_WELL : verdict_say(VERDICT_CORRUPT, "it wrote something");
}

static Verdict judge_second(void *context, int number) {
    const char *folder = context;
    bool is_busy = number % 4 == 3;
    kit_wipe(folder);
    if (number >= SECOND_COPY_POINTS / 2) {
        fill(folder, 20);
    }
    Holder holder = start_holder(folder, is_busy);
    if (!is_busy) {
        tempt(folder, number);
    }
    Verdict verdict = try_second(folder, is_busy);
    verdict = verdict == VERDICT_WELL ? try_second(folder, is_busy) : verdict;
    end_holder(&holder, is_busy);
    return verdict;
}

/* --- Locks that are left behind ------------------------------------------------------------------
 */

/* What an older or another program may have written into it: numbers of processes that live. */
static void write_lock(const char *folder, int number) {
    char text[64];
    pid_t pids[] = {1, getpid(), getppid()};
    snprintf(text, sizeof text, "%d\n", (int)pids[number % 3]);
    put(folder, "tiny-bridges.lock", number % 2 ? text : "");
}

static Verdict judge_stale(void *context, int number) {
    const char *folder = context;
    static KitFacts facts;
    kit_wipe(folder);
    fill(folder, 10);
    Holder holder = start_holder(folder, number % 2 == 1);
    end_holder(&holder, true);
    if (number % 3) {
        write_lock(folder, number);
    }
    Store *store = NULL;
    Diag diag;
    int64_t start_ms = now_ms();
    Err err = store_open(folder, &store, &diag);
    if (err != ERR_OK || now_ms() - start_ms >= 1000 || diag.message[0]) {
        return verdict_say(VERDICT_CORRUPT, "a dead copy's lock: %d, “%s”", err, diag.message);
    }
    kit_load(store, &facts);
    store_close(store);
    return facts.count >= 10 ? VERDICT_WELL : VERDICT_LOST;
}

/* --- Several that start in the same moment ------------------------------------------------------
 */

/* 0: it has them; 1: told that another one has. */
static void start_at_once(const char *folder, int go, int end) {
    Store *store;
    char byte;
    alarm(4);                  /* should more than one have them, nobody ends */
    (void)!read(go, &byte, 1); /* ends for all of them at once */
    Err err = store_open(folder, &store, NULL);
    if (err == ERR_OK) {
        (void)!read(end, &byte, 1);
        store_close(store);
    }
    _exit(err == ERR_OK ? 0 : err == ERR_LOCKED ? 1 : 2);
}

static Verdict judge_at_once(void *context, int number) {
    const char *folder = context;
    int go[2], end[2], outcomes[3] = {0};
    kit_wipe(folder);
    if (number % 2) {
        fill(folder, 5);
    }
    assert_int_equal(pipe(go), 0);
    assert_int_equal(pipe(end), 0);
    for (int i = 0; i < AT_ONCE; i++) {
        if (fork() == 0) {
            close(go[1]);
            close(end[1]);
            start_at_once(folder, go[0], end[0]);
        }
    }
    close(go[0]);
    close(end[0]);
    close(go[1]);
    for (int i = 0; i < AT_ONCE; i++) { /* all but one end by themselves */
        int status;
        if (i == AT_ONCE - 1) {
            close(end[1]);
        }
        wait(&status);
        outcomes[WIFEXITED(status) && WEXITSTATUS(status) < 2 ? WEXITSTATUS(status) : 2]++;
    }
    return outcomes[0] == 1 && outcomes[1] == AT_ONCE - 1
               ? VERDICT_WELL
               : verdict_say(VERDICT_CORRUPT, "%d have it, %d were told, %d otherwise", outcomes[0],
                             outcomes[1], outcomes[2]);
}

static bool run(const char *name, int count, VerdictJudge judge, const char *root) {
    char folder[300];
    Tally tally = {0};
    snprintf(folder, sizeof folder, "%s/our evenings", root);
    verdict_run(name, "point", count, judge, folder, &tally);
    return verdict_print(name, &tally);
}

int main(void) {
    Kit *kit;
    assert_int_equal(kit_set_up((void **)&kit), 0);
    bool is_well = run("two copies: the second", SECOND_COPY_POINTS, judge_second, kit->root);
    is_well &= run("two copies: a stale lock", STALE_POINTS, judge_stale, kit->root);
    is_well &= run("two copies: started at once", AT_ONCE_POINTS, judge_at_once, kit->root);
    kit_tear_down((void **)&kit);
    return is_well ? 0 : 1;
}
