/* SPDX-License-Identifier: MIT */
/* A word from a workshop: finding its plan, and that plan's cards at home. */
#include "word.h"

#include "text.h"

static char small(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool same_word(const char *word, const char *typed) {
    while (*typed == ' ') {
        typed++;
    }
    while (*word && small(*word) == small(*typed)) {
        word++;
        typed++;
    }
    while (*typed == ' ') {
        typed++;
    }
    return !*word && !*typed;
}

const Plan *word_plan(const PlanSet *plans, const char *word) {
    for (int i = 0; plans && i < plans->count; i++) {
        if (plans->plans[i].word[0] && same_word(plans->plans[i].word, word)) {
            return &plans->plans[i];
        }
    }
    return NULL;
}

const Plan *word_open(const Word *word, const PlanSet *plans) {
    for (int i = 0; word->plan[0] && plans && i < plans->count; i++) {
        if (text_equal(plans->plans[i].id, word->plan)) {
            return &plans->plans[i];
        }
    }
    return NULL;
}

/* Each step's own card; "again" is the same one once more. */
static const Card *own_card(const Plan *plan, int step) {
    return plan->steps[step].kind == STEP_AGAIN ? NULL : plan->steps[step].card;
}

/* The themes of the plan's cards take turns, an evening each. */
static bool theme_of_evening(const Plan *plan, int evenings, Theme *theme) {
    int count = 0;
    for (int pass = 0; pass < 2; pass++) {
        int at = 0;
        for (int i = 0; i < plan->step_count; i++) {
            const Card *card = own_card(plan, i);
            if (!card || card->theme >= THEME_COUNT) {
                continue;
            }
            if (pass == 1 && at == evenings % count) {
                *theme = card->theme;
                return true;
            }
            at++;
        }
        count = at;
    }
    return false;
}

const Card *word_pick(const Word *word, const PlanSet *plans, const DealerMemory *memory,
                      const CardSet *set, const DealerAsk *ask) {
    const Plan *plan = word_open(word, plans);
    for (int i = 0; plan && i < plan->step_count; i++) {
        const Card *card = own_card(plan, i);
        if (card && dealer_may_deal(card, ask) && !dealer_was_dealt(memory, card, word->since)) {
            return card_find(set, card->id);
        }
    }
    DealerAsk themed = *ask;
    themed.of_theme = true;
    bool has_theme = plan && theme_of_evening(plan, word->evenings, &themed.theme);
    const Card *card = has_theme ? dealer_pick(memory, set, &themed) : NULL;
    return card && !dealer_was_dealt(memory, card, word->since) ? card : NULL;
}
