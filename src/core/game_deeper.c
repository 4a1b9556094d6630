/* SPDX-License-Identifier: MIT */
/* Depth 3 needs both, each evening (GAME.md, "Care"): asked in secret, and nothing is revealed. */
#include "game_parts.h"

#include <stddef.h>

enum {
    YES_ANSWERS = 2, /* of the card's four, the first in its file */
    DEEP_PLACE = DEALER_PLACES - 1
};

static const Card *question(const Update *update) {
    DealerAsk ask = evening_ask(update->game, CARD_ASK, PLACE_DEEPER);
    ask.opens = OPENS_DEEP;
    return dealer_pick(&update->game->dealer, update->world->cards, &ask);
}

static const Card *deep_card(const Update *update) {
    DealerAsk ask = evening_ask(update->game, CARD_ASK, DEEP_PLACE);
    ask.depth_three = ask.deep_only = true;
    return dealer_pick(&update->game->dealer, update->world->cards, &ask);
}

bool deeper_start(Update *update) {
    Game *game = update->game;
    const Evening *evening = &game->evening;
    bool is_begin = evening->place == 0 && !evening->dealt[0][0] && !evening->deeper_asked;
    if (!is_begin || !game->settings[SETTING_DEEPER] || !deep_card(update) ||
        !dealer_asks_deeper(game->seed, evening->day, game->streak.lifetime_days)) {
        return false;
    }
    const Card *card = question(update);
    if (card) {
        evening_put_on_table(update, card, 0);
        update_mark(update);
    }
    return card != NULL;
}

void deeper_done(Update *update) {
    evening_record_dealt(update, update->game->play.card, PLACE_DEEPER);
}

/* The deep card is dealt at once, so that a restart needs to know nobody's answer. */
void deeper_answered(Update *update) {
    const Game *game = update->game;
    bool agree = true;
    for (int i = 0; i < 2; i++) {
        agree &= game->play.order[game->play.pick[i]] < YES_ANSWERS;
    }
    deeper_done(update);
    const Card *card =
        agree && dealer_goes_deeper(game->seed, game->evening.day) ? deep_card(update) : NULL;
    if (card) {
        evening_record_dealt(update, card, DEEP_PLACE);
    }
    evening_next_place(update);
}
