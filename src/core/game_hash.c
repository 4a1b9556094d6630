/* SPDX-License-Identifier: MIT */
/* The hash of all that matters in a game, for replays. */
#include "game.h"

#include "hash.h"

static uint64_t hash_int(uint64_t hash, int64_t number) {
    return hash_u64(hash, (uint64_t)number);
}

static uint64_t hash_evening(uint64_t hash, const Evening *evening) {
    const int64_t numbers[] = {
        evening->day,
        evening->has_day,
        evening->here[0],
        evening->here[1],
        evening->place,
        evening->shown,
        evening->is_short | evening->deeper_asked << 1,
        evening->cards_done,
        evening->lantern_seen,
        evening->first_sharer,
        evening->challenge_state,
        evening->challenge_dealt,
        evening->later_hour,
        evening->challenge_carried,
        evening->challenge_done[0],
        evening->swaps_left,
        evening->challenge_done[1],
    };
    hash = hash_bytes(hash, numbers, sizeof numbers);
    for (int i = 0; i < DEALER_PLACES; i++) {
        hash = hash_text(hash_int(hash, i), evening->dealt[i]);
    }
    hash = hash_int(hash_int(hash, evening->alone_done[0]), evening->alone_done[1]);
    hash = hash_text(hash, evening->alone);
    return hash_text(hash_text(hash, evening->tiny), evening->challenge);
}

static uint64_t hash_show(uint64_t hash, const SceneShow *show) {
    const int64_t numbers[] = {show->is_open, show->by_steps, show->line, show->in_line_ms};
    hash = hash_bytes(hash, numbers, sizeof numbers);
    for (int player = 0; player < 2; player++) {
        for (int i = 0; i < show->press_count[player]; i++) {
            const ScenePress *press = &show->presses[player][i];
            hash = hash_int(hash_int(hash, press->at_ms), press->mark);
        }
    }
    return hash;
}

static uint64_t hash_play(uint64_t hash, const Play *play) {
    const Outcome *outcome = &play->outcome;
    const int64_t numbers[] = {
        play->repair,      play->practice, play->phase,        play->sharer,
        play->in_turn,     play->holder,   play->uncovered,    play->first_pick,
        play->second_done, play->talking,  play->moves_on_ms,  outcome->turn,
        outcome->landed,   outcome->score, outcome->from_wall, outcome->spark,
        outcome->repaired, play->moves_on_press,
    };
    hash = hash_bytes(hash, numbers, sizeof numbers);
    for (int i = 0; i < 2; i++) {
        hash = hash_int(hash_int(hash, play->pick[i]), play->guess[i]);
    }
    for (int i = 0; i < LANDING_ROWS; i++) {
        hash = hash_int(hash, play->landing[i]);
    }
    for (int i = 0; i < CARD_ANSWERS; i++) {
        hash = hash_int(hash, play->order[i]);
    }
    for (int i = 0; i < PART_COUNT && play->card && play->card->kind == CARD_REWORD; i++) {
        hash = hash_int(hash, play->laid[i]);
    }
    if (play->card && play->card->kind == CARD_OWN_WORDS) {
        hash = hash_int(hash, play->letters);
    }
    if (play->card && play->card->kind == CARD_TALK) {
        hash = hash_int(hash_int(hash, play->said_count), play->taken_back);
        hash = hash_bytes(hash, play->said, sizeof play->said);
    }
    if (play->asks_to_keep) {
        hash = hash_int(hash, 4 + play->keeps[0] + play->keeps[1] * 2);
    }
    if (play->card && play->card->kind == CARD_SCENE) {
        hash = hash_show(hash, &play->show);
    }
    return hash_text(hash, play->card ? play->card->id : "");
}

static uint64_t hash_player(uint64_t hash, const PlayerInfo *player) {
    hash = hash_text(hash_int(hash, player->ready), player->name);
    return hash_text(hash_text(hash, player->pronouns), player->looks);
}

static uint64_t hash_journey(uint64_t hash, const Journey *journey) {
    for (int i = 0; i < JOURNEY_CHAPTERS; i++) {
        const Chapter *chapter = &journey->chapters[i];
        bool is_begun = chapter->moments[0].card[0] != '\0';
        for (int j = 0; j < chapter->cards && is_begun; j++) {
            hash = hash_text(hash, chapter->moments[j].card);
            hash = hash_int(hash, (int)chapter->moments[j].kind + chapter->moments[j].kept * 8);
        }
        hash = is_begun ? hash_int(hash, chapter->rounds * 16 + chapter->place) : hash;
        hash = is_begun ? hash_int(hash, chapter->lanterns * 2 + chapter->has_keystone) : hash;
    }
    return hash;
}

uint64_t game_hash(const Game *game) {
    const int64_t numbers[] = {
        game->first_run_done,
        game->screen,
        game->tally.bridge,
        game->tally.wall,
        game->sparks,
        game->repairs,
        game->cards_played,
        game->challenges_done,
        game->play_count,
        game->overlay_count,
        game->streak.current,
        game->streak.longest,
        game->notice,
        game->break_until_ms,
        game->dealer.count,
        game->pause_count,
        game->streak_repair_count,
    };
    uint64_t hash = hash_bytes(HASH_START, numbers, sizeof numbers);
    for (int i = 0; i < game->overlay_count; i++) {
        hash = hash_int(hash, game->overlays[i]);
    }
    for (int i = 0; i < SKILL_COUNT; i++) {
        hash = hash_int(hash, game->skills.average_milli[i]);
    }
    hash = hash_bytes(hash, game->settings, sizeof game->settings);
    if (game->topics_off[0] || game->topics_off[1]) {
        hash = hash_int(hash_int(hash, game->topics_off[0]), game->topics_off[1]);
    }
    hash = hash_play(hash_evening(hash, &game->evening), &game->play);
    hash = hash_journey(hash, &game->journey);
    if (game->word.plan[0]) {
        hash = hash_text(hash_int(hash, game->word.evenings), game->word.plan);
    }
    if (game->map.pages[0].keeps || game->map.pages[1].keeps) {
        hash = hash_bytes(hash, &game->map, sizeof game->map);
    }
    if (game->screen == SCREEN_LOOK_BACK) {
        hash = hash_int(hash, game->look_back.first);
    }
    hash = lead_hash(hash, &game->lead);
    hash = phones_hash(hash, &game->phones);
    return hash_player(hash_player(hash, &game->players[0]), &game->players[1]);
}
