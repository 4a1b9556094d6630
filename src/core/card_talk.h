/* SPDX-License-Identifier: MIT */
/* talk: a conversation that branches (GAME.md). The sharer reads a line, the responder says one of
 * three or four replies, and where it leads depends on it; what stung can be mended. */
#ifndef TB_CARD_TALK_H
#define TB_CARD_TALK_H

#include "game.h"

/* The node that the talk has come to, and that after `turns` replies (0: the start). */
const TalkNode *card_talk_node(const Play *play);
const TalkNode *card_talk_node_after(const Play *play, int turns);

/* The reply that stands at this place on screen, or null if there is none. The order changes from
 * turn to turn, and is the same when a reply was taken back. */
const TalkReply *card_talk_reply_at(const Play *play, int place);

/* The reply that was said in turn `nth`, from 0, below play->said_count. */
const TalkReply *card_talk_said(const Play *play, int nth);

/* Says the reply at this place. False if there is none. */
bool card_talk_say(Play *play, int place);

/* "Take that back": the last reply is unsaid, once in each turn. False if there is none, or if this
 * turn's was taken back before. */
bool card_talk_may_take_back(const Play *play);
bool card_talk_take_back(Play *play);

/* The turn (0..4) that counts for reply `nth`: a repair lifts what it mends, the replies below turn
 * 3 right before it, to its own. */
int card_talk_turn(const Play *play, int nth);

/* Whether reply `nth` is a repair that had something to mend; and how many are. */
bool card_talk_mends(const Play *play, int nth);
int card_talk_mended(const Play *play);

/* The highest mark that a reply showed, of each skill. */
void card_talk_marks(const Play *play, uint8_t marks[SKILL_COUNT]);

/* What came of it, with the stones as they stood `before`. For a talk that has come to an end. */
Outcome card_talk_outcome(const Play *play, Tally before);

#endif
