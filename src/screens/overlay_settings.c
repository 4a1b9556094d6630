/* SPDX-License-Identifier: MIT */
/* Settings (mock-up 10): every switch says what it does, works at once, and is saved. */
#include "screen.h"

#include <stdio.h>

typedef enum RowKind { ROW_TOGGLE, ROW_SLIDER, ROW_NUMBER } RowKind;

typedef struct SettingRow {
    SettingId id;
    RowKind kind;
    const char *key; /* settings.<key> and settings.<key>-more */
} SettingRow;

typedef struct Section {
    const char *icon, *key;
    SettingRow rows[8];
    int count;
} Section;

enum { SECTION_CONTROLS = 3, SECTION_PEOPLE = 4 };

static const Section sections[] = {
    {"accessibility",
     "settings.access",
     {{SETTING_TEXT_PERCENT, ROW_SLIDER, "text"},
      {SETTING_CALM, ROW_TOGGLE, "calm"},
      {SETTING_CAPTIONS, ROW_TOGGLE, "captions"},
      {SETTING_HOLD, ROW_TOGGLE, "hold"}},
     4},
    {"volume-2",
     "settings.sound",
     {{SETTING_MUSIC, ROW_SLIDER, "music"}, {SETTING_EFFECTS, ROW_SLIDER, "effects"}},
     2},
    {"monitor",
     "settings.display",
     {{SETTING_FULLSCREEN, ROW_TOGGLE, "fullscreen"}, {SETTING_SOUTH, ROW_TOGGLE, "south"}},
     2},
    {"gamepad-2", "settings.controls", {{SETTING_COUNT, ROW_TOGGLE, ""}}, 0},
    {"users",
     "settings.two-of-you",
     {{SETTING_SAY, ROW_TOGGLE, "say"}, {SETTING_NUMBERS, ROW_TOGGLE, "numbers"}},
     2},
    {"calendar-days",
     "settings.evenings",
     {{SETTING_WEEK_GOAL, ROW_NUMBER, "week-goal"}, {SETTING_ROLLOVER, ROW_NUMBER, "rollover"}},
     2},
};

enum { SECTIONS = sizeof sections / sizeof sections[0] };

static void change(ScreenContext *context, SettingId id, int amount) {
    emit_event(context, &(Event){.kind = EV_SETTING, .value = (int)id, .amount = amount});
}

static void control(ScreenContext *context, const SettingRow *row) {
    Ui *ui = context->ui;
    const SettingInfo *info = &setting_infos[row->id];
    int value = context->game->settings[row->id];
    char name[32];
    snprintf(name, sizeof name, "set-%d", (int)row->id);
    if (row->kind == ROW_TOGGLE) {
        if (ui_toggle(ui, name, value != 0, tr(context, "settings.on"),
                      tr(context, "settings.off"))) {
            change(context, row->id, !value);
        }
        return;
    }
    if (row->kind == ROW_SLIDER) {
        char number[16];
        snprintf(number, sizeof number, "%d", value);
        ui_text(ui, tr1(context, "settings.percent", "percent", number),
                style_text(FONT_TEXT_SEMI, 16, TOKEN_INK2));
        if (ui_slider(ui, name, info->low, info->high, info->step, &value)) {
            change(context, row->id, value);
        }
        return;
    }
    char number[16];
    snprintf(number, sizeof number, "%d", value);
    if (ui_choice(ui, name, 0, number, false, 18)) {
        change(context, row->id, value == info->high ? info->low : value + info->step);
    }
}

static void setting_row(ScreenContext *context, const SettingRow *row) {
    Ui *ui = context->ui;
    char key[48], more[48];
    snprintf(key, sizeof key, "settings.%s", row->key);
    snprintf(more, sizeof more, "settings.%s-more", row->key);
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 16,
                         .pad_y = 7,
                         .wrap = ui->text_scale > 1.3f});
    ui_open(ui, &(UiBox){.grow = 1, .gap = 1, .cross = UI_STRETCH});
    ui_text(ui, tr(context, key), style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    UiStyle style = style_text(FONT_TEXT, 15, TOKEN_INK2);
    ui_text(ui, tr(context, more), style);
    ui_close(ui);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 12});
    control(context, row);
    ui_close(ui);
    ui_close(ui);
    ui_rule(ui, 0);
}

