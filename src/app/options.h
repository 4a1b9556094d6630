/* SPDX-License-Identifier: MIT */
/* The command line. */
#ifndef TB_OPTIONS_H
#define TB_OPTIONS_H

#include "day.h"
#include "err.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum Mode {
    MODE_PLAY,
    MODE_HELP,
    MODE_VERSION,
    MODE_DEMO,
    MODE_REPLAY,
    MODE_SHOTS,
    MODE_BENCH,
    MODE_EXPORT,
    MODE_IMPORT
} Mode;

typedef struct Options {
    Mode mode;
    const char *data_dir; /* or null */
    const char *levels;   /* folder of decks in place of the game's own, or null */
    const char *out;      /* folder for pictures, or null */
    const char *file;     /* replay, export, import */
    const char *card;  /* id: pictures of this one only, or null */
    const char *bench;    /* what to measure */
    const char *language; /* "en" */
    int demo_days;
    int width_px, height_px; /* headless size */
    bool has_seed;
    uint64_t seed;
    bool has_now;
    Now now;
    bool watches; /* changed decks are read again (for those who write cards) */
    bool tells;     /* print a line for each event (tests of the real window) */
    bool wants_desk; /* workshop: the leader's desk as a window, even with one screen */
    const char *room_address; /* workshop: the only network, "10.0.0.5" or "10.0.0.5:8350" */
    int fullscreen; /* -1 as stored, 0 windowed, 1 fullscreen */
} Options;

/* ERR_FORMAT with a sentence for an option that isn't known or a value that doesn't fit. */
Err options_read(Options *options, int argc, char **argv, Diag *diag);

/* What --help prints. */
extern const char options_help[];

#endif
