/* SPDX-License-Identifier: MIT */
/* Helpers of the content tests. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "content_check.h"
#include "text.h"

enum { EXPECT_MAX = 16384 };

void reading_start(Reading *reading) {
    *reading = (Reading){.findings = calloc(1, sizeof(Findings))};
    reading->decks = deck_set_open(&reading->arena);
    assert_non_null(reading->findings);
    assert_non_null(reading->decks);
}

void reading_add(Reading *reading, const char *name, const char *text) {
    reading->err = deck_read_text(reading->decks, name, text, strlen(text), reading->findings);
    reading->cards = deck_set_cards(reading->decks);
    reading->practice = deck_set_practice(reading->decks);
}

void reading_free(Reading *reading) {
    deck_set_close(reading->decks);
    arena_free(&reading->arena);
    free(reading->findings);
}

void findings_expect(const Findings *findings, const char *expected) {
    char found[EXPECT_MAX] = "";
    for (int i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->items[i];
        char line[DIAG_MESSAGE_MAX + 64];
        snprintf(line, sizeof line, "%s%d:%d %s: %s", i ? "\n" : "", finding->diag.line,
                 finding->diag.column, finding->is_warning ? "warning" : "error",
                 finding->diag.message);
        text_append(found, sizeof found, line);
    }
    assert_string_equal(found, expected);
}

void deck_expect(const char *text, int cards, const char *expected) {
    Reading reading;
    reading_start(&reading);
    reading_add(&reading, "deck.yaml", text);
    findings_expect(reading.findings, expected);
    assert_int_equal(reading.cards.count, cards);
    reading_free(&reading);
}

char *text_replace(const char *text, const char *old, const char *fresh) {
    const char *at = strstr(text, old);
    assert_non_null(at);
    size_t before = (size_t)(at - text);
    char *copy = malloc(strlen(text) + strlen(fresh) + 1);
    assert_non_null(copy);
    memcpy(copy, text, before);
    strcpy(copy + before, fresh);
    strcat(copy, at + strlen(old));
    return copy;
}
