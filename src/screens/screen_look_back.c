/* SPDX-License-Identifier: MIT */
/* Look back (07): a month of lanterns, all evenings first, the streak second; what the two are good
 * at, the couple's alone. */
#include "dates.h"
#include "page_bar.h"
#include "valley.h"
#include "week.h"

#include <stdio.h>

enum {
    WEEK_DAYS = 7,
    SKILL_STONES = 10,
    SKILL_KNOWN_FROM = 5,
    LIGHT_EACH_MS = 25,
    DAY_HEIGHT = 54
};

static bool is_large(const Ui *ui) {
    return ui->text_scale > 1.3f;
}

static void scenery(ScreenContext *context) {
    Ui *ui = context->ui;
    Valley valley = {.cx = ui->width * 0.94f,
                     .gy = ui->height - 140,
                     .half = 120,
                     .hz = ui->height * 0.45f,
                     .sun_x = ui->width * 0.18f,
                     .seed = 5,
                     .season = context->season,
                     .flowers = 2,
                     .near_banks = true};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    draw_still_end(ui->list);
}

/* Of the panels, in points: the month's, and beside it the skills'. */
static float skills_width(const Ui *ui) {
    return (ui->width - 80) * 0.38f;
}

static float month_width(const Ui *ui) {
    return is_large(ui) ? ui->width - 80 : ui->width - 80 - skills_width(ui) - 24;
}

static float cell_width(const Ui *ui) {
    return (month_width(ui) - 48 - 14) / WEEK_DAYS;
}

/* --- The month ------------------------------------------------------------------------------- */

static const char *month_name(ScreenContext *context) {
    CivilDate date = day_to_civil(context->game->look_back.first);
    char key[24], year[16];
    snprintf(key, sizeof key, "date.month-%d", date.month);
    snprintf(year, sizeof year, "%d", date.year);
    return tr2(context, "look-back.month", "month", tr(context, key), "year", year);
}

static void turn_button(ScreenContext *context, const char *name, const char *icon, int by) {
    const char *label = tr(context, by < 0 ? "look-back.before" : "look-back.after");
    if (ui_icon_button(context->ui, name, icon, label, 44)) {
        emit(context, EV_LOOK_BACK, 0, by);
    }
}

static void month_head(ScreenContext *context) {
    Ui *ui = context->ui;
    const LookBack *look = &context->game->look_back;
    int in_a_row = context->game->streak.current;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 12, .min_height = 44});
    ui_open(ui, &(UiBox){.grow = 1, .gap = 2});
    ui_text(ui, month_name(context), style_display(28));
    UiStyle small = style_text(FONT_TEXT, 16, TOKEN_INK2);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .wrap = true, .gap = 14});
    if (context->game->streak.lifetime_days == 0) {
        ui_text(ui, tr(context, "look-back.empty"), small);
    } else {
        ui_text(ui, trn(context, "look-back.this-month", look->evenings), small);
    }
    if (in_a_row > 1) {
        ui_text(ui, trn(context, "look-back.in-a-row", in_a_row), small);
    }
    ui_close(ui);
    ui_close(ui);
    if (look->has_before) {
        turn_button(context, "before", ui->rtl ? "chevron-right" : "chevron-left", -1);
    }
    if (look->has_after) {
        turn_button(context, "after", ui->rtl ? "chevron-left" : "chevron-right", 1);
    }
    ui_close(ui);
}

static void weekday_names(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW});
    for (int i = 0; i < WEEK_DAYS; i++) {
        char key[24];
        snprintf(key, sizeof key, "week.day.%d", i);
        ui_open(ui, &(UiBox){.width = cell_width(ui), .cross = UI_CENTER});
        ui_text(ui, tr(context, key), style_text(FONT_TEXT_BOLD, 15, TOKEN_INK2));
        ui_close(ui);
    }
    ui_close(ui);
}

/* Lanterns light one after another when a month is first seen; calm motion: at once. */
static float lit(ScreenContext *context, int nth) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, "month-lights", (int)context->game->look_back.first);
    return ui_progress(ui, id, nth * LIGHT_EACH_MS, 200, false);
}

static void day_cell(ScreenContext *context, int nth) {
    Ui *ui = context->ui;
    const LookBack *look = &context->game->look_back;
    bool is_today = look->first + nth == context->game->evening.day;
    char number[12];
    snprintf(number, sizeof number, "%d", nth + 1);
    UiId id = ui_id(ui, "day", (int)look->first + nth);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .main = UI_CENTER,
                        .cross = UI_CENTER,
                        .width = cell_width(ui),
                        .gap = 6,
                        .min_height = DAY_HEIGHT,
                        .radius = 18,
                        .border = paint_of(is_today ? TOKEN_MOSS : TOKEN_NONE),
                        .border_width = is_today ? 2.5f : 0,
                        .fill = fill_of(paint_of(is_today ? TOKEN_MOSS_SOFT : TOKEN_NONE))});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 18, 0);
    if (pressed || ui_has_focus(ui, id)) {
        context->memory->look_day = look->first + nth;
    }
    ui_text(
        ui, number,
        style_text(is_today ? FONT_TEXT_BOLD : FONT_TEXT, 16, is_today ? TOKEN_INK : TOKEN_INK2));
    week_mark(ui, look->days[nth], 28, lit(context, nth));
    ui_close(ui);
}

