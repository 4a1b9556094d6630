/* SPDX-License-Identifier: MIT */
/* Home (mock-ups 01 and 14): the place the two are building, and Today. */
#include "screen.h"

#include <stdio.h>

enum { LANTERNS_SHOWN = 6 };

static Valley home_valley(const ScreenContext *context) {
    const Ui *ui = context->ui;
    return (Valley){.cx = ui->width * 872 / 1280,
                    .gy = ui->height - 200,
                    .half = 154,
                    .hz = ui->height - 420,
                    .sun_x = ui->width * (ui->evening ? 1010.0f : 640.0f) / 1280,
                    .seed = 2,
                    .season = context->season,
                    .flowers = true,
                    .near_banks = true};
}

static Arch home_arch(const ScreenContext *context, const Valley *valley) {
    int stones = context->game->tally.bridge;
    int built = stones % RULES_ARCH_STONES;
    bool whole = stones > 0 && built == 0;
    return (Arch){.cx = valley->cx,
                  .base_y = valley->gy + 18,
                  .half = 148,
                  .rise = 104,
                  .thick = 34,
                  .count = RULES_ARCH_STONES,
                  .built = whole ? RULES_ARCH_STONES : built,
                  .full = whole,
                  .glowing = -1};
}

/* Bridges finished earlier, upstream and small. */
static void earlier_bridges(ScreenContext *context, const Valley *valley) {
    int stones = context->game->tally.bridge;
    int finished = stones / RULES_ARCH_STONES - (stones % RULES_ARCH_STONES == 0 ? 1 : 0);
    for (int i = 0; i < finished && i < 2; i++) {
        float scale = i == 0 ? 0.2f : 0.13f;
        Arch arch = {.cx = valley->cx + (i == 0 ? 14.0f : 66.0f),
                     .base_y = valley->hz + (i == 0 ? 132.0f : 96.0f),
                     .half = 148 * scale,
                     .rise = 84 * scale,
                     .thick = 34 * scale,
                     .count = 9,
                     .built = 9,
                     .full = false,
                     .glowing = -1};
        valley_small_arch(context->ui, &arch);
    }
}

static LanternState lantern_state(StreakDay day) {
    switch (day) {
    case STREAK_DAY_DONE:
    case STREAK_DAY_REPAIRED: return LANTERN_LIT;
    case STREAK_DAY_REST:
    case STREAK_DAY_HELD:
    case STREAK_DAY_AWAY: return LANTERN_REST;
    case STREAK_DAY_QUIET:
    case STREAK_DAY_TODAY:
    case STREAK_DAY_FUTURE: return LANTERN_UNLIT;
    }
    return LANTERN_UNLIT;
}

/* This week's evenings as lanterns along the path, three a side; the last is the next to light. */
static void lanterns(ScreenContext *context, const Valley *valley) {
    static const float places[LANTERNS_SHOWN][2] = {{-388, 2}, {-312, 8}, {-238, 14},
                                                    {226, 13}, {284, 9},  {342, 4}};
    int today = (int)(context->game->evening.day - context->game->week_first);
    int first = today - LANTERNS_SHOWN + 1;
    bool done = context->game->evening.cards_done;
    for (int i = 0; i < LANTERNS_SHOWN; i++) {
        int day = first + i;
        LanternState state = LANTERN_UNLIT;
        if (day >= 0 && day < 7) {
            state = lantern_state(context->game->week[day]);
        } else if (day < 0) {
            state = lantern_state(context->game->last_week[day + 7]);
        }
        if (day == today && done) {
            state = LANTERN_LIT;
        }
        valley_lantern(context->ui, valley->cx + places[i][0], valley->gy + places[i][1], 0.98f,
                       state);
    }
}

static void figure(ScreenContext *context, int player, float x, float y, float height,
                   PersonPose pose, bool mirrored) {
    Ui *ui = context->ui;
    Person person = player_person(context, player);
    DrawPerson drawn = {.person = person,
                        .face = PERSON_HAPPY,
                        .face_from = PERSON_HAPPY,
                        .face_mix = 1,
                        .pose = pose,
                        .full_figure = true,
                        .mirrored = mirrored,
                        .blink = player_blinks(context, player),
                        .at = {x, y},
                        .scale = height,
                        .alpha = 255};
    draw_person(ui->list, &drawn);
}

