/* SPDX-License-Identifier: MIT */
/* Our map (GAME.md): what each would love to hear, on a page of their own behind a cover; the other
 * sees what its owner lets them see. */
#include "dim_valley.h"
#include "page_bar.h"
#include "private_page.h"

#include <stdio.h>

static void act(ScreenContext *context, MapAct what, int player, int amount) {
    emit_event(
        context,
        &(Event){.kind = EV_MAP, .player = player, .value = (int)what, .amount = amount});
}

/* "would rather be asked than advised" and "7 of 9". */
static void line_words(ScreenContext *context, const MapLine *line) {
    Ui *ui = context->ui;
    char rather[40], than[40], times[12], of[12];
    snprintf(rather, sizeof rather, "our-map.rather-%s", map_style_names[line->rather]);
    snprintf(than, sizeof than, "our-map.than-%s", map_style_names[line->than]);
    snprintf(times, sizeof times, "%d", line->times);
    snprintf(of, sizeof of, "%d", line->of);
    ui_text(ui,
            tr2(context, "our-map.line", "rather", tr(context, rather), "than",
                tr(context, than)),
            style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    ui_text(ui, tr2(context, "our-map.evidence", "times", times, "of", of), private_words());
}

/* --- Both agree ------------------------------------------------------------------------------- */

static void agree_row(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    bool keeps = context->game->map.pages[player - 1].keeps;
    UiId id = ui_id(ui, "map-keep", player);
    ui_open_id(ui, id, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 16, .min_height = 52});
    bool pressed = ui_touchable(ui, id, UI_ROLE_TOGGLE, 12, 0);
    ui_mark(ui, player, 14);
    ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
    ui_text(ui, tr1(context, "our-map.keep", "name", player_name(context, player)),
            style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    ui_close(ui);
    ui_toggle(ui, keeps, tr(context, keeps ? "our-map.agreed" : "our-map.not-yet"));
    ui_close(ui);
    if (pressed) {
        act(context, keeps ? MAP_STOP : MAP_KEEP, player, 0);
    }
}

static void agreement(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_text(ui, tr(context, "our-map.agree"), style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    ui_text(ui, tr(context, "our-map.agree-more"), private_words());
    agree_row(context, 1);
    agree_row(context, 2);
}

/* --- What both may see ------------------------------------------------------------------------ */

static void shown_lines(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    const MapPage *page = &context->game->map.pages[player - 1];
    MapLine lines[MAP_LINES_MAX];
    int count = map_lines(page, lines);
    for (int i = 0; i < count; i++) {
        if (map_is_shown(page, &lines[i])) {
            ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 14, .cross = UI_CENTER});
            ui_mark(ui, player, 12);
            ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
            line_words(context, &lines[i]);
            ui_close(ui);
            ui_close(ui);
        }
    }
}

static void together(ScreenContext *context) {
    Ui *ui = context->ui;
    const OurMap *map = &context->game->map;
    char same[12], asked[12];
    shown_lines(context, 1);
    shown_lines(context, 2);
    if (map->asked >= MAP_FEW) {
        snprintf(same, sizeof same, "%d", map->same);
        snprintf(asked, sizeof asked, "%d", map->asked);
        ui_text(ui, tr2(context, "our-map.same", "same", same, "asked", asked),
                style_text(FONT_TEXT_SEMI, 16, TOKEN_INK));
    }
}

static void front(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_text(ui, tr(context, "our-map.about"), private_words());
    ui_gap(ui, 4);
    agreement(context);
    ui_rule(ui, 5);
    ui_text(ui, tr(context, "our-map.pages"), style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    ui_text(ui, tr(context, "our-map.pages-more"), private_words());
    private_doors(context, &context->memory->map);
    together(context);
}

/* --- One page --------------------------------------------------------------------------------- */

static void own_line(ScreenContext *context, int player, const MapLine *line, int index) {
    Ui *ui = context->ui;
    bool is_shown = map_is_shown(&context->game->map.pages[player - 1], line);
    UiId id = ui_id(ui, "map-line", index);
    ui_open_id(ui, id, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 16, .min_height = 56});
    bool pressed = ui_touchable(ui, id, UI_ROLE_TOGGLE, 12, 0);
    ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
    line_words(context, line);
    ui_close(ui);
    ui_toggle(ui, is_shown, tr(context, is_shown ? "our-map.seen" : "our-map.unseen"));
    ui_close(ui);
    if (pressed) {
        act(context, is_shown ? MAP_HIDE : MAP_SHOW, player, index);
    }
}

static void clear_buttons(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 10, .wrap = true, .cross = UI_CENTER});
    if (!context->memory->map_asks_clear) {
        if (private_button(context, "map-clear", 0, tr(context, "our-map.clear"), "trash-2")) {
            context->memory->map_asks_clear = true;
        }
    } else {
        ui_text(ui, tr(context, "our-map.clear-ask"),
                style_text(FONT_TEXT_SEMI, 16, TOKEN_INK));
        if (private_button(context, "map-clear-no", 0, tr(context, "our-map.clear-no"), NULL)) {
            context->memory->map_asks_clear = false;
        }
        if (private_button(context, "map-clear-yes", 0, tr(context, "our-map.clear-yes"),
                           "trash-2")) {
            context->memory->map_asks_clear = false;
            act(context, MAP_CLEAR, player, 0);
        }
    }
    private_done(context, &context->memory->map);
    ui_close(ui);
}

static void own_page(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    MapLine lines[MAP_LINES_MAX];
    int count = map_lines(&context->game->map.pages[player - 1], lines);
    ui_text(ui, tr1(context, "our-map.own", "name", player_name(context, player)),
            style_display(26));
    ui_text(ui, tr1(context, "our-map.own-more", "other", player_name(context, 3 - player)),
            private_words());
    if (count == 0) {
        ui_text(ui, trn(context, "our-map.none", MAP_FEW), private_words());
    }
    for (int i = 0; i < count; i++) {
        own_line(context, player, &lines[i], i);
    }
    ui_gap(ui, 6);
    clear_buttons(context, player);
}

void screen_our_map(ScreenContext *context) {
    Ui *ui = context->ui;
    PrivatePage *page = &context->memory->map;
    dim_valley(context, ui->width * 0.9f, 0);
    if (ui_top_bar(ui, tr(context, "our-map.title"), tr(context, "our-map.sub"),
                   tr(context, "nav.back"))) {
        emit(context, EV_BACK, 0, 0);
    }
    UiBox box = ui_card(ui->width - 2 * 40 < 860 ? ui->width - 80 : 860, 28);
    box.absolute = true;
    box.anchor_x = 0.5f;
    box.at_y = 72 + 32 * ui->text_scale;
    float room = page_bar_room(context);
    box.height = ui->height - box.at_y - (room > 0 ? room : 24);
    box.gap = 10;
    box.scroll = true;
    box.cross = UI_STRETCH;
    ui_open_id(ui, ui_id(ui, "our-map", page->of), &box);
    context->memory->map_asks_clear &= page->of != 0 && page->is_open;
    if (page->of == 0) {
        front(context);
    } else if (!page->is_open) {
        private_cover(context, page);
    } else {
        own_page(context, page->of);
    }
    ui_close(ui);
    page_bar(context);
}
