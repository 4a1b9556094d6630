/* SPDX-License-Identifier: MIT */
/* The lines of a `scene`: who speaks, with which face, and what the author marks. Faces and gazes
 * that an author leaves out go on from the line before. */
#include "deck_card.h"

#include "deck.h"
#include "card_scene.h"
#include "text.h"

#include <string.h>

static const char *const who_names[SCENE_PEOPLE] = {"left", "right"};

/* A line as it is written; -1: left out. */
typedef struct WrittenLine {
    int who, face, gaze, other, mark, pause;
    const char *text, *does, *why;
} WrittenLine;

#define LINE_WORD(name, table, past)                                                               \
    {                                                                                              \
        .key = #name, .type = FIELD_WORD, .offset = offsetof(WrittenLine, name), .words = (table), \
        .high = (past), .is_optional = true                                                        \
    }
#define LINE_TEXT(name, most, may_be_left_out)                                                     \
    {                                                                                              \
        .key = #name, .type = FIELD_TEXT, .offset = offsetof(WrittenLine, name), .high = (most),   \
        .is_optional = (may_be_left_out)                                                           \
    }

static const Field line_fields[] = {
    LINE_WORD(who, who_names, SCENE_PEOPLE),
    LINE_TEXT(text, DECK_SPEECH_MAX, false),
    LINE_WORD(face, face_names, FACE_COUNT),
    LINE_WORD(gaze, gaze_names, GAZE_COUNT),
    LINE_WORD(other, face_names, FACE_COUNT),
    LINE_TEXT(does, DECK_DOES_MAX, true),
    {.key = "pause",
     .type = FIELD_NUMBER,
     .offset = offsetof(WrittenLine, pause),
     .high = DECK_PAUSE_MAX_MS,
     .unit = "milliseconds",
     .is_optional = true},
    LINE_WORD(mark, scene_mark_names, SCENE_MARK_COUNT),
    LINE_TEXT(why, DECK_MARK_WHY_MAX, true),
};

void deck_people_read(FieldReader *reader, const YamlNode *value, void *target) {
    Card *card = target;
    if (!fields_is_list_of(reader, value, "people", SCENE_PEOPLE)) {
        return;
    }
    card->people[0] = fields_text(reader, value->first, "people", DECK_PERSON_MAX);
    card->people[1] = fields_text(reader, value->first->next, "people", DECK_PERSON_MAX);
    if (card->people[0][0] && text_equal(card->people[0], card->people[1])) {
        findings_error(reader->findings, value->first->next->line, value->first->next->column,
                       "“people”: both are called %s.", card->people[0]);
    }
}

/* A stage direction alone belongs to nobody: no face, no gaze, nothing that is done besides. */
static void check_nobodys(FieldReader *reader, const YamlNode *map) {
    static const char *const keys[] = {"face", "gaze", "other", "does"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const YamlNode *value = yaml_find(map, keys[i]);
        if (value) {
            findings_error(reader->findings, value->key_line, value->key_column,
                           "“%s” needs to know whose: add “who: left” or “who: right”, or leave "
                           "it out.",
                           keys[i]);
        }
    }
}

static void check_mark(FieldReader *reader, const YamlNode *map, const WrittenLine *line) {
    const YamlNode *mark = yaml_find(map, "mark");
    const YamlNode *why = yaml_find(map, "why");
    if (mark && !why) {
        findings_error(reader->findings, mark->line, mark->column,
                       "A marked line needs a line “why”: what makes it %s.",
                       line->mark == SCENE_MARK_BID ? "a bid" : "a turn away");
    } else if (why && !mark) {
        findings_error(reader->findings, why->key_line, why->key_column,
                       "“why” stands at marked lines only: add “mark: bid” or “mark: turn-away”.");
    }
}

/* `before`: the line before, or null at the start, when both look at each other quietly. */
static void settle_line(SceneLine *line, const WrittenLine *written, const SceneLine *before) {
    *line = (SceneLine){.who = written->who < 0 ? SCENE_PEOPLE : written->who,
                        .text = written->text,
                        .does = written->does,
                        .pause_ms = written->pause,
                        .mark = written->mark < 0 ? SCENE_MARK_COUNT : (SceneMark)written->mark,
                        .why = written->why};
    for (int i = 0; i < SCENE_PEOPLE; i++) {
        bool speaks = line->who == i;
        Face face = before ? before->faces[i] : FACE_NEUTRAL;
        int new_face = speaks ? written->face : line->who < SCENE_PEOPLE ? written->other : -1;
        line->faces[i] = new_face >= 0 ? (Face)new_face : speaks ? FACE_NEUTRAL : face;
        Gaze gaze = before ? before->gazes[i] : GAZE_PARTNER;
        line->gazes[i] = !speaks ? gaze : written->gaze < 0 ? GAZE_PARTNER : (Gaze)written->gaze;
    }
}

