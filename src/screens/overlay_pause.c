/* SPDX-License-Identifier: MIT */
/* Pause (mock-up 26): a breath, and every way out without loss. */
#include "dim_valley.h"

#include <math.h>

/* screens-2.md 26: the disc grows 134 -> 154 in 4 s, shrinks in 6 s; ten stones, one a breath. */
enum { BREATH_IN_MS = 4000, BREATH_MS = 10000, BREATHS = 10 };
enum { DISC_RADIUS = 134, DISC_GROWS = 20, RING_RADIUS = 192, FIELD = 430 };

static bool is_large(const Ui *ui) {
    return ui->text_scale > 1.6f;
}

/* The middle of the disc, and of the stream below it. */
static Point breath_at(const Ui *ui) {
    float x = is_large(ui) ? 300 : 360;
    return (Point){x + (ui->width - 1280) * 0.3f, ui->height / 2 - 70};
}

typedef struct BreathData {
    float radius, halo; /* halo: 0..1 bright */
    int stones;
} BreathData;

static void ring_stones(Ui *ui, float x, float y, int lit) {
    DrawList *list = ui->list;
    for (int i = 0; i < BREATHS; i++) {
        float turn = 360.0f * (float)i / BREATHS;
        float angle = turn * 3.14159265f / 180;
        Rect stone = {x + RING_RADIUS * sinf(angle) - 19, y - RING_RADIUS * cosf(angle) - 12, 38,
                      24};
        if (i < lit) {
            path_begin(list);
            path_add_turned_rect(list, (Rect){stone.x, stone.y + 2, 38, 24}, 7, turn);
            path_fill(list, fill_of(paint_mix(TOKEN_GOLD, TOKEN_SHADOW, 0.25f)));
            path_begin(list);
            path_add_turned_rect(list, stone, 7, turn);
            path_fill(list, fill_of(paint_mix(TOKEN_GOLD, TOKEN_WHITE, 0.55f)));
        } else {
            path_begin(list);
            path_add_turned_rect(list, stone, 7, turn);
            path_paint(list, fill_of(paint_alpha(TOKEN_SCRIM, 0.6f)), paint_of(TOKEN_GOLD), 2.2f, 5,
                       5);
        }
    }
}

static void paint_breath(Ui *ui, Rect rect, const void *data) {
    const BreathData *breath = data;
    DrawList *list = ui->list;
    float x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
    draw_ellipse(list, x, y, breath->radius + 20, breath->radius + 20,
                 paint_alpha(TOKEN_GOLD, 0.14f + 0.2f * breath->halo));
    path_begin(list);
    path_add_ellipse(list, x, y, breath->radius, breath->radius);
    path_paint(list, fill_of(paint_of(TOKEN_PAPER)), paint_of(TOKEN_GOLD), 4, 0, 0);
    path_begin(list);
    path_add_ellipse(list, x, y, RING_RADIUS, RING_RADIUS);
    path_stroke(list, paint_alpha(TOKEN_GOLD, 0.8f), 3, 3, 8);
    ring_stones(ui, x, y, breath->stones);
}

/* The words inside the disc grow with the text setting as far as the disc has room. */
static void breath_words(ScreenContext *context, const char *word, const char *more) {
    Ui *ui = context->ui;
    float scale = ui->text_scale;
    float title = scale < 1.05f ? scale : 1.05f, text = scale < 1.5f ? scale : 1.5f;
    ui_open(ui, &(UiBox){.width = 232, .cross = UI_STRETCH, .gap = 4});
    ui_text(ui, tr(context, word), style_centred(style_display(38 * title / scale)));
    ui_text(ui, tr(context, more),
            style_centred(style_text(FONT_TEXT, 17.5f * text / scale, TOKEN_INK2)));
    ui_close(ui);
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
    float full = over ? 0.5f : ease_sine(t);
    BreathData data = {.radius = DISC_RADIUS + DISC_GROWS * (ui->calm ? 0.5f : full),
                       .halo = full,
                       .stones = over ? BREATHS : done};
    ui->wants_ambient |= !over; /* calm motion: the disc stays and only brightens */
    Point at = breath_at(ui);
    ui_open(ui, &(UiBox){.absolute = true,
                         .at_x = at.x - FIELD / 2.0f,
                         .at_y = at.y - FIELD / 2.0f,
                         .width = FIELD,
                         .height = FIELD,
                         .dir = UI_LAYERS,
                         .main = UI_CENTER,
                         .cross = UI_CENTER});
    ui_custom(ui, &(UiBox){.width = FIELD, .height = FIELD}, paint_breath, &data, sizeof data);
    breath_words(context,
                 over    ? "pause.minute"
                 : is_in ? "pause.breathe-in"
                         : "pause.breathe-out",
                 over    ? "pause.minute-more"
                 : is_in ? "pause.in-more"
                         : "pause.out-more");
    ui_close(ui);
}

static void breaths_chip(ScreenContext *context) {
    Ui *ui = context->ui;
    float x = breath_at(ui).x - 300;
    ui_open(ui, &(UiBox){.absolute = true,
                         .at_x = x > 20 ? x : 20,
                         .anchor_y = 1,
                         .at_y = is_large(ui) ? -16 : -34,
                         .width = 600,
                         .cross = UI_CENTER});
    ui_chip(ui, "leaf", tr(context, "pause.ten-breaths"));
    ui_close(ui);
}

typedef struct PauseRow {
    const char *name, *icon, *key, *cap;
    EventKind kind;
    int value;
} PauseRow;

