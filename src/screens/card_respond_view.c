/* SPDX-License-Identifier: MIT */
/* A respond card in its phases: picking (mock-up 02), say, land, reveal. */
#include "card_parts.h"

#include "text.h"

#include <stdio.h>

_Static_assert((int)FACE_COUNT == (int)PERSON_FACE_COUNT, "cards and pictures know the same faces");

static void fill_sheet(ScreenContext *context, Sheet *sheet, SheetText *text) {
    const Play *play = &context->game->play;
    for (int i = 0; i < CARD_ANSWERS; i++) {
        const Answer *answer = game_answer_at(context->game, i);
        text_copy(text->answers[i], sizeof text->answers[i], card_text(context, answer->text));
        text->notes[i][0] = '\0';
        if (answer->note[0]) {
            text_copy(text->notes[i], sizeof text->notes[i],
                      tr1(context, "card.note", "note", card_text(context, answer->note)));
        }
        sheet->answers[i] = text->answers[i];
        sheet->notes[i] = text->notes[i];
    }
    for (int player = 1; player <= 2; player++) {
        const char *key = player == play->sharer ? "card.love-to-hear" : "card.really-say";
        text_copy(text->asks[player - 1], sizeof text->asks[0], tr(context, key));
        sheet->asks[player - 1] = text->asks[player - 1];
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
                  shares ? POSE_OPEN : POSE_CHIN);
    }
    const char *name = player_name(context, play->sharer);
    char caption[SCREEN_TEXT_MAX], opening[SCREEN_TEXT_MAX];
    text_copy(caption, sizeof caption,
              card->manner[0] ? tr2(context, "card.says-manner", "name", name, "manner",
                                    card_text(context, card->manner))
                              : tr1(context, "card.says", "name", name));
    if (card->scene[0]) {
        text_copy(caption, sizeof caption, card_text(context, card->scene));
    }
    text_copy(opening, sizeof opening, card_text(context, card->line));
    card_bubble(context, caption, opening, play->sharer == 1 ? -1 : 1);
    Sheet sheet = {0};
    SheetText text;
    fill_sheet(context, &sheet, &text);
    bool second = play->phase == PHASE_SECOND_PICK;
    sheet.heading = tr(context, second ? "card.second-heading" : "card.heading");
    sheet.hint = tr(context, second ? "card.second-hint" : "card.hint");
    card_sheet(context, &sheet, caption, opening);
    card_frame(context, card_text(context, card->title), card_subtitle(context), true);
}

void card_respond_view(ScreenContext *context) {
    switch (context->game->play.phase) {
    case PHASE_PICK:
    case PHASE_SECOND_PICK: picking(context); break;
    case PHASE_SAY: card_say(context); break;
    case PHASE_LAND: card_land(context); break;
    case PHASE_REVEAL: card_reveal(context); break;
    case PHASE_COUNT: break;
    }
}
