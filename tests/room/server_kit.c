/* SPDX-License-Identifier: MIT */
/* A poll-driven server, a game that only counts, and sockets. */
#define _GNU_SOURCE /* memmem, MSG_NOSIGNAL */
#include "server_kit.h"

#include "fill.h"
#include "pace.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { KIT_WAIT_MS = 1, KIT_QUIET_TURNS = 5, KIT_LATE_TURN = 60, KIT_TURNS_MAX = 400 };

static const ServerFile kit_files[] = {
    {"/phone.css", "text/css; charset=utf-8", "body{color:black}", 17},
};

static int64_t kit_now(void *context) {
    const Kit *kit = context;
    return kit->now_ms;
}

static void kit_wake(void *context) {
    Kit *kit = context;
    kit->wakes++;
}

void kit_open(Kit *kit) {
    *kit = (Kit){.now_ms = 1000, .reply = {.status = 200, .body = "page", .size = 4}};
    ServerOptions options = {.address = "127.0.0.1", .port = -1, .files = kit_files,
                             .file_count = 1, .is_polled = true, .wake = kit_wake,
                             .wake_context = kit, .now_ms = kit_now, .now_context = kit};
    Diag diag = {0};
    if (server_open(&options, &kit->server, &diag) != ERR_OK) {
        fprintf(stderr, "%s\n", diag.message);
        abort();
    }
    kit->host = server_origin(kit->server) + strlen("http://");
}

void kit_close(Kit *kit) {
    server_close(kit->server);
    kit->server = NULL;
}

int kit_connect(const Kit *kit, const char *from) {
    struct sockaddr_in own = {.sin_family = AF_INET}, there = {.sin_family = AF_INET};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    there.sin_port = htons((uint16_t)atoi(strrchr(kit->host, ':') + 1));
    inet_pton(AF_INET, "127.0.0.1", &there.sin_addr);
    inet_pton(AF_INET, from ? from : "127.0.0.1", &own.sin_addr);
    if (fd < 0 || bind(fd, (struct sockaddr *)&own, sizeof own) != 0 ||
        connect(fd, (struct sockaddr *)&there, sizeof there) != 0) {
        perror("connect");
        close(fd);
        return -1;
    }
    return fd;
}

static void play(Kit *kit) {
    ServerRequest request;
    while (!kit->is_away && server_take(kit->server, &request)) {
        bool is_deed = request.want == SERVER_DEED || request.ask.kind != PHONE_LOOK;
        kit->deeds += is_deed;
        kit->looks += !is_deed;
        kit->last = request;
        if (!kit->is_mute) {
            ServerReply reply = kit->reply;
            reply.id = request.id;
            server_reply(kit->server, &reply);
        }
    }
}

void kit_turn(Kit *kit) {
    server_poll(kit->server, 0);
    play(kit);
}

void kit_settle(Kit *kit) {
    for (int i = 0; i < KIT_QUIET_TURNS; i++) {
        server_poll(kit->server, KIT_WAIT_MS);
        play(kit);
    }
}

bool kit_is_closed(Kit *kit, int fd) {
    kit_settle(kit);
    ssize_t part = 1;
    while (part > 0) {
        part = recv(fd, kit->answer, sizeof kit->answer, MSG_DONTWAIT);
        kit_turn(kit);
    }
    return part == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
}

void kit_send(Kit *kit, int fd, const char *bytes, size_t size) {
    size_t sent = 0;
    for (int i = 0; i < KIT_TURNS_MAX && sent < size; i++) {
        ssize_t part = send(fd, bytes + sent, size - sent, MSG_DONTWAIT | MSG_NOSIGNAL);
        sent += part > 0 ? (size_t)part : 0;
        kit_turn(kit);
    }
}

/* Whether `answer` holds a head and the body that it promises. */
static bool is_whole(const char *answer, size_t size) {
    const char *end = memmem(answer, size, "\r\n\r\n", 4);
    const char *length = strcasestr(answer, "\r\nContent-Length:");
    if (!end) {
        return false;
    }
    size_t body = size - (size_t)(end + 4 - answer);
    return !length || length > end || body >= (size_t)atol(length + 17);
}

/* -1: still open. */
static int read_part(Kit *kit, int fd, size_t *size) {
    ssize_t part = recv(fd, kit->answer + *size, sizeof kit->answer - 1 - *size, MSG_DONTWAIT);
    if (part > 0) {
        *size += (size_t)part;
        kit->answer[*size] = '\0';
    }
    bool is_over = part == 0 || (part > 0 && is_whole(kit->answer, *size));
    bool is_reset = part < 0 && errno != EAGAIN && errno != EWOULDBLOCK;
    if (!is_over && !is_reset) {
        return -1;
    }
    return strncmp(kit->answer, "HTTP/1.1 ", 9) == 0 ? atoi(kit->answer + 9) : KIT_CLOSED;
}

int kit_receive(Kit *kit, int fd) {
    size_t size = 0;
    bool was_late = false;
    kit->answer[0] = '\0';
    for (int i = 0; i < KIT_TURNS_MAX; i++) {
        kit_turn(kit);
        int status = read_part(kit, fd, &size);
        if (status >= 0) {
            return was_late && status == KIT_CLOSED ? KIT_LATE : status;
        }
        if (i >= KIT_QUIET_TURNS) {
            server_poll(kit->server, KIT_WAIT_MS);
        }
        if (i == KIT_LATE_TURN) {
            kit->now_ms += SERVER_DEADLINE_MS;
            was_late = true;
        }
    }
    return KIT_SILENT;
}

size_t kit_fill(const Kit *kit, const char *text, size_t size, char out[KIT_REQUEST_MAX]) {
    return fill_marks(server_origin(kit->server), text, size, out, KIT_REQUEST_MAX);
}

int kit_ask(Kit *kit, const char *text, size_t size) {
    kit->now_ms += 1000 / PACE_A_SECOND; /* no faster than a phone may */
    static char request[KIT_REQUEST_MAX];
    size_t length = kit_fill(kit, text, size, request);
    int fd = kit_connect(kit, NULL);
    kit_send(kit, fd, request, length);
    int status = kit_receive(kit, fd);
    close(fd);
    kit_turn(kit);
    kit_turn(kit);
    return status;
}

int kit_ask_text(Kit *kit, const char *text) {
    return kit_ask(kit, text, strlen(text));
}

int kit_post(Kit *kit, const char *path, const char *body) {
    static char text[KIT_REQUEST_MAX + 512], filled[KIT_REQUEST_MAX];
    kit_fill(kit, body, strlen(body), filled);
    snprintf(text, sizeof text,
             "POST %s HTTP/1.1\r\nHost: {H}\r\nOrigin: {O}\r\nSec-Fetch-Site: same-origin\r\n"
             "Cookie: seat={K}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
             "Content-Length: %zu\r\n\r\n%s",
             path, strlen(filled), filled);
    return kit_ask_text(kit, text);
}

bool kit_has_header(const Kit *kit, const char *line) {
    char whole[512];
    snprintf(whole, sizeof whole, "\r\n%s\r\n", line);
    return strstr(kit->answer, whole) != NULL;
}
