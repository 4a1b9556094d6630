/* SPDX-License-Identifier: MIT */
/* A reword card: an accusation taken apart into paper pieces, and put together again in four rows;
 * read aloud together; how it lands. */
#include "card_side.h"

#include "card_reword.h"
#include "text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { PANEL_W = 846, DRAG_FROM = 8 };

static const char *const row_keys[PART_COUNT] = {"reword.row.happened", "reword.row.feel",
                                                 "reword.row.need", "reword.row.request"};

static int laid_count(const Play *play) {
    int count = 0;
    for (int part = 0; part < PART_COUNT; part++) {
        count += play->laid[part] >= 0;
    }
    return count;
}

/* An accusing piece is seen in both faces, at once. */
static PersonFace sharer_face(const Play *play) {
    static const PersonFace by_count[PART_COUNT + 1] = {PERSON_ANNOYED, PERSON_THINKING,
                                                        PERSON_THINKING, PERSON_NEUTRAL,
                                                        PERSON_RELIEVED};
    int count = laid_count(play);
    if (card_reword_accusing(play) > 0) {
        return PERSON_ANNOYED;
    }
    return count == 0 ? (PersonFace)play->card->face : by_count[count];
}

static PersonFace responder_face(const Play *play) {
    if (card_reword_accusing(play) > 0) {
        return PERSON_HURT;
    }
    int count = laid_count(play);
    return count == 0 ? PERSON_TIRED : count < PART_COUNT ? PERSON_LISTENING : PERSON_TOUCHED;
}

/* --- Pieces --------------------------------------------------------------------------------- */

typedef struct PaperData {
    float degrees;
    DrawToken fill, border;
} PaperData;

static void paint_paper(Ui *ui, Rect rect, const void *data) {
    const PaperData *paper = data;
    Rect below = {rect.x + 1, rect.y + 3, rect.w, rect.h};
    path_begin(ui->list);
    path_add_turned_rect(ui->list, below, 5, paper->degrees);
    path_fill(ui->list, fill_of(paint_alpha(TOKEN_SHADOW, 0.16f)));
    path_begin(ui->list);
    path_add_turned_rect(ui->list, rect, 5, paper->degrees);
    path_paint(ui->list, fill_of(paint_of(paper->fill)), paint_of(paper->border), 1.5f, 0, 0);
}

/* The node opened last looks like a piece of paper, turned a little, each its own way. */
static void on_paper(Ui *ui, int nth, DrawToken fill, float turned) {
    static const float degrees[] = {-0.9f, 0.6f, -0.4f, 0.9f, -0.6f, 0.4f, 0.8f};
    PaperData data = {turned * degrees[nth % 7], fill, TOKEN_LINE};
    UiNode *node = &ui->nodes[ui->current];
    node->paint = paint_paper;
    memcpy(node->data, &data, sizeof data);
}

static void piece_text(ScreenContext *context, int place) {
    UiStyle style = style_text(FONT_TEXT_SEMI, 16, TOKEN_INK);
    style.line_height = 1.22f;
    ui_text(context->ui, card_text(context, game_piece_at(context->game, place)->text), style);
}

/* The rows are what lies above all pieces. */
static bool over_rows(const ScreenContext *context) {
    const Ui *ui = context->ui;
    for (int place = 0; place < context->game->play.card->chunk_count; place++) {
        const UiSeen *seen = ui_find(ui, "piece", place);
        if (seen && ui->pointer_y >= seen->rect.y) {
            return false;
        }
    }
    return true;
}

/* Under mouse or finger a piece follows; let go over the rows it slips into its own. */
static void follow_drag(ScreenContext *context, UiId id, int place) {
    Ui *ui = context->ui;
    ScreenMemory *memory = context->memory;
    bool mine = memory->held_piece == place + 1;
    if (ui_input_is(ui, INPUT_POINTER_DOWN) && ui_is_held(ui, id)) {
        memory->held_piece = place + 1;
        memory->held_x = ui->pointer_x;
        memory->held_y = ui->pointer_y;
        memory->held_moves = false;
    } else if (mine && ui_input_is(ui, INPUT_POINTER_MOVE)) {
        float far = fabsf(ui->pointer_x - memory->held_x) + fabsf(ui->pointer_y - memory->held_y);
        memory->held_moves |= far > DRAG_FROM;
    } else if (mine && ui_input_is(ui, INPUT_POINTER_UP)) {
        if (memory->held_moves && over_rows(context)) {
            emit(context, EV_PUT, 0, place);
        }
        memory->held_piece = 0;
        memory->held_moves = false;
    }
}

