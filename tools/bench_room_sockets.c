/* SPDX-License-Identifier: MIT */
/* Sockets of honest phones, and two hundred that are not. */
#define _GNU_SOURCE /* strcasestr, MSG_NOSIGNAL */
#include "bench_room.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { ANSWER_MAX = 16384, TURN_US = 20000 };

int bench_dial(const Server *server, int net, int number) {
    char from[32];
    snprintf(from, sizeof from, "127.0.%d.%d", net, number + 1);
    struct sockaddr_in own = {.sin_family = AF_INET}, there = {.sin_family = AF_INET};
    there.sin_port = htons((uint16_t)atoi(strrchr(server_origin(server), ':') + 1));
    inet_pton(AF_INET, "127.0.0.1", &there.sin_addr);
    inet_pton(AF_INET, from, &own.sin_addr);
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    bench_require(fd >= 0 && bind(fd, (struct sockaddr *)&own, sizeof own) == 0, "no socket");
    bench_require(connect(fd, (struct sockaddr *)&there, sizeof there) == 0, "not connected");
    return fd;
}

/* 0: hung up on. */
static int hear(int fd) {
    char answer[ANSWER_MAX] = "";
    size_t size = 0;
    for (;;) {
        const char *end = strstr(answer, "\r\n\r\n");
        const char *length = strcasestr(answer, "\r\nContent-Length:");
        size_t body = length ? (size_t)atol(length + 17) : 0;
        if (end && size >= (size_t)(end + 4 - answer) + body) {
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

int bench_ask(const Server *server, int fd, const char *line, const char *body) {
    char text[1024];
    const char *origin = server_origin(server);
    int size = snprintf(text, sizeof text,
                        "%s HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\n"
                        "Cookie: seat=00112233445566778899aabbccddeeff\r\n"
                        "Content-Type: application/x-www-form-urlencoded\r\n"
                        "Content-Length: %zu\r\n\r\n%s",
                        line, origin + strlen("http://"), origin, strlen(body), body);
    bench_require(size > 0 && (size_t)size < sizeof text, "too long");
    return send(fd, text, (size_t)size, MSG_NOSIGNAL) == size ? hear(fd) : 0;
}

/* --- Enemies ---------------------------------------------------------------------------------- */

typedef enum EnemyKind {
    ENEMY_SILENT, /* half-open: connects, and that's all */
    ENEMY_SLOW,   /* a letter of a header at a time */
    ENEMY_BODY,   /* a letter of a promised body at a time */
    ENEMY_FLOOD,  /* bad requests, as fast as they are answered */
    ENEMY_KIND_COUNT
} EnemyKind;

/* What is said next; "": nothing. */
static void write_words(const Bench *bench, EnemyKind kind, bool is_new, char *out, size_t size) {
    const char *origin = server_origin(bench->server);
    if (kind == ENEMY_SILENT) {
        out[0] = '\0';
    } else if (kind == ENEMY_FLOOD) {
        snprintf(out, size, "GET /../../etc/passwd HTTP/1.1\r\nHost: %s\r\n\r\n"
                 "POST /stop HTTP/1.1\r\nHost: %s\r\nContent-Length: 0\r\n\r\n",
                 origin + strlen("http://"), origin + strlen("http://"));
    } else if (!is_new) {
        snprintf(out, size, "a");
    } else if (kind == ENEMY_SLOW) {
        snprintf(out, size, "GET / HTTP/1.1\r\nX: ");
    } else {
        snprintf(out, size, "POST /line HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nContent-Type: "
                 "application/x-www-form-urlencoded\r\nContent-Length: 4000\r\n\r\ntext=",
                 origin + strlen("http://"), origin);
    }
}

/* Reads what came without waiting; true: the other side has ended it. */
static bool is_ended(int fd) {
    char bytes[4096];
    ssize_t part = 1;
    while (part > 0) {
        part = recv(fd, bytes, sizeof bytes, MSG_DONTWAIT);
    }
    return part == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
}

static void turn_enemy(Bench *bench, int *fd, int number) {
    EnemyKind kind = (EnemyKind)(number % ENEMY_KIND_COUNT);
    char words[512];
    bool is_new = *fd < 0;
    if (is_new) {
        *fd = bench_dial(bench->server, 2, number / SERVER_PER_ADDRESS);
        bench->hostile_opened++;
    }
    write_words(bench, kind, is_new, words, sizeof words);
    if (words[0] && send(*fd, words, strlen(words), MSG_NOSIGNAL | MSG_DONTWAIT) > 0) {
        bench->hostile_sent += kind == ENEMY_FLOOD || is_new;
    }
    if (is_ended(*fd)) {
        close(*fd);
        *fd = -1;
    }
}

void *bench_be_hostile(void *context) {
    Bench *bench = context;
    int fds[BENCH_HOSTILE];
    memset(fds, -1, sizeof fds);
    while (!atomic_load(&bench->is_over)) {
        for (int i = 0; i < bench->hostile_count; i++) {
            turn_enemy(bench, &fds[i], i);
        }
        pthread_mutex_lock(&bench->lock);
        bench->is_besieged = true;
        pthread_cond_broadcast(&bench->news);
        pthread_mutex_unlock(&bench->lock);
        usleep(TURN_US);
    }
    for (int i = 0; i < bench->hostile_count; i++) {
        close(fds[i]);
    }
    return NULL;
}
