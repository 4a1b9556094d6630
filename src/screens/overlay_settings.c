/* SPDX-License-Identifier: MIT */
/* Settings (mock-up 10): every switch says what it does, works at once, and is saved. */
#include "page_bar.h"
#include "settings_parts.h"

#include <stdio.h>

typedef enum RowKind { ROW_TOGGLE, ROW_SLIDER, ROW_NUMBER } RowKind;

typedef struct SettingRow {
    SettingId id;
    RowKind kind;
    const char *key; /* settings.<key> and settings.<key>-more */
} SettingRow;

enum { SECTION_ROWS = 10 };

typedef struct Section {
    const char *icon, *key;
    SettingRow rows[SECTION_ROWS];
    int count;
} Section;

enum {
    SECTION_CONTROLS = 3,
    SECTION_PEOPLE = 4,
    SECTION_EVENINGS = 5,
    SECTION_KEPT = 6,
    SECTION_DECKS = 7
};

static const Section sections[] = {
    {"accessibility",
     "settings.access",
     {{SETTING_TEXT_PERCENT, ROW_SLIDER, "text"},
      {SETTING_CALM, ROW_TOGGLE, "calm"},
      {SETTING_LETTERS, ROW_TOGGLE, "letters"},
      {SETTING_CONTRAST, ROW_TOGGLE, "contrast"},
      {SETTING_ALOUD, ROW_TOGGLE, "aloud"},
      {SETTING_CAPTIONS, ROW_TOGGLE, "captions"},
      {SETTING_THINK, ROW_TOGGLE, "think"},
      {SETTING_ONE_HAND, ROW_TOGGLE, "one-hand"},
      {SETTING_STEPS, ROW_TOGGLE, "steps"},
      {SETTING_HOLD, ROW_TOGGLE, "hold"}},
     10},
    {"volume-2",
     "settings.sound",
     {{SETTING_MUSIC, ROW_SLIDER, "music"},
      {SETTING_EFFECTS, ROW_SLIDER, "effects"},
      {SETTING_SPEECH, ROW_SLIDER, "speech"}},
     3},
    {"monitor",
     "settings.display",
     {{SETTING_FULLSCREEN, ROW_TOGGLE, "fullscreen"}, {SETTING_SOUTH, ROW_TOGGLE, "south"}},
     2},
    {"gamepad-2", "settings.controls", {{SETTING_COUNT, ROW_TOGGLE, ""}}, 0},
    {"users",
     "settings.two-of-you",
     {{SETTING_SAY, ROW_TOGGLE, "say"},
      {SETTING_NUMBERS, ROW_TOGGLE, "numbers"},
      {SETTING_DEEPER, ROW_TOGGLE, "deeper"}},
     3},
    {"calendar-days",
     "settings.evenings",
     {{SETTING_WEEK_GOAL, ROW_NUMBER, "week-goal"},
      {SETTING_ROLLOVER, ROW_NUMBER, "rollover"},
      {SETTING_REST_START, ROW_NUMBER, "rest-start"},
      {SETTING_REST_EVERY, ROW_NUMBER, "rest-every"},
      {SETTING_REST_CAP, ROW_NUMBER, "rest-cap"}},
     5},
    {"history", "settings.kept", {{SETTING_COUNT, ROW_TOGGLE, ""}}, 0},
    {"wallet-cards", "settings.decks", {{SETTING_COUNT, ROW_TOGGLE, ""}}, 0},
};

enum { SECTIONS = sizeof sections / sizeof sections[0] };

bool settings_are_large(const Ui *ui) {
    return ui->text_scale > 1.3f;
}

void settings_change(ScreenContext *context, SettingId id, int amount) {
    emit_event(context, &(Event){.kind = EV_SETTING, .value = (int)id, .amount = amount});
}

/* --- One setting ---------------------------------------------------------------------------- */

