/* SPDX-License-Identifier: MIT */
/* Looks on the people screen: ready-made people, or part by part (mock-up 24). */
#include "people_looks.h"

#include "hash.h"
#include "text.h"

#include <stddef.h>
#include <stdio.h>

enum { FACES_A_PAGE = 6, CELL = 88, CHOOSER_HEIGHT = 184, SMILE_MS = 900, POP_MS = 140 };

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
    {"people.face", offsetof(Person, face), PERSON_FACES},
    {"people.nose", offsetof(Person, nose), PERSON_NOSES},
    {"people.glasses", offsetof(Person, glasses), PERSON_GLASSES},
    {"people.beard", offsetof(Person, beard), PERSON_BEARDS},
    {"people.freckles", offsetof(Person, freckles), 2},
    {"people.age-lines", offsetof(Person, age_lines), 2},
    {"people.earrings", offsetof(Person, earring), PERSON_EARRINGS},
    {"people.shape", offsetof(Person, shape), PERSON_SHAPES},
    {"people.clothes", offsetof(Person, outfit), PERSON_OUTFITS},
    {"people.colour", offsetof(Person, cloth), PERSON_COLOURS},
    {"people.wheelchair", offsetof(Person, wheelchair), 2},
    {"people.hearing-aid", offsetof(Person, hearing_aid), 2},
};

enum { PART_ROWS = sizeof part_rows / sizeof part_rows[0] };

static bool same_looks(const Person *a, const Person *b) {
    char left[GAME_LOOKS_MAX], right[GAME_LOOKS_MAX];
    person_print(a, left);
    person_print(b, right);
    return text_equal(left, right);
}

/* Both may pick the same person: the second gets clothes of another colour (screens-2.md 24). */
static void send_looks(ScreenContext *context, int player, Person person) {
    Person other = player_person(context, 3 - player);
    if (same_looks(&person, &other)) {
        person.cloth = (uint8_t)((person.cloth + 1) % PERSON_COLOURS);
    }
    Event event = {.kind = EV_LOOKS, .player = player};
    char looks[GAME_LOOKS_MAX];
    person_print(&person, looks);
    text_copy(event.text, sizeof event.text, looks);
    emit_event(context, &event);
}

/* --- Ready-made people ---------------------------------------------------------------------- */

typedef struct BadgeData {
    DrawToken token;
} BadgeData;

static void paint_badge(Ui *ui, Rect rect, const void *data) {
    const BadgeData *badge = data;
    float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
    draw_ellipse(ui->list, x, y, 13, 13, paint_of(badge->token));
    draw_icon(ui->list, "check", x - 9, y - 9, 18, paint_of(TOKEN_ON_MARK));
}

static void face_cell(ScreenContext *context, int player, int owner, int cast) {
    Ui *ui = context->ui;
    Person mine = player_person(context, player);
    Person shown = person_cast[cast];
    mine.cloth = shown.cloth; /* the same person in other clothes is still the one picked */
    bool chosen = same_looks(&mine, &shown);
    DrawToken colour = player == 1 ? TOKEN_P1 : TOKEN_P2;
    UiId id = ui_id(ui, player == 1 ? "face1" : "face2", cast);
    ui_open_id(ui, id, &(UiBox){.width = CELL, .height = CELL});
    bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, 20, owner);
    ui_bust_frame(ui, &(BustFrame){.person = shown,
                                   .face = chosen ? PERSON_HAPPY : PERSON_NEUTRAL,
                                   .mirrored = player == 2,
                                   .width = CELL,
                                   .height = CELL,
                                   .scale = 0.28f,
                                   .fill = !chosen       ? TOKEN_PAPER2
                                           : player == 1 ? TOKEN_P1SOFT
                                                         : TOKEN_P2SOFT,
                                   .border = chosen ? colour : TOKEN_LINE,
                                   .border_width = chosen ? 4 : 2,
                                   .radius = 20});
    if (chosen) {
        UiBox place = {.absolute = true, .at_x = CELL - 26, .at_y = -2, .width = 28, .height = 28};
        ui_custom(ui, &place, paint_badge, &(BadgeData){colour}, sizeof(BadgeData));
    }
    ui_close(ui);
    if (pressed) {
        send_looks(context, player, shown);
    }
}

static void face_grid(ScreenContext *context, int player, int owner) {
    Ui *ui = context->ui;
    int page = (context->memory->looks_page[player - 1] + player - 1) % 2;
    ui_open(ui, &(UiBox){.gap = 8, .height = CHOOSER_HEIGHT});
    for (int row = 0; row < 2; row++) {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 8});
        for (int i = 0; i < 3; i++) {
            face_cell(context, player, owner, page * FACES_A_PAGE + row * 3 + i);
        }
        ui_close(ui);
    }
    ui_close(ui);
}

/* --- Part by part --------------------------------------------------------------------------- */

static bool step_button(Ui *ui, const char *name, int index, const char *icon, int owner) {
    UiId id = ui_id(ui, name, index);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .main = UI_CENTER,
                        .cross = UI_CENTER,
                        .width = 44,
                        .height = 44,
                        .radius = 22,
                        .fill = fill_of(paint_of(TOKEN_PAPER2))});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 22, owner);
    ui_icon(ui, icon, 20 / ui->text_scale, paint_of(TOKEN_INK));
    ui_close(ui);
    return pressed;
}

