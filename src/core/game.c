/* SPDX-License-Identifier: MIT */
/* The game's front door: one event in, the change and its effects out; and what screens ask. */
#include "game_parts.h"

#include "text.h"

#include <stddef.h>

void game_init(Game *game) {
    *game = (Game){.screen = SCREEN_CARE};
    for (int i = 0; i < SETTING_COUNT; i++) {
        game->settings[i] = setting_infos[i].start;
    }
    play_clear(&game->play);
}

Fact update_fact(const Update *update, FactKind kind, const char *subject) {
    Fact fact = {
        .kind = kind,
        .rules_version = FACT_RULES_VERSION,
        .utc_ms = update->now.utc_ms,
        .offset_min = update->now.offset_min,
        .day = update->game->evening.has_day
                   ? update->game->evening.day
                   : day_today(update->now, update->game->settings[SETTING_ROLLOVER]),
    };
    text_copy(fact.subject, sizeof fact.subject, subject);
    return fact;
}

static Effect *effect_add(Effects *effects, EffectKind kind) {
    if (effects->count == EFFECTS_MAX) {
        return NULL;
    }
    Effect *effect = &effects->items[effects->count++];
    *effect = (Effect){.kind = kind};
    return effect;
}

void update_record(Update *update, const Fact *fact) {
    game_apply_fact(update->game, update->world, fact);
    Effect *effect = effect_add(update->effects, EFFECT_SAVE);
    if (effect) {
        effect->fact = *fact;
        update->game->save = SAVE_WAITING;
    }
}

void update_sound(Update *update, Cue cue, int player, int delay_ms) {
    Effect *effect = effect_add(update->effects, EFFECT_SOUND);
    if (effect) {
        effect->cue = cue;
        effect->player = player;
        effect->delay_ms = delay_ms;
    }
}

void update_wake(Update *update, int64_t utc_ms) {
    Effect *effect = effect_add(update->effects, EFFECT_WAKE);
    if (effect) {
        effect->utc_ms = utc_ms;
    }
}

void update_mark(Update *update) {
    const Evening *evening = &update->game->evening;
    Effect *effect = effect_add(update->effects, EFFECT_MARK);
    if (effect) {
        text_append_int(effect->text, sizeof effect->text, evening->day);
        text_append(effect->text, sizeof effect->text, " ");
        text_append_int(effect->text, sizeof effect->text, evening->first_sharer);
        update->game->has_mark = true;
    }
}

void update_wipe_mark(Update *update) {
    if (update->game->has_mark && effect_add(update->effects, EFFECT_MARK)) {
        update->game->has_mark = false;
    }
}

Overlay game_overlay(const Game *game) {
    return game->overlay_count ? game->overlays[game->overlay_count - 1] : OVERLAY_NONE;
}

static void overlay_open(Game *game, Overlay overlay) {
    if ((int)overlay <= OVERLAY_NONE || overlay >= OVERLAY_COUNT) {
        return;
    }
    for (int i = 0; i < game->overlay_count; i++) {
        if (game->overlays[i] == overlay) {
            game->overlay_count = i; /* open already: come back to it */
        }
    }
    if (game->overlay_count < GAME_OVERLAYS_MAX) {
        game->overlays[game->overlay_count++] = overlay;
    }
}

static void overlay_close(Update *update) {
    Game *game = update->game;
    if (game_overlay(game) == OVERLAY_BREAK) {
        game->break_until_ms = 0; /* back already */
    }
    game->overlay_count--;
    play_breathe(update);
}

static void back(Update *update) {
    Game *game = update->game;
    if (game->overlay_count) {
        overlay_close(update);
    } else if (game->screen == SCREEN_CHALLENGE || game->screen == SCREEN_ALONE ||
               game->screen == SCREEN_JOURNEY || game->screen == SCREEN_LOOK_BACK) {
        game->screen = SCREEN_HOME;
    } else if (game->screen == SCREEN_OUR_MAP) {
        game->screen = SCREEN_LOOK_BACK;
    } else if (game->screen == SCREEN_KEYSTONE || game->screen == SCREEN_WEEK) {
        game->screen = SCREEN_JOURNEY;
    } else if (game->screen == SCREEN_PEOPLE && game->first_run_done) {
        setup_save_people(update);
        game->screen = SCREEN_HOME;
    } else {
        overlay_open(game, OVERLAY_PAUSE);
    }
}

static void take_break(Update *update) {
    Game *game = update->game;
    if (update->event->value == 0) {
        game->break_until_ms = 0;
        if (game_overlay(game) == OVERLAY_BREAK) {
            overlay_close(update);
        }
        return;
    }
    game->break_until_ms = update->now.utc_ms + GAME_BREAK_MINUTES * GAME_MS_PER_MINUTE;
    overlay_open(game, OVERLAY_BREAK);
    update_wake(update, game->break_until_ms);
}

