/* SPDX-License-Identifier: MIT */
/* Reads mappings by tables: which keys there are, of what kind, and where their values go. */
#ifndef TB_FIELDS_H
#define TB_FIELDS_H

#include "arena.h"
#include "findings.h"
#include "yaml_reader.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct FieldReader {
    Arena *texts;
    Findings *findings;
    bool allows_names; /* {sharer} and {responder} may stand in texts */
    bool is_out_of_memory;
} FieldReader;

typedef enum FieldType {
    FIELD_TEXT,   /* const char *, at most `high` characters */
    FIELD_NAME,   /* const char *, of a-z, 0-9 and hyphens, at most `high` */
    FIELD_PICK,   /* const char *, one of `words` */
    FIELD_WORD,   /* an enum, index into `words` */
    FIELD_WORDS,  /* unsigned, a bit for each of `words` in a list */
    FIELD_NUMBER, /* int, low .. high */
    FIELD_OTHER   /* `read` does it */
} FieldType;

typedef struct Field Field;
/* `target` is the struct that is being filled. */
typedef void (*FieldRead)(FieldReader *reader, const YamlNode *value, void *target);

struct Field {
    const char *key;
    FieldType type;
    size_t offset; /* into the struct */
    bool is_optional;
    int low, high; /* FIELD_WORD, FIELD_WORDS: the numbers of words from low to below high */
    const char *const *words;
    const char *unit; /* FIELD_NUMBER, as "minutes"; may be null */
    FieldRead read;
};

/* Fills `target` from a mapping. What is unknown, missing or wrong is noted; `what` names the whole
 * in the messages, as "This card". */
void fields_read(FieldReader *reader, const YamlNode *map, const Field *fields, int count,
                 const char *what, void *target);

/* A text of at most `limit` characters in one paragraph, or "" after noting what is wrong. */
const char *fields_text(FieldReader *reader, const YamlNode *value, const char *name, int limit);

/* The number of one of `words` (low .. below high), or -1 after noting what is wrong. */
int fields_word(FieldReader *reader, const YamlNode *value, const char *name,
                const char *const *words, int low, int high);

/* A whole number, or `low` after noting what is wrong. */
int fields_number(FieldReader *reader, const YamlNode *value, const char *name, int low, int high,
                  const char *unit);

/* Whether it is a list of exactly `count`; notes it if not. */
bool fields_is_list_of(FieldReader *reader, const YamlNode *value, const char *name, int count);

#endif
