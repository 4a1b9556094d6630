/* SPDX-License-Identifier: MIT */
/* Settings, section The two of you: topics that each partner leaves out, for their eyes alone. The
 * page of one never tells anything of the other's, nor does the way there. */
#include "settings_parts.h"

static const char *const topic_keys[TOPIC_COUNT] = {
    [TOPIC_MONEY] = "topics.money",   [TOPIC_SEX] = "topics.sex",
    [TOPIC_FAMILY] = "topics.family", [TOPIC_HEALTH] = "topics.health",
    [TOPIC_GRIEF] = "topics.grief",   [TOPIC_FAITH] = "topics.faith",
    [TOPIC_DRINK] = "topics.drink",   [TOPIC_PAST] = "topics.past"};

static UiStyle words(void) {
    UiStyle style = style_text(FONT_TEXT, 16, TOKEN_INK2);
    style.line_height = 1.35f;
    return style;
}

static bool wide_button(ScreenContext *context, const char *name, int index, const char *label,
                        const char *icon) {
    Button button = {
        .label = label, .icon = icon, .kind = BUTTON_GHOST, .size = 17, .index = index};
    return ui_button(context->ui, name, &button);
}

static void turn_to(ScreenContext *context, int player, bool is_open) {
    context->memory->topics_of = player;
    context->memory->topics_open = is_open;
    context->ui->wants_frames = true;
}

/* Whose turn is it? The same words and buttons, whatever either has chosen. */
static void doors(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_gap(ui, 8);
    ui_text(ui, tr(context, "topics.title"), style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    ui_text(ui, tr(context, "topics.more"), words());
    ui_gap(ui, 8);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 10, .wrap = true});
    for (int player = 1; player <= 2; player++) {
        const char *label = tr1(context, "topics.for", "name", player_name(context, player));
        if (wide_button(context, "topics-of", player, label, "eye-off")) {
            turn_to(context, player, false);
        }
    }
    ui_close(ui);
    ui_gap(ui, 8);
    settings_rule(ui);
}

static void cover(ScreenContext *context, int player) {
    Ui *ui = context->ui;
    ui_text(ui,
            tr2(context, "topics.cover", "name", player_name(context, player), "other",
                player_name(context, 3 - player)),
            style_display(24));
    ui_gap(ui, 14);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 10, .wrap = true});
    if (wide_button(context, "topics-back", 0, tr(context, "topics.back"), NULL)) {
        turn_to(context, 0, false);
    }
    if (wide_button(context, "topics-open", 0, tr(context, "topics.open"), "eye")) {
        turn_to(context, player, true);
    }
    ui_close(ui);
}

static void topic_row(ScreenContext *context, int player, int topic) {
    Ui *ui = context->ui;
    bool is_off = (context->game->topics_off[player - 1] & (1u << topic)) != 0;
    UiId id = ui_id(ui, "topic", topic);
    ui_open_id(ui, id, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 16, .min_height = 44});
    bool pressed = ui_touchable(ui, id, UI_ROLE_TOGGLE, 12, 0);
    ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
    ui_text(ui, tr(context, topic_keys[topic]), style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    ui_close(ui);
    ui_toggle(ui, !is_off, tr(context, is_off ? "topics.left-out" : "topics.in"));
    ui_close(ui);
    if (pressed) {
        emit_event(context, &(Event){.kind = EV_TOPIC,
                                     .player = player,
                                     .value = topic,
                                     .amount = !is_off});
    }
}

void settings_topics(ScreenContext *context) {
    int player = context->memory->topics_of;
    if (player == 0) {
        doors(context);
        return;
    }
    if (!context->memory->topics_open) {
        cover(context, player);
        return;
    }
    ui_text(context->ui, tr(context, "topics.open-more"), words());
    for (int topic = 0; topic < TOPIC_COUNT; topic++) {
        topic_row(context, player, topic);
    }
    if (wide_button(context, "topics-done", 0, tr(context, "topics.done"), "eye-off")) {
        turn_to(context, 0, false);
    }
}
