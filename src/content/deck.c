/* SPDX-License-Identifier: MIT */
/* Collects cards over several decks: the head of a deck, ids that are used once, and the order. */
#include "deck.h"

#include "deck_card.h"
#include "deck_chapter.h"
#include "seen.h"
#include "source_file.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    DECK_PATH_MAX = 2048,
    DECK_FORMAT = 1,
    DECK_ID_MAX = 47,
    DECK_HEAD_TEXT_MAX = 120,
    CARDS_START = 256
};

/* Where a chapter is told. */
typedef struct ChapterPlace {
    const char *file;
    int line, column;
} ChapterPlace;

struct DeckSet {
    Arena *texts;
    Card *cards; /* to deal, in the order of reading */
    int count, capacity;
    const Card *practice;
    Seen ids, titles;
    const char *icons_dir; /* may be null */
    ChapterSet chapters;
    ChapterPlace chapter_places[JOURNEY_CHAPTERS];
};

typedef struct DeckHead {
    int format;
    const char *id, *title, *language, *author, *licence;
    ChapterPlan chapter;
    bool has_chapter;
} DeckHead;

static void read_chapter(FieldReader *reader, const YamlNode *value, void *target) {
    DeckHead *head = target;
    head->has_chapter = true;
    deck_chapter_read(reader, value, &head->chapter);
}

static void skip_cards(FieldReader *reader, const YamlNode *value, void *target) {
    (void)target;
    if (value->kind != YAML_LIST || value->count == 0) {
        findings_error(reader->findings, value->line, value->column,
                       "“cards”: expected cards, each opened by a dash.");
    }
}

#define TEXT(name)                                                                                 \
    {                                                                                              \
        .key = #name, .type = FIELD_TEXT, .offset = offsetof(DeckHead, name),                      \
        .high = DECK_HEAD_TEXT_MAX                                                                 \
    }

static const Field head_fields[] = {
    {.key = "format",
     .type = FIELD_NUMBER,
     .offset = offsetof(DeckHead, format),
     .low = DECK_FORMAT,
     .high = DECK_FORMAT},
    {.key = "deck", .type = FIELD_NAME, .offset = offsetof(DeckHead, id), .high = DECK_ID_MAX},
    TEXT(title),
    TEXT(language),
    TEXT(author),
    TEXT(licence),
    {.key = "chapter", .type = FIELD_OTHER, .read = read_chapter, .is_optional = true},
    {.key = "cards", .type = FIELD_OTHER, .read = skip_cards},
};

DeckSet *deck_set_open(Arena *texts) {
    DeckSet *set = calloc(1, sizeof *set);
    if (set) {
        set->texts = texts;
    }
    return set;
}

void deck_set_close(DeckSet *set) {
    if (set) {
        seen_free(&set->ids);
        seen_free(&set->titles);
        free(set->cards);
        free(set);
    }
}

void deck_set_check_icons(DeckSet *set, const char *dir) {
    set->icons_dir = dir;
}

static Card *new_card(DeckSet *set) {
    if (set->count == set->capacity) {
        int capacity = set->capacity ? set->capacity * 2 : CARDS_START;
        Card *cards = realloc(set->cards, (size_t)capacity * sizeof *cards);
        if (!cards) {
            return NULL;
        }
        set->cards = cards;
        set->capacity = capacity;
    }
    Card *card = &set->cards[set->count];
    memset(card, 0, sizeof *card);
    return card;
}

/* An id is noted even if its card is left out: mending the one must not break the other. */
static void check_once(DeckSet *set, FieldReader *reader, const YamlNode *map, const char *file,
                       const Card *card) {
    const YamlNode *id = yaml_find(map, "id");
    const SeenWord *earlier =
        id && card->id[0] ? seen_add(&set->ids, card->id, file, id->line) : NULL;
    if (earlier) {
        findings_error(reader->findings, id->line, id->column,
                       "The id “%s” is used already, in line %d of %s.", card->id, earlier->line,
                       earlier->file);
    }
    const YamlNode *title = yaml_find(map, "title");
    earlier =
        title && card->title[0] ? seen_add(&set->titles, card->title, file, title->line) : NULL;
    if (earlier) {
        findings_warning(reader->findings, title->line, title->column,
                         "Another card has this title, in line %d of %s.", earlier->line,
                         earlier->file);
    }
}

