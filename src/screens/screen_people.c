/* SPDX-License-Identifier: MIT */
/* Who lives here? (mock-up 24): both partners choose themselves, side by side. */
#include "screen.h"

#include "hash.h"
#include "text.h"

#include <stddef.h>
#include <stdio.h>

enum { FACES_A_PAGE = 6 };

typedef struct PartRow {
    const char *key;
    size_t offset;
    int count;
} PartRow;

static const PartRow part_rows[] = {
    {"people.skin", offsetof(Person, skin), PERSON_SKINS},
    {"people.hair", offsetof(Person, hair), PERSON_HAIRS},
    {"people.hair-colour", offsetof(Person, hair_colour), PERSON_COLOURS},
    {"people.headwear", offsetof(Person, wear_colour), PERSON_COLOURS},
    {"people.glasses", offsetof(Person, glasses), PERSON_GLASSES},
    {"people.beard", offsetof(Person, beard), PERSON_BEARDS},
    {"people.shape", offsetof(Person, shape), PERSON_SHAPES},
    {"people.clothes", offsetof(Person, outfit), PERSON_OUTFITS},
    {"people.colour", offsetof(Person, cloth), PERSON_COLOURS},
    {"people.wheelchair", offsetof(Person, wheelchair), 2},
    {"people.hearing-aid", offsetof(Person, hearing_aid), 2},
};

enum { PART_ROWS = sizeof part_rows / sizeof part_rows[0] };

static void send_looks(ScreenContext *context, int player, const Person *person) {
    Event event = {.kind = EV_LOOKS, .player = player};
    char looks[GAME_LOOKS_MAX];
    person_print(person, looks);
    text_copy(event.text, sizeof event.text, looks);
    emit_event(context, &event);
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

static bool same_looks(const Person *a, const Person *b) {
    char left[GAME_LOOKS_MAX], right[GAME_LOOKS_MAX];
    person_print(a, left);
    person_print(b, right);
    return text_equal(left, right);
}

static void face_cell(ScreenContext *context, int player, int cast, const Person *mine) {
    Ui *ui = context->ui;
    char name[16];
    snprintf(name, sizeof name, "face%d", player);
    UiId id = ui_id(ui, name, cast);
    bool chosen = same_looks(mine, &person_cast[cast]);
    DrawToken colour = player == 1 ? TOKEN_P1 : TOKEN_P2;
    DrawToken soft = player == 1 ? TOKEN_P1SOFT : TOKEN_P2SOFT;
    ui_open_id(ui, id, &(UiBox){.width = 88, .height = 88});
    bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, 20, player);
    ui_bust_frame(ui, &person_cast[cast], chosen ? PERSON_HAPPY : PERSON_NEUTRAL, player == 2, 88,
                  88, 0.36f, fill_of(paint_of(chosen ? soft : TOKEN_PAPER2)),
                  paint_of(chosen ? colour : TOKEN_LINE), 20);
    ui_close(ui);
    if (pressed) {
        send_looks(context, player, &person_cast[cast]);
    }
}

static void face_grid(ScreenContext *context, int player, const Person *mine) {
    Ui *ui = context->ui;
    int page = (context->memory->looks_page[player - 1] + player - 1) % 2;
    for (int row = 0; row < 2; row++) {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 8});
        for (int i = 0; i < 3; i++) {
            face_cell(context, player, page * FACES_A_PAGE + row * 3 + i, mine);
        }
        ui_close(ui);
    }
}

/* Another person each time, by chance that can be played again: from the looks of now. */
static Person shuffled(const Person *from) {
    char looks[GAME_LOOKS_MAX];
    person_print(from, looks);
    uint64_t hash = hash_text(HASH_START, looks);
    Person person = person_cast[hash % PERSON_CAST];
    person.cloth = (uint8_t)(hash / 16 % PERSON_COLOURS);
    person.outfit = (uint8_t)(hash / 256 % PERSON_OUTFITS);
    person.glasses = (uint8_t)(hash / 4096 % PERSON_GLASSES);
    return person;
}

