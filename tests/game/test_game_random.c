/* SPDX-License-Identifier: MIT */
/* Twenty thousand random events: nothing breaks, no effect is lost, and the same events lead to the
 * same states. */
#include "game_kit.h"

#include "random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { RUNS = 8, EVENTS = 5000, RESTART_EVERY = 40 };
enum {
    ALL_OTHERS = 1 << CARD_SPOT | 1 << CARD_REWORD | 1 << CARD_LISTEN | 1 << CARD_OWN_WORDS |
                 1 << CARD_TALK | 1 << CARD_SCENE
};

static Kit kit;
static uint64_t hashes[EVENTS];

/* What a couple would do next, as a rule. */
static EventKind likely_event(Random *random) {
    static const EventKind by_phase[PHASE_COUNT][3] = {
        [PHASE_PICK] = {EV_PICK, EV_PICK, EV_COVER},
        [PHASE_SAY] = {EV_CONTINUE, EV_CONTINUE, EV_PICK},
        [PHASE_LAND] = {EV_TAP, EV_TAP, EV_COVER},
        [PHASE_REVEAL] = {EV_CONTINUE, EV_SECOND, EV_SECOND},
        [PHASE_SECOND_PICK] = {EV_PICK, EV_PICK, EV_PICK},
    };
    static const EventKind elsewhere[] = {EV_CONTINUE, EV_HERE, EV_HERE, EV_READY,
                                          EV_CHALLENGE_DONE, EV_CHALLENGE_OPEN, EV_ALONE,
                                          EV_REPAIR};
    if (kit.game.overlay_count) {
        return EV_BACK;
    }
    const Play *play = &kit.game.play;
    bool makes = kit.game.screen == SCREEN_CARD && play->phase == PHASE_PICK &&
                 !game_has_answers(&kit.game);
    if (makes && random_below(random, 3) > 0) {
        CardKind kind = play->card->kind;
        return kind == CARD_REWORD ? EV_PUT : kind == CARD_SCENE ? EV_SEEN : EV_LETTERS;
    }
    if (makes) {
        return EV_CONTINUE;
    }
    if (kit.game.screen == SCREEN_CARD) {
        return by_phase[kit.game.play.phase][random_below(random, 3)];
    }
    return elsewhere[random_below(random, sizeof elsewhere / sizeof elsewhere[0])];
}

static bool is_rare(EventKind kind) {
    return kind == EV_PEOPLE || kind == EV_LOW || kind == EV_START || kind == EV_SETTING ||
           kind == EV_BACK || kind == EV_ANOTHER || kind == EV_KEYS;
}

/* Mostly likely ones, and now and then any, with any values. */
static Event random_event(Random *random, int run) {
    Event event = {
        .kind = likely_event(random),
        .player = random_below(random, 7) / 2,
        .value = random_below(random, 9),
        .amount = random_below(random, 250) - 20,
        .text = "Mara",
    };
    if (random_below(random, 5) == 0) {
        event.kind = (EventKind)random_below(random, EV_KIND_COUNT);
        bool wanted = !is_rare(event.kind) || random_below(random, run + 2) == 0;
        event.kind = wanted ? event.kind : EV_TICK;
    }
    if (random_below(random, 50) == 0) {
        event.value = (int)(uint32_t)random_next(random);
        event.player = (int)(uint32_t)random_next(random);
    }
    return event;
}

static void pass_time(Random *random, int run) {
    static const int64_t most_ms[] = {1000, 3000, 60000, 7200000};
    kit.now.utc_ms += (int64_t)(random_next(random) % (uint64_t)most_ms[run % 4]);
    if (kit.game.screen == SCREEN_HOME && game_is_done_today(&kit.game) &&
        random_below(random, 6) == 0) {
        kit.now.utc_ms += 14 * 3600000;
    }
    if (random_below(random, 400) == 0 && kit.now.offset_min < 14 * 60) {
        kit.now.offset_min += 15; /* eastwards: test_game_days.c goes back */
    }
}

