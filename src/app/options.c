/* SPDX-License-Identifier: MIT */
/* Reads the command line: --name VALUE and --name=VALUE. */
#include "options.h"

#include <stdlib.h>
#include <string.h>

const char options_help[] =
    "Tiny Bridges: five minutes a day for the two of you.\n"
    "\n"
    "  tiny-bridges [OPTIONS]\n"
    "\n"
    "  --data-dir DIR      keep the couple's file in DIR\n"
    "  --levels DIR        play the decks of DIR/daily in place of the game's own\n"
    "  --windowed, --fullscreen\n"
    "  --watch             read changed decks again while the game runs (for writing cards)\n"
    "  --language CODE     texts of assets/lang/CODE.yaml (default en)\n"
    "  --room ADDRESS      workshop: listen for phones at this address of the machine alone,\n"
    "                      as 10.0.0.5 or 10.0.0.5:8350\n"
    "  --desk              workshop: open the leader's desk even if there is one screen only\n"
    "  --export FILE       write the whole history to FILE as JSON\n"
    "  --import FILE       take in an export, or another computer's tiny-bridges.db\n"
    "  --demo[=DAYS]       two simulated people play DAYS days (default 1) without a display\n"
    "  --replay FILE       play recorded input without a display, and say what happened\n"
    "  --shots             draw every screen in the states that matter\n"
    "  --card ID           with --shots: pictures of this card\n"
    "  --out DIR           where pictures go\n"
    "  --size WxH          size of these pictures (default 1280x720)\n"
    "  --seed N            fix chance (development and tests)\n"
    "  --now ISO8601       begin at that moment, as 2026-11-02T19:30+01:00 (development and "
    "tests)\n"
    "  --tell              print a line for each event (tests)\n"
    "  --bench WHAT        start, idle, highlight, ambient, frame, press, transition or store\n"
    "  --help, --version\n";

/* The value of an option, from behind "=" or from the next word. */
static const char *value_of(const char *word, const char *name, int argc, char **argv, int *at) {
    size_t length = strlen(name);
    if (strncmp(word, name, length) != 0) {
        return NULL;
    }
    if (word[length] == '=') {
        return word + length + 1;
    }
    if (word[length] == '\0' && *at + 1 < argc) {
        return argv[++*at];
    }
    return NULL;
}

static bool read_number(const char *text, uint64_t *value) {
    char *end;
    *value = strtoull(text, &end, 10);
    return *text >= '0' && *text <= '9' && *end == '\0';
}

static bool read_size(const char *text, int *width, int *height) {
    char *end;
    long w = strtol(text, &end, 10);
    long h = *end == 'x' ? strtol(end + 1, &end, 10) : 0;
    *width = (int)w;
    *height = (int)h;
    return *end == '\0' && w >= 320 && h >= 180 && w <= 16384 && h <= 16384;
}

/* ADDRESS or ADDRESS:PORT; of two colons or more all belong to the address. */
static bool room_fits(const char *value) {
    const char *colon = strchr(value, ':');
    uint64_t port = 0;
    bool has_port = colon && !strchr(colon + 1, ':');
    return value[0] && (!has_port || (read_number(colon + 1, &port) && port <= 65535));
}

static bool read_flag(Options *options, const char *word) {
    if (strcmp(word, "--tell") == 0) {
        options->tells = true;
        return true;
    }
    if (strcmp(word, "--watch") == 0) {
        options->watches = true;
        return true;
    }
    if (strcmp(word, "--desk") == 0) {
        options->wants_desk = true;
        return true;
    }
    static const struct {
        const char *word;
        Mode mode;
        int fullscreen;
    } flags[] = {
        {"--help", MODE_HELP, -1},       {"-h", MODE_HELP, -1},
        {"--version", MODE_VERSION, -1}, {"--demo", MODE_DEMO, -1},
        {"--shots", MODE_SHOTS, -1},     {"--windowed", MODE_PLAY, 0},
        {"--fullscreen", MODE_PLAY, 1},
    };
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
        if (strcmp(word, flags[i].word) == 0) {
            if (flags[i].mode != MODE_PLAY) {
                options->mode = flags[i].mode;
            } else {
                options->fullscreen = flags[i].fullscreen;
            }
            return true;
        }
    }
    return false;
}

/* Options with a value: 1 taken, 0 not one of them, -1 the value doesn't fit. */
static int read_valued(Options *options, int argc, char **argv, int *at) {
    const char *word = argv[*at], *value;
    uint64_t number;
    if ((value = value_of(word, "--data-dir", argc, argv, at))) {
        options->data_dir = value;
    } else if ((value = value_of(word, "--levels", argc, argv, at))) {
        options->levels = value;
    } else if ((value = value_of(word, "--out", argc, argv, at))) {
        options->out = value;
    } else if ((value = value_of(word, "--card", argc, argv, at))) {
        options->card = value;
    } else if ((value = value_of(word, "--language", argc, argv, at))) {
        options->language = value;
    } else if ((value = value_of(word, "--replay", argc, argv, at))) {
        options->mode = MODE_REPLAY;
        options->file = value;
    } else if ((value = value_of(word, "--export", argc, argv, at))) {
        options->mode = MODE_EXPORT;
        options->file = value;
    } else if ((value = value_of(word, "--import", argc, argv, at))) {
        options->mode = MODE_IMPORT;
        options->file = value;
    } else if ((value = value_of(word, "--bench", argc, argv, at))) {
        options->mode = MODE_BENCH;
        options->bench = value;
    } else if ((value = value_of(word, "--room", argc, argv, at))) {
        options->room_address = value;
        return room_fits(value) ? 1 : -1;
    } else if ((value = value_of(word, "--size", argc, argv, at))) {
        return read_size(value, &options->width_px, &options->height_px) ? 1 : -1;
    } else if ((value = value_of(word, "--now", argc, argv, at))) {
        options->has_now = true;
        return now_parse(value, &options->now) ? 1 : -1;
    } else if ((value = value_of(word, "--seed", argc, argv, at))) {
        options->has_seed = true;
        return read_number(value, &options->seed) ? 1 : -1;
    } else if (strncmp(word, "--demo=", 7) == 0) {
        options->mode = MODE_DEMO;
        bool fits = read_number(word + 7, &number) && number >= 1 && number <= 3660;
        options->demo_days = fits ? (int)number : 1;
        return fits ? 1 : -1;
    } else {
        return 0;
    }
    return 1;
}

Err options_read(Options *options, int argc, char **argv, Diag *diag) {
    *options = (Options){
        .demo_days = 1, .language = "en", .width_px = 1280, .height_px = 720, .fullscreen = -1};
    for (int i = 1; i < argc; i++) {
        if (read_flag(options, argv[i])) {
            continue;
        }
        const char *word = argv[i];
        int taken = read_valued(options, argc, argv, &i);
        if (taken <= 0) {
            return diag_set(diag, ERR_FORMAT, NULL, 0, 0,
                            taken < 0 ? "The value of %s doesn't fit; --help says what does."
                                      : "There is no option %s, or its value is missing; --help "
                                        "lists them.",
                            word);
        }
    }
    return ERR_OK;
}
