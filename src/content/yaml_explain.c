/* SPDX-License-Identifier: MIT */
/* A table from libyaml's problems (0.2) to what the author can do about them. */
#include "yaml_explain.h"

#include <string.h>

#define PUT_IN_QUOTES "Put the whole text between straight double quotes (\"…\")."

typedef struct Explanation {
    const char *problem;
    const char *words;
    bool at_context; /* the beginning of what went wrong tells more than its end */
} Explanation;

static const Explanation explanations[] = {
    {"mapping values are not allowed in this context",
     "There is a colon with a space after it inside this text. " PUT_IN_QUOTES, false},
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
    {"did not find expected node content", "Something is missing here, before this sign.", false},
    {"did not find expected <document start>",
     "This line stands outside of everything before it. Lines of one kind begin at the same "
     "column.",
     false},
    {"found character that cannot start any token",
     "A text can't begin with this sign. " PUT_IN_QUOTES, false},
};

/* The last sign that isn't a space before `mark`, on its line; 0 if there is none. */
static char sign_before(const char *bytes, size_t size, const yaml_mark_t *mark) {
    const char *at = bytes, *end = bytes + size;
    for (size_t line = 0; line < mark->line && at < end; line++) {
        size_t length = strcspn(at, "\r\n");
        at += length;
        at += at < end && at[0] == '\r' && at[1] == '\n' ? 2 : 1;
    }
    char sign = '\0';
    size_t column = 0;
    for (; at < end && column < mark->column && *at != '\n' && *at != '\r'; at++) {
        sign = *at == ' ' ? sign : *at;
        column += ((unsigned char)at[1] & 0xC0) != 0x80;
    }
    return sign;
}

static void note(Findings *findings, const yaml_mark_t *mark, const char *words) {
    findings_error(findings, (int)mark->line + 1, (int)mark->column + 1, "%s", words);
}

static const char *expected_key(const char *bytes, size_t size, const yaml_mark_t *mark) {
    switch (sign_before(bytes, size, mark)) {
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
    if (strcmp(problem, "did not find expected key") == 0) {
        note(findings, &parser->problem_mark, expected_key(bytes, size, &parser->problem_mark));
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
