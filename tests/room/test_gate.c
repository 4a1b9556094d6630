/* SPDX-License-Identifier: MIT */
/* What the gate lets through, row by row, and what it makes of a form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gate.h"

#include <string.h>

#define KEY "00112233445566778899aabbccddeeff"
#define FORM "application/x-www-form-urlencoded"

static const ServerFile files[] = {{"/phone.css", "text/css", "a{}", 3}};
static const Gate gate = {"http://192.168.0.7:8350", files, 1};
static ServerRequest request;
static int file;

/* Without any header. */
static GateHead bare_head(const char *method, const char *target) {
    return (GateHead){.method = method, .version = "HTTP/1.1", .target = target, .size = 100};
}

static GateHead head_of(const char *method, const char *target) {
    GateHead head = bare_head(method, target);
    gate_add_header(&head, "Host", "192.168.0.7:8350");
    return head;
}

static GateHead post_to(const char *target) {
    GateHead head = head_of("POST", target);
    gate_add_header(&head, "Origin", "http://192.168.0.7:8350");
    gate_add_header(&head, "Content-Type", FORM);
    gate_add_header(&head, "Content-Length", "10");
    return head;
}

static int check(const GateHead *head) {
    return gate_check(&gate, head, &request, &file);
}

static int get(const char *target) {
    GateHead head = head_of("GET", target);
    return check(&head);
}

static void paths_are_those_and_no_others(void **state) {
    static const char *const unknown[] = {
        "", "*", "//", "/.", "/..", "/../phone.css", "/phone.css/", "/phone.css?x", "/phone.css%00",
        "/PHONE.CSS", "/%70hone.css", "/?", "/?a=1", "/#", "/index.html", "/r", "/r/", "/r/abc",
        "/r/" KEY "0", "/r/" KEY "/", "/r/" KEY "/otter", "/r/" KEY "/42", "/r/" KEY "/otter-",
        "/r/" KEY "/otter-4/", "/r/" KEY "/ot%2fter-4%", "/r/" KEY "/%00-4", "/r/" KEY "/%c0%80-4",
        "/r/00112233445566778899AABBCCDDEEFF", "/r/" KEY "?x", "/now", "/nowhere", "/check/",
        "http://192.168.0.7:8350/", "/r/" KEY "/abcdefghijklmnopqrstuvwxyzabcdefghij-4",
    };
    (void)state;
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) {
        int status = get(unknown[i]);
        if (status != 404) {
            fail_msg("%s: %d", unknown[i], status);
        }
    }
    assert_int_equal(get("/"), 0);
    assert_int_equal(request.want, SERVER_PAGE);
    assert_int_equal(file, -1);
    assert_int_equal(get("/check"), 0);
    assert_int_equal(request.want, SERVER_CHECK);
    assert_int_equal(get("/phone.css"), 0);
    assert_int_equal(file, 0);
}

static void a_link_carries_key_and_pair(void **state) {
    (void)state;
    assert_int_equal(get("/r/" KEY), 0);
    assert_int_equal(request.want, SERVER_PAGE);
    assert_int_equal(request.ask.kind, PHONE_LOOK);
    assert_true(request.ask.has_key);
    assert_int_equal(request.ask.key[0], 0);
    assert_int_equal(request.ask.key[15], 0xff);
    assert_int_equal(request.ask.pair_number, -1);
    assert_int_equal(get("/r/" KEY "/otter-4"), 0);
    assert_string_equal(request.pair_word, "otter");
    assert_int_equal(request.ask.pair_number, 4);
    assert_int_equal(get("/r/" KEY "/%C3%96tter-4"), 0);
    assert_string_equal(request.pair_word, "\xc3\xb6tter");
}

