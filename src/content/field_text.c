/* SPDX-License-Identifier: MIT */
/* Placeholders {sharer} and {responder}, and the signs that belong into printed text. */
#include "field_text.h"

#include "text.h"

#include <string.h>

static const char *const names[] = {"sharer", "responder"};
enum { NAME_COUNT = 2, INSIDE_MAX = 40 };

/* Notes what is wrong with the placeholder that begins at `brace`. */
static void check_placeholder(Findings *findings, const YamlNode *value, const char *name,
                              const char *brace, bool allows_names) {
    char inside[INSIDE_MAX + 1] = "";
    size_t length = strcspn(brace + 1, "{}");
    if (brace[1 + length] != '}' || length > INSIDE_MAX) {
        findings_error(
            findings, value->line, value->column,
            "“%s”: a { isn't closed by a }. Only {sharer} and {responder} stand in braces.", name);
        return;
    }
    memcpy(inside, brace + 1, length);
    for (int i = 0; i < NAME_COUNT; i++) {
        if (text_equal(inside, names[i])) {
            if (!allows_names) {
                findings_error(findings, value->line, value->column,
                               "“%s”: {%s} is known in cards of the kinds respond and spot only.",
                               name, inside);
            }
            return;
        }
    }
    const char *near = findings_nearest_word(inside, names, NAME_COUNT);
    findings_error(findings, value->line, value->column, "“%s”: there is no {%s}. %s{%s}%s", name,
                   inside, near ? "Did you mean " : "Only ", near ? near : "sharer",
                   near ? "?" : " and {responder} stand in braces.");
}

static void check_braces(Findings *findings, const YamlNode *value, const char *name,
                         bool allows_names) {
    for (const char *at = strpbrk(value->text, "{}"); at; at = strpbrk(at, "{}")) {
        if (*at == '}') {
            findings_error(findings, value->line, value->column,
                           "“%s”: there is a } without a { before it.", name);
            return;
        }
        check_placeholder(findings, value, name, at, allows_names);
        at += 1 + strcspn(at + 1, "{}");
        at += *at == '}';
    }
}

void field_text_check(Findings *findings, const YamlNode *value, const char *name,
                      bool allows_names) {
    check_braces(findings, value, name, allows_names);
    if (strpbrk(value->text, "'\"")) {
        findings_warning(findings, value->line, value->column,
                         "“%s”: in print, quotes are curly: ’ “ ”.", name);
    }
    if (strstr(value->text, "...")) {
        findings_warning(findings, value->line, value->column,
                         "“%s”: three dots are one character in print: ….", name);
    }
}

char *field_text_tidy(Arena *arena, const char *text) {
    text += strspn(text, " \n");
    size_t length = strlen(text);
    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == ' ')) {
        length--;
    }
    char *copy = arena_copy_text(arena, text, length);
    if (!copy || !memchr(copy, '\n', length)) {
        return copy;
    }
    char *out = copy;
    for (const char *at = copy; *at; at++) {
        bool is_gap = *at == '\n' || *at == ' ';
        if (!is_gap || out == copy || out[-1] != ' ') {
            *out++ = is_gap ? ' ' : *at;
        }
    }
    *out = '\0';
    return copy;
}
