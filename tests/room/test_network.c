/* SPDX-License-Identifier: MIT */
/* The network's page: where phones come in, in words, and that looking for another network throws
 * nobody out for nothing. The server is a real one, on this machine's own loop. */
#include "app_kit.h"
#include "app_phone_answer.h"
#include "app_phones.h"
#include "shot_room.h"
#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void open_app(const char *address) {
    app_kit_open(&(AppKit){.now = "2026-10-09T19:30+02:00", .room_address = address});
    shot_room(&app, "Ca");
    app_phones_take(&app);
    app.memory.room_shows_network = true;
    app_build(&app, NULL);
}

static bool page_says(const char *words) {
    app_build(&app, NULL);
    app_build(&app, NULL);
    return app_kit_says(app.ui, words);
}

static void try_another(void) {
    app.ui->focus = ui_find(app.ui, "net-other", 0)->id;
    Input press = {.kind = INPUT_CONFIRM, .device = DEVICE_KEYBOARD, .down = true};
    app_build(&app, &press);
    press.down = false;
    app_build(&app, &press);
}

static void sit_down(void) {
    PhoneAsk asked = {.kind = PHONE_JOIN, .has_key = true, .pair_word = -1, .fresh = {1}};
    memcpy(asked.key, app.game->phones.key, sizeof asked.key);
    app_dispatch(&app, &(Event){.kind = EV_PHONE, .phone = &asked});
    assert_int_equal(phones_here(&app.game->phones), 1);
}

static void the_only_network_keeps_everybody(void **state) {
    (void)state;
    open_app("127.0.0.1:0");
    assert_true(app.door->sight.is_serving);
    assert_true(page_says("This laptop listens at the address that was given"));
    assert_false(page_says("The address was given when"));
    char link[128];
    QrCode code;
    app_phone_link(app.door, &app.game->phones, NULL, link, sizeof link);
    assert_int_equal(strncmp(link, "http://127.0.0.1:", 17), 0);
    assert_int_equal(qr_encode(link, &code), ERR_OK);
    assert_int_equal(app.door->sight.qr_side, code.side);
    assert_memory_equal(app.door->sight.qr, code.modules, sizeof code.modules);
    sit_down();
    const Server *server = app.door->server;
    const Phones before = app.game->phones;
    try_another();
    assert_ptr_equal(app.door->server, server);
    assert_memory_equal(&app.game->phones, &before, sizeof before);
    assert_true(page_says("The address was given when the game was started, so it stays."));
    app_close(&app);
}

static void each_answer_and_each_trouble_has_its_words(void **state) {
    static const char *const answers[] = {
        [ROOM_OTHER_NONE] = "This laptop is in no other network.",
        [ROOM_OTHER_LOST] = "This laptop has lost its network.",
        [ROOM_OTHER_FIXED] = "The address was given",
        [ROOM_OTHER_SHUT] = "The other network doesn’t let phones in"};
    static const char *const troubles[] = {
        [ROOM_NO_NETWORK] = "This laptop is in no network",
        [ROOM_PORT_TAKEN] = "Other programs use all the ports",
        [ROOM_NO_MEMORY] = "There is too little memory",
        [ROOM_NO_PAGE] = "The phone’s page is missing",
        [ROOM_NO_ADDRESS] = "This laptop doesn’t have the address",
        [ROOM_SHUT] = "This laptop doesn’t let phones in"};
    (void)state;
    open_app("127.0.0.1:0");
    for (RoomOther other = ROOM_OTHER_NONE; other <= ROOM_OTHER_SHUT; other++) {
        app.door->sight.other = other;
        assert_true(page_says(answers[other]));
    }
    text_copy(app.door->sight.network, sizeof app.door->sight.network, "wlan0");
    assert_true(page_says("This laptop listens on a cable, “wlan0”."));
    app.door->sight.is_wireless = true;
    assert_true(page_says("This laptop listens on its Wi-Fi, “wlan0”."));
    app.door->sight.is_serving = false;
    for (RoomTrouble trouble = ROOM_NO_NETWORK; trouble <= ROOM_SHUT; trouble++) {
        app.door->sight.trouble = trouble;
        assert_true(page_says(troubles[trouble]));
    }
    app_close(&app);
}

static void a_wrong_address_is_no_missing_network(void **state) {
    (void)state;
    static const char *const wrong[] = {"192.0.2.1:0", "the barn"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        open_app(wrong[i]);
        assert_non_null(app.door);
        assert_false(app.door->sight.is_serving || app.game->phones.is_open);
        assert_int_equal(app.door->sight.trouble, ROOM_NO_ADDRESS);
        assert_true(page_says("This laptop doesn’t have the address"));
        try_another();
        assert_int_equal(app.door->sight.trouble, ROOM_NO_ADDRESS);
        app_close(&app);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_only_network_keeps_everybody),
        cmocka_unit_test(each_answer_and_each_trouble_has_its_words),
        cmocka_unit_test(a_wrong_address_is_no_missing_network),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
