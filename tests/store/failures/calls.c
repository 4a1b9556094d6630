/* SPDX-License-Identifier: MIT */
/* Counting calls, and which of them fails how. */
#define _GNU_SOURCE /* kill */
#include "calls_inside.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

static atomic_bool is_armed;
static atomic_int calls, allocations;
static FaultClass fault_now = FAULT_NONE;
static int fault_at;
static CallLog *log_now;
static bool disk_is_read_only;

void calls_arm(FaultClass fault, int at, CallLog *log) {
    fault_now = fault;
    fault_at = at;
    log_now = log;
    atomic_store(&calls, 0);
    atomic_store(&allocations, 0);
    atomic_store(&is_armed, true);
}

void calls_disarm(void) {
    atomic_store(&is_armed, false);
}

void calls_mark_opening(void) {
    if (atomic_load(&is_armed) && log_now->opening == 0) {
        log_now->opening = atomic_load(&allocations);
    }
}

void calls_make_read_only(bool is_read_only) {
    disk_is_read_only = is_read_only;
}

bool calls_can_befall(FaultClass fault, const CallLog *log, int at) {
    if (fault == FAULT_MEMORY || fault == FAULT_MEMORY_ON) {
        return true;
    }
    int traits = log->list[at - 1].traits;
    switch (fault) {
    case FAULT_FULL:
    case FAULT_FULL_ON: return traits & CALL_TAKES_ROOM;
    case FAULT_SHORT_WRITE: return traits & CALL_WRITES;
    case FAULT_EIO_DONE: return traits & CALL_CHANGES;
    case FAULT_EIO_READS_ON: return traits & CALL_READS;
    default: return true;
    }
}

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) {
        pause(); /* until the signal comes */
    }
}

static int error_of(int number, int traits) {
    bool is_it = number == fault_at, is_on = number >= fault_at;
    switch (fault_now) {
    case FAULT_EIO: return is_it ? EIO : 0;
    case FAULT_EIO_ON: return is_on ? EIO : 0;
    case FAULT_EIO_READS_ON: return is_on && (traits & CALL_READS) ? EIO : 0;
    case FAULT_FULL: return is_it && (traits & CALL_TAKES_ROOM) ? ENOSPC : 0;
    case FAULT_FULL_ON: return is_on && (traits & CALL_TAKES_ROOM) ? ENOSPC : 0;
    default: return 0;
    }
}

Call call_begin(const char *name, int traits) {
    bool is_refused = disk_is_read_only && (traits & (CALL_CHANGES | CALL_MAY_WRITE));
    bool is_full = (traits & CALL_NAMES) && disk_is_full();
    Call call = {0, traits, is_refused ? EROFS : is_full ? ENOSPC : 0};
    if (!atomic_load(&is_armed)) {
        return call;
    }
    call.number = atomic_fetch_add(&calls, 1) + 1;
    log_now->calls = call.number;
    if (call.number <= CALLS_MAX) {
        log_now->list[call.number - 1].name = name;
        log_now->list[call.number - 1].traits = traits;
    }
    if (fault_now == FAULT_KILL_BEFORE && call.number == fault_at) {
        die();
    }
    int error = error_of(call.number, traits);
    call.error = error ? error : call.error;
    return call;
}

bool call_is_watched(void) {
    return atomic_load(&is_armed) || disk_is_read_only || disk_is_small();
}

bool call_end(Call call) {
    if (call.number == 0 || call.number != fault_at) {
        return false;
    }
    if (fault_now == FAULT_KILL_AFTER) {
        die();
    }
    if (fault_now == FAULT_EIO_DONE && (call.traits & CALL_CHANGES)) {
        errno = EIO;
        return true;
    }
    return false;
}

ssize_t call_size(Call call, int file, size_t size, off_t at) {
    size_t taken = disk_takes(file, size, at);
    if (taken == 0 && size > 0) {
        errno = ENOSPC;
        return -1;
    }
    if (call.number && call.number == fault_at && fault_now == FAULT_SHORT_WRITE && taken > 1) {
        taken /= 2;
    }
    return (ssize_t)taken;
}

/* --- Memory ----------------------------------------------------------------------------------- */

void *__libc_malloc(size_t size); /* what glibc keeps for those who replace malloc */
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

static bool has_memory(void) {
    if (!atomic_load(&is_armed)) {
        return true;
    }
    int number = atomic_fetch_add(&allocations, 1) + 1;
    log_now->allocations = number;
    return !(fault_now == FAULT_MEMORY && number == fault_at) &&
           !(fault_now == FAULT_MEMORY_ON && number >= fault_at);
}

static void *none(void) {
    errno = ENOMEM;
    return NULL;
}

void *malloc(size_t size) {
    return has_memory() ? __libc_malloc(size) : none();
}

void *calloc(size_t count, size_t size) {
    return has_memory() ? __libc_calloc(count, size) : none();
}

void *realloc(void *old, size_t size) {
    return has_memory() ? __libc_realloc(old, size) : none();
}
