/* SPDX-License-Identifier: MIT */
/* The server as honest phones meet it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "server_kit.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
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

static void a_page_comes_with_strict_headers(void **state) {
    (void)state;
    assert_int_equal(kit_ask_text(&kit, "GET / HTTP/1.1\r\nHost: {H}\r\n\r\n"), 200);
    assert_int_equal(kit.last.want, SERVER_PAGE);
    assert_false(kit.last.ask.has_token);
    assert_int_equal(kit.wakes, 1);
    assert_non_null(strstr(kit.answer, "\r\n\r\npage"));
    assert_true(kit_has_header(&kit, "Content-Type: text/html; charset=utf-8"));
    assert_true(kit_has_header(&kit, "X-Content-Type-Options: nosniff"));
    assert_true(kit_has_header(&kit, "X-Frame-Options: DENY"));
    assert_true(kit_has_header(&kit, "Referrer-Policy: same-origin"));
    assert_true(kit_has_header(&kit, "Cache-Control: no-store"));
    assert_true(kit_has_header(&kit, "Cross-Origin-Resource-Policy: same-origin"));
    assert_true(kit_has_header(
        &kit, "Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; "
              "connect-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
              "base-uri 'none'; frame-ancestors 'none'"));
    assert_null(strstr(kit.answer, "Set-Cookie"));
}

static void joining_sets_the_seat_and_goes_home(void **state) {
    (void)state;
    uint8_t token[PHONES_TOKEN] = {0xab, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 0xff};
    kit.reply = (ServerReply){.status = 303, .token = token, .version = 7};
    assert_int_equal(kit_post(&kit, "/join", "key={K}&word=&number=&name=Tea+%26+Toast"), 303);
    assert_int_equal(kit.last.ask.kind, PHONE_JOIN);
    assert_true(kit.last.ask.has_key);
    assert_int_equal(kit.last.ask.key[1], 0x11);
    assert_true(kit.last.ask.has_token);
    assert_string_equal(kit.last.ask.text, "Tea & Toast");
    assert_true(kit_has_header(&kit, "Location: /"));
    assert_true(kit_has_header(&kit, "X-Version: 7"));
    assert_true(kit_has_header(&kit, "Set-Cookie: seat=ab0102030405060708090a0b0c0d0eff; Path=/; "
                                     "HttpOnly; SameSite=Strict; Max-Age=14400"));
}


static void leaving_clears_the_seat(void **state) {
    (void)state;
    kit.reply = (ServerReply){.status = 303, .drops_token = true};
    assert_int_equal(kit_post(&kit, "/stop", ""), 303);
    assert_true(kit_has_header(&kit, "Set-Cookie: seat=; Path=/; HttpOnly; SameSite=Strict; "
                                     "Max-Age=0"));
}

static void the_page_asks_for_its_inner_part(void **state) {
    (void)state;
    kit.reply = (ServerReply){.status = 200, .body = "<main>", .size = 6, .version = 9};
    assert_int_equal(kit_ask_text(&kit, "POST /rest HTTP/1.1\r\nHost: {H}\r\nOrigin: {O}\r\n"
                                        "Accept: text/x-inner\r\nContent-Type: application/"
                                        "x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n"), 200);
    assert_true(kit.last.wants_inner);
    assert_non_null(strstr(kit.answer, "\r\n\r\n<main>"));
    kit.reply = (ServerReply){.status = 204, .version = 9, .retry_s = 5};
    assert_int_equal(kit_ask_text(&kit, "GET /now?since=9 HTTP/1.1\r\nHost: {H}\r\n\r\n"), 204);
    assert_int_equal(kit.last.want, SERVER_NOW);
    assert_int_equal(kit.last.since, 9);
    assert_true(kit_has_header(&kit, "X-Version: 9"));
    assert_true(kit_has_header(&kit, "Retry-After: 5"));
}

static void files_come_without_the_game(void **state) {
    (void)state;
    assert_int_equal(kit_ask_text(&kit, "GET /phone.css HTTP/1.1\r\nHost: {H}\r\n\r\n"), 200);
    assert_true(kit_has_header(&kit, "Content-Type: text/css; charset=utf-8"));
    assert_non_null(strstr(kit.answer, "\r\n\r\nbody{color:black}"));
    assert_int_equal(kit.looks + kit.deeds + kit.wakes, 0);
}

static void a_phone_is_known_by_a_hash_of_its_address(void **state) {
    static const char get[] = "GET / HTTP/1.1\r\nHost: {H}\r\n\r\n";
    char text[KIT_REQUEST_MAX];
    (void)state;
    kit_ask_text(&kit, get);
    uint64_t first = kit.last.ask.address;
    kit_ask_text(&kit, get);
    assert_true(kit.last.ask.address == first);
    int fd = kit_connect(&kit, "127.0.0.2");
    kit_send(&kit, fd, text, kit_fill(&kit, get, sizeof get - 1, text));
    assert_int_equal(kit_receive(&kit, fd), 200);
    close(fd);
    assert_true(kit.last.ask.address != first);
    kit_close(&kit);
    kit_open(&kit);
    kit_ask_text(&kit, get);
    assert_true(kit.last.ask.address != first);
}

static void each_join_brings_a_token_of_its_own(void **state) {
    uint8_t first[PHONES_TOKEN];
    (void)state;
    kit_post(&kit, "/join", "word=otter");
    memcpy(first, kit.last.ask.fresh, sizeof first);
    kit_post(&kit, "/join", "word=otter");
    assert_memory_not_equal(first, kit.last.ask.fresh, sizeof first);
}

/* Two requests in one packet, then a third: one connection, answered in order. */
static void one_connection_serves_many_requests(void **state) {
    static const char two[] = "GET / HTTP/1.1\r\nHost: {H}\r\n\r\n"
                              "GET /now?since=1 HTTP/1.1\r\nHost: {H}\r\n\r\n";
    static const char third[] = "GET /phone.css HTTP/1.1\r\nHost: {H}\r\n\r\n";
    char text[KIT_REQUEST_MAX];
    (void)state;
    int fd = kit_connect(&kit, NULL);
    kit_send(&kit, fd, text, kit_fill(&kit, two, sizeof two - 1, text));
    assert_int_equal(kit_receive(&kit, fd), 200);
    kit_settle(&kit);
    assert_int_equal(kit.looks, 2);
    assert_int_equal(kit.last.want, SERVER_NOW);
    assert_false(kit_is_closed(&kit, fd));
    kit_send(&kit, fd, text, kit_fill(&kit, third, sizeof third - 1, text));
    assert_int_equal(kit_receive(&kit, fd), 200);
    close(fd);
}

