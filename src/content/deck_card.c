/* SPDX-License-Identifier: MIT */
/* The lines of each kind of card, in the order in which authors write them. */
#include "deck_card.h"

#include "deck.h"
#include "text.h"

#include <string.h>

enum { NAME_MAX_ICON = 40 };

static const char *const picture_names[] = {
    "mugs", "phones", "walk", "hands", "note", "table", "music", "home", "sky", "game",
};

/* Exactly four short texts. */
static void read_choices(FieldReader *reader, const YamlNode *value, void *target) {
    Card *card = target;
    if (!fields_is_list_of(reader, value, "choices", CARD_ANSWERS)) {
        return;
    }
    const YamlNode *item = value->first;
    for (int i = 0; i < CARD_ANSWERS; i++, item = item->next) {
        card->choices[i] = fields_text(reader, item, "choices", DECK_CHOICE_MAX);
        for (int j = 0; j < i; j++) {
            if (card->choices[i][0] && text_equal(card->choices[i], card->choices[j])) {
                findings_error(reader->findings, item->line, item->column,
                               "“choices”: the same stands here twice.");
            }
        }
    }
}

/* Exactly four different ones of the seven and `none`. */
static void read_spot_choices(FieldReader *reader, const YamlNode *value, void *target) {
    Card *card = target;
    if (!fields_is_list_of(reader, value, "choices", CARD_ANSWERS)) {
        return;
    }
    unsigned seen = 0;
    const YamlNode *item = value->first;
    for (int i = 0; i < CARD_ANSWERS; i++, item = item->next) {
        int word = fields_word(reader, item, "choices", rejection_names, 0, REJECTION_COUNT);
        if (word < 0) {
            continue;
        }
        card->spot_choices[i] = (Rejection)word;
        if (seen & 1u << word) {
            findings_error(reader->findings, item->line, item->column,
                           "“choices”: “%s” stands here twice.", rejection_names[word]);
        }
        seen |= 1u << word;
    }
}

/* Kept as a rejection until the choices are known, whatever the order of the lines. */
static void read_spot_right(FieldReader *reader, const YamlNode *value, void *target) {
    Card *card = target;
    card->spot_right = fields_word(reader, value, "is", rejection_names, 0, REJECTION_COUNT);
}

