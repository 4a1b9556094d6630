/* SPDX-License-Identifier: MIT */
/* The head of a plan, and what must hold over all its steps: a room is led through it once. */
#include "plan_file.h"

#include "fields.h"
#include "plan_step.h"
#include "source_file.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

enum {
    PLAN_FORMAT = 1,
    ID_MAX = 47,
    HEAD_TEXT_MAX = 120,
    TITLE_MAX = 40,
    ABOUT_MAX = 240,
    NEED_MAX = 100,
    WORD_MAX = 24,
    LONG_MINUTES = 60 /* from here on a plan needs a pause */
};

typedef struct PlanRead {
    Plan plan;
    int format;
    const char *language, *author, *licence;
    const YamlNode *steps;
} PlanRead;

static void read_needs(FieldReader *reader, const YamlNode *value, void *target) {
    Plan *plan = &((PlanRead *)target)->plan;
    plan->need_count =
        plan_lines_read(reader, value, "needs", PLAN_NEEDS_MAX, NEED_MAX, plan->needs);
}

static void take_steps(FieldReader *reader, const YamlNode *value, void *target) {
    if (value->kind != YAML_LIST || value->count == 0 || value->count > PLAN_STEPS_MAX) {
        findings_error(reader->findings, value->line, value->column,
                       "“steps”: expected one to %d steps, each opened by a dash.",
                       PLAN_STEPS_MAX);
        return;
    }
    ((PlanRead *)target)->steps = value;
}

#define TEXT(name, place, limit)                                                                   \
    {.key = name, .type = FIELD_TEXT, .offset = offsetof(PlanRead, place), .high = limit}

static const Field head_fields[] = {
    {.key = "format",
     .type = FIELD_NUMBER,
     .offset = offsetof(PlanRead, format),
     .low = PLAN_FORMAT,
     .high = PLAN_FORMAT},
    {.key = "plan", .type = FIELD_NAME, .offset = offsetof(PlanRead, plan.id), .high = ID_MAX},
    TEXT("title", plan.title, TITLE_MAX),
    TEXT("language", language, HEAD_TEXT_MAX),
    TEXT("author", author, HEAD_TEXT_MAX),
    TEXT("licence", licence, HEAD_TEXT_MAX),
    TEXT("about", plan.about, ABOUT_MAX),
    {.key = "word",
     .type = FIELD_NAME,
     .offset = offsetof(PlanRead, plan.word),
     .high = WORD_MAX},
    {.key = "needs", .type = FIELD_OTHER, .read = read_needs},
    {.key = "minutes",
     .type = FIELD_NUMBER,
     .offset = offsetof(PlanRead, plan.minutes),
     .low = 1,
     .high = PLAN_MINUTES_MAX,
     .unit = "minutes"},
    {.key = "steps", .type = FIELD_OTHER, .read = take_steps},
};

/* --- Over all steps --------------------------------------------------------------------------- */

static void object(FieldReader *reader, const YamlNode *at, const char *message) {
    findings_error(reader->findings, at->line, at->column, "%s", message);
}

/* An `again` asks the newest card once more, with a talk between. */
static void link_again(FieldReader *reader, const YamlNode *map, PlanStep *steps, int at) {
    int first = at - 1;
    bool talked = false;
    while (first >= 0 && steps[first].kind != STEP_CARD && steps[first].kind != STEP_AGAIN) {
        talked |= steps[first--].kind == STEP_TALK;
    }
    bool is_asked = first >= 0 && steps[first].kind == STEP_CARD && steps[first].card &&
                    plan_option_count(&steps[first]) > 0;
    if (!is_asked || !talked) {
        object(reader, map, "An “again” follows a card with answers, and a talk after it.");
        return;
    }
    steps[at].card = steps[first].card;
    steps[at].first = first;
    steps[at].number = steps[first].number;
    steps[first].comes_again = true;
}

static void check_order(FieldReader *reader, const YamlNode *list, const Plan *plan) {
    bool agreed = false, paused = false, closed = false;
    int at = 0, minutes = 0;
    for (const YamlNode *map = list->first; map; map = map->next, at++) {
        const PlanStep *step = &plan->steps[at];
        minutes += step->minutes;
        agreed |= step->kind == STEP_AGREEMENTS;
        paused |= step->kind == STEP_PAUSE;
        closed |= step->kind == STEP_CLOSING;
        if (step->card && !agreed) {
            object(reader, map, "The agreements come before the first card.");
            return;
        }
    }
    if (plan->steps[0].kind != STEP_WELCOME) {
        object(reader, list->first, "A plan begins with a step of the kind welcome.");
    }
    if (!closed) {
        object(reader, list, "A plan needs a step of the kind closing.");
    }
    if (plan->minutes >= LONG_MINUTES && !paused) {
        object(reader, list, "A plan of an hour or more needs a step of the kind pause.");
    }
    if (minutes != plan->minutes) {
        findings_error(reader->findings, list->key_line, list->key_column,
                       "The steps take %d minutes together, and “minutes” says %d.", minutes,
                       plan->minutes);
    }
}

