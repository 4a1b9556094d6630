/* SPDX-License-Identifier: MIT */
/* The room's phones: which question is open to them, and what they answer. */
#include "phones.h"

#include "hash.h"
#include "phones_parts.h"

#include <string.h>

void phones_clear(Phones *phones) {
    memset(phones, 0, sizeof *phones); /* no answer outlives its room */
    phones->seat = -1;
    phones->step = -1;
}

void phones_open(Phones *phones, const uint8_t fresh[2 * PHONES_TOKEN]) {
    phones_clear(phones);
    memcpy(phones->key, fresh, PHONES_TOKEN);
    const uint8_t *code = fresh + PHONES_TOKEN;
    phones->word = code[0] % PHONES_WORDS;
    phones->number = 10 + ((code[1] << 8) + code[2]) % PHONES_ROOM_NUMBERS;
    phones->is_open = true;
}

/* --- What is asked ---------------------------------------------------------------------------- */

const PlanStep *phones_step(const Phones *phones, const Lead *lead) {
    bool has_step = lead->plan && phones->step >= 0 && phones->step < lead->plan->step_count;
    return has_step ? &lead->plan->steps[phones->step] : NULL;
}

static bool has_roles(const PlanStep *step) {
    return step && step->card && step->card->kind == CARD_RESPOND;
}

int phones_partner(const Phones *phones, int seat) {
    const PhoneSeat *own = &phones->seats[seat];
    return phones->pairs[own->pair].seats[own->mark == 1 ? 1 : 0];
}

/* They swap from card to card, as at home. */
PhoneRole phones_role(const Phones *phones, const Lead *lead, int seat) {
    const PlanStep *step = phones_step(phones, lead);
    if (!has_roles(step)) {
        return ROLE_NONE;
    }
    int sharer = step->number % 2 ? 1 : 2;
    return phones->seats[seat].mark == sharer ? ROLE_SHARER : ROLE_RESPONDER;
}

bool phones_may_land(const Phones *phones, const Lead *lead) {
    const PlanStep *step = lead_step(lead);
    if (!step || !phones_step(phones, lead) || lead->is_blank || lead->paused_ms) {
        return false;
    }
    bool talks = lead->step == phones->step + 1 && step->kind == STEP_TALK;
    return talks || (lead->step == phones->step && lead_view(lead).part == LEAD_PART_WHY);
}

bool phones_may_write(const Phones *phones, const Lead *lead, const PhoneSeat *seat) {
    const PlanStep *step = lead_step(lead);
    return phones->is_open && step && step->kind == STEP_CLOSING && lead->has_desk &&
           !lead->is_blank && !lead->paused_ms && !seat->has_sent_line;
}

static void open_question(Phones *phones, int step) {
    phones->question++;
    phones->step = step;
    for (int i = 0; i < PHONES_MAX; i++) {
        PhoneSeat *seat = &phones->seats[i];
        seat->pick = PICK_NONE;
        seat->has_landed = seat->keeps_landing = seat->is_down = false;
        memset(seat->landing, 0, sizeof seat->landing);
    }
}

static void forget_silent(Phones *phones, int64_t now_ms) {
    for (int i = 0; i < PHONES_MAX; i++) {
        if (phones->seats[i].is_taken && now_ms - phones->seats[i].seen_ms > PHONES_KEPT_MS) {
            phones_drop_seat(phones, i);
        }
    }
}

void phones_follow(Phones *phones, const Lead *lead, int64_t now_ms) {
    if (!phones->is_open) {
        return;
    }
    forget_silent(phones, now_ms);
    if (lead->place == LEAD_LOBBY) {
        phones->step = -1;
    }
    if (lead_asks_phones(lead) && lead->step != phones->step) {
        open_question(phones, lead->step);
    }
    phones->changes++;
}

/* --- Asks ------------------------------------------------------------------------------------- */

static PhoneVerdict pick(const Asking *asking, PhoneSeat *seat) {
    const PhoneAsk *ask = asking->ask;
    const PlanStep *step = phones_step(asking->phones, asking->lead);
    if (!step || ask->value < PICK_PASSED || ask->value == PICK_NONE ||
        ask->value >= plan_option_count(step)) {
        return PHONE_MALFORMED;
    }
    if (!lead_asks_phones(asking->lead) || ask->question != asking->phones->question ||
        seat->rests) {
        return PHONE_MOVED_ON;
    }
    seat->pick = ask->value;
    return PHONE_DONE;
}

