/* SPDX-License-Identifier: MIT */
/* Loads everything that authors wrote, in one arena, and tells what could not be used. */
#include "content.h"

#include "deck.h"
#include "source_file.h"

#include <stdio.h>
#include <stdlib.h>

enum { CONTENT_PATH_MAX = 2048 };

typedef struct Load {
    DeckSet *decks;
    Findings *findings;
} Load;

static void read_deck(void *context, const char *path) {
    Load *load = context;
    deck_read_file(load->decks, path, load->findings);
}

/* Errors only: warnings are for authors, who have tools/deck. */
static void keep_errors(Content *content, const Findings *findings) {
    for (int i = 0; i < findings->count && content->finding_count < CONTENT_FINDINGS_MAX; i++) {
        if (!findings->items[i].is_warning) {
            content->findings[content->finding_count++] = findings->items[i].diag;
        }
    }
}

/* Puts the reason why nothing can be played before all others. */
static Err fail(Content *content, Err err, const char *place, const char *message) {
    int last = content->finding_count < CONTENT_FINDINGS_MAX ? content->finding_count++
                                                             : CONTENT_FINDINGS_MAX - 1;
    for (int i = last; i > 0; i--) {
        content->findings[i] = content->findings[i - 1];
    }
    return diag_set(&content->findings[0], err, place, 0, 0, "%s", message);
}

static void load_decks(Content *content, Load *load, const char *levels_dir,
                       const char *extra_decks_dir) {
    char daily[CONTENT_PATH_MAX];
    snprintf(daily, sizeof daily, "%s/daily", levels_dir);
    source_dir_each(daily, read_deck, load, load->findings);
    if (extra_decks_dir && source_file_exists(extra_decks_dir)) {
        source_dir_each(extra_decks_dir, read_deck, load, load->findings);
    }
    content->cards = deck_set_cards(load->decks);
    content->practice = deck_set_practice(load->decks);
}

Err content_load(Content *content, const char *levels_dir, const char *lang_dir,
                 const char *language, const char *extra_decks_dir) {
    *content = (Content){0};
    Load load = {.decks = deck_set_open(&content->arena), .findings = calloc(1, sizeof(Findings))};
    Err err = ERR_OK;
    if (load.decks && load.findings) {
        err = strings_load(&content->strings, &content->arena, lang_dir, language, load.findings);
        load_decks(content, &load, levels_dir, extra_decks_dir);
        keep_errors(content, load.findings);
    }
    if (!load.decks || !load.findings) {
        err = fail(content, ERR_MEMORY, "", "There is too little memory to read the cards.");
    } else if (err) {
        err = fail(content, err, lang_dir, "The texts of the game can't be read.");
    } else if (content->cards.count == 0) {
        err = fail(content, content->finding_count ? ERR_FORMAT : ERR_NOT_FOUND, levels_dir,
                   "There is no card that can be played.");
    }
    free(load.findings);
    deck_set_close(load.decks);
    return err;
}

void content_free(Content *content) {
    arena_free(&content->arena);
    *content = (Content){0};
}
