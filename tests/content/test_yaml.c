/* SPDX-License-Identifier: MIT */
/* The strict part of YAML: what is refused, where, and in which words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "content_check.h"
#include "yaml_reader.h"

#define QUOTES "Put the whole text between straight double quotes (\"…\")."

typedef struct Case {
    const char *text, *findings;
} Case;

/* Reads `size` bytes; false if there is no tree. */
static bool reads(const char *bytes, size_t size, Findings *findings) {
    Arena arena = {0};
    memset(findings, 0, sizeof *findings);
    findings_begin_file(findings, "a.yaml");
    bool is_read = yaml_read(&arena, bytes, size, findings) != NULL;
    arena_free(&arena);
    return is_read;
}

static int start(void **state) {
    *state = calloc(1, sizeof(Findings));
    return *state ? 0 : -1;
}

static int finish(void **state) {
    free(*state);
    return 0;
}

static const Case syntax[] = {
    {"", "1:1 error: There is nothing in this file."},
    {"# only a note\n", "1:1 error: There is nothing in this file."},
    {"hello\n", "1:1 error: The file must begin with lines such as “key: text”."},
    {"- a\n", "1:1 error: The file must begin with lines such as “key: text”."},
    {"text: What: is this?\n",
     "1:11 error: There is a colon with a space after it inside this text. " QUOTES},
    {"text: What is this\n  and so: on\n",
     "2:9 error: There is a colon with a space after it inside this text. " QUOTES},
    {"text: one\n  note: two\n",
     "2:7 error: This line is indented further than the ones above it, so it's read as part of "
     "their text. Lines of one card begin at the same column."},
    {"a:\n  text: one\n note: two\n",
     "3:2 error: This line isn't indented like the ones above it. Lines of one card begin at the "
     "same column."},
    {"a: b\nhello there\n",
     "2:1 error: There is no colon after this. A line is written as “key: text”, and the rest of a "
     "longer text stands further in than its key."},
    {"text: \"Look\nnote: n\n",
     "1:7 error: This text begins with a quote mark, and there is none to close it."},
    {"text: \"Look,\" she says\n",
     "1:15 error: The text goes on after its closing quote mark. Inside a text use curly quotes: "
     "“ ”."},
    {"text: 'it's'\n", "1:11 error: The text goes on after its closing quote mark. Inside a text "
                       "use curly quotes: “ ”."},
    {"text: {sharer} laughs\n",
     "1:16 error: A text that begins with { or [ must stand between straight double quotes "
     "(\"…\")."},
    {"text: {sharer laughs\n", "1:7 error: This is read as the beginning of {…}, which isn't "
                               "closed. If it's a text: put it between straight double quotes "
                               "(\"…\")."},
    {"list: [a, b\n", "1:7 error: This list isn't closed: there is no ] at its end."},
    {"text: - one\n", "1:7 error: A dash can't stand here. If it begins a text: put the text "
                      "between straight double quotes (\"…\")."},
    {"text: ? one\n", "1:7 error: A text can't begin with a question mark and a space. " QUOTES},
    {"text: @home\n", "1:7 error: A text can't begin with this sign. " QUOTES},
    {"text: % of us\n", "1:7 error: A text can't begin with this sign. " QUOTES},
    {"text: *smiles* hi\n", "1:7 error: A text can't begin with * or &. " QUOTES},
    {"text: | one\n",
     "1:9 error: A text that begins with | or > goes on in the next line. " QUOTES},
    {"text: \"a\\q\"\n", "1:9 error: A backslash has a meaning of its own between double quotes. "
                         "Leave it out, or write two."},
    {"text: , one\n", "1:7 error: This sign can't stand here. If it begins a text: put the text "
                      "between straight double quotes (\"…\")."},
    {"a: b\n---\na: b\n", "2:1 error: A second document (---) isn't allowed in one file."},
    {"%YAML 1.1\n---\na: b\n", "1:1 error: A line that begins with % isn't allowed."},
    {"[a]: b\n", "1:1 error: A key must be a single word. If this is a text: put it between "
                 "straight double quotes (\"…\")."},
    {"*a : b\n", "1:1 error: A key can't begin with *."},
    {"a: [[[[[[[[x]]]]]]]]\n", "1:11 error: There are too many lists inside lists here."},
};

