/* SPDX-License-Identifier: MIT */
/* Today's challenge (mock-up 06): one small thing to do away from the screen. */
#include "screen.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { HOURS_MAX = 6, HOUR_LAST = 23, PICTURE_W = 500, PICTURE_H = 170 };

static bool is_large(const ScreenContext *context) {
    return context->ui->text_scale > 1.1f;
}

/* --- The valley with the next lantern ------------------------------------------------------- */

static float across(const Ui *ui, float x) {
    return ui->rtl ? ui->width - x : x;
}

static void figure(ScreenContext *context, int player, float x, float y, float height) {
    Ui *ui = context->ui;
    PersonFace face = player == 1 ? PERSON_HAPPY : PERSON_AMUSED;
    DrawPerson drawn = {.person = player_person(context, player),
                        .face = face,
                        .face_from = face,
                        .face_mix = 1,
                        .pose = player == 1 ? POSE_REACH : POSE_STAND,
                        .full_figure = true,
                        .mirrored = (player == 2) != ui->rtl,
                        .blink = player_blinks(context, player),
                        .at = {across(ui, x), y},
                        .scale = height,
                        .alpha = 255};
    draw_person(ui->list, &drawn);
}

static Arch challenge_arch(const ScreenContext *context, const Valley *valley) {
    int stones = context->game->tally.bridge;
    int rest = stones % RULES_ARCH_STONES;
    int built = stones > 0 && rest == 0 ? RULES_ARCH_STONES : rest;
    return (Arch){.cx = valley->cx,
                  .base_y = valley->gy + 20,
                  .half = 124,
                  .rise = 88,
                  .thick = 30,
                  .count = RULES_ARCH_STONES,
                  .built = built,
                  .full = built == RULES_ARCH_STONES,
                  .glowing = -1};
}

static void scenery(ScreenContext *context) {
    Ui *ui = context->ui;
    float left_cx = ui->width * 980 / 1280, gy = ui->height - 180;
    Valley valley = {.cx = across(ui, left_cx),
                     .gy = gy,
                     .half = 130,
                     .hz = gy - 250,
                     .sun_x = across(ui, left_cx + 40),
                     .seed = 3,
                     .season = context->season,
                     .windy = true,
                     .flowers = GROWTH_FLOWERS_MAX,
                     .near_banks = true};
    Arch arch = challenge_arch(context, &valley);
    char name[64];
    const char *tree = context->season == SEASON_AUTUMN ? "tree/round/amber" : "tree/round/green";
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    draw_sprite(ui->list, valley_sprite(ui, tree, name), across(ui, left_cx + 270), gy - 20, 1.4f,
                240);
    valley_arch(ui, &arch);
    draw_still_end(ui->list);
    valley_ambient(ui, &valley);
    static const float lit[][2] = {{-290, 12}, {-210, 16}, {-140, 20}};
    int before = context->game->streak.lifetime_days - (context->game->streak.today_done ? 1 : 0);
    for (int i = 0; i < 3; i++) {
        valley_lantern(ui, across(ui, left_cx + lit[i][0]), gy + lit[i][1], 1,
                       3 - i <= before ? LANTERN_LIT : LANTERN_UNLIT);
    }
    bool seen = context->game->evening.lantern_seen;
    valley_lantern(ui, across(ui, left_cx + 200), gy + 12, 1, seen ? LANTERN_LIT : LANTERN_UNLIT);
    figure(context, 1, left_cx - 180, gy + 44, 190);
    figure(context, 2, left_cx + 160, gy + 40, 196);
    for (int player = 1; player <= 2; player++) {
        float x = left_cx + (player == 1 ? -186.0f : 166.0f);
        ui_open(ui, &(UiBox){.absolute = true,
                             .at_x = x - 120,
                             .at_y = gy + (player == 1 ? 58.0f : 56.0f),
                             .width = 240,
                             .cross = UI_CENTER});
        ui_tag(ui, player, player_name(context, player));
        ui_close(ui);
    }
}

/* --- The card -------------------------------------------------------------------------------- */