static void a_game_that_is_busy_is_told_of_as_that(void **state) {
    static const char get[] = "GET / HTTP/1.1\r\nHost: {H}\r\n\r\n";
    char text[KIT_REQUEST_MAX];
    (void)state;
    kit.is_mute = true;
    int fd = kit_connect(&kit, NULL);
    kit_send(&kit, fd, text, kit_fill(&kit, get, sizeof get - 1, text));
    kit_settle(&kit);
    assert_int_equal(kit.looks, 1);
    kit.now_ms += SERVER_DEADLINE_MS;
    assert_int_equal(kit_receive(&kit, fd), 503);
    assert_true(kit_has_header(&kit, "Retry-After: 1"));
    close(fd);
    ServerReply late = {.id = kit.last.id, .status = 200, .body = "late", .size = 4};
    server_reply(kit.server, &late);
    server_reply(kit.server, &late);
    late.id = -5;
    server_reply(kit.server, &late);
    kit.is_mute = false;
    assert_int_equal(kit_ask_text(&kit, get), 200);
    assert_non_null(strstr(kit.answer, "\r\n\r\npage"));
}

/* Sends GET /now?since=N on a socket of its own, which is returned. */
static int ask_news(int since) {
    char line[64], text[KIT_REQUEST_MAX];
    int fd = kit_connect(&kit, NULL);
    snprintf(line, sizeof line, "GET /now?since=%d HTTP/1.1\r\nHost: {H}\r\n\r\n", since);
    kit_send(&kit, fd, text, kit_fill(&kit, line, strlen(line), text));
    kit_settle(&kit);
    return fd;
}

