/* SPDX-License-Identifier: MIT */
/* The theatre of a scene: boards, lamps and a curtain in the valley, and two who play. */
#include "card_scene_parts.h"

#include "hash.h"

#include <math.h>
#include <stdio.h>

enum { FADE_MS = 160, STEP_MS = 260, FOLD_WIDE = 46 };

static float boards_y(const Ui *ui) {
    return ui->height - 260;
}

/* The invented couple's looks come from the card, so that it looks the same each time. */
static Person actor(const Card *card, int which) {
    uint64_t hash = hash_text(HASH_START, card->id);
    int first = (int)(hash % PERSON_CAST);
    int second = (first + 1 + (int)(hash / 64 % (PERSON_CAST - 1))) % PERSON_CAST;
    return person_cast[which == 0 ? first : second];
}

static PersonPose pose_of(const SceneLine *line, int which) {
    bool speaks = line->who == which;
    switch (line->faces[which]) {
    case FACE_TOUCHED: return POSE_HEART;
    case FACE_THINKING: return POSE_CHIN;
    case FACE_ANNOYED: return POSE_CROSSED;
    case FACE_HURT: return POSE_CROSSED;
    case FACE_HAPPY:
    case FACE_EXCITED: return speaks ? POSE_OPEN : POSE_REST;
    default: return speaks && line->does[0] ? POSE_OPEN : POSE_REST;
    }
}

static void draw_actor(ScreenContext *context, int which, int index) {
    Ui *ui = context->ui;
    const Card *card = context->game->play.card;
    const SceneLine *line = &card->lines[index];
    const SceneLine *before = &card->lines[index > 0 ? index - 1 : 0];
    bool left = (which == 0) != ui->rtl;
    bool away = line->gazes[which] == GAZE_AWAY;
    float mix = ui_progress(ui, ui_id(ui, "scene-lids", index * 2 + which), 0, FADE_MS, false);
    UiId step_id = ui_id(ui, "scene-step", index * 2 + which);
    float step = ease_sine(ui_progress(ui, step_id, 0, STEP_MS, true));
    float forward = (line->who == which ? step : before->who == which ? 1 - step : 0) * 16;
    float down_to = line->gazes[which] == GAZE_DOWN ? 1.0f : 0.0f;
    float down_from = before->gazes[which] == GAZE_DOWN ? 1.0f : 0.0f;
    float down = down_from + (down_to - down_from) * step;
    bool large = card_is_large(context); /* words take the room */
    float reach = ui->width * 0.235f - forward;
    DrawPerson drawn = {.person = actor(card, which),
                        .pose = pose_of(line, which),
                        .mirrored = left == away,
                        .blink = down > 0.5f || (!ui->calm && mix < 0.5f && away),
                        .at = {ui->width / 2 + (left ? -reach : reach),
                               boards_y(ui) - (large ? 98 : 150) + down * 14},
                        .scale = large ? 0.8f : 1.05f,
                        .alpha = 255};
    ui_face(ui, ui_id(ui, "scene-face", which), (PersonFace)before->faces[which],
            (PersonFace)line->faces[which], &drawn);
    draw_person(ui->list, &drawn);
}

static void boards(ScreenContext *context) {
    Ui *ui = context->ui;
    float y = boards_y(ui) - 24;
    Fill wood = fill_gradient(paint_of(TOKEN_WOOD), paint_mix(TOKEN_WOOD, TOKEN_SHADOW, 0.6f), y,
                              ui->height);
    draw_round_rect(ui->list, (Rect){0, y, ui->width, ui->height - y}, 0, wood, (Paint){0}, 0);
    for (int i = 1; i < 12; i++) {
        float x = ui->width * (float)i / 12;
        float foot = ui->width / 2 + (x - ui->width / 2) * 1.25f;
        draw_line(ui->list, x, y, foot, y + 84, paint_alpha(TOKEN_SHADOW, 0.25f), 2, 0, 0);
    }
    draw_line(ui->list, 0, y, ui->width, y, paint_alpha(TOKEN_GOLD, 0.5f), 3, 0, 0);
}

/* Folds of cloth from `x` on, `width` wide, hanging down to `y`. */
static void cloth(Ui *ui, float x, float width, float y) {
    int folds = 1 + (int)(width / FOLD_WIDE);
    for (int i = 0; i < folds; i++) {
        float fold = width / (float)folds;
        DrawToken velvet = ui->evening ? TOKEN_MOSS_SOFT : TOKEN_MOSS; /* by night that is light */
        Paint light = paint_mix(velvet, TOKEN_BANK_DARK, i % 2 ? 0.35f : 0.75f);
        Paint dark = paint_mix(velvet, TOKEN_BANK_DARK, i % 2 ? 0.85f : 1.0f);
        Rect rect = {x + fold * (float)i, -20, fold + 1, y + 20};
        draw_round_rect(ui->list, rect, 8, fill_gradient(light, dark, 0, y), (Paint){0}, 0);
    }
    draw_line(ui->list, x, y - 6, x + width, y - 6, paint_of(TOKEN_GOLD), 4, 0, 0);
}