static void player_keys(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 12, .wrap = true});
    ui_mark(ui, player, 14);
    ui_text(ui, player_name(context, player), style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    ui_gap(ui, 8);
    for (int i = 0; i < CARD_ANSWERS; i++) {
        UiId id = ui_id(ui, player == 1 ? "key1" : "key2", i);
        int action = (player - 1) * CARD_ANSWERS + i;
        bool asking = context->memory->rebinding && context->memory->rebinding_action == action;
        ui_open_id(ui, id,
                   &(UiBox){.dir = UI_ROW,
                            .main = UI_CENTER,
                            .cross = UI_CENTER,
                            .min_width = 56,
                            .min_height = 48,
                            .pad_x = 6,
                            .radius = 14,
                            .fill = fill_of(paint_of(TOKEN_PAPER2)),
                            .border = paint_of(asking ? TOKEN_MOSS : TOKEN_LINE),
                            .border_width = asking ? 3 : 1.5f});
        bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 14, 0);
        ui_key(ui, asking ? "…" : context->ui->prompts.keys[action], DEVICE_KEYBOARD, 16);
        ui_close(ui);
        if (pressed) {
            context->memory->rebinding = true;
            context->memory->rebinding_action = action;
            ui->wants_frames = true;
        }
    }
    ui_close(ui);
}

static void controls(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_text(ui,
            tr(context, context->memory->rebinding ? "settings.press-key" : "settings.keys-more"),
            style_text(FONT_TEXT, 16, TOKEN_INK2));
    player_keys(context, 1);
    player_keys(context, 2);
    ui_rule(ui, 0);
    ui_text(ui, tr(context, "settings.pads"), style_text(FONT_TEXT, 16, TOKEN_INK2));
}

static void people_part(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_gap(ui, 8);
    if (ui_button(ui, "people",
                  &(Button){.label = tr(context, "settings.people"),
                            .icon = "users",
                            .kind = BUTTON_GHOST,
                            .size = 18})) {
        context->memory->typed_loaded = false;
        emit(context, EV_PEOPLE, 0, 0);
    }
}

static void section_list(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = ui->text_scale > 1.3f;
    UiBox box = ui_card(large ? 0 : 236, 14);
    box.gap = 8;
    box.dir = large ? UI_ROW : UI_COLUMN;
    box.wrap = large;
    ui_open(ui, &box);
    for (int i = 0; i < SECTIONS; i++) {
        bool chosen = context->memory->settings_section == i;
        UiId id = ui_id(ui, "section", i);
        if (i == 0) {
            ui_focus_first(ui, id);
        }
        ui_open_id(ui, id,
                   &(UiBox){.dir = UI_ROW,
                            .cross = UI_CENTER,
                            .gap = 12,
                            .pad_x = 16,
                            .min_height = 52,
                            .radius = 18,
                            .fill = fill_of(paint_of(chosen ? TOKEN_MOSS_SOFT : TOKEN_NONE))});
        bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, 18, 0);
        ui_icon(ui, sections[i].icon, 22, paint_of(chosen ? TOKEN_MOSS : TOKEN_INK2));
        ui_text(ui, tr(context, sections[i].key),
                style_text(chosen ? FONT_TEXT_BOLD : FONT_TEXT_SEMI, 17, TOKEN_INK));
        ui_close(ui);
        if (pressed) {
            context->memory->settings_section = i;
            context->memory->rebinding = false;
            ui->wants_frames = true;
        }
    }
    ui_close(ui);
}

static void section_panel(ScreenContext *context) {
    Ui *ui = context->ui;
    int index = context->memory->settings_section;
    const Section *section = &sections[index];
    UiBox box = ui_card(0, 28);
    box.grow = 1;
    box.gap = 8;
    ui_open(ui, &box);
    ui_text(ui, tr(context, section->key), style_display(28));
    for (int i = 0; i < section->count; i++) {
        setting_row(context, &section->rows[i]);
    }
    if (index == SECTION_CONTROLS) {
        controls(context);
    } else if (index == SECTION_PEOPLE) {
        people_part(context);
    }
    ui_close(ui);
}

typedef struct ThemeData {
    int choice;
} ThemeData;

