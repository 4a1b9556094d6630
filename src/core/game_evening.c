/* SPDX-License-Identifier: MIT */
/* The evening: arriving, cards or a tiny one, the challenge, the lantern (GAME.md, "A day"). */
#include "game_parts.h"

#include "text.h"

#include <stddef.h>

/* What lands less well than the couple's skills do on average, once there is something to go by. */
static unsigned weak_skills(const Skills *skills) {
    enum { LEAST_OBSERVATIONS = 5, WEAKER_BY_MILLI = 100 };
    int sum = 0, known = 0;
    unsigned weak = 0;
    for (int i = 0; i < SKILL_COUNT; i++) {
        bool is_known = skills->observations[i] >= LEAST_OBSERVATIONS;
        sum += is_known ? skills->average_milli[i] : 0;
        known += is_known;
    }
    for (int i = 0; i < SKILL_COUNT && known > 0; i++) {
        bool is_known = skills->observations[i] >= LEAST_OBSERVATIONS;
        bool is_weak = skills->average_milli[i] + WEAKER_BY_MILLI < sum / known;
        weak |= is_known && is_weak ? 1u << i : 0;
    }
    return weak;
}

static unsigned topics_off(const Game *game) {
    return game->topics_off[0] | game->topics_off[1];
}

/* A card that was dealt today; null if one of its topics has been left out since. */
static const Card *still_dealt(const Update *update, const char *id) {
    const Card *card = card_find(update->world->cards, id);
    return card && !(card->topics & topics_off(update->game)) ? card : NULL;
}

DealerAsk evening_ask(const Game *game, CardKind kind, int place) {
    return (DealerAsk){
        .seed = game->seed,
        .day = game->evening.day,
        .place = place,
        .kind = kind,
        .evenings = game->streak.lifetime_days,
        .decks_off = &game->decks_off,
        .topics_off = topics_off(game),
        .weak_skills = weak_skills(&game->skills),
    };
}

static const Card *deal(const Update *update, CardKind kind, int place) {
    DealerAsk ask = evening_ask(update->game, kind, place);
    return dealer_pick(&update->game->dealer, update->world->cards, &ask);
}

