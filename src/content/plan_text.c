/* SPDX-License-Identifier: MIT */
/* Fills in names, and looks up what each kind of card asks and answers. */
#include "plan_text.h"

#include "text.h"

#include <stdio.h>
#include <string.h>

enum { NAMES = 8, KEY_MAX = 48 };

/* The people of a card, the same each time. */
static const char *name_of(const Strings *strings, const Card *card, int which) {
    unsigned hash = 5381;
    for (const char *c = card->id; *c; c++) {
        hash = hash * 33 + (unsigned char)*c;
    }
    char key[KEY_MAX];
    snprintf(key, sizeof key, "invented.%c%d", which ? 'b' : 'a', (int)(hash % NAMES));
    return strings_get(strings, key);
}

static const char *with_names(const Strings *strings, const Card *card, const char *text,
                              char out[PLAN_TEXT_MAX]) {
    static const char *const marks[] = {"{sharer}", "{responder}"};
    out[0] = '\0';
    while (*text) {
        int which = strncmp(text, marks[0], strlen(marks[0])) == 0   ? 0
                    : strncmp(text, marks[1], strlen(marks[1])) == 0 ? 1
                                                                     : -1;
        size_t run = which >= 0 ? strlen(marks[which]) : 1 + strcspn(text + 1, "{");
        char piece[PLAN_TEXT_MAX];
        snprintf(piece, sizeof piece, "%.*s", (int)run, text);
        text_append(out, PLAN_TEXT_MAX, which >= 0 ? name_of(strings, card, which) : piece);
        text += run;
    }
    return out;
}

static const char *format(const Strings *strings, const char *key, const char *name,
                          const char *value, char out[PLAN_TEXT_MAX]) {
    const StringArg arg = {name, value};
    strings_format(strings, out, PLAN_TEXT_MAX, key, &arg, 1);
    return out;
}

static const char *quote(const Strings *strings, const Card *card, const char *line,
                         char out[PLAN_TEXT_MAX]) {
    char named[PLAN_TEXT_MAX];
    return format(strings, "room.quote", "line", with_names(strings, card, line, named), out);
}

const char *plan_heading(const Strings *strings, const PlanStep *step, char out[PLAN_TEXT_MAX]) {
    const Card *card = step->card;
    if (!card) {
        text_copy(out, PLAN_TEXT_MAX, step->title);
        return out;
    }
    char key[KEY_MAX], number[12];
    bool hides_theme = card->kind == CARD_SPOT || card->kind == CARD_SCENE;
    if (hides_theme || card->theme >= THEME_COUNT) {
        snprintf(key, sizeof key, "card.kind.%s",
                 card_kind_names[hides_theme ? card->kind : CARD_ASK]);
    } else {
        snprintf(key, sizeof key, "theme.%s", theme_names[card->theme]);
    }
    snprintf(number, sizeof number, "%d", step->number);
    const StringArg args[] = {{"n", number}, {"about", strings_get(strings, key)}};
    strings_format(strings, out, PLAN_TEXT_MAX, "room.card", args, 2);
    return out;
}

const char *plan_scene(const Strings *strings, const PlanStep *step, char out[PLAN_TEXT_MAX]) {
    out[0] = '\0';
    bool is_question = step->card && step->card->kind == CARD_SPOT;
    return step->card && !is_question ? with_names(strings, step->card, step->card->scene, out)
                                      : out;
}

const char *plan_question(const Strings *strings, const PlanStep *step, char out[PLAN_TEXT_MAX]) {
    const Card *card = step->card;
    out[0] = '\0';
    if (!card) {
        text_copy(out, PLAN_TEXT_MAX, step->text);
        return out;
    }
    switch (card->kind) {
    case CARD_RESPOND:
    case CARD_OWN_WORDS:
    case CARD_REWORD: return quote(strings, card, card->line, out);
    case CARD_LISTEN: return quote(strings, card, card->text, out);
    case CARD_TALK: return quote(strings, card, card->nodes[0].line, out);
    case CARD_SCENE: return quote(strings, card, card->lines[step->line].text, out);
    case CARD_SPOT: return with_names(strings, card, card->scene, out);
    case CARD_ASK: return with_names(strings, card, card->line, out);
    case CARD_DO:
    case CARD_TINY: return with_names(strings, card, card->text, out);
    case CARD_KIND_END: break;
    }
    return out;
}

static const char *answer_text(const Strings *strings, const Card *card, const Answer *answer,
                               char out[PLAN_TEXT_MAX]) {
    if (!answer->note[0]) {
        return with_names(strings, card, answer->text, out);
    }
    char text[PLAN_TEXT_MAX], note[PLAN_TEXT_MAX];
    const StringArg args[] = {{"text", with_names(strings, card, answer->text, text)},
                              {"note", with_names(strings, card, answer->note, note)}};
    strings_format(strings, out, PLAN_TEXT_MAX, "room.noted", args, 2);
    return out;
}

const char *plan_option(const Strings *strings, const PlanStep *step, int option,
                        char out[PLAN_TEXT_MAX]) {
    static const char *const marks[] = {"room.mark-bid", "room.mark-away", "room.mark-neither"};
    const Card *card = step->card;
    const char *text = "";
    char key[KEY_MAX];
    if (!card) {
        text = step->lines[option];
    } else if (card->kind == CARD_RESPOND || card->kind == CARD_LISTEN) {
        return answer_text(strings, card, &card->answers[option], out);
    } else if (card->kind == CARD_SPOT) {
        snprintf(key, sizeof key, "rejection.%s", rejection_names[card->spot_choices[option]]);
        text = strings_get(strings, key);
    } else if (card->kind == CARD_ASK) {
        text = card->choices[option];
    } else if (card->kind == CARD_TALK) {
        text = card->nodes[0].replies[option].text;
    } else if (card->kind == CARD_SCENE) {
        text = strings_get(strings, marks[option]);
    }
    text_copy(out, PLAN_TEXT_MAX, text);
    return out;
}

const char *plan_heard(const Strings *strings, const PlanStep *step, int option,
                       char out[PLAN_TEXT_MAX]) {
    const Card *card = step->card;
    out[0] = '\0';
    if (card->kind == CARD_RESPOND || card->kind == CARD_LISTEN) {
        return with_names(strings, card, card->answers[option].lands, out);
    }
    if (card->kind == CARD_TALK) {
        int to = card->nodes[0].replies[option].to;
        return with_names(strings, card, card->nodes[to].line, out);
    }
    return out;
}

static const Answer *kindest(const Card *card) {
    const Answer *best = &card->answers[0];
    for (int i = 1; i < CARD_ANSWERS; i++) {
        best = card->answers[i].turn > best->turn ? &card->answers[i] : best;
    }
    return best;
}

const char *plan_why(const Strings *strings, const PlanStep *step, char out[PLAN_TEXT_MAX]) {
    const Card *card = step->card;
    const char *text = card->kind == CARD_RESPOND ? kindest(card)->why : card->why;
    if (card->kind == CARD_SCENE && card->lines[step->line].why[0]) {
        text = card->lines[step->line].why;
    }
    return with_names(strings, card, text, out);
}
