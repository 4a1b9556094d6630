/* SPDX-License-Identifier: MIT */
/* Evening light over the valley, whatever the theme: only the lamps and the two stand out. */
#include "dim_valley.h"

static float ground(const Ui *ui) {
    return ui->height - 180;
}

void dim_valley(ScreenContext *context, float cx, float glow_y) {
    static const float lamps[] = {-310, -248, 230, 306};
    Ui *ui = context->ui;
    char name[64];
    float gy = ground(ui);
    Valley valley = {.cx = cx,
                     .gy = gy,
                     .half = 130,
                     .hz = gy - 240,
                     .sun_x = ui->width - 150,
                     .seed = 4,
                     .season = context->season,
                     .flowers = GROWTH_FLOWERS_MAX,
                     .near_banks = true};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                    fill_of(paint_alpha(TOKEN_SCRIM, ui->evening ? 0.2f : 0.45f)), (Paint){0}, 0);
    if (glow_y > 0) {
        DrawSprite glow = {.at = {cx, glow_y},
                           .scale_x = 1,
                           .scale_y = 1,
                           .tint = paint_alpha(TOKEN_GOLD, ui->evening ? 0.4f : 0.3f)};
        draw_sprite_ex(ui->list, valley_sprite(ui, "glow/sun", name), glow, 310);
    }
    for (int i = 0; i < 4; i++) {
        valley_lantern(ui, cx + lamps[i], gy + 26, 0.9f, LANTERN_LIT);
    }
    draw_still_end(ui->list);
}

void dim_figures(ScreenContext *context, float cx) {
    for (int player = 1; player <= 2; player++) {
        DrawPerson drawn = {.person = player_person(context, player),
                            .face = PERSON_RELIEVED,
                            .face_from = PERSON_RELIEVED,
                            .face_mix = 1,
                            .pose = POSE_STAND,
                            .full_figure = true,
                            .mirrored = player == 2,
                            .at = {cx + (player == 1 ? -164.0f : 164.0f), ground(context->ui) + 66},
                            .scale = 136,
                            .alpha = context->ui->strong ? 110 : 255};
        draw_person(context->ui->list, &drawn);
    }
}
