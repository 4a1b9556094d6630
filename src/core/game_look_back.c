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

static void show_month(Update *update, Day first) {
    Game *game = update->game;
    LookBack *look = &game->look_back;
    Day today = game->evening.day;
    *look = (LookBack){.first = first,
                       .count = (int)(month_after(first) - first),
                       .has_before = first > month_first(first_evening(game, today)),
                       .has_after = first < month_first(today)};
    streak_fill(update, first, look->count, look->days);
    for (int i = 0; i < look->count; i++) {
        look->evenings += look->days[i] == STREAK_DAY_DONE;
    }
}

void look_back_event(Update *update) {
    Game *game = update->game;
    const LookBack *look = &game->look_back;
    int turn = update->event->value;
    if (game->overlay_count) {
        return;
    }
    if (game->screen == SCREEN_HOME && turn == 0) {
        game->screen = SCREEN_LOOK_BACK;
        show_month(update, month_first(game->evening.day));
    } else if (game->screen == SCREEN_LOOK_BACK && turn == -1 && look->has_before) {
        show_month(update, month_first(look->first - 1));
    } else if (game->screen == SCREEN_LOOK_BACK && turn == 1 && look->has_after) {
        show_month(update, month_after(look->first));
    }
}
