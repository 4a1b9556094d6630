/* SPDX-License-Identifier: MIT */
/* The reveal of a respond card (mock-ups 04, 04b): what was said, how it landed, why, stones. */
#include "card_parts.h"

#include <stdio.h>

void reveal_panel_open(ScreenContext *context) {
    Ui *ui = context->ui;
    UiBox box = ui_card(430 + 110 * (ui->text_scale - 1), 26);
    box.pad_left = 2;
    box.pad_right = -10; /* room for the scroll bar inside the padding */
    box.absolute = true;
    box.anchor_x = 1;
    box.at_x = -40;
    box.at_y = 104;
    box.gap = 12;
    box.height = ui->height - 118;
    ui_enter(ui, ui_id(ui, "reveal-enters", 0), &box);
    ui_open_id(ui, ui_id(ui, "reveal", 0), &box);
}

void reveal_stones_box(ScreenContext *context, const Outcome *outcome) {
    Ui *ui = context->ui;
    bool wall = outcome->stones.wall > 0;
    bool bridge = outcome->stones.bridge > 0;
    char name[64], count[8];
    const char *note = wall ? (outcome->stones.wall == 1 ? "reveal.only-one" : "reveal.lift-out")
                       : !bridge                ? "reveal.rocks-note"
                       : outcome->from_wall > 0 ? "reveal.from-wall"
                                                : "reveal.from-stream";
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 14,
                         .pad_x = 18,
                         .pad_y = 12,
                         .radius = 18,
                         .min_height = 64,
                         .fill = fill_of(paint_of(bridge ? TOKEN_MOSS_SOFT : TOKEN_SLATE_SOFT))});
    ui_sprite(ui, valley_sprite(ui, bridge ? "stone/light" : "stone/dark", name), 48, 34, 1, 0, 2);
    ui_open(ui, &(UiBox){.grow = 1, .gap = 1});
    if (bridge) {
        snprintf(count, sizeof count, "%d", outcome->stones.bridge);
        ui_text(ui, trn(context, "reveal.bridge-stones", outcome->stones.bridge),
                style_text(FONT_TEXT_BOLD, 19, TOKEN_MOSS));
    } else {
        ui_text(ui,
                wall ? trn(context, "reveal.wall-stones", outcome->stones.wall)
                     : tr(context, "reveal.rocks"),
                style_text(FONT_TEXT_BOLD, 19, TOKEN_INK));
    }
    ui_text(ui, tr(context, note), style_text(FONT_TEXT, 16, TOKEN_INK));
    ui_close(ui);
    ui_close(ui);
}

typedef struct DotsData {
    int filled;
} DotsData;

static void paint_dots(Ui *ui, Rect rect, const void *data) {
    const DotsData *dots = data;
    for (int i = 0; i < 2; i++) {
        float x = rect.x + 7 + (float)i * 14, y = rect.y + rect.h / 2;
        path_begin(ui->list);
        path_add_ellipse(ui->list, x, y, 5, 5);
        path_paint(ui->list, i < dots->filled ? fill_of(paint_of(TOKEN_MOSS)) : (Fill){0},
                   paint_of(TOKEN_MOSS), 2.2f, 0, 0);
    }
}

void reveal_landing_chips(ScreenContext *context) {
    static const char *const keys[LANDING_ROWS] = {"land.short.got-it", "land.short.seriously",
                                                   "land.short.cared"};
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    ui_text(ui, tr1(context, "reveal.says-landed", "name", player_name(context, play->sharer)),
            style_text(FONT_TEXT_SEMI, 15, TOKEN_INK2));
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 6, .wrap = true});
    for (int i = 0; i < LANDING_ROWS; i++) {
        ui_open(ui, &(UiBox){.dir = UI_ROW,
                             .cross = UI_CENTER,
                             .gap = 6,
                             .pad_x = 8,
                             .pad_y = 5,
                             .radius = 18,
                             .fill = fill_of(paint_of(TOKEN_PAPER2))});
        ui_text(ui, tr(context, keys[i]), style_text(FONT_TEXT_BOLD, 14.5f, TOKEN_INK));
        DotsData dots = {(int)play->landing[i]};
        ui_custom(ui, &(UiBox){.width = 28, .height = 16}, paint_dots, &dots, sizeof dots);
        ui_close(ui);
    }
    ui_close(ui);
}

static Skill best_skill(const Answer *answer) {
    int best = 0;
    for (int i = 1; i < SKILL_COUNT; i++) {
        best = answer->marks[i] > answer->marks[best] ? i : best;
    }
    return (Skill)best;
}

