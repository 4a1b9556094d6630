/* SPDX-License-Identifier: MIT */
/* A spot card: which of the seven kinds of micro rejection is it, or none? */
#include "card_parts.h"

#include "hash.h"
#include "text.h"

#include <stdio.h>

static const char *choice_name(ScreenContext *context, int place) {
    const Play *play = &context->game->play;
    char key[48];
    snprintf(key, sizeof key, "rejection.%s",
             rejection_names[play->card->spot_choices[play->order[place]]]);
    return tr(context, key);
}

/* The invented couple's looks come from the card, so that it looks the same each time. */
static Person invented_person(const Card *card, int which) {
    uint64_t hash = hash_text(HASH_START, card->id);
    int first = (int)(hash % PERSON_CAST);
    int second = (first + 1 + (int)(hash / 64 % (PERSON_CAST - 1))) % PERSON_CAST;
    return person_cast[which == 0 ? first : second];
}

static void picking(ScreenContext *context) {
    const Card *card = context->game->play.card;
    card_scenery(context);
    for (int place = 1; place <= 2; place++) {
        Person person = invented_person(card, place - 1);
        card_bust(context, &person, place, PERSON_NEUTRAL, POSE_REST);
    }
    char scene[SCREEN_TEXT_MAX];
    text_copy(scene, sizeof scene, card_text(context, card->scene));
    card_bubble(context, "", scene, 0);
    Sheet sheet = {.heading = tr(context, "spot.heading"), .hint = tr(context, "card.hint")};
    for (int i = 0; i < CARD_ANSWERS; i++) {
        sheet.answers[i] = choice_name(context, i);
        sheet.notes[i] = "";
    }
    sheet.asks[0] = sheet.asks[1] = tr(context, "spot.asks");
    card_sheet(context, &sheet, "", scene);
    card_frame(context, card->title, card_subtitle(context), true);
}

/* A choice at the reveal: who chose it, and whether it is the one. */
static void revealed_choice(ScreenContext *context, int place) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    bool right = play->order[place] == play->card->spot_right;
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 8,
                         .pad_x = 14,
                         .pad_y = 9,
                         .radius = 16,
                         .min_height = 44,
                         .fill = fill_of(paint_of(right ? TOKEN_MOSS_SOFT : TOKEN_PAPER2))});
    if (right) {
        ui_icon(ui, "check", 20, paint_of(TOKEN_MOSS));
    }
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, choice_name(context, place),
            style_text(right ? FONT_TEXT_BOLD : FONT_TEXT, 17, TOKEN_INK));
    ui_close(ui);
    for (int player = 1; player <= 2; player++) {
        if (play->pick[player - 1] == place) {
            ui_mark(ui, player, 11);
        }
    }
    ui_close(ui);
}

static void revealed(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    const Outcome *outcome = &play->outcome;
    PersonFace face = outcome->score > 0 ? PERSON_HAPPY : PERSON_AMUSED;
    reveal_stage(context, outcome, face, face);
    card_frame(context, tr(context, "card.kind.spot"), card_subtitle(context), false);
    reveal_panel_open(context);
    ui_open_id(
        ui, ui_id(ui, "reveal-scroll", 0),
        &(UiBox){.gap = 10, .cross = UI_STRETCH, .grow = 1, .scroll = true, .pad_right = 14});
    const char *key = outcome->score == RULES_SCORE_MAX ? "spot.both"
                      : outcome->score > 0              ? "spot.one"
                                                        : "spot.neither";
    ui_text(ui, tr(context, key), style_display(26));
    for (int i = 0; i < CARD_ANSWERS; i++) {
        revealed_choice(context, i);
    }
    ui_text(ui, card_text(context, play->card->why), style_body());
    if (outcome->stones.bridge > 0) {
        reveal_stones_box(context, outcome);
    }
    ui_text(ui, tr(context, "spot.and-us"), style_text(FONT_TEXT_BOLD, 18, TOKEN_P2));
    ui_close(ui);
    reveal_buttons(context, false);
    ui_close(ui);
}

void card_spot_view(ScreenContext *context) {
    if (context->game->play.phase == PHASE_REVEAL) {
        revealed(context);
    } else {
        picking(context);
    }
}
