/* SPDX-License-Identifier: MIT */
/* What the server does when things are slow, or many. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pace.h"
#include "server_kit.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static Kit kit;

static int setup(void **state) {
    (void)state;
    kit_open(&kit);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    kit_close(&kit);
    return 0;
}

static void a_flood_from_one_address_is_slowed(void **state) {
    static const char get[] = "GET /now?since=1 HTTP/1.1\r\nHost: {H}\r\n\r\n";
    char text[KIT_REQUEST_MAX];
    int again = 0;
    (void)state;
    size_t size = kit_fill(&kit, get, sizeof get - 1, text);
    for (int i = 0; i < PACE_BURST + 20; i++) {
        int fd = kit_connect(&kit, NULL);
        kit_send(&kit, fd, text, size);
        again += kit_receive(&kit, fd) == 429 && kit_has_header(&kit, "Retry-After: 1");
        close(fd);
        kit_turn(&kit);
    }
    assert_int_equal(again, 20);
    assert_int_equal(kit.looks, PACE_BURST);
    int other = kit_connect(&kit, "127.0.0.9");
    kit_send(&kit, other, text, size);
    assert_int_equal(kit_receive(&kit, other), 200);
    close(other);
    assert_int_equal(kit_ask_text(&kit, "GET /phone.css HTTP/1.1\r\nHost: {H}\r\n\r\n"), 200);
}

/* Opens `count` sockets from 127.0.1.1 on, SERVER_PER_ADDRESS of each address. */
static void open_many(int *fds, int count) {
    char from[32];
    for (int i = 0; i < count; i++) {
        snprintf(from, sizeof from, "127.0.1.%d", 1 + i / SERVER_PER_ADDRESS);
        fds[i] = kit_connect(&kit, from);
        assert_true(fds[i] >= 0);
        kit_turn(&kit);
    }
    kit_settle(&kit);
}

static void a_full_queue_asks_to_come_again_and_loses_nothing(void **state) {
    static const char get[] = "GET /now?since=1 HTTP/1.1\r\nHost: {H}\r\n\r\n";
    enum { MANY = SERVER_QUEUE + 4 };
    static int fds[MANY];
    char text[KIT_REQUEST_MAX];
    int again = 0, done = 0;
    (void)state;
    size_t size = kit_fill(&kit, get, sizeof get - 1, text);
    kit.is_away = true;
    open_many(fds, MANY);
    for (int i = 0; i < MANY; i++) {
        kit_send(&kit, fds[i], text, size);
    }
    kit_settle(&kit);
    kit.is_away = false;
    kit_settle(&kit);
    assert_int_equal(kit.looks, SERVER_QUEUE);
    for (int i = 0; i < MANY; i++) {
        int status = kit_receive(&kit, fds[i]);
        done += status == 200;
        again += status == 503 && kit_has_header(&kit, "Retry-After: 1");
        close(fds[i]);
    }
    assert_int_equal(done, SERVER_QUEUE);
    assert_int_equal(again, MANY - SERVER_QUEUE);
}

static void one_address_has_few_connections(void **state) {
    int fds[SERVER_PER_ADDRESS];
    (void)state;
    for (int i = 0; i < SERVER_PER_ADDRESS; i++) {
        fds[i] = kit_connect(&kit, NULL);
        kit_settle(&kit);
    }
    int more = kit_connect(&kit, NULL);
    assert_true(kit_is_closed(&kit, more));
    assert_false(kit_is_closed(&kit, fds[0]));
    int other = kit_connect(&kit, "127.0.0.9");
    assert_false(kit_is_closed(&kit, other));
    close(fds[0]);
    kit_settle(&kit);
    close(more);
    more = kit_connect(&kit, NULL);
    assert_false(kit_is_closed(&kit, more));
    close(more);
    close(other);
    for (int i = 1; i < SERVER_PER_ADDRESS; i++) {
        close(fds[i]);
    }
}

/* Sends `text` byte by byte, half a second apart; returns the seconds until it was dropped. */
static int drip(const char *text, size_t size) {
    int64_t start_ms = kit.now_ms;
    int fd = kit_connect(&kit, NULL);
    for (size_t i = 0; i < size && !kit_is_closed(&kit, fd); i++) {
        kit_send(&kit, fd, text + i, 1);
        kit.now_ms += 500;
    }
    assert_true(kit_is_closed(&kit, fd));
    close(fd);
    return (int)((kit.now_ms - start_ms) / 1000);
}

