/* SPDX-License-Identifier: MIT */
/* The parts of a person by category, as small pictures of oneself with each of them. */
#include "avatar_parts.h"

#include <stdio.h>

enum { GAP = 8, SWATCH = 44, SWATCH_GAP = 7, CELL_MOST = 120 };

/* How a part's choices are shown. */
typedef enum Showing {
    SHOW_BUST,
    SHOW_HEAD,  /* nearer */
    SHOW_CHEST, /* lower */
    SHOW_FIGURE,
    SHOW_HAIRS, /* colours from here on */
    SHOW_CLOTHS
} Showing;

typedef struct Part {
    const char *title; /* key of its text; the category's first needs none on screen */
    PersonField field;
    Showing showing;
} Part;

enum { PARTS_MAX = 6 };

typedef struct Category {
    const char *key, *icon;
    Part parts[PARTS_MAX]; /* up to the first without a title */
} Category;

static const Category categories[AVATAR_CATEGORIES] = {
    {"avatar.skin",
     "palette",
     {{"avatar.skin", FIELD_SKIN, SHOW_BUST},
      {"avatar.freckles", FIELD_FRECKLES, SHOW_HEAD},
      {"avatar.age-lines", FIELD_AGE_LINES, SHOW_HEAD}}},
    {"avatar.hair",
     "scissors",
     {{"avatar.hair", FIELD_HAIR, SHOW_BUST},
      {"avatar.hair-colour", FIELD_HAIR_COLOUR, SHOW_HAIRS},
      {"avatar.headwear", FIELD_WEAR_COLOUR, SHOW_CLOTHS}}},
    {"avatar.face",
     "smile",
     {{"avatar.face", FIELD_FACE, SHOW_BUST},
      {"avatar.nose", FIELD_NOSE, SHOW_HEAD},
      {"avatar.lips", FIELD_LIP, SHOW_HEAD},
      {"avatar.beard", FIELD_BEARD, SHOW_HEAD},
      {"avatar.lashes", FIELD_LASHES, SHOW_HEAD}}},
    {"avatar.clothes",
     "shirt",
     {{"avatar.clothes", FIELD_OUTFIT, SHOW_CHEST},
      {"avatar.colour", FIELD_CLOTH, SHOW_CLOTHS}}},
    {"avatar.extras",
     "glasses",
     {{"avatar.glasses", FIELD_GLASSES, SHOW_HEAD},
      {"avatar.earrings", FIELD_EARRING, SHOW_HEAD},
      {"avatar.hearing-aid", FIELD_HEARING_AID, SHOW_HEAD}}},
    {"avatar.body",
     "accessibility",
     {{"avatar.shape", FIELD_SHAPE, SHOW_FIGURE},
      {"avatar.wheelchair", FIELD_WHEELCHAIR, SHOW_FIGURE}}},
};

/* --- Categories ----------------------------------------------------------------------------- */

static void category(ScreenContext *context, const Maker *maker, int index, bool as_row) {
    Ui *ui = context->ui;
    bool wraps = as_row && ui->text_scale > 1.1f;
    PeopleMemory *people = &context->memory->people[maker->player - 1];
    bool chosen = people->category == index;
    UiId id = ui_id(ui, maker->player == 1 ? "category1" : "category2", index);
    if (chosen) {
        ui_focus_first_of(ui, id, maker->player);
    }
    ui_open_id(ui, id,
               &(UiBox){.cross = UI_CENTER,
                        .main = UI_CENTER,
                        .gap = 1,
                        .grow = as_row ? 1 : 0,
                        .pad_x = wraps ? 9 : as_row ? 2 : 12,
                        .pad_y = as_row ? 3 : 5,
                        .min_height = as_row ? 54 : 60,
                        .radius = 20,
                        .fill = fill_of(paint_of(chosen ? TOKEN_MOSS_SOFT : TOKEN_NONE)),
                        .border = paint_of(chosen ? TOKEN_MOSS : TOKEN_NONE),
                        .border_width = chosen ? 2.5f : 0});
    bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, 20, maker->owner);
    ui_icon(ui, categories[index].icon, 26 / (as_row ? ui->text_scale : 1),
            paint_of(chosen ? TOKEN_MOSS : TOKEN_INK2));
    UiStyle style = style_centred(
        style_text(chosen ? FONT_TEXT_BOLD : FONT_TEXT_SEMI, as_row ? 14 : 16, TOKEN_INK));
    style.line_height = 1.2f;
    ui_text(ui, tr(context, categories[index].key), style);
    ui_close(ui);
    if (pressed) {
        people->category = index;
        ui->wants_frames = true;
    }
}

