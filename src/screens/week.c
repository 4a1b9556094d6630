/* SPDX-License-Identifier: MIT */
/* The week's marks, drawn alike on Home and by the lantern. */
#include "week.h"

#include <stdio.h>

enum { DAYS_A_WEEK = 7 };

StreakDay week_day(const Game *game, int days) {
    int at = (int)(game->evening.day - game->week_first) - days;
    if (at < -DAYS_A_WEEK || at >= DAYS_A_WEEK) {
        return STREAK_DAY_QUIET;
    }
    StreakDay day = at < 0 ? game->last_week[at + DAYS_A_WEEK] : game->week[at];
    bool is_open = day == STREAK_DAY_TODAY || day == STREAK_DAY_AWAY;
    return days == 0 && is_open && game_is_held(game) ? STREAK_DAY_HELD : day;
}

const char *week_icon(StreakDay day) {
    switch (day) {
    case STREAK_DAY_DONE: return "flame";
    case STREAK_DAY_REST: return "leaf";
    case STREAK_DAY_HELD: return "moon";
    case STREAK_DAY_REPAIRED: return "hand-heart";
    case STREAK_DAY_AWAY: return "tent";
    case STREAK_DAY_QUIET:
    case STREAK_DAY_TODAY:
    case STREAK_DAY_FUTURE: return "";
    }
    return "";
}

/* --- A disc ---------------------------------------------------------------------------------- */

typedef struct DiscData {
    StreakDay day;
    float lit; /* done: how far its flame is up */
} DiscData;

static void disc_ring(Ui *ui, const DiscData *disc, float x, float y, float r) {
    bool awaits = disc->day == STREAK_DAY_FUTURE || (disc->day == STREAK_DAY_DONE && disc->lit < 1);
    bool is_today = disc->day == STREAK_DAY_TODAY;
    DrawToken token = disc->day == STREAK_DAY_QUIET || disc->day == STREAK_DAY_DONE ? TOKEN_NONE
                      : is_today || disc->day == STREAK_DAY_REPAIRED                ? TOKEN_GOLD_INK
                                                                                    : TOKEN_LINE;
    path_begin(ui->list);
    path_add_ellipse(ui->list, x, y, r, r);
    path_paint(ui->list, fill_of(paint_of(TOKEN_PAPER2)), paint_of(awaits ? TOKEN_LINE : token),
               awaits ? 2 : 2.5f, awaits ? 5 : 0, awaits ? 5 : 0);
    if (is_today) {
        draw_ellipse(ui->list, x, y, r * 0.22f, r * 0.22f, paint_of(TOKEN_GOLD_INK));
    }
}

static void paint_disc(Ui *ui, Rect rect, const void *data) {
    const DiscData *disc = data;
    float r = rect.w / 2, x = rect.x + r, y = rect.y + r, size = r * 1.14f;
    const char *icon = week_icon(disc->day);
    Paint ink = paint_of(TOKEN_GOLD_INK);
    disc_ring(ui, disc, x, y, r);
    if (disc->day == STREAK_DAY_DONE) {
        draw_ellipse(ui->list, x, y, r, r, paint_alpha(TOKEN_GOLD, disc->lit));
        ink = paint_alpha(TOKEN_ON_GOLD, disc->lit);
    }
    if (icon[0]) {
        draw_icon(ui->list, icon, x - size / 2, y - size / 2, size, ink);
    }
}

void week_mark(Ui *ui, StreakDay day, float side, float lit) {
    DiscData data = {day, lit};
    ui_custom(ui, &(UiBox){.width = side, .height = side}, paint_disc, &data, sizeof data);
}

/* --- The row, the goal ------------------------------------------------------------------------ */

