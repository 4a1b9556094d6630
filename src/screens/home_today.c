/* SPDX-License-Identifier: MIT */
/* Home's card of today: the challenge, the first card, "I'm here", and what else there is to do. */
#include "dates.h"
#include "home_parts.h"

#include <stdio.h>

static void card_preview(ScreenContext *context, const Card *card) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 14,
                         .pad_x = 14,
                         .pad_y = 10,
                         .min_height = 62,
                         .radius = 16,
                         .fill = fill_of(paint_of(TOKEN_PAPER2))});
    ui_icon(ui, card->icon[0] ? card->icon : "message-circle-heart", 26, paint_of(TOKEN_P1));
    ui_open(ui, &(UiBox){.grow = 1});
    UiStyle style = style_text(FONT_TEXT_BOLD, 18, TOKEN_INK);
    style.line_height = 1.25f;
    ui_text(ui, card->title[0] ? card->title : tr(context, "card.kind.ask"), style);
    style = style_text(FONT_TEXT, 15, TOKEN_INK2);
    style.line_height = 1.3f;
    ui_text(ui, card_about(context, card), style);
    ui_close(ui);
    ui_close(ui);
}

static void here_button(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    const Evening *evening = &context->game->evening;
    bool here = evening->here[player - 1];
    char name[8];
    snprintf(name, sizeof name, "here%d", player);
    UiId id = ui_id(ui, name, 0);
    if (!here) {
        ui_focus_first(ui, id);
    }
    DrawToken colour = player == 1 ? TOKEN_P1 : TOKEN_P2;
    DrawToken soft = player == 1 ? TOKEN_P1SOFT : TOKEN_P2SOFT;
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .main = UI_CENTER,
                        .cross = UI_CENTER,
                        .gap = 8,
                        .grow = 1,
                        .min_height = 52,
                        .pad_x = 10,
                        .pad_y = 6,
                        .radius = 26,
                        .border = paint_of(colour),
                        .border_width = 2.5f,
                        .fill = fill_of(paint_of(here ? soft : TOKEN_PAPER))});
    bool pressed = !here && ui_touchable(ui, id, UI_ROLE_BUTTON, 26, 0);
    if (here && ui->focus == id) {
        ui->focus = 0; /* on to the partner's */
    }
    ui_mark(ui, player, 10);
    UiStyle style = style_centred(style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    style.line_height = 1.2f;
    ui_text(ui, tr(context, here ? "home.is-here" : "home.im-here"), style);
    ui_close(ui);
    bool own_key = (ui_input_is(ui, INPUT_HERE) || ui_input_is(ui, INPUT_ANSWER)) &&
                   ui->input->player == player;
    /* Two pads: each A is its player's. One pad passed on, or Enter: whose button has the focus. */
    bool two_pads =
        ui->prompts.player_device[0] == DEVICE_PAD && ui->prompts.player_device[1] == DEVICE_PAD;
    bool confirms = ui_input_is(ui, INPUT_CONFIRM) && ui->input->down && !ui->input->repeat;
    bool by_pad = confirms && two_pads && ui->input->player != 0;
    bool own_confirm = by_pad && ui->input->player == player;
    if ((pressed && !by_pad) || own_key || own_confirm) {
        emit(context, EV_HERE, player, 0);
    }
}

/* After days away: no word of the days, only that it is good to be back (screens.md 1). */
static bool was_away(const Game *game) {
    return game->play_count > 0 &&
           game->evening.day - game->plays[game->play_count - 1].play_date > 2;
}

static const char *arrival_key(const Game *game, bool resumes) {
    if (resumes) {
        return "home.in-the-middle";
    }
    if (game->streak.today_done && !game->streak.clock_looks_wrong) {
        return "home.counts-already"; /* each has played alone, or one is enough */
    }
    return game_is_held(game) ? "home.held"
           : was_away(game)   ? "home.good-to-see"
                              : "home.first-card";
}

/* A line of its own, quietly: beside the evening, never instead of it. */
static bool quiet_link(ScreenContext *context, const char *name, const char *icon,
                       const char *key) {
    return ui_button(context->ui, name,
                     &(Button){.label = tr(context, key),
                               .kind = BUTTON_LINK,
                               .icon = icon,
                               .size = 16,
                               .height = 44,
                               .stretch = true});
}

static void repair_link(ScreenContext *context) {
    if (game_may_repair(context->game, context->world) &&
        quiet_link(context, "repair", "hand-heart", "home.repair")) {
        emit(context, EV_REPAIR, 0, 0);
    }
}

static void alone_or_repair(ScreenContext *context) {
    if (!game_may_play_alone(context->game)) {
        repair_link(context);
    } else if (quiet_link(context, "alone", "moon", "alone.offer")) {
        emit(context, EV_ALONE, 0, 0);
    }
}

