/* SPDX-License-Identifier: MIT */
/* Help (mock-up 25), plain paper: leave at once, when to stop, where to turn, how to play. The same
 * page for everybody; nothing of it is recorded. */
#include "help_pictures.h"

#include "text.h"

#include <string.h>

enum { MARGIN = 40, COLUMN_GAP = 20 };

/* Share of the page's width that a column has, where three stand side by side. */
static UiBox column_box(const Ui *ui, bool large, float share) {
    float room = ui->width - 2 * MARGIN - 2 * COLUMN_GAP;
    return (UiBox){.width = large ? 0 : room * share,
                   .pad_x = 24,
                   .pad_top = 20,
                   .pad_bottom = 20,
                   .gap = 10,
                   .radius = 28,
                   .cross = UI_STRETCH,
                   .fill = fill_of(paint_of(TOKEN_PAPER2)),
                   .border = paint_of(TOKEN_LINE),
                   .border_width = 2};
}

static void column_title(ScreenContext *context, const char *key) {
    ui_text(context->ui, tr(context, key), style_display(26));
}

/* --- Leave at once -------------------------------------------------------------------------- */

static void leave_part(ScreenContext *context, bool large) {
    Ui *ui = context->ui;
    UiBox box = column_box(ui, large, 0.294f);
    box.gap = 12;
    ui_open(ui, &box);
    column_title(context, "help.leave-title");
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 12});
    ui_key(ui, ui->prompts.help, DEVICE_KEYBOARD, 21);
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, "help.twice"), style_text(FONT_TEXT_SEMI, 18, TOKEN_INK));
    ui_close(ui);
    ui_close(ui);
    ui_gap(ui, 1);
    if (ui_button_first(
            ui, "leave",
            &(Button){.label = tr(context, "help.leave"), .icon = "x", .size = 20, .height = 54})) {
        emit(context, EV_LEAVE, 0, 0);
    }
    ui_gap(ui, 1);
    UiStyle style = style_text(FONT_TEXT, 17, TOKEN_INK);
    style.line_height = 1.42f;
    ui_text(ui, tr(context, "help.leave-text"), style);
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 12});
    ui_icon(ui, "gamepad-2", 24, paint_of(TOKEN_INK2));
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, "help.pad"), style_text(FONT_TEXT, 16, TOKEN_INK2));
    ui_close(ui);
    ui_close(ui);
    ui_close(ui);
}

/* --- Stop playing, talk to someone ---------------------------------------------------------- */

static void paint_dot(Ui *ui, Rect rect, const void *data) {
    (void)data;
    draw_ellipse(ui->list, rect.x + rect.w / 2, rect.y + rect.h / 2, 4, 4, paint_of(TOKEN_MOSS));
}

static void bullet(ScreenContext *context, const char *key) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 8});
    ui_custom(ui, &(UiBox){.width = 14, .height = 12}, paint_dot, NULL, 0);
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, tr(context, key), style_text(FONT_TEXT, 17, TOKEN_INK));
    ui_close(ui);
    ui_close(ui);
}

static void stop_part(ScreenContext *context, bool large) {
    Ui *ui = context->ui;
    UiStyle text = style_text(FONT_TEXT, 17, TOKEN_INK);
    text.line_height = 1.4f;
    UiStyle bold = text;
    bold.face = FONT_TEXT_BOLD;
    bold.line_height = 1.3f;
    UiBox box = column_box(ui, large, 0.365f);
    box.gap = 2;
    ui_open(ui, &box);
    column_title(context, "help.stop-title");
    ui_gap(ui, 6);
    ui_text(ui, tr(context, "help.stop-when"), bold);
    ui_text(ui, tr(context, "help.stop-text"), text);
    ui_gap(ui, 8);
    ui_text(ui, tr(context, "help.talk-when"), bold);
    ui_gap(ui, 1);
    bullet(context, "help.talk-one");
    bullet(context, "help.talk-two");
    bullet(context, "help.talk-three");
    ui_gap(ui, 8);
    ui_text(ui, tr(context, "help.no-skill"), bold);
    ui_close(ui);
}

