/* SPDX-License-Identifier: MIT */
/* A poll-driven server with a game that only counts, and raw sockets to speak to it. No thread, no
 * sleep: deadlines pass when the test moves the clock. */
#ifndef TB_SERVER_KIT_H
#define TB_SERVER_KIT_H

#include "server.h"

enum { KIT_ANSWER_MAX = 1 << 17, KIT_REQUEST_MAX = 1 << 16 };

/* What came back. */
enum {
    KIT_CLOSED = 0, /* the connection ended without a word */
    KIT_LATE = -1,  /* nothing, until the deadline closed it */
    KIT_SILENT = -2 /* nothing, and the deadline didn't help */
};

typedef struct Kit {
    Server *server;
    const char *host; /* "127.0.0.1:40123" */
    int64_t now_ms;
    bool is_mute;     /* the game takes, and doesn't answer */
    bool is_away;     /* the game doesn't take */
    int looks;        /* pages, polls and self-tests that were taken */
    int deeds;        /* ... and what could have changed something */
    int wakes;
    ServerRequest last;
    ServerReply reply; /* what the game answers, but for the id */
    char answer[KIT_ANSWER_MAX]; /* of kit_ask, kit_receive; ends in NUL */
} Kit;

/* Aborts if that fails; the server has "/phone.css". */
void kit_open(Kit *kit);
void kit_close(Kit *kit);

/* A socket; `from`: a loopback address of one's own, null: 127.0.0.1. -1: refused. */
int kit_connect(const Kit *kit, const char *from);

/* Sends what the other side will take; a connection that is gone is no error. */
void kit_send(Kit *kit, int fd, const char *bytes, size_t size);

/* Lets the server and the game work until a whole answer is there: its status, or a KIT_... . */
int kit_receive(Kit *kit, int fd);

/* One turn of the server and the game, without waiting; or turns until nothing happens any more,
 * which is when nothing came within some milliseconds. */
void kit_turn(Kit *kit);
void kit_settle(Kit *kit);

/* Whether the other side has closed; what it sent before is thrown away. */
bool kit_is_closed(Kit *kit, int fd);

/* A request on a socket of its own, closed afterwards. In `text` {H} stands for the host, {O} for
 * the origin, {K} for a key of 32 digits. */
int kit_ask(Kit *kit, const char *text, size_t size);
int kit_ask_text(Kit *kit, const char *text);

/* Writes `text` with its {H}, {O}, {K} filled in; returns the size. */
size_t kit_fill(const Kit *kit, const char *text, size_t size, char out[KIT_REQUEST_MAX]);

/* POST with all that a browser sends. */
int kit_post(Kit *kit, const char *path, const char *body);

/* Whether the last answer has this line among its headers. */
bool kit_has_header(const Kit *kit, const char *line);

#endif
