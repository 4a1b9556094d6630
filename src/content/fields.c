/* SPDX-License-Identifier: MIT */
/* The kinds of values, each with its own sentence about what was expected and what was found. */
#include "fields.h"

#include "field_text.h"
#include "text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FOUND_MAX = 64, WORD_LIST_MAX = 200 };

/* What stands there instead, for a message: “soon”, a list, nothing. */
static const char *found_words(const YamlNode *value, char out[FOUND_MAX]) {
    if (value->kind != YAML_TEXT) {
        return value->kind == YAML_LIST ? "a list" : "lines with keys";
    }
    if (!value->text[0]) {
        return "nothing";
    }
    text_copy(out, FOUND_MAX, "“");
    text_append(out, FOUND_MAX - 8, value->text);
    text_append(out, FOUND_MAX, strlen(value->text) + 3 > FOUND_MAX - 9 ? "…”" : "”");
    return out;
}

static void object(FieldReader *reader, const YamlNode *value, const char *name,
                   const char *expected) {
    if (value->is_bad) {
        return; /* the reason has been told */
    }
    char found[FOUND_MAX];
    findings_error(reader->findings, value->line, value->column, "“%s”: expected %s, found %s.",
                   name, expected, found_words(value, found));
}

static void list_words(char *out, const char *const *words, int low, int high) {
    out[0] = '\0';
    for (int i = low; i < high; i++) {
        text_append(out, WORD_LIST_MAX, i == low ? "" : i == high - 1 ? " or " : ", ");
        text_append(out, WORD_LIST_MAX, words[i]);
    }
}

const char *fields_text(FieldReader *reader, const YamlNode *value, const char *name, int limit) {
    if (value->kind != YAML_TEXT || !value->text[0]) {
        object(reader, value, name, "a text");
        return "";
    }
    field_text_check(reader->findings, value, name, reader->allows_names);
    char *text = field_text_tidy(reader->texts, value->text);
    if (!text) {
        reader->is_out_of_memory = true;
        return "";
    }
    if (!text[0]) {
        object(reader, value, name, "a text");
    }
    /* Counting is for texts that could be too long: a character has at least one byte. */
    int length = strlen(text) > (size_t)limit ? text_length(text) : 0;
    if (length > limit) {
        findings_error(reader->findings, value->line, value->column,
                       "“%s” has %d characters; at most %d fit.", name, length, limit);
    }
    return text;
}

static bool is_name(const char *text, int limit) {
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return length > 0 && text[length] == '\0' && length <= (size_t)limit;
}

static const char *read_name(FieldReader *reader, const YamlNode *value, const char *name,
                             int limit) {
    if (value->kind != YAML_TEXT || !is_name(value->text, limit)) {
        char expected[96];
        snprintf(expected, sizeof expected, "a name of a-z, 0-9 and hyphens, at most %d characters",
                 limit);
        object(reader, value, name, expected);
        return "";
    }
    const char *copy = arena_copy_text(reader->texts, value->text, strlen(value->text));
    reader->is_out_of_memory |= !copy;
    return copy ? copy : "";
}

int fields_word(FieldReader *reader, const YamlNode *value, const char *name,
                const char *const *words, int low, int high) {
    for (int i = low; value->kind == YAML_TEXT && i < high; i++) {
        if (text_equal(value->text, words[i])) {
            return i;
        }
    }
    char expected[WORD_LIST_MAX];
    list_words(expected, words, low, high);
    const char *near = value->kind == YAML_TEXT
                           ? findings_nearest_word(value->text, words + low, high - low)
                           : NULL;
    if (near) {
        findings_error(reader->findings, value->line, value->column,
                       "“%s”: there is no “%.40s”. Did you mean “%s”? (One of: %s.)", name,
                       value->text, near, expected);
    } else {
        object(reader, value, name, expected);
    }
    return -1;
}

static unsigned read_words(FieldReader *reader, const YamlNode *value, const Field *field) {
    if (value->kind != YAML_LIST || value->count == 0) {
        char expected[64];
        snprintf(expected, sizeof expected, "words in brackets, as [%s, %s]",
                 field->words[field->low], field->words[field->low + 1]);
        object(reader, value, field->key, expected);
        return 0;
    }
    unsigned bits = 0;
    for (const YamlNode *item = value->first; item; item = item->next) {
        int word = fields_word(reader, item, field->key, field->words, field->low, field->high);
        if (word >= 0 && bits & 1u << word) {
            findings_error(reader->findings, item->line, item->column,
                           "“%s”: “%s” stands here twice.", field->key, item->text);
        }
        bits |= word >= 0 ? 1u << word : 0;
    }
    return bits;
}

