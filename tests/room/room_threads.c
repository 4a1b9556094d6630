/* SPDX-License-Identifier: MIT */
/* The server on its own thread, under ThreadSanitizer: clients hammer it, honestly and with every
 * hostile row, while the main thread takes and replies, and it is closed with requests that still
 * wait. Bounded by counts, not by time. */
#define _GNU_SOURCE /* strcasestr, MSG_NOSIGNAL */
#include "hostile.h"
#include "server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { CLIENTS = 8, ROUNDS = 3, REQUESTS = 60, LEFT = 12 };

/* What the threads share. */
typedef struct Room {
    Server *server;
    pthread_mutex_t lock;
    pthread_cond_t news;
    bool is_woken;
    int done;            /* clients that have had all their answers */
    atomic_int answered; /* deeds, as the clients count them */
} Room;

typedef struct Client {
    Room *room;
    int number;
    pthread_t thread;
} Client;

static void require(bool is_true, const char *what) {
    if (!is_true) {
        fprintf(stderr, "%s\n", what);
        exit(1);
    }
}

static void wake(void *context) {
    Room *room = context;
    pthread_mutex_lock(&room->lock);
    room->is_woken = true;
    pthread_cond_signal(&room->news);
    pthread_mutex_unlock(&room->lock);
}

static int dial(const Room *room, int number) {
    char from[32];
    snprintf(from, sizeof from, "127.0.0.%d", 2 + number);
    struct sockaddr_in own = {.sin_family = AF_INET}, there = {.sin_family = AF_INET};
    there.sin_port = htons((uint16_t)atoi(strrchr(server_origin(room->server), ':') + 1));
    inet_pton(AF_INET, "127.0.0.1", &there.sin_addr);
    inet_pton(AF_INET, from, &own.sin_addr);
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    require(fd >= 0 && bind(fd, (struct sockaddr *)&own, sizeof own) == 0, "no socket");
    require(connect(fd, (struct sockaddr *)&there, sizeof there) == 0, "not connected");
    return fd;
}

static void say(int fd, const char *text, size_t size) {
    size_t sent = 0;
    while (sent < size) {
        ssize_t part = send(fd, text + sent, size - sent, MSG_NOSIGNAL);
        if (part <= 0) {
            return; /* it hung up on us, as it may on a broken request */
        }
        sent += (size_t)part;
    }
}

/* The status of one whole answer; 0: hung up. */
static int hear(int fd) {
    char answer[4096] = "";
    size_t size = 0;
    for (;;) {
        const char *end = strstr(answer, "\r\n\r\n");
        const char *length = strcasestr(answer, "\r\nContent-Length:");
        if (end && length && size >= (size_t)(end + 4 - answer) + (size_t)atol(length + 17)) {
            return atoi(answer + 9);
        }
        ssize_t part = recv(fd, answer + size, sizeof answer - 1 - size, 0);
        if (part <= 0) {
            return 0;
        }
        size += (size_t)part;
        answer[size] = '\0';
    }
}

static int ask(const Room *room, int fd, const char *line, const char *body) {
    char text[1024];
    const char *origin = server_origin(room->server);
    snprintf(text, sizeof text,
             "%s HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\n"
             "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n\r\n%s",
             line, origin + strlen("http://"), origin, strlen(body), body);
    say(fd, text, strlen(text));
    return hear(fd);
}

/* An answer in time, or after having come again. */
static void ask_until_heard(const Room *room, int *fd, int number, const char *line,
                            const char *body) {
    for (int status = 0; status != 200;) {
        status = ask(room, *fd, line, body);
        require(status == 200 || status == 503 || status == 0, "an honest request was refused");
        if (status != 200) {
            close(*fd);
            *fd = dial(room, number);
        }
    }
}

static const HostileRow *row_at(int index) {
    index %= hostile_heads_count + hostile_wire_count + hostile_forms_count;
    if (index < hostile_heads_count) {
        return &hostile_heads[index];
    }
    index -= hostile_heads_count;
    return index < hostile_wire_count ? &hostile_wire[index]
                                      : &hostile_forms[index - hostile_wire_count];
}

