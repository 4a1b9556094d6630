/* SPDX-License-Identifier: MIT */
/* Pages of a question: the private pick, how it landed, the pair's own match. */
#include "phone_page_parts.h"

#include "plan_text.h"

#include <stdio.h>

enum { ROWS = 3, TAPS = 3 };

static const char *const row_keys[ROWS] = {"land.short.got-it", "land.short.seriously",
                                           "land.short.cared"};
static const char *const tap_keys[TAPS] = {"phone.land.not-quite", "phone.land.partly",
                                           "phone.land.yes"};

/* Whose page it is, and of which card. */
static void top(const Sheet *sheet, const char *key) {
    const PlanStep *step = sheet->view->step;
    sheet_add(sheet, "<div class=\"top\">");
    sheet_mark(sheet, sheet->view->mark);
    sheet_say(sheet, "strong", key);
    if (step && step->number > 0) {
        char number[12];
        snprintf(number, sizeof number, "%d", step->number);
        sheet_say_with(sheet, "span class=\"more\"", "phone.card", "n", number);
    }
    sheet_add(sheet, "</div>\n");
}

static const char *role_key(const PhoneView *view) {
    switch (view->role) {
    case ROLE_RESPONDER: return "phone.pick.you-answer";
    case ROLE_SHARER: return "phone.pick.you-hear";
    case ROLE_NONE: break;
    }
    return "phone.pick.you-both";
}

/* What stands on the wall, too; for who can't see it from there. */
static void wall_text(const Sheet *sheet) {
    char text[PLAN_TEXT_MAX];
    const PlanStep *step = sheet->view->step;
    sheet_add(sheet, "<details class=\"foot\">");
    sheet_say(sheet, "summary", "phone.pick.wall");
    page_add_element(sheet->page, "p dir=\"auto\"", plan_scene(sheet->strings, step, text));
    page_add_element(sheet->page, "p dir=\"auto\"", plan_question(sheet->strings, step, text));
    sheet_add(sheet, "</details>\n");
}

/* What a role is asked: first by instinct, then once more after talking. */
static void role_heading(const Sheet *sheet) {
    static const char *const keys[2][2][2] = {
        {{"phone.pick.love-to-hear", "phone.pick.true-wish"},
         {"phone.pick.love-to-hear", "phone.pick.after-talking"}},
        {{"phone.pick.really-say", "phone.pick.true-one"},
         {"phone.pick.say-now", "phone.pick.after-talking"}},
    };
    bool answers = sheet->view->role == ROLE_RESPONDER;
    bool is_again = sheet->view->step->kind == STEP_AGAIN;
    sheet_say(sheet, "h1", keys[answers][is_again][0]);
    sheet_say(sheet, "p class=\"lead\"", keys[answers][is_again][1]);
}

/* Short questions are the heading; long ones stand below it. */
static void heading(const Sheet *sheet) {
    const PhoneView *view = sheet->view;
    const Card *card = view->step->card;
    char text[PLAN_TEXT_MAX];
    if (view->role != ROLE_NONE) {
        role_heading(sheet);
    } else if (!card || card->kind == CARD_ASK) {
        page_add_element(sheet->page, "h1 dir=\"auto\"",
                         plan_question(sheet->strings, view->step, text));
    } else {
        sheet_say(sheet, "h1", card->kind == CARD_SPOT    ? "phone.pick.spot"
                               : card->kind == CARD_SCENE ? "phone.pick.scene"
                                                          : "phone.pick.really-say");
        page_add_element(sheet->page, "p class=\"lead\" dir=\"auto\"",
                         plan_question(sheet->strings, view->step, text));
    }
}

