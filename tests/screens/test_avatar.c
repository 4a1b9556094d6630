/* SPDX-License-Identifier: MIT */
/* Making oneself (09): everything of a person can be chosen, undone, and left; two pads don't get
 * in each other's way. */
#include "puppet.h"
#include "shot_states.h"

#include "app_kit.h"
#include "look_steps.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static int events[EV_KIND_COUNT];

static void count_event(void *context, const Event *event) {
    (void)context;
    events[event->kind]++;
}

static void frame(const Input *input) {
    app_advance(&app, 33);
    app_build(&app, input);
}

static void send(InputKind kind, Device device, int player) {
    Input input = {.kind = kind, .device = device, .player = player, .down = true};
    frame(&input);
    frame(NULL);
}

/* By that player's pad, 0 by keyboard. */
static void press(const char *name, int index, int player) {
    const UiSeen *seen = ui_find(app.ui, name, index);
    if (!seen) {
        fail_msg("there is no \"%s\" %d", name, index);
        return;
    }
    *(player == 2 ? &app.ui->partner_focus : &app.ui->focus) = seen->id;
    send(INPUT_CONFIRM, player ? DEVICE_PAD : DEVICE_KEYBOARD, player);
}

static void open_shot(const char *name) {
    for (int i = 0; i < SHOT_COUNT; i++) {
        if (strcmp(shot_states[i].name, name) == 0) {
            shot_set(&app, &shot_states[i], &shot_looks[0]);
        }
    }
    frame(NULL);
    frame(NULL);
    memset(events, 0, sizeof events);
}

static Person person_of(int player) {
    Person person;
    assert_true(person_parse(app.game->players[player - 1].looks, &person));
    return person;
}

static int open_app(void **state) {
    (void)state;
    app_kit_open(&(AppKit){0});
    app.on_event = count_event;
    return 0;
}

static void steps_are_undone_newest_first(void **state) {
    (void)state;
    LookSteps steps = {0};
    Person person = {0}, before;
    assert_false(look_steps_undo(&steps, &before));
    for (int i = 0; i < LOOK_STEPS_MAX + 5; i++) {
        person.cloth = (uint8_t)i;
        look_steps_keep(&steps, &person);
    }
    for (int i = LOOK_STEPS_MAX + 4; i >= 5; i--) {
        assert_true(look_steps_undo(&steps, &before));
        assert_int_equal(before.cloth, i);
    }
    assert_false(look_steps_undo(&steps, &before)); /* the oldest five were forgotten */
}

/* Whatever the category, the control of that field and choice, if it is there. */
static bool choose(PersonField field, int choice) {
    char name[UI_NAME_MAX];
    snprintf(name, sizeof name, "look1-%d", (int)field);
    for (int category = 0; category < 6; category++) {
        press("category1", category, 0);
        if (ui_find(app.ui, name, choice)) {
            press(name, choice, 0);
            return true;
        }
    }
    return false;
}

static void every_choice_of_every_part_can_be_made(void **state) {
    (void)state;
    open_shot("avatar-hair");
    assert_true(choose(FIELD_HAIR, PERSON_HAIRS - 1)); /* headwear, so that its colours show */
    for (PersonField field = 0; field < PERSON_FIELDS; field++) {
        for (int choice = person_choices(field) - 1; choice >= 0; choice--) {
            if (!choose(field, choice)) {
                fail_msg("field %d, choice %d can't be chosen", (int)field, choice);
            }
            Person person = person_of(1);
            assert_int_equal(person_field(&person, field), choice);
        }
        if (field == FIELD_HAIR) {
            assert_true(choose(FIELD_HAIR, PERSON_HAIRS - 1));
        }
    }
}

static void undo_goes_all_the_way_back(void **state) {
    (void)state;
    open_shot("avatar-hair");
    Person at_first = person_of(1);
    press("look1-2", 6, 0);
    press("surprise", 1, 0);
    Person surprised = person_of(1);
    press("surprise", 1, 0);
    press("surprise", 1, 0);
    press("undo", 1, 0);
    press("undo", 1, 0);
    Person now = person_of(1);
    assert_memory_equal(&now, &surprised, sizeof now);
    press("undo", 1, 0);
    press("undo", 1, 0);
    now = person_of(1);
    assert_memory_equal(&now, &at_first, sizeof now);
    int looks = events[EV_LOOKS];
    press("undo", 1, 0);
    assert_int_equal(events[EV_LOOKS], looks); /* there is nothing more */
}

static void the_same_seed_surprises_alike(void **state) {
    (void)state;
    Person found[2];
    for (int i = 0; i < 2; i++) {
        open_shot("avatar-hair");
        press("surprise", 1, 0);
        press("surprise", 1, 0);
        found[i] = person_of(1);
    }
    assert_memory_equal(&found[0], &found[1], sizeof found[0]);
    open_shot("avatar-hair");
    app.game->seed++;
    press("surprise", 1, 0);
    press("surprise", 1, 0);
    Person other = person_of(1);
    assert_memory_not_equal(&found[0], &other, sizeof other);
}

