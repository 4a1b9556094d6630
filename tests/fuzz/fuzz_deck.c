/* SPDX-License-Identifier: MIT */
/* Any bytes at all as a deck, a plan, a language file and a list of places: never a crash, never
 * a half card. */
#include "deck.h"
#include "plan_file.h"
#include "places.h"
#include "strings.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool is_true) {
    if (!is_true) {
        abort();
    }
}

static void read_as_deck(const char *bytes, size_t size, Findings *findings) {
    Arena arena = {0};
    DeckSet *decks = deck_set_open(&arena);
    require(decks);
    deck_read_text(decks, "deck.yaml", bytes, size, findings);
    CardSet cards = deck_set_cards(decks);
    ChapterSet chapters = deck_set_chapters(decks);
    deck_set_check_chapters(decks, "levels", findings);
    deck_set_close(decks);
    for (int i = 0; i < cards.count; i++) {
        const Card *card = &cards.cards[i];
        require(card->id[0] && card->deck[0] && card->depth >= 1 && card->depth <= 3);
        require(card->kind >= CARD_RESPOND && card->kind < CARD_KIND_END);
        require(card->kind == CARD_TINY || (card->title[0] && card->icon[0] && card->skills));
        for (int j = 0; j < CARD_ANSWERS; j++) {
            require(card->kind != CARD_RESPOND || (card->answers[j].text[0] && card->line[0]));
            require(card->kind != CARD_ASK || card->choices[j][0]);
        }
    }
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        const ChapterPlan *plan = &chapters.plans[i];
        bool is_whole = plan->card_count >= JOURNEY_CARDS_MIN && plan->opening[0] && plan->scene[0];
        require(plan->card_count == 0 || ((int)plan->theme == i && is_whole));
        require(plan->card_count == 0 || plan->kinds[plan->card_count - 1] == CARD_TALK);
    }
    arena_free(&arena);
}

/* Without cards no plan that names one is whole; whatever is left has all its parts. */
static void read_as_plan(const char *bytes, size_t size, Findings *findings) {
    Arena arena = {0};
    CardSet none = {0};
    PlanReader *reader = calloc(1, sizeof *reader);
    require(reader);
    reader->texts = &arena;
    reader->cards = &none;
    plan_read_text(reader, "plan.yaml", bytes, size, findings);
    PlanSet plans = plan_reader_plans(reader);
    for (int i = 0; i < plans.count; i++) {
        require(plans.plans[i].id[0] && plans.plans[i].steps[0].kind == STEP_WELCOME);
        for (int k = 0; k < plans.plans[i].step_count; k++) {
            require(plans.plans[i].steps[k].title[0] && !plans.plans[i].steps[k].card);
        }
    }
    free(reader);
    arena_free(&arena);
}

static void read_as_strings(const char *bytes, size_t size, Findings *findings) {
    Arena arena = {0};
    Strings strings = {0};
    char out[64];
    strings_read_table(&strings.own, &arena, bytes, size, findings);
    for (int i = 0; i < strings.own.capacity; i++) {
        const char *key = strings.own.entries[i].key;
        if (key) {
            strings_format_plural(&strings, out, sizeof out, key, i, NULL, 0);
            require(strings_has(&strings, key) && strlen(out) < sizeof out);
        }
    }
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *bytes = malloc(size + 1);
    Findings *findings = calloc(1, sizeof *findings);
    require(bytes && findings);
    memcpy(bytes, data, size);
    bytes[size] = '\0';
    read_as_deck(bytes, size, findings);
    read_as_plan(bytes, size, findings);
    findings_begin_file(findings, "xx.yaml");
    read_as_strings(bytes, size, findings);
    Places places = {0};
    places_read(&places, bytes, size, findings);
    places_free(&places);
    free(findings);
    free(bytes);
    return 0;
}
