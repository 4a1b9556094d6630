/* SPDX-License-Identifier: MIT */
/* A talk: one line, three or four replies, and on; its ending; what it built. */
#include "card_talk_light.h"

#include "card_side.h"
#include "card_talk.h"
#include "text.h"

#include <stdio.h>

enum { SHEET_H = 376, SIDE_W = 372, ENTER_MS = 320, FADE_MS = 200 };

/* 0..1 since this turn began; what it moves by, and how much of it is seen. */
static float entered(ScreenContext *context) {
    Ui *ui = context->ui;
    int ms = ui->calm ? FADE_MS : ENTER_MS;
    UiId id = ui_id(ui, "talk-turn", context->game->play.said_count);
    return ease_quint_out(ui_progress(ui, id, 0, ms, false));
}

static PersonFace sharer_face(const TalkNode *node) {
    return (PersonFace)node->face;
}

/* The responder hears how it goes. */
static PersonFace responder_face(const TalkNode *node) {
    static const PersonFace by_mood[] = {PERSON_TIRED, PERSON_THINKING, PERSON_LISTENING,
                                         PERSON_HAPPY, PERSON_RELIEVED};
    return by_mood[node->mood + TALK_MOOD_MAX];
}

static PersonPose sharer_pose(const TalkNode *node) {
    return node->mood <= -TALK_MOOD_MAX ? POSE_CROSSED
           : node->mood >= TALK_MOOD_MAX ? POSE_HEART
           : node->mood > 0              ? POSE_OPEN
                                         : POSE_REST;
}

static void busts(ScreenContext *context) {
    const Play *play = &context->game->play;
    const TalkNode *node = card_talk_node(play);
    for (int player = 1; player <= 2; player++) {
        Person person = player_person(context, player);
        bool shares = player == play->sharer;
        PersonFace face = shares ? sharer_face(node) : responder_face(node);
        PersonPose pose = shares ? sharer_pose(node) : node->mood > 0 ? POSE_REST : POSE_CHIN;
        card_bust(context, &person, player, face, pose);
    }
}

/* Before the first line the scene; then who says it, and what they do. */
static void caption_of(ScreenContext *context, const TalkNode *node, char out[SCREEN_TEXT_MAX]) {
    const Play *play = &context->game->play;
    bool is_start = play->said_count == 0;
    const char *name = player_name(context, play->sharer);
    text_copy(out, SCREEN_TEXT_MAX, is_start ? card_text(context, play->card->scene) : "");
    if (node->does[0]) {
        text_append(out, SCREEN_TEXT_MAX, is_start ? " " : "");
        text_append(out, SCREEN_TEXT_MAX,
                    tr2(context, "talk.does", "name", name, "does",
                        card_text(context, node->does)));
    } else if (!is_start) {
        text_append(out, SCREEN_TEXT_MAX, tr1(context, "card.says", "name", name));
    }
}

/* --- Stage ---------------------------------------------------------------------------------- */

typedef struct Words {
    char caption[SCREEN_TEXT_MAX], line[SCREEN_TEXT_MAX];
} Words;

static void stage(ScreenContext *context, const Words *words) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    const TalkNode *node = card_talk_node(play);
    if (card_is_large(context)) {
        CardSide side = {sharer_face(node), responder_face(node), words->caption, words->line};
        card_side_stage(context, &side);
        return;
    }
    card_scenery(context);
    talk_light(context);
    busts(context);
    float t = entered(context);
    ui_open(ui, &(UiBox){.absolute = true,
                         .at_y = ui->calm ? 0 : 24 * (1 - t),
                         .width = ui->width,
                         .height = ui->height,
                         .alpha_off = (uint8_t)(255 * (1 - t))});
    card_bubble(context, words->caption, words->line, play->sharer == 1 ? -1 : 1);
    ui_close(ui);
}

/* --- Sheet ---------------------------------------------------------------------------------- */

static void sheet_open(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = card_is_large(context);
    float top = large ? 72 + 34 * ui->text_scale : ui->height - SHEET_H;
    ui_open_id(ui, ui_id(ui, "talk-sheet", 0),
               &(UiBox){.absolute = true,
                        .anchor_y = 1,
                        .at_y = 32,
                        .width = ui->width,
                        .min_height = ui->height - top + 32,
                        .max_height = ui->height - top + 32,
                        .radius = 32,
                        .pad_x = 40,
                        .pad_top = large ? 20 : 14,
                        .pad_bottom = 40,
                        .gap = large ? 12 : 8,
                        .cross = UI_STRETCH,
                        .fill = fill_of(paint_of(TOKEN_PAPER)),
                        .shadow = 2,
                        .scroll = true});
    /* A box of each turn's own, so that the focus begins anew with it. */
    ui_open_id(ui, ui_id(ui, "talk-turn", context->game->play.said_count),
               &(UiBox){.gap = large ? 12 : 8, .cross = UI_STRETCH});
}