static void answer(const Sheet *sheet, int option) {
    char text[PLAN_TEXT_MAX], start[256];
    snprintf(start, sizeof start,
             "<label class=\"answer\"><input type=\"radio\" name=\"option\" value=\"%d\" "
             "required%s><span class=\"box\"><b class=\"letter\" aria-hidden=\"true\"><i>%c</i>",
             option, sheet->view->pick == option ? " checked" : "", 'A' + option);
    sheet_add(sheet, start);
    sheet_icon(sheet, PHONE_ICON_CHECK);
    sheet_add(sheet, "</b>");
    page_add_element(sheet->page, "span dir=\"auto\"",
                     plan_option(sheet->strings, sheet->view->step, option, text));
    sheet_add(sheet, "</span></label>\n");
}

static void answers(const Sheet *sheet) {
    sheet_form(sheet, "/pick", " data-tap");
    sheet_hidden_number(sheet, "question", sheet->view->question);
    sheet_add(sheet, "<fieldset>");
    sheet_say(sheet, "legend class=\"unseen\"", "phone.pick.legend");
    int count = plan_option_count(sheet->view->step);
    for (int i = 0; i < count; i++) {
        answer(sheet, i);
    }
    sheet_add(sheet, "</fieldset>\n<noscript>");
    sheet_button(sheet, "main", "phone.pick.send");
    sheet_add(sheet, "</noscript></form>\n");
}

void sheet_pick(const Sheet *sheet) {
    const PhoneView *view = sheet->view;
    top(sheet, role_key(view));
    heading(sheet);
    answers(sheet);
    sheet_say(sheet, "p class=\"more centre\" id=\"status\"",
              view->pick == PICK_NONE ? "phone.pick.change" : "phone.pick.sent");
    sheet_form(sheet, "/pick", "");
    sheet_hidden_number(sheet, "question", view->question);
    sheet_hidden(sheet, "option", "pass");
    sheet_button(sheet, view->pick == PICK_PASSED ? "plain on" : "plain", "phone.pick.pass");
    sheet_add(sheet, "</form>\n");
    if (view->role != ROLE_NONE) {
        wall_text(sheet);
    }
    sheet_say(sheet, "p class=\"foot\"", "phone.pick.only-you");
}

static void land_row(const Sheet *sheet, int row) {
    static const char *const more[ROWS] = {"phone.land.got-it-more", "phone.land.seriously-more",
                                           "phone.land.cared-more"};
    sheet_add(sheet, "<fieldset class=\"row\"><legend>");
    sheet_say(sheet, "strong", row_keys[row]);
    sheet_say(sheet, "span class=\"more\"", more[row]);
    sheet_add(sheet, "</legend>\n<div class=\"three\">\n");
    for (int tap = 0; tap < TAPS; tap++) {
        char start[160];
        snprintf(start, sizeof start,
                 "<label class=\"tap\"><input type=\"radio\" name=\"row%d\" value=\"%d\" required>"
                 "<span class=\"box\">",
                 row, tap);
        sheet_add(sheet, start);
        page_add_text(sheet->page, sheet_text(sheet, tap_keys[tap]));
        sheet_add(sheet, "<b class=\"corner\" aria-hidden=\"true\">");
        sheet_icon(sheet, PHONE_ICON_CHECK);
        sheet_add(sheet, "</b></span></label>\n");
    }
    sheet_add(sheet, "</div></fieldset>\n");
}

void sheet_land(const Sheet *sheet) {
    top(sheet, "phone.land.you-heard");
    sheet_say(sheet, "h1", "phone.land.title");
    sheet_say(sheet, "p class=\"lead\"", "phone.land.text");
    sheet_form(sheet, "/land", " data-keep");
    sheet_hidden_number(sheet, "question", sheet->view->question);
    for (int row = 0; row < ROWS; row++) {
        land_row(sheet, row);
    }
    sheet_button(sheet, "main", "phone.land.send");
    sheet_add(sheet, "</form>\n");
    sheet_form(sheet, "/keep", "");
    sheet_hidden_number(sheet, "question", sheet->view->question);
    sheet_button(sheet, "plain", "land.keep");
    sheet_add(sheet, "</form>\n");
    sheet_say(sheet, "p class=\"foot\"", "phone.land.never");
}

