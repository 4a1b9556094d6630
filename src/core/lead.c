/* SPDX-License-Identifier: MIT */
/* The leader's keys, and the way through a plan: a step has stops, and each `next` is one. */
#include "lead.h"

#include "crowd.h"
#include "hash.h"

#include <stddef.h>

enum { STOPS_NONE = 1 };

void lead_clear(Lead *lead) {
    *lead = (Lead){0};
}

const PlanStep *lead_step(const Lead *lead) {
    return lead->place == LEAD_RUNNING ? &lead->plan->steps[lead->step] : NULL;
}

/* --- Stops ------------------------------------------------------------------------------------ */

/* How many stops each part of a step has. */
typedef struct Stops {
    int read, ask, count, totals, why;
} Stops;

static int read_stops(const PlanStep *step, int options) {
    switch (step->kind) {
    case STEP_AGREEMENTS: return step->line_count > 0 ? step->line_count : STOPS_NONE;
    case STEP_SCENE: return step->card->line_count;
    case STEP_CARD: return 1 + options; /* the words alone, then one answer after the other */
    case STEP_AGAIN: return 0;
    case STEP_WELCOME:
    case STEP_TALK:
    case STEP_PAUSE:
    case STEP_CLOSING:
    case STEP_FEEDBACK:
    case STEP_KIND_COUNT: break;
    }
    return STOPS_NONE;
}

static bool has_why(const PlanStep *step) {
    if (!step->card || step->comes_again) {
        return false;
    }
    CardKind kind = step->card->kind;
    return kind == CARD_RESPOND || kind == CARD_SPOT || kind == CARD_LISTEN || kind == CARD_TALK ||
           kind == CARD_SCENE || kind == CARD_REWORD;
}

static Stops stops_of(const Lead *lead, int index) {
    const PlanStep *step = &lead->plan->steps[index];
    int options = plan_option_count(step);
    return (Stops){.read = read_stops(step, options),
                   .ask = options > 0 && lead->uses_phones,
                   .count = lead->uses_hands ? options : 0,
                   .totals = options > 0 && step->kind != STEP_FEEDBACK,
                   .why = has_why(step)};
}

static int stop_count(const Lead *lead, int index) {
    Stops stops = stops_of(lead, index);
    return stops.read + stops.ask + stops.count + stops.totals + stops.why;
}

LeadView lead_view(const Lead *lead) {
    const PlanStep *step = lead_step(lead);
    if (!step) {
        return (LeadView){LEAD_PART_READ, 0};
    }
    Stops stops = stops_of(lead, lead->step);
    int at = lead->stop;
    if (at < stops.read) {
        return (LeadView){LEAD_PART_READ, at};
    }
    at -= stops.read;
    if (at < stops.ask) {
        return (LeadView){LEAD_PART_ASK, 0};
    }
    at -= stops.ask;
    if (at < stops.count) {
        return (LeadView){LEAD_PART_COUNT, at};
    }
    at -= stops.count;
    return (LeadView){at < stops.totals ? LEAD_PART_TOTALS : LEAD_PART_WHY, 0};
}

/* --- Moving ----------------------------------------------------------------------------------- */

static void note_time(Lead *lead, int64_t now_ms) {
    int64_t until_ms = lead->paused_ms ? lead->paused_ms : now_ms;
    lead->spent_ms[lead->step] += until_ms - lead->since_ms;
}

static void begin_step(Lead *lead, int step, int stop, int64_t now_ms) {
    lead->step = step;
    lead->stop = stop;
    lead->since_ms = now_ms;
    lead->paused_ms = 0;
    lead->uses_phones = lead->phones_here > 0 && lead->by != BY_HANDS;
    lead->uses_hands = !lead->uses_phones || lead->by == BY_BOTH;
}

/* The last stop of a step, as it would be asked now. */
static void end_of_step(Lead *lead, int step, int64_t now_ms) {
    begin_step(lead, step, 0, now_ms);
    lead->stop = stop_count(lead, step) - 1;
}

