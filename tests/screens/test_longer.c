/* SPDX-License-Identifier: MIT */
/* A language that is 40 % longer: every screen holds its words, in every state and at 200 %. */
#include "app_kit.h"
#include "shot_states.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

enum { LONGER_PERCENT = 140, WORDS_BYTES = 1 << 20 };

static char words[WORDS_BYTES];
static size_t words_used;
static int lost; /* texts off the canvas or their paper */

/* Vowels stand twice until the text is long enough; what is in braces stays. */
static const char *longer(const char *text) {
    char *out = words + words_used, *at = out;
    size_t length = strlen(text), more = length * (LONGER_PERCENT - 100) / 100;
    assert_true(words_used + 2 * length + 2 < WORDS_BYTES);
    bool in_braces = false;
    for (; *text; text++) {
        in_braces = *text == '{' || (in_braces && *text != '}');
        *at++ = *text;
        if (!in_braces && more > 0 && strchr("aeiouns", *text)) {
            *at++ = *text;
            more--;
        }
    }
    *at++ = '\0';
    words_used += (size_t)(at - out);
    return out;
}

/* The rows of the keyboard on the screen are letters, not words. */
static bool is_keyboard(const char *key) {
    return strcmp(key, "keys.small") == 0 || strcmp(key, "keys.capitals") == 0 ||
           strcmp(key, "keys.marks") == 0;
}

static void lengthen(StringTable *table) {
    words_used = 0;
    StringEntry *entries = (StringEntry *)(uintptr_t)table->entries; /* of the test's own app */
    for (int i = 0; i < table->capacity; i++) {
        bool is_text = entries[i].key && !is_keyboard(entries[i].key);
        for (int form = 0; is_text && form < PLURAL_COUNT; form++) {
            const char *text = entries[i].forms[form];
            entries[i].forms[form] = text ? longer(text) : NULL;
        }
    }
}

static void open_app(int w, int h) {
    app_kit_open(&(AppKit){.w = w, .h = h, .fixed_letters = true});
    lengthen(&app.content.strings.own);
    assert_true(words_used > 10000);
}

static void settle(int ms) {
    app_advance(&app, ms);
    app_build(&app, NULL);
}

static bool scrolls(const Ui *ui, int node) {
    while (node >= 0 && !ui->nodes[node].box.scroll) {
        node = ui->nodes[node].parent;
    }
    return node >= 0;
}

/* The panel, button or chip that a text is written on, or -1. */
static int paper_of(const Ui *ui, int node) {
    do {
        node = ui->nodes[node].parent;
    } while (node >= 0 && ui->nodes[node].box.fill.top.token == TOKEN_NONE);
    return node;
}

static bool holds(Rect outer, Rect inner, bool down) {
    bool across = inner.x >= outer.x - 2 && inner.x + inner.w <= outer.x + outer.w + 2;
    return across &&
           (!down || (inner.y >= outer.y - 2 && inner.y + inner.h <= outer.y + outer.h + 2));
}

static bool fits(const Ui *ui, int at) {
    const UiNode *node = &ui->nodes[at];
    int paper = paper_of(ui, at);
    bool moves = scrolls(ui, at);
    bool fits = holds((Rect){0, 0, ui->width, ui->height}, node->rect, !moves);
    for (int i = 0; i < node->line_count; i++) {
        fits &= ui->lines[node->first_line + i].width <= node->rect.w + 2;
    }
    return fits && (paper < 0 || holds(ui->nodes[paper].rect, node->rect, !moves));
}

static void check_words(const Shot *shot, const Look *look) {
    const Ui *ui = app.ui;
    assert_false(ui->overflowed || app.list->overflowed);
    for (int i = 0; i < ui->node_count; i++) {
        const UiNode *node = &ui->nodes[i];
        if (node->is_text && !fits(ui, i)) {
            printf("%s %s: %.0f %.0f %.0f %.0f: %.*s\n", shot->name, look->name,
                   (double)node->rect.x, (double)node->rect.y, (double)node->rect.w,
                   (double)node->rect.h, node->text_length, ui->text + node->text_at);
            lost++;
        }
    }
}

static void check_all(int w, int h) {
    open_app(w, h);
    lost = 0;
    for (int l = 0; l < LOOK_COUNT; l++) {
        for (int s = 0; s < SHOT_COUNT; s++) {
            shot_set(&app, &shot_states[s], &shot_looks[l]);
            settle(1);
            settle(3000);
            settle(1);
            check_words(&shot_states[s], &shot_looks[l]);
        }
    }
    app_close(&app);
    assert_int_equal(lost, 0);
}

static void words_stay_on_the_canvas(void **state) {
    (void)state;
    check_all(1280, 720);
}

static void and_on_the_smallest(void **state) {
    (void)state;
    check_all(960, 540);
}

static void and_on_a_square_one(void **state) {
    (void)state;
    check_all(1280, 960);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_stay_on_the_canvas),
        cmocka_unit_test(and_on_the_smallest),
        cmocka_unit_test(and_on_a_square_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
