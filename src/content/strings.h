/* SPDX-License-Identifier: MIT */
/* What the game says, by key, in one language with English behind it. Looking up allocates nothing.
 */
#ifndef TB_STRINGS_H
#define TB_STRINGS_H

#include "arena.h"
#include "findings.h"

#include <stdbool.h>
#include <stddef.h>

/* The plural categories of CLDR, by their words in the language files: zero, one, two, ... */
typedef enum Plural {
    PLURAL_ZERO,
    PLURAL_ONE,
    PLURAL_TWO,
    PLURAL_FEW,
    PLURAL_MANY,
    PLURAL_OTHER,
    PLURAL_COUNT
} Plural;

/* Which form a language uses for n. */
typedef Plural (*PluralRule)(int n);

enum { STRINGS_MISSING_MAX = 64, STRINGS_KEY_MAX = 80 };

/* Keys that were asked for and not found, each as "[key]". */
typedef struct StringsMissing {
    char keys[STRINGS_MISSING_MAX][STRINGS_KEY_MAX];
    int count;
} StringsMissing;

typedef struct StringEntry {
    const char *key;                 /* dotted, as "home.start"; null: an empty place */
    const char *forms[PLURAL_COUNT]; /* plain texts have PLURAL_OTHER only */
} StringEntry;

/* A hash table with open addressing; `capacity` is a power of two. */
typedef struct StringTable {
    const StringEntry *entries;
    int capacity;
    int count;
    char language[16]; /* as "en", "pt-BR" */
    char name[48];     /* in itself, as "English" */
    bool is_rtl;
} StringTable;

typedef struct Strings {
    StringTable own;
    StringTable english; /* empty if `own` is English */
    PluralRule plural;   /* of `own`; set it after loading for other languages than English */
    StringsMissing *missing;
} Strings;

typedef struct StringArg {
    const char *name; /* without braces */
    const char *value;
} StringArg;

/* Reads <lang_dir>/<language>.yaml and, behind it, en.yaml into `arena`. A broken or missing own
 * language leaves English alone, with the reason in `findings`; ERR_* only if there is no English
 * either. `english` was read before, or is empty. Zero-initialise `strings` before. */
Err strings_load(Strings *strings, Arena *arena, const char *lang_dir, const char *language,
                 const StringTable *english, Findings *findings);

/* One table from memory; `findings` as in yaml_reader.h. */
Err strings_read_table(StringTable *table, Arena *arena, const char *bytes, size_t size,
                       Findings *findings);

/* The text of `key`, else the English one, else "[key]", which is noted in `missing`. Of a text
 * with plural forms, the form `other`. Never null; good as long as the arena. */
const char *strings_get(const Strings *strings, const char *key);

/* Whether `key` is in the language or in English; notes nothing. */
bool strings_has(const Strings *strings, const char *key);

/* Writes the text with each {name} replaced by its value; unknown names stay as they are. Cuts at a
 * whole character when `size` is too small. */
void strings_format(const Strings *strings, char *out, size_t size, const char *key,
                    const StringArg *args, int count);

/* Likewise with the plural form for `n`; {n} is `n` in digits unless args bring their own. */
void strings_format_plural(const Strings *strings, char *out, size_t size, const char *key, int n,
                           const StringArg *args, int count);

/* one for 1 and -1, else other. */
Plural strings_plural_english(int n);

#endif