/* A sheet of paper turned by `degrees` about a point, its corners round. */
static void paper(Ui *ui, Rect rect, float radius, float degrees, Point about, DrawToken token) {
    float s = sinf(degrees * 0.01745329f), c = cosf(degrees * 0.01745329f);
    float l = rect.x, t = rect.y, r = rect.x + rect.w, b = rect.y + rect.h;
    const Point corners[4][3] = {{{l, t + radius}, {l, t}, {l + radius, t}},
                                 {{r - radius, t}, {r, t}, {r, t + radius}},
                                 {{r, b - radius}, {r, b}, {r - radius, b}},
                                 {{l + radius, b}, {l, b}, {l, b - radius}}};
    path_begin(ui->list);
    for (int i = 0; i < 4; i++) {
        Point p[3];
        for (int k = 0; k < 3; k++) {
            float x = corners[i][k].x - about.x, y = corners[i][k].y - about.y;
            p[k] = (Point){about.x + x * c - y * s, about.y + x * s + y * c};
        }
        if (i == 0) {
            path_move(ui->list, p[0].x, p[0].y);
        } else {
            path_line(ui->list, p[0].x, p[0].y);
        }
        path_quad(ui->list, p[1].x, p[1].y, p[2].x, p[2].y);
    }
    path_close(ui->list);
    path_paint(ui->list, fill_of(paint_of(token)), paint_alpha(TOKEN_LINE, 0.6f), 1.5f, 0, 0);
}

static void paint_papers(Ui *ui, Rect rect, const void *data) {
    (void)data;
    Point about = {rect.x + rect.w / 2 + 20, rect.y + rect.h / 2 - 7};
    Rect lower = {rect.x, rect.y + 8, rect.w, rect.h - 6};
    Rect upper = {rect.x, rect.y + 4, rect.w, rect.h - 6};
    draw_shadow(ui->list, rect, 32, 1);
    paper(ui, lower, 32, -3, about, TOKEN_PAPER3);
    paper(ui, upper, 32, 1.6f, about, TOKEN_PAPER2);
}

typedef struct PictureData {
    char name[40];
} PictureData;

/* Round corners at the top only: the clip goes on below the picture. */
static void paint_picture(Ui *ui, Rect rect, const void *data) {
    const PictureData *picture = data;
    float scale = rect.w / PICTURE_W;
    draw_clip(ui->list, (Rect){rect.x, rect.y, rect.w, rect.h + 40}, 32);
    draw_sprite(ui->list, picture->name, rect.x, rect.y, scale, rect.w + rect.h);
    draw_unclip(ui->list);
}

static void picture(ScreenContext *context, const Card *card, float width) {
    PictureData data = {0};
    snprintf(data.name, sizeof data.name, "picture/%s", card->picture);
    ui_custom(context->ui, &(UiBox){.width = width, .height = PICTURE_H * width / PICTURE_W},
              paint_picture, &data, sizeof data);
}

static void pills(ScreenContext *context, const Card *card) {
    static const char *const icons[SKILL_COUNT] = {"eye", "ear", "message-circle-heart",
                                                   "hand-heart", "anchor"};
    Ui *ui = context->ui;
    bool carried = context->game->evening.challenge_carried;
    bool row = !is_large(context);
    ui_open(ui,
            &(UiBox){.dir = UI_ROW, .gap = 10, .wrap = !row, .main = row ? UI_BETWEEN : UI_START});
    ui_pill(ui, ui->evening ? "moon" : "sun",
            carried ? tr(context, "challenge.carried")
                    : trn(context, "home.today-day", game_day_number(context->game)),
            TOKEN_MOSS_SOFT, TOKEN_MOSS);
    for (int skill = 0; skill < SKILL_COUNT; skill++) {
        if (card->skills & 1u << skill) {
            char key[32];
            snprintf(key, sizeof key, "skill.%s", skill_names[skill]);
            ui_pill(ui, icons[skill], tr1(context, "challenge.skill", "skill", tr(context, key)),
                    TOKEN_PAPER2, TOKEN_INK);
            break;
        }
    }
    ui_close(ui);
}

