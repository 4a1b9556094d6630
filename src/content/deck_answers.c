/* SPDX-License-Identifier: MIT */
/* The answers of a `respond` card: four, spread from turning away to leaning in. */
#include "deck_card.h"

#include "deck.h"
#include "text.h"

enum {
    ANSWER_STYLE_MAX = 20,
    ANSWER_MARK_MAX = 2,
    TURN_LEANING_IN = 4,
    TURN_TOWARD = 3,
    TURN_AWAY = 1
};

void deck_marks_read(FieldReader *reader, const YamlNode *value, uint8_t marks[SKILL_COUNT]) {
    if (value->kind != YAML_MAP) {
        findings_error(reader->findings, value->line, value->column,
                       "“marks”: expected skills and numbers in braces, as {ask: 2}, or {}.");
        return;
    }
    for (const YamlNode *mark = value->first; mark; mark = mark->next) {
        YamlNode key = {.kind = YAML_TEXT,
                        .text = mark->key,
                        .line = mark->key_line,
                        .column = mark->key_column};
        int skill = fields_word(reader, &key, "marks", skill_names, 0, SKILL_COUNT);
        int number = fields_number(reader, mark, mark->key, 0, ANSWER_MARK_MAX, NULL);
        if (skill >= 0) {
            marks[skill] = (uint8_t)number;
        }
    }
}

static void read_marks(FieldReader *reader, const YamlNode *value, void *target) {
    Answer *answer = target;
    deck_marks_read(reader, value, answer->marks);
}

#define TEXT(name, most, may_be_left_out)                                                          \
    {                                                                                              \
        .key = #name, .type = FIELD_TEXT, .offset = offsetof(Answer, name), .high = (most),        \
        .is_optional = (may_be_left_out)                                                           \
    }

static const Field answer_fields[] = {
    TEXT(text, DECK_ANSWER_MAX, false),
    TEXT(note, DECK_NOTE_MAX, true),
    {.key = "turn",
     .type = FIELD_NUMBER,
     .offset = offsetof(Answer, turn),
     .high = TURN_LEANING_IN},
    {.key = "style",
     .type = FIELD_NAME,
     .offset = offsetof(Answer, style),
     .high = ANSWER_STYLE_MAX},
    {.key = "rejection",
     .type = FIELD_WORD,
     .offset = offsetof(Answer, rejection),
     .words = rejection_names,
     .high = REJECTION_NONE,
     .is_optional = true},
    {.key = "marks", .type = FIELD_OTHER, .read = read_marks},
    TEXT(lands, DECK_LANDS_MAX, false),
    TEXT(why, DECK_WHY_MAX, false),
};

void deck_answers_read(FieldReader *reader, const YamlNode *value, void *target) {
    Card *card = target;
    if (!fields_is_list_of(reader, value, "answers", CARD_ANSWERS)) {
        return;
    }
    const YamlNode *map = value->first;
    for (int i = 0; i < CARD_ANSWERS; i++, map = map->next) {
        if (map->kind != YAML_MAP) {
            findings_error(reader->findings, map->line, map->column,
                           "An answer is several lines: text, turn, style, marks, lands, why.");
            continue;
        }
        fields_read(reader, map, answer_fields, sizeof answer_fields / sizeof *answer_fields,
                    "An answer", &card->answers[i]);
    }
}

static void check_rejection(FieldReader *reader, const YamlNode *map, const Answer *answer) {
    if (answer->turn <= TURN_AWAY && answer->rejection == REJECTION_NONE) {
        const YamlNode *turn = yaml_find(map, "turn");
        findings_error(reader->findings, turn->line, turn->column,
                       "An answer of turn %d needs a line “rejection”: one of the seven.",
                       answer->turn);
    } else if (answer->turn > TURN_AWAY && answer->rejection != REJECTION_NONE) {
        const YamlNode *rejection = yaml_find(map, "rejection");
        findings_error(reader->findings, rejection->line, rejection->column,
                       "“rejection” belongs to answers of turn 0 and 1; here the turn is %d.",
                       answer->turn);
    }
}

void deck_answer_check_text(FieldReader *reader, const YamlNode *map, const Card *card, int index) {
    for (int i = 0; i < index; i++) {
        if (text_equal(card->answers[i].text, card->answers[index].text)) {
            const YamlNode *text = yaml_find(map, "text");
            findings_error(reader->findings, text->line, text->column,
                           "Two answers of this card have the same text.");
        }
    }
}

void deck_answers_check(FieldReader *reader, const YamlNode *map, const Card *card) {
    const YamlNode *answers = yaml_find(map, "answers");
    const YamlNode *answer = answers->first;
    bool has_toward = false, has_away = false;
    for (int i = 0; i < CARD_ANSWERS; i++, answer = answer->next) {
        check_rejection(reader, answer, &card->answers[i]);
        deck_answer_check_text(reader, answer, card, i);
        has_toward |= card->answers[i].turn >= TURN_TOWARD;
        has_away |= card->answers[i].turn <= TURN_AWAY;
    }
    if (!has_toward) {
        findings_error(reader->findings, answers->key_line, answers->key_column,
                       "“answers”: one of them must be of turn 3 or 4.");
    }
    if (!has_away) {
        findings_error(reader->findings, answers->key_line, answers->key_column,
                       "“answers”: one of them must be of turn 0 or 1.");
    }
}
