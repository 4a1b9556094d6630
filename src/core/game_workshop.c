/* SPDX-License-Identifier: MIT */
/* The workshop in the game: a door in, the leader's acts, and a way out that forgets all. Nothing
 * here records a fact: an evening with a room never counts for the couple. */
#include "crowd.h"
#include "game_parts.h"
#include "hash.h"

/* No card of the couple's may lie open under a room. */
static void open_workshop(Update *update) {
    Game *game = update->game;
    if (game->screen == SCREEN_HOME || game->screen == SCREEN_CARE) {
        lead_clear(&game->lead);
        phones_clear(&game->phones);
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

static void wake(Update *update) {
    enum { SUN_MS = 2000, ASLEEP_MS = PHONES_AWAKE_MS / 2 };
    const Game *game = update->game;
    const Lead *lead = &game->lead;
    const PlanStep *step = lead_step(lead);
    bool talks = step && (step->kind == STEP_TALK || step->kind == STEP_PAUSE);
    if (talks && !lead->paused_ms && lead_gone_milli(lead, update->now.utc_ms) < 1000) {
        update_wake(update, update->now.utc_ms + SUN_MS);
    }
    bool tells_asleep = lead->place == LEAD_LOBBY || lead->has_desk;
    if (tells_asleep && phones_here(&game->phones) > 0) {
        update_wake(update, update->now.utc_ms + ASLEEP_MS);
    }
    if (lead->is_rehearsal && crowd_is_busy(&game->phones, lead)) {
        update_wake(update, update->now.utc_ms + CROWD_BREATH_MS);
    }
}

void workshop_tick(Update *update) {
    Game *game = update->game;
    if (game->lead.is_rehearsal && game->phones.is_open) {
        crowd_breathe(&game->phones, &game->lead, update->now.utc_ms);
    }
    wake(update);
}

/* A rehearsal needs no server: its phones are made up. */
static void open_made_up(Game *game) {
    uint8_t fresh[2 * PHONES_TOKEN];
    for (size_t i = 0; i < sizeof fresh; i++) {
        fresh[i] = (uint8_t)(hash_u64(hash_u64(HASH_START, game->lead.seed), i) >> 16);
    }
    phones_open(&game->phones, fresh);
}

/* The phones of a question are counted before the wall goes on from it. */
static void take_phones(Game *game) {
    int counts[PLAN_OPTIONS_MAX];
    if (lead_step(&game->lead) && lead_view(&game->lead).part == LEAD_PART_ASK) {
        phones_totals(&game->phones, &game->lead, counts);
        lead_take_phones(&game->lead, counts);
    }
}

/* What is done to phones is none of the plan's. */
static bool act_on_phones(Update *update, LeadAct act) {
    Phones *phones = &update->game->phones;
    int which = update->event->amount;
    switch (act) {
    case LEAD_REMOVE: return phones_remove_pair(phones, which);
    case LEAD_PASS_LINE: return phones_judge_line(phones, which, true);
    case LEAD_DROP_LINE: return phones_judge_line(phones, which, false);
    default: return false;
    }
}

/* The door stands open from the lobby to the end, and no phone is kept beyond. */
static void follow(Update *update, LeadAct act) {
    Game *game = update->game;
    if (game->lead.place == LEAD_CHOOSING) {
        phones_clear(&game->phones);
    } else if (act == LEAD_CHOOSE && game->lead.is_rehearsal) {
        open_made_up(game);
    }
    phones_follow(&game->phones, &game->lead, update->now.utc_ms);
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
    if (game->overlay_count > 0 && (act == LEAD_NEXT || act == LEAD_BACK || act == LEAD_SKIP)) {
        game->overlay_count = 0; /* from the desk: the wall comes back before anything goes on */
        return;
    }
    if (act == LEAD_OTHER_NET) {
        update_other_net(update);
        return;
    }
    take_phones(game);
    game->lead.phones_here = phones_here(&game->phones);
    if (!act_on_phones(update, act) && !lead_act(&game->lead, update->world->plans, act,
                                                 update->event->amount, update->now.utc_ms)) {
        return;
    }
    follow(update, act);
    if (act == LEAD_LEAVE) {
        game->overlay_count = 0;
        game->screen = game->first_run_done ? SCREEN_HOME : SCREEN_CARE;
    } else {
        sound(update, act);
        wake(update);
    }
}

/* Only the shell can open a door in a network, and only while a room is there to open it for. */
static void open_door(Update *update) {
    Game *game = update->game;
    bool fits = game->screen == SCREEN_WORKSHOP && game->lead.place == LEAD_LOBBY;
    if (fits && !game->lead.is_rehearsal && update->event->fresh) {
        phones_open(&game->phones, update->event->fresh);
    }
}

static void take_phone(Update *update) {
    Game *game = update->game;
    if (update->event->phone) {
        phones_ask(&game->phones, &game->lead, update->event->phone, update->now.utc_ms);
        wake(update);
    }
}

void workshop_event(Update *update) {
    switch (update->event->kind) {
    case EV_WORKSHOP: open_workshop(update); break;
    case EV_LEAD: take_act(update); break;
    case EV_ROOM_OPEN: open_door(update); break;
    case EV_PHONE: take_phone(update); break;
    default:
        if (may_write(update)) {
            update_room_files(update);
        }
    }
}
