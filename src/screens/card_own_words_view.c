/* SPDX-License-Identifier: MIT */
/* An own-words card (mock-up 05): the responder says or types what they really would; the sharer's
 * taps alone count. What is typed stays in memory, until the card is left. */
#include "card_side.h"

#include "card_own_words.h"
#include "text.h"

#include <stdio.h>
#include <string.h>

enum { PANEL_W = 500, NOTES_W = 340, OPENERS = 3 };

static const char *const opener_keys[OPENERS] = {"own-words.opener.thanks", "own-words.opener.see",
                                                 "own-words.opener.tell"};

void own_words_forget(ScreenContext *context) {
    ScreenMemory *memory = context->memory;
    const Play *play = &context->game->play;
    bool same = play->card && play->card->kind == CARD_OWN_WORDS &&
                play->dealt_ms == memory->words_dealt_ms;
    if (same) {
        return;
    }
    memset(memory->words, 0, sizeof memory->words);
    memory->keys = (KeysState){0};
    memory->words_dealt_ms = play->card ? play->dealt_ms : 0;
}

static void tell_letters(ScreenContext *context) {
    emit(context, EV_LETTERS, game_responder(context->game), text_length(context->memory->words));
}

/* --- Typing --------------------------------------------------------------------------------- */

static void keyboard(ScreenContext *context) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    KeysTexts texts = {{tr(context, "keys.small"), tr(context, "keys.capitals"),
                        tr(context, "keys.marks")},
                       tr(context, "keys.shift"), tr(context, "keys.signs"),
                       tr(context, "keys.letters"), tr(context, "keys.space"),
                       tr(context, "keys.erase"), tr(context, "keys.done")};
    UiBox box = ui_card(ui->width - 80 < 1000 ? ui->width - 80 : 1000, 18);
    box.absolute = true;
    box.anchor_x = 0.5f;
    box.anchor_y = 1;
    box.at_y = -12;
    ui_open_id(ui, ui_id(ui, "keyboard", 0), &box);
    KeysAct act = ui_keys(ui, &texts, &memory->keys, memory->words, sizeof memory->words,
                          OWN_WORDS_LETTERS_MAX);
    ui_close(ui);
    if (act == KEYS_TYPED) {
        tell_letters(context);
    } else if (act == KEYS_DONE) {
        ui->wants_frames = true;
    }
}

/* By pad or touch a press opens the keyboard; Enter of a real one leaves the field. */
static void field_pressed(ScreenContext *context, UiId id) {
    Ui *ui = context->ui;
    if (ui->pressed != id || !ui->input) {
        return;
    }
    if (types_on_screen(context)) {
        ui_keys_open(ui, &context->memory->keys, context->memory->words);
        ui->focus = 0;
    } else if (ui->input->kind == INPUT_CONFIRM) {
        const UiSeen *next = ui_find(ui, context->memory->words[0] ? "land" : "aloud", 0);
        ui->focus = next ? next->id : ui->focus;
        ui->wants_frames = true;
    }
}

static void field(ScreenContext *context) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    UiId id = ui_id(ui, "words", 0);
    TextArea area = {.placeholder = tr(context, "own-words.placeholder"),
                     .letters_max = OWN_WORDS_LETTERS_MAX,
                     .min_height = card_is_large(context) ? 120 : 184,
                     .border = game_responder(context->game) == 1 ? TOKEN_P1 : TOKEN_P2,
                     .is_active = memory->keys.is_open};
    if (!memory->keys.is_open) {
        ui_focus_first(ui, id);
    }
    field_pressed(context, id);
    if (ui_area(ui, id, memory->words, sizeof memory->words, &area)) {
        tell_letters(context);
    }
}

/* "Thank you for…", without the dots. */
static void begin_with(ScreenContext *context, const char *opener) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    text_copy(memory->words, sizeof memory->words, opener);
    char *dots = strstr(memory->words, "…");
    if (dots) {
        *dots = '\0';
    }
    text_append(memory->words, sizeof memory->words, " ");
    tell_letters(context);
    ui->focus = 0; /* back to the field, or on to the keys */
    ui->wants_frames = true;
    if (ui->input && ui->input->device != DEVICE_TOUCH && types_on_screen(context)) {
        ui_keys_open(ui, &memory->keys, memory->words);
    }
}

