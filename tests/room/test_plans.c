/* SPDX-License-Identifier: MIT */
/* Workshop plans: the shipped ones are whole and timed; each slip is named with its place. */
#include "content.h"
#include "findings.h"
#include "plan_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static Content content;

static int open_content(void **state) {
    (void)state;
    const ContentFrom from = {.levels_dir = TB_SOURCE_DIR "/levels",
                              .lang_dir = TB_SOURCE_DIR "/assets/lang",
                              .language = "en"};
    return (int)content_load(&content, &from);
}

static int close_content(void **state) {
    (void)state;
    content_free(&content);
    return 0;
}

static const Plan *plan_of(const char *id) {
    for (int i = 0; i < content.plans.count; i++) {
        if (strcmp(content.plans.plans[i].id, id) == 0) {
            return &content.plans.plans[i];
        }
    }
    fail_msg("there is no plan %s", id);
    return NULL;
}

/* CONTENT.md: 30 minutes, 60 for appreciation, 90 on the seven, 90 on listening and repair. */
static void test_shipped(void **state) {
    (void)state;
    assert_int_equal(content.plans.count, 4);
    assert_string_equal(content.plans.plans[0].id, "first-evening");
    assert_int_equal(plan_of("first-evening")->minutes, 30);
    assert_int_equal(plan_of("appreciation")->minutes, 60);
    assert_int_equal(plan_of("seven-small-noes")->minutes, 90);
    assert_int_equal(plan_of("hear-and-mend")->minutes, 90);
    for (int i = 0; i < content.plans.count; i++) {
        const Plan *plan = &content.plans.plans[i];
        int minutes = 0, kinds = 0;
        for (int k = 0; k < plan->step_count; k++) {
            minutes += plan->steps[k].minutes;
            kinds |= 1 << plan->steps[k].kind;
            assert_true(plan->steps[k].notes[0] && plan->steps[k].quiet[0]);
        }
        assert_int_equal(minutes, plan->minutes);
        assert_true(kinds & 1 << STEP_CLOSING && kinds & 1 << STEP_FEEDBACK);
    }
}

/* All seven kinds of micro rejection stand in the plan that is named after them. */
static void test_all_seven(void **state) {
    (void)state;
    const Plan *plan = plan_of("seven-small-noes");
    int themes = 0;
    for (int k = 0; k < plan->step_count; k++) {
        if (plan->steps[k].card) {
            themes |= 1 << plan->steps[k].card->theme;
        }
    }
    assert_int_equal(themes & 0x7f, 0x7f);
}

static const char head[] = "format: 1\nplan: p\ntitle: \"T\"\nlanguage: en\nauthor: A\n"
                           "licence: CC-BY-4.0\nabout: \"A\"\nword: w\nneeds: [\"chairs\"]\n";
#define REST "    notes: \"n\"\n    quiet: \"q\"\n"
#define WELCOME "  - kind: welcome\n    title: \"W\"\n    minutes: 2\n    text: \"t\"\n" REST
#define AGREE                                                                                      \
    "  - kind: agreements\n    title: \"A\"\n    minutes: 2\n    text: \"t\"\n" \
    "    lines: [\"l\"]\n" REST
#define CARD "  - kind: card\n    title: \"C\"\n    minutes: 2\n    card: owl-on-the-beam\n" REST
#define TALK "  - kind: talk\n    title: \"T\"\n    minutes: 2\n    text: \"t\"\n" REST
#define AGAIN "  - kind: again\n    title: \"G\"\n    minutes: 2\n" REST
#define CLOSE "  - kind: closing\n    title: \"E\"\n    minutes: 2\n    text: \"t\"\n" REST

typedef struct Slip {
    const char *minutes, *steps;
    int line; /* of the first finding; 0: none */
    const char *says;
} Slip;

