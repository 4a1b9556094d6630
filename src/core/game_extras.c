/* SPDX-License-Identifier: MIT */
/* Beside the evening for two: a small one for a partner who is alone (STREAK.md R4), a repair card
 * played together (R9), and being away for some days. */
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

/* --- The repair card -------------------------------------------------------------------------- */

static const Card *repair_card(const Game *game, const World *world) {
    DealerAsk ask = evening_ask(game, CARD_RESPOND, PLACE_REPAIR + game->evening.shown);
    ask.after_slip = true;
    return dealer_pick(&game->dealer, world->cards, &ask);
}

bool game_may_repair(const Game *game, const World *world) {
    const Evening *evening = &game->evening;
    bool under_way = evening->here[0] && evening->here[1] && !evening->cards_done;
    return game->repair_is_offered && game->screen == SCREEN_HOME && !game->overlay_count &&
           !game->play.card && !under_way && repair_card(game, world);
}

/* Also for the next one, when a repair card was passed. */
void repair_start(Update *update) {
    Game *game = update->game;
    const Card *card = repair_card(game, update->world);
    if (!game->repair_is_offered || !card) {
        game->screen = SCREEN_HOME;
        return;
    }
    evening_record_challenge(update); /* what is dealt now would choose another one at a start */
    evening_record_dealt(update, card, PLACE_REPAIR);
    evening_put_on_table(update, card, game->evening.shown);
    game->play.repair = true;
}

/* The offer is asked for anew: the card may have lain on the table past its last day. */
void repair_record(Update *update) {
    Game *game = update->game;
    streak_refresh(game, update->world, update->now);
    if (!game->repair_is_offered) {
        return;
    }
    Fact fact = update_fact(update, FACT_REPAIR, "");
    fact.values[0] = game->repair_day;
    fact.values[1] = game->settings[SETTING_ROLLOVER];
    update_record(update, &fact);
}

/* --- Away ------------------------------------------------------------------------------------- */

bool game_is_away(const Game *game, Day *until) {
    for (int i = 0; i < game->pause_count; i++) {
        const StreakPause *pause = &game->pauses[i];
        if (pause->first <= game->evening.day && game->evening.day <= pause->last) {
            *until = pause->last;
            return true;
        }
    }
    return false;
}

/* Closes the settings or the pause below, too: Home says until when. */
void away_change(Update *update) {
    Game *game = update->game;
    int days = update->event->value;
    Day until;
    if (days < 0 || days > GAME_AWAY_DAYS_MAX || (days == 0 && !game_is_away(game, &until))) {
        return;
    }
    Fact fact = update_fact(update, FACT_AWAY, "");
    fact.day = day_today(update->now, game->settings[SETTING_ROLLOVER]);
    fact.values[0] = days > 0 ? fact.day + days : fact.day - 1;
    update_record(update, &fact);
    update_sound(update, CUE_CONFIRM, 0, 0);
    if (game_overlay(game) == OVERLAY_AWAY) {
        game->overlay_count = 0;
    }
}

/* --- A word from a workshop ------------------------------------------------------------------- */

void word_event(Update *update) {
    const Plan *plan = word_plan(update->world->plans, update->event->text);
    bool ends = !update->event->text[0] && update->game->word.plan[0];
    if (plan || ends) {
        Fact fact = update_fact(update, FACT_WORD, plan ? plan->id : "");
        update_record(update, &fact);
    }
}

void word_apply(Game *game, const Fact *fact) {
    Word *word = &game->word;
    if (fact->kind == FACT_WORD) {
        *word = (Word){.since = fact->day};
        text_copy(word->plan, sizeof word->plan, fact->subject);
    } else if (word->plan[0] && fact->values[0] == STREAK_WHO_BOTH &&
               ++word->evenings >= WORD_EVENINGS) {
        *word = (Word){0};
    }
}
