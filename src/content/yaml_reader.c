/* SPDX-License-Identifier: MIT */
/* Builds the tree from libyaml's events, and refuses what cards don't need. Stops at a limit, so
 * that memory and time are bounded by the size of the file. */
#include "yaml_reader.h"

#include "hash.h"
#include "text.h"
#include "yaml_explain.h"
#include "yaml_scan.h"

#include <stdio.h>
#include <string.h>

/* An open mapping or list. */
typedef struct Level {
    YamlNode *node;
    YamlNode *last;
    const char *key; /* read, its value not yet; null otherwise */
    uint32_t key_hash;
    int key_line, key_column;
    bool key_is_bad;
} Level;

typedef struct Reader {
    Arena *arena;
    Findings *findings;
    YamlNode *root;
    Level levels[YAML_DEPTH_MAX];
    int depth;
    int nodes;
    int documents;
    bool has_stopped; /* what follows can't be used */
} Reader;

static void stop(Reader *reader, const yaml_mark_t *mark, const char *words) {
    findings_error(reader->findings, (int)mark->line + 1, (int)mark->column + 1, "%s", words);
    reader->has_stopped = true;
}

/* Marks all that is open, but not the root for what lies below it. */
static void mark_bad(Reader *reader) {
    for (int i = 0; i < reader->depth; i++) {
        reader->levels[i].node->is_bad |= i > 0 || reader->depth == 1;
    }
}

static void object(Reader *reader, const yaml_mark_t *mark, const char *words) {
    findings_error(reader->findings, (int)mark->line + 1, (int)mark->column + 1, "%s", words);
    mark_bad(reader);
}

/* Attaches a node to what is open, under the key that was read last. */
static YamlNode *add_node(Reader *reader, YamlKind kind, const yaml_mark_t *mark) {
    if (reader->nodes++ == YAML_NODES_MAX) {
        stop(reader, mark, "This file has too many entries. Divide it into several files.");
        return NULL;
    }
    YamlNode *node = arena_alloc(reader->arena, sizeof *node);
    if (!node) {
        stop(reader, mark, "There is too little memory to read this file.");
        return NULL;
    }
    node->kind = kind;
    node->line = (int)mark->line + 1;
    node->column = (int)mark->column + 1;
    if (reader->depth == 0) {
        reader->root = node;
        return node;
    }
    Level *level = &reader->levels[reader->depth - 1];
    node->key = level->key;
    node->key_hash = level->key_hash;
    node->key_line = level->key_line;
    node->key_column = level->key_column;
    node->is_bad = level->key_is_bad;
    level->key = NULL;
    level->key_is_bad = false;
    *(level->last ? &level->last->next : &level->node->first) = node;
    level->last = node;
    level->node->count++;
    return node;
}

static bool wants_key(const Reader *reader) {
    if (reader->depth == 0) {
        return false;
    }
    const Level *level = &reader->levels[reader->depth - 1];
    return level->node->kind == YAML_MAP && !level->key;
}

/* What an escape in double quotes can bring in, and a tab. */
static void check_text(Reader *reader, const char *text, size_t length, const yaml_mark_t *mark) {
    if (length > YAML_TEXT_MAX) {
        stop(reader, mark, "This text is far too long. Is there a quote mark that isn't closed?");
        return;
    }
    for (const char *at = text; at < text + length;) {
        uint32_t code = (unsigned char)*at;
        if (code >= ' ' && code < 0x7F) {
            at++;
            continue;
        }
        if (code == 0) {
            at++;
        } else {
            code = text_next(&at);
        }
        const char *objection = yaml_scan_objection(code);
        if (objection || code == '\t' || code == '\r') {
            char words[160];
            snprintf(words, sizeof words, "There is %s in this text (U+%04X). Leave it out.",
                     code == '\t' ? "a tab"
                     : objection  ? objection
                                  : "a control character",
                     (unsigned)code);
            object(reader, mark, words);
            return;
        }
    }
}

static void take_key(Reader *reader, const yaml_event_t *event) {
    Level *level = &reader->levels[reader->depth - 1];
    const char *text = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;
    int errors = reader->findings->errors;
    check_text(reader, text, length, &event->start_mark);
    level->key_hash = (uint32_t)hash_bytes(HASH_START, text, length);
    level->key_line = (int)event->start_mark.line + 1;
    level->key_column = (int)event->start_mark.column + 1;
    level->key = arena_copy_text(reader->arena, text, length);
    if (!level->key || level->node->count == YAML_KEYS_MAX) {
        stop(reader, &event->start_mark, "There are too many lines in this part of the file.");
        return;
    }
    if (strcmp(level->key, "<<") == 0) {
        object(reader, &event->start_mark, "Merging (<<) isn't allowed. Write the lines out.");
    }
    for (const YamlNode *node = level->node->first; node; node = node->next) {
        if (node->key_hash == level->key_hash && strcmp(node->key, level->key) == 0) {
            char words[160];
            snprintf(words, sizeof words,
                     "“%.40s” is here for the second time; it stands in line %d already.",
                     level->key, node->key_line);
            object(reader, &event->start_mark, words);
            break;
        }
    }
    level->key_is_bad = reader->findings->errors != errors;
}

