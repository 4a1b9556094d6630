/* SPDX-License-Identifier: MIT */
/* Each hostile request meets the outcome of its row: refused, closed, or harmless. After each one
 * an honest phone is served, and the room has changed by nothing. */
#define _POSIX_C_SOURCE 200809L /* shutdown */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "hostile.h"
#include "server_kit.h"

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { HOSTILE_ROWS_MIN = 150 };

static Kit kit;

static int send_row(const HostileRow *row) {
    static char request[HOSTILE_BYTES_MAX];
    size_t size = hostile_write(row, server_origin(kit.server), request);
    kit.now_ms += 1000;
    int fd = kit_connect(&kit, NULL);
    kit_send(&kit, fd, request, size);
    if (row->hangs_up) {
        shutdown(fd, SHUT_WR);
    }
    int status = kit_receive(&kit, fd);
    close(fd);
    kit_settle(&kit);
    return status;
}

/* "": as it should be. */
static const char *judge(const HostileRow *row, int status) {
    char shown[PHONES_LINE_MAX] = "";
    bool is_text = row->outcome == HOSTILE_CLEANED;
    bool is_deed = is_text || row->outcome == HOSTILE_NOBODY;
    if (status != (is_deed ? 200 : row->outcome)) {
        return "came to another end";
    }
    if (kit.deeds != is_deed) {
        return "asked the game for something";
    }
    if (kit.looks != (row->outcome == HOSTILE_LOOK)) {
        return "looked";
    }
    if (is_deed && kit.last.ask.has_token != is_text) {
        return "has a seat";
    }
    if (is_text) {
        phones_clean(shown, sizeof shown, kit.last.ask.text, PHONES_LINE_LETTERS);
        if (strcmp(shown, row->clean) != 0) {
            return "is shown otherwise";
        }
    }
    return strstr(kit.answer, "evil") ? "was repeated in the answer" : "";
}

static int try_rows(const HostileRow *rows, int count, int found[HOSTILE_KIND_COUNT][3]) {
    int wrong = 0;
    for (int i = 0; i < count; i++) {
        kit.deeds = kit.looks = 0;
        int status = send_row(&rows[i]);
        const char *why = judge(&rows[i], status);
        if (why[0]) {
            print_error("kind %d, %s: %s (%d, expected %d)\n", (int)rows[i].kind, rows[i].name, why,
                        status, rows[i].outcome);
            wrong++;
        }
        int *counts = found[rows[i].kind];
        counts[status >= 400 ? 0 : status <= 0 ? 1 : 2]++;
        if (kit_ask_text(&kit, "GET / HTTP/1.1\r\nHost: {H}\r\n\r\n") != 200) {
            print_error("after %s no page came\n", rows[i].name);
            wrong++;
        }
    }
    return wrong;
}

static void hostile_requests_are_refused_or_harmless(void **state) {
    static const char *const kinds[HOSTILE_KIND_COUNT] = {
        "host", "origin", "method", "protocol", "path", "length",
        "headers", "unfinished", "form", "seat", "text"};
    int found[HOSTILE_KIND_COUNT][3] = {{0}};
    (void)state;
    kit_open(&kit);
    int wrong = try_rows(hostile_heads, hostile_heads_count, found) +
                try_rows(hostile_wire, hostile_wire_count, found) +
                try_rows(hostile_forms, hostile_forms_count, found);
    print_message("%-12s %8s %8s %8s\n", "kind", "refused", "closed", "harmless");
    for (int i = 0; i < HOSTILE_KIND_COUNT; i++) {
        print_message("%-12s %8d %8d %8d\n", kinds[i], found[i][0], found[i][1], found[i][2]);
    }
    assert_true(hostile_heads_count + hostile_wire_count + hostile_forms_count >= HOSTILE_ROWS_MIN);
    assert_true(server_refused(kit.server) > 0);
    assert_int_equal(kit_post(&kit, "/join", "word=otter&number=42&name=us"), 200);
    assert_string_equal(kit.last.word, "otter");
    assert_int_equal(wrong, 0);
    kit_close(&kit);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hostile_requests_are_refused_or_harmless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
