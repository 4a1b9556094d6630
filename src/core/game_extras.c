/* SPDX-License-Identifier: MIT */
/* Beside the evening for two: a small one for a partner who is alone (STREAK.md R4). */
#include "game_parts.h"

#include "text.h"

bool game_may_play_alone(const Game *game) {
    const Evening *evening = &game->evening;
    return game->screen == SCREEN_HOME && !game->overlay_count && !evening->cards_done &&
           !game->play.card && evening->here[0] != evening->here[1];
}

bool game_is_held(const Game *game) {
    const Evening *evening = &game->evening;
    return game->settings[SETTING_NEED] == (int)STREAK_NEED_HOLD && !game->streak.today_done &&
           (evening->alone_done[0] || evening->alone_done[1]);
}

const Card *game_alone(const Game *game, const World *world) {
    const Card *card = card_find(world->cards, game->evening.alone);
    DealerAsk ask = evening_ask(game, CARD_TINY, PLACE_ALONE);
    ask.alone = true;
    return card ? card : dealer_pick(&game->dealer, world->cards, &ask);
}

void alone_start(Update *update) {
    Game *game = update->game;
    if (!game_may_play_alone(game)) {
        return;
    }
    const Card *card = game_alone(game, update->world);
    if (card && !game->evening.alone[0]) {
        evening_record_dealt(update, card, PLACE_ALONE);
    }
    game->alone_player = game->evening.here[0] ? 1 : 2;
    game->screen = SCREEN_ALONE;
}

/* On to the lantern, which is held, or lit where one is enough. */
void alone_finish(Update *update) {
    Game *game = update->game;
    const Card *card = game_alone(game, update->world);
    Fact fact = update_fact(update, FACT_CARD, card ? card->id : "");
    fact.values[0] = CARD_TINY;
    fact.values[1] = RULES_SCORE_MAX;
    fact.values[5] = -1;
    update_record(update, &fact);
    evening_count(update, game->alone_player == 1 ? STREAK_WHO_A : STREAK_WHO_B);
    game->evening.here[0] = game->evening.here[1] = false;
    game->screen = SCREEN_LANTERN;
    update_sound(update, game->streak.today_done ? CUE_LANTERN : CUE_CONFIRM, 0, 900);
}
