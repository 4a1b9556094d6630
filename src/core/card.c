/* SPDX-License-Identifier: MIT */
/* The words of card data, and finding a card by its id. */
#include "card.h"

#include "text.h"

#include <stddef.h>

const char *const card_kind_names[CARD_KIND_END] = {
    [0] = "",
    [CARD_RESPOND] = "respond",
    [CARD_SPOT] = "spot",
    [CARD_ASK] = "ask",
    [CARD_DO] = "do",
    [CARD_TINY] = "tiny",
    [CARD_REWORD] = "reword",
    [CARD_LISTEN] = "listen",
    [CARD_OWN_WORDS] = "own-words",
    [CARD_SCENE] = "scene",
    [CARD_TALK] = "talk",
};

const char *const situation_names[SITUATION_COUNT] = {
    [SITUATION_GOOD_NEWS] = "good-news",
    [SITUATION_BAD_NEWS] = "bad-news",
    [SITUATION_BID] = "bid",
    [SITUATION_NEEDS_CHANGE] = "needs-change",
    [SITUATION_AFTER_SLIP] = "after-slip",
};

const char *const rejection_names[REJECTION_COUNT] = {
    [REJECTION_NO_REPLY] = "no-reply",     [REJECTION_BRUSHED_OFF] = "brushed-off",
    [REJECTION_UNTHANKED] = "unthanked",   [REJECTION_NO_TOUCH] = "no-touch",
    [REJECTION_DISTRACTED] = "distracted", [REJECTION_CANCELLED] = "cancelled",
    [REJECTION_BACKHANDED] = "backhanded", [REJECTION_NONE] = "none",
};

const char *const theme_names[THEME_COUNT] = {
    [THEME_NO_REPLY] = "no-reply",       [THEME_BRUSHED_OFF] = "brushed-off",
    [THEME_UNTHANKED] = "unthanked",     [THEME_NO_TOUCH] = "no-touch",
    [THEME_DISTRACTED] = "distracted",   [THEME_CANCELLED] = "cancelled",
    [THEME_BACKHANDED] = "backhanded",   [THEME_NAMING] = "naming",
    [THEME_LISTENING] = "listening",     [THEME_I_FEEL] = "i-feel",
    [THEME_MAKING_ROOM] = "making-room",
};

const char *const skill_names[SKILL_COUNT] = {
    [SKILL_NOTICE] = "notice", [SKILL_UNDERSTAND] = "understand",
    [SKILL_ASK] = "ask",       [SKILL_CARE] = "care",
    [SKILL_OWN] = "own",
};

const char *const topic_names[TOPIC_COUNT] = {
    [TOPIC_MONEY] = "money",   [TOPIC_SEX] = "sex",     [TOPIC_FAMILY] = "family",
    [TOPIC_HEALTH] = "health", [TOPIC_GRIEF] = "grief", [TOPIC_FAITH] = "faith",
    [TOPIC_DRINK] = "drink",   [TOPIC_PAST] = "past",
};

const char *const register_names[REGISTER_COUNT] = {
    [REGISTER_LIGHT] = "light",
    [REGISTER_PLAIN] = "plain",
    [REGISTER_DEEP] = "deep",
};

const char *const face_names[FACE_COUNT] = {
    [FACE_NEUTRAL] = "neutral",     [FACE_HAPPY] = "happy",       [FACE_EXCITED] = "excited",
    [FACE_TIRED] = "tired",         [FACE_HURT] = "hurt",         [FACE_ANNOYED] = "annoyed",
    [FACE_LISTENING] = "listening", [FACE_TOUCHED] = "touched",   [FACE_AMUSED] = "amused",
    [FACE_THINKING] = "thinking",   [FACE_RELIEVED] = "relieved", [FACE_SURPRISED] = "surprised",
};

const char *const opens_names[OPENS_COUNT] = {
    [OPENS_NOTHING] = "nothing",
    [OPENS_DEEP] = "deep",
};

const char *const tiny_act_names[TINY_ACT_COUNT] = {
    [TINY_TELL] = "tell",
    [TINY_THANK] = "thank",
    [TINY_TOUCH] = "touch",
    [TINY_ALONE] = "alone",
};

const char *const holds_names[HOLDS_COUNT] = {
    [HOLDS_NEITHER] = "neither",
    [HOLDS_FACTS] = "facts",
    [HOLDS_FEELING] = "feeling",
    [HOLDS_BOTH] = "both",
};

const char *const part_names[PART_COUNT] = {
    [PART_HAPPENED] = "happened",
    [PART_FEEL] = "feel",
    [PART_NEED] = "need",
    [PART_REQUEST] = "request",
};

const char *const scene_mark_names[SCENE_MARK_COUNT] = {
    [SCENE_MARK_BID] = "bid",
    [SCENE_MARK_TURN_AWAY] = "turn-away",
};

const char *const gaze_names[GAZE_COUNT] = {
    [GAZE_PARTNER] = "partner",
    [GAZE_AWAY] = "away",
    [GAZE_DOWN] = "down",
};

const char *const talk_ending_names[TALK_ENDING_COUNT] = {
    [TALK_CLOSE] = "close",
    [TALK_HALFWAY] = "halfway",
    [TALK_LATER] = "later",
};

const Card *card_find(const CardSet *set, const char *id) {
    for (int i = 0; i < set->count; i++) {
        if (text_equal(set->cards[i].id, id)) {
            return &set->cards[i];
        }
    }
    return NULL;
}