int fields_number(FieldReader *reader, const YamlNode *value, const char *name, int low, int high,
                  const char *unit) {
    int64_t number = 0;
    const char *at = value->kind == YAML_TEXT ? value->text : "";
    if (*at == ' ' || !text_read_int(&at, &number) || *at) {
        char expected[64];
        snprintf(expected, sizeof expected, "a whole number%s%s", unit ? " of " : "",
                 unit ? unit : "");
        object(reader, value, name, expected);
        return low;
    }
    if (number < low || number > high) {
        findings_error(reader->findings, value->line, value->column,
                       "“%s” goes from %d to %d; here is %.20s.", name, low, high, value->text);
        return low;
    }
    return (int)number;
}

bool fields_is_list_of(FieldReader *reader, const YamlNode *value, const char *name, int count) {
    if (value->kind == YAML_LIST && value->count == count) {
        return true;
    }
    if (value->kind == YAML_LIST) {
        findings_error(reader->findings, value->line, value->column,
                       "“%s”: there must be exactly %d, and here are %d.", name, count,
                       value->count);
    } else {
        object(reader, value, name, "a list, each entry opened by a dash");
    }
    return false;
}

static void read_value(FieldReader *reader, const YamlNode *value, const Field *field,
                       void *target) {
    char *place = (char *)target + field->offset;
    switch (field->type) {
    case FIELD_TEXT:
        *(const char **)(void *)place = fields_text(reader, value, field->key, field->high);
        break;
    case FIELD_NAME:
        *(const char **)(void *)place = read_name(reader, value, field->key, field->high);
        break;
    case FIELD_PICK: {
        int word = fields_word(reader, value, field->key, field->words, field->low, field->high);
        *(const char **)(void *)place = word < 0 ? "" : field->words[word];
        break;
    }
    case FIELD_WORD: {
        int word = fields_word(reader, value, field->key, field->words, field->low, field->high);
        memcpy(place, &(int){word < 0 ? field->low : word}, sizeof(int));
        break;
    }
    case FIELD_WORDS: *(unsigned *)(void *)place = read_words(reader, value, field); break;
    case FIELD_NUMBER:
        *(int *)(void *)place =
            fields_number(reader, value, field->key, field->low, field->high, field->unit);
        break;
    case FIELD_OTHER: field->read(reader, value, target); break;
    }
}

enum { FIELDS_MAX = 32 };

static void unknown_key(FieldReader *reader, const YamlNode *value, const Field *fields, int count,
                        const char *what) {
    const char *keys[FIELDS_MAX];
    for (int i = 0; i < count; i++) {
        keys[i] = fields[i].key;
    }
    const char *near = findings_nearest_word(value->key, keys, count);
    findings_error(reader->findings, value->key_line, value->key_column,
                   "%s has no line “%.40s”.%s%s%s", what, value->key, near ? " Did you mean “" : "",
                   near ? near : "", near ? "”?" : "");
}

void fields_read(FieldReader *reader, const YamlNode *map, const Field *fields, int count,
                 const char *what, void *target) {
    unsigned seen = 0;
    int guess = 0; /* authors mostly keep the order of the table */
    for (const YamlNode *value = map->first; value; value = value->next) {
        int at = 0;
        while (at < count && !text_equal(value->key, fields[(guess + at) % count].key)) {
            at++;
        }
        if (at == count) {
            if (!value->is_bad) {
                unknown_key(reader, value, fields, count, what);
            }
            continue;
        }
        int index = (guess + at) % count;
        guess = index + 1;
        seen |= 1u << index;
        read_value(reader, value, &fields[index], target);
    }
    for (int i = 0; i < count; i++) {
        if (!(seen & 1u << i) && !fields[i].is_optional) {
            findings_error(reader->findings, map->line, map->column, "%s needs a line “%s”.", what,
                           fields[i].key);
        }
    }
}
