/* SPDX-License-Identifier: MIT */
/* One card on the table: picking in secret, say, land, reveal, second take (GAME.md). */
#include "card_listen.h"
#include "card_own_words.h"
#include "card_reword.h"
#include "card_scene.h"
#include "card_talk.h"
#include "game_parts.h"

#include <stddef.h>

/* The stone lands 500 ms of silence and 900 ms of flight after the face (screens.md 4). */
enum { STONE_SOUND_MS = 1400, WALL_SOUND_MS = 560 };

void play_clear(Play *play) {
    *play = (Play){.pick = {-1, -1}, .guess = {-1, -1}, .first_pick = -1, .sharer = 1};
    for (int i = 0; i < LANDING_ROWS; i++) {
        play->landing[i] = LANDING_OPEN;
    }
    for (int i = 0; i < PART_COUNT; i++) {
        play->laid[i] = -1;
    }
}

/* One-handed: the two choose one after the other, each with the arrows. What is made in the open
 * is nobody's turn; a scene's curtain is its cover. */
static void begin_in_turn(Update *update) {
    Play *play = &update->game->play;
    bool is_scene = play->card->kind == CARD_SCENE;
    int awaited = game_has_answers(update->game) ? game_awaited(update->game) : 0;
    play->in_turn = true;
    play->uncovered = is_scene;
    play->holder = is_scene || (awaited & 1) ? 1 : awaited ? 2 : 0;
}

void play_start(Update *update, const Card *card, int sharer) {
    Game *game = update->game;
    Play *play = &game->play;
    play_clear(play);
    play->card = card;
    play->practice = card == update->world->practice;
    play->sharer = sharer;
    play->dealt_ms = update->now.utc_ms;
    int nth = game->evening.shown;
    dealer_shuffle(game->seed, game->evening.day, nth, play->order, CARD_ANSWERS);
    if (card->kind == CARD_REWORD) {
        card_reword_start(play, game->seed, game->evening.day, nth);
    }
    const int *settings = game->settings;
    play->show.by_steps = settings[SETTING_CALM] || settings[SETTING_STEPS] ||
                          settings[SETTING_THINK] || settings[SETTING_ONE_HAND] ||
                          settings[SETTING_ALOUD];
    game->screen = SCREEN_CARD;
    if (settings[SETTING_ONE_HAND]) {
        begin_in_turn(update);
    }
}

static int landed_sum(const Play *play) {
    int sum = 0;
    for (int i = 0; i < LANDING_ROWS; i++) {
        if (play->landing[i] == LANDING_OPEN) {
            return RULES_LANDED_PRIVATE;
        }
        sum += (int)play->landing[i];
    }
    return sum;
}

/* The author and the sharer disagree: a kind reading that did not land, or the other way round. */
static bool readings_differ(int turn, int landed, bool is_private) {
    if (is_private) {
        return false;
    }
    bool reads_kind = turn >= RULES_TURN_KIND;
    bool landed_kind = landed >= RULES_LANDED_LIFTS;
    return (reads_kind && landed <= 2) || (!reads_kind && landed_kind);
}

/* Extra cards have none. */
static int place_in_evening(const Game *game) {
    return game->evening.cards_done || game->play.repair || game->play.in_chapter
               ? -1
               : game->evening.place;
}

static void reveal_respond(Update *update, bool is_private) {
    Game *game = update->game;
    Play *play = &game->play;
    const Answer *answer = game_picked_answer(game);
    bool second = play->first_pick >= 0;
    int landed = is_private ? RULES_LANDED_PRIVATE : landed_sum(play);
    play->outcome = (Outcome){
        .turn = answer->turn,
        .landed = landed,
        .landed_private = is_private,
        .score = rules_score(answer->turn, landed),
        .stones = rules_stones(answer->turn, landed),
        .spark = play->pick[0] == play->pick[1],
        .differs = readings_differ(answer->turn, landed, is_private),
        .before = game->tally,
    };
    if (second) {
        play->outcome.repaired = answer->turn >= RULES_TURN_KIND;
        play->second_done = true;
        if (!play->outcome.repaired) {
            play->outcome.stones = (StoneMove){0};
        }
        if (play->first.score > play->outcome.score) {
            play->outcome.score = play->first.score;
        }
    }
    if (!play->practice) {
        Fact fact = update_fact(update, second ? FACT_SECOND : FACT_CARD, play->card->id);
        fact.values[0] = CARD_RESPOND;
        fact.values[1] = answer->turn;
        fact.values[2] = landed;
        fact.values[3] = play->outcome.spark && !(second && play->first.spark);
        fact.values[4] = rules_pack_marks(answer->marks);
        fact.values[5] = place_in_evening(game);
        update_record(update, &fact);
        if (play->repair && !second) {
            repair_record(update);
        }
    }
    int left_wall = play->outcome.before.wall - game->tally.wall;
    play->outcome.from_wall = left_wall > 0 ? left_wall : 0;
}

