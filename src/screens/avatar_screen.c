/* SPDX-License-Identifier: MIT */
/* The editor's two forms: the whole screen for one device, and half of it for a pad each. */
#include "avatar_parts.h"
#include "people_fields.h"

enum {
    MARGIN = 40,
    PANEL = 768,
    PAD = 24,
    ASIDE = 118,
    COLUMNS = 7,
    HALF_COLUMNS = 8,
    STRIP = 404,
    STRIP_PAD = 14
};

static bool is_large(const Ui *ui) {
    return ui->text_scale > 1.3f;
}

/* Esc or B: the keys first, then the editor. Swallowed, so that no pause opens. */
static void take_back(ScreenContext *context, int player, int owner) {
    Ui *ui = context->ui;
    bool theirs = !owner || !ui->input || !ui->input->player || ui->input->player == owner;
    if (ui_input_is(ui, INPUT_BACK) && theirs && !people_is_typing(context, player)) {
        ui->input = NULL;
        avatar_close(context, player);
    }
}

/* --- The whole screen ----------------------------------------------------------------------- */

static void stage(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    float room = ui->width - PANEL - MARGIN, gy = ui->height - 170;
    Valley valley = {.cx = room * 0.62f,
                     .gy = gy,
                     .half = 120,
                     .hz = gy - 260,
                     .sun_x = room / 2,
                     .seed = 3,
                     .season = context->season,
                     .flowers = GROWTH_FLOWERS_MAX,
                     .near_banks = true};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    draw_still_end(ui->list);
    float x = room * 0.45f, wide = room / 472, high = ui->height / 720;
    float size = wide < high ? wide : high;
    DrawPerson bust = {.person = player_person(context, player),
                       .face = avatar_face(context, player),
                       .face_mix = 1,
                       .pose = POSE_WAVE,
                       .mirrored = ui->rtl,
                       .at = {ui->rtl ? ui->width - x : x, ui->height * 0.41f},
                       .scale = 1.15f * size,
                       .grow = avatar_pop(context, player),
                       .alpha = 255};
    bust.face_from = bust.face;
    bust.blink = player_blinks(context, player);
    draw_person(ui->list, &bust);
}

static void strip(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    float room = ui->width - PANEL - MARGIN;
    Maker maker = {.player = player, .width = STRIP - 2 * STRIP_PAD};
    ui_open_id(ui, ui_id(ui, "strip", player),
               &(UiBox){.absolute = true,
                        .at_x = (room - STRIP) / 2,
                        .anchor_y = 1,
                        .at_y = -18,
                        .pad_x = STRIP_PAD,
                        .pad_y = STRIP_PAD,
                        .radius = 28,
                        .shadow = 2,
                        .fill = fill_of(paint_of(TOKEN_PAPER)),
                        .border = paint_alpha(TOKEN_LINE, 0.35f),
                        .border_width = 1.5f});
    avatar_expressions(context, &maker);
    ui_close(ui);
}

static void tab(ScreenContext *context, int player, bool here) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    UiId id = ui_id(ui, "maker", player);
    DrawToken soft = player == 1 ? TOKEN_P1SOFT : TOKEN_P2SOFT;
    Person person = player_person(context, player);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .cross = UI_CENTER,
                        .gap = 10,
                        .width = (PANEL - 2 * PAD - 18) / 2.0f,
                        .min_height = 62,
                        .pad_x = 14,
                        .pad_y = 6,
                        .radius = 20,
                        .fill = fill_of(paint_of(here ? soft : TOKEN_PAPER2)),
                        .border = paint_of(!here         ? TOKEN_LINE
                                           : player == 1 ? TOKEN_P1
                                                         : TOKEN_P2),
                        .border_width = here ? 3 : 2});
    bool pressed = ui_touchable(ui, id, UI_ROLE_CHOICE, 20, 0);
    ui_portrait(ui, &person, PERSON_HAPPY, player, false, 23);
    const char *name = player_name(context, player);
    float room = here && !is_large(ui) ? 150 : 220;
    ui_open(ui, &(UiBox){.grow = 1, .pad_left = 6, .max_width = room + 6});
    ui_text(ui, name, style_fitted(ui, style_text(FONT_TEXT_BOLD, 20, TOKEN_INK), name, room));
    ui_close(ui);
    ui_spring(ui);
    if (here && !is_large(ui)) {
        ui_text(ui, tr(context, "avatar.here"), style_text(FONT_TEXT, 15, TOKEN_INK2));
    } else if (context->game->players[player - 1].ready) {
        ui_icon(ui, "check", 24, paint_of(TOKEN_MOSS));
    }
    ui_close(ui);
    if (pressed && !here) {
        memory->people[player - 1].makes_own = true;
        memory->making = player;
        ui->wants_frames = true;
    }
}

static void tabs(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_BETWEEN});
    tab(context, 1, player == 1);
    tab(context, 2, player == 2);
    ui_close(ui);
}

static void paint_divider(Ui *ui, Rect rect, const void *data) {
    (void)data;
    float x = rect.x + rect.w / 2;
    draw_line(ui->list, x, rect.y, x, rect.y + rect.h, paint_of(TOKEN_LINE), 2, 0, 0);
}