static void refuse_properties(Reader *reader, const void *anchor, const void *tag,
                              const yaml_mark_t *mark) {
    if (anchor) {
        object(reader, mark,
               "Anchors (&name) aren't allowed. If this is a text: put it between "
               "straight double quotes (\"…\").");
    } else if (tag) {
        object(reader, mark,
               "Tags (!name) aren't allowed. If this is a text: put it between "
               "straight double quotes (\"…\").");
    }
}

static void take_scalar(Reader *reader, const yaml_event_t *event) {
    refuse_properties(reader, event->data.scalar.anchor, event->data.scalar.tag,
                      &event->start_mark);
    if (wants_key(reader)) {
        take_key(reader, event);
        return;
    }
    const char *text = (const char *)event->data.scalar.value;
    int errors = reader->findings->errors;
    check_text(reader, text, event->data.scalar.length, &event->start_mark);
    YamlNode *node = reader->has_stopped ? NULL : add_node(reader, YAML_TEXT, &event->start_mark);
    if (node) {
        node->is_bad |= reader->findings->errors != errors;
        node->text = arena_copy_text(reader->arena, text, event->data.scalar.length);
        reader->has_stopped = !node->text;
    }
}

static void take_alias(Reader *reader, const yaml_event_t *event) {
    if (wants_key(reader)) {
        stop(reader, &event->start_mark, "A key can't begin with *.");
        return;
    }
    object(reader, &event->start_mark,
           "A text can't begin with *, and references (*name) aren't allowed. Put the whole text "
           "between straight double quotes (\"…\").");
    YamlNode *node = add_node(reader, YAML_TEXT, &event->start_mark);
    if (node) {
        node->text = "";
        node->is_bad = true;
    }
}

static void open_level(Reader *reader, YamlKind kind, const void *anchor, const void *tag,
                       const yaml_mark_t *mark) {
    if (wants_key(reader)) {
        stop(reader, mark,
             "A key must be a single word. If this is a text: put it between straight "
             "double quotes (\"…\").");
        return;
    }
    if (reader->depth == YAML_DEPTH_MAX) {
        stop(reader, mark, "There are too many lists inside lists here.");
        return;
    }
    YamlNode *node = add_node(reader, kind, mark);
    if (node) {
        reader->levels[reader->depth++] = (Level){.node = node};
        refuse_properties(reader, anchor, tag, mark);
    }
}

static void open_document(Reader *reader, const yaml_event_t *event) {
    if (reader->documents++ > 0) {
        stop(reader, &event->start_mark, "A second document (---) isn't allowed in one file.");
    }
}

static void take_event(Reader *reader, const yaml_event_t *event) {
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT: open_document(reader, event); break;
    case YAML_SCALAR_EVENT: take_scalar(reader, event); break;
    case YAML_ALIAS_EVENT: take_alias(reader, event); break;
    case YAML_SEQUENCE_START_EVENT:
        open_level(reader, YAML_LIST, event->data.sequence_start.anchor,
                   event->data.sequence_start.tag, &event->start_mark);
        break;
    case YAML_MAPPING_START_EVENT:
        open_level(reader, YAML_MAP, event->data.mapping_start.anchor,
                   event->data.mapping_start.tag, &event->start_mark);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: reader->depth--; break;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT: break;
    }
}

static void parse(Reader *reader, yaml_parser_t *parser, const char *bytes, size_t size) {
    bool is_at_end = false;
    while (!is_at_end && !reader->has_stopped) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) {
            yaml_explain(parser, bytes, size, reader->findings);
            reader->has_stopped = true;
            return;
        }
        take_event(reader, &event);
        is_at_end = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
}

const YamlNode *yaml_read(Arena *arena, const char *bytes, size_t size, Findings *findings) {
    if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        size -= 3;
    }
    if (!yaml_scan(bytes, size, findings)) {
        return NULL;
    }
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        findings_error(findings, 0, 0, "There is too little memory to read this file.");
        return NULL;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, size);
    Reader reader = {.arena = arena, .findings = findings};
    parse(&reader, &parser, bytes, size);
    yaml_parser_delete(&parser);
    if (reader.has_stopped) {
        return NULL;
    }
    if (!reader.root || reader.root->kind != YAML_MAP) {
        findings_error(findings, reader.root ? reader.root->line : 1,
                       reader.root ? reader.root->column : 1,
                       reader.root ? "The file must begin with lines such as “key: text”."
                                   : "There is nothing in this file.");
        return NULL;
    }
    return reader.root;
}

const YamlNode *yaml_find(const YamlNode *map, const char *key) {
    for (const YamlNode *node = map->first; node; node = node->next) {
        if (node->key && strcmp(node->key, key) == 0) {
            return node;
        }
    }
    return NULL;
}
