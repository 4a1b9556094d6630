/* SPDX-License-Identifier: MIT */
/* The program: reads the command line and runs the mode it asks for. */
#include "app.h"

#include <stdio.h>

int main(int argc, char **argv) {
    Options options;
    Diag diag = {0};
    if (options_read(&options, argc, argv, &diag) != ERR_OK) {
        fprintf(stderr, "%s\n", diag.message);
        return 2;
    }
    switch (options.mode) {
    case MODE_PLAY: return run_play(&options);
    case MODE_HELP: fputs(options_help, stdout); return 0;
    case MODE_VERSION: puts("Tiny Bridges " TB_VERSION); return 0;
    case MODE_DEMO: return run_demo(&options);
    case MODE_REPLAY: return run_replay(&options);
    case MODE_SHOTS: return options.card ? run_card(&options) : run_shots(&options);
    case MODE_BENCH: return run_bench(&options);
    case MODE_EXPORT:
    case MODE_IMPORT: return run_history(&options);
    }
    return 2;
}
