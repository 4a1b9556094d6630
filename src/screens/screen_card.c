/* SPDX-License-Identifier: MIT */
/* The card on the table: the view of its kind, or the cover while somebody picks. */
#include "screen.h"

#include "card_parts.h"

void screen_card(ScreenContext *context) {
    static void (*const views[CARD_KIND_END])(ScreenContext *) = {
        [CARD_RESPOND] = card_respond_view,
        [CARD_SPOT] = card_spot_view,
        [CARD_ASK] = card_ask_view,
        [CARD_REWORD] = card_reword_view,
        [CARD_LISTEN] = card_listen_view,
        [CARD_OWN_WORDS] = card_own_words_view,
        [CARD_TALK] = card_talk_view,
        [CARD_SCENE] = card_scene_view,
    };
    const Card *card = context->game->play.card;
    if (game_reads_secretly(context->game)) {
        card_cover(context);
    } else if (context->game->play.asks_to_keep) {
        card_keep(context);
    } else if (card && views[card->kind]) {
        views[card->kind](context);
    }
}
