/* SPDX-License-Identifier: MIT */
/* Pages around the questions: joining, pairing up, waiting, resting, a line for the wall, the
 * end. */
#include "phone_page_parts.h"

#include "phone_words.h"

#include <stdio.h>

static bool is_given(const char *text) {
    return text && text[0];
}

static void name_field(const Sheet *sheet) {
    sheet_add(sheet, "<p><label for=\"name\">");
    page_add_text(sheet->page, sheet_text(sheet, "phone.join.name"));
    sheet_add(sheet, "</label>\n<input id=\"name\" name=\"name\" maxlength=\"24\" dir=\"auto\" "
                     "autocomplete=\"off\" autocapitalize=\"words\" enterkeyhint=\"go\" "
                     "aria-describedby=\"name-more\"></p>\n");
    sheet_say(sheet, "p class=\"more\" id=\"name-more\"",
              is_given(sheet->paper->key_hex) ? "phone.join.name-more" : "phone.join.name-empty");
}

/* An empty name is a silly one. */
static void surprise(const Sheet *sheet) {
    sheet_form(sheet, "/join", "");
    sheet_hidden(sheet, "key", sheet->paper->key_hex);
    sheet_hidden(sheet, "name", "");
    sheet_button(sheet, "quiet", "phone.join.surprise");
    sheet_add(sheet, "</form>\n");
}

/* By the square on the wall, or by the code that stands beside it. */
static void join_room(const Sheet *sheet) {
    const PhonePaper *paper = sheet->paper;
    bool has_key = is_given(paper->key_hex);
    sheet_say(sheet, "h1", has_key ? "phone.join.right-room" : "phone.join.which-room");
    sheet_say(sheet, "p class=\"lead\"", has_key ? "phone.join.nobody" : "phone.join.on-the-wall");
    sheet_form(sheet, "/join", "");
    if (has_key) {
        sheet_hidden(sheet, "key", paper->key_hex);
    } else {
        sheet_code_fields(sheet, "", NULL, 0, paper->verdict == PHONE_WRONG_CODE);
    }
    name_field(sheet);
    sheet_button(sheet, "main", "phone.join.come-in");
    sheet_add(sheet, "</form>\n");
    if (has_key) {
        surprise(sheet);
    }
}

/* By the square on the partner's phone: their pair has its name already. */
static void join_partner(const Sheet *sheet) {
    const PhonePaper *paper = sheet->paper;
    sheet_say(sheet, "h1", "phone.join.partner");
    sheet_say(sheet, "p class=\"lead\"", "phone.join.nobody");
    sheet_form(sheet, "/join", "");
    sheet_hidden(sheet, "key", paper->key_hex);
    sheet_hidden(sheet, "name", "");
    sheet_hidden(sheet, "pairword", paper->pair_word);
    sheet_hidden_number(sheet, "pairnumber", paper->pair_number);
    sheet_button(sheet, "main", "phone.join.pair-up");
    sheet_add(sheet, "</form>\n<p class=\"centre\"><a class=\"button quiet\" href=\"/r/");
    page_add_text(sheet->page, paper->key_hex);
    sheet_add(sheet, "\">");
    page_add_text(sheet->page, sheet_text(sheet, "phone.join.own-pair"));
    sheet_add(sheet, "</a></p>\n");
}

void sheet_join(const Sheet *sheet) {
    const PhonePaper *paper = sheet->paper;
    sheet_hills(sheet, true);
    if (paper->verdict == PHONE_NO_ROOM) {
        sheet_say(sheet, "h1", "phone.join.closed");
        sheet_say(sheet, "p class=\"lead\"", "phone.join.closed-more");
    } else if (is_given(paper->key_hex) && is_given(paper->pair_word) &&
               paper->verdict != PHONE_WRONG_CODE) {
        join_partner(sheet);
    } else {
        join_room(sheet);
    }
    sheet_say(sheet, "p class=\"foot\"", "phone.join.no-app");
}