static void who_came_first_is_taken_first(void **state) {
    int fds[4];
    ServerRequest request;
    (void)state;
    kit.is_away = true;
    fds[0] = ask_news(1);
    fds[1] = ask_news(2);
    assert_true(server_take(kit.server, &request));
    assert_int_equal(request.since, 1);
    ServerReply reply = {.id = request.id, .status = 204};
    server_reply(kit.server, &reply);
    assert_int_equal(kit_receive(&kit, fds[0]), 204);
    fds[2] = ask_news(3); /* in the place of the first */
    fds[3] = ask_news(4);
    for (uint32_t i = 2; i <= 4; i++) {
        assert_true(server_take(kit.server, &request));
        assert_int_equal(request.since, i);
    }
    assert_false(server_take(kit.server, &request));
    for (int i = 0; i < 4; i++) {
        close(fds[i]);
    }
}

static void a_late_answer_goes_to_nobody_else(void **state) {
    ServerRequest late, next;
    (void)state;
    kit.is_away = true;
    int first = ask_news(1);
    assert_true(server_take(kit.server, &late));
    kit.now_ms += SERVER_DEADLINE_MS;
    assert_int_equal(kit_receive(&kit, first), 503);
    int second = ask_news(2);
    assert_true(server_take(kit.server, &next));
    ServerReply reply = {.id = late.id, .status = 200, .body = "another's", .size = 9};
    server_reply(kit.server, &reply);
    reply = (ServerReply){.id = next.id, .status = 200, .body = "one's own", .size = 9};
    server_reply(kit.server, &reply);
    server_reply(kit.server, &reply); /* twice is once */
    assert_int_equal(kit_receive(&kit, second), 200);
    assert_non_null(strstr(kit.answer, "one's own"));
    close(first);
    close(second);
}

static void knocking_is_counted_and_icons_are_not(void **state) {
    (void)state;
    assert_int_equal(kit_ask_text(&kit, "GET /favicon.ico HTTP/1.1\r\nHost: {H}\r\n\r\n"), 404);
    assert_int_equal(server_refused(kit.server), 0);
    assert_int_equal(kit_ask_text(&kit, "GET /admin HTTP/1.1\r\nHost: {H}\r\n\r\n"), 404);
    assert_int_equal(server_refused(kit.server), 1);
    assert_null(strstr(kit.answer, "admin"));
    assert_true(kit_has_header(&kit, "Connection: close"));
    assert_int_equal(kit_post(&kit, "/rest", "evil=1"), 400);
    assert_true(kit_has_header(&kit, "Connection: close"));
    assert_true(kit_has_header(&kit, "X-Content-Type-Options: nosniff"));
}

static void closing_with_requests_that_wait_is_clean(void **state) {
    static const char get[] = "GET / HTTP/1.1\r\nHost: {H}\r\n\r\n";
    char text[KIT_REQUEST_MAX];
    (void)state;
    int fds[3];
    for (int i = 0; i < 3; i++) {
        kit.is_away = i == 0; /* one is not taken, one not answered, one answered but not sent */
        kit.is_mute = true;
        fds[i] = kit_connect(&kit, NULL);
        kit_send(&kit, fds[i], text, kit_fill(&kit, get, sizeof get - 1, text));
        kit_settle(&kit);
    }
    ServerReply reply = {.id = kit.last.id, .status = 200, .body = "page", .size = 4};
    server_reply(kit.server, &reply);
    kit_close(&kit);
    for (int i = 0; i < 3; i++) {
        close(fds[i]);
    }
    kit_open(&kit);
}

static Err try_open(const char *address, int port, Server **server, Diag *diag) {
    ServerOptions options = {.address = address, .port = port, .is_polled = true};
    return server_open(&options, server, diag);
}