static Outcome outcome_of_picks(const Play *play, Tally before) {
    Outcome outcome = {.score = RULES_SCORE_MAX, .before = before};
    for (int i = 0; i < 2; i++) {
        int pick = play->order[play->pick[i]];
        outcome.found[i] = play->card->kind == CARD_SPOT && pick == play->card->spot_right;
        outcome.guessed[i] = play->card->kind == CARD_ASK && play->guess[i] == play->pick[1 - i];
    }
    if (play->card->kind == CARD_SPOT) {
        outcome.score = rules_found_score(outcome.found[0], outcome.found[1]);
    }
    outcome.stones = rules_plain_stones(play->card->kind, outcome.score);
    return outcome;
}

static Outcome outcome_of(const Play *play, Tally before, bool is_private) {
    switch (play->card->kind) {
    case CARD_REWORD: return card_reword_outcome(play, before);
    case CARD_LISTEN: return card_listen_outcome(play, before);
    case CARD_SCENE: return card_scene_outcome(play, before);
    case CARD_OWN_WORDS:
        return card_own_words_outcome(is_private ? RULES_LANDED_PRIVATE : landed_sum(play),
                                      is_private, before);
    case CARD_TALK: return card_talk_outcome(play, before);
    default: return outcome_of_picks(play, before);
    }
}

/* The same mark for each skill that the card trains; of a talk, what was shown. */
static int marks_of(const Play *play) {
    uint8_t marks[SKILL_COUNT] = {0};
    if (play->card->kind == CARD_TALK) {
        card_talk_marks(play, marks);
        return rules_pack_marks(marks);
    }
    for (int i = 0; i < SKILL_COUNT; i++) {
        marks[i] = play->card->skills & (1u << i) ? (uint8_t)play->outcome.mark : 0;
    }
    return rules_pack_marks(marks);
}

static void reveal_other(Update *update, bool is_private) {
    Game *game = update->game;
    Play *play = &game->play;
    Outcome *outcome = &play->outcome;
    *outcome = outcome_of(play, game->tally, is_private);
    Fact fact = update_fact(update, FACT_CARD, play->card->id);
    fact.values[0] = (int32_t)play->card->kind;
    fact.values[1] = outcome->score;
    fact.values[2] = outcome->landed;
    fact.values[3] = play->card->kind == CARD_TALK ? card_talk_mended(play) : 0;
    fact.values[4] = marks_of(play);
    fact.values[5] = place_in_evening(game);
    update_record(update, &fact);
    int left_wall = outcome->before.wall - game->tally.wall;
    outcome->from_wall = left_wall > 0 ? left_wall : 0;
}

static void reveal(Update *update, bool is_private) {
    Play *play = &update->game->play;
    if (play->card->kind == CARD_RESPOND) {
        reveal_respond(update, is_private);
    } else {
        reveal_other(update, is_private);
    }
    if (play->first_pick < 0) {
        map_note_reveal(update);
    }
    play->phase = PHASE_REVEAL;
    play->uncovered = false;
    play->holder = 0;
    play->moves_on_ms = 0;
    if (play->outcome.stones.bridge > 0) {
        update_sound(update, CUE_STONE, 0, STONE_SOUND_MS);
    } else if (play->outcome.stones.wall > 0) {
        update_sound(update, CUE_WALL, 0, WALL_SOUND_MS);
    }
}

void play_reveal(Update *update) {
    reveal(update, true);
}

static void all_picked(Update *update) {
    Game *game = update->game;
    Play *play = &game->play;
    play->moves_on_ms = 0;
    play->holder = 0;
    play->uncovered = false;
    bool says = play->card->kind == CARD_RESPOND && game->settings[SETTING_SAY];
    if (play->card->opens != OPENS_NOTHING) {
        deeper_answered(update);
    } else if (says) {
        play->phase = PHASE_SAY;
    } else {
        reveal(update, true);
    }
}

