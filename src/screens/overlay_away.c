/* SPDX-License-Identifier: MIT */
/* A planned pause: away until a date, or back already. The lanterns wait; no day costs anything. */
#include "dates.h"
#include "dim_valley.h"

enum { DAYS_AT_FIRST = 7 };

static const int usual_days[] = {3, 7, 14, 30, GAME_AWAY_DAYS_MAX};

enum { USUAL = sizeof usual_days / sizeof usual_days[0] };

static void choose(ScreenContext *context, int days) {
    context->memory->away_days = days;
    context->ui->wants_frames = true;
}

static bool step_button(Ui *ui, const char *name, const char *icon, const char *label) {
    return ui_icon_button(ui, name, icon, label, 48);
}

/* The date, a day earlier or later at a press. */
static void date_row(ScreenContext *context, int days) {
    Ui *ui = context->ui;
    char date[DATE_TEXT_MAX];
    Day today = context->game->evening.day;
    date_print(&context->content->strings, today + days, today, date);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 14});
    if (step_button(ui, "earlier", "minus", tr(context, "away.earlier")) && days > 1) {
        choose(context, days - 1);
    }
    ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
    ui_text(ui, date, style_centred(style_display(28)));
    ui_close(ui);
    if (step_button(ui, "later", "plus", tr(context, "away.later")) && days < GAME_AWAY_DAYS_MAX) {
        choose(context, days + 1);
    }
    ui_close(ui);
}

static void usual_row(ScreenContext *context, int days) {
    Ui *ui = context->ui;
    ui_open_id(ui, ui_id(ui, "usual-row", 0), &(UiBox){.dir = UI_ROW, .gap = 10, .wrap = true});
    for (int i = 0; i < USUAL; i++) {
        const char *label = trn(context, "away.days", usual_days[i]);
        if (ui_choice(ui, "usual", i, label, days == usual_days[i], 16)) {
            choose(context, usual_days[i]);
        }
    }
    ui_close(ui);
}

static void ways_on(ScreenContext *context, bool is_away, int days) {
    Ui *ui = context->ui;
    if (is_away && ui_button_first(ui, "back-home",
                                   &(Button){.label = tr(context, "away.back"),
                                             .icon = "house",
                                             .stretch = true,
                                             .height = 56})) {
        emit(context, EV_AWAY, 0, 0);
    }
    Button go = {.label = tr(context, is_away ? "away.change" : "away.go"),
                 .icon = "tent",
                 .kind = is_away ? BUTTON_GHOST : BUTTON_PRIMARY,
                 .stretch = true,
                 .height = 56};
    if (is_away ? ui_button(ui, "go", &go) : ui_button_first(ui, "go", &go)) {
        emit(context, EV_AWAY, 0, days);
    }
    if (ui_button(ui, "not-now",
                  &(Button){.label = tr(context, "away.not-now"),
                            .kind = BUTTON_LINK,
                            .size = 17,
                            .stretch = true})) {
        emit(context, EV_BACK, 0, 0);
    }
}

void overlay_away(ScreenContext *context) {
    Ui *ui = context->ui;
    const Game *game = context->game;
    Day until = 0;
    bool is_away = game_is_away(game, &until);
    int left = is_away && until > game->evening.day ? (int)(until - game->evening.day) : 0;
    int days = context->memory->away_days ? context->memory->away_days
               : left                     ? left
                                          : DAYS_AT_FIRST;
    float cx = ui->width / 2;
    dim_valley(context, cx, 0);
    dim_figures(context, cx);
    UiBox box = ui_card(600 + 220 * (ui->text_scale - 1), 36);
    box.absolute = true;
    box.anchor_x = box.anchor_y = 0.5f;
    box.gap = 14;
    box.radius = 32;
    box.pad_y = 28;
    box.max_height = ui->height - 40;
    box.scroll = true;
    ui_open_id(ui, ui_id(ui, "away-card", 0), &box);
    ui_text(ui, tr(context, "away.title"), style_centred(style_display(34)));
    ui_text(ui, tr(context, "away.how"), style_centred(style_body()));
    ui_gap(ui, 2);
    date_row(context, days);
    usual_row(context, days);
    ui_gap(ui, 4);
    ways_on(context, is_away, days);
    ui_close(ui);
}