/* Ten pieces, or wordy ones, lie closer, so that the table is seen whole. */
static bool is_crowded(const ScreenContext *context) {
    enum { PIECES_WITH_ROOM = 9, LETTERS_WITH_ROOM = 395 };
    const Card *card = context->game->play.card;
    int letters = 0;
    for (int i = 0; i < card->chunk_count; i++) {
        letters += text_length(card->chunks[i].text);
    }
    return !card_is_large(context) &&
           (card->chunk_count > PIECES_WITH_ROOM || letters > LETTERS_WITH_ROOM);
}

/* A piece on the table, or the gap it left: pressing lays it, or takes it back. */
static void piece(ScreenContext *context, int place, float width) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    UiId id = ui_id(ui, "piece", place);
    bool is_laid = play->laid[game_piece_at(context->game, place)->part] == place;
    bool floats = context->memory->held_piece == place + 1 && context->memory->held_moves;
    ui_focus_first(ui, id);
    ui_open_id(ui, id,
               &(UiBox){.width = width,
                        .pad_x = 14,
                        .pad_y = is_crowded(context) ? 3 : 6,
                        .main = UI_CENTER,
                        .min_height = is_crowded(context) ? 46 : 54,
                        .radius = 6,
                        .border = paint_of(is_laid ? TOKEN_LINE : TOKEN_NONE),
                        .border_width = is_laid ? 1.5f : 0,
                        .border_dash = 5});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 8, 0);
    if (!is_laid) {
        on_paper(ui, place, TOKEN_PAPER2, 1);
        follow_drag(context, id, place);
    }
    ui_open(ui, &(UiBox){.alpha_off = is_laid ? 150 : floats ? 190 : 0, .cross = UI_STRETCH});
    piece_text(context, place);
    ui_close(ui);
    ui_close(ui);
    if (pressed && !context->has_event) {
        emit(context, EV_PUT, 0, place);
    }
}

static void pieces(ScreenContext *context) {
    Ui *ui = context->ui;
    const Card *card = context->game->play.card;
    int columns = !card_is_large(context) ? 3 : ui->text_scale > 1.6f ? 1 : 2;
    float inner = card_is_large(context) ? ui->width - 96 : PANEL_W - 64;
    float width = (inner - 14 * (float)(columns - 1)) / (float)columns;
    bool large = card_is_large(context);
    ui_open_id(ui, ui_id(ui, "table", 0),
               &(UiBox){.grow = large ? 0 : 1, .scroll = !large, .cross = UI_STRETCH});
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .wrap = true,
                         .gap = is_crowded(context) ? 6 : 12,
                         .cross = UI_CENTER});
    for (int place = 0; place < card->chunk_count; place++) {
        piece(context, place, width);
    }
    ui_close(ui);
    ui_close(ui);
}

static void floating_piece(ScreenContext *context) {
    Ui *ui = context->ui;
    const ScreenMemory *memory = context->memory;
    int place = memory->held_piece - 1;
    if (place < 0 || !memory->held_moves) {
        return;
    }
    float width = 270 * ui->text_scale, x = ui->rtl ? ui->width - ui->pointer_x : ui->pointer_x;
    ui_open(ui, &(UiBox){.absolute = true,
                         .at_x = x - width / 2,
                         .at_y = ui->pointer_y - 29,
                         .width = width,
                         .pad_x = 14,
                         .pad_y = 9,
                         .min_height = 58,
                         .main = UI_CENTER});
    on_paper(ui, place + 3, TOKEN_PAPER2, 2);
    piece_text(context, place);
    ui_close(ui);
}

/* --- Rows ----------------------------------------------------------------------------------- */

