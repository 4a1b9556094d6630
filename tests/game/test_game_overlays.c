/* SPDX-License-Identifier: MIT */
/* What lies over the screens: pause, help, settings, the break; people; saving that fails. */
#include "game_kit.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static Kit kit;
static Kit again;

static void go_on_the_journey(Screen screen) {
    kit_send(&kit, EV_JOURNEY, 0, 0);
    for (int i = 0; screen > SCREEN_JOURNEY && i < JOURNEY_CARDS; i++) {
        kit_send(&kit, i == 0 ? EV_WALK : EV_CONTINUE, 0, 0);
        kit_play_to_reveal(&kit);
        if (kit.game.play.card->kind == CARD_RESPOND || kit.game.play.card->kind == CARD_LISTEN) {
            kit_send(&kit, EV_CONTINUE, 0, 0); /* "keep this answer?" is asked */
        }
    }
    for (int at = SCREEN_JOURNEY; at < (int)screen; at++) {
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
    assert_int_equal(kit.game.screen, screen);
}

static void go_to(Screen screen) {
    kit_open(&kit);
    if (screen == SCREEN_CARE) {
        return;
    }
    kit_send(&kit, EV_CONTINUE, 0, 0);
    if (screen == SCREEN_PEOPLE) {
        return;
    }
    kit_open_home(&kit);
    if (screen == SCREEN_HOME) {
        return;
    }
    if (screen == SCREEN_ALONE) {
        kit_send(&kit, EV_HERE, 1, 0);
        kit_send(&kit, EV_ALONE, 0, 0);
        return;
    }
    if (screen == SCREEN_LOOK_BACK || screen == SCREEN_OUR_MAP) {
        kit_send(&kit, EV_LOOK_BACK, 0, 0);
        kit_send(&kit, screen == SCREEN_OUR_MAP ? EV_MAP : EV_TICK, 0, MAP_OPEN);
        assert_int_equal(kit.game.screen, screen);
        return;
    }
    if (screen == SCREEN_WORKSHOP) {
        kit_send(&kit, EV_OPEN, 0, OVERLAY_PAUSE);
        kit_send(&kit, EV_WORKSHOP, 0, 0);
        assert_int_equal(kit.game.screen, screen);
        return;
    }
    if (screen >= SCREEN_JOURNEY) {
        go_on_the_journey(screen);
        return;
    }
    kit_both_here(&kit);
    if (screen == SCREEN_TINY) {
        kit_send(&kit, EV_LOW, 0, 0);
    }
    while (screen >= SCREEN_CHALLENGE && kit.game.screen == SCREEN_CARD) {
        kit_play_to_reveal(&kit);
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
    if (screen == SCREEN_LANTERN) {
        kit_send(&kit, EV_CONTINUE, 0, 0);
    }
    assert_int_equal(kit.game.screen, screen);
}

static void help_is_one_key_away_everywhere(void **state) {
    (void)state;
    for (int screen = 0; screen < SCREEN_COUNT; screen++) {
        go_to((Screen)screen);
        kit_send(&kit, EV_OPEN, 0, OVERLAY_SETTINGS);
        kit_send(&kit, EV_OPEN, 0, OVERLAY_HELP);
        assert_int_equal(game_overlay(&kit.game), OVERLAY_HELP);
        int facts = kit.fact_count;
        kit_send(&kit, EV_CONTINUE, 0, 0); /* does nothing below */
        assert_int_equal(kit.game.screen, screen);
        kit_send(&kit, EV_BACK, 0, 0);
        assert_int_equal(game_overlay(&kit.game), OVERLAY_SETTINGS);
        kit_send(&kit, EV_BACK, 0, 0);
        assert_int_equal(game_overlay(&kit.game), OVERLAY_NONE);
        assert_int_equal(kit.game.screen, screen);
        assert_int_equal(kit.fact_count, facts); /* and isn't recorded */
    }
}

static void leaving_quits_at_once_from_everywhere(void **state) {
    (void)state;
    for (int screen = 0; screen < SCREEN_COUNT; screen++) {
        go_to((Screen)screen);
        kit_send(&kit, EV_OPEN, 0, OVERLAY_HELP);
        kit_send(&kit, EV_LEAVE, 0, 0);
        assert_int_equal(kit.effects.count, 1);
        assert_int_equal(kit.effects.items[0].kind, EFFECT_QUIT);
    }
}

static void back_opens_the_pause_or_goes_home(void **state) {
    (void)state;
    static const struct {
        Screen screen;
        Overlay overlay;
    } rows[] = {{SCREEN_HOME, OVERLAY_PAUSE},     {SCREEN_CARD, OVERLAY_PAUSE},
                {SCREEN_TINY, OVERLAY_PAUSE},     {SCREEN_LANTERN, OVERLAY_PAUSE},
                {SCREEN_CARE, OVERLAY_PAUSE},     {SCREEN_PEOPLE, OVERLAY_PAUSE},
                {SCREEN_CHALLENGE, OVERLAY_NONE}, {SCREEN_ALONE, OVERLAY_NONE}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        go_to(rows[i].screen);
        kit_send(&kit, EV_BACK, 0, 0);
        assert_int_equal(game_overlay(&kit.game), rows[i].overlay);
        kit_send(&kit, EV_BACK, 0, 0);
        bool pauses = rows[i].overlay == OVERLAY_PAUSE;
        assert_int_equal(kit.game.screen, pauses ? rows[i].screen : SCREEN_HOME);
    }
}

static void the_same_overlay_opens_once(void **state) {
    (void)state;
    go_to(SCREEN_HOME);
    static const int values[] = {OVERLAY_PAUSE,
                                 OVERLAY_HELP,
                                 OVERLAY_SETTINGS,
                                 OVERLAY_PAUSE,
                                 OVERLAY_PAUSE,
                                 OVERLAY_NONE,
                                 OVERLAY_COUNT,
                                 -1,
                                 99,
                                 OVERLAY_BREAK,
                                 OVERLAY_PAUSE};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        kit_send(&kit, EV_OPEN, 0, values[i]);
    }
    assert_int_equal(kit.game.overlay_count, 1);
    assert_int_equal(game_overlay(&kit.game), OVERLAY_PAUSE);
}

static void nothing_below_an_overlay_hears(void **state) {
    (void)state;
    go_to(SCREEN_CARD);
    kit_send(&kit, EV_OPEN, 0, OVERLAY_PAUSE);
    uint64_t before = game_hash(&kit.game);
    static const EventKind kinds[] = {
        EV_CONTINUE, EV_HERE,   EV_PICK,           EV_IN_TURN,        EV_COVER,         EV_TAP,
        EV_KEEP,     EV_SECOND, EV_TALK,           EV_PASS,           EV_LOW,           EV_LOOKS,
        EV_ANOTHER,  EV_READY,  EV_CHALLENGE_OPEN, EV_CHALLENGE_DONE, EV_CHALLENGE_SWAP};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        kit_send(&kit, kinds[i], 1, 1);
        assert_int_equal(kit.effects.count, 0);
        assert_true(game_hash(&kit.game) == before);
    }
}

