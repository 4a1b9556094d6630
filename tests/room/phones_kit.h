/* SPDX-License-Identifier: MIT */
/* A game in a workshop, and phones that ask it, for tests. */
#ifndef TB_PHONES_KIT_H
#define TB_PHONES_KIT_H

#include "content.h"
#include "game.h"

enum { KIT_MINUTE_MS = 60000 };

extern Content kit_content;
extern Game kit_game;
extern int64_t kit_now_ms;

int kit_open(void **state);
int kit_close(void **state);

/* The lobby of the first plan, the door open. */
void kit_lobby(void);
void kit_act(LeadAct act, int amount);
void kit_tick(void);
void kit_open_door(void);

/* On until this step shows this part. */
void kit_go_to(int step, LeadPart part);
/* Index of the first step of a kind at or after `from`; the test fails if there is none. */
int kit_find(StepKind kind, int from);

/* Phone `who` comes in by the link of the square; partner: whose pair it joins, -1: none. */
PhoneVerdict kit_join(int who, int partner, const char *name);
PhoneVerdict kit_ask(int who, PhoneAsk ask);
PhoneVerdict kit_pick(int who, int option);
PhoneVerdict kit_land(int who, PhoneAskKind kind, int all_rows);
/* `count` pairs of phones: 2i and 2i + 1. */
void kit_pairs(int count);

int kit_seat(int who); /* -1: it has none */
PhoneView kit_view(int who);

#endif