static void asking_for_news_needs_a_number(void **state) {
    (void)state;
    assert_int_equal(get("/now?since=0"), 0);
    assert_int_equal(request.want, SERVER_NOW);
    assert_int_equal(get("/now?since=4294967295"), 0);
    assert_true(request.since == UINT32_MAX);
    assert_int_equal(get("/now?since=4294967296"), 400);
    assert_int_equal(get("/now?since=-1"), 400);
    assert_int_equal(get("/now?since="), 400);
    assert_int_equal(get("/now?since=1&seat=2"), 400);
}

static void no_get_changes_anything(void **state) {
    static const char *const deeds[] = {"/join", "/pair", "/pick", "/land", "/keep",
                                        "/down", "/line", "/rest", "/stop"};
    (void)state;
    for (size_t i = 0; i < sizeof deeds / sizeof deeds[0]; i++) {
        assert_int_equal(get(deeds[i]), 405);
        GateHead head = post_to(deeds[i]);
        assert_int_equal(check(&head), 0);
        assert_int_equal(request.want, SERVER_DEED);
        assert_int_equal(request.ask.kind, PHONE_JOIN + (int)i);
    }
    GateHead home = post_to("/");
    assert_int_equal(check(&home), 404);
}

static void other_methods_and_versions_are_refused(void **state) {
    static const char *const methods[] = {"HEAD", "PUT",   "DELETE", "OPTIONS", "TRACE", "CONNECT",
                                          "get",  "PATCH", "",       "GETT",    "POST "};
    (void)state;
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        GateHead head = head_of(methods[i], "/");
        assert_int_equal(check(&head), 405);
    }
    GateHead head = head_of("GET", "/");
    head.version = "HTTP/1.0";
    assert_int_equal(check(&head), 505);
    head.version = "";
    assert_int_equal(check(&head), 505);
}

static void the_host_must_be_ours(void **state) {
    static const char *const hosts[] = {
        "", "192.168.0.7", "192.168.0.7:80", "192.168.0.7:83500", "192.168.0.70:8350",
        "evil.example", "evil.example:8350", "192.168.0.7:8350.evil.example", "[::1]:8350",
        "localhost:8350", "192.168.0.7:8350 ", "192.168.0.7:8350,evil.example", "192.168.0.07:8350",
        "user@192.168.0.7:8350", "0xc0a80007:8350", "3232235527:8350",
    };
    (void)state;
    for (size_t i = 0; i < sizeof hosts / sizeof hosts[0]; i++) {
        GateHead head = bare_head("GET", "/");
        gate_add_header(&head, "host", hosts[i]);
        assert_int_equal(check(&head), 421);
    }
    GateHead none = bare_head("GET", "/");
    assert_int_equal(check(&none), 400);
    GateHead twice = head_of("GET", "/");
    gate_add_header(&twice, "HOST", "192.168.0.7:8350");
    assert_int_equal(check(&twice), 400);
}

/* A POST in which one header has another value; null: it is missing. */
static int post_with(GateHeader header, const char *value) {
    GateHead head = post_to("/rest");
    head.values[header] = value;
    head.counts[header] = value ? 1 : 0;
    return check(&head);
}

static void a_deed_comes_from_our_own_page(void **state) {
    (void)state;
    assert_int_equal(post_with(GATE_ORIGIN, NULL), 403);
    assert_int_equal(post_with(GATE_ORIGIN, "null"), 403);
    assert_int_equal(post_with(GATE_ORIGIN, "http://evil.example"), 403);
    assert_int_equal(post_with(GATE_ORIGIN, "https://192.168.0.7:8350"), 403);
    assert_int_equal(post_with(GATE_ORIGIN, "http://192.168.0.7:8350/"), 403);
    assert_int_equal(post_with(GATE_ORIGIN, "http://192.168.0.7:8350.evil.example"), 403);
    assert_int_equal(post_with(GATE_SITE, "cross-site"), 403);
    assert_int_equal(post_with(GATE_SITE, "same-site"), 403);
    assert_int_equal(post_with(GATE_SITE, "none"), 403);
    assert_int_equal(post_with(GATE_SITE, "same-origin"), 0);
}

