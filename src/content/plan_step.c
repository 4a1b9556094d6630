/* SPDX-License-Identifier: MIT */
/* Reads a step of a plan, finds its card, and tells which lines its kind needs. */
#include "plan_step.h"

#include "text.h"

enum {
    TITLE_MAX = 40,
    TEXT_MAX = 240,
    LINE_MAX = 100,
    NOTES_MAX = 700,
    QUIET_MAX = 360,
    MINUTES_MAX = 30,
    CARD_NAME_MAX = CARD_ID_MAX - 1,
    ROOM_DEPTH_MAX = 2 /* depth 3 needs both partners' word, which no room can give */
};

int plan_lines_read(FieldReader *reader, const YamlNode *list, const char *name, int limit,
                    int length, const char **lines) {
    if (list->kind != YAML_LIST || list->count == 0 || list->count > limit) {
        findings_error(reader->findings, list->line, list->column,
                       "“%s”: expected one to %d texts, each opened by a dash.", name, limit);
        return 0;
    }
    int count = 0;
    for (const YamlNode *item = list->first; item; item = item->next) {
        lines[count++] = fields_text(reader, item, name, length);
    }
    return count;
}

/* What a step says about its card, until the card is found. */
typedef struct StepRead {
    PlanStep step;
    const char *card;
    int of, theme, line;
} StepRead;

static void read_lines(FieldReader *reader, const YamlNode *value, void *target) {
    PlanStep *step = &((StepRead *)target)->step;
    step->line_count =
        plan_lines_read(reader, value, "lines", PLAN_LINES_MAX, LINE_MAX, step->lines);
}

#define AT(name) .offset = offsetof(StepRead, name)

static const Field step_fields[] = {
    {.key = "kind",
     .type = FIELD_WORD,
     AT(step.kind),
     .high = STEP_KIND_COUNT,
     .words = step_kind_names},
    {.key = "title", .type = FIELD_TEXT, AT(step.title), .high = TITLE_MAX},
    {.key = "minutes",
     .type = FIELD_NUMBER,
     AT(step.minutes),
     .low = 1,
     .high = MINUTES_MAX,
     .unit = "minutes"},
    {.key = "text", .type = FIELD_TEXT, AT(step.text), .high = TEXT_MAX, .is_optional = true},
    {.key = "lines", .type = FIELD_OTHER, .read = read_lines, .is_optional = true},
    {.key = "notes", .type = FIELD_TEXT, AT(step.notes), .high = NOTES_MAX},
    {.key = "quiet", .type = FIELD_TEXT, AT(step.quiet), .high = QUIET_MAX},
    {.key = "card", .type = FIELD_NAME, AT(card), .high = CARD_NAME_MAX, .is_optional = true},
    {.key = "of",
     .type = FIELD_WORD,
     AT(of),
     .low = CARD_RESPOND,
     .high = CARD_KIND_END,
     .words = card_kind_names,
     .is_optional = true},
    {.key = "theme",
     .type = FIELD_WORD,
     AT(theme),
     .high = THEME_COUNT,
     .words = theme_names,
     .is_optional = true},
    {.key = "line",
     .type = FIELD_NUMBER,
     AT(line),
     .low = 1,
     .high = CARD_LINES_MAX,
     .is_optional = true},
};

/* The lightest of its kind and theme that touches no topic; the same in every room. */
static const Card *find_by_theme(const CardSet *cards, CardKind kind, Theme theme) {
    for (int i = 0; i < cards->count; i++) {
        const Card *card = &cards->cards[i];
        if (card->kind == kind && card->theme == theme && card->depth == 1 && !card->topics) {
            return card;
        }
    }
    return NULL;
}

static void object(FieldReader *reader, const YamlNode *map, const char *key,
                   const char *message) {
    const YamlNode *at = yaml_find(map, key);
    at = at ? at : map;
    findings_error(reader->findings, at->line, at->column, "%s", message);
}

