/* SPDX-License-Identifier: MIT */
/* Looking back (screens.md 7): a month of evenings, from the first one played to today's. */
#include "game_parts.h"

static Day month_first(Day day) {
    CivilDate date = day_to_civil(day);
    date.day = 1;
    return day_from_civil(date);
}

static Day month_after(Day first) {
    return month_first(first + LOOK_BACK_DAYS_MAX);
}

static Day first_evening(const Game *game, Day today) {
    Day first = today;
    for (int i = 0; i < game->play_count; i++) {
        first = game->plays[i].play_date < first ? game->plays[i].play_date : first;
    }
    return first;
}

/* The newest dates stand last, so that is where the search begins. */
static DayHeld *held_on(Game *game, Day day) {
    for (int i = game->held_count - 1; i >= 0; i--) {
        if (game->held[i].day == day) {
            return &game->held[i];
        }
    }
    if (game->held_count == GAME_PLAYS_MAX) {
        return NULL;
    }
    DayHeld *held = &game->held[game->held_count++];
    *held = (DayHeld){.day = day};
    return held;
}

void look_back_apply(Game *game, const Fact *fact) {
    bool is_card = fact->kind == FACT_CARD;
    bool is_done = fact->kind == FACT_CHALLENGE && fact->values[0] == CHALLENGE_DONE;
    DayHeld *held = is_card || is_done ? held_on(game, fact->day) : NULL;
    if (held) {
        held->cards += is_card;
        held->has_challenge |= is_done;
    }
}

static void show_month(Update *update, Day first) {
    Game *game = update->game;
    LookBack *look = &game->look_back;
    Day today = game->evening.day;
    *look = (LookBack){.first = first,
                       .count = (int)(month_after(first) - first),
                       .has_before = first > month_first(first_evening(game, today)),
                       .has_after = first < month_first(today)};
    streak_fill(update, first, look->count, look->days);
    for (int i = 0; i < game->held_count; i++) {
        Day at = game->held[i].day - first;
        if (at >= 0 && at < look->count) {
            look->held[at] = game->held[i];
        }
    }
    for (int i = 0; i < look->count; i++) {
        look->evenings += look->days[i] == STREAK_DAY_DONE;
    }
}

void look_back_event(Update *update) {
    Game *game = update->game;
    const LookBack *look = &game->look_back;
    int turn = update->event->value;
    if (turn == 0) {
        if (page_turn(update, SCREEN_LOOK_BACK)) {
            show_month(update, month_first(game->evening.day));
        }
        return;
    }
    if (game->overlay_count || game->screen != SCREEN_LOOK_BACK) {
        return;
    }
    if (turn == -1 && look->has_before) {
        show_month(update, month_first(look->first - 1));
    } else if (turn == 1 && look->has_after) {
        show_month(update, month_after(look->first));
    }
}

bool game_has_pages(const Game *game) {
    bool is_page = game->screen == SCREEN_HOME || game->screen == SCREEN_JOURNEY ||
                   game->screen == SCREEN_LOOK_BACK || game->screen == SCREEN_OUR_MAP;
    return is_page && (game->overlay_count == 0 ||
                       (game->overlay_count == 1 && game_overlay(game) == OVERLAY_SETTINGS));
}

bool page_turn(Update *update, Screen page) {
    Game *game = update->game;
    if (!game_has_pages(game)) {
        return false;
    }
    game->overlay_count = 0;
    game->screen = page;
    return true;
}