static void tick(Update *update) {
    Game *game = update->game;
    workshop_tick(update);
    if (game->break_until_ms && update->now.utc_ms >= game->break_until_ms) {
        game->break_until_ms = 0;
        update_sound(update, CUE_LANTERN, 0, 0); /* calls both back */
    }
    Play *play = &game->play;
    bool due = play->moves_on_ms && update->now.utc_ms >= play->moves_on_ms &&
               !game->settings[SETTING_THINK];
    bool is_at_home = game->screen != SCREEN_WORKSHOP;
    if (due && is_at_home && play->phase == PHASE_PICK && !game->overlay_count) {
        evening_leave_card(update);
    }
}

static void start(Update *update) {
    Game *game = update->game;
    if (!game->has_couple) {
        Fact fact = update_fact(update, FACT_COUPLE, "");
        fact.values[0] = (int32_t)(uint32_t)update->world->fresh_seed;
        fact.values[1] = (int32_t)(uint32_t)(update->world->fresh_seed >> 32);
        update_record(update, &fact);
    }
    play_clear(&game->play);
    streak_refresh(game, update->world, update->now); /* the dealer asks it how many evenings */
    evening_start_day(update, day_today(update->now, game->settings[SETTING_ROLLOVER]));
    game->screen = game->first_run_done ? SCREEN_HOME : SCREEN_CARE;
}

static void go_on(Update *update) {
    Game *game = update->game;
    if (game->overlay_count) {
        return;
    }
    switch (game->screen) {
    case SCREEN_CARE: game->screen = SCREEN_PEOPLE; break;
    case SCREEN_CARD: play_event(update); break;
    case SCREEN_TINY: evening_finish_cards(update); break;
    case SCREEN_ALONE: alone_finish(update); break;
    case SCREEN_CHALLENGE: challenge_leave(update, 900); break;
    case SCREEN_LANTERN:
        game->evening.lantern_seen = game->evening.cards_done;
        game->alone_player = 0;
        game->screen = SCREEN_HOME;
        break;
    case SCREEN_KEYSTONE: journey_to_week(update); break;
    case SCREEN_WEEK: game->screen = SCREEN_JOURNEY; break;
    case SCREEN_PEOPLE:
    case SCREEN_HOME:
    case SCREEN_JOURNEY:
    case SCREEN_LOOK_BACK:
    case SCREEN_OUR_MAP:
    case SCREEN_WORKSHOP:
    case SCREEN_COUNT: break;
    }
}

static void open_challenge(Game *game) {
    const Evening *evening = &game->evening;
    bool open = evening->challenge[0] && (evening->cards_done || evening->challenge_carried);
    if (game->screen == SCREEN_HOME && !game->overlay_count && open) {
        game->screen = SCREEN_CHALLENGE;
    }
}

/* What players do with the evening. */
static void evening_event(Update *update) {
    Game *game = update->game;
    bool clear = game->overlay_count == 0;
    switch ((int)update->event->kind) {
    case EV_HERE: evening_here(update); break;
    case EV_PASS:
        if (clear) {
            evening_leave_card(update);
        }
        break;
    case EV_LOW:
        if (clear && game->screen == SCREEN_CARD && !game->play.practice) {
            evening_make_short(update);
        }
        break;
    case EV_ANOTHER:
        if (game->screen == SCREEN_HOME) {
            evening_another(update);
        }
        break;
    case EV_TODAY: page_turn(update, SCREEN_HOME); break;
    case EV_JOURNEY: page_turn(update, SCREEN_JOURNEY); break;
    case EV_LOOK_BACK: look_back_event(update); break;
    case EV_MAP: map_event(update); break;
    case EV_WALK: journey_walk(update); break;
    case EV_ALONE: alone_start(update); break;
    case EV_REPAIR:
        if (game_may_repair(game, update->world)) {
            repair_start(update);
        }
        break;
    case EV_CHALLENGE_OPEN: open_challenge(game); break;
    case EV_CHALLENGE_DONE: challenge_done(update); break;
    case EV_CHALLENGE_LATER: challenge_later(update); break;
    case EV_CHALLENGE_SWAP: challenge_swap(update); break;
    default:
        if (clear && game->screen == SCREEN_CARD) {
            play_event(update);
        }
        break;
    }
}

static void pass_on(Update *update) {
    Effect *effect = effect_add(update->effects, EFFECT_HISTORY);
    if (effect) {
        effect->history_act = (HistoryAct)update->event->value;
        effect->index = update->event->amount;
    }
}

