/* SPDX-License-Identifier: MIT */
/* Sixty phones answer within two seconds, with two hundred hostile sockets beside them: how long
 * until each is acknowledged, and how long a frame is kept by it; then an hour in haste: how much
 * memory it takes. With --count nothing is measured: every answer must arrive once, and be
 * acknowledged (a test). */
#define _GNU_SOURCE /* strcasestr, MSG_NOSIGNAL */
#include "bench_room.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    FRAME_US = 16000,
    SPREAD_US = 2000000,
    POLL_US = 250000,
    HOUR_S = 3600,
    HASTE = 20,
    HURRY_US = 20000
};

int64_t bench_now_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

void bench_require(bool is_true, const char *what) {
    if (!is_true) {
        fprintf(stderr, "%s\n", what);
        exit(1);
    }
}

static void wake(void *context) {
    Bench *bench = context;
    pthread_mutex_lock(&bench->lock);
    bench->is_woken = true;
    pthread_cond_broadcast(&bench->news);
    pthread_mutex_unlock(&bench->lock);
}

/* --- The game --------------------------------------------------------------------------------- */

/* What was picked is noted once for each phone and question, as the rules do. */
static void answer(Bench *bench, const ServerRequest *request, const char *page) {
    ServerReply reply = {.id = request->id, .status = 200, .body = page, .size = BENCH_PAGE,
                         .version = 1};
    int question = request->ask.question - 1;
    if (request->want == SERVER_DEED && question >= 0 && question < BENCH_PHONES * BENCH_ROUNDS) {
        bench->heard[question]++;
    }
    if (request->want == SERVER_NOW) {
        reply.status = 204;
        reply.size = 0;
    }
    server_reply(bench->server, &reply);
}

/* Between two frames: all that waits. */
static void take_all(Bench *bench, const char *page) {
    ServerRequest request;
    int64_t start_us = bench_now_us();
    int count = 0;
    while (count < BENCH_A_FRAME && server_take(bench->server, &request)) {
        answer(bench, &request, page);
        count++;
    }
    int64_t took_us = bench_now_us() - start_us;
    bench->frames += count > 0;
    bench->requests += count;
    if (took_us > bench->longest_us) {
        bench->longest_us = took_us;
    }
}

static void play(Bench *bench) {
    char *page = malloc(BENCH_PAGE);
    bench_require(page != NULL, "no memory");
    memset(page, 'x', BENCH_PAGE);
    for (bool is_over = false; !is_over;) {
        pthread_mutex_lock(&bench->lock);
        while (!bench->is_woken && bench->done < BENCH_PHONES) {
            pthread_cond_wait(&bench->news, &bench->lock);
        }
        bench->is_woken = false;
        is_over = bench->done == BENCH_PHONES;
        pthread_mutex_unlock(&bench->lock);
        take_all(bench, page);
        if (!bench->counts) {
            usleep(FRAME_US); /* the frame is painted meanwhile, and nothing is taken */
        }
    }
    free(page);
}

/* --- A phone ---------------------------------------------------------------------------------- */

/* Until it is acknowledged; a phone tries again when it's told to, or when it is hung up on. */
static void ask(Phone *phone, const char *line, const char *body) {
    for (int status = 0; status != 200 && status != 204;) {
        if (phone->fd < 0) {
            phone->fd = bench_dial(phone->bench->server, 1, phone->number);
        }
        status = bench_ask(phone->bench->server, phone->fd, line, body);
        bool hurries = status == 429 && phone->bench->is_hour; /* no real phone asks so fast */
        bench_require(status == 200 || status == 204 || status == 503 || status == 0 || hurries,
                      "an honest phone was refused");
        if (hurries) {
            usleep(HURRY_US);
        }
        if (status != 200 && status != 204) {
            close(phone->fd);
            phone->fd = -1;
            phone->again++;
        }
    }
}

/* Asks for news until its moment comes. */
static void wait_for(Phone *phone, int64_t moment_us) {
    while (!phone->bench->counts && bench_now_us() < moment_us) {
        int64_t left_us = moment_us - bench_now_us();
        usleep((useconds_t)(left_us < POLL_US ? left_us : POLL_US));
        if (left_us > POLL_US) {
            ask(phone, "GET /now?since=1", "");
        }
    }
}

static void *be_phone(void *context) {
    Phone *phone = context;
    char body[64];
    ask(phone, "GET /", "");
    ask(phone, "POST /join", "word=otter&number=42&name=");
    for (int second = 0; phone->bench->is_hour && second < HOUR_S; second++) {
        ask(phone, second % 60 == 0 ? "GET /" : "GET /now?since=1", "");
    }
    for (int round = 0; round < BENCH_ROUNDS; round++) {
        int question = round * BENCH_PHONES + phone->number;
        int turn = round * BENCH_PHONES + phone->number * 37 % BENCH_PHONES;
        wait_for(phone, phone->bench->start_us + (int64_t)SPREAD_US * turn / BENCH_PHONES);
        snprintf(body, sizeof body, "question=%d&option=%d", question + 1, question % 4);
        int64_t start_us = bench_now_us();
        ask(phone, "POST /pick", body);
        phone->bench->took_us[question] = bench_now_us() - start_us;
    }
    close(phone->fd);
    pthread_mutex_lock(&phone->bench->lock);
    phone->bench->done++;
    pthread_cond_broadcast(&phone->bench->news);
    pthread_mutex_unlock(&phone->bench->lock);
    return NULL;
}