/* Between a small and a large letter, or behind its percentage. */
static void slider(ScreenContext *context, const SettingRow *row, const char *name) {
    enum { STEP_LEFT_OUT = 175, BELOW = 150, ABOVE = 200 }; /* sizes: 100 125 150 200 */
    Ui *ui = context->ui;
    const SettingInfo *info = &setting_infos[row->id];
    int before = context->game->settings[row->id], value = before;
    bool is_text = row->id == SETTING_TEXT_PERCENT;
    if (is_text) {
        ui_text(ui, tr(context, "settings.letter"),
                style_text(FONT_TEXT_BOLD, 15 / ui->text_scale, TOKEN_INK));
    } else {
        char number[8];
        snprintf(number, sizeof number, "%d", value);
        UiStyle style = style_text(FONT_TEXT_SEMI, 16, TOKEN_INK2);
        style.align = UI_END;
        ui_open(ui, &(UiBox){.width = ui_px(ui, 62), .cross = UI_STRETCH});
        ui_text(ui, tr1(context, "settings.percent", "percent", number), style);
        ui_close(ui);
    }
    if (ui_slider(ui, name, info->low, info->high, info->step, &value)) {
        if (is_text && value == STEP_LEFT_OUT) {
            value = before > value ? BELOW : ABOVE;
        }
        settings_change(context, row->id, value);
    }
    if (is_text) {
        ui_text(ui, tr(context, "settings.letter"),
                style_text(FONT_TEXT_BOLD, 28 / ui->text_scale, TOKEN_INK));
    }
}

static bool step_button(Ui *ui, const char *name, int index, const char *icon) {
    UiId id = ui_id(ui, name, index);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .main = UI_CENTER,
                        .cross = UI_CENTER,
                        .width = 44,
                        .height = 44,
                        .radius = 22,
                        .fill = fill_of(paint_of(TOKEN_PAPER2)),
                        .border = paint_of(TOKEN_LINE),
                        .border_width = 2});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 22, 0);
    ui_icon(ui, icon, 22 / ui->text_scale, paint_of(TOKEN_INK));
    ui_close(ui);
    return pressed;
}

static const char *number_words(ScreenContext *context, SettingId id, int value) {
    char digits[8];
    snprintf(digits, sizeof digits, "%d", value);
    if (id == SETTING_REST_EVERY && value == 0) {
        return tr(context, "settings.never");
    }
    bool is_hour = id == SETTING_ROLLOVER;
    return tr1(context, is_hour ? "settings.hour" : "settings.count", is_hour ? "hour" : "n",
               digits);
}

static void number(ScreenContext *context, const SettingRow *row) {
    Ui *ui = context->ui;
    const SettingInfo *info = &setting_infos[row->id];
    int value = context->game->settings[row->id];
    if (step_button(ui, "less", (int)row->id, "minus") && value > info->low) {
        settings_change(context, row->id, value - info->step);
    }
    ui_open(ui, &(UiBox){.min_width = ui_px(ui, 56), .cross = UI_STRETCH});
    ui_text(ui, number_words(context, row->id, value),
            style_centred(style_text(FONT_TEXT_BOLD, 19, TOKEN_INK)));
    ui_close(ui);
    if (step_button(ui, "more", (int)row->id, "plus") && value < info->high) {
        settings_change(context, row->id, value + info->step);
    }
}

static void row_words(ScreenContext *context, const SettingRow *row) {
    Ui *ui = context->ui;
    char key[48], more[48];
    snprintf(key, sizeof key, "settings.%s", row->key);
    snprintf(more, sizeof more, "settings.%s-more", row->key);
    ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
    UiStyle style = style_text(FONT_TEXT_BOLD, 18, TOKEN_INK);
    style.line_height = 1.3f;
    ui_text(ui, tr(context, key), style);
    style = style_text(FONT_TEXT, 15.5f, TOKEN_INK2);
    style.line_height = 1.3f;
    ui_text(ui, tr(context, more), style);
    ui_close(ui);
}

static void setting_row(ScreenContext *context, const SettingRow *row) {
    Ui *ui = context->ui;
    char name[32];
    snprintf(name, sizeof name, "set-%d", (int)row->id);
    bool below = settings_are_large(ui) && row->kind == ROW_SLIDER;
    UiBox box = {.dir = below ? UI_COLUMN : UI_ROW,
                 .cross = below ? UI_START : UI_CENTER,
                 .gap = below ? 4 : 16,
                 .pad_y = 4,
                 .min_height = 58};
    bool is_toggle = row->kind == ROW_TOGGLE;
    UiId id = is_toggle ? ui_id(ui, name, 0) : ui_id(ui, "row", (int)row->id);
    ui_open_id(ui, id, &box);
    bool pressed = is_toggle && ui_touchable(ui, id, UI_ROLE_TOGGLE, 12, 0);
    row_words(context, row);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 11});
    int value = context->game->settings[row->id];
    switch (row->kind) {
    case ROW_TOGGLE:
        ui_toggle(ui, value != 0, tr(context, value ? "settings.on" : "settings.off"));
        break;
    case ROW_SLIDER: slider(context, row, name); break;
    case ROW_NUMBER: number(context, row); break;
    }
    ui_close(ui);
    ui_close(ui);
    if (pressed) {
        settings_change(context, row->id, !value);
    }
}