static void month_days(ScreenContext *context) {
    Ui *ui = context->ui;
    const LookBack *look = &context->game->look_back;
    int before = day_weekday(look->first);
    for (int at = 0; at < before + look->count; at += WEEK_DAYS) {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_STRETCH});
        for (int i = at; i < at + WEEK_DAYS; i++) {
            if (i < before || i >= before + look->count) {
                ui_open(ui, &(UiBox){.width = cell_width(ui), .min_height = DAY_HEIGHT});
                ui_close(ui);
            } else {
                day_cell(context, i - before);
            }
        }
        ui_close(ui);
    }
}

/* What the day was that was looked at last; else today. */
static void day_words(ScreenContext *context) {
    const LookBack *look = &context->game->look_back;
    Day today = context->game->evening.day, day = context->memory->look_day;
    if (day < look->first || day >= look->first + look->count) {
        day = today >= look->first && today < look->first + look->count ? today : look->first;
    }
    char date[DATE_TEXT_MAX];
    date_print(&context->content->strings, day, today, date);
    const char *key = week_mark_key(look->days[day - look->first]);
    ui_text(context->ui,
            key[0] ? tr2(context, "look-back.day", "date", date, "mark", tr(context, key))
                   : tr1(context, "look-back.day-to-come", "date", date),
            style_text(FONT_TEXT_SEMI, 16, TOKEN_INK));
    const DayHeld *held = &look->held[day - look->first];
    if (held->cards > 0) {
        ui_text(context->ui,
                trn(context,
                    held->has_challenge ? "look-back.cards-and-challenge" : "look-back.cards",
                    held->cards),
                style_text(FONT_TEXT, 15, TOKEN_INK2));
    }
}

/* Those marks that this month has. */
static void legend(ScreenContext *context) {
    static const StreakDay days[] = {STREAK_DAY_DONE, STREAK_DAY_REST,     STREAK_DAY_HELD,
                                     STREAK_DAY_AWAY, STREAK_DAY_REPAIRED, STREAK_DAY_QUIET};
    Ui *ui = context->ui;
    const LookBack *look = &context->game->look_back;
    UiStyle style = style_text(FONT_TEXT, 15, TOKEN_INK2);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .wrap = true, .gap = 16});
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        bool is_there = false;
        for (int nth = 0; nth < look->count; nth++) {
            is_there |= look->days[nth] == days[i];
        }
        if (is_there) {
            ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8});
            week_mark(ui, days[i], 22, 1);
            ui_text(ui, tr(context, week_mark_key(days[i])), style);
            ui_close(ui);
        }
    }
    ui_close(ui);
}

static void our_map_button(ScreenContext *context) {
    if (ui_button(context->ui, "our-map",
                  &(Button){.label = tr(context, "our-map.title"),
                            .icon = "map",
                            .kind = BUTTON_GHOST,
                            .size = 16})) {
        emit(context, EV_MAP, 0, MAP_OPEN);
    }
}

static void month_part(ScreenContext *context) {
    Ui *ui = context->ui;
    month_head(context);
    weekday_names(context);
    month_days(context);
    ui_open(ui, &(UiBox){.dir = is_large(ui) ? UI_COLUMN : UI_ROW,
                         .cross = is_large(ui) ? UI_START : UI_END,
                         .gap = 16});
    ui_open(ui, &(UiBox){.grow = is_large(ui) ? 0 : 1, .gap = 6});
    day_words(context);
    legend(context);
    ui_close(ui);
    our_map_button(context);
    ui_close(ui);
}

/* --- Skills, and what it all came to ---------------------------------------------------------- */

static void paint_skill(Ui *ui, Rect rect, const void *data) {
    int filled = *(const int *)data;
    float step = rect.w / SKILL_STONES;
    for (int i = 0; i < SKILL_STONES; i++) {
        float x = ui->rtl ? rect.x + rect.w - step * (float)(i + 1) : rect.x + step * (float)i;
        path_begin(ui->list);
        path_add_round_rect(ui->list, (Rect){x + 1, rect.y, step - 3, rect.h}, 5);
        bool is_laid = i < filled;
        path_paint(ui->list,
                   fill_of(paint_of(is_laid ? (DrawToken)(TOKEN_STONE0 + i * 3 % 5) : TOKEN_NONE)),
                   is_laid ? paint_mix(TOKEN_STONE4, TOKEN_SHADOW, 0.3f) : paint_of(TOKEN_LINE),
                   1.5f, is_laid ? 0 : 4, is_laid ? 0 : 4);
    }
}

static int skill_stones(int average_milli) {
    return (average_milli * SKILL_STONES + 1000) / 2000;
}

/* Stones more than on Monday; fewer are nobody's business. */
static int grown_by(ScreenContext *context, Skill skill) {
    const Skills *skills = &context->game->skills;
    Day today = context->game->evening.day;
    bool is_this_week = skills->week == today - day_weekday(today);
    int then = skill_stones(skills->week_milli[skill]);
    return is_this_week && then > 0 ? skill_stones(skills->average_milli[skill]) - then : 0;
}

