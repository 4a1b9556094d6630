/* SPDX-License-Identifier: MIT */
/* A listen card: read aloud, and which of four gives back both what happened and what it's like? */
#include "card_parts.h"

#include "text.h"

static void fill_sheet(ScreenContext *context, Sheet *sheet, SheetText *text) {
    const Play *play = &context->game->play;
    for (int i = 0; i < CARD_ANSWERS; i++) {
        const char *answer = game_answer_at(context->game, i)->text;
        text_copy(text->answers[i], sizeof text->answers[i], card_text(context, answer));
        sheet->answers[i] = text->answers[i];
        sheet->notes[i] = "";
    }
    for (int player = 1; player <= 2; player++) {
        const char *key = player == play->sharer ? "listen.asks-sharer" : "listen.asks-responder";
        sheet->asks[player - 1] = tr(context, key);
    }
}

static void picking(ScreenContext *context) {
    const Play *play = &context->game->play;
    const Card *card = play->card;
    card_scenery(context);
    for (int player = 1; player <= 2; player++) {
        Person person = player_person(context, player);
        bool shares = player == play->sharer;
        card_bust(context, &person, player, shares ? (PersonFace)card->face : PERSON_LISTENING,
                  shares ? POSE_REST : POSE_CHIN);
    }
    char caption[SCREEN_TEXT_MAX], text[SCREEN_TEXT_MAX];
    text_copy(caption, sizeof caption,
              tr1(context, "listen.reads", "name", player_name(context, play->sharer)));
    text_copy(text, sizeof text, card_text(context, card->text));
    card_bubble(context, caption, text, play->sharer == 1 ? -1 : 1);
    Sheet sheet = {.heading = tr(context, "listen.heading"), .hint = tr(context, "listen.hint")};
    SheetText texts;
    fill_sheet(context, &sheet, &texts);
    card_sheet(context, &sheet, caption, text);
    card_frame(context, card_text(context, card->title), card_subtitle(context), true);
}

/* One half of a listen-back: there, or not. */
static void half(ScreenContext *context, bool is_there, const char *key) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 5,
                         .pad_x = 9,
                         .pad_y = 3,
                         .radius = 14,
                         .fill = fill_of(paint_of(is_there ? TOKEN_PAPER : TOKEN_PAPER2)),
                         .border = paint_of(is_there ? TOKEN_MOSS : TOKEN_LINE),
                         .border_width = is_there ? 2 : 1.5f,
                         .border_dash = is_there ? 0 : 4});
    ui_icon(ui, is_there ? "check" : "circle", 15,
            paint_of(is_there ? TOKEN_MOSS : TOKEN_INK2));
    ui_text(ui, tr(context, key),
            style_text(is_there ? FONT_TEXT_BOLD : FONT_TEXT, 14.5f,
                       is_there ? TOKEN_MOSS : TOKEN_INK2));
    ui_close(ui);
}

/* A listen-back at the reveal: what it holds, and who chose it. */
static void revealed_answer(ScreenContext *context, int place) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    const Answer *answer = game_answer_at(context->game, place);
    bool right = answer->holds == HOLDS_BOTH;
    ui_open(ui, &(UiBox){.pad_x = 14,
                         .pad_y = 9,
                         .gap = 6,
                         .radius = 16,
                         .cross = UI_STRETCH,
                         .fill = fill_of(paint_of(right ? TOKEN_MOSS_SOFT : TOKEN_PAPER2))});
    UiStyle style = style_text(right ? FONT_TEXT_BOLD : FONT_TEXT, 16.5f, TOKEN_INK);
    style.line_height = 1.28f;
    ui_text(ui, card_text(context, answer->text), style);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 6});
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 6, .wrap = true, .grow = 1});
    half(context, right || answer->holds == HOLDS_FACTS, "listen.facts");
    half(context, right || answer->holds == HOLDS_FEELING, "listen.feeling");
    ui_close(ui);
    for (int player = 1; player <= 2; player++) {
        if (play->pick[player - 1] == place) {
            ui_mark(ui, player, 11);
        }
    }
    ui_close(ui);
    ui_close(ui);
}

static PersonFace sharer_face(const Answer *given) {
    static const PersonFace by_holds[HOLDS_COUNT] = {
        [HOLDS_NEITHER] = PERSON_TIRED,
        [HOLDS_FACTS] = PERSON_NEUTRAL,
        [HOLDS_FEELING] = PERSON_THINKING,
        [HOLDS_BOTH] = PERSON_TOUCHED,
    };
    return by_holds[given->holds];
}

static void panel_words(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    const Outcome *outcome = &play->outcome;
    const char *key = outcome->score == RULES_SCORE_MAX ? "listen.both"
                      : outcome->score > 0              ? "listen.one"
                                                        : "listen.neither";
    ui_text(ui, tr(context, key), style_display(26));
    ui_text(ui, card_text(context, play->card->why), style_body());
    ui_text(ui,
            tr2(context, "listen.say-it", "responder",
                player_name(context, game_responder(context->game)), "sharer",
                player_name(context, play->sharer)),
            style_text(FONT_TEXT_BOLD, 17, TOKEN_P2));
    if (play->talking) {
        reveal_talk_part(context);
    }
    for (int i = 0; i < 2 * CARD_ANSWERS; i++) { /* the whole one first */
        bool whole = game_answer_at(context->game, i % CARD_ANSWERS)->holds == HOLDS_BOTH;
        if (whole == (i < CARD_ANSWERS)) {
            revealed_answer(context, i % CARD_ANSWERS);
        }
    }
    if (outcome->stones.bridge > 0) {
        reveal_stones_box(context, outcome);
    }
}

static void revealed(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    const Answer *given = game_picked_answer(context->game);
    PersonFace face = sharer_face(given);
    PersonFace other = given->holds == HOLDS_BOTH ? PERSON_HAPPY : PERSON_LISTENING;
    reveal_stage(context, &play->outcome, play->sharer == 1 ? face : other,
                 play->sharer == 1 ? other : face);
    card_frame(context, card_text(context, play->card->title), card_subtitle(context), false);
    reveal_close_up(context, play->sharer, face, card_text(context, given->lands));
    if (play->outcome.score > 0) {
        reveal_score_chip(context);
    }
    reveal_panel_open(context);
    ui_open_id(
        ui, ui_id(ui, "reveal-scroll", 0),
        &(UiBox){.gap = 9, .cross = UI_STRETCH, .grow = 1, .scroll = true, .pad_right = 14});
    panel_words(context);
    ui_close(ui);
    reveal_buttons(context, true);
    ui_close(ui);
}

void card_listen_view(ScreenContext *context) {
    if (context->game->play.phase == PHASE_REVEAL) {
        revealed(context);
    } else {
        picking(context);
    }
}
