/* SPDX-License-Identifier: MIT */
/* Who has come into the lobby: pairs by their own names, which one key hides. */
#include "room_parts.h"

#include "phone_words.h"

#include <stdio.h>

enum { PAIRS_MAX = PHONES_MAX / 2, LARGE_CARDS = 9, COLUMNS = 3, COLUMNS_SMALL = 4 };

static bool is_asleep(ScreenContext *context, const PhonePair *pair) {
    for (int i = 0; i < 2; i++) {
        int seat = pair->seats[i];
        int64_t seen_ms =
            seat < 0 ? context->now.utc_ms : context->game->phones.seats[seat].seen_ms;
        if (context->now.utc_ms - seen_ms > PHONES_AWAKE_MS) {
            return true;
        }
    }
    return false;
}

static const char *state_key(ScreenContext *context, const PhonePair *pair) {
    bool is_whole = pair->seats[0] >= 0 && pair->seats[1] >= 0;
    return is_asleep(context, pair) ? "room.pair-asleep"
           : is_whole               ? "room.pair-ready"
                                    : "room.pair-half";
}

static void faces(ScreenContext *context, int index, float scale) {
    Ui *ui = context->ui;
    for (int i = 0; i < 2; i++) {
        ui_bust_frame(ui, &(BustFrame){.person = person_cast[(index * 2 + i) % PERSON_CAST],
                                       .face = i ? PERSON_HAPPY : PERSON_AMUSED,
                                       .mirrored = i == 1,
                                       .width = 52 * scale,
                                       .height = 52 * scale,
                                       .scale = 0.30f * scale,
                                       .fill = i ? TOKEN_P2SOFT : TOKEN_P1SOFT,
                                       .border = TOKEN_NONE,
                                       .radius = 26 * scale});
    }
}

static void pair_card(ScreenContext *context, int index, float width, bool is_small) {
    Ui *ui = context->ui;
    const PhonePair *pair = &context->game->phones.pairs[index];
    char name[PHONES_NAME_MAX] = "";
    if (!context->game->lead.hides_names) {
        phone_pair_name(&context->content->strings, pair, name, sizeof name);
    }
    UiId id = ui_id(ui, "pair", index);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .cross = UI_CENTER,
                        .gap = 8,
                        .pad_x = 10,
                        .pad_y = is_small ? 5 : 10,
                        .width = width,
                        .min_height = is_small ? 52 : 84,
                        .radius = 18,
                        .shadow = 1,
                        .fill = fill_of(paint_of(TOKEN_PAPER))});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 18, 0);
    if (!is_small) {
        faces(context, index, 0.85f);
    }
    ui_open(ui, &(UiBox){.grow = 1});
    if (name[0]) {
        UiStyle style = room_style(ui, FONT_TEXT_BOLD, is_small ? 15 : 16, TOKEN_INK);
        style.max_lines = is_small ? 2 : 3;
        ui_text(ui, name, style);
    }
    ui_text(ui, tr(context, state_key(context, pair)),
            room_style(ui, FONT_TEXT, is_small ? 13 : 15, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
    if (pressed) {
        context->memory->room_asks_out = index + 1;
    }
}

static void free_place(Ui *ui, float width) {
    ui_open(ui, &(UiBox){.width = width,
                         .min_height = 84,
                         .main = UI_CENTER,
                         .cross = UI_CENTER,
                         .radius = 18,
                         .fill = fill_of(paint_alpha(TOKEN_PAPER, 0.2f)),
                         .border = paint_of(TOKEN_WHITE),
                         .border_width = 2,
                         .border_dash = 6});
    ui_icon(ui, "plus", 24, paint_of(TOKEN_INK));
    ui_close(ui);
}

static void head_count(ScreenContext *context, int pairs) {
    Ui *ui = context->ui;
    const Lead *lead = &context->game->lead;
    char more[12];
    snprintf(more, sizeof more, "%d", pairs < PAIRS_MAX ? PAIRS_MAX - pairs : 0);
    const char *text = !pairs            ? tr(context, "room.first-here")
                       : lead->is_locked ? trn(context, "room.here-locked", pairs)
                                         : trn1(context, "room.here", pairs, "more", more);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_END});
    ui_chip(ui, lead->is_locked ? "lock" : "users", text);
    ui_close(ui);
}

void room_pairs(ScreenContext *context, float width) {
    Ui *ui = context->ui;
    const Phones *phones = &context->game->phones;
    int pairs = phones_pairs(phones), shown = 0;
    bool is_small = pairs > LARGE_CARDS;
    int columns = is_small ? COLUMNS_SMALL : COLUMNS;
    float gap = 12, card = (width - gap * (float)(columns - 1)) / (float)columns;
    head_count(context, pairs);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .wrap = true, .gap = gap, .width = width});
    for (int i = 0; i < PHONES_MAX; i++) {
        if (phones->pairs[i].is_taken) {
            pair_card(context, i, card, is_small);
            shown++;
        }
    }
    for (; !is_small && shown < LARGE_CARDS && !context->game->lead.is_locked && shown < pairs + 2;
         shown++) {
        free_place(ui, card);
    }
    ui_close(ui);
}

void room_send_out(ScreenContext *context) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    int index = memory->room_asks_out - 1;
    if (index < 0 || !context->game->phones.pairs[index].is_taken) {
        memory->room_asks_out = 0;
        return;
    }
    UiBox box = ui_card(420, 28);
    box.absolute = true;
    box.anchor_x = box.anchor_y = 0.5f;
    box.gap = 14;
    ui_open(ui, &box);
    ui_text(ui, tr(context, "room.send-out"), room_display(ui, 26));
    ui_text(ui, tr(context, "room.send-out-more"), room_style(ui, FONT_TEXT, 17, TOKEN_INK2));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 12, .wrap = true});
    if (ui_button_first(ui, "keep-pair", &(Button){.label = tr(context, "room.keep-pair")})) {
        memory->room_asks_out = 0;
    }
    if (ui_button(ui, "send-out",
                  &(Button){.label = tr(context, "room.send-out-yes"), .kind = BUTTON_GHOST})) {
        memory->room_asks_out = 0;
        room_act(context, LEAD_REMOVE, index);
    }
    ui_close(ui);
    ui_close(ui);
}