/* --- Where to turn -------------------------------------------------------------------------- */

typedef struct PlaceLine {
    const char *icon, *title;
    const char *detail; /* or null */
    const char *slot;
    bool is_known;
} PlaceLine;

/* A number stays on one line; a long address may wrap. */
static void place_slot(Ui *ui, const PlaceLine *line) {
    UiStyle style = style_text(line->is_known ? FONT_TEXT_BOLD : FONT_TEXT,
                               line->is_known ? 16 : 15, TOKEN_INK);
    float wide = 26 + ui->measure.text(ui->measure.context, style.face, ui_px(ui, style.size),
                                       line->slot, (int)strlen(line->slot));
    ui_open(ui, &(UiBox){.width = wide < ui_px(ui, 170) ? wide : ui_px(ui, 170),
                         .pad_x = 10,
                         .pad_y = 4,
                         .cross = UI_CENTER,
                         .radius = 10,
                         .border = paint_of(TOKEN_INK2),
                         .border_width = 2,
                         .border_dash = line->is_known ? 0.0f : 5.0f});
    ui_text(ui, line->slot, style);
    ui_close(ui);
}

static void place_line(ScreenContext *context, const PlaceLine *line) {
    Ui *ui = context->ui;
    UiStyle style = style_text(FONT_TEXT_SEMI, 16, TOKEN_INK);
    style.line_height = 1.25f;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 10, .pad_left = 4});
    ui_icon(ui, line->icon, 22, paint_of(TOKEN_INK2));
    ui_open(ui, &(UiBox){.grow = 1, .cross = UI_STRETCH});
    ui_text(ui, line->title, style);
    if (line->detail) {
        style.face = FONT_TEXT;
        style.size = 14.5f;
        style.paint = paint_of(TOKEN_INK2);
        ui_text(ui, line->detail, style);
    }
    ui_close(ui);
    place_slot(ui, line);
    ui_close(ui);
}

static const char *const kind_icons[PLACE_KIND_COUNT] = {"shield-check", "message-circle-heart",
                                                         "ear", "users"};
static const char *const kind_keys[PLACE_KIND_COUNT] = {"help.danger", "help.violence",
                                                        "help.listen", "help.couple"};

static void empty_slots(ScreenContext *context) {
    for (int kind = 0; kind < PLACE_KIND_COUNT; kind++) {
        place_line(context, &(PlaceLine){.icon = kind_icons[kind],
                                         .title = tr(context, kind_keys[kind]),
                                         .slot = tr(context, "help.from-file")});
    }
}

static void add_part(char *out, size_t size, const char *part) {
    if (out[0] && part[0]) {
        text_append(out, size, " · ");
    }
    text_append(out, size, part);
}

/* Name, hours, languages, and when somebody last looked whether they are right. */
static void known_place(ScreenContext *context, const Place *place) {
    char detail[400];
    text_copy(detail, sizeof detail, place->name);
    add_part(detail, sizeof detail, place->hours);
    add_part(detail, sizeof detail, place->languages);
    add_part(detail, sizeof detail,
             place->checked[0] ? tr1(context, "help.checked", "date", place->checked)
                               : tr(context, "help.not-checked"));
    place_line(context, &(PlaceLine){.icon = kind_icons[place->kind],
                                     .title = tr(context, kind_keys[place->kind]),
                                     .detail = detail,
                                     .slot = place->number,
                                     .is_known = true});
}

/* The country's places in the order of the four kinds; what the file doesn't have is left out. */
static bool known_places(ScreenContext *context, const PlaceCountry *country) {
    bool all_checked = true;
    for (int kind = 0; kind < PLACE_KIND_COUNT; kind++) {
        for (int i = 0; i < country->count; i++) {
            if ((int)country->places[i].kind == kind) {
                known_place(context, &country->places[i]);
                all_checked &= country->places[i].checked[0] != '\0';
            }
        }
    }
    return all_checked;
}

