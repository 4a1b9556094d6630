/* SPDX-License-Identifier: MIT */
/* Shared by the wall of a workshop: sizes for a projector, the landscape, what steps say. */
#ifndef TB_ROOM_PARTS_H
#define TB_ROOM_PARTS_H

#include "screen.h"

enum { ROOM_MARGIN = 42, ROOM_TOP = 42, ROOM_GAP = 32 };

/* Text for the last row. Sizes are those of the mock-ups of 1920x1080, divided by 1.5: type for a
 * projector is 1.33 times as large already (STYLE.md 3), so the text setting counts from there. */
float room_factor(const Ui *ui);
bool room_is_large(const Ui *ui); /* one column: the panels no longer fit side by side */
UiStyle room_display(const Ui *ui, float size);
UiStyle room_style(const Ui *ui, FontFace face, float size, DrawToken token);

void room_act(ScreenContext *context, LeadAct act, int amount);

/* The landscape with the room's bridge as far as it is built, and some people of any room. */
void room_valley(ScreenContext *context);

/* The step's heading, "Card 2 · Brushed off"; what is read before; its question; each answer. */
const char *room_heading(ScreenContext *context, const PlanStep *step, const char *more_key);
const char *room_before(ScreenContext *context, const PlanStep *step);
const char *room_question(ScreenContext *context, const PlanStep *step);
const char *room_option(ScreenContext *context, const PlanStep *step, int option);

/* What was heard, or why, of an answer; and of the whole card. "" for nothing. */
const char *room_option_why(ScreenContext *context, const PlanStep *step, int option);
const char *room_why(ScreenContext *context, const PlanStep *step);

/* The card on the left, the column on the right; each is closed by ui_close. On a large text both
 * lie in one column that scrolls (room_columns_begin to _end). */
void room_columns_begin(ScreenContext *context);
void room_columns_end(ScreenContext *context);
void room_left(ScreenContext *context);
void room_right(ScreenContext *context);

/* Back and next along the bottom, with what comes next in words. */
void room_bar(ScreenContext *context);

/* A key cap; "^" and "v", also together, are arrows. */
void room_cap(Ui *ui, const char *cap);

/* A key of the leader's with its word; pressing it does the act. `cap` "^", "v": arrow up, down.
 */
void room_key(ScreenContext *context, const char *cap, const char *word_key, LeadAct act,
              int amount);

/* The sun crossing a hill; `gone_milli` of its way. Behind the hill at 1000. */
void room_sun(Ui *ui, float width, float height, int gone_milli);

/* A stone of a count: 0 dashed outline, 1 of the wall, 2 of the bridge, 3 plain. */
typedef enum RoomStone { STONE_OUTLINE, STONE_WALL, STONE_BRIDGE, STONE_PLAIN } RoomStone;
void room_stones(Ui *ui, RoomStone kind, int count, float width, float height);

/* A numbered step of "how this goes". */
void room_step_row(ScreenContext *context, const char *number, const char *key);

/* What comes after the answers, so that nobody hurries: a talk under a sun, without a bell. */
void room_talk_to_come(ScreenContext *context);

/* Phones: how they come in, and what to do then, which stands apart on a large text; who is here,
 * in a column so wide; "send this pair out?"; how many have answered; why they can't come in. */
void room_door(ScreenContext *context);
void room_door_steps(ScreenContext *context);
void room_pairs(ScreenContext *context, float width);
void room_send_out(ScreenContext *context);
void room_asking(ScreenContext *context);
void room_network(ScreenContext *context);

/* How this step is answered, by hands, phones or both: a plan's notes fit each of them. */
void room_way_note(ScreenContext *context);

/* What one press more will show. */
const char *room_next_words(ScreenContext *context);

/* Both screens say so while it is only tried out (screens-2.md 32). */
void room_rehearsal_edge(ScreenContext *context);

/* Arrows are the leader's here, and a clicker has nothing else; Tab walks what is on screen. The
 * focus comes back to Next, so that a clicker never lands elsewhere. */
void room_keys(ScreenContext *context);

void room_choose(ScreenContext *context);
void room_lobby(ScreenContext *context);
void room_card(ScreenContext *context);    /* question, counting, by hands */
void room_results(ScreenContext *context); /* totals, and what was heard */
void room_scene(ScreenContext *context);   /* a scene's lines */
void room_words(ScreenContext *context);   /* welcome, agreements, talk, pause, closing, feedback */
void room_over(ScreenContext *context);
void room_dark(ScreenContext *context);    /* blank, or paused; the leader's notes over it */

#endif