static void take_back(ScreenContext *context) {
    if (card_talk_may_take_back(&context->game->play) &&
        ui_button(context->ui, "take-back",
                  &(Button){.label = tr(context, "talk.take-back"),
                            .icon = "undo-2",
                            .kind = BUTTON_GHOST,
                            .size = 16,
                            .height = 44})) {
        emit(context, EV_PUT, 0, -1);
    }
}

/* Below the first reply, so that arrows along the replies never stray to it. */
static void foot(ScreenContext *context) {
    Ui *ui = context->ui;
    if (card_is_large(context)) {
        card_footer(context);
        return;
    }
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .min_height = 48});
    ui_open(ui, &(UiBox){.dir = UI_ROW, .width = SIDE_W});
    take_back(context);
    ui_close(ui);
    ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
    card_footer(context);
    ui_close(ui);
    ui_open(ui, &(UiBox){.width = SIDE_W - 130, .height = 1});
    ui_close(ui);
    ui_close(ui);
}

static void heading(ScreenContext *context, const char *words) {
    Ui *ui = context->ui;
    if (card_is_large(context)) {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 16, .wrap = true, .cross = UI_CENTER});
        talk_mood(context);
        talk_way(context);
        take_back(context);
        ui_close(ui);
        ui_text(ui, words, style_centred(style_display(26)));
        return;
    }
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8});
    ui_open(ui, &(UiBox){.dir = UI_ROW, .width = SIDE_W});
    talk_way(context);
    ui_close(ui);
    ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
    ui_text(ui, words, style_centred(style_display(26)));
    ui_close(ui);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_END, .width = SIDE_W});
    talk_mood(context);
    ui_close(ui);
    ui_close(ui);
}

static void reply(ScreenContext *context, int place, float width, float shown) {
    Ui *ui = context->ui;
    const char *words = card_text(context, card_talk_reply_at(&context->game->play, place)->text);
    UiId id = ui_id(ui, "reply", place);
    int count = card_talk_node(&context->game->play)->reply_count;
    bool tall = !card_is_large(context) && count < TALK_REPLIES_MAX; /* all in one row */
    if (place == 0) {
        ui_focus_first(ui, id);
    }
    ui_open_id(ui, id,
               &(UiBox){.grow = 1,
                        .width = width,
                        .pad_x = 20,
                        .pad_y = 12,
                        .gap = 2,
                        .radius = 20,
                        .min_height = tall ? 208 : 98,
                        .cross = UI_STRETCH,
                        .shadow = 1,
                        .alpha_off = (uint8_t)(255 * (1 - shown)),
                        .fill = fill_of(paint_of(TOKEN_PAPER2)),
                        .border = paint_of(TOKEN_LINE),
                        .border_width = 2});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 20, 0);
    UiStyle style =
        style_text(FONT_TEXT_SEMI, text_length(words) > (tall ? 80 : 92) ? 19 : 21, TOKEN_INK);
    style.line_height = 1.3f;
    ui_text(ui, words, style);
    ui_spring(ui);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_END, .gap = 10});
    for (int player = 1; player <= 2; player++) {
        card_key(context, player, place);
    }
    ui_close(ui);
    ui_close(ui);
    if (pressed) {
        emit(context, EV_PICK, 0, place);
    }
}

/* Three side by side, four in two rows, large ones below each other; they come in one by one. */
static void replies(ScreenContext *context) {
    Ui *ui = context->ui;
    int count = card_talk_node(&context->game->play)->reply_count;
    int columns = card_is_large(context) ? 1 : count == TALK_REPLIES_MAX ? 2 : count;
    float width = (ui->width - 80 - 16 * (float)(columns - 1)) / (float)columns;
    int turn = context->game->play.said_count;
    for (int place = 0; place < count; place += columns) {
        ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 16, .cross = UI_STRETCH, .grow = 1});
        for (int i = place; i < place + columns; i++) {
            UiId id = ui_id(ui, "reply-in", turn * TALK_REPLIES_MAX + i);
            float shown = ui_progress(ui, id, ui->calm ? 0 : 60 * i, FADE_MS, false);
            reply(context, i, columns == 1 ? 0 : width, shown);
        }
        ui_close(ui);
    }
}

/* A pad's A is a reply, unless the D-pad has gone to "take that back". */
static bool takes_back(const ScreenContext *context) {
    enum { BUTTON_A = 2 };
    const Ui *ui = context->ui;
    const UiSeen *button = ui_find(ui, "take-back", 0);
    return button && ui->focus == button->id && ui->input->device == DEVICE_PAD &&
           ui->input->index == BUTTON_A && card_talk_may_take_back(&context->game->play);
}