static void row(ScreenContext *context, ChunkPart part) {
    static const char *const icons[PART_COUNT] = {"camera", "heart", "sprout", "hand-helping"};
    Ui *ui = context->ui;
    bool large = card_is_large(context);
    int place = context->game->play.laid[part];
    UiId id = ui_id(ui, "row", (int)part);
    ui_open_id(ui, id,
               &(UiBox){.dir = large ? UI_COLUMN : UI_ROW,
                        .cross = large ? UI_STRETCH : UI_CENTER,
                        .gap = large ? 6 : 12,
                        .pad_x = 14,
                        .pad_y = is_crowded(context) ? 2 : 4,
                        .radius = 14,
                        .min_height = is_crowded(context) ? 40 : 46,
                        .fill = fill_of(paint_of(place >= 0 ? TOKEN_MOSS_SOFT : TOKEN_PAPER)),
                        .border = paint_of(place >= 0 ? TOKEN_MOSS : TOKEN_LINE),
                        .border_width = 2,
                        .border_dash = place >= 0 ? 0 : 6});
    bool pressed = place >= 0 && ui_touchable(ui, id, UI_ROLE_BUTTON, 14, 0);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8, .width = large ? 0 : 172});
    ui_icon(ui, icons[part], 20, paint_of(TOKEN_INK2));
    ui_text(ui, tr(context, row_keys[part]), style_text(FONT_TEXT_BOLD, 17, TOKEN_INK2));
    ui_close(ui);
    ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
    if (place >= 0) {
        float shown = ui_progress(ui, ui_id(ui, "laid", place), 0, 200, true);
        ui_open(ui, &(UiBox){
                        .pad_x = 12, .pad_y = 5, .alpha_off = (uint8_t)(200 * (1 - shown))});
        on_paper(ui, place + 2, TOKEN_PAPER, 0.3f);
        piece_text(context, place);
        ui_close(ui);
    }
    ui_close(ui);
    ui_close(ui);
    if (pressed) {
        emit(context, EV_PUT, 0, place);
    }
}

static void headings(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    int responder = game_responder(context->game);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 16});
    ui_open(ui, &(UiBox){.grow = 1, .gap = 2});
    ui_text(ui, tr(context, "reword.heading"), style_display(26));
    UiStyle hint = style_text(FONT_TEXT, 16, TOKEN_INK2);
    hint.line_height = 1.25f;
    ui_text(ui, tr(context, "reword.hint"), hint);
    ui_close(ui);
    if (!card_is_large(context)) {
        Person person = player_person(context, responder);
        ui_portrait(ui, &person, responder_face(play), responder, responder == 2, 33);
    }
    ui_close(ui);
}

static void foot(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW,
                         .cross = UI_CENTER,
                         .gap = 12,
                         .main = UI_BETWEEN,
                         .min_height = 54,
                         .wrap = card_is_large(context)});
    card_footer(context);
    if (card_reword_is_ready(&context->game->play) &&
        ui_button(ui, "read",
                  &(Button){.label = tr(context, "reword.read"), .icon = "users", .size = 18})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
    ui_close(ui);
}

static void building(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    const Card *card = play->card;
    char caption[SCREEN_TEXT_MAX], line[SCREEN_TEXT_MAX];
    text_copy(caption, sizeof caption, card_side_caption(context));
    text_copy(line, sizeof line, card_text(context, card->line));
    CardSide side = {sharer_face(play), responder_face(play), caption, line};
    card_side_stage(context, &side);
    card_side_panel_open(context, PANEL_W, 0);
    card_side_words(context, &side);
    headings(context);
    ui_open(ui, &(UiBox){.gap = card_is_large(context) ? 8 : 5, .cross = UI_STRETCH});
    for (int part = 0; part < PART_COUNT; part++) {
        row(context, (ChunkPart)part);
    }
    ui_close(ui);
    pieces(context);
    foot(context);
    ui_close(ui);
    floating_piece(context);
    card_frame(context, card_text(context, card->title), card_subtitle(context), false);
}

/* --- Reading and landing -------------------------------------------------------------------- */

static void sentence(ScreenContext *context, char out[SCREEN_TEXT_MAX]) {
    out[0] = '\0';
    for (int part = 0; part < PART_COUNT; part++) {
        const Chunk *chunk = game_laid(context->game, (ChunkPart)part);
        text_append(out, SCREEN_TEXT_MAX, part > 0 ? " " : "");
        text_append(out, SCREEN_TEXT_MAX, card_text(context, chunk->text));
    }
}

