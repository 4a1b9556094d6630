/* SPDX-License-Identifier: MIT */
/* The command that reckons cases: answers, and what it says of malformed lines. */
#include "streak_cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { TEXT_BYTES = 4096 };

static void read_back(FILE *file, char text[TEXT_BYTES]) {
    rewind(file);
    size_t length = fread(text, 1, TEXT_BYTES - 1, file);
    text[length] = '\0';
    fclose(file);
}

/* Runs the command over `size` bytes of lines. */
static int run_bytes(const char *lines, size_t size, CasesOutput output, char out[TEXT_BYTES],
                     char errors[TEXT_BYTES]) {
    FILE *in = tmpfile();
    FILE *told = tmpfile();
    output.file = tmpfile();
    assert_true(in && told && output.file);
    assert_int_equal(fwrite(lines, 1, size, in), size);
    rewind(in);
    int status = cases_run(in, output, told);
    fclose(in);
    read_back(output.file, out);
    read_back(told, errors);
    return status;
}

static int run(const char *lines, char out[TEXT_BYTES], char errors[TEXT_BYTES]) {
    return run_bytes(lines, strlen(lines), (CasesOutput){0}, out, errors);
}

static void cases_are_answered_in_order(void **state) {
    (void)state;
    static const char lines[] = "rollover 4\nneed hold\nrest 1 7 3\n"
                                "play a d 1714593600 0 AB 4\nplay b d 1714766400 0 AB 4\n"
                                "now 1714766500 0\nend\n"
                                "\nnow 0 0\nend\n"
                                "need any\nrest 0 0 0\nplay a e 1714593600 +3600 A 0\r\n"
                                "repair r e 1714766400 0 4 2024-05-02\n"
                                "now 1714766500 -3600\nend";
    char out[TEXT_BYTES], errors[TEXT_BYTES];
    assert_int_equal(run(lines, out, errors), 0);
    assert_string_equal(out, "2 2 1 0 1\n0 0 0 1 0\n1 1 0 0 0\n");
    assert_string_equal(errors, "");
}

static void a_row_of_words(void **state) {
    (void)state;
    static const char lines[] = "play a d 1714593600 0 AB 4\nnow 1714766500 0\nend\n";
    CasesOutput output = {0};
    char out[TEXT_BYTES], errors[TEXT_BYTES];
    assert_true(cases_read_window(&output, "2024-04-30", "5"));
    assert_int_equal(run_bytes(lines, strlen(lines), output, out, errors), 0);
    assert_string_equal(out, "quiet done rest today future\n");
    assert_false(cases_read_window(&output, "2024-02-30", "5"));
    assert_false(cases_read_window(&output, "2024-02-28", "0"));
    assert_false(cases_read_window(&output, "2024-02-28", "1001"));
}

