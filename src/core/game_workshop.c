/* SPDX-License-Identifier: MIT */
/* The workshop in the game: a door in, the leader's acts, and a way out that forgets all. Nothing
 * here records a fact: an evening with a room never counts for the couple. */
#include "game_parts.h"

/* No card of the couple's may lie open under a room. */
static void open_workshop(Update *update) {
    Game *game = update->game;
    if (game->screen == SCREEN_HOME || game->screen == SCREEN_CARE) {
        lead_clear(&game->lead);
        game->overlay_count = 0;
        game->screen = SCREEN_WORKSHOP;
    }
}

/* What a room should hear: stones for a count and for totals, light at the end. */
static void sound(Update *update, LeadAct act) {
    const Lead *lead = &update->game->lead;
    LeadPart part = lead_view(lead).part;
    if (act == LEAD_CHOOSE || lead->place == LEAD_OVER) {
        update_sound(update, lead->place == LEAD_OVER ? CUE_LANTERN : CUE_CONFIRM, 0, 0);
    } else if (act == LEAD_NEXT && part == LEAD_PART_TOTALS) {
        update_sound(update, CUE_STONE, 0, 600);
    } else if (act == LEAD_MORE && part == LEAD_PART_COUNT) {
        update_sound(update, CUE_SELECT, 0, 0);
    }
}

/* A plan is chosen, and a report is due only at the end. */
static bool may_write(const Update *update) {
    const Game *game = update->game;
    bool is_report = update->event->value == ROOM_FILES_REPORT;
    return game->screen == SCREEN_WORKSHOP && game->lead.plan &&
           (!is_report || game->lead.place == LEAD_OVER);
}

void workshop_wake(Update *update) {
    enum { SUN_MS = 2000 };
    const Lead *lead = &update->game->lead;
    const PlanStep *step = lead_step(lead);
    bool talks = step && (step->kind == STEP_TALK || step->kind == STEP_PAUSE);
    if (talks && !lead->paused_ms && lead_gone_milli(lead, update->now.utc_ms) < 1000) {
        update_wake(update, update->now.utc_ms + SUN_MS);
    }
}

static void take_act(Update *update) {
    Game *game = update->game;
    LeadAct act = (LeadAct)update->event->value;
    if (game->screen != SCREEN_WORKSHOP) {
        return;
    }
    if (act == LEAD_BLANK) {
        game->overlay_count = 0; /* the pause menu's way to a dark wall */
    }
    if (!lead_act(&game->lead, update->world->plans, act, update->event->amount,
                  update->now.utc_ms)) {
        return;
    }
    if (act == LEAD_LEAVE) {
        game->overlay_count = 0;
        game->screen = game->first_run_done ? SCREEN_HOME : SCREEN_CARE;
    } else {
        sound(update, act);
        workshop_wake(update);
    }
}

void workshop_event(Update *update) {
    if (update->event->kind == EV_WORKSHOP) {
        open_workshop(update);
    } else if (update->event->kind == EV_LEAD) {
        take_act(update);
    } else if (may_write(update)) {
        update_room_files(update);
    }
}