/* A planned pause: said once, calmly, in the place of the first card. */
static bool away_note(ScreenContext *context) {
    Ui *ui = context->ui;
    char date[DATE_TEXT_MAX];
    Day until;
    if (!game_is_away(context->game, &until)) {
        return false;
    }
    date_print(&context->content->strings, until, context->game->evening.day, date);
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 14,
                         .pad_x = 14,
                         .pad_y = 10,
                         .min_height = 62,
                         .radius = 16,
                         .fill = fill_of(paint_of(TOKEN_PAPER2))});
    ui_icon(ui, "tent", 26, paint_of(TOKEN_GOLD_INK));
    ui_open(ui, &(UiBox){.grow = 1});
    UiStyle style = style_text(FONT_TEXT_SEMI, 17, TOKEN_INK);
    style.line_height = 1.3f;
    ui_text(ui, tr1(context, "away.until", "date", date), style);
    ui_close(ui);
    ui_close(ui);
    if (quiet_link(context, "were-back", "house", "away.back")) {
        emit(context, EV_AWAY, 0, 0);
    }
    return true;
}

static void arrival(ScreenContext *context) {
    Ui *ui = context->ui;
    const Card *card = game_next_card(context->game, context->world);
    const Evening *evening = &context->game->evening;
    bool resumes = context->game->play.card || (evening->here[0] && evening->here[1]);
    UiStyle caption = style_text(FONT_TEXT_SEMI, 15, TOKEN_INK2);
    if (resumes || !away_note(context)) {
        ui_text(ui, tr(context, arrival_key(context->game, resumes)), caption);
        card = context->game->play.card ? context->game->play.card : card;
        if (card) {
            card_preview(context, card);
        }
    }
    if (resumes) {
        if (ui_button_first(ui, "resume",
                            &(Button){.label = tr(context, "home.resume"),
                                      .stretch = true,
                                      .key = ui->prompts.confirm})) {
            emit(context, EV_HERE, 0, 0);
        }
        return;
    }
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 14, .cross = UI_STRETCH});
    here_button(context, 1);
    here_button(context, 2);
    ui_close(ui);
    alone_or_repair(context);
}

static void challenge_part(ScreenContext *context) {
    Ui *ui = context->ui;
    const Card *card = game_challenge(context->game, context->world);
    if (!card) {
        ui_text(ui, tr(context, "home.no-challenge"), style_body());
        return;
    }
    ui_text(ui, card->title, style_display(30));
    ui_text(ui, card_text(context, card->text), style_body());
}

static void done_part(ScreenContext *context) {
    Ui *ui = context->ui;
    bool open = game_challenge(context->game, context->world) &&
                context->game->evening.challenge_state != CHALLENGE_DONE;
    ui_text(ui, tr(context, "home.laid"), style_text(FONT_TEXT_BOLD, 18, TOKEN_MOSS));
    if (open &&
        ui_button_first(ui, "challenge",
                        &(Button){.label = tr(context, "home.open-challenge"), .stretch = true})) {
        emit(context, EV_CHALLENGE_OPEN, 0, 0);
    }
    if (ui_button_first(ui, "another",
                        &(Button){.label = tr(context, "home.another"),
                                  .kind = BUTTON_GHOST,
                                  .stretch = true})) {
        emit(context, EV_ANOTHER, 0, 0);
    }
    repair_link(context);
    away_note(context);
}

/* The challenge, in words. */
static void today_words(ScreenContext *context, bool scrolls) {
    Ui *ui = context->ui;
    UiBox box = {.gap = 10, .cross = UI_STRETCH};
    if (scrolls) {
        box.grow = 1;
        box.scroll = true;
        box.pad_right = 14;
    }
    ui_open_id(ui, ui_id(ui, "today-words", 0), &box);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .main = UI_BETWEEN, .gap = 8});
    ui_pill(ui, ui->evening ? "moon" : "sun",
            trn(context, "home.today-day", game_day_number(context->game)), TOKEN_MOSS_SOFT,
            TOKEN_MOSS);
    ui_text(ui, tr(context, "home.about-five"), style_text(FONT_TEXT_SEMI, 15, TOKEN_INK2));
    ui_close(ui);
    challenge_part(context);
    ui_close(ui);
}

void home_today(ScreenContext *context) {
    Ui *ui = context->ui;
    float grown = ui->text_scale - 1;
    bool is_done = context->game->evening.cards_done;
    UiBox box = ui_card(372 + 180 * grown, 24);
    box.absolute = true;
    box.at_x = 40;
    box.at_y = 124 - 28 * grown;
    box.gap = 10;
    box.max_height = ui->height - box.at_y - 96 - 32 * grown; /* above the bar of pages */
    /* Only the words scroll, so that "I'm here" stays in sight at any size of text; once today is
     * laid nothing is urgent, and at the largest sizes all of it scrolls. */
    box.scroll = is_done && grown > 0.2f;
    ui_open_id(ui, ui_id(ui, "today", 0), &box);
    today_words(context, !box.scroll);
    ui_gap(ui, 2);
    ui_rule(ui, 5);
    ui_gap(ui, 2);
    if (is_done) {
        done_part(context);
    } else {
        arrival(context);
    }
    ui_close(ui);
}