static bool lands_now(const Asking *asking, int seat) {
    const Phones *phones = asking->phones;
    return phones_may_land(phones, asking->lead) && asking->ask->question == phones->question &&
           !phones->seats[seat].has_landed && phones_partner(phones, seat) >= 0 &&
           phones_role(phones, asking->lead, seat) == ROLE_SHARER;
}

static PhoneVerdict land(const Asking *asking, int index) {
    PhoneSeat *seat = &asking->phones->seats[index];
    const int *rows = asking->ask->landing;
    for (int i = 0; i < 3; i++) {
        if (rows[i] < 0 || rows[i] > 2) {
            return PHONE_MALFORMED;
        }
    }
    if (!lands_now(asking, index)) {
        return PHONE_MOVED_ON;
    }
    seat->has_landed = true;
    seat->keeps_landing = asking->ask->kind == PHONE_KEEP;
    memcpy(seat->landing, rows, sizeof seat->landing);
    asking->phones->seats[phones_partner(asking->phones, index)].changes++;
    return PHONE_DONE;
}

static PhoneVerdict put_down(const Asking *asking, PhoneSeat *seat) {
    seat->is_down = phones_may_land(asking->phones, asking->lead);
    return seat->is_down ? PHONE_DONE : PHONE_MOVED_ON;
}

static PhoneVerdict write_line(const Asking *asking, PhoneSeat *seat) {
    char text[PHONES_LINE_MAX];
    if (!phones_clean(text, sizeof text, asking->ask->text, PHONES_LINE_LETTERS) || !text[0]) {
        return PHONE_MALFORMED;
    }
    if (!phones_may_write(asking->phones, asking->lead, seat)) {
        return PHONE_MOVED_ON;
    }
    for (int i = 0; i < PHONES_MAX; i++) {
        PhoneLine *line = &asking->phones->lines[i];
        if (line->state == LINE_FREE) {
            line->state = LINE_WAITING;
            line->names_someone = asking->ask->names_someone;
            memcpy(line->text, text, sizeof text);
            seat->has_sent_line = true;
            return PHONE_DONE;
        }
    }
    return PHONE_FULL;
}

static PhoneVerdict answer(const Asking *asking, int index) {
    Phones *phones = asking->phones;
    PhoneSeat *seat = &phones->seats[index];
    switch (asking->ask->kind) {
    case PHONE_LOOK: return PHONE_DONE;
    case PHONE_PAIR: return phones_pair_up(asking);
    case PHONE_PICK: return pick(asking, seat);
    case PHONE_LAND:
    case PHONE_KEEP: return land(asking, index);
    case PHONE_DOWN: return put_down(asking, seat);
    case PHONE_LINE: return write_line(asking, seat);
    case PHONE_REST: seat->rests = !seat->rests; return PHONE_DONE;
    case PHONE_STOP: phones_drop_seat(phones, index); return PHONE_DONE;
    case PHONE_JOIN:
    case PHONE_ASK_COUNT: break;
    }
    return PHONE_MALFORMED;
}

void phones_ask(Phones *phones, const Lead *lead, const PhoneAsk *ask, int64_t now_ms) {
    Asking asking = {phones, lead, ask, now_ms};
    phones->seat = -1;
    if (!phones->is_open) {
        phones->verdict = PHONE_NO_ROOM;
        return;
    }
    phones->seat = ask->has_token ? phones_seat_of(phones, ask->token) : -1;
    if (ask->kind == PHONE_JOIN) {
        phones->verdict = phones_join(&asking);
    } else if (phones->seat < 0) {
        phones->verdict = PHONE_NO_SEAT;
    } else {
        phones->seats[phones->seat].seen_ms = now_ms;
        phones->verdict = answer(&asking, phones->seat);
    }
    if (phones->verdict == PHONE_DONE && ask->kind != PHONE_LOOK && phones->seat >= 0) {
        phones->seats[phones->seat].changes++;
    }
}

/* --- Numbers ---------------------------------------------------------------------------------- */

