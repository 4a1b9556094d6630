/* SPDX-License-Identifier: MIT */
/* The workshop's server: plain HTTP for the phones of one room, by libmicrohttpd.
 *
 * It knows forms, limits and where a request may come from; what is asked means nothing to it. It
 * works on a thread of its own and hands each request over through a bounded queue; the answer
 * comes back through another (DEPENDENCIES.md 3). Nothing that was asked is logged. */
#ifndef TB_SERVER_H
#define TB_SERVER_H

#include "err.h"
#include "phones.h"

#include <stddef.h>

enum {
    SERVER_PORT = 8350,       /* tried first; then up to SERVER_PORTS_TRIED - 1 higher ones */
    SERVER_PORTS_TRIED = 10,
    SERVER_ADDRESS_MAX = 64,
    SERVER_BODY_MAX = 4096,   /* bytes of a request's body */
    SERVER_HEADERS_MAX = 8192,
    SERVER_QUEUE = 256, /* requests that wait for the game; more are told to come again */
    SERVER_DEADLINE_MS = 10000, /* for a whole request, its headers too */
    SERVER_CONNECTIONS = 320,
    SERVER_CROWD = 240, /* with more of them, one that never asked has only SERVER_CROWDED_MS */
    SERVER_CROWDED_MS = 2000,
    SERVER_PER_ADDRESS = 24,  /* connections of one address: six a browser, PHONES_PER_ADDRESS */
    SERVER_FILES_MAX = 8
};

/* Served as it stands, without asking the game. All text is the caller's and outlives it. */
typedef struct ServerFile {
    const char *path; /* "/phone.css" */
    const char *type; /* "text/css; charset=utf-8" */
    const char *bytes;
    size_t size;
} ServerFile;

typedef struct ServerOptions {
    const char *address; /* numeric, of this machine, IPv4 or IPv6 */
    int port;            /* 0: SERVER_PORT and up; -1: any free one */
    const ServerFile *files;
    int file_count;
    bool is_polled;      /* no thread: server_poll does the work (tests) */
    void (*wake)(void *context); /* a request waits; called on the server's thread; may be null */
    void *wake_context;
    int64_t (*now_ms)(void *context); /* for deadlines; null: the machine's clock that never turns
                                         back. Called on the server's thread */
    void *now_context;
} ServerOptions;

typedef struct Server Server;

/* What kind of answer is due. */
typedef enum ServerWant {
    SERVER_PAGE,  /* GET / or /r/KEY or /r/KEY/WORD-NUMBER: the whole page */
    SERVER_NOW,   /* GET /now?since=N: the inner page, or "not changed" if it is version N */
    SERVER_DEED,  /* POST: "see other /", or the inner page where the phone asked for that */
    SERVER_CHECK  /* GET /check: the page of the self-test */
} ServerWant;

typedef struct ServerRequest {
    int id;
    ServerWant want;
    bool wants_inner; /* SERVER_DEED: header "Accept: text/x-inner" */
    uint32_t since;
    char word[32], pair_word[32]; /* as typed, in small letters, "" none; "Otter 42" in one field
                                     is taken apart. The caller finds their numbers */
    PhoneAsk ask;     /* all but word, pair_word; PHONE_LOOK for GETs. A link's key and pair are
                         here too, of a GET */
} ServerRequest;

typedef struct ServerReply {
    int id;
    int status;            /* 200, 204, 303, 403, 404, 429 ...; 303 goes to "/", without a body */
    const char *body;      /* HTML, UTF-8; copied */
    size_t size;
    const uint8_t *token;  /* PHONES_TOKEN bytes: the seat's cookie is set; null: left as it is */
    bool drops_token;      /* the cookie is cleared */
    uint32_t version;      /* header "X-Version" */
    int retry_s;           /* header "Retry-After"; 0: none */
} ServerReply;

/* Listens, at this address alone. On an error `diag` says in a leader's words what is in the way:
 * ERR_NOT_FOUND: the machine has no such address; ERR_LOCKED: all ports are in use. */
Err server_open(const ServerOptions *options, Server **server, Diag *diag);

/* Stops listening, drops all connections, ends the thread. Null is fine. */
void server_close(Server *server);

/* "http://192.168.0.7:8350": what phones use, and what their Host must say. The server's. */
const char *server_origin(const Server *server);

/* The next request that waits; false: none. For the game's thread; never blocks for long. */
bool server_take(Server *server, ServerRequest *request);

/* The answer to a request that was taken. One that is gone is ignored: what isn't answered within
 * SERVER_DEADLINE_MS is told to come again. Never blocks for long. */
void server_reply(Server *server, const ServerReply *reply);

/* is_polled: does what is due on the sockets, waiting for `wait_ms` at most. */
void server_poll(Server *server, int wait_ms);

/* How many requests were refused so far, or never came to an end: for a report to the leader
 * ("something knocks a lot"). */
long server_refused(const Server *server);

#endif
