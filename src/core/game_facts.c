/* SPDX-License-Identifier: MIT */
/* Facts back into the game: the same code for a fact of this minute and one of ten years ago. */
#include "game_parts.h"

#include "text.h"

#include <string.h>

/* Facts of another day than the one at hand start that day afresh. */
static Evening *evening_of(Game *game, const Fact *fact) {
    evening_reset(&game->evening, fact->day);
    return &game->evening;
}

static void apply_person(Game *game, const Fact *fact) {
    if (fact->values[0] < 1 || fact->values[0] > 2) {
        return;
    }
    PlayerInfo *player = &game->players[fact->values[0] - 1];
    text_copy(player->looks, sizeof player->looks, fact->subject);
    text_copy(player->name, sizeof player->name, fact->text);
    player->pronouns[0] = '\0';
    char *line_end = strchr(player->name, '\n');
    if (line_end) {
        *line_end = '\0';
    }
    const char *second_line = strchr(fact->text, '\n');
    if (second_line) {
        text_copy(player->pronouns, sizeof player->pronouns, second_line + 1);
    }
}

static const char deck_setting[] = "deck:";

static void apply_setting(Game *game, const Fact *fact) {
    SettingId id = setting_find(fact->subject);
    game->streak_is_fresh = false;
    if (id != SETTING_COUNT) {
        game->settings[id] = setting_clamp(id, fact->values[0]);
    } else if (strncmp(fact->subject, deck_setting, sizeof deck_setting - 1) == 0) {
        decks_switch(&game->decks_off, fact->subject + sizeof deck_setting - 1,
                     fact->values[0] != 0);
    } else if (text_equal(fact->subject, "keys")) {
        text_copy(game->key_bindings, sizeof game->key_bindings, fact->text);
    }
}

static void apply_dealt(Game *game, const World *world, const Fact *fact) {
    Evening *evening = evening_of(game, fact);
    const Card *card = card_find(world->cards, fact->subject);
    if (card) {
        dealer_note(&game->dealer, card, fact->day);
    }
    int place = fact->values[0];
    if (place >= 0 && place < DEALER_PLACES) {
        text_copy(evening->dealt[place], CARD_ID_MAX, fact->subject);
    } else if (fact->values[1] == CARD_DO) {
        text_copy(evening->challenge, CARD_ID_MAX, fact->subject);
        evening->challenge_dealt = true;
    } else if (place == PLACE_DEEPER) {
        evening->deeper_asked = true;
    } else if (place == PLACE_JOURNEY) {
        journey_apply(game, fact);
    } else if (place == PLACE_ALONE) {
        text_copy(evening->alone, CARD_ID_MAX, fact->subject);
    } else if (fact->values[1] == CARD_TINY) {
        text_copy(evening->tiny, CARD_ID_MAX, fact->subject);
    }
}

/* An observation of a skill: the card trains it, or the answer showed it all the same. */
/* A new week begins: where the skills stand is where its growth is counted from. */
static void begin_week(Skills *skills, Day day) {
    Day monday = day - day_weekday(day);
    if (monday > skills->week) {
        skills->week = monday;
        memcpy(skills->week_milli, skills->average_milli, sizeof skills->week_milli);
    }
}

static void apply_marks(Game *game, const World *world, const Fact *fact) {
    uint8_t marks[SKILL_COUNT];
    begin_week(&game->skills, fact->day);
    rules_unpack_marks(fact->values[4], marks);
    const Card *card = card_find(world->cards, fact->subject);
    for (int i = 0; i < SKILL_COUNT; i++) {
        bool trains = !card || (card->skills & (1u << i));
        if (!trains && marks[i] == 0) {
            continue;
        }
        Skills *skills = &game->skills;
        skills->average_milli[i] =
            rules_skill_after(skills->average_milli[i], skills->observations[i], marks[i]);
        skills->observations[i]++;
    }
}

static int clamp(int value, int low, int high) {
    return value < low ? low : value > high ? high : value;
}

static void apply_card(Game *game, const World *world, const Fact *fact) {
    Evening *evening = evening_of(game, fact);
    int landed = clamp(fact->values[2], 0, RULES_LANDED_MAX);
    game->cards_played++;
    game->last_turn = -1;
    if (fact->values[0] == CARD_RESPOND) {
        game->last_turn = clamp(fact->values[1], 0, 4);
        game->last_landed = landed;
        tally_lay(&game->tally, rules_stones(game->last_turn, landed));
        game->sparks += fact->values[3] != 0;
        apply_marks(game, world, fact);
        bool is_kind = game->last_turn >= RULES_TURN_KIND || landed >= RULES_LANDED_LIFTS;
        dealer_note_landing(&game->dealer, fact->subject, fact->day, !is_kind);
    } else {
        int score = clamp(fact->values[1], 0, RULES_SCORE_MAX);
        CardKind kind = (CardKind)fact->values[0];
        tally_lay(&game->tally, rules_plain_stones(kind, score));
        game->repairs += kind == CARD_TALK ? clamp(fact->values[3], 0, TALK_TURNS_MAX) : 0;
        if (rules_has_marks(kind)) {
            apply_marks(game, world, fact);
        }
    }
    if (fact->values[5] == evening->place) {
        evening->place++;
    }
    if (text_equal(fact->subject, evening->alone)) {
        evening->alone[0] = '\0'; /* the other, alone too, gets another one */
    }
    evening->shown++;
}