static const Case signs[] = {
    {"a: b\n\tc: d\n", "2:1 error: This line is indented with a tab. Use spaces."},
    {"a: b\n  \tc\n", "2:3 error: This line is indented with a tab. Use spaces."},
    {"a: b\aé\n", "1:5 error: There is a control character here (U+0007). Delete it."},
    {"a: é\xE2\x80\xAE\n", "1:5 error: There is an invisible character that turns the direction of "
                           "writing here (U+202E). Delete it."},
    {"a: \xE2\x81\xA6z\n", "1:4 error: There is an invisible character that turns the direction of "
                           "writing here (U+2066). Delete it."},
    {"a: b\xC2\x85\n", "1:5 error: There is an unusual line break here (U+0085). Delete it."},
    {"a: b\xE2\x80\xA8\n", "1:5 error: There is an unusual line break here (U+2028). Delete it."},
    {"a: \xEF\xBB\xBF\n", "1:4 error: There is an invisible character here (U+FEFF). Delete it."},
    {"a: b\nc: caf\xE9\n",
     "2:7 error: This is not UTF-8. Save the file again with the encoding UTF-8."},
    {"a: \xC0\xAF\n", "1:4 error: This is not UTF-8. Save the file again with the encoding UTF-8."},
    {"a: \xED\xA0\x80\n",
     "1:4 error: This is not UTF-8. Save the file again with the encoding UTF-8."},
    {"\xFF\xFE"
     "a",
     "1:1 error: This file is written in UTF-16. Save it again with the encoding UTF-8."},
    {"a: \x07\nb: \x07\n", "1:4 error: There is a control character here (U+0007). Delete it.\n"
                           "2:4 error: There is a control character here (U+0007). Delete it."},
};

/* Here a tree is left: only what holds the mistake can't be used. */
static const Case usable[] = {
    {"a: b\nc: d\na: e\n",
     "3:1 error: “a” is here for the second time; it stands in line 1 already."},
    {"a: &x b\n", "1:4 error: Anchors (&name) aren't allowed. If this is a text: put it between "
                  "straight double quotes (\"…\")."},
    {"a: &x [b]\n", "1:4 error: Anchors (&name) aren't allowed. If this is a text: put it between "
                    "straight double quotes (\"…\")."},
    {"a: *x\n",
     "1:4 error: A text can't begin with *, and references (*name) aren't allowed. " QUOTES},
    {"a: !x b\n", "1:4 error: Tags (!name) aren't allowed. If this is a text: put it between "
                  "straight double quotes (\"…\")."},
    {"a: !!str b\n", "1:4 error: Tags (!name) aren't allowed. If this is a text: put it between "
                     "straight double quotes (\"…\")."},
    {"a:\n  <<: b\n", "2:3 error: Merging (<<) isn't allowed. Write the lines out."},
    {"a: b\tc\n", "1:4 error: There is a tab in this text (U+0009). Leave it out."},
    {"a: \"b\\0c\"\n", "1:4 error: There is a control character in this text (U+0000). Leave it "
                       "out."},
    {"a: \"b\\u202Ec\"\n", "1:4 error: There is an invisible character that turns the direction of "
                           "writing in this text (U+202E). Leave it out."},
};

static void expect_all(Findings *findings, const Case *cases, size_t count, bool is_usable) {
    for (size_t i = 0; i < count; i++) {
        bool is_read = reads(cases[i].text, strlen(cases[i].text), findings);
        findings_expect(findings, cases[i].findings);
        assert_int_equal(is_read, is_usable);
    }
}

static void test_syntax(void **state) {
    expect_all(*state, syntax, sizeof syntax / sizeof *syntax, false);
}

static void test_signs(void **state) {
    expect_all(*state, signs, sizeof signs / sizeof *signs, false);
    assert_false(reads("a: b\n\0c", 7, *state));
    findings_expect(*state, "2:1 error: There is a zero byte here: this is not a text file.");
}

static void test_usable(void **state) {
    expect_all(*state, usable, sizeof usable / sizeof *usable, true);
}

