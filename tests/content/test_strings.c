/* SPDX-License-Identifier: MIT */
/* Texts by key: nesting, placeholders, plurals, what is missing, and what is wrong in the file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "content_check.h"
#include "dates.h"
#include "strings.h"

#define LANG_HEAD "language: xx\nname: Xish\ndirection: rtl\n"

typedef struct Texts {
    Strings strings;
    StringsMissing missing;
    Findings *findings;
    Arena arena;
} Texts;

static void read_table(Texts *texts, StringTable *table, const char *text) {
    findings_begin_file(texts->findings, "xx.yaml");
    strings_read_table(table, &texts->arena, text, strlen(text), texts->findings);
}

static Plural three_forms(int n) {
    return n == 1 ? PLURAL_ONE : n < 5 ? PLURAL_FEW : PLURAL_MANY;
}

static int start(void **state) {
    Texts *texts = calloc(1, sizeof *texts);
    texts->findings = calloc(1, sizeof *texts->findings);
    texts->strings.missing = &texts->missing;
    texts->strings.plural = three_forms;
    read_table(texts, &texts->strings.own,
               LANG_HEAD "home:\n  start: Begin\n  deep: {er: Down}\n"
                         "flat.key: Flat\n"
                         "hello: \"Hello {a}, and {b}. {c}\"\n"
                         "block: |\n  Two\n  lines\n"
                         "stones: {one: \"{n} stone\", few: \"{n} stones\", other: \"{n} st.\"}\n"
                         "kinds:\n  other: Other\n  one: One\n  all: All\n");
    read_table(texts, &texts->strings.english,
               "language: en\nname: English\ndirection: ltr\n"
               "home:\n  start: Start\n  end: End\n"
               "days: {one: \"{n} day\", other: \"{n} days\"}\n");
    findings_expect(texts->findings, "");
    *state = texts;
    return 0;
}

static int finish(void **state) {
    Texts *texts = *state;
    arena_free(&texts->arena);
    free(texts->findings);
    free(texts);
    return 0;
}

static void test_get(void **state) {
    Texts *texts = *state;
    const Strings *strings = &texts->strings;
    assert_string_equal(strings->own.language, "xx");
    assert_string_equal(strings->own.name, "Xish");
    assert_true(strings->own.is_rtl);
    assert_string_equal(strings_get(strings, "home.start"), "Begin");
    assert_string_equal(strings_get(strings, "home.deep.er"), "Down");
    assert_string_equal(strings_get(strings, "flat.key"), "Flat");
    assert_string_equal(strings_get(strings, "block"), "Two\nlines");
    assert_string_equal(strings_get(strings, "stones"), "{n} st.");
    assert_string_equal(strings_get(strings, "kinds.other"), "Other");
    assert_string_equal(strings_get(strings, "home.end"), "End");
    assert_int_equal(texts->missing.count, 0);
    assert_true(strings_has(strings, "home.end"));
    assert_false(strings_has(strings, "home"));
}

static void test_missing(void **state) {
    Texts *texts = *state;
    assert_string_equal(strings_get(&texts->strings, "home.middle"), "[home.middle]");
    assert_string_equal(strings_get(&texts->strings, "home.middle"), "[home.middle]");
    assert_int_equal(texts->missing.count, 1);
    char key[200];
    memset(key, 'k', sizeof key - 1);
    key[sizeof key - 1] = '\0';
    const char *shown = strings_get(&texts->strings, key);
    assert_int_equal(strlen(shown), STRINGS_KEY_MAX - 1);
    assert_int_equal(shown[STRINGS_KEY_MAX - 2], ']');
    for (int i = 0; i < 2 * STRINGS_MISSING_MAX; i++) {
        snprintf(key, sizeof key, "none.%d", i);
        shown = strings_get(&texts->strings, key);
    }
    assert_string_equal(shown, "[…]");
    assert_int_equal(texts->missing.count, STRINGS_MISSING_MAX);
    assert_string_equal(strings_get(&(Strings){0}, "any"), "[?]");
}

static void test_format(void **state) {
    const Texts *texts = *state;
    StringArg args[] = {{"a", "Ada"}, {"b", "{a}"}};
    char out[64];
    strings_format(&texts->strings, out, sizeof out, "hello", args, 2);
    assert_string_equal(out, "Hello Ada, and {a}. {c}");
    strings_format(&texts->strings, out, 8, "hello", args, 2);
    assert_string_equal(out, "Hello A");
    strings_format(&texts->strings, out, 9, "hello", (StringArg[]){{"a", "xé"}}, 1);
    assert_string_equal(out, "Hello x");
    strings_format(&texts->strings, out, 1, "hello", args, 2);
    assert_string_equal(out, "");
    strings_format(&texts->strings, out, sizeof out, "none", args, 2);
    assert_string_equal(out, "[none]");
}

static void test_plural(void **state) {
    const Texts *texts = *state;
    static const struct {
        const char *key;
        int n;
        const char *text;
    } cases[] = {
        {"stones", 1, "1 stone"},    {"stones", 3, "3 stones"}, {"stones", 9, "9 st."},
        {"stones", -2, "-2 stones"}, {"days", 1, "1 day"},      {"days", 3, "3 days"},
    };
    char out[64];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        strings_format_plural(&texts->strings, out, sizeof out, cases[i].key, cases[i].n, NULL, 0);
        assert_string_equal(out, cases[i].text);
    }
    strings_format_plural(&texts->strings, out, sizeof out, "days", 4, (StringArg[]){{"n", "four"}},
                          1);
    assert_string_equal(out, "four days");
    assert_int_equal(strings_plural_english(0), PLURAL_OTHER);
    assert_int_equal(strings_plural_english(1), PLURAL_ONE);
}

static void test_wrong_files(void **state) {
    Texts *texts = *state;
    static const char *const cases[][2] = {
        {LANG_HEAD "a: [b]\n", "4:4 error: “a”: expected a text, found a list."},
        {LANG_HEAD "a: \"{Name}\"\n",
         "4:4 error: “a”: a placeholder is written as {name}, in small letters."},
        {LANG_HEAD "a: \"{name\"\n",
         "4:4 error: “a”: a placeholder is written as {name}, in small letters."},
        {LANG_HEAD "A b: c\n",
         "4:1 error: “A b” is no key: a-z, 0-9 and hyphens, at most 77 characters in all."},
        {LANG_HEAD "a.b: c\na: {b: d}\n", "5:5 error: “a.b” is here for the second time."},
        {"language: xx\nname: X\n", "1:1 error: The file begins with three lines: language, name "
                                    "and direction. “direction” is missing."},
        {"language: xx\nname: X\ndirection: up\n",
         "3:12 error: “direction”: expected ltr (from left to right) or rtl, found “up”."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        StringTable table;
        memset(texts->findings, 0, sizeof *texts->findings);
        read_table(texts, &table, cases[i][0]);
        findings_expect(texts->findings, cases[i][1]);
    }
}

static void test_a_thousand_keys(void **state) {
    Texts *texts = *state;
    char *text = malloc(40000);
    assert_non_null(text);
    strcpy(text, LANG_HEAD);
    size_t size = strlen(text);
    for (int i = 0; i < 1020; i++) {
        size += (size_t)sprintf(text + size, "key%d: value %d\n", i, i);
    }
    read_table(texts, &texts->strings.own, text);
    findings_expect(texts->findings, "");
    for (int i = 0; i < 1020; i++) {
        char key[16], value[16];
        snprintf(key, sizeof key, "key%d", i);
        snprintf(value, sizeof value, "value %d", i);
        assert_string_equal(strings_get(&texts->strings, key), value);
    }
    free(text);
}

static void test_dates_in_a_language_of_another_order(void **state) {
    Texts *texts = *state;
    read_table(texts, &texts->strings.own,
               LANG_HEAD "date:\n"
                         "  this-year: \"{weekday}, {day}. {month}\"\n"
                         "  any-year: \"{weekday}, {day}. {month} {year}\"\n"
                         "  friday: Freitag\n  sunday: Sonntag\n"
                         "  month-1: Jänner\n  month-11: November\n");
    findings_expect(texts->findings, "");
    const struct {
        const char *day, *text;
    } table[] = {{"2026-11-20", "Freitag, 20. November"},
                 {"2026-01-04", "Sonntag, 4. Jänner"},
                 {"2025-11-30", "Sonntag, 30. November 2025"}};
    Day today, day;
    assert_true(day_parse("2026-11-23", &today));
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        char text[DATE_TEXT_MAX];
        assert_true(day_parse(table[i].day, &day));
        date_print(&texts->strings, day, today, text);
        assert_string_equal(text, table[i].text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_get, start, finish),
        cmocka_unit_test_setup_teardown(test_missing, start, finish),
        cmocka_unit_test_setup_teardown(test_format, start, finish),
        cmocka_unit_test_setup_teardown(test_plural, start, finish),
        cmocka_unit_test_setup_teardown(test_wrong_files, start, finish),
        cmocka_unit_test_setup_teardown(test_dates_in_a_language_of_another_order, start, finish),
        cmocka_unit_test_setup_teardown(test_a_thousand_keys, start, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
