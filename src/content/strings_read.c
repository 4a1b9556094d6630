/* SPDX-License-Identifier: MIT */
/* Language files into tables: nested keys become dotted ones, mappings of plural words become
 * forms. */
#include "strings.h"

#include "hash.h"
#include "source_file.h"
#include "strings_parts.h"
#include "text.h"
#include "yaml_reader.h"

#include <stdio.h>
#include <string.h>

enum { LANGUAGE_MAX = 15, LANG_PATH_MAX = 2048 };

static const char *const plural_names[PLURAL_COUNT] = {
    [PLURAL_ZERO] = "zero", [PLURAL_ONE] = "one",   [PLURAL_TWO] = "two",
    [PLURAL_FEW] = "few",   [PLURAL_MANY] = "many", [PLURAL_OTHER] = "other",
};

typedef struct TableReader {
    StringTable *table;
    StringEntry *entries;
    Arena *arena;
    Findings *findings;
    bool is_out_of_memory;
} TableReader;

static int plural_of(const char *word) {
    for (int i = 0; i < PLURAL_COUNT; i++) {
        if (text_equal(plural_names[i], word)) {
            return i;
        }
    }
    return -1;
}

/* A mapping of nothing but plural words, `other` among them. */
static bool is_plural(const YamlNode *map) {
    for (const YamlNode *node = map->first; node; node = node->next) {
        if (node->kind != YAML_TEXT || plural_of(node->key) < 0) {
            return false;
        }
    }
    return yaml_find(map, "other") != NULL;
}

static int count_texts(const YamlNode *map) {
    int count = 0;
    for (const YamlNode *node = map->first; node; node = node->next) {
        count += node->kind == YAML_MAP ? count_texts(node) + 1 : 1;
    }
    return count;
}

static void check_braces(TableReader *reader, const YamlNode *value) {
    for (const char *at = strpbrk(value->text, "{}"); at; at = strpbrk(at, "{}")) {
        size_t length = strspn(at + 1, "abcdefghijklmnopqrstuvwxyz0123456789_-");
        if (*at == '}' || length == 0 || at[1 + length] != '}') {
            findings_error(reader->findings, value->line, value->column,
                           "“%.60s”: a placeholder is written as {name}, in small letters.",
                           value->key);
            return;
        }
        at += length + 2;
    }
}

/* A text as it is shown; the line break at the end of a block text is none of it. */
static const char *take_text(TableReader *reader, const YamlNode *value) {
    check_braces(reader, value);
    size_t length = strlen(value->text);
    while (length > 0 && value->text[length - 1] == '\n') {
        length--;
    }
    const char *text = arena_copy_text(reader->arena, value->text, length);
    reader->is_out_of_memory |= !text;
    return text ? text : "";
}

/* The place of a new key in the table, or null if it is there already. */
static StringEntry *add_entry(TableReader *reader, const char *key, const YamlNode *value) {
    if (string_table_find(reader->table, key)) {
        findings_error(reader->findings, value->key_line, value->key_column,
                       "“%s” is here for the second time.", key);
        return NULL;
    }
    uint64_t mask = (uint64_t)reader->table->capacity - 1;
    uint64_t at = hash_text(HASH_START, key);
    while (reader->entries[at & mask].key) {
        at++;
    }
    const char *copy = arena_copy_text(reader->arena, key, strlen(key));
    if (!copy) {
        reader->is_out_of_memory = true;
        return NULL;
    }
    reader->table->count++;
    reader->entries[at & mask].key = copy;
    return &reader->entries[at & mask];
}

static void add_forms(TableReader *reader, const char *key, const YamlNode *map) {
    StringEntry *entry = add_entry(reader, key, map);
    for (const YamlNode *node = map->first; entry && node; node = node->next) {
        entry->forms[plural_of(node->key)] = take_text(reader, node);
    }
}

static bool make_key(TableReader *reader, const char *before, const YamlNode *node,
                     char out[STRINGS_KEY_MAX]) {
    size_t length = strspn(node->key, "abcdefghijklmnopqrstuvwxyz0123456789_-.");
    int written = snprintf(out, STRINGS_KEY_MAX, "%s%s%s", before, before[0] ? "." : "", node->key);
    if (length == 0 || node->key[length] || written >= STRINGS_KEY_MAX - 2) {
        findings_error(reader->findings, node->key_line, node->key_column,
                       "“%.40s” is no key: a-z, 0-9 and hyphens, at most %d characters in all.",
                       node->key, STRINGS_KEY_MAX - 3);
        return false;
    }
    return true;
}