/* Runs of dark modules as strokes: a third of the bytes of as many boxes. */
static void square_row(const Sheet *sheet, const uint8_t *row, int y) {
    char text[48];
    int side = sheet->paper->qr_side, pen = -1;
    for (int x = 0; x < side; x++) {
        int end = x;
        while (end < side && row[end]) {
            end++;
        }
        if (end > x) {
            if (pen < 0) {
                snprintf(text, sizeof text, "M%d %d.5h%d", x, y, end - x);
            } else {
                snprintf(text, sizeof text, "m%d 0h%d", x - pen, end - x);
            }
            sheet_add(sheet, text);
            pen = x = end;
        }
    }
}

/* On a white ground whatever the phone's colours are: cameras want it so. */
static void square(const Sheet *sheet) {
    int side = sheet->paper->qr_side;
    char text[96];
    snprintf(text, sizeof text, "<svg class=\"square\" viewBox=\"-4 -4 %d %d\" role=\"img\" ",
             side + 8, side + 8);
    sheet_add(sheet, text);
    sheet_add(sheet, "aria-label=\"");
    page_add_text(sheet->page, sheet_text(sheet, "phone.pair.square"));
    sheet_add(sheet, "\" shape-rendering=\"crispEdges\"><path d=\"");
    for (int y = 0; y < side; y++) {
        square_row(sheet, sheet->paper->qr + y * side, y);
    }
    sheet_add(sheet, "\"/></svg>\n");
}

static void own_code(const Sheet *sheet) {
    const PhonePair *pair = sheet->view->pair;
    bool has_square = sheet->paper->qr && sheet->paper->qr_side > 0;
    sheet_say(sheet, "p class=\"lead\"", has_square ? "phone.pair.look" : "phone.pair.say");
    sheet_add(sheet, "<div class=\"own\">\n");
    if (has_square) {
        square(sheet);
    }
    sheet_add(sheet, "<p>");
    if (has_square) {
        sheet_say(sheet, "span class=\"more\"", "phone.pair.or-say");
    }
    sheet_add(sheet, "<strong class=\"big\">");
    sheet_code(sheet, phone_word(sheet->strings, pair->word), pair->number);
    sheet_add(sheet, "</strong></p>\n</div>\n");
}

static void role_panel(const Sheet *sheet) {
    bool is_one = sheet->view->mark == 1;
    sheet_add(sheet, "<div class=\"panel mine\">");
    sheet_mark(sheet, sheet->view->mark);
    sheet_add(sheet, "<p>");
    sheet_say(sheet, "strong", is_one ? "phone.pair.you-circle" : "phone.pair.you-diamond");
    sheet_add(sheet, "<br>");
    sheet_say(sheet, "span", is_one ? "phone.pair.other-diamond" : "phone.pair.other-circle");
    sheet_add(sheet, "</p></div>\n");
}

void sheet_pair(const Sheet *sheet) {
    const PhonePaper *paper = sheet->paper;
    const PhonePair *pair = sheet->view->pair;
    char name[PHONES_NAME_MAX];
    sheet_hills(sheet, false);
    sheet_say(sheet, "h1", "phone.pair.title");
    own_code(sheet);
    sheet_add(sheet, "<hr>\n");
    sheet_say(sheet, "h2", "phone.pair.theirs");
    sheet_form(sheet, "/pair", "");
    sheet_code_fields(sheet, "pair", paper->pair_word, paper->pair_number,
                      paper->verdict == PHONE_WRONG_CODE);
    sheet_button(sheet, "plain", "phone.pair.pair-up");
    sheet_add(sheet, "</form>\n");
    role_panel(sheet);
    phone_pair_name(sheet->strings, pair, name, sizeof name);
    sheet_say_with(sheet, "p class=\"more centre\"", "phone.pair.name", "name", name);
    sheet_say(sheet, "p class=\"foot\"", "phone.pair.alone");
    sheet_deed(sheet, "/stop", "quiet", "phone.stop");
}

