/* SPDX-License-Identifier: MIT */
/* The evening: arriving, three cards or a tiny one, the challenge, the lantern (GAME.md, "A day"). */
#include "game_parts.h"

#include "text.h"

#include <stddef.h>

/* Places beyond the three cards of the evening, for the dealer. */
enum { PLACE_CHALLENGE = 10, PLACE_TINY = 20, PLACE_ANOTHER = 30 };

static const Card *deal(const Update *update, CardKind kind, int place) {
    const Game *game = update->game;
    DealerAsk ask = {
        .seed = game->seed,
        .day = game->evening.day,
        .place = place,
        .kind = kind,
        .evenings = game->streak.lifetime_days,
    };
    return dealer_pick(&game->dealer, update->world->cards, &ask);
}

static void record_dealt(Update *update, const Card *card, int place) {
    Fact fact = update_fact(update, FACT_DEALT, card->id);
    fact.values[0] = place;
    fact.values[1] = (int32_t)card->kind;
    update_record(update, &fact);
}

static int swaps_used(const Evening *evening) {
    return DEALER_SWAPS_A_DAY - evening->swaps_left;
}

/* Today's challenge is known before anybody arrives, so that Home can show it. */
static void choose_challenge(Update *update) {
    Evening *evening = &update->game->evening;
    const Card *card = card_find(update->world->cards, evening->challenge);
    if (!card) {
        card = deal(update, CARD_DO, PLACE_CHALLENGE + swaps_used(evening));
    }
    text_copy(evening->challenge, sizeof evening->challenge, card ? card->id : "");
}

void evening_reset(Evening *evening, Day day) {
    if (evening->has_day && evening->day == day) {
        return;
    }
    /* Kept for later counts the next day included, and no longer (GAME.md). */
    bool carries = evening->has_day && evening->challenge_state == CHALLENGE_LATER &&
                   !evening->challenge_carried && day == evening->day + 1;
    char carried[CARD_ID_MAX];
    text_copy(carried, sizeof carried, carries ? evening->challenge : "");
    *evening = (Evening){.day = day,
                         .has_day = true,
                         .later_hour = -1,
                         .first_sharer = 1,
                         .swaps_left = DEALER_SWAPS_A_DAY,
                         .challenge_carried = carries};
    text_copy(evening->challenge, sizeof evening->challenge, carried);
}

void evening_start_day(Update *update, Day today) {
    Evening *evening = &update->game->evening;
    evening_reset(evening, today);
    if (!evening->here[0] || !evening->here[1]) {
        /* Not from the couple's seed: nobody shall work out later who answered which card. */
        evening->first_sharer = dealer_first_sharer(update->world->fresh_seed, today);
    }
    choose_challenge(update);
}

static const Card *card_for_place(const Update *update, int place) {
    const Evening *evening = &update->game->evening;
    const Card *card = card_find(update->world->cards, evening->dealt[place]);
    static const CardKind any[] = {CARD_RESPOND, CARD_ASK, CARD_SPOT};
    if (!card) {
        card = deal(update, dealer_kind_at(place), place);
    }
    for (int i = 0; i < 3 && !card; i++) {
        card = deal(update, any[i], place); /* a broken deck shall not stop the evening */
    }
    return card;
}

const Card *game_next_card(const Game *game, const World *world) {
    if (game->evening.place >= DEALER_PLACES || !game->evening.has_day) {
        return NULL;
    }
    Update update = {.game = (Game *)game, .world = world};
    return card_for_place(&update, game->evening.place);
}

const Card *game_tiny(const Game *game, const World *world) {
    const Card *card = card_find(world->cards, game->evening.tiny);
    Update update = {.game = (Game *)game, .world = world};
    return card ? card : deal(&update, CARD_TINY, PLACE_TINY);
}

static int sharer_of_place(const Evening *evening, int nth) {
    return (evening->first_sharer + nth) % 2 ? 1 : 2;
}