static void apart_toggle(ScreenContext *context) {
    ScreenMemory *memory = context->memory;
    if (ui_choice(context->ui, "apart", 0, tr(context, "challenge.apart"), memory->apart, 16)) {
        memory->apart = !memory->apart;
    }
}

/* --- What can be done with it ---------------------------------------------------------------- */

/* A key that is both an answer and the swap is the swap here. */
static bool is_swap_key(const Ui *ui) {
    const Input *input = ui->input;
    return input->device == DEVICE_KEYBOARD && input->index >= 0 && input->index < CARD_ANSWERS &&
           strcmp(ui->prompts.answer[input->player - 1][input->index], ui->prompts.swap) == 0;
}

/* Each confirms with a key of their own; Enter and the mouse speak for both. */
static void confirm(ScreenContext *context) {
    Ui *ui = context->ui;
    bool pressed = ui_button_first(ui, "did",
                                   &(Button){.label = tr(context, "challenge.we-did"),
                                             .icon = "check",
                                             .key = ui->prompts.confirm,
                                             .size = 21,
                                             .height = 54,
                                             .stretch = true});
    bool own = (ui_input_is(ui, INPUT_HERE) || ui_input_is(ui, INPUT_ANSWER)) &&
               (ui->input->player == 1 || ui->input->player == 2);
    if (pressed) {
        emit(context, EV_CHALLENGE_DONE, ui_input_is(ui, INPUT_CONFIRM) ? ui->input->player : 0, 0);
    } else if (own && !(ui_input_is(ui, INPUT_ANSWER) && is_swap_key(ui))) {
        emit(context, EV_CHALLENGE_DONE, ui->input->player, 0);
    }
}

static bool side_action(ScreenContext *context, const char *name, const char *icon,
                        const char *label, const char *key) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, name, 0);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 7, .pad_x = 6, .min_height = 44});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 18, 0);
    if (icon) {
        ui_icon(ui, icon, 18, paint_of(TOKEN_INK2));
    }
    ui_text(ui, label, style_text(FONT_TEXT_BOLD, 16, TOKEN_INK));
    if (key[0]) {
        ui_key(ui, key, ui->prompts.device, 13);
    }
    ui_close(ui);
    return pressed;
}

static void side_actions(ScreenContext *context) {
    Ui *ui = context->ui;
    int swaps = context->game->evening.swaps_left;
    bool row = !is_large(context);
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .gap = row ? 2 : 12,
                         .wrap = !row,
                         .main = row ? UI_BETWEEN : UI_START});
    if (side_action(context, "later", "clock", tr(context, "challenge.later"), ui->prompts.low)) {
        context->memory->choosing_later = true;
    }
    if (swaps > 0 && (side_action(context, "swap", "shuffle", trn(context, "challenge.swap", swaps),
                                  ui->prompts.swap) ||
                      ui_input_is(ui, INPUT_SWAP))) {
        emit(context, EV_CHALLENGE_SWAP, 0, 0);
    }
    if (side_action(context, "not-now", NULL, tr(context, "challenge.not-now"), "")) {
        emit(context, EV_CONTINUE, 0, 0);
    }
    ui_close(ui);
}

/* The full hours that are left of today; late in the evening, some of tomorrow's. */
static int hours(const ScreenContext *context, int out[HOURS_MAX], bool *is_tomorrow) {
    static const int next_day[HOURS_MAX] = {8, 12, 17, 18, 19, 20};
    int hour = now_minute_of_day(context->now) / 60;
    int first = hour + 1 > 8 ? hour + 1 : 8;
    *is_tomorrow = first > HOUR_LAST - 1 || hour < context->game->settings[SETTING_ROLLOVER];
    int count = 0;
    for (int i = 0; i < HOURS_MAX && (*is_tomorrow || first + i <= HOUR_LAST); i++) {
        out[count++] = *is_tomorrow ? next_day[i] : first + i;
    }
    return count;
}

