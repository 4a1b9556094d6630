/* SPDX-License-Identifier: MIT */
/* The leader's keys without a keyboard: the same acts, at once. */
#include "shot_room.h"

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
                {'R', LEAD_REHEARSE, 0}, {'\'', LEAD_MORE, 0}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i].key == key) {
            act(app, keys[i].act, keys[i].amount);
        }
    }
    if (key >= '0' && key <= '9') {
        act(app, LEAD_DIGIT, key - '0');
    }
}

void shot_room(App *app, const char *keys) {
    app->game->screen = SCREEN_HOME;
    app_dispatch(app, &(Event){.kind = EV_WORKSHOP});
    for (; *keys; keys++) {
        if (*keys == 'C' && keys[1]) {
            act(app, LEAD_CHOOSE, *++keys - 'a');
        } else {
            press(app, *keys);
        }
    }
}
