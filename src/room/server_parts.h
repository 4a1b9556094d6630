/* SPDX-License-Identifier: MIT */
/* What the server's own files know of each other; nobody else includes this. */
#ifndef TB_SERVER_PARTS_H
#define TB_SERVER_PARTS_H

#include "gate.h"
#include "http_library.h"
#include "pace.h"
#include "server.h"
#include "sip.h"

#include <pthread.h>
#include <stdatomic.h>

/* --- What waits for the game: the only thing that both threads touch ------------------------- */

typedef struct Peer Peer;

/* An answer on its way; the body is the holder's to free. */
typedef struct ServerAnswer {
    int status, retry_s;
    char *body;
    size_t size;
    bool sets_token, drops_token;
    uint8_t token[PHONES_TOKEN];
    uint32_t version;
} ServerAnswer;

typedef enum ExchangeState {
    EXCHANGE_FREE,
    EXCHANGE_WAITING,
    EXCHANGE_TAKEN,
    EXCHANGE_ANSWERED
} ExchangeState;

typedef struct Exchange {
    ExchangeState state;
    int64_t order; /* who came first */
    int64_t since_ms;
    ServerRequest request; /* with its id */
    ServerAnswer answer;
    Peer *peer;
} Exchange;

typedef struct Exchanges {
    pthread_mutex_t lock;
    int64_t last_order;
    Exchange slots[SERVER_QUEUE];
} Exchanges;

/* False: all places are taken. */
bool exchanges_put(Exchanges *exchanges, const ServerRequest *request, Peer *peer, int64_t now_ms);
bool exchanges_take(Exchanges *exchanges, ServerRequest *request);
bool exchanges_answer(Exchanges *exchanges, const ServerReply *reply);

/* Hands each answer to its peer, "come again" for what has waited SERVER_DEADLINE_MS; writes whose
 * they were into `peers` and returns how many. */
int exchanges_deliver(Exchanges *exchanges, int64_t now_ms, Peer *peers[SERVER_QUEUE]);
void exchanges_free(Exchanges *exchanges);

/* --- The server's thread ---------------------------------------------------------------------- */

typedef enum PeerState {
    PEER_IDLE,    /* no line of a request yet */
    PEER_HEAD,    /* its first line was seen */
    PEER_BODY,    /* its head was let through */
    PEER_WAITING, /* for the game; suspended */
    PEER_SENDING
} PeerState;

/* A connection. */
struct Peer {
    Server *server;
    Peer *before, *after;
    struct MHD_Connection *connection;
    int fd;
    uint64_t address; /* hashed */
    PeerState state;
    bool has_asked;   /* a whole request came and was answered */
    bool is_dropped;
    int64_t since_ms; /* the deadline runs from here */
    bool has_target;
    char target[GATE_TARGET_MAX];
    ServerRequest request;
    int file; /* index, -1: the game is asked */
    size_t body_size;
    char body[SERVER_BODY_MAX];
    ServerAnswer answer;
};

struct Server {
    ServerOptions options;
    char origin[SERVER_ADDRESS_MAX + 16];
    Gate gate;
    uint8_t address_key[SIP_KEY];
    HttpLibrary http;
    struct MHD_Daemon *daemon;
    struct MHD_Response *files[SERVER_FILES_MAX];
    int epoll_fd, wake_fd;
    Peer *peers;
    int peer_count;
    int64_t swept_ms;
    Pace pace;
    pthread_t thread;
    bool has_thread;
    atomic_bool is_closing;
    atomic_long refused;
    Exchanges exchanges;
};

/* server_listen.c: a socket that listens, or -1; writes the origin. */
int server_listen(const ServerOptions *options, char *origin, size_t size, Err *err, Diag *diag);

/* server_talk.c: what libmicrohttpd calls; `context` is the Server. */
void talk_connection(void *context, struct MHD_Connection *connection, void **peer,
                     enum MHD_ConnectionNotificationCode code);
void *talk_target(void *context, const char *target, struct MHD_Connection *connection);
size_t talk_unescape(void *context, struct MHD_Connection *connection, char *text);
enum MHD_Result talk_request(void *context, struct MHD_Connection *connection, const char *target,
                             const char *method, const char *version, const char *body,
                             size_t *body_size, void **peer);
void talk_completed(void *context, struct MHD_Connection *connection, void **peer,
                    enum MHD_RequestTerminationCode code);

/* server_answer.c */
/* Null: no memory. */
struct MHD_Response *answer_file(const Server *server, const ServerFile *file);
enum MHD_Result answer_refusal(const Peer *peer, int status);
enum MHD_Result answer_send(Peer *peer); /* peer->answer, whose body it takes */

int64_t server_now(const Server *server);

#endif