int phones_here(const Phones *phones) {
    int count = 0;
    for (int i = 0; i < PHONES_MAX; i++) {
        count += phones->seats[i].is_taken;
    }
    return count;
}

int phones_awake(const Phones *phones, int64_t now_ms) {
    int count = 0;
    for (int i = 0; i < PHONES_MAX; i++) {
        const PhoneSeat *seat = &phones->seats[i];
        count += seat->is_taken && now_ms - seat->seen_ms <= PHONES_AWAKE_MS;
    }
    return count;
}

int phones_in(const Phones *phones) {
    int count = 0;
    for (int i = 0; i < PHONES_MAX; i++) {
        const PhoneSeat *seat = &phones->seats[i];
        count += seat->is_taken && (seat->rests || seat->pick != PICK_NONE);
    }
    return count;
}

int phones_pairs(const Phones *phones) {
    int count = 0;
    for (int i = 0; i < PHONES_MAX; i++) {
        count += phones->pairs[i].is_taken;
    }
    return count;
}

void phones_totals(const Phones *phones, const Lead *lead, int counts[PLAN_OPTIONS_MAX]) {
    memset(counts, 0, PLAN_OPTIONS_MAX * sizeof *counts);
    for (int i = 0; i < PHONES_MAX; i++) {
        const PhoneSeat *seat = &phones->seats[i];
        bool counts_here = seat->is_taken && seat->pick >= 0;
        if (counts_here && phones_role(phones, lead, i) != ROLE_SHARER) {
            counts[seat->pick]++;
        }
    }
}

/* --- The leader's ----------------------------------------------------------------------------- */

bool phones_remove_pair(Phones *phones, int pair) {
    if (pair < 0 || pair >= PHONES_MAX || !phones->pairs[pair].is_taken) {
        return false;
    }
    for (int i = 0; i < PHONES_MAX; i++) {
        if (phones->seats[i].is_taken && phones->seats[i].pair == pair) {
            phones_drop_seat(phones, i);
        }
    }
    return true;
}

static int line_at(const Phones *phones, LineState state, int index) {
    for (int i = 0; i < PHONES_MAX; i++) {
        if (phones->lines[i].state == state && index-- == 0) {
            return i;
        }
    }
    return -1;
}

bool phones_judge_line(Phones *phones, int index, bool passes) {
    int at = index < 0 ? -1 : line_at(phones, LINE_WAITING, index);
    if (at < 0) {
        return false;
    }
    if (passes) {
        phones->lines[at].state = LINE_PASSED;
    } else {
        memset(&phones->lines[at], 0, sizeof phones->lines[at]);
    }
    return true;
}

int phones_lines(const Phones *phones, LineState state) {
    int count = 0;
    for (int i = 0; i < PHONES_MAX; i++) {
        count += phones->lines[i].state == state;
    }
    return count;
}

const PhoneLine *phones_line(const Phones *phones, LineState state, int index) {
    int at = index < 0 ? -1 : line_at(phones, state, index);
    return at < 0 ? NULL : &phones->lines[at];
}

static uint64_t hash_seat(uint64_t hash, const PhoneSeat *seat) {
    const uint64_t numbers[] = {seat->is_taken,
                                (uint64_t)seat->pair,
                                (uint64_t)seat->mark,
                                seat->rests,
                                (uint64_t)seat->pick,
                                seat->has_landed,
                                seat->keeps_landing,
                                seat->is_down,
                                seat->has_sent_line,
                                (uint64_t)seat->landing[0],
                                (uint64_t)seat->landing[1],
                                (uint64_t)seat->landing[2]};
    return hash_bytes(hash, numbers, sizeof numbers);
}

uint64_t phones_hash(uint64_t hash, const Phones *phones) {
    if (!phones->is_open) {
        return hash;
    }
    hash = hash_u64(hash, (uint64_t)phones->question);
    for (int i = 0; i < PHONES_MAX; i++) {
        hash = hash_seat(hash, &phones->seats[i]);
        hash = hash_text(hash_u64(hash, phones->pairs[i].is_taken), phones->pairs[i].name);
        hash = hash_text(hash_u64(hash, phones->lines[i].state), phones->lines[i].text);
    }
    return hash;
}