static void an_expression_is_tried_on_and_changes_nobody(void **state) {
    (void)state;
    open_shot("avatar-hair");
    press("expression1", PERSON_SURPRISED, 0);
    assert_int_equal(app.memory.people[0].face, PERSON_SURPRISED);
    assert_int_equal(events[EV_LOOKS], 0);
}

static void the_tabs_lead_from_one_to_the_other(void **state) {
    (void)state;
    open_shot("avatar-hair");
    Person first = person_of(1);
    press("maker", 2, 0);
    press("category2", 0, 0);
    press("look2-0", 7, 0);
    assert_int_equal(person_of(2).skin, 7);
    Person still = person_of(1);
    assert_memory_equal(&first, &still, sizeof still);
}

static void esc_leads_back_and_opens_no_pause(void **state) {
    (void)state;
    open_shot("avatar-hair");
    send(INPUT_BACK, DEVICE_KEYBOARD, 0);
    assert_false(app.memory.people[0].makes_own);
    assert_int_equal(events[EV_BACK] + events[EV_OPEN], 0);
    assert_non_null(ui_find(app.ui, "own1", 0));
}

static void a_name_tag_on_home_leads_here_and_back_home(void **state) {
    (void)state;
    open_shot("home");
    press("tag", 2, 0);
    assert_int_equal(app.game->screen, SCREEN_PEOPLE);
    assert_true(app.memory.people[1].makes_own);
    assert_non_null(ui_find(app.ui, "category2", 0));
    press("made", 2, 0);
    assert_int_equal(app.game->screen, SCREEN_HOME);
}

static void a_pad_stays_in_its_half(void **state) {
    (void)state;
    static const InputKind ways[] = {INPUT_RIGHT, INPUT_DOWN, INPUT_LEFT, INPUT_UP};
    open_shot("avatar-both");
    const UiSeen *first = ui_find(app.ui, "made", 1), *second = ui_find(app.ui, "made", 2);
    assert_non_null(first);
    assert_non_null(second);
    for (int i = 0; i < 200; i++) {
        Input input = {.kind = ways[i / 7 % 4], .device = DEVICE_PAD, .player = 2, .down = true};
        UiId before = app.ui->focus;
        frame(&input);
        assert_int_equal(app.ui->focus, before);
        frame(NULL);
        for (int k = 0; k < app.ui->seen_count; k++) {
            const UiSeen *seen = &app.ui->seen[k];
            assert_false(seen->id == app.ui->partner_focus && seen->player == 1);
        }
    }
    press("made", 1, 2); /* the other one's button */
    assert_int_equal(events[EV_READY], 0);
    press("undo", 1, 1);
    press("surprise", 1, 1);
    assert_int_equal(events[EV_LOOKS], 1);
    send(INPUT_BACK, DEVICE_PAD, 2);
    assert_true(app.memory.people[0].makes_own);
    assert_false(app.memory.people[1].makes_own);
}

/* The press by which the second pad comes in is nobody's: neither the ring nor a button of the
 * first one's answers to it. From then on each has a half. */
static void the_second_pad_comes_in_without_pressing_anything(void **state) {
    (void)state;
    open_shot("people");
    const Device *devices = app.ui->prompts.player_device;
    assert_true(puppet_pad(&app, 0, "dpup"));
    assert_int_equal(devices[0], DEVICE_PAD);
    const UiSeen *own = ui_find(app.ui, "own1", 0);
    assert_non_null(own);
    UiId before = app.ui->focus = own->id;
    assert_true(puppet_pad(&app, 1, "a"));
    frame(NULL);
    assert_int_equal(devices[1], DEVICE_PAD);
    assert_int_equal(app.ui->focus, before);
    assert_false(app.memory.people[0].makes_own || app.memory.people[1].makes_own);
    assert_true(puppet_pad(&app, 1, "dpup"));
    assert_int_equal(app.ui->focus, before);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_are_undone_newest_first),
        cmocka_unit_test(every_choice_of_every_part_can_be_made),
        cmocka_unit_test(undo_goes_all_the_way_back),
        cmocka_unit_test(the_same_seed_surprises_alike),
        cmocka_unit_test(an_expression_is_tried_on_and_changes_nobody),
        cmocka_unit_test(the_tabs_lead_from_one_to_the_other),
        cmocka_unit_test(esc_leads_back_and_opens_no_pause),
        cmocka_unit_test(a_name_tag_on_home_leads_here_and_back_home),
        cmocka_unit_test(a_pad_stays_in_its_half),
        cmocka_unit_test(the_second_pad_comes_in_without_pressing_anything),
    };
    return cmocka_run_group_tests(tests, open_app, app_kit_close);
}
