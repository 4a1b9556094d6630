/* SPDX-License-Identifier: MIT */
/* The lobby with phones (mock-up 12): the square, the code, three steps. */
#include "room_parts.h"

#include "phone_words.h"

#include <stdio.h>

enum { DOOR_QR = 262, DOOR_FRAME = 4, QUIET_ZONE = 4 };

typedef struct SquareData {
    const RoomSight *room;
} SquareData;

static void add_run(DrawList *list, Rect rect) {
    path_move(list, rect.x, rect.y);
    path_line(list, rect.x + rect.w, rect.y);
    path_line(list, rect.x + rect.w, rect.y + rect.h);
    path_line(list, rect.x, rect.y + rect.h);
    path_close(list);
}

/* Dark on white in every theme, whole modules, a quiet zone around (ISO/IEC 18004) that neither the
 * frame nor its round corners cut. */
static void paint_square(Ui *ui, Rect rect, const void *data) {
    const RoomSight *room = ((const SquareData *)data)->room;
    int side = room->qr_side;
    float module = (rect.w - 2 * DOOR_FRAME) / (float)(side + 2 * QUIET_ZONE);
    Point first = {rect.x + DOOR_FRAME + module * QUIET_ZONE,
                   rect.y + DOOR_FRAME + module * QUIET_ZONE};
    draw_round_rect(ui->list, rect, 12, fill_of(paint_of(TOKEN_WHITE)), paint_of(TOKEN_LINE), 2);
    path_begin(ui->list);
    for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
            int from = x;
            while (x < side && room->qr[y * side + x]) {
                x++;
            }
            if (x > from) {
                add_run(ui->list,
                        (Rect){first.x + module * (float)from, first.y + module * (float)y,
                               module * (float)(x - from), module});
            }
        }
    }
    path_fill(ui->list, fill_of(paint_of(TOKEN_SHADOW)));
}

static void room_code(ScreenContext *context) {
    Ui *ui = context->ui;
    const Phones *phones = &context->game->phones;
    char word[32], number[12];
    snprintf(number, sizeof number, "%d", phones->number);
    snprintf(word, sizeof word, "%s", phone_word(&context->content->strings, phones->word));
    for (char *letter = word; *letter; letter++) {
        *letter = (char)(*letter >= 'a' && *letter <= 'z' ? *letter + 'A' - 'a' : *letter);
    }
    UiStyle digits = room_display(ui, 38);
    digits.paint = paint_of(TOKEN_P1);
    ui_text(ui, tr(context, "room.code"), room_style(ui, FONT_TEXT_SEMI, 16, TOKEN_INK2));
    ui_text(ui, word, room_display(ui, 38));
    ui_text(ui, number, digits);
}

static void where_it_is(ScreenContext *context) {
    Ui *ui = context->ui;
    const RoomSight *room = context->room;
    if (!room || !room->is_serving) {
        ui_text(ui, tr(context, "room.door-rehearsal"), room_style(ui, FONT_TEXT, 16, TOKEN_INK2));
        return;
    }
    ui_gap(ui, 4);
    ui_icon(ui, "wifi", 22, paint_of(TOKEN_MOSS));
    ui_text(ui, tr(context, "room.same-wifi"), room_style(ui, FONT_TEXT, 16, TOKEN_INK));
    ui_text(ui, room->address, room_style(ui, FONT_TEXT_SEMI, 16, TOKEN_INK));
}

static void square_and_code(ScreenContext *context) {
    Ui *ui = context->ui;
    bool has_square = context->room && context->room->qr_side > 0;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 18, .cross = UI_START});
    if (has_square) {
        SquareData data = {context->room};
        ui_custom(ui, &(UiBox){.width = DOOR_QR, .height = DOOR_QR}, paint_square, &data,
                  sizeof data);
    }
    ui_open(ui, &(UiBox){.grow = 1, .gap = 0});
    room_code(context);
    where_it_is(context);
    ui_close(ui);
    ui_close(ui);
}

static void start_button(ScreenContext *context) {
    Ui *ui = context->ui;
    int pairs = phones_pairs(&context->game->phones);
    const char *label = pairs ? trn(context, "room.start-with", pairs) : tr(context, "room.start");
    if (ui_button_first(ui, "room-start",
                        &(Button){.label = label,
                                  .icon = "play",
                                  .size = 20.7f * room_factor(ui) / ui->text_scale,
                                  .height = 56,
                                  .stretch = true})) {
        room_act(context, LEAD_NEXT, 0);
    }
}

void room_door(ScreenContext *context) {
    Ui *ui = context->ui;
    char name[64];
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 10});
    ui_sprite(ui, valley_sprite(ui, "logo", name), 46, 36, 0.76f, 0, 0);
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, "app.name"), room_display(ui, 26));
    ui_text(ui, tr1(context, "room.room", "title", context->game->lead.plan->title),
            room_style(ui, FONT_TEXT_SEMI, 16, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
    square_and_code(context);
    if (room_is_large(ui)) {
        start_button(context); /* within the first view */
    } else {
        room_door_steps(context);
        ui_spring(ui);
        start_button(context);
    }
}

void room_door_steps(ScreenContext *context) {
    Ui *ui = context->ui;
    room_step_row(context, "1", "room.door-one");
    room_step_row(context, "2", "room.door-two");
    room_step_row(context, "3", "room.door-three");
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8});
    ui_icon(ui, "eye", 18, paint_of(TOKEN_INK2));
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, "room.door-seen"), room_style(ui, FONT_TEXT, 15, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
}