void week_row(ScreenContext *context, float side, float gap, float lit) {
    Ui *ui = context->ui;
    const Game *game = context->game;
    int today = (int)(game->evening.day - game->week_first);
    float label = side * 0.38f > 14 ? side * 0.38f : 14;
    float grown = side * (ui->text_scale < 1.3f ? ui->text_scale : 1.3f);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_CENTER, .gap = gap});
    for (int i = 0; i < DAYS_A_WEEK; i++) {
        char key[24];
        snprintf(key, sizeof key, "week.day.%d", i);
        ui_open(ui, &(UiBox){.cross = UI_CENTER, .gap = side * 0.1f});
        StreakDay day = i == today ? week_day(game, 0) : game->week[i];
        week_mark(ui, day, grown, i == today ? lit : 1);
        ui_text(ui, tr(context, key),
                style_text(i == today ? FONT_TEXT_BOLD : FONT_TEXT_SEMI, label,
                           i == today ? TOKEN_INK : TOKEN_INK2));
        ui_close(ui);
    }
    ui_close(ui);
}

static int evenings_this_week(const Game *game) {
    int done = 0;
    for (int i = 0; i < DAYS_A_WEEK; i++) {
        done += game->week[i] == STREAK_DAY_DONE;
    }
    return done;
}

const char *week_goal(ScreenContext *context) {
    int done = evenings_this_week(context->game);
    int goal = context->game->settings[SETTING_WEEK_GOAL];
    char first[24], of[24];
    snprintf(first, sizeof first, "week.number.%d", done);
    snprintf(of, sizeof of, "week.of.%d", goal);
    if (done == 0) {
        return trn(context, "week.plan", goal);
    }
    const char *key = done < goal ? "week.goal" : done == goal ? "week.met" : "week.beyond";
    return tr2(context, key, "done", tr(context, first), "goal", tr(context, of));
}

/* --- The legend ------------------------------------------------------------------------------ */

static const struct {
    StreakDay day;
    const char *key;
} meanings[] = {
    {STREAK_DAY_DONE, "week.mark.done"},   {STREAK_DAY_TODAY, "week.mark.today"},
    {STREAK_DAY_REST, "week.mark.rest"},   {STREAK_DAY_HELD, "week.mark.held"},
    {STREAK_DAY_AWAY, "week.mark.away"},   {STREAK_DAY_REPAIRED, "week.mark.repaired"},
    {STREAK_DAY_QUIET, "week.mark.quiet"},
};

enum { MEANINGS = sizeof meanings / sizeof meanings[0] };

const char *week_mark_key(StreakDay day) {
    for (int i = 0; i < MEANINGS; i++) {
        if (meanings[i].day == day) {
            return meanings[i].key;
        }
    }
    return "";
}

static bool needs_words(const Game *game, StreakDay day) {
    bool speaks = day == STREAK_DAY_DONE || day == STREAK_DAY_TODAY || day == STREAK_DAY_QUIET;
    int today = (int)(game->evening.day - game->week_first);
    bool is_there = week_day(game, 0) == day;
    for (int i = 0; i < DAYS_A_WEEK; i++) {
        is_there |= i != today && game->week[i] == day;
    }
    return is_there && !speaks;
}

void week_legend(ScreenContext *context, bool all) {
    Ui *ui = context->ui;
    UiStyle style = style_text(FONT_TEXT, 15, TOKEN_INK2);
    style.line_height = 1.25f;
    ui_open(ui, &(UiBox){.cross = all ? UI_START : UI_CENTER});
    ui_open_id(ui, ui_id(ui, "legend", 0),
               &(UiBox){.dir = all ? UI_COLUMN : UI_ROW, .gap = all ? 6 : 16, .wrap = !all});
    for (int i = 0; i < MEANINGS; i++) {
        if (!all && !needs_words(context->game, meanings[i].day)) {
            continue;
        }
        ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8});
        week_mark(ui, meanings[i].day, 22 * (ui->text_scale < 1.3f ? ui->text_scale : 1.3f), 1);
        ui_text(ui, tr(context, meanings[i].key), style);
        ui_close(ui);
    }
    ui_close(ui);
    ui_close(ui);
}