static void show_tiny(Update *update) {
    Game *game = update->game;
    const Card *card = game_tiny(game, update->world);
    if (card && !game->evening.tiny[0]) {
        record_dealt(update, card, PLACE_TINY);
    }
    play_clear(&game->play);
    game->screen = SCREEN_TINY;
}

static void show_card(Update *update) {
    Game *game = update->game;
    Evening *evening = &game->evening;
    const Card *card = card_for_place(update, evening->place);
    if (!card) {
        evening_finish_cards(update);
        return;
    }
    if (!evening->dealt[evening->place][0]) {
        record_dealt(update, card, evening->place);
    }
    play_start(update, card, sharer_of_place(evening, evening->place));
    Play *play = &game->play;
    int after_ms = dealer_moves_on_after_ms(game->seed, evening->day, evening->shown);
    play->moves_on_ms = after_ms ? update->now.utc_ms + after_ms : 0;
    if (after_ms) {
        update_wake(update, play->moves_on_ms);
    }
    update_mark(update);
}

/* Goes to whatever comes next in the evening. */
static void show_place(Update *update) {
    Game *game = update->game;
    Evening *evening = &game->evening;
    int short_at = dealer_short_at(game->seed, evening->day, game->streak.lifetime_days);
    if (!evening->is_short && evening->place == short_at && evening->place < DEALER_PLACES) {
        evening_make_short(update);
    } else if (evening->is_short) {
        show_tiny(update);
    } else if (evening->place >= DEALER_PLACES) {
        evening_finish_cards(update);
    } else {
        show_card(update);
    }
}

void evening_here(Update *update) {
    Game *game = update->game;
    Evening *evening = &game->evening;
    int player = update->event->player;
    if (game->screen != SCREEN_HOME || game->overlay_count || evening->cards_done) {
        return;
    }
    if (game->play.card) {
        game->screen = SCREEN_CARD; /* left in the middle: the same card, as it stood */
        return;
    }
    bool resumes = evening->here[0] && evening->here[1];
    if (player == 1 || player == 2) {
        evening->here[player - 1] = true;
        update_sound(update, CUE_CONFIRM, player, 0);
    }
    if (!evening->here[0] || !evening->here[1]) {
        return;
    }
    if (!resumes && evening->challenge[0] && !evening->challenge_carried) {
        const Card *card = card_find(update->world->cards, evening->challenge);
        if (card) {
            record_dealt(update, card, PLACE_CHALLENGE);
        }
    }
    show_place(update);
}

void evening_next_place(Update *update) {
    Game *game = update->game;
    bool practice = game->play.practice;
    bool another = game->evening.cards_done;
    play_clear(&game->play);
    if (practice || another) {
        game->screen = SCREEN_HOME;
        return;
    }
    game->evening.shown++;
    show_place(update);
}

void evening_make_short(Update *update) {
    Game *game = update->game;
    if (game->evening.cards_done) {
        play_clear(&game->play); /* an extra card: nothing to shorten, so back home */
        game->screen = SCREEN_HOME;
        return;
    }
    Fact fact = update_fact(update, FACT_SHORT, "");
    update_record(update, &fact);
    show_tiny(update);
}

void evening_leave_card(Update *update) {
    Game *game = update->game;
    Play *play = &game->play;
    bool may_leave = game->screen == SCREEN_CARD && play->card && !play->practice &&
                     play->phase != PHASE_REVEAL;
    if (!may_leave) {
        return;
    }
    bool another = game->evening.cards_done;
    Fact fact = update_fact(update, FACT_NEXT, play->card->id);
    fact.values[5] = another ? -1 : game->evening.place;
    update_record(update, &fact);
    play_clear(play);
    game->notice++;
    game->evening.shown++;
    if (another) {
        evening_another(update);
    } else {
        show_place(update);
    }
}

