/* SPDX-License-Identifier: MIT */
/* Who lives here? (mock-up 24): both partners choose themselves, side by side. */
#include "people_looks.h"

#include "text.h"

enum { MARGIN = 40, PANEL_MOST = 560, PANEL_PAD = 24, BETWEEN = 144 };

static bool is_large(const Ui *ui) {
    return ui->text_scale > 1.3f;
}

static float panel_width(const Ui *ui) {
    if (is_large(ui)) {
        return ui->width - 2 * MARGIN;
    }
    float width = (ui->width - 2 * MARGIN - BETWEEN) / 2;
    return width > PANEL_MOST ? PANEL_MOST : width;
}

/* With a pad each, a panel listens to its own; one pad or keyboard passed on does everything. */
static int owner_of(const Ui *ui, int player) {
    const Device *devices = ui->prompts.player_device;
    return devices[0] == DEVICE_PAD && devices[1] == DEVICE_PAD ? player : 0;
}

static void send_text(ScreenContext *context, EventKind kind, int player, const char *text) {
    Event event = {.kind = kind, .player = player};
    text_copy(event.text, sizeof event.text, text);
    emit_event(context, &event);
}

/* Half the mist lifts for each who is ready (screens-2.md 24). */
static void misty_valley(ScreenContext *context) {
    Ui *ui = context->ui;
    const PlayerInfo *players = context->game->players;
    float gy = ui->height - 200;
    Valley valley = {.cx = ui->width / 2,
                     .gy = gy,
                     .half = 110,
                     .hz = gy - 240,
                     .sun_x = ui->width / 2,
                     .seed = 6,
                     .season = context->season,
                     .flowers = true,
                     .near_banks = true};
    float mist = 1 - (players[0].ready ? 0.4f : 0) - (players[1].ready ? 0.4f : 0);
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    valley_mist(ui, context->game->first_run_done ? 0.3f : mist);
    draw_still_end(ui->list);
}

static void paint_arrow_key(Ui *ui, Rect rect, const void *data) {
    const char *icon = data;
    draw_round_rect(ui->list, rect, 7, fill_of(paint_of(TOKEN_LINE)), (Paint){0}, 0);
    Rect cap = {rect.x, rect.y - 1, rect.w, rect.h - 3};
    draw_round_rect(ui->list, cap, 7, fill_of(paint_of(TOKEN_PAPER)), paint_of(TOKEN_LINE), 1.5f);
    float side = rect.w * 0.52f;
    draw_icon(ui->list, icon, rect.x + (rect.w - side) / 2, rect.y + (rect.h - side) / 2 - 2, side,
              paint_of(TOKEN_INK));
}

/* What this player holds, and how it moves the focus. */
static void device_hint(ScreenContext *context, int player) {
    static const char arrows[][12] = {"arrow-left", "arrow-up", "arrow-down", "arrow-right"};
    Ui *ui = context->ui;
    Device device = ui->prompts.player_device[player - 1];
    if (device == DEVICE_PAD) {
        ui_icon(ui, "gamepad-2", 26, paint_of(TOKEN_INK2));
        ui_text(ui, tr(context, "people.pad"), style_text(FONT_TEXT, 16, TOKEN_INK2));
        ui_key(ui, "A", DEVICE_PAD, 15);
    } else if (device == DEVICE_KEYBOARD) {
        ui_icon(ui, "keyboard", 26, paint_of(TOKEN_INK2));
        float side = ui_px(ui, 31);
        for (int i = 0; i < 4; i++) {
            ui_custom(ui, &(UiBox){.width = side, .height = side}, paint_arrow_key, arrows[i],
                      sizeof arrows[i]);
        }
    }
}

static void panel_head(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 6, .min_height = 36});
    ui_mark(ui, player, 16);
    ui_gap(ui, 2);
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, player == 1 ? "people.left-bank" : "people.right-bank"),
            style_text(FONT_TEXT_BOLD, 20, TOKEN_INK));
    ui_close(ui);
    device_hint(context, player);
    ui_close(ui);
}

typedef struct FieldPart {
    const char *name, *label, *placeholder;
    float width;
    int which; /* 0 name, 1 pronouns */
} FieldPart;

static void field_part(ScreenContext *context, int player, const FieldPart *part) {
    Ui *ui = context->ui;
    char *typed = context->memory->typed[player - 1][part->which];
    ui_open_id(ui, ui_id(ui, part->name, 1),
               &(UiBox){.width = part->width, .gap = 5, .cross = UI_STRETCH});
    ui_open(ui, &(UiBox){.pad_x = 8});
    UiStyle style = style_text(FONT_TEXT_SEMI, 15.5f, TOKEN_INK2);
    style.line_height = 1.3f;
    ui_text(ui, part->label, style);
    ui_close(ui);
    if (ui_field(ui, part->name, typed, GAME_NAME_MAX, part->placeholder, owner_of(ui, player),
                 player == 1 ? TOKEN_P1 : TOKEN_P2)) {
        send_text(context, part->which ? EV_PRONOUNS : EV_NAME, player, typed);
    }
    ui_close(ui);
}

