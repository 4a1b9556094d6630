/* SPDX-License-Identifier: MIT */
/* The hand-over (mock-up 03): one person chooses unseen, the other looks away. */
#include "card_parts.h"

enum { HOLD_MS = 700, PEEK_AFTER_MS = 6000 };

static void dark_valley(ScreenContext *context) {
    Ui *ui = context->ui;
    float gy = ui->height - 240;
    Valley valley = {.cx = ui->width / 2,
                     .gy = gy,
                     .half = 170,
                     .hz = gy - 210,
                     .sun_x = ui->width / 2,
                     .seed = 7,
                     .season = context->season,
                     .flowers = GROWTH_FLOWERS_MAX,
                     .near_banks = true};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                    fill_of(paint_alpha(TOKEN_SCRIM, 0.52f)), (Paint){0}, 0);
    draw_still_end(ui->list);
}

static void big_bust(ScreenContext *context, int player, PersonFace face, PersonPose pose) {
    Ui *ui = context->ui;
    float x = player == 1 ? 236 : ui->width - 230;
    DrawPerson drawn = {.person = player_person(context, player),
                        .face = face,
                        .face_from = face,
                        .face_mix = 1,
                        .pose = pose,
                        .mirrored = player == 2,
                        .at = {x, ui->height - 276},
                        .scale = 1.12f,
                        .alpha = 255};
    draw_person(ui->list, &drawn);
}

typedef struct RingData {
    int player;
    float filled;
} RingData;

static void paint_ring(Ui *ui, Rect rect, const void *data) {
    const RingData *ring = data;
    draw_hold_ring(ui, rect.x + rect.w / 2, rect.y + rect.h / 2, 54, ring->player, ring->filled);
}

/* Played with one hand nothing has to be held down. */
static bool needs_holding(const ScreenContext *context) {
    const int *settings = context->game->settings;
    return settings[SETTING_HOLD] != 0 && !settings[SETTING_ONE_HAND];
}

/* Holding fills the ring; full, the card shows and stays until the choice is made. */
static float hold(ScreenContext *context, UiId ring) {
    Ui *ui = context->ui;
    bool needs_hold = needs_holding(context);
    if (!ui_is_held(ui, ring)) {
        context->memory->hold_start_ms = 0;
        return 0;
    }
    if (context->memory->hold_start_ms == 0) {
        context->memory->hold_start_ms = ui->now_ms;
    }
    ui->wants_frames = true;
    float filled =
        needs_hold ? (float)(ui->now_ms - context->memory->hold_start_ms) / (float)HOLD_MS : 1;
    if (filled >= 1) {
        context->memory->hold_start_ms = 0;
        emit(context, EV_COVER, 0, 1);
    }
    return filled;
}

static void cover_card(ScreenContext *context, int holder) {
    Ui *ui = context->ui;
    const char *holder_name = player_name(context, holder);
    const char *other_name = player_name(context, 3 - holder);
    UiBox box = ui_card(480, 28);
    box.absolute = true;
    box.anchor_x = 0.5f;
    box.anchor_y = 0.5f;
    box.at_y = -12;
    box.gap = 12;
    box.radius = 32;
    box.cross = UI_CENTER;
    box.max_height = ui->height - 120;
    box.scroll = true;
    ui_open_id(ui, ui_id(ui, "cover", 0), &box);
    ui_icon(ui, "eye-off", 56 / ui->text_scale, paint_of(holder == 1 ? TOKEN_P2 : TOKEN_P1));
    ui_text(ui, tr1(context, "cover.eyes-closed", "name", other_name),
            style_centred(style_display(36)));
    UiStyle body = style_centred(style_text(FONT_TEXT, 19, TOKEN_INK));
    body.line_height = 1.42f;
    ui_text(ui, tr2(context, "cover.belongs", "holder", holder_name, "other", other_name), body);
    UiId ring = ui_id(ui, "ring", 0);
    ui_focus_first(ui, ring);
    RingData data = {holder, hold(context, ring)};
    ui_open_id(ui, ring, &(UiBox){.width = 128, .height = 128});
    ui_touchable(ui, ring, UI_ROLE_BUTTON, 64, 0);
    ui_custom(ui, &(UiBox){.width = 128, .height = 128}, paint_ring, &data, sizeof data);
    ui_close(ui);
    bool holds = needs_holding(context);
    bool one_hand = context->game->settings[SETTING_ONE_HAND] != 0;
    ui_text(ui, tr1(context, holds ? "cover.hold" : "cover.press", "name", holder_name),
            style_centred(style_text(FONT_TEXT_BOLD, 19, TOKEN_INK)));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 10});
    ui_key(ui, one_hand ? ui->prompts.confirm : ui->prompts.hold, ui->prompts.device,
           15 / ui->text_scale);
    ui_text(ui, tr(context, holds ? "cover.or-hold" : "cover.or-press"),
            style_text(FONT_TEXT, 15, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
}

void card_cover(ScreenContext *context) {
    Ui *ui = context->ui;
    int holder = context->game->play.holder;
    dark_valley(context);
    int64_t waiting_ms = ui_since(ui, ui_id(ui, "waiting", holder));
    bool peeks = !ui->calm && waiting_ms > PEEK_AFTER_MS && waiting_ms < PEEK_AFTER_MS + 900;
    if (!ui->calm && waiting_ms <= PEEK_AFTER_MS + 900) {
        ui->wants_ambient = true;
    }
    big_bust(context, holder, PERSON_AMUSED, POSE_REST);
    big_bust(context, 3 - holder, peeks ? PERSON_AMUSED : PERSON_RELIEVED,
             peeks ? POSE_REST : POSE_COVER);
    card_frame(context, tr(context, "cover.title"), tr(context, "cover.subtitle"), false);
    cover_card(context, holder);
    ui_open(ui, &(UiBox){.absolute = true, .anchor_x = 1, .at_x = -40, .at_y = 36});
    if (ui_button(ui, "apart",
                  &(Button){.label = tr(context, "cover.apart"),
                            .icon = "skip-forward",
                            .kind = BUTTON_GHOST,
                            .size = 16,
                            .height = 44})) {
        emit(context, EV_APART, 0, 0);
    }
    ui_close(ui);
    for (int player = 1; player <= 2; player++) {
        ui_open(ui, &(UiBox){.absolute = true,
                             .anchor_x = player == 1 ? 0 : 1,
                             .anchor_y = 1,
                             .at_x = player == 1 ? 96.0f : -90.0f,
                             .at_y = -46,
                             .width = 290,
                             .cross = UI_CENTER});
        ui_tag(ui, player,
               tr1(context, player == holder ? "cover.your-turn" : "cover.no-peeking", "name",
                   player_name(context, player)));
        ui_close(ui);
    }
}
