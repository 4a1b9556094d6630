/* SPDX-License-Identifier: MIT */
/* The two people and the settings. */
#include "game_parts.h"

#include "hash.h"
#include "text.h"

static void save_person(Update *update, int player) {
    const PlayerInfo *info = &update->game->players[player - 1];
    Fact fact = update_fact(update, FACT_PERSON, info->looks);
    fact.values[0] = player;
    text_copy(fact.text, sizeof fact.text, info->name);
    text_append(fact.text, sizeof fact.text, "\n");
    text_append(fact.text, sizeof fact.text, info->pronouns);
    update_record(update, &fact);
}

void setup_save_people(Update *update) {
    save_person(update, 1);
    save_person(update, 2);
    update->game->players[0].ready = update->game->players[1].ready = false;
}

/* Both are ready: who they are is saved, and the mist lifts. */
static void both_ready(Update *update) {
    Game *game = update->game;
    setup_save_people(update);
    if (game->first_run_done) {
        game->screen = SCREEN_HOME;
    } else if (update->world->practice) {
        play_start(update, update->world->practice, 1);
    } else {
        Fact fact = update_fact(update, FACT_FIRST_RUN, "");
        update_record(update, &fact);
        game->screen = SCREEN_HOME;
    }
}

static void set_ready(Update *update, int player) {
    Game *game = update->game;
    game->players[player - 1].ready = update->event->value != 0;
    update_sound(update, CUE_CONFIRM, player, 0);
    if (game->players[0].ready && game->players[1].ready) {
        both_ready(update);
    }
}

static void record_setting(Update *update, int id, int value) {
    if (update->game->settings[id] != value) {
        Fact fact = update_fact(update, FACT_SETTING, setting_infos[id].name);
        fact.values[0] = value;
        update_record(update, &fact);
    }
}

static void change_setting(Update *update) {
    int id = update->event->value;
    if (id >= 0 && id < SETTING_COUNT) {
        record_setting(update, id, setting_clamp((SettingId)id, update->event->amount));
    }
}

static void settings_as_they_came(Update *update) {
    for (int id = 0; id < SETTING_COUNT; id++) {
        if ((unsigned)update->event->value >> id & 1u) {
            record_setting(update, id, setting_infos[id].start);
        }
    }
}

/* The same there and back, from what the fact itself says: it stays readable wherever the fact is
 * taken in. */
static unsigned mixed_topics(const Fact *fact, unsigned topics) {
    uint64_t hash = hash_u64(HASH_START, (uint64_t)fact->utc_ms);
    uint64_t mask = hash_u64(hash, (uint64_t)fact->values[0]) & ((1u << TOPIC_COUNT) - 1);
    return topics ^ (unsigned)mask;
}

void setup_apply_topics(Game *game, const Fact *fact) {
    int player = fact->values[0];
    if (player == 1 || player == 2) {
        unsigned topics = mixed_topics(fact, (unsigned)fact->values[1]);
        game->topics_off[player - 1] = topics & ((1u << TOPIC_COUNT) - 1);
    }
}

static void change_topic(Update *update) {
    Game *game = update->game;
    const Event *event = update->event;
    int player = event->player, topic = event->value;
    if (player < 1 || player > 2 || topic < 0 || topic >= TOPIC_COUNT) {
        return;
    }
    unsigned before = game->topics_off[player - 1], bit = 1u << topic;
    unsigned after = event->amount ? before | bit : before & ~bit;
    if (after != before) {
        Fact fact = update_fact(update, FACT_TOPICS, "");
        fact.values[0] = player;
        fact.values[1] = (int32_t)mixed_topics(&fact, after);
        update_record(update, &fact);
    }
}

static void change_keys(Update *update) {
    Fact fact = update_fact(update, FACT_SETTING, "keys");
    text_copy(fact.text, sizeof fact.text, update->event->text);
    update_record(update, &fact);
}

void setup_event(Update *update) {
    Game *game = update->game;
    const Event *event = update->event;
    int player = event->player;
    bool named =
        (player == 1 || player == 2) && game->screen == SCREEN_PEOPLE && game->overlay_count == 0;
    PlayerInfo *info = &game->players[named ? player - 1 : 0];
    switch ((int)event->kind) {
    case EV_LOOKS:
        if (named) {
            text_copy(info->looks, sizeof info->looks, event->text);
            update_sound(update, CUE_SELECT, player, 0);
        }
        break;
    case EV_NAME:
        if (named) {
            text_copy(info->name, sizeof info->name, event->text);
        }
        break;
    case EV_PRONOUNS:
        if (named) {
            text_copy(info->pronouns, sizeof info->pronouns, event->text);
        }
        break;
    case EV_READY:
        if (named) {
            set_ready(update, player);
        }
        break;
    case EV_PEOPLE:
        if (game->screen == SCREEN_CARE) {
            break; /* the calm card is read first */
        }
        game->overlay_count = 0;
        game->players[0].ready = game->players[1].ready = false;
        game->screen = SCREEN_PEOPLE;
        break;
    case EV_SETTING: change_setting(update); break;
    case EV_SETTINGS_BACK: settings_as_they_came(update); break;
    case EV_TOPIC: change_topic(update); break;
    case EV_DECK: {
        if (!event->text[0]) {
            break;
        }
        char name[FACT_SUBJECT_MAX];
        text_copy(name, sizeof name, "deck:");
        text_append(name, (int)sizeof name, event->text);
        Fact fact = update_fact(update, FACT_SETTING, name);
        fact.values[0] = event->value != 0;
        update_record(update, &fact);
        break;
    }
    case EV_KEYS: change_keys(update); break;
    default: break;
    }
}