void avatar_categories(ScreenContext *context, const Maker *maker, bool as_row) {
    Ui *ui = context->ui;
    bool wraps = as_row && ui->text_scale > 1.1f;
    ui_open_id(ui, ui_id(ui, "categories", maker->player),
               &(UiBox){.dir = as_row ? UI_ROW : UI_COLUMN,
                        .gap = as_row ? 3 : 10,
                        .wrap = wraps,
                        .cross = UI_STRETCH});
    for (int i = 0; i < AVATAR_CATEGORIES; i++) {
        category(context, maker, i, as_row);
    }
    ui_close(ui);
}

/* --- Pictures ------------------------------------------------------------------------------- */

typedef struct CellData {
    Person person;
    Showing showing;
    int player;
    bool mirrored, chosen;
} CellData;

static DrawPerson cell_person(const CellData *cell, Rect rect) {
    float unit = rect.w / 104; /* sizes below are those of the mock-up's cells */
    DrawPerson drawn = {.person = cell->person,
                        .face = cell->chosen && cell->showing != SHOW_HEAD ? PERSON_HAPPY
                                                                           : PERSON_NEUTRAL,
                        .face_mix = 1,
                        .mirrored = cell->mirrored,
                        .alpha = 255};
    drawn.face_from = drawn.face;
    float x = rect.x + rect.w / 2;
    if (cell->showing == SHOW_FIGURE) {
        drawn.pose = POSE_STAND;
        drawn.full_figure = true;
        drawn.at = (Point){x, rect.y + rect.h - 6 * unit};
        drawn.scale = 94 * unit;
    } else if (cell->showing == SHOW_HEAD) {
        drawn.pose = POSE_REST;
        drawn.at = (Point){x, rect.y + rect.h * 0.42f};
        drawn.scale = 0.5f * unit;
    } else if (cell->showing == SHOW_CHEST) {
        drawn.pose = POSE_REST;
        drawn.at = (Point){x, rect.y + rect.h * 0.33f};
        drawn.scale = 0.26f * unit;
    } else {
        drawn.pose = POSE_REST;
        drawn.at = (Point){x, rect.y + rect.h * 0.55f};
        drawn.scale = 0.3f * unit;
    }
    return drawn;
}

static void paint_check(Ui *ui, float x, float y, DrawToken token) {
    draw_ellipse(ui->list, x, y, 13, 13, paint_of(token));
    draw_icon(ui->list, "check", x - 9, y - 9, 18, paint_of(TOKEN_ON_MARK));
}

static void paint_cell(Ui *ui, Rect rect, const void *data) {
    const CellData *cell = data;
    bool first = cell->player == 1;
    DrawToken soft = first ? TOKEN_P1SOFT : TOKEN_P2SOFT, strong = first ? TOKEN_P1 : TOKEN_P2;
    draw_round_rect(ui->list, rect, 20, fill_of(paint_of(cell->chosen ? soft : TOKEN_PAPER2)),
                    (Paint){0}, 0);
    draw_clip(ui->list, rect, 20);
    CellData seen = *cell;
    seen.mirrored = cell->mirrored != ui->rtl;
    DrawPerson drawn = cell_person(&seen, rect);
    draw_person(ui->list, &drawn);
    draw_unclip(ui->list);
    draw_round_rect(ui->list, rect, 20, (Fill){0}, paint_of(cell->chosen ? strong : TOKEN_LINE),
                    cell->chosen ? 4 : 2);
    if (cell->chosen) {
        paint_check(ui, ui->rtl ? rect.x + 12 : rect.x + rect.w - 12, rect.y + 12, strong);
    }
}

static void cell(ScreenContext *context, const Maker *maker, const Part *part, int choice,
                 float side) {
    Ui *ui = context->ui;
    Person mine = player_person(context, maker->player);
    CellData data = {.person = mine,
                     .showing = part->showing,
                     .player = maker->player,
                     .mirrored = maker->mirrored,
                     .chosen = person_field(&mine, part->field) == choice};
    person_set_field(&data.person, part->field, choice);
    char name[UI_NAME_MAX];
    snprintf(name, sizeof name, "look%d-%d", maker->player, (int)part->field);
    UiId id = ui_id(ui, name, choice);
    ui_open_id(ui, id, &(UiBox){.width = side, .height = side});
    bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, 20, maker->owner);
    ui_custom(ui, &(UiBox){.width = side, .height = side}, paint_cell, &data, sizeof data);
    ui_close(ui);
    if (pressed && !data.chosen) {
        avatar_wear(context, maker->player, data.person);
    }
}