static void check_play(const Game *game) {
    const Play *play = &game->play;
    assert_in_range(play->phase, 0, PHASE_COUNT - 1);
    assert_in_range(play->sharer, 1, 2);
    assert_in_range(play->holder, 0, 2);
    assert_in_range(game_awaited(game), 0, 3);
    for (int i = 0; i < 2; i++) {
        assert_in_range(play->pick[i] + 1, 0, CARD_ANSWERS);
        assert_in_range(play->guess[i] + 1, 0, CARD_ANSWERS + 1);
        assert_true(play->card || play->pick[i] == -1);
    }
    assert_true(game->screen != SCREEN_CARD || play->card);
    assert_true(!play->in_turn || play->card);
    if (play->card && play->card->kind == CARD_RESPOND && play->phase == PHASE_REVEAL) {
        assert_non_null(game_picked_answer(game));
        assert_in_range(play->outcome.score, 0, RULES_SCORE_MAX);
        assert_in_range(play->outcome.from_wall, 0, 4);
    }
    (void)game_reads_secretly(game);
}

static void check_game(const Kit *at) {
    const Game *game = &at->game;
    assert_true(game->tally.bridge >= 0 && game->tally.wall >= 0);
    assert_true(game->sparks >= 0 && game->repairs >= 0);
    assert_in_range(game->evening.place, 0, DEALER_PLACES);
    assert_in_range(game->evening.swaps_left, 0, DEALER_SWAPS_A_DAY);
    assert_in_range(game->screen, 0, SCREEN_COUNT - 1);
    assert_in_range(game->overlay_count, 0, GAME_OVERLAYS_MAX);
    assert_in_range(game_overlay(game), 0, OVERLAY_COUNT - 1);
    assert_true(game->evening.has_day);
    assert_true(at->effects.count < EFFECTS_MAX);
    assert_true(game_day_number(game) >= 0);
    for (int i = 0; i < SKILL_COUNT; i++) {
        assert_in_range(game->skills.average_milli[i], 0, 2000);
    }
    (void)game_next_card(game, &at->world);
    (void)game_challenge(game, &at->world);
    (void)game_tiny(game, &at->world);
    (void)game_alone(game, &at->world);
    assert_true(game->screen != SCREEN_ALONE || game->alone_player);
    check_play(game);
}

/* A play is recorded with the date of its moment, once an evening. */
static void check_plays(const Kit *at) {
    int64_t last_ms = 0;
    for (int i = 0; i < at->fact_count; i++) {
        const Fact *fact = &at->facts[i];
        if (fact->kind != FACT_PLAY) {
            continue;
        }
        assert_int_equal(fact->day, day_of_play(fact->utc_ms / 1000, fact->offset_min * 60,
                                                fact->values[1]));
        assert_true(fact->utc_ms >= last_ms);
        last_ms = fact->utc_ms;
    }
}

static void run_events(int run, bool first_time) {
    Random random = {(uint64_t)run * 1000 + 3};
    kit_open(&kit);
    for (int i = 0; i < EVENTS; i++) {
        pass_time(&random, run);
        Event event = random_event(&random, run);
        kit_send_event(&kit, &event);
        uint64_t hash = game_hash(&kit.game);
        if (first_time) {
            hashes[i] = hash;
            check_game(&kit);
        }
        assert_true(hash == hashes[i]);
        if (first_time && i % RESTART_EVERY == 0) {
            kit_check_restart(&kit);
        }
    }
    check_plays(&kit);
}

static void random_events_break_nothing_and_replay_the_same(void **state) {
    (void)state;
    int plays = 0, cards = 0, repairs = 0, challenges = 0, most = 0;
    for (int run = 0; run < RUNS; run++) {
        kit_other_kinds(run % 2 ? ALL_OTHERS : 1u << CARD_SPOT);
        run_events(run, true);
        plays += kit.game.play_count;
        cards += kit.game.cards_played;
        repairs += kit.game.repairs;
        challenges += kit.game.challenges_done;
        most = kit.effects_most > most ? kit.effects_most : most;
        run_events(run, false);
    }
    print_message("plays %d, cards %d, repairs %d, challenges %d, most effects %d\n", plays, cards,
                  repairs, challenges, most);
    /* They led somewhere. */
    assert_true(plays > 50 && cards > 200 && repairs > 3 && challenges > 50);
    assert_in_range(most, 3, EFFECTS_MAX / 2); /* room for as many again */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_events_break_nothing_and_replay_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