static void malformed_lines_are_named(void **state) {
    (void)state;
    static const struct {
        const char *lines, *expect;
    } rows[] = {
        {"walk 3\n", "line 1: rollover, need, rest, play, repair, now or end expected\n"},
        {"rollover\n", "line 1: `rollover HOUR` expected\n"},
        {"rollover 4 5\n", "line 1: `rollover HOUR` expected\n"},
        {"rollover 12\n", "line 1: rollover, a whole number from 0 to 11, expected\n"},
        {"rollover -1\n", "line 1: rollover, a whole number from 0 to 11, expected\n"},
        {"rollover four\n", "line 1: rollover, a whole number from 0 to 11, expected\n"},
        {"rollover 4.0\n", "line 1: rollover, a whole number from 0 to 11, expected\n"},
        {"rollover 4\nneed none\n", "line 2: any, both or hold expected\n"},
        {"rest 1 7\n", "line 1: `rest START EVERY MOST` expected\n"},
        {"rest -1 7 3\n",
         "line 1: rest days to start with, a whole number from 0 to 1000000, expected\n"},
        {"rest 1 31 3\n", "line 1: dates for a rest day, a whole number from 0 to 30, expected\n"},
        {"rest 1 7 8\n", "line 1: most rest days in hand, a whole number from 0 to 7, expected\n"},
        {"\n\nplay a d 0 0 AB\n",
         "line 3: `play ID DEVICE UTC_SECONDS OFFSET_SECONDS WHO ROLLOVER` expected\n"},
        {"play a d 0 0 BA 4\n", "line 1: who, A, B or AB, expected\n"},
        {"play a d 0 0 AB 4 5 6 7 8 9\n",
         "line 1: `play ID DEVICE UTC_SECONDS OFFSET_SECONDS WHO ROLLOVER` expected\n"},
        {"play a d soon 0 AB 4\n", "line 1: UTC seconds, a whole number from -62135596800 to "
                                   "253402300799, expected\n"},
        {"play a d 99999999999999999999 0 AB 4\n",
         "line 1: UTC seconds, a whole number from -62135596800 to 253402300799, expected\n"},
        {"play a d 0 86401 AB 4\n",
         "line 1: offset seconds, a whole number from -86400 to 86400, expected\n"},
        {"play a d 0 0 AB 12\n", "line 1: rollover, a whole number from 0 to 11, expected\n"},
        {"repair a d 0 0 4\n",
         "line 1: `repair ID DEVICE UTC_SECONDS OFFSET_SECONDS ROLLOVER YYYY-MM-DD` expected\n"},
        {"repair a d 0 0 4 2023-02-29\n", "line 1: a date as YYYY-MM-DD expected\n"},
        {"now 0\n", "line 1: `now UTC_SECONDS OFFSET_SECONDS` expected\n"},
        {"now 0 -\n", "line 1: offset seconds, a whole number from -86400 to 86400, expected\n"},
        {"end\n", "line 1: a `now` line before `end` expected\n"},
        {"now 0 0\n", "line 2: `end` expected\n"},
        {"End\n", "line 1: rollover, need, rest, play, repair, now or end expected\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char out[TEXT_BYTES], errors[TEXT_BYTES];
        assert_int_equal(run(rows[i].lines, out, errors), 2);
        assert_string_equal(errors, rows[i].expect);
        assert_string_equal(out, "");
    }
}

static void cases_before_the_malformed_line_are_answered(void **state) {
    (void)state;
    char out[TEXT_BYTES], errors[TEXT_BYTES];
    assert_int_equal(run("now 0 0\nend\nnow 0 0\nstop\n", out, errors), 2);
    assert_string_equal(out, "0 0 0 1 0\n");
    assert_string_equal(errors,
                        "line 4: rollover, need, rest, play, repair, now or end expected\n");
}

static void lines_that_are_no_text(void **state) {
    (void)state;
    char out[TEXT_BYTES], errors[TEXT_BYTES];
    char lines[3000];
    memset(lines, 'x', sizeof lines);
    assert_int_equal(run_bytes(lines, sizeof lines, (CasesOutput){0}, out, errors), 2);
    assert_string_equal(errors, "line 1: a line of text below 1024 bytes expected\n");
    static const char nul[] = "now 0 0\0\nend\n";
    assert_int_equal(run_bytes(nul, sizeof nul - 1, (CasesOutput){0}, out, errors), 2);
    assert_string_equal(errors, "line 1: a line of text below 1024 bytes expected\n");
}

/* Words of the format and bytes at random: an answer or a named line, never a crash. */
static void any_bytes_are_survived(void **state) {
    (void)state;
    static const char *const words[] = {"rollover ",
                                        "need ",
                                        "rest ",
                                        "play ",
                                        "repair ",
                                        "now ",
                                        "end\n",
                                        "any",
                                        "A ",
                                        "AB ",
                                        "4 ",
                                        "0 ",
                                        "-1 ",
                                        "99999999999 ",
                                        "2024-02-29\n",
                                        "\n",
                                        "p d 0 0 AB 4\n",
                                        "0 0\n",
                                        "\xff"};
    uint32_t seed = 20111230;
    for (int i = 0; i < 500; i++) {
        char lines[512] = "";
        for (int j = 0; j < 30; j++) {
            seed = seed * 1664525u + 1013904223u;
            strcat(lines, words[(seed >> 16) % (sizeof words / sizeof words[0])]);
        }
        char out[TEXT_BYTES], errors[TEXT_BYTES];
        int status = run(lines, out, errors);
        assert_true(status == 0 ? errors[0] == '\0' : strncmp(errors, "line ", 5) == 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_are_answered_in_order),
        cmocka_unit_test(a_row_of_words),
        cmocka_unit_test(malformed_lines_are_named),
        cmocka_unit_test(cases_before_the_malformed_line_are_answered),
        cmocka_unit_test(lines_that_are_no_text),
        cmocka_unit_test(any_bytes_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