static void apply_second(Game *game, const World *world, const Fact *fact) {
    if (game->last_turn < 0) {
        return;
    }
    StoneMove first = rules_stones(game->last_turn, game->last_landed);
    if (tally_repair(&game->tally, first, clamp(fact->values[1], 0, 4),
                     clamp(fact->values[2], 0, RULES_LANDED_MAX))) {
        game->repairs++;
        apply_marks(game, world, fact);
        dealer_note_landing(&game->dealer, fact->subject, fact->day, false);
    }
    game->sparks += fact->values[3] != 0; /* a star matched is one, repaired or not */
    game->last_turn = -1;
}

static void apply_next(Game *game, const Fact *fact) {
    Evening *evening = evening_of(game, fact);
    int place = fact->values[5];
    if (place >= 0 && place < DEALER_PLACES) {
        evening->dealt[place][0] = '\0';
    }
    evening->shown++;
}

static void apply_play(Game *game, const Fact *fact) {
    Evening *evening = evening_of(game, fact);
    int who = clamp(fact->values[0], STREAK_WHO_A, STREAK_WHO_BOTH);
    if (who == STREAK_WHO_BOTH) {
        evening->cards_done = true;
    } else {
        evening->alone_done[who - 1] = true;
    }
    if (game->play_count == GAME_PLAYS_MAX) {
        return;
    }
    game->streak_is_fresh = false;
    StreakPlay *play = &game->plays[game->play_count++];
    *play = (StreakPlay){
        .device = (uint64_t)fact->device,
        .utc_s = fact->utc_ms / 1000,
        .offset_s = fact->offset_min * 60,
        .who = (uint8_t)who,
        .rollover_h = (uint8_t)clamp(fact->values[1], 0, 11),
        .play_date = fact->day,
    };
    memcpy(play->id, fact->id, sizeof play->id);
    static const uint8_t unset[16] = {0};
    if (memcmp(play->id, unset, sizeof unset) == 0) {
        /* Not stored yet: an id of its own until the next start reads the stored one, and this
         * machine for its device, since the rules of wrong clocks go by device (R10, R11). */
        memcpy(play->id, &game->play_count, sizeof game->play_count);
        play->device = game->play_count > 1 ? play[-1].device : 0;
    }
}

/* The streak's repairs (R9), played: the newest ones if there are too many. */
static void apply_repair(Game *game, const Fact *fact) {
    if (game->streak_repair_count == GAME_REPAIRS_MAX) {
        memmove(game->streak_repairs, game->streak_repairs + 1,
                (GAME_REPAIRS_MAX - 1) * sizeof game->streak_repairs[0]);
        game->streak_repair_count--;
    }
    game->streak_is_fresh = false;
    StreakRepair *repair = &game->streak_repairs[game->streak_repair_count++];
    *repair = (StreakRepair){.device = (uint64_t)fact->device,
                             .utc_s = fact->utc_ms / 1000,
                             .offset_s = fact->offset_min * 60,
                             .named = fact->values[0],
                             .rollover_h = (uint8_t)clamp(fact->values[1], 0, 11)};
    memcpy(repair->id, fact->id, sizeof repair->id);
    static const uint8_t unset[16] = {0};
    if (memcmp(repair->id, unset, sizeof unset) == 0) {
        memcpy(repair->id, &game->streak_repair_count, sizeof game->streak_repair_count);
    }
}

/* What is left of earlier pauses ends the day before; dates that were excused stay so. */
static void apply_away(Game *game, const Fact *fact) {
    game->streak_is_fresh = false;
    int kept = 0;
    for (int i = 0; i < game->pause_count; i++) {
        StreakPause pause = game->pauses[i];
        pause.last = pause.last < fact->day ? pause.last : fact->day - 1;
        if (pause.first <= pause.last) {
            game->pauses[kept++] = pause;
        }
    }
    game->pause_count = kept;
    if (fact->values[0] < fact->day) {
        return;
    }
    if (kept == GAME_PAUSES_MAX) {
        memmove(game->pauses, game->pauses + 1, (GAME_PAUSES_MAX - 1) * sizeof game->pauses[0]);
        game->pause_count--;
    }
    game->pauses[game->pause_count++] = (StreakPause){fact->day, fact->values[0]};
}

static void apply_challenge(Game *game, const Fact *fact) {
    Evening *evening = evening_of(game, fact);
    text_copy(evening->challenge, sizeof evening->challenge, fact->subject);
    switch (fact->values[0]) {
    case CHALLENGE_LATER:
        evening->challenge_state = CHALLENGE_LATER;
        evening->later_hour = clamp(fact->values[1], -1, 23);
        break;
    case CHALLENGE_SWAPPED:
        evening->challenge[0] = '\0';
        evening->challenge_state = CHALLENGE_NEW;
        evening->challenge_done[0] = evening->challenge_done[1] = false;
        evening->challenge_dealt = false;
        evening->later_hour = -1;
        evening->swaps_left -= evening->swaps_left > 0;
        evening->challenge_carried = false;
        break;
    case CHALLENGE_DONE:
        evening->challenge_state = CHALLENGE_DONE;
        game->challenges_done++;
        tally_lay(&game->tally, rules_plain_stones(CARD_DO, RULES_SCORE_MAX));
        break;
    default: break;
    }
}