static void choose_country(ScreenContext *context, UiId opener, int country) {
    context->memory->country = country;
    context->memory->choosing_country = false;
    context->ui->focus = opener; /* not on "Leave now", which Enter would press */
    context->ui->wants_frames = true;
}

/* The last of the list is "not in this list": an index past the countries of the file. */
static void country_list(ScreenContext *context, UiId opener) {
    Ui *ui = context->ui;
    const Places *places = context->places;
    ui_open_id(
        ui, ui_id(ui, "countries", 0),
        &(UiBox){
            .gap = 4, .cross = UI_STRETCH, .scroll = true, .max_height = 210, .pad_right = 16});
    for (int i = 0; i <= places->count; i++) {
        const char *name =
            i < places->count ? places->countries[i].name : tr(context, "help.other-country");
        if (ui_choice(ui, "country", i, name, context->memory->country == i, 16)) {
            choose_country(context, opener, i);
        }
    }
    ui_close(ui);
}

static UiId country_field(ScreenContext *context, const char *label) {
    Ui *ui = context->ui;
    UiId id = ui_id(ui, "choose-country", 0);
    ui_open_id(ui, id,
               &(UiBox){.dir = UI_ROW,
                        .cross = UI_CENTER,
                        .gap = 8,
                        .pad_x = 20,
                        .pad_y = 6,
                        .min_height = 50,
                        .radius = 18,
                        .fill = fill_of(paint_of(ui->evening ? TOKEN_PAPER : TOKEN_WHITE)),
                        .border = paint_of(TOKEN_LINE),
                        .border_width = 2});
    bool pressed = ui_touchable(ui, id, UI_ROLE_BUTTON, 18, 0);
    ui_open(ui, &(UiBox){.grow = 1});
    ui_text(ui, label, style_text(FONT_TEXT, 18, TOKEN_INK2));
    ui_close(ui);
    ui_icon(ui, context->memory->choosing_country ? "chevron-up" : "chevron-down", 22,
            paint_of(TOKEN_INK));
    ui_close(ui);
    if (pressed) {
        context->memory->choosing_country = !context->memory->choosing_country;
        ui->wants_frames = true;
    }
    return id;
}

static void turn_note(ScreenContext *context, const char *key) {
    UiStyle style = style_text(FONT_TEXT, 14.5f, TOKEN_INK2);
    style.line_height = 1.3f;
    ui_text(context->ui, tr(context, key), style);
}

static void places_part(ScreenContext *context) {
    const Places *places = context->places;
    int chosen = context->memory->country;
    bool known = chosen >= 0 && chosen < places->count;
    const char *label = known                     ? places->countries[chosen].name
                        : chosen >= places->count ? tr(context, "help.other-country")
                                                  : tr(context, "help.choose-country");
    UiId opener = country_field(context, label);
    if (context->memory->choosing_country) {
        country_list(context, opener);
    } else if (known) {
        bool all_checked = known_places(context, &places->countries[chosen]);
        turn_note(context, all_checked ? "help.dated" : "help.unchecked");
    } else if (chosen < 0) {
        empty_slots(context);
        turn_note(context, "help.dated");
    } else {
        ui_text(context->ui, tr(context, "help.no-country"), style_body());
        turn_note(context, "help.dated");
    }
}

static void turn_part(ScreenContext *context, bool large) {
    Ui *ui = context->ui;
    UiBox box = column_box(ui, large, 0.341f);
    box.gap = 8;
    box.pad_bottom = 16;
    ui_open(ui, &box);
    column_title(context, "help.turn-title");
    ui_gap(ui, 1);
    if (context->places) {
        places_part(context);
    } else {
        ui_text(ui, tr(context, "help.no-places"), style_body());
    }
    ui_close(ui);
}

/* --- The page ------------------------------------------------------------------------------- */

