/* SPDX-License-Identifier: MIT */
/* Every call of the store, of SQLite and of jansson to the system's files and to malloc, counted,
 * and one of them failing on command.
 *
 * The executable defines open, pwrite64, fdatasync, malloc, ... itself, so the dynamic linker hands
 * all of them to it, also those inside the libraries. check_calls.py holds the list against what
 * the store and the libraries ask of C. */
#ifndef TB_FAILURES_CALLS_H
#define TB_FAILURES_CALLS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

typedef enum FaultClass {
    FAULT_KILL_BEFORE, /* SIGKILL before the call */
    FAULT_KILL_AFTER,
    FAULT_EIO,
    FAULT_EIO_DONE,     /* carried out, and reported as failed */
    FAULT_EIO_ON,       /* from there on */
    FAULT_EIO_READS_ON, /* from there on nothing can be read, while writing goes well */
    FAULT_FULL,
    FAULT_FULL_ON,
    FAULT_SHORT_WRITE, /* half of it is written, and half is reported */
    FAULT_MEMORY,      /* malloc, calloc or realloc gives nothing, once */
    FAULT_MEMORY_ON,
    FAULT_CLASSES,
    FAULT_NONE = FAULT_CLASSES
} FaultClass;

/* What can happen to a call. */
enum {
    CALL_TAKES_ROOM = 1, /* the disk may be full */
    CALL_WRITES = 2,     /* bytes, of which half may be written */
    CALL_CHANGES = 4,    /* may be done and yet reported as failed; not on a read-only disk */
    CALL_MAY_WRITE = 8,  /* an opening that a read-only disk refuses */
    CALL_NAMES = 16,     /* makes one name more, for which a full disk has no room */
    CALL_READS = 32
};

enum { CALLS_MAX = 8192 };

/* Lies in memory that the process which looks at it afterwards shares. */
typedef struct CallLog {
    int calls, allocations;
    int opening; /* allocations up to calls_mark_opening */
    struct {
        const char *name; /* a literal */
        int traits;
    } list[CALLS_MAX];
} CallLog;

/* From now on: call or allocation number `at` (from 1) fails. With FAULT_NONE they are counted. */
void calls_arm(FaultClass fault, int at, CallLog *log);
void calls_disarm(void);

/* The game has started for the first time. */
void calls_mark_opening(void);

/* Whether call number `at` of the log is one that this class can befall. */
bool calls_can_befall(FaultClass fault, const CallLog *log, int at);

/* The disk below `folder` holds so many bytes in all; below 0: as many as there are. */
void calls_limit_room(const char *folder, int64_t bytes);

/* Whatever would change a file fails as on a read-only disk. */
void calls_make_read_only(bool is_read_only);

/* The file at `path` can't be read from byte `first` to before `end`; null: each can again. */
void calls_break_file(const char *path, int64_t first, int64_t end);

#endif
