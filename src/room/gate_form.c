/* SPDX-License-Identifier: MIT */
/* The body of a request: which fields each deed has, and what their values mean. */
#include "gate_parts.h"

#include "form.h"
#include "text.h"

#include <string.h>

enum { STATUS_MALFORMED = 400, NUMBER_DIGITS_MAX = 3, QUESTION_DIGITS_MAX = 9 };

enum {
    FIELD_KEY = 1 << 0,
    FIELD_WORD = 1 << 1,
    FIELD_NUMBER = 1 << 2,
    FIELD_PAIR_WORD = 1 << 3,
    FIELD_PAIR_NUMBER = 1 << 4,
    FIELD_NAME = 1 << 5,
    FIELD_QUESTION = 1 << 6,
    FIELD_OPTION = 1 << 7,
    FIELD_ROWS = 1 << 8 | 1 << 9 | 1 << 10,
    FIELD_TEXT = 1 << 11
};

static const char *const gate_fields[] = {
    "key",      "word",   "number", "pairword", "pairnumber", "name",
    "question", "option", "row0",   "row1",     "row2",       "text",
};
enum { FIELDS = sizeof gate_fields / sizeof gate_fields[0] };

typedef struct Deed {
    const char *path;
    PhoneAskKind kind;
    int may, must; /* FIELD_... */
} Deed;

static const Deed gate_deeds[] = {
    {"/join", PHONE_JOIN,
     FIELD_KEY | FIELD_WORD | FIELD_NUMBER | FIELD_PAIR_WORD | FIELD_PAIR_NUMBER | FIELD_NAME, 0},
    {"/pair", PHONE_PAIR, FIELD_PAIR_WORD | FIELD_PAIR_NUMBER, FIELD_PAIR_WORD},
    {"/pick", PHONE_PICK, FIELD_QUESTION | FIELD_OPTION, FIELD_QUESTION | FIELD_OPTION},
    {"/land", PHONE_LAND, FIELD_QUESTION | FIELD_ROWS, FIELD_QUESTION | FIELD_ROWS},
    {"/keep", PHONE_KEEP, FIELD_QUESTION, FIELD_QUESTION},
    {"/down", PHONE_DOWN, 0, 0},
    {"/line", PHONE_LINE, FIELD_TEXT, FIELD_TEXT},
    {"/rest", PHONE_REST, 0, 0},
    {"/stop", PHONE_STOP, 0, 0},
};
enum { DEEDS = sizeof gate_deeds / sizeof gate_deeds[0] };

PhoneAskKind gate_find_deed(const char *path) {
    for (int i = 0; i < DEEDS; i++) {
        if (strcmp(path, gate_deeds[i].path) == 0) {
            return gate_deeds[i].kind;
        }
    }
    return PHONE_LOOK;
}

static const Deed *deed_of(PhoneAskKind kind) {
    for (int i = 0; i < DEEDS; i++) {
        if (gate_deeds[i].kind == kind) {
            return &gate_deeds[i];
        }
    }
    return NULL;
}

/* Basic Latin and Latin-1, in place: phones begin words with a capital. */
static void make_small(char *text) {
    unsigned char before = 0;
    for (char *at = text; *at; at++) {
        unsigned char byte = (unsigned char)*at;
        bool is_latin = before == 0xc3 && byte >= 0x80 && byte <= 0x9e && byte != 0x97;
        if ((byte >= 'A' && byte <= 'Z') || is_latin) {
            *at = (char)(byte + 0x20);
        }
        before = byte;
    }
}

/* At most three digits with spaces around; else -1. */
static int read_typed_number(const char *text) {
    int value = 0;
    text += strspn(text, " ");
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > NUMBER_DIGITS_MAX || text[digits + strspn(text + digits, " ")]) {
        return -1;
    }
    for (size_t i = 0; i < digits; i++) {
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

void gate_read_code(const char *text, const char *number, char word[32], int *value) {
    text += strspn(text, " ");
    size_t length = strcspn(text, "0123456789");
    const char *digits = text + length;
    bool is_apart = number && number[strspn(number, " ")];
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '-')) {
        length--;
    }
    *value = read_typed_number(is_apart ? number : digits);
    bool is_odd = is_apart && *digits; /* a number at two places is no code */
    word[0] = '\0';
    if (!is_odd && length < 32) {
        memcpy(word, text, length);
        word[length] = '\0';
        make_small(word);
    }
}

static bool has_right_fields(const Form *form, const Deed *deed) {
    int found = 0;
    for (int i = 0; i < FIELDS; i++) {
        found |= form_value(form, gate_fields[i]) ? 1 << i : 0;
    }
    int known = 0;
    for (int i = 0; i < FIELDS; i++) {
        known += found >> i & 1;
    }
    return known == form->count && (found & ~deed->may) == 0 && (found & deed->must) == deed->must;
}

static bool read_digit(const char *text, int below, int *value) {
    if (text[0] < '0' || text[0] >= '0' + below || text[1]) {
        return false;
    }
    *value = text[0] - '0';
    return true;
}

static bool read_question(const char *text, int *question) {
    int64_t value = 0;
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > QUESTION_DIGITS_MAX || text[digits]) {
        return false;
    }
    text_read_int(&text, &value);
    *question = (int)value;
    return true;
}

static bool read_rows(const Form *form, int rows[3]) {
    return read_digit(form_value(form, "row0"), 3, &rows[0]) &&
           read_digit(form_value(form, "row1"), 3, &rows[1]) &&
           read_digit(form_value(form, "row2"), 3, &rows[2]);
}

static bool read_option(const char *text, int *value) {
    if (strcmp(text, "pass") == 0) {
        *value = PICK_PASSED;
        return true;
    }
    return read_digit(text, PLAN_OPTIONS_MAX, value);
}

/* Fields for codes and texts may be missing or empty. */
static bool read_typed(const Form *form, ServerRequest *request) {
    PhoneAsk *ask = &request->ask;
    const char *key = form_value(form, "key");
    if (key && key[0]) {
        ask->has_key = gate_read_token(key, strlen(key), ask->key);
        if (!ask->has_key) {
            return false;
        }
    }
    const char *word = form_value(form, "word");
    const char *pair_word = form_value(form, "pairword");
    if (word) {
        gate_read_code(word, form_value(form, "number"), request->word, &ask->number);
    }
    if (pair_word) {
        gate_read_code(pair_word, form_value(form, "pairnumber"), request->pair_word,
                       &ask->pair_number);
    }
    const char *text = form_value(form, ask->kind == PHONE_JOIN ? "name" : "text");
    if (text) {
        text_copy(ask->text, sizeof ask->text, text);
    }
    return true;
}

int gate_read_body(const char *body, size_t size, ServerRequest *request) {
    Form form;
    PhoneAsk *ask = &request->ask;
    const Deed *deed = deed_of(ask->kind);
    if (!deed || !form_read(&form, body, size) || !has_right_fields(&form, deed)) {
        return STATUS_MALFORMED;
    }
    bool is_good = read_typed(&form, request);
    if (deed->must & FIELD_QUESTION) {
        is_good = is_good && read_question(form_value(&form, "question"), &ask->question);
    }
    if (deed->must & FIELD_OPTION) {
        is_good = is_good && read_option(form_value(&form, "option"), &ask->value);
    }
    if (deed->must & FIELD_ROWS) {
        is_good = is_good && read_rows(&form, ask->landing);
    }
    return is_good ? 0 : STATUS_MALFORMED;
}