static void part_row(ScreenContext *context, int player, int index, const Person *mine) {
    Ui *ui = context->ui;
    const PartRow *row = &part_rows[index];
    const uint8_t *value = (const uint8_t *)mine + row->offset;
    char number[16];
    snprintf(number, sizeof number, "%d / %d", *value + 1, row->count);
    UiId id = ui_id(ui, player == 1 ? "part1" : "part2", index);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .cross = UI_CENTER,
                        .gap = 8,
                        .pad_x = 12,
                        .min_height = 44,
                        .radius = 14,
                        .fill = fill_of(paint_of(TOKEN_PAPER2))});
    bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, 14, player);
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, row->key), style_text(FONT_TEXT_SEMI, 16, TOKEN_INK));
    ui_close(ui);
    ui_text(ui, number, style_text(FONT_TEXT, 15, TOKEN_INK2));
    ui_icon(ui, "chevron-right", 18, paint_of(TOKEN_INK2));
    ui_close(ui);
    if (pressed) {
        Person person = *mine;
        uint8_t *changed = (uint8_t *)&person + row->offset;
        *changed = (uint8_t)((*changed + 1) % row->count);
        send_looks(context, player, &person);
    }
}

static void parts(ScreenContext *context, int player, const Person *mine) {
    Ui *ui = context->ui;
    ui_open_id(
        ui, ui_id(ui, player == 1 ? "parts1" : "parts2", 0),
        &(UiBox){
            .gap = 6, .cross = UI_STRETCH, .scroll = true, .max_height = 184, .pad_right = 14});
    for (int i = 0; i < PART_ROWS; i++) {
        part_row(context, player, i, mine);
    }
    ui_close(ui);
}

static void chooser(ScreenContext *context, int player, const Person *mine) {
    Ui *ui = context->ui;
    bool *editing = &context->memory->editing_looks[player - 1];
    ui_open(ui, &(UiBox){.grow = 1, .gap = 8, .cross = UI_STRETCH});
    if (*editing) {
        parts(context, player, mine);
    } else {
        face_grid(context, player, mine);
    }
    ui_spring(ui);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 6, .cross = UI_CENTER});
    if (ui_button(ui, player == 1 ? "own1" : "own2",
                  &(Button){.label = tr(context, *editing ? "people.ready-made" : "people.own"),
                            .icon = "palette",
                            .kind = BUTTON_GHOST,
                            .size = 16,
                            .grow = 1,
                            .height = 46,
                            .player = player})) {
        *editing = !*editing;
        ui->wants_frames = true;
    }
    if (ui_icon_button(ui, player == 1 ? "shuffle1" : "shuffle2", "shuffle",
                       tr(context, "people.shuffle"), 46)) {
        Person person = shuffled(mine);
        send_looks(context, player, &person);
    }
    if (!*editing && ui_icon_button(ui, player == 1 ? "more1" : "more2", "chevron-right",
                                    tr(context, "people.more"), 46)) {
        context->memory->looks_page[player - 1]++;
        ui->wants_frames = true;
    }
    ui_close(ui);
    ui_close(ui);
}

static void fields(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    char(*typed)[GAME_NAME_MAX] = context->memory->typed[player - 1];
    DrawToken border = player == 1 ? TOKEN_P1 : TOKEN_P2;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 8, .cross = UI_STRETCH});
    ui_open(ui, &(UiBox){.grow = 1, .gap = 3, .cross = UI_STRETCH});
    ui_text(ui, tr(context, "people.name"), style_text(FONT_TEXT_SEMI, 15, TOKEN_INK2));
    if (ui_field(ui, player == 1 ? "name1" : "name2", typed[0], GAME_NAME_MAX,
                 tr(context, player == 1 ? "people.circle" : "people.diamond"), player, border)) {
        send_text(context, EV_NAME, player, typed[0]);
    }
    ui_close(ui);
    ui_open(ui, &(UiBox){.grow = 1, .gap = 3, .cross = UI_STRETCH});
    ui_text(ui, tr(context, "people.pronouns"), style_text(FONT_TEXT_SEMI, 15, TOKEN_INK2));
    if (ui_field(ui, player == 1 ? "pronouns1" : "pronouns2", typed[1], GAME_NAME_MAX, "", player,
                 border)) {
        send_text(context, EV_PRONOUNS, player, typed[1]);
    }
    ui_close(ui);
    ui_close(ui);
}

