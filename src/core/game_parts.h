/* SPDX-License-Identifier: MIT */
/* Shared inside the game's own files only: one update in progress, and the calls between them. */
#ifndef TB_GAME_PARTS_H
#define TB_GAME_PARTS_H

#include "game.h"

/* One event being worked on. */
typedef struct Update {
    Game *game;
    const World *world;
    const Event *event;
    Now now;
    Effects *effects;
} Update;

enum { GAME_MS_PER_MINUTE = 60000, GAME_BREAK_MINUTES = 20 };

/* A fact of now and today, to be filled in and given to update_record. */
Fact update_fact(const Update *update, FactKind kind, const char *subject);

/* Takes the fact into the game and asks for it to be saved. */
void update_record(Update *update, const Fact *fact);

void update_sound(Update *update, Cue cue, int player, int delay_ms);
void update_wake(Update *update, int64_t utc_ms);
void update_room_files(Update *update); /* as the event says */
void update_other_net(Update *update);
void update_mark(Update *update);      /* saves the bookmark of the unfinished evening */
void update_wipe_mark(Update *update); /* if there is one */

/* --- game_facts.c --- */
void streak_refresh(Game *game, const World *world, Now now);
void streak_fill(const Update *update, Day first, int count, StreakDay out[]);

/* --- game_evening.c --- */
void evening_reset(Evening *evening, Day day); /* a fresh evening, unless it is that day already */
void evening_start_day(Update *update, Day today);
void evening_roll(Update *update); /* a new day begins at Home; elsewhere the old one ends first */
void evening_here(Update *update);
void evening_next_place(Update *update);
void evening_make_short(Update *update);
void evening_leave_card(Update *update); /* a pass, or the deck moving on: the same to all eyes */
void evening_finish_cards(Update *update);
void evening_another(Update *update);
void challenge_leave(Update *update, int delay_ms); /* on to the lantern, or home */
void challenge_done(Update *update);
void challenge_later(Update *update);
void challenge_swap(Update *update);

/* --- game_evening.c, for game_extras.c --- */
enum {
    PLACE_CHALLENGE = 10,
    PLACE_TINY = 20,
    PLACE_ANOTHER = 30,
    PLACE_ALONE = 40,
    PLACE_REPAIR = 50,
    PLACE_JOURNEY = 60,
    PLACE_DEEPER = 70
};
/* The dealer's question for this evening, to be asked as it is or narrowed. */
DealerAsk evening_ask(const Game *game, CardKind kind, int place);
void evening_record_dealt(Update *update, const Card *card, int place);
void evening_put_on_table(Update *update, const Card *card, int nth);
/* Time to think: `chosen` of the two have, or both have begun something in the open (2). True if
 * the deck moves on now: as without a clock a pass would be no secret, chance takes a press. */
bool evening_moves_on_at_press(Update *update, int chosen);
/* Today's challenge stays from here on, whatever else is dealt. */
void evening_record_challenge(Update *update);
void evening_count(Update *update, int who); /* FACT_PLAY, for the date of now */

/* --- game_deeper.c --- */
bool deeper_start(Update *update);    /* the evening begins with asking; false: it doesn't */
void deeper_answered(Update *update); /* both have chosen */
void deeper_done(Update *update);     /* they have, or left it: not asked again today */

/* --- game_look_back.c --- */
void look_back_event(Update *update);
/* Goes from one page to another, and out of the settings over one. False: this is no page. */
bool page_turn(Update *update, Screen page);
void look_back_apply(Game *game, const Fact *fact); /* FACT_CARD, FACT_CHALLENGE */

/* --- game_our_map.c --- */
void map_event(Update *update);
void map_apply(Game *game, const Fact *fact);
void map_note_reveal(Update *update); /* with the FACT_CARD of a reveal */

/* --- game_extras.c --- */
void alone_start(Update *update);
void alone_finish(Update *update);
void repair_start(Update *update);
void repair_record(Update *update); /* FACT_REPAIR, beside the FACT_CARD of its reveal */
void away_change(Update *update);
void word_event(Update *update);
void word_apply(Game *game, const Fact *fact); /* FACT_WORD, FACT_PLAY */

/* --- game_journey.c --- */
void journey_walk(Update *update);
void journey_continue(Update *update); /* from its reveal: asks to keep the answer, or goes on */
void journey_keep_answer(Update *update);
void journey_next(Update *update); /* the card on the table was played, or is left */
void journey_to_week(Update *update);
void journey_apply(Game *game, const Fact *fact);

/* --- game_workshop.c --- */
void workshop_event(Update *update);
void workshop_tick(Update *update); /* while the sun of a talk moves, or a made-up room does */

/* --- game_play.c --- */
void play_start(Update *update, const Card *card, int sharer);
void play_clear(Play *play);
void play_event(Update *update);
void play_breathe(Update *update);      /* the deck never moves on right after a pause */

/* What is said and picked is shown: the outcome, its facts, the stones. */
void play_reveal(Update *update);

/* --- game_scene.c --- */
void scene_event(Update *update);
void scene_take_time(Update *update); /* before an event: how far the scene has come by now */
void scene_set_clock(Update *update); /* after it: whether the clock runs, and the next tick */

/* --- game_setup.c --- */
void setup_event(Update *update);
void setup_apply_topics(Game *game, const Fact *fact);
void setup_save_people(Update *update);

#endif
