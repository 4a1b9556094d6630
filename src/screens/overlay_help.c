/* SPDX-License-Identifier: MIT */
/* Help (mock-up 25), plain paper: leave at once, when to stop, where to turn, how to play. The same
 * page for everybody; nothing of it is recorded. */
#include "screen.h"

#include <stdio.h>

static UiBox column_box(bool large) {
    return (UiBox){.grow = 1,
                   .width = 0,
                   .pad_x = 24,
                   .pad_y = 20,
                   .gap = 10,
                   .radius = 28,
                   .cross = UI_STRETCH,
                   .min_width = large ? 0.0f : 300.0f,
                   .fill = fill_of(paint_of(TOKEN_PAPER2)),
                   .border = paint_of(TOKEN_LINE),
                   .border_width = 2};
}

static void leave_part(ScreenContext *context, bool large) {
    Ui *ui = context->ui;
    UiBox box = column_box(large);
    ui_open(ui, &box);
    ui_text(ui, tr(context, "help.leave-title"), style_display(26));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 12});
    ui_key(ui, ui->prompts.help, DEVICE_KEYBOARD, 18);
    ui_text(ui, tr(context, "help.twice"), style_text(FONT_TEXT_SEMI, 18, TOKEN_INK));
    ui_close(ui);
    if (ui_button_first(
            ui, "leave",
            &(Button){.label = tr(context, "help.leave"), .icon = "x", .size = 20, .height = 54})) {
        emit(context, EV_LEAVE, 0, 0);
    }
    ui_text(ui, tr(context, "help.leave-text"), style_text(FONT_TEXT, 17, TOKEN_INK));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 10});
    ui_icon(ui, "gamepad-2", 22, paint_of(TOKEN_INK2));
    ui_text(ui, tr(context, "help.pad"), style_text(FONT_TEXT, 16, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
}

typedef struct DotData {
    float radius;
} DotData;

static void paint_dot(Ui *ui, Rect rect, const void *data) {
    const DotData *dot = data;
    draw_ellipse(ui->list, rect.x + rect.w / 2, rect.y + rect.h / 2, dot->radius, dot->radius,
                 paint_of(TOKEN_MOSS));
}

static void bullet(ScreenContext *context, const char *key) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 10});
    DotData dot = {4};
    ui_custom(ui, &(UiBox){.width = 12, .height = 12}, paint_dot, &dot, sizeof dot);
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, key), style_text(FONT_TEXT, 17, TOKEN_INK));
    ui_close(ui);
    ui_close(ui);
}

static void stop_part(ScreenContext *context, bool large) {
    Ui *ui = context->ui;
    UiBox box = column_box(large);
    box.gap = 7;
    box.grow = 1.3f;
    ui_open(ui, &box);
    ui_text(ui, tr(context, "help.stop-title"), style_display(26));
    ui_text(ui, tr(context, "help.stop-when"), style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    ui_text(ui, tr(context, "help.stop-text"), style_text(FONT_TEXT, 17, TOKEN_INK));
    ui_text(ui, tr(context, "help.talk-when"), style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    bullet(context, "help.talk-one");
    bullet(context, "help.talk-two");
    bullet(context, "help.talk-three");
    ui_text(ui, tr(context, "help.no-skill"), style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    ui_close(ui);
}

static void country_list(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open_id(
        ui, ui_id(ui, "countries", 0),
        &(UiBox){
            .gap = 4, .cross = UI_STRETCH, .scroll = true, .max_height = 210, .pad_right = 14});
    for (int i = 0; i < context->places->count; i++) {
        if (ui_choice(ui, "country", i, context->places->countries[i].name,
                      context->memory->country == i, 16)) {
            context->memory->country = i;
            context->memory->choosing_country = false;
            ui->wants_frames = true;
        }
    }
    ui_close(ui);
}

static void place_line(ScreenContext *context, const PlaceCountry *country, PlaceKind kind) {
    static const char *const icons[PLACE_KIND_COUNT] = {"shield-check", "message-circle-heart",
                                                        "ear", "users"};
    static const char *const keys[PLACE_KIND_COUNT] = {"help.danger", "help.violence",
                                                       "help.listen", "help.couple"};
    Ui *ui = context->ui;
    const Place *place = NULL;
    for (int i = 0; country && i < country->count && !place; i++) {
        place = country->places[i].kind == kind ? &country->places[i] : NULL;
    }
    if (country && !place) {
        return; /* left out, not guessed */
    }
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 10});
    ui_icon(ui, icons[kind], 22, paint_of(TOKEN_INK2));
    ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
    ui_text(ui, tr(context, keys[kind]), style_text(FONT_TEXT_SEMI, 16, TOKEN_INK));
    if (place) {
        ui_text(ui, place->name, style_text(FONT_TEXT, 15, TOKEN_INK2));
    }
    ui_close(ui);
    ui_open(ui, &(UiBox){.pad_x = 12,
                         .pad_y = 5,
                         .radius = 10,
                         .border = paint_of(TOKEN_INK2),
                         .border_width = 1.5f,
                         .border_dash = place ? 0.0f : 4.0f});
    ui_text(ui, place ? place->number : tr(context, "help.from-file"),
            style_text(place ? FONT_TEXT_BOLD : FONT_TEXT, 15, TOKEN_INK));
    ui_close(ui);
    ui_close(ui);
}

static void turn_part(ScreenContext *context, bool large) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    const Places *places = context->places;
    bool known = places && memory->country >= 0 && memory->country < places->count;
    const PlaceCountry *country = known ? &places->countries[memory->country] : NULL;
    UiBox box = column_box(large);
    box.gap = 8;
    ui_open(ui, &box);
    ui_text(ui, tr(context, "help.turn-title"), style_display(26));
    if (places &&
        ui_button(ui, "choose-country",
                  &(Button){.label = country ? country->name : tr(context, "help.choose-country"),
                            .icon = "chevron-down",
                            .kind = BUTTON_GHOST,
                            .size = 17,
                            .height = 48})) {
        memory->choosing_country = !memory->choosing_country;
        ui->wants_frames = true;
    }
    if (places && memory->choosing_country) {
        country_list(context);
    } else {
        for (int kind = 0; kind < PLACE_KIND_COUNT; kind++) {
            place_line(context, country, (PlaceKind)kind);
        }
    }
    bool unchecked = country && country->count > 0 && !country->places[0].checked[0];
    ui_text(ui,
            tr(context, !places     ? "help.no-places"
                        : unchecked ? "help.unchecked"
                                    : "help.dated"),
            style_text(FONT_TEXT, 14.5f, TOKEN_INK2));
    ui_close(ui);
}