static void check_icon(const DeckSet *set, FieldReader *reader, const YamlNode *map,
                       const Card *card) {
    const YamlNode *icon = yaml_find(map, "icon");
    if (!set->icons_dir || !icon || !card->icon[0]) {
        return;
    }
    char path[DECK_PATH_MAX];
    snprintf(path, sizeof path, "%s/%s.svg", set->icons_dir, card->icon);
    if (!source_file_exists(path)) {
        findings_warning(reader->findings, icon->line, icon->column,
                         "“icon”: there is no picture “%s” in assets/icons.", card->icon);
    }
}

static void read_card(DeckSet *set, FieldReader *reader, const YamlNode *map, const char *file,
                      const DeckHead *head) {
    Card *card = new_card(set);
    if (!card) {
        reader->is_out_of_memory = true;
        return;
    }
    int errors = reader->findings->errors;
    if (map->kind != YAML_MAP) {
        findings_error(reader->findings, map->line, map->column,
                       "A card begins with “- id:”, and its other lines stand below.");
        return;
    }
    deck_card_read(reader, map, card);
    check_once(set, reader, map, file, card);
    check_icon(set, reader, map, card);
    if (map->is_bad || reader->findings->errors > errors) {
        return;
    }
    deck_card_check(reader, map, card);
    if (head->has_chapter && card->theme != head->chapter.theme) {
        findings_error(reader->findings, map->line, map->column,
                       "The theme of this card isn't that of its chapter, “%s”.",
                       theme_names[head->chapter.theme]);
    }
    if (reader->findings->errors > errors) {
        return;
    }
    card->deck = head->id;
    card->chapter_only = head->has_chapter;
    if (!text_equal(head->id, DECK_PRACTICE)) {
        set->count++;
        return;
    }
    Card *practice = set->practice ? NULL : arena_alloc(set->texts, sizeof *practice);
    if (practice) {
        *practice = *card;
        set->practice = practice;
    }
}

static void read_cards(DeckSet *set, FieldReader *reader, const YamlNode *list, const char *file,
                       const DeckHead *head) {
    for (const YamlNode *map = list->first; map && !reader->is_out_of_memory; map = map->next) {
        if (set->count == DECK_CARDS_MAX) {
            findings_error(reader->findings, map->line, map->column,
                           "There are more than %d cards. From here on they are left out.",
                           DECK_CARDS_MAX);
            return;
        }
        read_card(set, reader, map, file, head);
    }
}

/* The chapter's title is the deck's, and stands on the map. */
static void check_chapter(FieldReader *reader, const YamlNode *root, DeckHead *head) {
    const YamlNode *title = yaml_find(root, "title");
    int length = head->title ? text_length(head->title) : 0;
    head->chapter.title = head->title;
    if (title && length > DECK_CHAPTER_TITLE_MAX) {
        findings_error(reader->findings, title->line, title->column,
                       "“title” has %d characters; at most %d fit a chapter.", length,
                       DECK_CHAPTER_TITLE_MAX);
    }
}

/* Null if the file isn't a deck of this version. */
static const YamlNode *read_head(FieldReader *reader, const YamlNode *root, DeckHead *head) {
    if (!root || root->is_bad) {
        return NULL;
    }
    int errors = reader->findings->errors;
    fields_read(reader, root, head_fields, sizeof head_fields / sizeof *head_fields, "A deck",
                head);
    if (head->has_chapter) {
        check_chapter(reader, root, head);
    }
    return reader->findings->errors == errors ? yaml_find(root, "cards") : NULL;
}

static void keep_chapter(DeckSet *set, FieldReader *reader, const YamlNode *root, const char *file,
                         const DeckHead *head) {
    const YamlNode *lines = yaml_find(root, "chapter");
    ChapterPlan *kept = &set->chapters.plans[head->chapter.theme];
    ChapterPlace *place = &set->chapter_places[head->chapter.theme];
    if (kept->card_count > 0) {
        findings_error(reader->findings, lines->key_line, lines->key_column,
                       "The chapter of this theme is told already, in line %d of %s.", place->line,
                       place->file);
        return;
    }
    *kept = head->chapter;
    *place = (ChapterPlace){file, lines->key_line, lines->key_column};
}

