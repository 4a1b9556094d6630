/* SPDX-License-Identifier: MIT */
/* Whether a restart loses anything; facts and effects in words, to compare. */
#include "game_kit.h"

#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void check_counts(const Game *was, const Game *now) {
    assert_int_equal(now->tally.bridge, was->tally.bridge);
    assert_int_equal(now->tally.wall, was->tally.wall);
    assert_int_equal(now->sparks, was->sparks);
    assert_int_equal(now->repairs, was->repairs);
    assert_int_equal(now->cards_played, was->cards_played);
    assert_int_equal(now->challenges_done, was->challenges_done);
    assert_int_equal(now->play_count, was->play_count);
    assert_int_equal(now->streak_repair_count, was->streak_repair_count);
    assert_int_equal(now->pause_count, was->pause_count);
    assert_int_equal(now->repair_is_offered, was->repair_is_offered);
    assert_int_equal(now->streak.current, was->streak.current);
    assert_int_equal(now->dealer.count, was->dealer.count);
    assert_memory_equal(&now->skills, &was->skills, sizeof now->skills);
    assert_memory_equal(now->settings, was->settings, sizeof now->settings);
}

static void check_evening(const Evening *was, const Evening *now) {
    assert_int_equal(now->day, was->day);
    assert_int_equal(now->place, was->place);
    assert_int_equal(now->shown, was->shown);
    assert_int_equal(now->is_short, was->is_short);
    assert_int_equal(now->cards_done, was->cards_done);
    assert_int_equal(now->challenge_state, was->challenge_state);
    assert_int_equal(now->challenge_carried, was->challenge_carried);
    assert_int_equal(now->later_hour, was->later_hour);
    assert_int_equal(now->swaps_left, was->swaps_left);
    assert_string_equal(now->challenge, was->challenge);
    assert_string_equal(now->tiny, was->tiny);
    assert_string_equal(now->alone, was->alone);
    assert_int_equal(now->alone_done[0], was->alone_done[0]);
    assert_int_equal(now->alone_done[1], was->alone_done[1]);
    for (int place = 0; place < DEALER_PLACES; place++) {
        assert_string_equal(now->dealt[place], was->dealt[place]);
    }
    if (was->here[0] && was->here[1] && !was->cards_done) {
        assert_true(now->here[0] && now->here[1]);
        assert_int_equal(now->first_sharer, was->first_sharer);
    }
}

/* Both press on: the card that was on the table is there again, or the one that would have come;
 * a repair card, though, is only offered again. */
static void check_going_on(const Kit *was, Kit *now) {
    const Play *play = &was->game.play;
    const Card *next = game_next_card(&was->game, &was->world);
    kit_both_here(now);
    if (was->game.evening.cards_done || play->practice) {
        return;
    }
    if (was->game.evening.is_short) {
        assert_int_equal(now->game.screen, SCREEN_TINY);
    } else if (play->card && !play->repair && !play->in_chapter &&
               play->phase < PHASE_REVEAL && play->first_pick < 0) {
        assert_ptr_equal(now->game.play.card, play->card);
        assert_memory_equal(now->game.play.order, play->order, sizeof play->order);
        if (was->game.evening.here[0] && was->game.evening.here[1]) {
            assert_int_equal(now->game.play.sharer, play->sharer);
        }
    } else if (now->game.screen == SCREEN_CARD) {
        if (now->game.play.card->opens != OPENS_NOTHING) {
            kit_stay_light(now); /* Home shows the first card already */
        }
        assert_ptr_equal(now->game.play.card, next);
    }
}

void kit_check_restart(const Kit *kit) {
    static Kit again;
    kit_open_again(&again, kit);
    const Game *was = &kit->game;
    check_counts(was, &again.game);
    assert_int_equal(again.game.screen, was->first_run_done ? SCREEN_HOME : SCREEN_CARE);
    bool same_day = was->evening.day == again.game.evening.day;
    if (was->first_run_done && same_day) {
        check_evening(&was->evening, &again.game.evening);
        check_going_on(kit, &again);
    }
}

void kit_print_fact(const Fact *fact, char *out, size_t size) {
    snprintf(out, size, "fact %d at %lld day %d values %d %d %d %d %d %d \"%s\" \"%s\"",
             (int)fact->kind, (long long)fact->utc_ms, (int)fact->day, (int)fact->values[0],
             (int)fact->values[1], (int)fact->values[2], (int)fact->values[3],
             (int)fact->values[4], (int)fact->values[5], fact->subject, fact->text);
}

void kit_print_effects(const Effects *effects, char out[KIT_TEXT_MAX]) {
    out[0] = '\0';
    for (int i = 0; i < effects->count; i++) {
        const Effect *effect = &effects->items[i];
        char fact[512];
        char line[1024];
        kit_print_fact(&effect->fact, fact, sizeof fact);
        snprintf(line, sizeof line, "%d cue %d player %d delay %d utc %lld \"%s\" %s\n",
                 (int)effect->kind, (int)effect->cue, effect->player, effect->delay_ms,
                 (long long)effect->utc_ms, effect->text,
                 effect->kind == EFFECT_SAVE ? fact : "");
        text_append(out, KIT_TEXT_MAX, line);
    }
}