typedef struct SkillData {
    int stones;
} SkillData;

static void paint_skill(Ui *ui, Rect rect, const void *data) {
    const SkillData *skill = data;
    for (int i = 0; i < 5; i++) {
        Rect stone = {rect.x + (float)i * 34, rect.y + 2, 30, 15};
        path_begin(ui->list);
        path_add_round_rect(ui->list, stone, 6);
        if (i < skill->stones) {
            path_paint(ui->list, fill_of(paint_of((DrawToken)(TOKEN_STONE0 + i))),
                       paint_mix(TOKEN_STONE4, TOKEN_SHADOW, 0.2f), 1, 0, 0);
        } else {
            path_stroke(ui->list, paint_of(TOKEN_INK2), 1.8f, 4, 4);
        }
    }
}

static void skill_box(ScreenContext *context, const Answer *answer) {
    static const char *const icons[SKILL_COUNT] = {"eye", "ear", "message-circle-heart",
                                                   "hand-heart", "anchor"};
    Ui *ui = context->ui;
    Skill skill = best_skill(answer);
    const Skills *skills = &context->game->skills;
    char key[32];
    snprintf(key, sizeof key, "skill.%s", skill_names[skill]);
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 13,
                         .pad_x = 14,
                         .pad_y = 9,
                         .radius = 16,
                         .fill = fill_of(paint_of(TOKEN_PAPER2))});
    ui_icon(ui, icons[skill], 28, paint_of(TOKEN_P2));
    ui_open(ui, &(UiBox){.grow = 1, .gap = 4});
    ui_text(ui, tr1(context, "reveal.skill", "skill", tr(context, key)),
            style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    SkillData data = {(skills->average_milli[skill] + 200) / 400};
    ui_custom(ui, &(UiBox){.width = 170, .height = 20}, paint_skill, &data, sizeof data);
    ui_close(ui);
    ui_close(ui);
}

void reveal_buttons(ScreenContext *context, bool talk) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 12, .cross = UI_STRETCH});
    if (talk && ui_button(ui, "talk",
                          &(Button){.label = tr(context, "reveal.talk"),
                                    .grow = 1,
                                    .kind = BUTTON_GHOST,
                                    .size = 18})) {
        emit(context, EV_TALK, 0, !context->game->play.talking);
    }
    const Evening *evening = &context->game->evening;
    bool last = evening->place >= DEALER_PLACES || context->game->play.practice;
    if (ui_button_first(ui, "next",
                        &(Button){.label = tr(context, last ? "reveal.go-on" : "reveal.next"),
                                  .key = ui->prompts.confirm,
                                  .grow = 1,
                                  .size = 18})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
    ui_close(ui);
}

static void said_part(ScreenContext *context, const Answer *answer) {
    Ui *ui = context->ui;
    int responder = game_responder(context->game);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 10});
    ui_mark(ui, responder, 15);
    ui_text(ui, tr1(context, "reveal.answered", "name", player_name(context, responder)),
            style_text(FONT_TEXT_SEMI, 17, TOKEN_INK2));
    ui_close(ui);
    UiStyle quote = style_display(22);
    quote.line_height = 1.35f;
    ui_text(ui, card_text(context, answer->text), quote);
    if (answer->note[0]) {
        ui_text(ui, tr1(context, "card.note", "note", card_text(context, answer->note)),
                style_text(FONT_TEXT, 16, TOKEN_INK2));
    }
}

/* In tune, or what the sharer would rather have heard: no loss, only news. */
static void star_part(ScreenContext *context, const Answer *answer) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    const Answer *star = game_answer_at(context->game, play->pick[play->sharer - 1]);
    if (play->outcome.spark) {
        ui_pill(ui, "sparkles", tr(context, "reveal.in-tune"), TOKEN_MOSS_SOFT, TOKEN_MOSS);
        return;
    }
    bool both_kind = answer->turn >= RULES_TURN_KIND && star->turn >= RULES_TURN_KIND;
    const char *key = both_kind ? "reveal.rather" : "reveal.hoped";
    ui_open(ui, &(UiBox){.gap = 2, .cross = UI_STRETCH});
    ui_text(ui, tr1(context, key, "name", player_name(context, play->sharer)),
            style_text(FONT_TEXT_SEMI, 15, TOKEN_INK2));
    ui_text(ui, tr1(context, "reveal.quoted", "text", card_text(context, star->text)),
            style_text(FONT_TEXT, 16, TOKEN_INK));
    ui_close(ui);
}

