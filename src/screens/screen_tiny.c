/* SPDX-License-Identifier: MIT */
/* The low-battery evening (mock-up 27): one tiny card, or a minute of lamplight; it counts. The
 * same page for one partner who is alone tonight. */
#include "screen.h"

enum { MINUTE_MS = 60000, DIM_MS = 600 };

static bool is_alone(const ScreenContext *context) {
    return context->game->screen == SCREEN_ALONE;
}

/* The text for one alone, or the one for both. */
static const char *words_for(ScreenContext *context, const char *alone, const char *both) {
    return tr(context, is_alone(context) ? alone : both);
}

static Valley tiny_valley(const ScreenContext *context) {
    const Ui *ui = context->ui;
    float gy = ui->height - 140;
    return (Valley){.cx = ui->width / 2,
                    .gy = gy,
                    .half = 120,
                    .hz = gy - 280,
                    .sun_x = ui->width * 980 / 1280,
                    .seed = 11,
                    .season = context->season,
                    .windy = true,
                    .flowers = GROWTH_FLOWERS_MAX,
                    .near_banks = true};
}

/* The day's valley is dimmed softly; the evening's is dark enough already. */
static void dim(ScreenContext *context) {
    Ui *ui = context->ui;
    float arrived = ui_progress(ui, ui_id(ui, "dim", 0), 0, DIM_MS, false);
    float alpha = (ui->evening ? 0.22f : 0.4f) * ease_sine(arrived);
    draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                    fill_of(paint_alpha(ui->evening ? TOKEN_SKY0 : TOKEN_SCRIM, alpha)), (Paint){0},
                    0);
}

/* Both equally tired: nothing tells whose battery it was. One alone just has a quiet evening. */
static void tired_bust(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    float inward = 176 + (ui->width - 1280) * 0.25f;
    bool right = (player == 2) != ui->rtl;
    DrawPerson drawn = {.person = player_person(context, player),
                        .pose = POSE_MUG,
                        .mirrored = right,
                        .blink = player_blinks(context, player),
                        .at = {right ? ui->width - inward : inward, ui->height - 330},
                        .scale = 0.94f,
                        .alpha = 255};
    PersonFace face = is_alone(context) ? PERSON_RELIEVED : PERSON_TIRED;
    ui_face(ui, ui_id(ui, "tired", player), PERSON_NEUTRAL, face, &drawn);
    draw_person(ui->list, &drawn);
}

static void scenery(ScreenContext *context) {
    Ui *ui = context->ui;
    Valley valley = tiny_valley(context);
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    draw_still_end(ui->list);
    valley_ambient(ui, &valley);
    for (int side = -1; side <= 1; side += 2) {
        float x = valley.cx + (side < 0 ? -324.0f : 264.0f);
        valley_lantern(ui, x, valley.gy + 20, 1.25f, LANTERN_LIT);
    }
    dim(context);
    int alone = is_alone(context) ? context->game->alone_player : 0;
    if (alone) {
        tired_bust(context, alone);
        return;
    }
    tired_bust(context, 1);
    tired_bust(context, 2);
    float inward = (ui->width - 1280) * 0.25f;
    for (int player = 1; player <= 2; player++) {
        ui_open(ui, &(UiBox){.absolute = true,
                             .anchor_x = player == 1 ? 0 : 1,
                             .anchor_y = 1,
                             .at_x = player == 1 ? 33 + inward : -28 - inward,
                             .at_y = -21});
        ui_tag(ui, player, player_name(context, player));
        ui_close(ui);
    }
}

