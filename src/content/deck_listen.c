/* SPDX-License-Identifier: MIT */
/* The four listen-backs of a `listen` card: one holds both the facts and the feeling. */
#include "deck_card.h"

#include "deck.h"

static const Field answer_fields[] = {
    {.key = "text", .type = FIELD_TEXT, .offset = offsetof(Answer, text), .high = DECK_ANSWER_MAX},
    {.key = "holds",
     .type = FIELD_WORD,
     .offset = offsetof(Answer, holds),
     .words = holds_names,
     .high = HOLDS_COUNT},
    {.key = "lands",
     .type = FIELD_TEXT,
     .offset = offsetof(Answer, lands),
     .high = DECK_LANDS_MAX},
};

void deck_listen_read(FieldReader *reader, const YamlNode *value, void *target) {
    Card *card = target;
    if (!fields_is_list_of(reader, value, "answers", CARD_ANSWERS)) {
        return;
    }
    const YamlNode *map = value->first;
    for (int i = 0; i < CARD_ANSWERS; i++, map = map->next) {
        if (map->kind != YAML_MAP) {
            findings_error(reader->findings, map->line, map->column,
                           "An answer is several lines: text, holds, lands.");
            continue;
        }
        fields_read(reader, map, answer_fields, sizeof answer_fields / sizeof *answer_fields,
                    "An answer", &card->answers[i]);
    }
}

void deck_listen_check(FieldReader *reader, const YamlNode *map, const Card *card) {
    const YamlNode *answers = yaml_find(map, "answers");
    const YamlNode *answer = answers->first;
    int held[HOLDS_COUNT] = {0};
    for (int i = 0; i < CARD_ANSWERS; i++, answer = answer->next) {
        held[card->answers[i].holds]++;
        deck_answer_check_text(reader, answer, card, i);
    }
    if (held[HOLDS_BOTH] != 1) {
        findings_error(reader->findings, answers->key_line, answers->key_column,
                       "“answers”: %d hold both the facts and the feeling; exactly one must.",
                       held[HOLDS_BOTH]);
    }
    if (held[HOLDS_FACTS] == 0 || held[HOLDS_FEELING] == 0) {
        findings_error(reader->findings, answers->key_line, answers->key_column,
                       "“answers”: one must hold the facts alone and one the feeling alone.");
    }
}