static void paint_theme(Ui *ui, Rect rect, const void *data) {
    const ThemeData *theme = data;
    float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
    draw_ellipse(ui->list, x, y, 16, 16, paint_of(TOKEN_GOLD));
    if (theme->choice == THEME_CHOICE_EVENING) {
        draw_ellipse(ui->list, x + 7, y - 5, 14, 14, paint_of(TOKEN_PAPER2));
    } else if (theme->choice == THEME_CHOICE_CLOCK) {
        path_begin(ui->list);
        path_add_arc(ui->list, x, y, 16, 0, 180);
        path_close(ui->list);
        path_fill(ui->list, fill_of(paint_of(TOKEN_INK)));
    }
}

static void theme_choices(ScreenContext *context) {
    static const char *const keys[] = {"settings.day", "settings.evening", "settings.clock"};
    Ui *ui = context->ui;
    int now = context->game->settings[SETTING_THEME];
    ui_text(ui, tr(context, "settings.theme"), style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 8, .wrap = true});
    for (int i = 0; i < 3; i++) {
        UiId id = ui_id(ui, "theme", i);
        ui_open_id(ui, id,
                   &(UiBox){.cross = UI_CENTER,
                            .main = UI_CENTER,
                            .gap = 4,
                            .min_width = 88,
                            .pad_x = 8,
                            .pad_y = 8,
                            .radius = 18,
                            .fill = fill_of(paint_of(TOKEN_PAPER2)),
                            .border = paint_of(i == now ? TOKEN_MOSS : TOKEN_LINE),
                            .border_width = i == now ? 3.5f : 2});
        bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, 18, 0);
        ThemeData data = {i};
        ui_custom(ui, &(UiBox){.width = 40, .height = 40}, paint_theme, &data, sizeof data);
        ui_text(ui, tr(context, keys[i]),
                style_text(i == now ? FONT_TEXT_BOLD : FONT_TEXT_SEMI, 15, TOKEN_INK));
        ui_close(ui);
        if (pressed) {
            change(context, SETTING_THEME, i);
        }
    }
    ui_close(ui);
}

static void preview(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = ui->text_scale > 1.3f;
    UiBox box = ui_card(large ? 0 : 344, 20);
    box.gap = 12;
    ui_open(ui, &box);
    ui_text(ui, tr(context, "settings.preview"), style_text(FONT_TEXT_SEMI, 16, TOKEN_INK2));
    ui_open(ui, &(UiBox){.pad_x = 20,
                         .pad_y = 16,
                         .gap = 10,
                         .radius = 20,
                         .fill = fill_of(paint_of(TOKEN_PAPER2)),
                         .border = paint_of(TOKEN_LINE),
                         .border_width = 2});
    ui_text(ui, tr(context, "settings.sample"), style_text(FONT_TEXT_SEMI, 19, TOKEN_INK));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8});
    for (int player = 1; player <= 2; player++) {
        ui_mark(ui, player, 12);
        ui_key(ui, ui->prompts.answer[player - 1][2], ui->prompts.player_device[player - 1], 14);
        ui_gap(ui, 6);
    }
    ui_close(ui);
    ui_close(ui);
    theme_choices(context);
    ui_close(ui);
}

void overlay_settings(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = ui->text_scale > 1.3f;
    float gy = ui->height - 180;
    Valley valley = {.cx = ui->width - 180,
                     .gy = gy,
                     .half = 120,
                     .hz = gy - 260,
                     .sun_x = ui->width - 300,
                     .seed = 8,
                     .season = context->season,
                     .flowers = true,
                     .near_banks = true};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                    fill_of(paint_alpha(TOKEN_PAPER, 0.25f)), (Paint){0}, 0);
    draw_still_end(ui->list);
    float top = large ? 60 + 36 * ui->text_scale : 104;
    ui_open_id(ui, ui_id(ui, "settings", 0),
               &(UiBox){.absolute = true,
                        .at_y = top,
                        .width = ui->width,
                        .max_height = ui->height - top,
                        .scroll = true,
                        .pad_x = 40,
                        .pad_bottom = 24,
                        .cross = UI_STRETCH});
    ui_open(ui, &(UiBox){.dir = large ? UI_COLUMN : UI_ROW,
                         .gap = 20,
                         .cross = large ? UI_STRETCH : UI_START});
    section_list(context);
    section_panel(context);
    preview(context);
    ui_close(ui);
    ui_close(ui);
    if (ui_top_bar(ui, tr(context, "nav.settings"), tr(context, "settings.saved"),
                   tr(context, "nav.back"))) {
        emit(context, EV_BACK, 0, 0);
    }
}
