/* SPDX-License-Identifier: MIT */
/* The mood of a talk in three ways (never in colour alone): light and clouds, two marks on a line
 * with a word, and stones that stand or lie. */
#include "card_talk_light.h"

#include "card_talk.h"

#include <stdio.h>

enum { MOOD_MS = 900, MOOD_CALM_MS = 300, STONE_MS = 420 };

/* From the turn before to this one. */
static float mood_now(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    int turn = play->said_count;
    float to = (float)card_talk_node(play)->mood;
    if (turn == 0) {
        return to;
    }
    float from = (float)card_talk_node_after(play, turn - 1)->mood;
    float t = ui_progress(ui, ui_id(ui, "mood", turn), 0, ui->calm ? MOOD_CALM_MS : MOOD_MS, false);
    return from + (to - from) * ease_sine(t);
}

/* --- Sky ------------------------------------------------------------------------------------ */

static void veil(Ui *ui, DrawToken token, float strong) {
    float low = ui->height - 398; /* where the banks begin (card_scenery) */
    Fill fill = {.top = paint_alpha(token, token == TOKEN_GOLD ? 0 : strong),
                 .bottom = paint_alpha(token, token == TOKEN_GOLD ? strong : strong * 0.5f),
                 .y0 = 0,
                 .y1 = low};
    draw_round_rect(ui->list, (Rect){0, 0, ui->width, low + 60}, 0, fill, (Paint){0}, 0);
}

/* A tall window has its room above: clouds come down half the way to the bubble. */
static float lower(const Ui *ui) {
    return (ui->height - 720) * 0.4f;
}

static void cloud(Ui *ui, float x, float y, float scale, float shown) {
    char name[64];
    uint8_t old = ui->list->alpha;
    ui->list->alpha = (uint8_t)((float)old * shown);
    draw_sprite(ui->list, valley_sprite(ui, "cloud", name), x, y + lower(ui), scale, 150 * scale);
    ui->list->alpha = old;
}

/* A few slanted strokes beside the bubble; they stand still. */
static void rain(Ui *ui, float shown) {
    for (int i = 0; i < 14; i++) {
        float side = i % 2 ? 1.0f : -1.0f;
        float x = ui->width / 2 + side * (286 + (float)(i / 2) * 11);
        float y = lower(ui) + 150 + (float)(i * 53 % 130);
        path_begin(ui->list);
        path_move(ui->list, x, y);
        path_line(ui->list, x - 7, y + 24);
        path_stroke(ui->list, paint_alpha(TOKEN_FOAM, 0.8f * shown), 2.2f, 0, 0);
    }
}

/* Light where the two would meet. */
static void between(Ui *ui, float shown) {
    char name[64];
    float x = ui->width / 2, y = ui->height - 480;
    uint8_t old = ui->list->alpha;
    ui->list->alpha = (uint8_t)((float)old * shown * 0.55f);
    draw_sprite(ui->list, valley_sprite(ui, "glow/sun", name), x, y, 1.6f, 480);
    ui->list->alpha = old;
}

void talk_light(ScreenContext *context) {
    Ui *ui = context->ui;
    float mood = mood_now(context);
    float warm = mood > 0 ? mood / TALK_MOOD_MAX : 0, cold = mood < 0 ? -mood / TALK_MOOD_MAX : 0;
    if (warm > 0) {
        veil(ui, TOKEN_GOLD, (ui->evening ? 0.2f : 0.34f) * warm);
        between(ui, warm);
    }
    if (cold > 0) {
        float second = cold > 0.5f ? (cold - 0.5f) * 2 : 0, first = cold > 0.5f ? 1 : cold * 2;
        veil(ui, ui->evening ? TOKEN_SHADOW : TOKEN_SLATE, 0.42f * cold);
        cloud(ui, ui->width / 2 - 250, 128, 1.1f, first);
        cloud(ui, ui->width / 2 + 270, 142, 1.3f, first);
        cloud(ui, ui->width / 2 - 330, 168, 1.0f, second);
        cloud(ui, ui->width / 2 + 350, 182, 1.1f, second);
        rain(ui, second);
    }
}

/* --- Two marks on a line -------------------------------------------------------------------- */

enum { METER_W = 128, METER_H = 28, MARK_R = 10 };

typedef struct MeterData {
    float mood;
} MeterData;

