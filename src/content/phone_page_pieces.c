/* SPDX-License-Identifier: MIT */
/* What several of the phone's pages are made of: texts, icons, marks, forms. */
#include "phone_page_parts.h"

#include <stdio.h>
#include <string.h>

enum { TEXT_MAX = 1024 };

/* Paths of assets/icons (Lucide, ISC), on a grid of 24. */
static const char *const icon_paths[PHONE_ICON_COUNT] = {
    [PHONE_ICON_COFFEE] = "M10 2v2M14 2v2M6 2v2M16 8a1 1 0 0 1 1 1v8a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4"
                          "V9a1 1 0 0 1 1-1h14a4 4 0 1 1 0 8h-1",
    [PHONE_ICON_LOCK] = "M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z"
                        "M7 11V7a5 5 0 0 1 10 0v4",
    [PHONE_ICON_HAND] = "M18 11V6a2 2 0 0 0-4 0M14 10V4a2 2 0 0 0-4 0v2M10 10.5V6a2 2 0 0 0-4 0v8"
                        "M18 8a2 2 0 1 1 4 0v6a8 8 0 0 1-8 8h-2c-2.8 0-4.5-.86-5.99-2.34l-3.6-3.6"
                        "a2 2 0 0 1 2.83-2.82L7 15",
    [PHONE_ICON_PHONE] = "M7 2h10a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z"
                         "M12 18h.01",
    [PHONE_ICON_TALK] = "M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168"
                        "l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719M7.828 13.07"
                        "A3 3 0 0 1 12 8.764a3 3 0 0 1 5.004 2.224 3 3 0 0 1-.832 2.083l-3.447 3.62"
                        "a1 1 0 0 1-1.45-.001z",
    [PHONE_ICON_SPARK] = "M11.017 2.814a1 1 0 0 1 1.966 0l1.051 5.558a2 2 0 0 0 1.594 1.594"
                         "l5.558 1.051a1 1 0 0 1 0 1.966l-5.558 1.051a2 2 0 0 0-1.594 1.594"
                         "l-1.051 5.558a1 1 0 0 1-1.966 0l-1.051-5.558a2 2 0 0 0-1.594-1.594"
                         "l-5.558-1.051a1 1 0 0 1 0-1.966l5.558-1.051a2 2 0 0 0 1.594-1.594z"
                         "M20 2v4M22 4h-4M6 20a2 2 0 1 1-4 0 2 2 0 1 1 4 0",
    [PHONE_ICON_CHECK] = "M20 6 9 17l-5-5",
};

const char *sheet_text(const Sheet *sheet, const char *key) {
    return strings_get(sheet->strings, key);
}

void sheet_add(const Sheet *sheet, const char *markup) {
    page_add(sheet->page, markup);
}

void sheet_say(const Sheet *sheet, const char *tag, const char *key) {
    page_add_element(sheet->page, tag, sheet_text(sheet, key));
}

/* The value goes in as an element of its own, so the text around it is written in two parts. */
void sheet_say_with(const Sheet *sheet, const char *tag, const char *key, const char *name,
                    const char *value) {
    char text[TEXT_MAX];
    const StringArg arg = {name, "\x01"};
    strings_format(sheet->strings, text, sizeof text, key, &arg, 1);
    char *hole = strchr(text, '\x01');
    sheet_add(sheet, "<");
    sheet_add(sheet, tag);
    sheet_add(sheet, ">");
    if (hole) {
        *hole = '\0';
        page_add_text(sheet->page, text);
        page_add_element(sheet->page, "bdi", value);
    }
    page_add_text(sheet->page, hole ? hole + 1 : text);
    char end[32];
    snprintf(end, sizeof end, "</%.*s>\n", (int)strcspn(tag, " "), tag);
    sheet_add(sheet, end);
}

