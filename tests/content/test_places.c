/* SPDX-License-Identifier: MIT */
/* The list of places to turn to: the shipped one, and bad lines by their place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "content_check.h"
#include "places.h"

static void places_expect(const char *text, Err err, int countries, const char *expected) {
    Places places = {0};
    Findings *findings = calloc(1, sizeof *findings);
    assert_non_null(findings);
    assert_int_equal(places_read(&places, text, strlen(text), findings), err);
    findings_expect(findings, expected);
    assert_int_equal(places.count, countries);
    places_free(&places);
    free(findings);
}

static void test_good_lines(void **state) {
    (void)state;
    static const char text[] = "\xEF\xBB\xBF# note\r\n\r\ncountry NL  Nederland \r\n"
                               "danger: 112 | 112 | 24/7 | Nederlands, English | checked -\r\n"
                               "listen: Luister|0900|-|-|checked 2026-12-31\r\n"
                               "country FR France";
    Places places = {0};
    assert_int_equal(places_read(&places, text, sizeof text - 1, NULL), ERR_OK);
    assert_int_equal(places.count, 2);
    assert_int_equal(places_find(&places, "FR"), 1);
    assert_int_equal(places_find(&places, "DE"), -1);
    const PlaceCountry *country = &places.countries[places_find(&places, "NL")];
    assert_string_equal(country->name, "Nederland");
    assert_int_equal(country->count, 2);
    assert_int_equal(country->places[0].kind, PLACE_DANGER);
    assert_string_equal(country->places[0].languages, "Nederlands, English");
    assert_string_equal(country->places[0].checked, "");
    assert_int_equal(country->places[1].kind, PLACE_LISTEN);
    assert_string_equal(country->places[1].number, "0900");
    assert_string_equal(country->places[1].hours, "");
    assert_string_equal(country->places[1].checked, "2026-12-31");
    places_free(&places);
}

#define NL "country NL Nederland\n"

static void test_bad_lines(void **state) {
    (void)state;
    places_expect("", ERR_FORMAT, 0, "");
    places_expect("danger: a | b | c | d | checked -\n", ERR_FORMAT, 0,
                  "1:1 error: There is no line “country CODE NAME” above this one.");
    places_expect(
        "country nl Nederland\n", ERR_FORMAT, 0,
        "1:9 error: Expected “country CODE NAME” with two capital letters, as “country NL "
        "Nederland”.");
    places_expect(NL NL, ERR_OK, 1, "2:9 error: This country is here for the second time.");
    places_expect(NL "help: a | b | c | d | checked -\n", ERR_OK, 1,
                  "2:1 error: A line begins with “country”, “danger:”, “violence:”, “listen:” or "
                  "“couple:”.");
    places_expect(
        NL "danger: a | b | c | d\n", ERR_OK, 1,
        "2:8 error: Expected five parts with | between: NAME | NUMBER | HOURS | LANGUAGES "
        "| checked DATE.");
    places_expect(NL "danger: é | b | c | d | checked 2026-02-30\n", ERR_OK, 1,
                  "2:25 error: Expected “checked 2026-12-31”, or “checked -” for never.");
    places_expect(NL "danger: a | - | c | d | checked -\n", ERR_OK, 1,
                  "2:13 error: Name and number can't be left out.");
    places_expect(NL "danger: a | b |  | d | checked -\n", ERR_OK, 1,
                  "2:18 error: Write - for what isn't known.");
    places_expect(NL "danger: \xE9\n", ERR_FORMAT, 0,
                  "2:9 error: This is not UTF-8. Save the file again with the encoding UTF-8.");
}

static void test_shipped_list(void **state) {
    (void)state;
    Places places = {0};
    Findings *findings = calloc(1, sizeof *findings);
    assert_non_null(findings);
    assert_int_equal(places_load(&places, TB_SOURCE_DIR "/assets/help/places.txt", findings),
                     ERR_OK);
    findings_expect(findings, "");
    assert_true(places.count >= 20);
    for (int i = 0; i < places.count; i++) {
        assert_true(places.countries[i].count > 0);
    }
    places_free(&places);
    assert_int_equal(places_load(&places, TB_SOURCE_DIR "/assets/help", NULL), ERR_FORMAT);
    places_free(&places);
    free(findings);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good_lines),
        cmocka_unit_test(test_bad_lines),
        cmocka_unit_test(test_shipped_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
