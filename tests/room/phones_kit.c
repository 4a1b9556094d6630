/* SPDX-License-Identifier: MIT */
/* A game in a workshop, and phones that ask it. */
#include "phones_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

Content kit_content;
Game kit_game;
int64_t kit_now_ms = 1000000;

static World world;
static Effects effects;

int kit_open(void **state) {
    (void)state;
    const ContentFrom from = {.levels_dir = TB_SOURCE_DIR "/levels",
                              .lang_dir = TB_SOURCE_DIR "/assets/lang",
                              .language = "en"};
    int failed = (int)content_load(&kit_content, &from);
    world = (World){.cards = &kit_content.cards,
                    .plans = &kit_content.plans,
                    .fresh_seed = 7,
                    .zone = "",
                    .scratch = malloc(game_scratch_bytes())};
    return failed || !world.scratch;
}

int kit_close(void **state) {
    (void)state;
    free(world.scratch);
    content_free(&kit_content);
    return 0;
}

static void send(const Event *event) {
    game_update(&kit_game, &world, event, (Now){.utc_ms = kit_now_ms}, &effects);
}

void kit_act(LeadAct act, int amount) {
    send(&(Event){.kind = EV_LEAD, .value = (int)act, .amount = amount});
}

void kit_tick(void) {
    send(&(Event){.kind = EV_TICK});
}

void kit_open_door(void) {
    uint8_t fresh[2 * PHONES_TOKEN];
    for (size_t i = 0; i < sizeof fresh; i++) {
        fresh[i] = (uint8_t)(i * 37 + 11);
    }
    send(&(Event){.kind = EV_ROOM_OPEN, .fresh = fresh});
}

void kit_lobby(void) {
    game_init(&kit_game);
    send(&(Event){.kind = EV_START});
    send(&(Event){.kind = EV_WORKSHOP});
    kit_act(LEAD_CHOOSE, 0);
    kit_open_door();
}

void kit_go_to(int step, LeadPart part) {
    Lead *lead = &kit_game.lead;
    while (lead->place == LEAD_LOBBY || lead->step < step || lead_view(lead).part < part) {
        assert_int_not_equal(lead->place, LEAD_OVER);
        kit_act(LEAD_NEXT, 0);
    }
}

int kit_find(StepKind kind, int from) {
    const Plan *plan = kit_game.lead.plan;
    for (int i = from; i < plan->step_count; i++) {
        if (plan->steps[i].kind == kind) {
            return i;
        }
    }
    fail();
    return -1;
}

static void token_of(uint8_t token[PHONES_TOKEN], int who) {
    memset(token, 0, PHONES_TOKEN);
    token[0] = (uint8_t)(who + 1);
    token[PHONES_TOKEN - 1] = 0x5A;
}

PhoneVerdict kit_ask(int who, PhoneAsk ask) {
    ask.has_token = true;
    token_of(ask.token, who);
    ask.address = ask.address ? ask.address : (uint64_t)who + 1;
    send(&(Event){.kind = EV_PHONE, .phone = &ask});
    return kit_game.phones.verdict;
}

PhoneVerdict kit_join(int who, int partner, const char *name) {
    PhoneAsk ask = {.kind = PHONE_JOIN,
                    .address = (uint64_t)who + 1,
                    .has_key = true,
                    .pair_word = -1};
    memcpy(ask.key, kit_game.phones.key, PHONES_TOKEN);
    token_of(ask.fresh, who);
    strcpy(ask.text, name);
    if (partner >= 0) {
        PhoneView view = kit_view(partner);
        ask.pair_word = view.pair->word;
        ask.pair_number = view.pair->number;
    }
    send(&(Event){.kind = EV_PHONE, .phone = &ask});
    return kit_game.phones.verdict;
}

PhoneVerdict kit_pick(int who, int option) {
    return kit_ask(who, (PhoneAsk){.kind = PHONE_PICK,
                                   .question = kit_game.phones.question,
                                   .value = option});
}

PhoneVerdict kit_land(int who, PhoneAskKind kind, int all_rows) {
    return kit_ask(who, (PhoneAsk){.kind = kind,
                                   .question = kit_game.phones.question,
                                   .landing = {all_rows, all_rows, all_rows}});
}

void kit_pairs(int count) {
    for (int i = 0; i < count; i++) {
        assert_int_equal(kit_join(2 * i, -1, ""), PHONE_DONE);
        assert_int_equal(kit_join(2 * i + 1, 2 * i, ""), PHONE_DONE);
    }
}

int kit_seat(int who) {
    uint8_t token[PHONES_TOKEN];
    token_of(token, who);
    return phones_seat_of(&kit_game.phones, token);
}

PhoneView kit_view(int who) {
    return phones_view(&kit_game.phones, &kit_game.lead, kit_seat(who));
}
