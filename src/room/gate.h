/* SPDX-License-Identifier: MIT */
/* What is let through to the game, and what it asks for. Pure: a request's head and body in, a
 * ServerRequest or the status of a refusal out. Whatever isn't named here is refused. */
#ifndef TB_GATE_H
#define TB_GATE_H

#include "server.h"

enum { GATE_TARGET_MAX = 192 };

typedef enum GateHeader {
    GATE_HOST,
    GATE_ORIGIN,
    GATE_TYPE,
    GATE_LENGTH,
    GATE_TRANSFER,
    GATE_SITE, /* Sec-Fetch-Site */
    GATE_COOKIE,
    GATE_ACCEPT,
    GATE_HEADER_COUNT
} GateHeader;

typedef struct GateHead {
    const char *method, *version;
    const char *target; /* as it was sent; null: none, or it was GATE_TARGET_MAX or longer */
    size_t size;        /* bytes of it all */
    const char *values[GATE_HEADER_COUNT]; /* the first of each; null: absent */
    int counts[GATE_HEADER_COUNT];
} GateHead;

typedef struct Gate {
    const char *origin; /* "http://192.168.0.7:8350" */
    const ServerFile *files;
    int file_count;
} Gate;

/* Notes a header if it is one of ours; names are the same in any case of letters. */
void gate_add_header(GateHead *head, const char *name, const char *value);

/* 0: let through; then `request` is filled but for its id, address and fresh bytes, or `file` is
 * the index of the file that is wanted (else -1). Otherwise the status of the refusal. */
int gate_check(const Gate *gate, const GateHead *head, ServerRequest *request, int *file);

/* The form of a SERVER_DEED that was let through: 0, or the status of the refusal. */
int gate_read_body(const char *body, size_t size, ServerRequest *request);

/* The bytes of exactly PHONES_TOKEN * 2 digits, a-f small. */
bool gate_read_token(const char *text, size_t length, uint8_t token[PHONES_TOKEN]);

#endif