static bool read_steps(FieldReader *reader, const CardSet *cards, const YamlNode *list,
                       Plan *plan) {
    PlanStep *steps = arena_alloc(reader->texts, (size_t)list->count * sizeof *steps);
    if (!steps) {
        reader->is_out_of_memory = true;
        return false;
    }
    int number = 0, errors = reader->findings->errors;
    for (const YamlNode *map = list->first; map; map = map->next) {
        PlanStep *step = &steps[plan->step_count];
        if (map->kind != YAML_MAP) {
            object(reader, map, "A step begins with “- kind:”, and its other lines stand below.");
            return false;
        }
        plan_step_read(reader, cards, map, step);
        step->number = step->card ? ++number : 0;
        if (step->kind == STEP_AGAIN) {
            link_again(reader, map, steps, plan->step_count);
        }
        plan->step_count++;
    }
    plan->steps = steps;
    if (reader->findings->errors == errors) {
        check_order(reader, list, plan);
    }
    return reader->findings->errors == errors;
}

/* --- Files ------------------------------------------------------------------------------------ */

static bool is_new(PlanReader *reader, FieldReader *fields, const YamlNode *root,
                   const char *id) {
    for (int i = 0; i < reader->count; i++) {
        if (text_equal(reader->plans[i].id, id)) {
            object(fields, yaml_find(root, "plan"), "“plan”: another plan has this name already.");
            return false;
        }
    }
    if (reader->count == PLANS_MAX) {
        object(fields, root, "There are too many plans. This one is left out.");
        return false;
    }
    return true;
}

static bool read_plan(PlanReader *reader, FieldReader *fields, const YamlNode *root, Plan *plan) {
    PlanRead read = {.plan = {.id = "", .title = "", .about = "", .word = ""}};
    int errors = fields->findings->errors;
    fields_read(fields, root, head_fields, sizeof head_fields / sizeof *head_fields, "A plan",
                &read);
    if (fields->findings->errors > errors || root->is_bad) {
        return false;
    }
    *plan = read.plan;
    return is_new(reader, fields, root, plan->id) &&
           read_steps(fields, reader->cards, read.steps, plan);
}

Err plan_read_text(PlanReader *reader, const char *name, const char *bytes, size_t size,
                   Findings *findings) {
    findings_begin_file(findings, name);
    Arena tree = {0};
    FieldReader fields = {.texts = reader->texts, .findings = findings};
    const YamlNode *root = yaml_read(&tree, bytes, size, findings);
    Plan plan;
    bool is_good = root && read_plan(reader, &fields, root, &plan);
    arena_free(&tree);
    if (fields.is_out_of_memory) {
        findings_error(findings, 0, 0, "There is too little memory to read this file.");
        return ERR_MEMORY;
    }
    if (!is_good) {
        return ERR_FORMAT;
    }
    reader->plans[reader->count++] = plan;
    return ERR_OK;
}

Err plan_read_file(PlanReader *reader, const char *path, Findings *findings) {
    SourceFile file;
    Err err = source_file_open(&file, path, findings);
    if (!err) {
        err = plan_read_text(reader, path, file.bytes, file.size, findings);
        source_file_close(&file);
    }
    return err;
}

static int by_minutes(const void *a, const void *b) {
    const Plan *left = a, *right = b;
    return left->minutes != right->minutes ? (left->minutes > right->minutes) * 2 - 1
                                           : strcmp(left->id, right->id);
}

PlanSet plan_reader_plans(PlanReader *reader) {
    size_t size = (size_t)reader->count * sizeof(Plan);
    Plan *plans = size ? arena_alloc(reader->texts, size) : NULL;
    if (!plans) {
        return (PlanSet){0};
    }
    memcpy(plans, reader->plans, size);
    qsort(plans, (size_t)reader->count, sizeof *plans, by_minutes);
    return (PlanSet){.plans = plans, .count = reader->count};
}