void game_apply_fact(Game *game, const World *world, const Fact *fact) {
    switch (fact->kind) {
    case FACT_COUPLE:
        game->seed =
            (uint64_t)(uint32_t)fact->values[1] << 32 | (uint64_t)(uint32_t)fact->values[0];
        game->has_couple = true;
        break;
    case FACT_PERSON: apply_person(game, fact); break;
    case FACT_SETTING: apply_setting(game, fact); break;
    case FACT_STAR:
    case FACT_MET:
    case FACT_MAP:
    case FACT_MAP_LINE: map_apply(game, fact); break;
    case FACT_TOPICS: setup_apply_topics(game, fact); break;
    case FACT_DEALT: apply_dealt(game, world, fact); break;
    case FACT_CARD:
        apply_card(game, world, fact);
        look_back_apply(game, fact);
        break;
    case FACT_SECOND: apply_second(game, world, fact); break;
    case FACT_NEXT: apply_next(game, fact); break;
    case FACT_SHORT: evening_of(game, fact)->is_short = true; break;
    case FACT_PLAY:
        apply_play(game, fact);
        word_apply(game, fact);
        break;
    case FACT_WORD: word_apply(game, fact); break;
    case FACT_CHALLENGE:
        apply_challenge(game, fact);
        look_back_apply(game, fact);
        break;
    case FACT_REPAIR: apply_repair(game, fact); break;
    case FACT_CHAPTER:
    case FACT_KEPT:
    case FACT_KEYSTONE: journey_apply(game, fact); break;
    case FACT_AWAY: apply_away(game, fact); break;
    case FACT_FIRST_RUN:
        game->first_run_done = true;
        tally_lay(&game->tally, (StoneMove){.bridge = clamp(fact->values[0], 0, 2)});
        break;
    case FACT_KIND_END: break;
    }
}

void game_apply_bookmark(Game *game, const char *text) {
    int64_t day, sharer;
    game->has_mark = text[0] != '\0';
    if (!text_read_int(&text, &day) || !text_read_int(&text, &sharer)) {
        return;
    }
    Evening *evening = &game->evening;
    if (evening->has_day && evening->day == day && (sharer == 1 || sharer == 2)) {
        evening->first_sharer = (int)sharer;
        evening->here[0] = evening->here[1] = true;
    }
}

size_t game_scratch_bytes(void) {
    return streak_scratch_bytes(GAME_PLAYS_MAX, GAME_REPAIRS_MAX, GAME_PAUSES_MAX);
}

static StreakRules rules_of(const Game *game) {
    const int *settings = game->settings;
    return (StreakRules){.rollover_h = settings[SETTING_ROLLOVER],
                         .need = (StreakNeed)settings[SETTING_NEED],
                         .rest_start = settings[SETTING_REST_START],
                         .rest_every = settings[SETTING_REST_EVERY],
                         .rest_cap = settings[SETTING_REST_CAP]};
}

static StreakLog log_of(const Game *game) {
    return (StreakLog){game->plays,          game->play_count,
                       game->streak_repairs, game->streak_repair_count,
                       game->pauses,         game->pause_count};
}

void streak_fill(const Update *update, Day first, int count, StreakDay out[]) {
    StreakRules rules = rules_of(update->game);
    StreakNow at = {update->now.utc_ms / 1000, update->now.offset_min * 60};
    const StreakLog log = log_of(update->game);
    streak_days(&rules, &log, at, update->world->scratch, first, count, out);
}

void streak_refresh(Game *game, const World *world, Now now) {
    StreakRules rules = rules_of(game);
    StreakNow at = {now.utc_ms / 1000, now.offset_min * 60};
    Day today = day_today(now, rules.rollover_h);
    Day monday = today - day_weekday(today);
    /* The rules look at the instant and the offset too (R5, R12), so a quarter of an hour makes it
     * stale: local days begin at quarters. */
    int64_t quarter = now.utc_ms / 900000 * 12 + rules.rollover_h;
    quarter = quarter * 4096 + now.offset_min;
    if (game->streak_is_fresh && game->streak_quarter == quarter && game->week_first == monday) {
        return;
    }
    const StreakLog log = log_of(game);
    streak_reckon(&rules, &log, at, world->scratch, &game->streak);
    streak_days(&rules, &log, at, world->scratch, monday, 7, game->week);
    streak_days(&rules, &log, at, world->scratch, monday - 7, 7, game->last_week);
    game->repair_is_offered =
        streak_repair_offer(&rules, &log, at, world->scratch, &game->repair_day);
    game->week_first = monday;
    game->streak_quarter = quarter;
    game->streak_is_fresh = true;
}