static void test_other_ways_of_writing(void **state) {
    static const char *const fine[] = {
        ("\xEF\xBB\xBF"
         "a: b\n"),
        "a: b\r\nc:\r\n  - d\r\n",
        "---\na: b\n",
        "a: b\n...\n",
        "a: {}\nb: []\n",
        "a: \"What: is this? {x} # 1\"\n",
        "a: |\n  What: is\n  this\n",
        "a: yes\nb: 12\nc: null\nd: ~\n",
        "a: שלום\xE2\x80\x8F\n",
    };
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
        assert_true(reads(fine[i], strlen(fine[i]), *state));
        findings_expect(*state, "");
    }
    assert_false(reads("a: b\r\n\r\nc: \x07\r\n", 14, *state));
    findings_expect(*state, "3:4 error: There is a control character here (U+0007). Delete it.");
}

static void test_tree(void **state) {
    Arena arena = {0};
    static const char text[] = "a: yes\nlist:\n  - one\n  - {k: é two}\n";
    const YamlNode *root = yaml_read(&arena, text, sizeof text - 1, *state);
    assert_non_null(root);
    assert_string_equal(yaml_find(root, "a")->text, "yes");
    assert_null(yaml_find(root, "b"));
    const YamlNode *list = yaml_find(root, "list");
    assert_int_equal(list->kind, YAML_LIST);
    assert_int_equal(list->count, 2);
    assert_int_equal(list->key_line, 2);
    const YamlNode *two = yaml_find(list->first->next, "k");
    assert_string_equal(two->text, "é two");
    assert_int_equal(two->line, 4);
    assert_int_equal(two->column, 9);
    assert_int_equal(two->key_column, 6);
    arena_free(&arena);
}

static void test_at_most_twenty_a_file(void **state) {
    Findings *findings = *state;
    char text[512] = "";
    for (int i = 0; i < 30; i++) {
        strcat(text, "a: \x07\n");
    }
    assert_false(reads(text, strlen(text), findings));
    assert_int_equal(findings->count, FINDINGS_A_FILE);
    assert_int_equal(findings->errors, 30);
}

/* `count` times `piece` after `head`, read within the limits. */
static void expect_refused(Findings *findings, const char *head, const char *piece, int count,
                           const char *expected) {
    size_t length = strlen(piece);
    char *text = malloc(strlen(head) + length * (size_t)count + 1);
    assert_non_null(text);
    strcpy(text, head);
    char *at = text + strlen(head);
    for (int i = 0; i < count; i++, at += length) {
        memcpy(at, piece, length + 1);
    }
    assert_false(reads(text, (size_t)(at - text), findings));
    findings_expect(findings, expected);
    free(text);
}

static void test_huge(void **state) {
    static const char nested[] = "error: There are too many lists inside lists here.";
    char expected[128];
    snprintf(expected, sizeof expected, "1:9 %s", nested);
    expect_refused(*state, "", "[", 1000000, expected);
    snprintf(expected, sizeof expected, "1:17 %s", nested);
    expect_refused(*state, "", "- ", 1000000, expected);
    expect_refused(
        *state, "a: ", "y", 20000,
        "1:4 error: This text is far too long. Is there a quote mark that isn't closed?");
    expect_refused(*state, "a:\n", "- x\n", 500000,
                   "400000:3 error: This file has too many entries. Divide it into several files.");
}

static void test_many_keys(void **state) {
    enum { KEYS = 50000, ENTRY = 12 };
    char *text = malloc(KEYS * ENTRY);
    assert_non_null(text);
    size_t size = 0;
    for (int i = 0; i < KEYS; i++) {
        size += (size_t)sprintf(text + size, "k%d: v\n", i);
    }
    assert_false(reads(text, size, *state));
    findings_expect(*state, "1025:1 error: There are too many lines in this part of the file.");
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_syntax, start, finish),
        cmocka_unit_test_setup_teardown(test_signs, start, finish),
        cmocka_unit_test_setup_teardown(test_usable, start, finish),
        cmocka_unit_test_setup_teardown(test_other_ways_of_writing, start, finish),
        cmocka_unit_test_setup_teardown(test_tree, start, finish),
        cmocka_unit_test_setup_teardown(test_at_most_twenty_a_file, start, finish),
        cmocka_unit_test_setup_teardown(test_huge, start, finish),
        cmocka_unit_test_setup_teardown(test_many_keys, start, finish),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
