/* SPDX-License-Identifier: MIT */
/* What is said aloud, and when. */
#include "app_voice.h"

#include "hash.h"
#include "spoken.h"
#include "text.h"

enum { READS_LETTERS_A_SECOND = 14 }; /* about; the voice's own speed isn't known */

static bool says_by_itself(const App *app) {
    return app->game->settings[SETTING_ALOUD] != 0;
}

static void say(App *app, const char *text) {
    int64_t takes_ms = (int64_t)text_length(text) * 1000 / READS_LETTERS_A_SECOND;
    voice_say(app->voice, text, app->content.strings.own.language,
              app->game->settings[SETTING_SPEECH]);
    app->spoken.until_ms = text[0] ? app_now_ms(app) + takes_ms : 0;
    if (text[0] && app->audio) {
        audio_duck(app->audio, (int)takes_ms);
    }
}

static bool is_press(const Input *input) {
    switch (input->kind) {
    case INPUT_NONE:
    case INPUT_POINTER_MOVE:
    case INPUT_POINTER_UP:
    case INPUT_WINDOW:
    case INPUT_READ: return false;
    default: return input->down;
    }
}

void app_voice_take(App *app, const Input *input) {
    bool speaks = app_now_ms(app) < app->spoken.until_ms;
    if (input->kind == INPUT_READ && !input->repeat) {
        app->memory.wants_reading = !speaks;
        if (speaks) {
            say(app, "");
        }
    } else if (speaks && is_press(input)) {
        say(app, "");
    }
}

static void complain(App *app) {
    if (voice_take_missing(app->voice)) {
        text_copy(app->notice, sizeof app->notice,
                  strings_get(&app->content.strings, "trouble.voice"));
        app->force_repaint = true;
    }
}

/* The page as a whole, or what is new since it was heard last, then what has the focus. */
static void say_page(App *app, bool all) {
    char text[VOICE_TEXT_MAX];
    ui_spoken_page(app->ui, &app->spoken.page, all, text, sizeof text);
    if (!all && spoken_focus_may(app->game, &app->memory)) {
        char focus[SCREEN_TEXT_MAX];
        ui_spoken_focus(app->ui, focus, sizeof focus);
        text_append(text, sizeof text, text[0] && focus[0] ? "\n" : "");
        text_append(text, sizeof text, focus);
    }
    if (text[0]) {
        say(app, text);
    }
}

static void say_focus(App *app) {
    char text[SCREEN_TEXT_MAX];
    ui_spoken_focus(app->ui, text, sizeof text);
    if (text[0] && app->ui->prompts.focus_visible && spoken_focus_may(app->game, &app->memory)) {
        say(app, text);
    }
}

void app_voice_follow(App *app) {
    Spoken *spoken = &app->spoken;
    bool asked = app->memory.wants_reading;
    app->memory.wants_reading = false;
    complain(app);
    if (!asked && !says_by_itself(app)) {
        spoken->place = 0;
        return;
    }
    if (!spoken_page_may(app->game, &app->memory)) {
        if (asked) {
            say(app, strings_get(&app->content.strings, "card.not-aloud"));
        }
        spoken->place = 0;
        return;
    }
    uint64_t place = spoken_place(app->game, &app->memory);
    bool is_new = place != spoken->place, moved = app->ui->focus != spoken->focus;
    spoken->place = says_by_itself(app) ? place : 0;
    spoken->focus = app->ui->focus;
    if (asked || is_new) {
        say_page(app, asked);
    } else if (moved) {
        say_focus(app);
    }
}
