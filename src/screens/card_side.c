/* SPDX-License-Identifier: MIT */
/* One large face with its bubble, and a panel beside it (mock-up 05). */
#include "card_side.h"

#include "text.h"

enum { MARGIN = 40, FACE_W = 340, LONG_LETTERS = 90, TOP = 104 };

/* A tall window has its room above: bubble and panel stay with the face. */
static float top_of(const Ui *ui) {
    return TOP + (ui->height - 720) * 0.8f;
}

static bool sits_right(const ScreenContext *context) {
    return context->game->play.sharer == 2;
}

static void side_valley(ScreenContext *context) {
    Ui *ui = context->ui;
    float gy = ui->height - 200;
    float cx = sits_right(context) != ui->rtl ? 196 : ui->width - 196;
    Valley valley = {.cx = cx,
                     .gy = gy,
                     .half = 130,
                     .hz = gy - 240,
                     .sun_x = ui->width - cx,
                     .seed = 3,
                     .season = context->season,
                     .flowers = GROWTH_FLOWERS_MAX,
                     .near_banks = true};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    draw_still_end(ui->list);
}

static void large_face(ScreenContext *context, PersonFace face, float lower) {
    Ui *ui = context->ui;
    int sharer = context->game->play.sharer;
    bool right = sits_right(context) != ui->rtl;
    float from_edge = 190 + (ui->width - 1280) * 0.1f;
    DrawPerson drawn = {.person = player_person(context, sharer),
                        .pose = POSE_REST,
                        .mirrored = right,
                        .at = {right ? ui->width - from_edge : from_edge, ui->height - 318 + lower},
                        .scale = 1.08f,
                        .alpha = 255};
    ui_face(ui, ui_id(ui, "side-face", 0), PERSON_NEUTRAL, face, &drawn);
    draw_person(ui->list, &drawn);
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_x = sits_right(context) ? 1 : 0,
                         .anchor_y = 1,
                         .at_x = sits_right(context) ? -70.0f : 70.0f,
                         .at_y = -28,
                         .width = 240,
                         .cross = UI_CENTER});
    ui_tag(ui, sharer, player_name(context, sharer));
    ui_close(ui);
}

static void paint_tail(Ui *ui, Rect rect, const void *data) {
    (void)data;
    float x = rect.x + rect.w * 0.42f, y = rect.y + rect.h - 2;
    path_begin(ui->list);
    path_move(ui->list, x - 44, y);
    path_line(ui->list, x, y + 34);
    path_line(ui->list, x + 16, y);
    path_close(ui->list);
    path_fill(ui->list, fill_of(paint_of(TOKEN_PAPER)));
}

static void bubble(ScreenContext *context, const char *caption, const char *line) {
    Ui *ui = context->ui;
    bool right = sits_right(context);
    int letters = text_length(line) + text_length(caption);
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_x = right ? 1 : 0,
                         .at_x = right ? -MARGIN : MARGIN,
                         .at_y = top_of(ui),
                         .width = FACE_W,
                         .pad_x = 24,
                         .pad_y = 16,
                         .gap = 4,
                         .radius = 24,
                         .shadow = 2,
                         .fill = fill_of(paint_of(TOKEN_PAPER))});
    ui->nodes[ui->current].paint = paint_tail;
    if (caption[0]) {
        UiStyle small = style_text(FONT_TEXT_SEMI, 15, TOKEN_INK2);
        small.line_height = 1.28f;
        ui_text(ui, caption, small);
    }
    UiStyle large = style_text(FONT_TEXT_BOLD, letters > LONG_LETTERS ? 18 : 20, TOKEN_INK);
    large.line_height = 1.35f;
    ui_text(ui, line, large);
    ui_close(ui);
}

/* Beside the bar at the top, where they stay in sight while the panel scrolls. */
static void small_faces(ScreenContext *context, const CardSide *side) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_x = 1,
                         .at_x = -MARGIN,
                         .at_y = 22,
                         .dir = UI_ROW,
                         .gap = 16});
    for (int player = 1; player <= 2; player++) {
        Person person = player_person(context, player);
        bool shares = player == context->game->play.sharer;
        ui_portrait(ui, &person, shares ? side->sharer : side->responder, player, player == 2, 46);
    }
    ui_close(ui);
}

void card_side_stage(ScreenContext *context, const CardSide *side) {
    side_valley(context);
    if (card_is_large(context)) {
        small_faces(context, side);
        return;
    }
    int letters = text_length(side->line) + text_length(side->caption);
    float lower = letters > LONG_LETTERS ? 0.45f * (float)(letters - LONG_LETTERS) : 0;
    large_face(context, side->sharer, lower > 70 ? 70 : lower);
    bubble(context, side->caption, side->line);
}

void card_side_panel_open(ScreenContext *context, float width, float aside) {
    Ui *ui = context->ui;
    bool large = card_is_large(context);
    bool right = sits_right(context);
    float top = large ? 72 + 34 * ui->text_scale : top_of(ui);
    UiBox box = ui_card(large ? ui->width : width, large ? 28 : 24);
    box.absolute = true;
    box.anchor_x = right ? 0 : 1;
    box.at_x = large ? 0 : right ? MARGIN + aside : -MARGIN - aside;
    box.at_y = top;
    box.height = ui->height - top - (large ? 0 : 20);
    box.pad_x = large ? MARGIN : 26;
    box.pad_y = large ? 20 : 14;
    box.gap = 10;
    box.radius = large ? 32 : 28;
    box.scroll = true;
    ui_open_id(ui, ui_id(ui, "side-panel", 0), &box);
}

void card_side_words(ScreenContext *context, const CardSide *side) {
    Ui *ui = context->ui;
    if (!card_is_large(context)) {
        return;
    }
    if (side->caption[0]) {
        ui_text(ui, side->caption, style_text(FONT_TEXT_SEMI, 16, TOKEN_INK2));
    }
    ui_text(ui, side->line, style_display(22));
}

const char *card_side_caption(ScreenContext *context) {
    const Card *card = context->game->play.card;
    const char *name = player_name(context, context->game->play.sharer);
    if (card->scene[0]) {
        return card_text(context, card->scene);
    }
    if (card->manner[0]) {
        return tr2(context, "card.says-manner", "name", name, "manner",
                   card_text(context, card->manner));
    }
    return tr1(context, "card.says", "name", name);
}