/* Three ways to begin, as long as nothing is there. */
static void openers(ScreenContext *context) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 8, .wrap = true, .min_height = 44});
    for (int i = 0; i < OPENERS && !memory->words[0]; i++) {
        if (ui_button(ui, "opener",
                      &(Button){.label = tr(context, opener_keys[i]),
                                .kind = BUTTON_GHOST,
                                .size = 16,
                                .height = 44,
                                .index = i,
                                .muted = true})) {
            begin_with(context, tr(context, opener_keys[i]));
            break;
        }
    }
    ui_close(ui);
}

static void count_line(ScreenContext *context) {
    Ui *ui = context->ui;
    char count[8], most[8];
    snprintf(count, sizeof count, "%d", text_length(context->memory->words));
    snprintf(most, sizeof most, "%d", OWN_WORDS_LETTERS_MAX);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8, .wrap = false});
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr2(context, "own-words.count", "n", count, "all", most),
            style_text(FONT_TEXT, 15, TOKEN_INK2));
    ui_close(ui);
    ui_icon(ui, "shield-check", 18, paint_of(TOKEN_MOSS));
    ui_text(ui, tr(context, "own-words.stays"), style_text(FONT_TEXT, 15, TOKEN_INK2));
    ui_close(ui);
}

/* --- The panel ------------------------------------------------------------------------------ */

static void headings(ScreenContext *context) {
    Ui *ui = context->ui;
    int responder = game_responder(context->game);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 12});
    ui_mark(ui, responder, 14);
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr1(context, "own-words.who", "name", player_name(context, responder)),
            style_text(FONT_TEXT_SEMI, 17, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
    ui_text(ui, tr(context, "own-words.heading"), style_display(28));
}

static void advice(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 13,
                         .pad_x = 16,
                         .pad_y = 9,
                         .radius = 16,
                         .fill = fill_of(paint_of(TOKEN_PAPER2))});
    ui_icon(ui, "lightbulb", 24, paint_of(TOKEN_P1));
    ui_open(ui, &(UiBox){.grow = 1});
    UiStyle style = style_text(FONT_TEXT, 16, TOKEN_INK);
    style.line_height = 1.28f;
    ui_text(ui, tr(context, "own-words.advice"), style);
    ui_close(ui);
    ui_close(ui);
}

static void buttons(ScreenContext *context) {
    Ui *ui = context->ui;
    const Game *game = context->game;
    bool typed = context->memory->words[0] != '\0';
    bool says = game->settings[SETTING_SAY] != 0;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 12, .wrap = card_is_large(context)});
    if (says && ui_button(ui, "aloud",
                          &(Button){.label = tr(context, "own-words.aloud"),
                                    .icon = "volume-2",
                                    .kind = typed ? BUTTON_GHOST : BUTTON_PRIMARY,
                                    .size = 17,
                                    .grow = typed ? 0 : 1})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
    if ((typed || !says) &&
        ui_button(ui, "land",
                  &(Button){.label = tr1(context, "land.title", "name",
                                         player_name(context, game->play.sharer)),
                            .size = 18,
                            .grow = 1})) {
        emit(context, EV_CONTINUE, 0, 1);
    }
    ui_close(ui);
}

/* The stones lie ready; only the sharer's taps move them. */
static void ready_stones(ScreenContext *context) {
    Ui *ui = context->ui;
    if (card_is_large(context)) {
        return;
    }
    bool right = context->game->play.sharer == 2;
    float x = right != ui->rtl ? 110 : ui->width - 290, y = ui->height - 150;
    char name[64];
    for (int i = 0; i < 4; i++) {
        draw_sprite(ui->list, valley_sprite(ui, "stone/light", name), x + (float)i * 48,
                    y + (float)(i % 2) * 4, 1, 60);
    }
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_x = right ? 0 : 1,
                         .anchor_y = 1,
                         .at_x = right ? 40.0f : -40.0f,
                         .at_y = -60,
                         .max_width = NOTES_W - 40});
    ui_chip(ui, "heart-handshake",
            tr1(context, "own-words.no-grades", "name",
                player_name(context, context->game->play.sharer)));
    ui_close(ui);
}

/* The panel ends above the keys, at the end of what is typed. */
static void above_keyboard(ScreenContext *context) {
    Ui *ui = context->ui;
    UiNode *panel = &ui->nodes[ui->current];
    const UiSeen *key = ui_find(ui, "key", 0);
    if (key) {
        panel->box.height = key->rect.y - 30 - panel->box.at_y;
    }
    UiState *state = ui_state(ui, panel->id);
    state->scroll = state->scroll_max;
}

