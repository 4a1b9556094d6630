/* SPDX-License-Identifier: MIT */
/* When phones can't come in: which of three things it is, what to do, and a hotspot of one's own.
 */
#include "room_parts.h"

typedef struct Symptom {
    const char *icon, *title, *sign, *deed;
} Symptom;

static const Symptom symptoms[] = {
    {"wifi", "room.net-wrong", "room.net-wrong-sign", "room.net-wrong-do"},
    {"users", "room.net-apart", "room.net-apart-sign", "room.net-apart-do"},
    {"shield-check", "room.net-wall", "room.net-wall-sign", "room.net-wall-do"},
};

static void symptom(ScreenContext *context, const Symptom *about) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 14, .cross = UI_START});
    ui_icon(ui, about->icon, 26, paint_of(TOKEN_MOSS));
    ui_open(ui, &(UiBox){.grow = 1, .gap = 2});
    ui_text(ui, tr(context, about->title), room_style(ui, FONT_TEXT_BOLD, 18, TOKEN_INK));
    ui_text(ui, tr(context, about->sign), room_style(ui, FONT_TEXT, 16, TOKEN_INK2));
    ui_text(ui, tr(context, about->deed), room_style(ui, FONT_TEXT, 16, TOKEN_INK));
    ui_close(ui);
    ui_close(ui);
}

static const char *trouble_text(ScreenContext *context) {
    static const char *const keys[] = {[ROOM_FINE] = "room.net-none",
                                       [ROOM_NO_NETWORK] = "room.net-none",
                                       [ROOM_PORT_TAKEN] = "room.net-port",
                                       [ROOM_NO_MEMORY] = "room.net-memory",
                                       [ROOM_NO_PAGE] = "room.net-page",
                                       [ROOM_NO_ADDRESS] = "room.net-address",
                                       [ROOM_SHUT] = "room.net-shut"};
    return tr(context, keys[context->room ? context->room->trouble : ROOM_NO_NETWORK]);
}

/* A laptop's cable and the guests' Wi-Fi are often two networks. */
static const char *network_text(ScreenContext *context) {
    const RoomSight *room = context->room;
    return !room->network[0] ? tr(context, "room.net-given")
                             : tr1(context, room->is_wireless ? "room.net-wifi" : "room.net-cable",
                                   "network", room->network);
}

static void other_network(ScreenContext *context) {
    static const char *const keys[] = {[ROOM_OTHER_UNASKED] = NULL,
                                       [ROOM_OTHER_NONE] = "room.net-only",
                                       [ROOM_OTHER_LOST] = "room.net-lost",
                                       [ROOM_OTHER_FIXED] = "room.net-fixed",
                                       [ROOM_OTHER_SHUT] = "room.net-other-shut"};
    const char *key = keys[context->room ? context->room->other : ROOM_OTHER_UNASKED];
    if (key) {
        ui_text(context->ui, tr(context, key),
                room_style(context->ui, FONT_TEXT_SEMI, 16, TOKEN_INK));
    }
}

static void self_test(ScreenContext *context) {
    Ui *ui = context->ui;
    const RoomSight *room = context->room;
    if (!room || !room->is_serving) {
        ui_text(ui, trouble_text(context), room_style(ui, FONT_TEXT_SEMI, 17, TOKEN_INK));
        return;
    }
    ui_text(ui, tr(context, "room.net-test"), room_style(ui, FONT_TEXT, 17, TOKEN_INK));
    ui_text(ui, tr1(context, "room.net-test-at", "address", room->address), room_display(ui, 26));
    ui_text(ui, network_text(context), room_style(ui, FONT_TEXT, 15, TOKEN_INK2));
}

static void buttons(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 12, .wrap = true});
    if (ui_button_first(ui, "net-back",
                        &(Button){.label = tr(context, "room.net-back"),
                                  .icon = ui->rtl ? "arrow-right" : "arrow-left",
                                  .size = 18})) {
        context->memory->room_shows_network = false;
    }
    if (context->room && context->game->lead.place == LEAD_LOBBY &&
        ui_button(ui, "net-other",
                  &(Button){.label = tr(context, "room.net-other"),
                            .icon = "refresh-cw",
                            .kind = BUTTON_GHOST,
                            .size = 18})) {
        room_act(context, LEAD_OTHER_NET, 0);
    }
    ui_close(ui);
}

void room_network(ScreenContext *context) {
    Ui *ui = context->ui;
    room_valley(context);
    room_columns_begin(context);
    room_left(context);
    ui_text(ui, tr(context, "room.net-title"), room_display(ui, 30));
    for (size_t i = 0; i < sizeof symptoms / sizeof *symptoms; i++) {
        symptom(context, &symptoms[i]);
    }
    other_network(context); /* beside what was pressed, with large letters too */
    ui_spring(ui);
    buttons(context);
    ui_close(ui);
    room_right(context);
    self_test(context);
    ui_gap(ui, 4);
    ui_rule(ui, 5);
    ui_text(ui, tr(context, "room.net-hotspot"), room_style(ui, FONT_TEXT_BOLD, 18, TOKEN_INK));
    ui_text(ui, tr(context, "room.net-hotspot-how"), room_style(ui, FONT_TEXT, 16, TOKEN_INK));
    ui_text(ui, tr(context, "room.net-seen"), room_style(ui, FONT_TEXT, 16, TOKEN_INK2));
    ui_close(ui);
    room_columns_end(context);
    if (ui_input_is(ui, INPUT_BACK)) {
        context->memory->room_shows_network = false;
    }
}