static void the_deck_never_moves_on_under_an_overlay_or_right_after(void **state) {
    (void)state;
    go_to(SCREEN_CARD);
    const Card *card = kit.game.play.card;
    kit.game.play.moves_on_ms = kit.now.utc_ms + 6000;
    kit_send(&kit, EV_OPEN, 0, OVERLAY_HELP);
    kit_wait_ms(&kit, 60000);
    assert_ptr_equal(kit.game.play.card, card);
    kit_send(&kit, EV_BACK, 0, 0);
    assert_int_equal(kit.effects.items[0].kind, EFFECT_WAKE);
    kit_wait_ms(&kit, 3900);
    assert_ptr_equal(kit.game.play.card, card);
    kit_wait_ms(&kit, 200);
    assert_ptr_not_equal(kit.game.play.card, card);
}

static void a_chosen_card_does_not_move_on(void **state) {
    (void)state;
    go_to(SCREEN_CARD);
    const Card *card = kit.game.play.card;
    kit.game.play.moves_on_ms = kit.now.utc_ms + 6000;
    kit_pick_turns(&kit, 4, 4);
    kit_wait_ms(&kit, 600000);
    assert_ptr_equal(kit.game.play.card, card);
}

static void the_break_is_twenty_minutes(void **state) {
    (void)state;
    go_to(SCREEN_CARD);
    kit_send(&kit, EV_OPEN, 0, OVERLAY_PAUSE);
    kit_send(&kit, EV_BREAK, 0, 1);
    assert_int_equal(game_overlay(&kit.game), OVERLAY_BREAK);
    assert_int_equal(kit.effects.items[0].kind, EFFECT_WAKE);
    assert_true(kit.effects.items[0].utc_ms == kit.now.utc_ms + 20 * 60000);
    kit_wait_ms(&kit, 20 * 60000 - 1);
    assert_int_equal(kit.effects.count, 0);
    kit_wait_ms(&kit, 1);
    assert_int_equal(kit.effects.items[0].kind, EFFECT_SOUND); /* calls both back, once */
    kit_wait_ms(&kit, 1000);
    assert_int_equal(kit.effects.count, 0);
    kit_send(&kit, EV_BREAK, 0, 0);
    assert_int_equal(game_overlay(&kit.game), OVERLAY_PAUSE);
    assert_int_equal(kit.game.screen, SCREEN_CARD);
}

