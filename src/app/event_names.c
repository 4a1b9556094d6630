/* SPDX-License-Identifier: MIT */
/* The words for events, screens and phases. */
#include "event_names.h"

const char *const event_names[EV_KIND_COUNT] = {
    [EV_START] = "start",
    [EV_TICK] = "tick",
    [EV_CONTINUE] = "continue",
    [EV_BACK] = "back",
    [EV_OPEN] = "open",
    [EV_HERE] = "here",
    [EV_PICK] = "pick",
    [EV_IN_TURN] = "in-turn",
    [EV_COVER] = "cover",
    [EV_APART] = "apart",
    [EV_TAP] = "tap",
    [EV_KEEP] = "keep",
    [EV_SECOND] = "second",
    [EV_TALK] = "talk",
    [EV_PUT] = "put",
    [EV_LETTERS] = "letters",
    [EV_SEEN] = "seen",
    [EV_SCENE] = "scene",
    [EV_PASS] = "pass",
    [EV_LOW] = "low-battery",
    [EV_CHALLENGE_OPEN] = "challenge-open",
    [EV_CHALLENGE_DONE] = "challenge-done",
    [EV_CHALLENGE_LATER] = "challenge-later",
    [EV_CHALLENGE_SWAP] = "challenge-swap",
    [EV_LOOKS] = "looks",
    [EV_NAME] = "name",
    [EV_PRONOUNS] = "pronouns",
    [EV_READY] = "ready",
    [EV_PEOPLE] = "people",
    [EV_SETTING] = "setting",
    [EV_KEYS] = "keys",
    [EV_ANOTHER] = "another",
    [EV_KEEP_ANSWER] = "keep-answer",
    [EV_ALONE] = "alone",
    [EV_JOURNEY] = "journey",
    [EV_WALK] = "walk",
    [EV_REPAIR] = "repair",
    [EV_AWAY] = "away",
    [EV_BREAK] = "break",
    [EV_LEAVE] = "leave",
    [EV_DECK] = "deck",
    [EV_HISTORY] = "history",
    [EV_SAVED] = "saved",
    [EV_SAVE_FAILED] = "save-failed",
    [EV_RETRY] = "retry",
};

const char *const screen_names[SCREEN_COUNT] = {
    [SCREEN_CARE] = "care",         [SCREEN_PEOPLE] = "people",    [SCREEN_HOME] = "home",
    [SCREEN_CARD] = "card",         [SCREEN_TINY] = "low-battery", [SCREEN_CHALLENGE] = "challenge",
    [SCREEN_LANTERN] = "lantern",   [SCREEN_ALONE] = "alone",      [SCREEN_JOURNEY] = "journey",
    [SCREEN_KEYSTONE] = "keystone", [SCREEN_WEEK] = "week",
};

const char *const phase_names[PHASE_COUNT] = {
    [PHASE_PICK] = "pick",          [PHASE_SAY] = "say",
    [PHASE_LAND] = "land",          [PHASE_REVEAL] = "reveal",
    [PHASE_SECOND_PICK] = "second",
};
