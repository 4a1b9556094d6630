/* SPDX-License-Identifier: MIT */
/* Settings, section What is kept: removing everything, for seven days or for good, and bringing it
 * back. What can be undone takes one press, what can't takes two. */
#include "dates.h"
#include "kept_parts.h"
#include "settings_parts.h"

/* ScreenMemory.asks_kept; the latter two plus the place in the list. */
enum { ASKS_NOTHING, ASKS_ERASE, ASKS_BACK = 10, ASKS_ERASE_ASIDE = 20 };

static void set_asks(ScreenContext *context, int asks) {
    context->memory->asks_kept = asks;
    context->memory->asks_restore = 0;
    context->ui->wants_frames = true;
}

static void answer(ScreenContext *context, HistoryAct act, int index) {
    set_asks(context, ASKS_NOTHING);
    kept_ask(context, act, index);
}

static void open_buttons(ScreenContext *context) {
    ui_open(context->ui, &(UiBox){.dir = UI_ROW, .gap = 8, .wrap = true});
}

/* "No" stands where the first press was, so that a second one by mistake changes nothing. */
static void no_button(ScreenContext *context, const char *name, int index) {
    if (kept_button(context, name, index, tr(context, "kept.restore-no"), NULL)) {
        set_asks(context, ASKS_NOTHING);
    }
}

static void back_question(ScreenContext *context, int index) {
    kept_open_row(context, "aside-row", index, true, tr(context, "kept.back-ask"),
                  tr(context, "kept.back-more"));
    open_buttons(context);
    no_button(context, "bring-back", index);
    if (kept_button(context, "back-swap", index, tr(context, "kept.back-swap"), NULL)) {
        answer(context, HISTORY_BRING_BACK, index);
    }
    if (kept_button(context, "back-join", index, tr(context, "kept.back-join"), NULL)) {
        answer(context, HISTORY_JOIN, index);
    }
    ui_close(context->ui);
    ui_close(context->ui);
}

static void aside_question(ScreenContext *context, int index) {
    kept_open_row(context, "aside-row", index, true, tr(context, "kept.erase-aside-ask"),
                  tr(context, "kept.erase-aside-more"));
    open_buttons(context);
    if (kept_button(context, "erase-aside-yes", index, tr(context, "kept.erase-yes"), NULL)) {
        answer(context, HISTORY_ERASE_ASIDE, index);
    }
    no_button(context, "erase-aside", index);
    ui_close(context->ui);
    ui_close(context->ui);
}

/* A couple that has begun anew is asked what becomes of that. */
static void aside_buttons(ScreenContext *context, const KeptAside *aside, int index) {
    const char *label = aside->days_left > 0 ? trn(context, "kept.bring-back", aside->days_left)
                                             : tr(context, "kept.bring-back-last");
    open_buttons(context);
    if (kept_button(context, "bring-back", index, label, "history")) {
        if (context->game->first_run_done) {
            set_asks(context, ASKS_BACK + index);
        } else {
            answer(context, HISTORY_BRING_BACK, index);
        }
    }
    if (kept_button(context, "erase-aside", index, tr(context, "kept.erase-aside"), NULL)) {
        set_asks(context, ASKS_ERASE_ASIDE + index);
    }
    ui_close(context->ui);
}

static void aside_row(ScreenContext *context, const KeptAside *aside, int index) {
    char date[DATE_TEXT_MAX];
    int rollover_h = context->game->settings[SETTING_ROLLOVER];
    date_print(&context->content->strings, aside->day, day_today(context->now, rollover_h), date);
    kept_open_row(context, "aside-row", index, true, tr1(context, "kept.removed-on", "date", date),
                  aside->evenings < 0 ? "" : trn(context, "kept.evenings", aside->evenings));
    aside_buttons(context, aside, index);
    ui_close(context->ui);
}

void kept_removed(ScreenContext *context, const Kept *kept) {
    Ui *ui = context->ui;
    int asks = context->memory->asks_kept;
    if (kept->aside_count == 0) {
        return;
    }
    ui_text(ui, tr(context, "kept.removed"), kept_heading());
    ui_text(ui, tr(context, "kept.removed-more"), kept_small_print());
    for (int i = 0; i < kept->aside_count; i++) {
        if (asks == ASKS_BACK + i) {
            back_question(context, i);
        } else if (asks == ASKS_ERASE_ASIDE + i) {
            aside_question(context, i);
        } else {
            aside_row(context, &kept->asides[i], i);
        }
    }
    settings_rule(ui);
    ui_gap(ui, 10);
}

static void open_choice(ScreenContext *context, const char *name) {
    Ui *ui = context->ui;
    bool large = settings_are_large(ui);
    ui_open_id(
        ui, ui_id(ui, name, 0),
        &(UiBox){.grow = large ? 0 : 1, .gap = 6, .cross = UI_START});
}

static void choose_remove(ScreenContext *context) {
    Ui *ui = context->ui;
    open_choice(context, "remove-choice");
    ui_text(ui, tr(context, "kept.remove-week"), style_text(FONT_TEXT_BOLD, 16.5f, TOKEN_INK));
    ui_text(ui, tr(context, "kept.remove-week-more"), kept_small_print());
    if (kept_button(context, "remove", 0, tr(context, "kept.remove-button"), NULL)) {
        answer(context, HISTORY_REMOVE, 0);
    }
    ui_close(ui);
}

static void choose_erase(ScreenContext *context) {
    Ui *ui = context->ui;
    bool asks = context->memory->asks_kept == ASKS_ERASE;
    open_choice(context, "erase-choice");
    ui_text(ui, tr(context, asks ? "kept.erase-ask" : "kept.erase-now"),
            style_text(FONT_TEXT_BOLD, 16.5f, TOKEN_INK));
    ui_text(ui, tr(context, "kept.erase-now-more"), kept_small_print());
    if (asks) {
        open_buttons(context);
        no_button(context, "erase", 0);
        if (kept_button(context, "erase-yes", 0, tr(context, "kept.erase-yes"), NULL)) {
            answer(context, HISTORY_ERASE, 0);
        }
        ui_close(ui);
    } else if (kept_button(context, "erase", 0, tr(context, "kept.erase-button"), NULL)) {
        set_asks(context, ASKS_ERASE);
    }
    ui_close(ui);
}

void kept_remove(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_gap(ui, 10);
    settings_rule(ui);
    ui_gap(ui, 10);
    ui_text(ui, tr(context, "kept.remove"), kept_heading());
    ui_gap(ui, 8);
    ui_open(ui, &(UiBox){.dir = settings_are_large(ui) ? UI_COLUMN : UI_ROW,
                         .gap = settings_are_large(ui) ? 16 : 24});
    choose_remove(context);
    choose_erase(context);
    ui_close(ui);
    ui_gap(ui, 8);
    ui_text(ui, tr(context, "kept.remove-not"), kept_small_print());
}
