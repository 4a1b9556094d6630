/* SPDX-License-Identifier: MIT */
/* Settings, section Your evenings: whose playing makes an evening count (STREAK.md R4), and being
 * away. */
#include "dates.h"
#include "settings_parts.h"
#include "text.h"

#include <stdio.h>

typedef struct NeedChoice {
    StreakNeed need;
    const char *key, *more;
} NeedChoice;

static const NeedChoice choices[] = {
    {STREAK_NEED_HOLD, "settings.need-hold", "settings.need-hold-more"},
    {STREAK_NEED_BOTH, "settings.need-both", "settings.need-both-more"},
    {STREAK_NEED_ANY, "settings.need-any", "settings.need-any-more"},
};

enum { CHOICES = sizeof choices / sizeof choices[0] };

static void away_row(ScreenContext *context) {
    Ui *ui = context->ui;
    char date[DATE_TEXT_MAX];
    Day until;
    bool is_away = game_is_away(context->game, &until);
    if (is_away) {
        date_print(&context->content->strings, until, context->game->evening.day, date);
    }
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 16, .min_height = 58});
    ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
    UiStyle style = style_text(FONT_TEXT_BOLD, 18, TOKEN_INK);
    style.line_height = 1.3f;
    ui_text(ui, tr(context, "settings.away"), style);
    style = style_text(FONT_TEXT, 15.5f, TOKEN_INK2);
    style.line_height = 1.3f;
    ui_text(ui,
            is_away ? tr1(context, "away.until", "date", date) : tr(context, "settings.away-more"),
            style);
    ui_close(ui);
    if (ui_button(
            ui, "away",
            &(Button){.label = tr(context, is_away ? "settings.away-change" : "settings.away-open"),
                      .icon = "tent",
                      .kind = BUTTON_GHOST,
                      .size = 16,
                      .height = 44})) {
        context->memory->away_days = 0;
        emit(context, EV_OPEN, 0, OVERLAY_AWAY);
    }
    ui_close(ui);
}

/* The plan goes on at home: how far it is, and a way out. */
static void word_runs(ScreenContext *context, const Plan *plan) {
    Ui *ui = context->ui;
    char done[12], all[12];
    snprintf(done, sizeof done, "%d", context->game->word.evenings);
    snprintf(all, sizeof all, "%d", WORD_EVENINGS);
    ui_text(ui, tr1(context, "settings.word-runs", "title", plan->title),
            style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 16, .wrap = true});
    ui_text(ui, tr2(context, "settings.word-done", "done", done, "all", all),
            style_text(FONT_TEXT, 15.5f, TOKEN_INK2));
    if (ui_button(ui, "word-stop",
                  &(Button){.label = tr(context, "settings.word-stop"),
                            .kind = BUTTON_GHOST,
                            .size = 16,
                            .height = 44})) {
        emit(context, EV_WORD, 0, 0);
    }
    ui_close(ui);
}

static void word_row(ScreenContext *context) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    const Plan *plan = word_open(&context->game->word, context->world->plans);
    if (plan) {
        word_runs(context, plan);
        return;
    }
    ui_text(ui, tr(context, "settings.word"), style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    ui_text(ui,
            tr(context, memory->word_is_unknown ? "settings.word-unknown" : "settings.word-more"),
            style_text(FONT_TEXT, 15.5f, TOKEN_INK2));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 12});
    ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
    if (ui_field(ui, ui_id(ui, "word", 0), memory->word, sizeof memory->word,
                 &(TextField){.placeholder = tr(context, "settings.word-field"),
                              .border = TOKEN_MOSS})) {
        memory->word_is_unknown = false;
    }
    ui_close(ui);
    if (ui_button(ui, "word-go",
                  &(Button){.label = tr(context, "settings.word-go"),
                            .kind = BUTTON_GHOST,
                            .size = 16,
                            .height = 48})) {
        Event event = {.kind = EV_WORD};
        text_copy(event.text, sizeof event.text, memory->word);
        memory->word_is_unknown = !word_plan(context->world->plans, memory->word);
        if (!memory->word_is_unknown) {
            memory->word[0] = '\0';
            emit_event(context, &event);
        }
    }
    ui_close(ui);
}

void settings_evenings(ScreenContext *context) {
    Ui *ui = context->ui;
    int need = context->game->settings[SETTING_NEED];
    UiStyle more = style_text(FONT_TEXT, 15.5f, TOKEN_INK2);
    more.line_height = 1.3f;
    ui_text(ui, tr(context, "settings.need"), style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    ui_gap(ui, 6);
    ui_open_id(ui, ui_id(ui, "needs", 0), &(UiBox){.dir = UI_ROW, .gap = 10, .wrap = true});
    for (int i = 0; i < CHOICES; i++) {
        bool chosen = need == (int)choices[i].need;
        if (ui_choice(ui, "need", i, tr(context, choices[i].key), chosen, 16) && !chosen) {
            settings_change(context, SETTING_NEED, (int)choices[i].need);
        }
    }
    ui_close(ui);
    ui_gap(ui, 6);
    for (int i = 0; i < CHOICES; i++) {
        if (need == (int)choices[i].need) {
            ui_text(ui, tr(context, choices[i].more), more);
        }
    }
    ui_gap(ui, 6);
    settings_rule(ui);
    away_row(context);
    settings_rule(ui);
    word_row(context);
    settings_rule(ui);
}
