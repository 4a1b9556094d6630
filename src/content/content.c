/* SPDX-License-Identifier: MIT */
/* Loads everything that authors wrote, in one arena, and tells what could not be used. */
#include "content.h"

#include "deck.h"
#include "deck_pack.h"
#include "plan_file.h"
#include "source_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Load {
    Content *content;
    DeckSet *decks;
    Findings *findings;
    DeckPack pack;
    bool has_pack, has_taken_pack;
} Load;

static void read_deck(void *context, const char *path) {
    Load *load = context;
    deck_read_file(load->decks, path, load->findings);
}

static const char *name_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void keep_own_findings(Content *content, OwnDeck *deck, const Findings *findings,
                              int first) {
    deck->first = content->own_finding_count;
    for (int i = first; i < findings->count && deck->listed < CONTENT_FINDINGS_A_DECK &&
                        content->own_finding_count < CONTENT_FINDINGS_MAX;
         i++, deck->listed++) {
        content->own_findings[content->own_finding_count++] = findings->items[i].diag;
    }
}

/* Only beside other decks: its ids must not be used again. */
static void take_pack(Load *load) {
    if (load->has_pack && !load->has_taken_pack) {
        deck_set_take_pack(load->decks, &load->pack);
        load->has_taken_pack = true;
    }
}

static void read_own_deck(void *context, const char *path) {
    Load *load = context;
    Content *content = load->content;
    const Findings *findings = load->findings;
    take_pack(load);
    int first = findings->count, noted = findings->errors + findings->warnings;
    int cards = deck_set_count(load->decks);
    DeckName name = {"", ""};
    deck_read_named(load->decks, path, &name, load->findings);
    if (content->own_deck_count == CONTENT_DECKS_MAX) {
        return; /* played all the same, only not listed */
    }
    OwnDeck *deck = &content->own_decks[content->own_deck_count++];
    *deck = (OwnDeck){.id = name.id,
                      .title = name.title,
                      .cards = deck_set_count(load->decks) - cards,
                      .problems = findings->errors + findings->warnings - noted};
    const char *file = name_of(path);
    deck->file = arena_copy_text(&content->arena, file, strlen(file));
    deck->file = deck->file ? deck->file : "";
    keep_own_findings(content, deck, findings, first);
}

typedef struct PlanLoad {
    PlanReader reader;
    Findings *findings;
} PlanLoad;

static void read_plan(void *context, const char *path) {
    PlanLoad *load = context;
    plan_read_file(&load->reader, path, load->findings);
}

/* After the cards, which plans name. */
static void load_plans(Content *content, const char *levels_dir, Findings *findings) {
    PlanLoad load = {.reader = {.texts = &content->arena, .cards = &content->cards},
                     .findings = findings};
    char folder[CONTENT_PATH_MAX];
    snprintf(folder, sizeof folder, "%s/workshops", levels_dir);
    if (source_file_exists(folder)) {
        source_dir_each(folder, read_plan, &load, findings);
    }
    content->plans = plan_reader_plans(&load.reader);
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

static void read_folders(Load *load, const char *levels_dir) {
    for (int i = 0; i < DECK_FOLDERS; i++) {
        char folder[CONTENT_PATH_MAX];
        snprintf(folder, sizeof folder, "%s/%s", levels_dir, deck_folders[i]);
        if (i == 0 || source_file_exists(folder)) {
            source_dir_each(folder, read_deck, load, load->findings);
        }
    }
}

static void load_decks(Content *content, Load *load, const ContentFrom *from) {
    if (!load->has_pack) {
        read_folders(load, from->levels_dir);
        deck_set_check_chapters(load->decks, from->levels_dir, load->findings);
    }
    snprintf(content->own_dir, sizeof content->own_dir, "%s",
             from->own_decks_dir ? from->own_decks_dir : "");
    if (from->own_decks_dir && source_file_exists(from->own_decks_dir)) {
        source_dir_each(from->own_decks_dir, read_own_deck, load, load->findings);
    }
    bool is_pack_alone = load->has_pack && !load->has_taken_pack;
    content->cards = is_pack_alone ? load->pack.cards : deck_set_cards(load->decks);
    if (is_pack_alone) {
        memcpy(content->chapters.plans, load->pack.chapters, sizeof content->chapters.plans);
    } else {
        content->chapters = deck_set_chapters(load->decks);
    }
    content->practice = is_pack_alone ? load->pack.practice : deck_set_practice(load->decks);
}

Err content_load(Content *content, const ContentFrom *from) {
    *content = (Content){0};
    Load load = {.content = content,
                 .decks = deck_set_open(&content->arena),
                 .findings = calloc(1, sizeof(Findings))};
    Err err = ERR_OK;
    if (load.decks && load.findings) {
        load.has_pack = deck_pack_read(&load.pack, &content->arena, from->pack, from->levels_dir,
                                       from->lang_dir);
        err = strings_load(&content->strings, &content->arena, from->lang_dir, from->language,
                           &load.pack.english, load.findings);
        load_decks(content, &load, from);
        load_plans(content, from->levels_dir, load.findings);
        keep_errors(content, load.findings);
    }
    if (!load.decks || !load.findings) {
        err = fail(content, ERR_MEMORY, "", "There is too little memory to read the cards.");
    } else if (err) {
        err = fail(content, err, from->lang_dir, "The texts of the game can't be read.");
    } else if (content->cards.count == 0) {
        err = fail(content, content->finding_count ? ERR_FORMAT : ERR_NOT_FOUND, from->levels_dir,
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