void evening_record_dealt(Update *update, const Card *card, int place) {
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

/* Once: a challenge carried over from yesterday is in yesterday's facts. */
void evening_record_challenge(Update *update) {
    const Evening *evening = &update->game->evening;
    const Card *card = card_find(update->world->cards, evening->challenge);
    if (card && !evening->challenge_dealt && !evening->challenge_carried) {
        evening_record_dealt(update, card, PLACE_CHALLENGE);
    }
}

void evening_reset(Evening *evening, Day day) {
    if (evening->has_day && evening->day == day) {
        return;
    }
    /* Kept for later counts the next day included, and no longer (GAME.md). */
    bool carries = evening->has_day && evening->challenge_state == CHALLENGE_LATER &&
                   !evening->challenge_carried && day == evening->day + 1;
    Evening last = *evening;
    *evening = (Evening){.day = day,
                         .has_day = true,
                         .later_hour = -1,
                         .first_sharer = 1,
                         .swaps_left = DEALER_SWAPS_A_DAY,
                         .challenge_carried = carries};
    if (carries) {
        text_copy(evening->challenge, sizeof evening->challenge, last.challenge);
        evening->challenge_done[0] = last.challenge_done[0];
        evening->challenge_done[1] = last.challenge_done[1];
    }
}

/* The clock may have been put back to an evening that was played already. */
static bool was_played(const Game *game, Day day) {
    for (int i = game->play_count - 1; i >= 0; i--) {
        if (game->plays[i].play_date == day && game->plays[i].who == STREAK_WHO_BOTH) {
            return true;
        }
    }
    return false;
}

void evening_start_day(Update *update, Day today) {
    Evening *evening = &update->game->evening;
    evening_reset(evening, today);
    if (was_played(update->game, today)) {
        evening->cards_done = true;
        evening->place = DEALER_PLACES;
    }
    if (!evening->here[0] || !evening->here[1]) {
        /* Not from the couple's seed: nobody shall work out later who answered which card. */
        evening->first_sharer = dealer_first_sharer(update->world->fresh_seed, today);
        update_wipe_mark(update); /* for the same reason: an old one has no use any more */
    }
    choose_challenge(update);
}

void evening_roll(Update *update) {
    Game *game = update->game;
    Day today = day_today(update->now, game->settings[SETTING_ROLLOVER]);
    if (game->evening.has_day && game->evening.day != today && game->screen == SCREEN_HOME) {
        play_clear(&game->play);
        evening_start_day(update, today);
    }
}

static CardKind kind_at(const Update *update, int place) {
    const CardSet *cards = update->world->cards;
    DealerAsk ask = evening_ask(update->game, CARD_RESPOND, place);
    ask.talk_rests = dealer_has_dealt(&update->game->dealer, cards, CARD_TALK,
                                      ask.day - DEALER_TALK_RESTS_DAYS + 1);
    return dealer_kind_at(cards, &ask);
}

static const Card *card_for_place(const Update *update, int place) {
    const Evening *evening = &update->game->evening;
    const Card *card = still_dealt(update, evening->dealt[place]);
    static const CardKind any[] = {CARD_RESPOND, CARD_ASK, CARD_SPOT};
    if (!card) {
        const Game *game = update->game;
        DealerAsk ask = evening_ask(game, kind_at(update, place), place);
        card = word_pick(&game->word, update->world->plans, &game->dealer, update->world->cards,
                         &ask);
    }
    if (!card) {
        card = deal(update, kind_at(update, place), place);
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
        evening_record_dealt(update, card, PLACE_TINY);
    }
    play_clear(&game->play);
    game->screen = SCREEN_TINY;
    update_mark(update);
}

/* Any card may move on by itself, extra ones too, or a pass of those would be no secret. */
void evening_put_on_table(Update *update, const Card *card, int nth) {
    Game *game = update->game;
    play_start(update, card, sharer_of_place(&game->evening, nth));
    int after_ms = dealer_moves_on_after_ms(game->seed, game->evening.day, game->evening.shown);
    if (after_ms && game->settings[SETTING_THINK]) {
        game->play.moves_on_press = 1 + after_ms % 2;
    } else if (after_ms) {
        game->play.moves_on_ms = update->now.utc_ms + after_ms;
        update_wake(update, game->play.moves_on_ms);
    }
}

bool evening_moves_on_at_press(Update *update, int chosen) {
    const Play *play = &update->game->play;
    if (!play->moves_on_press || chosen < play->moves_on_press || play->phase != PHASE_PICK) {
        return false;
    }
    evening_leave_card(update);
    return true;
}

static void show_card(Update *update) {
    Game *game = update->game;
    Evening *evening = &game->evening;
    if (deeper_start(update)) {
        return;
    }
    const Card *card = card_for_place(update, evening->place);
    if (!card && evening->place == 0) {
        game->screen = SCREEN_HOME; /* no cards at all: nothing was played, so nothing counts */
        return;
    }
    if (!card) {
        evening_finish_cards(update);
        return;
    }
    if (!text_equal(evening->dealt[evening->place], card->id)) {
        evening_record_dealt(update, card, evening->place);
    }
    evening_put_on_table(update, card, evening->place);
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
    if (game->play.card && game->play.in_chapter) {
        play_clear(&game->play); /* it's in the facts, and comes again in its chapter */
    }
    if (game->play.card) {
        game->screen = SCREEN_CARD; /* left in the middle: the same card, as it stood */
        play_breathe(update);
        return;
    }
    if (player == 1 || player == 2) {
        evening->here[player - 1] = true;
        update_sound(update, CUE_CONFIRM, player, 0);
    }
    if (!evening->here[0] || !evening->here[1]) {
        return;
    }
    game->alone_player = 0;
    evening_record_challenge(update);
    show_place(update);
}

void evening_next_place(Update *update) {
    Game *game = update->game;
    if (game->play.in_chapter) {
        journey_next(update);
        return;
    }
    bool is_extra = game->play.practice || game->play.repair || game->evening.cards_done;
    play_clear(&game->play);
    if (is_extra) {
        game->screen = SCREEN_HOME;
        return;
    }
    show_place(update);
}

void evening_make_short(Update *update) {
    Game *game = update->game;
    if (game->play.in_chapter) {
        play_clear(&game->play); /* the chapter waits, with this card */
        game->screen = SCREEN_JOURNEY;
        return;
    }
    if (game->evening.cards_done || game->play.repair) {
        play_clear(&game->play); /* an extra card: nothing to shorten, so back home */
        game->screen = SCREEN_HOME;
        return;
    }
    Fact fact = update_fact(update, FACT_SHORT, "");
    update_record(update, &fact);
    if (game->evening.place >= DEALER_PLACES) {
        evening_finish_cards(update); /* the three are played: home without a challenge */
    } else {
        show_tiny(update);
    }
}

void evening_leave_card(Update *update) {
    Game *game = update->game;
    Play *play = &game->play;
    bool may_leave =
        game->screen == SCREEN_CARD && play->card && !play->practice && play->phase != PHASE_REVEAL;
    if (!may_leave) {
        return;
    }
    if (play->first_pick >= 0) {
        evening_next_place(update); /* out of a second take: the card itself was played */
        return;
    }
    bool another = game->evening.cards_done;
    bool repair = play->repair;
    Fact fact = update_fact(update, FACT_NEXT, play->card->id);
    bool chapter = play->in_chapter;
    bool asks = play->card->opens != OPENS_NOTHING;
    if (asks) {
        deeper_done(update);
    }
    fact.values[5] = another || repair || chapter || asks ? -1 : game->evening.place;
    update_record(update, &fact);
    if (chapter) {
        game->notice++;
        journey_next(update);
        return;
    }
    play_clear(play);
    game->notice++;
    if (repair) {
        repair_start(update);
    } else if (another) {
        evening_another(update);
    } else {
        show_place(update);
    }
}

void evening_count(Update *update, int who) {
    Game *game = update->game;
    Day today = day_today(update->now, game->settings[SETTING_ROLLOVER]);
    if (today != game->evening.day) {
        evening_start_day(update, today); /* an evening counts for the date it ends on (R2) */
    }
    evening_record_challenge(update); /* one evening more may choose another one: it is to stay */
    Fact fact = update_fact(update, FACT_PLAY, "");
    fact.values[0] = who;
    fact.values[1] = game->settings[SETTING_ROLLOVER];
    text_copy(fact.text, sizeof fact.text, update->world->zone ? update->world->zone : "");
    update_record(update, &fact);
    streak_refresh(game, update->world, update->now);
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
    bool is_short = evening->is_short;
    evening_count(update, STREAK_WHO_BOTH); /* both pressed "I'm here" (STREAK.md) */
    update_wipe_mark(update);
    evening->place = DEALER_PLACES;
    bool challenge =
        !is_short && evening->challenge[0] && evening->challenge_state != CHALLENGE_DONE;
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
    int nth = evening->shown;
    int place = PLACE_ANOTHER + nth;
    const Card *card = deal(update, kind_at(update, place), place);
    if (!card) {
        game->screen = SCREEN_HOME;
        return;
    }
    evening_record_dealt(update, card, PLACE_ANOTHER);
    evening_put_on_table(update, card, nth);
}

static bool may_decide(const Update *update) {
    const Game *game = update->game;
    bool shown = game->screen == SCREEN_HOME || game->screen == SCREEN_CHALLENGE;
    return shown && !game->overlay_count && game->evening.challenge[0] &&
           game->evening.challenge_state != CHALLENGE_DONE;
}

static void record_decision(Update *update, ChallengeState state, int hour) {
    evening_record_challenge(update);
    Fact fact = update_fact(update, FACT_CHALLENGE, update->game->evening.challenge);
    fact.values[0] = (int32_t)state;
    fact.values[1] = hour;
    update_record(update, &fact);
}

void challenge_leave(Update *update, int delay_ms) {
    Game *game = update->game;
    if (game->screen != SCREEN_CHALLENGE) {
        return;
    }
    bool lights = game->evening.cards_done && !game->evening.lantern_seen;
    game->screen = lights ? SCREEN_LANTERN : SCREEN_HOME;
    if (lights) {
        update_sound(update, CUE_LANTERN, 0, delay_ms);
    }
}

void challenge_done(Update *update) {
    Evening *evening = &update->game->evening;
    int player = update->event->player;
    if (!may_decide(update) || player < 0 || player > 2) {
        return;
    }
    for (int i = 0; i < 2; i++) {
        evening->challenge_done[i] |= player == 0 || player == i + 1;
    }
    update_sound(update, CUE_CONFIRM, player, 0);
    if (evening->challenge_done[0] && evening->challenge_done[1]) {
        record_decision(update, CHALLENGE_DONE, -1);
        update_sound(update, CUE_STONE, 0, 300);
        challenge_leave(update, 1500);
    } else if (evening->challenge_state == CHALLENGE_NEW) {
        /* The other's word may come tomorrow (GAME.md): kept until then, never saying for whom. */
        record_decision(update, CHALLENGE_LATER, -1);
    }
}

void challenge_later(Update *update) {
    if (!may_decide(update)) {
        return;
    }
    record_decision(update, CHALLENGE_LATER, update->event->value);
    challenge_leave(update, 900);
}

void challenge_swap(Update *update) {
    if (!may_decide(update) || update->game->evening.swaps_left == 0) {
        return;
    }
    record_decision(update, CHALLENGE_SWAPPED, -1);
    choose_challenge(update);
    evening_record_challenge(update);
}