static void paint_meter(Ui *ui, Rect rect, const void *data) {
    const MeterData *meter = data;
    float apart = (float)(TALK_MOOD_MAX - meter->mood) / (2 * TALK_MOOD_MAX); /* 0..1 */
    float half = MARK_R + 1 + apart * (rect.w / 2 - 2 * MARK_R - 1);
    float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
    float side = ui->rtl ? -1.0f : 1.0f;
    path_begin(ui->list);
    path_move(ui->list, rect.x + 2, y + MARK_R + 3);
    path_line(ui->list, rect.x + rect.w - 2, y + MARK_R + 3);
    path_stroke(ui->list, paint_of(TOKEN_LINE), 2, 4, 5);
    draw_mark(ui->list, ui->measure, 1, x - side * half, y, MARK_R);
    draw_mark(ui->list, ui->measure, 2, x + side * half, y, MARK_R);
}

static const char *mood_key(int mood) {
    static const char *const keys[] = {"talk.mood.far", "talk.mood.step", "talk.mood.reach",
                                       "talk.mood.near", "talk.mood.close"};
    return keys[mood + TALK_MOOD_MAX];
}

void talk_mood(ScreenContext *context) {
    Ui *ui = context->ui;
    MeterData data = {mood_now(context)};
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 12,
                         .pad_x = 14,
                         .pad_y = 6,
                         .radius = 22,
                         .fill = fill_of(paint_of(TOKEN_PAPER2))});
    ui_custom(ui, &(UiBox){.width = METER_W, .height = METER_H}, paint_meter, &data, sizeof data);
    ui_text(ui, tr(context, mood_key(card_talk_node(&context->game->play)->mood)),
            style_text(FONT_TEXT_BOLD, 16, TOKEN_INK));
    ui_close(ui);
}

/* --- Stones of the way ---------------------------------------------------------------------- */

enum { STONE_W = 38, STONE_H = 30 };

typedef struct StoneData {
    int turn; /* -1: still to come */
    bool mended;
    float shown; /* 0..1 */
} StoneData;

static void stone_shape(Ui *ui, float x, float y, float degrees) {
    path_begin(ui->list);
    path_add_turned_rect(ui->list, (Rect){x - 15, y - 8, 30, 16}, 6, degrees);
}

static void paint_stone(Ui *ui, Rect rect, const void *data) {
    const StoneData *stone = data;
    float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
    bool stings = stone->turn <= 1, half = stone->turn == 2;
    if (stone->turn < 0) {
        stone_shape(ui, x, y, 0);
        path_stroke(ui->list, paint_of(TOKEN_INK2), 1.8f, 4, 4);
        return;
    }
    float lies = stings ? 6 : half ? 3 : 0;
    float drop = (1 - ease_cubic_out(stone->shown)) * 12;
    stone_shape(ui, x, y + lies - drop, stings ? 14.0f : half ? -7.0f : 0.0f);
    Paint dark = paint_mix(TOKEN_STONE4, TOKEN_SHADOW, 0.55f);
    path_paint(ui->list, fill_of(stings ? dark : paint_of(TOKEN_STONE0)),
               paint_mix(TOKEN_STONE4, TOKEN_SHADOW, 0.35f), 1.5f, 0, 0);
    if (stone->mended) {
        path_begin(ui->list); /* a seam of gold, as on a mended bowl */
        path_move(ui->list, x - 5, y - 7 + lies);
        path_line(ui->list, x + 2, y - 1 + lies);
        path_line(ui->list, x - 2, y + 2 + lies);
        path_line(ui->list, x + 4, y + 7 + lies);
        path_stroke(ui->list, paint_of(TOKEN_GOLD), 3, 0, 0);
    }
}

static void stone(ScreenContext *context, int nth) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    StoneData data = {.turn = -1, .shown = 1};
    if (nth < play->said_count) {
        data.turn = card_talk_turn(play, nth);
        data.mended = data.turn != card_talk_said(play, nth)->turn;
        if (nth == play->said_count - 1) {
            data.shown = ui_progress(ui, ui_id(ui, "way-stone", nth), 0, STONE_MS, true);
        }
    }
    ui_custom(ui, &(UiBox){.width = STONE_W, .height = STONE_H}, paint_stone, &data, sizeof data);
}

void talk_way(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    bool is_over = card_talk_node(play)->ending < TALK_ENDING_COUNT;
    int ahead = play->said_count + 1 > TALK_TURNS_MIN ? play->said_count + 1 : TALK_TURNS_MIN;
    int count = is_over ? play->said_count : ahead;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER});
    for (int i = 0; i < count; i++) {
        stone(context, i);
    }
    ui_close(ui);
}
