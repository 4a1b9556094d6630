/* SPDX-License-Identifier: MIT */
/* What the two halves of the room's benchmark share: phones and enemies. */
#ifndef TB_BENCH_ROOM_H
#define TB_BENCH_ROOM_H

#include "server.h"

#include <pthread.h>
#include <stdatomic.h>

enum {
    BENCH_PHONES = 60,
    BENCH_ROUNDS = 3,
    BENCH_HOSTILE = 200,
    BENCH_PAGE = 6000,   /* bytes of a phone's page */
    BENCH_A_FRAME = 128  /* requests taken between two frames */
};

typedef struct Bench {
    Server *server;
    bool counts; /* nothing is measured, nobody waits */
    bool is_hour;
    int64_t start_us;
    pthread_mutex_t lock;
    pthread_cond_t news;
    bool is_woken;
    bool is_besieged; /* all enemies are there */
    int done;         /* phones */
    atomic_bool is_over;
    int heard[BENCH_PHONES * BENCH_ROUNDS]; /* how often each answer came; the game's */
    int64_t took_us[BENCH_PHONES * BENCH_ROUNDS];
    int64_t longest_us; /* that the game's thread was kept between two frames */
    int frames, requests;
    int hostile_count;
    long hostile_opened, hostile_sent;
} Bench;

typedef struct Phone {
    Bench *bench;
    int number, fd, again;
    pthread_t thread;
} Phone;

int64_t bench_now_us(void);
void bench_require(bool is_true, const char *what);

/* A socket from 127.0.`net`.`number` + 1. */
int bench_dial(const Server *server, int net, int number);

/* An honest request and the status of its whole answer; 0: hung up on. */
int bench_ask(const Server *server, int fd, const char *line, const char *body);

/* `context`: a Bench. Holds hostile_count sockets until is_over: silent ones, slow ones, floods. */
void *bench_be_hostile(void *context);

#endif