static void paint_thin_rule(Ui *ui, Rect rect, const void *data) {
    (void)data;
    draw_line(ui->list, rect.x, rect.y + 1, rect.x + rect.w, rect.y + 1, paint_of(TOKEN_PAPER3), 2,
              0, 0);
}

void settings_rule(Ui *ui) {
    ui_custom(ui, &(UiBox){.height = 2}, paint_thin_rule, NULL, 0);
}

/* --- The sections --------------------------------------------------------------------------- */

static void people_part(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_gap(ui, 14);
    ui_open(ui, &(UiBox){.dir = UI_ROW});
    if (ui_button(ui, "people",
                  &(Button){.label = tr(context, "settings.people"),
                            .icon = "users",
                            .kind = BUTTON_GHOST,
                            .size = 18})) {
        context->memory->people_loaded = false;
        emit(context, EV_PEOPLE, 0, 0);
    }
    ui_close(ui);
}

static void paint_bar(Ui *ui, Rect rect, const void *data) {
    (void)data;
    draw_round_rect(ui->list, rect, 2.5f, fill_of(paint_of(TOKEN_MOSS)), (Paint){0}, 0);
}

static float list_width(const Ui *ui) {
    return 236 + 60 * (ui->text_scale - 1);
}

static void section_item(ScreenContext *context, int index) {
    Ui *ui = context->ui;
    bool chosen = context->memory->settings_section == index;
    UiId id = ui_id(ui, "section", index);
    if (index == 0) {
        ui_focus_first(ui, id);
    }
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .cross = UI_CENTER,
                        .gap = 13,
                        .pad_x = 18,
                        .min_height = 52,
                        .radius = 18,
                        .fill = fill_of(paint_of(chosen ? TOKEN_MOSS_SOFT : TOKEN_NONE))});
    bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, 18, 0);
    if (chosen) {
        UiBox bar = {.absolute = true, .anchor_y = 0.5f, .width = 5, .height = 32};
        ui_custom(ui, &bar, paint_bar, NULL, 0);
    }
    ui_icon(ui, sections[index].icon, 22, paint_of(chosen ? TOKEN_MOSS : TOKEN_INK2));
    const char *label = tr(context, sections[index].key);
    UiStyle style = style_text(chosen ? FONT_TEXT_BOLD : FONT_TEXT_SEMI, 17, TOKEN_INK);
    bool in_column = !settings_are_large(ui);
    float room = list_width(ui) - 2 * (14 + 18) - 13 - 22 * ui->text_scale;
    ui_text(ui, label, in_column ? style_fitted(ui, style, label, room) : style);
    ui_close(ui);
    if (pressed) {
        context->memory->settings_section = index;
        context->memory->rebinding = false;
        context->memory->key_note = KEY_NOTE_NONE;
        context->memory->asks_restore = 0;
        context->memory->topics.of = 0;
        context->memory->asks_kept = 0;
        context->memory->asks_settings_back = false;
        ui->wants_frames = true;
    }
}

static void section_list(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = settings_are_large(ui);
    UiBox box = ui_card(large ? 0 : list_width(ui), 14);
    box.pad_y = large ? 14 : 20;
    box.gap = 10;
    box.dir = large ? UI_ROW : UI_COLUMN;
    box.wrap = large;
    box.min_height = large ? 0 : SETTINGS_CARD_HEIGHT;
    ui_open(ui, &box);
    for (int i = 0; i < SECTIONS; i++) {
        section_item(context, i);
    }
    ui_close(ui);
}

/* The section's settings that aren't as they came, as bits 1 << SettingId. */
static unsigned changed_settings(const ScreenContext *context, int index) {
    const int *settings = context->game->settings;
    unsigned changed = 0;
    for (int i = 0; i < sections[index].count; i++) {
        SettingId id = sections[index].rows[i].id;
        bool differs = id < SETTING_COUNT && settings[id] != setting_infos[id].start;
        changed |= differs ? 1u << id : 0;
    }
    bool needs =
        index == SECTION_EVENINGS && settings[SETTING_NEED] != setting_infos[SETTING_NEED].start;
    return changed | (needs ? 1u << SETTING_NEED : 0);
}

