/* SPDX-License-Identifier: MIT */
/* Shared by the screens: events, texts, names; and which screen is on. */
#include "screen.h"

#include "hash.h"
#include "text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void emit_event(ScreenContext *context, const Event *event) {
    if (!context->has_event) {
        context->event = *event;
        context->has_event = true;
    }
}

void emit(ScreenContext *context, EventKind kind, int player, int value) {
    emit_event(context, &(Event){.kind = kind, .player = player, .value = value});
}

const char *tr(const ScreenContext *context, const char *key) {
    return strings_get(&context->content->strings, key);
}

static char *ring_next(ScreenContext *context) {
    context->ring_at = (context->ring_at + 1) % SCREEN_RING;
    return context->ring[context->ring_at];
}

const char *tr2(ScreenContext *context, const char *key, const char *name_a, const char *value_a,
                const char *name_b, const char *value_b) {
    char *out = ring_next(context);
    StringArg args[] = {{name_a, value_a}, {name_b, value_b}};
    strings_format(&context->content->strings, out, SCREEN_TEXT_MAX, key, args, name_b ? 2 : 1);
    return out;
}

const char *tr1(ScreenContext *context, const char *key, const char *name, const char *value) {
    return tr2(context, key, name, value, NULL, NULL);
}

const char *trn(ScreenContext *context, const char *key, int n) {
    char *out = ring_next(context);
    strings_format_plural(&context->content->strings, out, SCREEN_TEXT_MAX, key, n, NULL, 0);
    return out;
}

const char *trn1(ScreenContext *context, const char *key, int n, const char *name,
                 const char *value) {
    char *out = ring_next(context);
    const StringArg arg = {name, value};
    strings_format_plural(&context->content->strings, out, SCREEN_TEXT_MAX, key, n, &arg, 1);
    return out;
}

const char *player_name(const ScreenContext *context, int player) {
    const char *name = context->game->players[player - 1].name;
    return name[0] ? name : tr(context, player == 1 ? "people.circle" : "people.diamond");
}

Person player_person(const ScreenContext *context, int player) {
    Person person;
    if (!person_parse(context->game->players[player - 1].looks, &person)) {
        person = person_cast[player == 1 ? 0 : 7]; /* the first faces of each bank (mock-up 24) */
    }
    return person;
}

bool types_on_screen(const ScreenContext *context) {
    const Input *input = context->ui->input;
    bool one_hand = context->game->settings[SETTING_ONE_HAND] != 0;
    return input && (input->device == DEVICE_PAD || input->device == DEVICE_TOUCH ||
                     (one_hand && input->device == DEVICE_KEYBOARD));
}

bool player_blinks(ScreenContext *context, int player) {
    /* STYLE.md section 5: every 3 to 6 s. Each has a half of the turn, so that they never do it
     * both at once, and another moment of it each time. */
    enum {
        TURN_MS = 4500,
        HALF_MS = TURN_MS / 2,
        FIRST_MS = 300,
        WITHIN_MS = 1400,
        BLINK_MS = 110
    };
    Ui *ui = context->ui;
    UiId id = ui_id(ui, "blink", player + 2 * (int)context->game->screen);
    int64_t at_ms = ui_since(ui, id) - (player == 1 ? 0 : HALF_MS);
    if (ui->calm || at_ms < 0) {
        return false;
    }
    int64_t turn = at_ms / TURN_MS;
    int64_t starts_ms = FIRST_MS + turn * 683 % WITHIN_MS; /* no two turns in a row alike */
    int64_t into_ms = at_ms % TURN_MS - starts_ms;
    return into_ms >= 0 && into_ms < BLINK_MS;
}

float player_breath(ScreenContext *context, int player) {
    enum { BREATH_MS = 3600, STEPS = 16 }; /* STYLE.md section 5; finer steps can't be seen */
    Ui *ui = context->ui;
    if (ui->calm) {
        return 0;
    }
    int64_t at_ms = (ui->now_ms + (player - 1) * BREATH_MS / 2) % BREATH_MS;
    float out = fabsf((float)at_ms / BREATH_MS * 2 - 1);
    ui->wants_ambient = true;
    return 0.01f * roundf(ease_sine(1 - out) * STEPS) / STEPS;
}

