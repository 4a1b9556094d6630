/* SPDX-License-Identifier: MIT */
/* Pause (mock-up 26): a breath, and every way out without loss. And the break of twenty minutes. */
#include "screen.h"

#include <math.h>
#include <stdio.h>

/* screens-2.md 26: the disc grows 134 -> 154 in 4 s, shrinks in 6 s; ten stones, one a breath. */
enum { BREATH_IN_MS = 4000, BREATH_MS = 10000, BREATHS = 10 };

static void dim_valley(ScreenContext *context, bool figures) {
    Ui *ui = context->ui;
    float gy = ui->height - 180;
    float cx = 360 + (ui->width - 1280) * 0.3f;
    Valley valley = {.cx = cx,
                     .gy = gy,
                     .half = 130,
                     .hz = gy - 240,
                     .sun_x = ui->width - 150,
                     .seed = 4,
                     .season = context->season,
                     .flowers = true,
                     .near_banks = true};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                    fill_of(paint_alpha(TOKEN_SCRIM, ui->evening ? 0.2f : 0.4f)), (Paint){0}, 0);
    draw_still_end(ui->list);
    static const float lamps[] = {-310, -248, 230, 306};
    for (int i = 0; i < 4; i++) {
        valley_lantern(ui, cx + lamps[i], gy + 26, 0.9f, LANTERN_LIT);
    }
    for (int player = 1; figures && player <= 2; player++) {
        DrawPerson drawn = {.person = player_person(context, player),
                            .face = PERSON_RELIEVED,
                            .face_from = PERSON_RELIEVED,
                            .face_mix = 1,
                            .pose = POSE_STAND,
                            .full_figure = true,
                            .mirrored = player == 2,
                            .at = {cx + (player == 1 ? -164.0f : 164.0f), gy + 66},
                            .scale = 136,
                            .alpha = 255};
        draw_person(ui->list, &drawn);
    }
}

typedef struct BreathData {
    float radius;
    int stones;
} BreathData;

static void paint_breath(Ui *ui, Rect rect, const void *data) {
    const BreathData *breath = data;
    DrawList *list = ui->list;
    float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
    draw_ellipse(list, x, y, breath->radius + 20, breath->radius + 20,
                 paint_alpha(TOKEN_GOLD, 0.3f));
    path_begin(list);
    path_add_ellipse(list, x, y, breath->radius, breath->radius);
    path_paint(list, fill_of(paint_of(TOKEN_PAPER)), paint_of(TOKEN_GOLD), 4, 0, 0);
    path_begin(list);
    path_add_ellipse(list, x, y, 192, 192);
    path_stroke(list, paint_alpha(TOKEN_GOLD, 0.8f), 3, 3, 8);
    for (int i = 0; i < BREATHS; i++) {
        float angle = (float)i * 0.62831853f;
        Rect stone = {x + 192 * sinf(angle) - 19, y - 192 * cosf(angle) - 12, 38, 24};
        path_begin(list);
        path_add_round_rect(list, stone, 8);
        if (i < breath->stones) {
            path_fill(list, fill_of(paint_mix(TOKEN_GOLD, TOKEN_WHITE, 0.4f)));
        } else {
            path_paint(list, fill_of(paint_of(TOKEN_PAPER)), paint_of(TOKEN_GOLD), 2.2f, 5, 5);
        }
    }
}

static void breathing(ScreenContext *context) {
    Ui *ui = context->ui;
    int64_t since_ms = ui_since(ui, ui_id(ui, "breath", 0));
    int done = (int)(since_ms / BREATH_MS);
    int64_t in_breath_ms = since_ms % BREATH_MS;
    bool is_in = in_breath_ms < BREATH_IN_MS;
    bool over = done >= BREATHS;
    float t = is_in ? (float)in_breath_ms / BREATH_IN_MS
                    : 1 - (float)(in_breath_ms - BREATH_IN_MS) / (BREATH_MS - BREATH_IN_MS);
    BreathData data = {134 + (ui->calm || over ? 10 : 20 * ease_sine(t)), over ? BREATHS : done};
    if (!over) {
        ui->wants_ambient = true; /* in calm motion the words change, the disc stays */
    }
    float x = 360 + (ui->width - 1280) * 0.3f;
    ui_open(ui, &(UiBox){.absolute = true,
                         .at_x = x - 215,
                         .at_y = ui->height / 2 - 285,
                         .width = 430,
                         .height = 430,
                         .dir = UI_LAYERS,
                         .main = UI_CENTER,
                         .cross = UI_CENTER});
    ui_custom(ui, &(UiBox){.width = 430, .height = 430}, paint_breath, &data, sizeof data);
    ui_open(ui, &(UiBox){.width = 230, .cross = UI_CENTER, .gap = 4});
    const char *word = over ? "pause.minute" : is_in ? "pause.breathe-in" : "pause.breathe-out";
    ui_text(ui, tr(context, word), style_centred(style_display(36 / ui->text_scale)));
    const char *more = over ? "pause.minute-more" : is_in ? "pause.in-more" : "pause.out-more";
    ui_text(ui, tr(context, more),
            style_centred(style_text(FONT_TEXT, 17 / ui->text_scale, TOKEN_INK2)));
    ui_close(ui);
    ui_close(ui);
}

