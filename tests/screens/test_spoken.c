/* SPDX-License-Identifier: MIT */
/* Reading aloud: what is said, when, and what never is. */
#include "app_kit.h"
#include "puppet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void open_home(bool by_itself) {
    app_kit_open(&(AppKit){0});
    app.game->screen = SCREEN_HOME;
    app.game->first_run_done = true;
    app.game->settings[SETTING_ALOUD] = by_itself;
    puppet_wait(&app, 66);
}

static void key(const char *name) {
    assert_true(puppet_key(&app, name));
    puppet_wait(&app, 66);
}

static bool is_said(const char *text) {
    return strstr(voice_last(app.voice), text) != NULL;
}

static const char *say_key(const char *key_of_text) {
    return strings_get(&app.content.strings, key_of_text);
}

/* Both sit down, by their own keys. */
static void sit_down(void) {
    key("Q");
    key("U");
    assert_int_equal(app.game->screen, SCREEN_CARD);
}

static void go_to_kind(CardKind kind) {
    for (int i = 0; i < app.content.cards.count; i++) {
        const Card *card = &app.content.cards.cards[i];
        if (card->kind == kind) {
            app.game->play.card = card;
            puppet_wait(&app, 66);
            return;
        }
    }
    fail();
}

static void nothing_is_said_unless_it_is_wanted(void **state) {
    (void)state;
    open_home(false);
    key("Right");
    sit_down();
    assert_string_equal(voice_last(app.voice), "");
}

static void a_key_reads_the_page_and_ends_it(void **state) {
    (void)state;
    open_home(false);
    key("F2");
    assert_true(is_said(say_key("app.name")));
    assert_false(is_said(say_key("nav.look-back"))); /* the bar of pages is no news */
    key("F2");
    assert_string_equal(voice_last(app.voice), "");
    key("F2");
    assert_true(is_said(say_key("app.name")));
    key("Right"); /* any press ends it */
    assert_string_equal(voice_last(app.voice), "");
}

static void a_card_is_read_with_its_answers(void **state) {
    (void)state;
    open_home(true);
    sit_down();
    go_to_kind(CARD_RESPOND);
    const Card *card = app.game->play.card;
    const char *said = voice_last(app.voice);
    const char *line = strstr(said, card->line);
    assert_non_null(line);
    for (int i = 0; i < CARD_ANSWERS; i++) {
        assert_true(strstr(said, card->answers[i].text) > line);
    }
}

static void a_secret_pick_is_never_said(void **state) {
    (void)state;
    open_home(true);
    sit_down();
    go_to_kind(CARD_RESPOND);
    static char before[VOICE_TEXT_MAX];
    strcpy(before, voice_last(app.voice));
    puppet_wait(&app, 600 * 1000); /* it has long ended */
    static const char *const keys[] = {"Down", "Tab", "Right", "Down", "Tab", "Q"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        key(keys[i]);
        assert_string_equal(voice_last(app.voice), before);
    }
    assert_true(app.game->play.pick[0] >= 0);
}

static void what_one_reads_alone_is_never_said(void **state) {
    (void)state;
    open_home(true);
    sit_down();
    go_to_kind(CARD_RESPOND);
    app_dispatch(&app, &(Event){.kind = EV_IN_TURN});
    puppet_wait(&app, 600 * 1000);
    for (int i = 0; i < 2; i++) {
        key("F2");
        assert_string_equal(voice_last(app.voice), i ? "" : say_key("card.not-aloud"));
    }
}

static void the_focus_is_said_as_it_moves(void **state) {
    (void)state;
    open_home(true);
    app_dispatch(&app, &(Event){.kind = EV_OPEN, .value = OVERLAY_SETTINGS});
    puppet_wait(&app, 66);
    assert_true(is_said(say_key("settings.text")));
    key("Down");
    assert_string_equal(voice_last(app.voice), say_key("settings.sound"));
    key("Up");
    assert_string_equal(voice_last(app.voice), say_key("settings.access"));
    key("Escape");
    assert_false(is_said(say_key("settings.access")));
}

static void only_what_is_new_is_said_by_itself(void **state) {
    (void)state;
    open_home(true);
    sit_down();
    go_to_kind(CARD_SCENE);
    assert_true(app.game->play.show.by_steps); /* a voice takes its time */
    while (!app.game->play.show.is_open) {
        key("Return");
    }
    const Card *card = app.game->play.card;
    assert_true(is_said(card->lines[0].text));
    key("Return");
    assert_true(is_said(card->lines[1].text));
    assert_false(is_said(card->lines[0].text));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(nothing_is_said_unless_it_is_wanted, app_kit_close),
        cmocka_unit_test_teardown(a_key_reads_the_page_and_ends_it, app_kit_close),
        cmocka_unit_test_teardown(a_card_is_read_with_its_answers, app_kit_close),
        cmocka_unit_test_teardown(a_secret_pick_is_never_said, app_kit_close),
        cmocka_unit_test_teardown(what_one_reads_alone_is_never_said, app_kit_close),
        cmocka_unit_test_teardown(the_focus_is_said_as_it_moves, app_kit_close),
        cmocka_unit_test_teardown(only_what_is_new_is_said_by_itself, app_kit_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
