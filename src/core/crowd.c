/* SPDX-License-Identifier: MIT */
/* The made-up room. */
#include "crowd.h"

#include "hash.h"

#include <string.h>

static uint64_t lot_of(uint64_t seed, int who, int64_t turn) {
    uint64_t hash = hash_u64(hash_u64(HASH_START, seed), (uint64_t)who);
    hash = hash_u64(hash, (uint64_t)turn);
    return hash ^ (hash >> 29);
}

int crowd_answer(const PlanStep *step, int options, uint64_t seed, int who) {
    uint64_t lot = hash_u64(hash_u64(HASH_START, seed), (uint64_t)who);
    bool is_shy = lot % 12 == 0;
    bool has_talked = step->kind == STEP_AGAIN;
    bool is_kind = (lot >> 8) % 10 < (has_talked ? 7u : 3u);
    int first = (int)((lot >> 16) % (uint64_t)options);
    for (int i = 0; i < options && !is_shy; i++) {
        int option = (first + i) % options;
        OptionSide side = plan_option_side(step, option);
        if (side == SIDE_OPEN || (side == SIDE_BRIDGE) == is_kind) {
            return option;
        }
    }
    return is_shy ? PICK_PASSED : first;
}

bool crowd_wants(const PhoneView *view, uint64_t seed, int who, int64_t now_ms, PhoneAsk *ask) {
    enum { ONE_IN = 5 };
    uint64_t lot = lot_of(seed, who, now_ms / CROWD_BREATH_MS + view->question);
    *ask = (PhoneAsk){.question = view->question};
    if (lot % ONE_IN != 0) {
        return false;
    }
    switch (view->page) {
    case PHONE_PAGE_PICK:
        ask->kind = PHONE_PICK;
        ask->value = crowd_answer(view->step, plan_option_count(view->step),
                                  seed + (uint64_t)view->question, who);
        return view->pick == PICK_NONE;
    case PHONE_PAGE_LAND:
        ask->kind = lot / ONE_IN % 10 == 0 ? PHONE_KEEP : PHONE_LAND;
        for (int i = 0; i < 3; i++) {
            ask->landing[i] = (int)((lot >> (8 * i + 8)) % 3);
        }
        return true;
    case PHONE_PAGE_MATCH: ask->kind = PHONE_DOWN; return true;
    case PHONE_PAGE_JOIN:
    case PHONE_PAGE_PAIR:
    case PHONE_PAGE_WAIT:
    case PHONE_PAGE_REST:
    case PHONE_PAGE_LINE:
    case PHONE_PAGE_OVER:
    case PHONE_PAGE_COUNT: break;
    }
    return false;
}

static void token_of(uint8_t token[PHONES_TOKEN], uint64_t seed, int who) {
    for (int i = 0; i < PHONES_TOKEN; i++) {
        token[i] = (uint8_t)lot_of(seed, who, i);
    }
}

/* Two by two: the second sits down beside the first by the code on the first one's phone. */
static void come_in(Phones *phones, const Lead *lead, int who, int64_t now_ms) {
    PhoneAsk ask = {.kind = PHONE_JOIN, .address = (uint64_t)who, .has_key = true, .pair_word = -1};
    memcpy(ask.key, phones->key, PHONES_TOKEN);
    token_of(ask.fresh, lead->seed, who);
    if (who % 2) {
        uint8_t partner[PHONES_TOKEN];
        token_of(partner, lead->seed, who - 1);
        int seat = phones_seat_of(phones, partner);
        const PhonePair *pair = seat < 0 ? NULL : &phones->pairs[phones->seats[seat].pair];
        ask.pair_word = pair ? pair->word : -1;
        ask.pair_number = pair ? pair->number : 0;
    }
    phones_ask(phones, lead, &ask, now_ms);
}

static void act(Phones *phones, const Lead *lead, int who, int64_t now_ms) {
    PhoneAsk ask = {.kind = PHONE_LOOK};
    uint8_t token[PHONES_TOKEN];
    token_of(token, lead->seed, who);
    int seat = phones_seat_of(phones, token);
    if (seat < 0) {
        return; /* sent out by the leader */
    }
    PhoneView view = phones_view(phones, lead, seat);
    if (!crowd_wants(&view, lead->seed, who, now_ms, &ask)) {
        ask.kind = PHONE_LOOK;
    }
    ask.has_token = true;
    memcpy(ask.token, token, sizeof token);
    phones_ask(phones, lead, &ask, now_ms);
}

void crowd_breathe(Phones *phones, const Lead *lead, int64_t now_ms) {
    int here = phones_here(phones);
    if (lead->place == LEAD_LOBBY && here < CROWD_PEOPLE && !lead->is_locked) {
        come_in(phones, lead, here, now_ms);
    }
    for (int who = 0; who < CROWD_PEOPLE; who++) {
        act(phones, lead, who, now_ms);
    }
}

bool crowd_is_busy(const Phones *phones, const Lead *lead) {
    if (lead->place == LEAD_LOBBY && phones_here(phones) < CROWD_PEOPLE && !lead->is_locked) {
        return true;
    }
    for (int i = 0; i < PHONES_MAX; i++) {
        PhoneView view = phones_view(phones, lead, i);
        bool picks = view.page == PHONE_PAGE_PICK && view.pick == PICK_NONE;
        if (picks || view.page == PHONE_PAGE_LAND || view.page == PHONE_PAGE_MATCH) {
            return true;
        }
    }
    return false;
}
