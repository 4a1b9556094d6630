/* SPDX-License-Identifier: MIT */
/* Bodies of forms: what phones send is read, and nothing that is odd gets through. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "form.h"
#include "sip.h"

#include <stdbool.h>
#include <string.h>

static Form form;

static bool reads(const char *bytes) {
    return form_read(&form, bytes, strlen(bytes));
}

static void fields_are_found_by_name(void **state) {
    (void)state;
    assert_true(reads("question=12&option=pass&empty="));
    assert_int_equal(form.count, 3);
    assert_string_equal(form_value(&form, "question"), "12");
    assert_string_equal(form_value(&form, "option"), "pass");
    assert_string_equal(form_value(&form, "empty"), "");
    assert_null(form_value(&form, "opt"));
}

static void no_bytes_are_no_fields(void **state) {
    (void)state;
    assert_true(form_read(&form, NULL, 0));
    assert_int_equal(form.count, 0);
}

static void values_are_taken_apart_once(void **state) {
    (void)state;
    assert_true(reads("text=Tea+%26+toast%2B%2525+%F0%9F%A6%A6%0D%0Ahi&x=a=b"));
    assert_string_equal(form_value(&form, "text"), "Tea & toast+%25 \xf0\x9f\xa6\xa6\r\nhi");
    assert_string_equal(form_value(&form, "x"), "a=b");
}

static void what_is_odd_is_refused_whole(void **state) {
    static const char *const odd[] = {
        "a",          "=b",          "&",           "a=1&",         "&a=1",       "a=1&&b=2",
        "a=%",        "a=%4",        "a=%4g",       "a=%g4",        "a=%%41",     "a=%00",
        "a=%01",      "a=%7f",       "a=%1b[2J",    "a=\x01",       "a=%ff",      "a=%c0%80",
        "a=%c1%81",   "a=%e0%80%af", "a=%ed%a0%80", "a=%f5%80%80%80", "a=%80",     "a=\xc3",
        "a=1&a=2",    "A=1",         "a%41=1",      "a[]=1",        "a.b=1",      "a =1",
        "a+b=1",      "a;b=1",       "abcdefghijklmnop=1",
        "a=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1&i=1&j=1&k=1&l=1&m=1",
    };
    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
        if (reads(odd[i]) || form.count != 0) {
            fail_msg("was read: %s", odd[i]);
        }
    }
    assert_false(form_read(&form, "a=1\0b", 5));
}

static void size_is_bounded(void **state) {
    static char bytes[FORM_BYTES_MAX + 2];
    (void)state;
    memset(bytes, 'x', sizeof bytes);
    memcpy(bytes, "a=", 2);
    assert_true(form_read(&form, bytes, FORM_BYTES_MAX));
    assert_int_equal(strlen(form_value(&form, "a")), FORM_BYTES_MAX - 2);
    assert_false(form_read(&form, bytes, FORM_BYTES_MAX + 1));
}

/* The paper's own numbers: key 00..0f, messages of 0, 1, ... bytes 00, 01, ... . */
static void addresses_are_hashed_as_the_paper_says(void **state) {
    uint8_t key[SIP_KEY], bytes[16];
    (void)state;
    for (uint8_t i = 0; i < 16; i++) {
        key[i] = bytes[i] = i;
    }
    assert_true(sip_hash(key, bytes, 0) == UINT64_C(0x726fdb47dd0e0e31));
    assert_true(sip_hash(key, bytes, 1) == UINT64_C(0x74f839c593dc67fd));
    assert_true(sip_hash(key, bytes, 15) == UINT64_C(0xa129ca6149be45e5));
    key[0] = 1;
    assert_true(sip_hash(key, bytes, 15) != UINT64_C(0xa129ca6149be45e5));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_found_by_name),
        cmocka_unit_test(no_bytes_are_no_fields),
        cmocka_unit_test(values_are_taken_apart_once),
        cmocka_unit_test(what_is_odd_is_refused_whole),
        cmocka_unit_test(size_is_bounded),
        cmocka_unit_test(addresses_are_hashed_as_the_paper_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
