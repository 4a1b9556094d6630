/* SPDX-License-Identifier: MIT */
/* What the room can answer to a step, by the kind of its card. */
#include "plan.h"

const char *const step_kind_names[STEP_KIND_COUNT] = {
    [STEP_WELCOME] = "welcome", [STEP_AGREEMENTS] = "agreements", [STEP_CARD] = "card",
    [STEP_TALK] = "talk",       [STEP_AGAIN] = "again",           [STEP_SCENE] = "scene",
    [STEP_PAUSE] = "pause",     [STEP_CLOSING] = "closing",       [STEP_FEEDBACK] = "feedback",
};

enum { SCENE_OPTIONS = SCENE_MARK_COUNT + 1 }; /* a bid, a turn away, neither */

static int card_options(const Card *card) {
    switch (card->kind) {
    case CARD_RESPOND:
    case CARD_SPOT:
    case CARD_ASK:
    case CARD_LISTEN: return CARD_ANSWERS;
    case CARD_TALK: return card->nodes[0].reply_count;
    case CARD_SCENE: return SCENE_OPTIONS;
    case CARD_DO:
    case CARD_TINY:
    case CARD_REWORD:
    case CARD_OWN_WORDS:
    case CARD_KIND_END: break;
    }
    return 0;
}

int plan_option_count(const PlanStep *step) {
    if (step->card) {
        return card_options(step->card);
    }
    return step->kind == STEP_FEEDBACK ? step->line_count : 0;
}

static OptionSide side_of_turn(int turn) {
    return turn >= 3 ? SIDE_BRIDGE : turn == 2 ? SIDE_HALF : SIDE_WALL;
}

static OptionSide side_of_holds(Holds holds) {
    return holds == HOLDS_BOTH ? SIDE_BRIDGE : holds == HOLDS_NEITHER ? SIDE_WALL : SIDE_HALF;
}

OptionSide plan_option_side(const PlanStep *step, int option) {
    const Card *card = step->card;
    if (!card) {
        return SIDE_OPEN;
    }
    switch (card->kind) {
    case CARD_RESPOND: return side_of_turn(card->answers[option].turn);
    case CARD_LISTEN: return side_of_holds(card->answers[option].holds);
    case CARD_TALK: return side_of_turn(card->nodes[0].replies[option].turn);
    case CARD_SPOT: return option == card->spot_right ? SIDE_BRIDGE : SIDE_HALF;
    case CARD_SCENE:
        return option == (int)card->lines[step->line].mark ? SIDE_BRIDGE : SIDE_HALF;
    case CARD_ASK:
    case CARD_DO:
    case CARD_TINY:
    case CARD_REWORD:
    case CARD_OWN_WORDS:
    case CARD_KIND_END: break;
    }
    return SIDE_OPEN;
}