static const Slip slips[] = {
    {"12", WELCOME AGREE CARD TALK AGAIN CLOSE, 0, ""},
    {"11", WELCOME AGREE CARD TALK AGAIN CLOSE, 11, "12 minutes together"},
    {"6", AGREE CARD CLOSE, 12, "begins with a step of the kind welcome"},
    {"6", WELCOME CARD CLOSE, 18, "agreements come before the first card"},
    {"6", WELCOME AGREE CARD, 12, "needs a step of the kind closing"},
    {"10", WELCOME AGREE CARD AGAIN CLOSE, 31, "a talk after it"},
    {"8", WELCOME AGREE TALK AGAIN CLOSE, 31, "follows a card"},
    {"2", WELCOME "  - kind: nap\n", 18, "found “nap”"},
    {"2", WELCOME "  - kind: card\n    title: \"C\"\n    minutes: 2\n    card: no-such-card\n" REST,
     21, "no deck has a card “no-such-card”"},
    {"2", WELCOME "  - kind: card\n    title: \"C\"\n    minutes: 2\n    of: respond\n" REST, 21,
     "both “of” and “theme”"},
    {"2",
     WELCOME "  - kind: scene\n    title: \"C\"\n    minutes: 2\n    card: owl-on-the-beam\n"
             "    line: 2\n" REST,
     21, "one of the kind scene"},
    {"2",
     WELCOME "  - kind: scene\n    title: \"C\"\n    minutes: 2\n"
             "    card: heron-on-the-canal\n" REST,
     18, "the number of the line"},
    {"2", WELCOME "  - kind: talk\n    title: \"C\"\n    minutes: 2\n" REST, 18, "line “text”"},
    {"2", WELCOME "  - kind: talk\n    title: \"C\"\n    minutes: soon\n    text: \"t\"\n" REST, 20,
     "a whole number of minutes"},
    {"2",
     WELCOME "  - kind: feedback\n    title: \"F\"\n    minutes: 2\n    text: \"t\"\n"
             "    lines: [\"one\"]\n" REST,
     22, "two to four answers"},
    {"2", WELCOME "  - kind: welcome\n    title: \"W\"\n    minutes: 2\n    text: \"t\"\n", 18,
     "needs a line “notes”"},
};

static void check_slip(const Slip *slip) {
    char text[4096];
    int size = snprintf(text, sizeof text, "%sminutes: %s\nsteps:\n%s", head, slip->minutes,
                        slip->steps);
    Findings *findings = calloc(1, sizeof *findings);
    Arena arena = {0};
    PlanReader reader = {.texts = &arena, .cards = &content.cards};
    assert_non_null(findings);
    Err err = plan_read_text(&reader, "p.yaml", text, (size_t)size, findings);
    const Diag *diag = &findings->items[0].diag;
    if (slip->line == 0 ? err != ERR_OK
                        : findings->count == 0 || diag->line != slip->line ||
                              !strstr(diag->message, slip->says)) {
        fail_msg("expected %d “%s”, got %d:%d “%s”", slip->line, slip->says, diag->line,
                 diag->column, findings->count ? diag->message : "nothing");
    }
    assert_int_equal(reader.count, slip->line == 0);
    arena_free(&arena);
    free(findings);
}

static void test_slips(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        check_slip(&slips[i]);
    }
}

/* A deep card needs both partners' word, which no room can give. */
static void test_deep_card_is_refused(void **state) {
    (void)state;
    char steps[1024];
    const Card *deep = NULL;
    for (int i = 0; i < content.cards.count && !deep; i++) {
        const Card *card = &content.cards.cards[i];
        deep = card->kind == CARD_RESPOND && card->depth == 3 ? card : NULL;
    }
    assert_non_null(deep);
    snprintf(steps, sizeof steps,
             "%s  - kind: card\n    title: \"C\"\n    minutes: 2\n    card: %s\n%s", WELCOME,
             deep->id, REST);
    check_slip(&(Slip){"4", steps, 21, "this one is deep"});
}

/* Cut anywhere, a plan is refused with a reason, and never half a plan. */
static void test_cut_short(void **state) {
    (void)state;
    char text[4096];
    int size = snprintf(text, sizeof text, "%sminutes: 12\nsteps:\n%s", head,
                        WELCOME AGREE CARD TALK AGAIN CLOSE);
    for (int cut = 0; cut < size - 12; cut++) {
        Findings *findings = calloc(1, sizeof *findings);
        Arena arena = {0};
        PlanReader reader = {.texts = &arena, .cards = &content.cards};
        char kept = text[cut];
        text[cut] = '\0';
        assert_int_not_equal(plan_read_text(&reader, "p", text, (size_t)cut, findings), ERR_OK);
        assert_true(findings->errors > 0);
        text[cut] = kept;
        arena_free(&arena);
        free(findings);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shipped),   cmocka_unit_test(test_all_seven),
        cmocka_unit_test(test_slips),     cmocka_unit_test(test_deep_card_is_refused),
        cmocka_unit_test(test_cut_short),
    };
    return cmocka_run_group_tests(tests, open_content, close_content);
}