static void next_step(Lead *lead, int64_t now_ms) {
    note_time(lead, now_ms);
    if (lead->step + 1 < lead->plan->step_count) {
        begin_step(lead, lead->step + 1, 0, now_ms);
    } else {
        lead->place = LEAD_OVER;
        lead->over_ms = now_ms;
    }
}

static void go_on(Lead *lead, int64_t now_ms) {
    if (lead->place == LEAD_LOBBY) {
        lead->place = LEAD_RUNNING;
        lead->started_ms = now_ms;
        begin_step(lead, 0, 0, now_ms);
        return;
    }
    const PlanStep *step = lead_step(lead);
    if (!step) {
        return;
    }
    LeadView view = lead_view(lead);
    int options = plan_option_count(step);
    bool ends_asking = view.part == LEAD_PART_ASK && !lead->uses_hands;
    bool ends_counting = view.part == LEAD_PART_COUNT && view.shown == options - 1;
    lead->was_counted[lead->step] |= ends_asking || ends_counting;
    if (lead->stop + 1 < stop_count(lead, lead->step)) {
        lead->stop++;
    } else {
        next_step(lead, now_ms);
    }
}

static void go_back(Lead *lead, int64_t now_ms) {
    if (lead->place == LEAD_OVER) {
        lead->place = LEAD_RUNNING;
        lead->over_ms = 0;
        lead->since_ms = now_ms;
        return;
    }
    if (lead->place == LEAD_LOBBY) {
        lead_clear(lead);
        return;
    }
    if (lead->stop > 0) {
        lead->stop--;
    } else if (lead->step > 0) {
        note_time(lead, now_ms);
        end_of_step(lead, lead->step - 1, now_ms);
    } else {
        lead->place = LEAD_LOBBY;
    }
}

static void pause(Lead *lead, int64_t now_ms) {
    if (lead->paused_ms) {
        lead->since_ms += now_ms - lead->paused_ms;
        lead->paused_ms = 0;
    } else {
        lead->paused_ms = now_ms;
    }
}

static bool choose(Lead *lead, const PlanSet *plans, int index) {
    if (lead->place != LEAD_CHOOSING || !plans || index < 0 || index >= plans->count) {
        return false;
    }
    bool is_rehearsal = lead->is_rehearsal, has_desk = lead->has_desk;
    lead_clear(lead);
    lead->plan = &plans->plans[index];
    lead->place = LEAD_LOBBY;
    lead->is_rehearsal = is_rehearsal;
    lead->has_desk = has_desk;
    lead->seed = hash_text(HASH_START, lead->plan->id);
    return true;
}

/* --- Counting --------------------------------------------------------------------------------- */

static int limit(int number, int low, int high) {
    return number < low ? low : number > high ? high : number;
}

/* The number of hands that is being counted just now, or null. */
static int *hands_at_hand(Lead *lead) {
    LeadView view = lead_view(lead);
    bool counts = lead->place == LEAD_RUNNING && view.part == LEAD_PART_COUNT;
    return counts && !lead->is_blank ? &lead->hands[lead->step][view.shown] : NULL;
}

/* "1", then "2": twelve. What would be too many begins anew. */
static bool type_digit(Lead *lead, int digit) {
    int *hands = hands_at_hand(lead);
    if (!hands || digit < 0 || digit > 9) {
        return false;
    }
    int longer = *hands * 10 + digit;
    *hands = lead->is_typing && longer <= LEAD_HANDS_MAX ? longer : digit;
    lead->is_typing = true;
    return true;
}

static bool more(Lead *lead, int by) {
    int *hands = hands_at_hand(lead);
    if (hands) {
        *hands = limit(*hands + by, 0, LEAD_HANDS_MAX);
        return true;
    }
    if (lead->place != LEAD_RUNNING) {
        return false;
    }
    int *extra = &lead->extra_min[lead->step];
    *extra = limit(*extra + by, -lead->plan->steps[lead->step].minutes, LEAD_EXTRA_MAX);
    return true;
}

static bool set_hands(Lead *lead, int count) {
    int *hands = hands_at_hand(lead);
    if (hands) {
        *hands = limit(count, 0, LEAD_HANDS_MAX);
    }
    return hands != NULL;
}

