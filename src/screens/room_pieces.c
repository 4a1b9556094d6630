/* SPDX-License-Identifier: MIT */
/* The wall's pieces: type, panels, stones of a count, the sun, the leader's keys. */
#include "room_parts.h"

#include <math.h>
#include <string.h>

static const float projector = 1.33f; /* STYLE.md section 3 */

float room_factor(const Ui *ui) {
    float wanted = ui->text_scale / projector;
    return wanted > 1 ? wanted : 1;
}

bool room_is_large(const Ui *ui) {
    return room_factor(ui) > 1.2f;
}

UiStyle room_display(const Ui *ui, float size) {
    UiStyle style = style_display(size * room_factor(ui) / ui->text_scale);
    return style;
}

UiStyle room_style(const Ui *ui, FontFace face, float size, DrawToken token) {
    return style_text(face, size * room_factor(ui) / ui->text_scale, token);
}

void room_act(ScreenContext *context, LeadAct act, int amount) {
    emit_event(context, &(Event){.kind = EV_LEAD, .value = (int)act, .amount = amount});
}

/* --- Panels ----------------------------------------------------------------------------------- */

enum { BAR_HEIGHT = 84 };

void room_columns_begin(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = room_is_large(ui);
    UiBox box = {.absolute = true,
                 .at_x = ROOM_MARGIN,
                 .at_y = large ? 16 : ROOM_TOP,
                 .width = ui->width - 2 * ROOM_MARGIN,
                 .height = ui->height - (large ? 16 + BAR_HEIGHT : 2 * ROOM_TOP),
                 .dir = large ? UI_COLUMN : UI_ROW,
                 .cross = large ? UI_STRETCH : UI_START,
                 .gap = large ? 16 : ROOM_GAP,
                 .scroll = large};
    ui_open_id(ui, ui_id(ui, "room", 0), &box);
}

void room_columns_end(ScreenContext *context) {
    ui_close(context->ui);
}

void room_left(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = room_is_large(ui);
    float width = (ui->width - 2 * ROOM_MARGIN - ROOM_GAP) * 0.561f;
    UiBox box = ui_card(large ? 0 : width, large ? 24 : 34);
    box.gap = 10;
    box.pad_y = 22;
    if (!large) {
        box.height = ui->height - 2 * ROOM_TOP;
        box.scroll = true;
    }
    ui_open_id(ui, ui_id(ui, "left", 0), &box);
}

void room_right(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = room_is_large(ui);
    float width = (ui->width - 2 * ROOM_MARGIN - ROOM_GAP) * 0.439f;
    UiBox box = ui_card(large ? 0 : width, 28);
    box.gap = 8;
    box.pad_y = 22;
    ui_open_id(ui, ui_id(ui, "right", 0), &box);
}

/* --- Keys ------------------------------------------------------------------------------------- */

/* The fonts have no arrows: those are pictures. */
void room_cap(Ui *ui, const char *cap) {
    float size = 15 * room_factor(ui) / ui->text_scale;
    bool is_arrow = cap[0] == '^' || cap[0] == 'v';
    if (strcmp(cap, "^ v") == 0) {
        room_cap(ui, "^");
        room_cap(ui, "v");
        return;
    }
    ui_open(ui, &(UiBox){.dir = UI_LAYERS, .main = UI_CENTER, .cross = UI_CENTER});
    ui_key(ui, is_arrow ? " " : cap, DEVICE_KEYBOARD, size);
    if (is_arrow) {
        ui_open(ui, &(UiBox){.main = UI_CENTER, .cross = UI_CENTER});
        ui_icon(ui, cap[0] == '^' ? "arrow-up" : "arrow-down", size, paint_of(TOKEN_INK));
        ui_close(ui);
    }
    ui_close(ui);
}

void room_key(ScreenContext *context, const char *cap, const char *word_key, LeadAct act,
              int amount) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, word_key, 0);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8, .pad_x = 4, .min_height = 44});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 14, 0);
    room_cap(ui, cap);
    ui_text(ui, tr(context, word_key), room_style(ui, FONT_TEXT, 16, TOKEN_INK));
    ui_close(ui);
    if (pressed) {
        room_act(context, act, amount);
    }
}

static const char *minutes_of(ScreenContext *context, const Lead *lead, int step) {
    return trn(context, "room.minutes", lead_minutes(lead, step));
}

const char *room_next_words(ScreenContext *context) {
    const Lead *lead = &context->game->lead;
    Lead then = *lead;
    if (lead->is_blank || lead->paused_ms) {
        return tr(context, "room.next-wake");
    }
    lead_act(&then, context->world->plans, LEAD_NEXT, 0, context->now.utc_ms);
    if (then.place == LEAD_OVER) {
        return tr(context, "room.next-over");
    }
    if (then.step != lead->step || lead->place != LEAD_RUNNING) {
        return tr2(context, "room.next-step", "title", then.plan->steps[then.step].title, "minutes",
                   minutes_of(context, &then, then.step));
    }
    LeadView view = lead_view(&then);
    static const char *const keys[] = {[LEAD_PART_READ] = "room.next-line",
                                       [LEAD_PART_ASK] = "room.next-ask",
                                       [LEAD_PART_COUNT] = "room.next-count",
                                       [LEAD_PART_TOTALS] = "room.next-totals",
                                       [LEAD_PART_WHY] = "room.next-why"};
    bool counts_on = view.part == LEAD_PART_COUNT && view.shown > 0;
    return tr(context, counts_on ? "room.next-answer" : keys[view.part]);
}