static void a_body_is_a_form_of_known_length(void **state) {
    (void)state;
    assert_int_equal(post_with(GATE_TYPE, NULL), 415);
    assert_int_equal(post_with(GATE_TYPE, "text/plain"), 415);
    assert_int_equal(post_with(GATE_TYPE, "application/json"), 415);
    assert_int_equal(post_with(GATE_TYPE, "multipart/form-data; boundary=x"), 415);
    assert_int_equal(post_with(GATE_TYPE, FORM "x"), 415);
    assert_int_equal(post_with(GATE_TYPE, FORM "; charset=utf-7"), 415);
    assert_int_equal(post_with(GATE_TYPE, "Application/X-WWW-Form-Urlencoded;charset=UTF-8"), 0);
    assert_int_equal(post_with(GATE_LENGTH, NULL), 411);
    assert_int_equal(post_with(GATE_LENGTH, "4096"), 0);
    assert_int_equal(post_with(GATE_LENGTH, "4097"), 413);
    assert_int_equal(post_with(GATE_LENGTH, "999999999999999999"), 413);
    assert_int_equal(post_with(GATE_LENGTH, "99999999999999999999"), 400);
    assert_int_equal(post_with(GATE_LENGTH, "+5"), 400);
    assert_int_equal(post_with(GATE_LENGTH, "5, 5"), 400);
    assert_int_equal(post_with(GATE_TRANSFER, "chunked"), 400);
    assert_int_equal(post_with(GATE_TRANSFER, "identity"), 400);
    GateHead get_with_body = head_of("GET", "/");
    gate_add_header(&get_with_body, "content-length", "3");
    assert_int_equal(check(&get_with_body), 400);
    GateHead large = head_of("GET", "/");
    large.size = SERVER_HEADERS_MAX + 1;
    assert_int_equal(check(&large), 431);
}

static bool has_seat(const char *cookie) {
    GateHead head = head_of("GET", "/");
    gate_add_header(&head, "Cookie", cookie);
    assert_int_equal(check(&head), 0);
    return request.ask.has_token;
}

static void a_seat_is_one_whole_cookie(void **state) {
    (void)state;
    assert_true(has_seat("seat=" KEY));
    assert_int_equal(request.ask.token[1], 0x11);
    assert_true(has_seat("a=b; seat=" KEY "; c=d"));
    assert_true(has_seat("x=seat=1;seat=" KEY));
    assert_false(has_seat("seat=" KEY "0"));
    assert_int_equal(request.ask.token[1], 0);
    assert_false(has_seat("seat=0011"));
    assert_false(has_seat("seat=00112233445566778899AABBCCDDEEFF"));
    assert_false(has_seat("seat=\"" KEY "\""));
    assert_false(has_seat("Seat=" KEY));
    assert_false(has_seat("xseat=" KEY));
    assert_false(has_seat("seat=; seat=" KEY));
    assert_false(has_seat(";;;"));
    assert_false(has_seat(""));
}

static int body(const char *path, const char *bytes) {
    GateHead head = post_to(path);
    assert_int_equal(check(&head), 0);
    return gate_read_body(bytes, strlen(bytes), &request);
}

