/* SPDX-License-Identifier: MIT */
/* The bar of pages. */
#include "page_bar.h"

typedef struct PageItem {
    const char *icon, *key;
    EventKind kind;
    Overlay overlay;
    Screen page; /* of those that are one */
} PageItem;

static const PageItem items[] = {
    {"sun", "nav.today", EV_TODAY, OVERLAY_NONE, SCREEN_HOME},
    {"map", "nav.journey", EV_JOURNEY, OVERLAY_NONE, SCREEN_JOURNEY},
    {"calendar-days", "nav.look-back", EV_LOOK_BACK, OVERLAY_NONE, SCREEN_LOOK_BACK},
    {"settings", "nav.settings", EV_OPEN, OVERLAY_SETTINGS, SCREEN_COUNT},
    {"leaf", "nav.help", EV_OPEN, OVERLAY_HELP, SCREEN_COUNT},
    {"pause", "nav.pause", EV_OPEN, OVERLAY_PAUSE, SCREEN_COUNT}};

enum { ITEMS = sizeof items / sizeof items[0], BAR_BELOW = 16, BAR_HEIGHT = 62, BAR_ABOVE = 14 };

static bool is_shown(const ScreenContext *context) {
    const Game *game = context->game;
    bool is_home = game->screen == SCREEN_HOME && !game->overlay_count;
    return is_home || (game_has_pages(game) && context->ui->text_scale < 1.3f);
}

float page_bar_room(const ScreenContext *context) {
    return is_shown(context) ? BAR_BELOW + BAR_HEIGHT + BAR_ABOVE : 0;
}

static bool is_here(const Game *game, const PageItem *item) {
    return game->overlay_count ? item->overlay == game_overlay(game) : item->page == game->screen;
}

static void page_item(ScreenContext *context, const PageItem *item) {
    Ui *ui = context->ui;
    bool here = is_here(context->game, item);
    UiId id = ui_id(ui, item->key, 0);
    ui_open_id(ui, id,
               &(UiBox){.cross = UI_CENTER,
                        .main = UI_CENTER,
                        .min_width = 112,
                        .pad_x = 14,
                        .pad_y = 5,
                        .min_height = 50,
                        .gap = 1,
                        .radius = 25,
                        .fill = fill_of(paint_of(here ? TOKEN_MOSS_SOFT : TOKEN_NONE))});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 25, 0);
    ui_icon(ui, item->icon, 22, paint_of(here ? TOKEN_MOSS : TOKEN_INK2));
    UiStyle style =
        style_text(here ? FONT_TEXT_BOLD : FONT_TEXT_SEMI, 14, here ? TOKEN_INK : TOKEN_INK2);
    style.line_height = 1.25f;
    ui_text(ui, tr(context, item->key), style);
    ui_close(ui);
    if (pressed && !here) {
        emit(context, item->kind, 0, (int)item->overlay);
    }
}

void page_bar(ScreenContext *context) {
    Ui *ui = context->ui;
    if (!is_shown(context)) {
        return;
    }
    ui_open(ui, &(UiBox){.absolute = true,
                         .anchor_x = 0.5f,
                         .anchor_y = 1,
                         .at_y = -BAR_BELOW,
                         .dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 6,
                         .pad_x = 6,
                         .pad_y = 6,
                         .radius = 31,
                         .fill = fill_of(paint_of(TOKEN_PAPER)),
                         .border = paint_alpha(TOKEN_LINE, 0.35f),
                         .border_width = 1.5f,
                         .shadow = 2,
                         .silent = true});
    for (int i = 0; i < ITEMS; i++) {
        page_item(context, &items[i]);
    }
    ui_close(ui);
}
