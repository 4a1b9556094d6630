/* SPDX-License-Identifier: MIT */
/* What a room's evening comes to: totals, minutes, the bridge. */
#include "hash.h"
#include "lead.h"

enum { MS_PER_MINUTE = 60000 };

/* --- Totals ----------------------------------------------------------------------------------- */

static bool copy_take(const Lead *lead, int step, int counts[PLAN_OPTIONS_MAX]) {
    for (int i = 0; i < PLAN_OPTIONS_MAX; i++) {
        counts[i] = lead->hands[step][i] + lead->by_phone[step][i];
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

void lead_take_phones(Lead *lead, const int counts[PLAN_OPTIONS_MAX]) {
    for (int i = 0; i < PLAN_OPTIONS_MAX && lead_step(lead); i++) {
        lead->by_phone[lead->step][i] = counts[i];
    }
}

bool lead_asks_phones(const Lead *lead) {
    return lead->place == LEAD_RUNNING && lead_view(lead).part == LEAD_PART_ASK &&
           !lead->is_blank && !lead->paused_ms;
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
        (uint64_t)lead->place, (uint64_t)lead->step,      (uint64_t)lead->stop,
        lead->is_blank,        lead->hides_names,         lead->hides_numbers,
        lead->is_locked,       lead->is_rehearsal,        lead->shows_notes,
        lead->shows_counts,    (uint64_t)lead->paused_ms, (uint64_t)lead->by,
        lead->uses_phones,     lead->uses_hands,          lead->has_desk,
    };
    hash = hash_bytes(hash, numbers, sizeof numbers);
    hash = hash_bytes(hash, lead->by_phone, sizeof lead->by_phone);
    hash = hash_bytes(hash, lead->hands, sizeof lead->hands);
    hash = hash_bytes(hash, lead->extra_min, sizeof lead->extra_min);
    return hash_text(hash, lead->plan ? lead->plan->id : "");
}
