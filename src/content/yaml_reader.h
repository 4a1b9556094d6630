/* SPDX-License-Identifier: MIT */
/* A strict, small part of YAML as a tree: mappings, lists, texts. Every scalar is a text. Refused:
 * anchors, aliases, tags, merges, a second document, doubled keys, control characters. */
#ifndef TB_YAML_READER_H
#define TB_YAML_READER_H

#include "arena.h"
#include "findings.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Limits. The depth counts mappings and lists inside each other. */
enum {
    YAML_DEPTH_MAX = 8,
    YAML_NODES_MAX = 400000, /* about 40 MB while a file is read */
    YAML_KEYS_MAX = 1024,    /* in one mapping */
    YAML_TEXT_MAX = 16384    /* bytes of one text */
};

typedef enum YamlKind { YAML_TEXT, YAML_LIST, YAML_MAP } YamlKind;

typedef struct YamlNode YamlNode;
struct YamlNode {
    YamlKind kind;
    bool is_bad; /* an error was found in it or below; never set on the root for what's below */
    int count;   /* children */
    int line, column; /* from 1, in characters */
    int key_line, key_column;
    uint32_t key_hash;
    const char *key;  /* in a mapping, else null */
    const char *text; /* YAML_TEXT, else null; free of control characters but line breaks */
    YamlNode *first;  /* children in the order of the file */
    YamlNode *next;
};

/* Reads `size` bytes, followed by a NUL, into a tree that belongs to `arena`. Null if the file
 * can't be understood at all; whatever is wrong is in `findings` (call findings_begin_file before).
 */
const YamlNode *yaml_read(Arena *arena, const char *bytes, size_t size, Findings *findings);

/* The value of `key` in a mapping, or null. */
const YamlNode *yaml_find(const YamlNode *map, const char *key);

#endif
