/* SPDX-License-Identifier: MIT */
/* An ask card: each answers in secret, may guess the other's answer, and both are revealed. */
#include "card_parts.h"

#include "text.h"

static const char *choice_text(ScreenContext *context, int place) {
    const Play *play = &context->game->play;
    return card_text(context, play->card->choices[play->order[place]]);
}

static const char *asks(ScreenContext *context, int player) {
    int stage = game_stage(context->game, player);
    if (stage == 1) {
        return tr1(context, "ask.guess", "name", player_name(context, 3 - player));
    }
    return tr(context, stage == 0 ? "ask.yours" : "ask.done");
}

static void skip_button(ScreenContext *context, int player) {
    const Play *play = &context->game->play;
    bool mine = !play->in_turn || play->holder == player;
    if (mine && game_stage(context->game, player) == 1 &&
        ui_button(context->ui, player == 1 ? "no-guess-1" : "no-guess-2",
                  &(Button){.label = tr(context, "ask.no-guess"),
                            .kind = BUTTON_GHOST,
                            .size = 15,
                            .height = 44,
                            .player = player})) {
        emit(context, EV_PICK, player, CARD_ANSWERS);
    }
}

/* Above the two columns; with large text they hold it themselves. */
static void skip_buttons(ScreenContext *context) {
    Ui *ui = context->ui;
    for (int player = 1; player <= 2; player++) {
        ui_open(ui, &(UiBox){.absolute = true,
                             .anchor_x = player == 1 ? 0 : 1,
                             .anchor_y = 1,
                             .at_x = player == 1 ? 36.0f : -36.0f,
                             .at_y = -384,
                             .width = 160,
                             .cross = UI_CENTER});
        skip_button(context, player);
        ui_close(ui);
    }
}

static void picking(ScreenContext *context) {
    const Play *play = &context->game->play;
    card_scenery(context);
    for (int player = 1; player <= 2; player++) {
        Person person = player_person(context, player);
        card_bust(context, &person, player, PERSON_THINKING, POSE_CHIN);
    }
    char question[SCREEN_TEXT_MAX];
    text_copy(question, sizeof question, card_text(context, play->card->line));
    bool opens = play->card->opens != OPENS_NOTHING;
    card_bubble(context, tr(context, opens ? "deeper.caption" : "ask.caption"), question, 0);
    SheetText text;
    Sheet sheet = {.heading = tr(context, opens ? "deeper.heading" : "ask.heading"),
                   .hint = tr(context, opens ? "deeper.hint" : "ask.hint"),
                   .below = skip_button};
    for (int i = 0; i < CARD_ANSWERS; i++) {
        text_copy(text.answers[i], sizeof text.answers[i], choice_text(context, i));
        sheet.answers[i] = text.answers[i];
        sheet.notes[i] = "";
    }
    for (int player = 1; player <= 2; player++) {
        text_copy(text.asks[player - 1], sizeof text.asks[0], asks(context, player));
        sheet.asks[player - 1] = text.asks[player - 1];
    }
    card_sheet(context, &sheet, "", question);
    if (!card_is_large(context)) {
        skip_buttons(context);
    }
    const char *title = play->card->title[0] ? play->card->title : tr(context, "card.kind.ask");
    card_frame(context, title, card_subtitle(context), true);
}

static void revealed_answer(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    ui_open(ui, &(UiBox){.pad_x = 16,
                         .pad_y = 12,
                         .gap = 3,
                         .radius = 18,
                         .fill = fill_of(paint_of(player == 1 ? TOKEN_P1SOFT : TOKEN_P2SOFT))});
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 9});
    ui_mark(ui, player, 12);
    ui_text(ui, player_name(context, player), style_text(FONT_TEXT_SEMI, 16, TOKEN_INK2));
    ui_close(ui);
    ui_text(ui, choice_text(context, play->pick[player - 1]), style_display(21));
    int guess = play->guess[2 - player];
    if (guess >= 0 && guess < CARD_ANSWERS) {
        const char *other = player_name(context, 3 - player);
        bool right = play->outcome.guessed[2 - player];
        ui_text(ui,
                right ? tr1(context, "ask.guessed-it", "name", other)
                      : tr2(context, "ask.guessed", "name", other, "guess",
                            choice_text(context, guess)),
                style_text(FONT_TEXT, 16, TOKEN_INK));
    }
    ui_close(ui);
}

static void revealed(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    bool same = play->pick[0] == play->pick[1];
    reveal_stage(context, &play->outcome, same ? PERSON_HAPPY : PERSON_AMUSED,
                 same ? PERSON_HAPPY : PERSON_LISTENING);
    card_frame(context, tr(context, "card.kind.ask"), card_subtitle(context), false);
    reveal_panel_open(context);
    ui_open_id(
        ui, ui_id(ui, "reveal-scroll", 0),
        &(UiBox){.gap = 12, .cross = UI_STRETCH, .grow = 1, .scroll = true, .pad_right = 14});
    ui_text(ui, card_text(context, play->card->line), style_display(24));
    revealed_answer(context, 1);
    revealed_answer(context, 2);
    ui_text(ui, tr(context, same ? "ask.same" : "ask.differ"),
            style_text(FONT_TEXT_SEMI, 16, TOKEN_INK2));
    if (play->card->talk[0]) {
        ui_text(ui, card_text(context, play->card->talk), style_text(FONT_TEXT_BOLD, 18, TOKEN_P2));
    }
    reveal_stones_box(context, &play->outcome);
    ui_close(ui);
    reveal_buttons(context, false);
    ui_close(ui);
}

void card_ask_view(ScreenContext *context) {
    if (context->game->play.phase == PHASE_REVEAL) {
        revealed(context);
    } else {
        picking(context);
    }
}