static void ready_row(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    bool ready = context->game->players[player - 1].ready;
    UiId id = ui_id(ui, "ready", player);
    ui_focus_first(ui, id);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .main = UI_CENTER,
                        .cross = UI_CENTER,
                        .gap = 10,
                        .min_height = 52,
                        .pad_x = 20,
                        .radius = 28,
                        .shadow = ready ? 0 : 1,
                        .fill = fill_of(paint_of(ready ? TOKEN_MOSS_SOFT : TOKEN_MOSS)),
                        .border = paint_of(TOKEN_MOSS),
                        .border_width = 2.5f});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 26, 0);
    if (ready) {
        ui_icon(ui, "circle-check", 24, paint_of(TOKEN_MOSS));
        ui_text(ui, tr1(context, "people.is-ready", "name", player_name(context, player)),
                style_text(FONT_TEXT_BOLD, 19, TOKEN_INK));
        ui_text(ui, tr(context, "people.change"), style_text(FONT_TEXT, 15, TOKEN_INK2));
    } else {
        ui_text(ui, tr(context, "people.thats-me"),
                style_text(FONT_TEXT_BOLD, 19, TOKEN_ON_BUTTON));
    }
    ui_close(ui);
    if (pressed) {
        emit(context, EV_READY, player, !ready);
    }
}

static void panel(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    Person mine = player_person(context, player);
    bool ready = context->game->players[player - 1].ready;
    DrawToken soft = player == 1 ? TOKEN_P1SOFT : TOKEN_P2SOFT;
    UiBox box = ui_card(0, 24);
    box.grow = 1;
    box.gap = 12;
    ui_open(ui, &box);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 10});
    ui_mark(ui, player, 16);
    ui_text(ui, tr(context, player == 1 ? "people.left-bank" : "people.right-bank"),
            style_text(FONT_TEXT_BOLD, 20, TOKEN_INK));
    ui_close(ui);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 16, .cross = UI_STRETCH});
    ui_bust_frame(ui, &mine, ready ? PERSON_HAPPY : PERSON_EXCITED, player == 2, 182, 246, 0.92f,
                  fill_of(paint_of(soft)), paint_of(player == 1 ? TOKEN_P1 : TOKEN_P2), 24);
    chooser(context, player, &mine);
    ui_close(ui);
    fields(context, player);
    ready_row(context, player);
    ui_close(ui);
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

void screen_people(ScreenContext *context) {
    Ui *ui = context->ui;
    misty_valley(context);
    load_typed(context);
    bool large = ui->text_scale > 1.3f;
    ui_open_id(ui, ui_id(ui, "people", 0),
               &(UiBox){.width = ui->width,
                        .height = ui->height,
                        .scroll = true,
                        .pad_x = 40,
                        .pad_top = 22,
                        .pad_bottom = 22,
                        .gap = 10,
                        .cross = UI_STRETCH});
    UiStyle title = style_centred(style_display(44));
    ui_text(ui, tr(context, "people.title"), title);
    ui_text(ui, tr(context, "people.subtitle"),
            style_centred(style_text(FONT_TEXT_SEMI, 17, TOKEN_INK)));
    ui_open(ui, &(UiBox){.dir = large ? UI_COLUMN : UI_ROW,
                         .gap = large ? 16.0f : 60.0f,
                         .cross = UI_STRETCH});
    panel(context, 1);
    panel(context, 2);
    ui_close(ui);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_CENTER});
    ui_chip(ui, "leaf", tr(context, "people.mist"));
    ui_close(ui);
    ui_close(ui);
}
