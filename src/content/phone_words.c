/* SPDX-License-Identifier: MIT */
/* Looks the lists up by number. */
#include "phone_words.h"

#include "text.h"

#include <stdio.h>
#include <string.h>

enum { KEY_MAX = 32 };

static const char *item(const Strings *strings, const char *pattern_key, int index, int count) {
    return index >= 0 && index < count ? strings_get(strings, pattern_key) : "";
}

const char *phone_word(const Strings *strings, int index) {
    char key[KEY_MAX];
    snprintf(key, sizeof key, "phone.word.%d", index);
    return item(strings, key, index, PHONES_WORDS);
}

void phone_pair_name(const Strings *strings, const PhonePair *pair, char *to, size_t size) {
    char key[KEY_MAX];
    snprintf(key, sizeof key, "phone.silly.%d", pair->silly % PHONES_SILLY);
    text_copy(to, size, pair->name[0] ? pair->name : item(strings, key, 0, 1));
    if (!pair->name[0] && pair->silly >= PHONES_SILLY) {
        text_append(to, size, " ");
        text_append_int(to, size, pair->silly / PHONES_SILLY + 1);
    }
}

/* Letters beyond ASCII are compared as they are: phones write codes as they stand on the wall. */
static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_same(const char *word, const char *typed, size_t length) {
    size_t i = 0;
    while (i < length && word[i] && lower(word[i]) == lower(typed[i])) {
        i++;
    }
    return i == length && !word[i];
}

int phone_word_index(const Strings *strings, const char *text) {
    text += strspn(text, " \t\r\n");
    size_t length = strlen(text);
    while (length > 0 && strchr(" \t\r\n", text[length - 1])) {
        length--;
    }
    for (int i = 0; length > 0 && i < PHONES_WORDS; i++) {
        if (is_same(phone_word(strings, i), text, length)) {
            return i;
        }
    }
    return -1;
}

/* --- Lines ------------------------------------------------------------------------------------ */

static bool ends_word(const char *at) {
    return *at == '\0' || strchr(" .,;:!?()\"'/-", *at) || strncmp(at, "’", strlen("’")) == 0;
}

bool phone_names_someone(const Strings *strings, const char *line) {
    const char *words = strings_get(strings, "phone.someone");
    for (const char *at = line; *at;) {
        size_t length = 0;
        while (!ends_word(at + length)) {
            length++;
        }
        for (const char *word = words; length > 0 && *word;) {
            size_t size = strcspn(word, " ");
            char one[KEY_MAX];
            snprintf(one, sizeof one, "%.*s", (int)size, word);
            if (is_same(one, at, length)) {
                return true;
            }
            word += size + strspn(word + size, " ");
        }
        at += length + (at[length] != '\0');
    }
    return false;
}