void sheet_icon(const Sheet *sheet, PhoneIcon icon) {
    sheet_add(sheet, "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"");
    sheet_add(sheet, icon_paths[icon]);
    sheet_add(sheet, "\"/></svg>");
}

void sheet_code(const Sheet *sheet, const char *word, int number) {
    sheet_add(sheet, "<bdi class=\"capitals\">");
    page_add_text(sheet->page, word);
    sheet_add(sheet, " ");
    page_add_number(sheet->page, number);
    sheet_add(sheet, "</bdi>");
}

void sheet_hills(const Sheet *sheet, bool is_tall) {
    const PhonePaper *paper = sheet->paper;
    sheet_add(sheet, is_tall ? "<div class=\"hills tall\">" : "<div class=\"hills\">");
    sheet_add(sheet, "<img src=\"/header.svg\" alt=\"\">");
    if (paper->room_word && paper->room_word[0]) {
        sheet_add(sheet, "<p class=\"chip\"><span class=\"unseen\">");
        page_add_text(sheet->page, sheet_text(sheet, "phone.room"));
        sheet_add(sheet, " </span>");
        sheet_code(sheet, paper->room_word, paper->room_number);
        sheet_add(sheet, "</p>");
    }
    sheet_add(sheet, "</div>\n");
}

void sheet_mark(const Sheet *sheet, int mark) {
    sheet_add(sheet, mark == 1 ? "<span class=\"mark one\"><b aria-hidden=\"true\">1</b>"
                               : "<span class=\"mark two\"><b aria-hidden=\"true\">2</b>");
    sheet_add(sheet, "<span class=\"unseen\">");
    page_add_text(sheet->page, sheet_text(sheet, mark == 1 ? "phone.circle" : "phone.diamond"));
    sheet_add(sheet, "</span></span>");
}

void sheet_form(const Sheet *sheet, const char *action, const char *more) {
    sheet_add(sheet, "<form method=\"post\" action=\"");
    sheet_add(sheet, action);
    sheet_add(sheet, "\"");
    sheet_add(sheet, more);
    sheet_add(sheet, ">\n");
}

void sheet_hidden(const Sheet *sheet, const char *name, const char *value) {
    sheet_add(sheet, "<input type=\"hidden\" name=\"");
    sheet_add(sheet, name);
    sheet_add(sheet, "\" value=\"");
    page_add_text(sheet->page, value);
    sheet_add(sheet, "\">\n");
}

void sheet_hidden_number(const Sheet *sheet, const char *name, int value) {
    char text[12];
    snprintf(text, sizeof text, "%d", value);
    sheet_hidden(sheet, name, text);
}

void sheet_button(const Sheet *sheet, const char *kind, const char *key) {
    sheet_add(sheet, "<button class=\"button ");
    sheet_add(sheet, kind);
    sheet_add(sheet, "\">");
    page_add_text(sheet->page, sheet_text(sheet, key));
    sheet_add(sheet, "</button>\n");
}

void sheet_deed(const Sheet *sheet, const char *action, const char *kind, const char *key) {
    sheet_form(sheet, action, "");
    sheet_button(sheet, kind, key);
    sheet_add(sheet, "</form>\n");
}

static void code_field(const Sheet *sheet, const char *prefix, bool is_number, const char *value,
                       bool is_wrong) {
    const char *name = is_number ? "number" : "word";
    char start[256];
    snprintf(start, sizeof start,
             "<p class=\"%s\"><label for=\"%s%s\">", is_number ? "short" : "long", prefix, name);
    sheet_add(sheet, start);
    page_add_text(sheet->page,
                  sheet_text(sheet, is_number ? "phone.code.number" : "phone.code.word"));
    snprintf(start, sizeof start,
             "</label><input id=\"%s%s\" name=\"%s%s\" required autocomplete=\"off\" %s%s value=\"",
             prefix, name, prefix, name,
             is_number ? "inputmode=\"numeric\" maxlength=\"2\""
                       : "autocapitalize=\"none\" autocorrect=\"off\" spellcheck=\"false\" "
                         "maxlength=\"24\" dir=\"auto\"",
             is_wrong ? " aria-invalid=\"true\" aria-describedby=\"note\"" : "");
    sheet_add(sheet, start);
    page_add_text(sheet->page, value);
    sheet_add(sheet, "\"></p>\n");
}

void sheet_code_fields(const Sheet *sheet, const char *prefix, const char *word, int number,
                       bool is_wrong) {
    bool is_filled = word && word[0];
    char text[12] = "";
    if (is_filled) {
        snprintf(text, sizeof text, "%d", number);
    }
    sheet_add(sheet, "<div class=\"code\">\n");
    code_field(sheet, prefix, false, is_filled ? word : "", is_wrong);
    code_field(sheet, prefix, true, text, is_wrong);
    sheet_add(sheet, "</div>\n");
}