static bool back_button(ScreenContext *context, const char *name, const char *key) {
    return ui_button(context->ui, name,
                     &(Button){.label = tr(context, key), .kind = BUTTON_GHOST, .size = 16});
}

/* "Set this page back", which asks first. */
static void set_back(ScreenContext *context, int index) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    unsigned changed = changed_settings(context, index);
    if (!changed) {
        memory->asks_settings_back = false;
        return;
    }
    ui_gap(ui, 8);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .wrap = true, .cross = UI_CENTER, .gap = 12});
    if (!memory->asks_settings_back) {
        if (back_button(context, "set-back", "settings.set-back")) {
            memory->asks_settings_back = true;
            ui->wants_frames = true;
        }
    } else {
        ui_text(ui, tr(context, "settings.set-back-ask"),
                style_text(FONT_TEXT_SEMI, 16, TOKEN_INK));
        if (back_button(context, "set-back-yes", "settings.set-back-yes")) {
            memory->asks_settings_back = false;
            emit(context, EV_SETTINGS_BACK, 0, (int)changed);
        }
        if (back_button(context, "set-back-no", "settings.set-back-no")) {
            memory->asks_settings_back = false;
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
    box.gap = 2;
    box.pad_y = 20;
    box.min_height = settings_are_large(ui) ? 0 : SETTINGS_CARD_HEIGHT;
    ui_open_id(ui, ui_id(ui, "section-panel", index), &box);
    ui_text(ui, tr(context, section->key), style_display(28));
    ui_gap(ui, 8);
    if (index == SECTION_PEOPLE && context->memory->topics.of) {
        settings_topics(context);
        ui_close(ui);
        return;
    }
    if (index == SECTION_EVENINGS) {
        settings_evenings(context);
    }
    for (int i = 0; i < section->count; i++) {
        setting_row(context, &section->rows[i]);
        settings_rule(ui);
    }
    if (index == SECTION_CONTROLS) {
        ui_open(ui, &(UiBox){.gap = 9, .cross = UI_STRETCH});
        settings_controls(context);
        ui_close(ui);
    } else if (index == SECTION_PEOPLE) {
        settings_topics(context);
        people_part(context);
    } else if (index == SECTION_KEPT) {
        settings_kept(context);
    } else if (index == SECTION_DECKS) {
        settings_decks(context);
    }
    set_back(context, index);
    ui_close(ui);
}

static void scenery(ScreenContext *context) {
    Ui *ui = context->ui;
    float gy = ui->height - 180;
    Valley valley = {.cx = ui->width - 180,
                     .gy = gy,
                     .half = 120,
                     .hz = gy - 260,
                     .sun_x = ui->width - 300,
                     .seed = 8,
                     .season = context->season,
                     .flowers = GROWTH_FLOWERS_MAX,
                     .near_banks = true};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                    fill_of(paint_alpha(TOKEN_PAPER, 0.25f)), (Paint){0}, 0);
    draw_still_end(ui->list);
}

void overlay_settings(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = settings_are_large(ui);
    scenery(context);
    float shadow = large ? 6 : 20; /* room above the cards */
    float top = (large ? 60 + 36 * ui->text_scale : 100) - shadow;
    ui_open_id(ui, ui_id(ui, "settings", 0),
               &(UiBox){.absolute = true,
                        .at_y = top,
                        .width = ui->width,
                        .max_height = ui->height - top - page_bar_room(context),
                        .scroll = true,
                        .pad_x = 40,
                        .pad_top = shadow + 4,
                        .pad_bottom = page_bar_room(context) > 0 ? 10 : 24,
                        .cross = UI_STRETCH});
    ui_open(ui, &(UiBox){.dir = large ? UI_COLUMN : UI_ROW,
                         .gap = 20,
                         .cross = large ? UI_STRETCH : UI_START});
    section_list(context);
    section_panel(context);
    settings_preview(context);
    ui_close(ui);
    ui_close(ui);
    if (ui_top_bar(ui, tr(context, "nav.settings"), tr(context, "settings.saved"),
                   tr(context, "nav.back"))) {
        emit(context, EV_BACK, 0, 0);
    }
    page_bar(context);
}
