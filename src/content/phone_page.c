/* SPDX-License-Identifier: MIT */
/* Frame of the phone's page: head, what just happened, and which page it is. */
#include "phone_page.h"

#include "phone_page_parts.h"

#include <stdio.h>

enum { ANSWERED_AGAIN_S = 10 };

/* Seconds after which a phone without the script looks again, by the page; 0: not, as somebody may
 * be writing. */
static const struct PageKind {
    const char *name;
    void (*write)(const Sheet *sheet);
    int again_s;
} kinds[PHONE_PAGE_COUNT] = {
    [PHONE_PAGE_JOIN] = {"join", sheet_join, 0},   [PHONE_PAGE_PAIR] = {"pair", sheet_pair, 0},
    [PHONE_PAGE_WAIT] = {"wait", sheet_wait, 4},   [PHONE_PAGE_PICK] = {"pick", sheet_pick, 0},
    [PHONE_PAGE_LAND] = {"land", sheet_land, 0},   [PHONE_PAGE_MATCH] = {"match", sheet_match, 12},
    [PHONE_PAGE_REST] = {"rest", sheet_rest, 6},   [PHONE_PAGE_LINE] = {"line", sheet_line, 0},
    [PHONE_PAGE_OVER] = {"over", sheet_over, 0},
};

static const char *const verdict_keys[PHONE_VERDICT_COUNT] = {
    [PHONE_NO_ROOM] = "phone.note.no-room",     [PHONE_NO_SEAT] = "phone.note.no-seat",
    [PHONE_WRONG_CODE] = "phone.note.wrong",    [PHONE_SLOW_DOWN] = "phone.note.slow",
    [PHONE_FULL] = "phone.note.full",           [PHONE_LOCKED] = "phone.note.locked",
    [PHONE_CROWDED] = "phone.note.crowded",     [PHONE_MOVED_ON] = "phone.note.moved-on",
    [PHONE_MALFORMED] = "phone.note.malformed",
};

/* Once an answer is in, nothing is lost by looking again: the wall may have moved on. */
static int again_s(const PhoneView *view) {
    bool has_answered = view->page == PHONE_PAGE_PICK && view->pick != PICK_NONE;
    return has_answered ? ANSWERED_AGAIN_S : kinds[view->page].again_s;
}

static Sheet sheet_of(Page *page, const Strings *strings, const PhonePaper *paper) {
    return (Sheet){page, strings, paper, paper->view};
}

/* Read out at once: it stands where the eyes begin, and belongs to what was just done. */
static void note(const Sheet *sheet) {
    PhoneVerdict verdict = sheet->paper->verdict;
    if (verdict <= PHONE_DONE || verdict >= PHONE_VERDICT_COUNT) {
        return;
    }
    sheet_add(sheet, "<p class=\"note\" id=\"note\" role=\"alert\">");
    char text[256];
    strings_format_plural(sheet->strings, text, sizeof text, verdict_keys[verdict],
                          sheet->paper->wait_s, NULL, 0);
    page_add_text(sheet->page, text);
    sheet_add(sheet, "</p>\n");
}

void phone_page_inner(Page *page, const Strings *strings, const PhonePaper *paper) {
    Sheet sheet = sheet_of(page, strings, paper);
    const PhoneView *view = paper->view;
    char start[160];
    snprintf(start, sizeof start,
             "<div class=\"sheet %s m%d\" id=\"sheet\" data-page=\"%s\" data-question=\"%d\" "
             "data-version=\"%lu\">\n",
             kinds[view->page].name, view->mark, kinds[view->page].name, view->question,
             (unsigned long)view->version);
    page_add(page, start);
    note(&sheet);
    kinds[view->page].write(&sheet);
    page_add(page, "</div>\n");
}

static void head(Page *page, const Strings *strings, int again_s) {
    page_add(page, "<!DOCTYPE html>\n<html lang=\"");
    page_add_text(page, strings->own.language);
    page_add(page, strings->own.is_rtl ? "\" dir=\"rtl\">\n" : "\" dir=\"ltr\">\n");
    page_add(page, "<head><meta charset=\"utf-8\">\n<meta name=\"viewport\" "
                   "content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"color-scheme\" content=\"light dark\">\n");
    page_add_element(page, "title", strings_get(strings, "app.name"));
    page_add(page, "<link rel=\"icon\" type=\"image/svg+xml\" href=\"/header.svg\">\n"
                   "<link rel=\"stylesheet\" href=\"/phone.css\">\n"
                   "<script src=\"/phone.js\" defer></script>\n");
    if (again_s > 0) {
        page_add(page, "<noscript><meta http-equiv=\"refresh\" content=\"");
        page_add_number(page, again_s);
        page_add(page, ";url=/\"></noscript>\n");
    }
    page_add(page, "</head>\n");
}

void phone_page_write(Page *page, const Strings *strings, const PhonePaper *paper) {
    PhonePage kind = paper->view->page;
    head(page, strings, again_s(paper->view));
    page_add(page, "<body class=\"p-");
    page_add(page, kinds[kind].name);
    page_add(page, "\">\n");
    page_add_element(page, "p id=\"again\" class=\"again\" role=\"status\" hidden",
                     strings_get(strings, "phone.trying"));
    page_add(page, "<p id=\"said\" class=\"unseen\" aria-live=\"polite\"></p>\n<main>\n");
    phone_page_inner(page, strings, paper);
    page_add(page, "</main>\n");
    if (again_s(paper->view) == 0 && kind != PHONE_PAGE_OVER) {
        page_add(page, "<noscript><p class=\"foot\"><a class=\"button quiet\" href=\"/\">");
        page_add_text(page, strings_get(strings, "phone.look-again"));
        page_add(page, "</a></p></noscript>\n");
    }
    page_add(page, "</body>\n</html>\n");
}

void phone_page_check(Page *page, const Strings *strings, const char *room_word, int room_number) {
    PhoneView view = {.page = PHONE_PAGE_JOIN};
    PhonePaper paper = {.view = &view, .room_word = room_word, .room_number = room_number};
    Sheet sheet = sheet_of(page, strings, &paper);
    head(page, strings, 0);
    page_add(page, "<body class=\"p-check\">\n<main>\n<div class=\"sheet check\">\n");
    sheet_hills(&sheet, true);
    sheet_say(&sheet, "h1", "phone.check.title");
    sheet_say(&sheet, "p class=\"lead\"", "phone.check.text");
    page_add(page, "<p><a class=\"button main\" href=\"/\">");
    page_add_text(page, strings_get(strings, "phone.check.in"));
    page_add(page, "</a></p>\n</div>\n</main>\n</body>\n</html>\n");
}