#define TEXT(name, most)                                                                           \
    { .key = #name, .type = FIELD_TEXT, .offset = offsetof(Card, name), .high = (most) }
#define TEXT_OR_NONE(name, most)                                                                   \
    {                                                                                              \
        .key = #name, .type = FIELD_TEXT, .offset = offsetof(Card, name), .high = (most),          \
        .is_optional = true                                                                        \
    }
#define WORD(name, table, past)                                                                    \
    {                                                                                              \
        .key = #name, .type = FIELD_WORD, .offset = offsetof(Card, name), .words = (table),        \
        .high = (past)                                                                             \
    }
#define ID_AND_KIND                                                                                \
    {.key = "id", .type = FIELD_NAME, .offset = offsetof(Card, id), .high = CARD_ID_MAX - 1}, {    \
        .key = "kind", .type = FIELD_WORD, .offset = offsetof(Card, kind),                         \
        .words = card_kind_names, .low = CARD_RESPOND, .high = CARD_KIND_END                       \
    }
#define THEME(may_be_left_out)                                                                     \
    {                                                                                              \
        .key = "theme", .type = FIELD_WORD, .offset = offsetof(Card, theme), .words = theme_names, \
        .high = THEME_COUNT, .is_optional = (may_be_left_out)                                      \
    }
#define SKILLS_TO_ICON                                                                             \
    {.key = "skills",                                                                              \
     .type = FIELD_WORDS,                                                                          \
     .offset = offsetof(Card, skills),                                                             \
     .words = skill_names,                                                                         \
     .high = SKILL_COUNT},                                                                         \
        {.key = "depth",                                                                           \
         .type = FIELD_NUMBER,                                                                     \
         .offset = offsetof(Card, depth),                                                          \
         .low = 1,                                                                                 \
         .high = 3},                                                                               \
        {.key = "topics",                                                                          \
         .type = FIELD_WORDS,                                                                      \
         .offset = offsetof(Card, topics),                                                         \
         .words = topic_names,                                                                     \
         .high = TOPIC_COUNT,                                                                      \
         .is_optional = true},                                                                     \
        {.key = "register",                                                                        \
         .type = FIELD_WORD,                                                                       \
         .offset = offsetof(Card, reg),                                                            \
         .words = register_names,                                                                  \
         .high = REGISTER_COUNT},                                                                  \
    {                                                                                              \
        .key = "icon", .type = FIELD_NAME, .offset = offsetof(Card, icon), .high = NAME_MAX_ICON   \
    }

static const Field respond_fields[] = {
    ID_AND_KIND,
    TEXT(title, DECK_TITLE_MAX),
    THEME(false),
    WORD(situation, situation_names, SITUATION_COUNT),
    SKILLS_TO_ICON,
    WORD(face, face_names, FACE_COUNT),
    TEXT_OR_NONE(manner, DECK_MANNER_MAX),
    TEXT_OR_NONE(scene, DECK_SCENE_LINE_MAX),
    TEXT(line, DECK_SCENE_LINE_MAX),
    {.key = "answers", .type = FIELD_OTHER, .read = deck_answers_read},
};

static const Field spot_fields[] = {
    ID_AND_KIND,
    TEXT(title, DECK_TITLE_MAX),
    THEME(false),
    SKILLS_TO_ICON,
    TEXT(scene, DECK_SCENE_LINE_MAX),
    {.key = "choices", .type = FIELD_OTHER, .read = read_spot_choices},
    {.key = "is", .type = FIELD_OTHER, .read = read_spot_right},
    TEXT(why, DECK_WHY_MAX),
};

static const Field ask_fields[] = {
    ID_AND_KIND,
    TEXT(title, DECK_TITLE_MAX),
    THEME(true),
    SKILLS_TO_ICON,
    {.key = "question",
     .type = FIELD_TEXT,
     .offset = offsetof(Card, line),
     .high = DECK_QUESTION_MAX},
    {.key = "choices", .type = FIELD_OTHER, .read = read_choices},
    TEXT_OR_NONE(talk, DECK_TALK_MAX),
    {.key = "opens",
     .type = FIELD_WORD,
     .offset = offsetof(Card, opens),
     .words = opens_names,
     .low = OPENS_DEEP,
     .high = OPENS_COUNT,
     .is_optional = true},
};

static const Field do_fields[] = {
    ID_AND_KIND,
    TEXT(title, DECK_TITLE_MAX),
    THEME(true),
    SKILLS_TO_ICON,
    TEXT(text, DECK_DO_MAX),
    TEXT(apart, DECK_DO_MAX),
    {.key = "minutes",
     .type = FIELD_NUMBER,
     .offset = offsetof(Card, minutes),
     .low = 1,
     .high = DECK_MINUTES_MAX,
     .unit = "minutes"},
    {.key = "picture",
     .type = FIELD_PICK,
     .offset = offsetof(Card, picture),
     .words = picture_names,
     .high = sizeof picture_names / sizeof *picture_names},
};

static const Field tiny_fields[] = {
    ID_AND_KIND,
    WORD(act, tiny_act_names, TINY_ACT_COUNT),
    TEXT(text, DECK_TINY_MAX),
    TEXT_OR_NONE(note, DECK_TINY_NOTE_MAX),
};

static const Field reword_fields[] = {
    ID_AND_KIND,
    TEXT(title, DECK_TITLE_MAX),
    THEME(false),
    SKILLS_TO_ICON,
    WORD(face, face_names, FACE_COUNT),
    TEXT_OR_NONE(scene, DECK_SCENE_LINE_MAX),
    TEXT(line, DECK_ACCUSATION_MAX),
    {.key = "chunks", .type = FIELD_OTHER, .read = deck_chunks_read},
    TEXT(lands, DECK_LANDS_MAX),
    TEXT(why, DECK_WHY_MAX),
};

static const Field listen_fields[] = {
    ID_AND_KIND,
    TEXT(title, DECK_TITLE_MAX),
    THEME(false),
    SKILLS_TO_ICON,
    WORD(face, face_names, FACE_COUNT),
    TEXT(text, DECK_READ_ALOUD_MAX),
    {.key = "answers", .type = FIELD_OTHER, .read = deck_listen_read},
    TEXT(why, DECK_WHY_MAX),
};

static const Field own_words_fields[] = {
    ID_AND_KIND,
    TEXT(title, DECK_TITLE_MAX),
    THEME(false),
    WORD(situation, situation_names, SITUATION_COUNT),
    SKILLS_TO_ICON,
    WORD(face, face_names, FACE_COUNT),
    TEXT_OR_NONE(manner, DECK_MANNER_MAX),
    TEXT_OR_NONE(scene, DECK_SCENE_LINE_MAX),
    TEXT(line, DECK_SCENE_LINE_MAX),
    TEXT(hint, DECK_HINT_MAX),
};

static const Field scene_fields[] = {
    ID_AND_KIND,
    TEXT(title, DECK_TITLE_MAX),
    THEME(false),
    SKILLS_TO_ICON,
    {.key = "setting",
     .type = FIELD_TEXT,
     .offset = offsetof(Card, scene),
     .high = DECK_SETTING_MAX},
    {.key = "people", .type = FIELD_OTHER, .read = deck_people_read},
    {.key = "lines", .type = FIELD_OTHER, .read = deck_lines_read},
    TEXT(talk, DECK_TALK_MAX),
    TEXT(why, DECK_WHY_MAX),
};

static const Field talk_fields[] = {
    ID_AND_KIND,
    TEXT(title, DECK_TITLE_MAX),
    THEME(false),
    WORD(situation, situation_names, SITUATION_COUNT),
    SKILLS_TO_ICON,
    TEXT(scene, DECK_TALK_SCENE_MAX),
    {.key = "nodes", .type = FIELD_OTHER, .read = deck_nodes_read},
    TEXT(talk, DECK_TALK_MAX),
    TEXT(why, DECK_WHY_MAX),
};

#define COUNT_OF(table) ((int)(sizeof(table) / sizeof *(table)))

static const struct KindFields {
    const Field *fields;
    int count;
    const char *what;
} kinds[CARD_KIND_END] = {
    [CARD_RESPOND] = {respond_fields, COUNT_OF(respond_fields), "A card of the kind respond"},
    [CARD_SPOT] = {spot_fields, COUNT_OF(spot_fields), "A card of the kind spot"},
    [CARD_ASK] = {ask_fields, COUNT_OF(ask_fields), "A card of the kind ask"},
    [CARD_DO] = {do_fields, COUNT_OF(do_fields), "A card of the kind do"},
    [CARD_TINY] = {tiny_fields, COUNT_OF(tiny_fields), "A card of the kind tiny"},
    [CARD_REWORD] = {reword_fields, COUNT_OF(reword_fields), "A card of the kind reword"},
    [CARD_LISTEN] = {listen_fields, COUNT_OF(listen_fields), "A card of the kind listen"},
    [CARD_OWN_WORDS] = {own_words_fields, COUNT_OF(own_words_fields),
                        "A card of the kind own-words"},
    [CARD_SCENE] = {scene_fields, COUNT_OF(scene_fields), "A card of the kind scene"},
    [CARD_TALK] = {talk_fields, COUNT_OF(talk_fields), "A card of the kind talk"},
};

static void start_card(Card *card) {
    card->id = card->deck = card->title = card->icon = "";
    card->manner = card->scene = card->line = card->why = card->talk = "";
    card->text = card->apart = card->note = card->picture = "";
    card->lands = card->hint = "";
    card->people[0] = card->people[1] = "";
    for (int i = 0; i < CARD_ANSWERS; i++) {
        card->choices[i] = "";
        card->answers[i] = (Answer){.text = "",
                                    .note = "",
                                    .style = "",
                                    .lands = "",
                                    .why = "",
                                    .rejection = REJECTION_NONE};
    }
    card->theme = THEME_COUNT;
    card->depth = 1;
}

/* From the rejection to its place among the choices. */
static void settle_spot(FieldReader *reader, const YamlNode *map, Card *card) {
    int right = card->spot_right;
    card->spot_right = 0;
    for (int i = 0; i < CARD_ANSWERS; i++) {
        if ((int)card->spot_choices[i] == right) {
            card->spot_right = i;
            return;
        }
    }
    const YamlNode *is = yaml_find(map, "is");
    if (right >= 0 && is) {
        findings_error(reader->findings, is->line, is->column,
                       "“is”: “%s” isn't among the choices.", rejection_names[right]);
    }
}

void deck_card_read(FieldReader *reader, const YamlNode *map, Card *card) {
    start_card(card);
    const YamlNode *kind_value = yaml_find(map, "kind");
    if (!kind_value) {
        findings_error(reader->findings, map->line, map->column,
                       "A card needs a line “kind”: respond, spot, ask, do, tiny, reword, listen, "
                       "own-words, scene or talk.");
        return;
    }
    int kind =
        fields_word(reader, kind_value, "kind", card_kind_names, CARD_RESPOND, CARD_KIND_END);
    if (kind < 0) {
        return;
    }
    int errors = reader->findings->errors;
    reader->allows_names =
        kind != CARD_ASK && kind != CARD_DO && kind != CARD_TINY && kind != CARD_SCENE;
    fields_read(reader, map, kinds[kind].fields, kinds[kind].count, kinds[kind].what, card);
    if (kind == CARD_SPOT && reader->findings->errors == errors) {
        settle_spot(reader, map, card);
    }
}

static void check_scene_and_line(FieldReader *reader, const YamlNode *map, const Card *card) {
    if (strlen(card->scene) + strlen(card->line) <= DECK_SCENE_LINE_MAX) {
        return;
    }
    int length = text_length(card->scene) + text_length(card->line);
    const YamlNode *line = yaml_find(map, "line");
    if (length > DECK_SCENE_LINE_MAX && line) {
        findings_error(reader->findings, line->line, line->column,
                       "“scene” and “line” have %d characters together; at most %d fit.", length,
                       DECK_SCENE_LINE_MAX);
    }
}

/* The theme follows from the right answer: the same word, or `naming` when it is none. */
static void check_spot_theme(FieldReader *reader, const YamlNode *map, const Card *card) {
    Rejection right = card->spot_choices[card->spot_right];
    Theme fitting = right == REJECTION_NONE ? THEME_NAMING : (Theme)right;
    const YamlNode *theme = yaml_find(map, "theme");
    if (card->theme != fitting && theme) {
        findings_warning(reader->findings, theme->line, theme->column,
                         "“theme”: with “is: %s” the theme is “%s”.", rejection_names[right],
                         theme_names[fitting]);
    }
}

/* After the reveal the two talk; a card that opens something has no reveal. */
static void check_ask(FieldReader *reader, const YamlNode *map, const Card *card) {
    bool opens = card->opens != OPENS_NOTHING;
    if (opens == (card->talk[0] != '\0')) {
        findings_error(reader->findings, map->line, map->column,
                       opens ? "“talk”: nothing is revealed after a card with “opens”, so that "
                               "there is nothing to talk about. Leave one of them out."
                             : "“talk” is missing: one question to talk about after the reveal.");
    }
}

void deck_card_check(FieldReader *reader, const YamlNode *map, const Card *card) {
    switch (card->kind) {
    case CARD_RESPOND:
        check_scene_and_line(reader, map, card);
        deck_answers_check(reader, map, card);
        break;
    case CARD_SPOT: check_spot_theme(reader, map, card); break;
    case CARD_REWORD:
        check_scene_and_line(reader, map, card);
        deck_chunks_check(reader, map, card);
        break;
    case CARD_LISTEN: deck_listen_check(reader, map, card); break;
    case CARD_OWN_WORDS: check_scene_and_line(reader, map, card); break;
    case CARD_SCENE: deck_lines_check(reader, map, card); break;
    case CARD_TALK: deck_nodes_check(reader, map, card); break;
    case CARD_ASK: check_ask(reader, map, card); break;
    case CARD_DO:
    case CARD_TINY:
    case CARD_KIND_END: break;
    }
}
