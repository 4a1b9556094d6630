/* SPDX-License-Identifier: MIT */
/* tools/streak: reckons streaks from plain lines, with the game's own functions (STREAK.md). */
#include "streak_cases.h"

#include <stdio.h>
#include <string.h>

static const char HELP[] =
    "Usage: tools/streak < CASES\n"
    "Reckons streaks with the game's own rules. Reads cases as lines on standard input:\n"
    "\n"
    "  rollover 4            hour at which a date starts, 0..11, for now\n"
    "  need hold             any, both or hold: who has to have played\n"
    "  rest 1 7 3            rest days to start with, one earned every so many dates (0: none),\n"
    "                        the most in hand\n"
    "  play ID DEVICE UTC_SECONDS OFFSET_SECONDS WHO ROLLOVER\n"
    "                        WHO is A, B or AB; plays stand in order of recording\n"
    "  repair ID DEVICE UTC_SECONDS OFFSET_SECONDS ROLLOVER YYYY-MM-DD\n"
    "  now UTC_SECONDS OFFSET_SECONDS\n"
    "  end\n"
    "\n"
    "Writes a line a case: current longest rest_used rest_left today_done. Each case starts from\n"
    "the rules shown above; lines before `end` stand in any order, `now` is needed. ID and DEVICE\n"
    "are any words; rows with the same ID count once. rest_used counts every rest day ever spent.\n"
    "A malformed line gets `line N: what was expected` and exit status 2.\n"
    "\n"
    "  --days FIRST COUNT    writes instead, for each case, a word a date: quiet done rest held\n"
    "                        repaired today future away\n"
    "  --pauses              takes lines `away FIRST LAST` too: a planned pause; dates of it\n"
    "                        bridge\n"
    "  --help                this text\n";

int main(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[1], "--help") == 0) {
        fputs(HELP, stdout);
        return 0;
    }
    CasesOutput output = {.file = stdout};
    if (argc > 1 && strcmp(argv[1], "--pauses") == 0) {
        output.takes_pauses = true;
        argc--;
        argv++;
    }
    if (argc == 4 && strcmp(argv[1], "--days") == 0 &&
        cases_read_window(&output, argv[2], argv[3])) {
        return cases_run(stdin, output, stderr);
    }
    if (argc != 1) {
        fputs("streak: expected no arguments, --pauses, --days YYYY-MM-DD COUNT, or --help\n",
              stderr);
        return 2;
    }
    return cases_run(stdin, output, stderr);
}