/* A hostile request, or half of one; gone before there is an answer, or after a part of it. */
static void be_rude(const Room *room, int number, int turn) {
    char *bytes = malloc(HOSTILE_BYTES_MAX);
    require(bytes != NULL, "no memory");
    const HostileRow *row = row_at(number * REQUESTS + turn);
    size_t size = hostile_write(row, server_origin(room->server), bytes);
    int fd = dial(room, number);
    say(fd, bytes, turn % 3 == 0 ? size / 2 : size);
    if (turn % 3 == 1 && row->outcome >= 400) {
        char part[16];
        ssize_t got = recv(fd, part, sizeof part, 0);
        require(got < 10 || part[9] != '2', "a hostile request was taken");
    }
    close(fd);
    free(bytes);
}

static void *play(void *context) {
    Client *client = context;
    Room *room = client->room;
    int fd = dial(room, client->number);
    for (int i = 0; i < REQUESTS; i++) {
        ask_until_heard(room, &fd, client->number, "GET /now?since=1", "");
        ask_until_heard(room, &fd, client->number, "POST /pick", "question=1&option=2");
        atomic_fetch_add(&room->answered, 1);
        be_rude(room, client->number, i);
    }
    close(fd);
    pthread_mutex_lock(&room->lock);
    room->done++;
    pthread_cond_signal(&room->news);
    pthread_mutex_unlock(&room->lock);
    return NULL;
}

/* The game: takes and replies until all clients are done. Returns the deeds it took. */
static int serve(Room *room) {
    int deeds = 0;
    bool is_over = false;
    while (!is_over) {
        pthread_mutex_lock(&room->lock);
        while (!room->is_woken && room->done < CLIENTS) {
            pthread_cond_wait(&room->news, &room->lock);
        }
        room->is_woken = false;
        is_over = room->done == CLIENTS;
        pthread_mutex_unlock(&room->lock);
        ServerRequest request;
        while (server_take(room->server, &request)) {
            ServerReply reply = {.id = request.id, .status = 200, .body = "page", .size = 4,
                                 .token = request.ask.fresh, .version = 3};
            deeds += request.want == SERVER_DEED;
            server_reply(room->server, &reply);
        }
        require(server_refused(room->server) >= 0, "a count went wrong");
    }
    return deeds;
}

/* Requests that are under way in every state while the server closes. */
static void close_in_the_middle(Room *room) {
    int fds[LEFT];
    char text[256];
    ServerRequest request;
    snprintf(text, sizeof text, "GET / HTTP/1.1\r\nHost: %s\r\n\r\n",
             server_origin(room->server) + strlen("http://"));
    for (int i = 0; i < LEFT; i++) {
        fds[i] = dial(room, i);
        say(fds[i], text, strlen(text));
    }
    if (server_take(room->server, &request)) {
        ServerReply reply = {.id = request.id, .status = 200, .body = "page", .size = 4};
        server_reply(room->server, &reply);
    }
    server_close(room->server);
    for (int i = 0; i < LEFT; i++) {
        close(fds[i]);
    }
}

static void run_round(void) {
    Room room = {.lock = PTHREAD_MUTEX_INITIALIZER, .news = PTHREAD_COND_INITIALIZER};
    Client clients[CLIENTS];
    Diag diag = {0};
    ServerOptions options = {.address = "127.0.0.1", .port = -1, .wake = wake,
                             .wake_context = &room};
    require(server_open(&options, &room.server, &diag) == ERR_OK, diag.message);
    for (int i = 0; i < CLIENTS; i++) {
        clients[i] = (Client){.room = &room, .number = i};
        require(pthread_create(&clients[i].thread, NULL, play, &clients[i]) == 0, "no thread");
    }
    int deeds = serve(&room);
    for (int i = 0; i < CLIENTS; i++) {
        pthread_join(clients[i].thread, NULL);
    }
    require(atomic_load(&room.answered) == CLIENTS * REQUESTS, "an answer was lost");
    require(deeds >= CLIENTS * REQUESTS, "a deed was lost");
    close_in_the_middle(&room);
}

int main(void) {
    for (int i = 0; i < ROUNDS; i++) {
        run_round();
    }
    printf("%d deeds answered\n", ROUNDS * CLIENTS * REQUESTS);
    return 0;
}
