/* SPDX-License-Identifier: MIT */
/* What libmicrohttpd calls: connections come and go, and a request is let through or refused. */
#define _GNU_SOURCE /* getrandom */
#include "server_parts.h"

#include "text.h"

#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>

enum { STATUS_UNKNOWN = 404, STATUS_TOO_MANY = 429, STATUS_AGAIN = 503 };

/* IPv6: the first half, as the second is a machine's own to choose. */
static uint64_t hash_address(const Server *server, const struct sockaddr *address) {
    if (address->sa_family == AF_INET) {
        struct sockaddr_in four;
        memcpy(&four, address, sizeof four);
        return sip_hash(server->address_key, &four.sin_addr, sizeof four.sin_addr);
    }
    struct sockaddr_in6 six;
    memcpy(&six, address, sizeof six);
    return sip_hash(server->address_key, &six.sin6_addr, 8);
}

static Peer *open_peer(Server *server, struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *fd =
        server->http.connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    const union MHD_ConnectionInfo *address =
        server->http.connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    Peer *peer = fd && address ? calloc(1, sizeof *peer) : NULL;
    if (!peer) {
        return NULL;
    }
    peer->server = server;
    peer->connection = connection;
    peer->fd = fd->connect_fd;
    peer->address = hash_address(server, address->client_addr);
    peer->since_ms = server_now(server);
    peer->after = server->peers;
    if (peer->after) {
        peer->after->before = peer;
    }
    server->peers = peer;
    server->peer_count++;
    return peer;
}

static void close_peer(Peer *peer) {
    peer->server->peer_count--;
    if (peer->before) {
        peer->before->after = peer->after;
    } else {
        peer->server->peers = peer->after;
    }
    if (peer->after) {
        peer->after->before = peer->before;
    }
    free(peer->answer.body);
    free(peer);
}

void talk_connection(void *context, struct MHD_Connection *connection, void **peer,
                     enum MHD_ConnectionNotificationCode code) {
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        *peer = open_peer(context, connection);
    } else if (*peer) {
        close_peer(*peer);
        *peer = NULL;
    }
}

/* The first line of a request. It is ours to take apart, so it is kept as it came. */
void *talk_target(void *context, const char *target, struct MHD_Connection *connection) {
    Server *server = context;
    const union MHD_ConnectionInfo *info =
        server->http.connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    Peer *peer = info ? info->socket_context : NULL;
    if (!peer) {
        return NULL;
    }
    peer->state = PEER_HEAD;
    peer->has_target = target && strlen(target) < sizeof peer->target;
    if (peer->has_target) {
        text_copy(peer->target, sizeof peer->target, target);
    }
    if (peer->has_asked) {
        peer->since_ms = server_now(server);
    }
    return peer;
}

size_t talk_unescape(void *context, struct MHD_Connection *connection, char *text) {
    (void)context;
    (void)connection;
    return strlen(text);
}

static enum MHD_Result note_header(void *context, enum MHD_ValueKind kind, const char *name,
                                   const char *value) {
    (void)kind;
    gate_add_header(context, name, value);
    return MHD_YES;
}

static enum MHD_Result refuse(Peer *peer, int status) {
    /* Browsers ask for an icon by themselves. */
    bool is_icon = status == STATUS_UNKNOWN && strncmp(peer->target, "/favicon", 8) == 0;
    if (!is_icon && status != STATUS_AGAIN) {
        atomic_fetch_add(&peer->server->refused, 1);
    }
    peer->state = PEER_SENDING;
    return answer_refusal(peer, status);
}

static enum MHD_Result read_head(Peer *peer, const char *method, const char *version) {
    const HttpLibrary *http = &peer->server->http;
    GateHead head = {.method = method, .version = version,
                     .target = peer->has_target ? peer->target : NULL};
    const union MHD_ConnectionInfo *size =
        http->connection_info(peer->connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    head.size = size ? size->header_size : 0;
    http->connection_values(peer->connection, MHD_HEADER_KIND, note_header, &head);
    int status = gate_check(&peer->server->gate, &head, &peer->request, &peer->file);
    peer->state = PEER_BODY;
    peer->body_size = 0;
    return status == 0 ? MHD_YES : refuse(peer, status);
}

/* Suspends the connection until the game's answer is there. */
static enum MHD_Result ask_game(Peer *peer) {
    Server *server = peer->server;
    PhoneAsk *ask = &peer->request.ask;
    ask->address = peer->address;
    if (!pace_allows(&server->pace, peer->address, server_now(server))) {
        return refuse(peer, STATUS_TOO_MANY);
    }
    if (ask->kind == PHONE_JOIN &&
        getrandom(ask->fresh, sizeof ask->fresh, 0) != (ssize_t)sizeof ask->fresh) {
        return refuse(peer, STATUS_AGAIN);
    }
    if (!exchanges_put(&server->exchanges, &peer->request, peer, server_now(server))) {
        return refuse(peer, STATUS_AGAIN);
    }
    peer->state = PEER_WAITING;
    server->http.suspend_connection(peer->connection);
    if (server->options.wake) {
        server->options.wake(server->options.wake_context);
    }
    return MHD_YES;
}

static enum MHD_Result read_end(Peer *peer) {
    if (peer->file >= 0) {
        peer->state = PEER_SENDING;
        return peer->server->http.queue_response(peer->connection, MHD_HTTP_OK,
                                                 peer->server->files[peer->file]);
    }
    if (peer->request.want == SERVER_DEED) {
        int status = gate_read_body(peer->body, peer->body_size, &peer->request);
        if (status != 0) {
            return refuse(peer, status);
        }
    }
    return ask_game(peer);
}

static enum MHD_Result read_body(Peer *peer, const char *body, size_t *body_size) {
    if (*body_size == 0) {
        return read_end(peer);
    }
    if (*body_size > sizeof peer->body - peer->body_size) {
        return MHD_NO;
    }
    memcpy(peer->body + peer->body_size, body, *body_size);
    peer->body_size += *body_size;
    *body_size = 0;
    return MHD_YES;
}

enum MHD_Result talk_request(void *context, struct MHD_Connection *connection, const char *target,
                             const char *method, const char *version, const char *body,
                             size_t *body_size, void **peer_of) {
    Server *server = context;
    Peer *peer = *peer_of;
    (void)connection;
    (void)target;
    if (!peer || atomic_load(&server->is_closing)) {
        return MHD_NO;
    }
    switch (peer->state) {
    case PEER_HEAD: return read_head(peer, method, version);
    case PEER_BODY: return read_body(peer, body, body_size);
    case PEER_WAITING:
        peer->state = PEER_SENDING;
        peer->since_ms = server_now(server);
        return answer_send(peer);
    default: return MHD_NO;
    }
}

void talk_completed(void *context, struct MHD_Connection *connection, void **peer_of,
                    enum MHD_RequestTerminationCode code) {
    Peer *peer = *peer_of;
    (void)connection;
    if (!peer) {
        return;
    }
    free(peer->answer.body);
    peer->answer = (ServerAnswer){0};
    peer->state = PEER_IDLE;
    peer->since_ms = server_now(context);
    peer->has_asked = peer->has_asked || code == MHD_REQUEST_TERMINATED_COMPLETED_OK;
    *peer_of = NULL;
}
