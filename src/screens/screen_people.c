/* SPDX-License-Identifier: MIT */
/* Who lives here? (mock-up 24): both partners choose themselves, side by side. */
#include "avatar.h"
#include "people_fields.h"
#include "people_looks.h"

enum {
    MARGIN = 40,
    PANEL_MOST = 560,
    HALF_MOST = 660,
    PANEL_PAD = 24,
    BETWEEN = 144,
    BETWEEN_HALVES = 24,
    HALF_TOP = 22
};

static bool is_large(const Ui *ui) {
    return ui->text_scale > 1.3f;
}

/* With a pad each, both panels stay beside each other whatever the text size: each scrolls. */
static bool is_stacked(const ScreenContext *context) {
    return is_large(context->ui) && !people_owner(context, 1);
}

/* Somebody makes their own in a half of the screen: all of its height is for the two. */
static bool has_halves(const ScreenContext *context) {
    const PeopleMemory *people = context->memory->people;
    return people[0].makes_own || people[1].makes_own;
}

static float panel_width(const ScreenContext *context) {
    const Ui *ui = context->ui;
    if (has_halves(context)) {
        float width = (ui->width - 2 * MARGIN - BETWEEN_HALVES) / 2;
        return width > HALF_MOST ? HALF_MOST : width;
    }
    if (is_stacked(context)) {
        return ui->width - 2 * MARGIN;
    }
    float width = (ui->width - 2 * MARGIN - BETWEEN) / 2;
    return width > PANEL_MOST ? PANEL_MOST : width;
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
                     .flowers = GROWTH_FLOWERS_MAX,
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
        ui_focus_first_of(ui, id, player);
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
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 26, people_owner(context, player));
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

static void choosing(ScreenContext *context, int player, float width) {
    Ui *ui = context->ui;
    panel_head(context, player);
    if (!people_is_typing(context, player)) {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 16});
        people_bust(context, player);
        people_looks(context, player, people_owner(context, player));
        ui_close(ui);
    }
    people_fields(context, player, width);
    if (!people_is_typing(context, player)) {
        ready_row(context, player);
    }
}

static void panel(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    float width = panel_width(context);
    bool halves = has_halves(context);
    UiBox box = ui_card(width, PANEL_PAD);
    box.pad_y = 0;
    box.pad_top = halves ? 16 : 26;
    box.pad_bottom = 18;
    box.gap = halves ? 12 : 16;
    box.scroll = is_large(ui) && !is_stacked(context);
    if (context->memory->people[player - 1].makes_own) {
        box.height = ui->height - 2 * HALF_TOP;
    } else if (box.scroll) {
        box.max_height = ui->height - 2 * HALF_TOP;
    }
    ui_open_id(ui, ui_id(ui, "panel", player), &box);
    if (context->memory->people[player - 1].makes_own) {
        avatar_half(context, player, width - 2 * PANEL_PAD);
    } else {
        choosing(context, player, width - 2 * PANEL_PAD);
    }
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
    people_load(context);
    if (avatar_is_whole(context)) {
        avatar_screen(context);
        return;
    }
    ui_may_split_focus(ui);
    if (people_owner(context, 1)) {
        ui_split_focus(ui);
    }
    misty_valley(context);
    ui_open_id(ui, ui_id(ui, "people", 0),
               &(UiBox){.width = ui->width,
                        .height = ui->height,
                        .scroll = true,
                        .pad_x = MARGIN,
                        .pad_top = 20,
                        .pad_bottom = 18,
                        .main = UI_CENTER,
                        .cross = UI_STRETCH});
    bool halves = has_halves(context), stacked = is_stacked(context) && !halves;
    if (!halves) {
        heading(context);
    }
    ui_open(ui, &(UiBox){.dir = stacked ? UI_COLUMN : UI_ROW,
                         .gap = stacked ? 16 : 0,
                         .cross = stacked ? UI_STRETCH : UI_CENTER,
                         .main = stacked ? UI_START : UI_BETWEEN});
    panel(context, 1);
    panel(context, 2);
    ui_close(ui);
    if (!halves) {
        foot(context);
    }
    ui_close(ui);
    change_of_mind(context);
}