static void back_early_from_the_break_calls_nobody(void **state) {
    (void)state;
    for (int way = 0; way < 2; way++) {
        go_to(SCREEN_HOME);
        kit_send(&kit, EV_BREAK, 0, 1);
        kit_send(&kit, way ? EV_BACK : EV_BREAK, 0, 0);
        assert_int_equal(game_overlay(&kit.game), OVERLAY_NONE);
        kit_wait_ms(&kit, 21 * 60000);
        assert_int_equal(kit.effects.count, 0);
    }
}

static void settings_are_clamped_saved_and_restored(void **state) {
    (void)state;
    go_to(SCREEN_HOME);
    static const struct {
        int id, amount, expected, facts;
    } rows[] = {
        {SETTING_TEXT_PERCENT, 300, 200, 1},
        {SETTING_TEXT_PERCENT, 200, 200, 0},
        {SETTING_MUSIC, -5, 0, 1},
        {SETTING_ROLLOVER, 99, 11, 1},
        {SETTING_SAY, 0, 0, 1},
        {SETTING_WEEK_GOAL, -3, 1, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int facts = kit.fact_count;
        kit_send_event(&kit,
                       &(Event){.kind = EV_SETTING, .value = rows[i].id, .amount = rows[i].amount});
        assert_int_equal(kit.game.settings[rows[i].id], rows[i].expected);
        assert_int_equal(kit.fact_count - facts, rows[i].facts);
    }
    kit_send(&kit, EV_SETTING, 0, -1);
    kit_send(&kit, EV_SETTING, 0, SETTING_COUNT);
    kit_send_text(&kit, EV_KEYS, 0, "1=q");
    kit_open_again(&again, &kit);
    assert_memory_equal(again.game.settings, kit.game.settings, sizeof kit.game.settings);
    assert_string_equal(again.game.key_bindings, "1=q");
}

static void stored_settings_of_other_versions_do_no_harm(void **state) {
    (void)state;
    go_to(SCREEN_HOME);
    Fact odd = {.kind = FACT_SETTING, .values = {12345}, .subject = "from-the-future"};
    Fact wide = {.kind = FACT_SETTING, .values = {12345}, .subject = "music"};
    game_apply_fact(&kit.game, &kit.world, &odd);
    game_apply_fact(&kit.game, &kit.world, &wide);
    assert_int_equal(kit.game.settings[SETTING_MUSIC], 100);
    game_apply_fact(&kit.game, &kit.world, &(Fact){.kind = (FactKind)500});
    game_apply_fact(&kit.game, &kit.world, &(Fact){.kind = FACT_PERSON, .values = {9}});
}

static void people_may_change_and_it_is_saved(void **state) {
    (void)state;
    for (int way = 0; way < 2; way++) {
        go_to(SCREEN_HOME);
        kit_send(&kit, EV_OPEN, 0, OVERLAY_SETTINGS);
        kit_send(&kit, EV_PEOPLE, 0, 0);
        assert_int_equal(kit.game.screen, SCREEN_PEOPLE);
        assert_int_equal(kit.game.overlay_count, 0);
        kit_send_text(&kit, EV_NAME, 1, "Åsa");
        kit_send_text(&kit, EV_PRONOUNS, 2, "they");
        if (way) {
            kit_send(&kit, EV_BACK, 0, 0);
        } else {
            kit_send(&kit, EV_READY, 1, 1);
            kit_send(&kit, EV_READY, 2, 1);
        }
        assert_int_equal(kit.game.screen, SCREEN_HOME);
        kit_open_again(&again, &kit);
        assert_string_equal(again.game.players[0].name, "Åsa");
        assert_string_equal(again.game.players[1].pronouns, "they");
    }
}

static void people_change_on_their_screen_only(void **state) {
    (void)state;
    go_to(SCREEN_HOME);
    kit_send_text(&kit, EV_NAME, 1, "Nobody");
    assert_string_not_equal(kit.game.players[0].name, "Nobody");
    go_to(SCREEN_CARE);
    kit_send(&kit, EV_PEOPLE, 0, 0); /* the calm card comes first */
    assert_int_equal(kit.game.screen, SCREEN_CARE);
    go_to(SCREEN_PEOPLE);
    kit_send_text(&kit, EV_NAME, 0, "Nobody");
    kit_send_text(&kit, EV_NAME, 3, "Nobody");
    assert_string_equal(kit.game.players[0].name, "");
}

static void saved_is_said_after_the_answer_only(void **state) {
    (void)state;
    go_to(SCREEN_HOME);
    assert_int_equal(kit.game.save, SAVE_WAITING);
    kit_send(&kit, EV_SAVED, 0, 0);
    assert_int_equal(kit.game.save, SAVE_DONE);
    kit_send(&kit, EV_RETRY, 0, 0); /* nothing to try again */
    assert_int_equal(kit.effects.count, 0);
    kit_both_here(&kit);
    assert_int_equal(kit.game.save, SAVE_WAITING);
    kit_send(&kit, EV_SAVE_FAILED, 0, 0);
    assert_int_equal(kit.game.save, SAVE_FAILED);
    assert_int_equal(kit.game.screen, SCREEN_CARD); /* the evening goes on */
    kit_send(&kit, EV_RETRY, 0, 0);
    assert_int_equal(kit.effects.items[0].kind, EFFECT_RETRY);
    assert_int_equal(kit.game.save, SAVE_WAITING);
    kit_send(&kit, EV_SAVED, 0, 0);
    assert_int_equal(kit.game.save, SAVE_DONE);
}

static void a_page_of_settings_goes_back_and_leaves_the_others(void **state) {
    (void)state;
    kit_open_home(&kit);
    Event event = {.kind = EV_SETTING, .amount = 1};
    static const SettingId ids[] = {SETTING_CALM, SETTING_CONTRAST, SETTING_SOUTH};
    for (int i = 0; i < 3; i++) {
        event.value = (int)ids[i];
        kit_send_event(&kit, &event);
    }
    int facts = kit.fact_count;
    kit_send(&kit, EV_SETTINGS_BACK, 0,
             1 << SETTING_CALM | 1 << SETTING_CONTRAST | 1 << SETTING_LETTERS);
    assert_int_equal(kit.game.settings[SETTING_CALM], 0);
    assert_int_equal(kit.game.settings[SETTING_CONTRAST], 0);
    assert_int_equal(kit.game.settings[SETTING_SOUTH], 1);
    assert_int_equal(kit.fact_count, facts + 2); /* what is as it came needs no word */
    kit_check_restart(&kit);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(help_is_one_key_away_everywhere),
        cmocka_unit_test(leaving_quits_at_once_from_everywhere),
        cmocka_unit_test(back_opens_the_pause_or_goes_home),
        cmocka_unit_test(the_same_overlay_opens_once),
        cmocka_unit_test(nothing_below_an_overlay_hears),
        cmocka_unit_test(the_deck_never_moves_on_under_an_overlay_or_right_after),
        cmocka_unit_test(a_chosen_card_does_not_move_on),
        cmocka_unit_test(the_break_is_twenty_minutes),
        cmocka_unit_test(back_early_from_the_break_calls_nobody),
        cmocka_unit_test(settings_are_clamped_saved_and_restored),
        cmocka_unit_test(stored_settings_of_other_versions_do_no_harm),
        cmocka_unit_test(people_may_change_and_it_is_saved),
        cmocka_unit_test(people_change_on_their_screen_only),
        cmocka_unit_test(saved_is_said_after_the_answer_only),
        cmocka_unit_test(a_page_of_settings_goes_back_and_leaves_the_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
