/* SPDX-License-Identifier: MIT */
/* The server as honest phones meet it, and what it does when things are slow or many. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "server_kit.h"

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
    assert_true(kit_has_header(&kit, "Referrer-Policy: no-referrer"));
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_page_comes_with_strict_headers, setup, teardown),
        cmocka_unit_test_setup_teardown(joining_sets_the_seat_and_goes_home, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
