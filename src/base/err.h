/* SPDX-License-Identifier: MIT */
/* Errors as values: what kind of thing went wrong, and words for the person who can mend it. */
#ifndef TB_ERR_H
#define TB_ERR_H

typedef enum Err {
    ERR_OK = 0,
    ERR_NOT_FOUND,   /* a file, id or device isn't there */
    ERR_DENIED,      /* no permission, or the folder is read-only */
    ERR_FULL,        /* the disk, or a fixed pool, has no room */
    ERR_IO,          /* reading or writing failed otherwise */
    ERR_FORMAT,      /* bytes that don't follow their format */
    ERR_TOO_NEW,     /* written by a later version of the game */
    ERR_LOCKED,      /* another copy of the game holds it */
    ERR_UNAVAILABLE, /* no display, no sound device, no such driver */
    ERR_MEMORY
} Err;

enum { DIAG_FILE_MAX = 256, DIAG_MESSAGE_MAX = 384 };

/* What to tell the person. `line` and `column` count from 1; 0 means "not about a place". */
typedef struct Diag {
    char file[DIAG_FILE_MAX];
    int line;
    int column;
    char message[DIAG_MESSAGE_MAX];
} Diag;

/* Fills `diag` (may be null) and returns `err`, so that callers can `return diag_set(...)`. */
Err diag_set(Diag *diag, Err err, const char *file, int line, int column, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* Writes "file:line:column: message" (leaving out what is unknown) into `out`; ends in NUL. */
void diag_print(const Diag *diag, char *out, int out_size);

#endif