static void scenery(ScreenContext *context) {
    Ui *ui = context->ui;
    Valley valley = home_valley(context);
    Arch arch = home_arch(context, &valley);
    char name[64];
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    earlier_bridges(context, &valley);
    valley_banks(ui, &valley);
    draw_sprite(ui->list, valley_sprite(ui, "tree/round/green", name), ui->width - 44,
                valley.gy - 12, 1.5f, 260);
    draw_sprite(
        ui->list,
        valley_sprite(
            ui, context->season == SEASON_AUTUMN ? "tree/round/amber" : "tree/round/green2", name),
        valley.cx - 352, valley.gy - 14, 1.05f, 190);
    draw_sprite(ui->list, valley_sprite(ui, "tree/bush/green", name), valley.cx - 286,
                valley.gy - 10, 0.8f, 60);
    draw_sprite(
        ui->list,
        valley_sprite(ui, context->season == SEASON_AUTUMN ? "tree/bush/amber" : "tree/bush/green2",
                      name),
        valley.cx + 288, valley.gy - 12, 0.9f, 60);
    valley_arch(ui, &arch);
    draw_still_end(ui->list);
    valley_ambient(ui, &valley);
    lanterns(context, &valley);
    if (context->game->tally.wall > 0) {
        valley_wall(ui, valley.cx + 206, valley.gy + 34, context->game->tally.wall, 0.62f, false,
                    false);
    }
    figure(context, 1, valley.cx - 168, valley.gy + 30, 178, POSE_FIGURE_WAVE, false);
    figure(context, 2, valley.cx + 170, valley.gy + 30, 188, POSE_CARRY, true);
    draw_sprite_ex(
        ui->list, valley_sprite(ui, "dog", name),
        (DrawSprite){.at = {valley.cx + 286, valley.gy + 56}, .scale_x = -0.62f, .scale_y = 0.62f},
        80);
    if (ui->evening) {
        draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                        fill_of(paint_alpha(TOKEN_SCRIM, 0.10f)), (Paint){0}, 0);
    }
}

static void header(ScreenContext *context) {
    Ui *ui = context->ui;
    char name[64], stones[16];
    ui_open(
        ui,
        &(UiBox){
            .absolute = true, .at_x = 40, .at_y = 26, .dir = UI_ROW, .cross = UI_CENTER, .gap = 8});
    ui_sprite(ui, valley_sprite(ui, "logo", name), 64, 52, 1.05f, 0, 0);
    UiStyle title = style_display(38 / ui->text_scale);
    ui_text(ui, tr(context, "app.name"), title);
    ui_close(ui);
    const Game *game = context->game;
    snprintf(stones, sizeof stones, "%d",
             game->tally.bridge > 0 && game->tally.bridge % RULES_ARCH_STONES == 0
                 ? RULES_ARCH_STONES
                 : game->tally.bridge % RULES_ARCH_STONES);
    char arch[16];
    snprintf(arch, sizeof arch, "%d", RULES_ARCH_STONES);
    ui_open(
        ui,
        &(UiBox){
            .absolute = true, .anchor_x = 1, .at_x = -40, .at_y = 30, .dir = UI_ROW, .gap = 14});
    ui_chip(ui, "bridge", tr2(context, "home.stones", "laid", stones, "all", arch));
    ui_chip(ui, "flame",
            game->streak.current > 1 ? trn(context, "home.in-a-row", game->streak.current)
                                     : trn(context, "home.evenings", game->streak.lifetime_days));
    ui_close(ui);
}

static void tags(ScreenContext *context) {
    Ui *ui = context->ui;
    Valley valley = home_valley(context);
    for (int player = 1; player <= 2; player++) {
        float x = valley.cx + (player == 1 ? -176.0f : 174.0f);
        ui_open(ui, &(UiBox){.absolute = true,
                             .at_x = x - 120,
                             .at_y = valley.gy + 42,
                             .width = 240,
                             .main = UI_START,
                             .cross = UI_CENTER});
        ui_tag(ui, player, player_name(context, player));
        ui_close(ui);
    }
}