void room_bar(ScreenContext *context) {
    Ui *ui = context->ui;
    float size = 18.7f * room_factor(ui) / ui->text_scale;
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_x = 1,
                         .anchor_y = 1,
                         .at_x = -ROOM_MARGIN,
                         .at_y = room_is_large(ui) ? -10.0f : -28.0f,
                         .dir = UI_ROW,
                         .cross = UI_CENTER,
                         .max_width = ui->width - 2 * ROOM_MARGIN,
                         .gap = 16});
    if (ui_button(ui, "room-back",
                  &(Button){.label = tr(context, "nav.back"),
                            .icon = ui->rtl ? "arrow-right" : "arrow-left",
                            .kind = BUTTON_GHOST,
                            .size = size,
                            .height = 56})) {
        room_act(context, LEAD_BACK, 0);
    }
    if (ui_button_first(ui, "room-next",
                        &(Button){.label = room_next_words(context),
                                  .icon = ui->rtl ? "arrow-left" : "arrow-right",
                                  .size = size,
                                  .height = 56})) {
        room_act(context, LEAD_NEXT, 0);
    }
    ui_close(ui);
}

/* --- The sun ---------------------------------------------------------------------------------- */

static void paint_sun(Ui *ui, Rect rect, const void *data) {
    const int *milli = data;
    float gone = (float)*milli / 1000, foot = rect.y + rect.h;
    float rise = rect.h * 0.82f;
    float t = 0.04f + 0.92f * gone;
    float x = rect.x + rect.w * t, y = foot - rise * 4 * t * (1 - t) - (gone < 1 ? 4 : -16);
    draw_clip(ui->list, (Rect){rect.x - 20, rect.y - 24, rect.w + 40, rect.h + 24}, 0);
    draw_ellipse(ui->list, x, y, 20, 20, paint_alpha(TOKEN_GOLD, 0.3f));
    path_begin(ui->list);
    path_add_ellipse(ui->list, x, y, 12, 12);
    path_paint(ui->list, fill_of(paint_of(TOKEN_GOLD)), paint_of(TOKEN_GOLD_INK), 2, 0, 0);
    draw_unclip(ui->list);
    path_begin(ui->list);
    path_move(ui->list, rect.x, foot);
    path_quad(ui->list, rect.x + rect.w / 2, foot - rise * 1.62f, rect.x + rect.w, foot);
    path_close(ui->list);
    path_fill(ui->list, fill_of(paint_of(TOKEN_MOSS_SOFT)));
    path_begin(ui->list);
    path_move(ui->list, rect.x, foot);
    path_quad(ui->list, rect.x + rect.w / 2, foot - rise * 2, rect.x + rect.w, foot);
    path_stroke(ui->list, paint_of(TOKEN_MOSS), 2.5f, 1, 6);
}

void room_sun(Ui *ui, float width, float height, int gone_milli) {
    ui_custom(ui, &(UiBox){.width = width, .height = height}, paint_sun, &gone_milli,
              sizeof gone_milli);
}

/* --- Stones ----------------------------------------------------------------------------------- */

typedef struct StonesData {
    RoomStone kind;
    int count;
    float width, height;
} StonesData;

static void paint_stone(Ui *ui, RoomStone kind, int i, Rect rect) {
    static const DrawToken plain[] = {TOKEN_STONE0, TOKEN_STONE1, TOKEN_STONE2, TOKEN_STONE3,
                                      TOKEN_STONE4};
    DrawToken token = kind == STONE_WALL     ? TOKEN_SLATE
                      : kind == STONE_BRIDGE ? TOKEN_MOSS
                                             : plain[i * 3 % 5];
    if (kind == STONE_OUTLINE) {
        path_begin(ui->list);
        path_add_round_rect(ui->list, rect, 6);
        path_paint(ui->list, fill_of(paint_of(TOKEN_PAPER2)), paint_of(TOKEN_INK2), 2, 5, 4);
        return;
    }
    Paint side = paint_mix(token, TOKEN_SHADOW, 0.35f);
    Paint face = kind == STONE_PLAIN ? paint_of(token) : paint_mix(token, TOKEN_PAPER, 0.45f);
    draw_round_rect(ui->list, (Rect){rect.x, rect.y + 2, rect.w, rect.h}, 5, fill_of(side),
                    (Paint){0}, 0);
    draw_round_rect(ui->list, rect, 5, fill_of(face), (Paint){0}, 0);
    draw_line(ui->list, rect.x + 6, rect.y + 4, rect.x + rect.w - 8, rect.y + 3.4f,
              paint_alpha(TOKEN_WHITE, 0.4f), 2, 0, 0);
}

/* As many in a row as fit; more of them lie closer together. */
static void paint_stones(Ui *ui, Rect rect, const void *data) {
    const StonesData *stones = data;
    float step = stones->width + 4;
    if (step * (float)stones->count > rect.w) {
        step = rect.w / (float)stones->count;
    }
    for (int i = 0; i < stones->count; i++) {
        Rect stone = {rect.x + step * (float)i, rect.y, fminf(stones->width, step - 2), rect.h - 3};
        paint_stone(ui, stones->kind, i, stone);
    }
}

void room_stones(Ui *ui, RoomStone kind, int count, float width, float height) {
    StonesData data = {kind, count, width, height};
    float all = (width + 4) * (float)count;
    ui_custom(ui, &(UiBox){.width = all < 400 ? all : 400, .height = height}, paint_stones, &data,
              sizeof data);
}