static void forms_are_read_by_deed(void **state) {
    (void)state;
    assert_int_equal(body("/join", "word=+Otter+&number=42&name=%3Cb%3E"), 0);
    assert_string_equal(request.word, "otter");
    assert_int_equal(request.ask.number, 42);
    assert_false(request.ask.has_key);
    assert_string_equal(request.ask.text, "<b>");
    assert_int_equal(body("/join", "word=otter-42&number="), 0);
    assert_string_equal(request.word, "otter");
    assert_int_equal(request.ask.number, 42);
    assert_int_equal(body("/join", "key=" KEY "&pairword=Crane+7"), 0);
    assert_true(request.ask.has_key);
    assert_string_equal(request.pair_word, "crane");
    assert_int_equal(request.ask.pair_number, 7);
    assert_int_equal(body("/pick", "question=3&option=2"), 0);
    assert_int_equal(request.ask.question, 3);
    assert_int_equal(request.ask.value, 2);
    assert_int_equal(body("/pick", "question=3&option=pass"), 0);
    assert_int_equal(request.ask.value, PICK_PASSED);
    assert_int_equal(body("/land", "question=3&row0=0&row1=1&row2=2"), 0);
    assert_int_equal(request.ask.landing[2], 2);
    assert_int_equal(body("/line", "text=hi"), 0);
    assert_string_equal(request.ask.text, "hi");
    assert_int_equal(body("/rest", ""), 0);
}

static void codes_typed_wrongly_are_codes_all_the_same(void **state) {
    (void)state;
    assert_int_equal(body("/join", "word=otter&number=fortytwo"), 0);
    assert_int_equal(request.ask.number, -1);
    assert_int_equal(body("/join", "word=otter&number=4222"), 0);
    assert_int_equal(request.ask.number, -1);
    assert_int_equal(body("/join", "word=otter+42&number=43"), 0);
    assert_string_equal(request.word, "");
    assert_int_equal(body("/pair", "pairword=abcdefghijklmnopqrstuvwxyzabcdefgh&pairnumber=4"), 0);
    assert_string_equal(request.pair_word, "");
}

static void forms_with_anything_else_are_refused(void **state) {
    static const char *const rows[][2] = {
        {"/rest", "x=1"},
        {"/rest", "seat=" KEY},
        {"/stop", "question=1"},
        {"/pick", "question=1"},
        {"/pick", "option=1"},
        {"/pick", "question=1&option=4"},
        {"/pick", "question=1&option=-1"},
        {"/pick", "question=1&option="},
        {"/pick", "question=1&option=1&seat=2"},
        {"/pick", "question=1&option=1&option=2"},
        {"/pick", "question=99999999999&option=1"},
        {"/pick", "question=+1&option=1"},
        {"/land", "question=1&row0=0&row1=1"},
        {"/land", "question=1&row0=0&row1=1&row2=3"},
        {"/land", "question=1&row0=0&row1=1&row2=2&row3=1"},
        {"/keep", ""},
        {"/line", ""},
        {"/line", "name=hi"},
        {"/pair", "pairnumber=4"},
        {"/join", "key=0011"},
        {"/join", "text=hi"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (body(rows[i][0], rows[i][1]) != 400) {
            fail_msg("%s %s", rows[i][0], rows[i][1]);
        }
    }
}

static void long_texts_are_cut_between_letters(void **state) {
    char text[2000] = "text=";
    (void)state;
    for (int i = 0; i < 400; i++) {
        strcat(text, "\xe2\x82\xac");
    }
    assert_int_equal(body("/line", text), 0);
    assert_int_equal(strlen(request.ask.text), (PHONES_TEXT_MAX - 1) / 3 * 3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_are_those_and_no_others),
        cmocka_unit_test(a_link_carries_key_and_pair),
        cmocka_unit_test(asking_for_news_needs_a_number),
        cmocka_unit_test(no_get_changes_anything),
        cmocka_unit_test(other_methods_and_versions_are_refused),
        cmocka_unit_test(the_host_must_be_ours),
        cmocka_unit_test(a_deed_comes_from_our_own_page),
        cmocka_unit_test(a_body_is_a_form_of_known_length),
        cmocka_unit_test(a_seat_is_one_whole_cookie),
        cmocka_unit_test(forms_are_read_by_deed),
        cmocka_unit_test(codes_typed_wrongly_are_codes_all_the_same),
        cmocka_unit_test(forms_with_anything_else_are_refused),
        cmocka_unit_test(long_texts_are_cut_between_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