/* Depth is bounded by YAML_DEPTH_MAX. */
static void add_map(TableReader *reader, const YamlNode *map, const char *before) {
    for (const YamlNode *node = map->first; node; node = node->next) {
        char key[STRINGS_KEY_MAX];
        if (!make_key(reader, before, node, key)) {
            continue;
        }
        if (node->kind == YAML_LIST) {
            findings_error(reader->findings, node->line, node->column,
                           "“%s”: expected a text, found a list.", key);
        } else if (node->kind == YAML_MAP && is_plural(node)) {
            add_forms(reader, key, node);
        } else if (node->kind == YAML_MAP) {
            add_map(reader, node, key);
        } else if (!node->is_bad) {
            StringEntry *entry = add_entry(reader, key, node);
            if (entry) {
                entry->forms[PLURAL_OTHER] = take_text(reader, node);
            }
        }
    }
}

static const char *head_text(TableReader *reader, const YamlNode *root, const char *key) {
    const YamlNode *node = yaml_find(root, key);
    if (!node || node->kind != YAML_TEXT || !node->text[0]) {
        findings_error(reader->findings, node ? node->line : 1, node ? node->column : 1,
                       "The file begins with three lines: language, name and direction. “%s” is "
                       "missing.",
                       key);
        return "";
    }
    return node->text;
}

static void read_head(TableReader *reader, const YamlNode *root) {
    StringTable *table = reader->table;
    text_copy(table->language, sizeof table->language, head_text(reader, root, "language"));
    text_copy(table->name, sizeof table->name, head_text(reader, root, "name"));
    const char *direction = head_text(reader, root, "direction");
    table->is_rtl = text_equal(direction, "rtl");
    if (direction[0] && !table->is_rtl && !text_equal(direction, "ltr")) {
        const YamlNode *node = yaml_find(root, "direction");
        findings_error(reader->findings, node->line, node->column,
                       "“direction”: expected ltr (from left to right) or rtl, found “%.20s”.",
                       direction);
    }
}

static Err fill_table(TableReader *reader, const YamlNode *root) {
    int needed = count_texts(root) * 2;
    int capacity = 64;
    while (capacity < needed) {
        capacity *= 2;
    }
    reader->entries = arena_alloc(reader->arena, (size_t)capacity * sizeof *reader->entries);
    if (!reader->entries) {
        return ERR_MEMORY;
    }
    *reader->table = (StringTable){.entries = reader->entries, .capacity = capacity};
    read_head(reader, root);
    add_map(reader, root, "");
    return reader->is_out_of_memory ? ERR_MEMORY : ERR_OK;
}

Err strings_read_table(StringTable *table, Arena *arena, const char *bytes, size_t size,
                       Findings *findings) {
    Arena tree = {0};
    TableReader reader = {.table = table, .arena = arena, .findings = findings};
    *table = (StringTable){0};
    const YamlNode *root = yaml_read(&tree, bytes, size, findings);
    Err err = root ? fill_table(&reader, root) : ERR_FORMAT;
    if (err) {
        *table = (StringTable){0};
    }
    if (err == ERR_MEMORY) {
        findings_error(findings, 0, 0, "There is too little memory to read this file.");
    }
    arena_free(&tree);
    return err;
}

static Err load_table(StringTable *table, Arena *arena, const char *lang_dir, const char *language,
                      Findings *findings) {
    char path[LANG_PATH_MAX];
    size_t length = strspn(language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                     "0123456789-_");
    if (length < 2 || length > LANGUAGE_MAX || language[length]) {
        findings_begin_file(findings, lang_dir);
        findings_error(findings, 0, 0, "“%.40s” is no code of a language.", language);
        return ERR_NOT_FOUND;
    }
    snprintf(path, sizeof path, "%s/%s.yaml", lang_dir, language);
    SourceFile file;
    Err err = source_file_open(&file, path, findings);
    if (!err) {
        err = strings_read_table(table, arena, file.bytes, file.size, findings);
        source_file_close(&file);
    }
    return err;
}

Err strings_load(Strings *strings, Arena *arena, const char *lang_dir, const char *language,
                 const StringTable *english, Findings *findings) {
    strings->plural = strings_plural_english;
    strings->missing = arena_alloc(arena, sizeof *strings->missing);
    strings->english = *english;
    Err err = english->count > 0
                  ? ERR_OK
                  : load_table(&strings->english, arena, lang_dir, "en", findings);
    if (!text_equal(language, "en")) {
        Err own = load_table(&strings->own, arena, lang_dir, language, findings);
        if (!own) {
            return ERR_OK;
        }
    }
    strings->own = strings->english;
    strings->english = (StringTable){0};
    return err;
}