static void fields(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    float inner = panel_width(ui) - 2 * PANEL_PAD - 8;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 8, .cross = UI_END});
    FieldPart name = {.name = player == 1 ? "name1" : "name2",
                      .label = tr(context, "people.name"),
                      .placeholder = tr(context, player == 1 ? "people.circle" : "people.diamond"),
                      .width = inner * 0.525f};
    field_part(context, player, &name);
    FieldPart pronouns = {.name = player == 1 ? "pronouns1" : "pronouns2",
                          .label = tr(context, "people.pronouns"),
                          .placeholder = "",
                          .width = inner * 0.475f,
                          .which = 1};
    field_part(context, player, &pronouns);
    ui_close(ui);
}

static void ready_line(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    ui_icon(ui, "circle-check", 26, paint_of(TOKEN_MOSS));
    ui_open(ui, &(UiBox){.grow = 1});
    UiStyle style = style_text(FONT_TEXT_BOLD, 19, TOKEN_INK);
    style.max_lines = 1;
    ui_text(ui, tr1(context, "people.is-ready", "name", player_name(context, player)), style);
    ui_close(ui);
    ui_text(ui, tr(context, "people.change"), style_text(FONT_TEXT, 16, TOKEN_INK2));
    if (!context->game->first_run_done) {
        ui_key(ui, ui->prompts.back, ui->prompts.device, 13);
    }
}

static void ready_row(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, "ready", player);
    bool ready = context->game->players[player - 1].ready;
    if (!ready) {
        ui_focus_first(ui, id);
    }
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .main = UI_CENTER,
                        .cross = UI_CENTER,
                        .gap = 10,
                        .min_height = 52,
                        .pad_x = 20,
                        .pad_y = 6,
                        .radius = 28,
                        .shadow = ready ? 0 : 1,
                        .fill = fill_of(paint_of(ready ? TOKEN_MOSS_SOFT : TOKEN_MOSS)),
                        .border = paint_of(TOKEN_MOSS),
                        .border_width = 2.5f});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 26, owner_of(ui, player));
    if (ready) {
        ready_line(context, player);
    } else {
        UiStyle style = style_centred(style_text(FONT_TEXT_BOLD, 20, TOKEN_ON_BUTTON));
        ui_text(ui, tr(context, "people.thats-me"), style);
    }
    ui_close(ui);
    if (pressed) {
        emit(context, EV_READY, player, !ready);
    }
}

static void panel(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    UiBox box = ui_card(panel_width(ui), PANEL_PAD);
    box.pad_y = 0;
    box.pad_top = 26;
    box.pad_bottom = 18;
    box.gap = 16;
    ui_open_id(ui, ui_id(ui, "panel", player), &box);
    panel_head(context, player);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 16});
    people_bust(context, player);
    people_looks(context, player, owner_of(ui, player));
    ui_close(ui);
    fields(context, player);
    ready_row(context, player);
    ui_close(ui);
}

/* Esc or B of somebody who is ready: they have changed their mind. */
static void change_of_mind(ScreenContext *context) {
    Ui *ui = context->ui;
    if (!ui_input_is(ui, INPUT_BACK) || context->game->first_run_done) {
        return;
    }
    for (int player = 1; player <= 2; player++) {
        bool theirs = ui->input->player == 0 || ui->input->player == player;
        if (theirs && context->game->players[player - 1].ready) {
            emit(context, EV_READY, player, 0);
        }
    }
}

static void load_typed(ScreenContext *context) {
    ScreenMemory *memory = context->memory;
    if (memory->typed_loaded) {
        return;
    }
    for (int i = 0; i < 2; i++) {
        text_copy(memory->typed[i][0], GAME_NAME_MAX, context->game->players[i].name);
        text_copy(memory->typed[i][1], GAME_NAME_MAX, context->game->players[i].pronouns);
    }
    memory->typed_loaded = true;
}

static void heading(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_text(ui, tr(context, "people.title"), style_centred(style_display(45)));
    ui_gap(ui, 3);
    ui_text(ui, tr(context, "people.subtitle"),
            style_centred(style_text(FONT_TEXT_SEMI, 17.5f, TOKEN_INK)));
    ui_gap(ui, 18);
}

static void foot(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_gap(ui, 22);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_CENTER, .cross = UI_CENTER, .gap = 16});
    ui_chip(ui, "leaf",
            tr(context, context->game->first_run_done ? "people.any-day" : "people.mist"));
    if (context->game->first_run_done &&
        ui_button(ui, "back",
                  &(Button){.label = tr(context, "nav.back"),
                            .icon = ui->rtl ? "arrow-right" : "arrow-left",
                            .key = ui->prompts.back,
                            .kind = BUTTON_GHOST,
                            .size = 17,
                            .height = 44})) {
        emit(context, EV_BACK, 0, 0);
    }
    ui_close(ui);
}

void screen_people(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = is_large(ui);
    misty_valley(context);
    load_typed(context);
    ui_open_id(ui, ui_id(ui, "people", 0),
               &(UiBox){.width = ui->width,
                        .height = ui->height,
                        .scroll = true,
                        .pad_x = MARGIN,
                        .pad_top = 20,
                        .pad_bottom = 18,
                        .main = UI_CENTER,
                        .cross = UI_STRETCH});
    heading(context);
    ui_open(ui, &(UiBox){.dir = large ? UI_COLUMN : UI_ROW,
                         .gap = large ? 16 : 0,
                         .main = large ? UI_START : UI_BETWEEN});
    panel(context, 1);
    panel(context, 2);
    ui_close(ui);
    foot(context);
    ui_close(ui);
    change_of_mind(context);
}