/* --- How to play, in five pictures ---------------------------------------------------------- */

typedef struct PictureData {
    int index;
    Person one, two;
} PictureData;

static void head(Ui *ui, const Person *person, PersonFace face, float x, float y, bool mirrored) {
    DrawPerson drawn = {.person = *person,
                        .face = face,
                        .face_from = face,
                        .face_mix = 1,
                        .pose = POSE_REST,
                        .mirrored = mirrored,
                        .at = {x, y},
                        .scale = 0.52f,
                        .alpha = 255};
    draw_person(ui->list, &drawn);
}

static void bubble_picture(Ui *ui, Rect r, const PictureData *data) {
    head(ui, &data->one, PERSON_EXCITED, r.x + r.w * 0.28f, r.y + r.h * 0.52f, false);
    Rect bubble = {r.x + r.w * 0.54f, r.y + 30, r.w * 0.4f, 48};
    draw_round_rect(ui->list, bubble, 16, fill_of(paint_of(TOKEN_PAPER)), (Paint){0}, 0);
    for (int i = 0; i < 2; i++) {
        float y = bubble.y + 17 + (float)i * 14;
        draw_line(ui->list, bubble.x + 14, y, bubble.x + bubble.w - 14 - (float)i * 20, y,
                  paint_of(TOKEN_INK2), 4, 0, 0);
    }
}

static void secret_picture(Ui *ui, Rect r) {
    for (int player = 1; player <= 2; player++) {
        Rect card = {r.x + r.w / 2 - (player == 1 ? 74.0f : -8.0f), r.y + 24, 66, r.h - 48};
        draw_shadow(ui->list, card, 14, 1);
        draw_round_rect(ui->list, card, 14, fill_of(paint_of(TOKEN_PAPER)), (Paint){0}, 0);
        draw_icon(ui->list, "eye-off", card.x + 20, card.y + 12, 26, paint_of(TOKEN_INK2));
        draw_mark(ui->list, ui->measure, player, card.x + 33, card.y + card.h - 24, 12);
    }
}

static void landing_picture(Ui *ui, Rect r, const PictureData *data) {
    static const int chosen[] = {2, 1, 2};
    head(ui, &data->one, PERSON_TOUCHED, r.x + r.w * 0.28f, r.y + r.h * 0.52f, false);
    for (int row = 0; row < 3; row++) {
        for (int i = 0; i < 3; i++) {
            float x = r.x + r.w * 0.6f + (float)i * 26, y = r.y + 32 + (float)row * 34;
            path_begin(ui->list);
            path_add_ellipse(ui->list, x, y, 9, 9);
            path_paint(ui->list, fill_of(paint_of(chosen[row] == i ? TOKEN_MOSS : TOKEN_PAPER)),
                       paint_of(TOKEN_MOSS), 2.5f, 0, 0);
        }
    }
}

