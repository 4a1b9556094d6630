/* SPDX-License-Identifier: MIT */
/* Settings: a table of whole numbers with names, ranges and defaults. Stored by name. */
#ifndef TB_SETTINGS_H
#define TB_SETTINGS_H

#include <stdbool.h>

typedef enum SettingId {
    SETTING_TEXT_PERCENT,  /* 100 125 150 200 */
    SETTING_THEME,         /* ThemeChoice */
    SETTING_CALM,          /* calm motion: fades instead of flights */
    SETTING_MUSIC,         /* 0..100 */
    SETTING_EFFECTS,       /* 0..100 */
    SETTING_CAPTIONS,      /* words for sounds that carry meaning */
    SETTING_SAY,           /* the Say step of respond cards */
    SETTING_NUMBERS,       /* show scores */
    SETTING_HOLD,          /* hand-over: 1 hold to see, 0 press to toggle */
    SETTING_SOUTH,         /* southern hemisphere: seasons turned round */
    SETTING_FULLSCREEN,
    SETTING_ROLLOVER,      /* hour at which a new day starts, 0..11 (STREAK.md R13) */
    SETTING_WEEK_GOAL,     /* evenings a week, 1..7 */
    SETTING_NEED,          /* StreakNeed: whose playing makes an evening count (R4) */
    SETTING_REST_START,    /* rest days in hand at the beginning (R7, S) */
    SETTING_REST_EVERY,    /* evenings in a row that earn one; 0: none are earned (R7, N) */
    SETTING_REST_CAP,      /* the most that are kept in hand (R7, C) */
    SETTING_STEPS,         /* scenes begin line by line, without a clock */
    SETTING_LETTERS,       /* easy-reading letters: OpenDyslexic for all texts */
    SETTING_CONTRAST,      /* strong contrast: plain panels, dark lines, dim scenery */
    SETTING_DEEPER,        /* some evenings begin with asking both if a deep card may come */
    SETTING_THINK,         /* time to think: no clock in any card */
    SETTING_ONE_HAND,      /* all picks by arrows, Enter and Esc, one after the other */
    SETTING_ALOUD,         /* what is new on the screen, and what has the focus, is said aloud */
    SETTING_SPEECH,        /* 0..100: how loud */
    SETTING_COUNT
} SettingId;

typedef enum ThemeChoice { THEME_CHOICE_DAY, THEME_CHOICE_EVENING, THEME_CHOICE_CLOCK } ThemeChoice;

typedef struct SettingInfo {
    const char *name; /* as stored */
    int low, high, start, step;
} SettingInfo;

extern const SettingInfo setting_infos[SETTING_COUNT];

/* The setting of that name, or SETTING_COUNT. */
SettingId setting_find(const char *name);

/* `value` forced into the range and onto the steps. */
int setting_clamp(SettingId id, int value);

#endif