static void it_listens_at_one_address_alone(void **state) {
    Server *server = NULL;
    Diag diag = {0};
    (void)state;
    assert_int_equal(try_open("0.0.0.0", -1, &server, &diag), ERR_FORMAT);
    assert_int_equal(try_open("::", -1, &server, &diag), ERR_FORMAT);
    assert_int_equal(try_open("localhost", -1, &server, &diag), ERR_FORMAT);
    assert_int_equal(try_open("", -1, &server, &diag), ERR_FORMAT);
    assert_int_equal(try_open("203.0.113.9", -1, &server, &diag), ERR_NOT_FOUND);
    assert_non_null(strstr(diag.message, "203.0.113.9"));
    assert_null(server);
}

/* A socket to the server at ::1. */
static int connect_six(const Server *server) {
    struct sockaddr_in6 there = {.sin6_family = AF_INET6, .sin6_addr = IN6ADDR_LOOPBACK_INIT};
    int fd = socket(AF_INET6, SOCK_STREAM, 0);
    there.sin6_port = htons((uint16_t)atoi(strrchr(server_origin(server), ':') + 1));
    assert_int_equal(connect(fd, (struct sockaddr *)&there, sizeof there), 0);
    return fd;
}

static void the_newer_kind_of_address_works_too(void **state) {
    ServerRequest request;
    Server *server = NULL;
    char text[128];
    (void)state;
    if (try_open("::1", -1, &server, NULL) != ERR_OK) {
        skip(); /* this machine has none */
    }
    assert_int_equal(strncmp(server_origin(server), "http://[::1]:", 13), 0);
    int fd = connect_six(server);
    int size = snprintf(text, sizeof text, "GET / HTTP/1.1\r\nHost: %s\r\n\r\n",
                        server_origin(server) + strlen("http://"));
    assert_int_equal(send(fd, text, (size_t)size, 0), size);
    for (int i = 0; i < 20; i++) {
        server_poll(server, 1);
    }
    assert_true(server_take(server, &request));
    assert_int_equal(request.want, SERVER_PAGE);
    close(fd);
    server_close(server);
}

static void a_port_in_use_is_passed_over(void **state) {
    Server *first = NULL, *second = NULL, *third = NULL;
    Diag diag = {0};
    (void)state;
    assert_int_equal(try_open("127.0.0.77", 0, &first, &diag), ERR_OK);
    assert_int_equal(try_open("127.0.0.77", 0, &second, &diag), ERR_OK);
    assert_string_equal(server_origin(first), "http://127.0.0.77:8350");
    assert_string_equal(server_origin(second), "http://127.0.0.77:8351");
    assert_int_equal(try_open("127.0.0.77", 8350, &third, &diag), ERR_LOCKED);
    assert_true(diag.message[0]);
    server_close(first);
    server_close(second);
    server_close(NULL);
}

#define WITH_KIT(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_KIT(a_page_comes_with_strict_headers),
        WITH_KIT(joining_sets_the_seat_and_goes_home),
        WITH_KIT(leaving_clears_the_seat),
        WITH_KIT(the_page_asks_for_its_inner_part),
        WITH_KIT(files_come_without_the_game),
        WITH_KIT(a_phone_is_known_by_a_hash_of_its_address),
        WITH_KIT(each_join_brings_a_token_of_its_own),
        WITH_KIT(one_connection_serves_many_requests),
        WITH_KIT(a_game_that_is_busy_is_told_of_as_that),
        WITH_KIT(who_came_first_is_taken_first),
        WITH_KIT(a_late_answer_goes_to_nobody_else),
        WITH_KIT(knocking_is_counted_and_icons_are_not),
        WITH_KIT(closing_with_requests_that_wait_is_clean),
        cmocka_unit_test(it_listens_at_one_address_alone),
        cmocka_unit_test(the_newer_kind_of_address_works_too),
        cmocka_unit_test(a_port_in_use_is_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
