/* SPDX-License-Identifier: MIT */
/* Two fields, and the keys on the screen for pads and fingers. */
#include "people_fields.h"

#include "text.h"

enum { NAME, PRONOUNS, GAP = 8 };

int people_owner(const ScreenContext *context, int player) {
    const ScreenMemory *memory = context->memory;
    const Device *devices = context->ui->prompts.player_device;
    bool makes = memory->people[0].makes_own || memory->people[1].makes_own;
    bool pads = devices[0] == DEVICE_PAD && devices[1] == DEVICE_PAD;
    return (makes ? memory->side_by_side : pads) ? player : 0;
}

bool people_is_typing(const ScreenContext *context, int player) {
    return context->memory->people[player - 1].keys.is_open;
}

void people_load(ScreenContext *context) {
    ScreenMemory *memory = context->memory;
    if (memory->people_loaded) {
        return;
    }
    for (int i = 0; i < 2; i++) {
        const PlayerInfo *info = &context->game->players[i];
        text_copy(memory->people[i].typed[NAME], GAME_NAME_MAX, info->name);
        text_copy(memory->people[i].typed[PRONOUNS], GAME_NAME_MAX, info->pronouns);
    }
    memory->people_loaded = true;
}

static void send_typed(ScreenContext *context, int player, int which) {
    Event event = {.kind = which == NAME ? EV_NAME : EV_PRONOUNS, .player = player};
    text_copy(event.text, sizeof event.text, context->memory->people[player - 1].typed[which]);
    emit_event(context, &event);
}

static void field(ScreenContext *context, int player, int which, float width) {
    static const char *const names[2][2] = {{"name1", "pronouns1"}, {"name2", "pronouns2"}};
    Ui *ui = context->ui;
    PeopleMemory *people = &context->memory->people[player - 1];
    const char *name = names[player - 1][which];
    bool active = people->keys.is_open;
    ui_open_id(ui, ui_id(ui, name, 1), &(UiBox){.width = width, .gap = 5, .cross = UI_STRETCH});
    ui_open(ui, &(UiBox){.pad_x = 8});
    UiStyle style = style_text(FONT_TEXT_SEMI, 15.5f, TOKEN_INK2);
    style.line_height = 1.3f;
    ui_text(ui, tr(context, which == NAME ? "people.name" : "people.pronouns"), style);
    ui_close(ui);
    const char *nameless = tr(context, player == 1 ? "people.circle" : "people.diamond");
    TextField look = {.placeholder = which == NAME ? nameless : "",
                      .player = people_owner(context, player),
                      .border = player == 1 ? TOKEN_P1 : TOKEN_P2,
                      .is_active = active};
    UiId id = ui_id(ui, name, 0);
    if (ui_field(ui, id, people->typed[which], GAME_NAME_MAX, &look)) {
        send_typed(context, player, which);
    }
    if (ui->pressed == id && types_on_screen(context)) {
        ui_keys_open(ui, &people->keys, people->typed[which]);
        people->keys.player = people_owner(context, player);
        people->typing = which;
    }
    ui_close(ui);
}

static void keys(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    PeopleMemory *people = &context->memory->people[player - 1];
    KeysTexts texts = {{tr(context, "keys.small"), tr(context, "keys.capitals"),
                        tr(context, "keys.marks")},
                       tr(context, "keys.shift"), tr(context, "keys.signs"),
                       tr(context, "keys.letters"), tr(context, "keys.space"),
                       tr(context, "keys.erase"), tr(context, "keys.done")};
    ui_open_id(ui, ui_id(ui, "people-keys", player), &(UiBox){.cross = UI_STRETCH});
    KeysAct act = ui_keys(ui, &texts, &people->keys, people->typed[people->typing], GAME_NAME_MAX,
                          0);
    ui_close(ui);
    if (act == KEYS_TYPED) {
        send_typed(context, player, people->typing);
    } else if (act == KEYS_DONE) {
        ui->wants_frames = true;
    }
}

void people_fields(ScreenContext *context, int player, float width) {
    Ui *ui = context->ui;
    const PeopleMemory *people = &context->memory->people[player - 1];
    if (people->keys.is_open) {
        field(context, player, people->typing, width);
        keys(context, player);
        return;
    }
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = GAP, .cross = UI_END});
    field(context, player, NAME, (width - GAP) * 0.525f);
    field(context, player, PRONOUNS, (width - GAP) * 0.475f);
    ui_close(ui);
}
