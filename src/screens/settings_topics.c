/* SPDX-License-Identifier: MIT */
/* Settings, section The two of you: topics that each partner leaves out, for their eyes alone. The
 * page of one never tells anything of the other's, nor does the way there. */
#include "private_page.h"
#include "settings_parts.h"

static const char *const topic_keys[TOPIC_COUNT] = {
    [TOPIC_MONEY] = "topics.money",   [TOPIC_SEX] = "topics.sex",
    [TOPIC_FAMILY] = "topics.family", [TOPIC_HEALTH] = "topics.health",
    [TOPIC_GRIEF] = "topics.grief",   [TOPIC_FAITH] = "topics.faith",
    [TOPIC_DRINK] = "topics.drink",   [TOPIC_PAST] = "topics.past"};

/* The same words, whatever either has chosen. */
static void doors(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_gap(ui, 8);
    ui_text(ui, tr(context, "topics.title"), style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    ui_text(ui, tr(context, "topics.more"), private_words());
    ui_gap(ui, 8);
    private_doors(context, &context->memory->topics);
    ui_gap(ui, 8);
    settings_rule(ui);
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
    PrivatePage *page = &context->memory->topics;
    if (page->of == 0) {
        doors(context);
        return;
    }
    if (!page->is_open) {
        private_cover(context, page);
        return;
    }
    ui_text(context->ui, tr(context, "topics.open-more"), private_words());
    for (int topic = 0; topic < TOPIC_COUNT; topic++) {
        topic_row(context, page->of, topic);
    }
    private_done(context, page);
}