static void curtain(ScreenContext *context, float open) {
    Ui *ui = context->ui;
    float half = ui->width / 2, rest = 74;
    float width = half + (rest - half) * (ui->calm ? open >= 0.5f : ease_cubic_out(open));
    float y = boards_y(ui) + 6;
    cloth(ui, 0, width, y);
    cloth(ui, ui->width - width, width, y);
    char name[64];
    for (int i = 0; i < 2; i++) {
        float x = i ? ui->width - 110 : 110;
        draw_sprite(ui->list, valley_sprite(ui, "glow/stone", name), x, y + 26, 1.2f, 110);
        valley_lantern(ui, x, y + 58, 0.7f, LANTERN_LIT);
    }
}

void scene_theatre(ScreenContext *context, int index, float open) {
    Ui *ui = context->ui;
    float gy = boards_y(ui) - 60;
    Valley valley = {.cx = ui->width / 2, .gy = gy, .half = 110, .hz = gy - 200,
                     .sun_x = ui->width / 2, .seed = 6, .season = context->season};
    draw_still_begin(ui->list);
    valley_land(ui, &valley);
    valley_banks(ui, &valley);
    boards(context);
    draw_still_end(ui->list);
    if (open > 0) {
        draw_clip(ui->list, (Rect){0, 0, ui->width, boards_y(ui) + 30}, 0);
        draw_actor(context, 0, index);
        draw_actor(context, 1, index);
        draw_unclip(ui->list);
    }
    curtain(context, open);
}

void scene_bow(ScreenContext *context) {
    const Card *card = context->game->play.card;
    for (int which = 0; which < SCENE_PEOPLE && !card_is_large(context); which++) {
        Person person = actor(card, which);
        PersonFace face = (PersonFace)card->lines[card->line_count - 1].faces[which];
        card_bust(context, &person, which + 1, face, POSE_REST);
    }
}

typedef struct Tail {
    int side; /* -1 left, 1 right, 0 none */
} Tail;

static void paint_tail(Ui *ui, Rect rect, const void *data) {
    const Tail *tail = data;
    int side = ui->rtl ? -tail->side : tail->side;
    if (side == 0) {
        return;
    }
    float foot = side < 0 ? rect.x + 70 : rect.x + rect.w - 70;
    float s = (float)side;
    path_begin(ui->list);
    path_move(ui->list, foot + s * 34, rect.y + rect.h + 34);
    path_line(ui->list, foot - s * 26, rect.y + rect.h - 4);
    path_line(ui->list, foot + s * 18, rect.y + rect.h - 4);
    path_close(ui->list);
    path_fill(ui->list, fill_of(paint_of(TOKEN_PAPER)));
}

void scene_bubble(ScreenContext *context, int index) {
    Ui *ui = context->ui;
    const Card *card = context->game->play.card;
    const SceneLine *line = &card->lines[index];
    bool speaks = line->who < SCENE_PEOPLE;
    float wide = card_is_large(context) ? ui->width - 100 : ui->width * 0.46f;
    float in = ui_progress(ui, ui_id(ui, "scene-bubble", index), 0, 200, false);
    float top = card_is_large(context) ? 56 + 34 * ui->text_scale : 92;
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_x = 0.5f,
                         .at_y = top,
                         .width = wide,
                         .pad_x = 26,
                         .pad_y = 14,
                         .gap = 3,
                         .radius = 24,
                         .main = UI_CENTER,
                         .cross = UI_STRETCH,
                         .min_height = 84,
                         .alpha_off = (uint8_t)(255 * (1 - in)),
                         .fill = fill_of(paint_of(speaks ? TOKEN_PAPER : TOKEN_PAPER2)),
                         .shadow = 2});
    Tail tail = {!speaks ? 0 : line->who == 0 ? -1 : 1};
    ui_custom(ui, &(UiBox){.absolute = true, .anchor_y = 1, .width = wide, .height = 60},
              paint_tail, &tail, sizeof tail);
    if (!speaks) {
        ui_text(ui, tr1(context, "card.note", "note", line->text),
                style_centred(style_text(FONT_TEXT, 20, TOKEN_INK2)));
    } else {
        UiStyle caption = style_text(FONT_TEXT_SEMI, 16, TOKEN_INK2);
        ui_text(ui, line->does[0] ? tr2(context, "scene.does", "name", card->people[line->who],
                                        "does", line->does)
                                  : tr1(context, "scene.says", "name", card->people[line->who]),
                caption);
        ui_text(ui, line->text, style_display(card_is_large(context) ? 19 : 25));
    }
    ui_close(ui);
}
