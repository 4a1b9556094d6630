/* SPDX-License-Identifier: MIT */
/* Our map in the game: both agree, then stars are counted; each page is its owner's. */
#include "game_parts.h"
#include "hash.h"

/* Whose star it is lies mixed with the moment, as the topics do: hidden from a glance. */
static int32_t mixed_player(const Fact *fact, int32_t player) {
    uint64_t lot = hash_u64(hash_u64(HASH_START, (uint64_t)fact->utc_ms), 16);
    return (lot >> 20 & 1u) ? 3 - player : player;
}

static MapPage *page_of(Game *game, const Fact *fact) {
    int32_t player = mixed_player(fact, fact->values[0]);
    return player == 1 || player == 2 ? &game->map.pages[player - 1] : NULL;
}

static bool is_style(int32_t style) {
    return style >= 0 && style < MAP_STYLE_COUNT;
}

void map_apply(Game *game, const Fact *fact) {
    MapPage *page = page_of(game, fact);
    if (fact->kind == FACT_MET) {
        map_note_ask(&game->map, fact->values[0] != 0);
    } else if (!page) {
        return;
    } else if (fact->kind == FACT_STAR && is_style(fact->values[1])) {
        map_note_star(page, (MapStyle)fact->values[1], (unsigned)fact->values[2]);
    } else if (fact->kind == FACT_MAP_LINE && is_style(fact->values[1]) &&
               is_style(fact->values[2])) {
        const MapLine line = {(MapStyle)fact->values[1], (MapStyle)fact->values[2], 0, 0};
        map_show(page, &line, fact->values[3] != 0);
    } else if (fact->kind == FACT_MAP) {
        page->keeps = fact->values[1] == MAP_KEEP || (page->keeps && fact->values[1] != MAP_STOP);
        if (fact->values[1] == MAP_CLEAR) {
            map_clear(page);
        }
    }
}

static Fact map_fact(const Update *update, FactKind kind, int player) {
    Fact fact = update_fact(update, kind, "");
    fact.values[0] = mixed_player(&fact, player);
    return fact;
}

void map_note_reveal(Update *update) {
    const Play *play = &update->game->play;
    const Card *card = play->card;
    if (!map_is_kept(&update->game->map) || play->practice) {
        return;
    }
    if (card->kind == CARD_RESPOND && play->pick[play->sharer - 1] >= 0) {
        int starred = map_style(card->answers[play->order[play->pick[play->sharer - 1]]].style);
        Fact fact = map_fact(update, FACT_STAR, play->sharer);
        fact.values[1] = starred;
        fact.values[2] = (int32_t)map_offered(card);
        if (starred >= 0) {
            update_record(update, &fact);
        }
    } else if (card->kind == CARD_ASK && !card->opens && play->pick[0] >= 0 &&
               play->pick[1] >= 0) {
        Fact fact = update_fact(update, FACT_MET, "");
        fact.values[0] = play->pick[0] == play->pick[1];
        update_record(update, &fact);
    }
}

static void act(Update *update, MapAct what) {
    Fact fact = map_fact(update, FACT_MAP, update->event->player);
    fact.values[1] = (int32_t)what;
    update_record(update, &fact);
}

/* value: MAP_SHOW or MAP_HIDE; amount: the line's place on the page. */
static void show_line(Update *update, bool is_shown) {
    const MapPage *page = &update->game->map.pages[update->event->player - 1];
    MapLine lines[MAP_LINES_MAX];
    int count = map_lines(page, lines), at = update->event->amount;
    if (at < 0 || at >= count || map_is_shown(page, &lines[at]) == is_shown) {
        return;
    }
    Fact fact = map_fact(update, FACT_MAP_LINE, update->event->player);
    fact.values[1] = (int32_t)lines[at].rather;
    fact.values[2] = (int32_t)lines[at].than;
    fact.values[3] = is_shown;
    update_record(update, &fact);
}

void map_event(Update *update) {
    Game *game = update->game;
    const Event *event = update->event;
    if (event->value == MAP_OPEN) {
        if (game->screen == SCREEN_LOOK_BACK && !game->overlay_count) {
            game->screen = SCREEN_OUR_MAP;
        }
        return;
    }
    if (game->screen != SCREEN_OUR_MAP || event->player < 1 || event->player > 2) {
        return;
    }
    bool keeps = game->map.pages[event->player - 1].keeps;
    switch ((MapAct)event->value) {
    case MAP_OPEN: break;
    case MAP_KEEP:
    case MAP_STOP:
        if (keeps != (event->value == MAP_KEEP)) {
            act(update, (MapAct)event->value);
        }
        break;
    case MAP_CLEAR: act(update, MAP_CLEAR); break;
    case MAP_SHOW: show_line(update, true); break;
    case MAP_HIDE: show_line(update, false); break;
    }
}