void evening_finish_cards(Update *update) {
    Game *game = update->game;
    Evening *evening = &game->evening;
    play_clear(&game->play);
    if (evening->cards_done) {
        game->screen = SCREEN_HOME;
        return;
    }
    if (game->screen == SCREEN_TINY) {
        const Card *tiny = game_tiny(game, update->world);
        Fact card = update_fact(update, FACT_CARD, tiny ? tiny->id : "");
        card.values[0] = CARD_TINY;
        card.values[1] = RULES_SCORE_MAX;
        card.values[5] = -1;
        update_record(update, &card);
    }
    Fact fact = update_fact(update, FACT_PLAY, "");
    fact.values[0] = 3; /* both pressed "I'm here" (STREAK.md) */
    fact.values[1] = game->settings[SETTING_ROLLOVER];
    update_record(update, &fact);
    update_wipe_mark(update);
    evening->place = DEALER_PLACES;
    streak_refresh(game, update->world, update->now);
    bool challenge = !evening->is_short && evening->challenge[0] &&
                     evening->challenge_state != CHALLENGE_DONE;
    game->screen = challenge ? SCREEN_CHALLENGE : SCREEN_LANTERN;
    if (!challenge) {
        update_sound(update, CUE_LANTERN, 0, 900);
    }
}

void evening_another(Update *update) {
    Game *game = update->game;
    Evening *evening = &game->evening;
    if (!evening->cards_done || game->overlay_count) {
        return;
    }
    CardKind kind = dealer_kind_at(evening->shown % DEALER_PLACES);
    const Card *card = deal(update, kind, PLACE_ANOTHER + evening->shown);
    if (!card) {
        game->screen = SCREEN_HOME;
        return;
    }
    record_dealt(update, card, PLACE_ANOTHER);
    play_start(update, card, sharer_of_place(evening, evening->shown));
    evening->shown++;
}

void challenge_done(Update *update) {
    Game *game = update->game;
    Evening *evening = &game->evening;
    if (!evening->challenge[0] || evening->challenge_state == CHALLENGE_DONE) {
        return;
    }
    int player = update->event->player;
    for (int i = 0; i < 2; i++) {
        evening->challenge_done[i] |= player == 0 || player == i + 1;
    }
    update_sound(update, CUE_CONFIRM, player, 0);
    if (!evening->challenge_done[0] || !evening->challenge_done[1]) {
        return;
    }
    Fact fact = update_fact(update, FACT_CHALLENGE, evening->challenge);
    fact.values[0] = CHALLENGE_DONE;
    update_record(update, &fact);
    update_sound(update, CUE_STONE, 0, 300);
    if (game->screen == SCREEN_CHALLENGE && evening->cards_done && !evening->lantern_seen) {
        game->screen = SCREEN_LANTERN;
        update_sound(update, CUE_LANTERN, 0, 1500);
    }
}

void challenge_later(Update *update) {
    Game *game = update->game;
    Evening *evening = &game->evening;
    if (!evening->challenge[0] || evening->challenge_state == CHALLENGE_DONE) {
        return;
    }
    Fact fact = update_fact(update, FACT_CHALLENGE, evening->challenge);
    fact.values[0] = CHALLENGE_LATER;
    fact.values[1] = update->event->value;
    update_record(update, &fact);
    if (game->screen == SCREEN_CHALLENGE) {
        bool lights = evening->cards_done && !evening->lantern_seen;
        game->screen = lights ? SCREEN_LANTERN : SCREEN_HOME;
        if (lights) {
            update_sound(update, CUE_LANTERN, 0, 900);
        }
    }
}

void challenge_swap(Update *update) {
    Evening *evening = &update->game->evening;
    bool may_swap = evening->challenge[0] && evening->challenge_state != CHALLENGE_DONE &&
                    evening->swaps_left > 0;
    if (!may_swap) {
        return;
    }
    Fact fact = update_fact(update, FACT_CHALLENGE, evening->challenge);
    fact.values[0] = CHALLENGE_SWAPPED;
    update_record(update, &fact);
    evening->challenge_state = CHALLENGE_NEW;
    evening->challenge_done[0] = evening->challenge_done[1] = false;
    choose_challenge(update);
    const Card *card = card_find(update->world->cards, evening->challenge);
    if (card) {
        record_dealt(update, card, PLACE_CHALLENGE);
    }
}
