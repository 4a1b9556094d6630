/* SPDX-License-Identifier: MIT */
/* The rules of talks: the way through the nodes, and the mean turn of what was said. */
#include "card_talk.h"

#include <stddef.h>

const TalkNode *card_talk_node_after(const Play *play, int turns) {
    const TalkNode *node = &play->card->nodes[0];
    for (int i = 0; i < turns; i++) {
        node = &play->card->nodes[node->replies[play->said[i]].to];
    }
    return node;
}

const TalkNode *card_talk_node(const Play *play) {
    return card_talk_node_after(play, play->said_count);
}

const TalkReply *card_talk_said(const Play *play, int nth) {
    return &card_talk_node_after(play, nth)->replies[play->said[nth]];
}

/* The card's own shuffle, one place further in each turn. */
static int index_at(const Play *play, int place) {
    const TalkNode *node = card_talk_node(play);
    for (int i = 0; i < CARD_ANSWERS; i++) {
        int index = play->order[(i + play->said_count) % CARD_ANSWERS];
        if (index < node->reply_count && place-- == 0) {
            return index;
        }
    }
    return -1;
}

const TalkReply *card_talk_reply_at(const Play *play, int place) {
    int index = index_at(play, place);
    return index >= 0 ? &card_talk_node(play)->replies[index] : NULL;
}

bool card_talk_say(Play *play, int place) {
    int index = place >= 0 && play->said_count < TALK_TURNS_MAX ? index_at(play, place) : -1;
    if (index < 0) {
        return false;
    }
    play->said[play->said_count++] = index;
    return true;
}

bool card_talk_may_take_back(const Play *play) {
    return play->said_count > 0 && !(play->taken_back & 1u << (play->said_count - 1));
}

bool card_talk_take_back(Play *play) {
    if (!card_talk_may_take_back(play)) {
        return false;
    }
    play->said_count--;
    play->said[play->said_count] = 0;
    play->taken_back |= 1u << play->said_count;
    return true;
}

bool card_talk_mends(const Play *play, int nth) {
    return nth > 0 && card_talk_said(play, nth)->is_repair &&
           card_talk_said(play, nth - 1)->turn < RULES_TURN_KIND;
}

int card_talk_mended(const Play *play) {
    int count = 0;
    for (int i = 0; i < play->said_count; i++) {
        count += card_talk_mends(play, i);
    }
    return count;
}

int card_talk_turn(const Play *play, int nth) {
    int last = nth;
    while (last < play->said_count && card_talk_said(play, last)->turn < RULES_TURN_KIND) {
        last++;
    }
    bool is_mended = last > nth && last < play->said_count && card_talk_mends(play, last);
    return card_talk_said(play, is_mended ? last : nth)->turn;
}

void card_talk_marks(const Play *play, uint8_t marks[SKILL_COUNT]) {
    for (int i = 0; i < SKILL_COUNT; i++) {
        marks[i] = 0;
    }
    for (int i = 0; i < play->said_count; i++) {
        const TalkReply *reply = card_talk_said(play, i);
        for (int k = 0; k < SKILL_COUNT; k++) {
            marks[k] = reply->marks[k] > marks[k] ? reply->marks[k] : marks[k];
        }
    }
}

Outcome card_talk_outcome(const Play *play, Tally before) {
    int turns = 0;
    for (int i = 0; i < play->said_count; i++) {
        turns += card_talk_turn(play, i);
    }
    int score = rules_mean_score(turns, play->said_count);
    return (Outcome){.score = score,
                     .stones = rules_plain_stones(CARD_TALK, score),
                     .repaired = card_talk_mended(play) > 0,
                     .before = before};
}
