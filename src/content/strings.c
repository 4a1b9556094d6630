/* SPDX-License-Identifier: MIT */
/* Looking up and filling in texts. Reading them is in strings_read.c. */
#include "strings.h"

#include "hash.h"
#include "strings_parts.h"
#include "text.h"

#include <string.h>

Plural strings_plural_english(int n) {
    return n == 1 || n == -1 ? PLURAL_ONE : PLURAL_OTHER;
}

const StringEntry *string_table_find(const StringTable *table, const char *key) {
    if (table->capacity == 0) {
        return NULL;
    }
    uint64_t mask = (uint64_t)table->capacity - 1;
    for (uint64_t at = hash_text(HASH_START, key);; at++) {
        const StringEntry *entry = &table->entries[at & mask];
        if (!entry->key) {
            return NULL;
        }
        if (text_equal(entry->key, key)) {
            return entry;
        }
    }
}

/* The form for a category, else `other`, else whichever there is. */
static const char *form_of(const StringEntry *entry, Plural plural) {
    const char *form = entry->forms[plural] ? entry->forms[plural] : entry->forms[PLURAL_OTHER];
    for (int i = 0; !form && i < PLURAL_COUNT; i++) {
        form = entry->forms[i];
    }
    return form;
}

/* "[key]", kept so that it can be shown and listed. */
static const char *note_missing(const Strings *strings, const char *key) {
    StringsMissing *missing = strings->missing;
    if (!missing) {
        return "[?]";
    }
    char shown[STRINGS_KEY_MAX] = "[";
    text_append(shown, sizeof shown - 1, key);
    text_append(shown, sizeof shown, "]");
    for (int i = 0; i < missing->count; i++) {
        if (text_equal(missing->keys[i], shown)) {
            return missing->keys[i];
        }
    }
    if (missing->count == STRINGS_MISSING_MAX) {
        return "[…]";
    }
    text_copy(missing->keys[missing->count], STRINGS_KEY_MAX, shown);
    return missing->keys[missing->count++];
}

/* The text for `key`; with a count, in the form that the text's own language wants. */
static const char *find_text(const Strings *strings, const char *key, const int *n) {
    const StringEntry *entry = string_table_find(&strings->own, key);
    PluralRule rule = strings->plural ? strings->plural : strings_plural_english;
    if (!entry) {
        entry = string_table_find(&strings->english, key);
        rule = strings_plural_english;
    }
    if (!entry) {
        return note_missing(strings, key);
    }
    return form_of(entry, n ? rule(*n) : PLURAL_OTHER);
}

const char *strings_get(const Strings *strings, const char *key) {
    return find_text(strings, key, NULL);
}

bool strings_has(const Strings *strings, const char *key) {
    return string_table_find(&strings->own, key) || string_table_find(&strings->english, key);
}

/* Text being put together in a fixed buffer. */
typedef struct Writer {
    char *out;
    size_t room; /* without the NUL */
} Writer;

static void write_bytes(Writer *writer, const char *text, size_t length) {
    if (length > writer->room) {
        length = writer->room;
        while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) {
            length--;
        }
        writer->room = length; /* full: nothing comes after a cut */
    }
    memcpy(writer->out, text, length);
    writer->out += length;
    writer->room -= length;
    *writer->out = '\0';
}

static const StringArg *find_arg(const StringArg *args, int count, const char *name,
                                 size_t length) {
    for (int i = 0; i < count; i++) {
        if (strlen(args[i].name) == length && memcmp(args[i].name, name, length) == 0) {
            return &args[i];
        }
    }
    return NULL;
}

static void fill(char *out, size_t size, const char *text, const StringArg *args, int count,
                 const char *number) {
    if (size == 0) {
        return;
    }
    Writer writer = {.out = out, .room = size - 1};
    *out = '\0';
    const StringArg n = {"n", number};
    while (*text) {
        size_t run = strcspn(text, "{");
        write_bytes(&writer, text, run);
        text += run;
        if (!*text) {
            break;
        }
        size_t length = strcspn(text + 1, "{}");
        bool is_closed = text[1 + length] == '}';
        const StringArg *arg = is_closed ? find_arg(args, count, text + 1, length) : NULL;
        if (is_closed && !arg && number) {
            arg = find_arg(&n, 1, text + 1, length);
        }
        size_t whole = length + (is_closed ? 2 : 1);
        if (arg) {
            write_bytes(&writer, arg->value, strlen(arg->value));
        } else {
            write_bytes(&writer, text, whole);
        }
        text += whole;
    }
}

void strings_format(const Strings *strings, char *out, size_t size, const char *key,
                    const StringArg *args, int count) {
    fill(out, size, find_text(strings, key, NULL), args, count, NULL);
}

void strings_format_plural(const Strings *strings, char *out, size_t size, const char *key, int n,
                           const StringArg *args, int count) {
    char number[16] = "";
    text_append_int(number, sizeof number, n);
    fill(out, size, find_text(strings, key, &n), args, count, number);
}