static void why_part(ScreenContext *context, const Answer *answer) {
    Ui *ui = context->ui;
    const Outcome *outcome = &context->game->play.outcome;
    bool kind = rules_effective_turn(outcome->turn, outcome->landed) >= RULES_TURN_KIND;
    ui_text(ui, tr(context, kind ? "reveal.why" : "reveal.how"), style_display(21));
    UiStyle body = style_body();
    if (!kind) {
        ui_text(ui, tr1(context, "reveal.quoted", "text", card_text(context, answer->lands)), body);
    }
    ui_text(ui, card_text(context, answer->why), body);
    if (outcome->differs) {
        ui_text(ui,
                tr1(context, "reveal.differs", "name",
                    player_name(context, context->game->play.sharer)),
                style_text(FONT_TEXT_BOLD, 17, TOKEN_P2));
    }
}

static void second_part(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 13,
                         .pad_x = 14,
                         .pad_y = 12,
                         .radius = 16,
                         .fill = fill_of(paint_of(TOKEN_PAPER2))});
    ui_icon(ui, "undo-2", 28, paint_of(TOKEN_P2));
    ui_open(ui, &(UiBox){.grow = 1, .gap = 2});
    ui_text(ui, tr(context, "reveal.second-go"), style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
    ui_text(ui, tr(context, "reveal.second-worth"), style_text(FONT_TEXT, 16, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
}

static void second_buttons(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .gap = 14, .cross = UI_STRETCH});
    if (ui_button(
            ui, "carry-on",
            &(Button){.label = tr(context, "reveal.carry-on"), .kind = BUTTON_GHOST, .size = 18})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
    if (ui_button_first(ui, "second",
                        &(Button){.label = tr(context, "reveal.second"), .grow = 1})) {
        emit(context, EV_SECOND, 0, 0);
    }
    ui_close(ui);
}

void reveal_talk_part(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.pad_x = 16,
                         .pad_y = 14,
                         .radius = 16,
                         .gap = 4,
                         .fill = fill_of(paint_of(TOKEN_MOSS_SOFT))});
    ui_text(ui, tr(context, "reveal.talk-one"), style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
    ui_text(ui, tr(context, "reveal.talk-two"), style_text(FONT_TEXT, 17, TOKEN_INK));
    ui_close(ui);
}

/* What a face shows at once, and what comes of it. */
typedef struct Feeling {
    PersonFace first, then;
} Feeling;

/* STYLE.md section 9: the receiver's face by the answer's turn. */
static Feeling feeling_of(const Outcome *outcome, const Answer *answer) {
    static const Feeling by_turn[] = {{PERSON_HURT, PERSON_ANNOYED},
                                      {PERSON_HURT, PERSON_HURT},
                                      {PERSON_LISTENING, PERSON_THINKING},
                                      {PERSON_HAPPY, PERSON_HAPPY},
                                      {PERSON_TOUCHED, PERSON_TOUCHED}};
    int turn = rules_effective_turn(outcome->turn, outcome->landed);
    if (outcome->repaired) {
        return (Feeling){PERSON_SURPRISED, PERSON_RELIEVED};
    }
    if (turn == 1 && answer->rejection == REJECTION_DISTRACTED) {
        return (Feeling){PERSON_TIRED, PERSON_TIRED};
    }
    return by_turn[turn];
}

static PersonFace receiver_face(ScreenContext *context, const Answer *answer) {
    enum { FIRST_MS = 600 };
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    Feeling feeling = feeling_of(&play->outcome, answer);
    UiId id = ui_id(ui, "feels", play->second_done);
    bool is_past = feeling.first == feeling.then || ui_progress(ui, id, 0, FIRST_MS, false) >= 1;
    return is_past ? feeling.then : feeling.first;
}

static void paint_bubble_tail(Ui *ui, Rect rect, const void *data) {
    (void)data;
    float side = ui->rtl ? -1.0f : 1.0f;
    float x = ui->rtl ? rect.x + rect.w : rect.x;
    path_begin(ui->list);
    path_move(ui->list, x - side * 14, rect.y + 74);
    path_line(ui->list, x + side * 4, rect.y + 40);
    path_line(ui->list, x + side * 26, rect.y + 58);
    path_close(ui->list);
    path_fill(ui->list, fill_of(paint_of(TOKEN_PAPER)));
}

typedef struct CloseUp {
    DrawPerson drawn;
    int player;
} CloseUp;