static Err read_text(DeckSet *set, const char *name, const char *bytes, size_t size,
                     DeckName *named, Findings *findings) {
    findings_begin_file(findings, name);
    Arena tree = {0};
    FieldReader reader = {.texts = set->texts, .findings = findings};
    DeckHead head = {0};
    const YamlNode *root = yaml_read(&tree, bytes, size, findings);
    const YamlNode *cards = read_head(&reader, root, &head);
    const char *file = arena_copy_text(set->texts, findings->file, strlen(findings->file));
    *named = (DeckName){head.id ? head.id : "", head.title ? head.title : ""};
    if (cards && file && head.has_chapter) {
        keep_chapter(set, &reader, root, file, &head);
    }
    if (cards && file) {
        read_cards(set, &reader, cards, file, &head);
    }
    arena_free(&tree);
    if (reader.is_out_of_memory || !file) {
        findings_error(findings, 0, 0, "There is too little memory to read this file.");
        return ERR_MEMORY;
    }
    return cards ? ERR_OK : ERR_FORMAT;
}

Err deck_read_text(DeckSet *set, const char *name, const char *bytes, size_t size,
                   Findings *findings) {
    DeckName named;
    return read_text(set, name, bytes, size, &named, findings);
}

Err deck_read_named(DeckSet *set, const char *path, DeckName *name, Findings *findings) {
    SourceFile file;
    *name = (DeckName){"", ""};
    Err err = source_file_open(&file, path, findings);
    if (!err) {
        err = read_text(set, path, file.bytes, file.size, name, findings);
        source_file_close(&file);
    }
    return err;
}

Err deck_read_file(DeckSet *set, const char *path, Findings *findings) {
    DeckName name;
    return deck_read_named(set, path, &name, findings);
}

Err deck_set_take_pack(DeckSet *set, const DeckPack *pack) {
    for (int i = 0; i < pack->cards.count; i++) {
        const Card *card = &pack->cards.cards[i];
        const CardPlace *place = &pack->places[i];
        Card *kept = new_card(set);
        if (!kept) {
            return ERR_MEMORY;
        }
        *kept = *card;
        set->count++;
        seen_add(&set->ids, card->id, place->file, place->line);
        if (card->title[0]) {
            seen_add(&set->titles, card->title, place->file, place->line);
        }
    }
    set->practice = set->practice ? set->practice : pack->practice;
    memcpy(set->chapters.plans, pack->chapters, sizeof set->chapters.plans);
    return ERR_OK;
}

int deck_set_count(const DeckSet *set) {
    return set->count;
}

static int by_kind_and_id(const void *a, const void *b) {
    const Card *left = a, *right = b;
    return left->kind != right->kind ? (left->kind > right->kind) - (left->kind < right->kind)
                                     : strcmp(left->id, right->id);
}

CardSet deck_set_cards(DeckSet *set) {
    size_t size = (size_t)set->count * sizeof(Card);
    Card *cards = size ? arena_alloc(set->texts, size) : NULL;
    if (!cards) {
        return (CardSet){0};
    }
    memcpy(cards, set->cards, size);
    qsort(cards, (size_t)set->count, sizeof *cards, by_kind_and_id);
    return (CardSet){.cards = cards, .count = set->count};
}

ChapterSet deck_set_chapters(const DeckSet *set) {
    return set->chapters;
}

void deck_set_check_chapters(DeckSet *set, const char *folder, Findings *findings) {
    CardSet cards = deck_set_cards(set);
    int told = 0;
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        const ChapterPlace *place = &set->chapter_places[i];
        if (place->file) {
            findings_begin_file(findings, place->file);
            deck_chapter_check(findings, &set->chapters.plans[i], &cards, place->line,
                               place->column);
        }
        told += set->chapters.plans[i].card_count > 0;
    }
    findings_begin_file(findings, folder);
    for (int i = 0; i < JOURNEY_CHAPTERS && told > 0; i++) {
        if (set->chapters.plans[i].card_count == 0) {
            findings_error(findings, 0, 0,
                           "No file tells the chapter “%s”; it is played without its own words.",
                           theme_names[i]);
        }
    }
}

const Card *deck_set_practice(DeckSet *set) {
    return set->practice;
}

int deck_set_place(const DeckSet *set, const char *id, const char **file) {
    const SeenWord *place = seen_find(&set->ids, id);
    if (!place) {
        return 0;
    }
    *file = place->file;
    return place->line;
}
