/* SPDX-License-Identifier: MIT */
/* A page for one pair of eyes: doors, cover, way out. */
#include "private_page.h"

UiStyle private_words(void) {
    UiStyle style = style_text(FONT_TEXT, 16, TOKEN_INK2);
    style.line_height = 1.35f;
    return style;
}

bool private_button(ScreenContext *context, const char *name, int index, const char *label,
                    const char *icon) {
    Button button = {
        .label = label, .icon = icon, .kind = BUTTON_GHOST, .size = 17, .index = index};
    return ui_button(context->ui, name, &button);
}

static void turn_to(ScreenContext *context, PrivatePage *page, int player, bool is_open) {
    *page = (PrivatePage){player, is_open};
    context->ui->wants_frames = true;
}

void private_doors(ScreenContext *context, PrivatePage *page) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 10, .wrap = true});
    for (int player = 1; player <= 2; player++) {
        const char *label = tr1(context, "topics.for", "name", player_name(context, player));
        if (private_button(context, "page-of", player, label, "eye-off")) {
            turn_to(context, page, player, false);
        }
    }
    ui_close(ui);
}

void private_cover(ScreenContext *context, PrivatePage *page) {
    Ui *ui = context->ui;
    int player = page->of;
    ui_text(ui,
            tr2(context, "topics.cover", "name", player_name(context, player), "other",
                player_name(context, 3 - player)),
            style_display(24));
    ui_gap(ui, 14);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 10, .wrap = true});
    if (private_button(context, "page-back", 0, tr(context, "topics.back"), NULL)) {
        turn_to(context, page, 0, false);
    }
    if (private_button(context, "page-open", 0, tr(context, "topics.open"), "eye")) {
        turn_to(context, page, player, true);
    }
    ui_close(ui);
}

void private_done(ScreenContext *context, PrivatePage *page) {
    if (private_button(context, "page-done", 0, tr(context, "topics.done"), "eye-off")) {
        turn_to(context, page, 0, false);
    }
}