static void pick(Update *update) {
    Game *game = update->game;
    Play *play = &game->play;
    int player = update->event->player;
    int place = update->event->value;
    bool picking = play->phase == PHASE_PICK || play->phase == PHASE_SECOND_PICK;
    picking &= game_has_answers(game);
    if (!picking || player < 1 || player > 2 || place < 0 || place > CARD_ANSWERS) {
        return;
    }
    bool covered =
        play->in_turn && play->phase == PHASE_PICK && (player != play->holder || !play->uncovered);
    bool not_asked = play->phase == PHASE_SECOND_PICK && player != game_responder(game);
    if (covered || not_asked) {
        return;
    }
    int stage = game_stage(game, player);
    if (stage == 1) {
        play->guess[player - 1] = place;
    } else if (place < CARD_ANSWERS) {
        play->pick[player - 1] = place; /* again before both have chosen: changed my mind */
        play->guess[player - 1] = -1;
    } else {
        return;
    }
    update_sound(update, CUE_CONFIRM, player, 0);
    int awaited = game_awaited(game);
    if (evening_moves_on_at_press(update, awaited == 0 ? 2 : awaited == 3 ? 0 : 1)) {
        return;
    }
    if (awaited == 0) {
        all_picked(update);
    } else if (play->in_turn && game_stage(game, player) == 2) {
        play->holder = awaited & 1 ? 1 : 2;
        play->uncovered = false;
    }
}

/* Something was made in the open: from now on the deck no longer moves on. True if this touch was
 * the one by which chance takes the card. */
static bool begun(Update *update) {
    if (evening_moves_on_at_press(update, 2)) {
        return true;
    }
    update->game->play.moves_on_ms = 0;
    update->game->play.moves_on_press = 0;
    return false;
}

/* talk: whoever presses says it; both have read it, and the deck no longer moves on. */
static void say(Update *update) {
    Play *play = &update->game->play;
    if (play->phase == PHASE_PICK && card_talk_say(play, update->event->value)) {
        if (begun(update)) {
            return;
        }
        update_sound(update, CUE_CONFIRM, update->event->player, 0);
    }
}

static void start_in_turn(Update *update) {
    Play *play = &update->game->play;
    int awaited = game_awaited(update->game);
    bool picks = play->phase == PHASE_PICK && awaited != 0;
    if (play->in_turn || !(picks || play->phase == PHASE_LAND)) {
        return;
    }
    play->in_turn = true;
    play->uncovered = false;
    play->holder = !picks ? play->sharer : awaited & 1 ? 1 : 2;
}

static bool all_tapped(const Play *play) {
    for (int i = 0; i < LANDING_ROWS; i++) {
        if (play->landing[i] == LANDING_OPEN) {
            return false;
        }
    }
    return true;
}

static void tap(Update *update) {
    Play *play = &update->game->play;
    int row = update->event->value / LANDING_ROWS;
    int landing = update->event->value % LANDING_ROWS;
    bool covered = play->in_turn && !play->uncovered;
    if (play->phase != PHASE_LAND || row < 0 || row >= LANDING_ROWS || landing < 0 || covered) {
        return;
    }
    play->landing[row] = (Landing)landing;
    update_sound(update, CUE_SELECT, play->sharer, 0);
    if (!play->in_turn && all_tapped(play)) {
        reveal(update, false);
    }
}

static void second_take(Update *update) {
    Game *game = update->game;
    Play *play = &game->play;
    bool offered = play->phase == PHASE_REVEAL && play->card->kind == CARD_RESPOND &&
                   !play->second_done &&
                   rules_second_offered(play->outcome.turn, play->outcome.landed);
    if (!offered) {
        return;
    }
    int responder = game_responder(game);
    play->first = play->outcome;
    play->first_pick = play->pick[responder - 1];
    play->pick[responder - 1] = -1;
    for (int i = 0; i < LANDING_ROWS; i++) {
        play->landing[i] = LANDING_OPEN;
    }
    play->phase = PHASE_SECOND_PICK;
    play->talking = false;
}

void play_breathe(Update *update) {
    Play *play = &update->game->play;
    int64_t breath_ms = update->now.utc_ms + 4000;
    if (play->moves_on_ms && play->moves_on_ms < breath_ms) {
        play->moves_on_ms = breath_ms;
        update_wake(update, breath_ms);
    }
}

