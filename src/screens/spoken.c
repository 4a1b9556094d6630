/* SPDX-License-Identifier: MIT */
/* What may be read aloud. */
#include "spoken.h"

#include "card_talk.h"
#include "hash.h"

static bool is_at_card(const Game *game) {
    return game->screen == SCREEN_CARD && !game->overlay_count;
}

static bool is_choosing(const Game *game) {
    Phase phase = game->play.phase;
    return phase == PHASE_PICK || phase == PHASE_SECOND_PICK || phase == PHASE_LAND;
}

bool spoken_page_may(const Game *game, const ScreenMemory *memory) {
    bool is_private_page = memory->map.of || memory->topics.of;
    bool one_looks = is_at_card(game) && game->play.in_turn && is_choosing(game);
    return !is_private_page && !one_looks && game->screen != SCREEN_WORKSHOP;
}

bool spoken_focus_may(const Game *game, const ScreenMemory *memory) {
    const Card *card = game->play.card;
    bool is_shared = card && (card->kind == CARD_REWORD || card->kind == CARD_TALK);
    bool is_secret = is_at_card(game) && is_choosing(game) && !is_shared;
    return spoken_page_may(game, memory) && !is_secret;
}

uint64_t spoken_place(const Game *game, const ScreenMemory *memory) {
    const Play *play = &game->play;
    const int parts[] = {(int)game->screen,
                         (int)game_overlay(game),
                         (int)play->phase,
                         play->show.line,
                         (int)play->show.is_open,
                         memory->settings_section,
                         memory->chapter,
                         (int)memory->shows_opening,
                         memory->week_day,
                         (int)memory->shows_legend,
                         (int)memory->asks_settings_back,
                         memory->asks_restore};
    uint64_t place = HASH_START;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        place = hash_u64(place, (uint64_t)parts[i]);
    }
    if (play->card && play->card->kind == CARD_TALK && game->screen == SCREEN_CARD) {
        place = hash_text(place, card_talk_node(play)->id);
    }
    return hash_u64(hash_text(place, play->card ? play->card->id : ""), (uint64_t)memory->look_day);
}
