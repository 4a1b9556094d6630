/* SPDX-License-Identifier: MIT */
/* Requests that no honest phone sends, and what must come of each. */
#ifndef TB_HOSTILE_H
#define TB_HOSTILE_H

#include <stddef.h>

typedef enum HostileKind {
    HOSTILE_HOST,   /* names and ports that aren't ours: DNS rebinding */
    HOSTILE_ORIGIN, /* other pages' forms and scripts */
    HOSTILE_METHOD,
    HOSTILE_VERSION, /* other protocols */
    HOSTILE_PATH,
    HOSTILE_LENGTH, /* two readings of where a request ends */
    HOSTILE_HEADER, /* too many, too large, broken */
    HOSTILE_SLOW,   /* never finished */
    HOSTILE_FORM,
    HOSTILE_SEAT, /* somebody else's */
    HOSTILE_TEXT, /* names and lines */
    HOSTILE_KIND_COUNT
} HostileKind;

/* Outcomes beside the status of a refusal and the KIT_... of a connection that ends. */
enum {
    HOSTILE_CONTINUE = 100, /* told to go on, which changes nothing */
    HOSTILE_LOOK = 200,     /* harmless: looked at a page, changed nothing */
    HOSTILE_NOBODY = 1,     /* harmless: asked the game, but holds nobody's seat */
    HOSTILE_CLEANED = 2     /* harmless: a text, and `clean` is what would be shown of it */
};

/* What is sent: `start`, `unit` as often as `times` says, `end`; in them {H} stands for our host,
 * {O} for our origin, {K} for a seat's token. With a `path` it is the body of a POST to it that is
 * honest in all else. */
typedef struct HostileRow {
    HostileKind kind;
    const char *name; /* what it is, and why it is sent */
    int outcome;
    const char *path;
    const char *start;
    size_t size;
    const char *unit;
    int times;
    const char *end;
    const char *clean;
    int hangs_up; /* no more is sent */
} HostileRow;

extern const HostileRow hostile_wire[];
extern const int hostile_wire_count;
extern const HostileRow hostile_heads[];
extern const int hostile_heads_count;
extern const HostileRow hostile_forms[];
extern const int hostile_forms_count;

enum { HOSTILE_BYTES_MAX = 1 << 17 };

/* All that the row has to say, with its marks filled in. Returns the size. */
size_t hostile_write(const HostileRow *row, const char *origin, char out[HOSTILE_BYTES_MAX]);

#endif