/* --- The whole -------------------------------------------------------------------------------- */

static int compare(const void *a, const void *b) {
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

/* Kilobytes that the program holds, -1 where that isn't told. */
static long memory_kb(void) {
    long pages = -1, resident = -1;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file) {
        if (fscanf(file, "%ld %ld", &pages, &resident) != 2) {
            resident = -1;
        }
        fclose(file);
    }
    return resident < 0 ? -1 : resident * (sysconf(_SC_PAGESIZE) / 1024);
}

static void tell(Bench *bench, const Phone *phones, long before_kb) {
    enum { COUNT = BENCH_PHONES * BENCH_ROUNDS };
    int again = 0, lost = 0, doubled = 0;
    for (int i = 0; i < BENCH_PHONES; i++) {
        again += phones[i].again;
    }
    for (int i = 0; i < COUNT; i++) {
        lost += bench->heard[i] == 0;
        doubled += bench->heard[i] > 1;
    }
    qsort(bench->took_us, COUNT, sizeof *bench->took_us, compare);
    printf("phones %d, answers %d: lost %d, sent again %d, heard twice %d\n", BENCH_PHONES, COUNT,
           lost, again, doubled);
    printf("hostile sockets %d: opened %ld, requests %ld, refused %ld\n", bench->hostile_count,
           bench->hostile_opened, bench->hostile_sent, server_refused(bench->server));
    if (!bench->counts) {
        printf("acknowledged after: median %.1f ms, 95 %% %.1f ms, the last %.1f ms\n",
               (double)bench->took_us[COUNT / 2] / 1000,
               (double)bench->took_us[COUNT * 95 / 100] / 1000,
               (double)bench->took_us[COUNT - 1] / 1000);
    }
    if (!bench->counts || bench->is_hour) {
        printf("the game's thread: %d requests in %d frames, the longest took %.2f ms\n",
               bench->requests, bench->frames, (double)bench->longest_us / 1000);
        printf("memory: %ld kB more\n", memory_kb() - before_kb);
    }
    bench_require(lost == 0, "an answer was lost");
}

/* In haste a second takes a twentieth of one. */
static int64_t hasty_now(void *context) {
    (void)context;
    return bench_now_us() * HASTE / 1000;
}

static void run(bool counts, bool is_hour, int hostile_count) {
    static Phone phones[BENCH_PHONES];
    static Bench bench;
    pthread_t enemy;
    Diag diag = {0};
    bench = (Bench){.lock = PTHREAD_MUTEX_INITIALIZER, .news = PTHREAD_COND_INITIALIZER,
                    .counts = counts || is_hour, .is_hour = is_hour,
                    .hostile_count = hostile_count};
    ServerOptions options = {.address = "127.0.0.1", .port = -1, .wake = wake,
                             .wake_context = &bench, .now_ms = is_hour ? hasty_now : NULL};
    bench_require(server_open(&options, &bench.server, &diag) == ERR_OK, diag.message);
    long before_kb = memory_kb();
    bench_require(pthread_create(&enemy, NULL, bench_be_hostile, &bench) == 0, "no thread");
    pthread_mutex_lock(&bench.lock);
    while (!bench.is_besieged) {
        pthread_cond_wait(&bench.news, &bench.lock);
    }
    pthread_mutex_unlock(&bench.lock);
    bench.start_us = bench_now_us() + SPREAD_US / 4;
    for (int i = 0; i < BENCH_PHONES; i++) {
        phones[i] = (Phone){.bench = &bench, .number = i, .fd = -1};
        bench_require(pthread_create(&phones[i].thread, NULL, be_phone, &phones[i]) == 0,
                      "no thread");
    }
    play(&bench);
    for (int i = 0; i < BENCH_PHONES; i++) {
        pthread_join(phones[i].thread, NULL);
    }
    atomic_store(&bench.is_over, true);
    pthread_join(enemy, NULL);
    tell(&bench, phones, before_kb);
    server_close(bench.server);
}

int main(int count, char **words) {
    if (count == 2 && strcmp(words[1], "--count") == 0) {
        run(true, false, BENCH_HOSTILE);
        return 0;
    }
    puts("Sixty phones:");
    run(false, false, 0);
    puts("The same beside hostile sockets:");
    run(false, false, BENCH_HOSTILE);
    puts("An hour of it in haste:");
    run(false, true, BENCH_HOSTILE);
    return 0;
}
