/* SPDX-License-Identifier: MIT */
/* A table from libyaml's problems (0.2) to what the author can do about them. */
#include "yaml_explain.h"

#include <stdbool.h>
#include <string.h>

#define PUT_IN_QUOTES "Put the whole text between straight double quotes (\"…\")."

typedef struct Explanation {
    const char *problem;
    const char *words;
    bool at_context; /* the beginning of what went wrong tells more than its end */
} Explanation;

static const Explanation explanations[] = {
    {"could not find expected ':'",
     "There is no colon after this. A line is written as “key: text”, and the rest of a longer "
     "text "
     "stands further in than its key.",
     true},
    {"block sequence entries are not allowed in this context",
     "A dash can't stand here. If it begins a text: put the text between straight double quotes "
     "(\"…\").",
     false},
    {"mapping keys are not allowed in this context",
     "A text can't begin with a question mark and a space. " PUT_IN_QUOTES, false},
    {"did not find expected alphabetic or numeric character",
     "A text can't begin with * or &. " PUT_IN_QUOTES, true},
    {"did not find expected whitespace or line break", "A text can't begin with !. " PUT_IN_QUOTES,
     true},
    {"did not find expected '!'", "A text can't begin with !. " PUT_IN_QUOTES, true},
    {"did not find expected tag URI", "A text can't begin with !. " PUT_IN_QUOTES, true},
    {"found undefined tag handle", "A text can't begin with !. " PUT_IN_QUOTES, false},
    {"found unexpected end of stream",
     "This text begins with a quote mark, and there is none to close it.", true},
    {"found unexpected document indicator",
     "This text begins with a quote mark, and there is none to close it.", true},
    {"found unknown escape character",
     "A backslash has a meaning of its own between double quotes. Leave it out, or write two.",
     false},
    {"did not find expected hexdecimal number",
     "A backslash has a meaning of its own between double quotes. Leave it out, or write two.",
     false},
    {"found invalid Unicode character escape code", "There is no character with this number.",
     false},
    {"did not find expected comment or line break",
     "A text that begins with | or > goes on in the next line. " PUT_IN_QUOTES, false},
    {"found an indentation indicator equal to 0",
     "A text that begins with | or > goes on in the next line. " PUT_IN_QUOTES, false},
    {"did not find expected '-' indicator",
     "This line isn't indented like the ones above it: a new entry begins with a dash right below "
     "the last dash, and its other lines stand below its first word.",
     false},
    {"did not find expected ',' or ']'", "This list isn't closed: there is no ] at its end.", true},
    {"did not find expected ',' or '}'",
     "This is read as the beginning of {…}, which isn't closed. If it's a text: put it between "
     "straight double quotes (\"…\").",
     true},
    {"did not find expected node content",
     "This sign can't stand here. If it begins a text: put the text between straight double quotes "
     "(\"…\").",
     false},
    {"did not find expected <document start>",
     "This line stands outside of everything before it. Lines of one kind begin at the same "
     "column.",
     false},
    {"found character that cannot start any token",
     "A text can't begin with this sign. " PUT_IN_QUOTES, false},
};

/* What stands on the line of `mark` before it. */
typedef struct Before {
    const char *line;
    size_t length; /* bytes */
} Before;

static Before line_before(const char *bytes, size_t size, const yaml_mark_t *mark) {
    const char *at = bytes, *end = bytes + size;
    for (size_t line = 0; line < mark->line && at < end; line++) {
        at += strcspn(at, "\r\n");
        at += at < end && at[0] == '\r' && at[1] == '\n' ? 2 : 1;
    }
    Before before = {.line = at};
    size_t column = 0;
    while (at < end && column < mark->column && *at != '\n' && *at != '\r') {
        at++;
        column += ((unsigned char)*at & 0xC0) != 0x80;
    }
    before.length = (size_t)(at - before.line);
    return before;
}

/* The last sign that isn't a space, or 0. */
static char last_sign(Before before) {
    while (before.length > 0 && before.line[before.length - 1] == ' ') {
        before.length--;
    }
    return before.length > 0 ? before.line[before.length - 1] : '\0';
}

static void note(Findings *findings, const yaml_mark_t *mark, const char *words) {
    findings_error(findings, (int)mark->line + 1, (int)mark->column + 1, "%s", words);
}

/* A single word and the colon: meant as a key, and not as the rest of a text. */
static bool is_like_key(Before before) {
    while (before.length > 0 && *before.line == ' ') {
        before.line++;
        before.length--;
    }
    return before.length > 0 && !memchr(before.line, ':', before.length) &&
           !memchr(before.line, ' ', before.length);
}

static const char *no_mapping_values(Before before) {
    if (is_like_key(before)) {
        return "This line is indented further than the ones above it, so it's read as part of "
               "their "
               "text. Lines of one card begin at the same column.";
    }
    return "There is a colon with a space after it inside this text. " PUT_IN_QUOTES;
}

static const char *expected_key(Before before) {
    switch (last_sign(before)) {
    case '"':
    case '\'':
        return "The text goes on after its closing quote mark. Inside a text use curly quotes: “ "
               "”.";
    case '}':
    case ']':
        return "A text that begins with { or [ must stand between straight double quotes (\"…\").";
    default:
        return "This line isn't indented like the ones above it. Lines of one card begin at the "
               "same "
               "column.";
    }
}

void yaml_explain(const yaml_parser_t *parser, const char *bytes, size_t size, Findings *findings) {
    const char *problem = parser->problem ? parser->problem : "";
    if (parser->error == YAML_MEMORY_ERROR) {
        findings_error(findings, 0, 0, "There is too little memory to read this file.");
        return;
    }
    Before before = line_before(bytes, size, &parser->problem_mark);
    if (strcmp(problem, "did not find expected key") == 0) {
        note(findings, &parser->problem_mark, expected_key(before));
        return;
    }
    if (strcmp(problem, "mapping values are not allowed in this context") == 0) {
        note(findings, &parser->problem_mark, no_mapping_values(before));
        return;
    }
    for (size_t i = 0; i < sizeof explanations / sizeof *explanations; i++) {
        const Explanation *found = &explanations[i];
        if (strcmp(problem, found->problem) == 0) {
            note(findings, found->at_context ? &parser->context_mark : &parser->problem_mark,
                 found->words);
            return;
        }
    }
    findings_error(findings, (int)parser->problem_mark.line + 1,
                   (int)parser->problem_mark.column + 1,
                   "The file can't be understood from here on (%s).", problem);
}