static void card_preview(ScreenContext *context, const Card *card) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 14,
                         .pad_x = 14,
                         .pad_y = 10,
                         .min_height = 62,
                         .radius = 16,
                         .fill = fill_of(paint_of(TOKEN_PAPER2))});
    ui_icon(ui, card->icon[0] ? card->icon : "message-circle-heart", 26, paint_of(TOKEN_P1));
    ui_open(ui, &(UiBox){.grow = 1});
    UiStyle style = style_text(FONT_TEXT_BOLD, 18, TOKEN_INK);
    style.line_height = 1.25f;
    ui_text(ui, card->title[0] ? card->title : tr(context, "card.kind.ask"), style);
    style = style_text(FONT_TEXT, 15, TOKEN_INK2);
    style.line_height = 1.3f;
    ui_text(ui, card_about(context, card), style);
    ui_close(ui);
    ui_close(ui);
}

static void here_button(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    const Evening *evening = &context->game->evening;
    bool here = evening->here[player - 1];
    char name[8];
    snprintf(name, sizeof name, "here%d", player);
    UiId id = ui_id(ui, name, 0);
    if (!here) {
        ui_focus_first(ui, id);
    }
    DrawToken colour = player == 1 ? TOKEN_P1 : TOKEN_P2;
    DrawToken soft = player == 1 ? TOKEN_P1SOFT : TOKEN_P2SOFT;
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .main = UI_CENTER,
                        .cross = UI_CENTER,
                        .gap = 8,
                        .grow = 1,
                        .min_height = 52,
                        .pad_x = 10,
                        .pad_y = 6,
                        .radius = 26,
                        .border = paint_of(colour),
                        .border_width = 2.5f,
                        .fill = fill_of(paint_of(here ? soft : TOKEN_PAPER))});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 26, 0);
    if (here && ui->focus == id) {
        ui->focus = 0; /* on to the partner's */
    }
    ui_mark(ui, player, 10);
    UiStyle style = style_centred(style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    style.line_height = 1.2f;
    ui_text(ui, tr(context, here ? "home.is-here" : "home.im-here"), style);
    ui_close(ui);
    bool own_key = (ui_input_is(ui, INPUT_HERE) || ui_input_is(ui, INPUT_ANSWER)) &&
                   ui->input->player == player;
    /* Two pads: each A is its player's. One pad passed on, or Enter: whose button has the focus. */
    bool two_pads =
        ui->prompts.player_device[0] == DEVICE_PAD && ui->prompts.player_device[1] == DEVICE_PAD;
    bool confirms = ui_input_is(ui, INPUT_CONFIRM) && ui->input->down && !ui->input->repeat;
    bool by_pad = confirms && two_pads && ui->input->player != 0;
    bool own_confirm = by_pad && ui->input->player == player;
    if ((pressed && !by_pad) || own_key || own_confirm) {
        emit(context, EV_HERE, player, 0);
    }
}

/* After days away: no word of the days, only that it is good to be back (screens.md 1). */
static bool was_away(const Game *game) {
    return game->play_count > 0 &&
           game->evening.day - game->plays[game->play_count - 1].play_date > 2;
}

static void arrival(ScreenContext *context) {
    Ui *ui = context->ui;
    const Card *card = game_next_card(context->game, context->world);
    const Evening *evening = &context->game->evening;
    bool resumes = context->game->play.card || (evening->here[0] && evening->here[1]);
    UiStyle caption = style_text(FONT_TEXT_SEMI, 15, TOKEN_INK2);
    if (resumes) {
        ui_text(ui, tr(context, "home.in-the-middle"), caption);
    } else {
        ui_text(ui, tr(context, was_away(context->game) ? "home.good-to-see" : "home.first-card"),
                caption);
    }
    if (context->game->play.card) {
        card = context->game->play.card;
    }
    if (card) {
        card_preview(context, card);
    }
    if (resumes) {
        if (ui_button_first(ui, "resume",
                            &(Button){.label = tr(context, "home.resume"),
                                      .stretch = true,
                                      .key = ui->prompts.confirm})) {
            emit(context, EV_HERE, 0, 0);
        }
        return;
    }
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 14, .cross = UI_STRETCH});
    here_button(context, 1);
    here_button(context, 2);
    ui_close(ui);
}

static void challenge_part(ScreenContext *context) {
    Ui *ui = context->ui;
    const Card *card = game_challenge(context->game, context->world);
    if (!card) {
        ui_text(ui, tr(context, "home.no-challenge"), style_body());
        return;
    }
    ui_text(ui, card->title, style_display(30));
    ui_text(ui, card_text(context, card->text), style_body());
}