static void quote(const Sheet *sheet, int option) {
    char text[PLAN_TEXT_MAX], quoted[PLAN_TEXT_MAX];
    const StringArg arg = {"line", plan_option(sheet->strings, sheet->view->step, option, text)};
    strings_format(sheet->strings, quoted, sizeof quoted, "room.quote", &arg, 1);
    page_add_element(sheet->page, "p class=\"quote\" dir=\"auto\"", quoted);
}

/* How it landed; of the two only, and only where there was one who heard. */
static void landed(const Sheet *sheet) {
    const int *landing = sheet->view->landing;
    if (sheet->view->role == ROLE_NONE) {
        return;
    }
    for (int row = 0; row < ROWS; row++) {
        if (landing[row] < 0 || landing[row] >= TAPS) {
            return;
        }
    }
    sheet_add(sheet, "<ul class=\"landed\">\n");
    for (int row = 0; row < ROWS; row++) {
        sheet_add(sheet, "<li>");
        sheet_say(sheet, "span", row_keys[row]);
        sheet_say(sheet, "strong", tap_keys[landing[row]]);
        sheet_add(sheet, "</li>\n");
    }
    sheet_add(sheet, "</ul>\n");
}

static void said_and_rather(const Sheet *sheet) {
    const PhoneView *view = sheet->view;
    bool is_mine = view->role == ROLE_SHARER;
    if (view->match == MATCH_TUNE) {
        sheet_say(sheet, "h1 class=\"large centre\"", "phone.match.tune");
        sheet_say(sheet, "p class=\"lead centre\"", view->role == ROLE_NONE
                                                       ? "phone.match.both"
                                                       : "phone.match.tune-more");
        quote(sheet, view->said);
    } else if (view->match == MATCH_RATHER) {
        sheet_say(sheet, "h1", is_mine ? "phone.match.you-rather" : "phone.match.they-rather");
        quote(sheet, view->rather);
        sheet_say(sheet, "p class=\"lead\"", is_mine ? "phone.match.they-said"
                                                     : "phone.match.you-said");
        quote(sheet, view->said);
        sheet_say(sheet, "p class=\"more\"", "phone.match.no-loss");
    } else {
        sheet_say(sheet, "h1 class=\"large centre\"", "phone.match.talk");
        sheet_say(sheet, "p class=\"lead centre\"", "phone.match.talk-more");
    }
}

void sheet_match(const Sheet *sheet) {
    PhoneMatch match = sheet->view->match;
    bool has_roles = sheet->view->role != ROLE_NONE;
    sheet_hills(sheet, false);
    sheet_add(sheet, match == MATCH_TUNE ? "<div class=\"couple tune\" aria-hidden=\"true\">"
                                         : "<div class=\"couple\" aria-hidden=\"true\">");
    sheet_add(sheet, "<span class=\"mark one\"><b>1</b></span><span class=\"spark\">");
    sheet_icon(sheet, match == MATCH_TUNE ? PHONE_ICON_SPARK : PHONE_ICON_TALK);
    sheet_add(sheet, "</span><span class=\"mark two\"><b>2</b></span></div>\n");
    said_and_rather(sheet);
    landed(sheet);
    sheet_add(sheet, "<h2 class=\"with-icon\">");
    sheet_icon(sheet, PHONE_ICON_TALK);
    sheet_say(sheet, "span", "phone.match.for-two");
    sheet_add(sheet, "</h2>\n");
    sheet_say(sheet, "p class=\"lead ink\"",
              match == MATCH_RATHER                ? "phone.match.aloud-rather"
              : match == MATCH_TALK                ? "phone.match.aloud-talk"
              : has_roles                          ? "phone.match.aloud-tune"
                                                   : "phone.match.aloud-both");
    sheet_form(sheet, "/down", "");
    sheet_add(sheet, "<button class=\"button main\">");
    sheet_icon(sheet, PHONE_ICON_PHONE);
    sheet_say(sheet, "span", "phone.match.down");
    sheet_add(sheet, "</button></form>\n");
    sheet_say(sheet, "p class=\"foot\"", "phone.match.only-two");
}
