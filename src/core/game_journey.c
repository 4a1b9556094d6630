/* SPDX-License-Identifier: MIT */
/* The journey in the game: a chapter's cards one after another, its keystone, its week. */
#include "game_parts.h"

#include "text.h"

#include <string.h>

int game_chapter(const Game *game) {
    return game->journey.now;
}

Garden game_garden(const Game *game, const World *world, Season season) {
    Garden garden = {.evenings = game->streak.lifetime_days, .season = season};
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        if (game->journey.chapters[i].rounds > 0) {
            garden.gifts |= 1u << chapter_plan(world->chapters, i).gift;
        }
    }
    return garden;
}

static bool is_chapter(int chapter) {
    return chapter >= 0 && chapter < JOURNEY_CHAPTERS;
}

/* A round, as the next card to be dealt finds it. */
typedef struct Round {
    ChapterPlan plan;
    int chapter, cards, place;
    bool begins;
} Round;

static Round round_at(const Update *update, int chapter) {
    const Chapter *at = &update->game->journey.chapters[chapter];
    Round round = {.plan = chapter_plan(update->world->chapters, chapter), .chapter = chapter};
    round.begins = at->has_keystone || at->cards == 0;
    round.cards = round.begins ? round.plan.card_count : at->cards;
    round.place = round.begins ? 0 : at->place;
    return round;
}

/* How hard the small card before this place was; a scene opens the chapter and doesn't count. */
static int last_hardness(const Update *update, const Round *round) {
    const Chapter *at = &update->game->journey.chapters[round->chapter];
    const Card *card = round->place > 1
                           ? card_find(update->world->cards, at->moments[round->place - 1].card)
                           : NULL;
    return card ? dealer_hardness(card) : 0;
}

/* Consent to the deepest cards is asked for in the evening alone, so none of them comes here. */
static DealerAsk ask_at(const Update *update, const Round *round) {
    const Game *game = update->game;
    const Chapter *at = &game->journey.chapters[round->chapter];
    CardKind kind = journey_kind_at(&round->plan, round->cards, round->place);
    DealerAsk ask = evening_ask(game, kind, PLACE_JOURNEY + round->place);
    bool is_small = round->place > 0 && round->place < round->cards - 1;
    ask.evenings = journey_evenings_at(round->cards, round->place);
    ask.depth_three = false;
    ask.in_chapter = true;
    ask.theme = (Theme)round->chapter;
    ask.before = round->begins ? NULL : at->before;
    ask.before_count = round->begins ? 0 : JOURNEY_CARDS_MAX;
    ask.high = CARD_DEPTH_MAX * REGISTER_COUNT;
    if (is_small) {
        journey_hardness_at(round->cards, round->place, last_hardness(update, round), &ask.low,
                            &ask.high);
    }
    return ask;
}

/* The scene and the talk that the chapter names, on its first walk. */
static const Card *named_card(const Update *update, const Round *round, const DealerAsk *ask) {
    bool is_last = round->place == round->cards - 1;
    const char *id = round->place == 0 ? round->plan.scene : is_last ? round->plan.talk : "";
    const Card *card = card_find(update->world->cards, id);
    bool fits = card && dealer_may_deal(card, ask) && !dealer_was_before(card, ask);
    return fits ? card : NULL;
}

/* Of the chapter's theme if there is a new one of the kind, else a respond card of it: kinds run
 * out, and a deck may be switched off. */
static const Card *pick_card(const Update *update, const Round *round) {
    const Game *game = update->game;
    const CardSet *cards = update->world->cards;
    DealerAsk ask = ask_at(update, round);
    char before[JOURNEY_CARDS_MAX][CARD_ID_MAX];
    if (round->begins) {
        for (int i = 0; i < JOURNEY_CARDS_MAX; i++) {
            const Moment *moment = &game->journey.chapters[round->chapter].moments[i];
            text_copy(before[i], CARD_ID_MAX, moment->card);
        }
        ask.before = (const char(*)[CARD_ID_MAX])before;
        ask.before_count = JOURNEY_CARDS_MAX;
    }
    const Card *named = named_card(update, round, &ask);
    const Card *card = named ? named : dealer_pick(&game->dealer, cards, &ask);
    if (card && !dealer_was_before(card, &ask)) {
        return card;
    }
    ask.kind = CARD_RESPOND;
    const Card *other = dealer_pick(&game->dealer, cards, &ask);
    bool is_new = other && !dealer_was_before(other, &ask);
    return card && !is_new ? card : other;
}