static void shell_event(Update *update) {
    Game *game = update->game;
    if (update->event->kind == EV_LEAVE) {
        effect_add(update->effects, EFFECT_QUIT);
    } else if (update->event->kind == EV_HISTORY) {
        pass_on(update);
    } else if (update->event->kind != EV_RETRY) {
        game->save = update->event->kind == EV_SAVED ? SAVE_DONE : SAVE_FAILED;
    } else if (game->save == SAVE_FAILED) {
        game->save = SAVE_WAITING;
        effect_add(update->effects, EFFECT_RETRY);
    }
}

void update_room_files(Update *update) {
    Effect *effect = effect_add(update->effects, EFFECT_ROOM_FILES);
    if (effect) {
        effect->index = update->event->value;
        text_copy(effect->text, sizeof effect->text, update->event->text);
    }
}

void update_other_net(Update *update) {
    effect_add(update->effects, EFFECT_OTHER_NET);
}

static void take_time(Update *update) {
    if (update->event->kind != EV_START) {
        evening_roll(update);
    }
    scene_take_time(update);
}

static void open_asked(Update *update) {
    Overlay asked = (Overlay)update->event->value;
    overlay_open(update->game, asked == OVERLAY_BREAK ? OVERLAY_NONE : asked);
}

static void handle(Update *update) {
    switch (update->event->kind) {
    case EV_START: start(update); break;
    case EV_TICK: tick(update); break;
    case EV_CONTINUE: go_on(update); break;
    case EV_BACK: back(update); break;
    case EV_OPEN: open_asked(update); break;
    case EV_LOOKS:
    case EV_NAME:
    case EV_PRONOUNS:
    case EV_READY:
    case EV_PEOPLE:
    case EV_SETTING:
    case EV_SETTINGS_BACK:
    case EV_DECK:
    case EV_TOPIC:
    case EV_KEYS: setup_event(update); break;
    case EV_WORKSHOP:
    case EV_LEAD:
    case EV_ROOM_OPEN:
    case EV_PHONE:
    case EV_ROOM_FILES: workshop_event(update); break;
    case EV_BREAK: take_break(update); break;
    case EV_AWAY: away_change(update); break;
    case EV_WORD: word_event(update); break;
    case EV_LEAVE:
    case EV_HISTORY:
    case EV_SAVED:
    case EV_SAVE_FAILED:
    case EV_RETRY: shell_event(update); break;
    default: evening_event(update); break;
    }
}

void game_update(Game *game, const World *world, const Event *event, Now now, Effects *effects) {
    effects->count = 0;
    Update update = {game, world, event, now, effects};
    take_time(&update);
    handle(&update);
    scene_set_clock(&update);
    streak_refresh(game, world, now);
}

int game_responder(const Game *game) {
    return 3 - game->play.sharer;
}

int game_stage(const Game *game, int player) {
    const Play *play = &game->play;
    bool plays = (play->phase == PHASE_PICK && game_has_answers(game)) ||
                 (play->phase == PHASE_SECOND_PICK && player == game_responder(game));
    if (!plays || !play->card) {
        return 2;
    }
    if (play->pick[player - 1] < 0) {
        return 0;
    }
    bool guesses = play->card->kind == CARD_ASK && play->card->opens == OPENS_NOTHING &&
                   play->guess[player - 1] < 0;
    return guesses ? 1 : 2;
}

int game_awaited(const Game *game) {
    return (game_stage(game, 1) < 2 ? 1 : 0) | (game_stage(game, 2) < 2 ? 2 : 0);
}

const Answer *game_answer_at(const Game *game, int place) {
    return &game->play.card->answers[game->play.order[place]];
}

const Answer *game_picked_answer(const Game *game) {
    int place = game->play.pick[game_responder(game) - 1];
    return place >= 0 ? game_answer_at(game, place) : NULL;
}

bool game_has_answers(const Game *game) {
    const Card *card = game->play.card;
    return card && card->kind != CARD_REWORD && card->kind != CARD_OWN_WORDS &&
           card->kind != CARD_TALK && card->kind != CARD_SCENE;
}

const Chunk *game_piece_at(const Game *game, int place) {
    return &game->play.card->chunks[game->play.pieces[place]];
}

const Chunk *game_laid(const Game *game, ChunkPart part) {
    int place = game->play.laid[part];
    return place >= 0 ? game_piece_at(game, place) : NULL;
}

const Card *game_challenge(const Game *game, const World *world) {
    return card_find(world->cards, game->evening.challenge);
}

bool game_is_done_today(const Game *game) {
    return game->evening.cards_done;
}

int game_day_number(const Game *game) {
    bool counted = game->evening.cards_done || game->streak.today_done;
    return game->streak.lifetime_days + (counted ? 0 : 1);
}

bool game_reads_secretly(const Game *game) {
    const Play *play = &game->play;
    return play->in_turn && !play->uncovered &&
           ((play->phase == PHASE_PICK && play->holder) || play->phase == PHASE_LAND);
}
