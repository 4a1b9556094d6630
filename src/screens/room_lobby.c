/* SPDX-License-Identifier: MIT */
/* The lobby (mock-up 12): getting a room of couples in. Without phones: raise hands. */
#include "room_parts.h"

void room_step_row(ScreenContext *context, const char *number, const char *key) {
    Ui *ui = context->ui;
    float side = 28 * room_factor(ui);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 12});
    ui_open(ui, &(UiBox){.width = side,
                         .height = side,
                         .main = UI_CENTER,
                         .cross = UI_CENTER,
                         .radius = side / 2,
                         .fill = fill_of(paint_of(TOKEN_MOSS_SOFT))});
    ui_text(ui, number, style_centred(room_style(ui, FONT_TEXT_BOLD, 18, TOKEN_MOSS)));
    ui_close(ui);
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, key), room_style(ui, FONT_TEXT, 19, TOKEN_INK));
    ui_close(ui);
    ui_close(ui);
}

static void hands_card(ScreenContext *context) {
    Ui *ui = context->ui;
    char name[64];
    const Plan *plan = context->game->lead.plan;
    room_left(context);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 10});
    ui_sprite(ui, valley_sprite(ui, "logo", name), 56, 44, 0.92f, 0, 0);
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, "app.name"), room_display(ui, 30));
    ui_close(ui);
    ui_close(ui);
    ui_text(ui, tr1(context, "room.room", "title", plan->title),
            room_style(ui, FONT_TEXT_SEMI, 18, TOKEN_INK2));
    ui_gap(ui, 8);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 18});
    ui_icon(ui, "hand", 64, paint_of(TOKEN_MOSS));
    ui_open(ui, &(UiBox){.grow = 1, .gap = 4});
    ui_text(ui, tr(context, "room.no-phones"), room_display(ui, 34));
    ui_text(ui, tr(context, "room.no-phones-more"), room_style(ui, FONT_TEXT, 18.7f, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
    ui_gap(ui, 8);
    room_step_row(context, "1", "room.hands-one");
    room_step_row(context, "2", "room.hands-two");
    room_step_row(context, "3", "room.hands-three");
    ui_spring(ui);
    if (ui_button_first(ui, "room-start",
                        &(Button){.label = tr(context, "room.start"),
                                  .icon = "play",
                                  .size = 20.7f * room_factor(ui) / ui->text_scale,
                                  .height = 60,
                                  .stretch = true})) {
        room_act(context, LEAD_NEXT, 0);
    }
    ui_close(ui);
}

static bool has_door(const ScreenContext *context) {
    return context->game->phones.is_open;
}

static void leader_key(ScreenContext *context, const char *const key[2]) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8, .min_height = 32});
    room_cap(ui, key[0]);
    ui_text(ui, tr(context, key[1]), room_style(ui, FONT_TEXT, 16, TOKEN_INK));
    ui_close(ui);
}

/* What a nervous leader wants to know before the room is full. */
static void leader_keys(ScreenContext *context) {
    static const char *const keys[][2] = {
        {"B", "room.key-dark"},    {"N", "room.key-notes"},  {"P", "room.key-pause"},
        {"S", "room.key-skip"},    {"T", "room.key-totals"}, {"^ v", "room.key-more"},
        {"0-9", "room.key-hands"},
    };
    static const char *const with_phones[][2] = {
        {"H", "room.key-names"},
        {"L", "room.key-lock"},
        {"M", "room.key-by"},
        {"D", "room.key-desk"},
    };
    Ui *ui = context->ui;
    ui_gap(ui, 4);
    ui_text(ui, tr(context, "room.keys"), room_style(ui, FONT_TEXT_SEMI, 17, TOKEN_INK));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .wrap = true, .gap = 12});
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        leader_key(context, keys[i]);
    }
    for (size_t i = 0; has_door(context) && i < sizeof with_phones / sizeof *with_phones; i++) {
        leader_key(context, with_phones[i]);
    }
    ui_close(ui);
}

