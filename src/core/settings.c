/* SPDX-License-Identifier: MIT */
/* The table of settings. */
#include "settings.h"

#include "text.h"

const SettingInfo setting_infos[SETTING_COUNT] = {
    [SETTING_TEXT_PERCENT] = {"text-percent", 100, 200, 100, 25},
    [SETTING_THEME] = {"theme", 0, 2, THEME_CHOICE_CLOCK, 1},
    [SETTING_CALM] = {"calm-motion", 0, 1, 0, 1},
    [SETTING_MUSIC] = {"music", 0, 100, 60, 10},
    [SETTING_EFFECTS] = {"effects", 0, 100, 80, 10},
    [SETTING_CAPTIONS] = {"captions", 0, 1, 0, 1},
    [SETTING_SAY] = {"say", 0, 1, 1, 1},
    [SETTING_NUMBERS] = {"numbers", 0, 1, 1, 1},
    [SETTING_HOLD] = {"hold-to-see", 0, 1, 1, 1},
    [SETTING_SOUTH] = {"southern-seasons", 0, 1, 0, 1},
    [SETTING_FULLSCREEN] = {"fullscreen", 0, 1, 0, 1},
    [SETTING_ROLLOVER] = {"rollover-hour", 0, 11, 4, 1},
    [SETTING_WEEK_GOAL] = {"week-goal", 1, 7, 4, 1},
    [SETTING_NEED] = {"need", 0, 2, 2, 1},
    [SETTING_REST_START] = {"rest-start", 0, 7, 1, 1},
    [SETTING_REST_EVERY] = {"rest-every", 0, 30, 7, 1},
    [SETTING_REST_CAP] = {"rest-most", 0, 7, 3, 1},
    [SETTING_STEPS] = {"scene-steps", 0, 1, 0, 1},
    [SETTING_LETTERS] = {"easy-letters", 0, 1, 0, 1},
    [SETTING_CONTRAST] = {"strong-contrast", 0, 1, 0, 1},
    [SETTING_DEEPER] = {"asks-deeper", 0, 1, 1, 1},
    [SETTING_THINK] = {"time-to-think", 0, 1, 0, 1},
    [SETTING_ONE_HAND] = {"one-handed", 0, 1, 0, 1},
    [SETTING_ALOUD] = {"say-aloud", 0, 1, 0, 1},
    [SETTING_SPEECH] = {"speech", 0, 100, 80, 10},
};

SettingId setting_find(const char *name) {
    int id = 0;
    while (id < SETTING_COUNT && !text_equal(setting_infos[id].name, name)) {
        id++;
    }
    return (SettingId)id;
}

int setting_clamp(SettingId id, int value) {
    const SettingInfo *info = &setting_infos[id];
    if (value < info->low) {
        return info->low;
    }
    if (value > info->high) {
        return info->high;
    }
    int steps = (value - info->low + info->step / 2) / info->step;
    int stepped = info->low + steps * info->step;
    if (id == SETTING_TEXT_PERCENT && stepped == 175) {
        return value < stepped ? 150 : 200; /* 100 125 150 200: the sizes that are looked at */
    }
    return stepped;
}
