/* SPDX-License-Identifier: MIT */
/* The lines of a chapter, and what must fit together in them. */
#include "deck_chapter.h"

#include "deck.h"
#include "text.h"

#include <stddef.h>

/* The kinds in the order of play: a scene, small cards, a talk. */
static void read_kinds(FieldReader *reader, const YamlNode *value, void *target) {
    ChapterPlan *plan = target;
    if (value->kind != YAML_LIST || value->count < JOURNEY_CARDS_MIN ||
        value->count > JOURNEY_CARDS_MAX) {
        findings_error(reader->findings, value->line, value->column,
                       "“kinds”: expected the kinds of %d to %d cards in brackets, from “scene” to "
                       "“talk”.",
                       JOURNEY_CARDS_MIN, JOURNEY_CARDS_MAX);
        return;
    }
    int place = 0;
    for (const YamlNode *item = value->first; item; item = item->next, place++) {
        int word = fields_word(reader, item, "kinds", card_kind_names, CARD_RESPOND, CARD_KIND_END);
        bool is_first = place == 0, is_last = place == value->count - 1;
        bool fits = is_first  ? word == CARD_SCENE
                    : is_last ? word == CARD_TALK
                              : word == CARD_RESPOND || word == CARD_SPOT || word == CARD_REWORD ||
                                    word == CARD_LISTEN || word == CARD_OWN_WORDS;
        if (word >= 0 && !fits) {
            findings_error(reader->findings, item->line, item->column,
                           "“kinds”: a chapter opens with a scene and ends with a talk; between "
                           "them stand respond, spot, reword, listen and own-words.");
        }
        plan->kinds[place] = word >= 0 ? (CardKind)word : CARD_RESPOND;
    }
    plan->card_count = value->count;
}

#define TEXT(name, most)                                                                           \
    { .key = #name, .type = FIELD_TEXT, .offset = offsetof(ChapterPlan, name), .high = (most) }

static const Field chapter_fields[] = {
    {.key = "theme",
     .type = FIELD_WORD,
     .offset = offsetof(ChapterPlan, theme),
     .words = theme_names,
     .high = THEME_COUNT},
    TEXT(about, DECK_ABOUT_MAX),
    TEXT(opening, DECK_OPENING_MAX),
    {.key = "scene",
     .type = FIELD_NAME,
     .offset = offsetof(ChapterPlan, scene),
     .high = CARD_ID_MAX - 1},
    {.key = "kinds", .type = FIELD_OTHER, .read = read_kinds},
    {.key = "talk",
     .type = FIELD_NAME,
     .offset = offsetof(ChapterPlan, talk),
     .high = CARD_ID_MAX - 1},
    {.key = "gift",
     .type = FIELD_WORD,
     .offset = offsetof(ChapterPlan, gift),
     .words = gift_names,
     .high = GIFT_COUNT},
    TEXT(closing, DECK_CLOSING_MAX),
};

void deck_chapter_read(FieldReader *reader, const YamlNode *map, ChapterPlan *plan) {
    plan->about = plan->opening = plan->closing = plan->scene = plan->talk = "";
    if (map->kind != YAML_MAP) {
        findings_error(reader->findings, map->line, map->column,
                       "“chapter”: expected lines below it: theme, about, opening, scene, kinds, "
                       "talk, gift, closing.");
        return;
    }
    fields_read(reader, map, chapter_fields, sizeof chapter_fields / sizeof *chapter_fields,
                "A chapter", plan);
}

static void check_card(Findings *findings, const ChapterPlan *plan, const CardSet *cards,
                       const char *id, CardKind kind, int line, int column) {
    const Card *card = card_find(cards, id);
    if (!card || card->kind != kind || card->theme != plan->theme) {
        findings_error(findings, line, column,
                       "“%s”: there is no %s “%s” of the theme %s, so another one is dealt.",
                       card_kind_names[kind], card_kind_names[kind], id, theme_names[plan->theme]);
    } else if (card->depth >= CARD_DEPTH_MAX) {
        findings_error(findings, line, column,
                       "“%s”: “%s” has depth %d, and a chapter's cards are dealt without asking "
                       "first; so another one is.",
                       card_kind_names[kind], id, card->depth);
    }
}

void deck_chapter_check(Findings *findings, const ChapterPlan *plan, const CardSet *cards, int line,
                        int column) {
    check_card(findings, plan, cards, plan->scene, CARD_SCENE, line, column);
    check_card(findings, plan, cards, plan->talk, CARD_TALK, line, column);
}