static void paper_buttons(ScreenContext *context, float size) {
    Ui *ui = context->ui;
    if (ui_button(ui, "room-print",
                  &(Button){.label = tr(context, "room.print"),
                            .icon = "file-down",
                            .kind = BUTTON_GHOST,
                            .size = size})) {
        emit(context, EV_ROOM_FILES, 0, ROOM_FILES_PRINT);
    }
    if (ui_button(ui, "room-other",
                  &(Button){.label = tr(context, "room.other-plan"),
                            .icon = ui->rtl ? "arrow-right" : "arrow-left",
                            .kind = BUTTON_GHOST,
                            .size = size})) {
        room_act(context, LEAD_BACK, 0);
    }
}

static void network_button(ScreenContext *context, float size) {
    if (ui_button(context->ui, "room-network",
                  &(Button){.label = tr(context, "room.network"),
                            .icon = "wifi",
                            .kind = BUTTON_GHOST,
                            .size = size})) {
        context->memory->room_shows_network = true;
    }
}

static void beside(ScreenContext *context) {
    Ui *ui = context->ui;
    const Plan *plan = context->game->lead.plan;
    room_right(context);
    ui_text(ui, plan->title, room_display(ui, 27));
    ui_text(ui, plan->about, room_style(ui, FONT_TEXT, 18, TOKEN_INK2));
    ui_text(ui, trn(context, "room.minutes-all", plan->minutes),
            room_style(ui, FONT_TEXT_SEMI, 17, TOKEN_INK));
    ui_gap(ui, 4);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .wrap = true, .gap = 12});
    paper_buttons(context, 17);
    network_button(context, 17);
    ui_close(ui);
    ui_rule(ui, 5);
    leader_keys(context);
    ui_close(ui);
}

/* The network's page, a plan on paper, another plan. */
static void more_buttons(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .wrap = true, .gap = 10});
    network_button(context, 15);
    paper_buttons(context, 15);
    ui_close(ui);
}

static void keys_card(ScreenContext *context, float width) {
    enum { ROOM_FOR_KEYS = 6 };
    if (phones_pairs(&context->game->phones) <= ROOM_FOR_KEYS) {
        UiBox keys = ui_card(width, 18);
        ui_open(context->ui, &keys);
        leader_keys(context);
        ui_close(context->ui);
    }
}

static void with_phones(ScreenContext *context) {
    enum { DOOR_W = 470, KEYS_PAD = 22 };
    Ui *ui = context->ui;
    float high = ui->height - 2 * ROOM_TOP;
    float rest = ui->width - 2 * ROOM_MARGIN - DOOR_W - ROOM_GAP;
    UiBox box = ui_card(DOOR_W, KEYS_PAD);
    box.gap = 11;
    box.height = high;
    box.scroll = true;
    ui_open_id(ui, ui_id(ui, "left", 0), &box);
    room_door(context);
    ui_close(ui);
    ui_open_id(ui, ui_id(ui, "pairs", 0),
               &(UiBox){.width = rest, .height = high, .gap = 12, .scroll = true});
    room_pairs(context, rest);
    more_buttons(context);
    keys_card(context, rest);
    ui_close(ui);
}

/* One below the other: once somebody is here, who it is comes before how to come in. */
static void with_phones_large(ScreenContext *context) {
    enum { PAD = 22 };
    Ui *ui = context->ui;
    float width = ui->width - 2 * ROOM_MARGIN;
    bool is_empty = phones_pairs(&context->game->phones) == 0;
    UiBox box = ui_card(0, PAD);
    box.gap = 11;
    ui_open_id(ui, ui_id(ui, "left", 0), &box);
    room_door(context);
    if (is_empty) {
        room_door_steps(context);
    }
    ui_close(ui);
    room_pairs(context, width);
    if (!is_empty) {
        ui_open(ui, &box);
        room_door_steps(context);
        ui_close(ui);
    }
    more_buttons(context);
    keys_card(context, width);
}

void room_lobby(ScreenContext *context) {
    if (context->memory->room_shows_network) {
        room_network(context);
        return;
    }
    room_valley(context);
    room_columns_begin(context);
    if (has_door(context)) {
        (room_is_large(context->ui) ? with_phones_large : with_phones)(context);
    } else {
        hands_card(context);
        beside(context);
    }
    room_columns_end(context);
    room_send_out(context);
}