static void slow_requests_are_dropped_at_the_deadline(void **state) {
    static const char body[] = "POST /line HTTP/1.1\r\nHost: {H}\r\nOrigin: {O}\r\nContent-Type: "
                               "application/x-www-form-urlencoded\r\nContent-Length: 99\r\n\r\n";
    char text[KIT_REQUEST_MAX];
    (void)state;
    size_t size = kit_fill(&kit, "GET / HTTP/1.1\r\nHost: {H}\r\nX: aaaaaaaaaaaaaaaaaaaaaaaa", 54,
                           text);
    assert_in_range(drip(text, size), 9, 11);
    assert_int_equal(kit.looks + kit.deeds, 0);
    int fd = kit_connect(&kit, NULL);
    kit_send(&kit, fd, text, kit_fill(&kit, body, sizeof body - 1, text));
    for (int i = 0; i < 19; i++) {
        kit.now_ms += 500;
        kit_send(&kit, fd, "a", 1);
        assert_false(kit_is_closed(&kit, fd));
    }
    kit.now_ms += 500;
    assert_true(kit_is_closed(&kit, fd));
    close(fd);
    assert_int_equal(kit.deeds, 0);
    assert_int_equal(server_refused(kit.server), 2);
}

static void silent_connections_are_dropped_too(void **state) {
    (void)state;
    int fd = kit_connect(&kit, NULL);
    kit_settle(&kit);
    kit.now_ms += SERVER_DEADLINE_MS - 1;
    assert_false(kit_is_closed(&kit, fd));
    kit.now_ms += 1;
    assert_true(kit_is_closed(&kit, fd));
    close(fd);
    assert_int_equal(server_refused(kit.server), 0);
}

/* Connects `count` sockets that say nothing, and moves the clock by what a crowd is given. */
static int count_dropped(int *fds, int count) {
    int dropped = 0;
    open_many(fds, count);
    kit.now_ms += SERVER_CROWDED_MS;
    kit_settle(&kit);
    for (int i = 0; i < count; i++) {
        dropped += kit_is_closed(&kit, fds[i]);
        close(fds[i]);
    }
    kit_settle(&kit);
    return dropped;
}

static void in_a_crowd_the_silent_go_first(void **state) {
    static const char get[] = "GET /now?since=1 HTTP/1.1\r\nHost: {H}\r\n\r\n";
    int fds[SERVER_CROWD];
    char text[KIT_REQUEST_MAX];
    (void)state;
    assert_int_equal(count_dropped(fds, SERVER_CROWD), 0);
    int phone = kit_connect(&kit, NULL);
    kit_send(&kit, phone, text, kit_fill(&kit, get, sizeof get - 1, text));
    assert_int_equal(kit_receive(&kit, phone), 200);
    assert_int_equal(count_dropped(fds, SERVER_CROWD), SERVER_CROWD);
    assert_false(kit_is_closed(&kit, phone));
    close(phone);
}

static void a_phone_that_asks_each_second_stays(void **state) {
    static const char get[] = "GET /now?since=1 HTTP/1.1\r\nHost: {H}\r\n\r\n";
    char text[KIT_REQUEST_MAX];
    (void)state;
    size_t size = kit_fill(&kit, get, sizeof get - 1, text);
    int fd = kit_connect(&kit, NULL);
    for (int i = 0; i < 30; i++) {
        kit.now_ms += 1000;
        kit_send(&kit, fd, text, size);
        assert_int_equal(kit_receive(&kit, fd), 200);
    }
    kit_settle(&kit);
    kit.now_ms += SERVER_DEADLINE_MS;
    assert_true(kit_is_closed(&kit, fd));
    close(fd);
}

/* Asks for many pages and never reads: what doesn't fit into the wire is not kept for ever. */
static void who_never_reads_is_dropped(void **state) {
    static const char get[] = "GET / HTTP/1.1\r\nHost: {H}\r\n\r\n";
    static char page[1 << 20];
    char text[KIT_REQUEST_MAX];
    (void)state;
    memset(page, 'x', sizeof page);
    kit.reply.body = page;
    kit.reply.size = sizeof page;
    size_t size = kit_fill(&kit, get, sizeof get - 1, text);
    int fd = kit_connect(&kit, NULL);
    for (int i = 0; i < 8; i++) {
        kit_send(&kit, fd, text, size);
    }
    kit_settle(&kit);
    assert_in_range(kit.looks, 1, 7);
    kit.now_ms += SERVER_DEADLINE_MS;
    kit_settle(&kit);
    assert_true(kit_is_closed(&kit, fd));
    close(fd);
    assert_int_equal(server_refused(kit.server), 1);
}

#define WITH_KIT(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_KIT(a_flood_from_one_address_is_slowed),
        WITH_KIT(a_full_queue_asks_to_come_again_and_loses_nothing),
        WITH_KIT(one_address_has_few_connections),
        WITH_KIT(slow_requests_are_dropped_at_the_deadline),
        WITH_KIT(silent_connections_are_dropped_too),
        WITH_KIT(in_a_crowd_the_silent_go_first),
        WITH_KIT(a_phone_that_asks_each_second_stays),
        WITH_KIT(who_never_reads_is_dropped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
