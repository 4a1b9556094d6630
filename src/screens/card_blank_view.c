/* SPDX-License-Identifier: MIT */
/* The template of a card's view, in no table: `tools/new card NAME` copies it. */
#include "card_parts.h"

static void picking(ScreenContext *context) {
    const Card *card = context->game->play.card;
    card_scenery(context);
    Sheet sheet = {.heading = tr(context, "blank.heading"), .hint = tr(context, "blank.hint")};
    for (int i = 0; i < CARD_ANSWERS; i++) {
        sheet.answers[i] = card->choices[context->game->play.order[i]];
        sheet.notes[i] = "";
    }
    sheet.asks[0] = sheet.asks[1] = tr(context, "blank.asks");
    card_bubble(context, "", card->line, 0);
    card_sheet(context, &sheet, "", card->line);
    card_frame(context, card->title, card_subtitle(context), true);
}

static void revealed(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    reveal_stage(context, &play->outcome, PERSON_HAPPY, PERSON_HAPPY);
    card_frame(context, play->card->title, card_subtitle(context), false);
    reveal_panel_open(context);
    ui_open_id(ui, ui_id(ui, "reveal-scroll", 0),
               &(UiBox){.gap = 12, .cross = UI_STRETCH, .grow = 1, .scroll = true});
    ui_text(ui, play->card->line, style_display(24));
    reveal_stones_box(context, &play->outcome);
    ui_close(ui);
    reveal_buttons(context, false);
    ui_close(ui);
}

void card_blank_view(ScreenContext *context) {
    if (context->game->play.phase == PHASE_REVEAL) {
        revealed(context);
    } else {
        picking(context);
    }
}