static void paint_lamp(Ui *ui, Rect rect, const void *data) {
    (void)data;
    DrawList *list = ui->list;
    float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
    char name[64];
    float glow = ui->evening ? 0.32f : 0.6f;
    draw_sprite(list, valley_sprite(ui, "glow/lantern", name), x - 20 * glow, y + 54 * glow, glow,
                60);
    path_begin(list);
    path_move(list, x - 9, y - 17);
    path_line(list, x + 9, y - 17);
    path_line(list, x + 14, y - 9);
    path_line(list, x + 14, y + 4);
    path_line(list, x + 9, y + 13);
    path_line(list, x - 9, y + 13);
    path_line(list, x - 14, y + 4);
    path_line(list, x - 14, y - 9);
    path_close(list);
    path_paint(list, fill_of(paint_of(TOKEN_GOLD)), paint_of(TOKEN_ON_GOLD), 2, 0, 0);
    path_begin(list);
    path_move(list, x, y - 9);
    path_cubic(list, x + 6, y - 2, x + 6, y + 5, x, y + 6);
    path_cubic(list, x - 6, y + 5, x - 6, y - 2, x, y - 9);
    path_close(list);
    path_fill(list, fill_of(paint_mix(TOKEN_ON_GOLD, TOKEN_GOLD, 0.4f)));
}

static void light(ScreenContext *context) {
    context->memory->sitting_since_ms = 0;
    emit(context, EV_CONTINUE, 0, 0);
}

static void chip(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .main = UI_CENTER,
                         .cross = UI_CENTER,
                         .gap = 9,
                         .pad_x = 20,
                         .pad_y = 10,
                         .min_height = 46,
                         .radius = 40,
                         .fill = fill_of(paint_of(TOKEN_PAPER)),
                         .border = paint_of(TOKEN_LINE),
                         .border_width = 1.5f});
    ui_icon(ui, "moon", 20, paint_of(TOKEN_INK));
    ui_text(ui, words_for(context, "alone.chip", "tiny.chip"),
            style_text(FONT_TEXT_SEMI, 18, TOKEN_INK));
    ui_close(ui);
}

/* What a small evening alone does for the lantern, by the couple's own rule (STREAK.md R4). */
static const char *alone_counts(const Game *game) {
    bool completes = game->alone_player && game->evening.alone_done[2 - game->alone_player];
    static const char *const keys[] = {[STREAK_NEED_ANY] = "alone.lights",
                                       [STREAK_NEED_BOTH] = "alone.half",
                                       [STREAK_NEED_HOLD] = "alone.holds"};
    return completes ? "alone.lights" : keys[game->settings[SETTING_NEED]];
}

static void counts_lines(ScreenContext *context) {
    Ui *ui = context->ui;
    UiStyle style = style_text(FONT_TEXT_BOLD, 17, TOKEN_INK);
    style.line_height = 1.25f;
    ui_text(ui, words_for(context, alone_counts(context->game), "tiny.counts"), style);
    style = style_text(FONT_TEXT, 16, TOKEN_INK2);
    style.line_height = 1.3f;
    ui_text(ui, words_for(context, "alone.nobody-asks", "tiny.nobody-asks"), style);
}

static void counts(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 16,
                         .pad_left = 20,
                         .pad_right = 32,
                         .pad_y = 10,
                         .min_height = 66,
                         .radius = 40,
                         .fill = fill_of(paint_of(TOKEN_PAPER)),
                         .border = paint_of(TOKEN_LINE),
                         .border_width = 1.5f});
    ui_custom(ui, &(UiBox){.width = 46, .height = 44}, paint_lamp, NULL, 0);
    ui_open(ui, &(UiBox){0});
    counts_lines(context);
    ui_close(ui);
    ui_close(ui);
}

static const char *done_key(const Card *card) {
    static const char *const keys[TINY_ACT_COUNT] = {[TINY_TELL] = "tiny.told",
                                                     [TINY_THANK] = "tiny.thanked",
                                                     [TINY_TOUCH] = "tiny.touched",
                                                     [TINY_ALONE] = "alone.done"};
    return card ? keys[card->act] : "tiny.light";
}

static void words(ScreenContext *context, const Card *card, bool large) {
    Ui *ui = context->ui;
    ui_open_id(
        ui, ui_id(ui, "words", 0),
        &(UiBox){
            .gap = 6, .cross = UI_STRETCH, .grow = 1, .scroll = true, .pad_right = large ? 16 : 0});
    if (large) {
        ui_text(ui, words_for(context, "alone.chip", "tiny.chip"),
                style_text(FONT_TEXT_SEMI, 16, TOKEN_INK2));
    }
    ui_text(ui, words_for(context, "alone.one-card", "tiny.one-card"),
            style_text(FONT_TEXT_SEMI, 17, TOKEN_INK2));
    UiStyle style = style_display(large ? 24 : 31);
    style.line_height = 1.32f;
    ui_text(ui, card ? card->text : words_for(context, "alone.no-card", "tiny.no-card"), style);
    ui_gap(ui, large ? 4 : 14);
    if (card) {
        ui_text(ui, card->note, style_text(FONT_TEXT, 18, TOKEN_INK2));
    }
    if (large) {
        ui_gap(ui, 4);
        counts_lines(context);
    }
    ui_close(ui);
}

