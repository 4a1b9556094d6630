/* SPDX-License-Identifier: MIT */
/* A chapter's end (mock-up 28): the keystone holds, and each says one line aloud. */
#include "journey_parts.h"

#include <stdio.h>

enum { DECK_MS = 1400, WALK_MS = 1200, KEYSTONE_STONES = 13, FADE_MS = 400 };

/* The deck closes from both banks, then both walk to the middle; calm: it stands. */
static void stage(ScreenContext *context) {
    Ui *ui = context->ui;
    float closed = ui_progress(ui, ui_id(ui, "deck", 0), 0, DECK_MS, true);
    float walked = ui_progress(ui, ui_id(ui, "walk", 0), DECK_MS, WALK_MS, true);
    float cx = ui->width / 2, gy = ui->height - 130;
    Valley valley = {.cx = cx,
                     .gy = gy,
                     .half = 240,
                     .hz = gy - 300,
                     .sun_x = cx,
                     .seed = 3,
                     .season = context->season,
                     .flowers = GROWTH_FLOWERS_MAX,
                     .near_banks = true};
    Arch arch = {.cx = cx,
                 .base_y = gy + 24,
                 .half = 220,
                 .rise = 130,
                 .thick = 44,
                 .count = KEYSTONE_STONES,
                 .built = (int)(closed * KEYSTONE_STONES),
                 .full = closed >= 1,
                 .glowing = closed >= 1 ? KEYSTONE_STONES / 2 : -1};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    draw_still_end(ui->list);
    valley_arch(ui, &arch);
    for (int player = 1; player <= 2; player++) {
        float side = player == 1 ? -1.0f : 1.0f;
        float along = ease_sine(walked);
        float x = cx + side * (430 - 396 * along);
        float y = gy + 20 - 172 * along;
        DrawPerson drawn = {.person = player_person(context, player),
                            .face = player == 1 ? PERSON_TOUCHED : PERSON_HAPPY,
                            .face_mix = 1,
                            .pose = walked >= 1 ? POSE_REACH : POSE_STAND,
                            .full_figure = true,
                            .mirrored = player == 2,
                            .at = {x, y},
                            .scale = 164,
                            .alpha = 255};
        draw_person(ui->list, &drawn);
    }
    valley_ambient(ui, &valley);
}

static void headings(ScreenContext *context) {
    Ui *ui = context->ui;
    const Game *game = context->game;
    int chosen = game_chapter(game);
    const Chapter *chapter = &game->journey.chapters[chosen];
    char number[12];
    snprintf(number, sizeof number, "%d", chosen + 1);
    ui_text(
        ui,
        tr2(context, "journey.chapter-of", "n", number, "title", journey_title(context, chosen)),
        style_centred(style_text(FONT_TEXT_BOLD, 18, TOKEN_INK)));
    ui_text(ui, tr(context, "keystone.title"),
            style_centred(style_display((50 + 10 * (ui->text_scale - 1)) / ui->text_scale)));
    int mended = journey_count(chapter, MOMENT_MENDED);
    ui_text(ui, mended > 0 ? trn(context, "keystone.mended", mended) : tr(context, "keystone.sub"),
            style_centred(style_text(FONT_TEXT_SEMI, 18, TOKEN_INK)));
}

static void say_card(ScreenContext *context, int player, float width) {
    Ui *ui = context->ui;
    Person person = player_person(context, player);
    UiBox box = ui_card(width, 20);
    box.gap = 10;
    ui_open_id(ui, ui_id(ui, "say", player), &box);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 14});
    ui_portrait(ui, &person, player == 1 ? PERSON_TOUCHED : PERSON_HAPPY, player, player == 2, 32);
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr1(context, "keystone.say", "name", player_name(context, player)),
            style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    ui_text(ui, tr(context, "keystone.own-words"), style_text(FONT_TEXT, 15, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
    ui_text(ui, tr(context, player == 1 ? "keystone.line-one" : "keystone.line-two"),
            style_display(22));
    ui_close(ui);
}

static void see_week(ScreenContext *context) {
    Ui *ui = context->ui;
    if (ui_button_first(ui, "see-week",
                        &(Button){.label = tr(context, "keystone.see-week"),
                                  .icon = "arrow-right",
                                  .key = ui->prompts.confirm,
                                  .size = 20,
                                  .height = 56})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
}

static void in_a_column(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open_id(ui, ui_id(ui, "column", 0),
               &(UiBox){.absolute = true,
                        .anchor_x = 0.5f,
                        .at_y = 16,
                        .width = ui->width - 120,
                        .height = ui->height - 32,
                        .scroll = true,
                        .cross = UI_CENTER,
                        .gap = 16});
    UiBox box = ui_card(ui->width - 160, 20);
    box.gap = 6;
    ui_open(ui, &box);
    headings(context);
    ui_close(ui);
    say_card(context, 1, ui->width - 160);
    say_card(context, 2, ui->width - 160);
    see_week(context);
    ui_close(ui);
}

static void beside_the_bridge(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_x = 0.5f,
                         .at_y = 24,
                         .width = ui->width - 200,
                         .cross = UI_CENTER,
                         .gap = 4});
    headings(context);
    ui_close(ui);
    for (int player = 1; player <= 2; player++) {
        ui_open(ui, &(UiBox){.absolute = true,
                             .anchor_x = player == 1 ? 0.0f : 1.0f,
                             .at_x = player == 1 ? 40.0f : -40.0f,
                             .at_y = 184});
        say_card(context, player, 360);
        ui_close(ui);
    }
    ui_open(ui, &(UiBox){.absolute = true, .anchor_x = 1, .anchor_y = 1, .at_x = -36, .at_y = -18});
    see_week(context);
    ui_close(ui);
}

void screen_keystone(ScreenContext *context) {
    stage(context);
    if (context->ui->text_scale > 1.3f) {
        in_a_column(context);
    } else {
        beside_the_bridge(context);
    }
}
