/* SPDX-License-Identifier: MIT */
/* The journey in the game: a chapter's cards one after another, its keystone, its week. */
#include "game_parts.h"

#include "text.h"

int game_chapter(const Game *game) {
    return game->journey.now;
}

static bool is_chapter(int chapter) {
    return chapter >= 0 && chapter < JOURNEY_CHAPTERS;
}

/* Of the chapter's theme if there is one, else a respond card of it: a deck may be switched off. */
static const Card *pick_card(const Update *update, int chapter, int place) {
    const Game *game = update->game;
    DealerAsk ask = evening_ask(game, journey_kind_at(place), PLACE_JOURNEY + place);
    ask.evenings = journey_evenings_at(place);
    ask.has_theme = true;
    ask.theme = (Theme)chapter;
    const Card *card = dealer_pick(&game->dealer, update->world->cards, &ask);
    ask.kind = CARD_RESPOND;
    return card ? card : dealer_pick(&game->dealer, update->world->cards, &ask);
}

/* Left in the middle, the same card comes again. */
static void show_next(Update *update, int chapter) {
    Game *game = update->game;
    const Chapter *at = &game->journey.chapters[chapter];
    int place = at->has_keystone ? 0 : at->place;
    const Card *card =
        at->has_keystone ? NULL : card_find(update->world->cards, at->moments[place].card);
    if (!card) {
        card = pick_card(update, chapter, place);
        if (!card) {
            game->screen = SCREEN_JOURNEY;
            return;
        }
        Fact fact = update_fact(update, FACT_DEALT, card->id);
        fact.values[0] = PLACE_JOURNEY;
        fact.values[1] = (int32_t)card->kind;
        fact.values[2] = chapter;
        update_record(update, &fact);
    }
    evening_put_on_table(update, card, place);
    game->play.in_chapter = true;
}

void journey_open(Update *update) {
    Game *game = update->game;
    if (game->screen == SCREEN_HOME && !game->overlay_count) {
        game->screen = SCREEN_JOURNEY;
    }
}

void journey_walk(Update *update) {
    Game *game = update->game;
    int chapter = update->event->value;
    bool may = game->screen == SCREEN_JOURNEY && !game->overlay_count && is_chapter(chapter) &&
               journey_is_open(&game->journey, chapter);
    if (!may) {
        return;
    }
    if (game->play.card && !game->play.in_chapter) {
        game->screen = SCREEN_CARD; /* a card of the evening lies on the table: first that one */
        play_breathe(update);
    } else if (journey_keystone_waits(&game->journey, chapter)) {
        game->journey.now = chapter;
        game->screen = SCREEN_KEYSTONE;
        update_sound(update, CUE_STONE, 0, 900);
    } else if (game->play.card && game->journey.now == chapter) {
        game->screen = SCREEN_CARD;
        play_breathe(update);
    } else {
        evening_record_challenge(update);
        show_next(update, chapter);
    }
}

static MomentKind moment_of(const Play *play) {
    const Outcome *outcome = &play->outcome;
    if (play->phase != PHASE_REVEAL) {
        return MOMENT_QUIET;
    }
    if (outcome->repaired) {
        return MOMENT_MENDED;
    }
    return outcome->stones.wall > 0     ? MOMENT_WALL
           : outcome->stones.bridge > 0 ? MOMENT_BRIDGE
                                        : MOMENT_ROCKED;
}

/* A second take that was left counts as the first one did. */
static MomentKind moment_to_note(Play *play) {
    if (play->first_pick >= 0 && play->phase != PHASE_REVEAL) {
        play->outcome = play->first;
        play->phase = PHASE_REVEAL;
    } else if (play->second_done && !play->outcome.repaired) {
        play->outcome.stones = play->first.stones;
    }
    return moment_of(play);
}

void journey_next(Update *update) {
    Game *game = update->game;
    int chapter = game->journey.now;
    Fact fact = update_fact(update, FACT_CHAPTER, game->play.card->id);
    fact.values[0] = chapter;
    fact.values[1] = (int32_t)moment_to_note(&game->play);
    update_record(update, &fact);
    play_clear(&game->play);
    if (journey_keystone_waits(&game->journey, chapter)) {
        game->screen = SCREEN_KEYSTONE;
        update_sound(update, CUE_STONE, 0, 900);
    } else {
        show_next(update, chapter);
    }
}

/* "See your week": the keystone was seen. */
void journey_to_week(Update *update) {
    Game *game = update->game;
    Fact fact = update_fact(update, FACT_KEYSTONE, "");
    fact.values[0] = game->journey.now;
    update_record(update, &fact);
    game->screen = SCREEN_WEEK;
}

void journey_apply(Game *game, const Fact *fact) {
    int chapter = fact->values[fact->kind == FACT_DEALT ? 2 : 0];
    if (!is_chapter(chapter)) {
        return;
    }
    if (fact->kind == FACT_DEALT) {
        journey_deal(&game->journey, chapter, fact->subject);
    } else if (fact->kind == FACT_KEYSTONE) {
        journey_finish(&game->journey, chapter);
    } else if (fact->values[1] > MOMENT_OPEN && fact->values[1] < MOMENT_KIND_COUNT) {
        journey_note(&game->journey, chapter, fact->subject, (MomentKind)fact->values[1]);
    }
}