static void choose_later(ScreenContext *context) {
    Ui *ui = context->ui;
    int hour[HOURS_MAX];
    bool is_tomorrow = false;
    int count = hours(context, hour, &is_tomorrow);
    ui_text(ui, tr(context, is_tomorrow ? "challenge.tomorrow-at" : "challenge.later-at"),
            style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 8, .wrap = true});
    for (int i = 0; i < count; i++) {
        char number[8];
        snprintf(number, sizeof number, "%d", hour[i]);
        if (i == 0) {
            ui_focus_first(ui, ui_id(ui, "hour", 0));
        }
        if (ui_choice(ui, "hour", i, tr1(context, "challenge.hour", "hour", number), false, 17)) {
            context->memory->choosing_later = false;
            emit(context, EV_CHALLENGE_LATER, 0, hour[i]);
        }
    }
    ui_close(ui);
    ui_open(ui, &(UiBox){.dir = UI_ROW});
    if (side_action(context, "rather-now", "undo-2", tr(context, "challenge.rather-now"), "")) {
        context->memory->choosing_later = false;
    }
    ui_close(ui);
}

static void note(ScreenContext *context, const char *icon, DrawToken ink, const char *text) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8});
    ui_icon(ui, icon, 20, paint_of(ink));
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, text, style_text(FONT_TEXT, 16, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
}

/* How long it takes; or that one has said so, never who. */
static void status(ScreenContext *context, const Card *card) {
    const Evening *evening = &context->game->evening;
    bool one = evening->challenge_done[0] || evening->challenge_done[1];
    note(context, one ? "circle-check" : "clock", one ? TOKEN_MOSS : TOKEN_INK2,
         one ? tr(context, "challenge.one-says")
             : trn(context, "challenge.minutes", card->minutes));
}

static bool can_be_done(const ScreenContext *context) {
    return context->game->evening.challenge_state != CHALLENGE_DONE;
}

/* Large text: all but the main button scrolls, and the picture makes room. */
static void rest_of_large(ScreenContext *context, const Card *card) {
    Ui *ui = context->ui;
    ui_gap(ui, 12);
    if (card->apart[0]) {
        ui_open(ui, &(UiBox){.cross = UI_START});
        apart_toggle(context);
        ui_close(ui);
        ui_gap(ui, 8);
    }
    if (can_be_done(context) && !context->memory->choosing_later) {
        status(context, card);
        side_actions(context);
    }
}

static void words(ScreenContext *context, const Card *card, float width) {
    Ui *ui = context->ui;
    bool apart = context->memory->apart && card->apart[0], large = is_large(context);
    ui_open_id(ui, ui_id(ui, "words", 0),
               &(UiBox){.cross = UI_STRETCH, .grow = 1, .scroll = true, .radius = 32});
    if (!large) {
        picture(context, card, width);
    }
    ui_open(ui, &(UiBox){.cross = UI_STRETCH, .pad_x = 28, .pad_top = 20, .pad_bottom = 8});
    pills(context, card);
    ui_gap(ui, 10);
    ui_text(ui, card->title, style_display(large ? 26 : 34));
    ui_gap(ui, 6);
    UiStyle body = style_body();
    body.line_height = large ? 1.35f : 1.45f;
    ui_text(ui, apart ? card->apart : card->text, body);
    if (large) {
        rest_of_large(context, card);
    }
    ui_close(ui);
    ui_close(ui);
}

