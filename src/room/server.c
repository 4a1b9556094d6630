/* SPDX-License-Identifier: MIT */
/* The public calls, and the thread on which all of libmicrohttpd's work is done. */
#define _GNU_SOURCE /* sigset_t, getrandom, clock_gettime */
#include "server_parts.h"

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
    SERVER_MEMORY = 2 * SERVER_HEADERS_MAX, /* of a connection: its head and the answer's */
    SERVER_TURN_MS = 200,                   /* the longest wait: deadlines pass meanwhile */
    SERVER_SWEEP_MS = 100                   /* how often connections are looked through */
};

int64_t server_now(const Server *server) {
    if (server->options.now_ms) {
        return server->options.now_ms(server->options.now_context);
    }
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void resume_answered(Server *server) {
    Peer *peers[SERVER_QUEUE];
    int count = exchanges_deliver(&server->exchanges, server_now(server), peers);
    for (int i = 0; i < count; i++) {
        server->http.resume_connection(peers[i]->connection);
    }
}

/* Whether the other side has ended it in the middle. libmicrohttpd misses that under epoll if the
 * end comes together with the last bytes (seen with 0.9.75). */
static bool has_hung_up(const Peer *peer) {
    char byte;
    return peer->state < PEER_WAITING && recv(peer->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

/* Ends what nobody is at any more, and what is slow: in its head, its body, or in reading what we
 * answered. In a crowd those have to hurry that never asked for anything yet. */
static void drop_slow(Server *server) {
    int64_t now_ms = server_now(server);
    if (now_ms - server->swept_ms < SERVER_SWEEP_MS && !server->options.is_polled) {
        return;
    }
    server->swept_ms = now_ms;
    bool is_crowded = server->peer_count > SERVER_CROWD;
    for (Peer *peer = server->peers; peer; peer = peer->after) {
        int64_t patience_ms =
            is_crowded && !peer->has_asked ? SERVER_CROWDED_MS : SERVER_DEADLINE_MS;
        bool is_slow = now_ms - peer->since_ms >= patience_ms;
        if (peer->is_dropped || peer->state == PEER_WAITING || !(is_slow || has_hung_up(peer))) {
            continue;
        }
        peer->is_dropped = true;
        if (is_slow && peer->state != PEER_IDLE) {
            atomic_fetch_add(&server->refused, 1);
        }
        shutdown(peer->fd, SHUT_RDWR);
    }
}

static void turn(Server *server, int wait_ms) {
    MHD_UNSIGNED_LONG_LONG due_ms = 0;
    if (server->http.timeout(server->daemon, &due_ms) == MHD_YES && due_ms < (unsigned)wait_ms) {
        wait_ms = (int)due_ms;
    }
    struct pollfd fds[2] = {{.fd = server->epoll_fd, .events = POLLIN},
                            {.fd = server->wake_fd, .events = POLLIN}};
    uint64_t wakes = 0;
    if (poll(fds, 2, wait_ms) > 0 && fds[1].revents) {
        ssize_t size = read(server->wake_fd, &wakes, sizeof wakes);
        (void)size; /* how often we were woken doesn't matter */
    }
    resume_answered(server);
    server->http.run_wait(server->daemon, 0);
    drop_slow(server);
}

static void wake_thread(Server *server) {
    uint64_t one = 1;
    ssize_t size = write(server->wake_fd, &one, sizeof one);
    (void)size; /* fails only when it is as good as written */
}

static void *run(void *context) {
    Server *server = context;
    while (!atomic_load(&server->is_closing)) {
        turn(server, SERVER_TURN_MS);
    }
    return NULL;
}

/* Signals are the main thread's. */
static bool start_thread(Server *server) {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    server->has_thread = pthread_create(&server->thread, NULL, run, server) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return server->has_thread;
}

static bool open_files(Server *server) {
    for (int i = 0; i < server->options.file_count; i++) {
        server->files[i] = answer_file(server, &server->options.files[i]);
        if (!server->files[i]) {
            return false;
        }
    }
    return true;
}

/* Takes the socket over. */
static bool start_daemon(Server *server, int listen_fd) {
    server->daemon = server->http.start_daemon(
        MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, talk_request, server,
        MHD_OPTION_LISTEN_SOCKET, listen_fd,
        MHD_OPTION_CONNECTION_LIMIT, (unsigned)SERVER_CONNECTIONS,
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, (unsigned)SERVER_PER_ADDRESS,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)SERVER_MEMORY,
        MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_URI_LOG_CALLBACK, talk_target, server,
        MHD_OPTION_UNESCAPE_CALLBACK, talk_unescape, server,
        MHD_OPTION_NOTIFY_CONNECTION, talk_connection, server,
        MHD_OPTION_NOTIFY_COMPLETED, talk_completed, server, MHD_OPTION_END);
    const union MHD_DaemonInfo *info =
        server->daemon ? server->http.daemon_info(server->daemon, MHD_DAEMON_INFO_EPOLL_FD)
                       : NULL;
    if (!server->daemon) {
        close(listen_fd);
    }
    server->epoll_fd = info ? info->epoll_fd : -1;
    return info != NULL;
}

static Err open_parts(Server *server, Diag *diag) {
    Err err = http_library_open(&server->http, diag);
    if (err != ERR_OK) {
        return err;
    }
    server->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    bool has_key = getrandom(server->address_key, SIP_KEY, 0) == SIP_KEY;
    int fd = server_listen(&server->options, server->origin, sizeof server->origin, &err, diag);
    if (fd < 0) {
        return err;
    }
    server->gate = (Gate){server->origin, server->options.files, server->options.file_count};
    if (!start_daemon(server, fd) || server->wake_fd < 0 || !has_key || !open_files(server) ||
        (!server->options.is_polled && !start_thread(server))) {
        return diag_set(diag, ERR_UNAVAILABLE, NULL, 0, 0,
                        "The door for phones could not be opened.");
    }
    return ERR_OK;
}

Err server_open(const ServerOptions *options, Server **opened, Diag *diag) {
    *opened = NULL;
    Server *server = calloc(1, sizeof *server);
    if (!server || options->file_count > SERVER_FILES_MAX) {
        free(server);
        return diag_set(diag, ERR_MEMORY, NULL, 0, 0, "There is no memory for the phones' door.");
    }
    server->options = *options;
    server->wake_fd = -1;
    pthread_mutex_init(&server->exchanges.lock, NULL);
    Err err = open_parts(server, diag);
    if (err != ERR_OK) {
        server_close(server);
        return err;
    }
    *opened = server;
    return ERR_OK;
}

void server_close(Server *server) {
    if (!server) {
        return;
    }
    atomic_store(&server->is_closing, true);
    if (server->has_thread) {
        wake_thread(server);
        pthread_join(server->thread, NULL);
    }
    for (Peer *peer = server->peers; peer; peer = peer->after) {
        if (peer->state == PEER_WAITING) {
            server->http.resume_connection(peer->connection); /* none may be suspended at the end */
        }
    }
    if (server->daemon) {
        server->http.stop_daemon(server->daemon);
    }
    for (int i = 0; i < SERVER_FILES_MAX; i++) {
        if (server->files[i]) {
            server->http.destroy_response(server->files[i]);
        }
    }
    if (server->wake_fd >= 0) {
        close(server->wake_fd);
    }
    exchanges_free(&server->exchanges);
    http_library_close(&server->http);
    free(server);
}

const char *server_origin(const Server *server) {
    return server->origin;
}

bool server_take(Server *server, ServerRequest *request) {
    return exchanges_take(&server->exchanges, request);
}

void server_reply(Server *server, const ServerReply *reply) {
    if (exchanges_answer(&server->exchanges, reply)) {
        wake_thread(server);
    }
}

void server_poll(Server *server, int wait_ms) {
    turn(server, wait_ms);
}

long server_refused(const Server *server) {
    return atomic_load(&server->refused);
}