/* --- Rehearsal -------------------------------------------------------------------------------- */

/* The hands go up by themselves, unless the leader has counted already. */
static void raise_made_up_hands(Lead *lead) {
    const PlanStep *step = lead_step(lead);
    LeadView view = lead_view(lead);
    if (!lead->is_rehearsal || !step || view.part != LEAD_PART_COUNT || view.shown > 0 ||
        lead->was_counted[lead->step]) {
        return;
    }
    int options = plan_option_count(step);
    int *hands = lead->hands[lead->step];
    for (int i = 0; i < options; i++) {
        hands[i] = 0;
    }
    for (int who = 0; who < CROWD_PEOPLE; who++) {
        int option = crowd_answer(step, options, lead->seed + (uint64_t)lead->step, who);
        if (option >= 0) {
            hands[option]++;
        }
    }
}

/* --- Acts ------------------------------------------------------------------------------------- */

static bool flip(bool *flag) {
    *flag = !*flag;
    return true;
}

/* Notes lie over the blank wall only, so that the room never reads them. */
static void blank(Lead *lead) {
    lead->is_blank = !lead->is_blank;
    lead->shows_notes = false;
}

/* A blank or paused wall comes back first: a leader's "next" must not skip what nobody saw. */
static bool wakes(Lead *lead, int64_t now_ms) {
    if (lead->is_blank) {
        blank(lead);
        return true;
    }
    if (lead->paused_ms) {
        pause(lead, now_ms);
        return true;
    }
    return false;
}

static bool move(Lead *lead, LeadAct act, int64_t now_ms) {
    if (lead->place == LEAD_CHOOSING) {
        return false;
    }
    if (wakes(lead, now_ms)) {
        return true;
    }
    if (act == LEAD_NEXT) {
        go_on(lead, now_ms);
        raise_made_up_hands(lead);
    } else if (act == LEAD_BACK) {
        go_back(lead, now_ms);
    } else if (lead->place == LEAD_RUNNING) {
        lead->was_skipped[lead->step] = true;
        next_step(lead, now_ms);
    }
    return true;
}

static bool next_way(Lead *lead) {
    lead->by = (LeadBy)((lead->by + 1) % LEAD_BY_COUNT);
    return true;
}

bool lead_act(Lead *lead, const PlanSet *plans, LeadAct act, int amount, int64_t now_ms) {
    bool is_on = lead->place == LEAD_RUNNING;
    bool was_typing = lead->is_typing;
    lead->is_typing = false;
    switch (act) {
    case LEAD_CHOOSE: return choose(lead, plans, amount);
    case LEAD_NEXT:
    case LEAD_BACK:
    case LEAD_SKIP: return move(lead, act, now_ms);
    case LEAD_BLANK:
        if (lead->place != LEAD_CHOOSING) {
            blank(lead);
        }
        return lead->place != LEAD_CHOOSING;
    case LEAD_PAUSE:
        if (is_on) {
            pause(lead, now_ms);
        }
        return is_on;
    case LEAD_NAMES: return flip(&lead->hides_names);
    case LEAD_NUMBERS: return flip(&lead->hides_numbers);
    case LEAD_COUNTS: return flip(&lead->shows_counts);
    case LEAD_LOCK: return flip(&lead->is_locked);
    case LEAD_NOTES:
        lead->shows_notes = lead->is_blank && !lead->shows_notes;
        return lead->is_blank;
    case LEAD_MORE: return more(lead, amount);
    case LEAD_DIGIT: lead->is_typing = was_typing; return type_digit(lead, amount);
    case LEAD_HANDS: return set_hands(lead, amount);
    case LEAD_REHEARSE: return lead->place == LEAD_CHOOSING && flip(&lead->is_rehearsal);
    case LEAD_BY: return next_way(lead);
    case LEAD_DESK: lead->has_desk = amount != 0; return true;
    case LEAD_LEAVE: lead_clear(lead); return true;
    case LEAD_REMOVE:
    case LEAD_PASS_LINE:
    case LEAD_DROP_LINE:
    case LEAD_OTHER_NET:
    case LEAD_ACT_COUNT: break;
    }
    return false;
}