static void typing(ScreenContext *context) {
    Ui *ui = context->ui;
    const Card *card = context->game->play.card;
    char caption[SCREEN_TEXT_MAX], line[SCREEN_TEXT_MAX];
    text_copy(caption, sizeof caption, card_side_caption(context));
    text_copy(line, sizeof line, card_text(context, card->line));
    CardSide side = {(PersonFace)card->face, PERSON_THINKING, caption, line};
    bool keys = context->memory->keys.is_open;
    card_side_stage(context, &side);
    ready_stones(context);
    card_side_panel_open(context, PANEL_W, NOTES_W);
    if (keys) {
        above_keyboard(context);
    }
    if (!keys || !card_is_large(context)) {
        card_side_words(context, &side);
        headings(context);
    }
    ui_gap(ui, 2);
    field(context);
    ui_gap(ui, 2);
    if (!keys) {
        openers(context);
        count_line(context);
        ui_spring(ui);
        advice(context);
        buttons(context);
        card_footer(context);
    }
    ui_close(ui);
    if (keys) {
        keyboard(context);
    }
    card_frame(context, tr(context, "card.kind.own-words"), card_subtitle(context), false);
}

/* --- How it landed -------------------------------------------------------------------------- */

static PersonFace landed_face(const Outcome *outcome) {
    if (outcome->landed_private) {
        return PERSON_LISTENING;
    }
    return outcome->landed >= RULES_LANDED_LIFTS ? PERSON_TOUCHED
           : outcome->landed >= RULES_LANDED_PRIVATE ? PERSON_LISTENING
                                                     : PERSON_HURT;
}

static void said(ScreenContext *context) {
    Ui *ui = context->ui;
    const char *words = context->memory->words;
    int responder = game_responder(context->game);
    const char *name = player_name(context, responder);
    const char *line = card_text(context, context->game->play.card->line);
    ui_text(ui, tr1(context, "reveal.quoted", "text", line),
            style_text(FONT_TEXT_SEMI, 16, TOKEN_INK2));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 10});
    ui_mark(ui, responder, 15);
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr1(context, words[0] ? "own-words.wrote" : "own-words.said", "name", name),
            style_text(FONT_TEXT_SEMI, 17, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
    if (words[0]) {
        UiStyle quote = text_length(words) > 160 ? style_body() : style_display(20);
        quote.line_height = 1.35f;
        ui_text(ui, words, quote);
    }
}

static void revealed(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    const Outcome *outcome = &play->outcome;
    PersonFace face = landed_face(outcome);
    PersonFace other = face == PERSON_TOUCHED ? PERSON_HAPPY : PERSON_LISTENING;
    const char *sharer = player_name(context, play->sharer);
    bool landed = outcome->landed >= RULES_LANDED_LIFTS;
    reveal_stage(context, outcome, play->sharer == 1 ? face : other,
                 play->sharer == 1 ? other : face);
    card_frame(context, tr(context, "card.kind.own-words"), card_subtitle(context), false);
    reveal_close_up(context, play->sharer, face, ""); /* they say for themselves how it was */
    reveal_panel_open(context);
    ui_open_id(
        ui, ui_id(ui, "reveal-scroll", 0),
        &(UiBox){.gap = 12, .cross = UI_STRETCH, .grow = 1, .scroll = true, .pad_right = 14});
    said(context);
    if (play->talking) {
        reveal_talk_part(context);
    }
    if (!outcome->landed_private) {
        reveal_landing_chips(context);
    }
    if (outcome->stones.bridge > 0) {
        reveal_stones_box(context, outcome);
    }
    ui_text(ui, tr(context, "own-words.to-hear"), style_display(21));
    ui_text(ui, card_text(context, play->card->hint), style_body());
    ui_text(ui, tr1(context, landed ? "own-words.kept" : "own-words.fitted", "name", sharer),
            style_text(FONT_TEXT_BOLD, 18, TOKEN_P2));
    ui_close(ui);
    reveal_buttons(context, true);
    ui_close(ui);
}

void card_own_words_view(ScreenContext *context) {
    switch (context->game->play.phase) {
    case PHASE_SAY: card_say(context); break;
    case PHASE_LAND: card_land(context); break;
    case PHASE_REVEAL: revealed(context); break;
    default: typing(context); break;
    }
}