static void stone_picture(Ui *ui, Rect r) {
    Arch arch = {.cx = r.x + r.w * 0.64f,
                 .base_y = r.y + r.h - 30,
                 .half = 38,
                 .rise = 36,
                 .thick = 13,
                 .count = 11,
                 .built = 8,
                 .glowing = -1};
    draw_clip(ui->list, r, 20);
    draw_ellipse(ui->list, arch.cx, r.y + r.h + 6, 90, 44, paint_of(TOKEN_WATER0));
    valley_arch(ui, &arch);
    valley_wall(ui, r.x + 10, r.y + r.h - 22, 6, 0.55f, false, false);
    char name[64];
    draw_sprite(ui->list, valley_sprite(ui, "stone/light", name), r.x + r.w * 0.36f, r.y + 12, 0.7f,
                40);
    draw_unclip(ui->list);
}

static void paint_picture(Ui *ui, Rect rect, const void *data) {
    static const DrawToken grounds[] = {TOKEN_P1SOFT, TOKEN_PAPER3, TOKEN_MOSS_SOFT, TOKEN_P2SOFT,
                                        TOKEN_SLATE_SOFT};
    const PictureData *picture = data;
    draw_round_rect(ui->list, rect, 20, fill_of(paint_of(grounds[picture->index])), (Paint){0}, 0);
    draw_clip(ui->list, rect, 20);
    switch (picture->index) {
    case 0: bubble_picture(ui, rect, picture); break;
    case 1: secret_picture(ui, rect); break;
    case 2:
        head(ui, &picture->two, PERSON_HAPPY, rect.x + rect.w * 0.3f, rect.y + rect.h * 0.52f,
             false);
        head(ui, &picture->one, PERSON_TOUCHED, rect.x + rect.w * 0.72f, rect.y + rect.h * 0.52f,
             true);
        break;
    case 3: landing_picture(ui, rect, picture); break;
    default: stone_picture(ui, rect); break;
    }
    draw_unclip(ui->list);
    draw_ellipse(ui->list, rect.x + 20, rect.y + 20, 14, 14, paint_of(TOKEN_PAPER));
    char number[12];
    snprintf(number, sizeof number, "%d", picture->index + 1);
    draw_text(ui->list, number, 1, FONT_TEXT_BOLD, 16, rect.x + 15.5f, rect.y + 26, 9,
              paint_of(TOKEN_INK));
}

static void pictures(ScreenContext *context, bool large) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 18, .wrap = large, .cross = UI_START});
    for (int i = 0; i < 5; i++) {
        char key[24], more[24];
        snprintf(key, sizeof key, "help.play%d", i + 1);
        snprintf(more, sizeof more, "help.play%d-more", i + 1);
        float wide = large ? 300.0f : (ui->width - 80 - 4 * 18) / 5;
        ui_open(ui, &(UiBox){.width = wide, .gap = 2, .cross = UI_STRETCH});
        PictureData data = {i, player_person(context, 1), player_person(context, 2)};
        ui_custom(ui, &(UiBox){.height = 126, .width = wide}, paint_picture, &data, sizeof data);
        ui_text(ui, tr(context, key), style_text(FONT_TEXT_BOLD, 16, TOKEN_INK));
        ui_text(ui, tr(context, more), style_text(FONT_TEXT, 14.5f, TOKEN_INK2));
        ui_close(ui);
    }
    ui_close(ui);
}

static void title_row(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 16});
    ui_icon(ui, "leaf", 34, paint_of(TOKEN_MOSS));
    ui_text(ui, tr(context, "nav.help"), style_display(40));
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, "help.same"), style_text(FONT_TEXT, 17, TOKEN_INK2));
    ui_close(ui);
    if (ui_button(ui, "back",
                  &(Button){.label = tr(context, "nav.back"),
                            .icon = "arrow-left",
                            .key = ui->prompts.back,
                            .kind = BUTTON_GHOST,
                            .size = 17})) {
        emit(context, EV_BACK, 0, 0);
    }
    ui_close(ui);
}

void overlay_help(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = ui->text_scale > 1.2f;
    draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                    fill_of(paint_of(TOKEN_PAPER)), (Paint){0}, 0);
    ui_open_id(ui, ui_id(ui, "help", 0),
               &(UiBox){.width = ui->width,
                        .height = ui->height,
                        .scroll = true,
                        .pad_x = 40,
                        .pad_y = 20,
                        .gap = 14,
                        .cross = UI_STRETCH});
    title_row(context);
    ui_open(ui, &(UiBox){.dir = large ? UI_COLUMN : UI_ROW, .gap = 18, .cross = UI_STRETCH});
    leave_part(context, large);
    stop_part(context, large);
    turn_part(context, large);
    ui_close(ui);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 16, .wrap = large});
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, "help.play-title"), style_display(26));
    ui_close(ui);
    ui_text(ui, tr(context, "help.play-keys"), style_text(FONT_TEXT, 15, TOKEN_INK2));
    ui_close(ui);
    pictures(context, large);
    ui_close(ui);
}