static void paint_close_up(Ui *ui, Rect rect, const void *data) {
    const CloseUp *close_up = data;
    float x = rect.x + 98, y = rect.y + 98;
    draw_shadow(ui->list, (Rect){x - 98, y - 98, 196, 196}, 98, 2);
    draw_ellipse(ui->list, x, y, 98, 98, paint_of(TOKEN_PAPER));
    draw_ellipse(ui->list, x, y, 92, 92,
                 paint_of(close_up->player == 1 ? TOKEN_P1SOFT : TOKEN_P2SOFT));
    draw_clip(ui->list, (Rect){x - 92, y - 92, 184, 184}, 92);
    DrawPerson drawn = close_up->drawn;
    drawn.at = (Point){x + (drawn.mirrored ? 4.0f : -4.0f), y + 10};
    draw_person(ui->list, &drawn);
    draw_unclip(ui->list);
    path_begin(ui->list);
    path_add_ellipse(ui->list, x, y, 92, 92);
    path_stroke(ui->list, paint_of(close_up->player == 1 ? TOKEN_P1 : TOKEN_P2), 5, 0, 0);
    draw_mark(ui->list, ui->measure, close_up->player, x + 68, y + 68, 18);
}

void reveal_close_up(ScreenContext *context, int player, PersonFace face, const char *says) {
    Ui *ui = context->ui;
    CloseUp data = {{.person = player_person(context, player),
                     .pose = POSE_REST,
                     .mirrored = (player == 2) != ui->rtl,
                     .scale = 0.72f,
                     .alpha = 255},
                    player};
    ui_face(ui, ui_id(ui, "close-up", 0), PERSON_NEUTRAL, face, &data.drawn);
    UiBox place = {.absolute = true, .at_x = 30, .at_y = 132, .width = 196, .height = 196};
    ui_custom(ui, &place, paint_close_up, &data, sizeof data);
    if (!says[0]) {
        return;
    }
    ui_open(ui, &(UiBox){.absolute = true,
                         .at_x = 232,
                         .at_y = 132,
                         .max_width = 330,
                         .pad_x = 24,
                         .pad_y = 16,
                         .radius = 22,
                         .shadow = 1,
                         .fill = fill_of(paint_of(TOKEN_PAPER))});
    ui_custom(ui, &(UiBox){.absolute = true, .width = 100, .height = 60}, paint_bubble_tail, NULL,
              0);
    ui_text(ui, tr1(context, "reveal.quoted", "text", says), style_display(22));
    ui_close(ui);
}

void reveal_score_chip(ScreenContext *context) {
    Ui *ui = context->ui;
    char score[8];
    if (!context->game->settings[SETTING_NUMBERS]) {
        return;
    }
    snprintf(score, sizeof score, "%d", context->game->play.outcome.score);
    ui_open(ui, &(UiBox){.absolute = true, .anchor_x = 1, .at_x = -40, .at_y = 38});
    ui_chip(ui, "sparkles", tr1(context, "reveal.score", "score", score));
    ui_close(ui);
}

void card_reveal(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    const Outcome *outcome = &play->outcome;
    const Answer *answer = game_picked_answer(context->game);
    bool offers_second = !play->second_done && rules_second_offered(outcome->turn, outcome->landed);
    bool kind = rules_effective_turn(outcome->turn, outcome->landed) >= RULES_TURN_KIND;
    PersonFace receiver = receiver_face(context, answer);
    PersonFace giver = offers_second ? PERSON_SURPRISED : PERSON_HAPPY;
    reveal_stage(context, outcome, play->sharer == 1 ? receiver : giver,
                 play->sharer == 1 ? giver : receiver);
    card_frame(context, tr(context, "reveal.title"), card_subtitle(context), false);
    reveal_close_up(context, play->sharer, receiver,
                    kind ? card_text(context, answer->lands) : tr(context, "reveal.never-mind"));
    if (!offers_second) {
        reveal_score_chip(context);
    }
    reveal_panel_open(context);
    ui_open_id(ui, ui_id(ui, "reveal-scroll", 0),
               &(UiBox){.gap = 8, .cross = UI_STRETCH, .grow = 1, .scroll = true, .pad_right = 14});
    said_part(context, answer);
    reveal_stones_box(context, outcome);
    if (play->talking) {
        reveal_talk_part(context);
    }
    why_part(context, answer);
    if (offers_second) {
        second_part(context);
    } else {
        star_part(context, answer);
        if (!outcome->landed_private) {
            reveal_landing_chips(context);
        }
        if (!play->practice) {
            skill_box(context, answer);
        }
    }
    ui_close(ui);
    if (offers_second) {
        second_buttons(context);
    } else {
        reveal_buttons(context, true);
    }
    ui_close(ui);
}
