/* SPDX-License-Identifier: MIT */
/* What one phone sees: its own, and nothing of any other but the partner's match. */
#include "phones_parts.h"

#include <string.h>

static bool is_new_alone(const Phones *phones, int seat) {
    const PhonePair *pair = &phones->pairs[phones->seats[seat].pair];
    return phones_partner(phones, seat) < 0 && !pair->was_two;
}

/* Both have chosen before anything of the other's is shown; a sharer who keeps it to themselves
 * keeps the match too. Cards without roles show only that two have met. */
static bool has_match(const Phones *phones, const Lead *lead, int seat) {
    int partner = phones_partner(phones, seat);
    const PlanStep *step = phones_step(phones, lead);
    if (partner < 0 || !phones_may_land(phones, lead) || phones->seats[seat].is_down) {
        return false;
    }
    const PhoneSeat *a = &phones->seats[seat], *b = &phones->seats[partner];
    if (phones_role(phones, lead, seat) == ROLE_NONE) {
        return step->card && step->card->kind == CARD_ASK && a->pick >= 0 && a->pick == b->pick;
    }
    bool is_sharer = phones_role(phones, lead, seat) == ROLE_SHARER;
    const PhoneSeat *sharer = is_sharer ? a : b;
    return sharer->has_landed && !sharer->keeps_landing;
}

static bool is_to_land(const Phones *phones, const Lead *lead, int seat) {
    return phones_may_land(phones, lead) && phones_partner(phones, seat) >= 0 &&
           phones_role(phones, lead, seat) == ROLE_SHARER && !phones->seats[seat].has_landed;
}

static PhonePage page_of(const Phones *phones, const Lead *lead, int seat) {
    const PlanStep *step = lead_step(lead);
    const PhoneSeat *own = &phones->seats[seat];
    if (lead->place == LEAD_OVER) {
        return PHONE_PAGE_OVER;
    }
    if (lead->is_blank || lead->paused_ms || own->rests) {
        return PHONE_PAGE_WAIT;
    }
    if (lead_asks_phones(lead)) {
        return PHONE_PAGE_PICK;
    }
    if (is_to_land(phones, lead, seat)) {
        return PHONE_PAGE_LAND;
    }
    if (has_match(phones, lead, seat)) {
        return PHONE_PAGE_MATCH;
    }
    if (is_new_alone(phones, seat)) {
        return PHONE_PAGE_PAIR;
    }
    if (step && step->kind == STEP_PAUSE) {
        return PHONE_PAGE_REST;
    }
    return phones_may_write(phones, lead, own) ? PHONE_PAGE_LINE : PHONE_PAGE_WAIT;
}

static void fill_match(PhoneView *view, const Phones *phones, int seat) {
    const PhoneSeat *own = &phones->seats[seat];
    const PhoneSeat *other = &phones->seats[phones_partner(phones, seat)];
    bool is_sharer = view->role == ROLE_SHARER;
    const PhoneSeat *sharer = is_sharer ? own : other;
    const PhoneSeat *responder = is_sharer ? other : own;
    memcpy(view->landing, sharer->landing, sizeof view->landing);
    if (sharer->pick < 0 || responder->pick < 0) {
        view->match = MATCH_TALK;
        return;
    }
    view->said = responder->pick;
    view->rather = sharer->pick;
    view->match = view->said == view->rather ? MATCH_TUNE : MATCH_RATHER;
}

PhoneView phones_view(const Phones *phones, const Lead *lead, int seat) {
    PhoneView view = {.page = PHONE_PAGE_JOIN, .pick = PICK_NONE};
    if (seat < 0 || seat >= PHONES_MAX || !phones->seats[seat].is_taken) {
        return view;
    }
    const PhoneSeat *own = &phones->seats[seat];
    view.page = page_of(phones, lead, seat);
    view.mark = own->mark;
    view.pair = &phones->pairs[own->pair];
    view.step = phones_step(phones, lead);
    view.question = phones->question;
    view.role = phones_role(phones, lead, seat);
    view.pick = own->pick;
    view.word = lead->plan ? lead->plan->word : "";
    view.version = phones->changes + own->changes;
    if (view.page == PHONE_PAGE_MATCH) {
        fill_match(&view, phones, seat);
    }
    return view;
}