static void answer_keys(ScreenContext *context) {
    const Ui *ui = context->ui;
    if (!ui_input_is(ui, INPUT_ANSWER)) {
        return;
    }
    if (takes_back(context)) {
        emit(context, EV_PUT, 0, -1);
    } else if (card_talk_reply_at(&context->game->play, ui->input->index)) {
        emit(context, EV_PICK, ui->input->player, ui->input->index);
    }
}

static void choosing(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    char words[SCREEN_TEXT_MAX];
    int responder = game_responder(context->game);
    text_copy(words, sizeof words,
              tr1(context, "talk.heading", "name", player_name(context, responder)));
    heading(context, words);
    UiStyle hint = style_centred(style_text(FONT_TEXT, 16, TOKEN_INK2));
    hint.line_height = 1.2f;
    ui_text(ui, tr1(context, "talk.hint", "sharer", player_name(context, play->sharer)), hint);
    replies(context);
    foot(context);
    answer_keys(context);
}

static const char *ending_words(const ScreenContext *context, const TalkNode *node) {
    static const char *const keys[TALK_ENDING_COUNT] = {"talk.ending.close", "talk.ending.halfway",
                                                        "talk.ending.later"};
    return tr(context, keys[node->ending]);
}

static void ending(ScreenContext *context, const TalkNode *node) {
    Ui *ui = context->ui;
    heading(context, ending_words(context, node));
    ui_open(ui, &(UiBox){
                    .min_height = 240, .main = UI_CENTER, .gap = 24, .cross = UI_STRETCH});
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_CENTER});
    ui_open(ui, &(UiBox){.max_width = 820, .cross = UI_STRETCH});
    ui_text(ui, card_text(context, node->last), style_centred(style_display(24)));
    ui_close(ui);
    ui_close(ui);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .main = UI_CENTER});
    if (ui_button_first(ui, "talk-show",
                        &(Button){.label = tr(context, "talk.show"),
                                  .icon = "bridge",
                                  .key = ui->prompts.confirm})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
    ui_close(ui);
    ui_close(ui);
    foot(context);
}

static void talking(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    const TalkNode *node = card_talk_node(play);
    Words words;
    caption_of(context, node, words.caption);
    text_copy(words.line, sizeof words.line, card_text(context, node->line));
    stage(context, &words);
    sheet_open(context);
    CardSide side = {sharer_face(node), responder_face(node), words.caption, words.line};
    card_side_words(context, &side);
    if (node->ending < TALK_ENDING_COUNT) {
        ending(context, node);
    } else {
        choosing(context);
    }
    ui_close(ui);
    ui_close(ui);
    card_frame(context, card_text(context, play->card->title), card_subtitle(context), true);
}

/* --- What it built -------------------------------------------------------------------------- */

static void question(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.pad_x = 16,
                         .pad_y = 12,
                         .gap = 4,
                         .radius = 16,
                         .cross = UI_STRETCH,
                         .fill = fill_of(paint_of(TOKEN_P2SOFT))});
    ui_text(ui, tr(context, "talk.and-us"), style_text(FONT_TEXT_SEMI, 16, TOKEN_INK2));
    UiStyle style = style_display(21);
    style.line_height = 1.3f;
    ui_text(ui, card_text(context, context->game->play.card->talk), style);
    ui_close(ui);
}

static void built_words(ScreenContext *context, const TalkNode *node) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    int mended = card_talk_mended(play);
    ui_text(ui, ending_words(context, node), style_display(26));
    ui_text(ui, card_text(context, node->last), style_body());
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 10, .wrap = true});
    ui_text(ui, tr(context, "talk.way"), style_text(FONT_TEXT_SEMI, 16, TOKEN_INK2));
    talk_way(context);
    ui_close(ui);
    reveal_stones_box(context, &play->outcome);
    if (mended > 0) {
        ui_text(ui, trn(context, "talk.mended", mended),
                style_text(FONT_TEXT_BOLD, 16, TOKEN_MOSS));
    }
    question(context);
    ui_text(ui, card_text(context, play->card->why), style_body());
}

static void built(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    const TalkNode *node = card_talk_node(play);
    PersonFace sharer = sharer_face(node), responder = responder_face(node);
    reveal_stage(context, &play->outcome, play->sharer == 1 ? sharer : responder,
                 play->sharer == 1 ? responder : sharer);
    card_frame(context, card_text(context, play->card->title), card_subtitle(context), false);
    reveal_close_up(context, play->sharer, sharer, card_text(context, node->line));
    reveal_score_chip(context);
    reveal_panel_open(context);
    ui_open_id(
        ui, ui_id(ui, "reveal-scroll", 0),
        &(UiBox){.gap = 10, .cross = UI_STRETCH, .grow = 1, .scroll = true, .pad_right = 14});
    built_words(context, node);
    ui_close(ui);
    reveal_buttons(context, false);
    ui_close(ui);
}

void card_talk_view(ScreenContext *context) {
    if (context->game->play.phase == PHASE_REVEAL) {
        built(context);
    } else {
        talking(context);
    }
}