static void read_line(FieldReader *reader, const YamlNode *map, SceneLine *line,
                      const SceneLine *before) {
    WrittenLine written = {.who = -1, .face = -1, .gaze = -1, .other = -1, .mark = -1,
                           .text = "", .does = "", .why = ""};
    fields_read(reader, map, line_fields, sizeof line_fields / sizeof *line_fields, "A line",
                &written);
    if (!yaml_find(map, "who")) {
        check_nobodys(reader, map);
    }
    check_mark(reader, map, &written);
    settle_line(line, &written, before);
}

void deck_lines_read(FieldReader *reader, const YamlNode *value, void *target) {
    Card *card = target;
    if (value->kind != YAML_LIST || value->count < CARD_LINES_MIN ||
        value->count > CARD_LINES_MAX) {
        findings_error(reader->findings, value->line, value->column,
                       "“lines”: expected %d to %d, each opened by a dash; here are %d.",
                       CARD_LINES_MIN, CARD_LINES_MAX,
                       value->kind == YAML_LIST ? value->count : 0);
        return;
    }
    SceneLine *lines = arena_alloc(reader->texts, (size_t)value->count * sizeof *lines);
    if (!lines) {
        reader->is_out_of_memory = true;
        return;
    }
    int count = 0;
    for (const YamlNode *map = value->first; map; map = map->next) {
        if (map->kind != YAML_MAP) {
            findings_error(reader->findings, map->line, map->column,
                           "A line of a scene begins with “- who:” or “- text:”.");
            continue;
        }
        read_line(reader, map, &lines[count], count > 0 ? &lines[count - 1] : NULL);
        count++;
    }
    card->lines = lines;
    card->line_count = count;
}

static void check_length(FieldReader *reader, const YamlNode *lines, const Card *card) {
    int ms = scene_start_ms(card, card->line_count);
    if (ms < SCENE_LEAST_MS || ms > SCENE_MOST_MS) {
        int over = ms < SCENE_LEAST_MS ? SCENE_LEAST_MS - ms : ms - SCENE_MOST_MS;
        findings_error(reader->findings, lines->key_line, lines->key_column,
                       "“lines”: the scene plays for %d.%d seconds; it takes %d to %d. %s about %d "
                       "characters, or %s.",
                       ms / 1000, ms / 100 % 10, SCENE_LEAST_MS / 1000, SCENE_MOST_MS / 1000,
                       ms < SCENE_LEAST_MS ? "Add" : "Strike",
                       (over + SCENE_CHARACTER_MS - 1) / SCENE_CHARACTER_MS,
                       ms < SCENE_LEAST_MS ? "longer pauses" : "shorten pauses");
    }
}

/* A reader needs a moment to know who is who; both must have something to say. */
static void check_staging(FieldReader *reader, const YamlNode *lines, const Card *card) {
    int spoken[SCENE_PEOPLE + 1] = {0};
    for (int i = 0; i < card->line_count; i++) {
        spoken[card->lines[i].who]++;
    }
    for (int i = 0; i < SCENE_PEOPLE; i++) {
        if (spoken[i] == 0) {
            findings_error(reader->findings, lines->key_line, lines->key_column,
                           "“lines”: %s never speaks.", card->people[i]);
        }
    }
    const YamlNode *mark = yaml_find(lines->first, "mark");
    if (mark) {
        findings_warning(reader->findings, mark->line, mark->column,
                         "The very first line is marked: nobody’s eyes have settled yet. Begin a "
                         "line earlier.");
    }
}

void deck_lines_check(FieldReader *reader, const YamlNode *map, const Card *card) {
    const YamlNode *lines = yaml_find(map, "lines");
    int marks[SCENE_MARK_COUNT + 1] = {0};
    for (int i = 0; i < card->line_count; i++) {
        marks[card->lines[i].mark]++;
    }
    int all = marks[SCENE_MARK_BID] + marks[SCENE_MARK_TURN_AWAY];
    if (all < DECK_MARKS_MIN) {
        findings_error(reader->findings, lines->key_line, lines->key_column,
                       "“lines”: %d of them marked; a scene has at least %d bids or turns away.",
                       all, DECK_MARKS_MIN);
    } else if (marks[SCENE_MARK_BID] == 0) {
        findings_error(reader->findings, lines->key_line, lines->key_column,
                       "“lines”: none is marked as a bid, and only from a bid can one turn away.");
    }
    check_length(reader, lines, card);
    check_staging(reader, lines, card);
}
