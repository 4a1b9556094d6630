/* SPDX-License-Identifier: MIT */
/* The leader's keys, and the way through a plan: a step has stops, and each `next` is one. */
#include "lead.h"

#include "hash.h"

#include <stddef.h>

enum { MS_PER_MINUTE = 60000, STOPS_NONE = 1 };

void lead_clear(Lead *lead) {
    *lead = (Lead){0};
}

const PlanStep *lead_step(const Lead *lead) {
    return lead->place == LEAD_RUNNING ? &lead->plan->steps[lead->step] : NULL;
}

/* --- Stops ------------------------------------------------------------------------------------ */

/* How many stops each part of a step has. */
typedef struct Stops {
    int read, count, totals, why;
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

static Stops stops_of(const PlanStep *step) {
    int options = plan_option_count(step);
    return (Stops){.read = read_stops(step, options),
                   .count = options,
                   .totals = options > 0 && step->kind != STEP_FEEDBACK,
                   .why = has_why(step)};
}

static int stop_count(const PlanStep *step) {
    Stops stops = stops_of(step);
    return stops.read + stops.count + stops.totals + stops.why;
}

LeadView lead_view(const Lead *lead) {
    const PlanStep *step = lead_step(lead);
    if (!step) {
        return (LeadView){LEAD_PART_READ, 0};
    }
    Stops stops = stops_of(step);
    int at = lead->stop;
    if (at < stops.read) {
        return (LeadView){LEAD_PART_READ, at};
    }
    at -= stops.read;
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
    if (view.part == LEAD_PART_COUNT && view.shown == options - 1) {
        lead->was_counted[lead->step] = true;
    }
    if (lead->stop + 1 < stop_count(step)) {
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
        begin_step(lead, lead->step - 1, stop_count(&lead->plan->steps[lead->step - 1]) - 1,
                   now_ms);
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
    bool is_rehearsal = lead->is_rehearsal;
    lead_clear(lead);
    lead->plan = &plans->plans[index];
    lead->place = LEAD_LOBBY;
    lead->is_rehearsal = is_rehearsal;
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

enum { MADE_UP = 24 }; /* people in the made-up room */

/* Who in the made-up room raises a hand for which answer: tempers are quick, shy, or kind, and
 * talking moves some of them. -1: this one passes. */
static int made_up_answer(const PlanStep *step, int options, uint64_t seed, int who) {
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
    return is_shy ? -1 : first;
}

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
    for (int who = 0; who < MADE_UP; who++) {
        int option = made_up_answer(step, options, lead->seed + (uint64_t)lead->step, who);
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
    case LEAD_LEAVE: lead_clear(lead); return true;
    case LEAD_ACT_COUNT: break;
    }
    return false;
}

/* --- Totals ----------------------------------------------------------------------------------- */

static bool copy_take(const Lead *lead, int step, int counts[PLAN_OPTIONS_MAX]) {
    for (int i = 0; i < PLAN_OPTIONS_MAX; i++) {
        counts[i] = lead->hands[step][i];
    }
    return lead->was_counted[step];
}

bool lead_take(const Lead *lead, int step, int take, int counts[PLAN_OPTIONS_MAX]) {
    for (int i = 0; i < PLAN_OPTIONS_MAX; i++) {
        counts[i] = 0;
    }
    const PlanStep *at = &lead->plan->steps[step];
    if (at->kind == STEP_AGAIN) {
        return copy_take(lead, take == 0 ? at->first : step, counts);
    }
    return take == 0 && copy_take(lead, step, counts);
}

int lead_sum(const int counts[PLAN_OPTIONS_MAX]) {
    int sum = 0;
    for (int i = 0; i < PLAN_OPTIONS_MAX; i++) {
        sum += counts[i];
    }
    return sum;
}

bool lead_may_show(const int counts[PLAN_OPTIONS_MAX]) {
    return lead_sum(counts) >= LEAD_FEW;
}

int lead_moved(const Lead *lead, int step) {
    int takes[LEAD_TAKES][PLAN_OPTIONS_MAX];
    int more_now = 0, fewer_now = 0;
    for (int i = 0; i < LEAD_TAKES; i++) {
        if (!lead_take(lead, step, i, takes[i]) || !lead_may_show(takes[i])) {
            return 0;
        }
    }
    for (int i = 0; i < PLAN_OPTIONS_MAX; i++) {
        int by = takes[1][i] - takes[0][i];
        more_now += by > 0 ? by : 0;
        fewer_now += by < 0 ? -by : 0;
    }
    return more_now < fewer_now ? more_now : fewer_now;
}

bool lead_gives_away(const Lead *lead) {
    const PlanStep *step = lead_step(lead);
    LeadPart part = lead_view(lead).part;
    return step && step->card && !step->comes_again &&
           (part == LEAD_PART_TOTALS || part == LEAD_PART_WHY);
}

/* --- Time ------------------------------------------------------------------------------------- */

int lead_minutes(const Lead *lead, int step) {
    return lead->plan->steps[step].minutes + lead->extra_min[step];
}

static int64_t ran_ms(const Lead *lead, int64_t now_ms) {
    int64_t ran = (lead->paused_ms ? lead->paused_ms : now_ms) - lead->since_ms;
    return ran < 0 ? 0 : ran;
}

int lead_gone_milli(const Lead *lead, int64_t now_ms) {
    if (lead->place != LEAD_RUNNING) {
        return 0;
    }
    int64_t all_ms = (int64_t)lead_minutes(lead, lead->step) * MS_PER_MINUTE;
    int64_t ran = ran_ms(lead, now_ms);
    return ran >= all_ms ? 1000 : (int)(ran * 1000 / all_ms);
}

int lead_minutes_left(const Lead *lead) {
    int minutes = 0;
    for (int i = lead->place == LEAD_RUNNING ? lead->step + 1 : 0;
         lead->plan && lead->place != LEAD_OVER && i < lead->plan->step_count; i++) {
        minutes += lead_minutes(lead, i);
    }
    return minutes;
}

int lead_minutes_late(const Lead *lead, int64_t now_ms) {
    if (lead->place != LEAD_RUNNING) {
        return 0;
    }
    int planned = 0;
    for (int i = 0; i <= lead->step; i++) {
        planned += lead->plan->steps[i].minutes;
    }
    int64_t late_ms = now_ms - lead->started_ms - (int64_t)planned * MS_PER_MINUTE;
    return late_ms > 0 ? (int)(late_ms / MS_PER_MINUTE) : 0;
}

int lead_stones(const Lead *lead) {
    if (lead->place == LEAD_OVER) {
        return LEAD_STONES;
    }
    int minutes = 0;
    for (int i = 0; lead->place == LEAD_RUNNING && i < lead->step; i++) {
        minutes += lead->plan->steps[i].minutes;
    }
    const PlanStep *step = lead_step(lead);
    bool is_closing = step && (step->kind == STEP_CLOSING || step->kind == STEP_FEEDBACK);
    return is_closing ? LEAD_STONES : minutes ? minutes * LEAD_STONES / lead->plan->minutes : 0;
}

uint64_t lead_hash(uint64_t hash, const Lead *lead) {
    if (!lead->plan && !lead->is_rehearsal) {
        return hash;
    }
    const uint64_t numbers[] = {
        (uint64_t)lead->place, (uint64_t)lead->step,        (uint64_t)lead->stop,
        lead->is_blank,        lead->hides_names,           lead->hides_numbers,
        lead->is_locked,       lead->is_rehearsal,          lead->shows_notes,
        lead->shows_counts,    (uint64_t)lead->paused_ms,
    };
    hash = hash_bytes(hash, numbers, sizeof numbers);
    hash = hash_bytes(hash, lead->hands, sizeof lead->hands);
    hash = hash_bytes(hash, lead->extra_min, sizeof lead->extra_min);
    return hash_text(hash, lead->plan ? lead->plan->id : "");
}