static void title_row(ScreenContext *context) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = UI_ROW, .cross = UI_CENTER, .gap = 16});
    ui_icon(ui, "leaf", 34, paint_of(TOKEN_MOSS));
    ui_text(ui, tr(context, "nav.help"), style_display(41));
    ui_open(ui, &(UiBox){.grow = 1, .pad_left = 6});
    ui_text(ui, tr(context, "help.same"), style_text(FONT_TEXT, 18, TOKEN_INK2));
    ui_close(ui);
    if (ui_button(ui, "back",
                  &(Button){.label = tr(context, "nav.back"),
                            .icon = ui->rtl ? "arrow-right" : "arrow-left",
                            .key = ui->prompts.back,
                            .kind = BUTTON_GHOST,
                            .size = 18})) {
        emit(context, EV_BACK, 0, 0);
    }
    ui_close(ui);
}

static void play_title(ScreenContext *context, bool large) {
    Ui *ui = context->ui;
    ui_open(ui, &(UiBox){.dir = large ? UI_COLUMN : UI_ROW,
                         .cross = large ? UI_STRETCH : UI_CENTER,
                         .gap = large ? 4 : 16});
    ui_open(ui, &(UiBox){.grow = large ? 0 : 1});
    ui_text(ui, tr(context, "help.play-title"), style_display(26));
    ui_close(ui);
    ui_text(ui, tr2(context, "help.play-keys", "pass", ui->prompts.pass, "low", ui->prompts.low),
            style_text(FONT_TEXT, 16, TOKEN_INK2));
    ui_close(ui);
}

/* The words of the calm card stay here for good (GAME.md, Care). */
static void calm_words(ScreenContext *context, bool large) {
    static const char *const keys[][2] = {
        {"care.for", "care.for-text"}, {"care.not", "care.not-text"}, {"", "care.afraid"}};
    Ui *ui = context->ui;
    ui_gap(ui, 26);
    ui_text(ui, tr(context, "help.card-title"), style_display(26));
    ui_gap(ui, 9);
    ui_open(ui,
            &(UiBox){.dir = large ? UI_COLUMN : UI_ROW, .gap = COLUMN_GAP, .cross = UI_STRETCH});
    for (int i = 0; i < 3; i++) {
        UiBox box = column_box(ui, large, 1 / 3.0f);
        box.gap = 4;
        ui_open(ui, &box);
        if (keys[i][0][0]) {
            ui_text(ui, tr(context, keys[i][0]), style_text(FONT_TEXT_BOLD, 18, TOKEN_INK));
        }
        ui_text(ui, tr1(context, keys[i][1], "help", ui->prompts.help),
                keys[i][0][0] ? style_text(FONT_TEXT, 17, TOKEN_INK)
                              : style_text(FONT_TEXT_BOLD, 17, TOKEN_INK));
        ui_close(ui);
    }
    ui_close(ui);
}

void overlay_help(ScreenContext *context) {
    Ui *ui = context->ui;
    bool large = ui->text_scale > 1.2f;
    draw_round_rect(ui->list, (Rect){0, 0, ui->width, ui->height}, 0,
                    fill_of(paint_of(TOKEN_PAPER)), (Paint){0}, 0);
    ui_open_id(ui, ui_id(ui, "help", 0),
               &(UiBox){.width = ui->width,
                        .height = ui->height,
                        .scroll = true,
                        .pad_x = MARGIN,
                        .pad_top = 28,
                        .pad_bottom = 24,
                        .cross = UI_STRETCH});
    title_row(context);
    ui_gap(ui, large ? 14 : 20);
    ui_open(ui,
            &(UiBox){.dir = large ? UI_COLUMN : UI_ROW, .gap = COLUMN_GAP, .cross = UI_STRETCH});
    leave_part(context, large);
    stop_part(context, large);
    turn_part(context, large);
    ui_close(ui);
    ui_gap(ui, 17);
    play_title(context, large);
    ui_gap(ui, 9);
    help_pictures(context, large);
    calm_words(context, large);
    ui_close(ui);
}