/* Categories beside their options; the options scroll where they need more room. */
static void choices(ScreenContext *context, const Maker *maker) {
    Ui *ui = context->ui;
    float aside = is_large(ui) ? 150 * ui->text_scale / 1.5f : ASIDE;
    Maker options = *maker;
    options.width = PANEL - 2 * PAD - aside - 44 - 18;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 14, .cross = UI_STRETCH, .grow = 1});
    ui_open(ui, &(UiBox){.width = aside, .cross = UI_STRETCH});
    avatar_categories(context, maker, false);
    ui_close(ui);
    ui_custom(ui, &(UiBox){.width = 2}, paint_divider, NULL, 0);
    ui_open_id(ui, ui_id(ui, "options-scroll", maker->player),
               &(UiBox){.grow = 1,
                        .cross = UI_STRETCH,
                        .scroll = !is_large(ui),
                        .pad_x = 7,
                        .pad_y = 7,
                        .pad_right = 18});
    avatar_options(context, &options, COLUMNS);
    ui_close(ui);
    ui_close(ui);
}

static void whole_panel(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    Maker maker = {.player = player, .width = PANEL - 2 * PAD};
    UiBox box = ui_card(PANEL, PAD);
    box.pad_y = 20;
    box.absolute = true;
    box.anchor_x = 1;
    box.at_x = -MARGIN;
    box.at_y = 22;
    box.height = ui->height - 40;
    box.gap = 12;
    box.scroll = is_large(ui);
    ui_open_id(ui, ui_id(ui, "maker-panel", player), &box);
    tabs(context, player);
    if (!people_is_typing(context, player)) {
        choices(context, &maker);
        ui_rule(ui, 5);
    }
    people_fields(context, player, maker.width);
    if (!people_is_typing(context, player)) {
        avatar_actions(context, &maker);
    }
    ui_close(ui);
}

void avatar_screen(ScreenContext *context) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    int player = memory->making == 2 ? 2 : 1;
    take_back(context, player, 0);
    stage(context, player);
    const char *subtitle = is_large(ui) ? "" : tr(context, "avatar.subtitle"); /* no room */
    if (ui_top_bar(ui, tr(context, "avatar.title"), subtitle,
                   tr(context, "nav.back"))) {
        avatar_close(context, player);
    }
    whole_panel(context, player);
    strip(context, player);
}

/* --- Half of it ----------------------------------------------------------------------------- */

static void half_head(ScreenContext *context, const Maker *maker) {
    Ui *ui = context->ui;
    int player = maker->player;
    const char *name = player_name(context, player);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 10});
    ui_mark(ui, player, 14);
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, name, style_fitted(ui, style_text(FONT_TEXT_BOLD, 20, TOKEN_INK), name, 250));
    ui_close(ui);
    bool back = ui_button(ui, "unmake",
                          &(Button){.label = tr(context, "people.ready-made"),
                                    .icon = "users",
                                    .key = ui->prompts.back,
                                    .kind = BUTTON_GHOST,
                                    .size = 16,
                                    .height = 44,
                                    .index = player,
                                    .player = maker->owner});
    ui_close(ui);
    if (back) {
        avatar_close(context, player);
    }
}

static void half_top(ScreenContext *context, const Maker *maker) {
    enum { BUST = 150, BUST_H = 186, BETWEEN = 16 };
    Ui *ui = context->ui;
    int player = maker->player;
    Maker beside = *maker;
    beside.width = maker->width - BUST - BETWEEN;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = BETWEEN, .cross = UI_STRETCH});
    ui_bust_frame(ui, &(BustFrame){.person = player_person(context, player),
                                   .face = avatar_face(context, player),
                                   .mirrored = maker->mirrored,
                                   .blink = player_blinks(context, player),
                                   .width = BUST,
                                   .height = BUST_H,
                                   .scale = 0.6f,
                                   .grow = avatar_pop(context, player),
                                   .fill = player == 1 ? TOKEN_P1SOFT : TOKEN_P2SOFT,
                                   .border = player == 1 ? TOKEN_P1 : TOKEN_P2,
                                   .border_width = 3,
                                   .radius = 24});
    ui_open(ui, &(UiBox){.grow = 1, .gap = 10, .cross = UI_STRETCH});
    avatar_expressions(context, &beside);
    avatar_categories(context, maker, true);
    ui_close(ui);
    ui_close(ui);
}

void avatar_half(ScreenContext *context, int player, float width) {
    Ui *ui = context->ui;
    Maker maker = {.player = player,
                   .owner = people_owner(context, player),
                   .width = width,
                   .mirrored = player == 2};
    take_back(context, player, maker.owner);
    half_head(context, &maker);
    if (!people_is_typing(context, player)) {
        Maker options = maker;
        options.width = width - 14 - 20;
        half_top(context, &maker);
        ui_open_id(ui, ui_id(ui, "half-scroll", player),
                   &(UiBox){.grow = 1,
                            .cross = UI_STRETCH,
                            .scroll = !is_large(ui),
                            .pad_x = 7,
                            .pad_y = 7,
                            .pad_right = 20});
        avatar_options(context, &options, HALF_COLUMNS);
        ui_close(ui);
    }
    people_fields(context, player, width);
    if (!people_is_typing(context, player)) {
        avatar_actions(context, &maker);
    }
}