static void card_column(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = ui->text_scale > 1.3f;
    const Card *card = (is_alone(context) ? game_alone : game_tiny)(context->game, context->world);
    ui_open(
        ui,
        &(UiBox){
            .absolute = true, .anchor_x = 0.5f, .anchor_y = 0.5f, .gap = 26, .cross = UI_CENTER});
    if (!large) {
        chip(context);
    }
    UiBox box = ui_card(476 + 130 * (ui->text_scale - 1), large ? 28 : 36);
    box.radius = 32;
    box.border = ui->evening ? paint_of(TOKEN_LINE) : box.border; /* STYLE.md 2 */
    box.gap = large ? 8 : 10;
    box.pad_y = 14;
    box.pad_top = large ? 10.0f : 20.0f;
    box.max_height = ui->height - (large ? 40 : 240);
    ui_open_id(ui, ui_id(ui, "tiny", 0), &box);
    words(context, card, large);
    ui_gap(ui, large ? 0.1f : 6);
    if (ui_button_first(
            ui, "told",
            &(Button){
                .label = tr(context, done_key(card)), .height = 58, .size = 20, .stretch = true})) {
        light(context);
    }
    ui_open(ui, &(UiBox){.cross = UI_CENTER});
    if (ui_button(ui, "sit",
                  &(Button){.label = words_for(context, "alone.sit", "tiny.sit"),
                            .kind = BUTTON_LINK,
                            .size = 17})) {
        context->memory->sitting_since_ms = ui->now_ms > 0 ? ui->now_ms : 1;
    }
    ui_close(ui);
    ui_close(ui);
    if (!large) {
        counts(context);
    }
    ui_close(ui);
}

/* Water and lamplight; any confirm ends it. */
static void sitting(ScreenContext *context) {
    Ui *ui = context->ui;
    bool is_over = ui->now_ms - context->memory->sitting_since_ms >= MINUTE_MS;
    ui->wants_ambient |= !is_over; /* so that the button comes in calm motion too */
    bool pressed = false;
    UiId all = ui_id(ui, "sitting", 0);
    ui_open_id(ui, all,
               &(UiBox){.absolute = true,
                        .width = ui->width,
                        .height = ui->height,
                        .main = UI_END,
                        .cross = UI_CENTER,
                        .pad_y = 34});
    if (is_over) {
        pressed = ui_button_first(ui, "sat",
                                  &(Button){.label = words_for(context, "alone.done", "tiny.light"),
                                            .height = 58,
                                            .size = 20});
    } else {
        ui_focus_first(ui, all);
        pressed = ui_touchable(ui, all, UI_ROLE_BUTTON, 0, 0);
        UiStyle style = style_centred(style_text(FONT_TEXT_SEMI, 17, TOKEN_INK));
        ui_open(ui, &(UiBox){.pad_x = 20,
                             .pad_y = 10,
                             .radius = 40,
                             .max_width = 640,
                             .fill = fill_of(paint_alpha(TOKEN_PAPER, 0.86f))});
        ui_text(ui, words_for(context, "alone.sitting", "tiny.sitting"), style);
        ui_close(ui);
    }
    ui_close(ui);
    if (pressed) {
        light(context);
    }
}

void screen_tiny(ScreenContext *context) {
    Ui *ui = context->ui;
    UiState *here = ui_state(ui, ui_id(ui, "tiny-evening", 0));
    if (here->used_frame + 1 < ui->frame) {
        context->memory->sitting_since_ms = 0; /* of an evening ago, or before a pause */
    }
    here->used_frame = ui->frame;
    scenery(context);
    if (context->memory->sitting_since_ms) {
        sitting(context);
    } else {
        card_column(context);
    }
}
