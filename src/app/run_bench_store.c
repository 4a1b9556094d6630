/* SPDX-License-Identifier: MIT */
/* What a frame waits for the store: each call that frames make, and those that a press in the
 * settings makes, on a file of ten years. Lines on the output are "bench KEY VALUE". */
#define _POSIX_C_SOURCE 200809L
#include "app.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { YEARS = 10, DAYS = 365 * YEARS, FACTS_A_DAY = 6, SAMPLES = 301 };
static const int64_t FIRST_UTC_MS = 1600000000000;
static const int64_t DAY_MS = 86400000;

typedef struct Samples {
    const char *key;
    int64_t us[SAMPLES];
    int count;
} Samples;

static int64_t clock_us(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (int64_t)at.tv_sec * 1000000 + at.tv_nsec / 1000;
}

static void add(Samples *samples, int64_t since_us) {
    if (samples->count < SAMPLES) {
        samples->us[samples->count++] = clock_us() - since_us;
    }
}

static int compare(const void *a, const void *b) {
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static void tell(Samples *samples) {
    qsort(samples->us, (size_t)samples->count, sizeof samples->us[0], compare);
    printf("bench %s_us median %lld slowest %lld\n", samples->key,
           (long long)samples->us[samples->count / 2],
           (long long)samples->us[samples->count - 1]);
}

static Fact fact_of(int day, int i) {
    Fact fact = {.kind = i == 0 ? FACT_PLAY : FACT_CARD, .values = {3, 4}};
    fact.utc_ms = FIRST_UTC_MS + day * DAY_MS + i * 60000;
    fact.day = (Day)(fact.utc_ms / DAY_MS);
    snprintf(fact.subject, sizeof fact.subject, "card-%d-%d", day, i);
    return fact;
}

/* Ten years of evenings, a transaction each. */
static void fill(Store *store) {
    for (int day = 0; day < DAYS; day++) {
        Fact facts[FACTS_A_DAY];
        Err err;
        for (int i = 0; i < FACTS_A_DAY; i++) {
            facts[i] = fact_of(day, i);
        }
        while (store_append(store, facts, FACTS_A_DAY, NULL) == 0) {
            store_flush(store);
            while (store_poll(store, &err, NULL) > 0) {
            }
        }
    }
    store_flush(store);
}

static void measure_frames(Store *store) {
    Samples appends = {.key = "append"}, polls = {.key = "poll"}, tends = {.key = "tend"};
    Samples answers = {.key = "answer"};
    Err err;
    while (store_poll(store, &err, NULL) > 0) {
    }
    for (int i = 0; i < SAMPLES; i++) {
        Fact fact = fact_of(DAYS + i, 0);
        int64_t asked_us = clock_us();
        store_append(store, &fact, 1, "where the evening stands");
        add(&appends, asked_us);
        int ticket = 0;
        while (ticket == 0) {
            int64_t since_us = clock_us();
            ticket = store_poll(store, &err, NULL);
            add(&polls, since_us);
        }
        add(&answers, asked_us);
    }
    for (int i = 0; i < SAMPLES / 30; i++) {
        int64_t since_us = clock_us();
        store_tend(store); /* asks; the copy itself is the store's thread's */
        add(&tends, since_us);
        store_flush(store);
    }
    tell(&appends);
    tell(&polls);
    tell(&tends);
    tell(&answers);
}

static void count_fact(void *context, const Fact *fact) {
    (void)fact;
    (*(int *)context)++;
}

static void measure_settings(Store *store, const char *folder) {
    static StoreBackup backups[STORE_BACKUPS_MAX];
    Samples lists = {.key = "list_backups"}, loads = {.key = "load"}, exports = {.key = "export"};
    char path[FILES_PATH_MAX];
    int facts = 0, copies = 0;
    store_flush(store);
    if (files_join(folder, "export.json", path, NULL) != ERR_OK) {
        return;
    }
    for (int i = 0; i < 5; i++) {
        int64_t since_us = clock_us();
        copies = store_list_backups(store, backups);
        add(&lists, since_us);
        since_us = clock_us();
        facts = 0;
        store_load(store, count_fact, &facts, NULL);
        add(&loads, since_us);
        since_us = clock_us();
        store_export(store, path, NULL);
        add(&exports, since_us);
    }
    tell(&lists);
    tell(&loads);
    tell(&exports);
    printf("bench facts %d\nbench copies %d\n", facts, copies);
}

int run_bench_store(const Options *options) {
    char folder[FILES_PATH_MAX];
    Store *store = NULL;
    Diag diag = {0};
    Err err = files_data_dir(options->data_dir, folder, &diag);
    err = err ? err : store_open(folder, &store, &diag);
    if (err) {
        fprintf(stderr, "%s\n", diag.message);
        return 1;
    }
    fill(store);
    measure_frames(store);
    measure_settings(store, folder);
    store_close(store);
    return 0;
}