static const Card *find_card(FieldReader *reader, const CardSet *cards, const YamlNode *map,
                             const StepRead *read) {
    if (read->card) {
        const Card *card = card_find(cards, read->card);
        if (!card && read->card[0]) {
            const YamlNode *at = yaml_find(map, "card");
            findings_error(reader->findings, at->line, at->column,
                           "“card”: no deck has a card “%s”.", read->card);
        }
        return card;
    }
    if (!yaml_find(map, "of") || !yaml_find(map, "theme")) {
        object(reader, map, "of", "This step needs a “card”, or both “of” and “theme”.");
        return NULL;
    }
    const Card *card = find_by_theme(cards, (CardKind)read->of, (Theme)read->theme);
    if (!card) {
        object(reader, map, "of", "No light card is of this kind and theme.");
    }
    return card;
}

static void check_scene(FieldReader *reader, const YamlNode *map, const StepRead *read,
                        PlanStep *step) {
    if (step->card->kind != CARD_SCENE) {
        object(reader, map, "card", "“card”: this step needs one of the kind scene.");
        return;
    }
    if (!yaml_find(map, "line") || read->line > step->card->line_count) {
        object(reader, map, "line", "“line”: the number of the line that the room votes on.");
        return;
    }
    step->line = read->line - 1;
}

static void take_card(FieldReader *reader, const CardSet *cards, const YamlNode *map,
                      const StepRead *read, PlanStep *step) {
    step->card = find_card(reader, cards, map, read);
    if (!step->card) {
        return;
    }
    if (step->card->depth > ROOM_DEPTH_MAX) {
        object(reader, map, "card",
               "“card”: this one is deep. In a room, cards go to depth 2 at most.");
    }
    if (step->kind == STEP_SCENE) {
        check_scene(reader, map, read, step);
    } else if (step->card->kind == CARD_SCENE) {
        object(reader, map, "kind", "“kind”: a card of the kind scene needs a step scene.");
    }
}

/* The lines that a kind needs, and those that it has no place for. */
static void check_kind(FieldReader *reader, const YamlNode *map, const PlanStep *step) {
    bool shows_card = step->kind == STEP_CARD || step->kind == STEP_SCENE;
    bool has_lines = step->kind == STEP_AGREEMENTS || step->kind == STEP_CLOSING ||
                     step->kind == STEP_FEEDBACK;
    bool needs_text = !shows_card && step->kind != STEP_AGAIN;
    if (needs_text && !step->text[0]) {
        object(reader, map, "text", "This step needs a line “text”: what stands on the wall.");
    }
    if (!shows_card && (yaml_find(map, "card") || yaml_find(map, "of"))) {
        object(reader, map, "card", "Only steps of the kinds card and scene show a card.");
    }
    if (step->line_count > 0 && !has_lines) {
        object(reader, map, "lines", "“lines” are for agreements, closing and feedback.");
    }
    bool is_asked = step->kind == STEP_FEEDBACK;
    if (is_asked && (step->line_count < 2 || step->line_count > PLAN_OPTIONS_MAX)) {
        object(reader, map, "lines", "“lines”: feedback needs two to four answers.");
    }
    if (step->kind == STEP_AGREEMENTS && step->line_count == 0) {
        object(reader, map, "lines", "“lines”: what the room agrees on, one to six.");
    }
}

void plan_step_read(FieldReader *reader, const CardSet *cards, const YamlNode *map,
                    PlanStep *step) {
    StepRead read = {.step = {.title = "", .text = "", .notes = "", .quiet = ""}};
    int errors = reader->findings->errors;
    fields_read(reader, map, step_fields, sizeof step_fields / sizeof *step_fields, "This step",
                &read);
    *step = read.step;
    if (reader->findings->errors > errors) {
        return;
    }
    check_kind(reader, map, step);
    if (step->kind == STEP_CARD || step->kind == STEP_SCENE) {
        take_card(reader, cards, map, &read, step);
    }
}
