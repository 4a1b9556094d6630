/* SPDX-License-Identifier: MIT */
/* Settings, section Decks: the couple's own decks, on or off, and what is wrong in them. */
#include "settings_parts.h"

#include "text.h"

#include <stdio.h>

static void findings(ScreenContext *context, const OwnDeck *deck) {
    Ui *ui = context->ui;
    UiStyle style = style_text(FONT_TEXT, 15.5f, TOKEN_INK2);
    style.line_height = 1.3f;
    for (int i = 0; i < deck->listed; i++) {
        const Diag *diag = &context->content->own_findings[deck->first + i];
        char place[24];
        snprintf(place, sizeof place, "%d:%d", diag->line, diag->column);
        ui_text(ui, tr2(context, "decks.finding", "place", place, "what", diag->message), style);
    }
    if (deck->problems > deck->listed) {
        ui_text(ui, trn(context, "decks.more", deck->problems - deck->listed), style);
    }
}

static void deck_row(ScreenContext *context, int index) {
    Ui *ui = context->ui;
    const OwnDeck *deck = &context->content->own_decks[index];
    bool can_switch = deck->id[0] != '\0';
    bool is_on = can_switch && !decks_are_off(&context->game->decks_off, deck->id);
    UiId id = ui_id(ui, "deck", index);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .cross = UI_CENTER,
                        .gap = 16,
                        .pad_y = 4,
                        .min_height = 58});
    bool pressed = can_switch && ui_touchable(ui, id, UI_ROLE_TOGGLE, 12, 0);
    ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
    UiStyle style = style_text(FONT_TEXT_BOLD, 18, TOKEN_INK);
    style.line_height = 1.3f;
    ui_text(ui, deck->title[0] ? deck->title : deck->file, style);
    style = style_text(FONT_TEXT, 15.5f, TOKEN_INK2);
    style.line_height = 1.3f;
    ui_text(ui, trn(context, "decks.cards", deck->cards), style);
    ui_close(ui);
    if (can_switch) {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 11});
        ui_toggle(ui, is_on, tr(context, is_on ? "settings.on" : "settings.off"));
        ui_close(ui);
    }
    ui_close(ui);
    findings(context, deck);
    settings_rule(ui);
    if (pressed) {
        Event event = {.kind = EV_DECK, .value = !is_on};
        text_copy(event.text, sizeof event.text, deck->id);
        emit_event(context, &event);
    }
}

void settings_decks(ScreenContext *context) {
    Ui *ui = context->ui;
    const Content *content = context->content;
    UiStyle style = style_text(FONT_TEXT, 15.5f, TOKEN_INK2);
    style.line_height = 1.3f;
    ui_text(ui, tr(context, content->own_deck_count ? "decks.have" : "decks.none"), style);
    ui_text(ui, content->own_dir, style_text(FONT_TEXT_SEMI, 15.5f, TOKEN_INK));
    ui_gap(ui, 8);
    settings_rule(ui);
    for (int i = 0; i < content->own_deck_count; i++) {
        deck_row(context, i);
    }
}