static void skill_row(ScreenContext *context, Skill skill) {
    static const char *const icons[SKILL_COUNT] = {[SKILL_NOTICE] = "eye",
                                                   [SKILL_UNDERSTAND] = "ear",
                                                   [SKILL_ASK] = "message-circle-heart",
                                                   [SKILL_CARE] = "hand-heart",
                                                   [SKILL_OWN] = "heart-handshake"};
    Ui *ui = context->ui;
    const Skills *skills = &context->game->skills;
    char name[40], about[40];
    snprintf(name, sizeof name, "look-back.skill-%s", skill_names[skill]);
    snprintf(about, sizeof about, "look-back.about-%s", skill_names[skill]);
    bool is_known = skills->observations[skill] >= SKILL_KNOWN_FROM;
    int filled = skill_stones(skills->average_milli[skill]), grown = grown_by(context, skill);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 12});
    ui_icon(ui, icons[skill], 26, paint_of(TOKEN_INK));
    ui_open(ui, &(UiBox){.grow = 1, .gap = 2, .cross = UI_STRETCH});
    ui_text(ui, tr(context, name), style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    UiStyle small = style_text(FONT_TEXT, 15, TOKEN_INK2);
    small.line_height = 1.25f;
    ui_text(ui,
            !is_known   ? tr(context, "look-back.mist")
            : grown > 0 ? trn(context, "look-back.grown", grown)
                        : tr(context, about),
            small);
    if (is_known) {
        ui_custom(ui, &(UiBox){.height = 18, .min_width = 200}, paint_skill, &filled,
                  sizeof filled);
    }
    ui_close(ui);
    ui_close(ui);
}

static void skills_part(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_text(ui, tr(context, "look-back.skills"), style_display(26));
    ui_text(ui, tr(context, "look-back.skills-sub"), style_text(FONT_TEXT, 16, TOKEN_INK2));
    for (Skill skill = 0; skill < SKILL_COUNT; skill++) {
        skill_row(context, skill);
    }
    ui_text(ui, tr(context, "look-back.together"), style_text(FONT_TEXT_BOLD, 16, TOKEN_INK));
}

static void sum_chips(ScreenContext *context) {
    const Game *game = context->game;
    ui_chip(context->ui, "flame", trn(context, "look-back.lifetime", game->streak.lifetime_days));
    ui_chip(context->ui, "bridge", trn(context, "look-back.laid", game->tally.bridge));
}

/* All evenings, before anything else (GAME.md, "Look back"). */
static void sums_above(ScreenContext *context) {
    ui_open(
        context->ui,
        &(UiBox){
            .absolute = true, .anchor_x = 1, .at_x = -40, .at_y = 30, .dir = UI_ROW, .gap = 14});
    sum_chips(context);
    ui_close(context->ui);
}

static void sums_part(ScreenContext *context) {
    Ui *ui = context->ui;
    const Game *game = context->game;
    if (is_large(ui)) {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .wrap = true, .gap = 10});
        sum_chips(context);
        ui_close(ui);
    }
    UiStyle line = style_text(FONT_TEXT, 15, TOKEN_INK2);
    line.line_height = 1.25f;
    ui_text(ui, week_goal(context), line);
    if (game->sparks > 0) {
        ui_text(ui, trn(context, "look-back.sparks", game->sparks), line);
    }
    if (game->repairs > 0) {
        ui_text(ui, trn(context, "look-back.repairs", game->repairs), line);
    }
}

/* --- The screen ------------------------------------------------------------------------------- */

static void panel_open(ScreenContext *context, const char *name, bool at_end, float width) {
    Ui *ui = context->ui;
    UiBox box = ui_card(width, 24);
    box.absolute = true;
    box.anchor_x = at_end ? 1 : 0;
    box.at_x = at_end ? -40 : 40;
    box.at_y = 72 + 32 * ui->text_scale;
    float room = page_bar_room(context);
    box.height = ui->height - box.at_y - (room > 0 ? room : 24);
    box.gap = at_end ? 8 : 4;
    box.scroll = true;
    box.cross = UI_STRETCH;
    ui_open_id(ui, ui_id(ui, name, 0), &box);
}

void screen_look_back(ScreenContext *context) {
    Ui *ui = context->ui;
    scenery(context);
    if (ui_top_bar(ui, tr(context, "nav.look-back"), tr(context, "look-back.sub"),
                   tr(context, "nav.back"))) {
        emit(context, EV_BACK, 0, 0);
    }
    panel_open(context, "month", false, month_width(ui));
    month_part(context);
    if (is_large(ui)) {
        ui_rule(ui, 5);
        sums_part(context);
        skills_part(context);
        ui_close(ui);
        return;
    }
    ui_close(ui);
    panel_open(context, "skills", true, skills_width(ui));
    skills_part(context);
    ui_rule(ui, 5);
    sums_part(context);
    ui_close(ui);
    sums_above(context);
    page_bar(context);
}
