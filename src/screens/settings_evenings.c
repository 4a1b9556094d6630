/* SPDX-License-Identifier: MIT */
/* Settings, section Your evenings: whose playing makes an evening count (STREAK.md R4). */
#include "settings_parts.h"

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
}
