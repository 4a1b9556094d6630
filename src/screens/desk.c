/* SPDX-License-Identifier: MIT */
/* The leader's desk: what the room sees, what to say, what comes next (screens-2.md 32). */
#include "desk.h"

#include "desk_parts.h"
#include "phone_words.h"

#include <stdio.h>

enum { DESK_MARGIN = 32 };

static const char *phones_text(ScreenContext *context) {
    const Phones *phones = &context->game->phones;
    int here = phones_here(phones), awake = phones_awake(phones, context->now.utc_ms);
    char asleep[12];
    if (!phones->is_open) {
        return tr(context, "desk.by-hands");
    }
    snprintf(asleep, sizeof asleep, "%d", here - awake);
    if (here == 0) {
        return tr(context, "desk.no-phones");
    }
    return here == awake ? trn(context, "desk.phones-awake", here)
                         : trn1(context, "desk.phones-asleep", awake, "asleep", asleep);
}

static const char *room_name(ScreenContext *context) {
    const Phones *phones = &context->game->phones;
    char code[64];
    if (!phones->is_open) {
        return context->game->lead.plan->title;
    }
    snprintf(code, sizeof code, "%s %d", phone_word(&context->content->strings, phones->word),
             phones->number);
    return tr2(context, "desk.room", "title", context->game->lead.plan->title, "code", code);
}

static void top(ScreenContext *context) {
    Ui *ui = context->ui;
    char name[64];
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 14});
    bool large = desk_is_large(ui);
    if (!large) {
        ui_sprite(ui, valley_sprite(ui, "logo", name), 48, 38, 0.8f, 0, 0);
    }
    ui_text(ui, tr(context, "desk.title"), style_display(large ? 20 : 28));
    ui_open(ui, &(UiBox){.grow = 1});
    UiStyle style = style_text(FONT_TEXT, large ? 13 : 16, TOKEN_INK2);
    style.max_lines = large ? 2 : 1;
    ui_text(ui,
            tr2(context, "desk.about", "room", room_name(context), "phones", phones_text(context)),
            style);
    ui_close(ui);
    ui_pill(ui, "eye-off", tr(context, "desk.only-here"), TOKEN_PAPER, TOKEN_INK);
    ui_close(ui);
}

typedef struct DeskKey {
    const char *name, *label, *icon, *key;
    LeadAct act;
} DeskKey;

static void controls(ScreenContext *context) {
    static const DeskKey keys[] = {
        {"desk-back", "nav.back", "arrow-left", NULL, LEAD_BACK},
        {"desk-pause", "desk.pause", "coffee", "P", LEAD_PAUSE},
        {"desk-blank", "desk.blank", "eye-off", "B", LEAD_BLANK},
        {"desk-skip", "desk.skip", "skip-forward", "S", LEAD_SKIP},
        {"desk-names", "desk.names", "lock", "H", LEAD_NAMES},
    };
    Ui *ui = context->ui;
    UiBox box = ui_card(0, 14);
    box.dir = UI_ROW;
    box.wrap = true;
    box.gap = 10;
    box.cross = UI_CENTER;
    ui_open(ui, &box);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        bool mirrors = ui->rtl && keys[i].act == LEAD_BACK;
        if (ui_button(ui, keys[i].name,
                      &(Button){.label = tr(context, keys[i].label),
                                .icon = mirrors ? "arrow-right" : keys[i].icon,
                                .key = keys[i].key,
                                .kind = BUTTON_GHOST,
                                .size = 15})) {
            room_act(context, keys[i].act, 0);
        }
    }
    if (ui_button_first(ui, "desk-next",
                        &(Button){.label = room_next_words(context),
                                  .icon = ui->rtl ? "arrow-left" : "arrow-right",
                                  .size = 17,
                                  .grow = 1,
                                  .height = 56})) {
        room_act(context, LEAD_NEXT, 0);
    }
    ui_close(ui);
}

/* With large letters one below the other, what is said first. */
static void columns(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = desk_is_large(ui);
    ui_open_id(ui, ui_id(ui, "desk-columns", 0),
               &(UiBox){.dir = large ? UI_COLUMN : UI_ROW,
                        .gap = 18,
                        .grow = 1,
                        .cross = UI_STRETCH,
                        .scroll = large});
    if (!large) {
        desk_plan(context);
    }
    desk_middle(context);
    desk_lines(context);
    if (large) {
        desk_plan(context);
    }
    ui_close(ui);
}

void desk_build(ScreenContext *context) {
    Ui *ui = context->ui;
    draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                    fill_of(paint_of(TOKEN_PAPER2)), (Paint){0}, 0);
    if (!context->game->lead.plan) {
        return; /* the room has just been left; the shell closes the desk */
    }
    ui_open_id(ui, ui_id(ui, "desk", 0),
               &(UiBox){.absolute = true,
                        .width = ui->width,
                        .height = ui->height,
                        .pad_x = DESK_MARGIN,
                        .pad_y = 18,
                        .gap = 14,
                        .cross = UI_STRETCH});
    top(context);
    columns(context);
    controls(context);
    ui_close(ui);
    room_rehearsal_edge(context);
    if (ui_input_is(ui, INPUT_BACK)) {
        emit(context, EV_BACK, 0, 0); /* the pause menu opens on the wall's window */
    } else {
        room_keys(context);
    }
}