static void finished(ScreenContext *context, bool is_done) {
    Ui *ui = context->ui;
    note(context, is_done ? "circle-check" : "flame", TOKEN_MOSS,
         tr(context, is_done ? "challenge.done" : "challenge.none"));
    bool home = context->game->evening.lantern_seen;
    const char *key = home ? "challenge.back-home" : "challenge.to-lantern";
    if (ui_button_first(ui, "on",
                        &(Button){.label = tr(context, key),
                                  .stretch = true,
                                  .key = ui->prompts.confirm,
                                  .height = 54})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
    ui_gap(ui, 8);
}

static void foot(ScreenContext *context, const Card *card) {
    Ui *ui = context->ui;
    bool large = is_large(context);
    ui_open(ui, &(UiBox){.cross = UI_STRETCH,
                         .pad_x = 28,
                         .pad_top = 8,
                         .pad_bottom = large ? 20 : 8,
                         .gap = 10});
    if (!card || !can_be_done(context)) {
        finished(context, card != NULL);
    } else if (context->memory->choosing_later) {
        choose_later(context);
    } else {
        if (!large) {
            status(context, card);
        }
        confirm(context);
        if (!large) {
            side_actions(context);
        }
    }
    ui_close(ui);
}

static void card_box(ScreenContext *context, const Card *card) {
    Ui *ui = context->ui;
    float extra = ui->text_scale - 1;
    float width = PICTURE_W + 120 * extra, top = 104 + 62 * extra;
    float height = ui->height - top - (is_large(context) ? 24 : 42);
    height = height > 640 ? 640 : height;
    UiBox pile = {.absolute = true,
                  .at_x = 60,
                  .at_y = top,
                  .width = width,
                  .height = height,
                  .cross = UI_STRETCH};
    ui_enter(ui, ui_id(ui, "deal", 0), &pile);
    ui_open(ui, &pile);
    ui_custom(ui, &(UiBox){.absolute = true, .width = width, .height = height}, paint_papers, NULL,
              0);
    UiBox box = ui_card(width, 0);
    box.radius = 32;
    box.height = height;
    box.border = ui->evening ? paint_of(TOKEN_LINE) : box.border; /* STYLE.md 2 */
    ui_open_id(ui, ui_id(ui, "challenge", 0), &box);
    if (card) {
        words(context, card, width);
    }
    foot(context, card);
    ui_close(ui);
    ui_close(ui);
}

/* --- Around it ------------------------------------------------------------------------------- */

static void lanterns_chip(ScreenContext *context) {
    Ui *ui = context->ui;
    int lit = context->game->streak.lifetime_days;
    bool seen = context->game->evening.lantern_seen;
    char text[SCREEN_TEXT_MAX], next[16];
    snprintf(next, sizeof next, "%d", lit);
    StringArg args[] = {{"next", next}};
    strings_format_plural(&context->content->strings, text, sizeof text,
                          seen ? "challenge.lit" : "challenge.lit-today", seen ? lit : lit - 1,
                          args, 1);
    bool first = !seen && lit <= 1;
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_x = 1,
                         .at_x = -40,
                         .at_y = 38,
                         .max_width = ui->width - 720});
    ui_chip(ui, "flame", first ? tr(context, "challenge.first-lantern") : text);
    ui_close(ui);
}

/* The hours are closed when the screen opens; their key opens and closes them, Back closes them. */
static void open_or_close_hours(ScreenContext *context) {
    Ui *ui = context->ui;
    bool *open = &context->memory->choosing_later;
    UiState *here = ui_state(ui, ui_id(ui, "challenge-here", 0));
    *open &= here->used_frame + 1 >= ui->frame && can_be_done(context);
    here->used_frame = ui->frame;
    if (ui_input_is(ui, INPUT_LOW) && can_be_done(context)) {
        *open = !*open;
    } else if (ui_input_is(ui, INPUT_BACK) && *open) {
        *open = false;
        emit(context, EV_TICK, 0, 0); /* takes this Back, and changes nothing */
    }
}

void screen_challenge(ScreenContext *context) {
    Ui *ui = context->ui;
    const Card *card = game_challenge(context->game, context->world);
    open_or_close_hours(context);
    scenery(context);
    card_box(context, card);
    if (ui_top_bar(ui, tr(context, "challenge.title"), tr(context, "challenge.subtitle"),
                   tr(context, "nav.back"))) {
        emit(context, EV_BACK, 0, 0);
    }
    if (card && card->apart[0] && !is_large(context)) {
        ui_open(ui,
                &(UiBox){.absolute = true, .at_x = 400 + 330 * (ui->text_scale - 1), .at_y = 33});
        apart_toggle(context);
        ui_close(ui);
    }
    lanterns_chip(context);
}