/* `spot` cards are about an invented couple: names by the card, so that they stay the same. */
static const char *invented_name(ScreenContext *context, int which) {
    uint64_t hash = 5381;
    for (const char *c = context->game->play.card->id; *c; c++) {
        hash = hash * 33 + (unsigned char)*c;
    }
    char key[32];
    snprintf(key, sizeof key, "invented.%c%d", which ? 'b' : 'a', (int)(hash % 8));
    return tr(context, key);
}

const char *card_text(ScreenContext *context, const char *text) {
    static const char sharer_mark[] = "{sharer}", responder_mark[] = "{responder}";
    const Play *play = &context->game->play;
    bool invented = play->card && play->card->kind == CARD_SPOT;
    const char *sharer = invented ? invented_name(context, 0) : player_name(context, play->sharer);
    const char *responder =
        invented ? invented_name(context, 1) : player_name(context, 3 - play->sharer);
    char *out = ring_next(context);
    out[0] = '\0';
    for (const char *at = text; *at;) {
        if (strncmp(at, sharer_mark, sizeof sharer_mark - 1) == 0) {
            text_append(out, SCREEN_TEXT_MAX, sharer);
            at += sizeof sharer_mark - 1;
        } else if (strncmp(at, responder_mark, sizeof responder_mark - 1) == 0) {
            text_append(out, SCREEN_TEXT_MAX, responder);
            at += sizeof responder_mark - 1;
        } else {
            size_t run = strcspn(at + 1, "{") + 1;
            char piece[SCREEN_TEXT_MAX];
            snprintf(piece, sizeof piece, "%.*s", (int)run, at);
            text_append(out, SCREEN_TEXT_MAX, piece);
            at += run;
        }
    }
    return out;
}

const char *card_about(ScreenContext *context, const Card *card) {
    if (card->kind == CARD_SPOT) {
        return tr(context, "card.kind.spot"); /* its theme is its answer */
    }
    if (card->kind == CARD_SCENE) {
        return tr(context, "card.kind.scene"); /* likewise */
    }
    if (card->theme >= THEME_COUNT) {
        return tr(context, "card.kind.ask"); /* only ask cards go without */
    }
    char key[48];
    snprintf(key, sizeof key, "theme.%s", theme_names[card->theme]);
    return tr(context, key);
}

Device prompt_device(const ScreenContext *context) {
    return context->ui->prompts.device;
}

/* An evening at home is kept and goes on; a room would be gone. So its pause comes first. */
static bool closing_asks(const ScreenContext *context) {
    const Game *game = context->game;
    return game->screen == SCREEN_WORKSHOP && game->lead.place != LEAD_CHOOSING &&
           game_overlay(game) != OVERLAY_PAUSE;
}

static void help_keys(ScreenContext *context) {
    const Ui *ui = context->ui;
    Overlay overlay = game_overlay(context->game);
    if (ui_input_is(ui, INPUT_HELP)) {
        /* F1 twice leaves at once (mock-up 25): the second press is on the help page. */
        emit(context, overlay == OVERLAY_HELP ? EV_LEAVE : EV_OPEN, 0, OVERLAY_HELP);
    } else if (ui_input_is(ui, INPUT_MENU)) {
        bool paused = overlay == OVERLAY_PAUSE;
        emit(context, paused ? EV_BACK : EV_OPEN, 0, OVERLAY_PAUSE);
    } else if (ui_input_is(ui, INPUT_BACK) && !journey_close_opening(context)) {
        emit(context, EV_BACK, 0, 0);
    } else if (ui_input_is(ui, INPUT_CLOSE)) {
        emit(context, closing_asks(context) ? EV_OPEN : EV_LEAVE, 0, OVERLAY_PAUSE);
    } else if (ui_input_is(ui, INPUT_QUIT)) {
        emit(context, EV_LEAVE, 0, 0);
    }
}

static void save_trouble(ScreenContext *context) {
    Ui *ui = context->ui;
    uint64_t notice = hash_text(HASH_START, context->notice);
    bool is_read = !context->notice[0] || context->memory->notice_read == notice;
    if (context->game->save != SAVE_FAILED && is_read) {
        return;
    }
    UiBox box = ui_card(520, 22);
    box.absolute = true;
    box.anchor_x = 0.5f;
    box.at_y = 20;
    box.gap = 8;
    ui_open_id(ui, ui_id(ui, "trouble", 0), &box);
    if (context->notice[0]) {
        ui_text(ui, context->notice, style_text(FONT_TEXT_SEMI, 17, TOKEN_INK));
    }
    if (context->game->save == SAVE_FAILED) {
        ui_text(ui, tr(context, "trouble.save"), style_text(FONT_TEXT, 16, TOKEN_INK2));
        if (ui_button(ui, "retry", &(Button){.label = tr(context, "trouble.retry")})) {
            emit(context, EV_RETRY, 0, 0);
        }
    } else if (ui_button(ui, "understood",
                         &(Button){.label = tr(context, "trouble.understood"),
                                   .kind = BUTTON_GHOST,
                                   .size = 16})) {
        context->memory->notice_read = notice;
        ui->wants_frames = true;
    }
    ui_close(ui);
}