static void pictures(ScreenContext *context, const Maker *maker, const Part *part, int columns) {
    Ui *ui = context->ui;
    enum { FIGURES = 4 };
    columns = part->showing == SHOW_FIGURE ? FIGURES : columns;
    float side = (maker->width - (float)(columns - 1) * GAP) / (float)columns;
    side = side > CELL_MOST ? CELL_MOST : side;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = GAP, .wrap = true});
    for (int i = 0; i < person_choices(part->field); i++) {
        cell(context, maker, part, i, side);
    }
    ui_close(ui);
}

/* --- Colours -------------------------------------------------------------------------------- */

typedef struct SwatchData {
    DrawToken colour;
    int player;
    bool chosen;
} SwatchData;

static void paint_swatch(Ui *ui, Rect rect, const void *data) {
    const SwatchData *swatch = data;
    float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
    DrawToken strong = swatch->player == 1 ? TOKEN_P1 : TOKEN_P2;
    if (swatch->chosen) {
        draw_ellipse(ui->list, x, y, 22, 22, paint_of(strong));
        draw_ellipse(ui->list, x, y, 19, 19, paint_of(TOKEN_PAPER));
    }
    draw_ellipse(ui->list, x, y, 17, 17, paint_of(TOKEN_LINE));
    draw_ellipse(ui->list, x, y, 15.5f, 15.5f, paint_of(swatch->colour));
    path_begin(ui->list);
    path_add_arc(ui->list, x, y, 10.5f, -42, 42);
    path_stroke(ui->list, paint_alpha(TOKEN_WHITE, 0.32f), 3, 0, 0);
    if (swatch->chosen) {
        float side = ui->rtl ? -1 : 1;
        draw_ellipse(ui->list, x + side * 14, y - 14, 8.5f, 8.5f, paint_of(strong));
        draw_icon(ui->list, "check", x + side * 14 - 6, y - 20, 12, paint_of(TOKEN_ON_MARK));
    }
}

static void swatch(ScreenContext *context, const Maker *maker, const Part *part, int choice) {
    DrawToken first = part->showing == SHOW_HAIRS ? TOKEN_HAIR_INK : TOKEN_CLOTH_PERSIMMON;
    Ui *ui = context->ui;
    Person mine = player_person(context, maker->player);
    SwatchData data = {.colour = (DrawToken)((int)first + choice),
                       .player = maker->player,
                       .chosen = person_field(&mine, part->field) == choice};
    char name[UI_NAME_MAX];
    snprintf(name, sizeof name, "look%d-%d", maker->player, (int)part->field);
    UiId id = ui_id(ui, name, choice);
    ui_open_id(ui, id, &(UiBox){.width = SWATCH, .height = SWATCH});
    bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, SWATCH / 2.0f, maker->owner);
    ui_custom(ui, &(UiBox){.width = SWATCH, .height = SWATCH}, paint_swatch, &data, sizeof data);
    ui_close(ui);
    if (pressed && !data.chosen) {
        person_set_field(&mine, part->field, choice);
        avatar_wear(context, maker->player, mine);
    }
}

static void colours(ScreenContext *context, const Maker *maker, const Part *part) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = SWATCH_GAP, .wrap = true});
    for (int i = 0; i < person_choices(part->field); i++) {
        swatch(context, maker, part, i);
    }
    ui_close(ui);
}

/* --- Both ----------------------------------------------------------------------------------- */

static bool is_shown(ScreenContext *context, const Maker *maker, const Part *part) {
    Person mine = player_person(context, maker->player);
    return part->field != FIELD_WEAR_COLOUR || person_has_headwear(&mine);
}

void avatar_options(ScreenContext *context, const Maker *maker, int columns) {
    Ui *ui = context->ui;
    const PeopleMemory *people = &context->memory->people[maker->player - 1];
    const Category *category = &categories[people->category];
    ui_open_id(ui, ui_id(ui, "options", maker->player * AVATAR_CATEGORIES + people->category),
               &(UiBox){.gap = GAP, .cross = UI_STRETCH});
    for (int i = 0; i < PARTS_MAX && category->parts[i].title; i++) {
        const Part *part = &category->parts[i];
        if (!is_shown(context, maker, part)) {
            continue;
        }
        if (i > 0) {
            UiStyle style = style_text(FONT_TEXT_BOLD, 16, TOKEN_INK);
            style.line_height = 1.25f;
            ui_text(ui, tr(context, part->title), style);
        }
        if (part->showing < SHOW_HAIRS) {
            pictures(context, maker, part, columns);
        } else {
            colours(context, maker, part);
        }
    }
    ui_close(ui);
}