static void done_part(ScreenContext *context) {
    Ui *ui = context->ui;
    bool open = game_challenge(context->game, context->world) &&
                context->game->evening.challenge_state != CHALLENGE_DONE;
    ui_text(ui, tr(context, "home.laid"), style_text(FONT_TEXT_BOLD, 18, TOKEN_MOSS));
    if (open &&
        ui_button_first(ui, "challenge",
                        &(Button){.label = tr(context, "home.open-challenge"), .stretch = true})) {
        emit(context, EV_CHALLENGE_OPEN, 0, 0);
    }
    if (ui_button_first(ui, "another",
                        &(Button){.label = tr(context, "home.another"),
                                  .kind = BUTTON_GHOST,
                                  .stretch = true})) {
        emit(context, EV_ANOTHER, 0, 0);
    }
}

static void today_card(ScreenContext *context) {
    Ui *ui = context->ui;
    UiBox box = ui_card(372 + 60 * (ui->text_scale - 1), 24);
    box.absolute = true;
    box.at_x = 40;
    box.at_y = 124;
    box.gap = 10;
    box.max_height = ui->height - 124 - 96;
    box.scroll = true;
    ui_open_id(ui, ui_id(ui, "today", 0), &box);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .main = UI_BETWEEN, .gap = 8});
    ui_pill(ui, ui->evening ? "moon" : "sun",
            trn(context, "home.today-day", game_day_number(context->game)), TOKEN_MOSS_SOFT,
            TOKEN_MOSS);
    ui_text(ui, tr(context, "home.about-five"), style_text(FONT_TEXT_SEMI, 15, TOKEN_INK2));
    ui_close(ui);
    challenge_part(context);
    ui_gap(ui, 4);
    ui_rule(ui, 5);
    ui_gap(ui, 4);
    if (context->game->evening.cards_done) {
        done_part(context);
    } else {
        arrival(context);
    }
    ui_close(ui);
}

typedef struct NavItem {
    const char *icon, *key;
    Overlay overlay;
} NavItem;

static void nav_item(ScreenContext *context, const NavItem *item, bool active) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, item->key, 0);
    DrawToken ink = active ? TOKEN_MOSS : TOKEN_INK2;
    ui_open_id(ui, id,
               &(UiBox){.cross = UI_CENTER,
                        .main = UI_CENTER,
                        .min_width = 112,
                        .pad_x = 14,
                        .pad_y = 5,
                        .min_height = 50,
                        .gap = 1,
                        .radius = 25,
                        .fill = fill_of(paint_of(active ? TOKEN_MOSS_SOFT : TOKEN_NONE))});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 25, 0);
    ui_icon(ui, item->icon, 22, paint_of(ink));
    UiStyle style =
        style_text(active ? FONT_TEXT_BOLD : FONT_TEXT_SEMI, 14, active ? TOKEN_INK : TOKEN_INK2);
    style.line_height = 1.25f;
    ui_text(ui, tr(context, item->key), style);
    ui_close(ui);
    if (pressed && !active) {
        emit(context, EV_OPEN, 0, (int)item->overlay);
    }
}

static void navigation(ScreenContext *context) {
    Ui *ui = context->ui;
    static const NavItem items[] = {{"sun", "nav.today", OVERLAY_NONE},
                                    {"settings", "nav.settings", OVERLAY_SETTINGS},
                                    {"leaf", "nav.help", OVERLAY_HELP},
                                    {"pause", "nav.pause", OVERLAY_PAUSE}};
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_x = 0.5f,
                         .anchor_y = 1,
                         .at_y = -16,
                         .dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 6,
                         .pad_x = 6,
                         .pad_y = 6,
                         .radius = 31,
                         .fill = fill_of(paint_of(TOKEN_PAPER)),
                         .border = paint_alpha(TOKEN_LINE, 0.35f),
                         .border_width = 1.5f,
                         .shadow = 2});
    for (int i = 0; i < 4; i++) {
        nav_item(context, &items[i], i == 0);
    }
    ui_close(ui);
}

void screen_home(ScreenContext *context) {
    scenery(context);
    tags(context);
    header(context);
    today_card(context);
    navigation(context);
}