static void reading(ScreenContext *context) {
    Ui *ui = context->ui;
    int sharer = context->game->play.sharer;
    char words[SCREEN_TEXT_MAX];
    sentence(context, words);
    card_say_open(context);
    ui_text(ui, tr(context, "reword.aloud"), style_centred(style_display(30)));
    ui_text(ui, tr1(context, "reveal.quoted", "text", words), style_centred(style_display(24)));
    UiStyle body = style_centred(style_body());
    ui_text(ui,
            tr2(context, "reword.how", "sharer", player_name(context, sharer), "responder",
                player_name(context, 3 - sharer)),
            body);
    ui_open(ui, &(UiBox){
                    .dir = UI_ROW, .main = UI_CENTER, .gap = 14, .wrap = card_is_large(context)});
    if (ui_button(ui, "change",
                  &(Button){.label = tr(context, "reword.change"), .kind = BUTTON_GHOST})) {
        emit(context, EV_PUT, 0, -1);
    }
    if (ui_button_first(ui, "said",
                        &(Button){.label = tr(context, "reword.done"),
                                  .key = ui->prompts.confirm})) {
        emit(context, EV_CONTINUE, 0, 0);
    }
    ui_close(ui);
    ui_close(ui);
}

/* A piece that accuses, and what it did. */
static void stung(ScreenContext *context, const Chunk *chunk) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.pad_x = 14,
                         .pad_y = 10,
                         .gap = 3,
                         .radius = 16,
                         .cross = UI_STRETCH,
                         .fill = fill_of(paint_of(TOKEN_SLATE_SOFT))});
    ui_text(ui, tr1(context, "reveal.quoted", "text", card_text(context, chunk->text)),
            style_text(FONT_TEXT_BOLD, 16, TOKEN_INK));
    ui_text(ui, card_text(context, chunk->why), style_text(FONT_TEXT, 16, TOKEN_INK));
    ui_close(ui);
}

static void landed_words(ScreenContext *context, bool accuses) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    char words[SCREEN_TEXT_MAX];
    sentence(context, words);
    ui_text(ui, tr(context, accuses ? "reword.nearly" : "reword.heard"),
            style_text(FONT_TEXT_SEMI, 16, TOKEN_INK2));
    UiStyle quote = style_display(21);
    quote.line_height = 1.32f;
    ui_text(ui, words, quote);
    if (play->talking) {
        reveal_talk_part(context);
    }
    for (int part = 0; part < PART_COUNT; part++) {
        const Chunk *chunk = game_laid(context->game, (ChunkPart)part);
        if (chunk->turn <= REWORD_ACCUSES) {
            stung(context, chunk);
        }
    }
    if (!accuses) {
        ui_text(ui, tr(context, "reveal.why"), style_display(21));
        ui_text(ui, card_text(context, play->card->why), style_body());
    }
    if (play->outcome.stones.bridge > 0) {
        reveal_stones_box(context, &play->outcome);
    }
    ui_text(ui, tr(context, "reword.and-us"), style_text(FONT_TEXT_BOLD, 18, TOKEN_P2));
}

static void landing(ScreenContext *context) {
    Ui *ui = context->ui;
    const Play *play = &context->game->play;
    bool accuses = card_reword_accusing(play) > 0;
    int responder = game_responder(context->game);
    PersonFace hears = accuses ? PERSON_HURT : PERSON_TOUCHED;
    PersonFace says = accuses ? PERSON_THINKING : PERSON_RELIEVED;
    reveal_stage(context, &play->outcome, responder == 1 ? hears : says,
                 responder == 1 ? says : hears);
    card_frame(context, card_text(context, play->card->title), card_subtitle(context), false);
    reveal_close_up(context, responder, hears,
                    accuses ? tr(context, "reword.still") : card_text(context, play->card->lands));
    if (!accuses) {
        reveal_score_chip(context);
    }
    reveal_panel_open(context);
    ui_open_id(
        ui, ui_id(ui, "reveal-scroll", 0),
        &(UiBox){.gap = 10, .cross = UI_STRETCH, .grow = 1, .scroll = true, .pad_right = 14});
    landed_words(context, accuses);
    ui_close(ui);
    reveal_buttons(context, true);
    ui_close(ui);
}

void card_reword_view(ScreenContext *context) {
    switch (context->game->play.phase) {
    case PHASE_SAY: reading(context); break;
    case PHASE_REVEAL: landing(context); break;
    default: building(context); break;
    }
}