static void part_value(ScreenContext *context, const PartRow *row, int value) {
    Ui *ui = context->ui;
    const char *text;
    if (row->count == 2) {
        text = tr(context, value ? "settings.on" : "settings.off");
    } else {
        char number[12], all[12];
        snprintf(number, sizeof number, "%d", value + 1);
        snprintf(all, sizeof all, "%d", row->count);
        text = tr2(context, "people.step", "n", number, "all", all);
    }
    UiStyle style = style_centred(style_text(FONT_TEXT, 14.5f, TOKEN_INK2));
    style.line_height = 1.2f;
    ui_text(ui, text, style);
}

static void part_row(ScreenContext *context, int player, int owner, int index) {
    Ui *ui = context->ui;
    const PartRow *row = &part_rows[index];
    Person person = player_person(context, player);
    uint8_t *value = (uint8_t *)&person + row->offset;
    const char *before = ui->rtl ? "chevron-right" : "chevron-left";
    const char *after = ui->rtl ? "chevron-left" : "chevron-right";
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 6});
    bool back = step_button(ui, player == 1 ? "unpart1" : "unpart2", index, before, owner);
    ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
    UiStyle style = style_centred(style_text(FONT_TEXT_SEMI, 16, TOKEN_INK));
    style.line_height = 1.2f;
    ui_text(ui, tr(context, row->key), style);
    part_value(context, row, *value);
    ui_close(ui);
    bool on = step_button(ui, player == 1 ? "part1" : "part2", index, after, owner);
    ui_close(ui);
    if (back || on) {
        *value = (uint8_t)((*value + (on ? 1 : row->count - 1)) % row->count);
        send_looks(context, player, person);
    }
}

static void parts(ScreenContext *context, int player, int owner) {
    Ui *ui = context->ui;
    ui_open_id(ui, ui_id(ui, player == 1 ? "parts1" : "parts2", 0),
               &(UiBox){.gap = 6,
                        .cross = UI_STRETCH,
                        .scroll = true,
                        .height = CHOOSER_HEIGHT * (0.5f + 0.5f * ui->text_scale),
                        .pad_right = 16});
    for (int i = 0; i < PART_ROWS; i++) {
        part_row(context, player, owner, i);
    }
    ui_close(ui);
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

/* --- Both together -------------------------------------------------------------------------- */

static void actions(ScreenContext *context, int player, int owner) {
    Ui *ui = context->ui;
    bool *editing = &context->memory->editing_looks[player - 1];
    ui_open_id(ui, ui_id(ui, "actions", player),
               &(UiBox){.dir = UI_ROW, .gap = 6, .cross = UI_CENTER});
    if (ui_button(ui, player == 1 ? "own1" : "own2",
                  &(Button){.label = tr(context, *editing ? "people.ready-made" : "people.own"),
                            .icon = *editing ? "users" : "palette",
                            .kind = BUTTON_GHOST,
                            .size = 16,
                            .grow = 1,
                            .height = 46,
                            .player = owner})) {
        *editing = !*editing;
        ui->wants_frames = true;
    }
    if (step_button(ui, player == 1 ? "shuffle1" : "shuffle2", 0, "shuffle", owner)) {
        Person mine = player_person(context, player);
        send_looks(context, player, shuffled(&mine));
    }
    if (!*editing && step_button(ui, player == 1 ? "more1" : "more2", 0,
                                 ui->rtl ? "chevron-left" : "chevron-right", owner)) {
        context->memory->looks_page[player - 1]++;
        ui->wants_frames = true;
    }
    ui_close(ui);
}

void people_looks(ScreenContext *context, int player, int owner) {
    Ui *ui = context->ui;
    ui_open_id(ui, ui_id(ui, "looks", player), &(UiBox){.grow = 1, .gap = 14, .cross = UI_STRETCH});
    if (context->memory->editing_looks[player - 1]) {
        parts(context, player, owner);
    } else {
        face_grid(context, player, owner);
    }
    actions(context, player, owner);
    ui_close(ui);
}

void people_bust(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    Person person = player_person(context, player);
    char looks[GAME_LOOKS_MAX];
    person_print(&person, looks);
    int hash = (int)(hash_text(HASH_START, looks) & 0xFFFFFF);
    float smile = ui_progress(ui, ui_id(ui, "smile", hash), 0, SMILE_MS, false);
    float popped = smile * SMILE_MS / POP_MS;
    bool ready = context->game->players[player - 1].ready;
    float larger = ui->calm || popped > 1 ? 1 : 1.04f - 0.04f * popped;
    ui_bust_frame(ui, &(BustFrame){.person = person,
                                   .face = ready || smile < 1 ? PERSON_HAPPY : PERSON_EXCITED,
                                   .mirrored = player == 2,
                                   .width = 182,
                                   .height = 246,
                                   .scale = 0.74f * larger,
                                   .fill = player == 1 ? TOKEN_P1SOFT : TOKEN_P2SOFT,
                                   .border = player == 1 ? TOKEN_P1 : TOKEN_P2,
                                   .border_width = 3,
                                   .radius = 24});
}