static void row(ScreenContext *context, const char *name, const char *icon, const char *key,
                const char *cap, EventKind kind, int value) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, name, 0);
    ui_open_id(
        ui, id,
        &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 16, .pad_x = 8, .min_height = 50});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 14, 0);
    ui_icon(ui, icon, 24, paint_of(TOKEN_INK));
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, key), style_text(FONT_TEXT_SEMI, 18, TOKEN_INK));
    ui_close(ui);
    if (cap[0]) {
        ui_key(ui, cap, ui->prompts.device, 14);
    } else {
        ui_icon(ui, ui->rtl ? "chevron-left" : "chevron-right", 20, paint_of(TOKEN_INK2));
    }
    ui_close(ui);
    if (pressed) {
        emit(context, kind, 0, value);
    }
}

static void menu(ScreenContext *context) {
    Ui *ui = context->ui;
    UiBox box = ui_card(440 + 140 * (ui->text_scale - 1), 36);
    box.absolute = true;
    box.anchor_x = 1;
    box.anchor_y = 0.5f;
    box.at_x = -68;
    box.gap = 12;
    box.radius = 32;
    box.max_height = ui->height - 40;
    box.scroll = true;
    ui_open_id(ui, ui_id(ui, "pause-menu", 0), &box);
    ui_text(ui, tr(context, "pause.title"), style_display(38));
    ui_text(ui, tr(context, "pause.nothing-runs"), style_text(FONT_TEXT, 17, TOKEN_INK2));
    ui_gap(ui, 2);
    if (ui_button_first(
            ui, "resume",
            &(Button){
                .label = tr(context, "pause.resume"), .icon = "play", .size = 21, .height = 60})) {
        emit(context, EV_BACK, 0, 0);
    }
    ui_gap(ui, 4);
    if (ui_button(ui, "stop",
                  &(Button){.label = tr(context, "pause.stop"),
                            .icon = "moon",
                            .kind = BUTTON_GHOST,
                            .size = 18,
                            .height = 56})) {
        emit(context, EV_LEAVE, 0, 0);
    }
    UiStyle truth = style_text(FONT_TEXT, 16, TOKEN_INK2);
    truth.line_height = 1.45f;
    ui_text(ui,
            tr(context, context->game->evening.cards_done ? "pause.stop-lit" : "pause.stop-waits"),
            truth);
    ui_rule(ui, 5);
    row(context, "break", "timer", "pause.break", "", EV_BREAK, 1);
    row(context, "settings", "settings", "nav.settings", "", EV_OPEN, OVERLAY_SETTINGS);
    row(context, "help", "leaf", "nav.help", ui->prompts.help, EV_OPEN, OVERLAY_HELP);
    ui_close(ui);
}

void overlay_pause(ScreenContext *context) {
    Ui *ui = context->ui;
    dim_valley(context, true);
    if (ui->text_scale < 1.6f) {
        breathing(context);
        ui_open(ui, &(UiBox){.absolute = true,
                             .at_x = 125 + (ui->width - 1280) * 0.3f,
                             .anchor_y = 1,
                             .at_y = -34});
        ui_chip(ui, "leaf", tr(context, "pause.ten-breaths"));
        ui_close(ui);
    }
    menu(context);
}

void overlay_break(ScreenContext *context) {
    Ui *ui = context->ui;
    const Game *game = context->game;
    int64_t left_ms = game->break_until_ms - context->now.utc_ms;
    int minutes = left_ms > 0 ? (int)((left_ms + 59999) / 60000) : 0;
    dim_valley(context, false);
    UiBox box = ui_card(560, 36);
    box.absolute = true;
    box.anchor_x = box.anchor_y = 0.5f;
    box.gap = 14;
    box.radius = 32;
    box.max_height = ui->height - 40;
    box.scroll = true;
    ui_open_id(ui, ui_id(ui, "break-card", 0), &box);
    bool waits = game->break_until_ms != 0 && minutes > 0;
    ui_text(ui, tr(context, waits ? "break.title" : "break.over"),
            style_centred(style_display(36)));
    ui_text(ui, waits ? trn(context, "break.minutes", minutes) : tr(context, "break.over-text"),
            style_centred(style_text(FONT_TEXT_SEMI, 20, TOKEN_INK)));
    if (waits) {
        ui_text(ui, tr(context, "break.how"), style_centred(style_body()));
    }
    ui_gap(ui, 4);
    if (ui_button_first(ui, "back",
                        &(Button){.label = tr(context, "break.back"), .size = 20, .height = 56})) {
        emit(context, EV_BREAK, 0, 0);
    }
    ui_close(ui);
}