static void caption(ScreenContext *context) {
    Ui *ui = context->ui;
    if (!context->caption[0] || !context->game->settings[SETTING_CAPTIONS]) {
        return;
    }
    ui_open(ui, &(UiBox){.absolute = true, .anchor_x = 0.5f, .anchor_y = 1, .at_y = -88});
    ui_chip(ui, "volume-2", tr(context, context->caption));
    ui_close(ui);
}

/* Before the couple's file is read, or when it can't be: the valley, and what is to be said. */
static void waiting(ScreenContext *context) {
    Ui *ui = context->ui;
    float gy = ui->height - 200;
    Valley valley = {.cx = ui->width * 872 / 1280,
                     .gy = gy,
                     .half = 154,
                     .hz = gy - 220,
                     .sun_x = ui->width / 2,
                     .seed = 2,
                     .season = context->season};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    draw_still_end(ui->list);
    if (!context->is_blocked) {
        return;
    }
    UiBox box = ui_card(560, 32);
    box.absolute = true;
    box.anchor_x = box.anchor_y = 0.5f;
    box.gap = 16;
    box.max_height = ui->height - 60;
    box.scroll = true;
    ui_open_id(ui, ui_id(ui, "blocked", 0), &box);
    ui_text(ui, tr(context, "trouble.title"), style_display(32));
    ui_text(ui, context->notice, style_body());
    if (ui_button_first(ui, "leave",
                        &(Button){.label = tr(context, "trouble.leave"), .stretch = true})) {
        emit(context, EV_LEAVE, 0, 0);
    }
    ui_close(ui);
    if (ui_input_is(ui, INPUT_BACK) || ui_input_is(ui, INPUT_CLOSE) ||
        ui_input_is(ui, INPUT_QUIT)) {
        emit(context, EV_LEAVE, 0, 0);
    }
}

void screens_build(ScreenContext *context) {
    if (context->is_loading || context->is_blocked) {
        waiting(context);
        return;
    }
    static void (*const screens[SCREEN_COUNT])(ScreenContext *) = {
        [SCREEN_CARE] = screen_care,       [SCREEN_PEOPLE] = screen_people,
        [SCREEN_HOME] = screen_home,       [SCREEN_CARD] = screen_card,
        [SCREEN_TINY] = screen_tiny,       [SCREEN_CHALLENGE] = screen_challenge,
        [SCREEN_LANTERN] = screen_lantern, [SCREEN_ALONE] = screen_tiny,
        [SCREEN_JOURNEY] = screen_journey, [SCREEN_KEYSTONE] = screen_keystone,
        [SCREEN_WEEK] = screen_week,
        [SCREEN_WORKSHOP] = screen_workshop,
        [SCREEN_LOOK_BACK] = screen_look_back,
        [SCREEN_OUR_MAP] = screen_our_map,
    };
    static void (*const overlays[OVERLAY_COUNT])(ScreenContext *) = {
        [OVERLAY_PAUSE] = overlay_pause,       [OVERLAY_HELP] = overlay_help,
        [OVERLAY_SETTINGS] = overlay_settings, [OVERLAY_BREAK] = overlay_break,
        [OVERLAY_AWAY] = overlay_away,
    };
    own_words_forget(context);
    Overlay overlay = game_overlay(context->game);
    if (overlay != OVERLAY_SETTINGS) {
        context->memory->topics.of = 0; /* what is for one pair of eyes closes with its page */
    }
    if (context->game->screen != SCREEN_OUR_MAP || overlay != OVERLAY_NONE) {
        context->memory->map.of = 0;
    }
    (overlay == OVERLAY_NONE ? screens[context->game->screen] : overlays[overlay])(context);
    save_trouble(context);
    caption(context);
    help_keys(context);
}
