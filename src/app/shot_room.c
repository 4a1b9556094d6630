/* SPDX-License-Identifier: MIT */
/* The leader's keys without a keyboard, and phones without a network: the same acts, at once. */
#include "shot_room.h"

#include "app_phone_answer.h"
#include "app_phones.h"
#include "text.h"

#include <stdlib.h>
#include <string.h>

static void act(App *app, LeadAct lead, int amount) {
    app_dispatch(app, &(Event){.kind = EV_LEAD, .value = (int)lead, .amount = amount});
}

static void press(App *app, char key) {
    static const struct {
        char key;
        LeadAct act;
        int amount;
    } keys[] = {{'>', LEAD_NEXT, 0},     {'<', LEAD_BACK, 0},  {'b', LEAD_BLANK, 0},
                {'p', LEAD_PAUSE, 0},    {'n', LEAD_NOTES, 0}, {'t', LEAD_NUMBERS, 0},
                {'c', LEAD_COUNTS, 0},   {'s', LEAD_SKIP, 0},  {'+', LEAD_MORE, 1},
                {'R', LEAD_REHEARSE, 0}, {'\'', LEAD_MORE, 0}, {'m', LEAD_BY, 0},
                {'h', LEAD_NAMES, 0},    {'l', LEAD_LOCK, 0},  {'d', LEAD_DESK, 1}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].key == key) {
            act(app, keys[i].act, keys[i].amount);
        }
    }
    if (key >= '0' && key <= '9') {
        act(app, LEAD_DIGIT, key - '0');
    }
}

/* --- Phones ----------------------------------------------------------------------------------- */

/* What the wall would show of a server. */
static void open_door(App *app) {
    static const char origin[] = "http://192.168.0.7:8350";
    uint8_t fresh[2 * PHONES_TOKEN] = {0x5a, 0x13, 0x77};
    QrCode code;
    app_dispatch(app, &(Event){.kind = EV_ROOM_OPEN, .fresh = fresh});
    app->door = app->door ? app->door : calloc(1, sizeof *app->door);
    if (!app->door ||
        qr_encode("http://192.168.0.7:8350/r/5a1377000000000000000000000000", &code) != ERR_OK) {
        return;
    }
    RoomSight *sight = &app->door->sight;
    *sight = (RoomSight){.is_serving = true, .is_wireless = true, .qr_side = code.side};
    memcpy(sight->qr, code.modules, sizeof sight->qr);
    text_copy(sight->address, sizeof sight->address, strchr(origin, '/') + 2);
    text_copy(sight->network, sizeof sight->network, "wlan0");
}

static void ask(App *app, int who, PhoneAsk *asked) {
    asked->has_token = true;
    asked->token[0] = (uint8_t)(who + 1);
    asked->address = (uint64_t)who + 1;
    app_dispatch(app, &(Event){.kind = EV_PHONE, .phone = asked});
}

enum { STAYS_AWAKE_MS = 3600000 };

static void join(App *app, int who) {
    static const char *const names[] = {"Salt & Cardamom", "", "", "Loud Sneezers"};
    const Phones *phones = &app->game->phones;
    PhoneAsk asked = {.kind = PHONE_JOIN, .has_key = true, .pair_word = -1};
    memcpy(asked.key, phones->key, sizeof asked.key);
    asked.fresh[0] = (uint8_t)(who + 1);
    if (who % 2) {
        const PhonePair *pair = &phones->pairs[phones->seats[who - 1].pair];
        asked.pair_word = pair->word;
        asked.pair_number = pair->number;
    }
    text_copy(asked.text, sizeof asked.text, names[who / 2 % 4]);
    ask(app, who, &asked);
    if (phones->seat >= 0) {
        app->game->phones.seats[phones->seat].seen_ms += STAYS_AWAKE_MS;
    }
}

static void answer(App *app, int count) {
    const Phones *phones = &app->game->phones;
    for (int who = 0; who < count; who++) {
        PhoneAsk asked = {.kind = PHONE_PICK,
                          .question = phones->question,
                          .value = (who * 7 + 3) / 2 % PLAN_OPTIONS_MAX};
        ask(app, who, &asked);
    }
    app->memory.room_question = phones->question; /* their stones have fallen */
    app->memory.room_stones = count;
}

static void send_lines(App *app, int count) {
    static const char *const lines[] = {"Ask me on a walk, never at the sink.",
                                        "Thank you for the soup in March."};
    for (int who = 0; who < count; who++) {
        PhoneAsk asked = {.kind = PHONE_LINE};
        text_copy(asked.text, sizeof asked.text, lines[who % 2]);
        ask(app, who, &asked);
        act(app, LEAD_PASS_LINE, 0);
    }
}

/* The letter behind a key is its number; returns how many letters it took. */
static int press_phones(App *app, char key, int number) {
    switch (key) {
    case 'O': open_door(app); return 1;
    case 'W':
        app->memory.room_shows_network = true;
        if (app->door) {
            app->door->sight.other = ROOM_OTHER_NONE; /* looked for */
        }
        return 1;
    case 'J':
        for (int who = 0; who < 2 * number; who++) {
            join(app, who);
        }
        return 2;
    case 'A': answer(app, number); return 2;
    case 'L': send_lines(app, number); return 2;
    default: return 0;
    }
}

void shot_room(App *app, const char *keys) {
    app_phones_close(app);
    app->memory.room_shows_network = false;
    app->game->screen = SCREEN_HOME;
    app_dispatch(app, &(Event){.kind = EV_WORKSHOP});
    while (*keys) {
        int taken = press_phones(app, keys[0], keys[1] - 'a' + 1);
        if (taken > 0) {
            keys += taken;
        } else if (*keys == 'C' && keys[1]) {
            act(app, LEAD_CHOOSE, keys[1] - 'a');
            keys += 2;
        } else {
            press(app, *keys++);
        }
    }
}