/* The same for who rests and who doesn't: a glance over the shoulder tells nothing. */
void sheet_wait(const Sheet *sheet) {
    const PhonePaper *paper = sheet->paper;
    sheet_add(sheet, "<div class=\"dark\">\n<span class=\"dot\"></span>\n");
    sheet_say(sheet, "h1", "phone.wait.title");
    sheet_add(sheet, "<p>");
    sheet_say(sheet, "span", "phone.wait.beside");
    sheet_add(sheet, "<br>");
    sheet_say(sheet, "span", "phone.wait.wakes");
    sheet_add(sheet, "</p>\n</div>\n<div class=\"still\">\n");
    if (sheet->view->mark) {
        sheet_mark(sheet, sheet->view->mark);
    }
    sheet_add(sheet, "<p>");
    sheet_say(sheet, "span", "phone.wait.still");
    if (is_given(paper->room_word)) {
        sheet_add(sheet, " · ");
        sheet_code(sheet, paper->room_word, paper->room_number);
    }
    sheet_add(sheet, "<br>");
    sheet_say(sheet, "span", "phone.wait.asleep");
    sheet_add(sheet, "</p>\n");
    sheet_deed(sheet, "/rest", "grey", "phone.wait.rest");
    sheet_add(sheet, "</div>\n");
}

static void rest_row(const Sheet *sheet, PhoneIcon icon, const char *key, const char *more_key) {
    sheet_add(sheet, "<li><span class=\"disc\">");
    sheet_icon(sheet, icon);
    sheet_add(sheet, "</span><p>");
    sheet_say(sheet, "strong", key);
    sheet_add(sheet, "<br>");
    sheet_say(sheet, "span", more_key);
    sheet_add(sheet, "</p></li>\n");
}

void sheet_rest(const Sheet *sheet) {
    sheet_hills(sheet, true);
    sheet_say(sheet, "h1 class=\"large\"", "phone.rest.title");
    sheet_say(sheet, "p class=\"lead ink\"", "phone.rest.text");
    sheet_add(sheet, "<ul class=\"rows\">\n");
    rest_row(sheet, PHONE_ICON_COFFEE, "phone.rest.back", "phone.rest.back-more");
    rest_row(sheet, PHONE_ICON_LOCK, "phone.rest.seat", "phone.rest.seat-more");
    rest_row(sheet, PHONE_ICON_HAND, "phone.rest.word", "phone.rest.word-more");
    sheet_add(sheet, "</ul>\n");
    sheet_deed(sheet, "/stop", "plain", "phone.stop");
    sheet_say(sheet, "p class=\"more centre\"", "phone.rest.no-reason");
    sheet_add(sheet, "<details class=\"foot\">");
    sheet_say(sheet, "summary", "phone.rest.help");
    sheet_say(sheet, "p", "phone.rest.help-one");
    sheet_say(sheet, "p", "phone.rest.help-two");
    sheet_add(sheet, "</details>\n");
}

void sheet_line(const Sheet *sheet) {
    char most[64];
    sheet_say(sheet, "h1", "phone.line.title");
    sheet_say(sheet, "p class=\"lead\"", "phone.line.text");
    sheet_form(sheet, "/line", "");
    sheet_add(sheet, "<p><label for=\"text\">");
    page_add_text(sheet->page, sheet_text(sheet, "phone.line.label"));
    snprintf(most, sizeof most, "</label>\n<textarea id=\"text\" name=\"text\" maxlength=\"%d\" ",
             PHONES_LINE_LETTERS);
    sheet_add(sheet, most);
    sheet_add(sheet, "rows=\"4\" required dir=\"auto\" autocomplete=\"off\" "
                     "aria-describedby=\"text-more\"></textarea></p>\n");
    sheet_say(sheet, "p class=\"more\" id=\"text-more\"", "phone.line.more");
    sheet_button(sheet, "main", "phone.line.send");
    sheet_add(sheet, "</form>\n");
    sheet_say(sheet, "p class=\"foot\"", "phone.line.leave");
}

void sheet_over(const Sheet *sheet) {
    const char *word = sheet->view->word;
    sheet_hills(sheet, true);
    sheet_say(sheet, "h1", "phone.over.title");
    if (is_given(word)) {
        sheet_say(sheet, "p class=\"lead\"", "phone.over.word");
        page_add_element(sheet->page, "p class=\"quote\" dir=\"auto\"", word);
        sheet_say(sheet, "p class=\"lead\"", "phone.over.word-more");
    }
    sheet_say(sheet, "p class=\"foot\"", "phone.over.forgotten");
}