/* Left in the middle, the same card comes again. */
static void show_next(Update *update, int chapter) {
    Game *game = update->game;
    const Chapter *at = &game->journey.chapters[chapter];
    Round round = round_at(update, chapter);
    const Card *card =
        round.begins ? NULL : card_find(update->world->cards, at->moments[round.place].card);
    if (round.begins || chapter != game->journey.now) {
        memset(game->stars, 0, sizeof game->stars);
    }
    if (!card) {
        card = pick_card(update, &round);
        if (!card) {
            game->screen = SCREEN_JOURNEY;
            return;
        }
        Fact fact = update_fact(update, FACT_DEALT, card->id);
        fact.values[0] = PLACE_JOURNEY;
        fact.values[1] = (int32_t)card->kind;
        fact.values[2] = chapter;
        fact.values[3] = round.cards;
        update_record(update, &fact);
    }
    evening_put_on_table(update, card, round.place);
    game->play.in_chapter = true;
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

/* Answers that were picked can be quoted; what was said in own words is nowhere kept. */
static int answer_to_keep(const Game *game) {
    const Play *play = &game->play;
    bool is_picked = play->card->kind == CARD_RESPOND || play->card->kind == CARD_LISTEN;
    int place = is_picked ? play->pick[game_responder(game) - 1] : -1;
    return place >= 0 && place < CARD_ANSWERS ? play->order[place] : -1;
}

void journey_continue(Update *update) {
    Play *play = &update->game->play;
    if (play->asks_to_keep || answer_to_keep(update->game) < 0) {
        journey_next(update);
    } else {
        play->asks_to_keep = true;
        play->talking = false;
    }
}

/* Both must say yes; one "not this one", by whom isn't kept, and the week tells the kind alone. */
void journey_keep_answer(Update *update) {
    Game *game = update->game;
    int player = update->event->player;
    if (update->event->kind != EV_KEEP_ANSWER) {
        return;
    }
    if (update->event->value == 0) {
        journey_next(update);
        return;
    }
    if (player == 1 || player == 2) {
        game->play.keeps[player - 1] = true;
        update_sound(update, CUE_CONFIRM, player, 0);
    }
    if (game->play.keeps[0] && game->play.keeps[1]) {
        journey_next(update);
    }
}

static void remember_star(Game *game) {
    const Play *play = &game->play;
    int answer = answer_to_keep(game);
    if (play->phase == PHASE_REVEAL && play->outcome.spark && answer >= 0) {
        Star *star = &game->stars[play->sharer - 1];
        text_copy(star->card, CARD_ID_MAX, play->card->id);
        star->answer = answer;
    }
}

void journey_next(Update *update) {
    Game *game = update->game;
    bool is_kept = game->play.keeps[0] && game->play.keeps[1];
    Fact kept = update_fact(update, FACT_KEPT, game->play.card->id);
    kept.values[0] = game->journey.now;
    kept.values[1] = answer_to_keep(game);
    remember_star(game);
    int chapter = game->journey.now;
    Fact fact = update_fact(update, FACT_CHAPTER, game->play.card->id);
    fact.values[0] = chapter;
    fact.values[1] = (int32_t)moment_to_note(&game->play);
    update_record(update, &fact);
    if (is_kept) {
        update_record(update, &kept);
    }
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
        journey_deal(&game->journey, chapter, fact->subject, fact->values[3]);
    } else if (fact->kind == FACT_KEPT) {
        journey_keep(&game->journey, chapter, fact->subject, fact->values[1]);
    } else if (fact->kind == FACT_KEYSTONE) {
        journey_finish(&game->journey, chapter);
    } else if (fact->values[1] > MOMENT_OPEN && fact->values[1] < MOMENT_KIND_COUNT) {
        journey_note(&game->journey, chapter, fact->subject, (MomentKind)fact->values[1]);
    }
}