static void paint_line(Ui *ui, Rect rect, const void *data) {
    (void)data;
    draw_line(ui->list, rect.x + 50, rect.y, rect.x + rect.w - 4, rect.y,
              paint_alpha(TOKEN_LINE, 0.5f), 1.5f, 0, 0);
}

static void row(ScreenContext *context, const PauseRow *item) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, item->name, 0);
    ui_open_id(
        ui, id,
        &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 18, .pad_x = 8, .min_height = 50});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 14, 0);
    ui_icon(ui, item->icon, 26, paint_of(TOKEN_INK));
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, item->key), style_text(FONT_TEXT_SEMI, 19, TOKEN_INK));
    ui_close(ui);
    if (item->cap[0]) {
        ui_key(ui, item->cap, ui->prompts.device, 15);
    } else {
        ui_icon(ui, ui->rtl ? "chevron-left" : "chevron-right", 22, paint_of(TOKEN_INK2));
    }
    ui_close(ui);
    if (pressed) {
        context->memory->away_days = 0;
        emit(context, item->kind, 0, item->value);
    }
}

static void rows(ScreenContext *context) {
    Ui *ui = context->ui;
    Day until;
    bool at_home = context->game->screen == SCREEN_HOME;
    bool may_lead = at_home || context->game->screen == SCREEN_CARE;
    const char *away = game_is_away(context->game, &until) ? "pause.away-on" : "pause.away";
    const PauseRow items[] = {
        {"break", "timer", "pause.break", "", EV_BREAK, 1},
        {"settings", "settings", "nav.settings", "", EV_OPEN, OVERLAY_SETTINGS},
        {"help", "leaf", "nav.help", ui->prompts.help, EV_OPEN, OVERLAY_HELP},
        {"away", "tent", away, "", EV_OPEN, OVERLAY_AWAY},
    };
    for (int i = 0; i < (at_home ? 4 : 3); i++) {
        if (i > 0) {
            ui_custom(ui, &(UiBox){.height = 2}, paint_line, NULL, 0);
        }
        row(context, &items[i]);
    }
    if (may_lead) {
        ui_custom(ui, &(UiBox){.height = 2}, paint_line, NULL, 0);
        row(context, &(PauseRow){"workshop", "presentation", "pause.workshop", "", EV_WORKSHOP, 0});
    }
}

/* A room's pause: the wall goes dark, or the workshop ends (screens-2.md 26). */
static void room_rows(ScreenContext *context) {
    Ui *ui = context->ui;
    const PauseRow items[] = {
        {"settings", "settings", "nav.settings", "", EV_OPEN, OVERLAY_SETTINGS},
        {"help", "leaf", "nav.help", ui->prompts.help, EV_OPEN, OVERLAY_HELP},
        {"end-workshop", "log-out", "pause.end-workshop", "", EV_LEAD, LEAD_LEAVE},
    };
    for (int i = 0; i < 3; i++) {
        row(context, &items[i]);
    }
}

static void blank_the_wall(ScreenContext *context) {
    if (ui_button(context->ui, "blank",
                  &(Button){.label = tr(context, "pause.blank"),
                            .icon = "eye-off",
                            .kind = BUTTON_GHOST,
                            .size = 19,
                            .height = 56})) {
        emit(context, EV_LEAD, 0, LEAD_BLANK);
    }
}

static void ways_on(ScreenContext *context) {
    Ui *ui = context->ui;
    if (ui_button_first(
            ui, "resume",
            &(Button){
                .label = tr(context, "pause.resume"), .icon = "play", .size = 21, .height = 60})) {
        emit(context, EV_BACK, 0, 0);
    }
    ui_gap(ui, 12);
    if (context->game->screen == SCREEN_WORKSHOP) {
        blank_the_wall(context);
        return;
    }
    if (ui_button(ui, "stop",
                  &(Button){.label = tr(context, "pause.stop"),
                            .icon = "moon",
                            .kind = BUTTON_GHOST,
                            .size = 19,
                            .height = 56})) {
        emit(context, EV_LEAVE, 0, 0);
    }
    UiStyle truth = style_text(FONT_TEXT, 16.5f, TOKEN_INK2);
    truth.line_height = 1.45f;
    ui_open(ui, &(UiBox){.pad_x = 4, .cross = UI_STRETCH});
    ui_text(ui,
            tr(context, context->game->evening.cards_done ? "pause.stop-lit" : "pause.stop-waits"),
            truth);
    ui_close(ui);
}

static void menu(ScreenContext *context) {
    Ui *ui = context->ui;
    UiBox box = ui_card(440 + 140 * (ui->text_scale - 1), 36);
    box.absolute = true;
    box.anchor_x = 1;
    box.anchor_y = 0.5f;
    box.at_x = is_large(ui) ? -40 : -68;
    box.gap = 8;
    box.radius = 32;
    box.pad_y = 28;
    box.max_height = ui->height - 40;
    box.scroll = true;
    ui_open_id(ui, ui_id(ui, "pause-menu", 0), &box);
    ui_text(ui, tr(context, "pause.title"), style_display(40));
    ui_text(ui, tr(context, "pause.nothing-runs"), style_text(FONT_TEXT, 17.5f, TOKEN_INK2));
    ui_gap(ui, 8);
    ways_on(context);
    ui_gap(ui, 8);
    ui_rule(ui, 5);
    ui_gap(ui, 4);
    (context->game->screen == SCREEN_WORKSHOP ? room_rows : rows)(context);
    ui_close(ui);
}

void overlay_pause(ScreenContext *context) {
    Point at = breath_at(context->ui);
    dim_valley(context, at.x, at.y);
    dim_figures(context, at.x);
    breathing(context);
    breaths_chip(context);
    menu(context);
}