/* The practice card ends the first run: a stone each. */
static void finish_practice(Update *update) {
    Fact fact = update_fact(update, FACT_FIRST_RUN, "");
    fact.values[0] = 2;
    update_record(update, &fact);
    update_sound(update, CUE_STONE, 0, 300);
}

static void to_landing(Play *play) {
    play->phase = PHASE_LAND;
    play->holder = play->sharer;
    play->moves_on_ms = 0;
}

/* What was built or typed in the open goes on to be said, or straight on. */
static void made(Update *update) {
    Game *game = update->game;
    Play *play = &game->play;
    bool says = game->settings[SETTING_SAY] != 0 && update->event->value == 0;
    bool builds = play->card->kind == CARD_REWORD;
    if (play->card->kind == CARD_TALK) {
        if (card_talk_node(play)->ending < TALK_ENDING_COUNT) {
            reveal(update, true);
        }
        return;
    }
    if (game_has_answers(game) || (builds && !card_reword_is_ready(play)) || begun(update)) {
        return;
    }
    if (says) {
        play->phase = PHASE_SAY;
    } else if (builds) {
        reveal(update, true);
    } else {
        to_landing(play);
    }
}

/* What the two make in the open is theirs: from the first touch on, the deck doesn't move on. */
static void make(Update *update) {
    Play *play = &update->game->play;
    int value = update->event->value;
    bool builds = play->card->kind == CARD_REWORD;
    if (update->event->kind == EV_LETTERS) {
        bool fits = play->card->kind == CARD_OWN_WORDS && play->phase == PHASE_PICK && value >= 0;
        if (fits && value <= OWN_WORDS_LETTERS_MAX) {
            play->letters = value;
            begun(update);
        }
    } else if (play->card->kind == CARD_TALK) {
        if (play->phase == PHASE_PICK && value == -1 && card_talk_take_back(play)) {
            update_sound(update, CUE_SELECT, 0, 0);
        }
    } else if (builds && play->phase == PHASE_SAY && value == -1) {
        play->phase = PHASE_PICK;
    } else if (builds && play->phase == PHASE_PICK && card_reword_put(play, value)) {
        update_sound(update, CUE_SELECT, 0, 0);
        begun(update);
    }
}

static void play_continue(Update *update) {
    Play *play = &update->game->play;
    switch (play->phase) {
    case PHASE_SAY:
        if (play->card->kind == CARD_REWORD) {
            reveal(update, true);
        } else {
            to_landing(play);
        }
        break;
    case PHASE_LAND:
        if (all_tapped(play) && (!play->in_turn || play->uncovered)) {
            reveal(update, false);
        }
        break;
    case PHASE_REVEAL:
        if (play->practice) {
            finish_practice(update);
        }
        if (play->in_chapter) {
            journey_continue(update);
        } else {
            evening_next_place(update);
        }
        break;
    case PHASE_PICK: made(update); break;
    case PHASE_SECOND_PICK:
    case PHASE_COUNT: break;
    }
}

static void cover(Update *update) {
    Play *play = &update->game->play;
    bool hidden = play->in_turn && (play->phase == PHASE_PICK || play->phase == PHASE_LAND);
    if (hidden && play->holder) {
        play->uncovered = update->event->value != 0;
    }
}

void play_event(Update *update) {
    Play *play = &update->game->play;
    if (!play->card) {
        return;
    }
    if (play->card->kind == CARD_SCENE && play->phase == PHASE_PICK) {
        scene_event(update);
        return;
    }
    if (play->asks_to_keep && update->event->kind != EV_CONTINUE) {
        journey_keep_answer(update);
        return;
    }
    switch ((int)update->event->kind) {
    case EV_CONTINUE: play_continue(update); break;
    case EV_PICK:
        if (play->card->kind == CARD_TALK) {
            say(update);
        } else {
            pick(update);
        }
        break;
    case EV_IN_TURN: start_in_turn(update); break;
    case EV_COVER: cover(update); break;
    case EV_APART:
        play->in_turn = false;
        play->holder = 0;
        play->uncovered = false;
        break;
    case EV_TAP: tap(update); break;
    case EV_KEEP:
        if (play->phase == PHASE_LAND && (!play->in_turn || play->uncovered)) {
            reveal(update, true);
        }
        break;
    case EV_SECOND: second_take(update); break;
    case EV_PUT:
    case EV_LETTERS: make(update); break;
    case EV_TALK: play->talking = play->phase == PHASE_REVEAL && update->event->value != 0; break;
    default: break;
    }
}
